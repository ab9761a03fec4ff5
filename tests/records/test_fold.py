"""When two texts say the same words."""

import pytest

from generator.records import fold


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ('the "old" plan', "the “old” plan"),
        ("it's - he said - done", "it’s – he\n said\u00a0— done"),
        ("co-operate", "co\u00ad\u2011operate"),
        ("a b", "a\u202f\u2028 b"),
        ("a b", "\u2067a\u2069 b"),
    ],
)
def test_same_words(quote: str, article: str) -> None:
    assert fold.fold(quote) == fold.fold(article)


@pytest.mark.parametrize(
    ("quote", "article"),
    [("a", "A"), ("a.", "a"), ("...", "…"), ("'a'", '"a"'), ("е", "e"), ("é", "e"), ("ab", "a b")],
)
def test_nothing_else_is_folded(quote: str, article: str) -> None:
    assert fold.fold(quote) != fold.fold(article)


TEXT = "Rain fell. The council voted on Monday to close the old harbour for two years. Shops stay open."


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("the council voted Monday to shut the old harbour", "The council voted on Monday to close the old harbour"),
        ("Shops remain open", "Shops stay open"),
        ("quite another matter altogether", None),
        ("", None),
    ],
)
def test_the_closest_passage(quote: str, passage: str | None) -> None:
    found = fold.closest(TEXT, quote)
    assert (found or "").strip(" .") in (passage or "") if passage is None else found is not None
    if passage and found:
        assert set(found.lower().split()) >= set(quote.lower().split()) & set(passage.lower().split())


def test_an_empty_article_has_no_passage() -> None:
    assert fold.closest("", "a b") is None


def test_words_are_counted() -> None:
    assert fold.words("It’s 1,200 - no 3 words") == 7


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("Teh council voted on Monday", "The council voted on Monday"),
        ("close the old harbor for twoo yeers", "close the old harbour for two years"),
        ("Rayn fell", "Rain fell"),
    ],
)
def test_the_closest_passage_takes_in_words_mistyped_at_its_ends(quote: str, passage: str) -> None:
    assert fold.closest(TEXT, quote) == passage

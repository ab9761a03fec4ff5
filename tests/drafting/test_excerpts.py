"""Long quotes are cut at pauses and keep the word that matters."""

from generator.drafting import excerpts

TEXT = (
    "The port closed on Monday, after the union and the operator failed to agree on pay for the night shift, and ships "
    "waited at anchor outside the harbour wall while crews were told to stay aboard until the talks resume in the town."
)
ALL = (0, len(TEXT))


def words(span: tuple[int, int]) -> str:
    return TEXT[slice(*span)]


def test_a_short_quote_is_left_as_it_is() -> None:
    assert excerpts.shortened(TEXT, (0, 25), 0, 10) == (0, 25)


def test_a_long_quote_ends_at_a_pause_of_its_second_half() -> None:
    assert words(excerpts.shortened(TEXT, ALL, 0, 24)).endswith("for the night shift,")


def test_a_quote_without_a_pause_ends_with_a_whole_word() -> None:
    start = TEXT.index("and ships")
    assert words(excerpts.shortened(TEXT, (start, len(TEXT)), start, 5)) == "and ships waited at anchor"


def test_the_word_that_matters_stays() -> None:
    keep = TEXT.index("resume") + len("resume")
    assert "resume" in words(excerpts.shortened(TEXT, ALL, keep, 10))

from itertools import pairwise

import pytest

from generator.records.checks.excerpts import quoted_share
from generator.site.shares import sentence_starts, share

TEXT = 'They met at J. Holt\'s. It cost 9.30 a.m. in time! "Why?" she asked. 12 came'


def test_sentences_end_at_marks_not_at_initials_or_before_small_letters() -> None:
    starts = [*sentence_starts(TEXT), len(TEXT)]
    found = [TEXT[start:end].strip() for start, end in pairwise(starts)]
    assert found == ["They met at J. Holt's.", "It cost 9.30 a.m. in time!", '"Why?" she asked.', "12 came"]


@pytest.mark.parametrize(
    ("quotes", "used"),
    [([], 0), (["met", "They"], 1), (["Holt's. It cost"], 2), (["not there"], 0), ([TEXT], 4)],
)
def test_a_sentence_is_used_when_a_quote_touches_it(quotes: list[str], used: int) -> None:
    assert share(TEXT, quotes)[3:] == (used, 4)


def test_the_share_is_counted_as_the_check_counts_it() -> None:
    text = "One two three. Four five six seven."
    quotes = ["One two", "two three.", "Four"]
    told = share(text, quotes)
    assert told.percent == round(100 * quoted_share(text, quotes)) == 51
    assert (told.words, told.all_words) == (4, 7), "what two excerpts quote counts once"

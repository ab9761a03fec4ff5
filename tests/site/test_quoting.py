import pytest

from generator.site.quoting import unquoted


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ('"We stay,"', "We stay,"),
        ("“We stay”", "We stay"),
        ("«We stay»", "We stay"),
        ('"We" and "they"', "‘We’ and ‘they’"),
        ('wants "more" now', "wants ‘more’ now"),
        ("on the “needs of the harbour.”", "on the ‘needs of the harbour.’"),
        ('"We stay', "We stay"),
        ("We stay”", "We stay"),
        ("“We said ‘no’ and", "We said ‘no’ and"),
        ("“the union’s “big” day", "the union’s ‘big’ day"),
        ("he said: “We stay", "he said: ‘We stay …’"),
        ('he said "We stay', "he said ‘We stay …’"),
        ('we stay," he said', "‘… we stay,’ he said"),
        ('called it "unnecessary', "called it ‘unnecessary …’"),
        ("said «we", "said «we …»"),
        ("", ""),
        ('"', '"'),
    ],
)
def test_quote_marks_around_all_of_a_quote_are_the_page_s(quote: str, shown: str) -> None:
    assert unquoted(quote) == shown

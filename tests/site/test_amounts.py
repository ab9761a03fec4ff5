import pytest

from generator.site.amounts import amount, measured, short
from generator.site.text import language


@pytest.mark.parametrize(
    ("value", "upper", "unit", "told"),
    [
        (30, None, "day", "30 days"),
        (1, None, "h", "1 hour"),
        (1.5, None, "year", "1.5 years"),
        (40, 50, "day", "40–50 days"),
        (640_000_000, None, "USD", "640 million US dollars"),
        (1_300_000_000, None, "BRL", "1.3 billion Brazilian reals"),
        (40_000_000, 50_000_000, "EUR", "40–50 million euros"),
        (900_000, 2_000_000, "EUR", "900,000–2 million euros"),
        (1_234_567, None, "EUR", "1,234,567 euros"),
        (1, None, "EUR", "1 euro"),
        (25, None, "percent", "25 %"),
        (20, 30, "%", "20–30 %"),
        (2, None, "percentage point", "2 percentage points"),
        (100, None, "m²", "100 m²"),
        (6000, None, None, "6,000"),
    ],
)
def test_an_amount_has_its_unit_once_in_words(value: float, upper: float | None, unit: str | None, told: str) -> None:
    assert amount(language("en"), value, upper, unit) == told


def test_amounts_are_said_in_the_site_s_language() -> None:
    words = language("uk")
    assert amount(words, 30, None, "day") == "30 днів"
    assert amount(words, 640_000_000, None, "USD").replace("\xa0", " ") == "640 мільйонів доларів США"


@pytest.mark.parametrize(
    ("measure", "unit", "shown"),
    [
        ("days", "day", ("length of time", False)),
        ("USD", "USD", ("sum of money", False)),
        ("reais", "BRL", ("sum of money", False)),
        ("percent", "percent", ("share", False)),
        ("km", "km", ("amount", False)),
        ("days to the deadline", "day", ("days to the deadline", True)),
        ("days", None, ("days", True)),
    ],
)
def test_a_unit_is_not_what_is_counted(measure: str, unit: str | None, shown: tuple[str, bool]) -> None:
    assert measured(language("en"), measure, unit) == shown


def test_an_axis_has_short_numbers() -> None:
    assert [short(language("en"), value) for value in (0, 20_000, 1_500_000_000)] == ["0", "20,000", "1.5B"]

import pytest

from generator.drafting import figures
from generator.drafting.findings import FoundFigure
from generator.drafting.language import parse


def only(text: str) -> FoundFigure:
    found = figures.find(parse(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "bound"),
    [
        ("The mine employs 300 people.", "300", 300, "exact"),
        ("The mine employs about 300 people.", "about 300", 300, "about"),
        ("More than 10 explosions were heard.", "More than 10", 10, "at-least"),
        ("Up to 12,000 members voted.", "Up to 12,000", 12000, "at-most"),
        ("Dozens of people fled.", "Dozens", 12, "order"),
        ("Tens of thousands of people fled.", "Tens of thousands", 10000, "order"),
        ("Three ministers resigned.", "Three", 3, "exact"),
        ("The fund lent 2.5 million euros.", "2.5 million euros", 2_500_000, "exact"),
        ("Twenty-two miners resigned.", "Twenty-two", 22, "exact"),
        ("They agreed on a 40-for-40 prisoner exchange.", "40-for-40", 40, "exact"),
    ],
)
def test_reads_value_and_bound(text: str, words: str, value: float, bound: str) -> None:
    figure = only(text)
    assert (text[figure.start : figure.end], figure.value, figure.bound) == (words, value, bound)


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("Between 700 and 1,000 workers came.", 700, 1000, None),
        ("It sends 700 to 1,000 drones.", 700, 1000, None),
        ("Sales fell by 3 to 5 percent.", 3, 5, "percent"),
        ("Turnout was 54%.", 54, None, "percent"),
        ("Oslo gave €200 million.", 200_000_000, None, "EUR"),
        ("Oslo gave £1.5bn.", 1_500_000_000, None, "GBP"),
        ("Oslo gave 30 million dollars.", 30_000_000, None, "USD"),
        ("The town is 40 kilometres away.", 40, None, "km"),
    ],
)
def test_reads_ranges_and_units(text: str, value: float, upper: float | None, unit: str | None) -> None:
    figure = only(text)
    assert (figure.value, figure.upper, figure.unit) == (value, upper, unit)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The fire killed two people.", "people killed"),
        ("The fire wounded 15.", "wounded"),
        ("The ships carried 50,000 tonnes of grain.", "grain"),
        ("The army has 14 ballistic missiles.", "ballistic missiles"),
        ("They agreed on a 30-day ceasefire.", "ceasefire"),
        ("The firm suspended a planned investment of 1.3bn reais.", "planned investment"),
        ("Crews expect delays of up to nine days.", "delays"),
        ("Oslo gave €200 million.", "amount"),
        ("Turnout was 54%.", "share"),
    ],
)
def test_says_what_is_counted(text: str, measure: str) -> None:
    assert only(text).measure == measure


def test_a_span_of_time_that_is_set_or_agreed_is_a_figure() -> None:
    for text in (
        "They set a 50-day deadline.",
        "They extended the strike by ten days.",
        "The strike lasted nine days.",
    ):
        assert only(text).unit == "day"


@pytest.mark.parametrize(
    "text",
    [
        "A 60-year-old woman spoke.",
        "She came on 5 May 2024.",
        "They met two days ago.",
        "The trial began in 1998.",
        "A Boeing 737 crashed.",
        "It began at 7 a.m.",
        "Nobody came.",
        "They met for the first time in 13 years.",
        "The union won 12 more than five years ago.",
        "The union called off a nine-day strike.",
        "Wages rose over the past two years.",
        "The duty takes effect within 30 days.",
        "Officials from the two countries met in Geneva.",
        "It was one of the largest protests.",
        "They invoked article 50 of the treaty.",
        "It happened before the 1967 Northern War.",
    ],
)
def test_leaves_out_dates_ages_times_names_and_what_is_known(text: str) -> None:
    assert figures.find(parse(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It won 61 of 130 seats.", "61 of 130 seats"),
        ("Some 38 vessels had been diverted.", "Some 38 vessels had been diverted"),
        ("The ships carried 50,000 tonnes of grain.", "50,000 tonnes of grain"),
    ],
)
def test_a_figure_is_quoted_with_what_it_counts(text: str, words: str) -> None:
    figure = figures.find(parse(text))[0]
    assert text[slice(*figure.quote)] == words

import pytest

from generator.articles import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("11 juillet 2025 à 12:04", "2025-07-11T12:04"),
        ("26 mai 2025 à 03:07", "2025-05-26T03:07"),
        ("Published July 10, 2025 at 4:18 PM", "2025-07-10T16:18"),
        ("10 July 2025 12:15am", "2025-07-10T00:15"),
        ("3. Juni 2025, 18:30 Uhr", "2025-06-03T18:30"),
        ("3 de junio de 2025 a las 9:05", "2025-06-03T09:05"),
        ("12 липня 2025, 14:40", "2025-07-12T14:40"),
        ("5 сентября 2024", "2024-09-05"),
        ("2025-07-11T12:04:33+03:00", "2025-07-11T12:04"),
        ("2025年7月11日", "2025-07-11"),
        ("11.07.2025 09:15", "2025-07-11T09:15"),
        ("11/07/2025", "2025-07-11"),
        ("07/25/2025", "2025-07-25"),
        ("Sat 24 Feb 2024 12.42 GMT", "2024-02-24T12:42"),
        ("Sept. 25, 2018", "2018-09-25"),
        ("2nd of May 2025", "2025-05-02"),
    ],
)
def test_a_printed_date_is_read(text: str, iso: str) -> None:
    assert [found.iso() for found in dates.find(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2025",
        "iPhone 11 Pro",
        "between 2 and 5",
        "version 4.2.3",
        "F-16 aircraft",
        "35 mm shells",
        "",
        "May",
        "1999",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates.find(text) == []


def test_a_date_without_a_year_waits_for_one() -> None:
    found = dates.find("July 10, 04:18 PM")[0]
    assert (found.year, found.iso(2025)) == (0, "2025-07-10T16:18")


def test_a_weekday_tells_the_year() -> None:
    found = dates.find("on Wednesday, July 23")[0]
    assert found.falls_on(2, 2025)
    assert not found.falls_on(2, 2024)

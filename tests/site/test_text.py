import pytest

from generator.site.text import escape, language, plain, shortened


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2025-06-02", "2 June 2025"),
        ("2025-06-03T07:23", "3 June 2025, 07:23"),
        ("2025-06", "June 2025"),
        ("2025", "2025"),
        ("2025-07~", "about July 2025"),
        ("2025-06-02?", "2 June 2025 (uncertain)"),
        ("2025-05-24/2025-05-25", "24–25 May 2025"),
        ("2025-05-30/2025-06-02", "30 May 2025 – 2 June 2025"),
        ("../2025-06-02", "until 2 June 2025"),
        ("2025-06/..", "from June 2025"),
        (None, "undated"),
    ],
)
def test_dates_read_as_written_by_hand(date: str | None, shown: str) -> None:
    assert language("en").when(date) == shown


def test_ukrainian_has_its_own_words_and_plurals() -> None:
    ukrainian = language("uk")
    assert ukrainian.when("2025-06-02") == "2 червня 2025"
    assert ukrainian.when("2025-07") == "липень 2025"
    assert ukrainian.say("unchanged_since", date=ukrainian.after("2025-07")) == "без змін від липня 2025"
    assert ukrainian.when("../2025-07") == "до липня 2025"
    assert {ukrainian.say("n_events", count=n) for n in (1, 2, 5)} == {"1 подія", "2 події", "5 подій"}
    assert ukrainian.label("stances", "demand") != "demands"


def test_an_unknown_language_is_english() -> None:
    assert language("xx-none").say("home") == language("en").say("home")


def test_escape_leaves_no_active_character() -> None:
    shown = escape("<b>&\"'`*_{}[]#|~^\\$+=@!:%\n\u202e\x00")
    assert not set("<>\"'`*_{}[]|~^\\$+=@!:%\n\u202e\x00") & set(shown)
    assert escape("Łódź – “Київ” 3,5") == "Łódź – “Київ” 3,5"
    assert escape(escape("<")) == "&#60;"


def test_plain_shows_what_hides() -> None:
    assert plain("a\u202eb\tc\nd") == "a\ufffdb c d"
    assert shortened("one two three", 9) == "one two…"
    assert shortened("short", 9) == "short"

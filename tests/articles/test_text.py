from pathlib import Path

import pytest

from generator.articles import Article, read_seed, read_text

BODY = [
    "The ministers of Examplia and Samplia met on Monday in the border town to speak of the closed crossing there.",
    "The crossing has been closed since March, when guards of the two countries accused each other of firing.",
    "“We want the crossing open before the harvest,” the minister of Samplia, Ann Example, told reporters.",
    "Her colleague from Examplia said that his government would open it only after the guards had been exchanged.",
    "A further meeting is planned for June, and experts of both sides are to prepare questions for it, he added.",
]
OTHER = [
    "Fishermen on the northern coast found an unusual shoal on Tuesday, the harbour master of the island reported.",
    "The fish had not been seen in these waters for forty years, and biologists of the institute went to see them.",
    "“It is too early to speak of a return of the species,” a biologist said, and asked for samples from the boats.",
]
TITLE = "Ministers of Examplia and Samplia meet at the closed border crossing"


def one(text: str) -> Article:
    articles = read_text(text, "a.txt", "")
    assert len(articles) == 1
    return articles[0]


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_plain_article_is_kept_whole(gap: str) -> None:
    article = one(gap.join([TITLE, "5 May 2025, 10:30", "By Ann Writer", *BODY]))
    assert (article.title, article.published, article.authors) == (TITLE, "2025-05-05T10:30", ("Ann Writer",))
    assert texts(article) == BODY


def test_page_chrome_is_left_behind() -> None:
    page = [
        "Skip to main content",
        "Home",
        "News",
        "Sport",
        "Subscribe",
        TITLE,
        "5 May 2025",
        *BODY[:2],
        "ADVERTISEMENT",
        "Read also: Fishermen find an unusual shoal",
        *BODY[2:],
        "Support our work: become a member and get our newsletter, so that we can keep our reporting free for you.",
        "Share on Facebook",
        "Comments",
        "Most read",
        "Fishermen find an unusual shoal",
        "Storm on the coast",
        "❌",
    ]
    article = one("\n\n".join(page))
    assert texts(article) == BODY
    reasons = {drop.text: drop.reason for drop in article.dropped}
    assert reasons["ADVERTISEMENT"] == "advertisement"
    assert reasons["❌"] == "mark without words"
    assert set(page) == set(BODY) | {TITLE} | set(reasons)


def test_a_repeated_title_is_dropped() -> None:
    article = one("\n\n".join([TITLE, BODY[0], TITLE, *BODY[1:]]))
    assert texts(article) == BODY
    assert article.dropped[0].reason == "repeats the title"


def test_captions_stand_above_credits() -> None:
    article = one("\n".join([TITLE, BODY[0], "The crossing in March", "Photo: Ann Example", *BODY[1:]]))
    assert texts(article) == BODY
    assert [drop.reason for drop in article.dropped] == ["picture caption", "photo credit"]


def test_lines_in_another_script_are_dropped() -> None:
    assert texts(one("\n".join([TITLE, *BODY[:2], "Озвучить текст", *BODY[2:]]))) == BODY


def test_two_articles_of_a_feed_are_two() -> None:
    feed = [
        TITLE,
        "5 mai 2025 à 10:30",
        *BODY,
        "✇The Example Times",
        "Unusual shoal found on the northern coast",
        OTHER[0][:80] + "…",
        "Unusual shoal found on the northern coast",
        "4 mai 2025 à 09:15",
        *OTHER,
    ]
    first, second = read_text("\n\n".join(feed), "a.txt", "")
    assert (texts(first), texts(second)) == (BODY, OTHER)
    assert (first.part, second.part, second.published) == (1, 2, "2025-05-04T09:15")
    assert first.publisher == second.publisher == "The Example Times"


SHOAL = "Unusual shoal found on the northern coast"


@pytest.mark.parametrize(
    ("first", "between"),
    [
        ([TITLE, "5 May 2025"], [SHOAL, "4 May 2025"]),
        (["5 May 2025", TITLE], ["4 May 2025", SHOAL]),
        ([TITLE], ["-----", SHOAL]),
        ([TITLE], ["* * * * *", SHOAL]),
    ],
)
def test_dates_beside_titles_and_rules_above_them_part_articles(first: list[str], between: list[str]) -> None:
    articles = read_text("\n\n".join([*first, *BODY, *between, *OTHER]), "a.txt", "")
    assert [(article.title, texts(article)) for article in articles] == [(TITLE, BODY), (SHOAL, OTHER)]


@pytest.mark.parametrize("between", [["-----"], ["***", SHOAL], ["-----", "Read more about it here."], [SHOAL]])
def test_a_rule_within_an_article_parts_nothing(between: list[str]) -> None:
    assert len(read_text("\n\n".join([TITLE, *BODY, *between, *OTHER]), "a.txt", "")) == 1


def test_dates_of_teasers_begin_no_article() -> None:
    teasers = ["Unusual shoal found on the northern coast", "4 May 2025", OTHER[0], "Storm in the south", "3 May 2025"]
    assert texts(one("\n\n".join([TITLE, "5 May 2025", *BODY, "Latest news", *teasers])))[:5] == BODY


def test_hard_wrapped_text_gives_paragraphs() -> None:
    def wrap(text: str) -> str:
        lines, line = [], ""
        for word in text.split():
            if len(line) + len(word) > 70:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        return "\n".join([*lines, line])

    assert texts(one("\n\n".join([TITLE, *map(wrap, BODY)]))) == BODY


def test_a_single_line_is_read() -> None:
    article = one(" ".join(BODY))
    assert texts(article) == [" ".join(BODY)]
    assert article.derived == ("title",)
    assert BODY[0].startswith((article.title or "").removesuffix("…"))


def test_nothing_to_read_is_no_article() -> None:
    assert [article.paragraphs for article in read_text("Home\nNews\nSport\n", "a.txt", "")] in ([], [()])


def test_another_language_is_told_and_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Die Minister trafen sich am Montag in der Grenzstadt, um über den Übergang zu sprechen. "
        "Sie wollen sich im Juni wieder treffen, wie ein Sprecher der Regierung am Abend mitteilte.\n" * 3,
        encoding="utf-8",
    )
    reading = read_seed(path, tmp_path)
    assert [article.language for article in reading.articles] == ["de"]
    assert [(problem.path, problem.severity, problem.rule) for problem in reading.problems] == [
        ("a.txt", "warning", "language-not-drafted")
    ]


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("empty.txt", b"", "seed-empty"),
        ("menu.txt", b"Home\nNews\n", "seed-no-article"),
        ("picture.html", b"\x89PNG\r\n\x1a\n", "seed-binary"),
        ("empty.html", b"<html><body></body></html>", "seed-no-article"),
    ],
)
def test_a_bad_seed_is_one_problem(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read_seed(tmp_path / name, tmp_path)
    assert (reading.articles, [(problem.path, problem.rule) for problem in reading.problems]) == ((), [(name, rule)])


def test_a_missing_seed_is_one_problem(tmp_path: Path) -> None:
    assert [problem.rule for problem in read_seed(tmp_path / "gone.txt", tmp_path).problems] == ["seed-unreadable"]


@pytest.mark.parametrize("unit", ["word ", "(a/", "A. ", "“", "© ", "1 ", "&amp;", "told ", "(picture ", "Vol. 1-1-"])
def test_a_long_hostile_line_is_read(unit: str) -> None:
    assert len(read_text(unit * (300_000 // len(unit)), "a.txt", "")) == 1

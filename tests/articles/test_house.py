from pathlib import Path

import pytest

from generator.articles import Article, Dropped, house, read_seed
from generator.articles.chrome import REASONS

APPEAL = "You have read to the end. Join our community and help us tell more of what happens in the hills every day."
BODY = "\n\n".join(
    f"The council of the {name} met on Monday, and nobody knew how long the talks would go on."
    for name in ("village", "town", "county", "region")
)


def article(publisher: str | None, appeal: str = APPEAL, reason: str = REASONS["appeal"]) -> Article:
    return Article("a.txt", 1, "", "A title", publisher, dropped=(Dropped(9, appeal, reason),))


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ([article("Hill Courier")], "Hill Courier"),
        ([article("Hill Courier"), article("Hill Courier"), article(None)], "Hill Courier"),
        ([article("Hill Courier"), article("Town Post")], None),
        ([article("Hill Courier", APPEAL + " Today.")], "Hill Courier"),
        ([article("Hill Courier", APPEAL.replace("hills", "towns"))], None),
        ([article("Hill Courier", reason=REASONS["menu"])], None),
        ([article(None)], None),
        ([], None),
    ],
)
def test_an_appeal_names_the_house(others: list[Article], name: str | None) -> None:
    assert house.name_publishers([article(None), *others])[0].publisher == name


def test_a_short_appeal_is_anyone_s() -> None:
    short = "Join our community today."
    assert house.name_publishers([article(None, short), article("Hill Courier", short)])[0].publisher is None


def test_a_publisher_that_was_read_stays() -> None:
    assert house.name_publishers([article("Town Post"), article("Hill Courier")])[0].publisher == "Town Post"


def write(folder: Path, name: str, head: str = "") -> Path:
    path = folder / name
    path.write_text(f"The councils meet again\n{head}\n{BODY}\n\n{APPEAL}\n", encoding="utf-8")
    return path


def test_a_seed_is_named_by_those_beside_it(tmp_path: Path) -> None:
    bare = write(tmp_path, "a.txt")
    assert read_seed(bare, tmp_path).articles[0].publisher is None
    assert house.read_seeds([bare], tmp_path)[0].articles[0].publisher is None
    other = write(tmp_path, "b.txt", "3 May 2025, 10:00 | The Hill Courier\n")
    (tmp_path / "c.txt").write_bytes(b"\0\1\2" * 100)
    assert [reading.articles[0].publisher for reading in house.read_seeds([bare, other], tmp_path)] == [
        "The Hill Courier",
        "The Hill Courier",
    ]
    assert house.read_seeds([bare], tmp_path)[0].articles[0].publisher == "The Hill Courier"

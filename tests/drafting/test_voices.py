"""What an article says in its own voice."""

from generator.articles import Article, Paragraph
from generator.drafting import attribution, language, voices
from generator.drafting.findings import FoundActor, FoundStatement, Mention

BODY = FoundActor("Lake Council", "organization")
GROUP = FoundActor("Ministers", "group", named=False)


def article(*lines: str, genre: str = "opinion", authors: tuple[str, ...] = ("Nora Delling",)) -> Article:
    paragraphs = tuple(Paragraph(line, "text", number) for number, line in enumerate(lines[1:], 2))
    return Article("a.txt", 1, "0" * 64, title=lines[0], genre=genre, authors=authors, paragraphs=paragraphs)


def add(one: Article, said: tuple[FoundStatement, ...] = ()) -> list[tuple[str, str | None, str]]:
    """(stance, holder's name, quote) of each statement."""
    doc = language.parse(one.text)
    start = one.text.find(BODY.name)
    mentions = [Mention(start, start + len(BODY.name), 0, "name", "test")] if start >= 0 else []
    actors, found = voices.add(one, doc, [BODY, GROUP], mentions, attribution.find(doc), said)
    return [(s.stance, actors[s.holder or 0].name, one.text[slice(*s.quote)]) for s in found]


def test_a_columnist_proposes_by_should() -> None:
    text = "The council should show the islanders its books."
    assert add(article("The ferry", text)) == [("propose", "Nora Delling", text)]


def test_a_columnist_holds_the_demand() -> None:
    text = "The council must show the islanders its books."
    assert add(article("The ferry", text)) == [("demand", "Nora Delling", text)]


def test_facts_questions_and_the_words_of_others_are_not_the_authors() -> None:
    lines = ("The boat sailed for the islands at noon.", "Should the council pay?", "The mayor said the boat must go.")
    assert add(article("The ferry", *lines)) == []


def test_a_report_has_no_voice_of_its_own() -> None:
    assert add(article("The ferry", "The council should show the islanders its books.", genre="report")) == []


def test_a_column_gives_its_six_clearest() -> None:
    text = " ".join(f"The council must sell the boat number {number} at once." for number in range(2, 12))
    assert len(add(article("The ferry", text))) == 6


def test_a_communique_is_its_bodys() -> None:
    one = article("Communiqué of the Lake Council", "Members that fail should explain why to us.", genre="report")
    assert [found[:2] for found in add(one)] == [("demand", "Lake Council")]


def test_what_ministers_say_there_is_the_bodys_position() -> None:
    one = article("Communiqué of the Lake Council", "Ministers welcome the grid.", authors=(), genre="report")
    (welcomed,) = attribution.find(language.parse(one.text))
    said = FoundStatement(welcomed, "support", speaker=1, holder=1, quote=welcomed.content[0])
    assert add(one, (said,)) == [("support", "Lake Council", "the grid")]

"""Whom roles, bodies and groups mean, how they are called, and whose position it is when they speak."""

import pytest

from generator.drafting import actors, attribution, language, newcomers, statements
from generator.drafting.known import of_actors
from tests.drafting.reading import meant


def told(text: str) -> list[tuple[str, str]]:
    """Return speaker and holder of each statement in text, by name, in its order."""
    doc = language.parse(text)
    attributions = attribution.find(doc)
    found, mentions = newcomers.add(doc, attributions, *actors.find(doc, of_actors({})))
    said = statements.understand(doc, attributions, found, mentions)
    return [
        (found[one.speaker].name, found[one.holder].name)
        for one in said
        if one.speaker is not None and one.holder is not None
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "holder"),
    [
        ("Norway's foreign ministry said that it was late.", "Norwegian foreign ministry", "Norway"),
        ("The Norwegian Foreign Ministry said that it was late.", "Norwegian Foreign Ministry", "Norway"),
        ("Norway's Ministry of Trade said that it was late.", "Norwegian Ministry of Trade", "Norway"),
        ("Norwegian police said that it was late.", "Norwegian police", "Norway"),
        ("A Norwegian court said that it was late.", "Norwegian court", "Norwegian court"),
        ("Norwegian settlers said that it was late.", "Norwegian settlers", "Norwegian settlers"),
        ("The Norwegian Chess Union said that it was late.", "Norwegian Chess Union", "Norwegian Chess Union"),
        ("Two people briefed on the talks said that it was late.", "People briefed on the talks", ""),
        ("A second person familiar with it said that it was late.", "Person familiar with it", ""),
        ("An envoy of the Harbour Council said that it was late.", "Envoy of the Harbour Council", "Harbour Council"),
        ("Jan Holm left. His rival, Ben Dahl, said he was late.", "Ben Dahl", ""),
        ("Jan Holm left. His rival, the young mayor Ann Dahl, said she was late.", "Ann Dahl", ""),
    ],
)  # fmt: skip
def test_who_speaks_and_for_whom(text: str, speaker: str, holder: str) -> None:
    assert told(text) == [(speaker, holder or speaker)]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The Prime Minister said no. Prime Minister Clara Holm is ill.", "The Prime Minister", {"Clara Holm"}),
        ("Denmark is small. Prime Minister Clara Holm met Denmark's leader.", "Denmark's leader", {"Clara Holm"}),
        ("Union leader says no\n\nThe union leader Clara Holm said no.", "Union leader", {"Clara Holm"}),
        ("Ann Holm is the director of the Bureau. The Bureau chief left.", "The Bureau chief", {"Ann Holm"}),
        ("Ghana voted. The country's tax office said no.", "The country's tax office", {"Ghanaian tax office"}),
        ("Ghana voted. The city's mayor said no.", "The city's mayor", {"Mayor"}),
        ("The Harbour Ministry met. A ministry envoy said no.", "A ministry envoy", {"Harbour Ministry envoy"}),
        ("The Harbour Union met. A ministry spokesman said no.", "A ministry spokesman", {"Ministry spokesman"}),
        ("Reuters flew there. The airline said no.", "The airline", set()),
        ("The organisers, a group called Open Doors, said no.", "The organisers", {"Open Doors"}),
        ("Two law enforcement officials said no.", "Two law enforcement officials", {"Law enforcement officials"}),
        ("Seven dockworkers said no.", "Seven dockworkers", {"Dockworkers"}),
        ("Her opposition to the plan is known.", "opposition", set()),
        ("The Kenyan and Danish governments said no.", "The Kenyan and Danish governments", {"Kenya", "Denmark"}),
        ("Denmark drew back. Kenya attacked. Both sides said no.", "Both sides", {"Denmark", "Kenya"}),
        ("Denmark drew back. Both sides said no.", "Both sides", set()),
        ("Denmark met Kenya. The leaders of seven parties said no.", "The leaders", set()),
        ("Danish police leaders met.", "Danish police leaders", {"Danish police leaders"}),
        ("She went to the Danish capital.", "the Danish capital", set()),
        ("The Hill Care Trust met. The Harbour Council left. The trust said no.", "The trust", {"Hill Care Trust"}),
        ("The Harbour Council met. The trust said no.", "The trust", set()),
        ("Harbour England accused the union of lying.", "the union", set()),
        ("Ann Holm rejected the figure.", "the figure", set()),
        ("A senior figure said no.", "A senior figure", {"Senior figure"}),
        ("“No,” said Maria Okafor. Ms Okafor rejected the plan.", "Okafor", {"Maria Okafor"}),
    ],
)  # fmt: skip
def test_whom_words_mean(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("Ann Berg, who commands the Harbour Guard, said no.", "Ann Berg", "commander", "Harbour Guard"),
        ("Ann Berg, the head of the London-based charity Full House, said no.", "Ann Berg", None, "Full House"),
        ("Norway voted. Norway's Prime Minister, Ann Berg, won. Norway is cold.", "Ann Berg", None, "Norway"),
        ("Norway voted. Foreign Minister Ann Berg won. Norway is cold.", "Ann Berg", "Foreign Minister", "Norway"),
        ("Norway voted. President Ann Berg won. Norway is cold.", "Ann Berg", "President", None),
        ("Norway met Denmark. Foreign Minister Ann Berg won.", "Ann Berg", "Foreign Minister", None),
    ],
)
def test_offices_and_their_bodies(text: str, name: str, role: str | None, of: str | None) -> None:
    found, _ = actors.find(language.parse(text), of_actors({}))
    roles = [
        (one.title, found[one.of].name if one.of is not None else None)
        for a in found
        if a.name == name
        for one in a.roles
    ]
    assert of in {body for _, body in roles}
    assert role is None or role in {title for title, _ in roles}


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        (
            "The Fjord Havens union met. “We wait,” said Jan Stam, the union's national secretary.",
            "Jan Stam",
            "national secretary",
            "Fjord Havens",
        ),
        ("The Reform Alliance won. Its leader, Daniel Osei, said so.", "Daniel Osei", "leader", "Reform Alliance"),
        (
            "Norway sold fish, according to the Harbour Association. Its president, Ann Dahl, said so.",
            "Ann Dahl",
            "president",
            "Harbour Association",
        ),
        (
            "Norway will answer, the country's trade minister said. Ann Dahl, who is also the vice-president, agreed.",
            "Ann Dahl",
            "trade minister",
            "Norway",
        ),
    ],
)
def test_roles_are_in_the_body_that_was_named_before(text: str, name: str, role: str, of: str) -> None:
    found = actors.find(language.parse(text), of_actors({}))[0]
    person = next(actor for actor in found if actor.name == name)
    roles = [(one.title, found[one.of].name) for one in person.roles if one.of is not None]
    assert roles == [(role, of)]
    assert person.speaks_for is not None
    assert found[person.speaks_for].name == of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Expert Forum, a watchdog, left.", "Expert Forum"),
        ("Shelter, a charity, said it was late.", "Shelter"),
        ("The union said no.\n\nShelter, a charity, backed the union.", "Shelter"),
    ],
)
def test_the_describing_noun_tells_that_a_name_is_a_bodys(text: str, name: str) -> None:
    found = actors.find(language.parse(text), of_actors({}))[0]
    assert [(actor.name, actor.kind) for actor in found] == [(name, "organization")]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The Harbour Union met.\n\nThe bakery closed. “It was late,” said its director, Jan Holm.", None),
        ("The Harbour Union met.\n\n“It was late,” said its director, Jan Holm.", "Harbour Union"),
        ("The Hill Council met.\n\nThe Harbour Union left. “It was late,” said its head, Jan Holm.", "Harbour Union"),
    ],
)
def test_its_means_what_its_paragraph_names(text: str, of: str | None) -> None:
    found = actors.find(language.parse(text), of_actors({}))[0]
    role = next(actor for actor in found if actor.name == "Jan Holm").roles[0]
    assert (found[role.of].name if role.of is not None else None) == of


def test_both_sides_are_no_side_of_which_somebody_only_tells() -> None:
    text = (
        "Jan Holm, the Harbour Union's head, left. Ann Dahl, the Hill Council's head, spoke. "
        "Bo Lund said that the government would not pay. He urged both sides to talk."
    )
    assert meant(text, "both sides") == {"Harbour Union", "Hill Council"}


def test_a_role_in_a_person_s_service_is_of_no_body() -> None:
    found = actors.find(
        language.parse("The Harbour Union met Jan Holm. His lawyer, Ann Dahl, said so."), of_actors({})
    )[0]
    assert next(actor for actor in found if actor.name == "Ann Dahl").speaks_for is None


def test_who_is_only_something_is_nobody_described_before() -> None:
    text = "Norway will answer, the country's trade minister said. Ann Dahl, who is the head of a shop, was pleased."
    found = actors.find(language.parse(text), of_actors({}))[0]
    assert "Norwegian trade minister" in {actor.name for actor in found}

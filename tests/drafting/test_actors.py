import pytest

from generator.drafting import actors, attribution, language, newcomers
from generator.drafting.cast import Cast
from generator.drafting.findings import FoundActor, Mention
from generator.drafting.known import Known, of_actors
from generator.drafting.names import acronyms, fold, same_person, sound, surname
from generator.records.models import Actor, Role
from tests.drafting.reading import meant


def find(text: str, known: Known | None = None) -> tuple[list[FoundActor], list[Mention]]:
    return actors.find(language.parse(text), known or of_actors({}))


def named(text: str, known: Known | None = None) -> dict[str, FoundActor]:
    return {actor.name: actor for actor in find(text, known)[0]}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zelensky", "Zelenskyy", True),
        ("Zelenskiy", "Zelenskyy", True),
        ("Kiev", "Kyiv", True),
        ("Sergei", "Serhiy", True),
        ("Lindqvist", "Lindholm", False),
        ("Anna", "Oona", False),
    ],
)
def test_transliterations_share_a_key(one: str, other: str, same: bool) -> None:
    assert (sound(one) == sound(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vladimir Orlov", "Volodymyr Orlov", True),
        ("J. Berg", "Johanna Berg", True),
        ("Maria Berg", "Johanna Berg", False),
        ("Johanna Berg", "Johanna Dahl", False),
        ("Berg", "Johanna Berg", False),
    ],
)
def test_full_names_are_compared_in_parts(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_names_are_folded() -> None:
    assert fold("The Côte d’Ivoire's") == "cote divoire"
    assert surname("Ursula von der Heide") == "von der Heide"
    assert "ISW" in acronyms("Institute for the Study of War")
    assert acronyms("Parliament") == set()


def test_a_surname_is_the_person_named_in_full() -> None:
    text = "Finance Minister Clara Holm met unions on Monday. Holm said the talks went well."
    found = named(text)
    assert found["Clara Holm"].aliases == ["Holm"]
    assert meant(text, "Holm") == {"Clara Holm"}


def test_two_persons_of_one_surname_stay_open() -> None:
    text = "Clara Holm and Peter Holm spoke in Oslo. Later Holm left."
    assert meant(text, "Holm") == {None}


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        (
            "Norwegian Prime Minister Ingrid Dahl said taxes will rise.",
            "Ingrid Dahl",
            "Norwegian Prime Minister",
            "Norway",
        ),
        (
            "Peter Lund, head of the Nordic Council, said it was late.",
            "Peter Lund",
            "head of the Nordic Council",
            "Nordic Council",
        ),
        (
            "The head of the Nordic Council, Peter Lund, said it was late.",
            "Peter Lund",
            "head of the Nordic Council",
            "Nordic Council",
        ),
        (
            "Danish Foreign Ministry spokeswoman Karen Friis said no.",
            "Karen Friis",
            "Danish Foreign Ministry spokeswoman",
            None,
        ),
    ],
)
def test_roles_are_read_before_behind_and_across_a_comma(text: str, name: str, role: str, of: str | None) -> None:
    found, _ = find(text)
    actor = next(actor for actor in found if actor.name == name)
    assert [one.title for one in actor.roles] == [role]
    start, end = actor.roles[0].quote
    assert name in text[start:end]
    assert role in text[start:end]
    if of:
        assert actor.roles[0].of is not None
        assert found[actor.roles[0].of].name == of


def test_an_office_speaks_for_its_state_and_a_former_one_for_nobody() -> None:
    found, _ = find("Danish Foreign Minister Karen Friis spoke. Former Danish Foreign Minister Jens Krag disagreed.")
    friis = next(actor for actor in found if actor.name == "Karen Friis")
    krag = next(actor for actor in found if actor.name == "Jens Krag")
    assert friis.speaks_for is not None
    assert found[friis.speaks_for].name == "Denmark"
    assert krag.speaks_for is None


def test_an_acronym_in_brackets_is_another_name() -> None:
    text = "The Nordic Fisheries Council (NFC) met in Bergen on Monday. The NFC said stocks are low."
    assert meant(text, "NFC") == {"Nordic Fisheries Council"}


def test_a_capital_acts_as_its_state_but_not_as_a_place() -> None:
    text = "Norway protested. Oslo demanded an apology. A tram burned in Oslo."
    assert meant(text[:40], "Oslo") == {"Norway"}
    assert meant(text, "Oslo") == set()


def test_a_capital_whose_state_is_not_told_is_left_open() -> None:
    assert "Norway" not in named("Oslo is a fine name for a dog.")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Norwegian officials", "Norwegian officials"),
        ("The Norwegian side", "Norway"),
        ("Norwegian troops", "Norwegian Armed Forces"),
        ("Norway's army", "Norwegian Armed Forces"),
    ],
)
def test_groups_of_a_state(words: str, name: str) -> None:
    text = f"{words} said on Monday that the border is quiet."
    assert meant(text, words) == {name}


def test_the_side_of_a_body_is_the_body() -> None:
    text = "The foreign ministry of Norway said that its side was ready."
    assert meant(text, "its side") == {"Norwegian foreign ministry"}


def test_joined_groups_are_two() -> None:
    text = "Norwegian and Danish delegations met in Bergen."
    assert meant(text, "Norwegian and Danish delegations") == {"Norwegian delegation", "Danish delegation"}


def test_officials_speak_for_their_state_and_analysts_do_not() -> None:
    found = named("Norwegian officials objected. Norwegian analysts agreed.")
    assert found["Norwegian officials"].speaks_for is not None
    assert found["Norwegian analysts"].speaks_for is None


def test_a_record_is_known_by_its_aliases() -> None:
    records = {
        "norway": Actor(name="Norway", kind="state", aliases=("the Oslo government",)),
        "clara-holm": Actor(name="Clara Holm", kind="person", roles=(Role(title="minister", speaks_for="norway"),)),
    }
    known = of_actors(records)
    found, _ = find("Clara Hølm spoke for Norway. Holm left.", known)
    holm = next(actor for actor in found if actor.kind == "person")
    assert holm.ident == "clara-holm"
    assert holm.speaks_for is not None
    assert found[holm.speaks_for].ident == "norway"


def test_a_name_that_two_records_share_is_reported() -> None:
    records = {
        "clara-holm": Actor(name="Clara Holm", kind="person"),
        "peter-holm": Actor(name="Peter Holm", kind="person"),
        "holm": Actor(name="Holm", kind="person", aliases=()),
        "the-other-holm": Actor(name="Holm", kind="person", aliases=()),
    }
    found, _ = find("Mr Holm, 58, said he was tired.", of_actors(records))
    holm = next(actor for actor in found if actor.kind == "person")
    assert holm.ident is None
    assert holm.ambiguous == ("holm", "the-other-holm")


def test_a_land_that_no_list_has_is_told_by_its_government() -> None:
    found = named("Ostrania's prime minister resigned. Talks in Ostrania went on, and Ostrania agreed to a vote.")
    assert found["Ostrania"].kind == "state"


def test_a_company_is_told_by_what_it_is_called() -> None:
    assert named("Talks with terminal operator Calder Marine broke down. Calder Marine said so.")[
        "Calder Marine"
    ].kind == ("organization")


def test_where_something_was_written_is_nobody() -> None:
    assert "Telegram" not in named("Clara Holm wrote on Telegram that the port was open.")


@pytest.mark.parametrize(
    ("text", "actor", "form"),
    [
        ("Northway Buses cut its fares. Northway said so on Monday.", "Northway Buses", "Northway"),
        (
            "The governor of Aland met Danish forces. Denmark said the Danish forces had left.",
            "Danish Armed Forces",
            "",
        ),
    ],
)
def test_one_body_in_several_forms(text: str, actor: str, form: str) -> None:
    found = named(text)
    assert actor in found
    assert not form or form in found[actor].aliases


def test_a_common_first_word_is_no_short_form() -> None:
    found = named("National Grid raised its prices. National Steel said on Monday that National would not.")
    assert "National" not in found.get("National Grid", FoundActor("", "")).aliases


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Many Danes told pollsters on Monday that they would stay.", "Danes", {"Danes"}),
        ("The Danes told the summit on Monday that they would stay.", "Danes", {"Denmark"}),
    ],
)
def test_some_of_a_people_are_not_their_state(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Senators Clara Holm and Peter Lund voted against it.", "Peter Lund", ["Senator"]),
        ("Senator Clara Holm and Peter Lund voted against it.", "Peter Lund", []),
        ("Clara Holm, a Danish diplomat, arrived in Oslo.", "Clara Holm", ["Danish diplomat"]),
    ],
)
def test_roles_of_several_and_for_a_living(text: str, name: str, roles: list[str]) -> None:
    actor = named(text)[name]
    assert [role.title for role in actor.roles] == roles
    assert actor.speaks_for is None


def test_an_envoy_speaks_for_who_sends_not_where_to() -> None:
    found, _ = find("The Danish ambassador to Kenya, Clara Holm, said on Monday that the talks would go on.")
    holm = next(actor for actor in found if actor.name == "Clara Holm")
    assert holm.speaks_for is not None
    assert found[holm.speaks_for].name == "Denmark"


def test_laws_and_buildings_are_no_actors() -> None:
    found = named("The Public Order Act was passed. Protesters surrounded the Harrow Courthouse on Monday.")
    assert not {"Public Order Act", "Harrow Courthouse"} & set(found)


@pytest.mark.parametrize(("name", "of"), [("Communications Workers of Kenya", None), ("Kenya Ports Company", "Kenya")])
def test_workers_of_a_land_are_no_part_of_its_state(name: str, of: str | None) -> None:
    known = of_actors({})
    cast = Cast(known)
    index = cast.organization(name, known.match(name, name.index("Kenya"), "Kenya"))
    part_of = cast.actors[index].part_of
    assert (cast.actors[part_of].name if part_of is not None else None) == of


@pytest.mark.parametrize(
    ("text", "name", "absent"),
    [
        ("US Secretary of Defense Lloyd Berg arrived on Monday.", "Lloyd Berg", "Defense Lloyd Berg"),
        ("The Organization of American States praised the vote.", "Organization of American States", "Organization"),
        ("Electoral Chairman Kofi Mensah said so on Monday.", "Kofi Mensah", "Electoral"),
    ],
)
def test_names_are_whole_and_without_portfolios(text: str, name: str, absent: str) -> None:
    found = named(text)
    assert name in found
    assert absent not in found


def test_a_short_title_is_a_role_and_what_is_owned_is_not_the_owners() -> None:
    found, _ = find("Gov. Clara Holm met a US-owned carrier's crew on Monday.")
    assert [role.title for actor in found if actor.name == "Clara Holm" for role in actor.roles] == ["Gov."]
    assert all(actor.part_of is None for actor in found)


def test_who_speaks_behind_a_name_is_not_that_person() -> None:
    found, _ = actors.find(language.parse("They spoke with Clara Holm, the mayor said. It went well."), of_actors({}))
    assert [one.roles for one in found if one.name == "Clara Holm"] == [[]]


def test_a_short_title_is_an_office() -> None:
    found, mentions = actors.find(language.parse("Gov. Clara Holm left. The governor said it was late."), of_actors({}))
    assert {found[m.actor].name for m in mentions if m.rule == "role" and m.actor is not None} == {"Clara Holm"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Clara Holm spoke. Holm wore red. Her brother Peter Holm came. Later Holm left.", "Clara Holm"),
        ("Clara Holm and Peter Holm spoke. Clara Holm laughed. Later Holm left.", "Clara Holm"),
        ("Peter Holm and Clara Holm spoke. Later Holm left.", None),
    ],
)
def test_a_surname_that_two_share_is_whom_the_article_calls_by_it(text: str, name: str | None) -> None:
    assert meant(text, "Holm") == {name}


def test_a_council_is_no_association_and_a_company_is_no_union() -> None:
    text = "The Riders Association objected on Monday. The council met."
    assert meant(text, "The council") <= {None}
    text = "Northway Buses cut jobs. The Riders Association objected. The company met."
    assert meant(text, "The company") == {"Northway Buses"}


def test_what_acts_and_lies_nowhere_is_no_place() -> None:
    text = "Norvatel cut jobs. Unions objected. Norvatel hired guards. Norvatel closed shops. The company was sorry."
    assert {one.kind for one in named(text).values() if one.name == "Norvatel"} <= {"organization"}


def test_a_spokeswoman_of_nobody_is_of_the_body_spoken_of() -> None:
    text = "The Northtown Council rejected the claim. A spokeswoman said it had made offers."
    assert meant(text, "A spokeswoman") == {"Northtown Council spokeswoman"}
    text = "Peter Lund rejected the claim. A spokeswoman said he had made offers."
    assert meant(text, "A spokeswoman") == {"Spokeswoman"}


def test_a_surname_that_begins_a_sentence_is_no_noun() -> None:
    text = "Transport Minister Peter Lund met union leaders in Bergen on Monday. Lund called for mediation."
    assert "Lund" not in named(text)


def test_officials_are_those_named_before() -> None:
    text = "Danish officials met in Bergen. Officials said the talks went well."
    assert meant(text, "Officials") == {"Danish officials"}
    text = "Danish officials met in Bergen. Some officials said the talks went well."
    assert meant(text, "Some officials") == {"Officials"}


def test_a_ministrys_spokeswoman_is_a_person() -> None:
    found, _ = find('"We wait," said Rin Solata, the ministry\'s spokeswoman.')
    assert [(a.name, a.kind) for a in found if a.name == "Rin Solata"] == [("Rin Solata", "person")]


def test_an_association_named_behind_its_noun_is_an_organization() -> None:
    text = "The bakers' association, Ovenlinks, has offered two per cent. Ovenlinks rejected the demand."
    found, _ = find(text)
    assert [(a.name, a.kind) for a in found if a.name == "Ovenlinks"] == [("Ovenlinks", "organization")]


def test_a_party_is_one_with_and_without_that_word() -> None:
    text = "The ruling Green Dawn party won the vote. Leaders congratulated Green Dawn on Monday."
    found, _ = find(text)
    assert len([a for a in found if a.name.startswith("Green Dawn")]) == 1


@pytest.mark.parametrize("text", ["Each country accused the other.", "The mayor urged citizens to gather at noon."])
def test_anybody_is_no_actor(text: str) -> None:
    doc = language.parse(text)
    found, mentions = actors.find(doc, of_actors({}))
    found, _ = newcomers.add(doc, attribution.find(doc), found, mentions)
    assert not {a.name for a in found} & {"Country", "Countries", "Citizens"}

from collections.abc import Sequence

import pytest

from generator.drafting import dates, events, figures, places
from generator.drafting.event_sentences import sentence_type
from generator.drafting.findings import Attribution, FoundActor, FoundEvent, Mention
from generator.drafting.language import parse

PUBLISHED = "2024-03-14"


def found(
    text: str, names: Sequence[str] = (), quoted: Sequence[str] = (), published: str | None = PUBLISHED
) -> list[FoundEvent]:
    """Return the events of a text whose actors are named by plain strings and whose direct quotes are given."""
    doc = parse(text)
    actors = [FoundActor(name, "organization") for name in names]
    mentions = [
        Mention(at, at + len(name), index, "name", "test")
        for index, name in enumerate(names)
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    quotes = [Attribution(((text.index(q), text.index(q) + len(q)),), (), (), "direct", "test") for q in quoted]
    return events.find(
        doc, actors, mentions, dates.find(doc, published), figures.find(doc), places.find(doc), quotes, published
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Peru signed a trade agreement on Monday.", "agree"),
        ("Kenya and Peru held talks on Monday.", "consult"),
        ("Kenya recognised Peru on Monday.", "support"),
        ("Kenya and Peru exchanged prisoners on Monday.", "cooperate"),
        ("Kenya delivered food to Peru on Monday.", "aid"),
        ("Kenya lifted a curfew on Monday.", "concede"),
        ("Kenya withdrew its troops from Peru on Monday.", "retreat"),
        ("Kenya sued Peru on Monday.", "accuse"),
        ("Kenya vetoed the plan on Monday.", "reject"),
        ("Kenya gave Peru an ultimatum on Monday.", "threaten"),
        ("Teachers in Kenya went on strike over wages on Monday.", "protest"),
        ("Kenya imposed tariffs on Peru on Monday.", "sanction"),
        ("Kenya deployed troops on Monday.", "mobilize"),
        ("Kenya arrested three reporters on Monday.", "coerce"),
        ("Kenya bombed a port in Peru on Monday.", "assault"),
    ],
)
def test_types_an_event(text: str, kind: str) -> None:
    assert [event.type for event in found(text, ["Kenya", "Peru"])] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not attack Peru on Monday.",
        "Kenya may attack Peru on Monday.",
        "If Kenya attacks Peru on Monday, the port will close.",
        "Kenya regularly attacked Peru.",
        "Kenya wants to attack Peru.",
        "Kenya denied that it attacked Peru on Monday.",
        "Kenya refused to sign the agreement on Monday.",
        "No attack was launched on Monday.",
        "Kenya said on Monday that the weather was fine.",
        "Kenya criticised Peru on Monday.",
        "Kenya is a country of many attacks.",
    ],
)
def test_passes_over_what_is_denied_hypothetical_habitual_or_only_said(text: str) -> None:
    assert found(text, ["Kenya", "Peru"]) == []


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Kenya and Peru will meet on Monday.", True),
        ("Kenya plans to send weapons to Peru.", True),
        ("A meeting of Kenya and Peru is scheduled for 20 March.", True),
        ("Kenya said it would send weapons to Peru.", True),
        ("Kenya and Peru met on Monday.", False),
        ("Kenya began bombing Peru on Monday.", False),
    ],
)
def test_tells_plans_from_what_happened(text: str, planned: bool) -> None:
    assert [event.planned for event in found(text, ["Kenya", "Peru"])] == [planned]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Kenya bombed Peru on Monday.", {"Kenya": "actor", "Peru": "victim"}),
        ("Peru was bombed by Kenya on Monday.", {"Kenya": "actor", "Peru": "victim"}),
        ("Kenya launched an attack on Peru on Monday.", {"Kenya": "actor", "Peru": "target"}),
        ("Kenya met with Peru on Monday.", {"Kenya": "participant", "Peru": "participant"}),
        ("Talks between Kenya and Peru began on Monday.", {"Kenya": "participant", "Peru": "participant"}),
        ("A meeting of Kenya and Peru was held on Monday.", {"Kenya": "participant", "Peru": "participant"}),
        ("Kenya supplied Peru with weapons on Monday.", {"Kenya": "actor", "Peru": "recipient"}),
        ("Kenya imposed sanctions on Peru on Monday.", {"Kenya": "actor", "Peru": "target"}),
    ],
)
def test_gives_roles_from_the_dependencies(text: str, roles: dict[str, str]) -> None:
    names = ["Kenya", "Peru"]
    (event,) = found(text, names)
    assert {names[p.actor]: p.role for p in event.participants} == roles


def test_takes_date_place_and_figures_of_its_clause() -> None:
    (event,) = found("Kenya bombed the port in Lima on 11 March, killing 12 people.", ["Kenya"])
    assert event.date == "2024-03-11"
    assert event.place is not None
    assert event.place.name == "Lima"
    assert [f.value for f in event.figures] == [12]


def test_what_lies_hours_before_a_dated_event_is_of_its_day() -> None:
    text = "Kenya bombed a port hours before Peru and Chile held talks on Monday."
    assert {e.type: e.date for e in found(text, ["Kenya", "Peru", "Chile"])}["assault"] == "2024-03-11"


def test_an_undated_event_goes_on_from_the_one_before_it() -> None:
    text = "Kenya and Peru met on Monday. They signed an agreement."
    assert [e.date for e in found(text, ["Kenya", "Peru", "They"])] == ["2024-03-11", "2024-03-11"]


def test_the_past_perfect_does_not_go_on() -> None:
    text = "Kenya and Peru met on Monday. They had signed an agreement."
    assert [e.date for e in found(text, ["Kenya", "Peru", "They"])] == ["2024-03-11", None]


def test_all_mentions_of_an_event_are_one() -> None:
    text = (
        "Kenya launched an attack on Peru on Monday. The attack damaged a port. "
        "Twelve people were injured in the attack."
    )
    (event,) = found(text, ["Kenya", "Peru"])
    assert len(event.also) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya bombed Lima on Monday. Kenya bombed Cusco on Tuesday.",
        "Kenya bombed a port in Lima on Monday. Kenya bombed a port in Cusco on Monday.",
        "Kenya and Peru met on Monday. Kenya will meet Peru on Friday.",
    ],
)
def test_events_of_other_days_or_places_stay_apart(text: str) -> None:
    assert len(found(text, ["Kenya", "Peru"])) == 2


def test_a_quote_counts_less_than_the_articles_own_words() -> None:
    said = "We bombed the port."
    text = f"“{said}” Kenya wrote."
    assert len(found(text, ["We"])) == 1
    assert found(text, ["We"], quoted=[said]) == []


def test_a_heading_repeats_what_the_text_tells() -> None:
    text = "Kenya signs accord with Peru\n\nKenya signed an accord with Peru on Monday."
    (event,) = found(text, ["Kenya", "Peru"])
    assert text[event.start : event.end] == "signed"
    assert len(event.also) == 1


def test_the_quote_is_verbatim_and_within_a_paragraph() -> None:
    text = "Kenya bombed Peru on Monday.\n\nPeru and Chile met on Tuesday."
    assert [text[slice(*e.quote)] for e in found(text, ["Kenya", "Peru", "Chile"])] == text.split("\n\n")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kenya bombed a port on Monday.", "Kenya bombs port"),
        ("Kenya and Peru signed a trade agreement in Lima on Monday.", "Kenya and Peru sign trade agreement in Lima"),
        ("Three reporters were arrested in Lima on Monday.", "Three reporters arrested in Lima"),
        ("Talks between Kenya and Peru began on Monday.", "Talks between Kenya and Peru"),
        ("Negotiators resumed talks in Lima on Monday.", "Negotiators resume talks in Lima"),
        ("Talks collapsed on Monday.", "Talks collapse"),
        ("Talks between Kenya and Peru had collapsed on Monday.", "Talks between Kenya and Peru collapse"),
        ("Kenya’s court ruled on Tuesday that the tax was lawful.", "Kenya’s court rules that tax was lawful"),
        (
            "Forty nurses walked out in Lima on Monday, the largest stoppage since 2023.",
            "Forty nurses walk out in Lima",
        ),
        ("Kenya bombed ports, bridges, railway stations on Monday.", "Kenya bombs ports, bridges, railway stations"),
    ],
)
def test_titles_are_short_and_in_the_present_tense(text: str, title: str) -> None:
    assert [e.title for e in found(text, ["Kenya", "Peru"])] == [title]


def test_titles_put_what_a_clause_describes_behind_its_preposition() -> None:
    titles = [event.title for event in found("It was a pact that Peru withdrew from in 2019.", ["Kenya", "Peru"])]
    assert "Peru withdraws from pact" in titles


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dock workers called off a strike over pay.", "concede"),
        ("A drone strike hit a base.", "assault"),
        ("A strike by rail unions over pay entered its second day.", "protest"),
        ("Kenya agreed to meet Peru.", "agree"),
        ("Kenya will meet Peru.", "agree"),
        ("Kenya threatened to bomb Peru.", "threaten"),
        ("Kenya refused to meet Peru.", "reject"),
        ("Kenya urged Peru to withdraw.", "request"),
        ("Officials said Kenya had arrested a reporter.", "coerce"),
        ("The weather was fine.", None),
    ],
)
def test_one_type_for_a_sentence(text: str, kind: str | None) -> None:
    assert sentence_type(next(iter(parse(text).sents))) == kind


def test_a_part_is_linked_to_the_larger_event() -> None:
    text = "The summit of Kenya and Peru began on Monday. During the summit, Kenya signed a treaty with Chile."
    summit, treaty = found(text, ["Kenya", "Peru", "Chile"])
    assert (summit.part_of, treaty.part_of) == (None, 0)


def test_events_beside_each_other_are_no_parts() -> None:
    text = "Kenya and Peru met on Monday. Kenya signed a treaty with Chile on Tuesday."
    assert [e.part_of for e in found(text, ["Kenya", "Peru", "Chile"])] == [None, None]


@pytest.mark.parametrize(
    "text",
    ["The family fought to keep its house.", "Kenya asked for its ship to be returned.", "Their boat sank in May."],
)
def test_figurative_wished_and_accidental_things_are_no_events(text: str) -> None:
    assert found(text, ["Kenya"]) == []


def test_a_strike_without_an_object_is_a_stoppage() -> None:
    assert [e.type for e in found("Teachers struck on Monday in Lima.")] == ["protest"]
    assert [e.type for e in found("Rebels struck the port on Monday.")] == ["assault"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dockers voted on Monday to extend their strike.", "protest"),
        ("Senators voted on Monday to reject the bill.", "reject"),
        ("Dockers have refused to unload ships since Monday.", "protest"),
        ("A challenge by Kenya was dismissed by the court on Monday.", "reject"),
        ("A judge will hear the suit of Kenya on Monday.", "accuse"),
        ("Kenya turned down the offer of Peru on Monday.", "reject"),
        ("In a letter on Monday, Kenya urged Peru to act.", "request"),
        ("Ministers of Kenya and Peru gathered in Lima on Monday.", "consult"),
        ("Kenya was fined $900 on Monday.", "sanction"),
        ("The border crossing between Kenya and Peru reopened on Monday.", "retreat"),
        ("Police cleared the square on Monday.", "coerce"),
        ("Peru responded with air raids on Monday.", "assault"),
        ("Kenya announced the result of the vote on Monday.", "consult"),
    ],
)
def test_types_events_of_labour_courts_companies_and_votes(text: str, kind: str) -> None:
    assert kind in [event.type for event in found(text, ["Kenya", "Peru", "Dockers", "Police", "Senators"])]


@pytest.mark.parametrize(
    "text",
    [
        "The earthquake killed 90 people in Peru on Monday.",
        "Ninety people were killed in a flood on Monday.",
        "Had he resigned on Monday, Kenya would have voted.",
        "Kenya demands that Peru reopen the border by Monday.",
        "The strike will cost Peru millions.",
        "The Germans have agreed.",
        "Kenya urged Peru on Monday to act.",
    ],
)
def test_passes_over_disasters_conditions_demands_and_consequences(text: str) -> None:
    assert found(text, ["Kenya", "Peru", "The Germans"]) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The walkout, which began on 4 March, has left 31 ships at anchor.", "2024-03-04"),
        ("The border of Peru has been closed by Kenya since Monday.", "2024-03-11"),
        ("Kenya will file a petition today, its lawyer told reporters.", "2024-03-14"),
        ("Kenya agreed to buy a stake in Peru on Monday.", "2024-03-11"),
        ("By Saturday evening thousands had returned. Dockers built barricades.", "2024-03-09"),
        ("On Tuesday President Ruto flies to Lima with Peru.", "2024-03-19"),
        ("Kenya met Peru on Monday. It has expelled the ambassador of Peru.", None),
        ("Kenya bombed Peru on 2 March. Peru responded with air raids on 3 March.", "2024-03-03"),
    ],
)
def test_dates_what_began_has_just_happened_or_goes_on(text: str, date: str | None) -> None:
    assert found(text, ["Kenya", "Peru", "Dockers", "Ruto"])[-1].date == date


def test_one_stands_for_the_event_before() -> None:
    events_found = found("The last round of talks took place on 2 March, the previous one on 16 February.")
    assert [(event.type, event.date) for event in events_found] == [
        ("consult", "2024-03-02"),
        ("consult", "2024-02-16"),
    ]
    assert found("Kenya built a bridge, the previous one on 16 February.", ["Kenya"]) == []


def test_describes_soldiers_by_a_participle_without_an_attack() -> None:
    assert "assault" not in [
        event.type for event in found("Kenya exchanged prisoners and seriously wounded soldiers on Monday.", ["Kenya"])
    ]


@pytest.mark.parametrize(("rule", "count"), [("turn", 1), ("quote", 0)])
def test_an_event_in_a_turn_of_an_interview_counts(rule: str, count: int) -> None:
    text = "Kenya sent doctors to Peru."
    doc = parse(text)
    actors = [FoundActor("Kenya", "state"), FoundActor("Peru", "state")]
    mentions = [Mention(0, 5, 0, "name", "test"), Mention(22, 26, 1, "name", "test")]
    said = [Attribution(((0, len(text)),), (), (), "direct", rule)]
    assert len(events.find(doc, actors, mentions, [], [], [], said, PUBLISHED)) == count


def test_a_figure_is_of_who_gives_it() -> None:
    text = "Kenya said Peru arrested 30 reporters on Monday."
    doc = parse(text)
    actors = [FoundActor("Kenya", "state"), FoundActor("Peru", "state")]
    mentions = [Mention(0, 5, 0, "name", "test"), Mention(11, 15, 1, "name", "test")]
    said = [Attribution(((11, len(text) - 1),), ((6, 10),), ((0, 5),), "indirect", "test")]
    events_found = events.find(
        doc, actors, mentions, dates.find(doc, PUBLISHED), figures.find(doc), places.find(doc), said, PUBLISHED
    )
    assert [figure.by for event in events_found for figure in event.figures] == [0]
    untold = events.find(doc, actors, mentions, dates.find(doc, PUBLISHED), figures.find(doc), [], [], PUBLISHED)
    assert [figure.by for event in untold for figure in event.figures] == [None]

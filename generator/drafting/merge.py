"""Findings to records: what is new becomes a draft, what is known gets one more piece of evidence."""

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from generator.articles import Article
from generator.drafting.findings import (
    Findings,
    FoundActor,
    FoundEvent,
    FoundFigure,
    FoundParticipant,
    FoundPlace,
    FoundStatement,
    Offsets,
)
from generator.drafting.issues import OTHER, Issues, named
from generator.drafting.known import sounds_like
from generator.drafting.names import same_person, sound, surname
from generator.drafting.origin import add_article, article_id, line, slug
from generator.drafting.sameness import same_event, same_statement
from generator.drafting.shelf import Shelf
from generator.drafting.standing import Standing
from generator.problems import Problem
from generator.records import models
from generator.records.values import visible

ENOUGH = 5
"""Articles that a role is quoted from; more would tell an editor nothing."""


class Merge:
    """One article's findings on their way into the shelf. `problems` tells what an editor must decide."""

    def __init__(self, shelf: Shelf, issues: Issues, article: Article, findings: Findings, path: str) -> None:
        self.shelf, self.issues, self.article, self.findings = shelf, issues, article, findings
        self.path = path
        self.text = article.text
        self.ident = article_id(shelf, article)
        self.standing = Standing(shelf.standing.get(self.ident, ()), self.text)
        self.idents: dict[int, str] = {}
        self.events: dict[int, str] = {}
        self.problems: list[Problem] = []
        self.far = issues.circles.far(named(findings, shelf.names))
        """The issues that the article is not about."""

    def run(self) -> None:
        """Add all that was found, the article's own record last."""
        for index, actor in enumerate(self.findings.actors):
            if actor.kind == "person" and actor.roles:
                with self._guarded("role"):
                    self.actor(index)
        for number, event in enumerate(self.findings.events):
            with self._guarded("event"):
                self.events[number] = self._event(event)
        self._link_parts()
        for statement in self.findings.statements:
            with self._guarded("statement"):
                self._statement(statement)
        add_article(self.shelf, self.article, self.ident, [self.actor(index) for index in self.findings.relays])

    @contextmanager
    def _guarded(self, what: str) -> Iterator[None]:
        """Turn what the models refuse into a problem: the rest of the article goes on."""
        try:
            yield
        except ValidationError as error:
            self._problem(f"a drafted {what} was dropped: {error.errors()[0]['msg']}", "draft-evidence")

    def quote(self, span: Offsets) -> models.Evidence:
        """Return the words at span as evidence."""
        return models.Evidence(article=self.ident, quote=visible(self.text[slice(*span)]).strip())

    def actor(self, index: int) -> str:
        """Return the record id of a found actor, which is made or extended first."""
        if index not in self.idents:
            found = self.findings.actors[index]
            self.idents[index] = known = self._known_actor(found) or self._new_actor(index, found)
            self._extend_actor(known, found)
        return self.idents[index]

    def _known_actor(self, found: FoundActor) -> str | None:
        if found.ident is not None and found.ident in self.shelf.actors:
            return found.ident
        if found.ambiguous:
            names = " or ".join(found.ambiguous)
            self._problem(f"'{found.name}' can be {names}; a record of its own was drafted", "ambiguous-actor")
            return None
        for name in (found.name, *found.aliases):
            fits = [
                ident for ident in sorted(self.shelf.names.get(sounds_like(name), ())) if self._fits(ident, found, name)
            ]
            if len(fits) == 1:
                return fits[0]
        return self._same_person(found)

    def _fits(self, ident: str, found: FoundActor, name: str) -> bool:
        record = self.shelf.actors[ident]
        if (record.kind == "person") != (found.kind == "person"):
            return False
        if found.kind != "person" or name != found.name or " " in name or " " not in record.name:
            return found.kind != "person" or " " not in found.name or _may_be(record, found.name)
        return True

    def _same_person(self, found: FoundActor) -> str | None:
        if found.kind != "person" or " " not in found.name:
            return None
        by_name = self.shelf.surnames.get(sound(surname(found.name)), set()) | self.shelf.names.get(
            sound(surname(found.name)), set()
        )
        fits = [
            i
            for i in sorted(by_name)
            if self.shelf.actors[i].kind == "person" and _may_be(self.shelf.actors[i], found.name)
        ]
        return fits[0] if len(fits) == 1 else None

    def _new_actor(self, index: int, found: FoundActor) -> str:
        ident = self.shelf.free("actors", slug(found.name))
        self.idents[index] = ident
        part_of = self.actor(found.part_of) if found.part_of not in (None, index) and found.kind != "person" else None
        taken = [name for name in found.aliases if self._is_free(name)]
        record = models.Actor(
            name=line(found.name),
            kind=found.kind,
            aliases=tuple(taken),
            part_of=part_of,
            roles=self._roles(found, ()),
            draft=True,
        )
        self.shelf.add("actors", ident, record)
        return ident

    def _is_free(self, name: str) -> bool:
        return not self.shelf.names.get(sounds_like(name))

    def _extend_actor(self, ident: str, found: FoundActor) -> None:
        """Add names and roles to an actor that is still a draft; one that an editor accepted stays as it is."""
        record = self.shelf.actors[ident]
        if not record.draft:
            return
        have = {record.name, *record.aliases}
        names = [name for name in (found.name, *found.aliases) if name not in have and self._only(name, ident)]
        self.shelf.extend("actors", ident, "aliases", list(dict.fromkeys(names)))
        self.shelf.extend("actors", ident, "roles", self._roles(found, record.roles))
        for number, role in enumerate(record.roles):
            told = [self.quote(one.quote) for one in found.roles if one.title.lower() == role.title.lower()]
            if told and len(role.evidence) < ENOUGH and all(one.article != self.ident for one in role.evidence):
                self.shelf.add_evidence("actors", ident, "roles", number, told[:1])

    def _only(self, name: str, ident: str) -> bool:
        return self.shelf.names.get(sounds_like(name), {ident}) == {ident}

    def _roles(self, found: FoundActor, have: tuple[models.Role, ...]) -> tuple[models.Role, ...]:
        titles = {role.title.lower() for role in have}
        speaks = self.actor(found.speaks_for) if found.speaks_for is not None else None
        roles = [
            models.Role(
                title=line(role.title),
                of=self.actor(role.of) if role.of is not None else None,
                speaks_for=speaks,
                evidence=(self.quote(role.quote),),
            )
            for role in found.roles
            if role.title.lower() not in titles and not self.standing.claims(self.quote(role.quote), "actors", "roles")
        ]
        return tuple(roles)

    def _event(self, event: FoundEvent) -> str:
        quotes = list(dict.fromkeys([self.quote(event.quote), *map(self.quote, event.also)]))
        told = [one for quote in quotes for one in self.standing.claims(quote, "events", "evidence")]
        same = [one for one in told if self.shelf.events[one.ident].type == event.type]
        exact = next((one.ident for one in same if one.quote == quotes[0].quote), None)
        if told and exact is None:
            return (same or told)[0].ident
        who = [(self.actor(one.actor), one.role) for one in event.participants if self._takes_part(one)]
        participants = tuple(models.Participant(actor=actor, role=role) for actor, role in dict(reversed(who)).items())[
            ::-1
        ]
        actors = [participant.actor for participant in participants]
        figures = [made for figure in event.figures for made in self._figure(figure, event)]
        ident = exact or same_event(self.shelf, event, actors, self.ident, [quote.quote for quote in quotes])
        if ident is None:
            return self._new_event(event, participants, figures, quotes)
        record = self.shelf.events[ident]
        self.shelf.extend("events", ident, "evidence", self.standing.are_new(quotes, record.evidence))
        self.shelf.extend("events", ident, "figures", [one for one in figures if one not in record.figures])
        return ident

    def _takes_part(self, one: FoundParticipant) -> bool:
        """Tell whether a participant is an actor: those to whom it was done are none where they have no name."""
        actor = self.findings.actors[one.actor]
        return actor.named or actor.part_of is not None or one.role not in ("victim", "target", "recipient")

    def _new_event(
        self,
        event: FoundEvent,
        participants: tuple[models.Participant, ...],
        figures: list[models.Figure],
        quotes: list[models.Evidence],
    ) -> str:
        issue = self.issues.of(quotes[0].quote, event.title, self.far)
        record = models.Event(
            title=line(event.title),
            type=event.type,
            date=event.date,
            planned=event.planned,
            place=_place(event.place),
            participants=participants,
            figures=tuple(figures),
            issues=(issue,) if issue != OTHER else (),
            evidence=tuple(quotes),
            draft=True,
        )
        when = (event.date or "undated").partition("/")[0].rstrip("~?%")[:10]
        ident = self.shelf.free("events", f"{when}-{slug(event.title)}")
        self.shelf.add("events", ident, record)
        return ident

    def _figure(self, figure: FoundFigure, event: FoundEvent) -> Iterator[models.Figure]:
        """Yield a figure with the words of its event around it where they hold what it counts."""
        start, end = figure.quote
        told = (span for span in (event.quote, *event.also) if span[0] <= start and end <= span[1])
        evidence = self.quote(next(told, figure.quote))
        if not self.standing.claims(evidence, "events", "figures"):
            yield models.Figure(
                measure=line(figure.measure) or "number",
                value=figure.value,
                upper=figure.upper,
                bound=figure.bound,
                unit=figure.unit,
                by=self.actor(figure.by) if figure.by is not None else None,
                evidence=(evidence,),
            )

    def _link_parts(self) -> None:
        """Name the larger event in those that are new and part of one."""
        for number, event in enumerate(self.findings.events):
            whole = self.events.get(event.part_of) if event.part_of is not None else None
            ident = self.events.get(number, "")
            change = self.shelf.changes.get(("events", ident))
            if (
                whole
                and whole != ident
                and change is not None
                and change.is_new
                and self.shelf.events[whole].part_of != ident
            ):
                record = self.shelf.events[ident]
                self.shelf.events[ident] = record.model_copy(update={"part_of": whole})

    def _statement(self, statement: FoundStatement) -> None:
        who = statement.holder if statement.holder is not None else statement.speaker
        if who is None:
            return
        evidence = self.quote(statement.quote)
        if self.standing.claims(evidence, "positions", "statements"):
            return
        holder = self.actor(who)
        known = same_statement(self.shelf, holder, statement.stance, statement.date, evidence.quote)
        if known is not None:
            position, number = known
            new = self.standing.are_new([evidence], self.shelf.positions[position].statements[number].evidence)
            self.shelf.add_evidence("positions", position, "statements", number, new)
            return
        issue = self._issue(statement, evidence.quote)
        ident = f"{holder}--{issue}"
        position_record = self.shelf.positions.get(ident)
        made = self._new_statement(statement, holder, evidence, position_record)
        if position_record is None:
            self.shelf.add(
                "positions", ident, models.Position(holder=holder, issue=issue, statements=(made,), draft=True)
            )
        else:
            self.shelf.extend("positions", ident, "statements", [made])

    def _issue(self, statement: FoundStatement, quote: str) -> str:
        start, end = statement.quote
        around = self.text[max(self.text.rfind("\n", 0, start), start - 200) + 1 : end + 100].partition("\n")[0]
        issue = self.issues.of(quote, around, self.far)
        if issue == OTHER and OTHER not in self.shelf.issues:
            record = models.Issue(title="Other matters", question="What else is said?", draft=True)
            self.shelf.add("issues", OTHER, record)
        return issue

    def _new_statement(
        self, statement: FoundStatement, holder: str, evidence: models.Evidence, position: models.Position | None
    ) -> models.Statement:
        speaker = self.actor(statement.speaker) if statement.speaker is not None else holder
        to = dict.fromkeys(self.actor(index) for index in statement.to)
        taken = {one.id for one in position.statements} if position else set()
        return models.Statement(
            id=_statement_id(statement.date or self.article.published, evidence.quote, taken),
            date=statement.date,
            stance=statement.stance,
            speaker=speaker if speaker != holder else None,
            to=tuple(one for one in to if one != holder),
            event=self.events.get(statement.event) if statement.event is not None else None,
            occasion=" ".join(visible(self.text[slice(*statement.occasion)]).split()) if statement.occasion else None,
            evidence=(evidence,),
            draft=True,
        )

    def _problem(self, message: str, rule: str) -> None:
        self.problems.append(Problem(self.path, 1, 1, "warning", message, rule))


def _may_be(record: models.Actor, name: str) -> bool:
    """Tell whether a person's record can be of that full name: no full name of it has another given name."""
    full = [form for form in (record.name, *record.aliases) if " " in form]
    return not full or any(same_person(form, name) for form in full)


def _statement_id(date: str | None, quote: str, taken: set[str | None]) -> str:
    words = slug(" ".join(quote.split()[:12]), 40)
    base = f"{date.partition('/')[0][:7]}-{words}" if date else words
    ident, number = base, 1
    while ident in taken:
        number += 1
        ident = f"{base}-{number}"
    return ident


def _place(place: FoundPlace | None) -> models.Place | None:
    if place is None:
        return None
    return models.Place(name=line(place.name), country=place.country, lat=place.lat, lon=place.lon)

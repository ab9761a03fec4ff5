"""Who is in an article: every actor once, and every place where it is named, described or meant."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drafting import coreference, groups, kinds, roles, spotting
from generator.drafting.cast import Cast, is_state_body
from generator.drafting.findings import FoundActor, Mention, Role
from generator.drafting.known import Entry, Known
from generator.drafting.layout import Layout
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACING = {
    "in",
    "at",
    "near",
    "around",
    "outside",
    "across",
    "over",
    "inside",
    "throughout",
    "into",
    "toward",
    "towards",
}
_ACTING = {"nsubj", "nsubjpass", "agent", "poss", "dobj", "dative"}


def find(doc: "Doc", known: Known) -> tuple[list[FoundActor], list[Mention]]:
    """Return the actors of a parsed article and all mentions of them, in the text's order."""
    layout = Layout(doc)
    names, known = spotting.spot(layout, known)
    cast = Cast(known)
    placed = _name_actors(doc, names, cast)
    open_roles = _give_roles(doc, names, placed, cast)
    described = list(groups.find(layout, [name for name in names if name.kind != "unknown"]))
    coreference.resolve(layout, cast, names, placed, described)
    _give_owners(doc, open_roles, cast)
    _join_described(layout, [name for name in names if roles.is_also(doc, name)], placed, cast)
    mentions = sorted(set(cast.mentions), key=lambda m: (m.start, m.end, m.actor if m.actor is not None else -1))
    return cast.actors, mentions


def _name_actors(doc: "Doc", names: list[Name], cast: Cast) -> dict[int, int]:
    """Mention every named actor; return the actor by the first token of its name. Full names come before short ones."""
    placed: dict[int, int] = {}
    order = sorted(names, key=lambda name: (_turn(name, cast.known), -len(name.words), name.start))
    supported = {entry.key for name in names for entry in name.entries if entry.rule in ("name", "people", "record")}
    acting = {entry.key for name in names for entry in name.entries if entry.rule == "capital" and _acts(doc, name)}
    before = {name.end: name for name in names if name.entries}
    for name in order:
        rule = name.entries[0].rule if name.entries else name.kind
        index = (
            _lexical_actor(doc, name, supported, acting, cast)
            if name.entries
            else _other_actor(doc, name, before, cast)
        )
        if index is not None:
            placed[name.start] = index
        if index is not None or name.kind == "person":
            cast.mention(doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1]), index, "name", rule)
    return placed


def _turn(name: Name, known: Known) -> int:
    if name.entries:
        return 4 if len(name.words) == 1 and _persons(name, known) else 0
    if name.kind == "person":
        return 1 if len(name.words) > 1 else 4
    return 2 if len(name.words) > 1 else 3


def _lexical_actor(doc: "Doc", name: Name, supported: set[str], acting: set[str], cast: Cast) -> int | None:
    """Return the actor of a name from the lexicon: a capital or seat is its state only where it can act."""
    persons = _persons(name, cast.known)
    if persons and len(name.words) == 1 and cast.by_surname(name.text):
        return cast.single(name.text)
    if len(persons) > 1:
        return cast.open(name.text, persons)
    entry = _chosen(name, supported)
    if entry is None:
        return None
    if entry.rule == "people" and _is_some_of_them(doc, name):
        return cast.described(name.text, name.text, "group", cast.entry(entry), speaks=False)
    if entry.rule in ("capital", "seat"):
        where = doc[name.end - 1]
        placed = where.dep_ == "pobj" and where.head.lower_ in _PLACING
        if placed or (entry.rule == "capital" and (entry.key not in acting or where.dep_ == "compound")):
            return None
    return cast.entry(entry)


def _is_some_of_them(doc: "Doc", name: Name) -> bool:
    """Tell whether a people's name in the plural means some of them, not their state: `many Danes`, not `the Danes`."""
    token = doc[name.end - 1]
    if not name.text.endswith("s") or token.tag_ not in ("NNS", "NNPS") or token.dep_ in ("compound", "amod"):
        return False
    return not any(child.lower_ in ("the", "these", "those") for child in token.lefts)


def _persons(name: Name, known: Known) -> list[str]:
    """Return the records of persons that a name from the lexicon can mean."""
    idents = sorted(entry.key.partition(":")[2] for entry in name.entries if entry.key.startswith("actor:"))
    return [ident for ident in idents if known.actors[ident].kind == "person"]


def _chosen(name: Name, supported: set[str]) -> Entry | None:
    fits = [entry for entry in name.entries if entry.rule not in ("capital", "seat") or entry.key in supported]
    fits = fits or [entry for entry in name.entries if entry.rule == "seat"]
    return min(fits, key=lambda entry: (entry.rule != "record", entry.rule == "capital", entry.key)) if fits else None


def _acts(doc: "Doc", name: Name) -> bool:
    token = doc[name.end - 1]
    if token.dep_ == "conj":
        token = token.head
    return token.dep_ in _ACTING or (token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "between", "against"))


def _other_actor(doc: "Doc", name: Name, before: dict[int, Name], cast: Cast) -> int | None:
    if name.kind == "person":
        return cast.person(name.text) if len(name.words) > 1 else _by_surname(doc, name, cast)
    if name.text in load("groups")["platforms"] and doc[name.start - 1].lower_ in ("on", "via", "to"):
        return None
    if len(name.words) > 1 and name.kind in ("organization", "place") and (index := cast.by_end(name.text)) is not None:
        return index
    if name.kind in ("organization", "unknown") or (name.kind == "facility" and kinds.is_organization_word(name.words)):
        if len(name.words) == 1 and cast.by_surname(name.text):
            return _by_surname(doc, name, cast)
        inside = [entry for word in _starts(name) for entry in cast.known.match(name.text, word, name.text[word:])]
        known = next((e for e in inside if e.key.startswith("body:") and name.text.endswith(f" {e.text}")), None)
        if known is not None:
            return cast.entry(known)
        if is_state_body(name.text) and (owner := before.get(name.start - (doc[name.start - 1].tag_ == "POS"))):
            inside += owner.entries
        index = cast.organization(name.text, [entry for entry in inside if entry.rule in ("name", "people")])
        _acronym(doc, name, index, cast)
        return index
    return _adherents(doc, name, cast) if name.kind == "people" else _place_actor(doc, name, cast)


def _adherents(doc: "Doc", name: Name, cast: Cast) -> int | None:
    """Return the party or group that a word in the plural means: `Democrats`, `Sunnis`."""
    last = doc[name.end - 1]
    if last.tag_ not in ("NNS", "NNPS") or last.dep_ == "compound":
        return None
    party = cast.same_organization(name.text)
    return cast.described(name.text, name.text, "group", None, speaks=False) if party is None else party


def _place_actor(doc: "Doc", name: Name, cast: Cast) -> int | None:
    if name.kind in ("region", "place") and len(name.words) == 1 and len(cast.by_surname(name.text)) == 1:
        return cast.single(name.text)
    if name.kind in ("region", "place") and _acts(doc, name) and doc[name.end - 1].dep_ not in ("poss", "dobj"):
        return cast.described(name.text, name.text, "group", None, speaks=False)
    return None


def _by_surname(doc: "Doc", name: Name, cast: Cast) -> int | None:
    one = cast.single(name.text)
    return cast.principal(name.text, doc[name.start].idx) if one is None else one


def _starts(name: Name) -> list[int]:
    return [0, *(i + 1 for i, char in enumerate(name.text) if char in " -")]


def _acronym(doc: "Doc", name: Name, index: int, cast: Cast) -> None:
    """Take `(ISW)` behind a name as another name of it."""
    if name.end + 2 < len(doc) and doc[name.end].text == "(" and doc[name.end + 2].text == ")":
        short = doc[name.end + 1].text
        if short.isupper() and len(short) > 1:
            cast.by_key[f"organization:{short.lower()}"] = index
            if short not in cast.actors[index].aliases:
                cast.actors[index].aliases.append(short)


OpenRole = tuple[int, str, roles.RoleSpan]
"""A person, the role's title, and where it stands: one that names no body."""


def _give_roles(doc: "Doc", names: list[Name], placed: dict[int, int], cast: Cast) -> list[OpenRole]:
    """Give persons the roles that the text tells; return those of which it does not name the body."""
    persons, told = {name.start for name in names if name.kind == "person"}, list[OpenRole]()
    for name in names:
        index = placed.get(name.start)
        if index is None or cast.actors[index].kind != "person" or name.entries:
            continue
        for span in roles.of_person(doc, name, persons):
            start = next((n.start for n in names if n.start < span.start < n.end), span.start)
            title = _give_role(doc, name, index, replace(span, start=start), names, placed, cast)
            told += [(index, title, span)] if title else []
    _give_land(cast)
    return told


def _give_owners(doc: "Doc", told: list[OpenRole], cast: Cast) -> None:
    """Let those with a role in `its` or `the union's` service be of the body that this means."""
    for index, title, span in told:
        owner = next((child for child in doc[span.title].lefts if child.dep_ == "poss"), None)
        of = _owner(owner, cast) if owner is not None else None
        if owner is None or of is None:
            continue
        actor, owned = cast.actors[index], f"{owner.text}{owner.doc[owner.i + 1].text} "
        for number, role in enumerate(actor.roles):
            if role.title == title and role.of is None:
                actor.roles[number] = replace(role, title=title.removeprefix(owned), of=of)
        if span.office and not span.past and actor.speaks_for is None:
            actor.speaks_for = cast.voice_of(of)


_BEFORE = 2
"""Sentences in which somebody described is looked for who is named then."""


def _join_described(layout: Layout, names: list[Name], placed: dict[int, int], cast: Cast) -> None:
    """Let who `is also` something be whom the text described by a role just before, and named nobody since."""
    for name in names:
        index, start = placed.get(name.start), layout.starts[name.start]
        persons = [m for m in cast.mentions if m.actor is not None and cast.actors[m.actor].kind == "person"]
        before = max((m for m in persons if m.end <= start), key=lambda m: m.start, default=None)
        first = layout.doc.char_span(before.start, before.end, alignment_mode="expand") if before else None
        if index is None or before is None or before.actor is None or first is None or first.root.is_title:
            continue
        other, near = cast.actors[before.actor], layout.sentence[name.start] - layout.sentence[first.start] <= _BEFORE
        if other.named or before.form != "description" or not near or not roles.is_title(first.root):
            continue
        title = other.name.removeprefix(f"{cast.people(other.part_of)} ") if other.part_of is not None else other.name
        cast.actors[index].roles.insert(0, Role(title, other.part_of, (before.start, before.end)))
        cast.actors[index].speaks_for = cast.actors[index].speaks_for or other.speaks_for
        cast.mentions = [replace(m, actor=index) if m.actor == before.actor else m for m in cast.mentions]


def _owner(owner: "Token", cast: Cast) -> int | None:
    """Return the body or state that `its` or `the union's` means; not a state where a body was named since."""
    start, end = owner.idx, owner.idx + len(owner)
    bodies = [
        m for m in cast.mentions if m.actor is not None and cast.actors[m.actor].kind in ("organization", "state")
    ]
    meant = next((m.actor for m in bodies if m.form == "pronoun" and m.start == start), None)
    if meant is None:
        return next((m.actor for m in bodies if m.form == "description" and m.end == end), None)
    named = [m for m in bodies if m.form == "name" and m.end <= start]
    last = max(named, key=lambda m: m.start, default=None)
    is_nearer = last is not None and cast.actors[last.actor or 0].kind == "organization"
    return last.actor if last is not None and is_nearer and cast.actors[meant].kind == "state" else meant


def _give_land(cast: Cast) -> None:
    """Let those in national offices of no named state speak for the article's: of two presidents whom it names most."""
    state, named = cast.only_state(), Counter(mention.actor for mention in cast.mentions)
    taken = {role.title.lower() for actor in cast.actors for role in actor.roles if role.of == state}
    for index, _ in named.most_common() if state is not None else ():
        actor = cast.actors[index] if index is not None else None
        for number, role in enumerate(actor.roles if actor else ()):
            title = role.title.lower()
            if (
                actor
                and actor.speaks_for is None
                and role.of is None
                and roles.is_national(title)
                and title not in taken
            ):
                actor.roles[number], actor.speaks_for = replace(role, of=state), state
                taken.add(title)


def _give_role(
    doc: "Doc", name: Name, index: int, span: roles.RoleSpan, names: list[Name], placed: dict[int, int], cast: Cast
) -> str | None:
    """Give a person a role; return its title where it names no body."""
    actor, title = cast.actors[index], roles.title_of(doc, span)
    of = _described_body(doc, span, names, placed, cast)
    if of is None:
        of = _body_of(doc, span, names, placed, cast)
    start, end = min(span.start, name.start), max(span.end, name.end)
    quote = (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    if all(role.title.lower() != title.lower() for role in actor.roles) and not any(
        "\n" in token.text for token in doc[start:end]
    ):
        actor.roles.append(Role(" ".join(title.split()), of, quote))
    if of is not None and span.office and not span.past and actor.speaks_for is None:
        actor.speaks_for = cast.voice_of(of)
    return " ".join(title.split()) if of is None else None


def _words(doc: "Doc", start: int, end: int) -> list[str]:
    return [token.lower_ for token in doc[start:end]]


def _body_of(doc: "Doc", span: roles.RoleSpan, names: list[Name], placed: dict[int, int], cast: Cast) -> int | None:
    """Return the body or state a role is in: named behind `of` (not `to`), else the last one before the title."""
    inside = [n for n in names if span.start <= n.start < span.end and n.start in placed]
    inside = [n for n in inside if cast.actors[placed[n.start]].kind != "person" and doc[n.end].text != "-"]
    sent = [n for n in inside if doc[n.start - 1].lower_ in ("to", "the") and "to" in _words(doc, span.title, n.start)]
    behind = [n for n in inside if n.start > span.title and n not in sent]
    before = [n for n in inside if n.start < span.title]
    chosen = behind[:1] or before[-1:]
    return placed[chosen[0].start] if chosen else None


def _described_body(
    doc: "Doc", span: roles.RoleSpan, names: list[Name], placed: dict[int, int], cast: Cast
) -> int | None:
    """Return the body that a role names by what it is: head of Northtown's housing administration."""
    if span.title + 2 >= span.end or doc[span.title + 1].lower_ not in ("of", "at", "for"):
        return None
    text = doc[span.title + 2 : span.end].text.removeprefix("the ").strip()
    if text.islower() and doc[span.title].lower_ in ("minister", "secretary"):
        return None
    if any(span.title < name.start and len(name.words) > 1 for name in names if name.start < span.end):
        return None
    if not kinds.is_organization_word(text.replace("’s", "").replace("'s", "").split()):
        return None
    inside = [n for n in names if span.title < n.start < span.end and n.start in placed]
    of = next((placed[n.start] for n in inside if not n.entries or n.entries[0].rule != "capital"), None)
    return cast.described(text, text[:1].upper() + text[1:], "organization", of, speaks=False)

"""Which person a role means: `the minister`, `the foreign ministers of X and Y, ANN EXAMPLE and BO SAMPLE`."""

from typing import TYPE_CHECKING

from generator.drafting.cast import Cast
from generator.drafting.groups import Described
from generator.drafting.kinds import is_body_word
from generator.drafting.names import fold
from generator.drafting.roles import role_nouns
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.drafting.coreference import Discourse

Meant = tuple[int | None, str]

HEADS = frozenset(("president", "prime minister", "premier", "chancellor", "leader"))
DEPUTIES = frozenset(("vice", "deputy", "assistant"))
OTHERS = frozenset(("vice", "deputy", "former", "first", "then", "future", "next", "other", "ex", "late"))
"""What tells that someone else is meant than the head of a state or a body."""

_GENERIC_PERSONS = {
    "politician",
    "official",
    "diplomat",
    "expert",
    "analyst",
    "leader",
    "minister",
    "lawmaker",
    "economist",
    "researcher",
    "professor",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "spokes",
    "president",
    "author",
    "journalist",
    "officer",
    "executive",
}


def person(discourse: "Discourse", phrase: Described, of: list[int]) -> list[Meant]:
    """Return the person that a role stands for: the one who has it, else somebody unnamed."""
    cast, head = discourse.cast, discourse.doc[phrase.head]
    bare = not any(child.dep_ in ("det", "poss", "nummod") for child in head.children)
    if phrase.definite or bare:
        known = _bearer(discourse, phrase, of) if phrase.definite and (of or not _has_owner(head)) else None
        if known is None:
            known = _only_bearer(discourse, phrase, of)
        if known is not None:
            return [(known, "role")]
    theirs = any(child.dep_ == "poss" for child in head.lefts) and not of
    if phrase.definite and not theirs and (near := _nearest(discourse, phrase, of)) is not None:
        return [(near, "nearest-person")]
    if head.dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "dative"):
        return []
    body = of[-1] if of else _body_before(discourse, phrase)
    if body is not None and not of:
        name = f"{cast.actors[body].name} {head.lower_}"
        return [(cast.described(name, name, "person", body, phrase.office), "its-person")]
    if (
        body is None
        and head.dep_ == "nsubj"
        and _role_noun(head.lower_) == "spokes"
        and fold(phrase.text) == head.lower_
    ):
        body = _spoken_of(discourse, phrase)
        if body is not None:
            name = f"{cast.actors[body].name} {head.lower_}"
            return [(cast.described(name, name, "person", body, phrase.office), "its-spokesperson")]
    speaks = phrase.office or _is_governments(head)
    return [(cast.described(_key(cast, phrase, body), phrase.text, "person", body, speaks), "unnamed-person")]


def _nearest(discourse: "Discourse", phrase: Described, of: list[int]) -> int | None:
    if not of and fold(phrase.text) in _GENERIC_PERSONS:
        back = discourse.back(discourse.doc[phrase.head], {"person"}, 2)
        near = (seen.actor for seen in back if seen.subject and discourse.cast.actors[seen.actor].named)
        if (found := next(near, None)) is not None:
            return found
    return _near_without_role(discourse, phrase, of)


def _near_without_role(discourse: "Discourse", phrase: Described, of: list[int]) -> int | None:
    """Return whom a head of state or government can only be that nobody is told to be: who was named just before."""
    cast, head = discourse.cast, discourse.doc[phrase.head]
    words = fold(head.doc[phrase.start : head.i + 1].text).split()
    if not HEADS & {" ".join(words[-1:]), " ".join(words[-2:])} or set(words) & OTHERS:
        return None
    near = [seen.actor for seen in discourse.back(head, {"person"}, 2) if seen.subject and not seen.quoted]
    if not near or cast.actors[near[0]].roles or not cast.actors[near[0]].named:
        return None
    if of and cast.actors[near[0]].speaks_for is None:
        cast.actors[near[0]].speaks_for = cast.voice_of(of[-1])
    return near[0]


def _is_governments(head: "Token") -> bool:
    """Tell whether someone unnamed is a government's: `a Danish government source`."""
    own = load("organization_words")["government"]
    return any(child.dep_ == "compound" and child.lower_ in own for child in head.lefts)


def _key(cast: Cast, phrase: Described, body: int | None) -> str:
    """Return what `a Danish government source` and `the government source in Denmark` share."""
    own = {part for name in phrase.of for part in fold(name.text).split()}
    if body is None or not phrase.of or cast.actors[body].kind != "state":
        return phrase.text
    return f"{cast.actors[body].name} {' '.join(part for part in fold(phrase.text).split() if part not in own)}"


def _body_before(discourse: "Discourse", phrase: Described) -> int | None:
    """Return the body that `a ministry spokesman` speaks for: the last with that noun in its name."""
    head = discourse.doc[phrase.head]
    nouns = [child.lower_ for child in head.lefts if child.dep_ == "compound" and is_body_word(child.text)]
    if not phrase.office or len(nouns) != 1 or _has_owner(head):
        return None
    if nouns == ["government"]:
        return discourse.cast.only_state()
    bodies = discourse.back(head, {"organization"}, 12)
    return next((b.actor for b in bodies if nouns[0] in fold(discourse.cast.actors[b.actor].name).split()), None)


def _spoken_of(discourse: "Discourse", phrase: Described) -> int | None:
    """Return whose a bare `a spokeswoman` is: the body or state that the text last made a subject of."""
    if _has_owner(discourse.doc[phrase.head]):
        return None
    back = discourse.back(discourse.doc[phrase.head], {"organization", "state"}, 2)
    near = [seen for seen in back if seen.subject and not seen.quoted]
    return near[0].actor if near else None


def _has_owner(head: "Token") -> bool:
    """Tell whether a role says itself whose it is: a spokesperson for the carrier."""
    named = any(child.dep_ == "poss" and child.pos_ != "PRON" for child in head.lefts)
    return named or any(child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "from") for child in head.rights)


def _bearer(discourse: "Discourse", phrase: Described, of: list[int]) -> int | None:
    """Return the person last mentioned who was given this role: `the minister`, `the Danish minister`."""
    cast, noun = discourse.cast, discourse.doc[phrase.head].lower_
    body = cast.voice_of(of[-1]) if of else None
    wanted, rules = _role_noun(noun), _is_ruled(cast, of)
    for seen in reversed(discourse.seen):
        actor = cast.actors[seen.actor]
        if actor.kind != "person" or (body is not None and actor.speaks_for not in (body, None)):
            continue
        given = [role_nouns(role.title) for role in actor.roles if _is_as_high(role.title, phrase)]
        titles = {_role_noun(word) for title in given for word in title | _heads(title, rules)}
        titles |= (
            {_role_noun(word) for word in fold(actor.name).split()} if " " in actor.name and not actor.roles else set()
        )
        if wanted in titles and (body is None or actor.speaks_for == body):
            return seen.actor
    return None


def _only_bearer(discourse: "Discourse", phrase: Described, of: list[int]) -> int | None:
    """Return the one person whom the article gives this role further on: `the envoy` of a lead.

    Whose role was not said before, speaks from then on for the state or body that this phrase names.
    """
    cast, words = discourse.cast, set(fold(phrase.text).split())
    wanted, rules = _role_noun(discourse.doc[phrase.head].lower_), _is_ruled(cast, of)
    own = {word for index in of for word in fold(cast.actors[index].name).split()}
    fields = words & set(load("roles")["portfolios"])
    bearers = {}
    for index, actor in enumerate(cast.actors):
        given = [role.title for role in actor.roles if actor.kind == "person" and _is_as_high(role.title, phrase)]
        for title in map(role_nouns, given):
            if wanted in {_role_noun(word) for word in title | _heads(title, rules)}:
                bearers[index] = title
    if of:
        fits = [i for i, title in bearers.items() if _is_of(cast, i, of) and (not fields or fields <= title)]
        fits = [i for i in fits if cast.actors[i].speaks_for is not None or _is_at_hand(discourse, phrase, i)]
    elif wanted in _GENERIC_PERSONS:
        fits = [i for i, title in bearers.items() if len(words) > 1 and words - own <= title]
    else:
        fits = list(bearers) if len(bearers) == 1 else []
    if len(fits) != 1:
        return None
    actor = cast.actors[fits[0]]
    if of and actor.speaks_for is None and phrase.office:
        actor.speaks_for = cast.voice_of(of[-1])
    return fits[0]


def _is_ruled(cast: Cast, of: list[int]) -> bool:
    return not of or cast.actors[of[-1]].kind == "state"


def _is_at_hand(discourse: "Discourse", phrase: Described, person: int) -> bool:
    """Tell whether a person was just mentioned, or is only named further on."""
    head = discourse.doc[phrase.head]
    near = any(seen.actor == person and seen.subject for seen in discourse.back(head, {"person"}, 2))
    return (near and not discourse.quoted[head.i]) or all(seen.actor != person for seen in discourse.seen)


def _is_as_high(title: str, phrase: Described) -> bool:
    """Tell whether a title is a deputy's where the phrase is, and only there: `the president` is no vice president."""
    return not (set(fold(title).split()) ^ set(fold(phrase.text).split())) & DEPUTIES


def _heads(title: set[str], rules: bool) -> set[str]:
    """Return `chief` for who heads a body, `leader` for who heads a state or its government: rules, if one is meant."""
    heads = ({"president"}, {"prime", "minister"}, {"premier"}, {"chancellor"}, {"king"}, {"emir"})
    if title & {"vice", "deputy", "assistant", "former"}:
        return set()
    body = (
        {"chief", "head", "boss"}
        if title & {"director", "chairman", "chairwoman", "commissioner", "head", "chief"}
        else set()
    )
    return body | ({"leader"} if rules and any(head <= title for head in heads) else set())


def _is_of(cast: Cast, person: int, of: list[int]) -> bool:
    """Tell whether a person's role is in one of these bodies, or says nothing of any."""
    bodies = {role.of for role in cast.actors[person].roles if role.of is not None} | {cast.actors[person].speaks_for}
    persons = all(cast.actors[index].kind == "person" for index in of)
    return (bodies <= {None} and not persons) or bool(bodies & set(of))


def _role_noun(word: str) -> str:
    for ending in ("woman", "person", "man", "people"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word


def named_members(discourse: "Discourse", phrase: Described, placed: dict[int, int]) -> list[int]:
    """Return the persons that a plural names behind it."""
    found, doc = [], discourse.doc
    bodies = [n for n in phrase.of if n.start in placed and discourse.cast.actors[placed[n.start]].kind != "person"]
    index = max([phrase.head + 1, *(name.end for name in bodies)])
    while index < min(len(doc), phrase.head + 30) and (index in placed or doc[index].lower_ in (",", "and")):
        actor = placed.get(index)
        if actor is None:
            index += 1
            continue
        if discourse.cast.actors[actor].kind != "person":
            break
        found.append(actor)
        index = discourse.ends.get(index, index + 1)
    return list(dict.fromkeys(found))


def in_apposition(discourse: "Discourse", phrase: Described, placed: dict[int, int]) -> int | None:
    """Return the person or body that stands in apposition to a description."""
    token = discourse.doc[phrase.head]
    others = [token.head] if token.dep_ == "appos" else [child for child in token.children if child.dep_ == "appos"]
    for other in others:
        called = [word.i + 1 for word in other.subtree if word.lower_ in ("called", "named")]
        for index in (*range(other.left_edge.i, other.i + 1), *called):
            actor = placed.get(index)
            if (
                actor is not None
                and discourse.cast.actors[actor].kind in ("person", "organization")
                and index not in (name.start for name in phrase.of)
            ):
                return actor
    return None

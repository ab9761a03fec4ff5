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
        known = _bearer(discourse, phrase, of) if phrase.definite else None
        if known is None:
            known = _only_bearer(discourse, phrase, of)
        if known is not None:
            return [(known, "role")]
    if phrase.definite and not of and fold(phrase.text) in _GENERIC_PERSONS:
        nearest = [seen for seen in discourse.back(head, {"person"}, 2) if seen.subject]
        if nearest:
            return [(nearest[0].actor, "nearest-person")]
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
    return [(cast.described(phrase.text, phrase.text, "person", body, phrase.office), "unnamed-person")]


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
    return any(child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "from") for child in head.rights)


def _bearer(discourse: "Discourse", phrase: Described, of: list[int]) -> int | None:
    """Return the person last mentioned who was given this role: `the minister`, `the Danish minister`."""
    cast, noun = discourse.cast, discourse.doc[phrase.head].lower_
    body = cast.voice_of(of[-1]) if of else None
    wanted = _role_noun(noun)
    for seen in reversed(discourse.seen):
        actor = cast.actors[seen.actor]
        if actor.kind != "person" or (body is not None and actor.speaks_for not in (body, None)):
            continue
        given = [role_nouns(role.title) for role in actor.roles]
        titles = {_role_noun(word) for title in given for word in title | _heads(title)}
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
    wanted = _role_noun(discourse.doc[phrase.head].lower_)
    own = {word for index in of for word in fold(cast.actors[index].name).split()}
    fields = words & set(load("roles")["portfolios"])
    bearers = {}
    for index, actor in enumerate(cast.actors):
        for title in [role_nouns(role.title) for role in actor.roles if actor.kind == "person"]:
            if wanted in {_role_noun(word) for word in title | _heads(title)}:
                bearers[index] = title
    if of:
        fits = [i for i, title in bearers.items() if _is_of(cast, i, of) and (not fields or fields <= title)]
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


def _heads(title: set[str]) -> set[str]:
    """Return `leader` for who heads a state or its government."""
    heads = ({"president"}, {"prime", "minister"}, {"premier"}, {"chancellor"}, {"king"}, {"emir"})
    if title & {"vice", "deputy", "assistant", "former"}:
        return set()
    body = (
        {"chief", "head", "boss"}
        if title & {"director", "chairman", "chairwoman", "commissioner", "head", "chief"}
        else set()
    )
    return body | ({"leader"} if any(head <= title for head in heads) else set())


def _is_of(cast: Cast, person: int, of: list[int]) -> bool:
    """Tell whether a person's role is in one of these bodies, or says nothing of any."""
    bodies = {role.of for role in cast.actors[person].roles if role.of is not None} | {cast.actors[person].speaks_for}
    return bodies <= {None} or bool(bodies & set(of))


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

"""Whom a description means: the actor it was used of before, a body of the state it names, or somebody unnamed."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drafting import bearers
from generator.drafting.attribution_sources import subject
from generator.drafting.cast import FORCES, Cast, is_state, is_state_body, is_state_voice
from generator.drafting.groups import Described
from generator.drafting.names import fold
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.drafting.coreference import Discourse, Seen

Meant = tuple[int | None, str]

_SIDES = {
    "sides",
    "parties",
    "countries",
    "nations",
    "neighbors",
    "neighbours",
    "leaders",
    "delegations",
    "states",
    "powers",
    "companies",
    "firms",
    "airlines",
    "governments",
    "armies",
}
REACH = 25
"""Sentences that `the ministry` looks back over."""

_FAR = 8
"""Sentences that `both sides` looks back over."""

_OPPOSED = ("warring", "rival", "opposing", "conflicting", "negotiating", "nuclear", "neighboring", "neighbouring")
_STUDIERS = {"analysts", "experts", "researchers", "economists", "scientists", "observers", "scholars"}
_ANYBODY = {"people", "persons", "citizens", "countries", "nations"}
_LISTENERS = {"reporters", "journalists", "newsmen", "media"}
"""Whom one tells what is meant for everybody."""

_STUDYING = {"institute", "center", "centre", "university", "foundation", "observatory", "laboratory", "lab", "college"}
_IDLE = {"attr", "oprd", "acomp", "advmod", "npadvmod"}


def actors_of(discourse: "Discourse", phrase: Described, placed: dict[int, int]) -> list[Meant]:
    """Return whom phrase means, each with the rule's name; nothing for a phrase that means no actor of the article."""
    token = discourse.doc[phrase.head]
    if token.tag_ == "NNS" and phrase.sort == "official":
        several = bearers.named_members(discourse, phrase, placed)
        if len(several) > 1:
            return [(actor, "apposition") for actor in several]
    if token.dep_ == "appos" or any(child.dep_ == "appos" for child in token.children):
        named = bearers.in_apposition(discourse, phrase, placed)
        if named is not None:
            return [(named, "apposition")]
    if token.dep_ in _IDLE:
        return []
    of = _bodies(phrase, placed)
    of = [index for index in of if discourse.cast.actors[index].kind != "person"] or of
    if not of:
        of, phrase = _owned(discourse, phrase)
    if phrase.definite and not of and token.lower_ in _SIDES and phrase.sort in ("state", "own", "official", "body"):
        sides = _two_sides(discourse, phrase)
        if sides or token.lower_ in ("sides", "parties"):
            return sides
    if phrase.sort == "document":
        return _document(discourse, phrase, of)
    reader = {
        "state": _state,
        "forces": _forces,
        "official": _group,
        "own": _group,
        "person": bearers.person,
        "body": _body,
    }
    return reader[phrase.sort](discourse, phrase, of)


def _document(discourse: "Discourse", phrase: Described, of: list[int]) -> list[Meant]:
    """`The memorandum`, `the second section`: whose document was last named. One with its owner is only noted."""
    token = discourse.doc[phrase.head]
    if of:
        discourse.note(token, of[0], "document")
        return []
    owner = next(
        (seen.actor for seen in discourse.back(token, {"state", "organization"}, 6) if seen.form == "document"), None
    )
    if (
        owner is None
        or not phrase.definite
        or (token.pos_ == "NOUN" and token.dep_ not in ("nsubj", "nsubjpass", "pobj"))
    ):
        return []
    return [(owner, "its-document")]


def _bodies(phrase: Described, placed: dict[int, int]) -> list[int]:
    return list(dict.fromkeys(placed[name.start] for name in phrase.of if name.start in placed))


def _owned(discourse: "Discourse", phrase: Described) -> tuple[list[int], Described]:
    """Return the body that `its`, `his` or `the country's` before a noun stands for, and the phrase with its name."""
    head, cast = discourse.doc[phrase.head], discourse.cast
    owner = next((child.i for child in head.lefts if child.dep_ == "poss"), None)
    if owner is None or phrase.sort not in ("official", "forces", "person", "state", "body"):
        return [], phrase
    actor = next((seen.actor for seen in reversed(discourse.seen) if seen.token == owner), None)
    if actor is not None and cast.actors[actor].kind == "person":
        actor = cast.actors[actor].speaks_for
    if actor is None or cast.actors[actor].kind not in ("state", "organization"):
        return [], phrase
    whose = cast.people(actor) or f"{cast.actors[actor].name}'s"
    text = phrase.text if phrase.text[1:2].isupper() else phrase.text[:1].lower() + phrase.text[1:]
    return [actor], replace(phrase, text=f"{whose} {text}")


def _two_sides(discourse: "Discourse", phrase: Described) -> list[Meant]:
    """`The two sides`: the two states or bodies last named in one sentence."""
    token = discourse.doc[phrase.head]
    if fold(phrase.text).split()[0] not in (token.lower_, *_OPPOSED) or any(c.lower_ == "of" for c in token.rights):
        return []
    pair = _pair(discourse, token) or _last_two(discourse, token)
    return [(actor, "two-sides") for actor in sorted(pair)]


def _last_two(discourse: "Discourse", token: "Token") -> set[int]:
    """Return the two states or bodies that last did something, where no more than two did in one sentence.

    A person does it for the state or body spoken for; a body that only says something may be anybody's.
    """
    found: dict[int, int] = {}
    for seen in discourse.back(token, {"state", "organization", "person"}, _FAR):
        actor = discourse.cast.actors[seen.actor]
        side = actor.speaks_for if actor.kind == "person" else seen.actor
        hearsay = actor.kind == "organization" and (seen.speaks or (seen.below and not actor.named))
        if side is None or not seen.subject or seen.quoted or hearsay:
            continue
        if len(found) == 2 and side not in found:
            return set(found) if seen.sentence < min(found.values()) else set()
        found.setdefault(side, seen.sentence)
    return set(found) if len(found) == 2 else set()


def _pair(discourse: "Discourse", token: "Token") -> set[int]:
    """Return the two bodies last named as between whom something is: `talks between X and Y`, `X's war with Y`."""
    for seen in discourse.back(token, {"state", "organization"}, 6):
        one = discourse.doc[seen.token]
        if one.dep_ != "conj" or one.head.dep_ != "pobj" or one.head.head.lower_ != "between":
            continue
        other = [other.actor for other in discourse.seen if other.token == one.head.i]
        if other and other[0] != seen.actor:
            return {other[0], seen.actor}
    return set()


def _state(discourse: "Discourse", phrase: Described, of: list[int]) -> list[Meant]:
    cast = discourse.cast
    states = [index for index in of if cast.actors[index].kind == "state"] or _of_leaders(cast, of)
    if states and not (discourse.doc[phrase.head].lower_ == "leaders" and _of_some(discourse, phrase)):
        return [(index, "state-noun") for index in states]
    word = discourse.doc[phrase.head].lower_
    if of and word in ("side", "sides"):
        return [(index, "its-side") for index in of]
    if of or word == "governments":
        return _group(discourse, phrase, of)
    if not phrase.definite or word in ("side", "sides", "state", "leaders"):
        return []
    owned = any(child.dep_ == "poss" for child in discourse.doc[phrase.head].lefts)
    only = _governed(discourse, phrase) if fold(phrase.text) == word and not owned else None
    if only is not None:
        return [(only, "the-government")]
    return [(cast.described(phrase.text, phrase.text, "organization", None, speaks=False), "government")]


def _governed(discourse: "Discourse", phrase: Described) -> int | None:
    """Return the state that `the government` is of: the article's, else that whose body was named just before."""
    only = discourse.cast.only_state()
    if only is not None:
        return only
    for seen in discourse.back(discourse.doc[phrase.head], {"organization", "group"}, 2):
        state = discourse.cast.actors[seen.actor].part_of
        if seen.subject and state is not None and discourse.cast.actors[state].kind == "state":
            return state
    return None


def _of_some(discourse: "Discourse", phrase: Described) -> bool:
    """Tell whether a noun says of what they are leaders: police leaders, union leaders."""
    named = {i for name in phrase.of for i in range(name.start, name.end)}
    return any(child.dep_ == "compound" and child.i not in named for child in discourse.doc[phrase.head].lefts)


def _of_leaders(cast: Cast, of: list[int]) -> list[int]:
    """`The NAME administration`: the state that its leader speaks for, if that is known or can only be one."""
    leaders = [index for index in of if cast.actors[index].kind == "person"]
    states = [cast.actors[index].speaks_for for index in leaders]
    return [state for state in states if state is not None and cast.actors[state].kind == "state"]


def _forces(discourse: "Discourse", phrase: Described, of: list[int]) -> list[Meant]:
    cast = discourse.cast
    states = [index for index in of if cast.actors[index].kind == "state"]
    keys = [key for index in states for key in cast.by_key if cast.by_key[key] == index and is_state(key)]
    if keys:
        alias = phrase.text if len(set(keys)) == 1 and discourse.doc[phrase.head].lower_ in FORCES else None
        return [(cast.forces(key, alias), "forces") for key in dict.fromkeys(keys)]
    if len(of) == 1 and cast.actors[of[0]].kind == "organization" and cast.actors[of[0]].speaks_for is None:
        return [(of[0], "its-forces")]
    if of:
        return _group(discourse, phrase, of)
    known = [cast.by_key[key] for key in cast.by_key if key.startswith("forces:")]
    if phrase.definite and len(known) == 1:
        return [(known[0], "the-forces")]
    kind = "organization" if discourse.doc[phrase.head].lower_ in ("army", "military") else "group"
    return [(cast.described(phrase.text, phrase.text, kind, None, speaks=False), "bare-group")]


def _group(discourse: "Discourse", phrase: Described, of: list[int]) -> list[Meant]:
    cast, head = discourse.cast, discourse.doc[phrase.head]
    speaks = phrase.sort == "official" or phrase.sort == "state"
    if of and _is_delegation(discourse, phrase):
        return [(_one_of_many(cast, index, "delegation", speaks=True), "delegation") for index in of]
    if len(of) > 1 and head.tag_ == "NNS":
        return [(_one_of_many(cast, index, f"{_portfolio(head)}{head.lower_}", speaks), "group") for index in of]
    if of and cast.actors[of[0]].kind == "organization" and head.lower_ in load("groups")["staff"]:
        return [(of[0], "its-staff")]
    if of:
        return [
            (cast.described(_group_key(cast, phrase, of[0], head.lower_), phrase.text, "group", of[0], speaks), "group")
        ]
    bare = fold(phrase.text) == head.lower_
    again = phrase.definite or (bare and phrase.sort == "official" and head.i == head.left_edge.i)
    before = cast.same_organization(phrase.text) if bare and head.tag_ == "NNPS" else None
    before = _same_head(discourse, phrase, "group") if before is None and again else before
    if before is not None:
        return [(before, "same-group")]
    if bare and head.lower_ in _ANYBODY:
        return []
    if bare and head.lower_ in _LISTENERS and head.dep_ in ("dobj", "dative", "pobj"):
        return []
    if bare and head.lower_ in _STUDIERS:
        institutes = _institutes(discourse)
        if len(institutes) == 1:
            return [(institutes[0], "its-analysts")]
    return [(cast.described(phrase.text, phrase.text, "group", None, speaks=False), "bare-group")]


def _is_delegation(discourse: "Discourse", phrase: Described) -> bool:
    doc, words = discourse.doc, load("groups")["delegation"]
    before = doc[phrase.head - 1].lower_ if phrase.head else ""
    behind = doc[phrase.head : phrase.head + 3].text.lower()
    word = doc[phrase.head].lower_
    return word in words or f"{before} {word}" in words or behind.endswith(("of negotiators", "of delegates"))


def _group_key(cast: Cast, phrase: Described, of: int, head: str) -> str:
    """Return what `Chinese officials`, `China's officials` and `officials in China` share."""
    return f"{cast.actors[of].name} {head}" if cast.actors[of].kind == "state" else phrase.text


def _one_of_many(cast: Cast, of: int, noun: str, speaks: bool) -> int:
    """`German and Polish delegations`: one group for each."""
    name = f"{cast.people(of) or cast.actors[of].name} {noun}"
    return cast.described(f"{cast.actors[of].name} {noun}", name, "group", of, speaks)


def _same_head(discourse: "Discourse", phrase: Described, kind: str) -> int | None:
    wanted = discourse.doc[phrase.head].lower_
    for seen in discourse.back(discourse.doc[phrase.head], {kind}, 20):
        if seen.form == "description" and discourse.doc[seen.token].lower_ == wanted:
            return seen.actor
    return None


def _institutes(discourse: "Discourse") -> list[int]:
    seen = {seen.actor for seen in discourse.seen}
    return [
        index
        for index, actor in enumerate(discourse.cast.actors)
        if index in seen and actor.kind == "organization" and set(fold(actor.name).split()) & _STUDYING
    ]


def _body(discourse: "Discourse", phrase: Described, of: list[int]) -> list[Meant]:
    cast, head = discourse.cast, discourse.doc[phrase.head]
    word = head.lower_
    if word in load("organization_words")["named"]:
        return _with_noun(discourse, head) if phrase.definite else []
    if word in load("organization_words")["countries"]:
        states = [index for index in of if cast.actors[index].kind == "state"]
        nearest = [seen.actor for seen in discourse.back(head, {"state"}, 2) if seen.form == "name"]
        found = states or (nearest[:1] if phrase.definite and not of and fold(phrase.text) == word else [])
        return [(index, "country") for index in found]
    if of and fold(phrase.text) == f"{fold(cast.actors[of[-1]].name)} {word}":
        return [(of[-1], "its-sort")]
    if of:
        speaks = is_state_voice(phrase.text) and cast.actors[of[-1]].kind == "state"
        people = cast.people(of[-1]) if is_state_body(phrase.text) else None
        sort = _sort(phrase, word, f"{cast.actors[of[-1]].name} {cast.people(of[-1])}")
        name = f"{people} {sort}" if people else phrase.text
        index = cast.described(f"{cast.actors[of[-1]].name} {sort}", name, "organization", of[-1], speaks)
        cast.alias(index, phrase.text)
        return [(index, "body-of")]
    named = _named_before(discourse, phrase, word) if phrase.definite else []
    if named or len(phrase.text.split()) < 2 or not _tells(head):
        return named
    return [(discourse.cast.described(phrase.text, phrase.text, "organization", None, speaks=False), "body")]


def _sort(phrase: Described, word: str, whose: str) -> str:
    """Return what a body is, without whose: `electoral commission` for `Denmark's electoral commission`."""
    own = {part for text in (whose, *(name.text for name in phrase.of)) for part in fold(text).split()}
    kept = [part for part in fold(phrase.text).split() if part not in own]
    return " ".join(kept[: kept.index(word) + 1]) if word in kept else word


def _tells(head: "Token") -> bool:
    """Tell whether a body is one that acts or says something: as a subject, or behind `according to`."""
    verb = head.head
    return (head.dep_ == "nsubj" and verb.pos_ == "VERB") or (head.dep_ == "pobj" and verb.head.lower_ == "according")


def _portfolio(head: "Token") -> str:
    """Return `foreign ` before a ministry or a minister."""
    fields = load("roles")["portfolios"]
    return "".join(f"{child.lower_} " for child in head.lefts if child.lower_ in fields)


def _with_noun(discourse: "Discourse", head: "Token") -> list[Meant]:
    """Return the body last mentioned that has this noun in its name."""
    names = (
        (seen.actor, discourse.cast.actors[seen.actor].name) for seen in discourse.back(head, {"organization"}, REACH)
    )
    return next(([(actor, "same-noun")] for actor, name in names if head.lower_ in fold(name).split()), [])


def _named_before(discourse: "Discourse", phrase: Described, word: str) -> list[Meant]:
    """`The ministry`: the body last mentioned with that word in its name; else the only body near enough, or by far the
    most named one.
    """
    head, cast = discourse.doc[phrase.head], discourse.cast
    bodies: list[Seen] = list(discourse.back(head, {"organization"}, REACH))
    if same := _with_noun(discourse, head):
        return same
    if fold(phrase.text) not in (word, f"think {word}"):
        return []
    bodies = [seen for seen in bodies if seen.actor not in _doers(discourse, head)]
    here = discourse.sentence_of[head.i]
    for reach in (0, 2):
        near = {seen.actor for seen in bodies if here - seen.sentence <= reach and seen.form != "description"}
        near = {index for index in near if _fits(cast, index, word)}
        if len(near) == 1:
            return [(near.pop(), "only-body")]
    counts = Counter(seen.actor for seen in discourse.seen if seen.form == "name").most_common()
    fits = [(n, actor) for actor, n in counts if _fits(cast, actor, word)]
    fits = [(n, actor) for n, actor in fits if cast.actors[actor].kind == "organization"]
    most = len(fits) > 0 and fits[0][0] > 2 and fits[0][0] >= 2 * sum(n for n, _ in fits[1:2])
    return [(fits[0][1], "main-body")] if most else []


def _doers(discourse: "Discourse", thing: "Token") -> set[int]:
    """Return who does to a thing what its verb says: in `the bank sued the company`, the company is not the bank."""
    verb = thing.head.head if thing.dep_ == "pobj" else thing.head
    doer = subject(verb) if thing.dep_ in ("dobj", "pobj", "dative") and verb.pos_ == "VERB" else None
    return {seen.actor for seen in discourse.seen if doer is not None and seen.token == doer.i}


def _fits(cast: Cast, index: int, word: str) -> bool:
    """Tell whether a body can be `the company`: one that all know is called what its name says, or only a group."""
    if any(number == index for key, number in cast.by_key.items() if key.startswith("body:")):
        return word in ("organization", "organisation", "group", "body", "institution", "bloc", "movement")
    return can_be_called(cast.actors[index].name, word)


def can_be_called(name: str, word: str) -> bool:
    """Tell whether a body of this name can be `the company`, `the council`: no association can."""
    heads, words = load("organization_words"), fold(name).split()
    if not words:
        return False
    last, state, other = words[-1], set(heads["state"]), set(heads["other"])
    if name.isupper() and len(name) > 2:
        return name[-1] == word[:1].upper() or word not in state
    if word in state:
        return last == word
    if word in heads["business"]:
        return last not in state | other or last in heads["business"]
    return last == word or last not in (state if word in heads["any"] else state | other)

"""Who is meant by `the ministry`, `the two sides`, `Chinese officials`, `she`: descriptions and pronouns resolved.

Candidates are ranked by distance in sentences and by their place in the sentence (a subject before an object), after
Lappin and Leass (1994). What stays between two is left open.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting import descriptions
from generator.drafting.attribution_spans import frames
from generator.drafting.cast import Cast
from generator.drafting.groups import Described
from generator.drafting.layout import Layout, root
from generator.drafting.names import fold
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 4
"""Sentences that a pronoun looks back over."""

WEIGHTS = {"sentence": -1.0, "word": -0.02, "subject": 0.9, "gender": 1.0, "teller": 0.7, "doubt": -9.0}
"""What speaks for a candidate: its distance in sentences and in words, its being a subject, its gender being known to
fit, its saying the clause whose subject the pronoun is; against it, its having been taken for one of the other gender
before. Set by hand on WikiEvents, but for the last."""

_SAYING = {"say", "tell", "write", "add", "declare", "state", "warn", "ask", "announce", "insist", "vow", "pledge"}
SPEAKERS = {"speaks": 1.2, "below": -1.2, "quoted": -2.5}
"""What counts besides where a pronoun is who says something: that the candidate was last to speak, that it stands in
a clause below the main one, that it stands in what somebody said. Set by hand on WikiEvents."""

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_CLAUSES = {"ccomp", "acl", "relcl", "advcl", "pcomp", "csubj"}


@dataclass(frozen=True)
class Seen:
    """An actor mentioned: at which token, in which sentence, and how it stands there."""

    token: int
    sentence: int
    actor: int
    subject: bool
    quoted: bool
    form: str
    speaks: bool = False
    below: bool = False


@dataclass
class Discourse:
    """What has been mentioned up to where the reading stands."""

    doc: "Doc"
    cast: Cast
    sentence_of: list[int]
    quoted: list[bool]
    telling: list[int]
    """Number of the sentence that each token is in, without those that are quoted whole."""
    seen: list[Seen] = field(default_factory=list)
    genders: dict[int, str] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)
    """Whose gender only a pronoun told that seemed to mean them: a sign, no proof."""
    ahead: dict[int, int] = field(default_factory=dict)
    """Actors by the head of each of their names, those further on in the text too."""
    ends: dict[int, int] = field(default_factory=dict)
    """The token behind each name, by its first."""

    def note(self, token: "Token", actor: int, form: str) -> None:
        """Add a mention of actor at token, the head of its phrase."""
        head = token
        while head.dep_ in ("conj", "compound", "appos") and head.head.i != head.i:
            head = head.head
        quoted = self.quoted[token.i]
        opens = form == "name" and not quoted and _opens(token)
        subject = head.dep_ in _SUBJECTS or opens or (form == "document" and head.pos_ != "NOUN")
        speaks = subject and not quoted and (opens or says(head))
        self.seen.append(
            Seen(token.i, self.sentence_of[token.i], actor, subject, quoted, form, speaks, _is_below(head))
        )

    def apart(self, token: "Token", seen: Seen) -> int:
        """Return how many sentences before a token a mention is; outside of quotations, those outside are counted."""
        number = self.sentence_of if self.quoted[token.i] else self.telling
        return number[token.i] - number[seen.token]

    def back(self, token: "Token", kinds: set[str], reach: int = REACH) -> Iterator[Seen]:
        """Yield earlier mentions of actors of these kinds, the nearest first."""
        for seen in reversed(self.seen):
            if self.apart(token, seen) > reach:
                return
            if self.cast.actors[seen.actor].kind in kinds:
                yield seen


def resolve(layout: Layout, cast: Cast, names: list[Name], placed: dict[int, int], described: list[Described]) -> None:
    """Add to cast the mentions by description and by pronoun; placed has the actor by the first token of its name."""
    doc = layout.doc
    discourse = Discourse(doc, cast, layout.sentence, layout.quoted, layout.telling)
    _learn_genders(discourse, placed)
    named = {name.start: name for name in names if name.start in placed}
    heads = {number: root(doc, number, name.end) for number, name in named.items()}
    discourse.ends = {number: name.end for number, name in named.items()}
    discourse.ahead = {heads[number].i: placed[number] for number in named}
    phrases = {one.head: one for one in described}
    pronouns = _pronouns()
    for number in sorted({*named, *phrases, *layout.of_kind("PRON")}):
        token = doc[number]
        if number in named:
            discourse.note(heads[number], placed[number], "name")
        elif number in phrases:
            for actor, rule in descriptions.actors_of(discourse, phrases[number], placed):
                _mention_phrase(discourse, phrases[number], actor, rule)
        elif token.lower_ in pronouns:
            _resolve_pronoun(discourse, token, pronouns[token.lower_])
    cast.join_bare(load("groups")["single"])


def _opens(token: "Token") -> bool:
    """Tell whether a name opens a sentence with a description between commas behind it, however that is parsed."""
    behind = token.doc[token.i + 1 : token.i + 2].text
    return behind == "," and bool(token.left_edge.is_sent_start) and token.dep_ not in ("compound", "poss", "conj")


def _mention_phrase(discourse: Discourse, phrase: Described, actor: int | None, rule: str) -> None:
    doc = discourse.doc
    start, end = doc[phrase.start], doc[phrase.end - 1]
    discourse.cast.mention(start.idx, end.idx + len(end), actor, "description", rule)
    if actor is not None:
        discourse.note(doc[phrase.head], actor, "document" if rule == "its-document" else "description")


def _resolve_pronoun(discourse: Discourse, token: "Token", sort: str) -> None:
    if sort == "thing" and _is_empty(token):
        return
    actor = _person(discourse, token, sort) if sort in ("male", "female") else _thing(discourse, token, sort)
    discourse.cast.mention(token.idx, token.idx + len(token), actor, "pronoun", f"pronoun-{sort}")
    if actor is not None:
        discourse.note(token, actor, "pronoun")
        if sort in ("male", "female"):
            discourse.guessed |= {actor} - set(discourse.genders)
            discourse.genders.setdefault(actor, sort)


def _person(discourse: Discourse, token: "Token", gender: str) -> int | None:
    """Return the person that he or she is: the best of those mentioned nearby and not of the other gender."""
    best: dict[int, float] = {}
    barred, told = _barred(token), discourse.genders
    doubtful = {actor for actor in discourse.guessed if told[actor] != gender}
    speakers = _quoted_by(discourse, token) if discourse.quoted[token.i] else set()
    speakers |= {discourse.ahead[number] for number in barred if number in discourse.ahead}
    teller = _teller(token)
    for seen in discourse.back(token, {"person"}):
        if seen.token in barred or seen.actor in speakers:
            continue
        if told.get(seen.actor, gender) != gender and seen.actor not in doubtful:
            continue
        points = _points(discourse, token, seen) + _told(discourse, token, seen)
        points += WEIGHTS["teller"] * (seen.token == teller)
        points += WEIGHTS["gender"] * (told.get(seen.actor) == gender) + WEIGHTS["doubt"] * (seen.actor in doubtful)
        best[seen.actor] = max(best.get(seen.actor, -99.0), points)
    return _winner(best)


def _points(discourse: Discourse, token: "Token", seen: Seen) -> float:
    sentences = discourse.apart(token, seen)
    words = min(token.i - seen.token, 100)
    return WEIGHTS["sentence"] * sentences + WEIGHTS["word"] * words + WEIGHTS["subject"] * seen.subject


def _told(discourse: Discourse, token: "Token", seen: Seen) -> float:
    """Return what counts besides where he or she is said to say something."""
    if discourse.quoted[token.i] or not says(token):
        return 0.0
    return sum(points for what, points in SPEAKERS.items() if getattr(seen, what))


def _teller(token: "Token") -> int | None:
    """Return the subject that says the clause which a pronoun is the subject of: of `the ministry said it would`."""
    verb = token.head
    if token.dep_ not in _SUBJECTS or verb.dep_ != "ccomp" or verb.head.lemma_ not in _SAYING:
        return None
    verb = verb.head
    while not any(child.dep_ in _SUBJECTS for child in verb.children) and verb.dep_ in ("advcl", "conj", "xcomp"):
        verb = verb.head
    return next((child.i for child in verb.children if child.dep_ in _SUBJECTS), None)


def _winner(best: dict[int, float]) -> int | None:
    return max(sorted(best), key=lambda actor: best[actor]) if best else None


def _barred(token: "Token") -> set[int]:
    """Return the tokens that a pronoun cannot mean: the other arguments of its own verb, unless it is reflexive."""
    if token.lower_.endswith("self") or token.dep_ == "poss":
        return set()
    verb = token.head if token.dep_ != "pobj" else token.head.head
    others = {child.i for child in verb.children if child.i != token.i and child.dep_ in _SUBJECTS | {"dobj", "dative"}}
    return others | {child.i for other in list(others) for child in token.doc[other].children if child.dep_ == "appos"}


def _quoted_by(discourse: Discourse, token: "Token") -> set[int]:
    """Return those who were last said to speak: a quote's `he` is not its speaker."""
    here = discourse.sentence_of[token.i]
    near = {seen.token: seen.actor for seen in discourse.seen if here - seen.sentence <= 1 and seen.subject}
    near |= {i: actor for i, actor in discourse.ahead.items() if discourse.sentence_of[i] == here}
    return {actor for i, actor in near.items() if not discourse.quoted[i] and _speaks(discourse.doc[i])}


def says(subject: "Token") -> bool:
    """Tell whether a token is the subject of a verb of saying."""
    return subject.dep_ in _SUBJECTS and subject.head.dep_ != "relcl" and subject.head.lemma_ in frames()


def _is_below(token: "Token") -> bool:
    """Tell whether a token stands in a clause that hangs on another."""
    while token.head.i != token.i:
        if token.dep_ in _CLAUSES:
            return True
        token = token.head
    return False


def _speaks(token: "Token") -> bool:
    return token.head.lemma_ in _SAYING


def _thing(discourse: Discourse, token: "Token", sort: str) -> int | None:
    """Return the body or group that it or they is; they may be persons that are joined, which stays open."""
    kinds = {"organization", "state"} if sort == "thing" else {"group", "organization", "person"}
    best: dict[int, float] = {}
    barred, teller = _barred(token), _teller(token)
    first = _paragraph(discourse, token) if token.lower_ == "its" else 0
    for seen in discourse.back(token, kinds, 2):
        if seen.token in barred or seen.token < first or (sort == "many" and not _is_many(discourse, seen)):
            continue
        if discourse.quoted[token.i] != seen.quoted:
            continue
        points = _points(discourse, token, seen) + WEIGHTS["teller"] * (seen.token == teller)
        points += _told(discourse, token, seen) if sort == "thing" else 0.0
        best[seen.actor] = max(best.get(seen.actor, -99.0), points)
    return _winner(best)


def _paragraph(discourse: Discourse, token: "Token") -> int:
    """Return where a token's paragraph begins if it tells something before the token's sentence, else 0.

    Whose something is, is then told in it, if only by a name that is nobody's.
    """
    doc, number = discourse.doc, token.i
    while number and "\n" not in doc[number - 1].text:
        number -= 1
    before = (i for i in range(number, token.sent.start) if doc[i].is_alpha and not discourse.quoted[i])
    return number if next(before, None) is not None else 0


def _is_many(discourse: Discourse, seen: Seen) -> bool:
    token = discourse.doc[seen.token]
    kind = discourse.cast.actors[seen.actor].kind
    return kind == "group" or token.tag_ in ("NNS", "NNPS") or (kind == "organization" and seen.subject)


def _is_empty(token: "Token") -> bool:
    """Tell whether `it` means nobody: weather, `it is clear that`, `it was announced that`."""
    if token.dep_ == "expl":
        return True
    head = token.head
    return token.dep_ in _SUBJECTS and (
        any(child.dep_ in ("ccomp", "xcomp", "csubj") and child.i > head.i for child in head.children)
        and (head.lemma_ in ("be", "seem", "appear") or token.dep_ == "nsubjpass")
    )


@lru_cache(maxsize=1)
def _pronouns() -> dict[str, str]:
    return {word: sort for sort, words in load("pronouns").items() for word in words}


def _learn_genders(discourse: Discourse, placed: dict[int, int]) -> None:
    """Note the gender of those whose title, role or given name tells it."""
    roles, given = load("roles"), _given_genders()
    words = {word: sort for sort in ("male", "female") for word in roles[sort]}
    persons = {index for index, actor in enumerate(discourse.cast.actors) if actor.kind == "person"}
    for index in sorted(persons):
        actor = discourse.cast.actors[index]
        told = [words[word] for role in actor.roles for word in fold(role.title).split() if word in words]
        first = given.get(fold(actor.name).split(" ")[0]) if " " in actor.name else None
        if told or first:
            discourse.genders[index] = (told or [str(first)])[0]
    for start, index in placed.items():
        before = discourse.doc[start - 1].lower_.strip(".") if start and index in persons else ""
        if before in words:
            discourse.genders[index] = words[before]


@lru_cache(maxsize=1)
def _given_genders() -> dict[str, str]:
    return {fold(name): sort for sort, names in load("given_name_genders").items() for name in names}

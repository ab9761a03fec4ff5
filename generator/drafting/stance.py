"""What a statement does: demands, proposes, accepts, … or only states. Its cue tells; where that is neutral, its content does."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEFAULT = "state"


def of(content: "Span", cue: "Token | None", *, own: bool = False, weighing: bool = False) -> str:
    """Return the stance (a key of vocabulary/stances.yaml) of a statement.

    own: the content speaks of the holder's own deeds; weighing: the speaker is an analyst, an expert, a think tank.
    """
    by_cue = _by_cue(cue, content) if cue is not None else None
    return by_cue or _by_content(content, own, weighing)


def _by_cue(cue: "Token", content: "Span") -> str | None:
    lemma = cue.lemma_.lower()
    found = _cues().get(lemma)
    if found is None:
        return None
    stance = _exceptions(cue, lemma, content, found)
    if stance and _negated(cue):
        return _NEGATED.get(stance, stance)
    return stance


_NEGATED = {"accept": "reject", "support": "oppose", "commit": "reject", "reject": "accept", "propose": "reject", "demand": "state"}


def _negated(cue: "Token") -> bool:
    return any(child.dep_ == "neg" for child in cue.children)


def _exceptions(cue: "Token", lemma: str, content: "Span", stance: str) -> str | None:
    """Cue words with two senses, told apart by what follows them."""
    right = {child.lower_ for child in cue.rights}
    clause = any(child.dep_ == "ccomp" for child in cue.children)
    infinitive = content[0].lower_ == "to"
    if lemma == "call":
        return "demand" if right & {"for", "on", "upon"} else "assess"
    if lemma == "ask" and not infinitive and not right & {"for"} and not any(word.lower_ == "to" for word in content):
        return None
    if lemma in ("announce", "assure", "agree", "suggest", "hint") and clause:
        return None if lemma != "agree" else "accept"
    if lemma == "warn":
        return "threaten" if _first_person(content) else "assess"
    if lemma in ("offer", "seek", "want", "need", "plan", "decide") and infinitive:
        return "propose" if lemma == "offer" else "commit"
    if lemma == "insist" and clause:
        return _first(content, ("demand",)) or "assess"
    if lemma == "rule":
        return "reject" if "out" in right else None
    if lemma == "charge" and not right & {"with"} and not clause:
        return None
    return stance


def _by_content(content: "Span", own: bool, weighing: bool) -> str:
    stances = ("reject", "threaten") if own or _first_person(content) else ()
    strong = _first(content, (*stances, "demand"))
    if strong and not (weighing and strong == "demand"):
        return strong
    if (own or _first_person(content)) and _future(content):
        return "commit"
    found = _first(content, ("accuse", "support", "oppose"))
    if found:
        return found
    if weighing or _first(content, ("assess",)) or _third_person_future(content):
        return "assess"
    return DEFAULT


def _first_person(content: "Span") -> bool:
    return any(word.lower_ in _words("first") and word.dep_ == "nsubj" for word in content)


def _future(content: "Span") -> bool:
    """A main clause in the future whose subject is the first person or, in reported speech, anyone."""
    return any(word.lower_ in _words("future") for word in content)


def _third_person_future(content: "Span") -> bool:
    return any(word.lower_ in ("will", "would", "'ll", "’ll") for word in content)


def _first(content: "Span", stances: tuple[str, ...]) -> str | None:
    text = content.text.lower().replace("’", "'")
    return next((stance for stance in stances if _patterns()[stance].search(text)), None)


def weighing() -> frozenset[str]:
    """Words in a name, role or source phrase that tell of a speaker who weighs rather than reports."""
    return _words("weighing")


@lru_cache(maxsize=1)
def _cues() -> dict[str, str]:
    table: dict[str, str] = {}
    for stance, words in vocabulary.load("stance_cues")["cues"].items():
        for word in words:
            table.setdefault(word, stance)
    return table


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        stance: re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases)) + r")\b")
        for stance, phrases in vocabulary.load("stance_cues")["content"].items()
    }


@lru_cache(maxsize=None)
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary.load("stance_cues")[name])

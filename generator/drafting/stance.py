"""What a statement does: demands, proposes, … or only states. Its cue tells; where that is neutral, its content."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEFAULT = "state"
STRONG = frozenset(("demand", "propose", "commit", "reject", "support", "oppose", "threaten", "accuse"))
NEGATED = {
    "accept": "reject",
    "support": "oppose",
    "commit": "reject",
    "reject": "accept",
    "propose": "reject",
    "demand": "state",
}
DRAFTS = frozenset(("proposal", "plan", "draft", "offer", "initiative", "roadmap"))


def of(
    content: "Span", cue: "Token | None", *, own: bool = False, weighing: bool = False, source: "Token | None" = None
) -> str:
    """Return the stance (a key of vocabulary/stances.yaml) of a statement.

    own: the content speaks of the holder's own deeds; weighing: the speaker is an analyst or the like; source: the main
    word of the words for the speaker.
    """
    by_cue = _by_cue(cue, content) if cue is not None else None
    if by_cue:
        return by_cue
    named = _by_object(content, source) if cue is not None and cue.pos_ == "VERB" else None
    return named or _by_content(content, own or _first_person(content), weighing)


def of_cue(word: str) -> str | None:
    """The stance of a cue word by itself, None for a neutral one."""
    return _cues().get(word.lower())


def weighing() -> frozenset[str]:
    """Words in a name, role or source phrase that tell of a speaker who weighs rather than reports."""
    return _words("weighing")


def _by_cue(cue: "Token", content: "Span") -> str | None:
    lemma = cue.lemma_.lower()
    found = _cues().get(lemma)
    stance = _exceptions(cue, lemma, content, found) if found else None
    if stance and any(child.dep_ == "neg" for child in cue.children):
        return NEGATED.get(stance, stance)
    return stance


def _exceptions(cue: "Token", lemma: str, content: "Span", stance: str) -> str | None:
    """Cue words with two senses, told apart by what follows them; None where the cue is neutral here."""
    infinitive = content[0].lower_ == "to" or content.root.tag_ == "VB"
    clause = any(child.dep_ == "ccomp" for child in cue.children)
    if _is_neutral(cue, lemma, infinitive, clause):
        return None
    if lemma == "call" and cue.pos_ == "VERB":
        return (
            "demand" if infinitive or any(child.lower_ in ("for", "on", "upon") for child in cue.rights) else "assess"
        )
    if lemma == "announce":
        return _cues().get(content.root.lemma_, "commit")
    if lemma == "warn":
        return "threaten" if _first_person(content) else "assess"
    if lemma == "insist" and clause:
        return "demand" if _subjunctive(content) else _by_content(content, False, False)
    if infinitive and lemma in _WITH_INFINITIVE:
        return "demand" if lemma in ("want", "need") and content[0].lower_ != "to" else _WITH_INFINITIVE[lemma]
    return stance


_WITH_INFINITIVE = {
    "agree": "commit",
    "offer": "propose",
    "seek": "commit",
    "want": "commit",
    "need": "commit",
    "plan": "commit",
    "decide": "commit",
}
_NEUTRAL_WITH_CLAUSE = frozenset(("announce", "assure", "suggest", "hint", "conclude", "highlight", "argue"))


def _is_neutral(cue: "Token", lemma: str, infinitive: bool, clause: bool) -> bool:
    """Tell of "ask" a question, "suggest that" something is so, "charge" a fee."""
    right = {child.lower_ for child in cue.rights}
    return (
        (lemma == "ask" and not infinitive and "for" not in right)
        or (clause and lemma in _NEUTRAL_WITH_CLAUSE)
        or (lemma == "rule" and "out" not in right)
        or (lemma == "charge" and "with" not in right and not clause)
    )


def _subjunctive(content: "Span") -> bool:
    """Read "insisted that the union end its strike": a bare verb behind its subject."""
    root = content.root
    return (
        root.tag_ in ("VB", "VBP")
        and not any(word.dep_ == "aux" for word in root.children)
        and any(word.dep_ == "nsubj" and word.tag_ in ("NN", "NNP") for word in root.children)
    )


def _by_object(content: "Span", source: "Token | None") -> str | None:
    """Read "repeated its demand" by its noun; what a document holds is demanded or proposed."""
    root = content.root
    if root.pos_ in ("VERB", "AUX") and any(word.dep_ in ("nsubj", "nsubjpass", "expl") for word in root.children):
        return None
    found = _cues().get(root.lemma_.lower()) if root.pos_ == "NOUN" else None
    if found or source is None or source.lemma_.lower() not in _documents():
        return found
    return "propose" if source.lemma_.lower() in DRAFTS else "demand"


def _by_content(content: "Span", own: bool, weighs: bool) -> str:
    if weighs:
        return "assess"
    inner = _cues().get(content.root.lemma_.lower()) if own and content.root.pos_ == "VERB" else None
    if inner in ("demand", "support", "reject", "oppose", "propose", "deny"):
        return inner
    found = [
        (place, stance)
        for stance in _patterns()
        if own or stance not in _words("own")
        for place in _places(content, stance)
    ]
    first = min(found, default=(0, None))[1]
    if own and _future(content) and first in (None, "assess", "support"):
        return "commit"
    if first == "demand" and _scheduled(content):
        return DEFAULT
    return first or _plain(content)


def _plain(content: "Span") -> str:
    """Without any mark: a judgment of how things are, or a fact."""
    root = content.root
    if _future(content):
        return DEFAULT if _scheduled(content) else "assess"
    judged = (
        any(word.dep_ in ("acomp", "attr") for word in root.children)
        and root.lemma_ == "be"
        and root.tag_ in ("VBZ", "VBP")
    )
    expletive = any(word.dep_ == "expl" for word in root.children)
    return "assess" if judged and not expletive else DEFAULT


def _scheduled(content: "Span") -> bool:
    return content.root.lemma_ in _words("scheduled")


def _first_person(content: "Span") -> bool:
    return any(word.lower_ in _words("first") and word.dep_ == "nsubj" for word in content)


def _future(content: "Span") -> bool:
    return any(word.dep_ == "aux" and word.lower_ in _words("future") for word in content.root.children)


def _places(content: "Span", stance: str) -> list[int]:
    found = _patterns()[stance].search(content.text.lower().replace("’", "'"))
    return [found.start()] if found else []


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
        stance: re.compile(
            r"\b(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases)) + r")\b" + _unless(stance)
        )
        for stance, phrases in vocabulary.load("stance_cues")["content"].items()
    }


def _unless(stance: str) -> str:
    """Read "we will" as a commitment, "we will not" as none."""
    return r"(?! (?:not|never)\b)" if stance == "commit" else ""


@lru_cache(maxsize=1)
def _documents() -> frozenset[str]:
    return frozenset(vocabulary.load("cue_phrases")["documents"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary.load("stance_cues")[name])

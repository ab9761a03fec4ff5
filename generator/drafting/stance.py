"""What a statement does: demands, proposes, accepts, … or only states. Its cue tells; where that is neutral, its content does."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEFAULT = "state"
STRONG = frozenset(("demand", "propose", "commit", "reject", "support", "oppose", "threaten", "accuse"))
NEGATED = {"accept": "reject", "support": "oppose", "commit": "reject", "reject": "accept", "propose": "reject", "demand": "state"}
DRAFTS = frozenset(("proposal", "plan", "draft", "offer", "initiative", "roadmap"))


def of(
    content: "Span", cue: "Token | None", *, own: bool = False, weighing: bool = False, source: "Token | None" = None
) -> str:
    """Return the stance (a key of vocabulary/stances.yaml) of a statement.

    own: the content speaks of the holder's own deeds; weighing: the speaker is an analyst, an expert, a think tank; source: the
    main word of the words for the speaker.
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
    """Cue words with two senses, told apart by what follows them."""
    right = {child.lower_ for child in cue.rights}
    clause = any(child.dep_ == "ccomp" for child in cue.children)
    infinitive = content[0].lower_ == "to" or content.root.tag_ == "VB"
    if lemma == "call" and cue.pos_ == "VERB":
        return "demand" if right & {"for", "on", "upon"} or infinitive else "assess"
    if lemma == "ask" and not infinitive and "for" not in right:
        return None
    if lemma in ("announce", "assure", "suggest", "hint", "conclude", "promise", "highlight") and clause:
        return None if lemma != "promise" else stance
    if lemma == "announce":
        return _cues().get(content.root.lemma_, "commit") if content.root.pos_ == "NOUN" else None
    if lemma == "agree":
        return "commit" if infinitive else "accept"
    if lemma == "warn":
        return "threaten" if _first_person(content) else "assess"
    if lemma in ("offer", "seek", "want", "need", "plan", "decide") and infinitive:
        return "propose" if lemma == "offer" else "demand" if lemma in ("want", "need") and content[0].lower_ != "to" else "commit"
    if lemma in ("insist", "argue") and clause:
        return "demand" if _subjunctive(content) else _by_content(content, False, False) if lemma == "insist" else None
    if lemma == "rule":
        return "reject" if "out" in right else None
    if lemma == "charge" and "with" not in right and not clause:
        return None
    return stance


def _subjunctive(content: "Span") -> bool:
    """"insisted that the union end its strike": a bare verb behind its subject."""
    root = content.root
    return root.tag_ in ("VB", "VBP") and not any(word.dep_ == "aux" for word in root.children) and any(
        word.dep_ == "nsubj" and word.tag_ in ("NN", "NNP") for word in root.children
    )


def _by_object(content: "Span", source: "Token | None") -> str | None:
    """"repeated its demand", "expressed readiness": the noun tells; and what a document has as its content is demanded or proposed."""
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
    found = [(place, stance) for stance in _patterns() if own or stance not in _words("own") for place in _places(content, stance)]
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
    judged = any(word.dep_ in ("acomp", "attr") for word in root.children) and root.lemma_ == "be" and root.tag_ in ("VBZ", "VBP")
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
        stance: re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases)) + r")\b")
        for stance, phrases in vocabulary.load("stance_cues")["content"].items()
    }


@lru_cache(maxsize=1)
def _documents() -> frozenset[str]:
    return frozenset(vocabulary.load("cue_phrases")["documents"])


@lru_cache(maxsize=None)
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary.load("stance_cues")[name])

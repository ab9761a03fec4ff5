"""What a statement does: demands, proposes, … or only states. Its cue tells; where that is neutral, its content."""

from functools import cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting import appraisal, stance_content
from generator.drafting.attribution_spans import lemma as cue_lemma
from generator.drafting.stance_clauses import first_person, harms
from generator.drafting.stance_words import DEFAULT, cues, negative

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

STRONG = frozenset(("demand", "propose", "commit", "reject", "support", "oppose", "threaten", "accuse"))


BELIEVED = frozenset(("demand", "accuse", "oppose", "support", "reject"))
"""What one may believe that is more than a judgement."""


def of(
    content: "Span", cue: "Token | None", *, own: bool = False, weighing: bool = False, source: "Token | None" = None
) -> str:
    """Return the stance (a key of vocabulary/stances.yaml) of a statement.

    own: the content speaks of the holder's own deeds; weighing: the speaker is an analyst or the like; source: the main
    word of the words for the speaker.
    """
    by_cue = _by_cue(cue, content, own) if cue is not None else None
    if by_cue == "assess" and cue is not None and cue_lemma(cue) in words("believing") and _told(cue):
        told = stance_content.of(content, own=own, cue=cue)
        return told if told in BELIEVED else by_cue
    if by_cue:
        return by_cue
    named = _by_object(content, source) if cue is not None and cue.pos_ == "VERB" else None
    if named:
        return named
    told = stance_content.of(content, own=own, cue=cue)
    if told == DEFAULT and cue is not None and cue_lemma(cue) in words("arguing"):
        return "assess"
    return _advised(content, told) if weighing else told


def _advised(content: "Span", told: str) -> str:
    """What who weighs says is a judgement, their "should" a proposal."""
    advised = told == "demand" and any(word.lower_ == "should" and word.dep_ == "aux" for word in content)
    return "propose" if advised else "assess"


def of_cue(word: str) -> str | None:
    """The stance of a cue word by itself, None for a neutral one."""
    return cues().get(word.lower())


def weighing() -> frozenset[str]:
    """Words in a name, role or source phrase that tell of a speaker who weighs rather than reports."""
    return words("weighing")


def _by_cue(cue: "Token", content: "Span", own: bool) -> str | None:
    lemma = cue_lemma(cue)
    found = cues().get(lemma)
    if found is None and lemma in words("naming") and cue.pos_ == "VERB" and not _told(cue):
        return appraisal.polarity(content)
    stance = _exceptions(cue, lemma, content, own) or found if found else None
    if stance == NEUTRAL:
        return None
    if stance and any(child.dep_ == "neg" for child in cue.children):
        return negative(stance)
    return stance


def _told(cue: "Token") -> bool:
    """Does a clause with a verb of its own follow?"""
    return any(word.dep_ == "ccomp" and word.pos_ in ("VERB", "AUX") for word in cue.children)


def _orders(cue: "Token") -> bool:
    """Read "asked them to wait": an infinitive of the cue's."""
    verbs = [word for word in cue.children if word.dep_ in ("xcomp", "ccomp") and word.tag_ == "VB" and word.i > cue.i]
    return any(inner.lower_ == "to" and inner.dep_ == "aux" for word in verbs for inner in word.children)


NEUTRAL = "neutral"
"""The cue tells nothing here: its content does."""


def _exceptions(cue: "Token", lemma: str, content: "Span", own: bool) -> str | None:
    """Cue words with two senses, told apart by what follows them; None where the cue has its usual one."""
    bare = content.root.tag_ == "VB" or any(word.lower_ == "to" and word.dep_ == "aux" for word in content.root.lefts)
    infinitive = content[0].lower_ == "to" or bare or _orders(cue)
    clause = any(child.dep_ == "ccomp" for child in cue.children)
    if _is_neutral(cue, lemma, infinitive, clause):
        return NEUTRAL
    if lemma in words("naming") and cue.pos_ == "VERB":
        return _naming(cue, lemma, content, infinitive)
    if lemma == "announce":
        return cues().get(content.root.lemma_, "commit")
    if lemma == "warn":
        return "threaten" if own or first_person(content) else "assess"
    if lemma == "insist" and clause:
        return "demand" if _subjunctive(content) else NEUTRAL
    if lemma in REFUSING:
        return _refusing(lemma, content, infinitive)
    if infinitive and lemma in _VOWING and harms(content.root):
        return "threaten"
    if infinitive and lemma in _WITH_INFINITIVE:
        return "demand" if lemma in ("want", "need") and content[0].lower_ != "to" else _WITH_INFINITIVE[lemma]
    return None


PERMITS = frozenset(("request", "permission", "access", "entry", "visa", "motion"))
REFUSING = frozenset(("reject", "dismiss", "deny", "decline", "refuse", "refute", "rebut"))


def _naming(cue: "Token", lemma: str, content: "Span", infinitive: bool) -> str:
    """Read "called on them to resign" as a demand, "called it a disgrace" by the judging word."""
    if lemma == "call" and (infinitive or any(child.lower_ in ("for", "on", "upon") for child in cue.rights)):
        return "demand"
    if any(child.dep_ in ("dobj", "nsubj") and child.lower_.endswith(("self", "selves")) for child in cue.subtree):
        return NEUTRAL
    if any(appraisal.is_false(word) for word in content):
        return "deny"
    return appraisal.polarity(content) or (NEUTRAL if lemma in ("describe", "identify") else "assess")


def _refusing(lemma: str, content: "Span", infinitive: bool) -> str | None:
    """What is denied is a claim, what is rejected a proposal; who declines to comment takes no side."""
    if infinitive and lemma in ("decline", "refuse"):
        silent = content.root.lemma_ in words("silences")
        return DEFAULT if silent else None
    nouns = {content.root, *(word for word in content[:3] if word.pos_ == "NOUN")}
    if any(word.lemma_.lower() in words("claims") for word in nouns):
        return "deny"
    turned = lemma == "deny" and content.root.lemma_.lower() in PERMITS
    return "reject" if turned else None


_VOWING = frozenset(
    ("vow", "pledge", "promise", "plan", "intend", "swear", "prepare", "undertake", "resolve", "decide")
)
_WITH_INFINITIVE = {
    "agree": "commit",
    "offer": "propose",
    "seek": "commit",
    "want": "commit",
    "need": "commit",
    "plan": "commit",
    "decide": "commit",
}


def _is_neutral(cue: "Token", lemma: str, infinitive: bool, clause: bool) -> bool:
    """Tell of "ask" a question, "suggest that" something is so, "charge" a fee."""
    right = {child.lower_ for child in cue.rights}
    return (
        (lemma == "ask" and not infinitive and "for" not in right)
        or (clause and lemma in words("telling"))
        or (lemma == "rule" and "out" not in right)
        or (lemma == "charge" and "with" not in right and not clause)
    )


def _subjunctive(content: "Span") -> bool:
    """Read "insisted that the union end its strike": a bare verb behind its subject."""
    root = content.root
    helpers = [word for word in root.children if word.dep_ in ("aux", "auxpass")]
    bare = root.tag_ in ("VB", "VBP") and not helpers
    passive = root.tag_ == "VBN" and [word.lower_ for word in helpers] == ["be"]
    return passive or (bare and any(word.dep_ == "nsubj" and word.tag_ in ("NN", "NNP") for word in root.children))


def _by_object(content: "Span", source: "Token | None") -> str | None:
    """Read "repeated its demand" by its noun; what a document holds is demanded or proposed."""
    root = content.root
    if root.pos_ in ("VERB", "AUX") and any(word.dep_ in ("nsubj", "nsubjpass", "expl") for word in root.children):
        return None
    found = (appraisal.named_feeling(root) or cues().get(root.lemma_.lower())) if root.pos_ == "NOUN" else None
    named = source.lemma_.lower() if source is not None else ""
    if found == "commit" and any(harms(word) for word in root.children):
        return "threaten"
    if found or not root.is_alpha:
        return found
    return "propose" if named in words("drafts") else "demand" if named in words("asking") else None


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of vocabulary/stance_cues.yaml."""
    return frozenset(vocabulary.load("stance_cues")[name])

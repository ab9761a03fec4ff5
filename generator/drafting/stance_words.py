"""Cue words and their stances, and what the weights of a content's signs are."""

from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFAULT = "state"
FLOOR = 0.3
"""What a stance must weigh to count."""

INNER = 0.5
"""Weight of a subordinate clause beside the main one."""

SURE, PLAIN, FAINT, THIN = 1.0, 0.8, 0.6, 0.35
"""Weights: an act named or done in the words; a modal or judging word; a word that only may judge; a mere tense."""

SLIGHT = 0.45
"""Weight of a judging word outside the predicate, and of a deed that is over: more than a mere tense."""

LINKING = ("be", "seem", "remain", "become", "look", "sound", "feel", "appear", "prove")
BE = frozenset(("am", "are", "is", "was", "were", "'m", "'re", "be", "been"))
Sign = tuple[str, float]
"""A stance and what speaks for it weighs."""


@lru_cache(maxsize=1)
def cues() -> dict[str, str]:
    """Cue word, a verb or noun, -> its stance."""
    table: dict[str, str] = {}
    for stance, given in vocabulary.load("stance_cues")["cues"].items():
        for word in given:
            table.setdefault(word, stance)
    return table


def performed(verb: "Token") -> str | None:
    """The stance of the verb of "we reject", "it has agreed"; None for those that only tell how things are."""
    lemma = verb.lemma_.lower()
    stance = cues().get(lemma)
    if lemma == "agree" and any(word.lower_ == "with" for word in verb.children):
        return "support"
    aimed = any(word.dep_ == "prep" and word.lower_ in ("on", "upon", "for", "against") for word in verb.children)
    told = aimed or lemma not in vocabulary.load("stance_cues")["deeds"]
    return stance if stance != "assess" and told else None


def negative(stance: str) -> str:
    """The stance of one that is negated: "does not support" opposes."""
    return str(vocabulary.load("stance_cues")["negated"].get(stance, stance))

"""What a statement does, by the odds of its signs: its cue and words, whose deeds it tells of, the rules' verdict.

Signs are short texts; vocabulary/stance_odds.yaml holds what each speaks for.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.drafting import appraisal, odds
from generator.drafting.attribution_spans import lemma as cue_lemma
from generator.drafting.odds import plain
from generator.drafting.stance_clauses import SUBJECTS
from generator.drafting.stance_words import cues
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 60
"""Words of a statement that are looked at."""

LENGTHS = (5, 10, 20, 35)
ENTITIES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
THINGS = frozenset(("it", "this", "that", "these", "those", "which", "what"))
OTHERS = frozenset(("he", "she", "they", "who"))
TOLD = frozenset(("acomp", "attr", "oprd", "dobj"))
AUXILIARIES = {
    "'ll": "will", "wo": "will", "'d": "would", "ca": "can", "'ve": "have", "has": "have", "had": "have", "'re": "are",
    "'m": "are", "is": "are", "am": "are", "was": "were", "'s": "are", "does": "do", "did": "do",
}  # fmt: skip
"""Forms of one auxiliary, as one sign."""


def likeliest(signs: Sequence[str]) -> str:
    """Return the stance (a key of vocabulary/stances.yaml) that the signs of a statement speak for most."""
    return odds.likeliest(load("stance_odds"), signs)


def signs(
    content: "Span",
    cue: "Token | None",
    verdict: str,
    *,
    kind: str,
    rule: str,
    own: bool = False,
    weighing: bool = False,
    source: "Token | None" = None,
    holder: str = "",
) -> list[str]:
    """Return the signs of a statement, each once.

    verdict: what the rules make of it (see `stance.of`, also for own, weighing and source); kind, rule: the
    attribution's; holder: the kind of actor whose position it is.
    """
    found = [f"rules {verdict}", f"kind {kind}", f"by {rule}", f"holder {holder}"]
    found += ["own"] if own else []
    found += ["weighing"] if weighing else []
    found += [f"source {plain(source)}"] if source is not None else []
    found += [*_of_cue(cue, rule), *_of_words(content), *_of_clauses(content, cue, own)]
    return list(dict.fromkeys(found))


def _of_cue(cue: "Token | None", rule: str) -> Iterator[str]:
    if cue is None:
        yield "no cue"
        return
    lemma = cue_lemma(cue)
    yield from (f"cue {lemma}", f"cue {lemma} by {rule}", f"cue of {cues().get(lemma)}", f"cue {cue.pos_}")
    if any(child.dep_ == "neg" for child in cue.children):
        yield f"cue not {cues().get(lemma)}"
    yield from (f"cue {lemma} {c.lower_}" for c in cue.children if c.dep_ in ("prep", "prt") and c.i > cue.i)


def _of_words(content: "Span") -> Iterator[str]:
    told = [t for t in content if t.is_alpha or t.like_num or t.text in "?!%$"][:LONGEST]
    words = [plain(t) for t in told]
    yield from words
    yield from (f"{one} {two}" for one, two in pairwise(words))
    yield f"words {sum(len(words) >= bound for bound in LENGTHS)}"
    if words:
        yield f"first {words[0]}"
    root = content.root
    yield f"root {plain(root)}"
    yield f"root {root.tag_}"
    if content[0].lower_ == "to" or (root.tag_ == "VB" and any(t.lower_ == "to" for t in root.lefts)):
        yield "infinitive"
    yield f"judged {appraisal.polarity(content)}"
    yield from dict.fromkeys(f"names {t.ent_type_}" for t in told if t.ent_type_ in ("PERCENT", "MONEY", "DATE"))


def _of_clauses(content: "Span", cue: "Token | None", own: bool) -> Iterator[str]:
    for verb in content:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass") or verb == cue:
            continue
        top = _leads(verb, content) or (verb.dep_ in ("conj", "parataxis") and _leads(verb.head, content))
        place = "main" if top or verb.head == cue else "inner"
        whose, lemma = _whose(verb), plain(verb)
        if own and place == "main" and whose in ("thing", "other", "none"):
            whose = "holder"
        no = " not" if any(c.dep_ == "neg" for c in verb.children) else ""
        helping = [_auxiliary(c) for c in verb.children if c.dep_ in ("aux", "auxpass")]
        yield f"{place} {whose} {'+'.join(helping) or verb.tag_}{no}"
        yield f"{place} {lemma}"
        yield f"{whose} {lemma}{no}"
        yield from (f"{place} {word}" for word in helping)
        yield from (f"{place} {whose} {word}" for word in helping)
        if place == "main":
            yield f"main {verb.tag_}"
            yield f"main {whose}"
            told = [(c.dep_, plain(c)) for c in verb.children if c.dep_ in TOLD]
            yield from (f"{lemma} {word}" for _, word in told)
            yield from (f"{how} {word}" for how, word in told)


def _leads(word: "Token", content: "Span") -> bool:
    """Does the word depend on nothing within the content?"""
    return word.head == word or not content.start <= word.head.i < content.end


def _auxiliary(word: "Token") -> str:
    plain = word.lower_.replace("’", "'")
    return AUXILIARIES.get(plain, plain)


def _whose(verb: "Token") -> str:
    """Return who does it: first (person), you, nobody, thing, ours, other, name, word, or none where it is not said."""
    subject = next((word for word in verb.children if word.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((word for word in verb.head.children if word.dep_ in SUBJECTS), None)
    if subject is None:
        return "none"
    if subject.lower_ in ("i", "we"):
        return "first"
    if subject.lower_ == "you":
        return "you"
    if subject.dep_ == "expl" or subject.lower_ == "there":
        return "nobody"
    if subject.lower_ in THINGS:
        return "thing"
    if any(word.dep_ == "poss" and word.lower_ in ("our", "my") for word in subject.children):
        return "ours"
    named = subject.ent_type_ in ENTITIES or subject.pos_ == "PROPN"
    return "other" if subject.lower_ in OTHERS else "name" if named else "word"

"""spaCy's attribute ruler and lemmatizer, remembered: the same parts of speech, morphology and lemmas in less time.

The English rules ask for a token's tag and dependency, for its form where that is one of a few words, and for a
neighbour in a handful of contractions. So what they say depends on little, and is looked up once it has been seen; a
combination that has not been seen sends its whole text through the ruler, whose answers are then kept.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "remembered_attributes"
_ASKED = ("TAG", "DEP", "LOWER", "IS_SPACE")
CURLED = ("’s", "’S", "’re", "’m", "’ll", "’ve", "’d", "n’t")
_TOLD: list[int | str] = ["POS", "MORPH", "LEMMA"]


def install(nlp: "Language") -> "Language":
    """Put the remembered ruler in the place of the pipeline's own, if its rules are of the kind that can be.

    The pipeline's lemmatizer stays, and is asked only once for a form, part of speech and morphology.
    """
    from spacy.language import Language

    _straighten(nlp)
    if nlp.has_pipe("lemmatizer"):
        _remember(nlp.get_pipe("lemmatizer"))
    if "attribute_ruler" not in nlp.pipe_names:
        return nlp
    ruler: Any = nlp.get_pipe("attribute_ruler")
    forms, leaders = _forms(ruler.patterns)
    if forms is None:
        return nlp
    if not Language.has_factory(NAME):
        Language.factory(NAME, func=_make)
    at = nlp.pipe_names.index("attribute_ruler")
    nlp.remove_pipe("attribute_ruler")
    before = nlp.pipe_names[at] if at < len(nlp.pipe_names) else None
    added: Any = nlp.add_pipe(NAME, before=before) if before else nlp.add_pipe(NAME)
    added.prepare(nlp, ruler, forms, leaders)
    return nlp


def _straighten(nlp: "Language") -> None:
    """Let the pipeline see "’s", "n’t" as it does "'s", "n't": it learned from texts with typewriters' apostrophes."""
    for form in CURLED:
        curled, straight = nlp.vocab[form], nlp.vocab[form.replace("’", "'")]
        for name in ("lower", "norm", "prefix", "suffix", "shape"):
            setattr(curled, name, getattr(straight, name))


def _remember(lemmatizer: Any) -> None:
    """Keep all that a lemmatizer says: by itself it keeps no more than what it found by its suffix rules."""
    find: Callable[[Any], list[str]] = lemmatizer.lemmatize
    known: dict[tuple[int, int, int], list[str]] = {}

    def lemmatize(token: Any) -> list[str]:
        key = (token.orth, token.pos, token.morph.key)
        if key not in known:
            known[key] = find(token)
        return known[key]

    lemmatizer.lemmatize = lemmatize


def _make(nlp: "Language", name: str) -> "Remembered":  # noqa: ARG001 - what spaCy gives a factory
    return Remembered()


def _forms(patterns: list[dict[str, Any]]) -> tuple[set[str] | None, set[str]]:
    """Return the word forms that rules ask for, and those that begin a rule of two; None if a rule asks for more."""
    forms: set[str] = set()
    leaders: set[str] = set()
    for rule in patterns:
        for pattern in rule["patterns"]:
            if len(pattern) > 2 or any(set(token) - set(_ASKED) for token in pattern):
                return None, set()
            for token in pattern:
                forms |= _values(token.get("LOWER"))
            if len(pattern) == 2:
                leaders |= _values(pattern[0].get("LOWER"))
    return forms, leaders


def _values(asked: Any) -> set[str]:
    if asked is None:
        return set()
    if isinstance(asked, str):
        return {asked}
    if "IN" in asked:
        return set(asked["IN"])
    return {"y", "y'"} if asked.get("REGEX") == "^y'?$" else {str(asked)}


class Remembered:
    """The component: calls the ruler for what is new, and knows the rest."""

    def prepare(self, nlp: "Language", ruler: Any, forms: set[str], leaders: set[str]) -> None:
        """Take over from ruler."""
        strings = nlp.vocab.strings
        self.ruler = ruler
        self.forms = numpy.array([strings.add(form) for form in sorted(forms)], dtype="uint64")
        self.leaders = numpy.array([strings.add(form) for form in sorted(leaders)], dtype="uint64")
        self.expletive = strings.add("expl")
        self.known: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of one document."""
        if not len(doc):
            return doc
        keys = self._keys(doc)
        try:
            told = [self.known[key] for key in keys]
        except KeyError:
            doc = self.ruler(doc)
            rows = doc.to_array(_TOLD)
            self.known.update(zip(keys, (tuple(int(value) for value in row) for row in rows), strict=True))
            return doc
        values: Any = numpy.array(told, dtype="uint64")
        doc.from_array(_TOLD, values)
        for number, key in enumerate(keys):
            if key[3]:
                self._space(doc, number)
        return doc

    def pipe(self, docs: "Iterable[Doc]", *, batch_size: int = 8) -> "Iterator[Doc]":  # noqa: ARG002 - spaCy's
        """Set the attributes of each document."""
        for doc in docs:
            yield self(doc)

    def _space(self, doc: "Doc", number: int) -> None:
        token = doc[number]
        token.tag_ = "_SP"
        if token.dep:
            token.dep_ = "dep"

    def _keys(self, doc: "Doc") -> list[tuple[int, ...]]:
        """Return what the rules can ask of each token: tag, dependency, form, white space, its neighbours' forms."""
        rows = doc.to_array(list(_ASKED))
        lower = rows[:, 2]
        form = numpy.where(numpy.isin(lower, self.forms), lower, 0)
        leads = numpy.where(numpy.isin(lower, self.leaders), lower, 0)
        before = numpy.zeros_like(lower)
        before[1:] = numpy.where(leads[:-1] > 0, leads[:-1], rows[:-1, 1] == self.expletive)
        behind = numpy.zeros_like(lower)
        behind[:-1] = numpy.where(leads[:-1] > 0, form[1:], 0)
        columns = (rows[:, 0], rows[:, 1], form, rows[:, 3], before, behind)
        return list(zip(*(column.tolist() for column in columns), strict=True))

"""Where the tokens of a parsed text stand, read out once: a Token object for each costs more than all the rules."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.drafting import quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Layout:
    """Characters and sentences of a document's tokens."""

    doc: "Doc"

    @cached_property
    def text(self) -> str:
        """The document's text, which spaCy puts together anew each time it is asked."""
        return str(self.doc.text)

    @cached_property
    def starts(self) -> list[int]:
        """First character of each token."""
        found: list[int] = self.doc.to_array("IDX").tolist()
        return found

    @cached_property
    def token_at(self) -> dict[int, int]:
        """Token by its first character."""
        return {idx: number for number, idx in enumerate(self.starts)}

    @cached_property
    def token_before(self) -> dict[int, int]:
        """Number of the token behind the one that ends at this character."""
        lengths = self.doc.to_array("LENGTH")
        return {
            idx + int(length): number for number, (idx, length) in enumerate(zip(self.starts, lengths, strict=True), 1)
        }

    @cached_property
    def sentence(self) -> list[int]:
        """Number of the sentence that each token is in."""
        return list(accumulate(int(mark == 1) for mark in self.doc.to_array("SENT_START")))

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token stands between quotation marks that are not single ones."""
        flags = [False] * len(self.starts)
        spans = iter([(quote.start, quote.end) for quote in quotes.find(self.text) if not quote.single])
        start, end = next(spans, (-1, -1))
        for number, idx in enumerate(self.starts):
            while end != -1 and idx >= end:
                start, end = next(spans, (-1, -1))
            flags[number] = end != -1 and start <= idx
        return flags

    @cached_property
    def telling(self) -> list[int]:
        """Number of the sentence that each token is in, where those that are quoted whole do not count."""
        alpha = self.doc.to_array("IS_ALPHA").tolist()
        words = zip(self.sentence, self.quoted, alpha, strict=True)
        telling = {number for number, quoted, word in words if word and not quoted}
        numbers = {number: count for count, number in enumerate(sorted(telling), 1)}
        return list(accumulate((numbers.get(number, 0) for number in self.sentence), max, initial=0))[1:]

    def of_kind(self, *kinds: str) -> list[int]:
        """Return the tokens with one of these parts of speech."""
        return self._having("POS", kinds)

    def of_words(self, *words: str) -> list[int]:
        """Return the tokens with one of these forms, in lower case."""
        return self._having("LOWER", words)

    def _having(self, attribute: str, values: tuple[str, ...]) -> list[int]:
        ids = {self.doc.vocab.strings[value] for value in values}
        return [number for number, value in enumerate(self.doc.to_array(attribute).tolist()) if value in ids]


def root(doc: "Doc", start: int, end: int) -> "Token":
    """Return the token that the others between start and end hang on, the last of several."""
    for number in range(end - 1, start, -1):
        token = doc[number]
        if not start <= token.head.i < end or token.head.i == number:
            return token
    return doc[start]

"""A name in a text: which tokens, and what they name."""

from dataclasses import dataclass

from generator.drafting.known import Entry


@dataclass(frozen=True)
class Name:
    """A stretch of tokens that names something. kind: person, organization, state, people, place, region, facility.

    entries are what the lexicon holds under these words, empty if it holds nothing.
    """

    start: int
    end: int
    text: str
    kind: str
    entries: tuple[Entry, ...] = ()

    @property
    def words(self) -> list[str]:
        return self.text.split()

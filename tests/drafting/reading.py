"""What tests of names ask: whom words of a text mean."""

from generator.drafting import actors, language
from generator.drafting.known import Known, of_actors


def meant(text: str, words: str, known: Known | None = None) -> set[str | None]:
    """Return the names of those whom words mean where they stand last in text."""
    found, mentions = actors.find(language.parse(text), known or of_actors({}))
    start = text.rindex(words)
    on = [m for m in mentions if m.start == start and m.end == start + len(words)]
    return {found[m.actor].name if m.actor is not None else None for m in on}

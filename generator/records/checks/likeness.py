"""By what two events are taken for the same one, and two actors' names for one name."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from generator.records import dates
from generator.records.models import Event

_MAX_DAYS = 7
"""A date vaguer than a week says too little to liken events by it."""
_MAX_PARTICIPANTS = 12


def keys(event: Event) -> Iterator[tuple[str, ...]]:
    """Yield what a double of event would share: type, a day, and the title, two participants, or one and the place."""
    if event.date is None:
        return
    span = dates.parse(event.date)
    length = (span.last - span.first).days + 1
    if length > _MAX_DAYS:
        return
    actors = sorted({participant.actor for participant in event.participants})[:_MAX_PARTICIPANTS]
    pairs: list[tuple[str, ...]] = [(f"titled {name_key(event.title)}",), *combinations(actors, 2)]
    if event.place:
        pairs += [(actor, f"in {event.place.name.casefold()}") for actor in actors]
    for day in range(length):
        for pair in pairs:
            yield (event.type, (span.first + timedelta(day)).isoformat(), *pair)


def may_be_one(event: Event, other: Event, ids: tuple[str, str]) -> bool:
    """Tell whether nothing sets the two apart: no different places, and no `part_of` that relates them."""
    if event.place and other.place and event.place.name.casefold() != other.place.name.casefold():
        return False
    parts = (event.part_of, other.part_of)
    return parts[0] not in (ids[1], parts[1] or "") and parts[1] != ids[0]


def name_key(name: str) -> str:
    """Return what two spellings of one name share: letters and digits, in lower case, without a leading article."""
    return "".join(char for char in name.casefold().removeprefix("the ") if char.isalnum())

"""What is found in one article, before it becomes records.

All offsets count characters of `Article.text` (title, then paragraphs, two line breaks between them); end is exclusive.
Every finding names the rule that found it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Role:
    """A role that the article gives an actor: `title` in its words, `of` the index of the body it is in."""

    title: str
    of: int | None
    quote: Offsets


@dataclass
class FoundActor:
    """One person, organization, state or group; `ident` is its record where briefings/actors knows it."""

    name: str
    kind: str
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    ident: str | None = None
    part_of: int | None = None
    speaks_for: int | None = None
    ambiguous: tuple[str, ...] = ()
    named: bool = True
    """False for those whom the article only describes: two officials, the rebels."""


@dataclass(frozen=True)
class Mention:
    """Where an actor is named, described or meant; `actor` indexes Findings.actors, None where it stays open."""

    start: int
    end: int
    actor: int | None
    form: str
    """name | description | pronoun"""
    rule: str


@dataclass(frozen=True)
class FoundDate:
    """A time expression and its EDTF value; None where the words do not tell."""

    start: int
    end: int
    value: str | None
    rule: str


@dataclass(frozen=True)
class FoundFigure:
    """A number with what it counts. bound: see vocabulary/bounds.yaml."""

    start: int
    end: int
    value: float
    measure: str
    rule: str
    upper: float | None = None
    bound: str = "exact"
    unit: str | None = None
    by: int | None = None
    quote: Offsets = (0, 0)
    """The number with what it counts."""


@dataclass(frozen=True)
class FoundPlace:
    """A place named in the text, with coordinates in decimal degrees where the gazetteer is sure of it."""

    start: int
    end: int
    name: str
    rule: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Attribution:
    """Spans of one act of saying: what (content), by which words (cue), by whom (source); direct, mixed or indirect."""

    content: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    source: tuple[Offsets, ...]
    kind: str
    rule: str


@dataclass(frozen=True)
class FoundStatement:
    """An attribution understood: who voiced it, whose position it is, what it does, when."""

    attribution: Attribution
    stance: str
    speaker: int | None = None
    holder: int | None = None
    to: tuple[int, ...] = ()
    date: str | None = None
    quote: Offsets = (0, 0)
    """The evidence: one stretch within a paragraph."""
    occasion: Offsets | None = None
    """The words that tell where it was said: in an interview, at a rally, on a channel."""
    event: int | None = None
    """Index of the event it was said on."""


@dataclass(frozen=True)
class FoundParticipant:
    """An actor's part in an event; role: see vocabulary/participant_roles.yaml."""

    actor: int
    role: str


@dataclass(frozen=True)
class FoundEvent:
    """Something that happened or is planned; type: see vocabulary/event_types.yaml."""

    start: int
    end: int
    """The trigger word."""
    quote: Offsets
    title: str
    type: str
    rule: str
    date: str | None = None
    planned: bool = False
    place: FoundPlace | None = None
    participants: tuple[FoundParticipant, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    part_of: int | None = None
    also: tuple[Offsets, ...] = ()
    """Further mentions of the same event."""


@dataclass(frozen=True)
class Findings:
    """All that was found in one article."""

    actors: Sequence[FoundActor] = ()
    mentions: Sequence[Mention] = ()
    dates: Sequence[FoundDate] = ()
    figures: Sequence[FoundFigure] = ()
    places: Sequence[FoundPlace] = ()
    statements: Sequence[FoundStatement] = ()
    events: Sequence[FoundEvent] = ()
    attributions: Sequence[Attribution] = ()
    """All acts of saying, those that became no statement among them."""
    relays: Sequence[int] = ()
    """Actors whose account the article passes on."""
    unused: Sequence[Offsets] = ()
    """Sentences that gave nothing."""
    starts: Sequence[int] = ()
    """Characters at which a quote may begin in the midst of a sentence, in order; none where nobody looked."""
    ends: Sequence[int] = ()
    """Characters behind which a quote may end so, in order."""

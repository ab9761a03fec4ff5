"""The records: one frozen model for each kind of YAML file under briefings/.

A field's description is its help in editors (see `generator.records.schema`) and in the docs; the types of values
stand in `generator.records.values`. Values arrive as text, as written in the YAML, and are converted here.
"""

from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.records.values import (
    ActorKind,
    ActorRef,
    ArticleRef,
    Bound,
    Country,
    Date,
    EventRef,
    EventType,
    FileName,
    Genre,
    IssueRef,
    Line,
    Many,
    ParticipantRole,
    PositionRef,
    Quote,
    Slug,
    Stance,
    Text,
    Url,
    VersionOf,
    edtf,
)


class Model(BaseModel):
    """What every part of a record shares: nothing changes it, and nothing unknown gets in.

    Its validator is built when a record is first validated: what comes from the cache never needs it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the fields in the order in which they are written: a model's own, then those every record has."""
        shared = [name for name in Record.model_fields if issubclass(cls, Record)]
        return (*(name for name in cls.model_fields if name not in shared), *shared)


def model_in(annotation: Any) -> type[Model] | None:
    """Return the model that an annotation such as `tuple[Figure, ...]` or `Place | None` holds, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for found in map(model_in, get_args(annotation)) if found), None)


class Evidence(Model):
    """The verbatim words that a claim rests on, and the article they stand in."""

    article: ArticleRef = Field(description="The article's id: its file name without .yaml.")
    quote: Quote = Field(description="The article's own words, letter for letter.")


Evidences = Many[Evidence]


class Seed(Model):
    """Which seed, and which article in it, the record was made from."""

    file: FileName = Field(description="File name in seeds/.")
    part: int = Field(1, ge=1, description="The article's number in the seed, from 1.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Of the seed's bytes when it was drafted.")


class Correction(Model):
    """A mistake that was put right, for readers who saw it."""

    date: Date = Field(description="When it was put right.")
    text: Line = Field(description="What was wrong and what is right, in a sentence.")


class Record(Model):
    """What every record shares."""

    corrections: Many[Correction] = Field((), description="Mistakes put right; the site lists them.")
    former_ids: Many[Slug] = Field((), description="Ids this record had before; the site redirects them.")
    draft: bool = Field(False, description="true: made by the generator, not yet reviewed. Delete the line to accept.")


class ArticleRecord(Record):
    """One article: where it came from and what is known of it."""

    title: Line = Field(description="The headline as printed.")
    publisher: ActorRef | None = Field(None, description="The actor who published it.")
    authors: Many[Line] = Field((), description="As the byline names them.")
    published: Date | None = Field(None, description="When; 2025-07~ for a guess.")
    language: str = Field("en", pattern=r"^[a-z]{2,3}$", description="ISO 639 code.")
    genre: Genre = Field("report", description="What sort of text it is.")
    url: Url | None = Field(None, description="Where it can be read.")
    relays: Many[ActorRef] = Field((), description="Whose account it passes on: a relay is not a second source.")
    derived: Many[Line] = Field((), description="Which of title and published the article does not print.")
    seed: Seed | None = Field(None, description="The seed it was read from.")


class Role(Model):
    """An office or function, as an article gives it."""

    title: Line = Field(description="The role in the article's words: foreign minister.")
    of: ActorRef | None = Field(None, description="The body it is a role in.")
    speaks_for: ActorRef | None = Field(None, description="Whose position is voiced in this role.")
    period: Date | None = Field(None, description="When the role was held, if known.")
    evidence: Evidences = Field((), description="The words it rests on.")


class Actor(Record):
    """A person, organization, state or group that acts, speaks or is addressed."""

    name: Line = Field(description="The one spelling used on the site.")
    kind: ActorKind = Field(description="What sort of actor.")
    aliases: Many[Line] = Field((), description="Other names in articles: surnames, spellings, metonyms.")
    summary: Text | None = Field(None, description="Who this is, in the editor's words.")
    part_of: ActorRef | None = Field(None, description="The state or body it belongs to.")
    roles: Many[Role] = Field((), description="Offices held.")


class Place(Model):
    """Where something happened; coordinates in decimal degrees, WGS 84."""

    name: Line = Field(description="The place's name.")
    country: Country | None = Field(None, description="ISO 3166-1 code: TR, NO.")
    lat: float | None = Field(None, ge=-90, le=90, description="Latitude in degrees north.")
    lon: float | None = Field(None, ge=-180, le=180, description="Longitude in degrees east.")


class Participant(Model):
    """Who took part, and as what."""

    actor: ActorRef = Field(description="The actor's id.")
    role: ParticipantRole = Field("participant", description="What they did in it.")


class Figure(Model):
    """A number that an article gives, with what is counted and who says so."""

    measure: Line = Field(description="What is counted: drones launched.")
    value: float = Field(description="The number; the lower end of a range.")
    upper: float | None = Field(None, description="The upper end, where the words give a range.")
    bound: Bound = Field("exact", description="How exact the words are.")
    unit: Line | None = Field(None, description="EUR, km², %; none for a plain count.")
    by: ActorRef | None = Field(None, description="Who gives the number, where that is not the article.")
    evidence: Evidences = Field((), description="The words it rests on.")


class Outcome(Model):
    """What came of an event."""

    text: Line = Field(description="In the editor's words.")
    evidence: Evidences = Field((), description="The words it rests on.")


class Version(Model):
    """One way in which a part of an event is told, where accounts differ; the other ways stand beside it."""

    of: VersionOf = Field(description="What is told differently.")
    value: Line = Field(description="In the editor's words; a date as in `date`.")
    by: ActorRef | None = Field(None, description="Who says so, where that is not the article.")
    evidence: Evidences = Field((), description="The words it rests on.")

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.of == "date":
            edtf(self.value)
        return self


class Event(Record):
    """Something that happened, happens or is planned."""

    title: Line = Field(description="Short, in the present tense.")
    type: EventType = Field(description="PLOVER event type.")
    date: Date | None = Field(None, description="When, as exactly as the words tell.")
    planned: bool = Field(False, description="true while it has not happened by the latest article.")
    place: Place | None = Field(None, description="Where.")
    summary: Text | None = Field(None, description="In the editor's words.")
    participants: Many[Participant] = Field((), description="Who took part.")
    figures: Many[Figure] = Field((), description="Numbers given for it.")
    outcomes: Many[Outcome] = Field((), description="What came of it.")
    versions: Many[Version] = Field((), description="Each way of telling what accounts tell differently.")
    issues: Many[IssueRef] = Field((), description="Issues it bears on.")
    part_of: EventRef | None = Field(None, description="The larger event it belongs to.")
    evidence: Evidences = Field(description="The words it rests on, from each article that tells it.")


OTHER = "other"
"""The id of the issue that is no question: what is said on none of the others is kept there."""


class Issue(Record):
    """A question on which positions are taken."""

    title: Line = Field(description="Short name of the issue.")
    question: Line = Field(description="The question, in words all sides would accept.")
    keywords: Many[Line] = Field((), description="Words by which the generator files statements here.")
    summary: Text | None = Field(None, description="In the editor's words.")


class Statement(Model):
    """One thing a holder was reported to say, want, offer or refuse."""

    id: Slug | None = Field(None, description="Never changes: the statement's permanent link ends with it.")
    date: Date | None = Field(None, description="When it was said.")
    stance: Stance = Field(description="What it does: demand, reject, ...")
    summary: Line | None = Field(None, description="In the editor's words.")
    speaker: ActorRef | None = Field(None, description="Who voiced it, where that is not the holder.")
    to: Many[ActorRef] = Field((), description="Whom it addresses.")
    event: EventRef | None = Field(None, description="The event it was said on.")
    occasion: Line | None = Field(
        None, description="Where it was said, in the article's words: in an interview with ..."
    )
    evidence: Evidences = Field(description="The words it rests on.")
    draft: bool = Field(False, description="true: made by the generator, not yet reviewed. Delete the line to accept.")


class Position(Record):
    """Where one holder stands on one issue, and how it moved."""

    holder: ActorRef = Field(description="The actor whose position it is.")
    issue: IssueRef = Field(description="The issue it is on.")
    summary: Text | None = Field(None, description="The editor's sentence on where they stand.")
    statements: Many[Statement] = Field((), description="In order of date.")


class Item(Model):
    """One key point of an edition: an event, or a position and one of its statements."""

    text: Line | None = Field(None, description="The point in one sentence.")
    event: EventRef | None = Field(None, description="The event it is about.")
    position: PositionRef | None = Field(None, description="The position it is about.")
    statement: Slug | None = Field(None, description="The statement's id in that position.")


class Edition(Record):
    """A dated briefing: what a reader needs to know of that time, in order."""

    title: Line = Field(description="The headline.")
    period: Date = Field(description="The days it covers: 2025-06-02/2025-06-08.")
    lede: Text | None = Field(None, description="Two or three sentences that sum it up.")
    items: Many[Item] = Field((), description="Key points, first things first.")


MODELS: dict[str, type[Record]] = {
    "articles": ArticleRecord,
    "actors": Actor,
    "events": Event,
    "issues": Issue,
    "positions": Position,
    "editions": Edition,
}

"""Facts of a document, one record for each kind. Names are the keys of the record format."""

from dataclasses import dataclass
from enum import StrEnum

from policygraph.model.digest import Digest
from policygraph.model.new_places import Beside, NewPlace
from policygraph.model.quick import quickly_made
from policygraph.model.source import Span

PREAMBLE = "preamble"  # the "clause" of facts that stand before the first numbered unit


class Role(StrEnum):
    """What a unit has to do with a clause."""

    RESPONSIBLE = "responsible"
    LEAD = "lead"
    SUPPORT = "support"
    DATA_SOURCE = "data_source"
    REVIEW = "review"


class Relation(StrEnum):
    """What a clause does with the document it cites."""

    BASED_ON = "based_on"
    IMPLEMENTS = "implements"
    CITES = "cites"
    AMENDS = "amends"
    REPEALS = "repeals"
    FORWARDS = "forwards"
    EVIDENCE = "evidence"


class Status(StrEnum):
    """Whether a document is issued or a draft for comment (征求意见稿)."""

    ISSUED = "issued"
    DRAFT = "draft"


@quickly_made
@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """Where a field of the document was read, and by which rule."""

    field: str
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a policy document says of itself. Dates are ISO 8601 (``YYYY-MM-DD``)."""

    title: str | None = None
    number: str | None = None
    issuers: tuple[str, ...] = ()
    kind: str | None = None
    jurisdiction: str | None = None
    issued: str | None = None
    published: str | None = None
    effective: str | None = None
    expires: str | None = None
    status: Status = Status.ISSUED
    disclosure: str | None = None
    addressed_to: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    evidence: tuple[FieldEvidence, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Responsibility:
    """A unit, a clause, a segment of it, and the unit's role: who must do what (责任单位).

    ``resolved`` has the level prefix restored that the list leaves out; ``canonical`` is the
    full official name at the document's date, None when it is not known.
    """

    clause: str
    segment: int
    as_written: str
    resolved: str
    canonical: str | None
    role: Role
    group: bool
    inherited: bool
    spans: tuple[Span, ...]
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Citation:
    """A clause cites a document, or an article, paragraph or item of it."""

    clause: str
    title: str | None
    number: str | None
    article: int | None
    paragraph: int | None
    item: int | None
    relation: Relation
    as_written: str | Digest
    spans: tuple[Span, ...]
    rule: str


class Operation(StrEnum):
    """What an atomic change does to its target."""

    DELETE_TEXT = "delete_text"
    DELETE_CLAUSE = "delete_clause"
    REPLACE_TEXT = "replace_text"
    REPLACE_CLAUSE = "replace_clause"
    ADD_TEXT = "add_text"
    ADD_CLAUSE = "add_clause"
    DELETE_ANNEX = "delete_annex"
    REPLACE_AGENCY = "replace_agency"
    REMOVE_AGENCY = "remove_agency"
    ADD_AGENCY = "add_agency"
    KEEP = "keep"
    REPEAL_DOCUMENT = "repeal_document"


@quickly_made
@dataclass(frozen=True, slots=True)
class Target:
    """What a change is made to: a document, and where in it."""

    title: str | None
    number: str | None
    locator: str | None
    locator_as_written: str | None


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis of a change."""

    title: str
    article: int | None
    item: int | None


@quickly_made
@dataclass(frozen=True, slots=True)
class Amendment:
    """One atomic change; a bulk change over eight items is eight rows.

    ``old_span`` and ``new_span`` are where the amending text prints the words; None where they are
    no words but the number of a unit. ``mark`` is the label of the mark in which units change
    (责任单位).
    """

    clause: str
    target: Target
    operation: Operation
    old: str | Digest | None
    new: str | Digest | None
    based_on: tuple[Basis, ...]
    spans: tuple[Span, ...]
    rule: str
    old_span: Span | None = None
    new_span: Span | None = None
    beside: Beside | None = None
    new_place: NewPlace | None = None
    mark: str | None = None


class ChangeKind(StrEnum):
    """What became of an agency, as the text says it."""

    RENAME = "rename"
    FUNCTION_TRANSFER = "function_transfer"
    ABOLISH = "abolish"
    MERGE = "merge"
    SPLIT = "split"
    FOUND = "found"
    SUBSTITUTE = "substitute"  # the text only says to write another unit's name


@dataclass(frozen=True, slots=True)
class AgencyChange:
    """What a text says became of an agency, or whose name it puts in another's place."""

    clause: str
    old: str | None
    new: str | None
    kind: ChangeKind
    functions: tuple[str, ...]
    cause: str | None
    spans: tuple[Span, ...]
    rule: str


class QuantityKind(StrEnum):
    """What a figure is for."""

    REWARD = "reward"
    SUBSIDY = "subsidy"
    TARGET = "target"
    CAP = "cap"
    FLOOR = "floor"
    THRESHOLD = "threshold"
    DURATION = "duration"
    QUOTA = "quota"
    SCORE = "score"
    RATE = "rate"
    COUNT = "count"


@quickly_made
@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit: 每户20万元 is the reward 20 of 万元/户."""

    clause: str
    kind: QuantityKind
    value: int | float
    unit: str
    as_written: str | Digest
    year: int | None
    subject: str | None
    condition: str | None
    spans: tuple[Span, ...]
    rule: str


class DeadlineKind(StrEnum):
    """How a time binds."""

    BY = "by"
    FROM = "from"
    DURING = "during"
    RECURRING = "recurring"


@quickly_made
@dataclass(frozen=True, slots=True)
class Deadline:
    """When something must be done; ``every`` is an ISO 8601 duration (``P3M``)."""

    clause: str
    segment: int
    kind: DeadlineKind
    date: str | None
    every: str | None
    as_written: str | Digest
    unit: str | None
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Post:
    """A seat in a work group, by post and never by name; ``holder`` counts the persons."""

    body: str
    role: str
    unit: str | None
    post: str
    holder: int
    spans: tuple[Span, ...]
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class BodyDuty:
    """A duty that running text lays on a unit without a mark."""

    clause: str
    unit: str
    group: bool
    role: Role
    as_written: str | Digest
    spans: tuple[Span, ...]
    rule: str

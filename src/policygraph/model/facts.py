"""Facts of a document, one record for each kind. Names are the keys of the record format."""

from dataclasses import dataclass
from enum import StrEnum

from policygraph.model.source import Span


@dataclass(frozen=True, slots=True)
class Digest:
    """Stands for running text of a published document in the facts-only form."""

    sha256: str
    length: int


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

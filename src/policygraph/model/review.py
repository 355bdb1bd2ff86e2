"""A review: what a person says of the record of one source, so that a new reading keeps it.

A review never edits a record: it lies beside the source and is applied after each reading. A
row that was read wrongly is taken out, one that was missed is put in with the rule ``review``,
and what no longer fits the text becomes a finding.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

RULE = "review"  # rule of all rows that a person added


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who said so, when (ISO 8601 date), and why."""

    by: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row that should not have been read.

    Attributes:
        place: of the entry in the review file: ``wrong[2]``, counted from 1.
        list: name of the list of the record; ``document`` for its fields.
        row: fields that tell the row; those that are not given may be anything.
        quote: the characters from which it was read; None: from any.
        judgement: by whom, when and why.
    """

    place: str
    list: str
    row: Mapping[str, Any]
    quote: str | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A row that should have been read.

    Attributes:
        place: of the entry in the review file: ``missing[1]``, counted from 1.
        list: name of the list of the record; ``document`` for its fields.
        row: the row, of the type of its list and without spans; for ``document`` the fields.
        quote: the characters from which it is read.
        judgement: by whom, when and why.
    """

    place: str
    list: str
    row: Any
    quote: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one source.

    Attributes:
        name: name of the review file.
        sha256: digest of the bytes of the source that was reviewed; None: not given.
        wrong: rows to take out.
        missing: rows to put in.
        problems: what is wrong with the file, with the key; then it is not applied at all.
    """

    name: str
    sha256: str | None = None
    wrong: tuple[WrongRow, ...] = ()
    missing: tuple[MissingRow, ...] = ()
    problems: tuple[str, ...] = field(default=())

"""What became of a document and of each change to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from policygraph.consolidation.division_changes import Division, divisions_of
from policygraph.consolidation.rows import Rows
from policygraph.errors import Message
from policygraph.expression import expression
from policygraph.model.facts import Amendment
from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.resolve.quotable import law_title


class Reason(StrEnum):
    """Why a change was not carried out. None is passed over in silence."""

    PLACE_UNKNOWN = "place-unknown"
    PLACE_AMBIGUOUS = "place-ambiguous"
    WORDS_MISSING = "words-missing"
    WORDING_UNKNOWN = "wording-unknown"
    ANCHOR_UNKNOWN = "anchor-unknown"
    OVERLAP = "overlap"
    NUMBERS_UNKNOWN = "numbers-unknown"
    NUMBERS_LEFT = "numbers-left"
    REFERENCE = "reference"
    CONTENTS = "contents"
    OLDER = "older"

    @property
    def said(self) -> Message:
        """What is the matter, and what to look at."""
        return _SAID[self]


_SAID = {
    Reason.PLACE_UNKNOWN: Message(
        "原文中没有所指的条款，请核对编号", "the text has no such unit; check its number"
    ),
    Reason.PLACE_AMBIGUOUS: Message(
        "原文中可能的位置不止一处（几个条款都是这个编号，或者在前一章之末、后一章之首都可以），无法确定所指",
        "the text has several such places (units with this number, or the end of one chapter and"
        " the beginning of the next); which one is meant cannot be told",
    ),
    Reason.WORDS_MISSING: Message(
        "所指条款中没有要改的文字，请核对版本",
        "the words to be changed do not stand there; check which version this is",
    ),
    Reason.WORDING_UNKNOWN: Message(
        "修改文件中没有读出新的文字，请人工修改",
        "no new wording was read from the amending text; change it by hand",
    ),
    Reason.ANCHOR_UNKNOWN: Message(
        "没有读出新文字应加在何处，请人工修改",
        "where the new words go was not read; change it by hand",
    ),
    Reason.OVERLAP: Message(
        "同一文件的另一处修改已涉及这些文字，请人工核对",
        "another change of the same document concerns the same words; check it by hand",
    ),
    Reason.NUMBERS_UNKNOWN: Message(
        "要求调整序号，但增删后的序号无法确定，序号未动，请人工调整",
        "units are to be renumbered, but their numbers do not come out surely; none was changed,"
        " do it by hand",
    ),
    Reason.NUMBERS_LEFT: Message(
        "增删之后有的编号重复或者空缺，而修改文件没有要求调整这一类（条、章节或者项）的序号，序号未动，"
        "请人工核对",
        "a number stands twice now, or is missing, and no other numbers are ordered for such units;"
        " none was changed, check it by hand",
    ),
    Reason.REFERENCE: Message(
        "文中引用的条款已删去或者位置已变，引用未动，请人工核对",
        "the text refers to a unit that is struck or stands elsewhere now; the reference was left,"
        " check it by hand",
    ),
    Reason.CONTENTS: Message(
        "文中有目录，章节改动后目录未动，请人工调整",
        "the text has a table of contents, which was left as it is though chapters change; do it by"
        " hand",
    ),
    Reason.OLDER: Message(
        "修改文件发布在先，改的是更早的文本，请核对版本",
        "the amending document was issued before this text and changes an earlier one; check which"
        " version this is",
    ),
}

ORDERED = "amendment.renumbering"  # the finding that tells an order to renumber
_ISSUED_BY = expression("印发[《〈](.{2,80})[》〉]的?通知$")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document that changes another.

    Attributes:
        record: what was read from it.
        text: its text.
        day: ISO day from which its changes count: its day of effect, else of issue; None: neither
            is printed.
        draft: it is not issued (征求意见稿): what it gives is a scenario.
        divisions: its changes of chapters and sections.
        rows: all its changes, found by place and sentence.
        unread: the sentences that seem to change something and could not be read. An order to
            renumber is read: it is carried out, or a change that is not.
    """

    record: Record
    text: str
    day: str | None
    draft: bool
    divisions: Mapping[Amendment, Division] = field(init=False, repr=False, compare=False)
    rows: Rows = field(init=False, repr=False, compare=False)
    unread: tuple[Finding, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows = self.record.amendments
        object.__setattr__(self, "divisions", divisions_of(rows, self.text))
        object.__setattr__(self, "rows", Rows(rows))
        object.__setattr__(self, "unread", _unread(self.record))

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Give its changes."""
        return self.record.amendments


def _unread(record: Record) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in record.findings
        if finding.code.startswith("amendment.") and finding.code != ORDERED
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One atomic change and what became of it.

    Attributes:
        instrument: index of the instrument that makes it.
        amendment: the change as read.
        clause: path of the unit that it was carried out in; None where that is none or not known.
        times: how often its words stood there; 0 where it was not carried out.
        reason: why it was not carried out; None where it was.
    """

    instrument: int
    amendment: Amendment
    clause: str | None = None
    times: int = 0
    reason: Reason | None = None


class Piece(NamedTuple):
    """A run of characters with one history.

    Attributes:
        text: the characters.
        start: offset in the text of the base; None for what a change put there.
        added: index of the change that put it there; None for what the base prints.
        removed: index of the change that took it out; None while it stands.
    """

    text: str
    start: int | None = None
    added: int | None = None
    removed: int | None = None


class Other(NamedTuple):
    """A source that prints the document in other words, and was not taken.

    Attributes:
        source: its name.
        failed: how many changes cannot be carried out in it.
    """

    source: str
    failed: int


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A document with changes carried out.

    Attributes:
        base: the document before all changes.
        record: what was read from the text that they leave.
        pieces: the text, in order, with what was taken out and what was put in.
        instruments: whose changes were carried out, the earliest first.
        later: those whose changes do not count yet on the day that was asked for.
        changes: all changes of ``instruments`` to this document.
        repealed: index of the change that repealed the whole; None where none did.
        others: sources that print the document in other words and that the changes fit less.
    """

    base: Record
    record: Record
    pieces: tuple[Piece, ...]
    instruments: tuple[Instrument, ...]
    later: tuple[Instrument, ...]
    changes: tuple[Change, ...]
    repealed: int | None = None
    others: tuple[Other, ...] = ()

    def __repr__(self) -> str:
        document = self.base.document
        called = document.number or document.title or self.base.source
        counts = f"{len(self.changes)} changes, {len(self.failed)} not carried out"
        return f"Consolidation({called!r}, {counts})"

    @property
    def title(self) -> str:
        """Give what the document is called: its title, that of a law, or the name of its file."""
        printed = "".join(piece.text for piece in self.pieces if piece.start is not None)
        title = self.base.document.title or law_title(self.base, printed) or self.base.source
        inner = _ISSUED_BY.search(title)  # 关于印发《…》的通知: what it issues is what changes
        return inner[1] if inner else title

    @property
    def text(self) -> str:
        """Give the text as it reads after the changes."""
        return "".join(piece.text for piece in self.pieces if piece.removed is None)

    @property
    def at_work(self) -> tuple[Instrument, ...]:
        """Give the instruments that change something in this document."""
        numbers = dict.fromkeys(sorted(change.instrument for change in self.changes))
        return tuple(self.instruments[number] for number in numbers)

    @property
    def scenario(self) -> bool:
        """Say whether a draft changes something, so that the text is none in force."""
        return any(one.draft for one in self.at_work)

    @property
    def failed(self) -> tuple[Change, ...]:
        """Give the changes that were not carried out."""
        return tuple(change for change in self.changes if change.reason is not None)

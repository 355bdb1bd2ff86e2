"""Structure of a document: blocks (how the page is laid out) and clauses (how it is numbered)."""

from dataclasses import dataclass
from enum import StrEnum

from policygraph.model.quick import quickly_made
from policygraph.model.source import Span


class BlockKind(StrEnum):
    """What a block is on the page. The blocks of a document tile its text."""

    FURNITURE = "furniture"  # navigation, page numbers, markup: no part of the document
    TITLE = "title"
    MASTHEAD = "masthead"  # 某某人民政府文件
    NUMBER = "number"  # 文号
    PUBLISHED = "published"  # 发布日期 of a web page
    METADATA = "metadata"  # catalogue fields: [成文日期] 2020-02-03
    ADOPTION = "adoption"  # 题注: by whom and when adopted
    CONTENTS = "contents"  # 目录
    ADDRESSEE = "addressee"  # 主送
    PREAMBLE = "preamble"  # unnumbered paragraphs before the first numbered unit
    ITEM = "item"  # a paragraph that begins with a label
    TEXT = "text"  # an unnumbered paragraph inside a numbered unit or annex
    CLOSING = "closing"  # unnumbered paragraphs after the last numbered unit
    QUOTED = "quoted"  # quoted text of another document, with structure of its own
    TABLE = "table"
    ANNEX = "annex"  # the line 附件2
    ANNEX_TITLE = "annex-title"
    ANNEX_LIST = "annex-list"  # 附件: 1.… 2.…
    SIGNATURE = "signature"  # 落款
    DATE = "date"  # 成文日期
    DISCLOSURE = "disclosure"  # (此件公开发布)
    COPIED_TO = "copied-to"  # 抄送
    FOOT = "foot"  # printing office and date
    UNCLASSIFIED = "unclassified"


@quickly_made
@dataclass(frozen=True, slots=True)
class Label:
    """A printed label of a numbered unit.

    Attributes:
        style: name of the label style (``text.labels.STYLES``).
        number: the printed number as it stands in a path: ``3``, ``3-1`` for 第三条之一.
        span: the label itself, without the blank that follows.
        printed: the label as printed, blanks removed.
    """

    style: str
    number: str
    span: Span
    printed: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Block:
    """A typed paragraph; ``span`` reaches to the start of the next block."""

    kind: BlockKind
    span: Span
    rule: str
    label: Label | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered unit: chapter, article, item, annex.

    Attributes:
        path: the printed numbers, outermost first: ``2/1``, ``annex2/3``. A path printed twice
            gets ``~2``, ``~3``.
        label: the label as printed.
        heading: see ``records/FORMAT`` (docs/record.md): what stands before the first full stop.
        start: offset of the label.
        own_end: where the clause's own text ends: the start of its first sub-clause or ``end``.
        end: where the clause with all its sub-clauses ends.
        style: name of the label style, or ``annex``.
        rule: name of the rule that made it.
    """

    path: str
    label: str
    heading: str | None
    start: int
    own_end: int
    end: int
    style: str
    rule: str

    @property
    def parent(self) -> str | None:
        """Path of the enclosing clause; None at the top."""
        head, separator, _ = self.path.rpartition("/")
        return head if separator else None

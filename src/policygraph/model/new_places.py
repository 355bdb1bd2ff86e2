"""Where a change puts new text, and the place that a unit has afterwards."""

from dataclasses import dataclass
from enum import StrEnum

from policygraph.model.digest import Digest
from policygraph.model.quick import quickly_made
from policygraph.model.source import Span


class Side(StrEnum):
    """Where new text goes, beside words or a unit (``pos`` of modifications in Akoma Ntoso)."""

    BEFORE = "before"
    AFTER = "after"
    START = "start"
    END = "end"
    INSIDE = "inside"


@quickly_made
@dataclass(frozen=True, slots=True)
class Beside:
    """What new text is put beside: quoted words, a unit, or the place itself that is changed.

    ``words`` are words of the text that is changed, at ``span`` of the amending one; ``locator``
    names a unit (第五条后, 第二章中). Both are None where the target is meant (第三条末尾).
    """

    side: Side
    words: str | Digest | None = None
    span: Span | None = None
    locator: str | None = None
    locator_as_written: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class NewPlace:
    """The place that a unit has after a change: 作为第六条, 改为第六条, 合并作为第一款.

    ``first_article`` and ``last_article`` are those that a new chapter says it takes in
    (包括第八条至第十条).
    """

    locator: str
    locator_as_written: str
    first_article: int | None = None
    last_article: int | None = None

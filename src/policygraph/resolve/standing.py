"""Whether a body stands on a day, who stands in its place, and why: the answer and its reasons."""

from dataclasses import dataclass
from enum import StrEnum

from policygraph.model.reform import Body, Reform


class Stands(StrEnum):
    """Whether a body stands on a day, under its name."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """A body on a day.

    Attributes:
        body: the body that was asked for.
        stands: whether it stands on that day under this name.
        reason: why: a key of ``REASONS``.
        now: the bodies that stand in its place; itself where it stands.
        open: bodies of which one may stand in its place; it is not known which.
        hops: the changes followed, in their order.
        told: further changes that are not followed: functions that moved, substitutions.
    """

    body: Body
    stands: Stands
    reason: str
    now: tuple[Body, ...] = ()
    open: tuple[Body, ...] = ()
    hops: tuple[Reform, ...] = ()
    told: tuple[Reform, ...] = ()


REASONS: dict[str, tuple[str, str]] = {
    "no-change-known": ("登记表没有它变动的记载", "the registry knows of no change"),
    "not-yet": ("变动在该日之后", "its change came after that day"),
    "function-moved": ("该项职能已划转，机构仍在", "the function moved; the body goes on"),
    "ended": ("已由其他机构接续", "another body took its place"),
    "abolished": ("已撤销，未载明接续机构", "abolished; no body is named that took its place"),
    "day-not-known": ("变动的日期不够确切", "the day of its change is not known well enough"),
    "several-candidates": (
        "接续机构因地而异，未能确定",
        "the new body differs from place to place",
    ),
    "cycle": ("变动记载首尾相接，请核对登记表", "the changes lead back to themselves"),
    "not-in-registry": ("登记表没有这个机构", "the registry does not know this body"),
    "name-ended": (
        "该名称已停用，登记表没有接续机构的记载",
        "the name has ended; its successor is not known",
    ),
    "not-founded": ("该日尚无此名称", "on that day nobody bore the name yet"),
    "place-not-founded": ("该日尚无此行政区划", "on that day its place had not been founded"),
    "place-day-not-known": (
        "所在行政区划设立的日期不够确切",
        "the day on which its place was founded is not known well enough",
    ),
    "before-table": (
        "早于首版行政区划代码表，此前不详",
        "before the first edition of the code table; what was before is not known",
    ),
}


NOBODY = ("name-ended", "not-founded", "place-not-founded")
UNKNOWN = (
    "cycle", "day-not-known", "several-candidates", "not-in-registry", "before-table",
    "place-day-not-known",
)  # fmt: skip

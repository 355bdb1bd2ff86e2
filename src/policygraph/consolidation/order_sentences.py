"""Sentences that order other numbers (条文顺序作相应调整), and what they are said of."""

from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span

ORDERED = "amendment.renumbering"
_QUOTED = expression("“[^”]*”?")
_PIECE = expression("[，；。：]")
_SAYS = expression("序|编号|条[文款目]")
_DIVISIONS = expression("[章节]")
_UNITS = expression("[条章节款项]")
_DOES = expression("[删增换拆并]|[改分]为|修改|提高|降低")


class Order(NamedTuple):
    """An order to renumber.

    Attributes:
        span: its sentence.
        articles: it is said of articles.
        divisions: of chapters and sections.
        items: of items; whoever renumbers articles (条文) renumbers what they hold.
    """

    span: Span
    articles: bool
    divisions: bool
    items: bool


def order_of(span: Span, said: str) -> Order:
    """Say what an order is meant for; one that names no kind of unit is meant for all."""
    pieces = _PIECE.split(_QUOTED.sub("", "".join(said.split())))
    piece = next((one for one in reversed(pieces) if _SAYS.search(one)), "")
    any_unit = bool(_UNITS.search(piece))
    return Order(
        span,
        articles="条" in piece or not any_unit,
        divisions=bool(_DIVISIONS.search(piece)) or not any_unit,
        items=any(unit in piece for unit in "条款项") or not any_unit,
    )


def orders_alone(said: str) -> bool:
    """Say whether a sentence orders numbers and does nothing else."""
    pieces = _PIECE.split(_QUOTED.sub("", "".join(said.split())))
    return not any(_DOES.search(one) for one in pieces if not _SAYS.search(one))

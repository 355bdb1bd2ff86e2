"""An edit of a text."""

from typing import NamedTuple

from policygraph.model.source import Span


class Edit(NamedTuple):
    """Characters to be taken out, and what stands in their place.

    Attributes:
        rank: order of what is put in at the same place.
    """

    span: Span
    new: str = ""
    rank: int = 0

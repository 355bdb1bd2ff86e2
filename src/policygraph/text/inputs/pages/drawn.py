"""What a page of a format of fixed pages draws: the same for PDF and OFD.

A reader of a format gives this; all behind it (lines, columns, tables, paragraphs) is shared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# As pdfplumber gives them. A character: text, x0, x1, top, bottom, size, upright. An edge of a
# rule or a box: x0, x1, top, bottom, width, height, orientation (h, v or None).
Char = dict[str, Any]
Edge = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page; lengths are points from its top left corner.

    Attributes:
        number: from 1.
        width, height: of the page.
        chars: the characters on it.
        edges: of rules and boxes.
        outlines: how many curves it draws.
        picture: share of the page that its largest picture covers.
    """

    number: int
    width: float
    height: float
    chars: Sequence[Char]
    edges: Sequence[Edge]
    outlines: int
    picture: float

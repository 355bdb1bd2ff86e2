"""What a reader of a format gives: the text of a file, and what of the file is not in it."""

from typing import NamedTuple

from policygraph.model.source import Notice


class Extracted(NamedTuple):
    """The text of a file.

    Attributes:
        text: a paragraph a line, a row of a table a line with a tab between cells.
        notices: what could not be taken into it.
    """

    text: str
    notices: tuple[Notice, ...] = ()

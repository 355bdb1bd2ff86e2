"""Offset -> line and column, as people count them."""

import re
from bisect import bisect_right

from policygraph.rdf.dataset import Dataset

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Positions:
    """Lines and columns of the sources of one dataset; keeps the source that was last asked for.

    Ask in the order of sources: then each text is read once, and only one is held.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._sha256 = ""
        self._starts: list[int] | None = None

    def line_and_column(self, sha256: str, offset: int) -> tuple[int, int] | None:
        """Give line and column, both from 1, of an offset in code points.

        None where the dataset does not hold the text (facts-only).
        """
        if sha256 != self._sha256:
            self._sha256, self._starts = sha256, self._read(sha256)
        if self._starts is None:
            return None
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _read(self, sha256: str) -> list[int] | None:
        text = self._dataset.text(sha256)
        if text is None:
            return None
        return [0, *(newline.end() for newline in _NEWLINE.finditer(text))]

"""Lines, columns and words of places in sources, whose texts are looked up by their digests."""

from collections.abc import Callable

from policygraph.model.source import Span
from policygraph.text.lines import Lines, Place

# Gives the decoded text of a source by its digest; None where it is not at hand.
Texts = Callable[[str], str | None]

_QUOTE = 80  # characters of the text that are shown with a finding


class Positions:
    """Lines and columns of sources; keeps the source that was last asked for.

    Ask in the order of sources: then each text is read once, and only one is held.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._sha256 = ""
        self._text: str | None = None
        self._lines = Lines("")

    def line_and_column(self, sha256: str, offset: int) -> Place | None:
        """Give line and column, both from 1, of an offset in code points.

        None where the dataset does not hold the text (facts-only).
        """
        if self._read(sha256) is None:
            return None
        return self._lines.place(offset)

    def quote(self, sha256: str, spans: tuple[Span, ...]) -> str:
        """Give what stands in runs of characters, on one line and cut where it is long."""
        text = self._read(sha256)
        if text is None:
            return ""
        words = "".join(text[span.start : min(span.end, span.start + _QUOTE)] for span in spans)
        line = " ".join(words.split())
        return line if len(line) < _QUOTE else f"{line[: _QUOTE - 1]}…"

    def _read(self, sha256: str) -> str | None:
        if sha256 != self._sha256:
            self._sha256, self._text = sha256, self._texts(sha256)
            self._lines = Lines(self._text or "")
        return self._text

"""Clause without a heading -> the words its own text begins with, so that a reader knows it."""

from policygraph.endpoint.view.passage import anchors_of
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.expression import expression
from policygraph.rdf import vocabulary as v

_MOST = 72  # characters: about two lines of a page, one of a wide one
_BEFORE_LABEL = 8  # signs of markup that may stand before a label
_SENTENCE = expression(r"[^。；！？\n]*[。；！？]?")


class Openings:
    """Gives how clauses begin; the text of each source is read once.

    Args:
        reader: reads the dataset; a facts-only one has no texts.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._texts: dict[str, str] = {}

    def of(self, clause: Node) -> str:
        """Give the first words behind the label; empty where a heading stands there, or no text."""
        reader = self._reader
        anchor = min(anchors_of(reader, clause), default=None, key=lambda each: each[0])
        if anchor is None or reader.text(clause, v.TITLE) is not None:
            return ""
        span, source = anchor
        own = self._text(reader.text(source, v.SHA256) or "")[span.start : span.end]
        return _first_words(_behind(own, reader.text(clause, v.LABEL) or ""))

    def _text(self, sha256: str) -> str:
        if sha256 not in self._texts:
            self._texts[sha256] = self._reader.dataset.text(sha256) or ""
        return self._texts[sha256]


def _behind(own: str, label: str) -> str:
    at = own.find(label, 0, len(label) + _BEFORE_LABEL)
    return own[at + len(label) :] if at >= 0 else own


def _first_words(text: str) -> str:
    """Give the first sentence, on one line; a sign tells that more follows."""
    text = text.strip()
    sentence = _SENTENCE.match(text[:_MOST])
    first = sentence[0] if sentence else ""
    return " ".join(first.split()) + ("…" if len(first) < len(text) else "")

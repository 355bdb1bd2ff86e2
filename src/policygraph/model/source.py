"""A source: one file that prints one or more policies, as decoded text."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A run of characters: ``start`` inclusive, ``end`` exclusive.

    Both count Unicode code points of the decoded text (byte order mark dropped, newlines
    untouched), as ``oa:start`` and ``oa:end`` do (W3C Web Annotation, section 4.2.4).
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file, as text.

    Attributes:
        name: the file's name without its folder.
        sha256: hex digest of the file's bytes; the identity of the source.
        text: the decoded text, of HTML, DOCX and PDF the extracted text; every offset points to it.
        media_type: IANA media type of the file.
    """

    name: str
    sha256: str
    text: str = field(repr=False)
    media_type: str = "text/plain"

    def at(self, span: Span) -> str:
        """Give the characters at ``span``."""
        return self.text[span.start : span.end]

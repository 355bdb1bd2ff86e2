"""A source: one file that prints one or more policies, as decoded text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, cast


class Span(NamedTuple):
    """A run of characters: ``start`` inclusive, ``end`` exclusive.

    Both count Unicode code points of the decoded text (byte order mark dropped, newlines
    untouched), as ``oa:start`` and ``oa:end`` do (W3C Web Annotation, section 4.2.4).
    """

    start: int
    end: int


# as Span._make, in half the time: a text has tens of thousands of spans
span_of = cast("Callable[[Iterable[int]], Span]", partial(tuple.__new__, Span))


class Notice(NamedTuple):
    """Something in a file that its text does not show: the record holds it as a finding.

    Attributes:
        code: key of ``codes.CODES``.
        detail: a number, range or short name that says which one.
    """

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file, as text.

    Attributes:
        name: the file's name without its folder.
        sha256: hex digest of the file's bytes; the identity of the source.
        text: the decoded text, of HTML, DOCX and PDF the extracted text; every offset points to it.
        media_type: IANA media type of the file.
        notices: what of the file could not be taken into the text.
    """

    name: str
    sha256: str
    text: str = field(repr=False)
    media_type: str = "text/plain"
    notices: tuple[Notice, ...] = ()

    def at(self, span: Span) -> str:
        """Give the characters at ``span``."""
        return self.text[span.start : span.end]

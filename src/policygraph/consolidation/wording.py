"""New words as an amending text prints them."""

from policygraph.expression import expression
from policygraph.model.facts import Amendment
from policygraph.model.source import Span

_OPENS = expression(r"(?<=[\r\n])(\s*)[“\"「]")
_INNER = str.maketrans("‘’", "“”")


def wording(row: Amendment, text: str) -> str | None:
    """Give the new words of a change as they are printed, with their line breaks.

    A quotation over several paragraphs opens anew with each; those marks are no words of it.
    Quotation marks inside it are single there and double in the text that takes them (GB/T 15834,
    4.8). None where there are no new words, or only their digest is kept.

    Args:
        row: the change.
        text: of the document that makes it.
    """
    if not isinstance(row.new, str):
        return None
    if row.new_span is None:
        return row.new
    words = printed_at(row.new_span, text)
    if words.count("“") > words.count("”"):
        words = _OPENS.sub(r"\1", words)
    if "".join(words.split()) != row.new:
        return row.new  # the number of a page stands in between
    start = row.new_span.start
    quoted = text[start - 1 : start] == "“" and "“" not in words
    return words.translate(_INNER) if quoted else words


def printed_at(span: Span, text: str) -> str:
    """Give the characters at a span."""
    return text[span.start : span.end]

"""Units in the marks of a clause, as changes of responsible units find them."""

from policygraph.consolidation.places import Place, Places
from policygraph.model.facts import Role
from policygraph.model.source import Span

_SEPARATORS = "、，,；;和及与"


def unit_spans(places: Places, place: Place) -> list[tuple[Span, tuple[str, ...]]]:
    """Give the units that marks at a place name, each with its names."""
    found = {
        Span(row.spans[0].start, row.spans[-1].end): (
            row.as_written,
            row.resolved,
            row.canonical or "",
        )
        for row in places.duties(place.span)
        if not row.inherited
    }
    return sorted(found.items())


def with_separator(span: Span, text: str) -> Span:
    """Give the span of a unit in a list with the sign that sets it apart from its neighbour."""
    if text[span.end : span.end + 1] and text[span.end] in _SEPARATORS:
        return Span(span.start, span.end + 1)
    if span.start and text[span.start - 1] in _SEPARATORS:
        return Span(span.start - 1, span.end)
    return span


def after_last_unit(places: Places, place: Place) -> int | None:
    """Give where a further unit goes: behind the last one that a mark lists."""
    ends = [
        row.spans[-1].end
        for row in places.duties(place.span)
        if not row.inherited and row.role is not Role.DATA_SOURCE
    ]
    return max(ends, default=None)


def mark_of(places: Places, place: Place, label: str) -> Span | None:
    """Give the list of units behind a label (责任单位：) at a place; None where it is not one."""
    text = places.text
    spans = [span for span, _ in unit_spans(places, place)]
    begins = [
        index
        for index, span in enumerate(spans)
        if label and text[: span.start].rstrip(" ：:").endswith(label)
    ]
    if len(begins) != 1:
        return None
    first = last = spans[begins[0]]
    for span in spans[begins[0] + 1 :]:
        if text[last.end : span.start].strip(_SEPARATORS + " \r\n"):
            break
        last = span
    return Span(first.start, last.end)

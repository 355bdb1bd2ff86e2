"""The cells of a table in their columns (ISO/IEC 29500-1, 17.4)."""

from collections.abc import Iterator

from policygraph.text.inputs.docx.xml import Element, below, number, qn, value

Slot = Element | None  # a cell; None where a merged one reaches over
_MOST_COLUMNS = 64  # a span beyond is a mistake, or meant to exhaust us
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))


def arranged(table: Element) -> list[list[Slot]]:
    """Give the cells of each row; a merged cell stands where it begins, once."""
    return [_row(row) for row in _parts(table, qn("w:tr")) if not _is_deleted(row)]


def _is_deleted(row: Element) -> bool:
    return below(row, "w:trPr", "w:del") is not None


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, also those in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child, tag)


def _row(row: Element) -> list[Slot]:
    line: list[Slot] = [None] * _span(below(row, "w:trPr", "w:gridBefore"), 0)
    for cell in _parts(row, qn("w:tc")):
        properties = below(cell, "w:tcPr")
        goes_on = _goes_on(below(properties, "w:vMerge")) or _goes_on(below(properties, "w:hMerge"))
        line.append(None if goes_on else cell)
        line.extend([None] * (_span(below(properties, "w:gridSpan"), 1) - 1))
    return line


def _span(element: Element | None, otherwise: int) -> int:
    width = number(element)
    return otherwise if width is None else min(max(width, otherwise), _MOST_COLUMNS)


def _goes_on(merge: Element | None) -> bool:
    """Say whether a cell goes on with the one above (17.4.84): no value means that it does."""
    return merge is not None and value(merge) != "restart"

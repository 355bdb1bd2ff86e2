"""One change -> edits of the text that it is made to, or why there are none."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from policygraph.consolidation.additions import added_clause, moved
from policygraph.consolidation.division_edits import division_edits
from policygraph.consolidation.edit import Edit
from policygraph.consolidation.found import Found, Text
from policygraph.consolidation.layout import inserted, label_of, struck, without_label
from policygraph.consolidation.outcome import Instrument, Reason
from policygraph.consolidation.places import Place
from policygraph.consolidation.rows import is_move
from policygraph.consolidation.shared import share_of
from policygraph.consolidation.units import (
    after_last_unit,
    mark_of,
    unit_spans,
    with_separator,
)
from policygraph.consolidation.wording import wording
from policygraph.consolidation.words import same
from policygraph.expression import expression
from policygraph.model.facts import Amendment, Operation
from policygraph.model.new_places import Side
from policygraph.model.source import Span

_O = Operation
_PARAGRAPH = expression("款")
_CLOSING = ("。", "；")
_OPENING = 3  # characters by which a mark of units is known: （责任, （牵头
_MARKS = (*_CLOSING, *"：！？”;:.")


def edits_of(row: Amendment, by: Instrument, text: Text) -> Found | Reason:
    """Give the edits that carry a change out."""
    if division := text.divisions.of(row):
        return division_edits(division, text)
    if row.operation is _O.ADD_CLAUSE:
        return added_clause(row, by, text)
    place = text.places.find(row.target)
    if isinstance(place, Reason):
        return place
    return _BY_OPERATION[row.operation](row, by, text, place)


def _delete_text(row: Amendment, _by: Instrument, text: Text, place: Place) -> Found | Reason:
    hits = _hits(row, text, place)
    return Found(tuple(map(Edit, hits)), place.path, len(hits)) if hits else Reason.WORDS_MISSING


def _replace_text(row: Amendment, by: Instrument, text: Text, place: Place) -> Found | Reason:
    new = wording(row, by.text)
    if new is None:
        return Reason.WORDING_UNKNOWN
    if is_move(row):
        return _renumber(row, by, new, text, place)
    hits = _not_there(new, _hits(row, text, place), text, place)
    edits = tuple(Edit(hit, new) for hit in hits)
    return Found(edits, place.path, len(hits)) if hits else Reason.WORDS_MISSING


def _renumber(row: Amendment, by: Instrument, new: str, text: Text, place: Place) -> Found | Reason:
    """Write another number on a unit; a paragraph (款) bears none in print."""
    if _PARAGRAPH.search(str(row.old)) or by.rows.is_merged(row):
        return Found((), place.path)
    if text.numbering and place.path in text.numbering.moved:
        return moved(row, by, new, text, place)
    label, now = Span(place.span.start, place.words.start), label_of(new)
    if place.path is None or not now:
        return Reason.WORDING_UNKNOWN
    printed = text.places.text[label.start : label.end]
    end = label.start + len(printed.rstrip())
    return Found((Edit(Span(label.start, end), now),), place.path)


def _delete_clause(row: Amendment, _by: Instrument, text: Text, place: Place) -> Found | Reason:
    if row.target.locator is None:
        return Reason.PLACE_UNKNOWN
    span, printed = place.span, row.target.locator_as_written or ""
    if _PARAGRAPH.search(printed) and span.start < place.words.start and "项" not in printed:
        # the first paragraph of an article: the next stands behind the label then
        rest = text.places.text[span.end :]
        span = Span(place.words.start, span.end + len(rest) - len(rest.lstrip()))
        article = text.places.by_path.get(place.path or "")
        if article is None or span.end >= article.end:
            return Reason.PLACE_UNKNOWN  # it is all of the article
        return Found((Edit(span),), place.path)
    return Found(struck(span, text.places.text), place.path)


def _replace_clause(row: Amendment, by: Instrument, text: Text, place: Place) -> Found | Reason:
    new = wording(row, by.text)
    if new is not None:
        new = None if row.mark else share_of(row, new, by)
    if new is None:
        return Reason.WORDING_UNKNOWN
    if row.target.locator is None:
        return Reason.PLACE_UNKNOWN
    if not new:  # what stood here is part of the new words of the first place
        return Found(struck(place.span, text.places.text), place.path)
    if text.numbering and place.path in text.numbering.moved:
        return _goes_along(row, by, text, place)
    heading = _heading(row, new, text, place)
    edit = Edit(heading, new.strip()) if heading else _reworded(row, by, new, text, place)
    return Found((edit,), place.path)


def _reworded(row: Amendment, by: Instrument, new: str, text: Text, place: Place) -> Edit:
    """Put new words behind the label of a unit, or new words with another label before them."""
    printed = text.places.text
    label = _new_label(row, by) or printed[place.span.start : place.words.start].strip()
    rest = without_label(new, label)
    begin = place.words.start if rest is not None or not label_of(new) else place.span.start
    end = place.span.start + len(text.printed(place.span).rstrip())
    item = "项" in (row.target.locator_as_written or "")
    if item and printed[end - 1 : end] in _CLOSING and new.rstrip()[-1:] not in _MARKS:
        end -= 1  # 修改为“（二）甲”: the quotation leaves out the mark that closes the item
    first, last = (bisect_left(text.marks, Span(offset, 0)) for offset in (begin + 1, end))
    marks = (one.start for one in text.marks[first:last] if _is_left(one, end, new, text))
    end = min([end, *marks])
    put = inserted(new if rest is None else rest, printed)
    return Edit(Span(begin, max(begin, end)), put)


def _is_left(mark: Span, end: int, new: str, text: Text) -> bool:
    """Say whether a new wording leaves a mark of units: it has none, and nothing stands behind."""
    behind = text.printed(Span(mark.end, max(mark.end, end)))
    own = text.printed(Span(mark.start, mark.start + _OPENING)) in new
    return not own and not behind.strip("。；;. \r\n")


def _new_label(row: Amendment, by: Instrument) -> str:
    """Give the label that a unit with new words takes, where the same document gives one."""
    moves = by.rows.moves(row.target)
    return next((label_of(one.new) for one in moves if isinstance(one.new, str)), "")


def _goes_along(row: Amendment, by: Instrument, text: Text, place: Place) -> Found | Reason:
    """Tell whether what moves takes these new words along: only if it moves under this name."""
    for one in by.rows.moves(row.target):
        found = _replace_text(one, by, text, place)
        return found if isinstance(found, Reason) else Found((), place.path)
    return Reason.OVERLAP


def _heading(row: Amendment, new: str, text: Text, place: Place) -> Span | None:
    """Give the line of a heading that a change names in full: 将“一、甲”修改为“一、乙”.

    What stands below the heading stays.
    """
    line, _, below = text.printed(place.span).partition("\n")
    named = row.target.locator_as_written or ""
    if not label_of(named) or "\n" in new.strip() or new.rstrip().endswith("。"):
        return None
    whole = same(line, named) and bool(below.strip())
    return Span(place.span.start, place.span.start + len(line.rstrip())) if whole else None


def _replace_agency(row: Amendment, by: Instrument, text: Text, place: Place) -> Found | Reason:
    new, spans = wording(row, by.text), _units(row, text, place)
    if new is None:
        return Reason.WORDING_UNKNOWN
    if row.old is None:  # 责任单位修改为：甲、乙
        mark = mark_of(text.places, place, row.mark or "")
        return Found((Edit(mark, new),), place.path, 1) if mark else Reason.WORDS_MISSING
    spans = _not_there(new, spans, text, place)
    edits = tuple(Edit(span, new) for span in spans)
    return Found(edits, place.path, len(spans)) if spans else Reason.WORDS_MISSING


def _remove_agency(row: Amendment, _by: Instrument, text: Text, place: Place) -> Found | Reason:
    spans = [with_separator(span, text.places.text) for span in _units(row, text, place)]
    return Found(tuple(map(Edit, spans)), place.path, len(spans)) if spans else Reason.WORDS_MISSING


def _add_agency(row: Amendment, by: Instrument, text: Text, place: Place) -> Found | Reason:
    new, beside = wording(row, by.text), row.beside
    if new is None:
        return Reason.WORDING_UNKNOWN
    named = _named_units(str(beside.words), text, place) if beside and beside.words else []
    if beside and len(named) == 1:
        before = beside.side is Side.BEFORE
        at, put = (named[0].start, new + "、") if before else (named[0].end, "、" + new)
        return Found((Edit(Span(at, at), put),), place.path)
    last = after_last_unit(text.places, place)
    if last is None:
        return Reason.ANCHOR_UNKNOWN
    return Found((Edit(Span(last, last), "、" + new),), place.path)


def _add_text(row: Amendment, by: Instrument, text: Text, place: Place) -> Found | Reason:
    new, beside = wording(row, by.text), row.beside
    if new is None:
        return Reason.WORDING_UNKNOWN
    if beside is None:
        return Reason.ANCHOR_UNKNOWN
    if isinstance(beside.words, str):
        hits = text.words.find(beside.words, place.span)
        ends = [hit.start if beside.side is Side.BEFORE else hit.end for hit in hits]
    else:
        whole = {
            Side.START: place.words.start,
            Side.END: place.span.start + len(text.printed(place.span).rstrip()),
        }
        if beside.side not in whole:
            return Reason.ANCHOR_UNKNOWN
        ends = [whole[beside.side]]
    edits = tuple(Edit(Span(end, end), new) for end in ends)
    return Found(edits, place.path, len(ends)) if ends else Reason.WORDS_MISSING


def _keep(row: Amendment, _by: Instrument, text: Text, place: Place) -> Found | Reason:
    if row.old is None:
        return Found((), place.path)
    hits = _hits(row, text, place)
    return Found((), place.path, len(hits)) if hits else Reason.WORDS_MISSING


def _repeal(_row: Amendment, _by: Instrument, _text: Text, _place: Place) -> Found | Reason:
    return Found((), None)


_BY_OPERATION: dict[Operation, Callable[[Amendment, Instrument, Text, Place], Found | Reason]] = {
    _O.DELETE_TEXT: _delete_text,
    _O.REPLACE_TEXT: _replace_text,
    _O.DELETE_CLAUSE: _delete_clause,
    _O.DELETE_ANNEX: _delete_clause,
    _O.REPLACE_CLAUSE: _replace_clause,
    _O.REPLACE_AGENCY: _replace_agency,
    _O.REMOVE_AGENCY: _remove_agency,
    _O.ADD_AGENCY: _add_agency,
    _O.ADD_TEXT: _add_text,
    _O.KEEP: _keep,
    _O.REPEAL_DOCUMENT: _repeal,
}


def _hits(row: Amendment, text: Text, place: Place) -> list[Span]:
    """Find the words that go, behind the label of the place; with it where they hold it, too."""
    if not isinstance(row.old, str):
        return []
    return text.words.find(row.old, place.words) or text.words.find(row.old, place.span)


def _not_there(new: str, spans: list[Span], text: Text, place: Place) -> list[Span]:
    """Leave out words that already stand in the new ones: 甲 in 甲（乙）, which takes its place."""
    there = text.words.find(new, place.span)
    before = [bisect_right(there, span.start, key=lambda one: one.start) - 1 for span in spans]
    return [
        span for at, span in zip(before, spans, strict=True) if at < 0 or there[at].end < span.end
    ]


def _units(row: Amendment, text: Text, place: Place) -> list[Span]:
    """Give where a unit is named: in marks first, elsewhere where no mark names it."""
    if not isinstance(row.old, str):
        return []
    return _named_units(row.old, text, place) or _hits(row, text, place)


def _named_units(name: str, text: Text, place: Place) -> list[Span]:
    """Give where marks name a unit."""
    rows = unit_spans(text.places, place)
    return [span for span, names in rows if any(same(one, name) for one in names)]

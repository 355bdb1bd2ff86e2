"""New units, and units that move: where they go, and how they are set there."""

from policygraph.consolidation.edit import Edit
from policygraph.consolidation.found import Found, Text
from policygraph.consolidation.items import item_list
from policygraph.consolidation.layout import inserted, label_of, put_before, struck
from policygraph.consolidation.numbering import added_number, slots
from policygraph.consolidation.outcome import Instrument, Reason
from policygraph.consolidation.places import Place
from policygraph.consolidation.shared import share_of
from policygraph.consolidation.wording import wording
from policygraph.expression import expression
from policygraph.model.facts import Amendment, Operation
from policygraph.model.new_places import Side
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.text.numerals import in_chinese

_PARAGRAPH = expression("款")
_ARTICLES = 1_000_000  # rank of articles, behind the paragraphs that are put in at the same place


def added_clause(row: Amendment, by: Instrument, text: Text) -> Found | Reason:
    """Give the edits that put a new unit in."""
    new = wording(row, by.text)
    if new is None:
        # 增加一款作为第二款，将该条修改为：“…”: the new wording of the whole says it
        rows = by.rows.of_sentence(row)
        whole = any(one.operation is Operation.REPLACE_CLAUSE for one in rows)
        return Found((), None) if whole else Reason.WORDING_UNKNOWN
    new = share_of(row, new, by)
    if new is None:
        return Reason.WORDING_UNKNOWN
    if not new:
        return Found((), None)  # it stands in what the first of them puts in
    if row.target.locator is None or row.new == row.target.locator_as_written:
        return Reason.ANCHOR_UNKNOWN
    if row.new_place:
        return _numbered(row, new, by, text)
    place, before = text.places.find(row.target), row.beside and row.beside.side is Side.BEFORE
    return place if isinstance(place, Reason) else _beside(new, text, place, bool(before))


def _numbered(row: Amendment, new: str, by: Instrument, text: Text) -> Found | Reason:
    """Put in a unit of which the number is named that it has afterwards."""
    locator, printed = row.target.locator or "", row.target.locator_as_written or ""
    if _PARAGRAPH.search(printed) and "项" not in printed:
        return _new_paragraph(row, new, by, text)
    article = text.places.clause(locator.partition("/")[0], article=True)
    item = printed.endswith("项") and "/" in locator
    if item and isinstance(article, Clause) and article.style == "article":
        return _new_item(row, new, by, text)
    number = added_number(row)
    if text.numbering and number is not None:
        return _new_article(row, new, number, by, text)
    return _new_unit(new, locator, printed, text)


def moved(row: Amendment, by: Instrument, new: str, text: Text, place: Place) -> Found | Reason:
    """Give the edits that put an article elsewhere under another number.

    New words that the same document gives it go along.
    """
    label = label_of(new)
    number = None if text.numbering is None else text.numbering.numbers.get(place.path or "")
    words = text.printed(place.words).strip()
    for one in by.rows.of_place(row.target):
        if one.operation is Operation.REPLACE_CLAUSE:
            words = wording(one, by.text) or words
    if number is None or not label:
        return Reason.WORDING_UNKNOWN
    if label_of(words):
        words = words[words.index(label_of(words)) + len(label_of(words)) :].lstrip()
    found = _new_article(row, f"{label}{_gap(text)}{words}", number, by, text)
    if isinstance(found, Reason):
        return found
    edits = (*struck(place.span, text.places.text), *found.edits)
    return Found(edits, place.path, together=True)


def _new_article(
    row: Amendment, new: str, number: int, _by: Instrument, text: Text
) -> Found | Reason:
    """Put an article where its number among all others has it.

    Between the last article of a chapter and the first of the next, the change must say which.
    """
    if text.numbering is None or number not in text.numbering.behind:
        return Reason.PLACE_UNKNOWN
    if not label_of(new):
        printed = row.target.locator_as_written or ""
        new = f"{printed}{_gap(text)}{new}"
    before, after = (
        None if path is None else text.places.by_path[path]
        for path in text.numbering.behind[number]
    )
    if before is None or after is None:
        beside = before or after
        if beside is None:
            return Reason.PLACE_UNKNOWN
        return _beside(new, text, text.places.of_clause(beside), before is None, _ARTICLES + number)
    if before.parent == after.parent:
        return _beside(
            new, text, text.places.of_clause(before), before=False, rank=_ARTICLES + number
        )
    own = text.places.clause(row.target.locator or "", article=True)
    home = own.parent if isinstance(own, Clause) and own.path in text.numbering.moved else None
    kept = [one for one in (before, after) if home and one.parent == home]
    chosen = _named(row, text, before, after) or next(iter(kept), None)
    if chosen is None:
        return Reason.PLACE_AMBIGUOUS
    place = text.places.of_clause(chosen)
    return _beside(new, text, place, before=chosen is after, rank=_ARTICLES + number)


def _named(row: Amendment, text: Text, before: Clause, after: Clause) -> Clause | None:
    """Give the neighbour whose chapter, or which itself, a change names (在第二章中增加一条)."""
    if row.beside is None:
        return None
    said, side = row.beside.locator_as_written or "", row.beside.side
    if side is Side.AFTER and said == before.label:
        return before
    if side is Side.BEFORE and said == after.label:
        return after
    chapters = {one.parent: one for one in (before, after) if one.parent}
    hits = [one for path, one in chapters.items() if text.places.by_path[path].label in said]
    return hits[0] if len(hits) == 1 else None


def _gap(text: Text) -> str:
    """Give the blank that stands between the label of an article and its words."""
    for clause in text.places.record.clauses:
        if clause.style == "article":
            place = text.places.of_clause(clause)
            label = text.printed(Span(place.span.start, place.words.start))
            return label[len(label.rstrip()) :] or "　"
    return "　"


def _new_paragraph(row: Amendment, new: str, by: Instrument, text: Text) -> Found | Reason:
    """Put a paragraph into an article: its number counts all that is new or struck there."""
    head, _, number = (row.target.locator or "").rpartition("/")
    article = text.places.clause(head, article=True)
    if isinstance(article, Reason):
        return article
    paragraphs = text.places.paragraphs(article)
    if not number.isdecimal():
        return Reason.PLACE_UNKNOWN
    index = int(number) - 1
    others = by.rows.beside(row.target, head, "款")
    found = slots(
        len(paragraphs),
        _numbers(others, Operation.DELETE_CLAUSE),
        _numbers(others, Operation.ADD_CLAUSE) | {index + 1},
        {},
    )
    if found is None:
        return Reason.PLACE_UNKNOWN
    stays = [one for one in found[index:] if one is not None]
    if stays:
        span = paragraphs[stays[0] - 1]
        if stays[0] == 1:
            span = Span(text.places.of_clause(article).words.start, span.end)
        return _beside(new, text, Place(span, article.path, span), before=True, rank=index)
    span = paragraphs[-1]
    return _beside(new, text, Place(span, article.path, span), before=False, rank=index)


def _new_item(row: Amendment, new: str, by: Instrument, text: Text) -> Found | Reason:
    """Put an item into the paragraph of an article that is named, or that alone has items."""
    found_list = item_list(row.target, text.places)
    if isinstance(found_list, Reason):
        return found_list
    items, (head, _, last) = found_list[0], (row.target.locator or "").rpartition("/")
    if not last.isdecimal():
        return Reason.PLACE_UNKNOWN
    others = by.rows.beside(row.target, head, "项")
    index = int(last) - 1
    found = slots(
        len(items),
        _numbers(others, Operation.DELETE_CLAUSE),
        _numbers(others, Operation.ADD_CLAUSE) | {index + 1},
        {},
    )
    if found is None:
        return Reason.PLACE_UNKNOWN
    if not label_of(new):
        new = f"（{in_chinese(index + 1)}）{new}"
    stays = [one for one in found[index:] if one is not None]
    beside = items[stays[0] - 1 if stays else -1]
    return _beside(new, text, text.places.of_clause(beside), before=bool(stays), rank=index)


def _numbers(rows: list[Amendment], operation: Operation) -> set[int]:
    """Give the last numbers of the places of changes of one kind."""
    return {
        int(row.target.locator.rpartition("/")[2])
        for row in rows
        if row.operation is operation and row.target.locator
    }


def _new_unit(new: str, locator: str, printed: str, text: Text) -> Found | Reason:
    """Put a unit before the one that bears its number, else behind the one before it."""
    article = "条" in printed
    if not label_of(new) and article:
        new = f"{printed}{_gap(text)}{new}"
    here = text.places.clause(locator, article=article)
    if isinstance(here, Clause):
        return _beside(new, text, text.places.of_clause(here), before=True)
    head, _, last = locator.rpartition("/")
    number, _, more = last.partition("-")
    behind = f"{number}-{int(more) - 1}" if more not in ("", "1") else number
    if not more:
        behind = str(int(number) - 1) if number.isdecimal() else ""
    for one in (behind, number if more else behind):
        found = text.places.clause(f"{head}/{one}" if head else one, article=article)
        if isinstance(found, Clause):
            place, rank = text.places.of_clause(found), _ARTICLES if article else 0
            return _beside(new, text, place, before=False, rank=rank)
    return Reason.PLACE_UNKNOWN


def _beside(new: str, text: Text, place: Place, before: bool, rank: int = 0) -> Found:
    printed = text.places.text
    rank += 1  # behind words that are put in at the end of the unit before
    if before:
        return Found((put_before(new, place.span, printed, rank),), place.path)
    put = inserted(new, printed)
    at = place.span.start + len(text.printed(place.span).rstrip())
    return Found((Edit(Span(at, at), inserted("\n", printed) + put, rank),), place.path)

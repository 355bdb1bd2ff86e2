"""A text as pieces with their histories."""

from hypothesis import given
from hypothesis import strategies as st

from policygraph.consolidation.outcome import Piece
from policygraph.consolidation.pieces import Dated, Taken, edited
from policygraph.model.source import Span

WORDS = st.text(alphabet="甲乙丙丁\n", max_size=30)


@st.composite
def edits(draw, text, first=0):
    """Edits of a text that do not overlap, in any order."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(begin, end) for begin, end in zip(cuts[::2], cuts[1::2], strict=False)]
    news = draw(st.lists(st.text(alphabet="天地", max_size=4), min_size=4, max_size=4))
    return [
        Dated(span, new, first + index)
        for index, (span, new) in enumerate(zip(spans, news, strict=False))
    ]


def _applied(text, rows):
    for row in reversed(rows):
        text = text[: row.span.start] + row.new + text[row.span.end :]
    return text


def _stands(pieces):
    return "".join(piece.text for piece in pieces if piece.removed is None)


@given(WORDS, st.data())
def test_pieces_hold_the_text_before_and_after(text, data):
    rows = data.draw(edits(text))
    pieces = edited([Piece(text, start=0)], rows)
    assert "".join(one.text for one in pieces if one.start is not None) == text
    assert _stands(pieces) == _applied(text, rows)
    for piece in pieces:
        if piece.start is not None:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text


@given(WORDS, st.data())
def test_edits_of_edits_keep_both_histories(text, data):
    first = data.draw(edits(text))
    once = edited([Piece(text, start=0)], first)
    second = data.draw(edits(_stands(once), first=10))
    twice = edited(once, second)
    assert "".join(one.text for one in twice if one.start is not None) == text
    assert _stands(twice) == _applied(_applied(text, first), second)
    after_first = [one for one in twice if one.removed is None or one.removed >= 10]
    assert "".join(one.text for one in after_first if (one.added or 0) < 10) == _stands(once)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5)), max_size=12))
def test_taken_edits_never_overlap(spans):
    taken, kept = Taken(), []
    for start, length in spans:
        span = Span(start, start + length)
        overlaps = any(one.start < span.end and span.start < one.end for one in kept)
        assert taken.holds(span) is overlaps
        if not overlaps:
            taken.add([Dated(span, "", 0)])
            kept.append(span)
    assert [one.span for one in taken.in_order()] == sorted(kept)


def test_what_is_put_in_at_one_place_keeps_its_rank():
    taken = Taken()
    taken.add([Dated(Span(1, 1), "丙", 0, 2), Dated(Span(1, 1), "乙", 1, 1)])
    assert _stands(edited([Piece("甲丁", start=0)], taken.in_order())) == "甲乙丙丁"

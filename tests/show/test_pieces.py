"""A text is cut where facts begin and end; facts that overlap are all kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.model.source import Span
from policygraph.show.facts import Fact, Tone
from policygraph.show.pieces import Cutter, closed_up
from policygraph.show.printable import printable
from policygraph.text.lines import Lines


def fact(number: int, tone: Tone, *spans: tuple[int, int]) -> Fact:
    return Fact(number, "kind", tone, "name", tuple(Span(*s) for s in spans), "rule", None, ())


def cut(text: str, facts: list[Fact], span: tuple[int, int] | None = None):
    pieces = Cutter(text, facts).cut(Span(*(span or (0, len(text)))))
    return [(p.text, p.facts, p.tone, p.second, p.line, p.wave) for p in pieces]


def test_a_text_without_facts_is_one_piece() -> None:
    assert cut("甲乙丙", []) == [("甲乙丙", (), None, None, None, None)]
    assert cut("", []) == []


def test_facts_that_overlap_keep_their_parts() -> None:
    facts = [fact(1, Tone.QUANTITY, (0, 4)), fact(2, Tone.DEADLINE, (2, 5))]
    assert cut("甲乙丙丁戊己", facts) == [
        ("甲乙", (1,), Tone.QUANTITY, None, None, None),
        ("丙丁", (2, 1), Tone.DEADLINE, Tone.QUANTITY, None, None),
        ("戊", (2,), Tone.DEADLINE, None, None, None),
        ("己", (), None, None, None, None),
    ]


def test_lines_and_waves_leave_the_colour_to_the_fact_inside() -> None:
    facts = [
        fact(1, Tone.DUTY, (0, 6)),
        fact(2, Tone.LEAD, (1, 3)),
        fact(3, Tone.INFO, (1, 3)),
        fact(4, Tone.WARNING, (2, 3)),
    ]
    assert cut("甲乙丙丁戊己", facts)[1:3] == [
        ("乙", (2, 3, 1), Tone.LEAD, None, Tone.DUTY, Tone.INFO),
        ("丙", (4, 2, 3, 1), Tone.LEAD, None, Tone.DUTY, Tone.WARNING),
    ]


def test_a_fact_over_several_spans_is_marked_in_each() -> None:
    pieces = cut("甲\n乙丙", [fact(1, Tone.LEAD, (0, 1), (2, 3))])
    assert [(text, facts) for text, facts, *_ in pieces] == [("甲", (1,)), ("乙", (1,)), ("丙", ())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("统计部\n  门要", "统计部门要"),
        ("use\r\nof", "use of"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("\n甲\n\n乙\n", "甲乙"),
    ],
)
def test_line_breaks_are_closed_up(text: str, said: str) -> None:
    assert closed_up(text, Span(0, len(text))) == said


SPANS = st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(sorted).map(tuple)


@given(st.text("甲乙，a ", max_size=30), st.lists(SPANS, max_size=12), SPANS)
def test_no_character_is_lost_or_said_twice(text, spans, window) -> None:
    facts = [fact(n, Tone.LEAD, span) for n, span in enumerate(spans, 1)]
    start = max(0, window[0])
    end = max(start, min(len(text), window[1]))
    pieces = list(Cutter(text, facts).cut(Span(start, end)))
    assert "".join(piece.text for piece in pieces) == text[start:end]
    position = start
    for piece in pieces:
        over = {f.number for f in facts for s in f.spans if s.start <= position < s.end}
        assert set(piece.facts) == over
        position += len(piece.text)


def test_places_are_counted_from_one() -> None:
    lines = Lines("甲\r\n乙\n\n丙")
    assert [lines.place(offset) for offset in (0, 3, 4, 6)] == [(1, 1), (2, 1), (2, 2), (4, 1)]


def test_what_a_terminal_or_a_reader_would_obey_is_not_shown() -> None:
    assert printable("甲\x1b[31m\u202e乙\t\n") == "甲�[31m�乙\t\n"

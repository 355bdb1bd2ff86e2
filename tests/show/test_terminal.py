"""In the terminal facts are coloured; without colours they stand in brackets."""

import io
import re

from rich.console import Console

from policygraph.show.document import lay_out
from policygraph.show.facts import Tone
from policygraph.show.terminal import _STYLES, print_document
from tests.reading import read

TEXT = """云岭市人民政府办公室关于支持企业发展的通知
一、加快发展
（一）培育企业。根据《某条例》办理。（市财政局牵头，市探月办配合）
"""


def printed(
    language: str = "en", rows: bool = False, colour: bool = False, text: str = TEXT
) -> str:
    stream = io.StringIO()
    system = "truecolor" if colour else None
    console = Console(
        file=stream, width=100, force_terminal=colour, color_system=system, no_color=not colour
    )
    print_document(lay_out(read(text), text, language), console, language, rows)
    return stream.getvalue()


def test_without_colours_marked_words_stand_in_brackets() -> None:
    shown = printed()
    assert "⟦《某条例》⟧办理" in shown
    assert "（⟦市财政局⟧牵头，⟦市探月办⟧配合）" in shown
    assert "\x1b" not in shown


def test_clauses_are_indented_by_depth() -> None:
    lines = printed().splitlines()
    assert "一、加快发展" in lines
    assert any(line.startswith("  （一）培育企业。") for line in lines)


def test_with_colours_nothing_else_is_added() -> None:
    shown = printed(colour=True)
    assert "⟦" not in shown
    assert "\x1b[" in shown


def test_rows_are_told_in_chinese() -> None:
    shown = printed("zh", rows=True)
    assert "条款：" in shown
    assert not re.search(r"\b(clause|as_written|role|relation|preamble|annex\d*)\b", shown)


def test_rows_stand_under_their_paragraph() -> None:
    lines = [line.strip() for line in printed(rows=True).splitlines()]
    at = next(i for i, line in enumerate(lines) if line.startswith("（一）"))
    below = " ".join(lines[at:])
    assert "lead  clause=1/1, segment=1, as_written=市财政局" in below
    assert "[mark.bracket]" in below
    assert below.index("as_written=市财政局") < below.index("as_written=市探月办")
    assert "inherited=false" not in below


def test_the_legend_counts() -> None:
    lines = printed().splitlines()
    legend = next(line for line in lines if line.startswith("Legend"))
    assert " lead  1 " in legend
    assert " support  1 " in legend
    assert " citation  1 " in legend
    assert lines[-1].startswith("case.txt: clauses 2, Document ")
    assert "图例" in printed("zh")


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    assert "\x1b" not in printed(text=TEXT + "甲\x1b[2J乙\x9b1m\n")


def test_every_tone_has_a_style() -> None:
    assert set(_STYLES) == set(Tone)

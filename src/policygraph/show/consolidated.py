"""A document with changes carried out, in the terminal: what stands, struck and put in."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from policygraph.consolidation.comparison import Compared, compared
from policygraph.consolidation.duties import Duty, duties_changed
from policygraph.consolidation.outcome import Change, Consolidation, Piece
from policygraph.consolidation.summary import clause_of, said, sentences
from policygraph.query.wording import worded
from policygraph.show.printable import printable
from policygraph.show.words import value_name

_STRUCK, _PUT_IN = "strike red", "underline green"
_WORDS = {
    "zh": {"failed": "未执行的修改", "lost": "不再负责", "gained": "新增负责", "new": "新增",
           "by": "修改文件 {}"},
    "en": {"failed": "Not carried out", "lost": "No longer responsible", "gained": "From now on",
           "new": "new", "by": "clause {}"},
}  # fmt: skip


def print_consolidated(
    result: Consolidation, as_of: str | None, console: Console, language: str
) -> None:
    """Print what was done, each unit that changes with its changes marked, and what failed.

    Where there are no colours, struck words stand in [-…-] and new ones in {+…+}, as wdiff has it.

    Args:
        result: what to print.
        as_of: the day that was asked for.
        console: where.
        language: ``zh`` or ``en``.
    """
    words = _WORDS[language]
    for sentence in sentences(result, as_of, language):
        console.print(Text(printable(sentence)))
    plain = console.color_system is None or console.no_color
    for unit in compared(result):
        console.print()
        console.print(Text(printable(unit.name or words["new"]), style="bold"))
        console.print(_marked(unit, plain))
    duties = duties_changed(result)
    for head, rows in ((words["lost"], duties.lost), (words["gained"], duties.gained)):
        if rows:
            console.print()
            console.print(Text(head, style="bold"))
            for duty in rows:
                console.print(Text(printable("- " + " ".join(duty_words(duty, language)))))
    if result.failed:
        console.print()
        console.print(Text(words["failed"], style="bold red"))
        for change in result.failed:
            console.print(Text(printable(_failure(change, result, language))))


def duty_words(duty: Duty, language: str) -> tuple[str, str, str]:
    """Give the clause, the unit and its role as people read them."""
    path = worded(duty.clause, "path", language)
    return path, duty.unit, value_name("role", duty.role, language)


def _failure(change: Change, result: Consolidation, language: str) -> str:
    by = _WORDS[language]["by"].format(clause_of(change, result, language))
    why = change.reason.said.in_language(language) if change.reason else ""
    return (
        f"- {by}：{said(change, language)}：{why}"
        if language == "zh"
        else (f"- {by}: {said(change, language)}: {why}")
    )


def _marked(unit: Compared, plain: bool) -> Text:
    text = Text()
    for words, style in _runs(unit.pieces):
        marked = f"[-{words}-]" if style == _STRUCK else f"{{+{words}+}}"
        text.append(marked if plain and style else words, style="" if plain else style)
    text.rstrip()
    return text


def _runs(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        if piece.removed is not None and piece.start is None:
            continue  # put in by one document and taken out by a later one
        style = _STRUCK if piece.removed is not None else "" if piece.added is None else _PUT_IN
        yield printable(piece.text), style

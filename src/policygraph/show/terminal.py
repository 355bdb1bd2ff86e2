"""A document in the terminal: structure by indentation, facts by colour."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from policygraph.show.document import Paragraph, Shown
from policygraph.show.facts import WAVES, Fact, Tone
from policygraph.show.pieces import Piece
from policygraph.show.printable import printable
from policygraph.show.words import kind_name, long_key_name, tone_name, value_name, word

_STYLES = {
    Tone.LEAD: "bold white on #a3262b",
    Tone.RESPONSIBLE: "black on #f4c56a",
    Tone.SUPPORT: "black on #a8d5a2",
    Tone.DATA_SOURCE: "black on #8fd3d1",
    Tone.REVIEW: "black on #cdb4e8",
    Tone.CITATION: "black on #9cc4f0",
    Tone.QUANTITY: "black on #f5b5cf",
    Tone.DEADLINE: "black on #d9d37a",
    Tone.POST: "black on #b7c0f5",
    Tone.OTHER: "black on #cccccc",
    Tone.AMENDMENT: "underline magenta",
    Tone.CHANGE: "underline #c08040",
    Tone.DUTY: "underline green",
    Tone.DOCUMENT: "underline blue",
    Tone.ERROR: "underline2 bold red",
    Tone.WARNING: "underline2 yellow",
    Tone.INFO: "underline2 cyan",
}
_QUIET = ("furniture", "foot", "quoted")
_CENTRED = ("title", "annex-title", "number")
_INDENT = 2


def print_document(document: Shown, console: Console, language: str, rows: bool = False) -> None:
    """Print a document with its facts marked, and the legend.

    Where there are no colours, marked words stand in ⟦ ⟧.

    Args:
        document: what to print.
        console: where.
        language: ``zh`` or ``en``.
        rows: print under each paragraph the rows that were read from it.
    """
    plain = console.color_system is None or console.no_color
    facts = {fact.number: fact for fact in document.facts}
    seen: set[int] = set()
    for paragraph in document.paragraphs:
        text = _text(paragraph, plain)
        indent = 0 if paragraph.look in _CENTRED else _INDENT * paragraph.depth
        if paragraph.look == "annex":
            console.rule(style="dim")
        elif paragraph.clause and not paragraph.depth:
            console.print()
        console.print(Padding(text, (0, 0, 0, indent), expand=bool(text.justify)))
        if rows:
            for fact in _new_facts(paragraph, facts, seen):
                below = (0, 0, 0, indent + 2 * _INDENT)
                console.print(Padding(_row(fact, language), below, expand=False))
    for line in _legend(document, language, plain):
        console.print(line)


def _text(paragraph: Paragraph, plain: bool) -> Text:
    base = "dim" if paragraph.look in _QUIET else ""
    whole = paragraph.look in ("title", "annex", "annex-title")
    text = Text(style="bold" if whole else base)
    if paragraph.look in _CENTRED:
        text.justify = "center"
    if paragraph.look == "signature":
        text.justify = "right"
    for part, style in ((paragraph.label, "bold cyan"), (paragraph.heading, "bold")):
        for piece in part:
            _append(text, piece, style, plain)
    for piece in paragraph.rest:
        _append(text, piece, "", plain)
    return text


def _append(text: Text, piece: Piece, style: str, plain: bool) -> None:
    words = printable(piece.text)
    if plain and (piece.tone or piece.wave):
        words = f"⟦{words}⟧"
    styles = [style, *(_STYLES[tone] for tone in (piece.line, piece.wave, piece.tone) if tone)]
    text.append(words, " ".join(each for each in styles if each) or None)


def _new_facts(paragraph: Paragraph, facts: dict[int, Fact], seen: set[int]) -> Iterator[Fact]:
    """Give the facts that begin in a paragraph, each once, in the order of the text."""
    for piece in (*paragraph.label, *paragraph.heading, *paragraph.rest):
        for number in piece.facts:
            if number not in seen:
                seen.add(number)
                yield facts[number]


def _row(fact: Fact, language: str) -> Text:
    text = Text(style="dim")
    text.append(f" {tone_name(fact.tone, language)} ", f"not dim {_STYLES[fact.tone]}")
    equals, comma = ("：", "，") if language == "zh" else ("=", ", ")
    values = comma.join(
        f"{long_key_name(key, language)}{equals}{value_name(key, value, language)}"
        for key, value in fact.row
        if value != "false"
    )
    text.append(f" {printable(values)}  ")
    text.append(f"[{fact.rule}]", "italic")
    return text


def _legend(document: Shown, language: str, plain: bool) -> Iterator[Text]:
    counts = Counter(fact.tone for fact in document.facts)
    yield Text()
    text = Text(word("legend", language) + "  ", "bold")
    for tone in Tone:
        if counts[tone]:
            name = f" {tone_name(tone, language)} "
            text.append(name, "" if plain else _STYLES[tone])
            text.append(f" {counts[tone]}   ", "not bold")
    yield text
    for fact in document.facts:
        if not fact.spans and fact.tone in WAVES:
            message = dict(fact.row).get("message", fact.name)
            yield Text(f"{word('whole', language)}: {printable(message)}", _STYLES[fact.tone])
    kinds = Counter(fact.kind for fact in document.facts)
    listed = ", ".join(f"{kind_name(kind, language)} {count}" for kind, count in kinds.items())
    clauses = f"{word('clauses', language)} {len(document.record.clauses)}"
    yield Text(f"{printable(document.record.source)}: {clauses}, {listed}", "dim")

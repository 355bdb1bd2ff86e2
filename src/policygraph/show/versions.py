"""Two versions of a document compared, in the terminal and as a page that needs nothing else."""

from rich.console import Console
from rich.text import Text

from policygraph.consolidation.outcome import Piece
from policygraph.export.versions import KINDS, fact_lines, name_of_pair, sentences, title_of
from policygraph.show.paper import paper
from policygraph.show.printable import printable
from policygraph.versions.outcome import Pair, Versions

_KEPT = 40  # characters beside a change
_WORDS = {
    "zh": {"unit": "条款", "before": "旧文本", "after": "新文本", "facts": "单位、数字等变化",
           "none": "两个文本的条款没有差异"},
    "en": {"unit": "unit", "before": "before", "after": "after", "facts": "facts",
           "none": "The units of the two versions do not differ."},
}  # fmt: skip


def print_versions(versions: Versions, console: Console, language: str) -> None:
    """Print what differs: struck words and new ones, and the facts that they change.

    Where there are no colours, struck words stand in [-…-] and new ones in {+…+}, as wdiff has it.

    Args:
        versions: what was compared.
        console: where.
        language: ``zh`` or ``en``.
    """
    colon = "：" if language == "zh" else ": "
    for name, value in sentences(versions, language):
        console.print(Text(printable(f"{name}{colon}{value}")))
    plain = console.color_system is None or console.no_color
    for pair in versions.told:
        console.print()
        head = f"{name_of_pair(pair, language)}（{KINDS[pair.kind][0]}）"
        if language != "zh":
            head = f"{name_of_pair(pair, language)} ({KINDS[pair.kind][1]})"
        console.print(Text(printable(head), style="bold"))
        console.print(_marked(pair, plain))
        for line in fact_lines(pair, language):
            console.print(Text(printable(f"   {line}"), style="cyan"))


def _marked(pair: Pair, plain: bool) -> Text:
    text = Text()
    for piece in pair.pieces:
        words, look = printable(" ".join(piece.text.split("\n")).rstrip()), _look(piece)
        if not words.strip():
            text.append(words)
        elif look == "del":
            text.append(f"[-{words}-]" if plain else words, style="" if plain else "strike red")
        elif look == "ins":
            mark = f"{{+{words}+}}" if plain else words
            text.append(mark, style="" if plain else "underline green")
        else:
            text.append(_cut(words))
    return text


def _cut(words: str) -> str:
    """Leave out the middle of what stands unchanged."""
    return words if len(words) <= _KEPT * 2 else f"{words[:_KEPT]} …… {words[-_KEPT:]}"


def versions_page(versions: Versions, language: str) -> str:
    """Give the page; all that comes from documents is escaped.

    Args:
        versions: what was compared.
        language: ``zh`` or ``en``: of the page, not of the documents.
    """
    return paper(
        "versions.html",
        language,
        _WORDS,
        ("consolidated.css", "versions.css"),
        title=title_of(versions, language),
        told=list(sentences(versions, language)),
        pairs=[_told(pair, language) for pair in versions.told],
        look=_look,
    )


def _told(pair: Pair, language: str) -> tuple[Pair, str, str, list[str]]:
    name, kind = name_of_pair(pair, language), KINDS[pair.kind][language != "zh"]
    return pair, name, kind, fact_lines(pair, language)


def _look(piece: Piece) -> str:
    """Give the element that shows a piece."""
    if piece.removed is not None:
        return "del"
    return "ins" if piece.added is not None else "span"

"""Text and words -> the lines in which they stand, with the words marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.model.source import Span
from policygraph.search.folding import fold, occurrences

_LONGEST = 160  # characters of a line that is shown whole
_AROUND = 60  # characters on either side of a word in a longer one
_FRAGMENTS = 3
_LOOKED_AT = 200_000  # characters of one unit
_AFTER_NAME = "。．.：: 　\t\r\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, which is one of the words or not."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a text.

    Attributes:
        pieces: the lines with the words, cut.
        span: where the first word stands in the text.
    """

    pieces: tuple[Piece, ...]
    span: Span


def marked(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Give a short text whole, with the words marked."""
    whole = Span(0, len(text))
    return tuple(_pieces(text, whole, occurrences(text, words)))


def excerpt_of(
    text: str, spans: Sequence[Span], words: Sequence[str], name: str = ""
) -> Excerpt | None:
    """Give the lines in which the words stand first; None where none stands there.

    Args:
        text: the whole text.
        spans: the runs of it that are looked at.
        words: folded.
        name: with which the first run may begin, and which is shown beside: words in it count,
            but it is not shown again.
    """
    found = list(_within(text, spans, words))
    if not found:
        return None
    rest = _behind(text, spans, name)
    below = [run for run in found if run.start >= rest[0].start]
    if not below:
        return Excerpt(_opening(text, rest[0]), found[0])
    return _lines(text, rest, below, words)


def _within(text: str, spans: Sequence[Span], words: Sequence[str]) -> Iterator[Span]:
    for span in spans:
        looked_at = text[span.start : min(span.end, span.start + _LOOKED_AT)]
        for start, end in occurrences(looked_at, words):
            yield Span(span.start + start, span.start + end)


def _behind(text: str, spans: Sequence[Span], name: str) -> list[Span]:
    """Leave out the name with which the first run begins."""
    first, *others = spans
    opening = text[first.start : first.start + 2 * len(name) + _AROUND]
    names = occurrences(opening, (fold(name),)) if name else ()
    if not names or opening[: names[0].start].strip():
        return [first, *others]
    behind = first.start + names[0].end
    while behind < first.end and text[behind] in _AFTER_NAME:
        behind += 1
    return [Span(min(behind, first.end), first.end), *others]


def _opening(text: str, rest: Span) -> tuple[Piece, ...]:
    """Give the first line, cut."""
    line = next((line for line in text[rest.start : rest.end].splitlines() if line.strip()), "")
    shown = line.strip()
    if len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST]}…"
    return (Piece(shown),) if shown else ()


def _lines(
    text: str, spans: Sequence[Span], found: Sequence[Span], words: Sequence[str]
) -> Excerpt:
    firsts = _firsts(text, found, words)
    windows = _windows(text, firsts, spans)
    return Excerpt(tuple(_shown(text, windows, found, spans)), firsts[0])


def _firsts(text: str, found: Sequence[Span], words: Sequence[str]) -> list[Span]:
    """Give the run in which each word stands first, in the order of the text."""
    first: dict[str, Span] = {}
    for run in found:
        for word in words:
            if word not in first and occurrences(text[run.start : run.end], (word,)):
                first[word] = run
        if len(first) == len(words):
            break
    return sorted(set(first.values()))[:_FRAGMENTS]


def _windows(text: str, runs: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    windows: list[Span] = []
    for run in runs:
        within = next(span for span in spans if span.start <= run.start < span.end)
        window = _window(text, run, within)
        if windows and window.start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(windows[-1].end, window.end))
        else:
            windows.append(window)
    return windows


def _window(text: str, run: Span, within: Span) -> Span:
    """Give the line of a run, or what stands around it where the line is long."""
    start = max(text.rfind("\n", within.start, run.start) + 1, within.start)
    end = text.find("\n", run.end, within.end)
    end = within.end if end < 0 else end
    if end - start > _LONGEST:
        start, end = max(start, run.start - _AROUND), min(end, run.end + _AROUND)
    return Span(start, end)


def _shown(
    text: str, windows: Sequence[Span], found: Sequence[Span], spans: Sequence[Span]
) -> Iterator[Piece]:
    """Give the windows, with … where the text goes on in the same line."""
    starts, ends = {span.start for span in spans}, {span.end for span in spans}
    for number, window in enumerate(windows):
        begins = window.start in starts or text[window.start - 1] == "\n"
        if number or not begins:
            yield Piece("…")
        yield from _pieces(text, window, found)
    end = windows[-1].end
    if end not in ends and text[end] != "\n":
        yield Piece("…")


def _pieces(text: str, window: Span, found: Sequence[Span]) -> Iterator[Piece]:
    at = window.start
    for run in found:
        start, end = max(run.start, at), min(run.end, window.end)
        if start < end:
            if start > at:
                yield Piece(text[at:start])
            yield Piece(text[start:end], is_found=True)
            at = end
    if at < window.end:
        yield Piece(text[at : window.end])

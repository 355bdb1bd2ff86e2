"""A document as one HTML page that needs nothing else: no network, and no script to be read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from policygraph.show.document import Shown
from policygraph.show.facts import Fact, Tone
from policygraph.show.pieces import Piece
from policygraph.show.templates import asset, template
from policygraph.show.words import key_name, kind_name, long_key_name, tone_name, value_name, word

_FIELDS = ("number", "issuers", "kind", "issued", "effective", "expires", "status")
_LANGUAGES = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A fact in the list of what was read."""

    number: int
    tone: Tone
    badge: str
    name: str
    entries: tuple[tuple[str, str, str], ...]  # key, its name, value
    rule: str
    place: str
    anchor: str  # of its first piece in the text; empty where it has none


def page_of(document: Shown, language: str) -> str:
    """Give the page; all that comes from the document is escaped.

    Args:
        document: what to show.
        language: ``zh`` or ``en``: of the page, not of the document.
    """
    anchors = _anchors(document)
    return template("page.html").render(
        document=document,
        language=language,
        tag=_LANGUAGES[language],
        t=partial(word, language=language),
        style=asset("page.css"),
        script=asset("page.js"),
        legend=_legend(document, language),
        fields=list(_fields(document, language)),
        marks=partial(_mark, anchors=anchors, document=document, language=language),
        groups=list(_groups(document, anchors, language)),
        outline=document.outline,
        begun=set(),
    )


def _pieces(document: Shown) -> Iterator[Piece]:
    for paragraph in document.paragraphs:
        yield from (*paragraph.label, *paragraph.heading, *paragraph.rest)


def _anchors(document: Shown) -> dict[int, int]:
    """Give for each fact the fact after which its first piece is named."""
    anchors: dict[int, int] = {}
    for piece in _pieces(document):
        new = [number for number in piece.facts if number not in anchors]
        anchors.update(dict.fromkeys(new, new[0] if new else 0))
    return anchors


def _mark(
    piece: Piece, begun: set[int], anchors: dict[int, int], document: Shown, language: str
) -> dict[str, Any]:
    """Give what the template needs to print a piece with facts."""
    first = piece.facts[0]
    named = [n for n in piece.facts if anchors.get(n) == n and n not in begun]
    begun.update(named)
    looks = (("t", piece.tone), ("u", piece.second), ("l", piece.line), ("w", piece.wave))
    return {
        "classes": " ".join(f"{prefix}-{tone}" for prefix, tone in looks if tone),
        "href": first,
        "id": named[0] if named else None,
        "numbers": " ".join(map(str, piece.facts)),
        "title": _title(document.facts[first - 1], len(piece.facts), language),
    }


def _title(fact: Fact, count: int, language: str) -> str:
    more = f" (+{count - 1})" if count > 1 else ""
    return f"{_badge(fact, language)}: {fact.name} — {fact.rule}{more}"


def _legend(document: Shown, language: str) -> list[tuple[Tone, str, int]]:
    counts = Counter(fact.tone for fact in document.facts)
    return [(tone, tone_name(tone, language), counts[tone]) for tone in Tone if counts[tone]]


def _fields(document: Shown, language: str) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        value = getattr(document.record.document, name)
        if value:
            text = "、".join(value) if isinstance(value, tuple) else str(value)
            yield key_name(name, language), value_name(name, text, language)


def _groups(
    document: Shown, anchors: dict[int, int], language: str
) -> Iterator[tuple[str, str, list[_Row]]]:
    for kind, facts in groupby(document.facts, key=lambda fact: fact.kind):
        rows = [_row(fact, document, anchors, language) for fact in facts]
        yield kind, kind_name(kind, language), rows


def _row(fact: Fact, document: Shown, anchors: dict[int, int], language: str) -> _Row:
    return _Row(
        fact.number,
        fact.tone,
        _badge(fact, language),
        fact.name,
        tuple((k, _key(k, language), value_name(k, v, language)) for k, v in fact.row),
        fact.rule,
        _place(fact, document, language),
        f"f{anchors[fact.number]}" if fact.number in anchors else "",
    )


def _key(key: str, language: str) -> str:
    return long_key_name(key, language).replace(".", " ")


def _badge(fact: Fact, language: str) -> str:
    """Give the tone of a fact in words; for a field of the document its name."""
    if fact.tone is Tone.DOCUMENT:
        return key_name(fact.row[0][0], language)
    return tone_name(fact.tone, language)


def _place(fact: Fact, document: Shown, language: str) -> str:
    place = document.places.get(fact.number)
    if place is None:
        return word("whole", language)
    spans = ", ".join(f"{span.start}–{span.end}" for span in fact.spans[:8])
    more = "…" if len(fact.spans) > 8 else ""
    line, characters = word("line", language), word("characters", language)
    return f"{line} {place.line}:{place.column} · {characters} {spans}{more}"

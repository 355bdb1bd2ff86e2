"""Two versions of a document compared, as rows for people, as a Word document and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any, BinaryIO

from policygraph.export.role_names import ROLE_NAMES
from policygraph.export.word import Look, Words, trimmed, write_word
from policygraph.export.word_widths import Running
from policygraph.model.digest import Digest
from policygraph.model.facts import (
    BodyDuty,
    Citation,
    Deadline,
    Quantity,
    Responsibility,
)
from policygraph.model.record import Record
from policygraph.versions.facts import OWN_UNIT
from policygraph.versions.outcome import Fact, FactChange, Kind, Pair, Versions
from policygraph.versions.unit import Unit

KINDS: dict[Kind, tuple[str, str]] = {
    Kind.SAME: ("相同", "same"),
    Kind.RENUMBERED: ("仅序号变化", "renumbered"),
    Kind.CHANGED: ("修改", "changed"),
    Kind.MOVED: ("移动", "moved"),
    Kind.ADDED: ("新增", "new"),
    Kind.REMOVED: ("删去", "gone"),
}
FACTS: dict[str, tuple[str, str]] = {
    "responsibilities": ("责任单位", "units"),
    "body_duties": ("正文责任", "duties in text"),
    "deadlines": ("时限", "times"),
    "quantities": ("数字", "figures"),
    "citations": ("引用", "citations"),
}
_HEADS = {
    "zh": ("条款", Running("旧文本"), Running("新文本"), "变化", "单位、数字等变化"),
    "en": ("unit", Running("before"), Running("after"), "what", "facts"),
}
_WORDS = {
    "zh": {"title": "新旧对照表", "old": "旧文本", "new": "新文本", "counts": "条款",
           "renumbered": "仅序号变化", "opening": "标题和引言", "and": "、"},
    "en": {"title": "Old and new", "old": "before", "new": "after", "counts": "units",
           "renumbered": "renumbered", "opening": "title and opening", "and": ", "},
}  # fmt: skip
_HEADING = 30  # characters


def name_of_pair(pair: Pair, language: str) -> str:
    """Give a unit's label in both versions, and its heading."""
    unit = pair.new or pair.old
    labels = [_label(one, language) for one in (pair.old, pair.new) if one is not None]
    told = " → ".join(dict.fromkeys(labels))
    heading = unit.clause.heading if unit and unit.clause else None
    short = heading if heading and len(heading) <= _HEADING else ""
    return f"{told} {short}".strip()


def _label(unit: Unit, language: str) -> str:
    return unit.label or _WORDS[language]["opening"]


def fact_lines(pair: Pair, language: str) -> list[str]:
    """Say which facts of a unit differ, kind by kind: － gone, ＋ new."""
    return [line for change in pair.facts for line in _lines(change, language)]


def _lines(change: FactChange, language: str) -> Iterator[str]:
    yield FACTS[change.kind][language != "zh"]
    between = _WORDS[language]["and"]
    for mark, rows in (("－", change.gone), ("＋", change.come)):
        if rows:
            words = dict.fromkeys(fact_words(row, language) for row in rows)
            yield f"{mark} {between.join(words)}"


def fact_words(row: Fact, language: str) -> str:
    """Give a fact as people read it."""
    match row:
        case Responsibility() | BodyDuty():
            name = row.resolved if isinstance(row, Responsibility) else row.unit
            role = ROLE_NAMES[row.role][language != "zh"]
            return f"{name}（{role}）" if language == "zh" else f"{name} ({role})"
        case Deadline():
            written = "" if isinstance(row.as_written, Digest) else row.as_written
            return written or row.date or row.every or ""
        case Quantity():
            return f"{format(Decimal(str(row.value)), 'f')}{row.unit}"  # never 1e+06
        case Citation():
            return _cited(row, language)


def _cited(row: Citation, language: str) -> str:
    if row.rule == OWN_UNIT and not isinstance(row.as_written, Digest):
        return row.as_written
    title = f"《{row.title}》" if row.title else row.number or ""
    if language != "zh":
        parts = (("article", row.article), ("paragraph", row.paragraph), ("item", row.item))
        return ", ".join([title, *(f"{name} {number}" for name, number in parts if number)])
    article = f"第{row.article}条" if row.article else ""
    paragraph = f"第{row.paragraph}款" if row.paragraph else ""
    return title + article + paragraph + (f"第（{row.item}）项" if row.item else "")


def sentences(versions: Versions, language: str) -> Iterator[tuple[str, str]]:
    """Give what stands above the table: the versions, the counts, what only has other numbers."""
    words, counts = _WORDS[language], versions.counts
    yield words["old"], _called(versions.old)
    yield words["new"], _called(versions.new)
    between = "，" if language == "zh" else ", "
    told = (f"{KINDS[kind][language != 'zh']} {counts[kind]}" for kind in Kind if counts[kind])
    yield words["counts"], between.join(told)
    if versions.renumbered:
        labels = (
            f"{_label(pair.old, language)} → {_label(pair.new, language)}"
            for pair in versions.renumbered
            if pair.old and pair.new
        )
        yield words["renumbered"], ("；" if language == "zh" else "; ").join(labels)


def _called(record: Record) -> str:
    document = record.document
    return " ".join(filter(None, (document.title, document.number, document.issued, record.source)))


def title_of(versions: Versions, language: str) -> str:
    """Give what stands above all."""
    title = versions.new.document.title or versions.old.document.title
    head = _WORDS[language]["title"]
    if not title:
        return head
    return f"《{title}》{head}" if language == "zh" else f"{head}: {title}"


def write_versions(versions: Versions, stream: BinaryIO, language: str) -> None:
    """Write the table of old and new as a Word document.

    Args:
        versions: what was compared.
        stream: takes the file.
        language: ``zh`` or ``en``.
    """
    rows = [_row(pair, language) for pair in versions.told]
    heads: Sequence[str] = _HEADS[language] if rows else ()
    lines = sentences(versions, language)
    write_word(stream, title_of(versions, language), lines, heads, rows, language)


def _row(pair: Pair, language: str) -> tuple[Words, ...]:
    old = [(p.text, _look(p.removed, Look.STRUCK)) for p in pair.pieces if p.added is None]
    new = [(p.text, _look(p.added, Look.PUT_IN)) for p in pair.pieces if p.removed is None]
    return (
        name_of_pair(pair, language),
        trimmed(old) if pair.old else "",
        trimmed(new) if pair.new else "",
        KINDS[pair.kind][language != "zh"],
        "\n".join(fact_lines(pair, language)),
    )


def _look(change: int | None, look: Look) -> Look:
    return Look.PLAIN if change is None else look


def to_json(versions: Versions) -> dict[str, Any]:
    """Give all of it as JSON data: every unit with its kind, its words and its facts."""
    return {
        "old": _document(versions.old),
        "new": _document(versions.new),
        "counts": {kind.value: versions.counts[kind] for kind in Kind},
        "units": [_unit(pair) for pair in versions.pairs],
    }


def _document(record: Record) -> dict[str, Any]:
    document = record.document
    return {"source": record.source, "title": document.title, "number": document.number}


def _unit(pair: Pair) -> dict[str, Any]:
    return {
        "kind": pair.kind.value,
        "old": pair.old and {"clause": pair.old.path, "start": pair.old.start},
        "new": pair.new and {"clause": pair.new.path, "start": pair.new.start},
        "pieces": [{"text": p.text, "change": _change(p.added, p.removed)} for p in pair.pieces],
        "facts": [
            {
                "kind": change.kind,
                "gone": [asdict(row) for row in change.gone],
                "come": [asdict(row) for row in change.come],
            }
            for change in pair.facts
        ],
    }


def _change(added: int | None, removed: int | None) -> str:
    return "added" if added is not None else "removed" if removed is not None else "same"

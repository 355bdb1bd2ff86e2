"""A document with changes carried out, as JSON and as the table of old and new (修改对照表)."""

from dataclasses import asdict, replace
from typing import Any, BinaryIO

from policygraph.consolidation.comparison import Compared, compared
from policygraph.consolidation.duties import duties_changed
from policygraph.consolidation.outcome import Change, Consolidation, Instrument
from policygraph.consolidation.summary import cited, clause_of, name_of, said, sentences
from policygraph.export.word import Look, Words, trimmed, write_word
from policygraph.model.digest import Digest
from policygraph.model.new_places import Beside

_HEADS = {
    "zh": ("条款", "原文", "修改后", "修改出处"),
    "en": ("unit", "before", "after", "changed by"),
}
_WORDS = {
    "zh": {"title": "修改对照表", "told": "说明", "failed": "未执行",
           "new": "（新增）", "gone": "（删去）"},
    "en": {"title": "Table of changes", "told": "note", "failed": "not carried out",
           "new": "(new)", "gone": "(struck)"},
}  # fmt: skip


def to_json(result: Consolidation, as_of: str | None) -> dict[str, Any]:
    """Give all of it as JSON data: text, instruments, changes with reasons, units, duties."""
    duties = duties_changed(result)
    return {
        "source": result.base.source,
        "title": result.title,
        "number": result.base.document.number,
        "as_of": as_of,
        "scenario": result.scenario,
        "repealed": result.repealed is not None,
        "other_sources": [one._asdict() for one in result.others],
        "instruments": [_instrument(one) for one in result.instruments],
        "later": [_instrument(one) for one in result.later],
        "changes": [_change(one) for one in result.changes],
        "units": [_unit(one) for one in compared(result)],
        "duties": {
            "lost": [duty._asdict() for duty in duties.lost],
            "gained": [duty._asdict() for duty in duties.gained],
        },
        "pieces": [piece._asdict() for piece in result.pieces],
        "text": result.text,
    }


def write_comparison(
    result: Consolidation, as_of: str | None, stream: BinaryIO, language: str
) -> None:
    """Write the table of old and new as a Word document.

    Args:
        result: the document with its changes.
        as_of: the day that was asked for.
        stream: takes the file.
        language: ``zh`` or ``en``.
    """
    words = _WORDS[language]
    title = f"《{result.title}》{words['title']}"
    if language != "zh":
        title = f"{words['title']}: {result.title}"
    lines = [(words["told"], one) for one in sentences(result, as_of, language)]
    lines += [(words["failed"], _why(one, result, language)) for one in result.failed]
    rows = [_row(unit, result, language) for unit in compared(result)]
    write_word(stream, title, lines, _HEADS[language] if rows else (), rows, language)


def _row(unit: Compared, result: Consolidation, language: str) -> tuple[Words, ...]:
    words = _WORDS[language]
    before = [
        (piece.text, Look.PLAIN if piece.removed is None else Look.STRUCK)
        for piece in unit.pieces
        if piece.start is not None
    ]
    after = [
        (piece.text, Look.PLAIN if piece.added is None else Look.PUT_IN)
        for piece in unit.pieces
        if piece.removed is None
    ]
    by = dict.fromkeys(_by(result.changes[index], result, language) for index in unit.changes)
    return (
        unit.name,
        trimmed(before) if unit.before else words["new"],
        trimmed(after) if unit.after else words["gone"],
        "\n".join(by),
    )


def _by(change: Change, result: Consolidation, language: str) -> str:
    """Name the clause that makes a change, its document where there are several, and its bases."""
    zh, row = language == "zh", change.amendment
    alone = len(result.instruments) == 1
    name = "" if alone else name_of(result.instruments[change.instrument], language)
    clause = f"{name} {clause_of(change, result, language)}".strip()
    return ("，" if zh else ", ").join([clause, *(cited(one, language) for one in row.based_on)])


def _why(change: Change, result: Consolidation, language: str) -> str:
    why = change.reason.said.in_language(language) if change.reason else ""
    colon = "：" if language == "zh" else ": "
    return colon.join([_by(change, result, language), said(change, language), why])


def _instrument(one: Instrument) -> dict[str, Any]:
    document = one.record.document
    return {
        "source": one.record.source,
        "title": document.title,
        "number": document.number,
        "day": one.day,
        "draft": one.draft,
        "not_read": [
            {"code": finding.code, "start": finding.span.start, "end": finding.span.end}
            for finding in one.unread
            if finding.span is not None
        ],
    }


def _change(one: Change) -> dict[str, Any]:
    row = one.amendment
    return {
        "instrument": one.instrument,
        "by": row.clause,
        "operation": row.operation.value,
        "locator": row.target.locator,
        "locator_as_written": row.target.locator_as_written,
        "old": None if isinstance(row.old, Digest) else row.old,
        "new": None if isinstance(row.new, Digest) else row.new,
        "beside": _beside(row.beside),
        "new_place": row.new_place and asdict(row.new_place),
        "mark": row.mark,
        "based_on": [asdict(basis) for basis in row.based_on],
        "spans": [list(span) for span in row.spans],
        "clause": one.clause,
        "times": one.times,
        "reason": one.reason and one.reason.value,
        "message": one.reason and {"zh": one.reason.said.zh, "en": one.reason.said.en},
    }


def _beside(one: Beside | None) -> dict[str, Any] | None:
    if one is None:
        return None
    words = None if isinstance(one.words, Digest) else one.words
    return asdict(replace(one, words=words)) | {"span": one.span and list(one.span)}


def _unit(one: Compared) -> dict[str, Any]:
    return {
        "clause": one.path,
        "name": one.name,
        "before": one.before,
        "after": one.after,
        "changes": list(one.changes),
    }

"""The record: everything read from one source. Extraction ends in it, RDF begins from it.

The JSON form is the contract with people who do not use RDF; ``schema()`` is generated from
these models. Keys that are not known here are ignored on reading, so that records of a later
version can be read.
"""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from policygraph.errors import Message, RecordError, reason
from policygraph.model.codes import CODES
from policygraph.model.digest import Digest
from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    BodyDuty,
    Citation,
    Deadline,
    Document,
    Post,
    Quantity,
    Responsibility,
)
from policygraph.model.finding import Finding
from policygraph.model.structure import Clause

RECORD_VERSION = 1
RUNNING_TEXT = 20  # longer strings are running text: a digest in the facts-only form
_AGAIN = Message(
    zh="请重新生成：policygraph extract 文件 --out 文件夹",
    en="make it again with: policygraph extract FILE --out DIR",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One source, read.

    Attributes:
        source: name of the file.
        sha256: hex digest of the file's bytes.
        characters: length of the decoded text in code points.
        text_sha256: hex digest of the decoded or extracted text in UTF-8, to which all offsets
            point; None in records of earlier versions of the program.
        facts_only: running text is replaced by digests.
        preamble_end: offset at which the first numbered unit begins; the text length where none is.
    """

    source: str
    sha256: str
    characters: int
    document: Document
    clauses: tuple[Clause, ...]
    responsibilities: tuple[Responsibility, ...]
    citations: tuple[Citation, ...]
    amendments: tuple[Amendment, ...] = ()
    agency_changes: tuple[AgencyChange, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    posts: tuple[Post, ...] = ()
    body_duties: tuple[BodyDuty, ...] = ()
    findings: tuple[Finding, ...] = ()
    text_sha256: str | None = None
    media_type: str = "text/plain"
    preamble_end: int = 0
    facts_only: bool = False
    version: int = RECORD_VERSION


_Text = TypeVar("_Text", str | Digest, str | Digest | None)


@cache
def _adapter() -> TypeAdapter[Record]:
    """Give what reads and writes records; not made where none is, for it takes long."""
    return TypeAdapter(Record)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a record."""
    return _adapter().json_schema()


def to_json(record: Record) -> str:
    """Give the record as JSON text, one row a line; the same record gives the same bytes."""
    data = _adapter().dump_python(record, mode="json")
    fields = [f"{_dump(key)}: {_value(value)}" for key, value in data.items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _value(value: Any) -> str:
    """Write a list of rows one row a line, and the document one field a line."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f" {_dump(row)}" for row in value) + "\n]"
    if isinstance(value, dict):
        fields = [f" {_dump(key)}: {_dump(field)}" for key, field in value.items()]
        return "{\n" + ",\n".join(fields) + "\n}"
    return _dump(value)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_json(text: str | bytes, name: str) -> Record:
    """Read a record.

    Raises:
        RecordError: ``text`` is not JSON or does not follow the format; names ``name`` and the key.
    """
    try:
        record = _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RecordError(
            zh=f"文件 {name} 不是抽取记录：{place or '整个文件'}：{first['msg']}；{_AGAIN.zh}",
            en=f"{name}: not a record: {place or 'the whole file'}: {first['msg']}; {_AGAIN.en}",
        ) from error
    unknown = next((f.code for f in record.findings if f.code not in CODES), None)
    if unknown is not None:
        raise RecordError(
            zh=f"文件 {name} 不是抽取记录：findings 中有未知的代码“{unknown}”；{_AGAIN.zh}",
            en=f"{name}: not a record: findings: unknown code {unknown!r}; {_AGAIN.en}",
        )
    for key, digits in (("sha256", record.sha256), ("text_sha256", record.text_sha256)):
        if digits is not None and not re.fullmatch("[0-9a-f]{64}", digits):
            raise RecordError(
                zh=f"文件 {name} 不是抽取记录：{key} 不是 64 位十六进制数；{_AGAIN.zh}",
                en=f"{name}: not a record: {key}: not 64 hex digits; {_AGAIN.en}",
            )
    if record.version > RECORD_VERSION:
        raise RecordError(
            zh=f"文件 {name} 的记录版本 {record.version} 高于本程序可读的版本 {RECORD_VERSION}；"
            "请安装新版 policygraph",
            en=f"{name}: record version {record.version} is newer than this program reads"
            f" ({RECORD_VERSION}); install a newer policygraph",
        )
    return record


def read_record(path: Path) -> Record:
    """Read a record file.

    Raises:
        RecordError: it cannot be read, is not JSON, or does not follow the format.
    """
    try:
        return from_json(path.read_bytes(), path.name)
    except OSError as error:
        why = reason(error)
        raise RecordError(
            zh=f"文件 {path} 无法读取：{why.zh}；请检查路径和权限",
            en=f"{path}: cannot be read: {why.en}; check the path and its permissions",
        ) from error


def facts_only(record: Record) -> Record:
    """Give the record without running text: a strict subset of what the full one says.

    Names, numbers, dates, headings and titles are facts and stay; ``as_written`` of a citation,
    ``old`` and ``new`` of a change, and the words beside which it puts others, that are longer than
    20 characters become a digest and a length.
    A heading as long as that is a sentence, or quotes one, and is left out.
    """
    clauses = tuple(
        replace(c, heading=None) if len(c.heading or "") > RUNNING_TEXT else c
        for c in record.clauses
    )
    citations = tuple(replace(c, as_written=_without_text(c.as_written)) for c in record.citations)
    amendments = tuple(map(_words_digested, record.amendments))
    return replace(
        record,
        clauses=clauses,
        citations=citations,
        amendments=amendments,
        quantities=tuple(_as_written_digested(_short(row)) for row in record.quantities),
        deadlines=tuple(_as_written_digested(row) for row in record.deadlines),
        body_duties=tuple(_as_written_digested(row) for row in record.body_duties),
        facts_only=True,
    )


def _words_digested(row: Amendment) -> Amendment:
    beside = row.beside and replace(row.beside, words=_without_text(row.beside.words))
    return replace(row, old=_without_text(row.old), new=_without_text(row.new), beside=beside)


def _short(row: Quantity) -> Quantity:
    """Leave out what a figure is about where that is running text."""
    subject, condition = (
        text if text is None or len(text) <= RUNNING_TEXT else None
        for text in (row.subject, row.condition)
    )
    return replace(row, subject=subject, condition=condition)


_Row = TypeVar("_Row", Quantity, Deadline, BodyDuty)


def _as_written_digested(row: _Row) -> _Row:
    return replace(row, as_written=_without_text(row.as_written))


def digest(text: str) -> Digest:
    """Give what the facts-only form keeps of running text: its SHA-256 and its length."""
    return Digest(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), len(text))


def _without_text(text: _Text) -> _Text:
    return digest(text) if isinstance(text, str) and len(text) > RUNNING_TEXT else text

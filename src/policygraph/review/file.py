"""NAME.review.toml beside NAME.txt -> Review, each key checked and named where it is wrong."""

import re
import tomllib
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from policygraph.model.facts import Document, Post
from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.model.review import RULE, Judgement, MissingRow, Review, WrongRow

DOCUMENT = "document"
FINDINGS = "findings"
_MAX_BYTES = 1 << 20
_MAX_QUOTE = 400
_ENTRY = ("list", "row", "quote", "by", "when", "why")
_FIRST_SEGMENT = 1


class _BadKey(Exception):
    """A key of a review file is wrong; the message names it and says why."""


def read_review(path: Path) -> Review:
    """Read a review file. What is wrong with it is told in ``problems``, naming file and key."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _BadKey("larger than 1 MiB / 超过 1 MiB")
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        return _review(path.name, data)
    except (_BadKey, tomllib.TOMLDecodeError) as error:
        return _bad(path.name, str(error))
    except UnicodeDecodeError:
        return _bad(path.name, "not UTF-8 / 不是 UTF-8 编码")
    except OSError as error:
        return _bad(path.name, error.strerror or "cannot be read / 无法读取")


def _bad(name: str, problem: str) -> Review:
    return Review(name, problems=(f"{name}: {problem}",))


def _review(name: str, data: Mapping[str, Any]) -> Review:
    _only_known(data, ("sha256", "wrong", "missing"), "")
    sha256 = data.get("sha256")
    if sha256 is not None and not re.fullmatch("[0-9a-f]{64}", str(sha256)):
        raise _BadKey("sha256: not 64 hex digits / 不是 64 位十六进制数")
    wrong = tuple(_wrong(place, entry) for place, entry in _entries(data, "wrong"))
    missing = tuple(_missing(place, entry) for place, entry in _entries(data, "missing"))
    return Review(name, sha256, wrong, missing)


def _only_known(given: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    for key in given:
        if key not in known:
            at = f"{place}.{key}" if place else key
            listed = ", ".join(known)
            raise _BadKey(f"{at}: unknown key, known are / 未知的键，可用的有: {listed}")


def _entries(data: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    listed = data.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise _BadKey(f"{key}: write [[{key}]] / 请写作 [[{key}]]")
    for number, entry in enumerate(listed, 1):
        place = f"{key}[{number}]"
        _only_known(entry, _ENTRY, place)
        yield place, entry


def _wrong(place: str, entry: Mapping[str, Any]) -> WrongRow:
    name = _list_name(place, entry, (*row_types(), DOCUMENT, FINDINGS))
    row = _row(place, entry)
    _only_known(row, _keys(name), f"{place}.row")
    if not row:
        raise _BadKey(f"{place}.row: tells no field / 没有任何字段")
    quote = _text(place, entry, "quote") if "quote" in entry else None
    return WrongRow(place, name, row, quote, _judgement(place, entry))


def _missing(place: str, entry: Mapping[str, Any]) -> MissingRow:
    name = _list_name(place, entry, (*row_types(), DOCUMENT))
    given = _row(place, entry)
    _only_known(given, _keys(name), f"{place}.row")
    quote = _text(place, entry, "quote")
    if name == DOCUMENT:
        row: Any = _document_fields(place, given)
    else:
        row = _built(place, row_types()[name], given, quote)
    if isinstance(row, Post) and closed_up(quote) not in (row.post, (row.unit or "") + row.post):
        raise _BadKey(
            f"{place}.quote: must be unit and post alone, without a name / 只写单位和职务，不写姓名"
        )
    return MissingRow(place, name, row, quote, _judgement(place, entry))


def _list_name(place: str, entry: Mapping[str, Any], known: tuple[str, ...]) -> str:
    name = _text(place, entry, "list")
    if name not in known:
        raise _BadKey(f"{place}.list: {name!r}: known are / 可用的有: {', '.join(known)}")
    return name


def _row(place: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    row = entry.get("row")
    if not isinstance(row, dict):
        raise _BadKey(f"{place}.row: write row = {{ clause = … }} / 请写作 row = {{ clause = … }}")
    return {key: str(value) if isinstance(value, date) else value for key, value in row.items()}


def _text(place: str, entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str) or not value.strip():
        raise _BadKey(f"{place}.{key}: is missing or no text / 缺失或不是文字")
    if len(value) > _MAX_QUOTE:
        raise _BadKey(f"{place}.{key}: longer than {_MAX_QUOTE} / 超过 {_MAX_QUOTE} 字")
    return value


def _judgement(place: str, entry: Mapping[str, Any]) -> Judgement:
    when = _text(place, entry, "when")
    try:
        date.fromisoformat(when)
    except ValueError as error:
        raise _BadKey(f"{place}.when: not a date (2024-05-06) / 不是日期") from error
    return Judgement(_text(place, entry, "by"), when, _text(place, entry, "why"))


@cache
def row_types() -> dict[str, Any]:
    """Give the lists of a record that hold rows read from spans, with the type of their rows."""
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(Record).items():
        row = get_args(hint)[0] if get_origin(hint) is tuple else None
        if row is not None and {"spans", "rule"} <= {field.name for field in _fields(row)}:
            found[name] = row
    return found


def list_keys() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give all lists that a review can speak of, with the keys that tell their rows."""
    for name in (DOCUMENT, *row_types(), FINDINGS):
        yield name, _keys(name)


def _fields(row: Any) -> tuple[Any, ...]:
    return fields(row) if isinstance(row, type) and hasattr(row, "__dataclass_fields__") else ()


def _keys(name: str) -> tuple[str, ...]:
    """Give the keys with which a row of a list can be told."""
    row = {DOCUMENT: Document, FINDINGS: Finding}.get(name) or row_types()[name]
    hidden = ("spans", "span", "old_span", "new_span", "rule", "evidence")
    return tuple(field.name for field in _fields(row) if field.name not in hidden)


def _built(place: str, row: Any, given: Mapping[str, Any], quote: str) -> Any:
    """Make a row; what is not given and can be supplied is."""
    values: dict[str, Any] = {"spans": (), "rule": RULE, **_supplied(row, quote), **given}
    hints = get_type_hints(row)
    for key, value in given.items():  # target = { title = … }: what is not given of it is not there
        if isinstance(value, dict) and _fields(hints[key]):
            values[key] = {**_supplied(hints[key], quote), **value}
    if "resolved" not in given and "as_written" in values and "resolved" in values:
        values["resolved"] = values["as_written"]
    return _validated(place, row, values)


def _supplied(row: Any, quote: str) -> dict[str, Any]:
    supplied: dict[str, Any] = {}
    hints = get_type_hints(row)
    for field in _fields(row):
        hint = hints[field.name]
        if field.name in ("as_written", "resolved"):
            supplied[field.name] = closed_up(quote)
        elif field.name in ("segment", "holder"):
            supplied[field.name] = _FIRST_SEGMENT
        elif hint is bool:
            supplied[field.name] = False
        elif get_origin(hint) is tuple and field.name != "spans":
            supplied[field.name] = ()
        elif _may_be_none(hint):
            supplied[field.name] = None
    return supplied


def _may_be_none(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)


def _document_fields(place: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
    whole = _validated(place, Document, dict(given))
    return {name: getattr(whole, name) for name in given}


def _validated(place: str, row: Any, values: Mapping[str, Any]) -> Any:
    try:
        return TypeAdapter(row).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise _BadKey(f"{place}.row.{key}: {first['msg']}") from error


def closed_up(words: str) -> str:
    """Give words without blanks and line breaks, which never count."""
    return "".join(words.split())

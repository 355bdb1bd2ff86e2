"""Issuers: the bodies before 关于… in the title, else the signature, else who adopted it."""

import re
from typing import NamedTuple

from policygraph.extract.reading import Reading
from policygraph.extract.units import is_unit
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind
from policygraph.text.title import close_up

_K = BlockKind
_ABOUT = re.compile("关于|印发|转发|批转")
_MANY = re.compile(r"等.{0,3}(?:部门|单位)$")  # 市商务委等八部门: the signature names them
_ADOPTED = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?)第[^第。]{1,6}届(?P<organ>人民代表大会(?:常务委员会)?)?第?[^。]{0,8}?(?:会议|大会)"
    r"|(?P<court>最高人民(?:法院|检察院))"
)
_NATIONAL = ("中国人民银行", "国家税务总局", "国家金融监督管理总局", "中国银行保险监督管理委员会")
_BODIES = re.compile(
    r"中共[\u4e00-\u9fff]{2,12}?(?:委员会|委)(?:办公厅|办公室)?(?=[\u4e00-\u9fff]|$)"
)


class Issuers(NamedTuple):
    """Bodies that issued a document, where they are printed, and by which rule."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str


def read_issuers(reading: Reading, title: str, title_spans: tuple[Span, ...]) -> Issuers | None:
    """Give who issued the document; None where it does not say.

    Args:
        reading: the document.
        title: its title; empty where none was read.
        title_spans: where the title is printed.
    """
    about = _ABOUT.search(title)
    head = title[: about.start()] if about else ""
    signed = [reading.tight(b) for b in reading.main_body() if b.kind is _K.SIGNATURE]
    names = [_with_place(name, reading) for name in _bodies(head, reading)]
    if names and not (signed and _MANY.search(head)):
        return Issuers(tuple(names), title_spans, "issuer.title")
    if signed:
        listed = [n for s in signed for n in _bodies(close_up(reading.source.at(s)), reading)]
        return Issuers(tuple(listed), tuple(signed), "issuer.signature")
    for block in reading.of_kind(_K.ADOPTION):
        match = _ADOPTED.search(reading.source.text, block.span.start, block.span.end)
        if match:
            name = match["court"] or (match["body"] + (match["organ"] or ""))
            span = Span(match.start(), match.end())
            return Issuers((_without_date(name),), (span,), "issuer.adoption")
    return None


def _with_place(name: str, reading: Reading) -> str:
    """Give 市人民政府办公厅 its place, if the masthead prints it with one."""
    for block in reading.of_kind(_K.MASTHEAD):
        full = close_up(reading.words(block)).removesuffix("文件")
        if full.endswith(name) and reading.registry.places.at_start(full):
            return full
    return name


def _without_date(name: str) -> str:
    return re.sub(r"^.*日\s*", "", name)


def _bodies(head: str, reading: Reading) -> list[str]:
    """Split 中共某市委某市人民政府 or A、B into names of bodies; [] if it is something else."""
    words = reading.registry.words
    head = head.strip("、，, ")
    if not head or not is_unit(head[-36:], words):
        return []
    names: list[str] = []
    for part in re.split(r"[、，,\s]+", head):
        match = _BODIES.match(part)
        if match and 0 < match.end() < len(part):
            names += [match.group(), *_repeated_place(part[match.end() :], reading)]
        else:
            names += _repeated_place(part, reading)
    return [name for name in names if name]


def _repeated_place(part: str, reading: Reading) -> list[str]:
    """某市财政局某市商务局: a place that is named again, or the nation, begins another body."""
    found = reading.registry.places.at_start(part)
    length = found[1] if found else 0
    starts = [part.find(part[:length], length)] if found else []
    starts += [part.find(national, 1) for national in _NATIONAL]
    for again in sorted(start for start in starts if start > 0):
        if is_unit(part[:again], reading.registry.words):
            return [part[:again], *_repeated_place(part[again:], reading)]
    return [part]

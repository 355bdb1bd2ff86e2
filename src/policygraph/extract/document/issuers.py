"""Issuers: the bodies before 关于… in the title, else the signature, else who adopted it."""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.units import is_unit
from policygraph.extract.reading import Reading
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.registry.departments import Departments
from policygraph.text.layout import is_body
from policygraph.text.title import close_up

_K = BlockKind
_ABOUT = expression("关于|印发|转发|批转")
_MANY = expression(r"等.{0,3}(?:部门|单位)$")  # 市商务委等八部门: the signature names them
_COURT = expression("最高人民(?:法院|检察院)(?!关于)")  # not in the title of what changed it since
_ADOPTED = expression(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?)第[^第。]{1,6}届(?P<organ>人民代表大会(?:常务委员会)?)?第?[^。]{0,8}?(?:会议|大会)"
    r"|第[^第。]{1,6}届(?P<national>全国人民代表大会(?:常务委员会)?)第?[^。]{0,8}?会议"
    rf"|(?P<court>{_COURT.pattern})"
    r"|日\s*(?:经|由)?(?P<office>[\u4e00-\u5c49\u5c4b-\u9fff]{2,20}?"
    r"(?:国务院|部|局|署|(?<!审判)(?<!检察)委员会|政府))"
    r"第\s?[\d一二三四五六七八九十百]{1,5}\s?次(?:[部局署委]务|常务|办公)?会议"
)
_DECIDED = expression(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?)第[^第。]{1,6}届(?P<organ>人民代表大会(?:常务委员会)?)第?[^。]{0,8}?会议"
    r"(?:根据[^。]{0,120}|[^。；]{0,12})(?:决定|通过|审议)"
)
_DECIDES = expression(r"(?P<body>[\u4e00-\u9fff]{4,24}?)决定(?:对|修改|废止|将)")
_LINES = (_K.MASTHEAD, _K.TITLE, _K.UNCLASSIFIED)
_NATIONAL = ("中国人民银行", "国家税务总局", "国家金融监督管理总局", "中国银行保险监督管理委员会")
_ENDS = expression("委员会|厅|局|委|办公室|银行")
_BODIES = expression(
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
    end = reading.main_end()
    signatures = (b for b in reading.of_kind(_K.SIGNATURE) if b.span.start < end)
    signed = [reading.tight(b) for b in signatures]
    named = _MANY.sub("", head) if not signed else head  # 市商务局等八部门, and no signature
    names = [_with_place(name, reading) for name in _bodies(named, reading)]
    listed = [n for s in signed for n in _signers(reading.source.at(s), reading)]
    more = bool(names) and set(names) < set(listed)  # a title that lost a line of issuers
    names = [_in_full(name, reading) for name in names]
    if names and not more and not (signed and _MANY.search(head)):
        return Issuers(tuple(names), title_spans, "issuer.title")
    if signed:
        return Issuers(tuple(listed), tuple(signed), "issuer.signature")
    for block in reading.of_kind(_K.ADOPTION):
        match = _ADOPTED.search(reading.source.text, block.span.start, block.span.end)
        if match:
            if match["court"]:
                return _courts(reading.source.text, block.span)
            alone = match["national"] or match["office"]
            name = alone or (match["body"] + (match["organ"] or ""))
            span = span_of(match.span())
            return Issuers((_without_date(name),), (span,), "issuer.adoption")
    return None


def issuer_alone(reading: Reading) -> Issuers | None:
    """Give who issued a document by a line of its head that is nothing but a body of a place.

    Else who decided it, as its first sentence says: …第九届…第十二次会议决定对《…》作如下修改.
    """
    for block in reading.main_body():
        if block.kind is _K.ITEM:
            break
        span = reading.tight(block)
        words = close_up(reading.source.at(span))
        alone = block.kind in _LINES and is_body(words) and _bodies(words, reading) == [words]
        if alone and reading.registry.places.at_start(words):
            return Issuers((words,), (span,), "issuer.line")
        if block.kind is _K.PREAMBLE and (decided := _decided(reading, span)):
            return decided
    return None


def _decided(reading: Reading, span: Span) -> Issuers | None:
    """澄湖市人民政府决定对《…》作如下修改; …第九届…第十二次会议决定对《…》作如下修改."""
    text, words = reading.source.text, reading.source.at(span)
    if "人民代表大会" in words and (match := _DECIDED.search(text, *span)):
        name = _without_date(match["body"] + match["organ"])
        return Issuers((name,), (span_of(match.span()),), "issuer.decided")
    match = _DECIDES.match(text, *span) if "决定" in words else None
    if match is None or not is_unit(match["body"], reading.registry.words):
        return None
    body, registry = match["body"], reading.registry
    known = registry.places.at_start(body) or registry.departments.knows_nationally(body)
    return Issuers((body,), (span_of(match.span("body")),), "issuer.decided") if known else None


def _with_place(name: str, reading: Reading) -> str:
    """Give 市人民政府办公厅 its place, if the masthead or the signature prints it with one."""
    places = reading.registry.places
    if places.at_start(name):
        whole = name.replace("政府", "人民政府", 1) if "人民" not in name else name
        signed = (close_up(reading.words(block)) for block in reading.of_kind(_K.SIGNATURE))
        return whole if whole in signed else name  # 江苏省政府办公厅
    for block in reading.of_kind(_K.MASTHEAD, _K.SIGNATURE):
        full = close_up(reading.words(block)).removesuffix("文件")
        for bare in (name, name.replace("政府", "人民政府", 1)):  # 市政府办公室
            placed = places.at_start(full) if full.endswith(bare) else None
            if placed and len(full) - len(bare) <= placed[1]:  # else another body runs on into it
                return full
    return name


def _in_full(name: str, reading: Reading) -> str:
    """Give 某市人大常委会 its full name, where the text prints it."""
    full = name.replace("人大常委会", "人民代表大会常务委员会")
    return full if full != name and full in reading.source.text else name


def _courts(text: str, span: Span) -> Issuers:
    """Give the courts and procuratorates whose committees adopted what they issue together."""
    found = {match.group(): Span(*match.span()) for match in _COURT.finditer(text, *span)}
    return Issuers(tuple(found), tuple(found.values()), "issuer.adoption")


def _without_date(name: str) -> str:
    return re.sub(r"^(?:.*日)?\s*(?:经|由)?", "", name)


def _signers(line: str, reading: Reading) -> list[str]:
    """Split a signature, also at blanks (财政部 农业农村部); 澄 湖 市 财 政 局 is one name."""
    parts = line.split()
    apart = len(parts) > 1 and all(
        len(part) > 2 and is_unit(part, reading.registry.words) for part in parts
    )
    return [n for part in (parts if apart else [close_up(line)]) for n in _bodies(part, reading)]


def _bodies(head: str, reading: Reading) -> list[str]:
    """Split 中共某市委某市人民政府 or A、B into names of bodies; [] if it is something else."""
    words = reading.registry.words
    head = head.strip("、，, ")
    if not head or not is_unit(head[-36:], words):
        return []
    names: list[str] = []
    for part in re.split(r"[、，,\s]+", head):
        match = _BODIES.match(part)
        rest = part[match.end() :] if match else ""
        # 中共某市委宣传部 is one; behind 中共某市委 its place is named again, or a government
        again = rest.startswith((part[2:4], "人民政府")) or reading.registry.places.at_start(rest)
        if match and rest and again:
            names += [match.group(), *_repeated_place(rest, reading)]
        else:
            names += _repeated_place(part, reading)
    return [name for name in names if name]


def _repeated_place(part: str, reading: Reading, before: str = "") -> list[str]:
    """某市财政局某市商务局: a place that is named again, or the nation, begins another body.

    ``before`` is the place of the bodies before: it is named again behind a body of the nation.
    """
    found = reading.registry.places.at_start(part)
    length = found[1] if found else 0
    place = part[:length] or before
    starts = [part.find(place, max(length, 1))] if place else []
    starts += [part.find(national, 1) for national in _NATIONAL]
    for again in sorted(start for start in starts if start > 0):
        # 国家税务总局晋城市税务局 is one body
        if part[:again] not in _NATIONAL and is_unit(part[:again], reading.registry.words):
            return [part[:again], *_repeated_place(part[again:], reading, place)]
    return _run_on(part, length, reading)


def _run_on(part: str, place: int, reading: Reading) -> list[str]:
    """澄湖市财政局教育局: behind a body of a place begins another standard department."""
    words, departments = reading.registry.words, reading.registry.departments
    for match in _ENDS.finditer(part, place):
        left, right = part[: match.end()], part[match.end() :]
        if not place or not right or not is_unit(left, words):
            continue
        first = next((n for n in range(2, len(right) + 1) if departments.knows(right[:n])), 0)
        if first and departments.knows(left[place:]):
            return [left, *_departments(right, departments)]
    return [part]


def _departments(run: str, departments: Departments) -> list[str]:
    """Cut names of standard departments that run into one another; the rest stays whole."""
    for length in range(len(run), 1, -1):
        if departments.knows(run[:length]):
            rest = run[length:]
            return [run[:length], *(_departments(rest, departments) if rest else [])]
    return [run]

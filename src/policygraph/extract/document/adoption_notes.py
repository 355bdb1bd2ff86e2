"""The note under the title of a regulation (题注): by which decree it was made public, and when.

2003年5月25日 国务院令第380号公布; 2014年3月27日 澄湖省人民代表大会常务委员会公告第13号公布. The
note of a regulation that was revised since has several such lines; the first is that of its making,
which its date of issue is taken from too.
"""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.text.dates import find_dates
from policygraph.text.numerals import to_int

_MADE_PUBLIC = expression(
    r"[日]\s*(?:经|由)?(?P<said>[\u4e00-\u65e4\u65e6-\u9fff、\d〔〕\[\]]{2,90}?)\s*(?:公布|发布|颁布)(?!的)"
)
_DECREE = expression(
    r"(?P<body>[\u4e00-\u9fff、]{2,60}?)(?P<kind>令|公告)[〔\[]?(?P<year>(?:19|20)\d\d)?[〕\]]?"
    r"第?(?P<serial>[\d〇零一二三四五六七八九十百]{1,5})号"
)
_NO_BODY = expression("会议|批准|通过|修[订正]|决定")
_TERM = expression("第[一二三四五六七八九十百]{1,4}届")  # of a congress
_STATE = "中华人民共和国"
_ENDS = ("政府", "部", "局", "署", "院", "厅", "委", "会", "银行", "办公室", "中央")
_OF_NO_PLACE = ("省人民政府", "市人民政府", "县人民政府", "区人民政府")


class Made(NamedTuple):
    """By whom a regulation was made public, under which number, and on which day (ISO)."""

    bodies: tuple[str, ...]
    number: str | None
    day: str
    span: Span


def made_public(reading: Reading) -> Made | None:
    """Read the first line of the note that says who made the regulation public."""
    text = reading.source.text
    for block in reading.of_kind(BlockKind.ADOPTION):
        for match in _MADE_PUBLIC.finditer(text, *block.span):
            made = _read(text, match, block.span.start)
            if made:
                return made
    return None


def _read(text: str, match: re.Match[str], begin: int) -> Made | None:
    days = list(find_dates(text, begin, match.start() + 1))
    said = _TERM.sub("", match["said"])
    if not days or _NO_BODY.search(said) or "《" in text[days[-1].span.end : match.end()]:
        return None
    decrees = list(_DECREE.finditer(said))
    named = [decree["body"] for decree in decrees] or [said.removesuffix("公告")]
    bodies = tuple(body.lstrip("、") for body in re.split("、", "、".join(named)) if body)
    if not all(body.endswith(_ENDS) and body not in _OF_NO_PLACE for body in bodies):
        return None
    number = _number(decrees[0]) if len(decrees) == 1 else None
    return Made(bodies, number, days[-1].iso, span_of((days[-1].span.start, match.end())))


def _number(decree: re.Match[str]) -> str:
    """Give the number as citations of it are written: 国务院令第380号, of two bodies with both."""
    body = "、".join(name.removeprefix(_STATE) for name in decree["body"].split("、") if name)
    year = f"〔{decree['year']}〕" if decree["year"] else "第"
    return f"{body}{decree['kind']}{year}{to_int(decree['serial'])}号"

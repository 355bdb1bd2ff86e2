"""The head of a decree: 澄湖市人民政府令 / 第79号 says who issued it, and its number.

So does that of a public notice: 澄湖市人民政府公告 / 2019年第3号. A line of the head that is a
number without letters (第153号, 〔2019〕第4号) is the number as it is printed.
"""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.extract.works.numbers import bare_number
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.text.numerals import to_int

_K = BlockKind
_LONGEST = 600  # characters before the first unit in which the head stands
_HEAD = expression(
    r"^[ \t\u3000#*]*(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}[ \u3000])?"
    r"(?P<body>(?:[\u4e00-\u9fff][ \u3000]?){2,24}"
    r"(?:政[ \u3000]?府|国务院|委员会|部|厅|局|院))\s?(?P<kind>令|公[ \u3000]?告|通[ \u3000]?告)\s*"
    r"(?:[〔\[【（(](?P<year>(?:19|20)\d\d)[〕\]】）)]|(?P<of>(?:19|20)\d\d)\s?年)?\s*[（(]?第?\s?"
    r"(?P<serial>[\d〇零一二三四五六七八九十百]{1,5})\s?号[）)]?[ \t\u3000*]*$",
    re.M,
)


_LINE = expression(  # the same without a body
    r"^[ \t\u3000]*[（(]?(?P<number>(?:[〔\[【](?:19|20)\d\d[〕\]】]|(?:19|20)\d\d\s?年)?[ \u3000]?"
    r"第?[ \u3000]?\d{1,5}[ \u3000]?号)[）)]?[ \t\u3000]*$",
    re.M,
)
_BEFORE_TEXT = (_K.PREAMBLE, _K.ITEM, _K.ADDRESSEE)


class Decree(NamedTuple):
    """Who issued a decree, its number as it is cited, and where both are printed."""

    body: str
    number: str
    span: Span


def decree_head(reading: Reading) -> Decree | None:
    """Read the head of a decree; None where a text has none before its first unit.

    A line, or two, that hold nothing else: 根据国务院令第722号 cites one.
    """
    first = next(reading.of_kind(_K.ITEM), None)
    limit = min(first.span.start if first else len(reading.source.text), _LONGEST)
    match = _HEAD.search(reading.source.text, 0, limit)
    serial = to_int(match["serial"]) if match else None
    if match is None or serial is None:
        return None
    year = f"〔{match['year']}〕" if match["year"] else "第"
    year = f"{match['of']}年第" if match["of"] else year
    start = match.start("body")
    body, kind = ("".join(match[group].split()) for group in ("body", "kind"))
    return Decree(body, f"{body}{kind}{year}{serial}号", span_of((start, match.end())))


def number_alone(reading: Reading) -> tuple[str, Span] | None:
    """Give the line of the head that is a number without letters; None for none, or for two."""
    text = reading.source.text
    first = next((b for b in reading.blocks if b.kind in _BEFORE_TEXT), None)
    limit = min(first.span.start if first else len(text), _LONGEST)
    found = [*_LINE.finditer(text, 0, limit)]
    number = bare_number(found[0]["number"]) if len(found) == 1 else None
    return (number, span_of(found[0].span("number"))) if number else None

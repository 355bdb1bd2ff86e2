"""The head of a decree: 澄湖市人民政府令 / 第79号 says who issued it, and its number."""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.text.numerals import to_int

_K = BlockKind
_LONGEST = 600  # characters before the first unit in which the head stands
_HEAD = expression(
    r"^[ \t\u3000#*]*(?P<body>(?:[\u4e00-\u9fff][ \u3000]?){2,24}"
    r"(?:政[ \u3000]?府|国务院|委员会|部|厅|局|院))\s?令\s*"
    r"(?:[〔\[【（(](?P<year>(?:19|20)\d\d)[〕\]】）)])?\s*[（(]?第?\s?"
    r"(?P<serial>[\d〇零一二三四五六七八九十百]{1,5})\s?号[）)]?[ \t\u3000*]*$",
    re.M,
)


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
    start = match.start("body")
    body = "".join(match["body"].split())
    return Decree(body, f"{body}令{year}{serial}号", span_of((start, match.end())))

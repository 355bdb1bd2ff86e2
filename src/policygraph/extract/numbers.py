"""Document numbers (文号): their normal form, and those that stand without a title."""

import re
from collections.abc import Iterator

from policygraph.model.source import Span
from policygraph.text.numerals import to_int
from policygraph.text.title import find_numbers

_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
_DECREE = re.compile(r"令\s?第\s?\d{1,4}\s?号")
_MORE = re.compile(r"(?:\s*[、和及与]\s*第?\d{1,5}\s?号){0,12}")
_SERIAL = re.compile(r"第?(?P<n>\d{1,5})\s?号")
# What a sentence may print right before the letters of a number: 按照国发…, 执行财税…
_BEFORE = re.compile(
    "按照?|依照|遵照|参照|参见|详见|根据|依据|贯彻|落实|执行|印发|转发|文件|有关|相关|以及|适用|符合"
    "|规定|原|见|即|由|据|与|对|在|的|为|是|了|将|以|于|及"
    "|(?<=[^\\W和])和"  # but 和政发 where nothing stands before
)
_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,8}(?=\s?[〔\[［【（(﹝])")


def normal_number(printed: str) -> str:
    """Give a 文号 in normal form: 〔〕 brackets, ASCII digits, no blanks."""
    bare = re.sub(r"\s+", "", printed).translate(_ASCII)
    bare = re.sub(r"[〔\[［【（(﹝](\d{4})[〕\]］】）)﹞]", r"〔\1〕", bare)
    return bare.replace("〕第", "〕")


def numbers_alone(text: str) -> Iterator[tuple[Span, str]]:
    """Find the numbers that a text prints, whatever stands before them.

    Yields:
        where it is printed, and the number; "" where it is not plain where its letters begin, and
        for decrees (国务院令第722号). The numbers of 国发〔2021〕5号、6号 share letters and year.
    """
    for span in find_numbers(text):
        begin = _letters_begin(text, span)
        if begin is None:
            yield span, ""
            continue
        number = normal_number(text[begin : span.end])
        yield Span(begin, span.end), number
        more = _MORE.match(text, span.end)
        for serial in _SERIAL.finditer(text, span.end, more.end() if more else span.end):
            yield Span(*serial.span()), f"{number.partition('〕')[0]}〕{to_int(serial['n'])}号"
    for decree in _DECREE.finditer(text):
        yield Span(*decree.span()), ""


def _letters_begin(text: str, span: Span) -> int | None:
    """Give where the letters (机关代字) of a number begin; None where that is not plain."""
    begin = span.start
    for word in _BEFORE.finditer(text, span.start, span.end):
        begin = word.end()
    return begin if _LETTERS.match(text, begin, span.end) else None

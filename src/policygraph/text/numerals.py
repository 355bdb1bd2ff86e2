"""Chinese and Arabic numerals <-> int: 一, 二十三, 〇, １２, ①."""

import unicodedata
from functools import lru_cache

from policygraph.expression import expression

DIGITS = "零〇○一二两三四五六七八九"
_VALUES = dict(
    zip("零〇○一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = "零一二三四五六七八九"
_CAPITALS = "壹贰叁肆伍陆柒捌玖"
_CAPITAL = expression(f"[{_CAPITALS}][拾佰仟万亿][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*")
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
CHINESE = expression(f"[{DIGITS}十百千]+")


@lru_cache(maxsize=4096)
def to_int(printed: str) -> int | None:
    """Read a numeral below 10,000; None where it is none.

    Printed forms: ``12``, ``１２``, ``1 0`` (blanks of a scanned page), ``十``, ``二十三``,
    ``一百零五``, ``二〇二三``, ``⑫``, ``㈠``, ``⑴``, ``⒈``.
    """
    text = unicodedata.normalize("NFKC", "".join(printed.split())).strip("().")
    if text.isdecimal() and text.isascii():
        return int(text) if len(text) <= 9 else None
    if not text or not CHINESE.fullmatch(text):
        return None
    if not any(unit in text for unit in _UNITS):
        return int("".join(str(_VALUES[char]) for char in text)) if len(text) <= 9 else None
    return _with_units(text)


def plain_numerals(text: str) -> str:
    """Give a text with 伍拾万元 as 五十万元: as many characters as before."""
    if not any(digit in text for digit in _CAPITALS):
        return text
    return _CAPITAL.sub(lambda match: match.group().translate(_PLAIN), text)


def in_chinese(number: int) -> str:
    """Write a number from 1 to 9999 as articles bear it: 十, 二十一, 一百零五, 一百一十."""
    if 10 <= number < 20:
        return "十" + in_chinese(number - 10) if number > 10 else "十"
    written, skipped = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += "零" * (skipped and bool(written)) + _WRITTEN[digit] + unit
        skipped = not digit
    return written


def serial(words: str) -> int | None:
    """Read a cell that is a serial number in digits and nothing else; None for other words."""
    return to_int(words) if words.isdecimal() else None


def _with_units(text: str) -> int:
    total, digit = 0, None
    for char in text:
        if char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        else:
            digit = _VALUES[char] or None
    return total + (digit or 0)

"""Numbers as units bear them: 第二十一条, （十）."""

_DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """Write a number from 1 to 9999 as articles bear it: 十, 二十一, 一百零五, 一百一十."""
    if 10 <= number < 20:
        return "十" + in_chinese(number - 10) if number > 10 else "十"
    written, skipped = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += "零" * (skipped and bool(written)) + _DIGITS[digit] + unit
        skipped = not digit
    return written

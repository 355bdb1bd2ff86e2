"""Numbers -> numerals, in the formats of automatic numbering (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable, Sequence

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_FORMAL_UNITS = ("", "拾", "佰", "仟")
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 9999  # a list beyond is numbered in plain digits


def numeral(number: int, style: str) -> str:
    """Write ``number`` in a format named as in ``w:numFmt``.

    A format that is not known, and a number that a format cannot write, give plain digits.
    """
    write = _STYLES.get(style)
    if write is None or not (1 <= number <= _MOST or style in _FROM_ZERO):
        return str(number)
    return write(number)


def _chinese(number: int, digits: str = _DIGITS, units: Sequence[str] = _UNITS) -> str:
    """Write 23 as 二十三, 105 as 一百零五."""
    written, zero = "", False
    places = str(number)
    for place, digit in enumerate(places):
        unit = units[len(places) - 1 - place]
        if digit == "0":
            zero = bool(written)
            continue
        written += (digits[0] if zero else "") + digits[int(digit)] + unit
        zero = False
    if digits is _DIGITS and written.startswith("一十"):
        return written[1:]
    return written or digits[0]


def _counted(number: int) -> str:
    """Write numbers below a hundred with 十, others digit by digit (chineseCounting)."""
    return _chinese(number) if number < 100 else _digitwise(number)


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number)).replace("零", "〇")


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _letters(number: int) -> str:
    """Write 27 as aa: the letter is repeated (17.18.59, lowerLetter)."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 20)


def _row(signs: str) -> Callable[[int], str]:
    """Write with one sign for each number; plain digits where they end."""

    def write(number: int) -> str:
        return signs[number - 1] if number <= len(signs) else str(number)

    return write


def _signs(first: str, count: int) -> str:
    return "".join(chr(ord(first) + place) for place in range(count))


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ending}"


_CIRCLED = _signs("①", 20) + _signs("㉑", 15) + _signs("㊱", 15)
_STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _row(_CIRCLED),
    "decimalEnclosedCircleChinese": _row(_CIRCLED),
    "decimalEnclosedParen": _row(_signs("⑴", 20)),
    "decimalEnclosedFullstop": _row(_signs("⒈", 20)),
    "ideographEnclosedCircle": _row(_signs("㊀", 10)),
    "numberInDash": "- {} -".format,
    "chineseCounting": _counted,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "koreanCounting": _chinese,
    "ideographDigital": _digitwise,
    "taiwaneseDigital": _digitwise,
    "koreanDigital": _digitwise,
    "chineseLegalSimplified": lambda n: _chinese(n, _FORMAL, _FORMAL_UNITS),
    "ideographLegalTraditional": lambda n: _chinese(n, _FORMAL_TRADITIONAL, _FORMAL_UNITS),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "ordinal": _ordinal,
}
_FROM_ZERO = ("decimalZero", "decimalFullWidth", "ideographDigital", "numberInDash")

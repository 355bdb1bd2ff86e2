"""Labels of chapters and sections (编, 章, 节) as sentences name them: 第二章第一节."""

from policygraph.expression import expression
from policygraph.text.numerals import DIGITS, in_chinese, to_int

Label = tuple[tuple[str, int], ...]  # (("chapter", 2), ("section", 1)): 第二章第一节

LEVELS = {"编": "part", "章": "chapter", "节": "section"}
_N = rf"[{DIGITS}十百\d]{{1,6}}"
DIVISION = rf"第{_N}(?:编(?:的?第{_N}章)?(?:的?第{_N}节)?|章(?:的?第{_N}节)?|节)"
DIVISION_LABEL = expression(DIVISION)
_ONE = expression(rf"第({_N})([编章节])")
_RANGE = expression("[至到]")
_MOST = 50  # divisions that a range may name


def label_of_one(printed: str) -> Label:
    """Read the label of one division: 第二章第一节."""
    return tuple(
        (LEVELS[unit], number)
        for digits, unit in _ONE.findall(printed)
        if (number := to_int(digits)) is not None
    )


def labels_in(printed: str) -> list[Label]:
    """Read several: 第三章、第四章 and 第三章至第五章; a section alone is of the chapter before."""
    found: list[Label] = []
    at = 0
    for match in DIVISION_LABEL.finditer(printed):
        label = label_of_one(match.group())
        if found and label[0][0] == "section" and found[-1][-1][0] == "section":
            label = found[-1][:-1] + label
        between = _RANGE.fullmatch(printed, at, match.start())
        if found and between and label[:-1] == found[-1][:-1]:
            (style, last), first = label[-1], found[-1][-1][1] + 1
            found += [(*label[:-1], (style, one)) for one in range(first, min(last, first + _MOST))]
        found.append(label)
        at = match.end()
    return found


def printed_of(label: Label) -> str:
    """Write a label as laws print it."""
    units = {style: unit for unit, style in LEVELS.items()}
    return "".join(f"第{in_chinese(number)}{units[style]}" for style, number in label)

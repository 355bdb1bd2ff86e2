"""A value as the text of a spreadsheet cell.

A cell that a spreadsheet would take for a formula begins with ``'`` (OWASP, CSV injection;
CWE-1236), and so does one that begins with ``'`` itself: take one ``'`` off the front of a
cell that has it and you have the value. Full-width ``＝＋－＠`` count too: East Asian editions
read them as the half-width ones.
"""

import re
from decimal import Decimal
from enum import StrEnum

from policygraph.export.characters import legible
from policygraph.export.lookup import Concept
from policygraph.expression import expression

Value = str | int | float | Concept | tuple[str, ...] | None

_FORMULA = expression(r"'|[\t\r\n]|\s*[=+\-@＝＋－＠]")
# What a spreadsheet would turn into a number or a date: 3/7, (1), 1., 3月7日, 007.
_NUMERIC = expression(r"(?=\D*\d)[\d\s.,:/%()．，：／％（）eE年月日时点分秒－-]+")
# ... except where nothing is lost by that: whole numbers and ISO dates.
_HARMLESS = expression(r"0|[1-9]\d{0,14}|\d{4}-\d\d-\d\d", re.ASCII)


class Header(StrEnum):
    """For whom a table is written.

    ``zh``: people with a spreadsheet: Chinese headers, labels and 是/否; text that would be
    taken for a number or a date (3/7) is marked as text by a leading ``'``.
    ``en``: programs: stable names, codes and true/false; only formulas are marked.
    """

    ZH = "zh"
    EN = "en"


def cell(value: Value, header: Header) -> str:
    """Give the text of a cell; several values are joined by ``；`` for people, ``|`` else."""
    people = header is Header.ZH
    match value:
        case None:
            return ""
        case bool():
            return ("否", "是")[value] if people else str(value).lower()
        case int() | float():
            return format(Decimal(str(value)), "f")  # never 1e-05
        case Concept():
            return as_text(value.label if people else value.code, people=people)
        case tuple():
            return as_text(("；" if people else "|").join(value), people=people)
        case str():
            return as_text(value, people=people)


def as_text(value: str, *, people: bool) -> str:
    """Give text so that a spreadsheet takes it for nothing else; ``people`` as in ``Header.ZH``."""
    clean = legible(value)
    if _FORMULA.match(clean) or (people and _is_converted(clean)):
        return "'" + clean
    return clean


def _is_converted(value: str) -> bool:
    return bool(_NUMERIC.fullmatch(value)) and not _HARMLESS.fullmatch(value)

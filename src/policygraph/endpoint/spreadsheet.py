"""Answer -> CSV that a spreadsheet opens as it stands (RFC 4180, with a byte order mark).

Without the mark Excel reads UTF-8 as the code page of the system. A text that it would take for
a formula (OWASP, CSV injection), or turn into a number or a date (the clause path 3/7), begins
with ``'``, as a person would type it; so does one that begins with ``'`` itself.
"""

import codecs
import csv
import re
from typing import BinaryIO

from policygraph.query.answer import Answer, Plain, shown

_FORMULA = re.compile(r"'|[\t\r\n]|\s*[=+\-@＝＋－＠]")
_NUMERIC = re.compile(r"(?=\D*\d)[\d\s.,:/%()．，：／％（）eE年月日时分秒－-]+")
_HARMLESS = re.compile(r"0|[1-9]\d{0,14}|\d{4}-\d\d-\d\d", re.ASCII)
_BOOLEANS = {"zh": ("否", "是"), "en": ("no", "yes")}


def write_csv(answer: Answer, sink: BinaryIO, language: str) -> None:
    """Write an answer with headings in ``zh`` or ``en``, and 是 and 否 for booleans in ``zh``."""
    writer = csv.writer(codecs.getwriter("utf-8-sig")(sink, "replace"), lineterminator="\r\n")
    writer.writerow(column.label(language) for column in answer.columns)
    for row in answer.values():
        writer.writerow(_cell(value, language) for value in row)


def _cell(value: Plain, language: str) -> str:
    if isinstance(value, bool):
        return _BOOLEANS[language][value]
    if not isinstance(value, str):
        return shown(value)
    converted = _NUMERIC.fullmatch(value) and not _HARMLESS.fullmatch(value)
    return "'" + value if converted or _FORMULA.match(value) else value

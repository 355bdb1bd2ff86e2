"""Answer -> CSV that a spreadsheet opens as it stands (RFC 4180, with a byte order mark).

Without the mark Excel reads UTF-8 as the code page of the system.
"""

import codecs
import csv
from typing import BinaryIO

from policygraph.export.cells import as_text
from policygraph.query.answer import Answer, Plain, for_people

_BOOLEANS = {"zh": ("否", "是"), "en": ("no", "yes")}


def write_csv(answer: Answer, sink: BinaryIO, language: str) -> None:
    """Write an answer with headings in ``zh`` or ``en``, and 是 and 否 for booleans in ``zh``."""
    writer = csv.writer(codecs.getwriter("utf-8-sig")(sink, "replace"), lineterminator="\r\n")
    writer.writerow(column.label(language) for column in answer.columns)
    for row in answer.values():
        cells = zip(row, answer.columns, strict=True)
        writer.writerow(_cell(value, column.name, language) for value, column in cells)


def _cell(value: Plain, column: str, language: str) -> str:
    if isinstance(value, bool):
        return _BOOLEANS[language][value]
    text = for_people(value, column, language)
    return as_text(text, people=True) if isinstance(value, str) else text

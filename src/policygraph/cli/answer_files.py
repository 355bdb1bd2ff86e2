"""An answer of ``policygraph query`` in a file: workbook, Word document, CSV, JSON."""

import json
from pathlib import Path
from tempfile import gettempdir
from typing import BinaryIO

from policygraph.cli.console import UsageError, out
from policygraph.endpoint.workers.spreadsheet import write_csv
from policygraph.export.output import new_file
from policygraph.query.answer import Answer, to_json
from policygraph.query.question import Question
from policygraph.query.untitled import titled
from policygraph.show.printable import printable

_WRITERS = (".xlsx", ".docx", ".csv", ".json")
_WRITTEN = {"zh": "{target}：{rows} 行", "en": "{target}: {rows} rows"}


def check_target(target: Path | None, asks: str | None) -> None:
    """Say that an answer cannot be written there before it is asked for.

    Raises:
        UsageError: nothing is asked, or the name has an ending that is not written.
    """
    if target is None:
        return
    if asks is None:
        raise UsageError(
            zh="写入文件须先提问；请写明问题名称或 --sparql",
            en="there is no answer to write; name a question, or give --sparql",
            option="--out",
        )
    if target.suffix.lower() not in _WRITERS:
        raise UsageError(
            zh=f"文件 {target} 的扩展名不可用；请用 .xlsx、.docx、.csv 或 .json",
            en=f"{target}: name a file that ends in .xlsx, .docx, .csv or .json",
            option="--out",
        )


def write_file(
    answer: Answer, told: Question | str, values: dict[str, str], target: Path, language: str
) -> None:
    """Write an answer into a file, whole or not at all; its ending tells the format.

    Args:
        answer: the answer.
        told: the question, or the query of one's own.
        values: the values that were given, by the names of parameters.
        target: the file.
        language: ``zh`` or ``en``.
    """
    with new_file(target) as stream:
        match target.suffix.lower():
            case ".xlsx" | ".docx" as ending:
                _write_for_office(answer, told, values, stream, language, ending)
            case ".csv":
                write_csv(titled(answer), stream, language)
            case _:
                data = json.dumps(to_json(answer), ensure_ascii=False, indent=1)
                stream.write(data.encode("utf-8", "replace"))
    out.print(printable(_WRITTEN[language].format(target=target, rows=len(answer.rows))))


def _write_for_office(
    answer: Answer,
    told: Question | str,
    values: dict[str, str],
    stream: BinaryIO,
    language: str,
    ending: str,
) -> None:
    # no other answer needs the libraries that write workbooks and Word documents
    from policygraph.export.answer_document import write_document  # noqa: PLC0415
    from policygraph.export.answer_rows import asked  # noqa: PLC0415
    from policygraph.export.answer_workbook import write_workbook  # noqa: PLC0415

    said = [("SPARQL", told)] if isinstance(told, str) else asked(told, values, language)
    if ending == ".docx":
        write_document(titled(answer), said, stream, language)
    else:
        write_workbook(titled(answer), said, stream, Path(gettempdir()), language)

"""The tasks of a document in one of their forms: runs inside a worker."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir

from policygraph.endpoint.http.negotiate import CSV, DOCX, HTML, XLSX, Format
from policygraph.endpoint.workers.sink import BoundedSink
from policygraph.export.task_table import to_csv, to_json, write_task_word, write_task_workbook
from policygraph.on_demand.document_tasks import document_tasks
from policygraph.query.named import unknown_unit
from policygraph.rdf.dataset.folder import Dataset
from policygraph.show.paper import Surroundings
from policygraph.show.tasks_page import tasks_page


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        policy: IRI of the document.
        unit: name of the one unit whose tasks are wanted; empty: those of all.
        by_unit: unit by unit, and not task by task.
        as_of: ISO day to which units are followed.
        form: HTML, DOCX, XLSX, CSV or PLAIN_JSON.
        language: ``zh`` or ``en``: of the page, not of the document.
        around: what stands around the page; its units are filled in here.
    """

    policy: str
    unit: str
    by_unit: bool
    as_of: str
    form: Format
    language: str
    around: Surroundings


def tasks(dataset: Dataset, wanted: Wanted, max_bytes: int) -> bytes:
    """List the tasks and write them.

    Raises:
        QueryError: the dataset has no such document, or the document no tasks of such a unit.
        QueryTooLarge: the answer has too many bytes.
    """
    whole = document_tasks(dataset, wanted.policy, wanted.as_of)
    ledger = whole.of_unit(wanted.unit) if wanted.unit else whole
    if wanted.unit and not ledger.entries:
        raise unknown_unit(wanted.unit, whole.names())
    language, by_unit = wanted.language, wanted.by_unit
    sink = BoundedSink(max_bytes)
    if wanted.form == HTML:
        units = tuple(dict.fromkeys(unit.name for _, unit, _ in whole.units()))
        around = replace(wanted.around, units=units)
        page = tasks_page(ledger, language, by_unit=by_unit, around=around)
        sink.write(page.encode("utf-8", "replace"))
    elif wanted.form == DOCX:
        write_task_word(ledger, sink, language, by_unit=by_unit)
    elif wanted.form == XLSX:
        write_task_workbook(ledger, sink, Path(gettempdir()), language)
    elif wanted.form == CSV:
        mark = "\ufeff" if language == "zh" else ""
        sink.write((mark + to_csv(ledger, language, by_unit=by_unit)).encode("utf-8", "replace"))
    else:
        data = json.dumps(to_json(ledger, language), ensure_ascii=False)
        sink.write(data.encode("utf-8", "replace"))
    return sink.getvalue()

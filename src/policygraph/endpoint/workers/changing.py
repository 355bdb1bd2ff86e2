"""A document after what others change in it, in one of its forms: runs inside a worker."""

import json
from dataclasses import dataclass

from policygraph.endpoint.http.negotiate import DOCX, HTML, PLAIN_TEXT, Format
from policygraph.endpoint.workers.sink import BoundedSink
from policygraph.export.consolidated import to_json, write_comparison
from policygraph.on_demand.changed_document import changed_document
from policygraph.rdf.dataset.folder import Dataset
from policygraph.show.consolidated_page import consolidated_page
from policygraph.show.paper import Surroundings


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        policy: IRI of the document.
        as_of: ISO day; None: all changes.
        form: HTML, DOCX, PLAIN_JSON or PLAIN_TEXT.
        language: ``zh`` or ``en``: of the page, not of the document.
        around: what stands around the page.
    """

    policy: str
    as_of: str | None
    form: Format
    language: str
    around: Surroundings


def changed(dataset: Dataset, wanted: Wanted, max_bytes: int) -> bytes:
    """Carry out the changes and write what they leave.

    Raises:
        QueryError: the dataset has no such document, or not its text.
        QueryTooLarge: the answer has too many bytes.
    """
    as_of, language = wanted.as_of, wanted.language
    result = changed_document(dataset, wanted.policy, as_of)
    sink = BoundedSink(max_bytes)
    if wanted.form == HTML:
        page = consolidated_page(result, as_of, language, wanted.around)
        sink.write(page.encode("utf-8", "replace"))
    elif wanted.form == DOCX:
        write_comparison(result, as_of, sink, language)
    elif wanted.form == PLAIN_TEXT:
        sink.write(result.text.encode("utf-8", "replace"))
    else:
        data = json.dumps(to_json(result, as_of), ensure_ascii=False)
        sink.write(data.encode("utf-8", "replace"))
    return sink.getvalue()

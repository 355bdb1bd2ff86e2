"""/findings: what a build did not understand and what checks found, as a page, CSV or JSON."""

import json
from typing import Annotated, Literal

import pyoxigraph as ox
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import CSV, HTML, PLAIN_JSON, Format, choose
from policygraph.endpoint.pages import render
from policygraph.endpoint.service import Snapshot, snapshot_of
from policygraph.endpoint.view.issues import Wanted, tallies
from policygraph.endpoint.view.links import is_web
from policygraph.endpoint.view.located import as_answer, located
from policygraph.endpoint.view.paging import Paging
from policygraph.endpoint.workers.sink import BoundedSink
from policygraph.endpoint.workers.spreadsheet import write_csv
from policygraph.model.code import Severity
from policygraph.query.answer import to_json

router = APIRouter()

PER_PAGE = 50
_OFFERED = (HTML, CSV, PLAIN_JSON)


@router.api_route("/findings", methods=["GET", "HEAD"], name="findings")
def get_findings(
    request: Request,
    *,
    code: Annotated[str, Query(max_length=100)] = "",
    severity: Literal["", "error", "warning", "info"] = "",
    document: Annotated[str, Query(max_length=4000)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """List what was not read, resolved or accepted, the worst first, each with its place.

    ``code`` is a code or the beginning of several (``mark``), ``document`` the IRI of a document
    or words of its title, its number or the name of its file. CSV and JSON hold all pages.
    """
    wanted = Wanted(code, Severity(severity) if severity else None, document)
    chosen = choose(_OFFERED, request.headers.get("accept"), request.query_params.get("format"))
    snapshot = snapshot_of(request)
    if chosen is not HTML:
        return _file(request, snapshot, wanted, chosen)
    issues = snapshot.issues
    found = issues.select(wanted)
    paging = Paging(page, PER_PAGE, len(found))
    cells = snapshot.cells(language_of(request).code)
    only = _document(snapshot, document)
    return render(
        request,
        "findings.html",
        wanted=wanted,
        tallies=tallies(issues.select(Wanted("", wanted.severity, document))),
        severities=tuple(Severity),
        issues=located(found[paging.first : paging.last], cells),
        document=cells.of(only) if only else None,
        paging=paging,
        built=issues.built,
        checked=len(issues.all) - issues.built,
        checked_on=issues.checked_on,
    )


def _document(snapshot: Snapshot, given: str) -> ox.NamedNode | None:
    """Give the document whose IRI was given; None where words were."""
    try:
        node = ox.NamedNode(given)
    except ValueError:
        return None
    return node if is_web(given) and snapshot.reader.knows(node) else None


def _file(request: Request, snapshot: Snapshot, wanted: Wanted, chosen: Format) -> Response:
    language = language_of(request).code
    rows = located(snapshot.issues.select(wanted), snapshot.cells(language))
    answer = as_answer(rows, language)
    sink = BoundedSink(snapshot.settings.max_answer_bytes)
    headers = {"Content-Type": chosen.content_type, "Vary": "Accept, Accept-Language"}
    if chosen is CSV:
        write_csv(answer, sink, language)
        headers["Content-Disposition"] = 'attachment; filename="findings.csv"'
    else:
        sink.write(json.dumps(to_json(answer), ensure_ascii=False).encode("utf-8", "replace"))
    return Response(sink.getvalue(), headers=headers)

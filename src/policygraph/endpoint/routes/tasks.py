"""/tasks: what a document sets to be done, by whom, until when (任务分解表)."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.alone import answered, day_of, looking_up, with_language
from policygraph.endpoint.http.exceptions import RequestError
from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import CSV, DOCX, HTML, PLAIN_JSON, XLSX, Format, choose
from policygraph.endpoint.service import Snapshot, snapshot_of
from policygraph.endpoint.view.links import node_of, page_of
from policygraph.endpoint.workers.listing import Wanted, tasks
from policygraph.show.paper import Surroundings

router = APIRouter()

_OFFERED = (HTML, DOCX, XLSX, CSV, PLAIN_JSON)
_MAX_IRI = 4000  # characters
_NAMES = {
    "zh": {DOCX: "Word 文档", XLSX: "Excel 工作簿", CSV: "CSV", PLAIN_JSON: "JSON"},
    "en": {DOCX: "Word", XLSX: "Excel", CSV: "CSV", PLAIN_JSON: "JSON"},
}


@router.api_route("/tasks", methods=["GET", "HEAD"], name="tasks")
def get_tasks(
    request: Request,
    iri: Annotated[str, Query(max_length=_MAX_IRI)],
    unit: Annotated[str, Query(max_length=200)] = "",
    by: Annotated[str, Query(max_length=10)] = "task",
    day: Annotated[str, Query(alias="asOf", max_length=20)] = "",
) -> Response:
    """List the tasks of the document with this IRI, of one unit or of all."""
    chosen = choose(_OFFERED, request.headers.get("accept"), request.query_params.get("format"))
    snapshot, language = snapshot_of(request), language_of(request)
    policy, unit = node_of("iri", iri).value, unit.strip()
    as_of = day_of(day) or date.today().isoformat()
    asked = {"iri": policy, "unit": unit, "by": _order(by), "asOf": day, "lang": language.code}
    around = _around(snapshot, asked)
    wanted = Wanted(policy, unit, by == "unit", as_of, chosen, language.code, around)
    with looking_up():
        body = snapshot.pool.run(tasks, wanted, snapshot.settings.max_answer_bytes)
    return answered(body, chosen, language, "tasks")


def _order(by: str) -> str:
    if by not in ("task", "unit"):
        raise RequestError(
            zh=f"参数 by 的值“{by}”不可用；请用 task 或 unit",
            en=f"by: {by!r} is not known; give task or unit",
        )
    return by


def _around(snapshot: Snapshot, asked: dict[str, str]) -> Surroundings:
    def path(form: Format) -> str:
        given = {**asked, "format": form.name}
        return "/tasks?" + urlencode({name: value for name, value in given.items() if value})

    back = page_of(asked["iri"], snapshot.reader.base) or "/"
    language = asked["lang"]
    files = tuple((name, path(form)) for form, name in _NAMES[language].items())
    return Surroundings(with_language(back, language), asked["iri"], files)

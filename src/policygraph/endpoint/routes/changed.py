"""/changed: a document as it reads after what other documents of the dataset change in it."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.alone import answered, day_of, looking_up, with_language
from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import DOCX, HTML, PLAIN_JSON, PLAIN_TEXT, Format, choose
from policygraph.endpoint.service import Snapshot, snapshot_of
from policygraph.endpoint.view.links import node_of, page_of
from policygraph.endpoint.workers.changing import Wanted, changed
from policygraph.show.paper import Surroundings

router = APIRouter()

_OFFERED = (HTML, DOCX, PLAIN_JSON, PLAIN_TEXT)
_MAX_IRI = 4000  # characters
_NAMES = {
    "zh": {DOCX: "修改对照表（Word）", PLAIN_TEXT: "全文", PLAIN_JSON: "JSON"},
    "en": {DOCX: "Table of old and new (Word)", PLAIN_TEXT: "Text", PLAIN_JSON: "JSON"},
}


@router.api_route("/changed", methods=["GET", "HEAD"], name="changed")
def get_changed(
    request: Request,
    iri: Annotated[str, Query(max_length=_MAX_IRI)],
    day: Annotated[str, Query(alias="asOf", max_length=20)] = "",
) -> Response:
    """Carry out what documents change in the one with this IRI, as of a day or all of it."""
    chosen = choose(_OFFERED, request.headers.get("accept"), request.query_params.get("format"))
    snapshot, language = snapshot_of(request), language_of(request)
    policy = node_of("iri", iri).value
    around = _around(snapshot, policy, day, language.code)
    wanted = Wanted(policy, day_of(day), chosen, language.code, around)
    with looking_up():
        body = snapshot.pool.run(changed, wanted, snapshot.settings.max_answer_bytes)
    return answered(body, chosen, language, "changed")


def _around(snapshot: Snapshot, policy: str, day: str, language: str) -> Surroundings:
    def path(form: Format) -> str:
        given = {"iri": policy, "asOf": day, "format": form.name, "lang": language}
        return "/changed?" + urlencode({name: value for name, value in given.items() if value})

    back = page_of(policy, snapshot.reader.base) or "/"
    files = tuple((name, path(form)) for form, name in _NAMES[language].items())
    return Surroundings(with_language(back, language), policy, files)

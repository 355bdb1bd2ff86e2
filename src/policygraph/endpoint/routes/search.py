"""/search: clauses and documents that hold words, as a page or as JSON."""

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import HTML, PLAIN_JSON, choose
from policygraph.endpoint.pages import render
from policygraph.endpoint.service import snapshot_of
from policygraph.endpoint.view.found import PER_PAGE, Filters, found_page
from policygraph.endpoint.view.links import node_of
from policygraph.endpoint.workers.searching import Found, search_words
from policygraph.search.folding import words_of
from policygraph.search.json_form import result_as_json
from policygraph.search.query import Query as Wanted

router = APIRouter()

_OFFERED = (HTML, PLAIN_JSON)
_MAX_WORDS = 200  # characters
_MAX_VALUE = 100  # of a filter
_MAX_IRI = 4000

Filter = Annotated[str, Query(max_length=_MAX_VALUE)]


@router.api_route("/search", methods=["GET", "HEAD"], name="search")
def get_search(  # noqa: PLR0913 - the parameters of a page are those of its function
    request: Request,
    *,
    q: Annotated[str, Query(max_length=_MAX_WORDS)] = "",
    kind: Filter = "",
    place: Filter = "",
    year: Filter = "",
    force: Literal["", "yes", "no", "unknown"] = "",
    document: Annotated[str, Query(max_length=_MAX_IRI)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = PER_PAGE,
) -> Response:
    """Find the words ``q`` in texts, headings, titles, document numbers and names of units.

    All words, told apart by blanks, must be there. ``kind`` is a kind of document (通知),
    ``place`` a code of GB/T 2260, ``year`` that of the document's date, ``force`` whether it is
    in force today, ``document`` an IRI.
    """
    only = node_of("document", document) if document else None
    query = Wanted(
        words=words_of(q),
        kind=kind or None,
        place=place or None,
        year=year or None,
        documents=frozenset({only.value}) if only else None,
        first=(page - 1) * size,
        limit=size,
    )
    chosen = choose(_OFFERED, request.headers.get("accept"), request.query_params.get("format"))
    snapshot = snapshot_of(request)
    found = snapshot.pool.run(search_words, query, force)
    if chosen is PLAIN_JSON:
        return _as_json(found, q, page, size)
    filters = Filters(kind, place, year, force, only)
    shown = found_page(found, snapshot.cells(language_of(request).code), filters, page, size)
    return render(request, "search.html", q=q, words=query.words, found=shown, filters=filters)


def _as_json(found: Found, typed: str, page: int, size: int) -> Response:
    data: dict[str, Any] = result_as_json(found.result)
    for hit in data["hits"]:
        hit["document"]["inForce"] = found.in_force.get(hit["document"]["iri"], "unknown")
    whole = {"query": typed, "page": page, "size": size, **data}
    body = json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, headers={"Content-Type": PLAIN_JSON.content_type, "Vary": "Accept"})

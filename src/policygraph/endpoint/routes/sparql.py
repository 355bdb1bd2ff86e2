"""/sparql: the query operation of the SPARQL 1.1 Protocol, and what stands there without a query.

Section numbers are those of https://www.w3.org/TR/sparql11-protocol/.
"""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.exceptions import RequestTooLarge
from policygraph.endpoint.http.negotiate import HTML, RDF_FORMATS, RESULT_FORMATS, choose
from policygraph.endpoint.http.protocol import QueryRequest, read_get, read_post
from policygraph.endpoint.http.rdf import rdf_response
from policygraph.endpoint.pages import wants_page
from policygraph.endpoint.routes.description import describe_service
from policygraph.endpoint.routes.sparql_page import PAGE_ACCEPTS, sparql_page
from policygraph.endpoint.service import service_of, snapshot_of
from policygraph.endpoint.workers.answers import answer_query
from policygraph.errors import PolicyGraphError

router = APIRouter()

_EVERYTHING = (*RESULT_FORMATS, *RDF_FORMATS, HTML)


@router.api_route("/sparql", methods=["GET", "HEAD"], name="sparql")
@router.api_route("/sparql/", methods=["GET", "HEAD"], include_in_schema=False)
def get_sparql(request: Request) -> Response:
    """Query by GET (section 2.1.1); without a query the service describes itself."""
    try:
        return _answer_get(request)
    except PolicyGraphError as error:
        if not wants_page(request):
            raise
        return sparql_page(request, request.query_params.get("query"), error=error)


def _answer_get(request: Request) -> Response:
    query_string: bytes = request.scope["query_string"]
    if len(query_string) > service_of(request).settings.max_query_bytes:
        raise _too_large(request)
    query = read_get(query_string)
    return _without_query(request) if query is None else _answer(request, query)


async def bounded_body(request: Request) -> bytes:
    """Read the body of a request, as far as the settings let it be.

    Raises:
        RequestTooLarge: it is longer.
    """
    limit = service_of(request).settings.max_query_bytes
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise _too_large(request)
    return bytes(body)


@router.post("/sparql", name="sparql-post")
@router.post("/sparql/", include_in_schema=False)
def post_sparql(request: Request, body: Annotated[bytes, Depends(bounded_body)]) -> Response:
    """Query by POST, as a form or directly (sections 2.1.2 and 2.1.3)."""
    query = read_post(request.scope["query_string"], request.headers.get("content-type"), body)
    return _answer(request, query)


def _answer(request: Request, query: QueryRequest) -> Response:
    """Run a query; which kind of answer it has is only known after it ran."""
    accept = request.headers.get("accept")
    query = replace(query, base=_endpoint(request))
    as_page = choose(_EVERYTHING, accept, query.format) is HTML
    if as_page:
        query, accept = replace(query, format=None), PAGE_ACCEPTS
    snapshot = snapshot_of(request)
    limit = snapshot.settings.max_answer_bytes
    answer = snapshot.pool.run_query(answer_query, query, accept, limit)
    if as_page:
        return sparql_page(request, query.query, answer)
    headers = {"Content-Type": answer.format.content_type, "Vary": "Accept"}
    return Response(answer.body, headers=headers)


def _without_query(request: Request) -> Response:
    """Answer GET without a query: a form for people, else SD (Service Description 1.1, 2)."""
    chosen = choose(
        (*RDF_FORMATS, HTML), request.headers.get("accept"), request.query_params.get("format")
    )
    if chosen is HTML:
        return sparql_page(request)
    triples = describe_service(snapshot_of(request).dataset.manifest, _endpoint(request))
    return rdf_response(triples, chosen)


def _endpoint(request: Request) -> str:
    """Give the address of the endpoint, as it was asked."""
    return str(request.url.replace(query="", fragment="")).rstrip("/")


def _too_large(request: Request) -> RequestTooLarge:
    limit = service_of(request).settings.max_query_bytes
    return RequestTooLarge(
        zh=f"请求超过 {limit} 字节；请缩短",
        en=f"the request is longer than {limit} bytes; shorten it",
    )

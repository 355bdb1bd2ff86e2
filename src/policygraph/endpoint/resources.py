"""Pages about one thing: /id/..., /ontology/... (IRIs of ours), /resource?iri=, /policy?iri=."""

from typing import Annotated

import pyoxigraph as ox
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.exceptions import NothingHere, RequestError
from policygraph.endpoint.language import language_of
from policygraph.endpoint.links import iri_of_path
from policygraph.endpoint.negotiate import HTML, RDF_FORMATS, Format, choose
from policygraph.endpoint.pages import path_as_sent, render
from policygraph.endpoint.portrait import incoming_page, portrait_of
from policygraph.endpoint.rdf import rdf_response
from policygraph.endpoint.service import snapshot_of
from policygraph.errors import QueryTooLarge
from policygraph.rdf import vocabulary as v

router = APIRouter()

_MAX_IRI = 4000  # characters
_MAX_TRIPLES = 100_000
_OFFERED = (HTML, *RDF_FORMATS)
_PREFIX = "/id/"


Via = Annotated[str | None, Query(max_length=_MAX_IRI)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]


@router.api_route("/id/{path:path}", methods=["GET", "HEAD"], name="id")
def get_own(request: Request, path: str, via: Via = None, page: Page = 1) -> Response:
    """Give the thing whose IRI is the dataset's base and ``path``, as a page or as RDF."""
    base = snapshot_of(request).reader.base
    try:
        iri = iri_of_path(path_as_sent(request).partition(_PREFIX)[2], base)
    except ValueError as error:
        raise RequestError(
            zh=f"路径 {path} 不是 UTF-8 编码；请用 UTF-8 编码",
            en=f"{path}: the path is not UTF-8; encode it in UTF-8",
        ) from error
    return _thing(request, iri, via, page)


@router.api_route("/ontology/{name}", methods=["GET", "HEAD"], name="term")
def get_term(request: Request, name: str, via: Via = None, page: Page = 1) -> Response:
    """Give the term of the ontology with this name, as a page or as RDF."""
    return _thing(request, v.PG + name, via, page)


@router.api_route("/resource", methods=["GET", "HEAD"], name="resource")
@router.api_route("/policy", methods=["GET", "HEAD"], name="policy")
def get_any(
    request: Request,
    iri: Annotated[str, Query(max_length=_MAX_IRI)],
    via: Via = None,
    page: Page = 1,
) -> Response:
    """Give the thing with this IRI, as a page or as RDF."""
    return _thing(request, iri, via, page)


def _thing(request: Request, iri: str, via: str | None, page: int) -> Response:
    reader = snapshot_of(request).reader
    node = _node("iri", iri)
    if not reader.knows(node):
        raise NothingHere(
            zh=f"数据集中没有 {iri}；请核对网址，或从首页查找",
            en=f"{iri}: the dataset does not mention this IRI; check it, or look it up from the"
            " start page",
        )
    wanted = request.query_params.get("format")
    chosen = choose(_OFFERED, request.headers.get("accept"), wanted)
    if chosen is not HTML:
        return _rdf(request, node, chosen)
    cells = snapshot_of(request).cells(language_of(request).code)
    if via is None:
        portrait = portrait_of(cells, node)
        return render(request, "resource.html", thing=portrait, formats=RDF_FORMATS)
    listing = incoming_page(cells, node, _node("via", via), page)
    return render(request, "incoming.html", thing=cells.of(node), listing=listing)


def _rdf(request: Request, node: ox.NamedNode, chosen: Format) -> Response:
    triples, more = snapshot_of(request).reader.outgoing(node, _MAX_TRIPLES)
    if more:
        raise QueryTooLarge(
            zh=f"关于 {node.value} 的陈述超过 {_MAX_TRIPLES} 条；请用 SPARQL 查询",
            en=f"{node.value}: more than {_MAX_TRIPLES} statements; ask for them by SPARQL",
        )
    return rdf_response(triples, chosen)


def _node(parameter: str, iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise RequestError(
            zh=f"参数 {parameter} 的值“{iri}”不是完整的 IRI（{error}）；请改正",
            en=f"{parameter}: {iri!r} is not an absolute IRI ({error}); correct it",
        ) from error

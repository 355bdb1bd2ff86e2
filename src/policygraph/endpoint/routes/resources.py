"""Pages about one thing: /id/..., /ontology/... (IRIs of ours), /resource?iri=, /policy?iri=."""

from dataclasses import dataclass
from typing import Annotated

import pyoxigraph as ox
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.exceptions import NothingHere, RequestError
from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import HTML, RDF_FORMATS, Format, choose
from policygraph.endpoint.http.rdf import rdf_response
from policygraph.endpoint.pages import path_as_sent, render
from policygraph.endpoint.service import Snapshot, snapshot_of, standings_shown
from policygraph.endpoint.view.answer_table import answer_table
from policygraph.endpoint.view.cells import Cells
from policygraph.endpoint.view.inquiries import UNTOLD, inquiries_of
from policygraph.endpoint.view.lineage import has_former, lineage_of
from policygraph.endpoint.view.links import iri_of_path, node_of
from policygraph.endpoint.view.passage import Sought
from policygraph.endpoint.view.portrait import incoming_page, portrait_of
from policygraph.endpoint.view.tables import Table
from policygraph.endpoint.workers.asking import first_rows
from policygraph.endpoint.workers.standing import Standing
from policygraph.errors import DatasetError, PolicyGraphError, QueryTooLarge
from policygraph.model.reform import EVIDENCE_WORDS
from policygraph.model.source import Span
from policygraph.query.inquiries import Inquiry
from policygraph.query.wording import REASONS, UNKNOWN_FORCE
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.changed import is_changed

router = APIRouter()

_MAX_IRI = 4000  # characters
_MAX_TRIPLES = 100_000
_MAX_ANSWERED = 30  # rows of the answer on the page about a thing
_OFFERED = (HTML, *RDF_FORMATS)
_PREFIX = "/id/"


Via = Annotated[str | None, Query(max_length=_MAX_IRI)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]


def sought_characters(
    source: Annotated[str, Query(pattern="^([0-9a-f]{64})?$")] = "",
    char: Annotated[str, Query(pattern="^([0-9]{1,9},[0-9]{1,9})?$")] = "",
) -> Sought | None:
    """Read which characters of which source to mark: ``char=START,END`` as in RFC 5147."""
    if not source or not char:
        return None
    start, _, end = char.partition(",")
    return Sought(source, Span(int(start), int(end)))


At = Annotated[Sought | None, Depends(sought_characters)]


@router.api_route("/id/{path:path}", methods=["GET", "HEAD"], name="id")
def get_own(request: Request, path: str, at: At, via: Via = None, page: Page = 1) -> Response:
    """Give the thing whose IRI is the dataset's base and ``path``, as a page or as RDF."""
    base = snapshot_of(request).reader.base
    try:
        iri = iri_of_path(path_as_sent(request).partition(_PREFIX)[2], base)
    except ValueError as error:
        raise RequestError(
            zh=f"路径 {path} 不是 UTF-8 编码；请用 UTF-8 编码",
            en=f"{path}: the path is not UTF-8; encode it in UTF-8",
        ) from error
    return _thing(request, iri, via, page, at)


@router.api_route("/ontology/{name}", methods=["GET", "HEAD"], name="term")
def get_term(request: Request, name: str, via: Via = None, page: Page = 1) -> Response:
    """Give the term of the ontology with this name, as a page or as RDF."""
    return _thing(request, v.PG + name, via, page)


@router.api_route("/resource", methods=["GET", "HEAD"], name="resource")
@router.api_route("/policy", methods=["GET", "HEAD"], name="policy")
def get_any(
    request: Request,
    iri: Annotated[str, Query(max_length=_MAX_IRI)],
    at: At,
    via: Via = None,
    page: Page = 1,
) -> Response:
    """Give the thing with this IRI, as a page or as RDF."""
    return _thing(request, iri, via, page, at)


def _thing(
    request: Request, iri: str, via: str | None, page: int, sought: Sought | None = None
) -> Response:
    snapshot = snapshot_of(request)
    node = node_of("iri", iri)
    if not snapshot.reader.knows(node):
        raise NothingHere(
            zh=f"数据集中没有 {iri}；请核对网址，或从首页查找",
            en=f"{iri}: the dataset does not mention this IRI; check it, or look it up from the"
            " start page",
        )
    wanted = request.query_params.get("format")
    chosen = choose(_OFFERED, request.headers.get("accept"), wanted)
    if chosen is not HTML:
        return _rdf(request, node, chosen)
    language = language_of(request).code
    cells = snapshot.cells(language)
    if via is None:
        lineage = lineage_of(cells, node) if _is_agency(snapshot, node) else ()
        asked = inquiries_of(snapshot.reader, node, has_former=has_former(lineage, node))
        return render(
            request,
            "resource.html",
            thing=portrait_of(cells, node, sought),
            answered=_answered(snapshot, asked.answered, cells, language),
            inquiries=asked.others,
            lineage=lineage,
            evidence=EVIDENCE_WORDS,
            sought=sought,
            findings=_count_findings(snapshot, node),
            changed=is_changed(snapshot.dataset, node.value),
            standing=_standing(snapshot, node),
            reasons=REASONS,
            unknown_force=UNKNOWN_FORCE,
            formats=RDF_FORMATS,
        )
    listing = incoming_page(cells, node, node_of("via", via), page)
    return render(request, "incoming.html", thing=cells.of(node), listing=listing)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A question about the thing with the first rows of its answer."""

    inquiry: Inquiry
    table: Table
    count: int


def _answered(
    snapshot: Snapshot, inquiry: Inquiry | None, cells: Cells, language: str
) -> _Answered | None:
    """Answer the question of the page; the page is shown also where nobody is free to say."""
    if inquiry is None:
        return None
    try:
        found = snapshot.pool.run(
            first_rows, inquiry.question, inquiry.values, language, _MAX_ANSWERED
        )
    except PolicyGraphError:
        return None
    table = answer_table(found, cells, language, UNTOLD)
    return _Answered(inquiry, table, found.count) if found.count else None


def _is_agency(snapshot: Snapshot, node: ox.NamedNode) -> bool:
    return v.AGENCY in snapshot.reader.types(node)


def _standing(snapshot: Snapshot, node: ox.NamedNode) -> Standing | None:
    """Give whether a document is in force today; None for what is none."""
    if not snapshot.reader.types(node) & {v.POLICY, v.DRAFT_POLICY}:
        return None
    return standings_shown(snapshot, [node.value]).get(node.value)


def _count_findings(snapshot: Snapshot, node: ox.NamedNode) -> int:
    """Count the findings of a document; a dataset without that file still has its pages."""
    try:
        return snapshot.issues.count(node.value)
    except DatasetError:
        return 0


def _rdf(request: Request, node: ox.NamedNode, chosen: Format) -> Response:
    triples, more = snapshot_of(request).reader.outgoing(node, _MAX_TRIPLES)
    if more:
        raise QueryTooLarge(
            zh=f"关于 {node.value} 的陈述超过 {_MAX_TRIPLES} 条；请用 SPARQL 查询",
            en=f"{node.value}: more than {_MAX_TRIPLES} statements; ask for them by SPARQL",
        )
    return rdf_response(triples, chosen)

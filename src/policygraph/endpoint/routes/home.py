"""The start page, the list of policies, the list of terms, and the state of the service."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.pages import render
from policygraph.endpoint.routes.questions import question_groups
from policygraph.endpoint.service import snapshot_of, standings_shown
from policygraph.endpoint.view.glossary import glossary_of
from policygraph.endpoint.view.paging import Paging
from policygraph.query.wording import REASONS

router = APIRouter()

PER_PAGE = 50
_COUNTS = ("documents", "clauses", "responsibilities", "citations", "quads", "findings")
_MAX_WORDS = 200  # characters


@router.api_route("/", methods=["GET", "HEAD"], name="home")
def get_home(request: Request) -> Response:
    """Say what the dataset holds and which questions it answers."""
    snapshot = snapshot_of(request)
    counts = snapshot.dataset.manifest.counts
    shown = [(name, counts[name]) for name in _COUNTS if name in counts]
    groups = question_groups(snapshot.fitting)
    return render(request, "home.html", counts=shown, groups=groups)


@router.api_route("/policies", methods=["GET", "HEAD"], name="policies")
def get_policies(
    request: Request,
    q: Annotated[str, Query(max_length=_MAX_WORDS)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """List the policies, the latest first; ``q`` are words of title, number or issuer."""
    found = snapshot_of(request).catalog.search(q)
    paging = Paging(page, PER_PAGE, len(found))
    entries = found[paging.first : paging.last]
    told = standings_shown(snapshot_of(request), [entry.iri for entry in entries])
    return render(
        request, "policies.html", entries=entries, paging=paging, q=q, standings=told,
        reasons=REASONS,
    )  # fmt: skip


@router.api_route("/ontology", methods=["GET", "HEAD"], name="ontology")
def get_ontology(request: Request) -> Response:
    """List the terms and codes of the ontology that the dataset holds."""
    language = language_of(request).code
    found = glossary_of(snapshot_of(request).cells(language), language)
    return render(request, "ontology.html", chapters=found)


@router.api_route("/health", methods=["GET", "HEAD"], name="health")
def get_health(request: Request) -> Response:
    """Say that the store can be read, and which dataset is served."""
    dataset = snapshot_of(request).dataset
    readable = next(dataset.store.quads_for_pattern(None, None, None), None) is not None
    manifest = dataset.manifest
    state = {
        "status": "ok" if readable else "empty",
        "root": manifest.root,
        "conforms": manifest.conforms,
        "counts": manifest.counts,
        "versions": manifest.versions,
    }
    return JSONResponse(state, headers={"Cache-Control": "no-store"})

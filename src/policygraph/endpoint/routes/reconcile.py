"""/reconcile: the Reconciliation Service API 0.2 over the agencies of the registry."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from policygraph.endpoint.http.exceptions import RequestError
from policygraph.endpoint.http.protocol import FORM
from policygraph.endpoint.routes.reconciliation import Reconciliation
from policygraph.endpoint.routes.sparql import bounded_body
from policygraph.endpoint.service import snapshot_of
from policygraph.registry.registry import load_registry

router = APIRouter()

_MAX_WORDS = 200  # characters


@lru_cache(maxsize=4)  # a build that replaces the dataset may have other tables
def _service(base: str, own_tables: tuple[Path, ...]) -> Reconciliation:
    return Reconciliation(load_registry(own_tables), base)


def _of(request: Request) -> Reconciliation:
    snapshot = snapshot_of(request)
    return _service(snapshot.reader.base, tuple(snapshot.dataset.own_tables()))


@router.get("/reconcile", name="reconcile")
@router.get("/reconcile/", include_in_schema=False)
def get_reconcile(
    request: Request, queries: str | None = None, extend: str | None = None
) -> Response:
    """Describe the service; with ``queries`` or ``extend`` answer them."""
    return _answer(request, queries, extend)


@router.post("/reconcile", name="reconcile-post")
@router.post("/reconcile/", include_in_schema=False)
def post_reconcile(request: Request, body: Annotated[bytes, Depends(bounded_body)]) -> Response:
    """Answer ``queries`` or ``extend`` of a form (application/x-www-form-urlencoded)."""
    try:
        form = parse_qs(body.decode("utf-8"), max_num_fields=10)
    except ValueError as error:
        raise RequestError(
            zh=f"请求正文不是 UTF-8 编码的表单（{error}）；请用 {FORM} 格式发送",
            en=f"the body is no form in UTF-8 ({error}); send {FORM}",
        ) from error
    queries, extend = (form.get(name, [None])[0] for name in ("queries", "extend"))
    return _answer(request, queries, extend)


@router.get("/reconcile/suggest/entity", name="reconcile-suggest")
def get_suggest(request: Request, prefix: Annotated[str, Query(max_length=_MAX_WORDS)]) -> Response:
    """Suggest bodies whose names begin so."""
    return JSONResponse(_of(request).suggest(prefix))


@router.get("/reconcile/properties", name="reconcile-properties")
def get_properties(
    request: Request,
    kind: Annotated[str, Query(alias="type", max_length=_MAX_WORDS)] = "Agency",
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
) -> Response:
    """List what a table can be extended by."""
    return JSONResponse(_of(request).properties(kind, limit))


def _answer(request: Request, queries: str | None, extend: str | None) -> Response:
    service = _of(request)
    if queries is not None:
        return JSONResponse(service.answer(_json("queries", queries)))
    if extend is not None:
        return JSONResponse(service.extend(_json("extend", extend)))
    address = str(request.url.replace(query="", fragment="")).rstrip("/")
    return JSONResponse(service.manifest(address))


def _json(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RequestError(
            zh=f"参数 {name} 不是 JSON（{error}）；请改正",
            en=f"{name}: no JSON ({error}); correct it",
        ) from error

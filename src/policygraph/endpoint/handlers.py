"""Exception -> response: a page for browsers, ``application/problem+json`` for programs."""

import logging

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.errors import (
    MEDIA_TYPE,
    UNEXPECTED,
    Problem,
    problem_of,
    problem_of_status,
    to_json,
)
from policygraph.endpoint.exceptions import Busy, RequestError
from policygraph.endpoint.pages import render, wants_page

_LOG = logging.getLogger("policygraph.endpoint")


def on_error(request: Request, error: Exception) -> Response:
    """Answer for an error that policygraph raised on purpose."""
    problem = problem_of(error)
    headers = {"Retry-After": "5"} if isinstance(error, Busy) else {}
    return _respond(request, problem, str(error), headers)


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer for an error of the framework: no such route, no such method."""
    if not isinstance(error, HTTPException):
        return on_unexpected(request, error)
    detail = f"{request.method} {request.url.path}: {error.detail}"
    headers = dict(error.headers or {})
    return _respond(request, problem_of_status(error.status_code), detail, headers)


def on_validation(request: Request, error: Exception) -> Response:
    """Answer for a parameter of a page that cannot be read."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    name = ".".join(str(part) for part in first.get("loc", ())[1:])
    return on_error(request, RequestError(f"{name}: {first.get('msg', 'not usable')}"))


def on_unexpected(request: Request, error: Exception) -> Response:
    """Answer for a bug: its text stays in the log."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _respond(request, UNEXPECTED, "this is a fault of the service; see its log", {})


def _respond(request: Request, problem: Problem, detail: str, headers: dict[str, str]) -> Response:
    if wants_page(request):
        page = render(request, "problem.html", problem=problem, detail=detail)
        page.status_code = problem.status
        page.headers.update(headers)
        return page
    body = to_json(problem, detail)
    return Response(body, problem.status, {"Vary": "Accept", **headers}, MEDIA_TYPE)

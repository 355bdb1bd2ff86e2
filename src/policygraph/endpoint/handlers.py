"""Exception -> response: a page for browsers, ``application/problem+json`` for programs."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.errors import (
    MEDIA_TYPE,
    UNEXPECTED,
    Problem,
    problem_of,
    problem_of_status,
    to_json,
)
from policygraph.endpoint.http.exceptions import Busy, RequestError
from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.pages import render, wants_page
from policygraph.errors import Message, PolicyGraphError

_LOG = logging.getLogger("policygraph.endpoint")
_FAULT = Message(
    zh="这是服务本身的故障；请告知服务管理人员查看日志",
    en="this is a fault of the service; see its log",
)
# What the framework says of an address or a method, and of a parameter, by its own names.
_NOT_SERVED = {404: "没有此页面；请检查网址", 405: "不接受此请求方法；请改用 GET 或 POST"}
_UNFIT = {
    "missing": "未给出",
    "int_parsing": "应为整数",
    "greater_than_equal": "应不小于 {ge}",
    "less_than_equal": "应不大于 {le}",
    "string_too_long": "应不超过 {max_length} 个字符",
}


def on_error(request: Request, error: Exception) -> Response:
    """Answer for an error that policygraph raised on purpose."""
    if not isinstance(error, PolicyGraphError):
        return on_unexpected(request, error)
    headers = {"Retry-After": "5"} if isinstance(error, Busy) else {}
    return _respond(request, problem_of(error), error.said, headers)


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer for an error of the framework: no such route, no such method."""
    if not isinstance(error, HTTPException):
        return on_unexpected(request, error)
    asked, told = f"{request.method} {request.url.path}", _not_served(error)
    detail = Message(zh=f"{asked}：{told.zh}", en=f"{asked}: {told.en}")
    headers = dict(error.headers or {})
    return _respond(request, problem_of_status(error.status_code), detail, headers)


def _not_served(error: HTTPException) -> Message:
    """Say why the framework serves no such address or method."""
    return Message(
        zh=_NOT_SERVED.get(error.status_code) or f"无法处理（{error.detail}）",
        en=str(error.detail),
    )


def on_validation(request: Request, error: Exception) -> Response:
    """Answer for a parameter of a page that cannot be read."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    name = ".".join(str(part) for part in first.get("loc", ())[1:])
    unfit = _unfit(first)
    wrong = RequestError(zh=f"参数 {name} {unfit.zh}；请改正", en=f"{name}: {unfit.en}; correct it")
    return on_error(request, wrong)


def _unfit(told: Mapping[str, Any]) -> Message:
    """Say what is wrong with a parameter, by what pydantic tells of it."""
    return Message(
        zh=_UNFIT.get(told.get("type", ""), "的值不可用").format(**told.get("ctx", {})),
        en=str(told.get("msg", "not usable")),
    )


def on_unexpected(request: Request, error: Exception) -> Response:
    """Answer for a bug: its text stays in the log."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _respond(request, UNEXPECTED, _FAULT, {})


def _respond(
    request: Request, problem: Problem, detail: Message, headers: dict[str, str]
) -> Response:
    language = language_of(request)
    if wants_page(request):
        shown = detail.in_language(language.code)
        page = render(request, "problem.html", problem=problem, detail=shown)
        page.status_code = problem.status
        page.headers.update(headers)
        return page
    body = to_json(problem, detail, language.code)
    told = {"Content-Language": language.tag, "Vary": "Accept, Accept-Language", **headers}
    return Response(body, problem.status, told, MEDIA_TYPE)

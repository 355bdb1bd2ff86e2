"""Exception -> problem: the one table (RFC 9457, Problem Details for HTTP APIs)."""

import http
import json
from dataclasses import dataclass

from policygraph.endpoint.http.exceptions import (
    Busy,
    FederationRefused,
    NotAcceptable,
    NothingHere,
    RequestError,
    RequestTooLarge,
    UnsupportedMedia,
    UpdateRefused,
    WorkerFailed,
)
from policygraph.errors import (
    DatasetError,
    Message,
    PolicyGraphError,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
)

MEDIA_TYPE = "application/problem+json"
_TYPE = "https://w3id.org/policygraph/problem/"


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem.

    Attributes:
        status: HTTP status code.
        name: last part of its ``type`` IRI.
        zh: title in Chinese.
        en: title in English.
    """

    status: int
    name: str
    zh: str
    en: str


PROBLEMS: dict[type[Exception], Problem] = {
    QueryTimeout: Problem(504, "query-timeout", "查询超时，已停止", "the query was stopped"),
    QueryTooLarge: Problem(413, "answer-too-large", "查询结果过大", "the answer is too large"),
    QueryError: Problem(400, "bad-query", "查询有误", "the query is not valid"),
    NothingHere: Problem(404, "nothing-here", "没有找到", "there is nothing here"),
    NotAcceptable: Problem(406, "not-acceptable", "不提供所要求的格式", "format not offered"),
    RequestTooLarge: Problem(413, "request-too-large", "请求过长", "the request is too long"),
    UnsupportedMedia: Problem(415, "unsupported-media", "不支持的请求类型", "body type not read"),
    UpdateRefused: Problem(403, "read-only", "只读服务，不接受更新", "the service is read only"),
    FederationRefused: Problem(403, "no-federation", "不允许联邦查询", "SERVICE is not allowed"),
    RequestError: Problem(400, "bad-request", "请求有误", "the request is not understood"),
    Busy: Problem(503, "busy", "服务繁忙，请稍后再试", "the service is busy"),
    WorkerFailed: Problem(500, "query-failed", "查询进程意外结束", "the query process failed"),
    DatasetError: Problem(503, "no-dataset", "数据集无法打开", "the dataset cannot be opened"),
    PolicyGraphError: Problem(500, "failure", "处理失败", "the request could not be served"),
}
UNEXPECTED = Problem(500, "failure", "服务内部错误", "the service failed")


def problem_of(error: Exception) -> Problem:
    """Look up the problem of an exception, by its class or the nearest class above it."""
    return next((PROBLEMS[c] for c in type(error).__mro__ if c in PROBLEMS), UNEXPECTED)


def problem_of_status(status: int) -> Problem:
    """Give the problem for a status that the framework itself answers with (404, 405...)."""
    named = next((p for p in PROBLEMS.values() if p.status == status and status == 404), None)
    phrase = http.HTTPStatus(status).phrase
    return named or Problem(status, f"http-{status}", "请求无法处理", phrase)


def to_json(problem: Problem, detail: Message, language: str) -> bytes:
    """Write a problem as ``application/problem+json``.

    ``detail`` is in ``language`` (RFC 9457, section 3.1.4); the members ``zh`` and ``en``, an
    extension (section 3.2), say it in both.
    """
    data = {
        "type": _TYPE + problem.name,
        "title": f"{problem.zh} / {problem.en}",
        "status": problem.status,
        "detail": detail.in_language(language),
        "zh": detail.zh,
        "en": detail.en,
    }
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")

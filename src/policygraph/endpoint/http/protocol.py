"""HTTP request -> query request (SPARQL 1.1 Protocol, sections 2.1 and 2.2).

Values are percent-decoded exactly once, as UTF-8; anything else in them is data.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from policygraph.endpoint.http.exceptions import (
    FederationRefused,
    RequestError,
    UnsupportedMedia,
    UpdateRefused,
)
from policygraph.errors import Message
from policygraph.query.keywords import keywords_of, may_federate

FORM = "application/x-www-form-urlencoded"
SPARQL_QUERY = "application/sparql-query"
SPARQL_UPDATE = "application/sparql-update"

_MAX_FIELDS = 1000
_QUERY_STRING = Message(zh="网址中的查询串", en="the query string")
_FORM = Message(zh="表单", en="the form")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii"})

Parameters = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """One query operation.

    Attributes:
        query: the SPARQL text.
        default_graphs: values of ``default-graph-uri``.
        named_graphs: values of ``named-graph-uri``.
        format: value of ``format``; None where the Accept header decides.
        base: what relative IRIs of the query stand against: the address of the service.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None
    base: str | None = None

    @property
    def names_dataset(self) -> bool:
        """Whether protocol or query say which graphs to read (section 2.1.4)."""
        protocol = bool(self.default_graphs or self.named_graphs)
        return protocol or keywords_of(self.query).names_dataset


def read_get(query_string: bytes) -> QueryRequest | None:
    """Read a query by GET (section 2.1.1); None where no query is asked.

    Raises:
        RequestError: a parameter is missing, repeated or not UTF-8.
        UpdateRefused, FederationRefused: the query does more than read this dataset.
    """
    parameters = _decode(query_string, _QUERY_STRING)
    if "update" in parameters:
        raise _refused("update")
    return _request(parameters) if "query" in parameters else None


def read_post(query_string: bytes, content_type: str | None, body: bytes) -> QueryRequest:
    """Read a query by POST, URL-encoded or direct (sections 2.1.2 and 2.1.3).

    Raises:
        UnsupportedMedia: the body is of another type, or not in UTF-8 by its own word.
        RequestError: a parameter is missing, repeated or not UTF-8.
        UpdateRefused, FederationRefused: the query does more than read this dataset.
    """
    parameters = _decode(query_string, _QUERY_STRING)
    media_type = _media_type(content_type)
    if media_type == SPARQL_UPDATE:
        raise _refused(f"Content-Type: {SPARQL_UPDATE}")
    if media_type == FORM:
        form = _decode(body, _FORM)
        parameters = {
            key: [*parameters.get(key, []), *form.get(key, [])]
            for key in parameters.keys() | form.keys()
        }
    elif media_type == SPARQL_QUERY:
        if "query" in parameters:
            raise RequestError(
                zh="参数 query 在网址和请求正文中各有一个；请只给一个",
                en="query: given in the URL and in the body; give it once",
            )
        parameters = {**parameters, "query": [_text(body)]}
    else:
        raise UnsupportedMedia(
            zh=f"Content-Type 为“{content_type or '空'}”，不予读取；请用 {SPARQL_QUERY} 或 {FORM}",
            en=f"Content-Type: {content_type or 'missing'}; send {SPARQL_QUERY} or {FORM}",
        )
    if "update" in parameters:
        raise _refused("update")
    return _request(parameters)


def _refused(what: str) -> UpdateRefused:
    return UpdateRefused(
        zh=f"{what}：本服务只读，不接受更新；请用 policygraph build 载入数据",
        en=f"{what}: this service only reads; load data with: policygraph build",
    )


def _request(parameters: Parameters) -> QueryRequest:
    query = _one(parameters, "query")
    if query is None:
        raise RequestError(
            zh="缺少参数 query；请给出 SPARQL 查询语句", en="query: missing; give a SPARQL query"
        )
    if keywords_of(query).is_update:
        raise UpdateRefused(
            zh="参数 query 是更新语句，而本服务只读；请改为查询语句",
            en="query: this is an update; this service only reads",
        )
    if may_federate(query):
        raise FederationRefused(
            zh="参数 query 中不允许使用 SERVICE；请由自己的程序查询其他端点",
            en="query: SERVICE is not allowed here; ask the other endpoint from your own program",
        )
    return QueryRequest(
        query,
        tuple(parameters.get("default-graph-uri", ())),
        tuple(parameters.get("named-graph-uri", ())),
        _one(parameters, "format"),
    )


def _one(parameters: Parameters, name: str) -> str | None:
    values = parameters.get(name, [])
    if len(values) > 1:
        raise RequestError(
            zh=f"参数 {name} 给出了 {len(values)} 次；请只给一次",
            en=f"{name}: given {len(values)} times; give it once",
        )
    return values[0] if values else None


def _decode(data: bytes, where: Message) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    try:
        pairs = parse_qsl(
            data.decode("utf-8"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except UnicodeDecodeError as error:
        raise RequestError(
            zh=f"{where.zh}不是 UTF-8 编码；请用 UTF-8 编码",
            en=f"{where.en} is not UTF-8; encode it in UTF-8",
        ) from error
    except ValueError as error:
        raise RequestError(
            zh=f"{where.zh}的参数超过 {_MAX_FIELDS} 个；请减少",
            en=f"{where.en} has more than {_MAX_FIELDS} parameters; send fewer",
        ) from error
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _media_type(content_type: str | None) -> str:
    media_type, *parameters = (part.strip().lower() for part in (content_type or "").split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in _UTF8:
            raise UnsupportedMedia(
                zh=f"Content-Type 的字符集 {value} 不予读取；请用 UTF-8",
                en=f"Content-Type: charset {value} is not read; send UTF-8",
            )
    return media_type


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(
            zh="请求正文不是 UTF-8 编码；请将查询语句用 UTF-8 编码",
            en="the body is not UTF-8; encode the query in UTF-8",
        ) from error

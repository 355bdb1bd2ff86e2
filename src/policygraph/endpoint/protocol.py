"""HTTP request -> query request (SPARQL 1.1 Protocol, sections 2.1 and 2.2).

Values are percent-decoded exactly once, as UTF-8; anything else in them is data.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from policygraph.endpoint.exceptions import (
    FederationRefused,
    RequestError,
    UnsupportedMedia,
    UpdateRefused,
)
from policygraph.query.keywords import keywords_of, may_federate

FORM = "application/x-www-form-urlencoded"
SPARQL_QUERY = "application/sparql-query"
SPARQL_UPDATE = "application/sparql-update"

_MAX_FIELDS = 1000
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
    parameters = _decode(query_string, "the query string")
    if "update" in parameters:
        raise UpdateRefused("update: this service only reads; load data with: policygraph build")
    return _request(parameters) if "query" in parameters else None


def read_post(query_string: bytes, content_type: str | None, body: bytes) -> QueryRequest:
    """Read a query by POST, URL-encoded or direct (sections 2.1.2 and 2.1.3).

    Raises:
        UnsupportedMedia: the body is of another type, or not in UTF-8 by its own word.
        RequestError: a parameter is missing, repeated or not UTF-8.
        UpdateRefused, FederationRefused: the query does more than read this dataset.
    """
    parameters = _decode(query_string, "the query string")
    media_type = _media_type(content_type)
    if media_type == SPARQL_UPDATE:
        raise UpdateRefused("this service only reads; load data with: policygraph build")
    if media_type == FORM:
        form = _decode(body, "the form")
        parameters = {
            key: [*parameters.get(key, []), *form.get(key, [])]
            for key in parameters.keys() | form.keys()
        }
    elif media_type == SPARQL_QUERY:
        if "query" in parameters:
            raise RequestError("query: given in the URL and in the body; give it once")
        parameters = {**parameters, "query": [_text(body)]}
    else:
        raise UnsupportedMedia(
            f"Content-Type: {content_type or 'missing'}; send {SPARQL_QUERY} or {FORM}"
        )
    if "update" in parameters:
        raise UpdateRefused("update: this service only reads; load data with: policygraph build")
    return _request(parameters)


def _request(parameters: Parameters) -> QueryRequest:
    query = _one(parameters, "query")
    if query is None:
        raise RequestError("query: missing; give a SPARQL query")
    if keywords_of(query).is_update:
        raise UpdateRefused("query: this is an update; this service only reads")
    if may_federate(query):
        raise FederationRefused(
            "query: SERVICE is not allowed here; ask the other endpoint from your own program"
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
        raise RequestError(f"{name}: given {len(values)} times; give it once")
    return values[0] if values else None


def _decode(data: bytes, where: str) -> dict[str, list[str]]:
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
        raise RequestError(f"{where} is not UTF-8; encode it in UTF-8") from error
    except ValueError as error:
        raise RequestError(f"{where} has more than {_MAX_FIELDS} parameters") from error
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _media_type(content_type: str | None) -> str:
    media_type, *parameters = (part.strip().lower() for part in (content_type or "").split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in _UTF8:
            raise UnsupportedMedia(f"Content-Type: charset {value} is not read; send UTF-8")
    return media_type


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError("the body is not UTF-8; encode the query in UTF-8") from error

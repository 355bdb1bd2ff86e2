"""IRI <-> page of this service that shows it."""

from urllib.parse import quote, unquote, urlsplit

import pyoxigraph as ox

from policygraph.endpoint.http.exceptions import RequestError
from policygraph.expression import expression
from policygraph.rdf import iri as identifiers
from policygraph.rdf.vocabulary import PG, PREFIXES

_NAME = expression("[A-Za-z0-9]+")  # of a term of ours
_WEB = ("http", "https")
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def iri_of_path(raw_path: str, base: str) -> str:
    """Give the IRI that a request path under ``/id/`` stands for.

    Browsers send every non-ASCII character percent-encoded; the IRIs of the dataset do so only
    where they must (RFC 3987, section 3.1), so each segment is decoded once and written anew.

    Args:
        raw_path: what follows ``/id/``, as sent.
        base: base IRI of the dataset.

    Raises:
        ValueError: a segment is not UTF-8.
    """
    parts = (unquote(part, errors="strict") for part in raw_path.split("/"))
    return base + "/".join(map(identifiers.segment, parts))


def node_of(parameter: str, iri: str) -> ox.NamedNode:
    """Give the node with an IRI that was sent.

    Raises:
        RequestError: it is no absolute IRI; names the parameter.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise RequestError(
            zh=f"参数 {parameter} 的值“{iri}”不是完整的 IRI（{error}）；请改正",
            en=f"{parameter}: {iri!r} is not an absolute IRI ({error}); correct it",
        ) from error


def page_of(iri: str, base: str) -> str | None:
    """Give the path of the page that shows ``iri``; None where it is not to be linked.

    Only http and https are linked: the data may hold ``javascript:`` and the like.
    """
    if not is_web(iri):
        return None
    if iri.startswith(PG) and _NAME.fullmatch(iri, len(PG)):
        return f"/ontology/{iri[len(PG) :]}"
    if iri.startswith(base):
        path = iri[len(base) :]
        if path and _round_trips(path, base):
            return f"/id/{quote(path, safe='/%~')}"
    return f"/resource?iri={quote(iri, safe='')}"


def is_web(iri: str) -> bool:
    """Say whether an IRI has a scheme that a browser may be sent to."""
    try:
        parts = urlsplit(iri)
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.netloc)


def compact(iri: str) -> str:
    """Write an IRI for people: with its prefix, or whole; percent-encoding undone."""
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{unquote(iri[len(namespace) :])}"
    return unquote(iri)


def _round_trips(path: str, base: str) -> bool:
    return "#" not in path and "?" not in path and iri_of_path(path, base) == base + path

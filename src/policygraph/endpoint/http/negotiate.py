"""Content negotiation: Accept header or ``format`` -> one of the formats offered.

One table; RFC 9110, section 12.5.1. Names of result formats: SPARQL 1.1 Query Results JSON,
XML, CSV and TSV; of RDF formats: Turtle, N-Triples, RDF/XML, JSON-LD.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from policygraph.endpoint.http.exceptions import NotAcceptable
from policygraph.expression import expression


@dataclass(frozen=True, slots=True)
class Format:
    """One format in which something can be sent.

    Attributes:
        name: what ``?format=`` calls it.
        media_type: what the answer is labelled with.
        aliases: further media types that mean the same in an Accept header.
        extension: of a file that holds it.
    """

    name: str
    media_type: str
    aliases: tuple[str, ...]
    extension: str

    @property
    def content_type(self) -> str:
        """The Content-Type header, with the charset where one has to be said."""
        text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if text else self.media_type


HTML = Format("html", "text/html", ("application/xhtml+xml",), "html")
RESULT_JSON = Format("json", "application/sparql-results+json", ("application/json",), "srj")
RESULT_XML = Format("xml", "application/sparql-results+xml", ("application/xml", "text/xml"), "srx")
CSV = Format("csv", "text/csv", (), "csv")
TSV = Format("tsv", "text/tab-separated-values", (), "tsv")
TURTLE = Format("ttl", "text/turtle", ("application/x-turtle",), "ttl")
N_TRIPLES = Format("nt", "application/n-triples", ("text/plain",), "nt")
RDF_XML = Format("rdf", "application/rdf+xml", ("application/xml", "text/xml"), "rdf")
JSON_LD = Format("jsonld", "application/ld+json", ("application/json",), "jsonld")
XLSX = Format(
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (), "xlsx"
)
DOCX = Format(
    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (), "docx"
)
PLAIN_TEXT = Format("txt", "text/plain", (), "txt")
PLAIN_JSON = Format("json", "application/json", (), "json")

RESULT_FORMATS = (RESULT_JSON, RESULT_XML, CSV, TSV)
RDF_FORMATS = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)

RESULT_SERIALIZERS: dict[str, ox.QueryResultsFormat] = {
    RESULT_JSON.media_type: ox.QueryResultsFormat.JSON,
    RESULT_XML.media_type: ox.QueryResultsFormat.XML,
    CSV.media_type: ox.QueryResultsFormat.CSV,
    TSV.media_type: ox.QueryResultsFormat.TSV,
}
RDF_SERIALIZERS: dict[str, ox.RdfFormat] = {
    TURTLE.media_type: ox.RdfFormat.TURTLE,
    N_TRIPLES.media_type: ox.RdfFormat.N_TRIPLES,
    RDF_XML.media_type: ox.RdfFormat.RDF_XML,
    JSON_LD.media_type: ox.RdfFormat.JSON_LD,
}

_QVALUE = expression(r"0?\.\d+|0\.?|1(\.0*)?")


class _Range(NamedTuple):
    """A media range of an Accept header and its weight."""

    kind: str
    subtype: str
    quality: float

    def precision(self, media_type: str) -> int:
        """How closely the range names ``media_type``: 0 not at all, 1 ``*/*``, 2, 3 exactly."""
        kind, _, subtype = media_type.partition("/")
        if self.kind == "*":
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subtype == "*" else 3 * (self.subtype == subtype)


def choose(offered: Sequence[Format], accept: str | None, name: str | None = None) -> Format:
    """Pick the format to send.

    Args:
        offered: formats, the service's favourite first.
        accept: the Accept header; None or empty accepts everything.
        name: value of ``?format=``, a short name or a media type; it wins over ``accept``.

    Raises:
        NotAcceptable: nothing offered fits; the message lists what is.
    """
    if name:
        return _named(offered, name)
    ranges = _parse(accept or "*/*")
    best = max(offered, key=lambda one: _quality(one, ranges))
    if _quality(best, ranges) <= 0:
        raise NotAcceptable(
            zh=f"不提供 Accept 所要求的格式“{accept}”；请改用其中之一：{_listing(offered, '、')}",
            en=f"Accept: {accept}: not offered; ask for one of {_listing(offered, ', ')}",
        )
    return best


def wants(media_type: str, accept: str | None) -> bool:
    """Say whether an Accept header names ``media_type`` itself, not by a wildcard."""
    return any(r.precision(media_type) == 3 and r.quality > 0 for r in _parse(accept or ""))


def _named(offered: Sequence[Format], name: str) -> Format:
    wanted = name.strip().lower()
    for one in offered:
        if wanted in (one.name, one.extension, one.media_type):
            return one
    raise NotAcceptable(
        zh=f"参数 format 的值“{name}”不可用；请改用其中之一：{_listing(offered, '、')}",
        en=f"format: {name!r} is not offered; ask for one of {_listing(offered, ', ')}",
    )


def _listing(offered: Sequence[Format], between: str) -> str:
    return between.join(f"{one.name} ({one.media_type})" for one in offered)


def _quality(one: Format, ranges: Sequence[_Range]) -> float:
    """Weigh a format: its own name first, else the best of its aliases."""
    own = _weight(one.media_type, ranges)
    if own is not None and own[0] == 3:
        return own[1]
    exact = [w[1] for w in (_weight(a, ranges) for a in one.aliases) if w and w[0] == 3]
    if exact:
        return max(exact)
    return own[1] if own else 0.0


def _weight(media_type: str, ranges: Sequence[_Range]) -> tuple[int, float] | None:
    """Give precision and weight of the most precise range that covers ``media_type``."""
    fitting = [(r.precision(media_type), r.quality) for r in ranges if r.precision(media_type)]
    return max(fitting, default=None)


def _parse(accept: str) -> list[_Range]:
    """Read an Accept header; a range that is malformed is passed over."""
    ranges = []
    for part in accept.split(","):
        media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, subtype = media_range.partition("/")
        if media_range == "*":  # sent by some old Java clients for */*
            kind, slash, subtype = "*", "/", "*"
        if slash and kind and subtype:
            ranges.append(_Range(kind, subtype, _q(parameters)))
    return ranges


def _q(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            return float(value) if _QVALUE.fullmatch(value.strip()) else 0.0
    return 1.0

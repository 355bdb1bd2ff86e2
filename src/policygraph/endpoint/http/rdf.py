"""Triples -> response in an RDF format."""

from collections.abc import Iterable

import pyoxigraph as ox
from starlette.responses import Response

from policygraph.endpoint.http.negotiate import RDF_SERIALIZERS, Format
from policygraph.rdf.vocabulary import PREFIXES


def rdf_response(triples: Iterable[ox.Triple], chosen: Format) -> Response:
    """Write triples as a whole document in the format that was chosen."""
    kind = RDF_SERIALIZERS[chosen.media_type]
    body = ox.serialize(triples, format=kind, prefixes=PREFIXES)
    return Response(body, headers={"Content-Type": chosen.content_type, "Vary": "Accept"})

"""Source -> triples: the file that was read."""

from collections.abc import Iterator

from policygraph.model.record import Record
from policygraph.rdf import vocabulary as v
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, boolean, integer, natural, string
from policygraph.rdf.terms import iri as ref


def source_triples(record: Record, scope: Scope) -> Iterator[Triple]:
    """Say which file the facts were read from."""
    node = ref(scope.source)
    yield node, ref(v.TYPE), ref(v.SOURCE)
    yield node, ref(v.FILE_NAME), string(record.source)
    yield node, ref(v.SHA256), string(record.sha256)
    if record.text_sha256 is not None:
        yield node, ref(v.TEXT_SHA256), string(record.text_sha256)
    yield node, ref(v.CHARACTERS), natural(record.characters)
    yield node, ref(v.MEDIA_TYPE), string(record.media_type)
    yield node, ref(v.FACTS_ONLY), boolean(record.facts_only)
    yield node, ref(v.RECORD_VERSION), integer(record.version)

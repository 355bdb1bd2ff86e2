"""Source -> triples: the file that was read."""

from collections.abc import Iterator
from typing import Any

from policygraph.errors import DatasetError
from policygraph.model.record import Record
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import Simple
from policygraph.rdf.forms import BOOLEAN, INTEGER, NATURAL, STRING
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref

_FIELDS = (
    Simple("source", v.FILE_NAME, STRING),
    Simple("sha256", v.SHA256, STRING),
    Simple("text_sha256", v.TEXT_SHA256, STRING),
    Simple("characters", v.CHARACTERS, NATURAL),
    Simple("media_type", v.MEDIA_TYPE, STRING),
    Simple("facts_only", v.FACTS_ONLY, BOOLEAN),
    Simple("version", v.RECORD_VERSION, INTEGER),
)


def source_triples(record: Record, scope: Scope) -> Iterator[Triple]:
    """Say which file the facts were read from."""
    yield ref(scope.source), ref(v.TYPE), ref(v.SOURCE)
    for field in _FIELDS:
        yield from field.triples(scope.source, getattr(record, field.name), scope)


def read_source_fields(said: Statements) -> dict[str, Any]:
    """Give back the fields of the record that tell of its file.

    Raises:
        DatasetError: the graph is not that of one source.
    """
    nodes = said.members(v.SOURCE)
    if len(nodes) != 1:
        raise DatasetError(
            zh=f"一个图中有 {len(nodes)} 个来源文件，应为 1 个；请重新构建数据集",
            en=f"{len(nodes)} sources in one graph, not 1; build the dataset again",
        )
    return {field.name: field.read(nodes[0], said) for field in _FIELDS}

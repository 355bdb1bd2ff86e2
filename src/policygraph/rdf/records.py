"""The graph of one source -> its record: the other way round than ``rdf.quads``.

Nothing else is needed, neither the source nor the registry: RDF carries all that a record says.
"""

from dataclasses import fields
from typing import Any

from policygraph.errors import DatasetError
from policygraph.model.record import Record
from policygraph.rdf.facts.clauses import read_clauses
from policygraph.rdf.facts.document import read_document
from policygraph.rdf.facts.kinds import KINDS
from policygraph.rdf.facts.source import read_source_fields
from policygraph.rdf.statements import Statements


def record_of(said: Statements) -> Record:
    """Give back the record of one source.

    Args:
        said: the graph of the source, and beside it the graph ``links``, which alone holds
            official names.

    Returns:
        The record in the form of the graph: full, or facts-only.

    Raises:
        DatasetError: the graph is none that policygraph wrote; names node and property.
    """
    preamble_end, clauses = read_clauses(said)
    lists: dict[str, Any] = {
        name: tuple(_whole(node, row) for node, row in kind.read(said))
        for name, kind in KINDS.items()
    }
    return Record(
        document=read_document(said),
        clauses=clauses,
        preamble_end=preamble_end,
        **read_source_fields(said),
        **lists,
    )


def _whole(node: str, row: Any) -> Any:
    """Check that a row says to which clause it belongs."""
    if "clause" in {field.name for field in fields(row)} and row.clause is None:
        raise DatasetError(
            zh=f"<{node}> 所属的条款不在图中；请重新构建数据集",
            en=f"<{node}>: its clause is not in the graph; build the dataset again",
        )
    return row

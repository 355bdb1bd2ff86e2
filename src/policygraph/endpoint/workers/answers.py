"""Query request -> answer: runs inside a worker, on its dataset."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.http.negotiate import (
    RDF_FORMATS,
    RDF_SERIALIZERS,
    RESULT_FORMATS,
    RESULT_SERIALIZERS,
    Format,
    choose,
)
from policygraph.endpoint.http.protocol import QueryRequest
from policygraph.endpoint.workers.sink import BoundedSink
from policygraph.errors import QueryError, reason
from policygraph.query.keywords import undeclared_prefixes
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.dataset.loading import has_default_graph
from policygraph.rdf.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer and the format it is in."""

    body: bytes
    format: Format


def answer_query(
    dataset: Dataset, request: QueryRequest, accept: str | None, max_bytes: int
) -> Answer:
    """Run a query and write its answer in the format that was asked for.

    The default graph is the union of all named graphs, unless the query (FROM) or the request
    names the graphs to read; the request wins (SPARQL 1.1 Protocol, section 2.1.4).

    Raises:
        QueryError: it is no query, or cannot be evaluated.
        QueryTooLarge: the answer has more than ``max_bytes``.
        NotAcceptable: the answer cannot be sent in the format asked for.
    """
    results = _evaluate(dataset.store, request)
    sink = BoundedSink(max_bytes)
    try:
        if isinstance(results, ox.QueryTriples):
            chosen = choose(RDF_FORMATS, accept, request.format)
            ox.serialize(results, sink, RDF_SERIALIZERS[chosen.media_type], prefixes=PREFIXES)
        else:
            chosen = choose(RESULT_FORMATS, accept, request.format)
            results.serialize(sink, RESULT_SERIALIZERS[chosen.media_type])
    except (OSError, RuntimeError, ValueError) as error:
        raise _not_evaluated(error) from error
    return Answer(sink.getvalue(), chosen)


def _evaluate(
    store: ox.Store, request: QueryRequest
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    try:
        if request.default_graphs or request.named_graphs:
            return store.query(
                request.query,
                default_graph=[*_graphs("default-graph-uri", request.default_graphs)],
                named_graphs=[*_graphs("named-graph-uri", request.named_graphs)],
                base_iri=request.base,
            )
        union = not request.names_dataset and not has_default_graph(store)
        return store.query(request.query, use_default_graph_as_union=union, base_iri=request.base)
    except SyntaxError as error:
        raise _not_sparql(request.query, error.msg) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise _not_evaluated(error) from error


def _not_evaluated(error: Exception) -> QueryError:
    why = reason(error)
    return QueryError(
        zh=f"查询语句无法运行：{why.zh}；请修改",
        en=f"query: could not be evaluated: {why.en}; change it",
    )


def _not_sparql(query: str, told: str) -> QueryError:
    """Say why the parser refused a query; it takes an undeclared prefix for something else."""
    missing = undeclared_prefixes(query)
    if not missing:
        return QueryError(
            zh=f"查询语句不符合 SPARQL 1.1：{told}；请修改",
            en=f"query: not SPARQL 1.1: {told}",
        )
    known = {f"{prefix}:": iri for prefix, iri in PREFIXES.items()}
    lines = " ".join(f"PREFIX {prefix} <{known.get(prefix, '...')}>" for prefix in missing)
    return QueryError(
        zh=f"查询语句不符合 SPARQL 1.1：{told}；有前缀未声明，请补充：{lines}",
        en=f"query: not SPARQL 1.1: {told}; not declared: {lines}",
    )


def _graphs(parameter: str, values: Sequence[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(value) for value in values]
    except ValueError as error:
        raise QueryError(
            zh=f"参数 {parameter} 的值不是完整的 IRI（{error}）；请改正",
            en=f"{parameter}: not an absolute IRI ({error}); correct it",
        ) from error

"""The verify queries over the whole dataset (``queries/verify/``): each row is a finding."""

from collections.abc import Callable, Iterator, Mapping

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.query.answer import Answer
from policygraph.query.library import verify_queries
from policygraph.query.question import Question
from policygraph.query.run import MAX_ROWS, ask
from policygraph.query.values import Value
from policygraph.rdf.vocabulary import SH
from policygraph.validate.finding import CheckFinding
from policygraph.validate.places import place_of

_COMPONENT = SH + "SPARQLConstraintComponent"


def check_rules(
    store: ox.Store, max_rows: int = MAX_ROWS, values: Mapping[str, Value] | None = None
) -> Iterator[CheckFinding]:
    """Run every verify query; findings come in the order of queries and rows.

    Args:
        store: what to ask.
        max_rows: a query that gives more rows is refused.
        values: parameter -> value; a query takes those that it has.

    Raises:
        QueryError: a query fails, or has no column ``focus``.
        QueryTooLarge: a query gives more than ``max_rows`` rows.
    """
    for rule in verify_queries():
        own = {p.name: values[p.name] for p in rule.parameters if values and p.name in values}
        answer = ask(rule, own, store, max_rows)
        yield from _findings(rule, answer, _looks_into(store))


def _findings(
    rule: Question, answer: Answer, objects: Callable[[str, str], list[str]]
) -> Iterator[CheckFinding]:
    if rule.severity is None:
        raise QueryError(
            zh=f"queries/{rule.file}:1：核查缺少“# severity:”一行；请补充",
            en=f"queries/{rule.file}:1: a check has a line '# severity:'; add it",
        )
    names = [column.name for column in answer.columns]
    for row in answer.rows:
        cells = dict(zip(names, row, strict=True))
        focus, path, detail = (cells.get(name) for name in ("focus", "path", "detail"))
        if not isinstance(focus, ox.NamedNode):
            raise QueryError(
                zh=f"queries/{rule.file}：结果中有一行的 ?focus 不是 IRI；请修改该查询",
                en=f"queries/{rule.file}: gives a row without an IRI as ?focus; correct the query",
            )
        property_iri = path.value if isinstance(path, ox.NamedNode) else ""
        yield CheckFinding(
            check=f"rule.{rule.name}",
            severity=rule.severity,
            focus=focus.value,
            path=property_iri,
            value=detail if isinstance(detail, ox.NamedNode | ox.Literal) else None,
            component=_COMPONENT,
            zh=rule.zh,
            en=rule.en,
            place=place_of(focus.value, property_iri, objects),
        )


def _looks_into(store: ox.Store) -> Callable[[str, str], list[str]]:
    def objects(subject: str, predicate: str) -> list[str]:
        quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        return [str(q.object) if isinstance(q.object, ox.Triple) else q.object.value for q in quads]

    return objects

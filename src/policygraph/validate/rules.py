"""The verify queries over the whole dataset (``queries/verify/``): each row is a finding."""

from collections.abc import Callable, Iterator, Mapping

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.model.code import Severity
from policygraph.query.answer import Answer, Term
from policygraph.query.library import verify_queries
from policygraph.query.question import Question, Scope
from policygraph.query.run import MAX_ROWS, ask
from policygraph.query.values import Value
from policygraph.rdf.vocabulary import SH, SHA256
from policygraph.validate.finding import CheckFinding, Place
from policygraph.validate.places import Objects, places_of

_COMPONENT = SH + "SPARQLConstraintComponent"


def check_rules(
    store: ox.Store,
    max_rows: int = MAX_ROWS,
    values: Mapping[str, Value] | None = None,
    scope: Scope | None = None,
) -> Iterator[CheckFinding]:
    """Run verify queries; findings come in the order of queries and rows.

    Args:
        store: what to ask.
        max_rows: a query that gives more rows is refused.
        values: parameter -> value; a query takes those that it has.
        scope: that of the queries to run; None: all of them.

    Raises:
        QueryError: a query fails, or has no column ``focus``.
        QueryTooLarge: a query gives more than ``max_rows`` rows.
    """
    for rule in verify_queries():
        if scope not in (None, rule.scope):
            continue
        own = {p.name: values[p.name] for p in rule.parameters if values and p.name in values}
        answer = ask(rule, own, store, max_rows)
        yield from _findings(rule, answer, _looks_into(store))


def _findings(rule: Question, answer: Answer, objects: Objects) -> Iterator[CheckFinding]:
    if rule.severity is None:
        raise QueryError(
            zh=f"queries/{rule.file}:1：核查缺少“# severity:”一行；请补充",
            en=f"queries/{rule.file}:1: a check has a line '# severity:'; add it",
        )
    names = [column.name for column in answer.columns]
    found: dict[tuple[object, ...], CheckFinding] = {}
    for row in answer.rows:
        finding = _finding(rule, dict(zip(names, row, strict=True)), objects)
        key = (finding.focus, finding.path, finding.value, finding.place.sha256)
        first = found.setdefault(key, finding)
        if finding.place.spans < first.place.spans:  # said once for a document, where it begins
            found[key] = finding
    yield from found.values()


def _finding(rule: Question, cells: Mapping[str, Term | None], objects: Objects) -> CheckFinding:
    """Make the finding of a row; a column ``place`` names the node that stands in a text."""
    focus, path, detail, place, source = (
        cells.get(name) for name in ("focus", "path", "detail", "place", "source")
    )
    if not isinstance(focus, ox.NamedNode):
        raise QueryError(
            zh=f"queries/{rule.file}：结果中有一行的 ?focus 不是 IRI；请修改该查询",
            en=f"queries/{rule.file}: gives a row without an IRI as ?focus; correct the query",
        )
    property_iri = path.value if isinstance(path, ox.NamedNode) else ""
    node = place.value if isinstance(place, ox.NamedNode) else focus.value
    whole = places_of(focus.value, "", objects)
    places = places_of(node, property_iri, objects) or whole
    if isinstance(source, ox.NamedNode):  # of a node that several sources print, this one's
        digests = set(objects(source.value, SHA256))
        places.sort(key=lambda each: each.sha256 not in digests)
    chosen = next(iter(places), Place())
    others = {each.sha256 for each in (*places, *whole)}
    return CheckFinding(
        check=f"rule.{rule.name}",
        severity=rule.severity or Severity.ERROR,
        focus=focus.value,
        path=property_iri,
        value=detail if isinstance(detail, ox.NamedNode | ox.Literal) else None,
        component=_COMPONENT,
        zh=rule.zh,
        en=rule.en,
        place=chosen,
        node="" if node == focus.value else node,
        also=tuple(sorted(others - {chosen.sha256, ""})),
    )


def _looks_into(store: ox.Store) -> Callable[[str, str], list[str]]:
    def objects(subject: str, predicate: str) -> list[str]:
        quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        return [str(q.object) if isinstance(q.object, ox.Triple) else q.object.value for q in quads]

    return objects

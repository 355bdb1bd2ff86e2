"""SHACL shapes on the graph of one source (``ontology/shapes/``), by pySHACL.

This module is the seam where compiled shapes could go in: what comes out of ``check_graph``
says nothing of pySHACL.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH

from policygraph.assets import asset_dir
from policygraph.errors import DatasetError
from policygraph.model.code import Severity
from policygraph.rdf import vocabulary as v
from policygraph.validate.finding import CheckFinding, Place
from policygraph.validate.graph import add_triples, read_graph, to_oxigraph
from policygraph.validate.places import place_of
from policygraph.validate.result import Checked
from policygraph.validate.targets import with_own_targets

_SEVERITIES = {
    str(SH.Violation): Severity.ERROR,
    str(SH.Warning): Severity.WARNING,
    str(SH.Info): Severity.INFO,
}


@cache
def shapes_graph() -> rdflib.Graph:
    """Give all shapes, parsed once in each process."""
    graph = rdflib.Graph()
    for file in sorted(asset_dir("ontology").glob("shapes/*.ttl")):
        add_triples(graph, ox.parse(path=file, format=ox.RdfFormat.TURTLE))
    return graph


def _comparable(graph: rdflib.Graph) -> bool:
    """Whether rdflib can compare what the shapes compare; pySHACL fails where it cannot."""
    shapes = shapes_graph()
    for shape, other in shapes.subject_objects(SH.lessThanOrEquals):
        for subject, first in graph.subject_objects(shapes.value(shape, SH.path)):
            if not isinstance(first, rdflib.Literal):
                continue
            seconds = graph.objects(subject, other)
            if any(first.__lt__(second) is NotImplemented for second in seconds):
                return False
    return True


@cache
def _prepared(*, comparing: bool) -> rdflib.Graph:
    """Give the shapes as they are run, with comparisons or without.

    What cannot be compared has a wrong type, and that is told.
    """
    graph = with_own_targets(shapes_graph())
    if not comparing:
        graph.remove((None, SH.lessThanOrEquals, None))
    return graph


def evaluate(graph: rdflib.Graph, shapes: rdflib.Graph) -> rdflib.Graph:
    """Run shapes on a graph and give the SHACL validation report (section 3.6).

    Raises:
        DatasetError: the shapes cannot be evaluated.
    """
    import pyshacl  # noqa: PLC0415 - takes an eighth of what any command takes to start

    _, report, text = pyshacl.validate(graph, shacl_graph=shapes)
    if not isinstance(report, rdflib.Graph):
        raise DatasetError(
            zh=f"无法按 SHACL 形状检查：{text}；请重新构建数据集，或重新安装 policygraph",
            en=f"the shapes could not be evaluated: {text}; build the dataset again,"
            " or install policygraph anew",
        )
    return report


def check_quads(data: bytes, name: str, sha256: str) -> Checked:
    """Check the graph of one source.

    Args:
        data: its N-Quads.
        name: what to call it in messages.
        sha256: digest of the source.

    Raises:
        DatasetError: it is no N-Quads.
    """
    graph = read_graph(data, name)
    files = (str(file) for file in graph.objects(None, rdflib.URIRef(v.FILE_NAME)))
    file = min(files, default="")
    found = (_of_file(finding, Place(sha256, file)) for finding in check_graph(graph))
    return Checked(sha256, file, tuple(found))


def _of_file(finding: CheckFinding, file: Place) -> CheckFinding:
    """Name the file of what has no place in it: all in the graph of a source is of that source."""
    return finding if finding.place.sha256 or not file.file else replace(finding, place=file)


def check_graph(graph: rdflib.Graph) -> tuple[CheckFinding, ...]:
    """Check the graph of one source, in the order in which things stand in it."""
    report = evaluate(graph, _prepared(comparing=_comparable(graph)))
    results = (_finding(result, report, graph) for result in report.objects(None, SH.result))
    return tuple(sorted(results, key=CheckFinding.order))


def _finding(result: rdflib.term.Node, report: rdflib.Graph, data: rdflib.Graph) -> CheckFinding:
    """Read one sh:ValidationResult (SHACL, section 3.6.2)."""
    focus = str(report.value(result, SH.focusNode))
    path = _path(report, report.value(result, SH.resultPath))
    messages = {m.language: str(m) for m in _literals(report, result, SH.resultMessage)}
    shape = str(report.value(result, SH.sourceShape))
    return CheckFinding(
        check=f"shape.{shape.rpartition('#')[2]}",
        severity=_SEVERITIES[str(report.value(result, SH.resultSeverity))],
        focus=focus,
        path=path,
        value=to_oxigraph(report.value(result, SH.value)),
        component=str(report.value(result, SH.sourceConstraintComponent)),
        zh=messages.get("zh", ""),
        en=messages.get("en", ""),
        place=place_of(focus, path, _looks_into(data)),
    )


def _literals(
    graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef
) -> Iterator[rdflib.Literal]:
    found = graph.objects(subject, predicate)
    yield from (each for each in found if isinstance(each, rdflib.Literal))


def _path(report: rdflib.Graph, path: rdflib.term.Node | None) -> str:
    if path is None:
        return ""
    alternatives = report.value(path, SH.alternativePath)
    if alternatives is None:
        return str(path)
    return "|".join(str(part) for part in Collection(report, alternatives))


def _looks_into(graph: rdflib.Graph) -> Callable[[str, str], list[str]]:
    def objects(subject: str, predicate: str) -> list[str]:
        found = graph.objects(rdflib.URIRef(subject), rdflib.URIRef(predicate))
        return [str(each) for each in found]

    return objects

"""Checks RDF that others made, file by file: by the shapes, and for names that do not exist."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH

from policygraph.errors import reason
from policygraph.model.code import Severity
from policygraph.model.source import Span
from policygraph.rdf import vocabulary as v
from policygraph.rdf.ontology import ontology_triples
from policygraph.validate.finding import CheckFinding, Place
from policygraph.validate.graph import graph_of
from policygraph.validate.rdf_text import RdfText
from policygraph.validate.result import Checked
from policygraph.validate.shapes import check_graph, shapes_graph
from policygraph.validate.wording import short, told_and_advised

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
_NEAR = 3
_CORRECT = ("：请改正 {}", ": correct {}.")
_ADVICE = {
    "MinCountConstraintComponent": ("：请补上 {}", ": add {}."),
    "MaxCountConstraintComponent": ("：请只保留一个 {}", ": keep one {}."),
}


def is_rdf(path: Path) -> bool:
    """Say whether a file is RDF, by the ending of its name."""
    return path.suffix.lower() in _FORMATS


def check_rdf(path: Path, shown: str) -> tuple[Checked, str | None]:
    """Check an RDF file; the places of what is found are those of its own text.

    Args:
        path: the file.
        shown: what to call it.

    Returns:
        What was found, and the text of the file; None where it is no text.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error)
        unread = _finding("rdf.not-read", path.absolute().as_uri(), f"无法按 UTF-8 读取：{why.zh}",
                          f"It cannot be read as UTF-8: {why.en}")  # fmt: skip
        return Checked("", shown, (replace(unread, place=Place(file=shown)),)), None
    sha256 = hashlib.sha256(data).hexdigest()
    found = sorted(_found(path, text, Place(sha256, shown)), key=CheckFinding.order)
    return Checked(sha256, shown, tuple(found)), text


def _found(path: Path, text: str, place: Place) -> Iterator[CheckFinding]:
    try:
        reader = ox.parse(text, format=_FORMATS[path.suffix.lower()])
        graph = graph_of(reader)
    except (SyntaxError, ValueError) as error:
        yield _unparsed(path, text, error, place)
        return
    written = RdfText(text, reader.prefixes)
    told: dict[
        tuple[object, ...], CheckFinding
    ] = {}  # a shape says the same by each of its constraints
    for finding in (*check_graph(graph), *_unknown(graph)):
        told.setdefault((finding.check, finding.focus, finding.path, finding.value), finding)
    for finding in told.values():
        value = "" if finding.value is None else finding.value.value
        predicate = finding.path.partition("|")[0]
        spans = written.place(finding.focus, predicate, value)
        yield replace(_advised(finding), place=replace(place, spans=spans))
    if not set(graph.objects(None, RDF.type)) & _checked_classes():
        nothing = _finding(
            "rdf.nothing-checked",
            path.absolute().as_uri(),
            "没有属于所检查的类的节点，什么也没有检查：请为各节点写明 rdf:type，如 pg:Clause",
            "No node is of a class that the shapes check, so nothing was checked: give nodes their"
            " rdf:type, such as pg:Clause.",
        )
        yield replace(nothing, severity=Severity.WARNING, place=place)


def _advised(finding: CheckFinding) -> CheckFinding:
    """Say what to do in the file: the advice of a shape is for a record."""
    if not finding.path or not finding.check.startswith("shape."):
        return finding
    zh, en = _ADVICE.get(finding.component.rpartition("#")[2], _CORRECT)
    name = short(finding.path)
    told = (told_and_advised(message)[0] for message in (finding.zh, finding.en))
    zh, en = (f"{what}{said.format(name)}" for what, said in zip(told, (zh, en), strict=True))
    return replace(finding, zh=zh, en=en)


def _unparsed(path: Path, text: str, error: Exception, place: Place) -> CheckFinding:
    """Give the finding that a file is not of its format, at its line."""
    told = " ".join(str(getattr(error, "msg", error)).split())
    finding = _finding(
        "rdf.syntax",
        path.absolute().as_uri(),
        f"不符合 {path.suffix} 的语法，未能检查：请修改（{told}）",
        f"It is not of the form of {path.suffix}, and was not checked: correct it ({told})",
    )
    line = getattr(error, "lineno", None)
    if line is None:
        return replace(finding, place=place)
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: line - 1]))
    end = start + len(lines[line - 1].rstrip()) if line <= len(lines) else start
    return replace(finding, place=replace(place, spans=(Span(start, end),)))


def _unknown(graph: rdflib.Graph) -> Iterator[CheckFinding]:
    """Give the classes and properties in our namespace that the ontology does not have."""
    for subject, predicate, value in graph:
        term = value if predicate == RDF.type else predicate
        if str(term).startswith(v.PG) and str(term) not in _known_terms():
            name, near = short(str(term)), _near(str(term))
            found = _finding(
                "rdf.unknown-term",
                str(subject),
                f"本体中没有 {name}：请改用本体中的名称，相近的有 {'、'.join(near)}",
                f"The ontology has no {name}: use one of its names; near: {', '.join(near)}",
            )
            yield replace(found, path=str(predicate), value=_value(predicate, value))


def _value(predicate: rdflib.term.Node, value: rdflib.term.Node) -> ox.NamedNode | None:
    return ox.NamedNode(str(value)) if predicate == RDF.type else None


@cache
def _known_terms() -> frozenset[str]:
    subjects = (subject.strip("<>") for subject, _, _ in ontology_triples())
    return frozenset(subject for subject in subjects if subject.startswith(v.PG))


@cache
def _checked_classes() -> frozenset[rdflib.term.Node]:
    return frozenset(shapes_graph().objects(None, SH.targetClass))


def _near(term: str) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for misspelled names alone; takes long

    found = process.extract(term, sorted(_known_terms()), scorer=fuzz.ratio, limit=_NEAR)
    return [short(near) for near, _, _ in found]


def _finding(check: str, focus: str, zh: str, en: str) -> CheckFinding:
    return CheckFinding(check, Severity.ERROR, focus, "", None, "", zh, en, Place())

"""The SHACL shapes as the pages tell them: what each checks of a property of a class."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from policygraph.assets import asset_dir
from policygraph.documentation.statements import Node, Statements, Value, read_statements
from policygraph.rdf import vocabulary as v

_SHAPES = "https://w3id.org/policygraph/shapes#"
_LIMITS = ("minInclusive", "maxInclusive", "minLength", "maxLength", "pattern")


@dataclass(frozen=True, slots=True)
class Rule:
    """What one shape asks of one property of the things it looks at.

    Attributes:
        shape: name of the shape; empty for a part of one that has none.
        file: name of its file under ``ontology/shapes/``.
        target: IRI of the class it looks at; for a shape of whatever has a property, of that one.
        paths: IRIs of the properties, several where any of them will do; none for a shape that
            looks at the thing as a whole.
        least: least number of values; None where it asks for none.
        most: greatest number of values; None where there may be any number.
        classes: IRIs of the datatype, or of the classes that a value may have.
        values: what the value must be one of.
        limits: further limits, as (name in SHACL, value).
        zh: what is wrong where it does not hold, in Chinese.
        en: the same in English.
    """

    shape: str
    file: str
    target: str
    paths: tuple[str, ...]
    least: int | None
    most: int | None
    classes: tuple[str, ...]
    values: tuple[str, ...]
    limits: tuple[tuple[str, str], ...]
    zh: str
    en: str


@cache
def read_rules() -> tuple[Rule, ...]:
    """Read all shapes that are shipped."""
    files = sorted((asset_dir("ontology") / "shapes").glob("*.ttl"))
    return tuple(rule for file in files for rule in _rules(file))


def rules_of(target: str, path: str) -> list[Rule]:
    """Give what the shapes ask of a property of a class."""
    return [rule for rule in read_rules() if rule.target == target and path in rule.paths]


def rules_of_whole(target: str) -> list[Rule]:
    """Give what the shapes ask of the things of a class as a whole."""
    return [rule for rule in read_rules() if rule.target == target and not rule.paths]


def _rules(file: Path) -> Iterator[Rule]:
    said = read_statements([file])
    for shape in said.subjects(v.TYPE, v.SH + "NodeShape"):
        targets = [
            target
            for by in ("targetClass", "targetSubjectsOf")
            for target in said.iris(shape, v.SH + by)
        ]
        parts = said.objects(shape, v.SH + "property")
        whole = [shape] if said.text(shape, v.SH + "message") else []
        for target in targets:
            for part in (*parts, *whole):
                if not isinstance(part, ox.Literal):
                    yield _rule(said, part, file.name, target)


def _rule(said: Statements, node: Node, file: str, target: str) -> Rule:
    limits = ((name, said.text(node, v.SH + name)) for name in _LIMITS)
    return Rule(
        node.value.removeprefix(_SHAPES) if isinstance(node, ox.NamedNode) else "",
        file,
        target,
        _paths(said, node),
        said.number(node, v.SH + "minCount"),
        said.number(node, v.SH + "maxCount"),
        tuple(_classes(said, node)),
        tuple(_values(said, node)),
        tuple((name, value) for name, value in limits if value),
        said.text(node, v.SH + "message", "zh"),
        said.text(node, v.SH + "message", "en"),
    )


def _paths(said: Statements, node: Node) -> tuple[str, ...]:
    found: list[str] = []
    for path in said.objects(node, v.SH + "path"):
        if isinstance(path, ox.NamedNode):
            found.append(path.value)
        elif not isinstance(path, ox.Literal):
            for several in said.objects(path, v.SH + "alternativePath"):
                found += [m.value for m in said.members(several) if isinstance(m, ox.NamedNode)]
    return tuple(found)


def _classes(said: Statements, node: Node) -> Iterator[str]:
    """Give the datatype or class, or those that stand side by side in ``sh:or``."""
    for name in ("datatype", "class"):
        yield from said.iris(node, v.SH + name)
    for several in said.objects(node, v.SH + "or"):
        for part in said.members(several):
            if not isinstance(part, ox.Literal):
                yield from _classes(said, part)


def _values(said: Statements, node: Node) -> Iterator[str]:
    for several in said.objects(node, v.SH + "in"):
        yield from (_plain(one) for one in said.members(several))


def _plain(value: Value) -> str:
    return value.value if isinstance(value, ox.NamedNode | ox.Literal) else str(value)

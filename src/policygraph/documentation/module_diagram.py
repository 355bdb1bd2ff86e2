"""A module as boxes and arrows: what its drawing shows, before it has places.

An arrow is a property: it leaves the row of the property in the box of a class that it is said
of, and ends at the class or code list that its values are from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygraph.documentation.counts import how_many, lists_of, properties_of
from policygraph.documentation.names import labels, short
from policygraph.documentation.ontology import Module, Term, read_ontology
from policygraph.rdf import vocabulary as v

Key = tuple[str, ...]  # IRIs of the classes or code lists that a box stands for


@dataclass(frozen=True, slots=True)
class Row:
    """A property in the box of a class.

    Attributes:
        iri: the property.
        label: what it is called in Chinese.
        name: its short name.
        value: the short name of its datatype; empty where an arrow tells its values.
        count: how many values it has.
        targets: the boxes that its arrows end at.
    """

    iri: str
    label: str
    name: str
    value: str
    count: str
    targets: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box: a class of the module, classes of elsewhere, or code lists.

    Attributes:
        key: what it stands for.
        kind: ``own``, ``elsewhere`` or ``list``.
        heads: pairs of Chinese label and short name, one line each.
        rows: the properties that are drawn.
        reused: short names of properties of other vocabularies that it has too.
    """

    key: Key
    kind: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...] = ()
    reused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """All boxes of a module: those with rows first."""

    title: str
    boxes: tuple[Box, ...]


def module_diagram(module: Module) -> Diagram:
    """Give what the drawing of a module shows.

    A class of the module has all its properties, of whatever module; classes of elsewhere only
    those of this module that no class of it has.
    """
    own = {(term.iri,): list(_known(properties_of(term.iri))) for term in module.classes()}
    elsewhere = _said_elsewhere(module)
    drawn = {iri: key for key in (*own, *elsewhere) for iri in key}
    boxes = [
        Box(key, "own", _heads(key), _rows(key, terms, drawn), _reused(key[0]))
        for key, terms in own.items()
    ]
    boxes += [
        Box(key, "elsewhere", _heads(key), _rows(key, terms, drawn))
        for key, terms in elsewhere.items()
    ]
    targets = dict.fromkeys(key for box in boxes for row in box.rows for key in row.targets)
    boxes += [_target_box(key) for key in targets if key not in {box.key for box in boxes}]
    return Diagram(f"{module.zh} / {module.en}", tuple(boxes))


def _known(paths: Iterable[str]) -> Iterator[Term]:
    terms = (read_ontology().term(path) for path in paths)
    return (term for term in terms if term is not None)


def _reused(of: str) -> tuple[str, ...]:
    return tuple(short(path) for path in properties_of(of) if not path.startswith(v.PG))


def _said_elsewhere(module: Module) -> dict[Key, list[Term]]:
    """Give the properties that no class of the module has, by the classes that have them.

    Classes of elsewhere that have the same ones share a box.
    """
    own = {term.iri for term in module.classes()}
    here = [term for term in module.properties() if not own & set(term.domains)]
    alike: dict[tuple[Term, ...], list[str]] = {}
    for of in dict.fromkeys(domain for term in here for domain in term.domains):
        alike.setdefault(tuple(term for term in here if of in term.domains), []).append(of)
    return {tuple(of): list(terms) for terms, of in alike.items()}


def _rows(key: Key, terms: Iterable[Term], drawn: dict[str, Key]) -> tuple[Row, ...]:
    return tuple(_row(term, key, drawn) for term in terms)


def _row(term: Term, key: Key, drawn: dict[str, Key]) -> Row:
    datatypes = [short(one) for one in term.ranges] if term.kind == "DatatypeProperty" else []
    value = " ".join(one.partition(":")[2] for one in datatypes)
    counts = {how_many(of, term.iri) for of in key}
    return Row(
        term.iri,
        term.zh,
        short(term.iri),
        value.replace("langString", "string@zh"),
        max(counts, key=lambda count: (len(count), count)),  # 0..1 is true where 1 is
        () if datatypes else _targets(term, key, drawn),
    )


def _targets(term: Term, key: Key, drawn: dict[str, Key]) -> tuple[Key, ...]:
    """Give the boxes that stand for classes of the values; one for all others together."""
    if term.lists:
        return (lists_of(term, key[0]) if len(key) == 1 else term.lists,)
    fitting = {iri: box for iri, box in drawn.items() if set(box) <= set(term.ranges)}
    boxes = dict.fromkeys(fitting[one] for one in term.ranges if one in fitting)
    others = tuple(one for one in term.ranges if one not in fitting)
    return (*boxes, *((others,) if others else ()))


def _target_box(key: Key) -> Box:
    kind = "list" if key[0].startswith(v.CONCEPT) else "elsewhere"
    return Box(key, kind, _heads(key))


def _heads(iris: Iterable[str]) -> tuple[tuple[str, str], ...]:
    lists = {each.iri: each for each in read_ontology().lists}
    return tuple(
        (lists[iri].zh, lists[iri].name) if iri in lists else (labels(iri)[0], short(iri))
        for iri in iris
    )

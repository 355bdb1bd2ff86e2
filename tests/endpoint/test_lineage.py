"""The line of a body's changes, read from the graph."""

from types import SimpleNamespace

import pyoxigraph as ox
import pytest

from policygraph.endpoint.view.cells import Cells
from policygraph.endpoint.view.lineage import lineage_of
from policygraph.endpoint.view.names import Names
from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v

BASE = iri.DEFAULT_BASE


def body(name):
    return ox.NamedNode(f"{BASE}agency/{name}")


def graph(*triples):
    """Give the cells of a store with these statements; strings are texts."""
    store = ox.Store()
    for subject, predicate, target in triples:
        value = ox.Literal(target) if isinstance(target, str) else target
        store.add(ox.Quad(subject, ox.NamedNode(predicate), value))
    reader = Reader(SimpleNamespace(store=store, manifest=SimpleNamespace(base=BASE)))
    return Cells(reader, Names(reader), "zh")


def change(name, old=None, new=(), possible=(), **days):
    """Give the statements of a change."""
    node = ox.NamedNode(f"{BASE}change/{name}")
    said = [(node, v.RESULTING_ORGANIZATION, body(each)) for each in new]
    said += [(node, v.POSSIBLE_RESULT, body(each)) for each in possible]
    said += [(node, v.ORIGINAL_ORGANIZATION, body(old))] if old else []
    return said + [(node, getattr(v, key.upper()), day) for key, day in days.items()]


def told(cells, name):
    """Give old -> new of each change, by the ends of their IRIs."""
    return [
        (" ".join(end(cell) for cell in one.old), " ".join(end(cell) for cell in one.new))
        for one in lineage_of(cells, body(name))
    ]


def end(cell):
    return cell.hint.rpartition("/")[2]


LINE = [
    *change("second", "B", ["C"], change_date="2018-03-21"),
    *change("first", "A", ["B"], change_date="2003-04-25"),
    (body("A"), v.SUCCEEDED_BY, body("B")),
    (body("B"), v.SUCCEEDED_BY, body("C")),
]


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_the_line_is_the_same_from_each_of_its_bodies(name):
    assert told(graph(*LINE), name) == [("A", "B"), ("B", "C")]


def test_a_circle_ends():
    circle = (body("C"), v.SUCCEEDED_BY, body("A"))
    assert told(graph(*LINE, circle), "B") == [("A", "B"), ("B", "C")]


def test_what_has_no_day_stands_last():
    undated = change("0", "C", ["D"])
    assert told(graph(*LINE, *undated), "C")[-1] == ("C", "D")


def test_one_of_several_bodies_is_not_said_to_be_known():
    cells = graph(*change("x", "A", possible=["B", "C"], not_before="2023-03-16"))
    (found,) = lineage_of(cells, body("C"))
    assert not found.is_sure
    assert [end(cell) for cell in found.new] == ["B", "C"]
    assert (found.when.day, found.when.not_before) == (None, "2023-03-16")


def test_a_body_that_was_founded_had_none_before():
    (found,) = lineage_of(graph(*change("x", None, ["A"], change_date="2018-03-21")), body("A"))
    assert found.old == ()
    assert found.is_sure


def test_functions_move_without_taking_the_line_along():
    moved = change("x", "B", ["E"], change_date="2010-01-01")
    later = change("y", "E", ["F"], change_date="2020-01-01")
    ends = (body("E"), v.SUCCEEDED_BY, body("F"))
    cells = graph(*LINE, *moved, *later, ends)
    assert told(cells, "A") == [("A", "B"), ("B", "E"), ("B", "C")]

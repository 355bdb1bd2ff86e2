"""A column is written once: its name, its header and how it is read."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from policygraph.export.lookup import Lookup
from policygraph.export.node import Node
from policygraph.export.rows import Column, Row, columns, read_row, values
from policygraph.export.tables import TABLES
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset

OF_CLAUSES = (
    "responsibilities",
    "body_duties",
    "citations",
    "amendments",
    "agency_changes",
    "quantities",
    "deadlines",
)


@dataclass(frozen=True, slots=True)
class Middle(Row):
    """Columns that stand between others."""

    second: Annotated[str, Column("二", lambda node: node.iri[-2:])]
    third: Annotated[str, Column("三", lambda node: node.iri[-3:], day=True)]


@dataclass(frozen=True, slots=True)
class Whole(Row):
    """A row around them."""

    first: Annotated[str, Column("一", lambda node: node.iri[-1:])]
    middle: Middle
    fourth: Annotated[None, Column("四", lambda node: None)]


def test_a_row_in_a_row_stands_for_its_columns_in_its_place(dataset: Dataset):
    assert [(name, each.header, each.day) for name, each in columns(Whole)] == [
        ("first", "一", False),
        ("second", "二", False),
        ("third", "三", True),
        ("fourth", "四", False),
    ]
    row = read_row(Whole, Node(Lookup(dataset.store), "https://example.org/abc"))
    assert row == Whole("c", Middle("bc", "abc"), None)
    assert list(values(row)) == ["c", "bc", "abc", None]


@pytest.mark.parametrize("name", ["policy_title", "path", "file", "rule", "clause_iri"])
def test_what_the_facts_of_clauses_have_in_common_is_one_column(name: str):
    found = {id(dict(columns(TABLES[table]))[name]) for table in OF_CLAUSES}
    assert len(found) == 1


def test_every_table_says_of_which_node_each_of_its_rows_is():
    for table, row in TABLES.items():
        iris = [name for name, _ in columns(row) if name.endswith("_iri")]
        assert iris, table


def test_a_node_is_described_with_all_that_is_part_of_it(dataset: Dataset):
    lookup = Lookup(dataset.store)
    nodes = [Node(lookup, each) for each in lookup.subjects(v.TYPE, v.CLAUSE)]
    first = next(node for node in nodes if node.said.one(v.TITLE) == "主要任务")
    assert (first.anchor.start, first.end) == (100, 500)

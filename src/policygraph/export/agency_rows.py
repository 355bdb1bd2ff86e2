"""The rows of the agencies, and groups of agencies, that occur in a dataset; see ``rows``."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from policygraph.export import readings as r
from policygraph.export.lookup import Lookup
from policygraph.export.node import Node
from policygraph.export.rows import Column, Row, read_row
from policygraph.rdf import vocabulary as v


def other_names(node: Node) -> tuple[str, ...]:
    """Give the names of an agency beside its preferred one."""
    preferred = node.said.one(v.PREF_LABEL)
    return tuple(name for name in node.said.all(v.NAME) if name != preferred)


def is_group(node: Node) -> bool:
    """Tell whether it is a group of agencies."""
    return v.AGENCY_GROUP in node.said.all(v.TYPE)


def duties(node: Node) -> int:
    """Count the responsibilities of an agency."""
    return len(node.lookup.subjects(v.AGENT, node.iri))


@dataclass(frozen=True, slots=True)
class AgencyRow(Row):
    """An agency, or a group of agencies, that occurs in the dataset."""

    name: Annotated[str | None, Column("单位名称", r.text(v.PREF_LABEL))]
    other_names: Annotated[tuple[str, ...], Column("其他写法", other_names)]
    group: Annotated[bool, Column("集合单位", is_group)]
    provisional: Annotated[bool, Column("全称未知", r.flag(v.PROVISIONAL))]
    place_code: Annotated[str | None, Column("地区代码", r.place_code(v.OF_PLACE))]
    place: Annotated[str | None, Column("地区", r.named(v.OF_PLACE))]
    responsibilities: Annotated[int, Column("责任条数", duties)]
    agency_iri: Annotated[str, Column("单位标识", r.itself)]


def agencies(lookup: Lookup) -> Iterator[AgencyRow]:
    """Give the agencies and groups that occur: by place, name, then IRI."""
    nodes = {node for kind in (v.AGENCY, v.AGENCY_GROUP) for node in lookup.subjects(v.TYPE, kind)}
    found = (read_row(AgencyRow, Node(lookup, node)) for node in nodes)
    yield from sorted(found, key=lambda a: (a.place_code or "", a.name or "", a.agency_iri))

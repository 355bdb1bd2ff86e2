"""What a row of a table is: columns, each written once with its header and how it is read.

A field's name is the stable name of its column for programs; the ``Column`` beside its type has
the header for people and the reading. A field that is a row itself stands for the columns of
that row, in its place: what many tables have in common.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, TypeVar, get_type_hints

from policygraph.export.node import Node


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        header: for people.
        read: gives its value from the node that the row is about.
        day: whether it holds ISO 8601 days.
    """

    header: str
    read: Callable[[Node], Any]
    day: bool = False


AnyRow = TypeVar("AnyRow", bound=Row)


def columns(row: type[Row]) -> tuple[tuple[str, Column], ...]:
    """Give the columns of a kind of rows by their names, in their order."""
    return tuple(
        column
        for name, field in _fields(row)
        for column in (((name, field),) if isinstance(field, Column) else columns(field))
    )


def values(row: Row) -> Iterator[Any]:
    """Give the values of a row, in the order of its columns."""
    for name, field in _fields(type(row)):
        value = getattr(row, name)
        yield from (value,) if isinstance(field, Column) else values(value)


def read_row(row: type[AnyRow], node: Node) -> AnyRow:
    """Read a row from the node that it is about."""
    return row(
        *(
            field.read(node) if isinstance(field, Column) else read_row(field, node)
            for _, field in _fields(row)
        )
    )


_Fields = tuple[tuple[str, Column | type[Row]], ...]
_known: dict[type[Row], _Fields] = {}  # every row asks; reading type hints is slow


def _fields(row: type[Row]) -> _Fields:
    """Give the fields of a row, each a column or the kind of row whose columns it stands for."""
    if row not in _known:
        hints = get_type_hints(row, include_extras=True)
        named = ((field.name, hints[field.name]) for field in fields(row))
        _known[row] = tuple(
            (name, getattr(hint, "__metadata__", (hint,))[0]) for name, hint in named
        )
    return _known[row]

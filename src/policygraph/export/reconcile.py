"""A table with names of units -> what is known of each, and the names of a day.

One row that cannot be read, or whose name is not known, never stops the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.export.tables_read import Table, text_of
from policygraph.export.workbook import Cell
from policygraph.expression import expression
from policygraph.model.reform import Body
from policygraph.registry.places import NATION
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import bodies_named
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.standing import Standing
from policygraph.resolve.suggest import nearest_names

# What stands between the names of a list; a blank does too, where names are found so.
_MARKS = expression(r"[、，；,;]")
_BETWEEN = (expression(r"[、，；,;\r\n]"), expression(r"[、，；,;\s]"))


@dataclass(frozen=True, slots=True)
class Matched:
    """What is known of one name.

    Attributes:
        match: matched, ambiguous, unknown, empty or unreadable; several: each of a list of names
            is matched; list: not each of them is.
        body: the body that is meant; None where it is one of several.
        standing: what stands in its place on the day; also where all bodies that may be meant
            have become one.
        candidates: official names that may be meant.
        parts: what is known of each name of a list.
    """

    match: str
    body: Body | None = None
    standing: Standing | None = None
    candidates: tuple[str, ...] = ()
    parts: tuple["Matched", ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciler:
    """Matches names of units.

    Attributes:
        registry: what is known of units.
        lineage: their changes.
        as_of: ISO day for which the name of that day is looked for.
        place: GB/T 2260 code from which the names are said; None: the country.
    """

    registry: Registry
    lineage: Lineage
    as_of: str
    place: str | None = None

    def match(self, name: str, place: str | None = None) -> Matched:
        """Match one name; ``place`` goes before the place of all."""
        near = (self.registry.history.key(place) if place else None) or place or self.place
        if not name:
            return Matched("empty")
        bodies = bodies_named(name, self.registry, near)
        if len(bodies) == 1:
            standing = self.lineage.standing(bodies[0], self.as_of)
            open_names = tuple(body.name for body in standing.open)
            return Matched("matched", bodies[0], standing, open_names)
        if bodies:
            names = tuple(body.name for body in bodies)
            return Matched("ambiguous", standing=self._common(bodies), candidates=names)
        return Matched("unknown", candidates=nearest_names(name, near or "", self.registry))

    def _common(self, bodies: list[Body]) -> Standing | None:
        """Give what became of several bodies, if that is one: it is all the same which is meant."""
        found = [self.lineage.standing(body, self.as_of) for body in bodies]
        first = found[0]
        same = all((each.now, each.stands) == (first.now, first.stands) for each in found)
        return first if same and len(first.now) == 1 else None

    def nearest(self, name: str) -> list[Body]:
        """Give bodies that a name may mean, or that are written most like it."""
        bodies = bodies_named(name, self.registry, self.place)
        code = self.place or NATION
        return bodies or [Body(code, each) for each in nearest_names(name, code, self.registry)]


def match_cell(text: str, reconciler: Reconciler, place: str | None = None) -> Matched:
    """Match what a cell holds: a name, perhaps with blanks in it (财 政 局), or a list of names.

    A list is taken apart only where each part is the name of one body; it is never matched as a
    whole, for a pattern of names may fit its beginning and its end.
    """
    is_list = len([part for part in _MARKS.split(text) if part.strip()]) > 1
    if not is_list:
        whole = reconciler.match(closed_up(text), place)
        if whole.match != "unknown":
            return whole
    for between in _BETWEEN:
        names = [name for part in between.split(text) if (name := closed_up(part))]
        if len(names) > 1:
            parts = tuple(reconciler.match(name, place) for name in names)
            if all(part.match == "matched" for part in parts):
                return Matched("several", parts=parts)
    return Matched("list") if is_list else whole


def closed_up(text: str) -> str:
    """Give a name without the blanks by which it was spread or broken over lines."""
    return "".join(text.split())


def reconciled(
    table: Table, reconciler: Reconciler, column: int, places: int | None = None
) -> Iterator[tuple[list[Cell], Matched]]:
    """Match the rows of a table, one by one.

    Args:
        table: the table.
        reconciler: matches the names.
        column: index of the column with names.
        places: index of a column with codes of places.
    """
    known: dict[tuple[str, str | None], Matched] = {}
    for _, row in table.rows:
        if row is None or len(row) <= column:
            yield row or [], Matched("unreadable")
            continue
        place = None
        if places is not None and len(row) > places:
            place = text_of(row[places]).strip() or None
        key = (text_of(row[column]).strip(), place)
        if key not in known:
            known[key] = match_cell(key[0], reconciler, place)
        yield row, known[key]

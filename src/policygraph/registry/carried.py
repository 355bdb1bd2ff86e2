"""Bodies of a place that changed: its government and standard departments go with it.

长泰县人民政府 became 漳州市长泰区人民政府. A bureau of a county that became a district may be that
of the district or a branch of the city's: both are told; which of them it is, no table says.
"""

from collections.abc import Iterator
from typing import NamedTuple

from policygraph.model.facts import ChangeKind
from policygraph.model.place_change import PlaceChange, PlaceChangeKind
from policygraph.model.reform import Body, Reform, When
from policygraph.registry.departments import Department, Departments
from policygraph.registry.place_history import PlaceHistory, widened
from policygraph.registry.places import MUNICIPALITIES, Place

_BODY_KINDS = {
    PlaceChangeKind.RECODE: ChangeKind.RENAME,
    PlaceChangeKind.RENAME: ChangeKind.RENAME,
    PlaceChangeKind.REDESIGNATE: ChangeKind.RENAME,
    PlaceChangeKind.MERGE: ChangeKind.MERGE,
    PlaceChangeKind.END: ChangeKind.ABOLISH,
}
_BUREAU = ("委员会", "办公室", "局")
_OWN = "{name}人民政府"  # never a branch; nor are the offices named by it
_SEAT = ("行政公署", "人民政府")  # of a 地区 or 盟, and of the city that took its place
_SEATED = ("地区", "盟")


class _Move(NamedTuple):
    """A change as it concerns the bodies of one place: how their names began, and begin now."""

    change: PlaceChange
    old: Place
    new: Place | None
    old_name: str
    new_name: str


class CarriedBodies:
    """What the changes of places did to their bodies."""

    def __init__(self, history: PlaceHistory, departments: Departments) -> None:
        self._history = history
        self._places = history.today
        self._departments = departments
        self._districts: dict[str, list[Place]] = {}
        for place in self._places:
            if place.name.endswith("区"):
                self._districts.setdefault(place.parent, []).append(place)

    def of(self, body: Body) -> list[Reform]:
        """Give what became of a body with its place, the earliest first."""
        found = (self._reform(body, move) for move in self._moves(body.place, leaving=True))
        return [reform for reform in found if reform is not None]

    def into(self, body: Body) -> list[Reform]:
        """Give the changes of places that a body came of."""
        found: dict[Reform, None] = {}
        for move in self._arriving(body):
            for name in sorted(self._old_names(body, move)):
                reform = self._reform(Body(move.old.code, name), move)
                if reform is not None and body in reform.new:
                    found[reform] = None
        return list(found)

    def stood(self, place: Place, when: When) -> bool:
        """Say whether a place may have borne its name when something took effect."""
        return self._history.may_have_stood(place, when)

    def named_then(self, name: str, place: Place) -> bool:
        """Say whether a body of a place bore a name before a change of the place: 襄樊市财政局."""
        moves = self._moves(place.code, leaving=True)
        return any(name.startswith(m.old_name) and self._old_rows(name, m) for m in moves)

    def _moves(self, key: str, *, leaving: bool) -> Iterator[_Move]:
        """Give the changes of a place, and those of its city's name, by which its own begins."""
        history = self._history
        for change in history.leaving(key) if leaving else history.arriving(key):
            old, new = (history.place(c) if c else None for c in (change.old, change.new))
            if old is not None:
                names = [self._places.full_name_of(each) if each else "" for each in (old, new)]
                yield _Move(change, old, new, *names)
        place = self._places.get(key)
        if place is None or not place.name.endswith("区"):
            return
        for change in history.leaving(place.parent):
            if change.kind is PlaceChangeKind.RENAME and change.old and change.new:
                names = [change.old.name + place.name, change.new.name + place.name]
                if history.may_have_stood(place, change.when):
                    yield _Move(change, place, place, *names)

    def _arriving(self, body: Body) -> Iterator[_Move]:
        """Give the changes that led to the place of a body, or to the district of a branch."""
        yield from self._moves(body.place, leaving=False)
        if body.name.endswith("分局"):
            for place in self._districts.get(body.place, ()):
                if body.name.endswith(f"{place.name}分局"):
                    yield from self._moves(place.code, leaving=False)

    def _old_names(self, body: Body, move: _Move) -> set[str]:
        """Give the names that a body may have had before a change."""
        if move.new is None:
            return set()
        rows = self._departments.bearing(body.name, move.new_name, move.new.short, _level(move.new))
        names = {_filled(row, move.old_name, move.old) for row in rows}
        names |= self._of_branch(body, move)
        if move.old.name.endswith(_SEATED):  # it had no 人民政府
            names = {name for name in names if not name.startswith(move.old_name + _SEAT[1])}
            if body.name == move.new_name + _SEAT[1]:
                names.add(move.old_name + _SEAT[0])
        return names

    def _old_rows(self, name: str, move: _Move) -> list[Department]:
        return self._departments.bearing(name, move.old_name, move.old.short, _level(move.old))

    def _reform(self, body: Body, move: _Move) -> Reform | None:
        """Give what a change of its place did to a body; None where it did nothing to it."""
        change, old = move.change, move.old
        rows = self._old_rows(body.name, move)
        seat = old.name.endswith(_SEATED) and body.name == move.old_name + _SEAT[0]
        bodies = tuple(self._new_bodies(rows, move, seat=seat))
        if not (rows or seat) or body in bodies or change.old is None:
            return None
        kind = _BODY_KINDS[change.kind]
        return Reform(
            event=f"place-{change.kind}-{change.old.code}",
            kind=kind,
            place=body.place,
            old=body,
            new=bodies,
            when=widened(change.when),
            variants=len(bodies) > 1,
            cause=change.words,
            result="renamed" if kind is ChangeKind.RENAME else "ended",
            source=f"{change.words}: {change.source}{'' if change.when.day else _LEEWAY}",
        )

    def _new_bodies(self, rows: list[Department], move: _Move, *, seat: bool) -> list[Body]:
        """Give the bodies of which one took the place of a body."""
        old, new = move.old, move.new
        if new is None:
            return []
        found = [Body(new.code, move.new_name + _SEAT[1])] if seat else []
        found += [Body(new.code, _filled(row, move.new_name, new)) for row in rows]
        if new.name.endswith("区") and not old.name.endswith("区") and old.level == "county":
            found += [branch for row in rows for branch in self._branches(row, new)]
        return list(dict.fromkeys(found))

    def _branches(self, row: Department, new: Place) -> Iterator[Body]:
        """Give the branches in a new district that the city may have in the place of a bureau."""
        city = self._places.get(new.parent)
        if city is None or row.kind != "government" or row.official.startswith(_OWN):
            return
        for above in self._departments.at_level(_level(city)):
            if above.kind == "government" and _stem(above.official) == _stem(row.official):
                yield Body(city.code, f"{_filled(above, city.name, city)}{new.name}分局")

    def _of_branch(self, body: Body, move: _Move) -> set[str]:
        """Give the bureaus of a former county that a branch in a district can have been."""
        city = self._places.get(body.place)
        if move.new is None or city is None or not body.name.endswith(f"{move.new.name}分局"):
            return set()
        head = body.name.removesuffix(f"{move.new.name}分局")
        bearing = self._departments.bearing(head, city.name, city.short, _level(city))
        stems = {_stem(row.official) for row in bearing}
        rows = self._departments.at_level(_level(move.old))
        return {_filled(r, move.old_name, move.old) for r in rows if _stem(r.official) in stems}


_LEEWAY = "; half a year more on either side, since signs and tables are not changed on one day"


def _level(place: Place) -> str:
    return "municipality" if place.code in MUNICIPALITIES else place.level


def _filled(row: Department, full: str, place: Place) -> str:
    return row.official.replace("{name}", full).replace("{short}", place.short)


def _stem(official: str) -> str:
    """发展和改革 of 发展和改革局 and 发展和改革委员会."""
    for ending in _BUREAU:
        if official.endswith(ending):
            return official.removesuffix(ending)
    return official

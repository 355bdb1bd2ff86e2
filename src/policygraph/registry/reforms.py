"""Reforms of agencies: single known changes, and national reforms as patterns.

A pattern is expanded only for a body that is asked for: ``{name}国家税务局`` gives the change of
the tax office of one city.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from policygraph.errors import RegistryError
from policygraph.expression import expression
from policygraph.model.facts import ChangeKind
from policygraph.model.reform import Body, Reform, When
from policygraph.registry.carried import CarriedBodies
from policygraph.registry.places import MUNICIPALITIES, Place, Places
from policygraph.registry.reform_patterns import (
    APPLIES,
    LEVELS,
    SEPARATELY_PLANNED,
    Pattern,
    expanded,
    filled,
)
from policygraph.registry.tables import Row, read_table

_DAYS = ("date", "not_before", "not_after")
_SEVERAL = expression(r"[|/]")  # other bodies, or other names of one new body
RESULTS = ("", "continues", "ended", "renamed")
_DATED = ("date?", "not_before?", "not_after?")
_TOLD = ("functions?", "cause?", "basis?", "basis_number?", "result?", "source")
CHANGES = ("event", "kind", "place", "old?", "new?", "new_place?", *_DATED, *_TOLD)
PATTERNS = ("event", "kind", "level", "applies", "old", "new?", *_DATED, *_TOLD)


class Reforms:
    """All changes of agencies that the registry knows, by the bodies they befell."""

    def __init__(
        self,
        changes: Iterable[Reform],
        patterns: Iterable[Pattern],
        places: Places,
        capitals: Iterable[str],
        carried: CarriedBodies | None = None,
    ) -> None:
        self._places = places
        self._carried = carried
        self._capitals = frozenset(capitals)
        self._patterns = tuple(patterns)
        self._single: dict[Body, list[Reform]] = {}
        self._founded: dict[Body, list[Reform]] = {}
        self._expanded: dict[str, dict[str, list[Reform]]] = {}
        self._into: dict[str, dict[Body, list[str]]] = {}
        self._within: dict[str, list[str]] = {}
        for place in places:
            self._within.setdefault(place.parent, []).append(place.code)
        for change in changes:
            if change.old:
                self._single.setdefault(change.old, []).append(change)
            for body in change.new:
                self._founded.setdefault(body, []).append(change)
        self._by_name: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies():
            self._by_name[body.name].append(body)

    def of(self, body: Body) -> list[Reform]:
        """Give what became of a body, the earliest first.

        A single change that ended it goes before the patterns that would end it too, and what
        had ended before its place changed was not carried over.
        """
        single = self._single.get(body, [])
        patterned = self._expansions(body.place).get(body.name, [])
        if any(reform.ends_the_name for reform in single):
            patterned = [reform for reform in patterned if not reform.ends_the_name]
        known = [*single, *patterned]
        ends = [reform for reform in known if reform.ends_the_name]
        carried = self._carried.of(body) if self._carried else []
        known += [r for r in carried if not any(e.when.surely_before(r.when) for e in ends)]
        return sorted(known, key=by_date)

    def is_settled(self, body: Body) -> bool:
        """Say whether a row of its own, and no pattern, says what ended a body."""
        return any(reform.ends_the_name for reform in self._single.get(body, []))

    def into(self, body: Body) -> list[Reform]:
        """Give the changes that a body came of, or through which it got functions."""
        found = list(self._founded.get(body, []))
        for place in (body.place, *self._below(body.place)):
            for name in self._predecessors(place).get(body, ()):
                known = self.of(Body(place, name))
                found += [r for r in known if body in r.new and r not in found]
        for reform in self._carried.into(body) if self._carried else ():
            if reform.old and reform in self.of(reform.old):
                found.append(reform)
        return sorted(found, key=by_date)

    def named_then(self, name: str, place: Place) -> bool:
        """Say whether a body of a place bore a name before the place changed."""
        return self._carried is not None and self._carried.named_then(name, place)

    def named(self, name: str) -> list[Body]:
        """Give the bodies of single changes that bear an official name."""
        return list(self._by_name.get(name, ()))

    def bodies(self) -> Iterator[Body]:
        """Give the bodies of all single changes."""
        yield from sorted({*self._single, *self._founded})

    def _expansions(self, code: str) -> dict[str, list[Reform]]:
        """Give the expanded patterns of a place, by the name of the old body."""
        if code in self._expanded:
            return self._expanded[code]
        found: dict[str, list[Reform]] = {}
        for place in self._places.under(code):
            words = self._words(place)
            level = "municipality" if code in MUNICIPALITIES else place.level
            for pattern in self._patterns:
                if pattern.level == level and self._applies(pattern, place):
                    name = filled(pattern.old, words)
                    for reform in expanded(pattern, place, words, self._places):
                        if self._carried is None or self._carried.stood(place, reform.when):
                            found.setdefault(name, []).append(reform)
        self._expanded[code] = found
        return found

    def _predecessors(self, code: str) -> dict[Body, list[str]]:
        """Give the names of a place that patterns lead to a body from, by that body."""
        if code not in self._into:
            found: dict[Body, dict[str, None]] = {}  # in order, each once
            for name, reforms in self._expansions(code).items():
                for body in (body for reform in reforms for body in reform.new):
                    found.setdefault(body, {})[name] = None
            self._into[code] = {body: list(names) for body, names in found.items()}
        return self._into[code]

    def _applies(self, pattern: Pattern, place: Place) -> bool:
        rule = pattern.applies.removeprefix("not_")
        city = place.parent if place.level == "county" else place.code
        holds = {
            "any": True,
            "capital": city in self._capitals,
            "in_municipality": place.parent in MUNICIPALITIES,
            "separately_planned": city in SEPARATELY_PLANNED,
        }
        return holds[rule] is (rule == pattern.applies)

    def _below(self, code: str) -> Iterator[str]:
        """Give the places whose bodies may have gone to one of a place.

        Those next below; of a province also the counties of its capital, which has no city branch
        of the People's Bank above them.
        """
        for below in self._within.get(code, []):
            yield below
            if below in self._capitals:
                yield from self._within.get(below, [])

    def _words(self, place: Place) -> dict[str, str]:
        chain = self._places.chain(place.code)
        above = [each for each in chain[1:] if each.level != "national"]
        province = next((each for each in chain if each.level == "province"), None)
        return {
            "{name}": self._places.full_name_of(place),
            "{short}": place.short,
            "{own}": place.name,
            "{parent}": above[0].name if above and above[0].level == "prefecture" else "",
            "{province}": province.name if province else "",
        }


def by_date(reform: Reform) -> tuple[str, str, str]:
    """Give the key that puts changes in the order of their dates, undated ones last."""
    when = reform.when
    return (when.earliest or when.latest or "9999", reform.event, reform.kind)


def read_reforms(
    changes: Iterable[Path],
    patterns: Iterable[Path],
    capitals: Iterable[Path],
    places: Places,
    carried: CarriedBodies | None = None,
) -> Reforms:
    """Read the tables of reforms and of provincial capitals.

    Raises:
        RegistryError: a row cannot be used; names file and line.
    """
    seats = [
        row["capital"]
        for path in capitals
        for row in read_table(path, ("province", "capital", "source"))
    ]
    return Reforms(
        [r for path in changes for r in _read_changes(path)],
        [p for path in patterns for p in _read_patterns(path)],
        places,
        seats,
        carried,
    )


def _read_changes(path: Path) -> Iterator[Reform]:
    for line, row in enumerate(read_table(path, CHANGES, _DAYS), 2):
        told = _told(path, line, row)
        old = Body(row["place"], row["old"]) if row["old"] else None
        where = row["new_place"] or row["place"]
        new = tuple(Body(where, name) for name in _SEVERAL.split(row["new"]) if name)
        yield replace(told, place=row["place"], old=old, new=new)


def _read_patterns(path: Path) -> Iterator[Pattern]:
    for line, row in enumerate(read_table(path, PATTERNS, _DAYS), 2):
        _allowed(path, line, row, "level", LEVELS)
        _allowed(path, line, row, "applies", APPLIES)
        if "{" not in row["old"]:
            raise RegistryError(
                zh=f"登记表 {path} 第 {line} 行的 old“{row['old']}”没有占位符，只指一个机构；"
                "请写入 agency_changes.csv",
                en=f"{path}: line {line}: old {row['old']!r} has no placeholder, so it names one"
                " body; write it in agency_changes.csv",
            )
        new = tuple(name for name in _SEVERAL.split(row["new"]) if name)
        yield Pattern(row["level"], row["applies"], row["old"], new, _told(path, line, row))


def _told(path: Path, line: int, row: Row) -> Reform:
    _allowed(path, line, row, "kind", tuple(ChangeKind))
    _allowed(path, line, row, "result", RESULTS)
    reform = Reform(
        event=row["event"],
        kind=ChangeKind(row["kind"]),
        place="",
        old=None,
        new=(),
        when=_when(row),
        variants="/" in row["new"],
        functions=tuple(name for name in row["functions"].split("|") if name),
        cause=row["cause"],
        basis=row["basis"],
        basis_number=row["basis_number"],
        result=row["result"],
        source=row["source"],
    )
    _check_dated(path, line, reform)
    _check_basis(path, line, reform)
    return reform


def _when(row: Row) -> When:
    return When(*(row[column] or None for column in _DAYS))


def _check_dated(path: Path, line: int, reform: Reform) -> None:
    if reform.ends_the_name and reform.when.earliest is None:
        raise RegistryError(
            zh=f"登记表 {path} 第 {line} 行记机构终止而没有日期；"
            "请填写 date，或填写 not_before 及已知的 not_after",
            en=f"{path}: line {line}: a body ends and no day is given;"
            " fill in date, or not_before and if it is known not_after",
        )


def _check_basis(path: Path, line: int, reform: Reform) -> None:
    bases = zip_longest(reform.basis.split("|"), reform.basis_number.split("|"), fillvalue="")
    for title, number in bases:
        if number and not title:
            raise RegistryError(
                zh=f"登记表 {path} 第 {line} 行的 basis_number“{number}”没有对应的标题；"
                "请在 basis 中写明文件名称，多个文件按同样次序以 | 分隔",
                en=f"{path}: line {line}: basis_number {number!r} has no title;"
                " name the document in basis, several with | between them in the same order",
            )


def _allowed(path: Path, line: int, row: Row, column: str, values: tuple[str, ...]) -> None:
    if row[column] not in values:
        raise RegistryError(
            zh=f"登记表 {path} 第 {line} 行的 {column}“{row[column]}”不在可用的值之内；"
            f"请改用其中之一：{'、'.join(filter(None, values))}",
            en=f"{path}: line {line}: {column} {row[column]!r} is not known;"
            f" use one of {', '.join(filter(None, values))}",
        )

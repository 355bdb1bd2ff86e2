"""Administrative divisions through time: which stood on a day, and what became of them.

A division is the same under another name of its code (襄樊市, 襄阳市: 420600), and under another
code of its name (大方县: 522422, 520521). Its key is its last code; where that was given to another
division afterwards (500110: 万盛区, now 綦江区), the code and its last name: ``500110~万盛区``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from policygraph.model.place_change import Coded, PlaceChange, PlaceChangeKind
from policygraph.model.reform import When
from policygraph.registry.place_tables import FormerPlace, best_known, check_tables
from policygraph.registry.places import Place, Places

_SAME = (PlaceChangeKind.RECODE, PlaceChangeKind.RENAME)
_NEVER = "9999-12-31"
_LEEWAY = timedelta(days=183)
"""A table may be months behind the decision, and the signs are changed months after it."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One code and one name of a division, and how long it had them.

    Attributes:
        coded: the code and the name.
        place: the division; its code is the key.
        since: by the editions; without a day it had them in the first edition already.
        until: by the editions; None: it has them in the table of today.
        source: where this is known from, in words; "" of the table of today.
    """

    coded: Coded
    place: Place
    since: When
    until: When | None
    source: str = ""

    @property
    def first_day(self) -> str:
        """First day on which it may have had them; "" where there is no such limit."""
        return widened(self.since).earliest or ""

    @property
    def last_day(self) -> str:
        """First day on which it surely had them no more; later than any day where it has none."""
        return (widened(self.until).latest if self.until else None) or _NEVER


class Dated(NamedTuple):
    """When something began and ended; no days in ``since``: not known; None: it goes on."""

    since: When
    until: When | None


@lru_cache(maxsize=512)
def widened(when: When) -> When:
    """Give the days between which a change took effect where only editions tell it.

    Half a year on either side: the code table and the signs are not changed on one day.
    """
    if when.day or not when.not_before:
        return when
    first, last = (
        (date.fromisoformat(day) + shift).isoformat() if day else None
        for day, shift in ((when.not_before, -_LEEWAY), (when.not_after, _LEEWAY))
    )
    return When(None, first, last)


class PlaceHistory:
    """All divisions of all editions, and the changes between them.

    Attributes:
        changes: the changes, the earliest first.
        stays: the codes and names of all divisions, those of today first.
        first_day: day of the first edition; what was before it is not known. "" without one.
        today: the divisions of today.
    """

    def __init__(
        self,
        today: Sequence[Place],
        former: Sequence[FormerPlace] = (),
        changes: Sequence[PlaceChange] = (),
    ) -> None:
        """Put the tables together.

        Raises:
            RegistryError: the tables do not fit each other.
        """
        check_tables(today, former, changes)
        changes = best_known(changes)
        self.changes = tuple(sorted(changes, key=_by_day))
        self.first_day = min((row.since.latest or "" for row in former), default="")
        bare = [*_of_today(today, changes, self.first_day), *_of_former(former, changes)]
        keys = _keys(bare, changes)
        self.stays = tuple(_with_keys(bare, keys))
        self._places = {stay.coded: stay.place for stay in self.stays}
        self._by_key: dict[str, list[Stay]] = {}
        for stay in self.stays:
            self._by_key.setdefault(stay.place.code, []).append(stay)
        self._leaving: dict[str, list[PlaceChange]] = {}
        self._arriving: dict[str, list[PlaceChange]] = {}
        for change in self.changes:
            for coded, by_key in ((change.old, self._leaving), (change.new, self._arriving)):
                if coded is not None:
                    by_key.setdefault(keys[coded], []).append(change)
        whens = _each_once(self.stays)
        days = {key: (when.earliest or "", when.latest or "") for key, when in whens.items()}
        self._lasting = [
            (stay.place, days[id(stay.since)][0], days[id(stay.until)][1] or _NEVER)
            for stay in sorted(self.stays, key=_end)
        ]
        self._days = sorted({day for both in days.values() for day in both if day})
        self.today = self._view(len(self._days))
        self._views = lru_cache(maxsize=48)(self._view)

    def on(self, day: str | None) -> Places:
        """Give the divisions that stood, or may have stood, on an ISO day; None: today."""
        index = len(self._days) if day is None else bisect_right(self._days, day)
        return self.today if index == len(self._days) else self._views(index)

    def leaving(self, key: str) -> list[PlaceChange]:
        """Give what became of a division, the earliest first."""
        return self._leaving.get(key, [])

    def arriving(self, key: str) -> list[PlaceChange]:
        """Give the changes that a division came of, the earliest first."""
        return self._arriving.get(key, [])

    def of(self, key: str) -> list[Stay]:
        """Give the codes and names of a division, the earliest first."""
        return sorted(self._by_key.get(key, ()), key=_end)

    def by_key(self) -> Iterator[tuple[str, list[Stay]]]:
        """Give the codes and names of each division that ever had others, the earliest first."""
        for key in sorted(self._by_key):
            stays = self.of(key)
            if len(stays) > 1 or stays[0].until is not None:
                yield key, stays

    def of_name(self, place: Place) -> list[Dated]:
        """Give when a division bore its name: the days widened where only editions tell them."""
        return [
            Dated(widened(stay.since), widened(stay.until) if stay.until else None)
            for stay in self.of(place.code)
            if stay.place.name == place.name
        ]

    def key(self, code: str) -> str | None:
        """Give the key of the division that has a code, or had it last; None: there is none."""
        if self.today.get(code):
            return code
        last = [stay.place.code for stay in self.stays if stay.coded.code == code]
        return last[-1] if last else None

    def place(self, coded: Coded) -> Place:
        """Give the division of a code and a name."""
        return self._places[coded]

    def may_have_stood(self, place: Place, when: When) -> bool:
        """Say whether a division may have borne its name when something took effect."""
        return any(
            not when.surely_before(since) and not (until and until.surely_before(when))
            for since, until in self.of_name(place)
        )

    def _view(self, index: int) -> Places:
        """Give the divisions between two turning days; of two names the earlier one counts."""
        day = self._days[index - 1] if index else ""
        inside: list[Place] = []
        outside: list[Place] = []
        for place, first, last in self._lasting:
            (inside if first <= day < last else outside).append(place)
        return Places(reversed(inside), outside)


def _by_day(change: PlaceChange) -> tuple[str, str, str]:
    coded = change.old or change.new or Coded("", "")
    return (change.when.earliest or change.when.latest or "", coded.code, change.kind)


def _end(stay: Stay) -> tuple[str, str]:
    """Give the key that puts stays in the order of their ends."""
    return (
        (stay.until.latest or stay.until.earliest or "") if stay.until else "9",
        stay.coded.code,
    )


def _each_once(stays: Iterable[Stay]) -> dict[int, When]:
    """Give the days of stays, widened, by their ``id``: nearly all began with the first edition."""
    told = {id(when): when for stay in stays for when in (stay.since, stay.until)}
    return {key: When() if when is None else widened(when) for key, when in told.items()}


def _of_today(
    today: Iterable[Place], changes: Iterable[PlaceChange], first_day: str
) -> Iterator[Stay]:
    begun = (change for change in changes if change.kind is not PlaceChangeKind.MERGE)
    since = {change.new: change.when for change in begun if change.new is not None}
    ever = When(not_after=first_day)
    for place in today:
        coded = Coded(place.code, place.name)
        yield Stay(coded, place, since.get(coded, ever), None)


def _of_former(former: Iterable[FormerPlace], changes: Iterable[PlaceChange]) -> Iterator[Stay]:
    """Give former places; a change that is known better than from their editions goes first."""
    ended = {change.old: change.when for change in changes if change.old is not None}
    for row in former:
        place = Place(row.coded.code, row.coded.name, row.short, row.level, row.parent)
        yield Stay(row.coded, place, row.since, ended[row.coded], row.source)


def _keys(stays: Sequence[Stay], changes: Iterable[PlaceChange]) -> dict[Coded, str]:
    """Give the key of the division behind each code and name."""
    goes_on = {c.old: c.new for c in changes if c.kind in _SAME and c.old and c.new}
    last: dict[Coded, Coded] = {}
    for stay in stays:
        coded, seen = stay.coded, {stay.coded}
        while (then := goes_on.get(coded)) is not None and then not in seen:
            coded = then
            seen.add(coded)
        last[stay.coded] = coded
    ends = {stay.coded: _end(stay) for stay in stays}
    holder: dict[str, Coded] = {}
    for coded in sorted(set(last.values()), key=lambda each: ends[each]):
        holder[coded.code] = coded
    return {
        coded: end.code if holder[end.code] == end else f"{end.code}~{end.name}"
        for coded, end in last.items()
    }


def _with_keys(stays: Sequence[Stay], keys: dict[Coded, str]) -> Iterator[Stay]:
    """Give the stays with the keys of their divisions, and of those above them at that time."""
    by_code: dict[str, list[Stay]] = {}
    for stay in stays:
        by_code.setdefault(stay.coded.code, []).append(stay)
    for stay in stays:
        above = by_code.get(stay.place.parent, [])
        day = stay.until.earliest if stay.until else None
        then = next((each for each in above if _held(each, day)), None)
        parent = stay.place.parent if then is None else keys[then.coded]
        name = "" if then is None or stay.until is None else then.coded.name
        bare, key = stay.place, keys[stay.coded]
        if (key, parent, name) == (bare.code, bare.parent, bare.above):
            yield stay  # nearly all
            continue
        place = Place(key, bare.name, bare.short, bare.level, parent, name)
        yield Stay(stay.coded, place, stay.since, stay.until, stay.source)


def _held(stay: Stay, day: str | None) -> bool:
    """Say whether an edition of a day holds it; None: that of today."""
    if stay.until is None:
        return day is None or stay.since.latest is None or stay.since.latest <= day
    began = stay.since.latest is None or day is None or stay.since.latest <= day
    return day is not None and began and (stay.until.latest or "") > day

"""Administrative divisions (GB/T 2260): from names to codes, and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from policygraph.registry.tables import read_table

NATION = "100000"
MUNICIPALITIES = ("110000", "120000", "310000", "500000")
_LONGEST = 16  # characters of the longest name of a division
COLUMNS = ("code", "name", "short", "level", "parent?", "source")


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division.

    Attributes:
        code: GB/T 2260 code, six digits.
        name: official name without its parents: 晋城市, 城区.
        short: the name as used inside other names: 晋城.
        level: national, province, prefecture or county.
        parent: code of the division above; empty for the nation.
        above: of a former division, how the one above was called; else "".
    """

    code: str
    name: str
    short: str
    level: str
    parent: str
    above: str = ""


class Places:
    """All divisions of a day, by code, by name and by parent.

    Those of other days (``outside``) are known by their codes, and by their full names where no
    division of the day bears them: who writes 长泰县 today means the county that was.
    """

    def __init__(self, places: Iterable[Place], outside: Iterable[Place] = ()) -> None:
        self._by_code: dict[str, Place] = {}
        self._under: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            self._by_code[place.code] = place
            self._under[place.code].append(place)
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        for place in chain.from_iterable(self._under.values()):
            for name in {place.name, place.short}:
                self._by_name[name].append(place)
        self._outside: dict[str, Place] = {}
        others: dict[str, dict[str, Place]] = defaultdict(dict)
        for place in outside:
            self._outside[place.code] = place
            if place not in self._under[place.code]:
                self._under[place.code].append(place)
            others[place.name][place.code] = place
        self._others = {name: list(found.values()) for name, found in others.items()}
        abroad = {name: self._abroad(name) for name in self._others}
        self._starting = {name: found for name, found in abroad.items() if found} | self._by_name
        self._heads = frozenset(name[:2] for name in self._starting)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_code[code] for code in sorted(self._by_code))

    def get(self, code: str | None) -> Place | None:
        """Give the division with a code, also one of another day."""
        return self._by_code.get(code or "") or self._outside.get(code or "")

    def under(self, code: str) -> list[Place]:
        """Give the division with a code under all names it ever bore, that of the day first."""
        return self._under.get(code, [])

    def possible(self, code: str) -> list[Place]:
        """Give a division as it may be called on the day.

        Two, where it is not known if it was renamed by then.
        """
        return [each for each in self.under(code) if self.is_of_the_day(each)]

    def is_of_the_day(self, place: Place) -> bool:
        """Say whether a division bears its name on the day, or may do so."""
        return place in self._by_name.get(place.name, ())

    def named(self, name: str) -> list[Place]:
        """Give all divisions of the day that bear a full or short name."""
        return self._by_name.get(name, [])

    def of_other_days(self, text: str) -> list[Place]:
        """Give the divisions of other days whose full name ``text`` begins with."""
        for length in range(min(_LONGEST, len(text)), 1, -1):
            if found := self._others.get(text[:length]):
                return found
        return []

    def names(self) -> Iterator[str]:
        """Give all full and short names."""
        return iter(self._by_name)

    def chain(self, code: str) -> list[Place]:
        """Give a division and all above it, up to the nation."""
        found: dict[str, Place] = {}
        place = self.get(code)
        while place is not None and place.code not in found:
            found[place.code] = place
            place = self.get(place.parent)
        return list(found.values())

    def is_within(self, place: Place, code: str) -> bool:
        """Say whether a division is, or lies in, the one with ``code``."""
        return any(above.code == code for above in self.chain(place.code))

    def at_start(self, text: str, near: str | None = None) -> tuple[Place, int] | None:
        """Read the division that ``text`` begins with: 阳泉市城区人民政府 -> 城区 of 阳泉市.

        Args:
            text: a name.
            near: code of a division that settles which of several of one name is meant.

        Returns:
            the division, and how many characters name it; None where none or several fit.
        """
        if text[:2] not in self._heads:
            return None
        for length in range(min(_LONGEST, len(text)), 1, -1):
            name = text[:length]
            candidates = self._starting.get(name)
            if not candidates:
                continue
            place = self._only(candidates, near) or _fully_named(name, candidates)
            if place is None:
                continue
            below = self._below(place, text[length:])
            return (below[0], length + below[1]) if below else (place, length)
        return None

    def _abroad(self, name: str) -> list[Place]:
        """Give the divisions of other days of a name.

        A 区 is named behind its city; by itself only where its short name is one of the day's, so
        that 长泰区 is not read as 长泰, the county.
        """
        found = self._others.get(name, [])
        if not name.endswith("区"):
            return found
        return [place for place in found if place.short in self._by_name]

    def _only(self, candidates: list[Place], near: str | None) -> Place | None:
        if len(candidates) == 1:
            return candidates[0]
        ranks = ("national", "province", "prefecture", "county")
        highest = min(ranks.index(place.level) for place in candidates)
        top = [place for place in candidates if ranks.index(place.level) == highest]
        if len(top) == 1 and highest < len(ranks) - 1:
            return top[0]
        close = [p for p in candidates if near and (self.is_within(p, near) or self._over(p, near))]
        return close[0] if len(close) == 1 else None

    def _over(self, place: Place, near: str) -> bool:
        return any(above.code == place.code for above in self.chain(near))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(name[:2] for name in (*self._by_name, *self._others))

    def _below(self, place: Place, rest: str) -> tuple[Place, int] | None:
        if rest[:2] not in self._beginnings:
            return None  # the common case
        for length in range(min(_LONGEST, len(rest)), 1, -1):
            inside = self._inside(place, rest[:length])
            if len(inside) == 1:
                further = self._below(inside[0], rest[length:])
                return (further[0], length + further[1]) if further else (inside[0], length)
        return None

    def _inside(self, place: Place, name: str) -> list[Place]:
        """Give the divisions of a name in a place: 淳安县 in 浙江省, 阿坝州 in 四川省."""
        named = [p for p in self._by_name.get(name, []) if p.name == name]
        if name.endswith("州"):
            named += [p for p in self._by_name.get(name[:-1], []) if p.name.endswith("自治州")]
        for found in (named, self._others.get(name, [])):
            direct = [p for p in found if p.parent == place.code]
            within = direct or [p for p in found if p != place and self.is_within(p, place.code)]
            if within:
                return within
        return []

    def full_name(self, code: str) -> str:
        """Give the name as official names begin with it: 河南省, 晋城市, 阳泉市城区, 柳河县.

        A county-level city or county stands by itself; a district of a city follows it.
        """
        place = self.get(code)
        return "" if place is None else self.full_name_of(place)

    def full_name_of(self, place: Place) -> str:
        """Give the name of a division, also of another day, as official names begin with it."""
        parent = self.get(place.parent)
        if place.level == "county" and place.name.endswith("区") and parent is not None:
            then = place.above and not self.is_of_the_day(place)
            return (place.above if then else parent.name) + place.name
        return place.name


def _fully_named(name: str, candidates: list[Place]) -> Place | None:
    """沙县 is the county by its full name before the district by its short one."""
    full = [place for place in candidates if place.name == name]
    return full[0] if len(full) == 1 else None


def read_places(paths: Iterable[Path]) -> list[Place]:
    """Read the tables of places of today; of two rows of a code the later one counts.

    Raises:
        RegistryError: a row is incomplete; names file and line.
    """
    rows = (row for path in paths for row in read_table(path, COLUMNS))
    places = (
        Place(row["code"], row["name"], row["short"], row["level"], row["parent"]) for row in rows
    )
    return list({place.code: place for place in places}.values())

"""Administrative divisions (GB/T 2260): from names to codes, and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    """

    code: str
    name: str
    short: str
    level: str
    parent: str


class Places:
    """All divisions, by code, by name and by parent."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_code = {place.code: place for place in places}
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        for place in self._by_code.values():
            for name in {place.name, place.short}:
                self._by_name[name].append(place)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_code[code] for code in sorted(self._by_code))

    def get(self, code: str | None) -> Place | None:
        """Give the division with a code."""
        return self._by_code.get(code or "")

    def named(self, name: str) -> list[Place]:
        """Give all divisions that bear a full or short name."""
        return self._by_name.get(name, [])

    def names(self) -> Iterator[str]:
        """Give all full and short names."""
        return iter(self._by_name)

    def chain(self, code: str) -> list[Place]:
        """Give a division and all above it, up to the nation."""
        found: list[Place] = []
        place = self.get(code)
        while place is not None and place not in found:
            found.append(place)
            place = self.get(place.parent)
        return found

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
        for length in range(min(_LONGEST, len(text)), 1, -1):
            candidates = self._by_name.get(text[:length])
            if not candidates:
                continue
            place = self._only(candidates, near)
            if place is None:
                continue
            below = self._below(place, text[length:])
            return (below[0], length + below[1]) if below else (place, length)
        return None

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

    def _below(self, place: Place, rest: str) -> tuple[Place, int] | None:
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
        direct = [p for p in named if p.parent == place.code]
        return direct or [p for p in named if p != place and self.is_within(p, place.code)]

    def full_name(self, code: str) -> str:
        """Give the name as official names begin with it: 河南省, 晋城市, 阳泉市城区, 柳河县.

        A county-level city or county stands by itself; a district of a city follows it.
        """
        place = self.get(code)
        if place is None:
            return ""
        parent = self.get(place.parent)
        if place.level == "county" and place.name.endswith("区") and parent is not None:
            return parent.name + place.name
        return place.name


def read_places(paths: Iterable[Path]) -> Places:
    """Read the tables of places.

    Raises:
        RegistryError: a row is incomplete; names file and line.
    """
    rows = (row for path in paths for row in read_table(path, COLUMNS))
    return Places(
        Place(row["code"], row["name"], row["short"], row["level"], row["parent"]) for row in rows
    )

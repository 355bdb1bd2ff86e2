"""Names of units -> official names at a date, and the agency that is meant.

One candidate is an answer; two are a finding; none leaves the name as written.
"""

from dataclasses import dataclass
from typing import NamedTuple

from policygraph.model.facts import Document, Responsibility
from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.registry.departments import Department
from policygraph.registry.places import MUNICIPALITIES, NATION, Place
from policygraph.registry.registry import Registry
from policygraph.resolve.levels import is_group, level_word

# what stands behind the short name of a place beside its departments
_OF_PLACES = ("人民", "政府", "政协", "县委", "市委", "区委", "纪委", "监委", "党委")
_LEVEL_OF_WORD = {
    "省": ("province",),
    "自治区": ("province",),
    "市": ("prefecture", "province", "county"),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "区": ("county",),
    "县": ("county",),
    "旗": ("county",),
}


@dataclass(frozen=True, slots=True)
class AgencyRef:
    """An agency that a document names.

    Attributes:
        place: GB/T 2260 code of the place whose body it is; None: not known.
        name: official name, or the name as resolved in context where that is not known.
        also: the name as resolved in context.
        group: a collective unit.
        provisional: the official name is not known.
    """

    place: str | None
    name: str
    also: str
    group: bool
    provisional: bool


class Canonical(NamedTuple):
    """The official name of a unit, and a finding code where it could not be told."""

    name: str | None
    code: str = ""


def canonical_name(resolved: str, document: Document, registry: Registry) -> Canonical:
    """Give the official name of a unit at the document's date.

    Args:
        resolved: the name with its level restored.
        document: gives place and date.
        registry: places and standard departments.
    """
    if is_group(resolved, registry):
        return Canonical(None)
    names = official_names(resolved, document, registry)
    if len(names) == 1:
        return Canonical(names.pop())
    return Canonical(None, "agency.ambiguous" if names else "agency.unknown")


def official_names(resolved: str, document: Document, registry: Registry) -> set[str]:
    """Give all official names that a unit may bear at the document's date."""
    names = set(_reviewed(resolved, document, registry))
    return names or set(_candidates(resolved, document, registry))


def _reviewed(resolved: str, document: Document, registry: Registry) -> list[str]:
    """Reviewed rows of the places around the document, or named in the unit, go first."""
    codes = [place.code for place in registry.places.chain(document.jurisdiction or "")]
    start = registry.places.at_start(resolved, document.jurisdiction)
    if start:
        codes.append(start[0].code)
    return [
        name
        for code in dict.fromkeys(codes)
        for name in registry.bodies.official(code, resolved, document.issued)
    ]


def _candidates(resolved: str, document: Document, registry: Registry) -> list[str]:
    date = document.issued
    word = level_word(resolved, registry)
    if not word:
        return _placed(resolved, document, registry)
    place = place_of_level(word, document.jurisdiction, registry)
    if place is None:
        return []
    written = resolved.removeprefix(word)
    rows = registry.departments.written_as(written, _table_level(place), date)
    if not rows and not (rows := _branch(written, place, date, registry)):
        return []
    return [
        _filled(row, each, registry)
        for each in registry.places.possible(place.code) or [place]
        for row in rows
    ]


def _branch(written: str, place: Place, date: str | None, registry: Registry) -> list[Department]:
    """市生态环境局城区分局: the branch of a standard department in a place below."""
    if not written.endswith("分局"):
        return []
    for cut in range(len(written) - 2, 1, -1):
        rows = registry.departments.written_as(written[:cut], _table_level(place), date)
        if rows:
            return [
                Department(written, r.level, r.official + written[cut:], r.kind, r.since, r.until)
                for r in rows
            ]
    return []


def _placed(name: str, document: Document, registry: Registry) -> list[str]:
    """Names that hold their place (河南银保监局), are national, or are official already."""
    date = document.issued
    departments = registry.departments
    if document.jurisdiction == NATION:
        rows = departments.written_as(name, "national", date)
        if rows:
            return [row.official for row in rows]
    found: list[str] = []
    for place, start, length in _places_in(name, document, registry):
        level = _table_level(place)
        full = registry.places.full_name_of(place)
        if departments.is_official(name, full, place.short, level):
            return [name]
        rows = departments.patterned(name, full, place.short, level, date)
        if start == 0:
            rows = rows or departments.written_as(name[length:], level, date)
            rows = rows or _branch(name[length:], place, date, registry)
        found += [_filled(row, place, registry) for row in rows]
    return found or _levelled(name, document, registry) or departments.only_national(name, date)


def _levelled(name: str, document: Document, registry: Registry) -> list[str]:
    """人行市中心支行, 团县委: a level word stands where the name of the place would."""
    found: list[str] = []
    for word in _LEVEL_OF_WORD:
        place = place_of_level(word, document.jurisdiction, registry) if word in name else None
        if place is not None:
            level = _table_level(place)
            rows = registry.departments.written_as(name, level, document.issued)
            rows = rows or registry.departments.patterned(name, word, word, level, document.issued)
            found += [_filled(row, place, registry) for row in rows]
    return found


def _places_in(name: str, document: Document, registry: Registry) -> list[tuple[Place, int, int]]:
    """Give the places that occur in a name, where, and how many characters name them."""
    found: dict[str, tuple[Place, int, int]] = {}
    for start in range(len(name) - 1):
        placed = registry.places.at_start(name[start:], document.jurisdiction)
        if placed:
            found.setdefault(placed[0].code, (placed[0], start, placed[1]))
    return list(found.values())


def _table_level(place: Place) -> str:
    if place.code in MUNICIPALITIES:
        return "municipality"
    return place.level


def _filled(row: Department, place: Place, registry: Registry) -> str:
    name = registry.places.full_name_of(place)
    return row.official.replace("{name}", name).replace("{short}", place.short)


def place_of_level(word: str, jurisdiction: str | None, registry: Registry) -> Place | None:
    """Give the place that a level word means in a document: 省 in one of 晋城 is 山西省."""
    levels = _LEVEL_OF_WORD[word]
    for place in registry.places.chain(jurisdiction or ""):
        if place.level in levels and _bears(word, place):
            return place
    return None


def _bears(word: str, place: Place) -> bool:
    """市 means a place that is called a city: 北京市, 晋城市, 柳河市; not a county or district."""
    return place.name.endswith(word) or (word == "省" and place.level == "province")


def agency_of(row: Responsibility, document: Document, registry: Registry) -> AgencyRef:
    """Give the agency that a responsibility names."""
    name = row.canonical or row.resolved
    place = place_of(row.resolved, document, registry)
    return AgencyRef(place, name, row.resolved, row.group, row.canonical is None and not row.group)


def issuer_of(name: str, document: Document, registry: Registry) -> AgencyRef:
    """Give the agency that issued a document; its printed name is its official one."""
    bare = name.removeprefix("中共")
    start = registry.places.at_start(bare, document.jurisdiction)
    named = start is not None and not _is_word(
        bare, start[0], Span(0, start[1]), document, registry
    )
    place = start[0].code if start and named else document.jurisdiction
    return AgencyRef(place, name, name, group=False, provisional=False)


def place_of(resolved: str, document: Document, registry: Registry) -> str | None:
    """Give the place whose body a unit is; that of the document where the name tells none."""
    word = level_word(resolved, registry)
    if word:
        place = place_of_level(word, document.jurisdiction, registry)
        return place.code if place else document.jurisdiction
    for place, start, length in _places_in(resolved, document, registry):
        if not _is_word(resolved, place, Span(start, start + length), document, registry):
            return place.code
    return document.jurisdiction


def _is_word(name: str, place: Place, span: Span, document: Document, registry: Registry) -> bool:
    """Say whether characters that are a county's short name are a word of a unit's name here.

    公安部门 is no body of 公安县, nor 人力资源社会保障部 and, elsewhere than in its province,
    资源规划部门 of 资源县; 公安公安局 is.
    """
    read = name[span.start : span.end]
    if place.level != "county" or read != place.short or read == place.name:
        return False
    departments, level = registry.departments, _table_level(place)
    if span.start:
        full = registry.places.full_name_of(place)
        return not departments.patterned(name, full, place.short, level, None)
    rest = name[span.end :]
    if rest.startswith(_OF_PLACES) or departments.written_as(rest, level, None):
        return False
    return departments.begins_with(read) or not _is_in(place, document.jurisdiction, registry)


def _is_in(place: Place, code: str | None, registry: Registry) -> bool:
    """Say whether a place lies in the one of a document; what lies in the nation tells nothing."""
    return code not in (None, NATION) and registry.places.is_within(place, code or "")


def unresolved(row: Responsibility, code: str) -> Finding:
    """Say that a unit's official name could not be told."""
    return Finding(code, row.spans[0], "agency.standard-department", row.resolved)

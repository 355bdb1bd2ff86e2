"""Names that resolved to nothing, and the names of the registry that come nearest to them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygraph.model.facts import Responsibility
from policygraph.model.record import Record
from policygraph.model.reform import Body
from policygraph.registry.places import MUNICIPALITIES, NATION
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import official_names, place_of
from policygraph.resolve.levels import level_word

_SUGGESTED = 3
_LEAST = 50.0  # of 100: below this two names have little more in common than 局


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that no registry row settles.

    Attributes:
        place: GB/T 2260 code of the place whose body it is; "" where it is not known.
        name: as resolved in context: 市金融办.
        count: how many rows name it.
        documents: number or title of the documents that do.
        candidates: official names that all fit; it is one of them.
        nearest: where none fits, the official names that are written most alike.
    """

    place: str
    name: str
    count: int
    documents: tuple[str, ...]
    candidates: tuple[str, ...]
    nearest: tuple[str, ...]


def unresolved_names(records: Iterable[Record], registry: Registry) -> list[Unresolved]:
    """Give the names without official name, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    documents: dict[tuple[str, str], dict[str, None]] = {}
    candidates: dict[tuple[str, str], set[str]] = {}
    for record, row in _open_rows(records):
        then = registry.on(record.document.issued)
        key = (place_of(row.resolved, record.document, then) or "", row.resolved)
        counts[key] += 1
        name = record.document.number or record.document.title or record.source
        documents.setdefault(key, {})[name] = None
        fitting = official_names(row.resolved, record.document, then)
        candidates.setdefault(key, set()).update(fitting)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        Unresolved(
            place, name, count, tuple(documents[place, name]),
            tuple(sorted(candidates[place, name])),
            () if candidates[place, name] else nearest_names(name, place, registry),
        )
        for (place, name), count in ranked
    ]  # fmt: skip


def _open_rows(records: Iterable[Record]) -> Iterator[tuple[Record, Responsibility]]:
    for record in records:
        for row in record.responsibilities:
            if row.canonical is None and not row.group:
                yield record, row


def nearest_names(name: str, code: str, registry: Registry) -> tuple[str, ...]:
    """Give the official names of a place's bodies that are written most like a name."""
    place = registry.places.get(code)
    if place is None:
        return ()
    level = "municipality" if code in MUNICIPALITIES else place.level
    full = registry.places.full_name(code)
    bare = name.removeprefix(full).removeprefix(level_word(name, registry))
    written: dict[str, str] = {}
    for row in registry.departments.at_level(level):
        key = row.written.replace("{short}", place.short).replace("{name}", full)
        official = row.official.replace("{name}", full).replace("{short}", place.short)
        written.setdefault(key, official)
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for misspelled names alone; takes long

    found = process.extract(
        bare, list(written), scorer=fuzz.ratio, limit=4 * _SUGGESTED, score_cutoff=_LEAST
    )
    names = dict.fromkeys(written[key] for key, *_ in found)
    return tuple(names)[:_SUGGESTED]


def names_beginning(prefix: str, registry: Registry, most: int) -> list[Body]:
    """Give bodies whose official or short name begins with what was typed, the shortest first.

    Names that hold their place need it whole: 阳泉市财 gives 阳泉市财政局, 阳泉银 阳泉银保监分局.
    """
    if not prefix:
        return []
    found: dict[Body, int] = {b: 0 for b in registry.reforms.bodies() if b.name.startswith(prefix)}
    start = registry.places.at_start(prefix)
    for code in (NATION, *([start[0].code] if start else [])):
        place = registry.places.get(code)
        if place is None:
            continue
        level = "municipality" if code in MUNICIPALITIES else place.level
        full = registry.places.full_name(code)
        for row in registry.departments.at_level(level):
            written = row.written.replace("{short}", place.short).replace("{name}", full)
            official = row.official.replace("{name}", full).replace("{short}", place.short)
            if any(name.startswith(prefix) for name in (official, written, full + written)):
                found.setdefault(Body(code, official), len(official))
    return sorted(found, key=lambda body: (len(body.name), body))[:most]

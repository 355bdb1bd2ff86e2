"""The registry: all tables together, and a hash that says which edition was used."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from policygraph.assets import asset_dir
from policygraph.errors import RegistryError
from policygraph.registry.bodies import Bodies, read_bodies
from policygraph.registry.carried import CarriedBodies
from policygraph.registry.departments import Departments, read_departments
from policygraph.registry.laws import Laws, read_laws
from policygraph.registry.measures import Measures, read_measures
from policygraph.registry.place_history import PlaceHistory
from policygraph.registry.place_tables import read_former_places, read_place_changes
from policygraph.registry.places import Places, read_places
from policygraph.registry.reforms import Reforms, read_reforms
from policygraph.registry.tables import read_table
from policygraph.registry.words import Words, read_words


@dataclass(frozen=True, eq=False)
class Registry:
    """What is known before any document is read.

    Attributes:
        places: the divisions of a day: of today, or of the day that ``on`` was asked for.
        history: those of all days.
        abbreviations: one-character names of provinces (晋) -> code.
        digest: SHA-256 over all tables, in the order of their names.
    """

    places: Places
    history: PlaceHistory
    bodies: Bodies
    departments: Departments
    reforms: Reforms
    laws: Laws
    words: Words
    measures: Measures
    abbreviations: dict[str, str]
    digest: str

    def on(self, day: str | None) -> "Registry":
        """Give the registry with the divisions of an ISO day; None: of today."""
        return _with_places(self, self.history.on(day))


@lru_cache(maxsize=64)
def _with_places(registry: Registry, places: Places) -> Registry:
    return registry if places is registry.places else replace(registry, places=places)


TABLES = (
    "places.csv",
    "departments.csv",
    "bodies.csv",
    "laws.csv",
    "agency_changes.csv",
    "reform_patterns.csv",
    "capitals.csv",
    "former_places.csv",
    "place_changes.csv",
    "place_changes_reviewed.csv",
)  # that a folder of one's own may hold


def load_registry(local: Sequence[Path] = ()) -> Registry:
    """Load the registry that is shipped, and add tables of one's own.

    Args:
        local: folders that hold at least one of ``TABLES``.

    Raises:
        RegistryError: a folder is missing or holds no table, or a row cannot be used.
    """
    return _load(tuple(Path(folder).resolve() for folder in local))


@cache
def _load(local: tuple[Path, ...]) -> Registry:
    shipped = asset_dir("data/registry")
    for folder in local:
        if not folder.is_dir():
            raise RegistryError(
                zh=f"登记表文件夹 {folder} 不存在；请指定存放登记表的文件夹",
                en=f"{folder}: no such folder; give a folder of registry tables",
            )
        if not holds_tables(folder):
            raise RegistryError(
                zh=f"文件夹 {folder} 中没有登记表；请放入至少一个下列文件：{'、'.join(TABLES)}",
                en=f"{folder}: holds no registry table; put at least one of these into it:"
                f" {', '.join(TABLES)}",
            )
    folders = (shipped, *local)

    def tables(name: str) -> list[Path]:
        return [folder / name for folder in folders if (folder / name).is_file()]

    history = PlaceHistory(
        read_places(tables("places.csv")),
        read_former_places(tables("former_places.csv")),
        read_place_changes([*tables("place_changes.csv"), *tables("place_changes_reviewed.csv")]),
    )
    places = history.today
    departments = read_departments(tables("departments.csv"))
    return Registry(
        places,
        history,
        read_bodies(tables("bodies.csv")),
        departments,
        read_reforms(
            tables("agency_changes.csv"),
            tables("reform_patterns.csv"),
            tables("capitals.csv"),
            places,
            CarriedBodies(history, departments),
        ),
        read_laws(tables("laws.csv")),
        read_words(shipped),
        read_measures(shipped),
        _abbreviations(shipped),
        _digest(folders),
    )


def holds_tables(folder: Path) -> bool:
    """Say whether a folder holds a table that is known here."""
    return any((folder / name).is_file() for name in TABLES)


def _abbreviations(folder: Path) -> dict[str, str]:
    rows = read_table(folder / "abbreviations.csv", ("letter", "code", "source"))
    return {row["letter"]: row["code"] for row in rows}


def _digest(folders: Sequence[Path]) -> str:
    total = hashlib.sha256()
    for folder in folders:
        for table in sorted(folder.glob("*.csv")):
            total.update(f"{table.name}\n".encode() + table.read_bytes())
    return total.hexdigest()

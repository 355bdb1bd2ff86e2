"""All that a dataset holds, to compare two of them."""

from pathlib import Path

import pyoxigraph as ox

from policygraph.rdf.dataset.stamps import FILE as STAMPS
from policygraph.search.index import FILE as INDEX

_ITS_OWN = (STAMPS, INDEX)  # times and numbers of files; pages (tests.search.contents compares)


def files(dataset: Path) -> dict[str, bytes]:
    """Give the bytes of all files that have to be the same; of the store, none."""
    found = (p for p in dataset.rglob("*") if p.is_file() and "store" not in p.parts)
    return {
        p.relative_to(dataset).as_posix(): p.read_bytes() for p in found if p.name not in _ITS_OWN
    }


def statements(dataset: Path) -> set[ox.Quad]:
    """Give what the store holds, in the named graphs and in the default graph."""
    store = ox.Store.read_only(str(dataset / "store"))
    return set(store.quads_for_pattern(None, None, None, None))

"""What a verify query of scope ``document`` finds follows from one document alone."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.query.library import verify_queries
from policygraph.query.question import Scope
from policygraph.rdf.dataset.contributions_file import Contributions, read_contributions
from policygraph.validate.documents import documents_of, quads_of, told_apart
from policygraph.validate.rules import check_rules
from tests.rdf.changing import LAWS, begin

BASE = "https://w3id.org/policygraph/id/"
ROUNDS = 12


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    begin(folder / "texts", random.Random(5), 24)
    (folder / "texts" / "law.txt").write_text(LAWS[1], encoding="utf-8")
    build([folder / "texts"], folder / "set")
    return folder / "set"


@pytest.fixture(scope="module")
def shared(place: Path) -> Contributions:
    found = read_contributions(place)
    assert found is not None
    return found


def store_of(*shards: bytes) -> ox.Store:
    """Load shards as a dataset has them: each statement in its graph and in the default graph."""
    store = ox.Store()
    for data in shards:
        quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True))
        store.extend(quads)
        store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    return store


def damaged(data: bytes, lot: random.Random) -> bytes:
    """Take lines out, and put the objects of others of the same predicate into some."""
    lines = data.splitlines(keepends=True)
    kept = [line for line in lines if lot.random() > 0.02]
    for at, line in enumerate(kept):
        if lot.random() < 0.02:
            subject, predicate, _ = line.split(b" ", 2)
            same = [other for other in kept if other.split(b" ", 2)[1] == predicate]
            kept[at] = b" ".join((subject, predicate, lot.choice(same).split(b" ", 2)[2]))
    return b"".join(sorted(set(kept)))


def test_the_queries_of_scope_document_find_in_each_document_what_they_find_in_the_whole(
    place: Path, shared: Contributions, tmp_path: Path
) -> None:
    """Over a dataset with ever other faults; with those every one of them finds something."""
    lot = random.Random(1)
    (tmp_path / "graphs" / "source").mkdir(parents=True)
    checks: set[str] = set()
    for _ in range(ROUNDS):
        sources = {}
        for file in sorted((place / "graphs" / "source").iterdir()):
            sources[file.name] = damaged(file.read_bytes(), lot)
            (tmp_path / "graphs" / "source" / file.name).write_bytes(sources[file.name])
        links = (place / "graphs" / "links.nq").read_bytes().splitlines(keepends=True)
        lines = {line.encode() for each in shared.linked.values() for line in each.shared}
        own = b"".join(line for line in links if line not in lines and lot.random() > 0.02)
        others = [
            (place / "graphs" / f"{name}.nq").read_bytes() for name in ("registry", "ontology")
        ]
        whole = store_of(*sources.values(), own, *lines, *others)
        digests = dict.fromkeys((f"source/{name}" for name in sources), "")
        apart = [
            finding
            for each in documents_of(shared, digests)
            for finding in check_rules(
                store_of(*quads_of(each, shared, own, tmp_path)), scope=Scope.DOCUMENT
            )
        ]
        found = list(check_rules(whole, scope=Scope.DOCUMENT))
        assert len(apart) == len(set(apart))
        assert set(apart) == set(found)
        told = told_apart(found, documents_of(shared, digests), BASE)
        assert told is not None
        assert sorted(map(repr, found)) == sorted(repr(f) for rows in told.values() for f in rows)
        checks.update(finding.check.removeprefix("rule.") for finding in found)
    assert checks == {rule.name for rule in verify_queries() if rule.scope is Scope.DOCUMENT}

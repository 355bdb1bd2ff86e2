"""Whatever changes in a folder: a build in the same place gives what one from nothing gives."""

import random
import shutil
from pathlib import Path

import pytest

from policygraph.build import build
from tests.rdf.changing import begin, change
from tests.rdf.whole import files, statements
from tests.search.contents import contents

SEEDS = 2
STEPS = 6


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_build_after_changes_gives_what_one_from_nothing_gives(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policygraph.rdf.dataset.loading._MOST_CHANGED", 2)
    monkeypatch.setattr("policygraph.rdf.links.linking._MOST_AFFECTED", 2)
    monkeypatch.setattr("policygraph.search.changes._MOST_CHANGED", 2)
    if seed % 2:  # believe the stamps of files however young
        monkeypatch.setattr("policygraph.rdf.dataset.stamps._settled", lambda _: -(10**12))
    texts, place, elsewhere = (tmp_path / name for name in ("texts", "set", "elsewhere"))
    lot = random.Random(seed)
    begin(texts, lot)
    build([texts], place)
    for _ in range(STEPS):
        said = change(texts, lot)
        shutil.rmtree(elsewhere, ignore_errors=True)
        with monkeypatch.context() as nothing_anew:
            for name in (
                "rdf.dataset.folder.load_all",
                "rdf.dataset.shared_graphs.link_all",
                "build.write_index",
            ):
                nothing_anew.delattr(f"policygraph.{name}")
            result = build([texts], place)
        fresh = build([texts], elsewhere)
        assert result.unchanged > 0, said
        assert (result.manifest, result.problems) == (fresh.manifest, fresh.problems), said
        assert files(place) == files(elsewhere), said
        assert statements(place) == statements(elsewhere), said
        assert contents(place) == contents(elsewhere), said

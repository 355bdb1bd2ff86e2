from pathlib import Path

import pytest

from policygraph.build import build
from tests.rdf.ten import NAMES, text


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(text(name), encoding="utf-8")
    build([folder], tmp_path / "set")
    return folder

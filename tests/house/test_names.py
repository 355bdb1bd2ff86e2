"""Names say what a thing is; a drawer for all the rest has none."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DRAWERS = {
    "base",
    "common",
    "helper",
    "helpers",
    "lib",
    "manager",
    "misc",
    "tools",
    "util",
    "utils",
}


def test_no_module_is_a_drawer():
    modules = [path for top in ("src", "tests") for path in (ROOT / top).rglob("*.py")]
    assert len(modules) >= 150
    assert [str(path) for path in modules if path.stem.strip("_") in DRAWERS] == []


def test_no_folder_is_a_drawer():
    folders = [
        path for top in ("src", "tests") for path in (ROOT / top).rglob("*") if path.is_dir()
    ]
    assert [str(path) for path in folders if path.name in DRAWERS] == []

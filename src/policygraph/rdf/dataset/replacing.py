"""Puts a dataset in its place when it is whole, and what was there out of it.

A dataset is written beside its place and moved; a reader never sees half of one, and no file is
removed that a build did not make.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policygraph.errors import DatasetError, reason

_MADE = (
    "manifest.json", "reading.json", "graphs", "records", "text", "findings.json", "store",
    "search.sqlite", "stamps.json", "contributions.json", "checks", "registry",
)  # fmt: skip
_KEPT = "checks"  # results by the hash of what was checked: they hold for the new dataset too


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``target`` when the block ends well.

    Raises:
        DatasetError: ``target`` exists and is not a dataset, so it is not ours to replace; or
            the folder cannot be made or moved.
    """
    target = target.resolve()
    _tidy(target)
    if target.exists() and not _may_replace(target):
        raise DatasetError(
            zh=f"{target} 已存在，但不是数据集；请改用其他 --out，或自行删除",
            en=f"{target}: exists and is not a dataset; choose another --out or remove it yourself",
        )
    if target.exists() and (other := _strangers(target)):
        raise DatasetError(
            zh=f"数据集 {target} 中有不属于数据集的 {'、'.join(other[:3])}；"
            "请移往别处，或改用其他 --out",
            en=f"{target}: holds {', '.join(other[:3])}, which is no part of a dataset;"
            " move it elsewhere, or choose another --out",
        )
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        yield beside
        _take_along(target / _KEPT, beside / _KEPT)
        move_into_place(beside, target)
    except OSError as error:
        why = reason(error)
        raise DatasetError(
            zh=f"数据集 {target} 无法写入：{why.zh}；请检查权限和磁盘，或改用其他 --out",
            en=f"{target}: could not be made: {why.en}; check permissions and disk,"
            " or choose another --out",
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _take_along(old: Path, new: Path) -> None:
    """Link the kept results into the new dataset; without them the checks only take longer."""
    if not old.is_dir() or old.is_symlink() or new.exists():
        return
    try:
        shutil.copytree(old, new, symlinks=True, copy_function=os.link)
    except OSError:  # shutil.Error is one; some file systems have no hard links
        shutil.rmtree(new, ignore_errors=True)


def move_into_place(folder: Path, target: Path) -> None:
    """Rename ``folder`` to ``target``; what lay there is removed after, or put back on failure.

    Raises:
        OSError: a folder cannot be renamed; ``target`` is as it was.
    """
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    if not target.exists():
        folder.rename(target)
        return
    target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _strangers(target: Path) -> list[str]:
    """Give the names in a dataset that no build makes, sorted; a build would remove them."""
    return sorted(path.name for path in target.iterdir() if path.name not in _MADE)


def _tidy(target: Path) -> None:
    """Remove what a build that was killed left beside ``target``; put back what it moved away."""
    if not target.parent.is_dir():
        return
    for path in sorted(target.parent.iterdir()):
        kind, _, pid = path.name.removeprefix(f".{target.name}.").partition("-")
        ours = path.name.startswith(f".{target.name}.") and kind in ("new", "old") and pid.isdigit()
        if not ours or _runs(int(pid)):
            continue
        if kind == "old" and not target.exists():
            path.rename(target)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # there, signal 0 is no question but Ctrl-C
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _may_replace(target: Path) -> bool:
    """Tell whether ``target`` is empty or a dataset; other things have a manifest.json too."""
    try:
        if not any(target.iterdir()):
            return True
        data = json.loads((target / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and {"root", "base", "graphs"} <= data.keys()

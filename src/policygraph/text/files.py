"""Paths that a caller names -> the files to read: which of a folder are documents or records."""

import os
from collections.abc import Sequence
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.text.inputs.formats import REFUSED_SUFFIXES, SUFFIXES

_TAKEN = (*SUFFIXES, *REFUSED_SUFFIXES, ".json")


def find_files(paths: Sequence[Path]) -> list[Path]:
    """Give the files to read: those named, and those of the folders named and below, sorted.

    A file that is named twice, as by itself and by its folder, is given once.
    Documents in formats that are not read (.rtf, .odt ...) are among them, so that each is
    refused with what to do about it. Of folders, other endings (.xlsx, .jpg ...) are not.

    Raises:
        SourceError: a path does not exist, or a folder holds nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = _inside(path, taken=True)
            if not inside:
                raise SourceError(
                    zh=f"文件夹 {path} 中没有文本（{'、'.join(SUFFIXES)}），也没有记录（.json）；"
                    "请指定存放政策文件的文件夹",
                    en=f"{path}: holds no texts ({', '.join(SUFFIXES)}) and no records (.json);"
                    " give a folder of policy documents",
                )
            found.extend(inside)
        elif path.exists():
            found.append(path)
        else:
            raise SourceError(
                zh=f"文件或文件夹 {path} 不存在；请检查路径",
                en=f"{path}: no such file or folder; check the path",
            )
    return found if len(paths) == 1 else _once(found)


def _once(files: Sequence[Path]) -> list[Path]:
    first: dict[Path, Path] = {}
    for file in files:
        first.setdefault(file.resolve(), file)
    return list(first.values())


def left_out(paths: Sequence[Path]) -> list[Path]:
    """Give the files in the folders named that ``find_files`` does not take, sorted."""
    return [p for path in paths if path.is_dir() for p in _inside(path, taken=False)]


def _inside(folder: Path, *, taken: bool) -> list[Path]:
    """Give the files of a folder and those below it, but for hidden ones and datasets.

    Args:
        folder: the folder.
        taken: whether those that ``find_files`` takes, or the others.
    """
    files: list[Path] = []
    for top, folders, names in os.walk(folder):
        here = Path(top)
        if here != folder and (here / "manifest.json").is_file():
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        seen = (name for name in names if not name.startswith(".") and _is_input(name) is taken)
        files += [here / name for name in seen if os.path.isfile(f"{top}/{name}")]  # noqa: PTH113
    return sorted(files)


def _is_input(name: str) -> bool:
    name = name.lower()
    return name.endswith(_TAKEN) and name != "readme.md"

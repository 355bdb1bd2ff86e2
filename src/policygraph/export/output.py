"""Where an export goes: written under a temporary name, moved into place when it is whole."""

import gzip
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from policygraph.errors import DatasetError, reason
from policygraph.rdf.dataset.replacing import move_into_place


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        path: the file.
        size: bytes.
        counts: what it holds: ``quads``, ``nodes`` and ``edges``, ``rows``.
    """

    path: Path
    size: int
    counts: Mapping[str, int]


@contextmanager
def new_file(target: Path) -> Iterator[BinaryIO]:
    """Give a binary stream whose content takes the place of ``target`` when the block ends well.

    A name that ends in ``.gz`` is compressed; the same content gives the same bytes (RFC 1952,
    section 2.3.1: MTIME 0, no name).

    Raises:
        DatasetError: ``target`` is a folder, its folder is missing, or it cannot be written.
    """
    target = checked_file(target)
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        with beside.open("wb") as raw:
            if target.suffix == ".gz":
                with gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed:
                    yield cast(BinaryIO, packed)
            else:
                yield raw
        beside.replace(target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Write a text as UTF-8 in place of ``target``, whole or not at all.

    Raises:
        DatasetError: as for ``new_file``.
    """
    with new_file(target) as stream:
        stream.write(text.encode("utf-8", "replace"))


def checked_file(target: Path) -> Path:
    """Give the full path of a file that can be written or replaced.

    Raises:
        DatasetError: ``target`` is a folder, or its folder is missing.
    """
    target = _resolved(target)
    if target.is_dir():
        raise DatasetError(
            zh=f"{target} 是文件夹；请指定其中的文件名",
            en=f"{target}: is a folder; name a file in it",
        )
    return target


def make_folder(target: Path) -> None:
    """Make a folder, and those above it, where it is not there yet.

    Raises:
        DatasetError: it cannot be made.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(target, error) from error


@contextmanager
def new_folder(target: Path, ours: Collection[str]) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``target`` when the block ends well.

    Args:
        target: the folder to be.
        ours: names of the files that an earlier export may have left there.

    Raises:
        DatasetError: ``target`` is a file, or holds other things than ours; its folder is
            missing; or it cannot be written.
    """
    target = _resolved(target)
    _refuse_foreign(target, ours)
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        yield beside
        move_into_place(beside, target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _not_written(target: Path, error: OSError) -> DatasetError:
    why = reason(error)
    return DatasetError(
        zh=f"{target} 无法写入：{why.zh}；请检查权限和磁盘，或换一个位置",
        en=f"{target}: could not be written: {why.en}; check permissions and disk,"
        " or choose another place",
    )


def _resolved(target: Path) -> Path:
    target = target.resolve()
    if not target.parent.is_dir():
        raise DatasetError(
            zh=f"无法写入 {target}：文件夹 {target.parent} 不存在；请先建立",
            en=f"{target}: the folder {target.parent} does not exist; make it first",
        )
    return target


def _refuse_foreign(target: Path, ours: Collection[str]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise DatasetError(
            zh=f"{target} 是文件；请指定文件夹，或以 .zip 结尾的文件名",
            en=f"{target}: is a file; name a folder, or a file that ends in .zip",
        )
    foreign = sorted(entry.name for entry in target.iterdir() if entry.name not in ours)
    if foreign:
        raise DatasetError(
            zh=f"文件夹 {target} 中有其他内容（{foreign[0]}）；请改用其他 --out，或空文件夹",
            en=f"{target}: holds other things ({foreign[0]}); choose another --out or an empty"
            " folder",
        )

"""The one file that a command shows or changes: its record and its text."""

from collections.abc import Sequence
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.model.record import Record
from policygraph.read import read_file


def read_one(file: Path, registry: Sequence[Path]) -> tuple[Record, str]:
    """Read a document with its text.

    Raises:
        SourceError: it is a folder, a record without its text, or cannot be read.
    """
    if file.is_dir():
        raise SourceError(
            zh=f"{file} 是文件夹；请指定其中的一个文件",
            en=f"{file}: is a folder; give one of its files",
        )
    read = read_file(file, registry)
    record = read.required_record()
    if read.text is None:
        raise SourceError(
            zh=f"文件 {file} 是不含原文的记录；请指定抽取所用的原文",
            en=f"{file}: is a record, without its text; give the text it was read from",
        )
    return record, read.text

"""File -> Source. The only code that opens a policy text."""

import hashlib
import stat
from pathlib import Path

from policygraph.errors import SourceError, reason
from policygraph.model.source import Source
from policygraph.text.inputs.confined import extract_text
from policygraph.text.inputs.formats import MARKDOWN, PLAIN, detect
from policygraph.text.inputs.legible import check_legible
from policygraph.text.inputs.plain import plain_text
from policygraph.text.inputs.radicals import unified

MAX_BYTES = 32 << 20
_BLANK = "\ufeff \t\r\n\u3000"


def read_source(path: Path) -> Source:
    """Read one file as text.

    Formats: plain text, Markdown, HTML, DOCX, DOC, PDF with a text layer. Plain text is taken as
    it is, newlines untouched; of the others the text is extracted, a paragraph a line and a row of
    a table a line with a tab between cells, and offsets count in that. A radical that stands for
    an ideograph is read as that, one character for one.

    Encodings of plain text: UTF-8 with or without byte order mark, UTF-16 with one, GB18030
    (GB 18030-2022, which includes GBK and GB 2312).

    Raises:
        SourceError: it is missing, too large, empty, locked, damaged, garbled, or in no format
            that is read here; the code tells which, the message what to do.
    """
    data = _read_bytes(path)
    kind = detect(data, file_name(path))
    name = file_name(path)
    is_text = kind in (PLAIN, MARKDOWN)
    found = plain_text(data, name) if is_text else extract_text(kind, data, name)
    if not found.text.strip(_BLANK):
        raise _empty(path)
    text = unified(found.text)
    notices = (*found.notices, *check_legible(text, name))
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, digest, text, kind.media_type, notices)


def file_name(path: Path) -> str:
    """Give the name of a file as text that can be written.

    Archives that were packed on a Chinese Windows unpack to names in GB18030, which are read as
    such; bytes of other encodings are ``?``.
    """
    readable = path.name.encode("utf-8", "replace").decode("utf-8")
    if readable == path.name:
        return readable
    try:
        return path.name.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return readable


def _empty(path: Path) -> SourceError:
    return SourceError(
        zh=f"文件 {file_name(path)} 中没有文字；请更换文件",
        en=f"{file_name(path)}: holds no text; supply another file",
        code="source.empty",
    )


def _read_bytes(path: Path) -> bytes:
    """Read a file, but for one that is too large: the system tells its size."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(
                zh=f"{path} 是文件夹；请指定其中的文件，或使用 build 命令",
                en=f"{path}: is a folder; give the files in it, or use build",
            )
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(
                zh=f"{path} 是管道或设备，不是文件；请先保存为文件",
                en=f"{path}: is no file but a pipe or device; save it to a file first",
            )
        if status.st_size > MAX_BYTES:
            raise _too_large(path, status.st_size)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # it may have grown meanwhile
    except FileNotFoundError as error:
        raise SourceError(
            zh=f"文件 {path} 不存在；请检查路径",
            en=f"{path}: no such file; check the path",
        ) from error
    except OSError as error:
        why = reason(error)
        raise SourceError(
            zh=f"文件 {path} 无法读取：{why.zh}；请检查路径和权限",
            en=f"{path}: cannot be read ({why.en}); check the path and its permissions",
        ) from error
    if len(data) > MAX_BYTES:
        raise _too_large(path, len(data))
    if not data:
        raise _empty(path)
    return data


def _too_large(path: Path, size: int) -> SourceError:
    return SourceError(
        zh=f"文件 {file_name(path)} 有 {size >> 20} MiB，上限为 {MAX_BYTES >> 20} MiB；请先拆分",
        en=f"{file_name(path)}: {size >> 20} MiB, the limit is {MAX_BYTES >> 20}; split it first",
        code="source.too-large",
    )

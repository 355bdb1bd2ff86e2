"""Exceptions for callers and files. A *text* never raises: what it causes is a Finding.

    PolicyGraphError
    +-- SourceError      a file that cannot be read as a policy text
    |   +-- RecordError      a record (JSON) that does not follow the format
    +-- RegistryError    a registry table with a bad row
    +-- QueryError       a query that is unknown, malformed or wrongly parameterised
    |   +-- QueryTimeout     ran longer than allowed and was stopped
    |   +-- QueryTooLarge    gave more than allowed and was stopped
    +-- DatasetError     a folder that is not a usable dataset

Every error is told in Chinese and in English. Either names the file or parameter, says what is
wrong, and what to do about it; both name the same files, lines and values. The English one is what
``str(error)`` gives to callers and logs; ``error.in_language("zh")`` is what a person reads.
"""

import errno
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said in both languages: a whole message, or a part that several have in common.

    Attributes:
        zh: in Chinese.
        en: in English.
    """

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Give it in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


class PolicyGraphError(Exception):
    """Base of all errors that policygraph raises on purpose.

    Attributes:
        said: what is wrong and what to do, in both languages.
    """

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = Message(zh=zh, en=en)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what it holds, not how it was made: errors come back from worker processes."""
        return type(self).__new__, (type(self), *self.args), self.__dict__

    def in_language(self, language: str) -> str:
        """Give the message in ``zh`` or ``en``."""
        return self.said.in_language(language)


class SourceError(PolicyGraphError):
    """A file cannot be read as a policy text.

    Attributes:
        code: stable finding code under which a build that goes on reports the file.
    """

    def __init__(self, *, zh: str, en: str, code: str = "source.unreadable") -> None:
        super().__init__(zh=zh, en=en)
        self.code = code


class RecordError(SourceError):
    """A record file is not JSON or does not follow the record format."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(zh=zh, en=en, code="source.bad-record")


class RegistryError(PolicyGraphError):
    """A registry table has a row that cannot be used; the message names file and line."""


class QueryError(PolicyGraphError):
    """A query is unknown, is not SPARQL, or its parameters do not fit."""


class QueryTimeout(QueryError):
    """A query ran longer than allowed and was stopped."""


class QueryTooLarge(QueryError):
    """A query gave more than allowed and was stopped."""


class DatasetError(PolicyGraphError):
    """A folder is not a dataset that can be opened."""


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有此文件或文件夹",
    errno.EEXIST: "已有同名文件",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超过磁盘配额",
    errno.EROFS: "磁盘只读",
    errno.EBUSY: "正在使用",
    errno.ENAMETOOLONG: "名称过长",
    errno.ELOOP: "链接循环",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件过多",
    errno.ENOMEM: "内存不足",
}  # the others are told as the system does
_HELD = Message(
    zh="没有权限，或正在被其他程序使用（如 Excel、policygraph serve），请先关闭",
    en="no permission, or in use by another program, such as Excel or policygraph serve: close it",
)
_IN_USE = Message(
    zh="正在被其他程序使用（如 Excel、policygraph serve），请先关闭",
    en="in use by another program, such as Excel or policygraph serve: close it",
)
_NOT_UTF8 = Message(
    zh="路径中有名称不是 UTF-8 编码（如 GBK），图数据库打不开这样的文件夹，请改用英文名称",
    en="a name in the path is not in UTF-8, and the store cannot open such a folder: use ASCII",
)
# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION (winerror.h)
_WINDOWS: dict[int | None, Message] = {5: _HELD, 32: _IN_USE, 33: _IN_USE}


def reason(error: Exception) -> Message:
    """Say why the system, or a library, could not do what was asked; for use within a message."""
    if isinstance(error, UnicodeDecodeError):
        return Message(zh=f"第 {error.start} 字节起不是 {error.encoding} 编码", en=str(error))
    if not isinstance(error, OSError):
        return Message(zh=str(error), en=str(error))
    told = error.strerror or str(error)
    if "not valid UTF-8" in told:  # Oxigraph, of the path of a store
        return _NOT_UTF8
    number = getattr(error, "winerror", None)  # there errno alone does not tell one from another
    if number in _WINDOWS:
        return _WINDOWS[number]
    return Message(zh=_REASONS.get(error.errno or 0, told), en=told)

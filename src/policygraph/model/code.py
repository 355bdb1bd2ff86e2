"""A code of findings: how bad it is, what it means, and what a person can do about it."""

from enum import StrEnum
from typing import NamedTuple

from policygraph.errors import Message


class Severity(StrEnum):
    """How bad a finding is. Only ``error`` makes a command exit with status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Where it stands in a list: 0 is the worst."""
        return tuple(Severity).index(self)

    def in_language(self, language: str) -> str:
        """Give its word in ``zh`` or ``en``."""
        return _CHINESE[self] if language == "zh" else self.value


_CHINESE = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


class Code(NamedTuple):
    """What a finding code means, and what a person can do about it."""

    severity: Severity
    zh: str
    en: str

    @property
    def said(self) -> Message:
        """What it means and what to do, in both languages."""
        return Message(zh=self.zh, en=self.en)

"""A code of findings: how bad it is, what it means, and what a person can do about it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is. Only ``error`` makes a command exit with status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """What a finding code means, and what a person can do about it."""

    severity: Severity
    zh: str
    en: str

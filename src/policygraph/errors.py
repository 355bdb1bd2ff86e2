"""Exceptions for callers and files. A *text* never raises: what it causes is a Finding.

    PolicyGraphError
    +-- SourceError      a file that cannot be read as a policy text
    +-- RecordError      a record (JSON) that does not follow the format
    +-- RegistryError    a registry table with a bad row
    +-- QueryError       a query that is unknown, malformed or wrongly parameterised
    |   +-- QueryTimeout     ran longer than allowed and was stopped
    |   +-- QueryTooLarge    gave more than allowed and was stopped
    +-- DatasetError     a folder that is not a usable dataset

Every message names the file or parameter, says what is wrong, and what to do about it.
"""


class PolicyGraphError(Exception):
    """Base of all errors that policygraph raises on purpose."""


class SourceError(PolicyGraphError):
    """A file cannot be read as a policy text.

    Attributes:
        code: stable finding code under which a build that goes on reports the file.
    """

    def __init__(self, message: str, code: str = "source.unreadable") -> None:
        super().__init__(message)
        self.code = code


class RecordError(SourceError):
    """A record file is not JSON or does not follow the record format."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "source.bad-record")


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

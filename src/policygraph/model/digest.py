"""What stands for running text in the facts-only form of a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Digest:
    """Stands for running text of a published document in the facts-only form."""

    sha256: str
    length: int

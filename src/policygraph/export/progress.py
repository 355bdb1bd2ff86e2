"""How a long export tells how far it is: the caller wraps the things that are worked through."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Track(Protocol):
    """Gives the items one by one and may show how many are done (as ``rich.progress.track``)."""

    def __call__(self, items: Sequence[T], /) -> Iterable[T]:
        """Give the items of ``items`` in their order."""
        ...


def untracked(items: Sequence[T], /) -> Iterable[T]:
    """Give the items and show nothing."""
    return items

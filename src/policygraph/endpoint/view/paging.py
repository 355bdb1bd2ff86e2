"""A long list, one page at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a list a page is.

    Attributes:
        page: number of the page, from 1.
        size: entries on a page.
        total: entries in all; the number known so far where the list was not read to its end.
    """

    page: int
    size: int
    total: int

    @property
    def first(self) -> int:
        """Index of the first entry of the page."""
        return (self.page - 1) * self.size

    @property
    def last(self) -> int:
        """Index after the last entry of the page."""
        return min(self.first + self.size, self.total)

    @property
    def pages(self) -> int:
        """Number of pages; an empty list has one."""
        return max(1, -(-self.total // self.size))

    @property
    def previous(self) -> int | None:
        """Number of the page before."""
        return min(self.page - 1, self.pages) if self.page > 1 else None

    @property
    def next(self) -> int | None:
        """Number of the page after."""
        return self.page + 1 if self.page < self.pages else None

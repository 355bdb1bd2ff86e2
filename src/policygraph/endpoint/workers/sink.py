"""Where a worker writes an answer: as far as its size is allowed."""

import io

from policygraph.errors import QueryTooLarge


class BoundedSink(io.BytesIO):
    """Takes at most ``limit`` bytes.

    Raises:
        QueryTooLarge: on the write that would go beyond.
    """

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Write ``data`` if there is room for it."""
        if self.tell() + len(data) > self._limit:
            raise QueryTooLarge(
                zh=f"结果超过 {self._limit} 字节；请用 LIMIT 减少行数",
                en=f"the answer is larger than {self._limit} bytes; ask for fewer rows (LIMIT)",
            )
        return super().write(data)

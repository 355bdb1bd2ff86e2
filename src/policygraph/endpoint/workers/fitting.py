"""Values for the forms of questions that the dataset has answers for, found beside the requests."""

import logging
from collections.abc import Mapping
from concurrent.futures import Future
from threading import Thread

from policygraph.endpoint.workers.pool import WorkerPool
from policygraph.query.examples import fitting_values

_LOG = logging.getLogger("policygraph.endpoint")
_SECONDS = 2.0  # that a page waits for them; a large dataset has them for the next page

Found = Mapping[str, Mapping[str, str]]


class Fitting:
    """Looks once for values that fit each question.

    Args:
        pool: runs the search.
    """

    def __init__(self, pool: WorkerPool) -> None:
        self._found: Future[Found] = Future()
        Thread(target=self._search, args=(pool,), daemon=True).start()

    def of(self, question: str) -> Mapping[str, str]:
        """Give parameter -> value for a question; nothing where none fit, or none is known yet."""
        try:
            return self._found.result(timeout=_SECONDS).get(question, {})
        except TimeoutError:
            return {}

    def _search(self, pool: WorkerPool) -> None:
        found: Found = {}
        try:
            found = pool.run(fitting_values)
        except Exception as error:
            _LOG.warning("forms show examples instead of values of the dataset: %s", error)
        self._found.set_result(found)

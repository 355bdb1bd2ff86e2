"""Values for forms are looked for beside the requests, which never wait for them long."""

import pytest

from policygraph.endpoint.http.exceptions import Busy
from policygraph.endpoint.workers.fitting import Fitting


class Pool:
    """Runs nothing, and gives or raises what it is told to."""

    def __init__(self, outcome):
        self._outcome = outcome

    def run(self, job):
        """Take the place of the pool of processes."""
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome


def test_what_was_found_is_given():
    fitting = Fitting(Pool({"a": {"unit": "某局"}}))
    assert (fitting.of("a"), fitting.of("b")) == ({"unit": "某局"}, {})


@pytest.mark.parametrize("error", [Busy(zh="忙", en="busy"), OSError("gone")])
def test_a_search_that_fails_gives_nothing_and_keeps_nobody_waiting(error):
    fitting = Fitting(Pool(error))
    assert fitting._found.result(timeout=30) == {}  # it has ended: pages have nothing to wait for
    assert fitting.of("a") == {}

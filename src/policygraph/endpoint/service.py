"""What the routes share: the settings, and the dataset as it is now.

A build replaces the folder of a dataset at once; the service notices, opens the new one, and
lets requests that are under way finish on the old one. ``validate`` replaces the manifest, which
is noticed in the same way.
"""

import logging
import threading
from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from starlette.requests import Request

from policygraph.endpoint.settings import Settings
from policygraph.endpoint.view.catalog import Catalog
from policygraph.endpoint.view.cells import Cells
from policygraph.endpoint.view.issues import Issues
from policygraph.endpoint.view.names import Names
from policygraph.endpoint.view.reader import Reader
from policygraph.endpoint.workers.fitting import Fitting
from policygraph.endpoint.workers.pool import WorkerPool
from policygraph.endpoint.workers.standing import Standing, standings_of
from policygraph.errors import DatasetError, PolicyGraphError
from policygraph.rdf.dataset.folder import open_dataset

_LOG = logging.getLogger("policygraph.endpoint")

_Stamp = tuple[int, int, int]


class Snapshot:
    """A dataset as it was when it was opened, and the processes that query it.

    Attributes:
        settings: how the service runs.
        dataset: the open dataset.
        reader: reads it for the pages.
        pool: runs queries on it.

    Raises:
        DatasetError: the folder is no dataset that can be opened.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stamp = _stamp(settings.dataset)
        self.dataset = open_dataset(settings.dataset)
        self.reader = Reader(self.dataset)
        self.pool = WorkerPool(settings)
        self._names = Names(self.reader)

    @cached_property
    def catalog(self) -> Catalog:
        """The list of policies; read when it is first asked for."""
        return Catalog(self.reader)

    @cached_property
    def fitting(self) -> Fitting:
        """Values that questions have answers for; looked for when a form is first asked for."""
        return Fitting(self.pool)

    @cached_property
    def issues(self) -> Issues:
        """What the build did not understand and what checks found; read when first asked for.

        Raises:
            DatasetError: the findings cannot be read.
        """
        return Issues(self.reader)

    def cells(self, language: str) -> Cells:
        """Give what shows terms in ``zh`` or ``en``."""
        return Cells(self.reader, self._names, language)


def standings_shown(snapshot: Snapshot, policies: Collection[str]) -> dict[str, Standing]:
    """Ask which documents are in force today; pages are shown also where none is free to say."""
    try:
        return snapshot.pool.run(standings_of, policies) if policies else {}
    except PolicyGraphError:
        return {}


class Service:
    """One running service.

    Attributes:
        settings: how it runs.

    Raises:
        DatasetError: the folder is no dataset that can be opened.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._snapshot = Snapshot(settings)
        self._renewing = threading.Lock()

    def current(self) -> Snapshot:
        """Give the dataset as it is now; the one before, where the new one cannot be opened."""
        stamp = _stamp(self.settings.dataset)
        if stamp is not None and stamp != self._snapshot.stamp:
            self._renew(stamp)
        return self._snapshot

    def close(self) -> None:
        """End all processes of the service."""
        self._snapshot.pool.close()

    def _renew(self, stamp: _Stamp) -> None:
        if not self._renewing.acquire(blocking=False):
            return  # another request is at it
        try:
            renewed = Snapshot(self.settings)
        except DatasetError as error:
            self._snapshot.stamp = stamp  # not again for each request
            _LOG.warning("still serving the former dataset: %s", error)
        else:
            former, self._snapshot = self._snapshot, renewed
            former.pool.retire()
        finally:
            self._renewing.release()


def _stamp(dataset: Path) -> _Stamp | None:
    """Tell one manifest file from another; None while there is none."""
    try:
        found = (dataset / "manifest.json").stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def service_of(request: Request) -> Service:
    """Give the service that a request came to."""
    service = request.app.state.service
    if not isinstance(service, Service):
        raise TypeError("the application was not made by create_app")
    return service


def snapshot_of(request: Request) -> Snapshot:
    """Give the dataset that this request is answered from: the same one to its end."""
    snapshot = getattr(request.state, "snapshot", None)
    if not isinstance(snapshot, Snapshot):
        snapshot = request.state.snapshot = service_of(request).current()
    return snapshot

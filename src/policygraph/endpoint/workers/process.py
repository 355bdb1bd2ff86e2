"""A process that runs queries: what happens on its side of the pipe.

pyoxigraph cannot cancel a query, so a query that must be stopped is stopped with its process.
The process can do little harm: it reads one dataset, has no network, limited memory, and does
not outlive its service by more than the time limit of one query.
"""

import ctypes
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from policygraph.endpoint.http.exceptions import WorkerFailed
from policygraph.errors import PolicyGraphError, QueryTooLarge
from policygraph.rdf.dataset.folder import Dataset, open_dataset

if sys.platform != "win32":
    import resource

_CLONE_NEWUSER = 0x10000000  # linux/sched.h
_CLONE_NEWNET = 0x40000000

Job = Callable[..., Any]
Reply = tuple[Any, PolicyGraphError | None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use.

    Attributes:
        seconds: running time of one job.
        memory: bytes of memory; 0: no limit.
    """

    seconds: float
    memory: int


def work(connection: Connection, path: Path, limits: Limits) -> None:
    """Open the dataset at ``path``, then run each job that comes until the pipe is closed.

    The first reply says whether the dataset could be opened.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which then ends us
    _limit_memory(limits.memory)
    _leave_network()
    try:
        dataset = open_dataset(path)
    except PolicyGraphError as error:
        connection.send((None, error))
        return
    connection.send((None, None))
    while True:
        try:
            job, arguments, options = connection.recv()
        except (EOFError, OSError):
            return
        _set_alarm(limits.seconds)
        connection.send(_run(job, dataset, arguments, options))
        _set_alarm(0)


def _run(job: Job, dataset: Dataset, arguments: tuple[Any, ...], options: dict[str, Any]) -> Reply:
    try:
        return job(dataset, *arguments, **options), None
    except PolicyGraphError as error:
        return None, error
    except MemoryError:
        return None, QueryTooLarge(
            zh="查询所需内存超过上限；请缩小查询范围",
            en="the query needs more memory than allowed; ask for less",
        )
    except Exception as error:  # a worker must answer whatever happens in it
        return None, WorkerFailed(
            zh=f"查询无法运行（{type(error).__name__}：{error}）；请修改查询，或告知服务管理人员",
            en=f"the query could not be run ({type(error).__name__}: {error}); change it,"
            " or tell whoever runs the service",
        )


def _set_alarm(seconds: float) -> None:
    """Have the system end this process if the service did not: it may have died meanwhile."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds + 5 if seconds else 0)


def _limit_memory(size: int) -> None:
    """Cap the memory of this process, so that one query cannot take the machine's."""
    if sys.platform == "linux" and size:
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _leave_network() -> None:
    """Cut this process off from all networks, where the system lets it.

    The second of two locks: a query with SERVICE is refused before it comes here.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if libc.unshare(_CLONE_NEWNET) != 0:  # needs a privilege; so does the next, unless new
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)

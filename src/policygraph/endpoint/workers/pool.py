"""A small pool of processes that run queries and can be killed.

Each runs one job at a time on the dataset it opened. A job that takes too long is ended with
its process; the next job starts a new one. An answer is whole before ``run`` returns, so the
status line of a response is never sent before the service knows that it has the answer.
"""

import multiprocessing
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from policygraph.endpoint.http.exceptions import Busy, WorkerFailed
from policygraph.endpoint.settings import Settings
from policygraph.endpoint.workers.process import Job, Limits, Reply, work
from policygraph.errors import DatasetError, QueryTimeout
from policygraph.rdf.dataset.folder import Dataset

P = ParamSpec("P")
T = TypeVar("T")

_START_SECONDS = 60.0  # a slow disk may take long to open a store
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_CONTEXT = multiprocessing.get_context(_METHOD)
if _METHOD == "forkserver":  # import once, so that a worker starts in 20 ms
    _CONTEXT.set_forkserver_preload([work.__module__])


class _Worker:
    """One process and our end of its pipe."""

    def __init__(self, dataset: Path, limits: Limits) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        arguments = (theirs, dataset, limits)
        # SpawnContext and ForkServerContext name their Process class only at run time
        self._process = cast(Any, _CONTEXT).Process(target=work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def is_alive(self) -> bool:
        return bool(self._process.is_alive())

    def send(self, job: Job, arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
        self._pipe.send((job, arguments, options))

    def receive(self, seconds: float) -> Reply | None:
        """Give the reply; None when none came in time.

        Raises:
            EOFError, OSError: the process ended.
        """
        return cast(Reply, self._pipe.recv()) if self._pipe.poll(seconds) else None

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()


class WorkerPool:
    """Runs jobs in other processes, each within the limits of the settings.

    A job is a function at the top of a module whose first parameter is the dataset; its
    arguments, its answer and its exceptions must be picklable.
    """

    def __init__(self, settings: Settings) -> None:
        self._dataset = settings.dataset
        self._seconds = settings.query_timeout
        self._limits = Limits(settings.query_timeout, settings.worker_memory_bytes)
        self._places = threading.BoundedSemaphore(settings.workers + settings.max_waiting)
        others = max(settings.workers - 1, 1)  # all processes but the one that is kept for pages
        self._turns = threading.BoundedSemaphore(others)
        self._query_places = threading.BoundedSemaphore(others + settings.max_waiting // 2)
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()  # None: to be started
        self._starting = threading.Lock()
        self._all: set[_Worker] = set()
        self._closed = False
        self._retired = False
        for _ in range(settings.workers):
            self._idle.put(None)

    def run(
        self, job: Callable[Concatenate[Dataset, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run ``job`` on the dataset in another process and give what it returns.

        Raises:
            QueryTimeout: it ran longer than allowed; its process was ended.
            WorkerFailed: its process ended before it had an answer.
            Busy: no process became free in time, or too many requests wait for one.
            DatasetError: the dataset can no longer be opened.
            PolicyGraphError: what the job itself raised.
        """
        with _place(self._places):
            worker = self._take()
            try:
                value, error = self._call(worker, job, args, kwargs)
            finally:
                self._give_back(worker)
        if error is not None:
            raise error
        return cast(T, value)

    def run_query(
        self, job: Callable[Concatenate[Dataset, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a job whose query somebody wrote, of which nobody knows how long it will take.

        Such jobs never hold all processes, nor all places to wait, where there is more than one:
        pages, questions and searches go on beside them. Raises what ``run`` does.
        """
        with _place(self._query_places):
            if not self._turns.acquire(timeout=self._seconds):
                raise _none_free()
            try:
                return self.run(job, *args, **kwargs)
            finally:
                self._turns.release()

    def warm(self) -> None:
        """Start one process, to learn at once whether the dataset can be opened.

        Raises:
            DatasetError: it cannot.
        """
        self._give_back(self._take())

    def close(self) -> None:
        """End all processes; jobs that run now fail."""
        with self._starting:
            self._closed = True
            for worker in list(self._all):
                self._drop(worker)

    def retire(self) -> None:
        """End each process as soon as it has nothing to do; jobs that run now are finished."""
        self._retired = True
        idle = []
        with suppress(queue.Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for worker in idle:
            if worker is not None:
                self._end(worker)
            self._idle.put(None)

    def _take(self) -> _Worker:
        try:
            worker = self._idle.get(timeout=self._seconds)
        except queue.Empty as error:
            raise _none_free() from error
        if worker is not None and worker in self._all and worker.is_alive():
            return worker
        try:
            return self._start(instead_of=worker)
        except BaseException:
            self._idle.put(None)
            raise

    def _start(self, instead_of: _Worker | None) -> _Worker:
        with self._starting:
            if self._closed:
                raise Busy(
                    zh="服务正在停止；请稍后再试", en="the service is stopping; try again later"
                )
            if instead_of is not None:
                self._drop(instead_of)
            worker = _Worker(self._dataset, self._limits)
            self._all.add(worker)
        reply = self._reply(worker, _START_SECONDS)
        if reply is None or reply[1] is not None:
            self._end(worker)
            raise (reply and reply[1]) or DatasetError(
                zh=f"打开数据集 {self._dataset} 超过 {_START_SECONDS:g} 秒；请检查磁盘后再试",
                en=f"{self._dataset}: opening the store took longer than {_START_SECONDS:g} s;"
                " check the disk and try again",
            )
        return worker

    def _call(
        self, worker: _Worker, job: Job, arguments: tuple[Any, ...], options: dict[str, Any]
    ) -> Reply:
        try:
            worker.send(job, arguments, options)
        except OSError as error:
            raise WorkerFailed(
                zh="查询进程已结束；请再次查询", en="the query process ended; ask again"
            ) from error
        reply = self._reply(worker, self._seconds)
        if reply is None:
            self._end(worker)
            raise QueryTimeout(
                zh=f"查询运行超过 {self._seconds:g} 秒，已停止；"
                "请缩小查询范围，或用 LIMIT 减少行数",
                en=f"the query ran longer than {self._seconds:g} s and was stopped;"
                " make it more selective or ask for fewer rows (LIMIT)",
            )
        return reply

    def _reply(self, worker: _Worker, seconds: float) -> Reply | None:
        try:
            return worker.receive(seconds)
        except (EOFError, OSError) as error:
            self._end(worker)
            raise WorkerFailed(
                zh="运行查询的进程意外结束（可能所需内存过多，或嵌套过深）；请简化查询",
                en="the process that ran the query ended without an answer (it may need too much"
                " memory or be nested too deeply); simplify the query",
            ) from error

    def _give_back(self, worker: _Worker) -> None:
        if self._retired:
            self._end(worker)
        self._idle.put(worker if worker in self._all else None)

    def _end(self, worker: _Worker) -> None:
        with self._starting:
            self._drop(worker)

    def _drop(self, worker: _Worker) -> None:
        if worker in self._all:
            self._all.discard(worker)
            worker.stop()


@contextmanager
def _place(places: threading.BoundedSemaphore) -> Iterator[None]:
    """Hold one of the places.

    Raises:
        Busy: none is free.
    """
    if not places.acquire(blocking=False):
        raise Busy(
            zh="等待的查询过多；请稍后再试", en="too many queries are waiting; try again later"
        )
    try:
        yield
    finally:
        places.release()


def _none_free() -> Busy:
    return Busy(
        zh="查询进程均在使用；请稍后再试",
        en="no query process became free in time; try again later",
    )

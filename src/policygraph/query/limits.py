"""Runs a query within a time limit.

The engine cannot be stopped while it evaluates a query, not even by Ctrl-C. So the query runs
in a process of its own, on a store that it opens read only, and that process is ended.
"""

import multiprocessing
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from policygraph.errors import PolicyGraphError, QueryError, QueryTimeout
from policygraph.query.answer import Answer
from policygraph.query.run import MAX_ROWS, run_sparql
from policygraph.rdf.dataset import open_dataset

if sys.platform != "win32":
    import resource

# fork would copy locks that other threads of the caller hold
_MEMORY = 4 << 30  # bytes that a query may use; a join can ask for more than there is
_CONTEXT = multiprocessing.get_context("spawn")


def run_within(
    seconds: float, dataset: Path, text: str, max_rows: int = MAX_ROWS, name: str = "query"
) -> Answer:
    """Run a SPARQL query on a dataset, for so many seconds at most.

    Raises:
        QueryTimeout: it ran longer and was stopped.
        QueryError: it is no query, or cannot be evaluated.
        QueryTooLarge: the answer has more than ``max_rows`` rows.
        DatasetError: ``dataset`` is no dataset.
    """
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(
        target=_run, args=(theirs, dataset, text, max_rows, name), daemon=True
    )
    process.start()
    theirs.close()
    try:
        result = _receive(ours, seconds, name)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    if isinstance(result, PolicyGraphError):
        raise result
    return result


def _receive(pipe: Connection, seconds: float, name: str) -> Answer | PolicyGraphError:
    if not pipe.poll(seconds):
        raise QueryTimeout(
            zh=f"查询 {name} 运行超过 {seconds:g} 秒，已停止；请缩小查询范围，或放宽时间限制",
            en=f"{name}: ran longer than {seconds:g} seconds and was stopped;"
            " ask for less, or allow more time",
        )
    try:
        result: Answer | PolicyGraphError = pipe.recv()
    except EOFError as error:
        raise QueryError(
            zh=f"运行查询 {name} 的进程意外结束，可能是内存不足；请缩小查询范围",
            en=f"{name}: the process that ran it ended, perhaps for want of memory; ask for less",
        ) from error
    return result


def _run(pipe: Connection, dataset: Path, text: str, max_rows: int, name: str) -> None:
    try:
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        pipe.send(run_sparql(text, open_dataset(dataset), max_rows, name))
    except PolicyGraphError as error:
        pipe.send(error)

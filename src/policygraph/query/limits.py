"""Runs a query within a time limit.

The engine cannot be stopped while it evaluates a query, not even by Ctrl-C. So the query runs
in a process of its own, on a store that it opens read only, and that process is ended.
"""

import multiprocessing
import sys
from collections.abc import Callable, Mapping
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from policygraph.errors import PolicyGraphError, QueryError, QueryTimeout
from policygraph.query.answer import Answer
from policygraph.query.named import ask_known
from policygraph.query.question import Question
from policygraph.query.run import MAX_ROWS, run_sparql
from policygraph.query.values import Value
from policygraph.rdf.dataset.folder import Dataset, open_dataset

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
    return _within(seconds, dataset, partial(run_sparql, text, max_rows=max_rows, name=name), name)


def ask_within(
    seconds: float,
    dataset: Path,
    question: Question,
    values: Mapping[str, Value],
    max_rows: int = MAX_ROWS,
    language: str = "zh",
) -> Answer:
    """Ask a question of a dataset, for so many seconds at most; see ``run.ask``.

    Raises:
        QueryTimeout: it ran longer and was stopped.
        QueryError: the values do not fit, or nothing bears a name that was given.
        QueryTooLarge: the answer has more than ``max_rows`` rows.
        DatasetError: ``dataset`` is no dataset.
    """
    job = partial(ask_known, question, values, max_rows=max_rows, language=language)
    return _within(seconds, dataset, job, question.name)


def _within(seconds: float, dataset: Path, job: Callable[[Dataset], Answer], name: str) -> Answer:
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_run, args=(theirs, dataset, job), daemon=True)
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


def _run(pipe: Connection, dataset: Path, job: Callable[[Dataset], Answer]) -> None:
    try:
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        pipe.send(job(open_dataset(dataset)))
    except PolicyGraphError as error:
        pipe.send(error)

"""Queries run in processes that can be ended; the service goes on."""

import multiprocessing
import os
import signal
import socket
import threading
from dataclasses import replace

import pytest

from policygraph.endpoint.http.exceptions import Busy, WorkerFailed
from policygraph.endpoint.workers.pool import WorkerPool
from policygraph.errors import DatasetError, QueryTimeout
from policygraph.rdf.dataset.folder import open_dataset

# Seven free patterns over the whole dataset: no machine finishes it.
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(7)) + " }"
ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


def ask(client, query, **parameters):
    return client.get("/sparql", params={"query": query, **parameters})


def process_id(_dataset):
    """Jobs of these tests: what runs in the other process."""
    return os.getpid()


def die(_dataset):
    os.kill(os.getpid(), signal.SIGKILL)


def fail(_dataset):
    raise ZeroDivisionError("an unforeseen fault")


def wait(_dataset, seconds):
    threading.Event().wait(seconds)


def wait_for(_dataset, file):
    """Wait until a file is there, for a minute at most."""
    for _ in range(600):
        if file.exists():
            return
        threading.Event().wait(0.1)


def connects(_dataset, port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def first_graph(dataset):
    return next(dataset.store.named_graphs()).value


@pytest.fixture
def pool(settings):
    """Give a pool of one process."""
    one = WorkerPool(replace(settings, workers=1))
    yield one
    one.close()
    with pytest.raises(Busy):
        one.run(process_id)


@pytest.fixture(scope="module")
def hurried(settings, serving):
    """Run a service that gives a query one second."""
    with serving(replace(settings, query_timeout=1.0)) as one:
        yield one


def test_a_query_that_runs_too_long_is_ended_and_the_next_works(hurried):
    answer = ask(hurried, ENDLESS)
    assert answer.status_code == 504
    assert answer.json()["type"].endswith("/query-timeout")
    assert "超过 1 秒" in answer.json()["zh"]
    assert "1 s" in answer.json()["en"]
    assert ask(hurried, "ASK {}").json()["boolean"] is True


def test_more_endless_queries_than_processes_all_get_an_answer(hurried):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(ask(hurried, ENDLESS).status_code))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    assert hurried.get("/health").status_code == 200  # pages do not wait for queries
    for thread in threads:
        thread.join()
    assert sorted(found)[-1] == 504
    assert set(found) <= {503, 504}
    assert ask(hurried, "ASK {}").status_code == 200


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_an_answer_that_is_too_large_is_no_answer(client, form):
    answer = ask(client, ROWS, format=form)
    assert answer.status_code == 413
    assert answer.json()["type"].endswith("/answer-too-large")
    assert "200000 字节" in answer.json()["zh"]
    assert "200000 bytes" in answer.json()["en"]


@pytest.mark.parametrize("form", ["ttl", "nt", "rdf", "jsonld"])
def test_a_graph_that_is_too_large_is_no_answer(client, form):
    query = f"CONSTRUCT {{ [] <a:b> ?a, ?b, ?c, ?d, ?e, ?f }} {ROWS.removeprefix('SELECT *')}"
    assert ask(client, query, format=form).status_code == 413


def test_a_query_nested_too_deeply_ends_its_process_only(client):
    query = f"ASK {'{' * 9_000}{'}' * 9_000}"
    headers = {"Content-Type": "application/sparql-query"}
    answer = client.post("/sparql", content=query, headers=headers)
    assert answer.status_code in (200, 400, 500)  # how deep it may be, the system decides
    assert ask(client, "ASK {}").status_code == 200


def test_a_process_that_dies_is_replaced(pool):
    before = pool.run(process_id)
    assert before != os.getpid()
    with pytest.raises(WorkerFailed, match="ended without an answer"):
        pool.run(die)
    assert pool.run(process_id) != before


def test_a_process_that_died_in_between_costs_no_one_an_answer(pool):
    os.kill(before := pool.run(process_id), signal.SIGKILL)
    while any(child.pid == before for child in multiprocessing.active_children()):
        pass
    assert pool.run(process_id) != before


def test_an_unforeseen_fault_is_told_and_the_process_lives_on(pool):
    before = pool.run(process_id)
    with pytest.raises(WorkerFailed, match="ZeroDivisionError: an unforeseen fault"):
        pool.run(fail)
    assert pool.run(process_id) == before


def test_one_waits_and_the_next_is_sent_away(settings):
    pool = WorkerPool(replace(settings, workers=1, max_waiting=1, query_timeout=0.4))
    pool.warm()
    outcomes = []

    def run_long():
        try:
            pool.run(wait, 30)
        except (QueryTimeout, Busy) as error:
            outcomes.append(type(error))

    threads = [threading.Thread(target=run_long) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 4
    assert Busy in outcomes
    assert QueryTimeout in outcomes
    pool.close()


def test_a_process_has_no_network(pool):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert connects(None, port)
        if pool.run(connects, port):
            pytest.skip("this system does not let a process leave its networks")


def test_a_job_reads_the_dataset(pool, dataset_path):
    assert pool.run(first_graph) == next(open_dataset(dataset_path).store.named_graphs()).value


def test_a_folder_that_is_no_dataset_is_told(settings, tmp_path):
    pool = WorkerPool(replace(settings, dataset=tmp_path))
    for _ in range(3):  # a failed start leaves the place free for the next
        with pytest.raises(DatasetError, match="not a dataset"):
            pool.warm()
    pool.close()


def test_closing_leaves_no_process(settings):
    pool = WorkerPool(settings)
    started = pool.run(process_id)
    assert started in {child.pid for child in multiprocessing.active_children()}
    pool.close()
    assert started not in {child.pid for child in multiprocessing.active_children()}


def test_queries_of_others_never_hold_all_processes(settings, tmp_path):
    go_on = tmp_path / "go-on"
    pool = WorkerPool(replace(settings, workers=2, max_waiting=4, query_timeout=60.0))
    threads = [
        threading.Thread(target=pool.run_query, args=(wait_for, go_on), daemon=True)
        for _ in range(3)
    ]
    try:
        for one in threads:
            one.start()
        while pool._query_places._value:  # until all of them hold a place
            threading.Event().wait(0.01)
        with pytest.raises(Busy):
            pool.run_query(process_id)
        assert pool.run(process_id) != os.getpid()
        assert all(one.is_alive() for one in threads)
    finally:
        go_on.touch()
        for one in threads:
            one.join()
        pool.close()

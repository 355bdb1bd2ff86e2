"""A build that replaces the dataset is served without a restart."""

import json
import shutil
import threading
from dataclasses import replace

import pyoxigraph as ox
import pytest

from policygraph.endpoint.service import Service
from policygraph.rdf.dataset.folder import DatasetWriter
from policygraph.rdf.dataset.manifest_file import Manifest, root_hash
from policygraph.rdf.dataset.replacing import in_place_of
from policygraph.rdf.terms import string


def build(path, value):
    with in_place_of(path) as folder:
        writer = DatasetWriter(folder)
        writer.graph("links", [("<http://example.com/s>", "<http://example.com/p>", string(value))])
        writer.load()
        manifest = Manifest(root_hash(writer.graphs), writer.base, writer.graphs, {}, {})
        writer.manifest(manifest)


def values(dataset):
    return [
        quad.object.value
        for quad in dataset.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    ]


def wait_then_read(dataset, seconds):
    threading.Event().wait(seconds)
    return values(dataset)


@pytest.fixture
def service(settings, tmp_path):
    build(tmp_path / "build", "old")
    one = Service(replace(settings, dataset=tmp_path / "build"))
    yield one
    one.close()


def test_a_new_build_is_served(service):
    before = service.current()
    assert service.current() is before
    build(service.settings.dataset, "new")
    assert values(service.current().dataset) == ["new"]
    assert service.current().pool.run(values) == ["new"]


def test_a_query_under_way_finishes_on_the_old_build(service):
    before, found = service.current(), []
    before.pool.warm()
    thread = threading.Thread(target=lambda: found.append(before.pool.run(wait_then_read, 0.3)))
    thread.start()
    threading.Event().wait(0.1)
    build(service.settings.dataset, "new")
    assert service.current().pool.run(values) == ["new"]
    thread.join()
    assert found == [["old"]]
    assert before.pool.run(values) == ["new"]  # a request that came just before the change


def test_a_manifest_that_was_replaced_is_read_again(service):
    file = service.settings.dataset / "manifest.json"
    data = json.loads(file.read_bytes())
    file.write_text(json.dumps(data | {"conforms": True}), encoding="utf-8")
    assert service.current().dataset.manifest.conforms is True


def test_a_dataset_that_is_gone_or_broken_leaves_the_old_one_in_service(service):
    before = service.current()
    (service.settings.dataset / "manifest.json").write_text("{", encoding="utf-8")
    assert service.current() is before
    shutil.rmtree(service.settings.dataset)
    assert service.current() is before
    build(service.settings.dataset, "new")
    assert values(service.current().dataset) == ["new"]

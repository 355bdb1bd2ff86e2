"""Small datasets made by hand: one document, right or with faults."""

import hashlib
import logging
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from policygraph.model.facts import Document, FieldEvidence, Responsibility, Role
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset, DatasetWriter, Manifest, open_dataset, root_hash
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.quads import record_triples
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import iri as ref

TEXT = "澄湖市夜市方案\r\n2023年6月20日\r\n一、延长营业\r\n（市商务局负责）\r\n"


def at(words):
    """Give the span of some words of the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture(scope="module")
def quiet_rdflib():
    """Ill-typed literals are what mutants are about; rdflib logs each."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(level)


@pytest.fixture
def record():
    """A record without fault."""
    start = TEXT.index("一、")
    return Record(
        source="plan.txt",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        characters=len(TEXT),
        document=Document(
            title="澄湖市夜市方案",
            issuers=("澄湖市人民政府",),
            kind="方案",
            jurisdiction="990100",
            issued="2023-06-20",
            evidence=(
                FieldEvidence("title", (at("澄湖市夜市方案"),), "title.main"),
                FieldEvidence("issued", (at("2023年6月20日"),), "date.line"),
            ),
        ),
        clauses=(Clause("1", "一、", "延长营业", start, len(TEXT), len(TEXT), "cn-comma", "label"),),
        responsibilities=(
            Responsibility(
                "1", 1, "市商务局", "市商务局", None, Role.RESPONSIBLE, False, False,
                (at("市商务局"),), "mark.bracket",
            ),
        ),
        citations=(),
        preamble_end=start,
    )  # fmt: skip


@pytest.fixture
def document():
    """Give a function that changes fields of the document of a record."""
    return lambda record, **fields: replace(record, document=replace(record.document, **fields))


def _links(record):
    scope = Scope.of(record)
    for node, row in RESPONSIBILITIES.iris(record.responsibilities, scope):
        agency = ref("https://example.org/agency")
        yield ref(node), ref(v.AGENT), agency
        yield ref(scope.clause(row.clause)), ref(v.ROLE_SHORTCUTS[row.role]), agency


@pytest.fixture
def dataset(tmp_path):
    """Give a function that writes records as a dataset and opens it.

    Its store is in memory, unless it is to be opened by others too: that is 10 times faster.
    """

    def make(*records, text=TEXT, stored=False, registry=()):
        writer = DatasetWriter(tmp_path / "dataset")
        for record in records:
            writer.graph(f"source/{record.sha256}", record_triples(record))
            if text is not None:
                writer.text(record.sha256, text)
        writer.graph("links", (triple for record in records for triple in _links(record)))
        if registry:
            writer.graph("registry", registry)
        manifest = Manifest(root_hash(writer.graphs), writer.base, dict(writer.graphs), {}, {})
        writer.manifest(manifest)
        if stored:
            writer.load()
            return open_dataset(writer.path)
        made = Dataset(writer.path, manifest, ox.Store())
        for shard in made.shards():
            made.store.bulk_load(path=str(shard), format=ox.RdfFormat.N_QUADS)
        return made

    return make


@pytest.fixture(scope="session")
def turtle():
    """Give a function that parses a Turtle file beside the tests, without rdflib's log."""

    def parse(*parts):
        return rdflib.Graph().parse(Path(__file__).parent.joinpath(*parts), format="turtle")

    return parse

"""Checks texts and records as they lie there: their graphs are made in memory."""

import io
import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, repeat
from pathlib import Path

import pyoxigraph as ox

from policygraph.garbage import collect_seldom
from policygraph.model.file_finding import FileFinding
from policygraph.model.record import Record
from policygraph.query.values import Value
from policygraph.rdf import iri
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.links.quotations import quotation_triples
from policygraph.rdf.links.record import link_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.registry.agency_history import history_triples
from policygraph.rdf.registry.laws import law_triples
from policygraph.rdf.registry.places import registry_triples
from policygraph.read import read_file
from policygraph.registry.registry import Registry, load_registry
from policygraph.resolve.corpus import index_corpus
from policygraph.resolve.quotations import compare_quotations
from policygraph.text.files import find_files
from policygraph.validate.finding import CheckFinding, Place
from policygraph.validate.positions import Texts
from policygraph.validate.rdf_files import check_rdf, is_rdf
from policygraph.validate.result import Checked, Report
from policygraph.validate.rules import check_rules
from policygraph.validate.shapes import check_quads
from policygraph.validate.shards import Progress

_POOL_FROM = 16  # files; for fewer a process pool costs more than it brings


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file: what its record and its graph are, and what the shapes found."""

    checked: Checked
    record: Record | None
    text: str | None
    quads: bytes


def validate_files(
    paths: Sequence[Path],
    local_registry: Sequence[Path] = (),
    jobs: int = 2,
    progress: Progress = lambda done, total: None,
    values: Mapping[str, Value] | None = None,
) -> tuple[Report, Texts]:
    """Check files as a dataset made of them would be: shapes on each, verify queries on all.

    A file that cannot be read is a finding under its code; the others are checked. RDF files are
    checked by the shapes alone, each by itself.

    Args:
        paths: texts, records and RDF files.
        local_registry: folders of registry tables of one's own.
        jobs: number of processes that read and run shapes.
        progress: called after each file with how many are done, of how many.
        values: parameter of verify queries -> value.

    Returns:
        The report, whose files are named as they were given; and their texts.

    Raises:
        SourceError: a path does not exist.
        QueryError: a verify query fails.
    """
    rdf = [path for path in paths if is_rdf(path)]
    files = find_files([path for path in paths if not is_rdf(path)])
    each: dict[str, CheckedFile] = {}
    problems: list[Checked] = []
    for done, item in enumerate(_check_all(files, tuple(local_registry), jobs), 1):
        progress(done, len(files) + len(rdf))
        if item.record is None:
            problems.append(item.checked)
        else:
            each.setdefault(item.record.sha256, item)
    of_rdf = [check_rdf(path, _shown(path)) for path in rdf]
    kept = list(each.values())
    documents = (*(item.checked for item in kept), *problems, *(made for made, _ in of_rdf))
    found = [finding for document in documents for finding in document.findings]
    names = {item.checked.sha256: item.checked.file for item in kept}
    if files or not rdf:
        store = _store(kept, load_registry(local_registry))
        found += [_named(finding, names) for finding in check_rules(store, values=values)]
    report = Report(tuple(sorted(found, key=CheckFinding.order)), documents)
    texts = {sha256: item.text for sha256, item in each.items()}
    return report, ({made.sha256: text for made, text in of_rdf} | texts).get


def _check_all(
    files: Sequence[Path], local_registry: tuple[Path, ...], jobs: int
) -> Iterator[CheckedFile]:
    if jobs <= 1 or len(files) < _POOL_FROM:
        yield from map(_check_file, files, repeat(local_registry))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=collect_seldom) as pool:
        yield from pool.map(_check_file, files, repeat(local_registry), chunksize=4)


def _shown(words: Path | str) -> str:
    """Write a path, or words that name one; bytes of it that are no UTF-8 cannot be shown."""
    return str(words).encode("utf-8", "replace").decode()


def _check_file(path: Path, local_registry: tuple[Path, ...]) -> CheckedFile:
    item = read_file(path, local_registry)
    if item.record is None:
        finding = _unread(path, item.problem)
        return CheckedFile(Checked("", _shown(path), (finding,)), None, None, b"")
    sha256 = item.record.sha256
    quads = shard(iri.source_graph(sha256), record_triples(item.record))
    checked = check_quads(quads, _shown(path), sha256)
    names = {sha256: _shown(path)}
    findings = tuple(_named(finding, names) for finding in checked.findings)
    checked = replace(checked, file=_shown(path), findings=findings)
    return CheckedFile(checked, item.record, item.text, quads)


def _unread(path: Path, problem: FileFinding | None) -> CheckFinding:
    """Give the finding that a file could not be read."""
    if problem is None:
        raise AssertionError(f"{path}: neither read nor refused")
    return CheckFinding(
        check=problem.finding.code,
        severity=problem.finding.severity,
        focus=path.absolute().as_uri(),
        path="",
        value=None,
        component="",
        zh=_shown(problem.message("zh")),
        en=_shown(problem.message("en")),
        place=Place(file=_shown(path)),
    )


def _named(finding: CheckFinding, names: Mapping[str, str]) -> CheckFinding:
    """Name the file of a finding as the caller does."""
    place = finding.place
    return replace(finding, place=replace(place, file=names.get(place.sha256, place.file)))


def _store(items: Sequence[CheckedFile], registry: Registry) -> ox.Store:
    """Load what a dataset of these files would hold, but for the ontology."""
    records = [item.record for item in items if item.record is not None]
    corpus = index_corpus(records)
    links = (triple for record in records for triple in link_triples(record, corpus, registry))
    known = chain(
        registry_triples(registry),
        history_triples(records, registry),
        law_triples(records, registry),
    )
    texts = {item.record.sha256: item.text for item in items if item.record is not None}
    compared = compare_quotations(records, registry, texts.get)
    linked = chain(links, quotation_triples(compared))
    store = ox.Store()
    shards = (shard(iri.graph("links"), linked), shard(iri.graph("registry"), known))
    for quads in (*(item.quads for item in items), *shards):
        store.bulk_load(io.BytesIO(quads), ox.RdfFormat.N_QUADS, lenient=True)
    return store

"""A dataset for programs and notebooks, and one document for them without a dataset."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from policygraph.consolidation.outcome import Consolidation
from policygraph.errors import QueryError
from policygraph.export.network import VIEWS, to_network
from policygraph.export.rdflib_view import to_rdflib
from policygraph.library.policy import Duty, Policy
from policygraph.model.record import read_record
from policygraph.on_demand.changed_document import changed_document
from policygraph.query.answer import Answer
from policygraph.query.library import find_question, questions
from policygraph.query.named import ask_known, unknown_document, unknown_unit
from policygraph.query.question import Question
from policygraph.query.run import run_sparql
from policygraph.query.values import Value
from policygraph.rdf.dataset import folder as stored
from policygraph.rdf.links.record import link_triples
from policygraph.rdf.scope import policy_iri
from policygraph.rdf.terms import iri as ref
from policygraph.rdf.vocabulary import AGENT
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.resolve.corpus import index_corpus
from policygraph.text.reader import read_source

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


class PolicyGraph:
    """An open dataset; nothing here writes to it."""

    def __init__(self, dataset: stored.Dataset) -> None:
        self._dataset = dataset

    def __repr__(self) -> str:
        return f"PolicyGraph({str(self._dataset.path)!r}, {self.counts['documents']} documents)"

    @property
    def path(self) -> Path:
        """The folder of the dataset."""
        return self._dataset.path

    @property
    def counts(self) -> dict[str, int]:
        """How many documents, clauses, responsibilities, citations, quads, findings it holds."""
        return dict(self._dataset.manifest.counts)

    def questions(self) -> tuple[Question, ...]:
        """Give the questions that can be asked, with their parameters and columns."""
        return questions()

    def ask(self, name: str, *, language: str = "zh", **parameters: Value) -> Answer:
        """Ask one of the questions by its name.

        Args:
            name: as ``questions`` has it.
            language: ``zh`` or ``en``: of the names of roles, kinds and relations in the answer.
            parameters: its parameters.

        Raises:
            QueryError: the question or a parameter is not known, a value does not fit, or
                nothing bears the name that is given of a unit or a document.
        """
        return ask_known(find_question(name), parameters, self._dataset, language=language)

    def sparql(self, query: str) -> Answer:
        """Run a SPARQL 1.1 query on the union of all graphs; prefixes of ours are declared.

        Raises:
            QueryError: it is no query, or cannot be evaluated.
        """
        return run_sparql(query, self._dataset)

    @cached_property
    def _policies(self) -> tuple[Policy, ...]:
        base = self._dataset.manifest.base
        records = [read_record(file) for file in sorted((self.path / "records").glob("*.json"))]
        linked = self._dataset.store.quads_for_pattern(None, ox.NamedNode(AGENT), None)
        agencies = {str(q.subject)[1:-1]: str(q.object)[1:-1] for q in linked}
        found = [
            Policy(policy_iri(r, base), r, self._dataset.text(r.sha256), agencies, base)
            for r in records
        ]
        return tuple(sorted(found, key=lambda policy: policy.iri))

    def policies(self) -> tuple[Policy, ...]:
        """Give the documents, in the order of their IRIs."""
        return self._policies

    def policy(self, name: str) -> Policy:
        """Give the document with a 文号, a title or an IRI.

        Raises:
            QueryError: none or several bear it; names those that are near.
        """
        named = [p for p in self._policies if name in (p.number, p.title, p.iri)]
        if len(named) == 1:
            return named[0]
        if named:
            raise QueryError(
                zh=f"名为“{name}”的文件有 {len(named)} 份；请指定 IRI",
                en=f"{name!r}: {len(named)} documents bear it; give an IRI",
            )
        known = [n for p in self._policies for n in (p.number, p.title) if n]
        raise unknown_document(name, known)

    def duties(self, unit: str | None = None) -> Iterator[Duty]:
        """Give who must do what over all documents.

        Args:
            unit: official name of a unit, or its name as printed; None for all.

        Raises:
            QueryError: a unit of that name has no duty; names those that are near.
        """
        duties = (duty for policy in self._policies for duty in policy.duties())
        if unit is None:
            return duties
        found = [duty for duty in duties if unit in (duty.unit, duty.as_written)]
        if not found:
            every = (duty for policy in self._policies for duty in policy.duties())
            raise unknown_unit(unit, {name for d in every for name in (d.unit, d.as_written)})
        return iter(found)

    def consolidated(self, name: str, as_of: str | None = None) -> Consolidation:
        """Give a document as it reads after what other documents here change in it.

        Args:
            name: its 文号, title or IRI.
            as_of: ISO day; None: all changes count, those of drafts too.

        Raises:
            QueryError: none or several bear the name, or the dataset does not hold its text.
        """
        return changed_document(self._dataset, self.policy(name).iri, as_of)

    def network(self, view: str = "duties") -> "nx.MultiDiGraph[str]":
        """Give a view of the dataset for networkx.

        Args:
            view: ``duties``, ``citations`` or ``all``.

        Raises:
            QueryError: there is no such view.
        """
        if view not in VIEWS:
            raise QueryError(
                zh=f"没有名为“{view}”的视图；请改用其中之一：{'、'.join(VIEWS)}",
                en=f"view {view!r} is not known; use one of {', '.join(VIEWS)}",
            )
        return to_network(self._dataset, VIEWS[view])

    def rdflib(self) -> "rdflib.Dataset":
        """Give the whole dataset for rdflib; it is held in memory, so take it for small ones."""
        return to_rdflib(self._dataset)


def open_dataset(path: str | Path) -> PolicyGraph:
    """Open a dataset that ``policygraph build`` made.

    Raises:
        DatasetError: ``path`` is no dataset, or is broken.
    """
    return PolicyGraph(stored.open_dataset(Path(path)))


def read_policy(path: str | Path, registry: str | Path | Sequence[str | Path] = ()) -> Policy:
    """Read one file (text, HTML, DOCX, DOC, PDF) without a dataset.

    Args:
        path: the file.
        registry: folder, or folders, of registry tables of one's own.

    Raises:
        SourceError: the file cannot be read; says what to do.
        RegistryError: a table has a row that cannot be used; names file and line.
    """
    folders = [registry] if isinstance(registry, str | Path) else registry
    known = load_registry([Path(folder) for folder in folders])
    source = read_source(Path(path))
    record = extract_record(source, known)
    linked = link_triples(record, index_corpus([record]), known)
    agencies = {node[1:-1]: to[1:-1] for node, said, to in linked if said == ref(AGENT)}
    return Policy(policy_iri(record), record, source.text, agencies)

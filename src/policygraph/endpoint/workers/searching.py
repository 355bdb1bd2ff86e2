"""Words -> hits, with whether their documents are in force: runs inside a worker."""

from dataclasses import dataclass, replace

from policygraph.endpoint.workers.standing import standings
from policygraph.rdf.dataset.folder import Dataset
from policygraph.search.query import Query
from policygraph.search.run import Result, search

_States = dict[str, str]  # IRI of a document -> yes, no, unknown


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        result: one page of it.
        in_force: IRI of each document on the page -> ``yes``, ``no`` or ``unknown``.
    """

    result: Result
    in_force: _States


def search_words(dataset: Dataset, query: Query, force: str) -> Found:
    """Search a dataset.

    Args:
        dataset: the dataset.
        query: what to search for.
        force: only documents that are in force today (``yes``), are not (``no``), or of which
            that is not known (``unknown``); empty for all.

    Raises:
        DatasetError: the dataset has no index that can be read.
        QueryError: the question whether documents are in force fails.
    """
    told = standings(dataset) if query.words else {}
    states = {one: standing.state for one, standing in told.items()}
    if force:
        right = frozenset(one for one, state in states.items() if state == force)
        asked = query.documents
        query = replace(query, documents=right if asked is None else right & asked)
    result = search(dataset.path, dataset.text, query)
    shown = {hit.document.iri for hit in result.hits}
    return Found(result, {one: states[one] for one in shown if one in states})

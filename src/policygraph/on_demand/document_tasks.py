"""The tasks of a document of a dataset."""

from policygraph.errors import QueryError
from policygraph.model.record import read_record
from policygraph.rdf.dataset.changed import sources_of
from policygraph.rdf.dataset.folder import Dataset
from policygraph.registry.registry import load_registry
from policygraph.tasks.ledger import Ledger


def document_tasks(dataset: Dataset, policy: str, as_of: str) -> Ledger:
    """Give the tasks of a document; without its text their headings alone.

    Args:
        dataset: the dataset.
        policy: IRI of the document.
        as_of: ISO day to which its units are followed, by the shipped tables and its own.

    Raises:
        QueryError: the dataset has no such document.
    """
    digests = sources_of(dataset, policy)
    if not digests:
        raise QueryError(
            zh=f"数据集中没有文件 {policy}；请核对网址，或从首页查找",
            en=f"{policy}: the dataset has no such document; look it up from the start page",
        )
    best = next((one for one in digests if dataset.holds_text(one)), digests[0])
    record = read_record(dataset.path / "records" / f"{best}.json")
    return Ledger.of([(record, dataset.text(best))], load_registry(dataset.own_tables()), as_of)

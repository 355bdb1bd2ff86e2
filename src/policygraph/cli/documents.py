"""The documents that a command is given: datasets, records, texts, and folders of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from policygraph.cli.console import complain
from policygraph.model.record import Record, read_record
from policygraph.rdf.dataset.folder import read_manifest, side_text
from policygraph.rdf.dataset.own_tables import own_tables
from policygraph.read import read_file
from policygraph.registry.registry import Registry, load_registry
from policygraph.text.files import find_files

Document = tuple[Record, str | None]  # its text, where it is at hand


def documents_of(
    paths: Sequence[Path], registry: Sequence[Path], language: str, bad: list[str]
) -> Iterator[Document]:
    """Give the documents, each once; what cannot be read is told, and the others go on.

    Args:
        paths: datasets, records, texts, or folders of the last two.
        registry: folders of registry tables of one's own, for texts.
        language: in which it is told what cannot be read.
        bad: takes the names of the files that cannot be read.

    Raises:
        DatasetError: a dataset is damaged.
        SourceError: no such path, or nothing in it that could be read.
    """
    seen: set[str] = set()
    for path in paths:
        if (path / "manifest.json").is_file():
            found = _of_dataset(path)
        else:
            found = _of_files(path, registry, language, bad)
        for record, text in found:
            if record.sha256 not in seen:
                seen.add(record.sha256)
                yield record, text


def registry_for(paths: Sequence[Path], local: Sequence[Path]) -> Registry:
    """Give the registry with the tables of one's own: those given, else those of the datasets.

    Args:
        paths: datasets, records, texts, or folders of the last two.
        local: folders of registry tables.

    Raises:
        RegistryError: a folder holds no table, or a row cannot be used.
    """
    return load_registry(local or [folder for path in paths for folder in own_tables(path)])


def _of_dataset(path: Path) -> Iterator[Document]:
    read_manifest(path)  # says what is wrong with the folder
    for file in sorted((path / "records").glob("*.json")):
        record = read_record(file)
        yield record, side_text(path, record.sha256)


def _of_files(
    path: Path, registry: Sequence[Path], language: str, bad: list[str]
) -> Iterator[Document]:
    for file in find_files([path]):
        read = read_file(file, tuple(registry))
        if read.record is not None:
            yield read.record, read.text
        elif read.problem is not None:
            complain(read.problem.message(language))
            bad.append(read.problem.file)

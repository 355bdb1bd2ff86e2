"""Results of checks that hold still: kept by what was checked, and by what with.

    DATASET/checks/{version of the shapes}/{SHA-256 of the shard}.json
    DATASET/checks/documents.json   what verify queries found in documents, by what it follows from
    DATASET/checks/changes.json     which changes of documents could not be carried out, likewise
    DATASET/checks/rules.json       what all verify queries found when they were last run

A result of a shape is a function of the two, so a build carries the folder over, and what is
wrong with it (an entry cut short, a folder that cannot be written) costs time and no more.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from policygraph.assets import asset_dir
from policygraph.expression import expression
from policygraph.model.code import Severity
from policygraph.model.source import Span
from policygraph.validate.finding import CheckFinding, Place
from policygraph.validate.result import Checked

FORMAT = 2  # of an entry; a higher one than that of an entry makes it void
_RULES = "rules.json"
_DOCUMENTS = "documents.json"
_CHANGES = "changes.json"
Found = dict[str, tuple[CheckFinding, ...]]  # by what findings follow from
_ENTRY = expression(r"[0-9a-f]{64}\.json|\.[0-9a-f]{64}-\d+")
_VERSION = expression(r"[0-9a-f]{16}")


@cache
def shapes_version() -> str:
    """Give 16 hex digits that change when the shapes, or the programs that run them, do."""
    programs = [f"{name} {version(name)}" for name in ("policygraph", "pyshacl", "rdflib")]
    digest = hashlib.sha256(f"{FORMAT} {programs}".encode())
    for file in sorted(asset_dir("ontology").glob("shapes/*.ttl")):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RuleResults:
    """What the verify queries found in a dataset.

    Attributes:
        root: root hash of the dataset.
        day: the day that counted as today, ``YYYY-MM-DD``.
        findings: what was found.
    """

    root: str
    day: str
    findings: tuple[CheckFinding, ...]


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder of kept results.

    Attributes:
        folder: the folder; it need not exist.
    """

    folder: Path

    def find(self, digest: str) -> Checked | None:
        """Give the result for a shard with this SHA-256; None where none is kept."""
        try:
            return _decode(json.loads(self._file(digest).read_bytes()))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def keep(self, digest: str, checked: Checked) -> None:
        """Keep a result; where that cannot be done the next run checks again."""
        _write(self._file(digest), _encode(checked))

    def find_rules(self, root: str) -> RuleResults | None:
        """Give what the verify queries found in the dataset with this root hash, if it is kept."""
        last = self.last_rules()
        return last if last is not None and last.root == root else None

    def last_rules(self) -> RuleResults | None:
        """Give what the verify queries found when they were last run, whatever the dataset was."""
        try:
            data = json.loads((self.folder / _RULES).read_bytes())
            findings = tuple(_decode_finding(each) for each in data["findings"])
            return RuleResults(str(data["root"]), str(data["day"]), findings)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def find_documents(self, version: str) -> Found:
        """Give what verify queries found in documents, by what that follows from.

        Args:
            version: of the queries and of the programs that run them; nothing is kept of others.
        """
        return self._find(_DOCUMENTS, version)

    def keep_documents(self, version: str, found: Mapping[str, Iterable[CheckFinding]]) -> None:
        """Keep what verify queries found in the documents of a dataset, and nothing of others."""
        self._keep(_DOCUMENTS, version, found)

    def find_changes(self, version: str) -> Found:
        """Give which changes of documents could not be carried out, by what that follows from.

        Args:
            version: of the program that carries them out.
        """
        return self._find(_CHANGES, version)

    def keep_changes(self, version: str, found: Mapping[str, Iterable[CheckFinding]]) -> None:
        """Keep which changes of the documents of a dataset could not be carried out."""
        self._keep(_CHANGES, version, found)

    def _find(self, name: str, version: str) -> Found:
        try:
            data = json.loads((self.folder / name).read_bytes())
            known = data["documents"].items() if data["version"] == version else ()
            return {str(key): tuple(map(_decode_finding, found)) for key, found in known}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}

    def _keep(self, name: str, version: str, found: Mapping[str, Iterable[CheckFinding]]) -> None:
        documents = {key: [_encode_finding(each) for each in rows] for key, rows in found.items()}
        _write(self.folder / name, {"version": version, "documents": documents})

    def keep_rules(self, results: RuleResults) -> None:
        """Keep what the verify queries found; where that cannot be done nothing is."""
        findings = [_encode_finding(finding) for finding in results.findings]
        data = {"root": results.root, "day": results.day, "findings": findings}
        _write(self.folder / _RULES, data)

    def drop_all_but(self, digests: Collection[str]) -> None:
        """Remove the results for other shards and of other shapes; files of others stay."""
        try:
            versions = [path for path in self.folder.iterdir() if _VERSION.fullmatch(path.name)]
            for path in versions:
                if path.name != shapes_version() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
            for path in self._file("").parent.iterdir():
                if _ENTRY.fullmatch(path.name) and path.stem not in digests:
                    path.unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, digest: str) -> Path:
        return self.folder / shapes_version() / f"{digest}.json"


def _write(file: Path, data: dict[str, Any]) -> None:
    """Write an entry at once, or not at all."""
    beside = file.with_name(f".{file.stem}-{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(json.dumps(data, separators=(",", ":")).encode())
        beside.replace(file)
    except OSError:
        return


def _encode(checked: Checked) -> dict[str, Any]:
    return {
        "sha256": checked.sha256,
        "file": checked.file,
        "findings": [_encode_finding(finding) for finding in checked.findings],
    }


def _encode_finding(finding: CheckFinding) -> dict[str, Any]:
    place = finding.place
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "focus": finding.focus,
        "path": finding.path,
        "value": _encode_term(finding.value),
        "component": finding.component,
        "zh": finding.zh,
        "en": finding.en,
        "place": [place.sha256, place.file, [list(span) for span in place.spans]],
        "node": finding.node,
        "also": finding.also,
    }


def _encode_term(term: ox.NamedNode | ox.Literal | None) -> list[str | None] | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return [term.value]
    return [term.value, term.language, None if term.language else term.datatype.value]


def _decode(data: dict[str, Any]) -> Checked:
    findings = tuple(_decode_finding(each) for each in data["findings"])
    return Checked(str(data["sha256"]), str(data["file"]), findings, fresh=False)


def _decode_finding(data: dict[str, Any]) -> CheckFinding:
    sha256, file, spans = data["place"]
    return CheckFinding(
        check=str(data["check"]),
        severity=Severity(data["severity"]),
        focus=str(data["focus"]),
        path=str(data["path"]),
        value=_decode_term(data["value"]),
        component=str(data["component"]),
        zh=str(data["zh"]),
        en=str(data["en"]),
        place=Place(str(sha256), str(file), tuple(Span(int(a), int(b)) for a, b in spans)),
        node=str(data["node"]),
        also=tuple(map(str, data["also"])),
    )


def _decode_term(data: list[str | None] | None) -> ox.NamedNode | ox.Literal | None:
    if data is None:
        return None
    if len(data) == 1:
        return ox.NamedNode(str(data[0]))
    value, language, datatype = data
    if language:
        return ox.Literal(str(value), language=language)
    return ox.Literal(str(value), datatype=ox.NamedNode(str(datatype)))

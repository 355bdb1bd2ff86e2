"""What a build did not understand and what checks found: read once, then filtered and counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.reader import Reader
from policygraph.errors import Message
from policygraph.model.code import Severity
from policygraph.model.codes import CODES
from policygraph.model.source import Span
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.findings_file import FindingRow, read_findings
from policygraph.search.folding import fold, words_of
from policygraph.validate.dataset import kept_findings
from policygraph.validate.finding import CheckFinding


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that a person should look at.

    Attributes:
        code: of the finding; ``shape.NAME`` and ``rule.NAME`` of a check.
        severity: how bad it is.
        said: what it means and what to do.
        detail: a short name, number or path that says which one; of a check the value.
        rule: name of the rule that made it; of a check the IRI of what is wrong.
        file: name of the file; empty where it is not known.
        sha256: digest of the source; empty where it could not be read.
        spans: where in its text; none where it concerns the whole file.
        policy: IRI of the document; empty where it could not be read.
    """

    code: str
    severity: Severity
    said: Message
    detail: str
    rule: str
    file: str
    sha256: str
    spans: tuple[Span, ...]
    policy: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings to give.

    Attributes:
        code: a code, or the beginning of several up to a dot (``mark``); empty for all.
        severity: None for all.
        document: IRI of a document, or words of its title, its number or the name of its file;
            empty for all.
    """

    code: str = ""
    severity: Severity | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings have a code.

    Attributes:
        code: the code.
        severity: how bad it is.
        said: what it means and what to do; None where each finding says it for itself.
        count: how many there are.
    """

    code: str
    severity: Severity
    said: Message | None
    count: int


class Issues:
    """The findings of a dataset, the worst first.

    Attributes:
        all: the findings.
        built: how many of them are of the build; the others are of checks.
        checked_on: the day that counted as today when the whole was last checked as it is;
            empty where it was not.

    Raises:
        DatasetError: ``findings.json`` is missing or cannot be read.
    """

    def __init__(self, reader: Reader) -> None:
        checks, self.checked_on = kept_findings(reader.dataset)
        self._policies = dict(_policies(reader))
        rows = read_findings(reader.dataset.path)
        found = [*map(self._of_build, rows), *map(self._of_check, checks)]
        self.built = len(rows)
        self.all = tuple(sorted(found, key=_rank))
        self._counts = Counter(issue.policy for issue in found)
        self._named = {
            (issue.policy, issue.file): fold(f"{_printed(reader, issue.policy)} {issue.file}")
            for issue in found
        }

    def count(self, policy: str) -> int:
        """Count the findings of a document."""
        return self._counts[policy]

    def select(self, wanted: Wanted) -> tuple[Issue, ...]:
        """Give the findings that are wanted, the worst first."""
        words = words_of(wanted.document)
        return tuple(
            issue
            for issue in self.all
            if _is_of(issue.code, wanted.code)
            and wanted.severity in (None, issue.severity)
            and (not wanted.document or self._is_in(issue, wanted.document, words))
        )

    def _is_in(self, issue: Issue, document: str, words: tuple[str, ...]) -> bool:
        if issue.policy == document:
            return True
        name = self._named[issue.policy, issue.file]
        return bool(words) and all(word in name for word in words)

    def _of_build(self, row: FindingRow) -> Issue:
        code = CODES[row.code]
        return Issue(
            code=row.code,
            severity=code.severity,
            said=code.said,  # never row.said: it may name a folder of the builder
            detail=row.detail,
            rule=row.rule,
            file=row.file,
            sha256=row.sha256,
            spans=(row.span,) if row.span else (),
            policy=self._policies.get(row.sha256, ""),
        )

    def _of_check(self, finding: CheckFinding) -> Issue:
        place = finding.place
        return Issue(
            code=finding.check,
            severity=finding.severity,
            said=Message(zh=finding.zh, en=finding.en),
            detail=finding.value.value if finding.value is not None else "",
            rule=finding.focus,
            file=place.file,
            sha256=place.sha256,
            spans=place.spans,
            policy=self._policies.get(place.sha256, ""),
        )


def tallies(issues: Iterable[Issue]) -> tuple[Tally, ...]:
    """Count findings by code: the worst first, then the most frequent."""
    by_code: dict[str, list[Issue]] = {}
    for issue in issues:
        by_code.setdefault(issue.code, []).append(issue)
    counted = (_tally(code, found) for code, found in by_code.items())
    return tuple(sorted(counted, key=lambda one: (one.severity.rank, -one.count, one.code)))


def _tally(code: str, issues: list[Issue]) -> Tally:
    first, *others = issues
    alike = all(other.said == first.said for other in others)
    severity = min((issue.severity for issue in issues), key=lambda each: each.rank)
    return Tally(code, severity, first.said if alike else None, len(issues))


def _policies(reader: Reader) -> Iterator[tuple[str, str]]:
    """Give each source by its digest, and the document that it prints."""
    for policy, source in reader.pairs(v.PRINTED_IN):
        sha256 = reader.text(source, v.SHA256)
        if sha256:
            yield sha256, policy.value


def _printed(reader: Reader, policy: str) -> str:
    node = ox.NamedNode(policy) if policy else None
    names = (reader.text(node, field) for field in (v.TITLE, v.ID_LOCAL)) if node else ()
    return " ".join(name for name in names if name)


def _is_of(code: str, wanted: str) -> bool:
    return not wanted or code == wanted or code.startswith(f"{wanted.rstrip('.')}.")


def _rank(issue: Issue) -> tuple[int, str, str, tuple[Span, ...], str, str]:
    place = issue.file, issue.sha256, issue.spans[:1]
    return issue.severity.rank, *place, issue.code, issue.detail

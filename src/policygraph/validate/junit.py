"""Report -> JUnit XML, which build servers show: one test case for each document."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from policygraph.model.code import Severity
from policygraph.validate.located import Located, located
from policygraph.validate.markup import escaped
from policygraph.validate.positions import Texts
from policygraph.validate.report import as_facts, as_line
from policygraph.validate.result import Report

_WHOLE = {"zh": "数据集整体", "en": "the dataset as a whole"}


def to_junit(report: Report, texts: Texts, language: str) -> str:
    """Give the report as one test suite.

    Errors make the case of their document a failure; what is less bad is its output. What is
    of no document stands in a case of its own, the last.
    """
    cases = list(_cases(report, texts, language))
    failures = sum(any(_is_error(each) for each in found) for _, found in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0"'
    body = "".join(_case(name, found, language) for name, found in cases)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="policygraph validate" {counts}>\n'
        f'<testsuite name="policygraph validate" {counts}>\n{body}</testsuite>\n</testsuites>\n'
    )


def _cases(report: Report, texts: Texts, language: str) -> Iterator[tuple[str, list[Located]]]:
    """Give each document with what was found in it; names that occur twice get a digest."""
    of_document: dict[tuple[str, str], list[Located]] = defaultdict(list)
    for each in located(report.findings, texts):
        place = each.finding.place
        of_document[place.sha256, place.file].append(each)
    names = Counter(document.file for document in report.documents)
    for document in sorted(report.documents, key=lambda each: (each.file, each.sha256)):
        told_apart = names[document.file] > 1 and document.sha256
        name = f"{document.file} {document.sha256[:8]}" if told_apart else document.file
        yield name, of_document.pop((document.sha256, document.file), [])
    rest = [each for found in of_document.values() for each in found]
    if rest:
        yield _WHOLE[language], rest


def _is_error(each: Located) -> bool:
    return each.finding.severity is Severity.ERROR


def _case(name: str, found: Sequence[Located], language: str) -> str:
    errors = [each for each in found if _is_error(each)]
    others = [each for each in found if not _is_error(each)]
    inside = ""
    if errors:
        first = _attribute(errors[0].finding.message(language))
        lines = escaped(_lines(errors, language))
        inside += f'<failure type="violation" message="{first}">{lines}</failure>\n'
    if others:
        inside += f"<system-out>{escaped(_lines(others, language))}</system-out>\n"
    return (
        f'<testcase classname="policygraph.validate" name="{_attribute(name)}">'
        f"{inside}</testcase>\n"
    )


def _lines(found: Sequence[Located], language: str) -> str:
    return "\n".join(f"{as_line(each, language)}\n    {as_facts(each)}" for each in found)


def _attribute(words: str) -> str:
    return escaped(" ".join(words.split()))

"""Checking a whole dataset, and keeping whether it conforms."""

from dataclasses import replace

import pytest

from policygraph.errors import DatasetError
from policygraph.model.code import Severity
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.manifest_file import read_manifest
from policygraph.rdf.iri import concept
from policygraph.validate.dataset import kept_findings, record_conformance, validate_dataset


def test_a_right_dataset_conforms(dataset, record):
    done = []
    report = validate_dataset(dataset(record), progress=lambda *count: done.append(count))
    assert (report.findings, report.shards, report.conforms) == ((), 1, True)
    assert done == [(0, 1), (1, 1)]


def test_warnings_pass_and_errors_do_not(dataset, record, document):
    lenient = validate_dataset(dataset(document(record, kind="若干措施")))
    assert [f.check for f in lenient.findings] == ["shape.PolicyKind"]
    assert (lenient.conforms, lenient.count(Severity.WARNING)) == (True, 1)
    strict = validate_dataset(dataset(document(record, expires="2022-01-01")))
    assert [f.check for f in strict.findings] == ["rule.expiry-before-issue"]
    assert (strict.conforms, strict.count(Severity.ERROR)) == (False, 1)


def change(*, kind="rename", place="<https://example.org/place/990100>"):
    """Give a change of a place as the registry's graph holds it."""
    node = "<https://example.org/change>"
    yield node, f"<{v.TYPE}>", f"<{v.PLACE_CHANGE}>"
    yield node, f"<{v.KIND}>", f"<{concept('place-change-kind', kind)}>"
    yield node, f"<{v.CAUSE}>", '"更名"@zh'
    yield node, f"<{v.SOURCE_OF_FACT}>", '"made"'
    yield node, f"<{v.CHANGE_DATE}>", f'"2021-06-01"^^<{v.XSD}date>'
    for side, code, name in (
        (v.OLD_PLACE, v.OLD_CODE, v.OLD_NAME), (v.NEW_PLACE, v.NEW_CODE, v.NEW_NAME),
    ):  # fmt: skip
        yield node, f"<{side}>", place
        yield node, f"<{code}>", '"990100"'
        yield node, f"<{name}>", '"澄湖市"@zh'
    yield "<https://example.org/place/990100>", f"<{v.TYPE}>", f"<{v.PLACE}>"


def test_the_graph_of_the_registry_is_checked_too_and_once(dataset, record, monkeypatch):
    right = validate_dataset(dataset(record, registry=change()))
    assert (right.findings, right.shards) == ((), 1)
    made = dataset(record, registry=change(kind="swap"))
    wrong = validate_dataset(made)
    assert [f.check for f in wrong.findings] == ["shape.PlaceChangeKind"]
    assert (wrong.conforms, wrong.shards) == (False, 1)
    assert wrong.only_fresh().findings == wrong.findings
    assert kept_findings(made)[0] == wrong.findings
    monkeypatch.setattr("policygraph.validate.shards.check_shard", None)  # nothing is left to do
    again = validate_dataset(made)
    assert again.findings == wrong.findings
    assert again.only_fresh().findings == wrong.findings  # it belongs to no document


def test_findings_come_in_the_order_of_files_and_places(dataset, record, document):
    (row,) = record.responsibilities
    other = replace(record, source="a-plan.txt", sha256="0" * 64)
    wrong = document(other, title="澄湖市夜市方案二", issued="2023-06-31", kind="计策")
    both = replace(record, responsibilities=(replace(row, segment=0),))
    report = validate_dataset(dataset(both, wrong))
    assert [(f.place.file, f.check.partition(".")[2]) for f in report.findings] == [
        ("a-plan.txt", "PolicyKind"),
        ("a-plan.txt", "PolicyIssued"),
        ("plan.txt", "ResponsibilitySegment"),
    ]


def test_the_manifest_keeps_whether_it_conforms(dataset, record, document):
    made = dataset(document(record, issued="2023-02-30"))
    assert made.manifest.conforms is None
    record_conformance(made, validate_dataset(made))
    kept = read_manifest(made.path)
    assert kept == replace(made.manifest, conforms=False)


def test_a_manifest_that_cannot_be_written_is_reported(dataset, record, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    made = dataset(record)
    monkeypatch.setattr("policygraph.validate.dataset.write_manifest", refuse)
    with pytest.raises(DatasetError, match=r"\(Permission denied\); make the folder writable"):
        record_conformance(made, validate_dataset(made))


def test_a_shard_that_is_gone_is_reported(dataset, record):
    made = dataset(record)
    (made.path / "graphs" / "source" / f"{record.sha256}.nq").unlink()
    with pytest.raises(DatasetError, match="cannot be read; build the dataset again"):
        validate_dataset(made)


def test_what_checks_found_is_kept_for_those_who_show_it(dataset, record, document):
    made = dataset(document(record, kind="若干措施", expires="2022-01-01"))
    assert kept_findings(made) == ((), "")
    report = validate_dataset(made, values={"asOf": "2024-06-30"})
    assert {f.check for f in report.findings} == {"shape.PolicyKind", "rule.expiry-before-issue"}
    assert kept_findings(made) == (report.findings, "2024-06-30")
    other = replace(made, manifest=replace(made.manifest, root="0" * 64))
    found, day = kept_findings(other)
    assert ([f.check for f in found], day) == (["shape.PolicyKind"], "")


@pytest.mark.parametrize("kept", ["", "{}", "[]", '{"root": 1, "day": 2, "findings": 3}', "\xff"])
def test_kept_results_that_are_broken_count_for_nothing(dataset, record, kept):
    made = dataset(record)
    validate_dataset(made)
    (made.path / "checks" / "rules.json").write_text(kept, encoding="latin-1")
    assert kept_findings(made) == ((), "")

"""The report as SARIF, JUnit XML and an HTML page: right in form, and safe with hostile words."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from lxml import etree
from lxml import html as html_reader

from policygraph.model.code import Severity
from policygraph.validate.dataset import validate_dataset
from policygraph.validate.junit import to_junit
from policygraph.validate.page import to_page
from policygraph.validate.result import Report
from policygraph.validate.sarif import to_sarif
from tests.validate.sarif_form import faults_of

HOSTILE = "a<script>alert('1')</script>&\"\x1b[31m\u202e%2F]]>\ufffe.txt"


@pytest.fixture
def faulty(record, document):
    """A record with a fault that has a place, one of the whole file, and a rule's."""
    (row,) = record.responsibilities
    wrong = replace(record, responsibilities=(replace(row, segment=0),))
    return document(wrong, issuers=(), expires="2022-01-01")


@pytest.fixture
def other(record, document):
    """Another document, without fault."""
    return replace(document(record, title="澄湖市早市方案"), source="a-plan.txt", sha256="0" * 64)


@pytest.fixture
def checked(dataset):
    """Give a function that checks records and gives the report and the texts."""

    def check(*records, **options):
        made = dataset(*records, **options)
        return validate_dataset(made), made.text

    return check


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_has_the_form_of_the_standard(checked, faulty, language):
    log = json.loads(json.dumps(to_sarif(*checked(faulty), language)))
    assert list(faults_of(log)) == []
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    assert [result["ruleId"] for result in run["results"]] == [
        "rule.expiry-before-issue", "shape.PolicyIssuer", "shape.ResponsibilitySegment",
    ]  # fmt: skip
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert result["message"]["text"].startswith(rule["shortDescription"]["text"])
        assert result["message"]["text"].endswith(rule["help"]["text"])


def test_sarif_tells_file_and_region(checked, faulty):
    run = to_sarif(*checked(faulty), "en")["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"plan.txt"}
    assert places[2]["region"] == {
        "startLine": 4, "startColumn": 2, "endLine": 4, "endColumn": 6,
    }  # fmt: skip
    assert "region" not in places[0]
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["plan.txt"]


def test_sarif_without_the_text_has_offsets(checked, faulty):
    log = to_sarif(*checked(faulty, text=None), "en")
    assert list(faults_of(log)) == []
    place = log["runs"][0]["results"][2]["locations"][0]["physicalLocation"]
    assert place["region"] == {"charOffset": 30, "charLength": 4}


def test_fingerprints_do_not_move_with_the_text_and_are_never_the_same(checked, faulty):
    def prints(report):
        results = to_sarif(report, lambda _: None, "en")["runs"][0]["results"]
        return [result["partialFingerprints"]["policygraphFinding/v1"] for result in results]

    report, _ = checked(faulty)
    moved = [replace(f, place=replace(f.place, spans=())) for f in report.findings]
    assert prints(replace(report, findings=tuple(moved))) == prints(report)
    twice = prints(replace(report, findings=report.findings * 2))
    assert len(set(twice)) == 6


def test_sarif_of_a_report_without_findings(checked, record):
    log = to_sarif(*checked(record), "zh")
    assert list(faults_of(log)) == []
    assert log["runs"][0]["results"] == []


def test_what_is_wrong_with_a_log_would_be_seen(checked, faulty):
    """The check of the form finds what is left out or out of place."""
    log = to_sarif(*checked(faulty), "en")
    run = log["runs"][0]
    run["results"][0]["level"] = "violation"
    run["results"][1]["ruleIndex"] = 9
    del run["results"][2]["message"]
    run["results"][2]["locations"][0]["physicalLocation"]["region"]["endColumn"] = 0
    run["colour"] = "red"
    assert len(list(faults_of(log))) == 5


def test_junit_has_a_case_for_each_document(checked, faulty, other):
    suite = etree.fromstring(to_junit(*checked(faulty, other), "en").encode())
    (inner,) = suite
    assert (suite.tag, inner.tag, inner.get("tests"), inner.get("failures")) == (
        "testsuites", "testsuite", "2", "1",
    )  # fmt: skip
    clean, bad = inner
    assert (clean.get("name"), len(clean)) == ("a-plan.txt", 0)
    assert [child.tag for child in bad] == ["failure", "system-out"]
    assert bad[0].get("message").startswith("The last day in force is before")
    assert "plan.txt:4:2: error: The segment is a whole number" in bad[0].text
    assert "No issuing body was read" in bad[1].text


def test_junit_tells_documents_of_one_name_apart_and_keeps_what_is_of_none(checked, faulty, other):
    other = replace(other, source="plan.txt")
    report, texts = checked(faulty, other)
    stray = replace(report.findings[0], place=replace(report.findings[0].place, file="", sha256=""))
    report = replace(report, findings=(*report.findings, stray))
    (suite,) = etree.fromstring(to_junit(report, texts, "zh").encode())
    names = [case.get("name") for case in suite]
    assert names[0] == "plan.txt 00000000"
    assert names[1].startswith("plan.txt ")
    assert names[2:] == ["数据集整体"]
    assert suite.get("failures") == "2"


@pytest.mark.parametrize(
    ("language", "tag", "told"),
    [("zh", "zh-CN", "分段应为从 1 起的整数"), ("en", "en", "The segment is a whole number")],
)
def test_the_page_tells_everything_in_its_language(checked, faulty, other, language, tag, told):
    page = to_page(*checked(faulty, other), language)
    root = html_reader.fromstring(page)
    assert root.get("lang") == tag
    assert next(root.iter("h2")).text == "plan.txt"
    assert len(root.findall(".//ol/li")) == 3
    assert told in root.text_content()
    assert ("分段应为" in root.text_content()) is not ("segment is" in root.text_content())
    assert "a-plan.txt" in root.text_content()
    assert root.find(".//blockquote").text == "市商务局"
    assert ("第 4 行，第 2 列" if language == "zh" else "line 4, column 2") in root.text_content()


def test_the_page_needs_nothing_beside_it(checked, faulty):
    page = to_page(*checked(faulty), "en")
    assert not re.search(r"<(?:script|link|img|iframe)|\ssrc=|\shref=|@import|url\(", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_words_are_words(checked, faulty, language):
    """A file name, a value and a focus that would like to be markup or to steer a terminal."""
    report, texts = checked(replace(faulty, source=HOSTILE))
    hostile = tuple(replace(f, focus=f.focus + HOSTILE) for f in report.findings)
    report = Report(hostile, report.documents)
    root = html_reader.fromstring(to_page(report, texts, language))
    assert not list(root.iter("script"))
    shown = (
        HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd").replace("\ufffe", "\ufffd")
    )
    assert root.find(".//h2").text == shown
    (suite,) = etree.fromstring(to_junit(report, texts, language).encode())
    assert suite[0].get("name") == shown
    log = json.loads(json.dumps(to_sarif(report, texts, language)))
    assert list(faults_of(log)) == []
    uri = log["runs"][0]["artifacts"][0]["location"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", uri)
    assert unquote(uri) == HOSTILE


def test_severities_have_levels(checked, faulty):
    report, texts = checked(faulty)
    mild = replace(report.findings[0], severity=Severity.INFO)
    log = to_sarif(replace(report, findings=(mild,)), texts, "en")
    assert log["runs"][0]["results"][0]["level"] == "note"


def test_no_words_are_a_placeholder_or_a_link(checked, faulty):
    """What a file name brings into a message stays words (SARIF, 3.11.5 and 3.11.6)."""
    report, texts = checked(faulty)
    told = replace(report.findings[0], en="{0} [here](https://example.org): look.")
    run = to_sarif(replace(report, findings=(told,)), texts, "en")["runs"][0]
    assert run["results"][0]["message"]["text"] == "{{0}} [here] (https://example.org): look."

"""``policygraph validate``: formats, exit status, and what is wrong with a folder."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from policygraph.build import build
from policygraph.cli.validate import validate
from policygraph.model.code import Severity
from policygraph.model.record import to_json
from policygraph.rdf.dataset.manifest_file import read_manifest
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.reader import read_source
from policygraph.validate.finding import CheckFinding, Place
from policygraph.validate.page import to_page
from policygraph.validate.result import Checked, Report


@pytest.fixture
def run(monkeypatch):
    """Give a function that runs the command."""
    monkeypatch.delenv("POLICYGRAPH_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    app = typer.Typer()
    app.command()(validate)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def test_a_dataset_that_conforms(run, dataset, record):
    made = dataset(record, stored=True)
    shown = run(made.path)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == "conforms: 1 sources, 0 errors, 0 warnings, 0 infos\n"
    assert read_manifest(made.path).conforms is True


def test_a_dataset_with_errors_ends_with_status_1(run, dataset, record, document):
    made = dataset(document(record, issued="2023-02-30"), stored=True)
    shown = run(made.path, "--language", "zh")
    assert shown.exit_code == 1
    assert "plan.txt:2:1: 错误: 成文日期应为一个真实存在的日期" in shown.stdout
    assert read_manifest(made.path).conforms is False


def test_formats_for_programs(run, dataset, record, document):
    path = dataset(document(record, kind="计策"), stored=True).path
    as_json = run(path, "--format", "json", "--jobs", "1")
    assert as_json.exit_code == 0
    assert [f["check"] for f in json.loads(as_json.stdout)["findings"]] == ["shape.PolicyKind"]
    assert "sh:ValidationReport" in run(path, "--format", "turtle").stdout


def test_a_file_name_cannot_steer_the_terminal(run, dataset, record, document):
    renamed = replace(record, source="a\x1b[31m.txt")
    made = dataset(document(renamed, issued="2023-02-30"), stored=True)
    shown = run(made.path)
    assert "\x1b" not in shown.stdout
    assert "a\ufffd[31m.txt:2:1: error" in shown.stdout


def test_a_folder_that_is_no_dataset(run, tmp_path):
    shown = run(tmp_path)
    assert shown.exit_code == 3
    assert "not a dataset" in shown.stderr


def test_only_changed_reports_what_no_run_has_seen(run, dataset, record, document):
    bad = document(record, issued="2023-02-30")
    path = dataset(bad, stored=True).path
    first = run(path, "--only-changed")
    assert (first.exit_code, "plan.txt:2:1" in first.stdout) == (1, True)
    again = run(path, "--only-changed")
    assert again.exit_code == 0
    assert again.stdout == "conforms: 0 sources, 0 errors, 0 warnings, 0 infos\n"
    assert read_manifest(path).conforms is False  # what is kept is still so
    assert run(path).exit_code == 1


def _rule_finding(*sources):
    place = Place(*sources[:1])
    return CheckFinding(
        "rule.made", Severity.WARNING, "https://example.org/a", "", None, "", "甲：乙", "a: b",
        place, also=sources[1:],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "told"), [((), True), (("new",), True), (("old",), False), (("old", "new"), True)]
)
def test_only_changed_leaves_out_what_concerns_old_documents_alone(sources, told):
    finding = _rule_finding(*sources)
    documents = (Checked("old", "a.txt", (), fresh=False), Checked("new", "b.txt", ()))
    report = Report((finding,), documents, frozenset({finding.identity}))
    assert report.only_fresh().findings == ((finding,) if told else ())
    for_the_first_time = Report((finding,), documents)
    assert for_the_first_time.only_fresh().findings == (finding,)


def test_a_file_that_a_result_concerns_is_not_listed_as_clean():
    finding = _rule_finding("one", "two")
    files = [Checked(name, f"{name}.txt", ()) for name in ("one", "two", "three")]
    page = to_page(Report((finding,), tuple(files)), lambda sha256: None, "zh")
    clean = page.partition("以下文件没有问题")[2]
    assert re.findall(r"\w+\.txt", clean) == ["three.txt"]


def test_formats_for_build_servers_and_people(run, dataset, record, document):
    path = dataset(document(record, issued="2023-02-30"), stored=True).path
    sarif = run(path, "--format", "sarif")
    assert sarif.exit_code == 1
    assert json.loads(sarif.stdout)["version"] == "2.1.0"
    assert '<failure type="violation"' in run(path, "-f", "junit").stdout
    assert run(path, "-f", "html", "-l", "zh").stdout.startswith(
        '<!DOCTYPE html>\n<html lang="zh-CN">'
    )


@pytest.mark.parametrize("option", ["2025-13-01", "yesterday"])
def test_a_day_that_is_none(run, dataset, record, option):
    shown = run(dataset(record, stored=True).path, "--as-of", option)
    assert shown.exit_code == 2
    assert "is no day" in shown.stderr


@pytest.fixture
def texts(tmp_path):
    """Give a folder with a text, and a record that ends before it was issued."""
    folder = tmp_path / "texts"
    folder.mkdir()
    text = "澄湖市夜市方案\n2023年6月20日\n一、延长营业\n营业到夜里。（市商务局负责）\n"
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    source = read_source(folder / "plan.txt")
    read = extract_record(source, load_registry(()))
    bad = replace(read, document=replace(read.document, expires="2020-01-01"), source="late.txt")
    (folder / "late.json").write_text(to_json(replace(bad, sha256="1" * 64)), encoding="utf-8")
    return folder


def test_files_are_checked_without_a_dataset(run, texts):
    shown = run(texts / "plan.txt", texts / "late.json", "-f", "json")
    data = json.loads(shown.stdout)
    late = [f for f in data["findings"] if f["check"] == "rule.expiry-before-issue"]
    assert (shown.exit_code, data["shards"], len(late)) == (1, 2, 1)
    assert {f["file"] for f in data["findings"]} <= {
        str(texts / "plan.txt"),
        str(texts / "late.json"),
    }
    assert sorted(path.name for path in texts.iterdir()) == ["late.json", "plan.txt"]


def test_files_give_what_a_dataset_of_them_gives(run, texts, tmp_path):
    build([texts], tmp_path / "built")
    of_dataset = json.loads(run(tmp_path / "built", "-f", "json").stdout)
    of_files = json.loads(run(texts / "plan.txt", texts / "late.json", "-f", "json").stdout)
    for finding in (*of_dataset["findings"], *of_files["findings"]):
        del finding["file"]

    def key(finding):
        return json.dumps(finding, sort_keys=True)

    assert sorted(map(key, of_files["findings"])) == sorted(map(key, of_dataset["findings"]))
    assert len(of_files["findings"]) >= 1


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_checked(run, texts):
    (texts / "broken.json").write_text("{", encoding="utf-8")
    shown = run(texts / "broken.json", texts / "plan.txt")
    assert shown.exit_code == 1
    assert "broken.json: error: " in shown.stdout
    assert "[source.bad-record]" in shown.stdout
    for form in ("turtle", "sarif", "junit", "html"):
        assert run(texts / "broken.json", texts / "plan.txt", "-f", form).exit_code == 1


def test_folders_and_files_do_not_mix(run, texts, tmp_path):
    assert run(texts, texts / "plan.txt").exit_code == 2
    assert run(texts / "plan.txt", "--only-changed").exit_code == 2
    missing = run(tmp_path / "none.txt", texts / "plan.txt")
    assert missing.exit_code == 3
    assert "no such file or folder" in missing.stderr


@pytest.mark.parametrize("form", ["text", "json", "turtle", "sarif", "junit", "html"])
def test_a_path_that_is_no_utf8_is_shown(run, texts, form):
    odd = Path(os.fsdecode(os.fsencode(texts) + b"/pl\xffan.txt"))
    try:
        odd.write_bytes((texts / "plan.txt").read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    broken = Path(f"{odd}.json")
    broken.touch()
    shown = run(odd, broken, "--format", form)
    assert shown.exit_code == 1
    assert isinstance(shown.exception, SystemExit)
    assert shown.stdout_bytes.decode("utf-8")


def test_the_report_goes_into_a_file(run, dataset, record, document, tmp_path):
    path = dataset(document(record, kind="计策"), stored=True).path
    for form in ("html", "text", "json"):
        target = tmp_path / f"报告 1.{form}"
        shown = run(path, "--format", form, "--out", target, "--language", "zh")
        assert (shown.exit_code, shown.stdout) == (0, f"{target}\n")
        assert target.read_text(encoding="utf-8") == run(path, "-f", form, "-l", "zh").stdout


def test_an_unwritable_report_is_told(run, dataset, record, tmp_path):
    shown = run(dataset(record, stored=True).path, "--out", tmp_path / "none" / "a.txt")
    assert shown.exit_code == 3
    assert "make it first" in shown.stderr

"""policygraph findings: the worst first, each with its place, of texts and of datasets."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from policygraph.build import build
from policygraph.cli.findings import findings
from policygraph.model.codes import CODES
from policygraph.model.record import facts_only, to_json
from policygraph.read import read_file

program = typer.Typer()
program.command()(findings)

# A title mark that is never closed, a number without title, a unit that is not known.
TEXT = """云岭市人民政府办公室关于支持企业发展的通知
一、甲
（一）乙。参照令第722号执行。根据《某条例办理。（责任单位：市探月办）
"""


def run(*arguments: object) -> Result:
    environment = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb", "POLICYGRAPH_LANGUAGE": "en"}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def rows(*arguments: object) -> list[dict[str, object]]:
    return json.loads(run(*arguments, "--json").stdout)


def test_a_finding_is_printed_with_its_place_and_words(text: Path) -> None:
    lines = run(text).stdout.splitlines()
    place = f"a.txt:3:{TEXT.splitlines()[2].index('《') + 1}: info bracket.unclosed: "
    (line,) = [line for line in lines if line.startswith(place)]
    assert line.endswith("is never closed “《”")


def test_chinese_is_spoken_where_it_is_asked_for(text: Path) -> None:
    shown = run(text, "--language", "zh").stdout
    assert f": 提示 bracket.unclosed: {CODES['bracket.unclosed'].zh}" in shown
    assert shown.splitlines()[-1].endswith("1 个文件")


def test_the_worst_stand_first_then_file_then_place(text: Path) -> None:
    (text / "empty.txt").write_bytes(b"\x00\x01")
    (text / "b.txt").write_text(TEXT, encoding="utf-8")
    found = rows(text)
    order = ["error", "warning", "info"]
    keys = [
        (order.index(str(r["severity"])), r["file"], r["line"] or 0, r["column"] or 0)
        for r in found
    ]
    assert keys == sorted(keys)
    assert found[0]["code"] == "source.binary"
    assert {r["severity"] for r in found} == {"error", "warning", "info"}
    assert run(text).exit_code == 1


def test_counts_for_each_code_stand_at_the_end(text: Path) -> None:
    lines = run(text).stdout.splitlines()
    found = rows(text)
    assert lines[-1] == f"{len(found)} findings in 1 file"
    counted = {line.split()[1]: int(line.split()[0]) for line in lines if line.startswith("   ")}
    assert sum(counted.values()) == len(found)
    assert counted["bracket.unclosed"] == 1


def test_codes_filter_by_name_or_by_family(text: Path) -> None:
    assert [r["code"] for r in rows(text, "--code", "bracket.unclosed")] == ["bracket.unclosed"]
    both = rows(text, "--code", "bracket", "--code", "citation")
    assert {r["code"] for r in both} == {"bracket.unclosed", "citation.number-without-title"}
    assert run(text, "--code", "post").stdout == "no findings\n"


def test_an_unknown_code_is_wrong_usage(text: Path) -> None:
    result = run(text, "--code", "brackets")
    assert result.exit_code == 2
    assert "'brackets' is no code" in result.stderr
    assert "bracket, " in result.stderr


def test_csv_in_chinese_opens_in_excel(text: Path) -> None:
    (text / "empty.txt").write_bytes(b"\x00\x01")
    data = run(text, "--format", "csv", "--language", "zh").stdout_bytes
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    heads = ["文件名", "行", "列", "代码", "级别", "含义与处理", "规则", "所指", "原文"]
    assert list(table[0]) == heads
    assert (table[0]["级别"], table[0]["代码"]) == ("错误", "source.binary")
    assert {row["级别"] for row in table} == {"错误", "警告", "提示"}
    assert table[0]["含义与处理"] == rows(text, "--language", "zh")[0]["message"]


def test_csv_for_programs_has_stable_names_and_no_mark(text: Path) -> None:
    data = run(text, "--format", "csv").stdout_bytes
    heads = b"file,line,column,code,severity,message,rule,detail,quote\n"
    assert data.startswith(heads)
    assert b"\r" not in data


def test_csv_has_the_same_rows_and_no_formulas(text: Path) -> None:
    (text / "=b.txt").write_text(TEXT, encoding="utf-8")
    table = list(csv.DictReader(io.StringIO(run(text, "--format", "csv").stdout)))
    found = rows(text)
    assert [(r["code"], r["line"]) for r in table] == [
        (r["code"], "" if r["line"] is None else str(r["line"])) for r in found
    ]
    assert {r["file"] for r in table} == {"a.txt", "'=b.txt"}


def test_a_dataset_gives_the_same_findings(text: Path, tmp_path: Path) -> None:
    build([text], tmp_path / "set", jobs=1)
    assert rows(tmp_path / "set") == rows(text)


def test_each_row_of_a_dataset_says_how_bad_it_is_and_what_it_means(
    text: Path, tmp_path: Path
) -> None:
    (text / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    build([text], tmp_path / "set", jobs=1)
    kept = json.loads((tmp_path / "set" / "findings.json").read_bytes())
    listed = {(row["code"], row["severity"], row["message"]) for row in rows(text)}
    assert {(row["code"], row["severity"], row["en"]) for row in kept} == listed
    assert {row["severity"] for row in kept} >= {"error", "warning"}
    assert all(re.search("[\u4e00-\u9fff]", row["zh"]) for row in kept)


def test_a_dataset_without_texts_gives_no_places(text: Path, tmp_path: Path) -> None:
    record = read_file(text / "a.txt").record
    assert record is not None
    (tmp_path / "records").mkdir()
    path = tmp_path / "records" / "a.json"
    path.write_text(to_json(facts_only(record)), encoding="utf-8")
    build([path], tmp_path / "set", jobs=1)
    found = rows(tmp_path / "set")
    assert [r["code"] for r in found] == [r["code"] for r in rows(path)]
    assert {r["line"] for r in found} == {None}
    assert {r["quote"] for r in found} == {None}


def test_files_of_one_name_are_told_apart(text: Path, tmp_path: Path) -> None:
    (text / "other").mkdir()
    (text / "other" / "a.txt").write_text("\n\n" + TEXT, encoding="utf-8")
    build([text], tmp_path / "set", jobs=1)
    found = [r for r in rows(tmp_path / "set") if r["code"] == "bracket.unclosed"]
    assert [(r["file"], r["line"], r["quote"]) for r in found] == [
        ("a.txt", 3, "《"),
        ("a.txt", 5, "《"),
    ]


def test_a_broken_dataset_is_told(text: Path, tmp_path: Path) -> None:
    build([text], tmp_path / "set", jobs=1)
    (tmp_path / "set" / "findings.json").write_text("[{}]", encoding="utf-8")
    result = run(tmp_path / "set")
    assert result.exit_code == 3
    assert "findings.json: cannot be read; build the dataset again" in result.stderr


def test_what_a_terminal_would_obey_is_not_printed(text: Path) -> None:
    (text / "a.txt").write_text(TEXT.replace("市探月办", "市\x1b[31m探月办"), encoding="utf-8")
    result = run(text)
    assert result.exit_code in (0, 1)
    assert "\x1b" not in result.stdout


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere")
    assert result.exit_code == 3
    assert "no such file or folder" in result.stderr


def test_help_has_an_example_that_runs(root: Path) -> None:
    assert "policygraph findings data/samples --code agency" in run("--help").stdout
    assert run(root / "data" / "samples", "--code", "agency").exit_code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_goes_into_a_file_as_its_name_says(text: Path, language: str) -> None:
    for ending in ("csv", "json"):
        target = text.parent / f"待 核对.{ending}"
        shown = run(text, "--out", target, "-l", language)
        assert shown.stdout == f"{target}\n"
        assert target.read_bytes() == run(text, "-f", ending, "-l", language).stdout_bytes
    wrong = run(text, "--out", text.parent / "a.xlsx", "-l", language)
    assert wrong.exit_code == 2
    nowhere = run(text, "--out", text / "none" / "a.csv", "-l", language)
    assert nowhere.exit_code == 3
    assert not list(text.parent.rglob("*.new-*"))

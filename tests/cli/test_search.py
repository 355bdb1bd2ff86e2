"""policygraph search: hits for people and for programs."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from policygraph.build import build
from policygraph.cli.search import search

program = typer.Typer()
program.command()(search)

TEXT = """云岭市人民政府办公室关于支持企业发展的通知
云市政办发〔2022〕8号
一、总体要求
（一）建立培育库。市\x1b[31m级部门按季度更新。（责任单位：市工业和信息化局）
云岭市人民政府办公室
2022年6月1日
"""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "a.txt"], folder / "set", jobs=1)
    return folder / "set"


def run(*arguments: object, language: str = "en") -> Result:
    environment = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}
    environment["POLICYGRAPH_LANGUAGE"] = language
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


def test_a_hit_is_printed_with_its_document_its_place_and_its_line(dataset: Path) -> None:
    lines = run("季度", "培育库", "--dataset", dataset).stdout.splitlines()
    assert lines[0].startswith("云岭市人民政府办公室关于支持企业发展的通知  云市政办发〔2022〕8号")
    assert lines[1] == "  一、总体要求 › （一）建立培育库  [1/1]  line 4"
    assert "按季度更新" in lines[2]
    assert lines[-1] == "1 found, in documents: 1, shown: 1"


def test_chinese_is_spoken_where_it_is_asked_for(dataset: Path) -> None:
    result = run("季度", "--dataset", dataset, language="zh")
    assert result.stdout.splitlines()[-1] == "共 1 处，在 1 份文件中，显示 1 处"


def test_the_place_of_a_hit_in_an_annex_is_told_in_words(tmp_path: Path) -> None:
    annexed = f"{TEXT}附件\n任务清单\n一、组建工作专班\n"
    (tmp_path / "a.txt").write_text(annexed, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "set", jobs=1)
    asked = ("工作专班", "--dataset", tmp_path / "set")
    assert "[附件1/1]" in run(*asked, language="zh").stdout
    assert "[annex1/1]" in run(*asked).stdout


def test_programs_get_json(dataset: Path) -> None:
    data = json.loads(run("季度", "--dataset", dataset, "--json").stdout)
    (hit,) = data["hits"]
    start, end = hit["marks"][0]
    assert hit["excerpt"][start:end] == "季度"
    assert TEXT[hit["start"] : hit["end"]] == "季度"
    assert hit["path"] == "1/1"
    assert hit["clause"].endswith("/clause/1/1")
    assert data["total"] == 1


def test_no_more_are_printed_than_are_asked_for(dataset: Path) -> None:
    data = json.loads(run("云岭市", "--dataset", dataset, "--json", "--limit", 1).stdout)
    assert len(data["hits"]) == 1


def test_what_a_terminal_would_obey_is_not_printed(dataset: Path) -> None:
    assert "\x1b" not in run("季度", "--dataset", dataset).stdout


def test_nothing_found_is_no_failure(dataset: Path) -> None:
    result = run("无此字词", "--dataset", dataset)
    assert result.exit_code == 0
    assert result.stdout == "0 found, in documents: 0, shown: 0\n"


def test_no_word_is_wrong_usage(dataset: Path) -> None:
    assert run("　", "--dataset", dataset).exit_code == 2


def test_a_folder_that_is_no_dataset_is_told(tmp_path: Path) -> None:
    result = run("季度", "--dataset", tmp_path)
    assert result.exit_code == 3
    assert "not a dataset" in result.stderr

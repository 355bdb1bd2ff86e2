"""policygraph compare as a user meets it."""

import json
from pathlib import Path

import docx
import pytest
import typer
from lxml import html
from typer.testing import CliRunner, Result

from policygraph.cli.compare import compare

OLD = (
    "云岭市公园管理办法\n第一条 公园每日六时开放，二十一时关闭。\n"
    "第二条 公园由市园林局管理。（责任单位：市园林局）\n第三条 公园内不得放牧。\n"
)
NEW = (
    OLD.replace("二十一时", "二十二时")
    .replace("市园林局", "市城管局")
    .replace(
        "第三条 公园内不得放牧。\n", "第三条 鼓励<b>志愿者</b>清扫步道。\n第四条 公园内不得放牧。\n"
    )
)
program = typer.Typer()
program.command()(compare)


def run(*arguments: object, language: str = "zh", columns: int = 400) -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "POLICYGRAPH_LANGUAGE": language}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_what_differs_is_printed_with_the_facts(files: tuple[Path, Path]) -> None:
    result = run(*files)
    assert result.exit_code == 0, result.output
    assert "条款：相同 1，仅序号变化 1，修改 2，新增 1" in result.stdout
    assert "仅序号变化：第三条 → 第四条" in result.stdout
    assert "六时开放，[-二十一-]{+二十二+}时关闭" in result.stdout
    assert "   － 市园林局（负责）" in result.stdout
    assert "   ＋ 市城管局（负责）" in result.stdout


def test_in_english(files: tuple[Path, Path]) -> None:
    result = run(*files, language="en")
    assert "units: same 1, renumbered 1, changed 2, new 1" in result.stdout
    assert "－ 市园林局 (responsible)" in result.stdout


def test_word_page_and_json(files: tuple[Path, Path], tmp_path: Path) -> None:
    for ending in ("docx", "html", "json"):
        assert run(*files, "--out", tmp_path / f"t.{ending}").exit_code == 0
    (table,) = docx.Document(str(tmp_path / "t.docx")).tables
    assert [row.cells[3].text for row in table.rows] == ["变化", "修改", "修改", "新增"]
    page = html.fromstring((tmp_path / "t.html").read_bytes())
    assert len(page.xpath("//tbody/tr")) == 3
    assert not page.xpath("//td//b")
    assert "<b>志愿者</b>" in page.text_content()
    data = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    assert data["counts"]["added"] == 1
    assert (
        "".join(
            piece["text"]
            for unit in data["units"]
            for piece in unit["pieces"]
            if piece["change"] != "removed"
        )
        == NEW
    )


@pytest.mark.parametrize("target", ["t.pdf", "旧.txt"])
def test_what_cannot_be_written(files: tuple[Path, Path], tmp_path: Path, target: str) -> None:
    result = run(*files, "--out", tmp_path / target)
    assert result.exit_code == 2
    assert files[0].read_text(encoding="utf-8") == OLD


def test_a_file_that_is_not_there(files: tuple[Path, Path], tmp_path: Path) -> None:
    result = run(files[0], tmp_path / "无.txt")
    assert result.exit_code == 3
    assert "无.txt" in result.stderr


def test_lines_are_not_broken_whatever_is_printed_to(files: tuple[Path, Path]) -> None:
    assert run(*files, columns=20).stdout == run(*files).stdout

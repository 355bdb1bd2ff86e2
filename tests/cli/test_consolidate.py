"""policygraph consolidate as a user meets it: the samples, and an order that does not fit its text."""

import io
import json
from pathlib import Path

import docx
import pytest
import typer
from lxml import html
from rich.console import Console
from typer.testing import CliRunner, Result

from policygraph.cli.consolidate import consolidate

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
BASE, CHANGES = SAMPLES / "chenghu-ruogan-cuoshi.txt", SAMPLES / "chenghu-xiugai-yijian.txt"
program = typer.Typer()
program.command()(consolidate)

RULES = """云岭市公园管理办法
第一条 公园由市园林局管理。
第二条 公园每日六时开放，二十一时关闭。
第三条 公园内不得放牧。
"""
ORDER = """云岭市人民政府关于修改《云岭市公园管理办法》的决定
云岭市人民政府决定对《云岭市公园管理办法》作如下修改：
一、将第二条中的“二十一时”修改为“二十二时”。
二、将第一条中的“市林业局”修改为“市城管局”。
三、删去第九条。
本决定自2025年3月1日起施行。
"""


def run(*arguments: object, language: str = "zh", columns: int = 400) -> Result:
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1", "POLICYGRAPH_LANGUAGE": language}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    rules, order = tmp_path / "办法.txt", tmp_path / "决定.txt"
    rules.write_text(RULES, encoding="utf-8")
    order.write_text(ORDER, encoding="utf-8")
    return rules, order


def test_what_is_struck_and_put_in_is_marked() -> None:
    result = run(BASE, CHANGES)
    assert result.exit_code == 0, result.output
    assert "修改 19 处：已执行 19 处，未执行 0 处。" in result.stdout
    assert "其中有征求意见稿" in result.stdout
    assert "[-市大数据局-]{+市数据局+}、市财政局{+、市工信局+})" in result.stdout
    assert "市科技局[-、市统计局-])" in result.stdout


def test_what_does_not_fit_the_text_is_told_and_nothing_else_stops(
    files: tuple[Path, Path],
) -> None:
    result = run(*files)
    assert result.exit_code == 1
    assert "修改 3 处：已执行 1 处，未执行 2 处。" in result.stdout
    assert "[-二十一时-]{+二十二时+}" in result.stdout
    lines = result.stdout.split("未执行的修改")[1].strip().splitlines()
    assert "所指条款中没有要改的文字" in lines[0]
    assert "原文中没有所指的条款" in lines[1]


@pytest.mark.parametrize(
    ("day", "said"),
    [("2025-02-28", "No changes are in this text"), ("2025-03-01", "1 carried out")],
)
def test_as_of_a_day(files: tuple[Path, Path], day: str, said: str) -> None:
    assert said in run(*files, "--as-of", day, language="en").stdout


def test_a_draft_counts_on_no_day() -> None:
    result = run(BASE, CHANGES, "--as-of", "2099-01-01")
    assert "没有修改并入" in result.stdout
    assert "征求意见稿，未并入" in result.stdout


def test_other_documents_of_a_folder_are_told_apart() -> None:
    result = run(BASE, SAMPLES)
    assert "修改 19 处" in result.stdout
    assert "没有修改本文件：" in result.stdout


def test_of_a_folder_only_what_names_the_document_changes_it(files: tuple[Path, Path]) -> None:
    rules, order = files
    order.write_text("关于修改供水办法的决定\n\n一、删去第三条。\n", encoding="utf-8")
    assert "没有修改并入" in run(rules, order.parent).stdout
    assert "修改 1 处：已执行 1 处" in run(rules, order).stdout


@pytest.mark.parametrize("which", [0, 1])
def test_no_document_that_is_read_is_written_over(files: tuple[Path, Path], which: int) -> None:
    before = files[which].read_bytes()
    result = run(files[0], files[0].parent, "--out", files[which])
    assert result.exit_code == 2
    assert files[which].read_bytes() == before


@pytest.fixture
def written(tmp_path: Path) -> dict[str, bytes]:
    data = {}
    for ending in ("txt", "json", "html", "docx"):
        target = tmp_path / f"新.{ending}"
        result = run(BASE, CHANGES, "--out", target)
        assert result.exit_code == 0, result.output
        assert str(target) in result.stdout
        data[ending] = target.read_bytes()
    return data


def test_all_forms_hold_the_same_text(written: dict[str, bytes]) -> None:
    text = written["txt"].decode()
    data = json.loads(written["json"])
    assert data["text"] == text
    assert "".join(p["text"] for p in data["pieces"] if p["start"] is not None) == BASE.read_text(
        encoding="utf-8-sig"
    )
    root = html.fromstring(written["html"].decode())
    (whole,) = root.xpath("//div[@class='text']")
    for gone in whole.xpath("./del"):
        gone.drop_tree()
    assert "".join(whole.text_content().split()) == "".join(text.split())


def test_the_page_runs_no_script_and_fetches_nothing(written: dict[str, bytes]) -> None:
    page = written["html"].decode()
    assert "default-src 'none'" in page
    root = html.fromstring(page)
    assert not root.xpath("//script | //img | //link | //@src")
    assert all(href.startswith("#") for href in root.xpath("//@href"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//@href")} <= set(ids)


def test_the_table_of_old_and_new(written: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(written["docx"]))
    assert document.paragraphs[0].text.endswith("修改对照表")
    rows = {row.cells[0].text: row.cells for row in document.tables[0].rows}
    row = rows["5. 完善创新监测评价"]
    assert "、市统计局" in row[1].text
    assert "市统计局" not in row[2].text
    struck = [run.text for run in row[1].paragraphs[0].runs if run.font.strike]
    assert struck == ["、市统计局"]
    assert row[3].text == "“3.”，《中华人民共和国统计法》第7条"
    assert rows["8. 保障企业发展用地"][2].text == "（删去）"


def test_duties_before_and_after(written: dict[str, bytes]) -> None:
    duties = json.loads(written["json"])["duties"]
    lost = {(one["clause"], one["unit"]) for one in duties["lost"]}
    gained = {(one["clause"], one["unit"]) for one in duties["gained"]}
    assert ("1/5", "市统计局") in lost
    assert ("2/6", "市地方金融监管局") in lost
    assert ("2/6", "市委金融办") in gained
    assert ("2/6", "市财政局") not in lost | gained  # it keeps what it had


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([BASE, CHANGES, "--as-of", "明天"], 2, "--as-of"),
        ([BASE, CHANGES, "--out", "新.doc"], 2, "请用 .html、.docx、.json 或 .txt"),
        ([BASE, "没有.txt"], 3, "不存在"),
        ([SAMPLES, CHANGES], 3, "是文件夹"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[object], status: int, said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == status, result.output
    assert said in result.output


def test_hostile_words_are_escaped(files: tuple[Path, Path], tmp_path: Path) -> None:
    rules, order = files
    order.write_text(ORDER.replace("二十二时", "<script>\x1b[31m"), encoding="utf-8")
    target = tmp_path / "新.html"
    run(rules, order, "--out", target)
    page = target.read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "\x1b" not in page
    assert "\x1b" not in run(rules, order).stdout
    run(rules, order, "--out", tmp_path / "新.docx")
    assert docx.Document(str(tmp_path / "新.docx")).tables


def test_a_file_of_a_folder_that_cannot_be_read_is_told_and_the_others_go_on(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "修改"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(CHANGES.read_bytes())
    result = run(BASE, folder)
    assert result.exit_code == 1
    assert "a.txt" in result.stderr
    assert "已执行 19 处，未执行 0 处" in result.stdout
    assert run(BASE, folder / "a.txt").exit_code == 3  # what is named has to be read


def test_the_terminal_tells_who_is_responsible_no_longer_and_from_now_on() -> None:
    shown = run(BASE, CHANGES).stdout
    lost, gained = shown.split("不再负责")[1].split("新增负责")
    assert "- 1/5 市统计局 责任单位" in lost
    assert "- 2/6 市委金融办 责任单位" in gained


def test_the_page_names_roles_in_its_language(written: dict[str, bytes]) -> None:
    root = html.fromstring(written["html"].decode())
    roles = {row.xpath("string(./td[3])") for row in root.xpath("//div[@class='duties']//tbody/tr")}
    assert roles == {"责任单位", "牵头单位", "配合单位"}


def test_many_documents_that_change_nothing_are_counted(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "其他"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"云岭市通知{number}\n一、甲。\n", encoding="utf-8")
    shown = run(files[0], folder).stdout
    assert "等 8 件" in shown
    assert shown.count(".txt（无日期）") == 5


def test_a_day_before_the_document_was_issued_is_told(files: tuple[Path, Path]) -> None:
    rules, order = files
    rules.write_text(RULES + "云岭市人民政府\n2024年5月6日\n", encoding="utf-8")
    assert (
        "成文于 2024-05-06，在 2024-05-05 尚未印发"
        in run(rules, order, "--as-of", "2024-05-05").stdout
    )
    assert "尚未印发" not in run(rules, order, "--as-of", "2024-05-06").stdout


@pytest.mark.parametrize("terminal", [True, False])
def test_a_bar_tells_a_person_at_a_terminal_how_far_the_reading_is(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=terminal, width=100)
    monkeypatch.setattr("policygraph.cli.consolidate.err", console)
    result = run(*files)
    assert ("读取修改文件" in shown.getvalue()) is terminal
    assert "读取修改文件" not in result.stdout


def test_lines_are_not_broken_whatever_is_printed_to(files: tuple[Path, Path]) -> None:
    assert run(*files, columns=20).stdout == run(*files).stdout

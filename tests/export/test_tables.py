import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from policygraph.errors import DatasetError
from policygraph.export.cells import Header
from policygraph.export.rows import columns
from policygraph.export.tables import TABLES, write_tables
from policygraph.model.record import Record
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.scope import policy_iri

PLAN = "https://w3id.org/policygraph/id/policy/990000/云政办发/2021/35"
TITLE = "云岭省推动工业企业升级实施方案"
NUMBER = "云政办发〔2021〕35号"
DAY = "2021-09-28"


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def tables(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the bytes of each table, written for people."""
    written = write_tables(dataset, tmp_path_factory.mktemp("csv") / "tables")
    return {each.path.stem: each.path.read_bytes() for each in written}


@pytest.fixture(scope="module")
def plain(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict]]:
    """Give the rows of each table, written for programs, by the stable names."""
    written = write_tables(dataset, tmp_path_factory.mktemp("csv") / "tables", Header.EN)
    found = {each.path.stem: read(each.path.read_bytes()) for each in written}
    return {
        name: [dict(zip(head, row, strict=True)) for row in rows]
        for name, (head, *rows) in found.items()
    }


def test_tables_have_a_byte_order_mark_and_end_their_lines_as_rfc_4180_says(tables):
    assert tables.keys() == TABLES.keys()
    for name, data in tables.items():
        assert data.startswith(b"\xef\xbb\xbf"), name
        assert data.endswith(b"\r\n"), name
        assert {len(row) for row in read(data)} == {len(columns(TABLES[name]))}, name


def test_headers_are_chinese_for_people_and_stable_names_for_programs(tables, plain):
    assert read(tables["agencies"])[0] == [
        "单位名称",
        "其他写法",
        "集合单位",
        "全称未知",
        "地区代码",
        "地区",
        "责任条数",
        "单位标识",
    ]
    assert list(plain["agencies"][0]) == [
        "name",
        "other_names",
        "group",
        "provisional",
        "place_code",
        "place",
        "responsibilities",
        "agency_iri",
    ]


def test_no_two_columns_of_a_table_share_a_header():
    for row in TABLES.values():
        names, headers = zip(*((name, each.header) for name, each in columns(row)), strict=True)
        assert len(set(names)) == len(set(headers)) == len(names)


def test_responsibilities_one_row_each_in_the_order_of_the_text(tables):
    rows = read(tables["responsibilities"])[1:]
    mine = [row[3:17] for row in rows if row[0] == TITLE]
    assert mine == [
        [
            "'1/1", "（一）", "推动规下企业上规", "1", "牵头", "省工业和信息化厅",
            "省工业和信息化厅", "工业和信息化厅", "否", "否", "yunling.txt", "200", "207", "mark",
        ],
        [
            "'1/1", "（一）", "推动规下企业上规", "1", "配合", "省财政厅",
            "省财政厅", "财政厅", "否", "否", "yunling.txt", "210", "213", "mark",
        ],
        [
            "'1/2", "第二条", "加大奖励", "1", "负责", "各市人民政府",
            "各市人民政府", "各市人民政府", "是", "否", "yunling.txt", "400", "406", "mark",
        ],
        [
            "附件1/3", "'3.", "清单", "1", "负责", "省财政厅",
            "省财政厅", "财政厅", "否", "是", "yunling.txt", "650", "653", "mark",
        ],
    ]  # fmt: skip
    first = rows[[row[0] for row in rows].index(TITLE)]
    assert first[:3] == [TITLE, NUMBER, DAY]
    assert first[17:] == [
        f"{PLAN}/clause/1/1/responsibility/1/工业和信息化厅",
        "https://w3id.org/policygraph/id/agency/990000/省工业和信息化厅",
        f"{PLAN}/clause/1/1",
        PLAN,
    ]


def test_citations_have_what_is_printed_and_what_is_meant(
    plain, records: tuple[Record, ...], long_digest: str
):
    law, measures = plain["citations"]
    assert law == {
        "policy_title": TITLE,
        "policy_number": NUMBER,
        "issued": DAY,
        "path": "preamble",
        "label": "",
        "heading": "",
        "relation": "based_on",
        "title": "云岭省公平竞争审查办法",
        "number": "",
        "article": "10",
        "paragraph": "",
        "item": "2",
        "cited": "云岭省公平竞争审查办法第10条第2项",
        "in_dataset": "false",
        "as_written": "根据《云岭省公平竞争审查办法》第十条第二项的规定，结合本省实际",
        "as_written_sha256": long_digest,
        "file": "yunling.txt",
        "start": "20",  # of the first of two spans
        "end": "60",  # of the last
        "rule": "cite",
        "citation_iri": f"{PLAN}/preamble/citation/云岭省公平竞争审查办法/article/10/item/2",
        "cited_iri": "https://w3id.org/policygraph/id/legislation/"
        "云岭省公平竞争审查办法/article/10/item/2",
        "clause_iri": f"{PLAN}/preamble",
        "policy_iri": PLAN,
    }
    assert measures["in_dataset"] == "true"
    assert measures["cited"] == "澄湖市奖励若干措施"
    assert measures["cited_iri"] == policy_iri(records[1])


def test_clauses_stand_in_the_order_of_the_text_with_the_preamble_first(plain):
    rows = [row for row in plain["clauses"] if row["policy_iri"] == PLAN]
    assert [(r["path"], r["label"], r["start"], r["end"]) for r in rows] == [
        ("preamble", "", "0", "100"),
        ("1", "一、", "100", "500"),
        ("1/1", "（一）", "150", "300"),
        ("1/2", "第二条", "300", "500"),
        ("annex1/3", "3.", "600", "700"),
    ]
    assert rows[2]["parent_iri"] == f"{PLAN}/clause/1"


def test_places_in_a_text_are_words_for_people(tables):
    paths = {row[3] for row in read(tables["clauses"])[1:]}
    assert {"前言", "附件1/3"} <= paths
    assert not [path for path in paths if re.match("[a-z]", path)]
    (changed,) = read(tables["amendments"])[1:]
    assert changed[10] == "'2/1"


def test_a_change_tells_beside_what_words_go_and_the_new_number(tables, plain):
    head, changed = read(tables["amendments"])
    said = dict(zip(head, changed, strict=True))
    names = (
        "方位",
        "相邻文字",
        "相邻位置",
        "相邻位置（原文）",
        "新位置",
        "新位置（原文）",
        "责任标注",
    )
    assert [said[name] for name in names] == [
        "之后", "奖励", "3", "第三条", "附件1/4", "附件第四条", "责任单位",
    ]  # fmt: skip
    (row,) = plain["amendments"]
    assert (row["side"], row["new_locator"], row["mark"]) == ("after", "annex1/4", "责任单位")


def test_policies_are_one_row_each_by_place_and_date(plain):
    rows = plain["policies"]
    assert [row["place_code"] for row in rows] == ["", "990000", "990100", "990102"]
    assert rows[1] == {
        "title": TITLE,
        "number": NUMBER,
        "kind": "实施方案",
        "status": "issued",
        "place_code": "990000",
        "place": "云岭省",
        "issuers": "云岭省人民政府办公厅",
        "issued": DAY,
        "published": "",
        "effective": "",
        "expires": "",
        "disclosure": "",
        "addressed_to": "各市人民政府|省直各部门",
        "copied_to": "",
        "files": "yunling.txt",
        "start": "2",
        "end": "17",
        "rule": "title-rule",
        "policy_iri": PLAN,
    }


def test_a_policy_that_two_files_print_is_counted_once(plain):
    assert [r["files"] for r in plain["policies"]][2] == "chenghu-b.txt|chenghu-c.txt"
    mine = [r for r in plain["responsibilities"] if r["policy_title"] == "澄湖市奖励若干措施"]
    assert [(r["file"], r["start"]) for r in mine] == [("chenghu-b.txt", "120")]


def test_agencies_say_how_many_responsibilities_they_have(plain):
    rows = {row["name"]: row for row in plain["agencies"]}
    assert rows["省财政厅"]["responsibilities"] == "2"
    assert rows["省财政厅"]["other_names"] == "财政厅"
    assert rows["各市人民政府"]["group"] == "true"
    assert rows["云岭省人民政府办公厅"]["responsibilities"] == "0"


def test_a_hostile_draft_becomes_text_in_every_cell(tables):
    row = next(row for row in read(tables["responsibilities"])[1:] if "HYPERLINK" in row[0])
    assert row[0] == '\'=HYPERLINK("http://example.invalid","点")'
    assert row[4] == "'(1)"
    assert row[5] == "<b>&\"'\ufffd\ufffd\ufffd]]>\r\n{}"
    assert row[8:11] == ["'\t=1+1", "'\t=1+1", "'@SUM(A1)"]
    assert row[13] == '\'-1,"x"\n.txt'
    for data in tables.values():
        for each in read(data):
            assert not any(value.lstrip()[:1] in tuple("=+-@") for value in each), each


def test_a_zip_holds_the_same_tables_and_has_the_same_bytes_again(
    dataset: Dataset, tmp_path: Path, tables
):
    (written,) = write_tables(dataset, tmp_path / "a.zip")
    with zipfile.ZipFile(written.path) as archive:
        assert {name: archive.read(f"{name}.csv") for name in TABLES} == tables
    (again,) = write_tables(dataset, tmp_path / "b.zip")
    assert written.path.read_bytes() == again.path.read_bytes()
    assert written.counts["responsibilities"] == len(read(tables["responsibilities"])) - 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "b.zip"]


def test_tables_replace_those_of_an_earlier_export(dataset: Dataset, tmp_path: Path, tables):
    target = tmp_path / "tables"
    write_tables(dataset, target, Header.EN)
    write_tables(dataset, target)
    assert {path.stem: path.read_bytes() for path in target.iterdir()} == tables


def test_a_folder_with_other_things_is_left_alone(dataset: Dataset, tmp_path: Path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(DatasetError, match=r"holds other things \(thesis\.docx\)"):
        write_tables(dataset, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_where_a_folder_should_be_is_named(dataset: Dataset, tmp_path: Path):
    target = tmp_path / "tables.csv"
    target.write_text("mine")
    with pytest.raises(DatasetError, match=r"tables\.csv: is a file; name a folder"):
        write_tables(dataset, target)
    assert target.read_text() == "mine"

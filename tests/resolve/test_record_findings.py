"""What a record says of units that could not be told, and what it leaves to one finding."""

import pytest

from policygraph.read import read_file

PAGE = """岚江市人民政府关于支持企业的通知
一、融资服务
1.建立融资对接机制。（责任单位：市财政局、岚江银保监分局、某某服务中心）
岚江市人民政府
2024年5月6日
"""


@pytest.fixture
def said(tmp_path):
    """Read a text as the commands do."""
    return lambda text, local=(): _said(tmp_path / "a.txt", text, local)


def _said(file, text, local):
    file.write_text(text, encoding="utf-8")
    record = read_file(file, tuple(local)).record
    return record, {(f.code, f.detail) for f in record.findings}


def test_a_document_without_a_place_has_one_finding_for_its_units(said):
    _, findings = said(PAGE)
    assert [code for code, _ in findings] == ["document.no-place"]


def test_a_name_that_holds_an_unknown_place_is_not_altered(said):
    record, _ = said(PAGE)
    names = [row.resolved for row in record.responsibilities]
    assert names == ["市财政局", "岚江银保监分局", "市某某服务中心"]


def test_a_row_for_the_place_settles_what_hung_on_it(said, tmp_path, root):
    page = (root / "docs/agencies.md").read_text(encoding="utf-8")
    rows = page.split("<!-- places.csv -->")[1].split("```")[1].removeprefix("csv\n")
    (tmp_path / "places.csv").write_text(rows, encoding="utf-8")
    record, findings = said(PAGE, [tmp_path])
    assert record.document.jurisdiction == "990100"
    assert {code for code, _ in findings} == {"agency.unknown", "agency.name-ended"}
    assert ("agency.unknown", "市某某服务中心") in findings


@pytest.mark.parametrize(
    ("unit", "day", "detail"),
    [
        ("阳泉银保监分局", "2026年5月6日",
         "阳泉银保监分局 → 国家金融监督管理总局阳泉监管分局 (2023-07-20)"),
        ("阳泉银保监分局", "2023年5月6日", None),
        ("市国税局", "2026年5月6日", "市国税局 → 国家税务总局阳泉市税务局 (2018-07-05)"),
    ],
)  # fmt: skip
def test_a_name_that_had_ended_says_so_and_what_it_is_now(said, unit, day, detail):
    text = f"阳泉市人民政府关于支持企业的通知\n一、甲\n1.乙丙。（责任单位：{unit}）\n阳泉市人民政府\n{day}\n"
    _, findings = said(text)
    assert [d for code, d in findings if code.startswith("agency.")] == ([detail] if detail else [])
    assert all(code == "agency.name-ended" for code, _ in findings if code.startswith("agency."))

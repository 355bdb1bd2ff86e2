"""Tables of old and new: each row is a change of a unit."""

import pytest

from tests.reading import read

HEAD = "关于修改《澄湖市渔港办法》的通知\n现将修改内容通知如下：\n"


def _rows(text: str) -> list[tuple[str | None, ...]]:
    return [
        (a.operation.value, a.target.locator, a.old, a.new) for a in read(HEAD + text).amendments
    ]


ROWS = [
    ("第三条 渔港应当登记。\t第三条 渔港应当登记并编号。",
     [("replace_clause", "3", None, "第三条渔港应当登记并编号。")]),
    ("第五条 渔政收费。\t删除", [("delete_clause", "5", None, None)]),
    ("\t第六条 渔船应当编号。", [("add_clause", "6", None, "第六条渔船应当编号。")]),
    ("无\t第六条 渔船应当编号。", [("add_clause", "6", None, "第六条渔船应当编号。")]),
    ("第七条 渔船应当编号。\t不变", []),
    ("第七条 渔船应当编号。\t第七条 渔船应当编号。", []),
    ("第八条 渔具登记。\t第七条 渔具登记。", [("replace_text", "8", "第八条", "第七条")]),
    ("第八条 渔具登记。\t第七条 渔具编号。",
     [("replace_text", "8", "第八条", "第七条"), ("replace_clause", "8", None, "第七条渔具编号。")]),
    ("二、加强管理。（一）检查\t二、加强监管。（一）检查", [("replace_clause", "2", None, "二、加强监管。（一）检查")]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "changes"), ROWS)
@pytest.mark.parametrize("heads", ["原条款\t修改后条款", "现行规定\t拟修改内容", "修订前\t修订后"])
def test_a_row_is_a_change(heads: str, row: str, changes: list[tuple[str | None, ...]]) -> None:
    assert _rows(f"序号\t{heads}\t理由\n1\t{row}\t机构改革\n") == changes


def test_a_row_that_names_no_unit_is_told() -> None:
    record = read(
        HEAD + "原条款\t修改后条款\n市水利局负责。\t市水务局负责。\n第三条 甲。\t第三条 乙。\n"
    )
    assert [a.target.locator for a in record.amendments] == ["3"]
    assert [f.code for f in record.findings if f.rule == "amendment.table"] == [
        "amendment.not-read"
    ]


def test_a_table_beside_a_decision_says_nothing_twice() -> None:
    text = (
        "澄湖市人民政府关于修改《澄湖市渔港办法》的决定\n一、将第三条中的“甲”修改为“乙”。\n"
        "附件：修改对照表\n原条款\t修改后条款\n第三条 甲。\t第三条 乙。\n"
    )
    found = [(a.operation.value, a.target.locator) for a in read(text).amendments]
    assert found == [("replace_text", "3")]


def test_other_tables_are_none() -> None:
    text = HEAD + "单位\t原指标\t新增指标\n第三条\t5\t6\n"
    assert read(text).amendments == ()

"""New wording that is printed without quotation marks, over one line or several."""

import pytest

from tests.reading import read

HEAD = "澄湖市人民政府关于修改《澄湖市渔港办法》的决定\n"


def _rows(text: str) -> list[tuple[str | None, ...]]:
    rows = read(HEAD + text).amendments
    return [(a.clause, a.operation.value, a.target.locator, a.old, a.new) for a in rows]


def _not_read(text: str) -> list[str]:
    record = read(HEAD + text)
    return [f.code for f in record.findings if f.code == "amendment.not-read"]


WORDINGS = [
    ("一、将第二条修改为：渔港由市农业农村局管理。\n", [("1", "replace_clause", "2", None, "渔港由市农业农村局管理。")]),
    # below the line that leads it, with another change behind
    (
        "一、将第二十二条第二款修改为：\n\n渔港的标准，按照省的标准执行。\n\n删去第三款。\n",
        [
            ("1", "replace_clause", "22/2", None, "渔港的标准，按照省的标准执行。"),
            ("1", "delete_clause", "22/3", None, None),
        ],
    ),
    # several paragraphs
    (
        "一、修改的内容\n1、将第三条修改为：\n渔港应当登记。\n登记由市局办理。\n2、删去第四条。\n",
        [
            ("1/1", "replace_clause", "3", None, "渔港应当登记。登记由市局办理。"),
            ("1/2", "delete_clause", "4", None, None),
        ],
    ),
    # several changes in one clause, each on its line
    (
        "一、将第三条修改为：渔港应当登记。\n将第五条中的“甲”修改为“乙”。\n第六条修改为：渔船应当编号。\n",
        [
            ("1", "replace_clause", "3", None, "渔港应当登记。"),
            ("1", "replace_text", "5", "甲", "乙"),
            ("1", "replace_clause", "6", None, "渔船应当编号。"),
        ],
    ),
    # words of it are quoted
    (
        "一、将第三条修改为：渔港实行“一港一策”，由市局管理。\n",
        [("1", "replace_clause", "3", None, "渔港实行“一港一策”，由市局管理。")],
    ),
    # items, and a paragraph behind the last
    (
        "一、将第七条修改为：\n渔港内禁止下列行为：\n（一）炸鱼；\n（二）倾倒垃圾。\n违反的，责令改正。\n二、删去第八条。\n",
        [
            ("1", "replace_clause", "7", None, "渔港内禁止下列行为：（一）炸鱼；（二）倾倒垃圾。违反的，责令改正。"),
            ("2", "delete_clause", "8", None, None),
        ],
    ),
    # what a document says of itself below is not new wording
    (
        "一、将第九条修改为：\n本办法自印发之日起施行。\n本决定自公布之日起施行。\n",
        [("1", "replace_clause", "9", None, "本办法自印发之日起施行。")],
    ),
    ("一、原第（二）项现修改为：渔船应当编号。\n", []),  # of which article
    ("一、将第三条第（二）项现修改为：渔船应当编号。\n", [("1", "replace_clause", "3/2", None, "渔船应当编号。")]),
    ("一、第五条增加一款作为第二款：渔船应当编号。\n", [("1", "add_clause", "5/2", None, "渔船应当编号。")]),
    ("一、增加一条，作为第六条：\n渔船应当编号。\n", [("1", "add_clause", "6", None, "渔船应当编号。")]),
    # an article under its own number, with items
    (
        "一、第五条修改为：\n第五条 渔船应当：\n（一）登记；\n（二）编号。\n二、删去第八条。\n",
        [
            ("1", "replace_clause", "5", None, "第五条渔船应当：（一）登记；（二）编号。"),
            ("2", "delete_clause", "8", None, None),
        ],
    ),
    # the name of the document, and of a part of it
    ("一、规章名称修改为：“澄湖市渔港规定”。\n", [("1", "replace_clause", "title", None, "澄湖市渔港规定")]),
    ("一、将名称修改为：澄湖市渔港规定。\n", [("1", "replace_clause", "title", None, "澄湖市渔港规定。")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), WORDINGS)
def test_new_wording_without_quotation_marks(text: str, rows: list[tuple[str | None, ...]]) -> None:
    assert _rows(text) == rows
    assert bool(_not_read(text)) is not rows or not rows


@pytest.mark.parametrize(
    "text",
    [
        "一、将有关条款修改为：渔船应当编号。\n",  # which
        "一、将第三条、第五条修改为：渔船应当编号。\n",  # one wording for two
    ],
)
def test_what_is_not_plain_is_told(text: str) -> None:
    assert _rows(text) == []
    assert _not_read(text)

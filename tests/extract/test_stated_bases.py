"""Where a text lists what something rests on: columns, headings and lines that say 依据."""

import pytest

from tests.reading import read

# printed text, rows of (title, article, relation)
ROWS = [
    # a column of a table, also where titles follow each other without any mark
    (
        "1.甲。清单如下。\n序号 | 事项名称 | 设定依据 | 备注\n1 | 对乱挖的处罚 | 《渔港法》第三条《茶园条例》第八条 | 《说明》\n"
        "2 | 对乱建的处罚 | 《茶园条例》（2016年修订）第九条 | 无\n",
        [
            ("渔港法", 3, "based_on"),
            ("茶园条例", 8, "based_on"),
            ("说明", None, "cites"),
            ("茶园条例", 9, "based_on"),
        ],
    ),
    # the heading of a unit
    (
        "一、设定依据\n法律：《渔港法》第29、31条，《茶园条例》第20条\n二、申报材料\n《渔港图册》一份",
        [
            ("渔港法", 29, "based_on"),
            ("渔港法", 31, "based_on"),
            ("茶园条例", 20, "based_on"),
            ("渔港图册", None, "cites"),
        ],
    ),
    # a line that ends with a colon, and the lines below it that go on with titles
    (
        "1.甲。\n处罚依据：\n（1）《渔港法》第三条；\n（2）《茶园条例》第八条。\n参照《渔港图册》。",
        [("渔港法", 3, "based_on"), ("茶园条例", 8, "based_on"), ("渔港图册", None, "cites")],
    ),
    (
        "1.甲。\n本方案根据下列规定：\n（1）《渔港法》第三条；\n（2）《茶园条例》第八条。\n参照《渔港图册》。",
        [("渔港法", 3, "based_on"), ("茶园条例", 8, "based_on"), ("渔港图册", None, "cites")],
    ),
    ("1.甲。\n依据：《渔港法》第三条；《茶园条例》第八条。", [("渔港法", 3, "based_on"), ("茶园条例", 8, "based_on")]),
    # the next articles are quoted without naming the law again
    (
        "一、设定依据\n《渔港法》第三条：船舶应当登记。第七条第二款：违反第九条规定的，责令改正。\n二、其他\n按第八条办理。",
        [("渔港法", 3, "based_on"), ("渔港法", 7, "based_on")],
    ),
    # a title inside the quoted words of a basis is not the basis itself
    (
        "1.甲。\n依据：《渔港法》第三条。船舶应当持有《渔港图册》方可离港。",
        [("渔港法", 3, "based_on"), ("渔港图册", None, "cites")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_what_is_listed_as_a_basis_is_one(text: str, rows: list[tuple[object, ...]]) -> None:
    found = [(c.title, c.article, c.relation.value) for c in read(text).citations]
    assert found == rows

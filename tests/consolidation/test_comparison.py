"""Unit by unit, what stood and what stands."""

import pytest

from policygraph.consolidation.comparison import compared
from tests.consolidation.carried import carried, decision, lines

TITLE = "澄湖市节水办法"
LAW = (
    "澄湖市节水办法\n\n为了节水，制定本办法。\n\n第一章 总则\n\n第一条 用水应当节约。\n\n第二章 分则\n\n"
    "第二条 管理分工：\n\n（一）宣传；\n\n（二）检查。\n\n第三条 违反本办法第二条的，警告。\n"
)

# changes, rows of (path, before, after, changes)
ROWS = [
    ("一、将第一条中的“用水”修改为“取水”。",
     [("1/1", "第一条 用水应当节约。", "第一条 取水应当节约。", (0,))]),
    ("一、将第二条第二项修改为：“（二）抽查。”",
     [("2/2/2", "（二）检查。", "（二）抽查。", (0,))]),
    # the unit that holds both is told once
    ("一、将第二条中的“分工”修改为“工作”。\n二、将第二条第二项修改为：“（二）抽查。”",
     [("2/2", "第二条 管理分工：\n\n（一）宣传；\n\n（二）检查。", "第二条 管理工作：\n\n（一）宣传；\n\n（二）抽查。", (0, 1))]),
    ("一、删去第一条。", [("1/1", "第一条 用水应当节约。", "", (0,))]),
    ("一、增加一条，作为第四条：“县区参照执行。”",
     [(None, "", "第四条 县区参照执行。", (0,))]),
    ("一、将引言修改为：“为了治水，制定本办法。”",
     [("preamble", "澄湖市节水办法\n\n为了节水，制定本办法。", "澄湖市节水办法\n\n为了治水，制定本办法。", (0,))]),
    # labels and references that follow have rows, too
    ("一、删去第一条。\n二、条文顺序作相应调整。",
     [("1/1", "第一条 用水应当节约。", "", (0,)),
      ("2/2", "第二条 管理分工：\n\n（一）宣传；\n\n（二）检查。", "第一条 管理分工：\n\n（一）宣传；\n\n（二）检查。", (1,)),
      ("2/3", "第三条 违反本办法第二条的，警告。", "第二条 违反本办法第一条的，警告。", (2, 3))]),
    ("一、将全文“检查”修改为“抽查”。", [("2/2/2", "（二）检查。", "（二）抽查。", (0,))]),
    ("一、将第九条修改为：“甲。”", []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "rows"), ROWS)
def test_units_are_laid_side_by_side(changes, rows):
    found = compared(carried(LAW, decision(TITLE, changes)))
    assert [(one.path, one.before, one.after, one.changes) for one in found] == rows


def test_an_article_that_moves_is_told_where_it_stood_and_where_it_stands():
    changes = "一、将第二条改为第一条。\n二、将第一条改为第二条。"
    base = "澄湖市节水办法\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n"
    result = carried(base, decision(TITLE, changes))
    found = {one.path: (one.before, one.after) for one in compared(result)}
    assert result.failed == ()
    assert found["1"][0] == "第一条 甲。"
    assert found["2"][0] == "第二条 乙。"
    assert "".join(after for _, after in found.values()).count("甲。") == 1


def test_a_new_article_that_a_later_document_changes_is_told_once():
    first = decision(
        TITLE, "一、增加一条，作为第四条：“县区参照执行。”\n\n本决定自2021年1月1日起施行。"
    )
    second = decision(TITLE, "一、将第四条中的“参照”修改为“依照”。\n\n本决定自2022年1月1日起施行。")
    found = compared(carried(LAW, first, second))
    assert [(one.path, one.before, one.after, one.changes) for one in found] == [
        (None, "", "第四条 县区依照执行。", (0, 1))
    ]


BASE = "澄湖市节水办法\n\n第一条 甲。\n\n第二条 乙一、乙二。\n\n第三条 丙。\n\n第四条 丁。\n"
RENUMBERED = "一、增加一条，作为第二条：“新。”\n二、条文顺序作相应调整。"

# what documents change, one after the other; rows of the table
IN_A_ROW = [
    # the second document names units by the numbers that the first gives them
    (
        (RENUMBERED, "一、将第三条中的“乙一”修改为“庚”。"),
        [
            ("", "第二条新。"),
            ("第二条乙一、乙二。", "第三条庚、乙二。"),
            ("第三条丙。", "第四条丙。"),
            ("第四条丁。", "第五条丁。"),
        ],
    ),
    (
        (RENUMBERED, "一、将第四条修改为：“庚。”\n二、删去第五条。"),
        [
            ("", "第二条新。"),
            ("第二条乙一、乙二。", "第三条乙一、乙二。"),
            ("第三条丙。", "第四条庚。"),
            ("第四条丁。", ""),
        ],
    ),
    (
        (RENUMBERED, "一、将第二条中的“新”修改为“很新的”。"),
        [
            ("", "第二条很新的。"),
            ("第二条乙一、乙二。", "第三条乙一、乙二。"),
            ("第三条丙。", "第四条丙。"),
            ("第四条丁。", "第五条丁。"),
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), IN_A_ROW)
def test_old_and_new_stand_side_by_side(changes, expected):
    result = carried(BASE, *(decision(TITLE, each) for each in changes))
    assert result.failed == ()
    assert [(lines(one.before), lines(one.after)) for one in compared(result)] == expected


# changes of one document that put words in at the same offset; the text afterwards
SAME_PLACE = [
    ("一、在第一条后增加一条，作为第一条之一：“新。”\n二、在第一条末尾增加“末。”。",
     "第一条甲。末。|第一条之一新。|第二条乙一、乙二。|第三条丙。|第四条丁。"),
    ("一、增加一条，作为第二条：“新。”\n二、第一条增加一款，作为第二款：“二款。”\n三、条文顺序作相应调整。",
     "第一条甲。|二款。|第二条新。|第三条乙一、乙二。|第四条丙。|第五条丁。"),
    ("一、在第一条后增加一条，作为第一条之一：“新。”\n二、第一条增加一款，作为第二款：“二款。”",
     "第一条甲。|二款。|第一条之一新。|第二条乙一、乙二。|第三条丙。|第四条丁。"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), SAME_PLACE)
def test_words_go_before_paragraphs_and_these_before_articles(changes, expected):
    result = carried(BASE, decision(TITLE, changes))
    assert result.failed == ()
    assert lines(result.text).partition("|")[2] == expected


# changes, names of the rows
NAMES = [
    ("一、将第二条第二项修改为：“（二）抽查。”", ["第二条第（二）项"]),
    ("一、将第二条中的“分工”修改为“工作”。", ["第二条 管理分工："]),
    ("一、第二条增加一项，作为第三项：“（三）报告。”", ["第二条第（三）项"]),
    ("一、增加一条，作为第四条：“县区参照执行。”", ["第四条"]),
]


@pytest.mark.parametrize(("changes", "names"), NAMES)
def test_items_are_named_with_their_article(changes, names):
    assert [one.name for one in compared(carried(LAW, decision(TITLE, changes)))] == names

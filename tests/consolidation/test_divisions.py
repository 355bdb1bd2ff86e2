"""Chapters and sections that are added, struck, renumbered, or get another heading."""

import pytest

from policygraph.consolidation.comparison import compared
from policygraph.consolidation.outcome import Reason
from tests.consolidation.carried import carried, decision, lines

TITLE = "澄湖市节水办法"
LAW = (
    "澄湖市节水办法\n\n第一章　总则\n\n　　第一条　甲。\n\n　　第二条　乙。\n\n"
    "第二章　用水\n\n　　第三条　丙，依照本办法第五条。\n\n　　第四条　丁。\n\n第三章　附则\n\n　　第五条　戊。\n"
)
SECTIONS = (
    "澄湖市节水办法\n\n第一章 总则\n\n第一条 甲。\n\n第二章 用水\n\n第一节 城镇\n\n第二条 乙。\n\n"
    "第二节 乡村\n\n第三条 丙。\n\n第三章 附则\n\n第四条 丁。\n"
)
ORDER = "\n二、章节、条文顺序作相应调整。"
NEW = "一、增加一章，作为第{}章：“第{}章　水价\n\n“第{}条　己。\n\n“第{}条　庚。”"
HEAD, TAIL = (
    "第一章总则|第一条甲。|第二条乙。",
    "第二章用水|第三条丙，依照本办法第五条。|第四条丁。",
)
END = "第三章附则|第五条戊。"

# base, changes, reasons, the text afterwards
ROWS = [
    # what stands behind bears other numbers, and so do references
    (LAW, NEW.format("二", "二", "三", "四") + ORDER, [],
     f"{HEAD}|第二章水价|第三条己。|第四条庚。|第三章用水|第五条丙，依照本办法第七条。|第六条丁。|第四章附则|第七条戊。"),
    (LAW, NEW.format("四", "四", "六", "七") + ORDER, [],
     f"{HEAD}|{TAIL}|{END}|第四章水价|第六条己。|第七条庚。"),
    (LAW, NEW.format("一", "一", "一", "二") + ORDER, [],
     "第一章水价|第一条己。|第二条庚。|第二章总则|第三条甲。|第四条乙。|第三章用水|第五条丙，依照本办法第七条。"
     "|第六条丁。|第四章附则|第七条戊。"),
    # chapters are named one by one, articles by an order
    (LAW, NEW.format("三", "三", "五", "六") + "\n二、将第三章改为第四章。\n三、条文顺序作相应调整。", [],
     f"{HEAD}|第二章用水|第三条丙，依照本办法第七条。|第四条丁。|第三章水价|第五条己。|第六条庚。|第四章附则|第七条戊。"),
    # articles are to be renumbered, chapters are not
    (LAW, NEW.format("三", "三", "五", "六") + "\n二、条文顺序作相应调整。", [Reason.NUMBERS_LEFT],
     f"{HEAD}|第二章用水|第三条丙，依照本办法第七条。|第四条丁。|第三章水价|第五条己。|第六条庚。|第三章附则|第七条戊。"),
    # neither is
    (LAW, NEW.format("三", "三", "五", "六"), [Reason.NUMBERS_LEFT, Reason.NUMBERS_LEFT],
     f"{HEAD}|{TAIL}|第三章水价|第五条己。|第六条庚。|{END}"),
    # its articles do not follow those of the chapter before
    (LAW, NEW.format("三", "三", "四", "五") + ORDER,
     [Reason.NUMBERS_UNKNOWN, Reason.NUMBERS_UNKNOWN, Reason.NUMBERS_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # an article that is put behind another bears the next number
    (LAW, "一、在第三条后增加一条：“第四条　己。”\n二、条文顺序作相应调整。", [],
     f"{HEAD}|第二章用水|第三条丙，依照本办法第六条。|第四条己。|第五条丁。|第三章附则|第六条戊。"),
    # it bears another number inside
    (LAW, NEW.format("三", "四", "五", "六"), [Reason.WORDING_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # there is no second chapter before a seventh
    (LAW, NEW.format("七", "七", "六", "七"), [Reason.NUMBERS_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # struck with its articles; a reference to one of them leads nowhere
    (LAW, "一、删去第二章。" + ORDER, [], f"{HEAD}|第二章附则|第三条戊。"),
    (LAW, "一、删去第二章及其全部条文。", [Reason.NUMBERS_LEFT], f"{HEAD}|{END}"),
    (LAW, "一、将第三章予以删除。", [Reason.REFERENCE], f"{HEAD}|{TAIL}"),
    (LAW, "一、删去第二章、第三章。", [], HEAD),
    (LAW, "一、删去第六章。", [Reason.PLACE_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # headings
    (LAW, "一、将第二章章名修改为“节约用水”。", [], f"{HEAD}|{TAIL}|{END}".replace("章用水", "章节约用水")),
    (LAW, "一、第二章名称修改为：“第二章　节约用水”。", [],
     f"{HEAD}|{TAIL}|{END}".replace("章用水", "章节约用水")),
    (LAW, "一、将第二章章名“用水”修改为“取水”。", [], f"{HEAD}|{TAIL}|{END}".replace("章用水", "章取水")),
    (LAW, "一、将第二章章名“排水”修改为“取水”。", [Reason.WORDS_MISSING], f"{HEAD}|{TAIL}|{END}"),
    (LAW, "一、将第二章章名修改为“第五章　取水”。", [Reason.WORDING_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # heading and number of one chapter
    (LAW, NEW.format("二", "二", "三", "四") + "\n二、将第二章改为第三章，章名修改为“取水”。\n三、将第三章改为第四章。"
     "\n四、条文顺序作相应调整。", [],
     f"{HEAD}|第二章水价|第三条己。|第四条庚。|第三章取水|第五条丙，依照本办法第七条。|第六条丁。|第四章附则|第七条戊。"),
    # all of it anew
    (LAW, "一、将第二章修改为：“第二章　取水\n\n“第三条　己。\n\n“第四条　庚。”", [],
     f"{HEAD}|第二章取水|第三条己。|第四条庚。|{END}"),
    (LAW, "一、将第二章修改为：“第二章　取水\n\n“第三条　己。”\n二、条文顺序作相应调整。", [],
     f"{HEAD}|第二章取水|第三条己。|第三章附则|第四条戊。"),
    # a heading takes along the articles that it says, and no others
    (LAW, "一、增加一章，作为第三章“检查”，包括第四条。\n二、章节顺序作相应调整。", [],
     f"{HEAD}|第二章用水|第三条丙，依照本办法第五条。|第三章检查|第四条丁。|第四章附则|第五条戊。"),
    (LAW, "一、增加一章，作为第三章“检查”，包括第三条至第四条。", [Reason.ANCHOR_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    (LAW, "一、增加一章，作为第三章“检查”。", [Reason.ANCHOR_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # a chapter would stand elsewhere with all its articles
    (LAW, "一、将第三章改为第二章。", [Reason.NUMBERS_UNKNOWN], f"{HEAD}|{TAIL}|{END}"),
    # sections
    (SECTIONS, "一、在第二章第一节后增加一节，作为第二节：“第二节 工业\n\n“第三条 己。”" + ORDER, [],
     "第一章总则|第一条甲。|第二章用水|第一节城镇|第二条乙。|第二节工业|第三条己。|第三节乡村|第四条丙。|第三章附则|第五条丁。"),
    (SECTIONS, "一、第二章增加一节，作为第三节：“第三节 工业\n\n“第四条 己。”" + ORDER, [],
     "第一章总则|第一条甲。|第二章用水|第一节城镇|第二条乙。|第二节乡村|第三条丙。|第三节工业|第四条己。|第三章附则|第五条丁。"),
    (SECTIONS, "一、删去第二章第一节。" + ORDER, [],
     "第一章总则|第一条甲。|第二章用水|第一节乡村|第二条丙。|第三章附则|第三条丁。"),
    (SECTIONS, "一、将第二章第二节节名修改为“农村”。", [],
     "第一章总则|第一条甲。|第二章用水|第一节城镇|第二条乙。|第二节农村|第三条丙。|第三章附则|第四条丁。"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "changes", "reasons", "expected"), ROWS)
def test_chapters_change_with_their_articles(base, changes, reasons, expected):
    result = carried(base, decision(TITLE, changes))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|{expected}"
    assert [one for by in result.instruments for one in by.unread] == []


PARTS = (
    "澄湖市节水办法\n\n第一编 总则\n\n第一章 原则\n\n第一条 甲。\n\n第二章 机关\n\n第二条 乙。\n\n"
    "第二编 分则\n\n第三章 用水\n\n第一节 城镇\n\n第三条 丙。\n\n第四章 排水\n\n第四条 丁。\n"
)
# chapters that are numbered through all parts: changes, reasons, headings afterwards
THROUGH = [
    ("一、在第三章中增加一节，作为第二节：“第二节 乡村\n\n“第四条 己。”" + ORDER, [],
     "第一编第一章第二章第二编第三章第一节第二节第四章"),
    ("一、增加一章，作为第二章：“第二章 水价\n\n“第二条 己。”" + ORDER, [],
     "第一编第一章第二章第三章第二编第四章第一节第五章"),
    ("一、删去第二章。" + ORDER, [], "第一编第一章第二编第二章第一节第三章"),
    # at the end of one part or at the beginning of the next
    ("一、增加一章，作为第三章：“第三章 水价\n\n“第三条 己。”" + ORDER,
     [Reason.PLACE_AMBIGUOUS, Reason.NUMBERS_UNKNOWN, Reason.NUMBERS_UNKNOWN],
     "第一编第一章第二章第二编第三章第一节第四章"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "reasons", "headings"), THROUGH)
def test_chapters_are_numbered_through_parts(changes, reasons, headings):
    result = carried(PARTS, decision(TITLE, changes))
    assert [one.reason for one in result.failed] == reasons
    labels = [one.label for one in result.record.clauses if one.style != "article"]
    assert "".join(labels) == headings


def test_a_new_chapter_is_set_as_the_text_is():
    result = carried(LAW, decision(TITLE, NEW.format("二", "二", "三", "四") + ORDER))
    assert (
        "乙。\n\n第二章　水价\n\n　　第三条　己。\n\n　　第四条　庚。\n\n第三章　用水\n\n　　第五条"
        in result.text
    )


def test_a_table_of_contents_that_stays_is_told():
    contents = "澄湖市节水办法\n\n目　录\n\n第一章　总则\n第二章　用水\n第三章　附则\n"
    law = LAW.replace("澄湖市节水办法\n", contents, 1)
    result = carried(law, decision(TITLE, "一、将第二章章名修改为“取水”。"))
    assert [one.reason for one in result.failed] == [Reason.CONTENTS]
    assert result.text == law.replace("第二章　用水\n\n", "第二章　取水\n\n")
    assert carried(law, decision(TITLE, "一、删去第一条。")).failed == ()


def test_a_struck_chapter_is_one_row_of_the_table():
    result = carried(LAW, decision(TITLE, "一、删去第三章。"))
    found = [(one.path, one.after) for one in compared(result) if not one.after]
    assert found == [("3", "")]


def test_a_sentence_between_those_of_two_documents_is_of_the_one_named_before():
    changes = (
        "一、对《澄湖市节水办法》作如下修改：\n将第一条中的“甲”修改为“己”。\n\n"
        "二、对《云岭市公园办法》作如下修改：\n删去第二章。\n"
    )
    result = carried(LAW, f"关于修改部分文件的决定\n\n{changes}")
    assert "第二章　用水" in result.text

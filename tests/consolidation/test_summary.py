"""What was done to a document, in sentences."""

from policygraph.consolidation.summary import said, sentences
from tests.consolidation.carried import carried, decision

TITLE = "澄湖市节水措施"
BASE = f"{TITLE}\n\n一、加强管理。（责任单位：市水务局）\n\n二、加强宣传。\n"


def test_sentences_that_were_not_read_are_quoted():
    unread = "二、将第二部分中的“管理”修改为“监管”。"
    changes = f"一、将第二条中的“宣传”修改为“教育”。\n\n{unread}"
    told = list(sentences(carried(BASE, decision(TITLE, changes)), None, "zh"))
    assert told[-2].startswith("修改文件中另有 1 句似为修改而未能读出")
    assert told[-1] == f"“{unread}”"


def test_nothing_is_quoted_where_all_was_read():
    changes = "一、将第二条中的“宣传”修改为“教育”。"
    told = list(sentences(carried(BASE, decision(TITLE, changes)), None, "zh"))
    assert told[-1] == "修改 1 处：已执行 1 处，未执行 0 处。"


def test_an_order_to_renumber_that_is_not_carried_out_is_called_so():
    base = f"{TITLE}\n\n第一条 节约用水。\n\n第二条 加强宣传。\n\n第三条 严格计量。\n"
    result = carried(base, decision(TITLE, "一、增加一条，作为第二条：“第二条 循环用水。”"))
    assert [said(one, "zh") for one in result.failed] == ["调整序号"]
    assert [said(one, "en") for one in result.failed] == ["renumber"]

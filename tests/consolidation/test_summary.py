"""What was done to a document, in sentences."""

from policygraph.consolidation.summary import sentences
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

"""Paragraphs, whatever the file did to its lines."""

import pytest

from policygraph.text.paragraphs import split_paragraphs

LONG = "各级各部门要把支持工业企业扩大规模作为重点任务，" * 9

ROWS = [
    # a page breaks inside a sentence
    (
        "各县要加强组织，深入推\n\n进各项工作。\n下一段。",
        ["各县要加强组织，深入推进各项工作。", "下一段。"],
    ),
    # a line that is set off by a tab may be a cell: nothing is joined to it
    (
        "各县要加强组织，\n\t深入推进，\n落实到位",
        ["各县要加强组织，深入推进，", "落实到位"],
    ),
    # a form feed or a line separator ends a line as well
    ("各县要加强组织。\u2028下一段。", ["各县要加强组织。", "下一段。"]),
    # ... inside a quotation: no pause in the line itself
    (
        "依据《某条例》“第八条 起草单位起\n\n草的措施”办理。",
        ["依据《某条例》“第八条起草单位起草的措施”办理。"],
    ),
    # a heading has no pause and stays alone
    ("一、总体要求\n坚持问题导向，突出重点。", ["一、总体要求", "坚持问题导向，突出重点。"]),
    # a label alone on its line goes with its words
    ("第一条\n本办法适用于本区。", ["第一条本办法适用于本区。"]),
    # an indented line is a new paragraph even after a line without a stop
    (
        "支持企业，扩大生产\n　　鼓励创新，强化服务。",
        ["支持企业，扩大生产", "鼓励创新，强化服务。"],
    ),
    # a whole document on one line: blanks stand for breaks
    (
        "澄湖市人民政府 2020年2月4日 " + LONG + "见效。 一、强化服务 （一）简化手续。减少材料。",
        [
            "澄湖市人民政府",
            "2020年2月4日",
            LONG + "见效。",
            "一、强化服务",
            "（一）简化手续。减少材料。",
        ],
    ),
    # ... items behind the bracket of the sentence before, and behind a heading with a pause
    (
        "一、稳定就业，扩大消费（一）发放补贴。"
        + LONG[:-1]
        + "。（责任单位：市财政局）（二）组织活动。"
        "依照办法（一）（二）项办理。（市商务局（牵头）、市税务局负责）二、加强服务（三）简化手续。甲。",
        [
            "一、稳定就业，扩大消费",
            "（一）发放补贴。" + LONG[:-1] + "。（责任单位：市财政局）",
            "（二）组织活动。依照办法（一）（二）项办理。（市商务局（牵头）、市税务局负责）",
            "二、加强服务",
            "（三）简化手续。甲。",
        ],
    ),
    # ... but not those beside a figure
    (LONG + "给予 300 万元补助。 二、其他", [LONG + "给予300万元补助。", "二、其他"]),
    # ... or not even blanks: labels behind a stop, or behind the heading of another label
    (
        LONG + "见效。一、强化服务（一）简化手续。减少材料。（二）推进减负。1.减税。2.降费。",
        [
            LONG + "见效。",
            "一、强化服务",
            "（一）简化手续。减少材料。",
            "（二）推进减负。",
            "1.减税。",
            "2.降费。",
        ],
    ),
    # ... where the number before or behind is printed too, and outside quotes
    (LONG + "见效。1.5米以内。", [LONG + "见效。1.5米以内。"]),
    (LONG + "“甲。1.乙。2.丙。”", [LONG + "“甲。1.乙。2.丙。”"]),
    # articles with a blank behind them
    (
        LONG + "见效。第八条 市甲局管理。第九条 市乙局监督。",
        [LONG + "见效。", "第八条市甲局管理。", "第九条市乙局监督。"],
    ),
    # a mark closes an item: the next chapter begins behind its bracket, whatever its number
    (
        "（十四）优化丙。"
        + LONG
        + "见效。〔牵头单位：市甲局，责任单位：各区政府（管委会）〕三、稳主体",
        [
            "（十四）优化丙。" + LONG + "见效。〔牵头单位：市甲局，责任单位：各区政府（管委会）〕",
            "三、稳主体",
        ],
    ),
    (
        LONG + "见效。（以市甲局的说明为准）三、稳主体",
        [LONG + "见效。（以市甲局的说明为准）三、稳主体"],
    ),
    # lines that were put together: labels right behind the units of a mark, and behind a heading
    (
        "一、培育乙（一）甲。"
        + LONG
        + "见效。责任单位：市甲局，各区政府（二）丙。丁。责任单位：市乙局二、扩大（销）售（三）戊。己。",
        [
            "一、培育乙",
            "（一）甲。" + LONG + "见效。责任单位：市甲局，各区政府",
            "（二）丙。丁。责任单位：市乙局",
            "二、扩大（销）售",
            "（三）戊。己。",
        ],
    ),
    (
        "一、培育乙1.甲。" + LONG + "见效。2.丙。二、扩大丁3.戊。4.己。",
        ["一、培育乙", "1.甲。" + LONG + "见效。", "2.丙。", "二、扩大丁", "3.戊。", "4.己。"],
    ),
    (
        "一、将第一条修改为：“甲。" + LONG + "见效。”二、将第二条修改为：“乙。”三、删去第三条。",
        [
            "一、将第一条修改为：“甲。" + LONG + "见效。”",
            "二、将第二条修改为：“乙。”",
            "三、删去第三条。",
        ],
    ),
    # a decimal label behind the heading of the one that it extends
    ("1、总则 1.1 编制目的 为甲。", ["1、总则", "1.1编制目的为甲。"]),
    ("", []),
    (" \n\u3000\n", []),
]


@pytest.mark.parametrize(("text", "paragraphs"), ROWS)
def test_paragraphs_are_restored(text: str, paragraphs: list[str]) -> None:
    spans = split_paragraphs(text)
    assert ["".join(text[s.start : s.end].split()) for s in spans] == paragraphs

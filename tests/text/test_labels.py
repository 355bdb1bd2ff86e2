"""Labels of numbered units, and what only looks like one."""

import pytest

from policygraph.text.labels import match_label

ROWS = [
    ("第一章 总则", "chapter", "1"),
    ("第 1 0 条 设立基金", "article", "10"),  # blanks of a scanned page
    ("第三条之一 增补内容", "article", "3-1"),
    ("第八条 与渔港同步建设的码头", "article", "8"),  # words that refer only right behind a number
    ("第五条　所有渔船应当登记", "article", "5"),
    ("第九条 规定本市渔港的年度计划", "article", "9"),
    ("一、总体要求", "cn-comma", "1"),
    ("二 、支持范围", "cn-comma", "2"),
    ("（十一）减轻负担", "cn-paren", "11"),
    ("(十六) 注重指导", "cn-paren", "16"),
    ("1.扩大规模", "ar-dot", "1"),
    ("1．扩大规模", "ar-dot", "1"),
    ("1.80周岁及以上的", "ar-dot", "1"),  # an age behind a label, and no figure of 1.80
    ("3、扩大规模", "ar-comma", "3"),
    ("（1）将原文修改", "ar-paren", "1"),
    ("2）报送材料", "ar-half", "2"),
    ("①园区主导产业清晰", "circled", "1"),
    ("3.2 应急报告", "decimal", "3.2"),
    ("7　附则", "decimal", "7"),
    ("1总则", "decimal", "1"),  # glued to its heading
    ("2组织指挥体系及职责", "decimal", "2"),
    ("1.3分级", "decimal", "1.3"),
    ("5.2人员保障", "decimal", "5.2"),
    ("4.2.1 Ⅳ级响应", "decimal", "4.2.1"),  # the number of a degree behind the label
    ("3.3.1II级事故", "decimal", "3.3.1"),
    ("4.3. 响应终止", "decimal", "4.3"),
    ("㈠加强领导", "cn-paren", "1"),
    ("⑴明确分工", "ar-paren", "1"),
    ("⒉完善制度", "ar-dot", "2"),
    ("## 第二章　公示", "chapter", "2"),  # left-over Markdown
    ('<p id="t1">&emsp;<b>第一条</b>', "article", "1"),  # left-over HTML
]
NO_LABELS = [
    "1.2倍以上",
    "2.5 km以内",
    "2024年底前",
    "第十条的规定适用",  # a reference
    "第十条和第十一条另行规定",
    "第十条 和第十一条另行规定",
    "第十条规定适用",
    "第二十二、二十三条不重复享受",
    "第三款第一项",
    "一是加强领导",
    "（二〇二〇年二月十日）",
    "附件1",
    "5月6日",
    "3家企业",
    "2号线延伸",
    "6个月内办结",
    "1.5公里以内",
    "3.5分以上",
    "",
]


@pytest.mark.parametrize(("text", "style", "number"), ROWS)
def test_labels_are_read(text: str, style: str, number: str) -> None:
    label = match_label(text, 0, len(text))
    assert label is not None
    assert (label.style, label.number) == (style, number)
    assert "".join(text[label.span.start : label.span.end].split()) == label.printed


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label_is_not_read(text: str) -> None:
    assert match_label(text, 0, len(text)) is None

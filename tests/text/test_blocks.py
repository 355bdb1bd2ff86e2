"""Blocks: what a paragraph is on the page; they tile the text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.text.blocks import split_blocks
from tests.reading import read, source_of

LETTER = """首页
政务公开
关于印发澄湖市扶持措施的通知
发布日期:2023-05-08
澄湖市人民政府办公室
关于印发澄湖市扶持
措施的通知
澄政办〔2023〕7号
各县区人民政府，市政府各部门：
《澄湖市扶持措施》已经市政府同意，现印发给你们，请认真贯彻执行。
澄湖市人民政府办公室
2023年5月6日
（此件公开发布）
澄湖市扶持措施
一、甲
1.乙。丙。
本措施自印发之日起施行。
附件：1.名单
2.清单
抄送：市委各部门，市法院。
市属各单位。
附件1
名单
甲 | 乙 |
丙 | 丁 |
"""
KINDS = [
    ("首页", "furniture"),
    ("政务公开", "furniture"),
    ("关于印发澄湖市扶持措施的通知", "title"),
    ("发布日期", "published"),
    ("澄湖市人民政府办公室\n", "title"),
    ("措施的通知\n澄政办", "title"),
    ("澄政办〔2023〕7号", "number"),
    ("各县区人民政府，", "addressee"),
    ("《澄湖市扶持措施》已经", "preamble"),
    ("澄湖市人民政府办公室\n2023", "signature"),
    ("2023年5月6日", "date"),
    ("（此件公开发布）", "disclosure"),
    ("澄湖市扶持措施\n一、", "title"),
    ("一、甲", "item"),
    ("1.乙", "item"),
    ("本措施自印发", "closing"),
    ("附件：1", "annex-list"),
    ("2.清单", "annex-list"),
    ("抄送", "copied-to"),
    ("市属各单位", "copied-to"),
    ("附件1\n", "annex"),
    ("名单\n甲", "annex-title"),
    ("甲 | 乙", "table"),
]


@pytest.mark.parametrize(("begins", "kind"), KINDS)
def test_a_letter_is_laid_out(begins: str, kind: str) -> None:
    blocks = split_blocks(source_of(LETTER)).blocks
    at = LETTER.index(begins)
    assert next(b.kind for b in blocks if b.span.start <= at < b.span.end) == kind


def test_what_a_preamble_announces_is_read() -> None:
    text = (
        "云岭市人民政府关于调整防汛领导小组组成人员的通知\n各县区人民政府：\n"
        "根据人员变动情况，现将调整后的名单通知如下：\n组  长：甲某  副市长\n副组长：乙某  市水利局局长\n"
        "云岭市人民政府\n2023年5月20日\n"
    )
    blocks = split_blocks(source_of(text)).blocks
    assert [b.kind.value for b in blocks] == [
        "title", "addressee", "preamble", "preamble", "preamble", "signature", "date"
    ]  # fmt: skip


WORDS = st.sampled_from(
    "第一条 一、 （二） 3. (4) ① 附件 附件2 《 》 “ ” （ ） 〔2021〕 号 责任单位： 负责 。 ， ； ： \n \n\n 　　 | \t "
    "市财政局 各县（市、区）人民政府 2021年9月 28日 印发 关于 通知 抄送： 有效期至 # ::: <p> 以下任务均需 不再单列".split(
        " "
    )
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(
    st.lists(WORDS, max_size=60).map("".join)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
)
@example("“" * 300)
@example("（" * 300 + "负责")
def test_blocks_tile_any_text(text: str) -> None:
    blocks = split_blocks(source_of(text)).blocks
    edges = [0, *(block.span.end for block in blocks)]
    assert [block.span.start for block in blocks] == edges[:-1]
    assert edges[-1] == len(text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("相关阅读", "furniture"),
        ("相关链接：某政策解读", "furniture"),
        ("点击查看全文", "furniture"),
        ("相关部门要加强督促检查。", "text"),
        ("相关对象不能同时享受《某办法》以及其他优惠。", "text"),
        ("点击率不作为评价依据。", "text"),
    ],
)
def test_a_sentence_that_begins_as_navigation_does_is_text(line: str, kind: str) -> None:
    blocks = split_blocks(source_of(f"一、甲\n1.乙。丙。\n{line}\n2.丁。戊。\n")).blocks
    assert [b.kind.value for b in blocks] == ["item", "item", kind, "item"]


def test_a_text_without_a_title_may_begin_with_a_paragraph_that_is_broken() -> None:
    text = (
        "为深入贯彻落实《某意见》和《某通知》等系列部署\n\n要求，结合实际，制定如下措施。\n一、甲\n"
    )
    kinds = [b.kind.value for b in split_blocks(source_of(text)).blocks]
    assert kinds == ["preamble", "preamble", "item"]


def test_a_link_to_the_annexes_begins_none() -> None:
    record = read(
        "青湖市科技局关于渔港的通知\n一、甲。\n附件：1.废止的文件目录\n2024年2月7日\n附件下载\n"
    )
    assert [clause.path for clause in record.clauses] == ["1"]

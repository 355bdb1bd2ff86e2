"""Posts: who sits in a work group, by unit and post; a personal name never gets through."""

import pytest

from policygraph.extract.posts.extractor import extract_posts
from policygraph.extract.reading import Reading
from policygraph.model.facts import Post
from policygraph.model.finding import Finding
from policygraph.registry.registry import load_registry
from policygraph.text.blocks import split_blocks
from policygraph.text.clauses import parse_clauses
from tests.reading import source_of

HEAD = "附件\n云岭市支持企业发展工作专班成员名单\n"
GROUP = "云岭市支持企业发展工作专班"


def posts_of(text: str) -> tuple[tuple[Post, ...], tuple[Finding, ...]]:
    source = source_of(text)
    blocks = split_blocks(source).blocks
    clauses = parse_clauses(source, blocks).clauses
    return extract_posts(Reading(source, blocks, clauses, load_registry()))


def rows_of(text: str) -> list[tuple[object, ...]]:
    return [(p.role, p.unit, p.post, p.holder) for p in posts_of(text)[0]]


# lines behind the heading, rows of (role, unit, post, holder)
LISTS = [
    # a member of the ministry's council; members of one kind under a heading of their own
    (
        "主  任:甲某某  云岭市副市长\n委  员：\n（一）部门委员\n乙某某  云岭市委宣传部部务会议成员、新闻办副主任\n"
        "（二）专家委员（按姓氏笔划为序）\n丙某某  教授、云岭大学原党委书记\n丁某某  市科协书记处书记、宗教局局长\n",
        [
            ("主任", "云岭市", "副市长", 1),
            ("委员", "云岭市委宣传部", "部务会议成员", 2),
            ("委员", "新闻办", "副主任", 2),
            ("委员", "云岭大学", "原党委书记", 3),
            ("委员", "市科协", "书记处书记", 4),
            ("委员", "宗教局", "局长", 4),
        ],
    ),
    # a role holds over the lines that follow; two posts of one person; a blank inside a name
    (
        "组 长:甲 乙 市委常委、副市长\n副组长:李某某 市政府副秘书长\n黄某某 市经信局局长\n",
        [
            ("组长", "市委", "常委", 1),
            ("组长", "市政府", "副市长", 1),
            ("副组长", "市政府", "副秘书长", 2),
            ("副组长", "市经信局", "局长", 3),
        ],
    ),
    # ideographic blanks, in the word for the seat and in the name
    (
        "召 集 人：孙某某　　国务院副总理\n　　　　　丁某　　国务院副秘书长\n成    员：孙　某　　教育部副部长\n",
        [
            ("召集人", "国务院", "副总理", 1),
            ("召集人", "国务院", "副秘书长", 2),
            ("成员", "教育部", "副部长", 3),
        ],
    ),
    # the word for the seat stands alone; posts in brackets
    (
        "组  长:\n刘某某(市委常委、常务副市长)\n成  员:\n唐某某（市财政局副局长）\n谢某某（市住建局总工程师）\n",
        [
            ("组长", "市委", "常委", 1),
            ("组长", "市政府", "常务副市长", 1),
            ("成员", "市财政局", "副局长", 2),
            ("成员", "市住建局", "总工程师", 3),
        ],
    ),
    # several persons on one line, notes in brackets
    (
        "副组长：李某（女，县委常委、宣传部部长）、王某某（县政府党组成员、县公安局局长）\n",
        [
            ("副组长", "县委", "常委", 1),
            ("副组长", "县委宣传部", "部长", 1),
            ("副组长", "县政府", "党组成员", 2),
            ("副组长", "县公安局", "局长", 2),
        ],
    ),
    # tabs with serial numbers; the unit of the post before goes over
    (
        "序号\t职务\t姓名\t单位及职务\n1\t组长\t张某\t区委副书记、区长\n2\t成员\t欧阳 某某\t区人社局党组书记、局长\n",
        [
            ("组长", "区委", "副书记", 1),
            ("组长", "区政府", "区长", 1),
            ("成员", "区人社局", "党组书记", 2),
            ("成员", "区人社局", "局长", 2),
        ],
    ),
    # a table with bars; the character that unit and post share is printed once
    (
        "| 总指挥 | 张某 | 县长 |\n| 副总指挥 | 李某 | 县水利局长 |\n",
        [("总指挥", "县政府", "县长", 1), ("副总指挥", "县水利局", "局长", 2)],
    ),
    # a cell a line
    (
        "组长\n张某\n市财政局局长\n成员\n李某\n市审计局副局长\n",
        [("组长", "市财政局", "局长", 1), ("成员", "市审计局", "副局长", 2)],
    ),
    # the post before the name, also without a blank between
    (
        "组长：县长张某某\n成员：县发改局局长 赵某\n县教育局局长钱某某\n",
        [
            ("组长", "县政府", "县长", 1),
            ("成员", "县发改局", "局长", 2),
            ("成员", "县教育局", "局长", 3),
        ],
    ),
    # no names at all: a post that several units share, and what a person is in charge of
    (
        "组  长：负责工业工作的副市长\n副组长：协调工业工作的市政府副秘书长、市经信局主要负责同志\n成  员：市发展改革委、铁道部，各县（市、区）人民政府分管负责同志。\n",
        [
            ("组长", "市政府", "负责工业工作的副市长", 1),
            ("副组长", "市政府", "副秘书长", 2),
            ("副组长", "市经信局", "主要负责同志", 3),
            ("成员", "市发展改革委", "分管负责同志", 4),
            ("成员", "铁道部", "分管负责同志", 5),
            ("成员", "各县（市、区）人民政府", "分管负责同志", 6),
        ],
    ),
    # a line that breaks off inside a unit
    (
        "成员：张某某 市委宣传部副部长、市政府新闻\n办公室主任\n李某 市统计局局长\n",
        [
            ("成员", "市委宣传部", "副部长", 1),
            ("成员", "市政府新闻办公室", "主任", 1),
            ("成员", "市统计局", "局长", 2),
        ],
    ),
    # the longest post wins: 总队长 of a 总队, 厅长助理
    (
        "成员：张某 国家统计局云岭调查总队总队长\n李某 省科技厅厅长助理\n王某 市人大常委会副主任\n赵某 城关镇党委书记\n",
        [
            ("成员", "国家统计局云岭调查总队", "总队长", 1),
            ("成员", "省科技厅", "厅长助理", 2),
            ("成员", "市人大常委会", "副主任", 3),
            ("成员", "城关镇", "党委书记", 4),
        ],
    ),
    # names alone say nothing of posts
    ("组长：张某某\n副组长：李某、王某\n", []),
    # the list ends where prose begins
    (
        "成员：张某 市财政局局长\n专班办公室设在市财政局，承担日常工作。\n李某 市审计局局长\n",
        [("成员", "市财政局", "局长", 1)],
    ),
]


@pytest.mark.parametrize(("lines", "rows"), LISTS)
def test_lists_of_members_are_read(lines: str, rows: list[tuple[object, ...]]) -> None:
    assert rows_of(HEAD + lines) == rows


# sentences, rows of (body, role, unit, post)
SENTENCES = [
    (
        "1.建立云岭市职业教育联席会议。联席会议由教育、财政等单位组成，市政府分管教育工作的副市长担任召集人。",
        [("云岭市职业教育联席会议", "召集人", "市政府", "分管教育工作的副市长")],
    ),
    (
        "1.成立云岭市防汛工作领导小组，由市长任组长，分管副市长任副组长，市水利局、市财政局等部门主要负责人为成员。",
        [
            ("云岭市防汛工作领导小组", "组长", "市政府", "市长"),
            ("云岭市防汛工作领导小组", "副组长", "市政府", "分管副市长"),
            ("云岭市防汛工作领导小组", "成员", "市水利局", "主要负责人"),
            ("云岭市防汛工作领导小组", "成员", "市财政局", "主要负责人"),
        ],
    ),
    (
        "1.成立云岭市防汛工作领导小组。办公室设在市水利局，办公室主任由市水利局局长李某某兼任；副主任由市应急局副局长兼任。",
        [
            ("云岭市防汛工作领导小组办公室", "主任", "市水利局", "局长"),
            ("云岭市防汛工作领导小组办公室", "副主任", "市应急局", "副局长"),
        ],
    ),
    (
        "1.建立全国防汛工作部际联席会议。召集人由国务院分管水利工作的副总理担任。",
        [("全国防汛工作部际联席会议", "召集人", "国务院", "分管水利工作的副总理")],
    ),
    # a long list of who sits in a group; 以及; charges that hold a 、; the post that a level shares
    (
        "1.成立云岭市防汛工作指挥部。指挥长由县常务副县长担任；副指挥长由分管水利、农业的副县长，县武装部部长，"
        "以及县应急局局长担任。成员由县委宣传部、县教育局、武警云岭中队等分管领导组成。",
        [
            ("云岭市防汛工作指挥部", "指挥长", "县政府", "常务副县长"),
            ("云岭市防汛工作指挥部", "副指挥长", "县政府", "分管水利、农业的副县长"),
            ("云岭市防汛工作指挥部", "副指挥长", "县武装部", "部长"),
            ("云岭市防汛工作指挥部", "副指挥长", "县应急局", "局长"),
            ("云岭市防汛工作指挥部", "成员", "县委宣传部", "分管领导"),
            ("云岭市防汛工作指挥部", "成员", "县教育局", "分管领导"),
            ("云岭市防汛工作指挥部", "成员", "武警云岭中队", "分管领导"),
        ],
    ),
    (
        "1.成立云岭市防汛工作领导小组。市水利局主要负责同志担任组长。",
        [("云岭市防汛工作领导小组", "组长", "市水利局", "主要负责同志")],
    ),
    ("1.成立云岭市防汛工作指挥部。成员由市水利局、市财政局等单位组成。", []),  # no posts
    (
        "1.成立云岭市防汛工作指挥部。指挥部下设办公室，办公室成员由市水利局、市财政局有关人员组成。",
        [
            ("云岭市防汛工作指挥部办公室", "成员", "市水利局", "有关人员"),
            ("云岭市防汛工作指挥部办公室", "成员", "市财政局", "有关人员"),
        ],
    ),
    ("1.成立云岭市防汛工作领导小组，办公室主任由徐某某同志兼任。", []),
    ("1.组长负责指挥，成员各司其职，由企业负责落实。", []),
]


@pytest.mark.parametrize(("text", "rows"), SENTENCES)
def test_sentences_that_fill_seats_are_read(text: str, rows: list[tuple[object, ...]]) -> None:
    assert [(p.body, p.role, p.unit, p.post) for p in posts_of(text)[0]] == rows


BODIES = [
    (HEAD, GROUP),
    # a heading over two lines
    ("附件\n云岭省职业教育工作\n厅际联席会议成员名单\n", "云岭省职业教育工作厅际联席会议"),
    # the title of the document; a bare heading is no name
    ("云岭市人民政府关于成立澄湖治理指挥部的通知\n一、指挥部\n", "澄湖治理指挥部"),
    # the sentence that founds the group prints 工作
    (
        "1.甲。成立云岭市企业发展工作专班。\n附件\n云岭市企业发展专班成员名单\n",
        "云岭市企业发展工作专班",
    ),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_the_group_is_named_by_what_stands_before(head: str, body: str) -> None:
    assert {p.body for p in posts_of(head + "组长：张某 市财政局局长\n")[0]} == {body}


# Names that look like units, posts and places, and the ways in which lists lose their blanks.
NAMES = [
    "王红",
    "李登科",
    "张科",
    "欧阳修文",
    "高平安",
    "周书记",
    "陈会",
    "阿不都·热依木",
    "王市",
    "江华",
    "张部长",
]
SHAPES = [
    "组长：{n} {u}{p}",
    "组长：{n}{u}{p}",
    "组长：{u}{p}{n}",
    "组长：{n}（{u}{p}）、{m}（{u}{p}）",
    "组长：{n} {u}{p}、{m}{u}{p}",
    "| 组长 | {n} | {u}{p} |",
    "组长\n{n}{u}{p}",
    "组长：{n}、{m}",
    "由{n}任组长。",
    "由{u}{p}{n}任组长。",
    "由{n}{u}{p}任组长。",
    "办公室主任由{u}{p}{n}、{u}{p}{m}兼任。",
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("unit", "post"), [("市财政局", "副局长"), ("教育部", "部长"), ("澄湖管委会", "主任")]
)
def test_no_personal_name_gets_into_a_row(shape: str, name: str, unit: str, post: str) -> None:
    other = "赵敏之"
    text = HEAD + shape.format(n=name, m=other, u=unit, p=post) + "\n"
    for row in posts_of(text)[0]:
        printed = "".join(text[span.start : span.end] for span in row.spans)
        assert (row.unit, row.post, printed) == (unit, post, unit + post)


def test_a_name_broken_by_a_blank_does_not_lend_its_end_to_the_unit() -> None:
    rows, findings = posts_of(HEAD + "组长：王 红市委常委\n成员：李某 市财政局局长\n")
    assert [(p.unit, p.post) for p in rows] == [("市财政局", "局长")]
    assert [f.code for f in findings] == ["post.not-read"]
    assert not any(f.detail for f in findings)


def test_spans_cover_unit_and_post() -> None:
    text = HEAD + "组 长:甲 乙 市委常委、副市长\n"
    assert [text[s.start : s.end] for p in posts_of(text)[0] for s in p.spans] == [
        "市委常委",
        "副市长",
    ]


def test_a_list_in_a_long_text_costs_little() -> None:
    text = HEAD + "组长：张某某 市财政局局长\n" * 20_000
    assert len(posts_of(text)[0]) == 20_000


def test_a_name_that_runs_into_a_post_is_left_out() -> None:
    found = rows_of("关于成立渔港领导小组的通知\n领导小组由市应急局张三木处长任组长。\n")
    assert found == [("组长", "市应急局", "处长", 1)]

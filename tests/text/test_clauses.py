"""Clauses: paths, headings and extents."""

import pytest

from policygraph.text.blocks import split_blocks
from policygraph.text.clauses import parse_clauses
from tests.reading import read, source_of

ROWS = [
    # items of one line that a semicolon parts, where the line begins with the first of them
    (
        "一、甲\n1.乙还应具备：\n（1）有专职的工作人员和与业务相适应的专业技术人员；（2）有独立、固定的办公住所和必要的设施设备；"
        "（3）全市性的单位应有与其活动相适应的合法资金和经费来源，县级的单位应有与其活动相适应的合法资金，并且依法缴纳各项税费和社会保险。\n2.庚。辛。",
        {
            "1": "甲",
            "1/1": "乙还应具备：",
            "1/1/1": None,
            "1/1/2": None,
            "1/1/3": None,
            "1/2": "庚",
        },
    ),
    # but an enumeration inside a sentence is none
    (
        "一、甲\n（一）乙；符合（二）丙的，办理。丁。",
        {"1": "甲", "1/1": "乙；符合（二）丙的，办理"},
    ),
    # items run on across chapters: paths hold the printed numbers
    (
        "一、甲\n1.乙一。说明。\n二、丙\n2.丁二。说明。",
        {"1": "甲", "1/1": "乙一", "2": "丙", "2/2": "丁二"},
    ),
    # 编, 章, 节 and 条 nest in that order, also where only one 章 has 节
    (
        "第一编 甲\n第一章 乙\n第一节 丙\n第一条 丁。戊。\n第二节 己\n第二条 庚。辛。\n第二章 壬\n第三条 癸。子。",
        {
            "1": "甲",
            "1/1": "乙",
            "1/1/1": "丙",
            "1/1/1/1": "丁",
            "1/1/2": "己",
            "1/1/2/2": "庚",
            "1/2": "壬",
            "1/2/3": "癸",
        },
    ),
    # a label before a year, and chapters behind an ordinary blank
    (
        "1.甲。乙。\n2.2023年底前完成。丙。\n3.丁。戊。",
        {"1": "甲", "2": "2023年底前完成", "3": "丁"},
    ),
    (
        "1 总则\n1.1 编制目的\n甲。\n2 组织体系\n2.1 机构\n2 家企业入选。",
        {"1": "总则", "1/1": "编制目的", "2": "组织体系", "2/1": "机构"},
    ),
    # a chapter with a point, among those without; a unit whose number says where it stands
    (
        "1 总则\n1.1 编制目的\n甲。\n2 响应\n2.1 终止\n（1）乙。\n（2）丙。\n3. 后期处置\n3.1 抢修\n丁。\n3.2 评估\n戊。\n4 附则\n4.3 解释\n己。",
        {
            "1": "总则",
            "1/1": "编制目的",
            "2": "响应",
            "2/1": "终止",
            "2/1/1": None,
            "2/1/2": None,
            "3": "后期处置",
            "3/1": "抢修",
            "3/2": "评估",
            "4": "附则",
            "4/3": "解释",
        },
    ),
    # all chapters with a point, beside items with one; a section whose outer one is not printed
    (
        "1.总则\n1.1编制目的\n甲。\n2.预警\n2.1预防\n1.乙；\n2.丙；\n3.丁。\n4.处置\n4.1.1分级\n戊。\n4.1.2报告\n己。\n5.附则\n本预案由县商务局解释。",
        {
            "1": "总则",
            "1/1": "编制目的",
            "2": "预警",
            "2/1": "预防",
            "2/1/1": None,
            "2/1/2": None,
            "2/1/3": None,
            "4": "处置",
            "4/1/1": "分级",
            "4/1/2": "报告",
            "5": "附则",
        },
    ),
    # the heading of a section with a pause in it
    (
        "1 总则\n1.1 原则\n1.1.1以人为本，预防为主\n切实履行职能，把保障群众生命安全作为首要任务，坚持预防为主、防控结合，减少伤亡。\n1.1.2属地为主\n甲。",
        {"1": "总则", "1/1": "原则", "1/1/1": "以人为本，预防为主", "1/1/2": "属地为主"},
    ),
    # decimal labels glued to their headings; an excerpt that begins in the middle
    (
        "1总则\n1.1编制目的\n甲。\n1.2事件分级\n乙。\n2组织体系\n2.1机构\n丙。",
        {"1": "总则", "1/1": "编制目的", "1/2": "事件分级", "2": "组织体系", "2/1": "机构"},
    ),
    (
        "2.3成员单位\n（1）甲。乙。\n（2）丙。丁。",
        {"2/3": "成员单位", "2/3/1": "甲", "2/3/2": "丙"},
    ),
    # （1） stands inside 3.2.1 also where it came first inside 2.1
    (
        "2.1 机构\n（1）甲。乙。\n（2）丙。丁。\n2.2 职责\n3.1 预警\n3.1.1 级别\n3.1.2 行动\n（1）戊。己。\n（2）庚。辛。\n3.1.3 解除\n壬。",
        {
            "2/1": "机构",
            "2/1/1": "甲",
            "2/1/2": "丙",
            "2/2": "职责",
            "3/1": "预警",
            "3/1/1": "级别",
            "3/1/2": "行动",
            "3/1/2/1": "戊",
            "3/1/2/2": "庚",
            "3/1/3": "解除",
        },
    ),
    # a heading with a pause, before a line far longer than a line that was broken would be
    (
        "一、总体要求\n二、全面促进消费，加快消费升级\n\n坚持把消费摆在优先位置，顺应升级趋势，提升传统消费，稳定大宗消费，培育新型消费，扩大服务消费，满足群众多样化、高品质的需求。\n（一）甲。乙。",
        {"1": "总体要求", "2": "全面促进消费，加快消费升级", "2/1": "甲"},
    ),
    # broken: both lines are about as long
    (
        "一、为了促进消费，各部门应当在今年年底前\n完成渔港的改造任务，并报市政府。丙。",
        {"1": "为了促进消费，各部门应当在今年年底前完成渔港的改造任务，并报市政府"},
    ),
    ("三、措施与要求\n（一）甲。乙。", {"3": "措施与要求", "3/1": "甲"}),
    ("一、甲\n⑴乙。丙。\n⑵丁。戊。", {"1": "甲", "1/1": "乙", "1/2": "丁"}),
    ("1、总则 1.1 目的\n甲。\n1.2 依据\n乙。", {"1": "总则", "1/1": "目的", "1/2": "依据"}),
    # 一、 holds （一） also where the text begins with （二）
    (
        "（二）甲。乙。\n（三）丙。丁。\n四、要求\n（一）戊。己。\n（二）庚。辛。",
        {"2": "甲", "3": "丙", "4": "要求", "4/1": "戊", "4/2": "庚"},
    ),
    ("1*.甲。乙。\n2*.丙。丁。", {"1": "甲", "2": "丙"}),
    # the year in the title of an annex is no number
    (
        "一、甲事\n各地要抓好落实，务求实效，定期报告进展情况，确保任务完成。\n附件 2025年度清单\n（一）乙。丙。",
        {"1": "甲事", "annex1": "2025年度清单", "annex1/1": "乙"},
    ),
    # 。 in quotes or brackets does not end a heading
    ("1.关于“某条。”的意见。予以删除。", {"1": "关于“某条。”的意见"}),
    ("1.推进改造（含扩建。）工程。加快进度。", {"1": "推进改造（含扩建。）工程"}),
    # the row of a table that is empty behind its first cell
    (
        "| （一）更新设备 |  |  |\n| 1 | 改造窑炉 | 甲局 | 6月 |\n| （二）以旧换新: | | |\n",
        {"1": "更新设备", "2": "以旧换新:"},
    ),
    # the only 。 ends the paragraph: no heading
    ("1.建立园区管理机构，承担统一管理。", {"1": None}),
    ("（一）符合规划，统一建设；\n（二）机构健全；", {"1": None, "2": None}),
    ("一、总体要求\n坚持问题导向。", {"1": "总体要求"}),
    # a heading is rejoined over a page break
    ("1.支持企业扩大规模，提\n\n升水平。加强服务。", {"1": "支持企业扩大规模，提升水平"}),
    # articles keep their chapter; an inserted one has its own number
    (
        "第一章 总则\n第一条 为了甲。制定乙。\n第一条之一 丙。丁。\n第二章 附则\n第二条 戊。己。",
        {"1": "总则", "1/1": "为了甲", "1/1-1": "丙", "2": "附则", "2/2": "戊"},
    ),
    # 四川 is no number, 三四线 no chapter
    ("一、甲\n三四线城市要扩大供给，稳定预期。\n二、乙", {"1": "甲", "2": "乙"}),
    # a number printed twice is told apart
    ("一、甲\n1.乙。丙。\n1.丁。戊。", {"1": "甲", "1/1": "乙", "1/1~2": "丁"}),
    # the list of annexes is no list of items; an annex numbers anew
    (
        "一、甲事\n各地要抓好落实，务求实效，定期报告进展情况，确保任务完成。\n附件:1.名单\n2.方案\n"
        "澄湖市人民政府\n2023年5月6日\n附件1\n名单\n附件2\n方案\n一、目标\n（一）乙。丙。",
        {"1": "甲事", "annex1": "名单", "annex2": "方案", "annex2/1": "目标", "annex2/1/1": "乙"},
    ),
    # 附：, on one line: an annex, or what announces one
    (
        "一、甲事\n各地要抓好落实，务求实效，定期报告进展情况，确保任务完成。\n附：任务清单\n（一）乙。丙。",
        {"1": "甲事", "annex1": "任务清单", "annex1/1": "乙"},
    ),
    (
        "一、甲事\n各地要抓好落实，务求实效，定期报告进展情况，确保任务完成。\n附：任务清单\n"
        "澄湖市人民政府\n2023年5月6日",
        {"1": "甲事"},
    ),
    # a heading in brackets behind the label; headings that end in 。
    ("第一条【目的】为了甲，制定乙。\n第二条（范围）丙，丁。", {"1": "目的", "2": "范围"}),
    (
        "一、总体要求。\n（一）思想。坚持乙。\n二、任务。\n1.甲，乙。丙。\n2.丁。戊。",
        {"1": None, "1/1": "思想", "2": None, "2/1": "甲，乙", "2/2": "丁"},
    ),
    # ... and one whose own items go on in its line
    (
        "一、总体要求\n（一）财税政策。1.市甲局对乙给予支持，"
        + "按规定办理，" * 12
        + "随到随办。2.市丙局做好配合工作。\n"
        "（二）丁。戊。",
        {"1": "总体要求", "1/1": "财税政策", "1/1/1": None, "1/1/2": None, "1/2": "丁"},
    ),
    # quoted structure is not the document's own
    (
        "一、将第一条修改为：\n“第一条 甲应当乙。\n（一）丙；\n（二）丁。”\n二、将第二条删去。",
        {"1": "将第一条修改为：", "2": None},
    ),
    # left-over markup
    ("## 第一章　总则\n**第一条**　为了甲，制定本办法。", {"1": "总则", "1/1": None}),
    ("没有编号的一段文字，说明有关情况。", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "headings"), ROWS)
def test_clauses_are_read(text: str, headings: dict[str, str | None]) -> None:
    source = source_of(text)
    parsed = parse_clauses(source, split_blocks(source).blocks)
    assert {clause.path: clause.heading for clause in parsed.clauses} == headings


def test_a_clause_lies_inside_its_parent() -> None:
    text = "一、甲\n（一）乙。丙。\n1.丁。戊。\n（二）己。庚。\n二、辛\n壬。\n其余照旧，自发布之日起施行。"
    source = source_of(text)
    clauses = {c.path: c for c in parse_clauses(source, split_blocks(source).blocks).clauses}
    for clause in clauses.values():
        assert text.startswith(clause.label, clause.start)
        assert clause.start < clause.own_end <= clause.end
        if clause.parent:
            above = clauses[clause.parent]
            assert above.start < clause.start
            assert clause.end <= above.end
    assert text[clauses["1"].start : clauses["1"].own_end] == "一、甲\n"
    assert "施行" not in text[clauses["2"].start : clauses["2"].end]


def test_a_label_that_a_blank_sets_apart_stays_with_its_heading() -> None:
    flat = (
        "澄湖市若干措施 " + "一、 稳定就业岗位 甲甲。" + "乙" * 200 + "。 二、 强化就业服务 丙丙。"
    )
    assert [(c.path, c.label) for c in read(flat).clauses] == [("1", "一、"), ("2", "二、")]


def test_closing_words_under_the_heading_of_the_last_item_are_the_items() -> None:
    text = "澄湖市人民政府关于支持企业的通知\n一、要求\n甲，乙。\n二、其他事宜\n本通知自印发之日起施行。\n"
    source = source_of(text)
    clauses = parse_clauses(source, split_blocks(source).blocks).clauses
    assert clauses[-1].end > text.index("本通知")
    text = text.replace("二、其他事宜\n", "二、其他事宜，甲。\n")
    source = source_of(text)
    clauses = parse_clauses(source, split_blocks(source).blocks).clauses
    assert clauses[-1].end <= text.index("本通知")


def test_the_heading_of_what_a_page_offers_is_no_annex() -> None:
    record = read("晋城市关于修路的意见\n一、修路。\n二、养路。\n附件下载\n修路计划.pdf\n")
    assert [c.path for c in record.clauses] == ["1", "2"]


AMENDS = "澄湖市人民政府关于修改《澄湖市渔港办法》的决定\n"
PLANS = "澄湖市人民政府关于渔港工作的通知\n"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        # an article as the amended document will number it
        (
            AMENDS + "一、第五条修改为：\n第五条 渔船应当：\n（一）登记；\n（二）编号。\n二、删去第八条。\n",
            ["1", "2"],
        ),
        (AMENDS + "一、增加一条，作为第九条：\n第九条 渔港的标准由市局制定。\n二、删去第八条。\n", ["1", "2"]),
        # its items alone
        (AMENDS + "一、第五条修改为：\n（一）渔船登记；\n（二）渔船编号。\n二、删去第八条。\n", ["1", "2"]),
        # what changes something is the decision's own
        (
            AMENDS + "一、第五条修改为：\n（一）删去“甲”；\n（二）将“乙”修改为“丙”。\n",
            ["1", "1/1", "1/2"],
        ),
        # another article than the one that is replaced
        (AMENDS + "一、第五条修改为：\n第八条 渔船应当登记。\n", ["1", "1/8"]),
        # no place in a document
        (PLANS + "一、机构调整为：\n（一）渔港股；\n（二）渔船股。\n", ["1", "1/1", "1/2"]),
    ],
)  # fmt: skip
def test_new_wording_has_no_units_of_the_document_that_brings_it(
    text: str, paths: list[str]
) -> None:
    assert [clause.path for clause in read(text).clauses] == paths

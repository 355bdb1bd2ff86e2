"""Amendments: what one text does to another, one atomic change a row."""

import pytest

from tests.reading import read

HEAD = "关于对《某意见》的修改意见\n(征求意见稿)\n现提请对《某意见》(某办发〔2021〕11号)部分内容修改如下：\n"

# printed text, rows of (clause, operation, locator, old, new)
OPINION = [
    # an article whose words lead to an item; 相应地 before a number that changes
    (
        "一、第六十七条村民会议职权第二十项“（二十）甲”修改为“（二十）乙”。\n"
        "二、第三条增加一款，作为第三款：“丙。”第三款相应地改为第四款。",
        [
            ("1", "replace_text", "67/20", "（二十）甲", "（二十）乙"),
            ("2", "add_clause", "3/3", None, "丙。"),
            ("2", "replace_text", "3/3", "第三款", "第四款"),
        ],
    ),
    # two articles in one quotation, each with its number; headings, and words that are quoted from a place
    (
        "一、增加二条，作为第十二条之一、第十二条之二：“第十二条之一 甲：\n“（一）乙。\n“第十二条之二 丙。”\n"
        "二、将“八、渔港的设施”标题删除。\n三、将“十、渔村和渔船”修改为“八、渔村”。\n"
        "四、将第二十七条中引用的“第十九条”修改为“第十六条”；在“丁”前增写“戊”。\n"
        "五、第六十七条“村行使下列职权”中第六项“（六）管渔港”修改为“（六）管渔村”；增加一项，作为第七项“（七）己”。",
        [
            ("1", "add_clause", "12-1", None, "第十二条之一甲：（一）乙。"),
            ("1", "add_clause", "12-2", None, "第十二条之二丙。"),
            ("2", "delete_text", "8", "八、渔港的设施", None),
            ("3", "replace_text", "10", "十、渔村和渔船", "八、渔村"),
            ("4", "replace_text", "27", "第十九条", "第十六条"),
            ("4", "add_text", "27", None, "戊"),
            ("5", "replace_text", "67/6", "（六）管渔港", "（六）管渔村"),
            ("5", "add_clause", "67/7", None, "（七）己"),
        ],
    ),
    # signs of a keyboard; a unit that is added with its number
    (
        "一、删去第八条中的“甲”,将“乙”修改为“丙”;删去第九条中的“丁”。\n二、在第一条中增加第(十三)款:“戊”。",
        [
            ("1", "delete_text", "8", "甲", None),
            ("1", "replace_text", "8", "乙", "丙"),
            ("1", "delete_text", "9", "丁", None),
            ("2", "add_clause", "1/13", None, "戊"),
        ],
    ),
    # paragraphs that are quoted one by one are one wording
    (
        "一、第六条：“渔船归村有。”“村民轮流使用。”修改为：“渔船归村民所有。”“村民自行使用。”",
        [
            (
                "1",
                "replace_text",
                "6",
                "渔船归村有。村民轮流使用。",
                "渔船归村民所有。村民自行使用。",
            )
        ],
    ),
    # two paragraphs are added in one quotation
    (
        "一、第六条增加二款，作为第二款、第三款：“渔船应当编号。\n“船号由村公布。”",
        [
            ("1", "add_clause", "6/2", None, "渔船应当编号。"),
            ("1", "add_clause", "6/3", None, "船号由村公布。"),
        ],
    ),
    # the marks that open each paragraph of a long quotation are none of its words
    (
        "一、将第五条修改为：“渔船应具备：\n“（一）船名；\n　　“（二）船号。\n“其他船舶照此办理。”",
        [
            (
                "1",
                "replace_clause",
                "5",
                None,
                "渔船应具备：（一）船名；（二）船号。其他船舶照此办理。",
            )
        ],
    ),
    (
        "1.关于“一、目标任务”的修改意见\n提请将“甲乙丙，”删除。其余内容不变。",
        [("1", "delete_text", "1", "甲乙丙，", None)],
    ),
    # a fragment inside a quoted one; the inner marks are unbalanced
    (
        "1.关于“二（二）1.推动升级”的修改意见\n提请将“支持甲转企“‘小升规’”中“甲”删除。",
        [("1", "delete_text", "2/2/1", "甲", None)],
    ),
    # one verb for two strings; quoted strings hold 。
    (
        "1.关于“二、4.实行奖励。”的修改意见\n提请将“实行奖励。”和“支持丁。”删除。",
        [
            ("1", "delete_text", "2/4", "实行奖励。", None),
            ("1", "delete_text", "2/4", "支持丁。", None),
        ],
    ),
    # a quoted locator is deleted as a whole; an annex is an annex
    (
        "1.关于“二（七）32.甲。”和“三、乙”的修改意见\n提请将“二（七）32.甲”和“三、乙”条目删除。\n"
        "2.关于“附件：任务表”的修改意见\n提请将“附件：任务表”删除。",
        [
            ("1", "delete_clause", "2/7/32", None, None),
            ("1", "delete_clause", "3", None, None),
            ("2", "delete_annex", "annex1", None, None),
        ],
    ),
    # the name of another unit inside an article needs no word of responsibility; other words do
    (
        "一、将第七条第三款、第八条中的“国土房管部门”修改为“住房城乡建设、资源规划部门”。\n"
        "二、将第九条中的“市国土局”修改为“市资源局”。\n三、将第十条中的“建设单位”修改为“施工单位”。\n"
        "四、将第十一条中的“由县级政府”修改为“市级政府”。",
        [
            ("1", "replace_agency", "7/3", "国土房管部门", "住房城乡建设、资源规划部门"),
            ("1", "replace_agency", "8", "国土房管部门", "住房城乡建设、资源规划部门"),
            ("2", "replace_agency", "9", "市国土局", "市资源局"),
            ("3", "replace_text", "10", "建设单位", "施工单位"),
            ("4", "replace_text", "11", "由县级政府", "市级政府"),
        ],
    ),
    # units: replaced, struck, added, kept
    (
        "1.关于“一、2.甲”的修改意见\n将责任单位原“市金融办”修改为“市政府办”。将“市统计局”从责任单位中删除。"
        "增加“市工信局”为责任单位。保留“乙丙”。",
        [
            ("1", "replace_agency", "1/2", "市金融办", "市政府办"),
            ("1", "remove_agency", "1/2", "市统计局", None),
            ("1", "add_agency", "1/2", None, "市工信局"),
            ("1", "keep", "1/2", "乙丙", None),
        ],
    ),
    # bulk by running number: 2 lies between 1 and 3, 5 between two sections stays bare
    (
        "1.关于“二（二）1.甲”和“二（二）3.乙”的修改意见\n将“丁”删除。\n"
        "2.关于“二（三）6.丙”的修改意见\n将“戊”删除。\n"
        "3.将原文中第2，5条目责任单位原“甲局”修改为“乙局”，“丙局”修改为“丁局”。",
        [
            ("1", "delete_text", "2/2/1", "丁", None),
            ("1", "delete_text", "2/2/3", "丁", None),
            ("2", "delete_text", "2/3/6", "戊", None),
            ("3", "replace_agency", "2/2/2", "甲局", "乙局"),
            ("3", "replace_agency", "5", "甲局", "乙局"),
            ("3", "replace_agency", "2/2/2", "丙局", "丁局"),
            ("3", "replace_agency", "5", "丙局", "丁局"),
        ],
    ),
    # the words of the law are no place in the target
    (
        "1.关于“一、2.甲”的修改意见\n根据《某条例》“第十条 ……——（二）不得乙”，提请将“丙”修改为“丁”。",
        [("1", "replace_text", "1/2", "丙", "丁")],
    ),
]
DECISION = [
    (
        "一、将第十二条修改为：\n“第十二条 甲应当乙。\n（一）丙；\n（二）丁。”",
        [("1", "replace_clause", "12", None, "第十二条甲应当乙。（一）丙；（二）丁。")],
    ),
    ("一、删去第五条。", [("1", "delete_clause", "5", None, None)]),
    (
        "一、增加一条，作为第六条：“甲乙。”",
        [("1", "add_clause", "6", None, "甲乙。")],
    ),
    (
        "一、将第三条第二款中的“甲”修改为“乙”。",
        [("1", "replace_text", "3/2", "甲", "乙")],
    ),
    ("一、将第五条修改为第十条。", [("1", "replace_text", "5", "第五条", "第十条")]),
    # 点 for 项; the law that the new wording cites is not what is changed
    (
        "一、将第三条第（三）点修改为“甲应当依据《乙法》签订合同。”",
        [("1", "replace_clause", "3/3", None, "甲应当依据《乙法》签订合同。")],
    ),
    # new wording without quotation marks, to the end of its line
    (
        "一、将第三条修改为：“甲。”\n二、将第九条修改为：本办法自印发之日起实施，有效期两年。\n现将修订后的办法印发给你们。",
        [
            ("1", "replace_clause", "3", None, "甲。"),
            ("2", "replace_clause", "9", None, "本办法自印发之日起实施，有效期两年。"),
        ],
    ),
    # what stands before the first article, and the title
    ("一、将引言修改为：“甲乙。”", [("1", "replace_clause", "preamble", None, "甲乙。")]),
    ("一、将名称修改为：“甲乙规定”。", [("1", "replace_clause", "title", None, "甲乙规定")]),
    # the place stands in the heading, the change below it; 第 may be lost
    ("一、第八条\n修改为：“甲乙。”", [("1", "replace_clause", "8", None, "甲乙。")]),
    ("一、将十一条修改为：“甲乙。”", [("1", "replace_clause", "11", None, "甲乙。")]),
    # the text is struck behind the verb; each quotation has its own; a range names what is inside
    (
        "一、第七条第一款、第八条第三项删去“甲”。",
        [("1", "delete_text", "7/1", "甲", None), ("1", "delete_text", "8/3", "甲", None)],
    ),
    # units without quotation marks
    (
        "一、第一条责任单位增加市科技局、市教育局。\n二、第二条责任单位中删去市财政局。\n"
        "三、第三条牵头单位由市工信局调整为市科技局。\n四、第四条增加市教育局为责任单位。",
        [
            ("1", "add_agency", "1", None, "市科技局"),
            ("1", "add_agency", "1", None, "市教育局"),
            ("2", "remove_agency", "2", "市财政局", None),
            ("3", "replace_agency", "3", "市工信局", "市科技局"),
            ("4", "add_agency", "4", None, "市教育局"),
        ],
    ),
    # an annex, by its number, its title, or as the only one; what is said by one is not changed
    (
        "一、删除附件1。\n二、将附件《任务表》删去。\n三、附件2修改为：“甲表”。",
        [
            ("1", "delete_annex", "annex1", None, None),
            ("2", "delete_annex", "annex1", None, None),
            ("3", "replace_clause", "annex2", None, "甲表"),
        ],
    ),
    # what stands in an annex is of the annex, and the annex stays
    (
        "一、将附件2中的第三条修改为：“甲。”\n二、附件第三条、第五条中的“甲”修改为“乙”。\n三、将附件1中第（二）项删去。",
        [
            ("1", "replace_clause", "annex2/3", None, "甲。"),
            ("2", "replace_text", "annex1/3", "甲", "乙"),
            ("2", "replace_text", "annex1/5", "甲", "乙"),
            ("3", "delete_clause", "annex1/2", None, None),
        ],
    ),
    ("一、保留第一条“甲”。", [("1", "keep", "1", "甲", None)]),
    (
        "一、按照附件，将第三条修改为：“甲乙。”",
        [("1", "replace_clause", "3", None, "甲乙。")],
    ),
    # what is struck ends where the next change names its place; numbers above a thousand
    (
        "一、删去第二条，第三条中的“甲”修改为“乙”。",
        [("1", "delete_clause", "2", None, None), ("1", "replace_text", "3", "甲", "乙")],
    ),
    (
        "一、将第一千零七十九条修改为：“甲乙。”",
        [("1", "replace_clause", "1079", None, "甲乙。")],
    ),
    # a part of a place that is named with 中 is struck, and never the place itself
    ("一、删去第二条中的第二款。", [("1", "delete_clause", "2/2", None, None)]),
    ("一、将第二条中第（一）项删去。", [("1", "delete_clause", "2/1", None, None)]),
    (
        "一、删去第二条中的第（一）、（三）项。",
        [("1", "delete_clause", "2/1", None, None), ("1", "delete_clause", "2/3", None, None)],
    ),
    (
        "一、第二条中删去责任单位“市财政局”。",
        [("1", "remove_agency", "2", "市财政局", None)],
    ),
    ("一、删去第一条“甲”后的“乙”。", [("1", "delete_text", "1", "乙", None)]),
    (
        "一、将第九条中的“甲”“乙”分别修改为“丁”“戊”。",
        [("1", "replace_text", "9", "甲", "丁"), ("1", "replace_text", "9", "乙", "戊")],
    ),
    (
        "一、将第三条至第五条中的“甲”修改为“乙”。",
        [("1", "replace_text", article, "甲", "乙") for article in ("3", "4", "5")],
    ),
    # the number changes, and words in it
    (
        "一、第二十条改为第二十一条，并将其中的“甲”修改为“乙”。",
        [
            ("1", "replace_text", "20", "第二十条", "第二十一条"),
            ("1", "replace_text", "20", "甲", "乙"),
        ],
    ),
    # a paragraph or an item by itself is one of the article named last
    (
        "一、第四条第一款、第二款内容予以删除，第三款调整为第一款。",
        [
            ("1", "delete_clause", "4/1", None, None),
            ("1", "delete_clause", "4/2", None, None),
            ("1", "replace_text", "4/3", "第三款", "第一款"),
        ],
    ),
    (
        "一、在第四条中增加一款，作为第二款：“甲。”将第七条第（二）、（四）项改为第（一）、（二）项。",
        [
            ("1", "add_clause", "4/2", None, "甲。"),
            ("1", "replace_text", "7/2", "第（二）、（四）项", "第（一）、（二）项"),
            ("1", "replace_text", "7/4", "第（二）、（四）项", "第（一）、（二）项"),
        ],
    ),
    (
        "一、增加两条，作为第五条、第六条：“甲。”“乙。”",
        [("1", "add_clause", "5", None, "甲。"), ("1", "add_clause", "6", None, "乙。")],
    ),
    (
        "一、增加一条，作为第十二条之一：“甲。”二、将第十三条之一改为第十四条。",
        [
            ("1", "add_clause", "12-1", None, "甲。"),
            ("1", "replace_text", "13-1", "第十三条之一", "第十四条"),
        ],
    ),
    (
        "一、将原第七条改为修改后《某条例》第十二条。二、序言第七自然段中“甲”修改为“乙”。",
        [
            ("1", "replace_text", "7", "第七条", "第十二条"),
            ("1", "replace_text", "序言第七自然段", "甲", "乙"),
        ],
    ),
    # the number changes, and all of the article
    (
        "一、将第六条改为第七条，修改为：“甲。”\n二、将第八条修改为第九条：“乙。”",
        [
            ("1", "replace_text", "6", "第六条", "第七条"),
            ("1", "replace_clause", "6", None, "甲。"),
            ("2", "replace_text", "8", "第八条", "第九条"),
            ("2", "replace_clause", "8", None, "乙。"),
        ],
    ),
    (
        "一、将第六条改为第七条，其中的“甲”修改为“乙”。",
        [
            ("1", "replace_text", "6", "第六条", "第七条"),
            ("1", "replace_text", "6", "甲", "乙"),
        ],
    ),
    # numbers of articles in quotes: as places, and as text inside a place
    ("一、“第八条”调整为“第七条”。", [("1", "replace_text", "8", "第八条", "第七条")]),
    (
        "一、将第三条第二款中的“第七条”修改为“第六条”。",
        [("1", "replace_text", "3/2", "第七条", "第六条")],
    ),
    # each text has its own place
    (
        "一、删去第三条第一款末尾的“甲”和第二款中的“乙”，并将第二款中的“丙”修改为“丁”。",
        [
            ("1", "delete_text", "3/1", "甲", None),
            ("1", "delete_text", "3/2", "乙", None),
            ("1", "replace_text", "3/2", "丙", "丁"),
        ],
    ),
    # the marks of a keyboard, also over two paragraphs
    (
        '一、第三条修改为："甲。\n乙。"\n二、第四条中的"丙"修改为"丁"。',
        [
            ("1", "replace_clause", "3", None, "甲。乙。"),
            ("2", "replace_text", "4", "丙", "丁"),
        ],
    ),
    # an article on a line of its own is no unit of the decision
    (
        "一、对下列规定作如下修改\n第九条修改为：“甲。”\n第十条增加一款作为该条第二款：“乙。”\n"
        "第十二条后增加一条作为第十三条：“丙。”\n第十四条删去“丁”。",
        [
            ("1", "replace_clause", "9", None, "甲。"),
            ("1", "add_clause", "10/2", None, "乙。"),
            ("1", "add_clause", "13", None, "丙。"),
            ("1", "delete_text", "14", "丁", None),
        ],
    ),
    # the number changes, and words in one paragraph: they are no new wording of the article
    (
        "一、将第六条改为第七条，第一款中的“甲”修改为“乙”。",
        [
            ("1", "replace_text", "6", "第六条", "第七条"),
            ("1", "replace_text", "6/1", "甲", "乙"),
        ],
    ),
    # two articles become one, one becomes two: the new numbers are no places that are changed
    (
        "一、将第三条、第九条合并，作为第四条，修改为：“甲。”",
        [
            ("1", "replace_text", "3", "第三条", "第四条"),
            ("1", "replace_text", "9", "第九条", "第四条"),
            ("1", "replace_clause", "3", None, "甲。"),
            ("1", "replace_clause", "9", None, "甲。"),
        ],
    ),
    (
        "一、将第十条第一款、第二款合并，作为第一款，修改为：“甲。”",
        [
            ("1", "replace_text", "10/2", "第二款", "第一款"),
            ("1", "replace_clause", "10/1", None, "甲。"),
            ("1", "replace_clause", "10/2", None, "甲。"),
        ],
    ),
    (
        "一、第五条分为两条，作为第六条、第七条，修改为：“甲。”“乙。”",
        [("1", "replace_clause", "5", None, "甲。")],
    ),
    # one verb for texts of two places, and for two texts of one
    (
        "一、将第四条第一款中的“甲”、第五条第二款中的“乙”修改为“丙”。",
        [("1", "replace_text", "4/1", "甲", "丙"), ("1", "replace_text", "5/2", "乙", "丙")],
    ),
    (
        "一、将第四条中的“甲”、“乙”修改为“丙”。",
        [("1", "replace_text", "4", "甲", "丙"), ("1", "replace_text", "4", "乙", "丙")],
    ),
    # an item by its number alone stands before the verb, too
    (
        "一、第五条第（三）项中的“甲”修改为“乙”；第（四）项删除。",
        [("1", "replace_text", "5/3", "甲", "乙"), ("1", "delete_clause", "5/4", None, None)],
    ),
    # headings of chapters, annexes
    (
        "一、第二章章名修改为：“甲乙”。\n二、将附件2中的“甲”修改为“乙”。",
        [
            ("1", "replace_clause", "第二章章名", None, "甲乙"),
            ("2", "replace_text", "annex2", "甲", "乙"),
        ],
    ),
    # a misprint of the colon
    ("一、第三条修改为。“甲。乙。”", [("1", "replace_clause", "3", None, "甲。乙。")]),
    # the decision's own articles are no places
    (
        "第一条 《某条例》第二十条中“甲”修改为“乙”。\n第二条 《某条例》第二十一条第二款中“丙”修改为“丁”。",
        [
            ("1", "replace_text", "20", "甲", "乙"),
            ("2", "replace_text", "21/2", "丙", "丁"),
        ],
    ),
    # 保留的 says nothing of a place
    ("一、保留的机构按照“精简”的原则运行。", []),
    # other verbs of the same meaning
    (
        "一、将第三条中的“百分之二”提高到“百分之三”。",
        [("1", "replace_text", "3", "百分之二", "百分之三")],
    ),
    ("一、将第三条中的“甲”统一更名为“乙”。", [("1", "replace_text", "3", "甲", "乙")]),
    ("一、将第三条中的“甲”换成“乙”。", [("1", "replace_text", "3", "甲", "乙")]),
    # what is said of all the text is not of the place named last
    (
        "一、将第一条中的“甲”修改为“乙”。\n将有关条文中的“市环卫局”修改为“市容环卫局”。将全文中的“丙”修改为“丁”。"
        "将其中的“戊”修改为“己”。",
        [
            ("1", "replace_text", "1", "甲", "乙"),
            ("1", "replace_agency", None, "市环卫局", "市容环卫局"),
            ("1", "replace_text", None, "丙", "丁"),
            ("1", "replace_text", None, "戊", "己"),
        ],
    ),
    (
        "一、将第十三条中的“食品监督机构”修改为“县级以上卫生部门。”",
        [("1", "replace_agency", "13", "食品监督机构", "县级以上卫生部门。")],
    ),
    # the new units of a mark, with quotation marks and without
    (
        "一、第一条责任单位修改为：市科技局、市水务局。\n二、将第二条的牵头单位调整为市教育局。\n"
        "三、将第三条责任单位修改为“市科技局、市水务局”。",
        [
            ("1", "replace_agency", "1", None, "市科技局、市水务局"),
            ("2", "replace_agency", "2", None, "市教育局"),
            ("3", "replace_agency", "3", None, "市科技局、市水务局"),
        ],
    ),
    # numbers in a row
    (
        "一、第五条至第七条依次改为第六条至第八条。",
        [
            ("1", "replace_text", "5", "第五条", "第六条"),
            ("1", "replace_text", "6", "第六条", "第七条"),
            ("1", "replace_text", "7", "第七条", "第八条"),
        ],
    ),
    (
        "一、删去第四条，第五条、第六条依次调整为第四条、第五条。",
        [
            ("1", "delete_clause", "4", None, None),
            ("1", "replace_text", "5", "第五条", "第四条"),
            ("1", "replace_text", "6", "第六条", "第五条"),
        ],
    ),
    # no longer in force
    (
        "一、第三条、第五条第二款的规定不再适用。\n二、第七条停止执行。\n三、原第八条不再执行。",
        [
            ("1", "delete_clause", "3", None, None),
            ("1", "delete_clause", "5/2", None, None),
            ("2", "delete_clause", "7", None, None),
            ("3", "delete_clause", "8", None, None),
        ],
    ),
    # a number alone is given; a new unit is given its own
    ("一、原第四条作为第五条。", [("1", "replace_text", "4", "第四条", "第五条")]),
    (
        "一、在第四条后增加一条作为第五条：“甲。”",
        [("1", "add_clause", "5", None, "甲。")],
    ),
    (
        "一、增加一条，作为《办法》第七条：“甲。”",
        [("1", "add_clause", "7", None, "甲。")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), OPINION)
def test_opinions_are_read(text: str, rows: list[tuple[str | None, ...]]) -> None:
    _compare(HEAD + text, rows)


@pytest.mark.parametrize(("text", "rows"), DECISION)
def test_decisions_are_read(text: str, rows: list[tuple[str | None, ...]]) -> None:
    _compare("某市人民代表大会关于修改《某条例》的决定\n" + text, rows)


def _compare(text: str, rows: list[tuple[str | None, ...]]) -> None:
    found = [
        (a.clause, a.operation.value, a.target.locator, a.old, a.new) for a in read(text).amendments
    ]
    assert found == rows


def test_the_target_is_the_document_with_the_number() -> None:
    row = read(HEAD + "1.关于“一、甲”的修改意见\n将“乙”删除。").amendments[0]
    assert (row.target.title, row.target.number) == ("某意见", "某办发〔2021〕11号")


def test_a_kind_alone_names_the_document_that_is_spoken_of() -> None:
    text = "某市关于修改《某条例》的决定\n一、将《条例》原第八条改为第九条，修改为：“甲。”"
    assert {row.target.title for row in read(text).amendments} == {"某条例"}


@pytest.mark.parametrize(
    "text",
    ["一、删去第五条。\n二、条文顺序作相应调整。", "一、删去第五条，其后条文序号依次顺延。"],
)
def test_an_order_to_renumber_is_told_also_beside_a_change(text: str) -> None:
    record = read("某市关于修改《某条例》的决定\n" + text)
    assert [row.operation.value for row in record.amendments] == ["delete_clause"]
    assert [f.code for f in record.findings if f.code.startswith("amendment")] == [
        "amendment.renumbering"
    ]


def test_a_law_that_new_wording_cites_is_not_the_target() -> None:
    record = read(
        "澄湖市人民政府关于修订《澄湖市评审办法》（澄政规〔2023〕2号）的通知\n"
        "现对《澄湖市评审办法》（澄政规〔2023〕2号）作如下修订：\n一、将第三条修改为“甲依据《乙法》办理。”\n"
    )
    found = [(a.target.title, a.target.number, a.target.locator) for a in record.amendments]
    assert found == [("澄湖市评审办法", "澄政规〔2023〕2号", "3")]


def test_a_new_wording_of_less_than_a_place_is_no_wording_of_the_place() -> None:
    record = read("某市关于修改《某条例》的决定\n一、第五条条首部分修改为：“甲乙：”。")
    assert record.amendments == ()
    assert "amendment.not-read" in [finding.code for finding in record.findings]


def test_each_heading_of_a_decision_on_many_names_its_own_target() -> None:
    text = (
        "某院关于修改《甲规定》等二件规定的决定\n一、修改《甲规定》\n1.删去第二条。\n"
        "二、修改《乙规定》\n1.删去第三条。"
    )
    rows = read(text).amendments
    assert [(a.target.title, a.target.locator) for a in rows] == [("甲规定", "2"), ("乙规定", "3")]


def test_a_heading_that_is_nothing_but_a_title_names_the_target() -> None:
    text = "某院关于修改《甲规定》等二件规定的决定\n一、修改《甲规定》\n1.删去第二条。\n二、《乙规定》\n1.删去第三条。"
    assert [a.target.title for a in read(text).amendments] == ["甲规定", "乙规定"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("将第一部分的标题予以调整。", "amendment.not-read"),
        ("将有关表述统一修改。", "amendment.not-read"),
        ("删去第七条第三句。", "amendment.not-read"),  # not the article
        # a place that is not read, and none that was named before
        ("将第二部分中的“甲”修改为“乙”。", "amendment.not-read"),
        ("删去附表3中的“甲”。", "amendment.not-read"),
        ("第二项中的“甲”修改为“乙”。", "amendment.not-read"),
        ("将第七条 项修改为：“甲。”", "amendment.not-read"),  # its number is lost
        ("将第七条第　款中的“甲”修改为“乙”。", "amendment.not-read"),
        ("第一条责任单位修改为：认真落实相关要求。", "amendment.not-read"),
        ("第三条第一款中关于渔船的规定不再适用。", "amendment.not-read"),  # part of it
        ("第五条至第七条依次改为第六条、第八条。", "amendment.not-read"),
        ("条文顺序作相应调整。", "amendment.renumbering"),
        ("其后各条序号依次顺延。", "amendment.renumbering"),
    ],
)
def test_a_change_that_is_not_read_is_a_finding(words: str, code: str) -> None:
    record = read(
        f"某市人民代表大会关于修改《某条例》的决定\n对《某条例》作如下修改：\n一、{words}"
    )
    assert [f.code for f in record.findings if f.code.startswith("amendment")] == [code]
    assert record.amendments == ()


@pytest.mark.parametrize(
    "heading",
    ["关于因机构改革调整责任单位名称的修改意见", "关于牵头部门有关表述的变更事项"],
)
def test_a_heading_over_changes_is_none_that_is_not_read(heading: str) -> None:
    record = read(HEAD + f"1.{heading}\n\n（1）将第一条中的“甲”修改为“乙”。\n（2）删去第二条。")
    assert [(a.target.locator, a.old) for a in record.amendments] == [("1", "甲"), ("2", None)]
    assert [f.code for f in record.findings if f.code.startswith("amendment")] == []


@pytest.mark.parametrize("place", ["第二部分", "附表3", "附图", "文末", "第三编", "末款"])
def test_a_place_that_is_not_read_does_not_inherit_the_one_before(place: str) -> None:
    record = read(
        "澄湖市人民政府关于修改《澄湖市渔港规划》的决定\n一、将第一条中的“甲”修改为“乙”。"
        f"将{place}中的“丙”修改为“丁”。删去{place}中的“戊”。\n"
    )
    assert [(a.target.locator, a.old) for a in record.amendments] == [("1", "甲")]
    assert [f.code for f in record.findings if f.code.startswith("amendment")] == [
        "amendment.not-read"
    ] * 2


def test_a_change_takes_the_basis_of_its_own_clause() -> None:
    text = HEAD + (
        "1.关于“一、甲”的修改意见\n根据《某条例》第十条第（二）项，将“乙”删除。保留“丙”。\n"
        "2.关于“二、丁”的修改意见\n将“戊”删除。"
    )
    bases = [[(b.title, b.article, b.item) for b in a.based_on] for a in read(text).amendments]
    assert bases == [[("某条例", 10, 2)], [], []]


def test_a_repeal_is_a_change_to_the_document_repealed() -> None:
    rows = read("某意见\n一、甲\n原《乙意见》(某政办〔2021〕14号)自行废止。").amendments
    assert [(a.operation.value, a.target.number) for a in rows] == [
        ("repeal_document", "某政办〔2021〕14号")
    ]


def test_a_text_that_amends_nothing_has_no_changes() -> None:
    assert read("某实施意见\n一、甲\n将“乙”列为重点，删除不合理条件。").amendments == ()
    told = "关于修改渔港规划的函\n一、甲。你市在《渔港规划》的基础上新增了28个项目，希望纳入《渔港规划》。"
    assert read(told).amendments == ()


def test_a_decision_changes_the_documents_that_it_names() -> None:
    """Before the place that is changed stands the document, not in the heading of another part."""
    record = read(
        "澄湖市人民政府关于修改部分文件的决定\n"
        "一、将《渔船办法》（澄政发〔2012〕3号）第五条第一款中的“渔业局”修改为“农业农村局”。\n"
        "二、删去《渔具办法》第十六条中的“渔政”。将第十七条修改为：“甲”。\n"
        "三、对《渔民办法》作如下修改：\n1.将第三条中的“甲”修改为“乙”。\n"
    )
    found = [
        (a.clause, a.operation.value, a.target.title, a.target.number, a.target.locator)
        for a in record.amendments
    ]
    assert found == [
        ("1", "replace_agency", "渔船办法", "澄政发〔2012〕3号", "5/1"),
        ("2", "delete_text", "渔具办法", None, "16"),
        ("2", "replace_clause", "渔具办法", None, "17"),
        ("3/1", "replace_text", "渔民办法", None, "3"),
    ]
    relations = {c.title: c.relation.value for c in record.citations}
    assert relations == dict.fromkeys(("渔船办法", "渔具办法", "渔民办法"), "amends")


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("原《渔港办法》第四条同时废止。", [("delete_clause", "4")]),
        ("废止《渔港办法》第五条、第六条。", [("delete_clause", "5"), ("delete_clause", "6")]),
        ("《渔港办法》第四条、第五条自本决定发布之日起废止。", [("delete_clause", "4"), ("delete_clause", "5")]),
        ("《渔港办法》自2024年6月1日起废止。", [("repeal_document", None)]),
    ],
)  # fmt: skip
def test_the_repeal_of_an_article_leaves_the_document(
    words: str, rows: list[tuple[str, str | None]]
) -> None:
    record = read(f"澄湖市人民政府关于废止部分文件的决定\n一、{words}\n")
    assert [(a.operation.value, a.target.locator) for a in record.amendments] == rows
    assert {a.target.title for a in record.amendments} == {"渔港办法"}


def test_what_a_change_rests_on_is_not_changed() -> None:
    record = read(
        "澄湖市人民政府关于修改部分文件的决定\n"
        "一、根据《甲办法》第二条、《乙办法》第五条，将《丙办法》第三条修改为：“丁”。\n"
        "二、对《戊办法》作如下修改：\n"
        "1.依据《甲办法》第二条、《乙办法》第五条的规定，将第四条修改为：“丁”。\n"
    )
    found = [(a.clause, a.target.title, a.target.locator) for a in record.amendments]
    assert found == [("1", "丙办法", "3"), ("2/1", "戊办法", "4")]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("《甲办法》（澄政发〔2019〕3号）有效期延长至2025年12月31日。",
         [("keep", "甲办法", "澄政发〔2019〕3号", "2025年12月31日")]),
        ("延长《甲办法》有效期至2025年12月31日。", [("keep", "甲办法", None, "2025年12月31日")]),
        ("《甲办法》《乙办法》经评估，决定延长有效期两年。",
         [("keep", "甲办法", None, "两年"), ("keep", "乙办法", None, "两年")]),
        ("《甲办法》等7件规范性文件继续有效。", [("keep", "甲办法", None, None)]),
        ("《甲办法》如需继续执行，应当重新制定。", []),
        ("《某人执业证》继续有效。", []),
        ("收到提请审议废止《甲办法》的议案。", []),
        ("根据《甲办法》的要求，对继续有效的文件进行清理。", []),
        ("实施《甲方案》需要制定、修改、废止地方性法规。", []),
    ],
)  # fmt: skip
def test_what_stays_in_force_is_kept(words: str, rows: list[tuple[str | None, ...]]) -> None:
    record = read(f"澄湖市人民政府关于文件效力的通知\n各县区人民政府：\n一、{words}\n")
    found = [(a.operation.value, a.target.title, a.target.number, a.new) for a in record.amendments]
    assert found == rows


def test_a_list_of_repeals_names_documents_without_title_marks() -> None:
    record = read(
        "澄湖市人民政府关于废止部分规章的决定\n经清理，决定废止以下规章：\n"
        "一、澄湖市渔港规定（市政府令第114号）。\n二、澄湖市渔船若干规定（澄政发〔1983〕90号）。\n"
        "本决定自公布之日起施行。\n"
    )
    assert [(a.clause, a.target.title, a.target.number) for a in record.amendments] == [
        ("1", "澄湖市渔港规定", "市政府令第114号"),
        ("2", "澄湖市渔船若干规定", "澄政发〔1983〕90号"),
    ]


def test_a_text_without_a_title_amends_where_its_beginning_says_so() -> None:
    record = read("澄湖市会议决定对《渔港条例》作如下修改：\n一、删去第五条。\n")
    assert [(a.target.title, a.target.locator) for a in record.amendments] == [("渔港条例", "5")]


def test_a_supplement_amends_what_it_supplements() -> None:
    record = read(
        "《渔港办法》的补充规定\n现对《渔港办法》（青州市政府令第6号）作如下补充规定：\n"
        "一、第七条修改为：“甲。”\n二、删除第八条。\n"
    )
    found = [(a.operation, a.target.title, a.target.locator) for a in record.amendments]
    assert found == [("replace_clause", "渔港办法", "7"), ("delete_clause", "渔港办法", "8")]
    assert {a.target.number for a in record.amendments} == {"青州市政府令第6号"}


def test_a_sentence_may_strike_many_articles() -> None:
    record = read("某市关于修改《渔港办法》的决定\n一、删除第6条、第28条至第90条。\n")
    assert [a.target.locator for a in record.amendments] == ["6", *map(str, range(28, 91))]


def test_a_clause_of_another_text_amends_alone() -> None:
    record = read(
        "澄湖市人民政府关于渔业的通知\n一、将第五条落实到位。\n"
        "二、对《渔港办法》作如下修改：\n1.删去第五条。\n三、删去不合理条件。\n"
    )
    assert [(a.clause, a.target.title) for a in record.amendments] == [("2/1", "渔港办法")]


def test_a_heading_names_its_document_by_name_and_number() -> None:
    record = read(
        "为了改革，澄湖市人民政府决定修改《澄湖市渔港规定》（澄政发〔2010〕9号）等2件规章，具体如下：\n"
        "一、澄湖市渔港规定（1999年4月26日澄政发〔2010〕9号）\n（一）删去第一条第五项中的“甲”。\n"
        "二、《澄湖市渔船规定》（澄政发〔2011〕8号）\n（一）第三条改为第四条，修改为：“乙”。\n"
    )
    found = [(a.target.title, a.target.number, a.target.locator, a.old) for a in record.amendments]
    assert found == [
        ("澄湖市渔港规定", "澄政发〔2010〕9号", "1/5", "甲"),
        ("澄湖市渔船规定", "澄政发〔2011〕8号", "3", "第三条"),
        ("澄湖市渔船规定", "澄政发〔2011〕8号", "3", None),
    ]


def test_an_amendment_of_a_law_bears_its_name() -> None:
    record = read("澄湖市渔港条例修正案（二）\n一、删去第五条。\n")
    assert [(a.target.title, a.target.locator) for a in record.amendments] == [
        ("澄湖市渔港条例", "5")
    ]


def test_a_list_that_names_no_document_repeals_none() -> None:
    record = read(
        "澄湖市渔港规定\n第五条 有下列情形之一的，证书失效：\n（一）应当在十日内发出执行通知；\n（二）甲。\n"
    )
    assert record.amendments == ()


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("删去第二条第（一）项至第（三）项。", ["2/1", "2/2", "2/3"]),
        ("删去第二条第（一）至（三）项。", ["2/1", "2/2", "2/3"]),
        ("删去第二条第一项至第三项、第五项。", ["2/1", "2/2", "2/3", "2/5"]),
        ("删去第二条第二款第（二）项至第（四）项。", ["2/2/2", "2/2/3", "2/2/4"]),
        ("删去第二条第一款至第三款。", ["2/1", "2/2", "2/3"]),
    ],
)
def test_a_range_of_items_names_all_of_them_and_not_their_article(
    words: str, places: list[str]
) -> None:
    record = read(f"澄湖市渔港条例修正案\n一、{words}\n")
    assert [a.target.locator for a in record.amendments] == places


@pytest.mark.parametrize("place", ["第{}条", "第一条第{}款", "第一条第（{}）项"])
def test_what_is_renumbered_behind_a_struck_unit_is_not_struck(place: str) -> None:
    struck, moved = place.format("二"), place.format("三").removeprefix("第一条")
    now = place.format("二").removeprefix("第一条")
    record = read(f"澄湖市渔港条例修正案\n一、删去{struck}，{moved}改为{now}。\n")
    assert [(a.operation.value, a.target.locator_as_written) for a in record.amendments] == [
        ("delete_clause", struck),
        ("replace_text", moved),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "第二条第（一）项、第（三）项对调。",
        "将第一章和第二章的顺序对调。",
        "第二条与第三条互换。",
        "将第三条移至第五条之后。",
    ],
)
def test_units_that_change_places_are_told(words: str) -> None:
    record = read(f"澄湖市渔港条例修正案\n一、{words}\n")
    assert [finding.code for finding in record.findings if "amendment" in finding.code] == [
        "amendment.not-read"
    ]

"""Citations: titles, numbers, articles, and what the clause does with them."""

import pytest

from tests.reading import read

# printed text, rows of (clause, title, number, article, paragraph, item, relation)
ROWS = [
    # lines that a page broke are no sentences of their own
    (
        "1.为规范渔港管理，\n根据\n《渔港条例》\n和\n《海\n事办法》等规定，制定本办法。",
        [
            ("1", "渔港条例", None, None, None, None, "based_on"),
            ("1", "海事办法", None, None, None, None, "based_on"),
        ],
    ),
    # a table of tasks that is issued is a document; what was drawn up is brought out
    (
        "现将《2025年集市主要任务分解表》印发给你们。\n1.甲。填写《集市登记表》。",
        [("preamble", "2025年集市主要任务分解表", None, None, None, None, "forwards")],
    ),
    (
        "根据《集市条例》精神，我局组织编制了《集市预案》。现印发给你们。\n1.甲。",
        [
            ("preamble", "集市条例", None, None, None, None, "based_on"),
            ("preamble", "集市预案", None, None, None, None, "forwards"),
        ],
    ),
    # bulletins, forms and lists of experts are none
    ("1.甲。填写《渔港评奖申报书》，从《渔港专家库》中抽取，以《渔情专报》解除预警。", []),
    # the decree of two bodies
    (
        "1.甲。依据《渔港办法》（建设部、对外贸易部令第113号）办理。",
        [("1", "渔港办法", "建设部、对外贸易部令第113号", None, None, None, "based_on")],
    ),
    # what is changed there; what its new words name is only named
    (
        "青湖市人民政府关于修改部分文件的决定\n一、《渔船办法》第六条第二款修改为：“乙。”\n"
        "二、在《港口办法》中增加一条，作为第七条：“依照《海事规定》办理。”",
        [
            ("1", "渔船办法", None, 6, 2, None, "amends"),
            ("2", "港口办法", None, None, None, None, "amends"),
            ("2", "海事规定", None, None, None, None, "based_on"),
        ],
    ),
    # the article as it was numbered before; the day from which it holds says nothing of it
    (
        "青湖市渔业局关于修改渔船标准的决定\n一、将《渔船标准》原第六条改为第八条。\n"
        "二、自本决定实施之日起，《港口标准》（青渔发〔2020〕5号）由渔政站解释。",
        [
            ("1", "渔船标准", None, 6, None, None, "amends"),
            ("2", "港口标准", "青渔发〔2020〕5号", None, None, None, "cites"),
        ],
    ),
    # what another document brought out; what is followed
    (
        "2022年3月，国务院印发《甲意见》，作出部署。\n1.乙。严格遵循《丙法》。",
        [
            ("preamble", "甲意见", None, None, None, None, "cites"),
            ("1", "丙法", None, None, None, None, "implements"),
        ],
    ),
    # a decree and what it brings out
    (
        "现公布修订后的《甲条例》，自2019年3月1日起施行。\n1.乙。丙。",
        [("preamble", "甲条例", None, None, None, None, "forwards")],
    ),
    (
        "现将修订后的《甲条例》公布，自2019年3月1日起施行。\n1.乙。丙。",
        [("preamble", "甲条例", None, None, None, None, "forwards")],
    ),
    # what a notice lays down itself, and what others laid down before
    (
        "根据《甲意见》精神，我们制定了《乙措施》，请遵照执行。\n1.丙。2021年，市财政局制定了《丁办法》。",
        [
            ("preamble", "甲意见", None, None, None, None, "based_on"),
            ("preamble", "乙措施", None, None, None, None, "forwards"),
            ("1", "丁办法", None, None, None, None, "cites"),
        ],
    ),
    (
        "1.甲。强化《乙条例》落实，抓实投诉核办。",
        [("1", "乙条例", None, None, None, None, "implements")],
    ),
    # 和 between a number in brackets and one that stands alone
    (
        "1.甲。按照《甲意见》（云政发〔2020〕5号）和财建〔2020〕12号文件要求办理。",
        [
            ("1", "甲意见", "云政发〔2020〕5号", None, None, None, "based_on"),
            ("1", None, "财建〔2020〕12号", None, None, None, "based_on"),
        ],
    ),
    # what is repealed together: a title and a number without one
    (
        "1.甲。《乙办法》（澄政办发〔2018〕30号）、澄政办发〔2019〕3号文同时废止。",
        [
            ("1", "乙办法", "澄政办发〔2018〕30号", None, None, None, "repeals"),
            ("1", None, "澄政办发〔2019〕3号", None, None, None, "repeals"),
        ],
    ),
    # 实施意见 is a noun
    (
        "1.甲。制定推动开发区发展的实施意见，推动出台《某条例》。",
        [("1", "某条例", None, None, None, None, "cites")],
    ),
    # what is not carried out, and what is only in hand
    (
        "1.甲。不再执行《甲规定》，暂时调整实施《乙条例》有关规定。",
        [
            ("1", "甲规定", None, None, None, None, "cites"),
            ("1", "乙条例", None, None, None, None, "cites"),
        ],
    ),
    (
        "1.甲。市财政局正在抓紧修改完善《丙办法》。",
        [("1", "丙办法", None, None, None, None, "cites")],
    ),
    # a contract is a form; 本《通知》 is this document, and no other that is named so
    (
        "《甲局关于乙的通知》（澄房发〔2022〕1号）印发后，效果良好。\n1.丙。凭《商品房买卖合同》申领。\n2.丁。本《通知》由甲局解释。",
        [("preamble", "甲局关于乙的通知", "澄房发〔2022〕1号", None, None, None, "cites")],
    ),
    # the number of an announcement; a short name in the bracket of the number, with a level before it
    (
        "根据《甲部关于税收的公告》（甲部 乙总局公告2022年第31号）、《乙条例办法》和《省政府关于印发丙办法的通知》"
        "（某府办〔2021〕4号，以下简称省《办法》）。\n1.丁。按省《办法》第八条办理。",
        [
            (
                "preamble",
                "甲部关于税收的公告",
                "甲部乙总局公告2022年第31号",
                None,
                None,
                None,
                "based_on",
            ),
            ("preamble", "乙条例办法", None, None, None, None, "based_on"),
            (
                "preamble",
                "省政府关于印发丙办法的通知",
                "某府办〔2021〕4号",
                None,
                None,
                None,
                "based_on",
            ),
            ("1", "省政府关于印发丙办法的通知", "某府办〔2021〕4号", 8, None, None, "based_on"),
        ],
    ),
    # an announcement's number without its kind, which the title tells; a plan's year is none
    (
        "1.甲。落实《关于税收的公告》（2023年第33号）和《某工作计划》（2023年第2号）。",
        [
            ("1", "关于税收的公告", "2023年第33号", None, None, None, "implements"),
            ("1", "某工作计划", None, None, None, None, "implements"),
        ],
    ),
    # 作如下修订; what new wording cites it does not rest on
    (
        "根据有关规定，现对《某府关于养老的通知》（澄政发〔2020〕9号）作如下修订：\n"
        "一、将第五条修改为：“甲应当根据《乙法》签订合同。”\n",
        [
            ("preamble", "某府关于养老的通知", "澄政发〔2020〕9号", None, None, None, "amends"),
            ("1", "乙法", None, None, None, None, "cites"),
        ],
    ),
    # a long list of bases whose units stand before the titles
    (
        "为了发展，依据国务院《甲意见》、财政部、国家税务总局《乙公告》、财政部、国家税务总局、住房和城乡建设部《丙通知》、"
        "中国人民银行、中国银行保险监督管理委员会《丁通知》、某省人民政府《戊通知》等政策规定，制定本措施。",
        [
            ("preamble", title, None, None, None, None, "based_on")
            for title in ("甲意见", "乙公告", "丙通知", "丁通知", "戊通知")
        ],
    ),
    # a line break inside a number; what is still to be brought out
    (
        "1.甲。落实《某府关于救助的通知》（国 发〔2014〕4号）。加快印发《某区设施方案》。",
        [
            ("1", "某府关于救助的通知", "国发〔2014〕4号", None, None, None, "implements"),
            ("1", "某区设施方案", None, None, None, None, "cites"),
        ],
    ),
    # forms, and the articles of whichever body is meant
    ("1.甲。填写《清理报告书》，按《章程》办理。", []),
    (
        "1.甲。根据《统计法》第九条办理。",
        [("1", "统计法", None, 9, None, None, "based_on")],
    ),
    (
        "1.甲。落实《某某通知》（某政发〔2022〕30号）精神。",
        [("1", "某某通知", "某政发〔2022〕30号", None, None, None, "implements")],
    ),
    # the number goes to the title it follows; brackets and digits are normalised
    (
        "1.甲。推进《甲意见》《乙办法》(某字[２０１９] 62号)等政策。",
        [
            ("1", "甲意见", None, None, None, None, "cites"),
            ("1", "乙办法", "某字〔2019〕62号", None, None, None, "cites"),
        ],
    ),
    # nested titles are one
    (
        "1.甲。贯彻《省委办公厅印发〈关于某事的意见〉的通知》（某办发〔2020〕38号）。",
        [
            (
                "1",
                "省委办公厅印发〈关于某事的意见〉的通知",
                "某办发〔2020〕38号",
                None,
                None,
                None,
                "implements",
            )
        ],
    ),
    (
        "1.甲。依照《政府采购法》第五十八条第一款第（三）项、第六十条执行。",
        [
            ("1", "政府采购法", None, 58, 1, 3, "based_on"),
            ("1", "政府采购法", None, 60, None, None, "based_on"),
        ],
    ),
    # the item stands behind a long quotation
    (
        "1.甲。根据《某条例》“第十条 起草单位不得含有下列内容——（二）给予优惠”。",
        [("1", "某条例", None, 10, None, 2, "based_on")],
    ),
    # a regulation without title marks
    (
        "1.甲。严格执行保障中小企业款项支付条例，清理欠款。",
        [("1", "保障中小企业款项支付条例", None, None, None, None, "implements")],
    ),
    # see under a number; what was before an amendment is not amended here
    (
        "1.甲。符合《甲标准规定》（见某部联企业〔2011〕300号）的企业，参见《乙办法》（详见某政发〔2012〕3号）。",
        [
            ("1", "甲标准规定", "某部联企业〔2011〕300号", None, None, None, "cites"),
            ("1", "乙办法", "某政发〔2012〕3号", None, None, None, "cites"),
        ],
    ),
    (
        "1.甲。适用修订前的《甲条例》，根据修改后的《乙条例》处理。修订《丙条例》。",
        [
            ("1", "甲条例", None, None, None, None, "cites"),
            ("1", "乙条例", None, None, None, None, "based_on"),
            ("1", "丙条例", None, None, None, None, "amends"),
        ],
    ),
    # repeal and amendment are said behind the title
    (
        "1.甲。原《某意见》(某政办〔2021〕14号)自行废止。",
        [("1", "某意见", "某政办〔2021〕14号", None, None, None, "repeals")],
    ),
    (
        "1.甲。依据《某条例》，现对《某通知》(某办〔2021〕11号)部分内容修改如下。",
        [
            ("1", "某条例", None, None, None, None, "based_on"),
            ("1", "某通知", "某办〔2021〕11号", None, None, None, "amends"),
        ],
    ),
    # a range names the articles inside it too
    (
        "1.甲。按照《某法》第三条至第五条和第九条。",
        [("1", "某法", None, article, None, None, "based_on") for article in (3, 4, 5, 9)],
    ),
    (
        "1.甲。按照《某法》第五条至第三条。",
        [("1", "某法", None, article, None, None, "based_on") for article in (5, 3)],
    ),
    # numbers that share 条, 款 or 项; what stands behind belongs to the last of them
    (
        "1.甲。按照《某法》第五、六条，第八条第一、三款，第九条第（二）、（三）项办理。",
        [
            ("1", "某法", None, article, paragraph, item, "based_on")
            for article, paragraph, item in (
                (5, None, None),
                (6, None, None),
                (8, 1, None),
                (8, 3, None),
                (9, None, 2),
                (9, None, 3),
            )
        ],
    ),
    (
        "1.甲。按照《某法》第八条第一至三款办理。",
        [("1", "某法", None, 8, paragraph, None, "based_on") for paragraph in (1, 2, 3)],
    ),
    # a paragraph or item behind one of its kind belongs to the same article
    (
        "1.甲。按照《某法》第八条第一款、第三款第（二）项、第四款，第九条第（一）项至第（三）项办理。",
        [
            ("1", "某法", None, article, paragraph, item, "based_on")
            for article, paragraph, item in (
                (8, 1, None),
                (8, 3, 2),
                (8, 4, None),
                (9, None, 1),
                (9, None, 2),
                (9, None, 3),
            )
        ],
    ),
    (
        "1.甲。按照《某法》第二条第一款至第三款和第四条办理。",
        [
            ("1", "某法", None, article, paragraph, None, "based_on")
            for article, paragraph in ((2, 1), (2, 2), (2, 3), (4, None))
        ],
    ),
    # thousands; 或者; what a bracket says between the title and the article
    (
        "1.甲。根据《民法典》第一千一百九十一条第一款、第一千二百五十四条办理。",
        [
            ("1", "民法典", None, 1191, 1, None, "based_on"),
            ("1", "民法典", None, 1254, None, None, "based_on"),
        ],
    ),
    (
        "1.甲。按照《某法》第五条、第七条或者第九条，或《某条例》第二条办理。",
        [
            *(("1", "某法", None, article, None, None, "based_on") for article in (5, 7, 9)),
            ("1", "某条例", None, 2, None, None, "based_on"),
        ],
    ),
    (
        "1.甲。按照《某法》（2019年4月23日修正）第四十条第一款办理。",
        [("1", "某法", None, 40, 1, None, "based_on")],
    ),
    # brackets before 款; items without anything between them; dashes; 至八条
    (
        "1.甲。按照《某法》第二条第（一）款和第三条第（一）（二）项，第五条第（二）-（四）项办理。",
        [
            ("1", "某法", None, article, paragraph, item, "based_on")
            for article, paragraph, item in (
                (2, 1, None),
                (3, None, 1),
                (3, None, 2),
                (5, None, 2),
                (5, None, 3),
                (5, None, 4),
            )
        ],
    ),
    (
        "1.甲。按照《某法》第五条至七条、第9-10条、第32条和33条规定。",
        [("1", "某法", None, n, None, None, "based_on") for n in (5, 6, 7, 9, 10, 32, 33)],
    ),
    # 条 counts other things too; the label of the next clause is no article of the title
    (
        "1.甲。按照《某法》第六条、十条措施和三条线路办理。",
        [("1", "某法", None, 6, None, None, "based_on")],
    ),
    (
        "第一条 按照《某法》第三条、\n第二条 市财政局负责。\n第三条 按照《某条例》\n第四条 为了乙。",
        [
            ("1", "某法", None, 3, None, None, "based_on"),
            ("3", "某条例", None, None, None, None, "based_on"),
        ],
    ),
    # a numbered task is no item of the article before it
    (
        "1.甲。按照《某法》第八条、第一项任务办理。",
        [("1", "某法", None, 8, None, None, "based_on")],
    ),
    # the chapter says nothing that the article does not
    (
        "1.甲。按照《某法》第三章第二节第十八条办理。",
        [("1", "某法", None, 18, None, None, "based_on")],
    ),
    # the article stands behind the short name
    (
        "1.甲。依照《中华人民共和国某法》（以下简称某法）第九条办理。",
        [("1", "中华人民共和国某法", None, 9, None, None, "based_on")],
    ),
    # 印发的 says who issued it; a short name is no document
    (
        "1.甲。根据省委办公厅印发的《某方案》精神，现将《某规划》（以下简称《规划》）印发给你们。",
        [
            ("1", "某方案", None, None, None, None, "based_on"),
            ("1", "某规划", None, None, None, None, "forwards"),
        ],
    ),
    # what a decree promulgates
    (
        "1.甲。《某市渔港办法》已经会议通过，现予公布，自2023年1月1日起施行。",
        [("1", "某市渔港办法", None, None, None, None, "forwards")],
    ),
    # a standard without its year; a foreign name is no document
    (
        "1.甲。参照《电池安全规范》（GB 43854）和《Forbes》榜单。",
        [("1", "电池安全规范", "GB43854", None, None, None, "cites")],
    ),
    # 第 is printed once
    (
        "1.甲。按照《某法》第30条、31条办理。",
        [("1", "某法", None, article, None, None, "based_on") for article in (30, 31)],
    ),
    # what is only meant, or forbidden, has not happened
    (
        "1.甲。未经批准不得废止《甲办法》。拟于年内废止《乙办法》。原《丙办法》同时废止。",
        [
            ("1", "甲办法", None, None, None, None, "cites"),
            ("1", "乙办法", None, None, None, None, "cites"),
            ("1", "丙办法", None, None, None, None, "repeals"),
        ],
    ),
    # a list of what is repealed, and what stands behind it
    (
        "1.甲。对下列文件予以废止：\n（一）《甲办法》（某政发〔2012〕15号）\n2.乙。参照《丙办法》。",
        [
            ("1/1", "甲办法", "某政发〔2012〕15号", None, None, None, "repeals"),
            ("2", "丙办法", None, None, None, None, "cites"),
        ],
    ),
    # the decree behind a title is its number; one that changed it later is not
    (
        "1.甲。根据《某条例》（国务院令第711号）第三条、《某办法》（建设部第139号令）和"
        "《乙条例》（2016年2月6日国务院令第666号修订）第五条办理。",
        [
            ("1", "某条例", "国务院令第711号", 3, None, None, "based_on"),
            ("1", "某办法", "建设部令第139号", None, None, None, "based_on"),
            ("1", "乙条例", None, 5, None, None, "based_on"),
        ],
    ),
    (
        "1.甲。按照《某条例》（2001年5月23日中华人民共和国国务院令第三百零四号公布）第三十九条第一款办理。",
        [("1", "某条例", "国务院令第304号", 39, 1, None, "based_on")],
    ),
    # approved in one sentence, sent out in the next
    (
        "1.甲。《某方案》已经市政府审定通过。现印发给你们，请贯彻执行。",
        [("1", "某方案", None, None, None, None, "forwards")],
    ),
    # what is done with all of a number of documents
    (
        "1.甲。对《甲规定》（市人民政府令第39号）等27件规章的部分条款进行集中修改，"
        "对《乙办法》（市人民政府令第104号）等14件规章予以废止。",
        [
            ("1", "甲规定", "市人民政府令第39号", None, None, None, "amends"),
            ("1", "乙办法", "市人民政府令第104号", None, None, None, "repeals"),
        ],
    ),
    # what leads the first of two leads the second as well
    (
        "1.甲。根据《甲规定》（澄政发〔2020〕9号）的规定和《乙通知》的有关要求，对渔港进行清理。",
        [
            ("1", "甲规定", "澄政发〔2020〕9号", None, None, None, "based_on"),
            ("1", "乙通知", None, None, None, None, "based_on"),
        ],
    ),
    # what is added to a unit of it
    (
        "1.在《某渔港条例》第七条中增加一项，作为第六项：“甲；”",
        [("1", "某渔港条例", None, 7, None, None, "amends")],
    ),
    # what stands in the new words is not changed itself
    (
        "1.甲。将第一条中的“《甲法》”修改为“《乙法》”。",
        [
            ("1", "甲法", None, None, None, None, "cites"),
            ("1", "乙法", None, None, None, None, "cites"),
        ],
    ),
    # said twice in one clause is one row; of two relations that which ends the document
    (
        "根据《某通知》（澄政发〔2023〕3号）试行情况，制定本通知。\n一、甲。\n二、乙。\n"
        "本通知自发布之日起施行。《某通知》（澄政发〔2023〕3号）同时废止。",
        [("preamble", "某通知", "澄政发〔2023〕3号", None, None, None, "repeals")],
    ),
    # agreements and platforms stand in title marks too
    ("1.甲。根据《并网协议》开展检查，在《某监管平台》填报。", []),
    ("1.甲。按照《某法》。又按照《某法》。", [("1", "某法", None, None, None, None, "based_on")]),
    ("1.甲。“十四五”期间，推广“一网通办”。", []),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_citations_are_read(text: str, rows: list[tuple[object, ...]]) -> None:
    found = [
        (c.clause, c.title, c.number, c.article, c.paragraph, c.item, c.relation.value)
        for c in read(text).citations
    ]
    assert found == rows


def test_an_inserted_article_is_not_the_one_it_follows() -> None:
    record = read("1.甲。依照《某法》第一百二十条之一第二款办理。")
    assert [(c.title, c.article, c.paragraph) for c in record.citations] == [("某法", None, None)]
    found = [f.detail for f in record.findings if f.code == "citation.inserted-article"]
    assert found == ["第一百二十条之一第二款"]


@pytest.mark.parametrize(
    ("units", "code", "detail"),
    [
        ("第九条至第三条", "citation.range", "9-3"),
        ("第二条至第三百条", "citation.range", "2-300"),
        ("第十二至十条", "citation.range", "12-10"),
        ("第八条第三款至第一款", "citation.range", "3-1"),
        ("第三章", "citation.unit-not-read", "第三章"),
        ("第二部分", "citation.unit-not-read", "第二部分"),
        ("第八条、第一项", "citation.unit-not-read", "、第一项"),
    ],
)
def test_units_that_are_not_read_are_a_finding(units: str, code: str, detail: str) -> None:
    text = f"1.甲。按照《某法》{units}办理。"
    found = [f for f in read(text).findings if f.code.startswith("citation.")]
    assert [(f.code, f.detail) for f in found] == [(code, detail)]
    assert text[found[0].span.start : found[0].span.end] == f"《某法》{units}"


def test_a_citation_names_no_more_units_than_a_row_can_hold() -> None:
    """Each row holds the words from the title on: without a limit they would grow squared."""
    record = read("1.甲。按照《某法》" + "、".join(f"第{n}条" for n in range(1, 2000)) + "办理。")
    assert len(record.citations) == 200
    assert [f.detail for f in record.findings if f.code == "citation.unit-not-read"] == ["第201条"]
    many = "、".join(f"{n}01至{n}99" for n in range(1, 9))
    assert len(read(f"1.甲。按照《某法》第{many}条办理。").citations) == 200


def test_two_inserted_articles_are_two() -> None:
    record = read("1.甲。依照《某法》第一百二十条之一至第一百二十条之六办理。")
    assert [c.as_written for c in record.citations] == [
        "《某法》第一百二十条之一",
        "《某法》第一百二十条之一至第一百二十条之六",
    ]


def test_a_title_that_is_never_closed_is_a_finding() -> None:
    record = read("1.甲。根据《某条例办理。")
    assert [f.code for f in record.findings if f.span] == ["bracket.unclosed"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        # a number names a document also where its title is not printed
        ("参照有关文件（某政发〔2022〕3号）执行", ["某政发〔2022〕3号"]),
        ("参照财某〔2020〕5号文件执行", ["财某〔2020〕5号"]),
        ("参照某字[1998]55号执行", ["某字〔1998〕55号"]),
        ("你院青高法〔2001〕27号请示收悉", ["青高法〔2001〕27号"]),
        # the second shares the letters and the year of the first
        ("按照某发〔2021〕5号、6号执行", ["某发〔2021〕5号", "某发〔2021〕6号"]),
        # 和 is a conjunction behind a word, and the first letter of a place's number before none
        ("按照某发〔2021〕5号和和政发〔2020〕1号执行", ["某发〔2021〕5号", "和政发〔2020〕1号"]),
        # a decree with its body is a number
        ("按照国务院令第722号执行", ["国务院令第722号"]),
        ("依据中华人民共和国主席令第46号执行", ["主席令第46号"]),
    ],
)
def test_a_number_without_a_title_is_a_citation(words: str, numbers: list[str]) -> None:
    record = read(f"1.甲。{words}。")
    assert [(c.title, c.number) for c in record.citations] == [(None, n) for n in numbers]
    assert "citation.number-without-title" not in {f.code for f in record.findings}


@pytest.mark.parametrize("words", ["令第722号", "某市甲乙丙丁戊己庚字〔1998〕55号"])
def test_a_number_that_is_not_plain_is_a_finding(words: str) -> None:
    record = read(f"1.甲。参照{words}执行。")
    assert "citation.number-without-title" in {f.code for f in record.findings}


def test_the_number_of_the_document_itself_is_no_citation() -> None:
    record = read("某市文件\n某政发〔2022〕3号\n某市关于支持企业的通知\n1.甲。乙。\n")
    assert "citation.number-without-title" not in {f.code for f in record.findings}


LAW = (
    "澄湖市渔港条例\n2020年5月6日澄湖市第三届人民代表大会常务委员会第九次会议通过\n"
    "第一条 甲。\n第二条 乙。\n丙。\n{}\n（一）丁。\n第三条 戊。\n"
)
# the third paragraph of article 2, rows of (article, paragraph, item, relation, as_written)
OF_ITSELF = [
    ("违反本条例第一条、第三条第二款规定的，处以罚款：",
     [(1, None, None, "cites", "本条例第一条"), (3, 2, None, "cites", "本条例第一条、第三条第二款")]),
    ("依照本条例第三条执行，具体如下：", [(3, None, None, "based_on", "本条例第三条")]),
    ("违反本条第二款、第三款规定，情形如下：",
     [(2, 2, None, "cites", "本条第二款"), (2, 3, None, "cites", "本条第二款、第三款")]),
    # counted back from the paragraph in which it stands
    ("违反前款规定，情形如下：", [(2, 2, None, "cites", "前款")]),
    ("前两款规定的渔船如下：", [(2, 1, None, "cites", "前两款"), (2, 2, None, "cites", "前两款")]),
    ("前款第三项、第（四）项规定的渔船如下：",
     [(2, 2, 3, "cites", "前款第三项"), (2, 2, 4, "cites", "前款第三项、第（四）项")]),
    ("从事前款规定活动的如下：", [(2, 2, None, "cites", "前款")]),
    ("前条规定的渔船如下：", [(1, None, None, "cites", "前条")]),
    # a law leaves 本条例 out
    ("违反第三条第一款规定的如下：", [(3, 1, None, "cites", "第三条第一款")]),
    ("违反第一款规定的如下：", [(2, 1, None, "cites", "第一款")]),
    ("涉及第三条第一款规定的渔船如下：", [(3, 1, None, "cites", "第三条第一款")]),
    ("除第三条规定外，渔船如下：", [(3, None, None, "cites", "第三条")]),
    # no unit of its own: the whole; of another law; quoted; money and other words that begin so
    ("违反本条例规定的如下：", []),
    ("将“违反本条例第三条”修改为下列文字：", []),
    ("提前款项支付、目前条件如下：", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "rows"), OF_ITSELF)
def test_a_document_names_its_own_articles(sentence: str, rows: list[tuple[object, ...]]) -> None:
    found = read(LAW.format(sentence)).citations
    assert [(c.article, c.paragraph, c.item, c.relation.value, c.as_written) for c in found] == rows
    assert {c.title for c in found} <= {"澄湖市渔港条例"}


def test_a_paragraph_before_the_first_is_a_finding() -> None:
    record = read("澄湖市渔港条例\n第一条 前款规定的渔船，按照规定登记。\n第二条 甲。\n")
    assert record.citations == ()
    assert [f.detail for f in record.findings if f.code == "citation.unit-not-read"] == ["前款"]


def test_a_document_without_articles_has_no_bare_ones() -> None:
    assert read("关于渔港的通知\n一、甲。违反第三条规定的，从其规定。\n二、乙。\n").citations == ()


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "为贯彻落实渔港改革要求，《甲办法》（市府令第3号）、《乙办法》（市府令第4号）已废止。",
            ["cites", "cites"],
        ),
        ("为贯彻落实渔港改革要求，原《甲办法》已经修订。", ["cites"]),
        # what is carried out is the document
        ("贯彻落实《甲办法》、《乙办法》，渔港已登记。", ["implements", "implements"]),
    ],
)
def test_a_document_that_is_over_already_is_not_what_the_words_before_speak_of(
    text: str, relations: list[str]
) -> None:
    record = read(f"澄湖市人民政府关于渔港工作的通知\n{text}\n")
    assert [c.relation.value for c in record.citations] == relations


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("为贯彻落实《渔港规划》，现公布渔港名单。", "implements"),
        ("为贯彻落实《渔港规划》精神，经村公所同意，现将渔港名单印发给你们。", "implements"),
        ("《渔港规划》已经村公所同意，现公布，请遵照执行。", "forwards"),
        ("现将《渔港规划》印发给你们。", "forwards"),
        (
            "《渔港规划》业经2008年7月25日澄湖市第十四届人民代表大会第四次会议通过，2008年9月25日批准，现予公布，"
            "自2009年1月1日起施行。",
            "forwards",
        ),
        ("《渔港规划》已经2008年7月25日会议通过，各村要抓好落实。", "cites"),
        # that it is out of force is told of the document; what the text does with it is another thing
        ("为贯彻落实《渔港规划》（已废止），现公布渔港名单。", "implements"),
        ("根据《渔港规划》（澄政发〔2011〕3号，已失效），制定本通知。", "based_on"),
    ],
)
def test_what_is_given_out_is_told_from_what_is_carried_out(said: str, relation: str) -> None:
    rows = read(f"澄湖市人民政府关于渔港名单的通知\n{said}\n").citations
    assert [row.relation.value for row in rows] == [relation]

"""Document: what a policy says of itself."""

from typing import Any

import pytest

from tests.reading import read

BODY = "\n一、甲\n各地要抓好落实，务求取得实效。\n"

ROWS: list[tuple[str, dict[str, Any]]] = [
    (
        "晋城市人民政府办公室文件\n晋市政办〔2021〕99号\n晋城市人民政府办公室 关于支持企业的实施意见\n"
        "各县（市、区）人民政府、开发区管委会，市政府各委、办、局："
        + BODY
        + "本意见自印发之日起施行，有效期5年。\n（此件公开发布）\n抄送：市委各部门，市法院。\n"
        "晋城市人民政府办公室\n2021年9月28日印发",
        {
            "title": "晋城市人民政府办公室关于支持企业的实施意见",
            "number": "晋市政办〔2021〕99号",
            "issuers": ("晋城市人民政府办公室",),
            "kind": "实施意见",
            "jurisdiction": "140500",
            "issued": "2021-09-28",
            "effective": "2021-09-28",
            "expires": "2026-09-27",
            "disclosure": "此件公开发布",
            "addressed_to": ("各县（市、区）人民政府", "开发区管委会", "市政府各委、办、局"),
            "copied_to": ("市委各部门", "市法院"),
        },
    ),
    # the place of the issuer stands in the signature alone; a word of one character with a bracket
    (
        "省人民政府办公厅关于印发某措施的通知\n（黔府办发〔2022〕99号）\n"
        "各县（市、区）人民政府，市直各委、办、局（公司）："
        + BODY
        + "贵州省人民政府办公厅\n2022年5月31日\n",
        {
            "issuers": ("贵州省人民政府办公厅",),
            "jurisdiction": "520000",
            "addressed_to": ("各县（市、区）人民政府", "市直各委、办、局（公司）"),
        },
    ),
    # 市政府 in the title, and its name in the signature; units behind a semicolon
    (
        "市政府印发关于支持企业的若干措施的通知\n各县级市人民政府，工业园区管委会；市各委办局：\n"
        "现印发给你们。" + BODY + "苏州市人民政府\n2023年1月30日\n",
        {
            "issuers": ("苏州市人民政府",),
            "addressed_to": ("各县级市人民政府", "工业园区管委会", "市各委办局"),
        },
    ),
    # 印发之日 is the day that the foot prints; 本《通知》 is this document
    (
        "广州市人民政府办公厅关于支持企业的通知"
        + BODY
        + "本《通知》自印发之日起施行，有效期5年。\n广州市人民政府办公厅\n2021年4月13日\n"
        "广州市人民政府办公厅　2021年4月16日印发\n",
        {"issued": "2021-04-13", "effective": "2021-04-16", "expires": "2026-04-15"},
    ),
    # a term without 有效; what new wording says of another document
    (
        "澄湖市人民政府关于支持购房的若干措施\n一、甲\n乙。\n本措施自2024年9月1日起执行，期限至2025年12月31日止。\n",
        {"effective": "2024-09-01", "expires": "2025-12-31"},
    ),
    (
        "澄湖市人民政府关于修订某办法的通知"
        + BODY
        + "六、将第三十一条修改为：本办法自印发之日起实施，有效期两年。\n澄湖市人民政府\n2024年5月24日\n",
        {"issued": "2024-05-24", "effective": None, "expires": None},
    ),
    # whom a title without issuer serves, and 我州 below
    (
        "关于促进西双版纳州市场发展若干措施\n结合我州实际，制定本措施。\n一、甲\n推广云南经验。\n",
        {"jurisdiction": "532800"},
    ),
    # loans of more than five years, and the households of this city, are not this document
    (
        "澄湖市人民政府关于支持购房的若干措施\n一、甲\n调整5年以上贷款利率，2024年5月前的贷款自2025年1月1日起执行。\n"
        "二、乙\n本市户籍职工的补贴自2025年3月1日起执行。\n",
        {"effective": None},
    ),
    # what runs on in a signature is not the place of a body that has its own
    (
        "海口市财政局海口市商务局关于印发某措施的通知"
        + BODY
        + "海口市财政局海口市商务局\n2022年5月31日\n",
        {"issuers": ("海口市财政局", "海口市商务局")},
    ),
    # a body of the nation between two of a place: the place named again begins another
    (
        "海口市财政局 中国人民银行海口办事处 海口市审计局关于修缮灯塔的通知\n\n各区财政局：\n",
        {"issuers": ("海口市财政局", "中国人民银行海口办事处", "海口市审计局")},
    ),
    # the day of publication is printed in brackets
    (
        "澄湖市人民政府关于支持企业的若干措施"
        + BODY
        + "本措施自公布之日（2023年12月1日）起施行，有效期至2024年12月31日。\n",
        {"effective": "2023-12-01", "expires": "2024-12-31"},
    ),
    # a draft, signed by whoever proposes it
    (
        "关于对《某意见》的修改意见\n(征求意见稿)"
        + BODY
        + "阳泉市某某服务中心\n2024 年 11 月 22 日",
        {
            "status": "draft",
            "kind": "修改意见",
            "issuers": ("阳泉市某某服务中心",),
            "jurisdiction": "140300",
            "issued": "2024-11-22",
        },
    ),
    # two issuers; a district after its city
    (
        "中共柳河县委 柳河县人民政府\n关于支持产业的实施意见\n(2023年2月8日)" + BODY,
        {
            "issuers": ("中共柳河县委", "柳河县人民政府"),
            "jurisdiction": "220524",
            "issued": "2023-02-08",
        },
    ),
    (
        "阳泉市城区人民政府办公室关于印发某措施的通知\n发布日期:2023-03-09"
        + BODY
        + "阳泉市城区人民政府办公室\n2023210\n",
        {
            "jurisdiction": "140302",
            "published": "2023-03-09",
            "issued": "2023-02-10",
            "kind": "通知",
        },
    ),
    # a short title is believed where markup sets it apart; a kind alone is none
    ("# 信访条例\n\n第一条 甲。\n", {"title": "信访条例", "kind": "条例"}),
    ("# 实施办法\n\n第一条 甲。\n", {"title": None}),
    ("信访条例\n\n第一条 甲。\n", {"title": None}),
    # a law: adopted by a congress, in force from a date
    (
        "# 江门市某某条例\n2021年11月5日江门市第十五届人民代表大会常务委员会第五十一次会议通过\n"
        "第一章 总则\n第一条 为了甲。制定乙。\n第二条 本条例自2022年1月1日起施行。",
        {
            "title": "江门市某某条例",
            "kind": "条例",
            "issuers": ("江门市人民代表大会常务委员会",),
            "issued": "2021-11-05",
            "effective": "2022-01-01",
        },
    ),
    # what a cited law says of its own dates is not said of this document
    (
        "某某问题的意见\n一、甲\n《某条例》（自2017年10月1日起施行）实施后，应当衔接。",
        {"effective": None, "jurisdiction": None},
    ),
    # the place follows from the content where no issuer is printed
    (
        "促进企业上规模实施方案\n一、甲\n全省要抓好落实，我省各地协同，省政府定期通报。郑州310家、开封130家、"
        "洛阳230家、安阳100家，由省财政厅汇总。",
        {"jurisdiction": "410000", "kind": "方案", "issuers": (), "number": None, "issued": None},
    ),
    # a district speaks of its city and its province too
    (
        "推动设备更新行动方案\n一、甲\n全区要抓好落实，我区企业积极申报。全省、全市统一部署，全市推进，省级资金、省级政策由省级部门下达。"
        "盐都区财政局、盐都区科技局负责，盐城市财政局指导，江苏省财政厅支持。",
        {"jurisdiction": "320903"},
    ),
    # 会同 behind a unit is a verb and no county
    (
        "支持企业发展方案\n一、甲\n全县抓好落实，我县统一标准。由县科技局会同县财政局负责，由县水利局会同县住建局负责。",
        {"jurisdiction": None},
    ),
    # in an autonomous region 全区 is all of it
    (
        "支持企业发展方案\n一、甲\n全区各地抓好落实，全区统一标准，自治区财政厅汇总，自治区支持。南宁市、桂林市、柳州市先行。",
        {"jurisdiction": "450000"},
    ),
    # the nation begins another body, as a place that is named again does
    (
        "晋城市财政局晋城市商务局国家税务总局晋城市税务局关于做好退税工作的通知\n各区、市、县人民政府：\n一、甲",
        {
            "issuers": ("晋城市财政局", "晋城市商务局", "国家税务总局晋城市税务局"),
            "addressed_to": ("各区、市、县人民政府",),
        },
    ),
    # a text without its title says what it is
    # the note under a title tells two days; what takes effect before the first unit, or without any
    (
        "澄湖市渔港管理办法\n（2022年11月6日澄湖市人民政府令第79号公布，自2023年1月1日起施行）\n第一条 甲。\n",
        {"issued": "2022-11-06", "effective": "2023-01-01"},
    ),
    (
        "晋城市人民政府关于交通管制的通告\n为了甲，现决定管制。\n"
        "本通告自2024年10月1日起施行，有效期5年。\n晋城市人民政府\n2024年9月1日",
        {"effective": "2024-10-01", "expires": "2029-09-30"},
    ),
    (
        "晋城市人民政府办公室关于印发渔港办法的通知\n各县区人民政府：\n《晋城市渔港办法》已经市政府同意，"
        "现印发给你们，自2024年10月1日起施行。\n晋城市人民政府办公室\n2024年9月1日\n晋城市渔港办法\n第一条 甲。",
        {"effective": "2024-10-01"},
    ),
    (
        "晋城市人民政府关于渔港的通知\n根据自2020年5月1日起施行的《某条例》，现通知如下：\n一、甲。\n",
        {"effective": None},
    ),
    # the number in brackets, on its own line or behind the title; the field of a website
    (
        "晋城市人民政府关于渔港的通知\n（晋市政办〔2007〕17号）\n各县区人民政府：" + BODY,
        {"number": "晋市政办〔2007〕17号", "title": "晋城市人民政府关于渔港的通知"},
    ),
    (
        "晋城市人民政府关于渔港的通知（晋市政发〔2017〕2号）\n各县区人民政府：" + BODY,
        {"number": "晋市政发〔2017〕2号", "title": "晋城市人民政府关于渔港的通知", "kind": "通知"},
    ),
    (
        "晋城市人民政府关于渔港的通知\n发文日期：2024年04月06日\n各县区人民政府：" + BODY,
        {"issued": "2024-04-06"},
    ),
    # the note under a title: who approved it, and by which decree it was made public
    (
        "渔港管理条例\n\n1999年5月12日 国务院批准\n\n1999年5月25日 中华人民共和国农业部令第14号发布\n\n"
        "第一条 甲。\n\n第二条 本条例自发布之日起施行。\n",
        {
            "title": "渔港管理条例",
            "number": "农业部令第14号",
            "issuers": ("中华人民共和国农业部",),
            "jurisdiction": "100000",
            "issued": "1999-05-12",
            "published": "1999-05-25",
            "effective": "1999-05-25",
        },
    ),
    (
        "晋城市渔港条例\n\n2014年3月27日 晋城市第六届人民代表大会常务委员会第九次会议通过\n\n"
        "2014年5月27日 晋城市人民代表大会常务委员会公告第13号公布\n\n第一条 甲。\n",
        {
            "number": "晋城市人民代表大会常务委员会公告第13号",
            "issuers": ("晋城市人民代表大会常务委员会",),
            "issued": "2014-03-27",
            "published": "2014-05-27",
        },
    ),
    (
        "晋城市渔港条例\n\n2013年8月23日 晋城市第六届人民代表大会常务委员会第九次会议通过 2013年11月22日 "
        "山西省第十届人民代表大会常务委员会第六次会议批准2013年12月9日晋城市第六届人民代表大会常务委员会"
        "公告第14号公布自2014年1月1日施行\n\n第一条 甲。\n",
        {
            "number": "晋城市人民代表大会常务委员会公告第14号",
            "published": "2013-12-09",
            "effective": "2014-01-01",
        },
    ),
    (
        "渔港管理办法\n\n2008年7月17日 经农业农村部第6次部务会议通过\n\n第一条 甲。\n",
        {"issuers": ("农业农村部",), "issued": "2008-07-17", "jurisdiction": "100000"},
    ),
    (
        "渔港管理办法\n\n1985年7月6日 水产事业部公布\n\n公布之日施行\n\n第一条 甲。\n",
        {"issuers": ("水产事业部",), "effective": "1985-07-06", "jurisdiction": "100000"},
    ),
    # a zone of the nation says in brackets where it lies
    ("中国（上海）自由贸易试验区条例\n第一条 甲。\n", {"jurisdiction": "310000"}),
    # two decrees are two issuers and no number; a decision that amended it later is neither
    (
        "军用渔港管理条例\n\n1996年4月2日 中华人民共和国国务院、中华人民共和国中央军事委员会令第199号发布\n\n"
        "第一条 为了加强管理，制定本条例。\n",
        {
            "number": "国务院、中央军事委员会令第199号",
            "issuers": ("中华人民共和国国务院", "中华人民共和国中央军事委员会"),
            "published": "1996-04-02",
        },
    ),
    (
        "渔港管理条例\n\n1990年3月12日 农业部令第8号、交通部令第11号发布\n\n"
        "2013年7月18日 《国务院关于修改部分行政法规的决定》第一次修订\n\n第一条 甲。\n",
        {"number": None, "issuers": ("农业部", "交通部"), "published": "1990-03-12"},
    ),
    (
        "晋城市人民代表大会常务委员会组成人员守则\n\n"
        "1993年9月16日 晋城市第二届人民代表大会常务委员会第五次会议通过\n\n"
        "第一条 甲。\n\n第二条 本守则自通过之日起施行。\n",
        {
            "title": "晋城市人民代表大会常务委员会组成人员守则",
            "kind": "规则",
            "effective": "1993-09-16",
        },
    ),
    # the head of a decree, on one line or two; a decree that is cited is none
    (
        "晋城市人民政府令\n\n第79号\n\n《晋城市渔港办法》已经会议通过，现予公布，自2023年1月1日起施行。\n"
        "2022年11月20日\n\n晋城市渔港办法\n第一条 甲。\n",
        {
            "number": "晋城市人民政府令第79号",
            "issuers": ("晋城市人民政府",),
            "jurisdiction": "140500",
            "effective": "2023-01-01",
        },
    ),
    (
        "晋城市人民政府令第七十九号\n晋城市渔港办法\n第一条 甲。\n",
        {"number": "晋城市人民政府令第79号", "title": "晋城市渔港办法"},
    ),
    (
        "晋城市人民政府关于渔港的通知\n根据国务院令第722号，现通知如下：" + BODY,
        {"number": None, "issuers": ("晋城市人民政府",)},
    ),
    (
        "晋城市人民政府令\n（第138号）\n《晋城市渔港规定》已经会议通过，现予公布。\n二OO九年九月一日\n"
        "晋城市渔港规定\n第一条 甲。\n",
        {
            "number": "晋城市人民政府令第138号",
            "title": "晋城市渔港规定",
            "kind": "规定",
            "issued": "2009-09-01",
        },
    ),
    # the title that brings a plan out without 的通知 ends in its mark
    (
        "澄湖市人民政府办公厅印发《关于进一步发展渔业 加快建设渔港的若干意见》\n澄政办〔2025〕9号\n各区人民政府："
        + BODY,
        {
            "title": "澄湖市人民政府办公厅印发《关于进一步发展渔业加快建设渔港的若干意见》",
            "kind": "意见",
            "issuers": ("澄湖市人民政府办公厅",),
        },
    ),
    # 印发之日 is the day that the page names as the first in force; not one before the day of issue
    (
        "实施日期：\n2020年07月09日\n失效日期：\n2025年07月04日\n晋城市人民政府关于渔港的通知"
        + BODY
        + "本通知自印发之日起施行，有效期5年。\n晋城市人民政府\n2020年6月29日\n",
        {"issued": "2020-06-29", "effective": "2020-07-09", "expires": "2025-07-08"},
    ),
    (
        "实施日期：\n2020年06月09日\n晋城市人民政府关于渔港的通知"
        + BODY
        + "本通知自印发之日起施行。\n晋城市人民政府\n2020年6月29日\n",
        {"issued": "2020-06-29", "effective": "2020-06-29"},
    ),
    # zones before the last one of which a body stands; whom a place has of two levels
    (
        "晋城市人民政府办公室关于渔港的通知\n各区县市人民政府，晋城经济开发区、湖东旅游度假区、湖西管理区、湖北管理区管委会，"
        "市直和中央、省驻市有关单位：" + BODY,
        {
            "addressed_to": (
                "各区县市人民政府",
                "晋城经济开发区",
                "湖东旅游度假区",
                "湖西管理区",
                "湖北管理区管委会",
                "市直和中央、省驻市有关单位",
            )
        },
    ),
    # the title has lost the line of its first issuers, and the signature names them all
    (
        "晋城市商务局关于渔港的通知\n各区县："
        + BODY
        + "晋城市财政局\n晋城市商务局\n2022年4月19日\n",
        {"issuers": ("晋城市财政局", "晋城市商务局")},
    ),
    # years and a rider behind a title
    (
        "晋城市新一轮渔港三年行动方案(2021-2023年)(送审稿)\n为加快发展，制定本方案。\n一、甲。\n",
        {
            "title": "晋城市新一轮渔港三年行动方案(2021-2023年)(送审稿)",
            "kind": "方案",
            "status": "draft",
        },
    ),
    # a department of the party committee is one body, and the government of its place another
    (
        "关于开展渔港评比的通知\n各县区："
        + BODY
        + "中共晋城市委宣传部\n中共晋城市委晋城市人民政府\n2022年4月19日\n",
        {"issuers": ("中共晋城市委宣传部", "中共晋城市委", "晋城市人民政府")},
    ),
    # 举措 is a word for measures
    (
        "关于进一步提振渔业信心\n促进渔港健康运行的若干政策举措\n为提振信心，现提出以下政策举措。\n一、甲。\n",
        {"title": "关于进一步提振渔业信心促进渔港健康运行的若干政策举措", "kind": "措施"},
    ),
    # a signature before a date whose day is left blank; when a page was published
    (
        "发表时间:2020-05-15 09:33 信息来源:市人民政府\n市人民政府关于渔港的通知\n各县区："
        + BODY
        + "晋城市人民政府\n2020年4月 日\n",
        {"issuers": ("晋城市人民政府",), "issued": None, "published": "2020-05-15"},
    ),
    # a draft that goes round for signatures
    ("澄湖市渔港突发事件应急预案（会签稿）\n一、甲。\n", {"status": "draft", "kind": "预案"}),
    # fields of websites: in cells, in brackets, above their values, behind the source of a page
    (
        "文 号 | 晋渔规〔2019〕6号 | 发布机关 | 晋城市渔业局 |\n签发日期 | 2019-12-17 | 实施日期 | 2019-12-30 |\n"
        "晋城市渔港细则（试行）\n第一条 甲。\n",
        {
            "number": "晋渔规〔2019〕6号",
            "issuers": ("晋城市渔业局",),
            "issued": "2019-12-17",
            "effective": "2019-12-30",
            "published": None,
        },
    ),
    (
        "晋城市渔港规则\n  • 发文字号：\n\n    晋渔发〔2024〕7号\n  • 发文日期：\n\n    2024年04月06日 16:40\n"
        "  • 有效性：\n\n  • 发布日期：\n\n    2024年04月07日\n一、甲。\n",
        {"number": "晋渔发〔2024〕7号", "issued": "2024-04-06", "published": "2024-04-07"},
    ),
    (
        "晋城市渔港规则\n【发布部门】晋城市政府\n【公布日期】2010.09.10\n【实施日期】2010.10.01\n一、甲。\n",
        {"issuers": ("晋城市政府",), "published": "2010-09-10", "effective": "2010-10-01"},
    ),
    (
        "晋城市人民政府关于渔港的通知\n来源：晋城渔网 日期：2017-01-12 17:08\n各县区人民政府："
        + BODY,
        {"published": "2017-01-12", "issued": None},
    ),
    # adopted by the committees of two, on two days; a link of the page is no annex
    (
        "关于渔港案件的补充规定（七）\n2021年2月3日最高人民法院审判委员会第9次会议、2021年2月8日最高人民检察院"
        "第十三届检察委员会第6次会议通过\n一、甲。\n附件下载\n",
        {"issuers": ("最高人民法院", "最高人民检察院"), "issued": "2021-02-08"},
    ),
    (
        "中华人民共和国渔港法修正案（二）\n2021年2月3日 第十四届全国人民代表大会常务委员会第七次会议通过\n一、甲。\n",
        {"kind": "修正案", "issuers": ("全国人民代表大会常务委员会",)},
    ),
    # the office writes its name in short in the title, and in full below
    (
        "江苏省政府办公厅关于渔港的通知\n各市、县人民政府："
        + BODY
        + "江苏省人民政府办公厅\n2023年6月19日\n",
        {"issuers": ("江苏省人民政府办公厅",)},
    ),
    # 各供水 is no body by itself
    (
        "晋城市水利局关于渔港的通知\n各县（市、区）水利局，各供水、燃气企业：" + BODY,
        {"addressed_to": ("各县（市、区）水利局", "各供水、燃气企业")},
    ),
    # the day behind a title, as collections print it, is that of issue where no other is printed
    (
        "晋城市水利局关于渔港的通知（2023 年6 月19 日）\n各县（市、区）水利局：\n一、甲\n",
        {"title": "晋城市水利局关于渔港的通知", "issued": "2023-06-19", "kind": "通知"},
    ),
    (
        "晋城市水利局关于渔港的通知（2023年6月19日）\n各县（市、区）水利局：\n一、甲\n晋城市水利局\n2023年6月20日\n",
        {"title": "晋城市水利局关于渔港的通知", "issued": "2023-06-20"},
    ),
    # a note behind a title; a line that is nothing but a body; who decided
    (
        "晋城市人民政府关于修改《渔港规定》的决定 附：修正本\n（2019年1月2日公布）\n一、甲。\n",
        {"title": "晋城市人民政府关于修改《渔港规定》的决定", "kind": "决定"},
    ),
    (
        "晋城市渔港管理规定\n晋城市人民政府\n晋城市渔港管理规定\n晋政令〔2010〕15号\n第一条 甲。\n",
        {"issuers": ("晋城市人民政府",)},
    ),
    (
        "晋城市第七届人民代表大会常务委员会第二十六次会议决定对《渔港条例》作如下修改：\n一、删去第八条。\n",
        {"issuers": ("晋城市人民代表大会常务委员会",), "jurisdiction": "140500"},
    ),
    (
        "晋城市人民政府决定对《晋城市渔港规定》作如下修改：\n一、删去第八条。\n",
        {"issuers": ("晋城市人民政府",), "jurisdiction": "140500"},
    ),
    (
        "对《晋城市渔港规定》作如下修改：\n一、删去第八条。\n",
        {"issuers": (), "jurisdiction": "140500"},
    ),
    (
        "晋城市人民政府关于渔港的通知\n公开形式： | 主动公开 |\n晋城、阳泉市人民政府，各县区人民政府："
        + BODY,
        {"disclosure": "主动公开", "addressed_to": ("晋城、阳泉市人民政府", "各县区人民政府")},
    ),
    (
        "晋 城 市 人 民 政 府 令\n\n第 28 号\n\n《晋城市渔港规定》已经会议通过，现予发布。\n晋城市渔港规定\n第一条 甲。\n",
        {"number": "晋城市人民政府令第28号", "issuers": ("晋城市人民政府",)},
    ),
    (
        "晋城市渔港规定\n2004年2月16日市人民政府会议通过 2004年2月26日市人民政府令第171号公布 自公布之日起施行）\n"
        "第一条 甲。\n",
        {"effective": "2004-02-26"},
    ),
    (
        "文 号：晋渔办〔2020〕1085号 主 题 词：\n晋城市渔业局关于渔港的报告\n晋城市渔港指挥部办公室：\n现报上。\n"
        "晋城市渔业局\n2020年8月10日\n（此件主动公开）—2—\n",
        {"addressed_to": ("晋城市渔港指挥部办公室",), "disclosure": "此件主动公开"},
    ),
    (
        "晋城市人民政府关于渔港的通知\n各县区人民政府、渔港管委会，中、省、市直有关单位：" + BODY,
        {"addressed_to": ("各县区人民政府", "渔港管委会", "中、省、市直有关单位")},
    ),
    (
        "关于《晋城市渔港条例》（草案）公开征求意见的通知\n为了甲，现予以公布。\n",
        {"jurisdiction": "140500"},
    ),
    # days and months behind the day of issue
    (
        "晋城市人民政府关于渔港的通告\n一、甲。\n本通告自发布之日起30日后施行，有效期2年。\n"
        "晋城市人民政府\n2024年9月1日",
        {"effective": "2024-10-01", "expires": "2026-09-30"},
    ),
    (
        "晋城市人民政府关于渔港的通告\n一、甲。\n本通告自公布之日起一个月后施行。\n晋城市人民政府\n2024年9月1日",
        {"effective": "2024-10-01"},
    ),
    # joint issuers that run into one another, and those that only a signature would name
    (
        "晋城市发展和改革委员会财政局住房和城乡建设局关于渔港的通知\n各县区：" + BODY,
        {
            "issuers": (
                "晋城市发展和改革委员会",
                "财政局",
                "住房和城乡建设局",
            )
        },
    ),
    ("晋城市商务局等五部门关于渔港的通知\n各县区人民政府：" + BODY, {"issuers": ("晋城市商务局",)}),
    # the text goes on behind the addressees; a place that could be a person
    (
        "晋城市人民政府关于颁布《渔港规定》的通知\n各县区人民政府，市直各单位：现将《渔港规定》发给你们，"
        "请认真贯彻执行。" + BODY,
        {"addressed_to": ("各县区人民政府", "市直各单位")},
    ),
    (
        "晋城市人民政府关于渔港的通知\n各县区人民政府，白河、蒋村街道办事处：" + BODY,
        {"addressed_to": ("各县区人民政府", "白河、蒋村街道办事处")},
    ),
    # places that share what stands behind the last; who asked is a person and is not kept
    (
        "晋城市人民政府关于渔港的通知\n太原、江阴、晋城、阳泉市人民政府：" + BODY,
        {"addressed_to": ("太原、江阴、晋城、阳泉市人民政府",)},
    ),
    (
        "晋城市人民政府对市政协第12号提案的答复\n晋政函〔2023〕5号\n甲某某、乙某委员：\n您提出的提案收悉，现答复如下：\n"
        "甲事。\n晋城市人民政府\n2023年5月20日\n",
        {"title": "晋城市人民政府对市政协第12号提案的答复", "kind": "函", "addressed_to": ()},
    ),
    # a line that could end a title, before one that does
    (
        "晋城市人民政府关于全面推行\n渔港公示制度\n渔港审核制度的指导意见\n各县区人民政府：" + BODY,
        {"title": "晋城市人民政府关于全面推行渔港公示制度渔港审核制度的指导意见", "kind": "意见"},
    ),
    # what is forwarded has a date of its own
    (
        "| 成文日期： | 2023年5月20日 |\n晋城市人民政府转发渔港报告的通知\n各县区人民政府：\n现将报告转发给你们。\n"
        "2023年5月20日\n渔港报告\n一、甲事。\n晋城市渔港管理局\n2023年4月2日\n",
        {"issued": "2023-05-20"},
    ),
    ("一、甲\n本办法自印发之日起施行。", {"kind": "办法", "title": None}),
    ("一、甲\n本决定公布之日起施行。", {"kind": "决定"}),
    # labels and values of a page that run into each other; the place that a title names stays
    (
        "发文机关国务院办公厅\n发文字号国办发〔1986〕53号\n效力级别国务院规范性文件\n各省人民政府：\n一、甲。\n",
        {"number": "国办发〔1986〕53号"},
    ),
    (
        "晋城市人民政府关于渔港的决定\n\n山西省晋城市人民政府\n\n一、甲。\n",
        {"issuers": ("晋城市人民政府",)},
    ),
    (
        "中华人民共和国渔港法修正案（2004年）\n2004年3月14日 第十届全国人民代表大会第二次会议通过\n"
        "2004年3月14日 全国人民代表大会公告公布施行\n一、甲。\n",
        {"effective": "2004-03-14", "issued": "2004-03-14"},
    ),
    ("区编委：\n现就渔港机构请示如下：\n一、甲。\n特此请示。\n", {"kind": "请示"}),
    ("区编委：\n为了渔港机构的调整：\n一、甲。\n特此请示。\n", {"kind": "请示"}),
    (
        "晋城市人民政府关于渔港的通知\n北京、天津、重庆市水务局，有关单位：" + BODY,
        {"addressed_to": ("北京、天津、重庆市水务局", "有关单位")},
    ),
    ("一、甲\n按照日本方案办理。", {"kind": None}),
    ("为了发展，现就有关事项通知如下：\n一、甲\n乙。", {"kind": "通知"}),
    ("为了发展，现就有关要求通令如下：\n一、甲\n乙。", {"kind": None}),
    ("", {"title": None, "jurisdiction": None}),
]


@pytest.mark.parametrize(("text", "fields"), ROWS)
def test_documents_are_read(text: str, fields: dict[str, Any]) -> None:
    document = read(text).document
    assert {name: getattr(document, name) for name in fields} == fields


def test_every_field_points_at_its_characters() -> None:
    text = ROWS[0][0]
    document = read(text).document
    spans = {e.field: "".join(text[s.start : s.end] for s in e.spans) for e in document.evidence}
    assert spans["number"] == document.number
    assert spans["issued"] == "2021年9月28日"
    assert {"title", "issuers", "kind", "effective", "expires", "addressed_to"} <= set(spans)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("澄湖市法规草案拟定和规章制定办法", "issued"),  # drafts are what it is about
        ("澄湖市规章草案审查规定", "issued"),
        ("澄湖市渔港条例（草案）", "draft"),
        ("澄湖市渔港条例（草案审议稿）", "draft"),
    ],
)
def test_a_text_about_drafts_is_none(name: str, status: str) -> None:
    assert read(f"{name}{BODY}").document.status.value == status


def test_a_line_that_tells_the_status_is_not_unread() -> None:
    text = "关于对《某意见》的修改意见\n（征求意见稿）\n（某某甲）\n一、甲。\n"
    record = read(text)
    assert record.document.status.value == "draft"
    unread = [f.span for f in record.findings if f.code == "text.unclassified"]
    assert [text[span.start : span.end].strip() for span in unread if span] == ["（某某甲）"]


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("澄湖市渔业局关于公开征求《澄湖市渔船管理办法》意见的公告\n现公布办法全文。\n", "draft"),
        ("澄湖市渔业局关于向社会公开征求渔船管理办法意见建议的通告\n现公布办法全文。\n", "draft"),
        ("关于征求《澄湖市渔船管理办法（草稿）》修改意见的函\n各县：\n请于三日内反馈。\n", "draft"),
        ("澄湖市渔船管理办法\n现就本办法向社会公开征求意见，请于三日内反馈。\n", "draft"),
        ("澄湖市渔船管理办法\n现将《澄湖市渔船管理办法》予以公布，广泛征求社会各界意见。\n", "draft"),
        ("澄湖市渔船管理办法\n本办法经公开征求意见，现予印发。\n", "issued"),
        ("关于渔船检验的通知\n各县：\n为做好检验，现向各县征求检验时间的意见，请反馈。\n", "issued"),
        ("澄湖市渔业局关于做好公众意见征求工作的通知\n各县：\n起草文件应当向社会公开征求意见。\n", "issued"),
        ("澄湖市渔业局关于《澄湖市渔船管理办法》征求意见采纳情况的公告\n现公布采纳情况。\n", "issued"),
    ],
)  # fmt: skip
def test_what_asks_for_comments_is_a_draft(head: str, status: str) -> None:
    assert read(head + "一、渔船编号。\n").document.status.value == status


@pytest.mark.parametrize(
    ("line", "number", "issued"),
    [
        ("2012-12-06 澄湖市财政局公告2012年第54号", "澄湖市财政局公告2012年第54号", "2012-12-06"),
        ("2012年12月6日 澄湖市财政局", None, "2012-12-06"),
    ],
)
def test_a_line_below_the_title_gives_the_day(line: str, number: str | None, issued: str) -> None:
    document = read(
        f"澄湖市财政局关于修改《渔船申请表》的公告\n{line}\n为适应需要，现公告如下：\n一、甲。\n"
    ).document
    assert (document.number, document.issued) == (number, issued)


def test_a_signature_is_parted_at_blanks_where_each_part_is_a_body() -> None:
    text = "关于渔船的通知\n各县：\n一、甲。\n{}\n2020年3月24日\n"
    assert read(text.format("财政部 农业农村部")).document.issuers == ("财政部", "农业农村部")
    assert read(text.format("澄 湖 市 财 政 局")).document.issuers == ("澄湖市财政局",)


def test_a_text_without_head_is_of_the_place_of_what_it_adjusts() -> None:
    text = "经研究，决定调整《西安市渔船管理意见》关于补贴的标准，现通知如下：\n一、每船十元。\n"
    assert read(text).document.jurisdiction == "610100"


def test_a_ministry_that_decides_is_the_issuer() -> None:
    document = read(
        "关于修改《渔船管理规定》的决定\n交通运输部决定对《渔船管理规定》作如下修改：\n一、删去第五条。\n"
    ).document
    assert (document.issuers, document.jurisdiction) == (("交通运输部",), "100000")


def test_what_a_text_without_head_repeals_tells_its_place() -> None:
    text = (
        "各乡镇人民政府：\n现将清理结果公布如下：\n"
        "一、《西安市人民政府办公厅关于渔船的通知》等4件规范性文件失效。\n"
    )
    assert read(text).document.jurisdiction == "610100"


def test_a_text_is_carried_out_from_the_day_it_names() -> None:
    text = "各有关单位：\n经研究，调整如下：\n一、甲。\n本通知自2009年7月1日起实行。\n"
    assert read(text).document.effective == "2009-07-01"


def test_a_list_of_annexes_below_a_line_of_its_own_ends_in_the_signature() -> None:
    record = read(
        "澄湖市财政局关于印发办法的通知\n各县：\n现印发给你们。\n附件：\n1.渔船资金管理办法\n"
        "2.渔船资金分配方法\n澄湖市财政局\n2023年4月7日\n"
    )
    assert record.clauses == ()
    assert record.document.issued == "2023-04-07"


def test_an_annex_of_numbered_lines_is_an_annex() -> None:
    record = read(
        "澄湖市财政局关于渔船的通知\n各县：\n现印发给你们。\n澄湖市财政局\n2023年4月7日\n附件：\n"
        "1.渔船资金\n2.渔网资金\n"
    )
    assert [clause.path for clause in record.clauses] == ["annex1"]


def test_the_sentence_that_makes_a_decision_public_gives_its_title() -> None:
    document = read(
        "《渔业部关于修改〈渔船规定〉的决定》已经2015年9月10日部长办公会议审议通过，现予公布，自公布之日起施行。\n"
        "2015年11月10日\n一、删去第五条。\n"
    ).document
    assert document.title == "渔业部关于修改《渔船规定》的决定"
    assert document.kind == "决定"


def test_a_standing_committee_is_named_in_full_where_the_text_does() -> None:
    text = (
        "澄湖市人民代表大会常务委员会公告\n（第2号）\n澄湖市人大常委会关于修改《渔港条例》的决定\n"
        "一、删去第五条。\n"
    )
    assert read(text).document.issuers == ("澄湖市人民代表大会常务委员会",)
    assert read(text.partition("）\n")[2]).document.issuers == ("澄湖市人大常委会",)

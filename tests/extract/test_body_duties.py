"""Duties that running text lays on a body: who, as what, and which words say so."""

import pytest

from policygraph.extract.body_duties.extractor import extract_body_duties
from policygraph.extract.reading import Reading
from policygraph.model.facts import BodyDuty
from policygraph.registry.registry import load_registry
from policygraph.text.blocks import split_blocks
from policygraph.text.clauses import parse_clauses
from tests.reading import source_of


def duties_of(text: str) -> tuple[BodyDuty, ...]:
    source = source_of(text)
    blocks = split_blocks(source).blocks
    clauses = parse_clauses(source, blocks).clauses
    return extract_body_duties(Reading(source, blocks, clauses, load_registry()))[0]


ASKED = (
    "发展改革委", "工业和信息化局", "财政局", "自然资源局", "住房城乡建设局", "农业农村局", "商务局",
    "文化和旅游局", "卫生健康委", "统计局",
)  # fmt: skip

# printed text of item 1, rows of (unit, group, role, as_written)
ROWS = [
    # a list that 等部门 ends tells of a station and a company that they are meant, too
    (
        "1.甲。县交通局、县水利局、澄湖动车站、澄湖供电公司等部门应组织抢修。",
        [
            (
                unit,
                False,
                "responsible",
                "县交通局、县水利局、澄湖动车站、澄湖供电公司等部门应组织抢修",
            )
            for unit in ("县交通局", "县水利局", "澄湖动车站", "澄湖供电公司")
        ],
    ),
    # towns share no office with their county; what plans of emergency order; a note behind the name
    (
        "1.甲。各乡镇（街道）、县农业局部署本行业工作。县气象局每天8时、16时报告信息。",
        [
            ("各乡镇（街道）", True, "responsible", "各乡镇（街道）、县农业局部署本行业工作"),
            ("县农业局", False, "responsible", "各乡镇（街道）、县农业局部署本行业工作"),
            ("县气象局", False, "responsible", "县气象局每天8时、16时报告信息"),
        ],
    ),
    (
        "1.甲。县减灾委员会办公室（设在县应急局，以下简称“县减灾办”）承担日常工作。",
        [
            (
                "县减灾委员会办公室",
                False,
                "responsible",
                "县减灾委员会办公室（设在县应急局，以下简称“县减灾办”）承担日常工作",
            )
        ],
    ),
    # a heading is no part of the name behind a blank
    (
        "1.善后保障 农业主管部门应配合有关单位。",
        [("农业主管部门", True, "support", "农业主管部门应配合有关单位")],
    ),
    # a group of an emergency plan: who leads it, and who takes part
    (
        "1.抢险救援组\n市水利局牵头，市公安局、市消防救援支队、国网澄湖供电公司等参与。负责抢修设施。",
        [
            ("市水利局", False, "lead", "市水利局牵头"),
            ("市公安局", False, "support", "市公安局、市消防救援支队、国网澄湖供电公司等参与"),
            (
                "市消防救援支队",
                False,
                "support",
                "市公安局、市消防救援支队、国网澄湖供电公司等参与",
            ),
            (
                "国网澄湖供电公司",
                False,
                "support",
                "市公安局、市消防救援支队、国网澄湖供电公司等参与",
            ),
        ],
    ),
    # a group is no unit that leads; who makes it up; what a list singles out
    (
        "1.抢险救援组\n牵头单位：市应急局\n市水利局负责调度水库。",
        [("市水利局", False, "responsible", "市水利局负责调度水库")],
    ),
    (
        "1.综合组。由市应急局牵头，市公安局、市财政局等组成。",
        [
            ("市应急局", False, "lead", "由市应急局牵头"),
            ("市公安局", False, "support", "由市应急局牵头"),
            ("市财政局", False, "support", "由市应急局牵头"),
        ],
    ),
    (
        "1.甲。其中：市水利局、市财政局负责监督管理。",
        [
            ("市水利局", False, "responsible", "市水利局、市财政局负责监督管理"),
            ("市财政局", False, "responsible", "市水利局、市财政局负责监督管理"),
        ],
    ),
    # whom a sentence makes the leading unit of something, and whom the next part of it
    (
        "1.甲。市水利局和市财政局为全市水网改造的总牵头单位，各县水利局为责任单位，各县财政局要做好登记。",
        [
            ("市水利局", False, "lead", "市水利局和市财政局为全市水网改造的总牵头单位"),
            ("市财政局", False, "lead", "市水利局和市财政局为全市水网改造的总牵头单位"),
            ("各县水利局", True, "responsible", "各县水利局为责任单位"),
            ("各县财政局", True, "responsible", "各县财政局要做好登记"),
        ],
    ),
    # a state company among those over whose tasks a list stands
    (
        "1.国网澄湖供电公司：负责组织电力抢修。",
        [("国网澄湖供电公司", False, "responsible", "国网澄湖供电公司：负责组织电力抢修")],
    ),
    (
        "1.甲。由市医保局商市财政局后，调整标准。",
        [
            ("市医保局", False, "lead", "由市医保局商市财政局后"),
            ("市财政局", False, "support", "由市医保局商市财政局后"),
        ],
    ),
    (
        "1.甲。各地以县为单位，对情况进行排查。各成员单位就有关情况向联席会议报告。",
        [
            ("各地", True, "responsible", "各地以县为单位"),
            ("各成员单位", True, "responsible", "各成员单位就有关情况向联席会议报告"),
        ],
    ),
    (
        "1.甲。经市生态环境局会同有关部门组织专家评审通过后实施。经所在地教育部门审核评估合格后，给予补助。",
        [
            ("市生态环境局", False, "review", "经市生态环境局会同有关部门组织专家评审通过后实施"),
            ("所在地教育部门", True, "review", "经所在地教育部门审核评估合格后"),
        ],
    ),
    (
        "1.甲。参与应急工作的市政府有关部门和县级人民政府有关部门，要保证畅通。",
        [
            (
                "市政府有关部门",
                True,
                "responsible",
                "市政府有关部门和县级人民政府有关部门，要保证畅通",
            ),
            (
                "县级人民政府有关部门",
                True,
                "responsible",
                "市政府有关部门和县级人民政府有关部门，要保证畅通",
            ),
        ],
    ),
    # a long list of those who are asked along
    (
        f"1.甲。市生态环境局会同市{'、市'.join(ASKED)}等部门筛选确定。",
        [
            (unit, False, role, f"市生态环境局会同市{'、市'.join(ASKED)}等部门筛选确定")
            for unit, role in [
                ("市生态环境局", "lead"),
                *((f"市{name}", "support") for name in ASKED),
            ]
        ],
    ),
    (
        "1.甲。由省级有关部门推荐，由联席会议办公室召开会议。市教育局为牵头单位。",
        [
            ("省级有关部门", True, "responsible", "由省级有关部门推荐"),
            ("联席会议办公室", False, "responsible", "由联席会议办公室召开会议"),
            ("市教育局", False, "lead", "市教育局为牵头单位"),
        ],
    ),
    (
        "1.甲。2024年上半年，试点城市政府印发方案。各试点城市政府是责任主体，要抓好落实。机构编制部门按程序做好工作。",
        [
            ("试点城市政府", True, "responsible", "试点城市政府印发方案"),
            ("各试点城市政府", True, "responsible", "各试点城市政府是责任主体"),
            ("机构编制部门", True, "responsible", "机构编制部门按程序做好工作"),
        ],
    ),
    # pilot places; the provinces; a group that works
    (
        "1.甲。试点地区要认真组织实施。各省份要制定方案。渔港整治工作小组办公室要加强督促。",
        [
            ("试点地区", True, "responsible", "试点地区要认真组织实施"),
            ("各省份", True, "responsible", "各省份要制定方案"),
            ("渔港整治工作小组办公室", False, "responsible", "渔港整治工作小组办公室要加强督促"),
        ],
    ),
    # 商 consults as 会同 does
    (
        "1.甲。办法由市医保局商市财政局另行制定。",
        [
            ("市医保局", False, "lead", "由市医保局商市财政局另行制定"),
            ("市财政局", False, "support", "由市医保局商市财政局另行制定"),
        ],
    ),
    # by its duties, at a time, as what it is; what it will do with others
    (
        "1.甲。各有关县（市）要抓好落实。各有关部门依职责做好管理。",
        [
            ("各有关县（市）", True, "responsible", "各有关县（市）要抓好落实"),
            ("各有关部门", True, "responsible", "各有关部门依职责做好管理"),
        ],
    ),
    (
        "1.甲。各有关部门于每年2月底前，根据上年情况，提出名单。",
        [("各有关部门", True, "responsible", "各有关部门于每年2月底前")],
    ),
    (
        "1.甲。各县区人民政府作为综合园区的申请设立、规划建设和运行管理主体，要落实责任。",
        [
            (
                "各县区人民政府",
                True,
                "responsible",
                "各县区人民政府作为综合园区的申请设立、规划建设和运行管理主体",
            )
        ],
    ),
    (
        "1.甲。市水利局将会同市财政局继续探索。",
        [
            ("市水利局", False, "lead", "市水利局将会同市财政局继续探索"),
            ("市财政局", False, "support", "市水利局将会同市财政局继续探索"),
        ],
    ),
    (
        "1.甲。登记管理机关和业务主管部门要做好检查。",
        [
            ("登记管理机关", True, "responsible", "登记管理机关和业务主管部门要做好检查"),
            ("业务主管部门", True, "responsible", "登记管理机关和业务主管部门要做好检查"),
        ],
    ),
    (
        "1.甲。其他有关部门要做好相关配合工作。",
        [("其他有关部门", True, "support", "其他有关部门要做好相关配合工作")],
    ),
    (
        "1.成立联合采购办公室。负责日常工作。",
        [("联合采购办公室", False, "responsible", "联合采购办公室。负责日常工作")],
    ),
    (
        "1.甲。统计部门要建立预警机制，及时通报。",
        [("统计部门", True, "responsible", "统计部门要建立预警机制")],
    ),
    (
        "1.由省商务厅会同有关单位研究确定。",
        [
            ("省商务厅", False, "lead", "由省商务厅会同有关单位研究确定"),
            ("有关单位", True, "support", "由省商务厅会同有关单位研究确定"),
        ],
    ),
    (
        "1.由省商务厅会相关部门负责。",
        [
            ("省商务厅", False, "lead", "由省商务厅会相关部门负责"),
            ("相关部门", True, "support", "由省商务厅会相关部门负责"),
        ],
    ),
    (
        "1.由开发区管委会相关部门负责。",
        [("开发区管委会相关部门", True, "responsible", "由开发区管委会相关部门负责")],
    ),
    (
        "1.甲。市发展改革委负责编制规划。",
        [("市发展改革委", False, "responsible", "市发展改革委负责编制规划")],
    ),
    # what is said of duties in general
    (
        "1.甲。公安、交通等部门按照各自职责，做好管理。",
        [
            ("公安部门", True, "responsible", "公安、交通等部门按照各自职责"),
            ("交通部门", True, "responsible", "公安、交通等部门按照各自职责"),
        ],
    ),
    (
        "1.甲。各级渔业主管部门在职责范围内，负责管理。市渔港主管部门主管全市工作。",
        [
            ("各级渔业主管部门", True, "responsible", "各级渔业主管部门在职责范围内"),
            ("市渔港主管部门", True, "responsible", "市渔港主管部门主管全市工作"),
        ],
    ),
    # a list of bodies in front of a colon, as plans for emergencies print it
    (
        "1.县教育局：负责学校安全。",
        [("县教育局", False, "responsible", "县教育局：负责学校安全")],
    ),
    # several bodies, one row each
    (
        "1.甲。各县（市、区）、开发区要研究措施。",
        [
            ("各县（市、区）", True, "responsible", "各县（市、区）、开发区要研究措施"),
            ("开发区", True, "responsible", "各县（市、区）、开发区要研究措施"),
        ],
    ),
    # what the places share keeps them together
    (
        "1.甲。各省、自治区、直辖市人民政府应当加强领导。",
        [
            (
                "各省、自治区、直辖市人民政府",
                True,
                "responsible",
                "各省、自治区、直辖市人民政府应当加强领导",
            )
        ],
    ),
    # 部门 is said once for all; the verb gives the role
    (
        "1.甲。统计、税务等涉企部门应提供相关数据。",
        [
            ("统计部门", True, "data_source", "统计、税务等涉企部门应提供相关数据"),
            ("税务部门", True, "data_source", "统计、税务等涉企部门应提供相关数据"),
        ],
    ),
    ("1.甲。经省政府同意后下发。", [("省政府", False, "review", "经省政府同意后下发")]),
    (
        "1.甲。市水利局要牵头制定方案，各成员单位要积极配合做好工作。",
        [
            ("市水利局", False, "lead", "市水利局要牵头制定方案"),
            ("各成员单位", True, "support", "各成员单位要积极配合做好工作"),
        ],
    ),
    # an adverb between the body and the verb; a verb inside a name
    (
        "1.甲。领导小组办公室每季度要通报进展。由市委组织部统筹安排。",
        [
            ("领导小组办公室", False, "responsible", "领导小组办公室每季度要通报进展"),
            ("市委组织部", False, "responsible", "由市委组织部统筹安排"),
        ],
    ),
    # under the name of a body: its tasks
    ("1.市水利局。负责防汛工作。", [("市水利局", False, "responsible", "市水利局。负责防汛工作")]),
    (
        "1.县民政局：保障社会力量参与。",
        [("县民政局", False, "responsible", "县民政局：保障社会力量参与")],
    ),
    (
        "1.国资、商务部门。保障物资供应，做好调度。",
        [
            ("国资部门", True, "responsible", "国资、商务部门。保障物资供应"),
            ("商务部门", True, "responsible", "国资、商务部门。保障物资供应"),
        ],
    ),
    (
        "1.市应急局\n在市政府的领导下，对工作负总责。",
        [("市应急局", False, "responsible", "市应急局在市政府的领导下")],
    ),
    # a body that the sentence founds, an office, a subject with a pause behind it
    (
        "1.甲。县政府成立防汛指挥部（以下简称县防指），负责全县防汛。",
        [("防汛指挥部", False, "responsible", "防汛指挥部（以下简称县防指），负责全县防汛")],
    ),
    (
        "1.甲。领导小组办公室设在市水利局，承担日常工作。",
        [("领导小组办公室", False, "responsible", "领导小组办公室设在市水利局，承担日常工作")],
    ),
    (
        "1.甲。各有关主管部门，应按照各自职责，做好监督。",
        [("各有关主管部门", True, "responsible", "各有关主管部门，应按照各自职责")],
    ),
    (
        "1.甲。市水利局作为牵头单位，负责审查。",
        [("市水利局", False, "lead", "市水利局作为牵头单位")],
    ),
    # until a day, by verbs of what is done, over what
    (
        "1.甲。市统计局、市财政局等单位于2月底前向市政府提供数据。",
        [
            ("市统计局", False, "responsible", "市统计局、市财政局等单位于2月底前向市政府提供数据"),
            ("市财政局", False, "responsible", "市统计局、市财政局等单位于2月底前向市政府提供数据"),
        ],
    ),
    (
        "1.甲。各责任单位每月18日前将情况报市统计局。",
        [("各责任单位", True, "responsible", "各责任单位每月18日前将情况报市统计局")],
    ),
    (
        "1.甲。生态环境部门对本区域环境保护工作实施统一监督管理。",
        [("生态环境部门", True, "responsible", "生态环境部门对本区域环境保护工作实施统一监督管理")],
    ),
    (
        "1.甲。市财政局负责制定办法。市教育局具体实施。",
        [
            ("市财政局", False, "responsible", "市财政局负责制定办法"),
            ("市教育局", False, "responsible", "市教育局具体实施"),
        ],
    ),
    # A承办，B、C协办; names behind the first of a list leave their level out
    (
        "1.由乡农业中心承办，乡畜牧站、卫生院、派出所配合。",
        [
            ("乡农业中心", False, "responsible", "由乡农业中心承办"),
            ("乡畜牧站", False, "support", "乡畜牧站、卫生院、派出所配合"),
            ("卫生院", False, "support", "乡畜牧站、卫生院、派出所配合"),
            ("派出所", False, "support", "乡畜牧站、卫生院、派出所配合"),
        ],
    ),
    (
        "1.甲。市水利局根据年度计划，制定方案。",
        [("市水利局", False, "responsible", "市水利局根据年度计划")],
    ),
    # collectives beside each other; what shares its end, and another body; a scene; departments of one
    (
        "1.甲。各乡镇、各部门要抓好落实。",
        [
            ("各乡镇", True, "responsible", "各乡镇、各部门要抓好落实"),
            ("各部门", True, "responsible", "各乡镇、各部门要抓好落实"),
        ],
    ),
    (
        "1.甲。统计、税务等部门和各县区人民政府要抓好落实。",
        [
            ("统计部门", True, "responsible", "统计、税务等部门和各县区人民政府要抓好落实"),
            ("税务部门", True, "responsible", "统计、税务等部门和各县区人民政府要抓好落实"),
            ("各县区人民政府", True, "responsible", "统计、税务等部门和各县区人民政府要抓好落实"),
        ],
    ),
    (
        "1.甲。由事发地乡镇人民政府负责处置。",
        [("事发地乡镇人民政府", True, "responsible", "由事发地乡镇人民政府负责处置")],
    ),
    (
        "1.甲。各级政府及其有关部门立即按照职责分工开展工作。",
        [
            (
                "各级政府及其有关部门",
                True,
                "responsible",
                "各级政府及其有关部门立即按照职责分工开展工作",
            )
        ],
    ),
    (
        "1.甲。牵头单位要会同责任单位，研究工作。",
        [
            ("牵头单位", False, "lead", "牵头单位要会同责任单位"),
            ("责任单位", False, "support", "牵头单位要会同责任单位"),
        ],
    ),
    (
        "1.甲。卫生行政部门负责监测，本市各级人民政府负责实施。",
        [
            ("卫生行政部门", True, "responsible", "卫生行政部门负责监测"),
            ("本市各级人民政府", True, "responsible", "本市各级人民政府负责实施"),
        ],
    ),
    # a shared end without 等, behind whole names, or with what the offices are for
    (
        "1.甲。司法、住房城乡建设部门要支持调解。",
        [
            ("司法部门", True, "responsible", "司法、住房城乡建设部门要支持调解"),
            ("住房城乡建设部门", True, "responsible", "司法、住房城乡建设部门要支持调解"),
        ],
    ),
    (
        "1.甲。乡镇政府和水利、农业农村等部门要各司其职。",
        [
            ("乡镇政府", True, "responsible", "乡镇政府和水利、农业农村等部门要各司其职"),
            ("水利部门", True, "responsible", "乡镇政府和水利、农业农村等部门要各司其职"),
            ("农业农村部门", True, "responsible", "乡镇政府和水利、农业农村等部门要各司其职"),
        ],
    ),
    (
        "1.甲。交通运输、水利等工程建设监管部门应当督办案件。",
        [
            ("交通运输部门", True, "responsible", "交通运输、水利等工程建设监管部门应当督办案件"),
            ("水利部门", True, "responsible", "交通运输、水利等工程建设监管部门应当督办案件"),
        ],
    ),
    (
        "1.甲。商务、粮食和农业部门组织好供应。",
        [
            ("商务部门", True, "responsible", "商务、粮食和农业部门组织好供应"),
            ("粮食部门", True, "responsible", "商务、粮食和农业部门组织好供应"),
            ("农业部门", True, "responsible", "商务、粮食和农业部门组织好供应"),
        ],
    ),
    # a name that is one although it holds 和; a note inside a name; 主要 holds no 要
    (
        "1.甲。市规划和自然资源部门应当公布。各责任（配合）单位要履职。主要责任单位要落实任务。",
        [
            ("市规划和自然资源部门", True, "responsible", "市规划和自然资源部门应当公布"),
            ("各责任（配合）单位", True, "responsible", "各责任（配合）单位要履职"),
            ("主要责任单位", False, "responsible", "主要责任单位要落实任务"),
        ],
    ),
    # blanks around punctuation
    (
        "1.甲 。 气象部门要监测 ， 教育部门要宣传。",
        [
            ("气象部门", True, "responsible", "气象部门要监测"),
            ("教育部门", True, "responsible", "教育部门要宣传"),
        ],
    ),
    # of what, in which state, by when: then what
    (
        "1.甲。各县市区对整改工作要提高认识。各乡镇在做好整改的同时，要健全机制。",
        [
            ("各县市区", True, "responsible", "各县市区对整改工作要提高认识"),
            ("各乡镇", True, "responsible", "各乡镇在做好整改的同时"),
        ],
    ),
    (
        "1.甲。县市区政府7月15日前建立台账。市民政局每半年向省民政厅上报一次。",
        [
            ("县市区政府", True, "responsible", "县市区政府7月15日前建立台账"),
            ("市民政局", False, "responsible", "市民政局每半年向省民政厅上报一次"),
        ],
    ),
    (
        "1.甲。县政府根据批准的规划编制方案。",
        [("县政府", False, "responsible", "县政府根据批准的规划编制方案")],
    ),
    # plain verbs, where a sentence opens with its subject, whom 请 asks, or behind another duty
    (
        "1.甲。旅游部门加强管理，指导游客出游。县消防大队保持待命，及时救援。",
        [
            ("旅游部门", True, "responsible", "旅游部门加强管理"),
            ("县消防大队", False, "responsible", "县消防大队保持待命"),
        ],
    ),
    (
        "1.甲。请各乡镇、县直各单位细化任务，抓好工作。",
        [
            ("各乡镇", True, "responsible", "各乡镇、县直各单位细化任务"),
            ("县直各单位", True, "responsible", "各乡镇、县直各单位细化任务"),
        ],
    ),
    (
        "1.甲。县级规划部门核发意见书，县级土地部门办理手续。",
        [
            ("县级规划部门", True, "responsible", "县级规划部门核发意见书"),
            ("县级土地部门", True, "responsible", "县级土地部门办理手续"),
        ],
    ),
    (
        "1.甲。2025年底前，各县区完善设施。二是市教育局要加强检查。",
        [
            ("各县区", True, "responsible", "各县区完善设施"),
            ("市教育局", False, "responsible", "市教育局要加强检查"),
        ],
    ),
    # 由 before any verb; who approves, who is asked to
    (
        "1.甲。由县水利局责令改正。经费由县财政安排。报县政府批准后实施。",
        [
            ("县水利局", False, "responsible", "由县水利局责令改正"),
            ("县财政", False, "responsible", "由县财政安排"),
            ("县政府", False, "review", "报县政府批准后实施"),
        ],
    ),
    (
        "1.甲。市统计局会同市人力资源社会保障局建立机制。",
        [
            ("市统计局", False, "lead", "市统计局会同市人力资源社会保障局建立机制"),
            ("市人力资源社会保障局", False, "support", "市统计局会同市人力资源社会保障局建立机制"),
        ],
    ),
    # under a heading that speaks of tasks whatever follows is one
    (
        "（一）县公安局主要工作任务：\n1.2025年底前整治车辆。\n2.依法查处违法行为。",
        [("县公安局", False, "responsible", "县公安局2025年底前整治车辆")],
    ),
    # a heading ends its line without a stop; who approves before it is passed on
    (
        "1.提高认识，启动预案\n各地、各部门要高度重视。",
        [
            ("各地", True, "responsible", "各地、各部门要高度重视"),
            ("各部门", True, "responsible", "各地、各部门要高度重视"),
        ],
    ),
    (
        "1.甲。县统计局审核备案后，报县政府批准。由县水利局进行解释。",
        [
            ("县统计局", False, "review", "县统计局审核备案后"),
            ("县政府", False, "review", "报县政府批准"),
            ("县水利局", False, "responsible", "由县水利局进行解释"),
        ],
    ),
    # organs, either of two, what a body is; a note inside a field; 及 between two fields
    (
        "1.甲。公安机关是犬只管理的主管部门，负责登记。公安机关和其他有关部门应当宣传。",
        [
            ("公安机关", True, "responsible", "公安机关是犬只管理的主管部门"),
            ("公安机关", True, "responsible", "公安机关和其他有关部门应当宣传"),
            ("其他有关部门", True, "responsible", "公安机关和其他有关部门应当宣传"),
        ],
    ),
    (
        "1.甲。畜牧兽医部门或者动物防疫监督机构负责检疫。由县政府或者其委托的单位实施。",
        [
            ("畜牧兽医部门", True, "responsible", "畜牧兽医部门或者动物防疫监督机构负责检疫"),
            ("动物防疫监督机构", True, "responsible", "畜牧兽医部门或者动物防疫监督机构负责检疫"),
            ("县政府或者其委托的单位", False, "responsible", "由县政府或者其委托的单位实施"),
        ],
    ),
    (
        "1.甲。农业农村（畜牧兽医）部门负责接种。气象及水文部门要会商。",
        [
            ("农业农村（畜牧兽医）部门", True, "responsible", "农业农村（畜牧兽医）部门负责接种"),
            ("气象部门", True, "responsible", "气象及水文部门要会商"),
            ("水文部门", True, "responsible", "气象及水文部门要会商"),
        ],
    ),
    # 编制 is a noun here, and what stands before it no name
    (
        "1.甲。县编办负责落实县爱卫办编制。",
        [("县编办", False, "responsible", "县编办负责落实县爱卫办编制")],
    ),
    # levels that share what follows them
    (
        "1.甲。市和区、县统计、财政等部门应当公布。",
        [
            ("市和区、县统计部门", True, "responsible", "市和区、县统计、财政等部门应当公布"),
            ("财政部门", True, "responsible", "市和区、县统计、财政等部门应当公布"),
        ],
    ),
    # names stand below a heading of several, and no task yet
    (
        "1.防汛指挥部成员单位职责。\n市水利局：负责监测。",
        [("市水利局", False, "responsible", "市水利局：负责监测")],
    ),
    # a verb that is part of a name, and one that is none
    (
        "1.甲。县政府优化营商环境工作部门要上报。",
        [("县政府优化营商环境工作部门", True, "responsible", "县政府优化营商环境工作部门要上报")],
    ),
    ("1.甲。县政府支持会展业。", [("县政府", False, "responsible", "县政府支持会展业")]),
    # 市民 is nobody's office, 市民政局 is one
    ("1.甲。市民政局要加强管理。", [("市民政局", False, "responsible", "市民政局要加强管理")]),
    # a line break inside the name
    ("1.甲。统计部\n门要建立机制。", [("统计部门", True, "responsible", "统计部门要建立机制")]),
    # several names, each with its duty, in a text that lost its lines
    (
        "1.甲。分工如下：县环保局。负责统一监督。县交通局、公路局。负责巡查公路。",
        [
            ("县环保局", False, "responsible", "县环保局。负责统一监督"),
            ("县交通局", False, "responsible", "县交通局、公路局。负责巡查公路"),
            ("公路局", False, "responsible", "县交通局、公路局。负责巡查公路"),
        ],
    ),
    # names on lines of their own, and what follows has no stop
    (
        "1.甲。\n\n市水利局\n\n负责防汛，组织巡查\n\n市教育局\n\n与卫生部门密切配合，做好宣传\n\n市公安局\n\n保证道路畅通",
        [
            ("市水利局", False, "responsible", "市水利局负责防汛"),
            ("市教育局", False, "responsible", "市教育局与卫生部门密切配合"),
            ("市公安局", False, "responsible", "市公安局保证道路畅通"),
        ],
    ),
    (
        "1.公安部门：对焚烧秸秆的人，要予以处罚。",
        [("公安部门", True, "responsible", "公安部门：对焚烧秸秆的人")],
    ),
    (
        "1.农业部门：要推广新方法。",
        [("农业部门", True, "responsible", "农业部门：要推广新方法")],
    ),
    (
        "1.市公安局：密切注视动态。",
        [("市公安局", False, "responsible", "市公安局：密切注视动态")],
    ),
    # what is handed over may have an attribute; 相应 before the verb
    (
        "1.甲。请相关部门将原部门的印章交市政府办公室。各县政府相应成立指挥部。",
        [
            ("相关部门", True, "responsible", "相关部门将原部门的印章交市政府办公室"),
            ("各县政府", True, "responsible", "各县政府相应成立指挥部"),
        ],
    ),
    # who supports stands behind the same 由; two levels that pay; within days of a day
    (
        "1.甲。建立由市水利局牵头、市财政局配合的机制。市、县（区）两级财政要加大投入。",
        [
            ("市水利局", False, "lead", "由市水利局牵头、市财政局配合的机制"),
            ("市财政局", False, "support", "由市水利局牵头、市财政局配合的机制"),
            ("市、县（区）两级财政", True, "responsible", "市、县（区）两级财政要加大投入"),
        ],
    ),
    (
        "1.甲。县民政局自受理之日起20个工作日内作出决定。县统计局按月提供数据。",
        [
            ("县民政局", False, "responsible", "县民政局自受理之日起20个工作日内作出决定"),
            ("县统计局", False, "responsible", "县统计局按月提供数据"),
        ],
    ),
    # a title in what says who they are; what they will do to others; who ends a list of offices
    (
        "1.甲。承担省、市《工作报告》的责任单位，要加强衔接。市政府将派出工作组督导。",
        [
            (
                "承担省、市《工作报告》的责任单位",
                True,
                "responsible",
                "承担省、市《工作报告》的责任单位，要加强衔接",
            ),
            ("市政府", False, "responsible", "市政府将派出工作组督导"),
        ],
    ),
    (
        "1.甲。县教育局、卫生局等行业主管部门负责检查。",
        [
            ("县教育局", False, "responsible", "县教育局、卫生局等行业主管部门负责检查"),
            ("卫生局", False, "responsible", "县教育局、卫生局等行业主管部门负责检查"),
            ("行业主管部门", True, "responsible", "县教育局、卫生局等行业主管部门负责检查"),
        ],
    ),
    # names without a level, in a list of lines
    (
        "1.各部门职责：\n区委宣传部：制订宣传方案。\n商委：协调供应。\n公安分局：依法查处。",
        [
            ("区委宣传部", False, "responsible", "区委宣传部：制订宣传方案"),
            ("商委", False, "responsible", "商委：协调供应"),
            ("公安分局", False, "responsible", "公安分局：依法查处"),
        ],
    ),
    # by whom it is made; a case between the body and what it must do; whose consent is asked for
    (
        "1.甲。印章统一由市政府制发。市政府所属各机关，如因撤销停用时，应及时将印章送交。",
        [
            ("市政府", False, "responsible", "由市政府制发"),
            ("市政府所属各机关", True, "responsible", "市政府所属各机关，如因撤销停用时"),
        ],
    ),
    (
        "1.甲。更换印章需经请示县区政府同意并备案后，方能更换。市政府办公厅即依据变动情况，按规定发送文件。",
        [
            ("县区政府", True, "review", "经请示县区政府同意并备案后"),
            ("市政府办公厅", False, "responsible", "市政府办公厅即依据变动情况"),
        ],
    ),
    (
        "1.甲。市、区、县级市人民政府应当加强领导。经济主管部门和市政园林行政管理部门要加强维护。",
        [
            (
                "市、区、县级市人民政府",
                True,
                "responsible",
                "市、区、县级市人民政府应当加强领导",
            ),
            ("经济主管部门", True, "responsible", "经济主管部门和市政园林行政管理部门要加强维护"),
            (
                "市政园林行政管理部门",
                True,
                "responsible",
                "经济主管部门和市政园林行政管理部门要加强维护",
            ),
        ],
    ),
    # who is in charge of a field, without a level
    (
        "1.甲。水行政主管部门应当加强巡查。由其上级主管部门或者监察机关责令改正。",
        [
            ("水行政主管部门", True, "responsible", "水行政主管部门应当加强巡查"),
            ("其上级主管部门", True, "responsible", "由其上级主管部门或者监察机关责令改正"),
            ("监察机关", True, "responsible", "由其上级主管部门或者监察机关责令改正"),
        ],
    ),
    # a pause before 在各自职责范围内; where they are
    (
        "1.甲。教育、公安等行政主管部门，在各自职责范围内，做好管理。由所在城市人民政府价格主管部门会同同级供水主管部门确定。",
        [
            ("教育部门", True, "responsible", "教育、公安等行政主管部门，在各自职责范围内"),
            ("公安部门", True, "responsible", "教育、公安等行政主管部门，在各自职责范围内"),
            (
                "所在城市人民政府价格主管部门",
                True,
                "lead",
                "由所在城市人民政府价格主管部门会同同级供水主管部门确定",
            ),
            (
                "同级供水主管部门",
                True,
                "support",
                "由所在城市人民政府价格主管部门会同同级供水主管部门确定",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_duties_are_read(text: str, rows: list[tuple[object, ...]]) -> None:
    found = [(d.unit, d.group, d.role.value, d.as_written) for d in duties_of(text)]
    assert found == rows
    assert {d.clause.partition("/")[0] for d in duties_of(text)} == {"1"}


NONE = [
    "1.甲。持有关证件，到当地市场监管部门办理登记手续。",
    "1.甲。市委宣传部会同市财政局拟定的《渔港规定》已经市政府同意，请认真执行。",
    # what was done, and who only leads
    "1.甲。市发展改革委会同市水利局研究提出了办理意见：该项目已列入规划。",
    "1.甲。市发展改革委会同有关部门研究提出：该项目可行。",
    "1.甲。市发展改革委会同市水利局上报的《渔港请示》已经批准。",
    "1.甲。在渔港建设领导小组统筹指导下，各项工作有序开展。",
    "1.甲。确保行政机关依法履行职责。",
    "1.甲。第三阶段为登记管理机关审定阶段。",
    "1.甲。企业要建立制度，用人单位应当依法用工。",  # no public bodies
    "1.甲。督促有关部门要落实责任。",  # where the name begins is not known
    "1.甲。市场主体要守法经营，区域中心要发挥作用。",  # 市 and 区 are no levels here
    "1.甲。按照有关部门要求办理，统计部门负责人参加。",
    "1.甲。任务（由市财政局负责落实）完成。",  # a mark is read elsewhere
    "1.甲。删除“统计部门要建立机制”。",  # quoted words of another document
    "1.甲。财政部门受理申请后，企业方可开工。",  # a clause inside the sentence
    "1.甲。统计部门组织实施的活动，企业可以参加。",
    "1.甲。国家鼓励金融机构开展服务。",
    "1.甲。县政府办公厅组织各工作部门对事项进行了梳理。",  # done
    "1.甲。召集人由市政府协调民政工作的副秘书长担任。",
    "1.市财政局。\n2.市统计局。",  # a list of bodies, and no tasks
    "1.甲。由于各地情况不同，自由选择。",
    "《办法》已经市政府同意，现印发给你们。",  # done, not to be done
    "1.甲。市水利局加强了管理，市教育局已建立机制。",
    "1.甲。依法成立的机构应当登记，由市政府确定的机构实施。",  # part of a name
    "1.甲。司法机关依法查封、扣押的车辆，企业可以使用。",
    "1.甲。企业督促县水利局加强管理。",  # nobody opens the sentence
    "1.甲。组织辖区公安、工商、卫生、教育等企业负责人参加。",
    "1.甲。请求判决行政机关依法履行义务。",
    "1.甲。国家支持公共图书馆加强合作，县长主持县政府全面工作。",
    "1.甲。县级以上地方政府请求的事项，市区结合民用建筑。",
    "1.市人民代表大会制定地方性法规程序\n2.乙",  # a title
    "1.甲。市教育局在审核时，企业应当到场。",  # who must is named behind the pause
    "1.甲。拒绝接受县档案主管部门监督的，依法处理。",
    "1.拒绝接受县档案主管部门检查材料；\n2.冒充行政机关检查；",  # what an offender does
    # nobody need ask, and nobody pays or decides any more
    "1.甲。无需报市政府批准，不再报市发展改革委核准，不需报市财政局审批。",
    "1.甲。无需经市住建局批准，可直接开工。",
    "1.甲。经费不再由市财政局承担，也不由市住建局承担，曾由市水利局负责。",
    # the verb is part of a name, or of the name of a thing
    "1.甲。市教育局推进会于三月召开。市教育局推进组进驻县里。",
    "1.甲。市公安局监督热线：12345。市住建局办理时间：九点至五点。市教育局支持电话12345。",
    # told, asked, said of a time
    "1.甲。市统计局调查数据显示，收入增长。中国人民银行发布报告表明，价格平稳。",
    "1.甲。市教育局推进哪些工作？",
    "1.行政机关发布公告之日起十五日内；\n2.乙",
    "1.甲。请县教育局支持、配合为盼。",  # a request to others
    "1.甲。协同有关部门依法监管。",  # with whom, and not who
    "1.甲。鼓励企业兼并重组。对新企业，给予补助。",
    "1.甲。计量实行国家法定计量单位。对特殊需要，依法办理。",
    "1.甲。市水利局：3000万元。市财政局：5000万元。",
    "1.甲。申请人自收到决定之日起60日内可以申请复议。",
    "1.甲。国务院自然资源部门和企业自受理之日起3日内可以答复。",
    "1.甲。必要时，县指挥部可请其他有关部门参与工作。",  # two bodies, and who may be asked
    "1.商委：协调供应。",  # a name without a level, and alone
    "1.甲。成立某某任组长、部门负责人参加的领导小组以及办公室，统筹工作。",
    "1.甲。使用由市公安部门统一印制的标牌。责任单位即牵头单位。",
    "1.甲。负责监管，协调其他相关主管部门履行职责。企业主管部门应当改正。",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_duty_of_a_body_is_passed_over(text: str) -> None:
    assert duties_of(text) == ()


def test_a_paragraph_behind_the_items_of_an_article_is_one_of_the_article() -> None:
    text = (
        "第一条 甲包括下列信息：\n（一）公安部门的信息；\n（二）民政部门的信息。\n"
        "前款信息的标准，由市税务局确定。\n第二条 本办法由市财政局解释。\n"
    )
    assert [(d.clause, d.unit) for d in duties_of(text)][:1] == [("1", "市税务局")]
    # what goes on in an item, or stands behind items that no article holds, stays with the item
    text = "一、甲\n（一）乙事。\n（二）丙事。\n市税务局要抓好落实。\n"
    assert [(d.clause, d.unit) for d in duties_of(text)] == [("1/2", "市税务局")]


def test_what_a_mark_names_is_no_part_of_the_name_behind_it() -> None:
    text = "方案\n一、更换灯具（责任单位：市水利局）市住建局负责疏浚河道。"
    assert [duty.unit for duty in duties_of(text)] == ["市住建局"]


def test_spans_join_to_what_is_written() -> None:
    text = "1.甲。统计部\n门要建立机制。"
    (duty,) = duties_of(text)
    assert "".join(text[s.start : s.end] for s in duty.spans) == duty.as_written
    assert len(duty.spans) == 2


def test_one_row_for_a_clause_a_unit_and_a_sentence() -> None:
    rows = duties_of("1.甲。各地要加强领导，各地要抓好落实。各地要总结经验。")
    assert [d.as_written for d in rows] == ["各地要加强领导", "各地要总结经验"]


# as laws print it: sentence, rows of (unit, role)
LAWS = [
    # an office by its task, whoever has it in a place; levels that share it
    ("公路主管部门应当提供方便。", [("公路主管部门", "responsible")]),
    ("由海事管理机构责令改正。", [("海事管理机构", "responsible")]),
    ("公安机关交通管理部门应当加强巡查。", [("公安机关交通管理部门", "responsible")]),
    ("登记机关应当在五日内答复。", [("登记机关", "responsible")]),
    ("由原发证机关吊销许可证。", [("原发证机关", "responsible")]),
    ("上级人民政府应当对下级人民政府的工作实施监督。", [("上级人民政府", "responsible")]),
    ("由设区的市、县（市、区）人民政府组织实施。", [("设区的市、县（市、区）人民政府", "responsible")]),
    ("渔港所在地县（区）人民政府应当设立标志。", [("渔港所在地县（区）人民政府", "responsible")]),
    ("市、区（县级市）人民政府以及生态环境、水行政主管部门应当加强巡查。",
     [("市、区（县级市）人民政府", "responsible"), ("生态环境部门", "responsible"),
      ("水行政主管部门", "responsible")]),
    ("畜牧等有关部门应当加强指导。", [("畜牧等有关部门", "responsible")]),
    ("由城市、县人民政府组织实施。", [("城市、县人民政府", "responsible")]),
    ("市、县（市、区）民政等有关部门应当加强指导。",
     [("市、县（市、区）民政等有关部门", "responsible")]),
    ("无线电管理机构、物业主管部门应当巡查。",
     [("无线电管理机构", "responsible"), ("物业主管部门", "responsible")]),
    ("法制委员会应当提出报告。", [("法制委员会", "responsible")]),
    ("由主任会议决定列入议程。", [("主任会议", "responsible")]),
    ("村民委员会应当协助做好登记。", [("村民委员会", "support")]),
    ("由其所在单位或者上级主管部门给予处分。",
     [("其所在单位", "responsible"), ("上级主管部门", "responsible")]),
    # by who chose it, or by what it is charged with
    ("市、县级人民政府确定的渔港管理部门（以下称渔港部门）组织实施补偿工作。",
     [("市、县级人民政府确定的渔港管理部门", "responsible")]),
    ("由本级人民政府确定的有关执法部门责令停止。", [("本级人民政府确定的有关执法部门", "responsible")]),
    ("受理举报的部门应当对举报人信息予以保密。", [("受理举报的部门", "responsible")]),
    ("由依法行使监督管理权的部门依照法律处罚。", [("依法行使监督管理权的部门", "responsible")]),
    # what a law says is done, and not done
    ("渔港管理部门不得审批同类项目。", [("渔港管理部门", "responsible")]),
    ("公安机关是查禁赌博的主管机关。", [("公安机关", "responsible")]),
    ("由公安机关处五百元以下罚款。", [("公安机关", "responsible")]),
    ("由渔港管理部门及有关部门撤销其奖励。",
     [("渔港管理部门", "responsible"), ("有关部门", "responsible")]),
    ("具体比例由各地级以上市人民政府规定。", [("各地级以上市人民政府", "responsible")]),
    ("市渔业管理部门接到申请后，应当组织评审。", [("市渔业管理部门", "responsible")]),
    ("公安机关自收到申请之日起十五日内作出决定。", [("公安机关", "responsible")]),
    ("渔船的登记，经县级以上人民政府渔业主管部门审核确认。",
     [("县级以上人民政府渔业主管部门", "review")]),
    ("街道办事处在区人民政府领导和有关部门指导下，组织开展工作。", [("街道办事处", "responsible")]),
    ("市渔业主管部门在工程初步设计前，会同规划管理及有关部门，进行统筹规划。",
     [("市渔业主管部门", "lead"), ("规划管理部门", "support"), ("有关部门", "support")]),
    ("财政、畜牧等有关部门，根据本级人民政府确定的职责，依法做好相关工作。",
     [("财政部门", "responsible"), ("畜牧部门", "responsible")]),
    ("澄湖经济技术开发区、云岭市城乡一体化示范区、云岭市西城区管理委员会根据市人民政府授权，依照本条例负责防治工作。",
     [("澄湖经济技术开发区", "responsible"), ("云岭市城乡一体化示范区", "responsible"),
      ("云岭市西城区管理委员会", "responsible")]),
    ("省、设区的市、县（市）城乡规划主管部门与同级发展和改革主管部门，根据规划，共同组织编制专项规划。",
     [("省、设区的市、县（市）城乡规划主管部门", "responsible"), ("同级发展和改革主管部门", "responsible")]),
    ("司法行政、文化等部门和工会、共青团、妇女联合会等人民团体，应当进行宣传。",
     [("司法行政部门", "responsible"), ("文化部门", "responsible"), ("工会", "responsible"),
      ("共青团", "responsible"), ("妇女联合会", "responsible")]),
    ("社会保险经办机构应当按时支付。", [("社会保险经办机构", "responsible")]),
    # any verb behind 由 and an office; one office of another; what is taken, not what it is called
    ("由行使相对集中行政审批权的部门标注。", [("行使相对集中行政审批权的部门", "responsible")]),
    ("由市人民政府颁布。", [("市人民政府", "responsible")]),
    ("由县水利部门人员组成。", []),
    ("渔业行政主管部门的渔政管理机构具体负责管理。", [("渔业行政主管部门的渔政管理机构", "responsible")]),
    ("由渔业部门收缴套购的种子和违法所得。", [("渔业部门", "responsible")]),
    ("市人民政府对符合下列条件之一的，给予表彰。", [("市人民政府", "responsible")]),
    ("城市管理、市场监管等有关部门和单位应当按照各自职责做好工作。",
     [("城市管理部门", "responsible"), ("市场监管部门", "responsible")]),
    ("经海关批准，园区可以设立保税仓库。", [("海关", "review")]),
    ("报批前应当征得上级机关同意。", [("上级机关", "review")]),
    # what is only a condition
    ("需要由市人民代表大会作出决定的，市人民政府应当提出议案。", [("市人民政府", "responsible")]),
    # what is provided makes a source of data, or a giver of other things
    ("市人民政府应当提供房屋。", [("市人民政府", "responsible")]),
    ("市人民政府应当提供有关资料。", [("市人民政府", "data_source")]),
    # names that are whole keep their ends in a list
    ("市发展改革委、公用、石油等部门，应当按照各自的职责分工，做好工作。",
     [("市发展改革委", "responsible"), ("公用部门", "responsible"), ("石油部门", "responsible")]),
    ("渔船改建的，应当经市渔业部门批准，未经批准的不得改建。", [("市渔业部门", "review")]),
    ("经市人民政府同意，现将方案印发给你们。", []),
    # two offices, each with an end of its own, are two; whom one charges keeps them one
    ("军队机关和社会保险经办机构，按照各自职责办理手续。",
     [("军队机关", "responsible"), ("社会保险经办机构", "responsible")]),
    ("技术监督部门和工商行政部门应当加强监督。", [("技术监督部门", "responsible"), ("工商行政部门", "responsible")]),
    ("市城乡建设管理部门和区人民政府指定的部门具体负责协调。",
     [("市城乡建设管理部门", "responsible"), ("区人民政府指定的部门", "responsible")]),
    ("市人民政府和区人民政府指定的部门具体负责协调。", [("市人民政府和区人民政府指定的部门", "responsible")]),
    ("设置路障的，由公安机关交通管理部门联合城市管理行政执法部门责令拆除。",
     [("公安机关交通管理部门", "responsible"), ("城市管理行政执法部门", "responsible")]),
    ("示范章程由市农业农村主管部门商同市市场监督管理部门制定。",
     [("市农业农村主管部门", "lead"), ("市市场监督管理部门", "support")]),
    ("市、县（市、区）人民政府或者其森林防火指挥机构应当给予表彰。",
     [("市、县（市、区）人民政府或者其森林防火指挥机构", "responsible")]),
    # the task by which an office is told; another whom it has chosen
    ("由省、自治区、直辖市人民政府管理专利工作的部门责令改正。",
     [("省、自治区、直辖市人民政府管理专利工作的部门", "responsible")]),
    ("许可证由省级以上烟草专卖行政主管部门或其授权的机构审批、发放。",
     [("省级以上烟草专卖行政主管部门或其授权的机构", "responsible")]),
    ("由本级人民代表大会常务委员会办事机构或者乡、镇人民代表大会主席团转交有关机关研究处理。",
     [("本级人民代表大会常务委员会办事机构", "responsible"), ("乡、镇人民代表大会主席团", "responsible")]),
    # an office and what it does with another are no one name
    ("由国务院药品监督管理部门指定药品检验机构进行抽检。", [("国务院药品监督管理部门", "responsible")]),
    ("由审批机关抄学校所在地的县级以上广播电视行政管理部门备案。", []),
    ("由各代表团推荐若干名本级人民代表大会代表组成。", []),
    ("由省人民政府送国务院水行政部门备查。", [("省人民政府", "responsible")]),
    ("在市水行政主管部门和市环保行政主管部门指导下组织建网。", []),
    ("指导责任单位开展绿化养护。", []),
    ("经报社会保险行政部门同意，可以延长。", [("社会保险行政部门", "review")]),
    ("由市财政部门商最高人民法院另行制定。", [("市财政部门", "lead"), ("最高人民法院", "support")]),
    ("由市人民政府授权的部门负责。", [("市人民政府授权的部门", "responsible")]),
    # an organisation, a post, and who is empowered
    ("工会组织合并，其财产归合并后的工会所有。", []),
    ("工会组织职工参加管理。", [("工会", "responsible")]),
    ("副主任由县商务局局长和县工信局局长兼任。", []),
    ("授权澄湖试验区制定管理办法。", []),
    # firms, and what is no name
    ("有明确的运营管理机构，组织开展服务。", []),
    ("物业管理机构应当报告。", []),
    ("施工图审查机构应当报告。", []),
    ("任何单位和个人不得损毁。", []),
    ("确保行政机关依法履行职责。", []),
    ("由收养人持登记证到登记机关办理。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "rows"), LAWS)
def test_duties_in_the_words_of_laws_are_read(sentence: str, rows: list[tuple[str, str]]) -> None:
    found = duties_of(f"第一条 {sentence}\n第二条 甲。\n")
    assert [(d.unit, d.role.value) for d in found] == rows

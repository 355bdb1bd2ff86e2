"""Quantities: value, unit, kind, year; and the figures that are none."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.extract.quantities.extractor import extract_quantities
from policygraph.extract.reading import Reading
from policygraph.model.facts import Quantity
from policygraph.model.finding import Finding
from policygraph.registry.registry import load_registry
from policygraph.text.blocks import split_blocks
from policygraph.text.clauses import parse_clauses
from tests.reading import source_of


def extract(text: str) -> tuple[tuple[Quantity, ...], tuple[Finding, ...]]:
    """Read the quantities of a text."""
    source = source_of(text)
    layout = split_blocks(source)
    clauses = parse_clauses(source, layout.blocks).clauses
    return extract_quantities(Reading(source, layout.blocks, clauses, load_registry()))


def rows(text: str) -> list[Quantity]:
    """Read the quantities of one item."""
    return list(extract(f"1.甲事。{text}")[0])


# sentence, rows of (kind, value, unit)
KINDS = [
    ("对甲县推进改革等30项做法给予表扬。", [("count", 30, "项")]),
    ("指标体系由推进质量、建设效率等4个方面构成。", [("count", 4, "个")]),
    ("不超过工资总额8%的部分，准予扣除。", [("cap", 8, "%")]),
    ("禁止生产厚度低于0.01毫米的地膜。", [("threshold", 0.01, "毫米")]),
    # a heading of two measures that speaks of conditions heads no list of them
    ("\n2.完善出让条件，规范收费。缴款期限最长不超过一年。", [("cap", 1, "年")]),
    ("联席会议由市教育局、市财政局等9个部门组成。", [("count", 9, "个")]),
    # what is above a sum, and who is meant by a size, are conditions; a limit is a cap
    ("累计超过2万元的部分，由本人申报。", [("threshold", 2, "万元")]),
    ("给予通行费八五折优惠，租金按五折收取。", [("subsidy", 8.5, "折"), ("rate", 5, "折")]),
    ("在5000元限额内据实报销。", [("cap", 5000, "元")]),
    ("每人的额度不能超过每月800元。", [("cap", 800, "元/人/月")]),
    ("人口不超过30万的城市，标准为每月900元。", [("threshold", 30, "万"), ("count", 900, "元/月")]),
    # a list of places deals something out where each has its figure; else it is counted
    ("在澄湖、云岭、开封3个城市推广。", [("count", 3, "个")]),
    ("其中郑州310家、开封130家。", [("quota", 310, "家"), ("quota", 130, "家")]),
    # what was done is no aim
    ("在此基础上新增了28个项目。", [("count", 28, "个")]),
    ("市发展改革委已安排该项目2亿元。", [("count", 2, "亿元")]),
    # conditions decide, each with its own reward
    (
        "对首次升规的企业，给予每户15万元奖励；连续2年在库的，再奖励每户8万元。",
        [("reward", 15, "万元/户"), ("duration", 2, "年"), ("reward", 8, "万元/户")],
    ),
    # how long ago something may have been for who is meant
    (
        "吸纳毕业2年内高校毕业生的，每人补贴1000元。",
        [("threshold", 2, "年"), ("subsidy", 1000, "元/人")],
    ),
    ("对距离法定退休年龄不足1年的人员延长补助。", [("threshold", 1, "年")]),
    ("对通过认定的平台，给予一次性补助20万元。", [("subsidy", 20, "万元")]),
    ("按软件投入的12%给予补助，单户企业最高60万元。", [("subsidy", 12, "%"), ("cap", 60, "万元/户")]),
    ("按15万元/家的标准，给予园区一次性奖励。", [("reward", 15, "万元/家")]),
    ("发放补贴，其中本科3万元，硕士5万元。", [("subsidy", 3, "万元"), ("subsidy", 5, "万元")]),
    ("研发费用增长12%以上的企业，按增量的6%给予补助。", [("threshold", 12, "%"), ("subsidy", 6, "%")]),
    ("对年纳税额超过300万元的企业，给予10万元奖励。", [("threshold", 300, "万元"), ("reward", 10, "万元")]),
    ("对租用厂房不超过500平方米的，给予租金减免。", [("threshold", 500, "平方米")]),
    # from one sum to another
    (
        "贷款上限由30万提高到50万，购买120平米以下住房的不超过80万元。",
        [("cap", 30, "万"), ("target", 50, "万"), ("threshold", 120, "平米"), ("cap", 80, "万元")],
    ),
    # square metres in letters, and a scale that a slash stands behind
    (
        "对购房不超过90m2的，按每套补贴200元/m²；最高额度从70万/户调整至80万/户。",
        [("threshold", 90, "m2"), ("subsidy", 200, "元/m²"), ("cap", 70, "万/户"), ("count", 80, "万/户")],
    ),
    # comparators on either side
    ("平均担保费率降至1.2%以下。", [("cap", 1.2, "%")]),
    ("PM2.5浓度控制在40微克/立方米以下。", [("cap", 40, "微克/立方米")]),
    # what is not included is no figure of its own
    (
        "固定资产投资在100万元到1000万元（不含1000万元）的项目，给予奖励5万元。",
        [("threshold", 100, "万元"), ("threshold", 1000, "万元"), ("reward", 5, "万元")],
    ),
    ("担保费率控制在1.5%以内。", [("cap", 1.5, "%")]),
    ("预留份额不低于预算总额的45%。", [("floor", 45, "%")]),
    ("预留项目预算的35%以上专门面向小微企业。", [("floor", 35, "%")]),
    ("实施期限最长不超过3年。", [("cap", 3, "年")]),
    ("签订1年以上劳动合同。", [("threshold", 1, "年")]),
    ("贷款利率不高于LPR+50个基点。", [("cap", 50, "个基点")]),
    ("审批时限压缩至3个工作日。", [("cap", 3, "个工作日")]),
    ("处五万元以上十万元以下罚款。", [("floor", 5, "万元"), ("cap", 10, "万元")]),
    # targets, and 每年 carried over a list and over commas
    (
        "每年新增甲类企业100户、乙类企业70户，培训员工2000人次以上，累计建成基地8个。",
        [("target", 100, "户/年"), ("target", 70, "户/年"), ("target", 2000, "人次/年"), ("target", 8, "个")],
    ),
    ("每周1次组织对接。", [("count", 1, "次/周")]),
    ("同一部门的检查每年不超过2次。", [("cap", 2, "次/年")]),
    ("每年召开两次会议。", [("count", 2, "次/年")]),
    ("每人每年只享受一次。", [("cap", 1, "次/人/年")]),
    ("评选前10名的园区。", [("quota", 10, "名")]),
    ("2024年净增企业50家，其中甲县20家、乙区30家。", [("target", 50, "家"), ("quota", 20, "家"), ("quota", 30, "家")]),
    # ranges, shared units, one kind for all that 、 joins
    ("按投资的5%-20%给予奖励。", [("reward", 5, "%"), ("reward", 20, "%")]),
    ("给予10—30万元补助。", [("subsidy", 10, "万元"), ("subsidy", 30, "万元")]),
    ("以年收入500万元至2000万元的企业为重点。", [("threshold", 500, "万元"), ("threshold", 2000, "万元")]),
    (
        "营业收入首次突破1亿元、5亿元的企业，分别奖励10万元、20万元。",
        [("threshold", 1, "亿元"), ("threshold", 5, "亿元"), ("reward", 10, "万元"), ("reward", 20, "万元")],
    ),
    # steps are the denominators of what follows
    ("每新增1名工程师奖励1万元，最高8万元。", [("reward", 1, "万元/名"), ("cap", 8, "万元")]),
    ("每5年修订1次目录。", [("count", 1, "次/5年")]),
    ("口罩日产量达到60万个。", [("target", 60, "万个/日")]),
    ("单位产值能耗下降，亩均税收达到12万元的，优先供地。", [("threshold", 12, "万元/亩")]),
    # one verb for a list of sums; what the list is said of stands behind it
    (
        "对一等、二等、三等的，分别给予30万元、20万元、10万元一次性奖励。",
        [("reward", 30, "万元"), ("reward", 20, "万元"), ("reward", 10, "万元")],
    ),
    (
        "新增产值5亿元及以上、1亿元及以上的企业。",
        [("threshold", 5, "亿元"), ("threshold", 1, "亿元")],
    ),
    # a lower and an upper bound are two things, also with 、 between them
    ("处1万元以上、3万元以下罚款。", [("floor", 1, "万元"), ("cap", 3, "万元")]),
    ("处工程造价一倍以下的罚款。", [("cap", 1, "倍")]),
    ("处违法所得一倍至三倍的罚款。", [("rate", 1, "倍"), ("rate", 3, "倍")]),
    # what is wider or higher than that
    ("宽度大于五十米的道路绿地率不低于百分之三十。", [("threshold", 50, "米"), ("floor", 30, "%")]),
    ("施工高度超过二十四米时，应当配备器材。", [("threshold", 24, "米")]),
    ("应当确定高于百分之十的比例用于创新。", [("floor", 10, "%")]),
    ("浓度不得大于5毫克。", [("cap", 5, "毫克")]),
    # detention; a threshold of a fine; a limit without 不超过
    ("处十日以上十五日以下拘留。", [("floor", 10, "日"), ("cap", 15, "日")]),
    ("罚款数额在五千元以上的，可以要求听证。", [("threshold", 5000, "元")]),
    ("按照200元以上500元以下的标准处以罚款。", [("floor", 200, "元"), ("cap", 500, "元")]),
    # how much must be given, not what something is like
    ("学校每学期应当提供不少于两次的健康培训。", [("target", 2, "次/学期")]),
    ("办理保险额度不低于50万元的意外保险。", [("floor", 50, "万元")]),
    ("每户限养一只。", [("cap", 1, "只/户")]),
    # what is given is no condition; what it is spent on is a share
    ("对企业投入的设备按照不超过金额10%的比例进行奖补，最高奖励200万元。", [("cap", 10, "%"), ("cap", 200, "万元")]),
    ("奖补资金的80%用于平台建设。", [("rate", 80, "%")]),
    ("安排专项补助资金不少于30万元。", [("floor", 30, "万元")]),
    ("补助总额限50万元，补助期限3年。", [("cap", 50, "万元"), ("duration", 3, "年")]),
    ("最低生活保障标准为780元。", [("count", 780, "元")]),
    # aims that fall; a part of an aim; what is in force is none
    ("能耗强度比2020年下降14%以上。", [("target", 14, "%")]),
    ("建成茶园4万亩，其中有机茶园2万亩。", [("target", 4, "万亩"), ("target", 2, "万亩")]),
    ("供养标准由现行的610元提高到620元。", [("count", 610, "元"), ("target", 620, "元")]),
    # conditions listed inside a paragraph
    ("申报企业须符合以下条件：（1）注册资本不低于50万元；（2）职工不少于10人。", [("threshold", 50, "万元"), ("threshold", 10, "人")]),
    ("所得税留成部分的50%，由同级财政补助给企业。", [("subsidy", 50, "%")]),
    ("按日加收千分之三的滞纳金。", [("rate", 3, "‰")]),
    ("到2027年，人均预期寿命达到80岁。", [("target", 80, "岁")]),
    ("寄养期限超过三十日的，责令改正。", [("threshold", 30, "日")]),
    ("大型养殖场指存栏达到5000头以上，占地达到20亩以上。", [("threshold", 5000, "头"), ("threshold", 20, "亩")]),
    ("年出栏300—499头补助10万元/个。", [("threshold", 300, "头"), ("threshold", 499, "头"), ("subsidy", 10, "万元/个")]),
    ("对验收达标的养殖场，各扶持30万元。", [("subsidy", 30, "万元")]),
    ("优良天数达到250天以上。", [("target", 250, "天")]),
    ("奖励总额不超过200万人民币。", [("cap", 200, "万")]),
    # what reaches a mark may apply; tiers of a rate
    ("接待游客达到200人次的即可申报奖励。", [("threshold", 200, "人次")]),
    (
        "引进20人以下的按每人120元、50人以上的按每人300元的标准给予补贴。",
        [("threshold", 20, "人"), ("subsidy", 120, "元/人"), ("threshold", 50, "人"), ("subsidy", 300, "元/人")],
    ),
    ("收入在500万元（含500万）以上的前五名，奖励3万元。", [("threshold", 500, "万元"), ("quota", 5, "名"), ("reward", 3, "万元")]),
    ("单家企业每年上限20万元，最多补助3年。", [("cap", 20, "万元/家/年"), ("cap", 3, "年")]),
    ("每个企业只能申请1次。", [("cap", 1, "次/个")]),
    ("给予软件投资20%以内的扶持。", [("cap", 20, "%")]),
    ("培养1000名人才。", [("target", 1000, "名")]),
    # what such a thing has is its condition; what is made of it is counted
    ("培育营业收入超10亿元企业5家。", [("threshold", 10, "亿元"), ("target", 5, "家")]),
    ("引进投资超3亿元或5000万美元项目6个。", [("threshold", 3, "亿元"), ("threshold", 5000, "万美元"), ("target", 6, "个")]),
    ("产值超5亿元企业奖励20万元。", [("threshold", 5, "亿元"), ("reward", 20, "万元")]),
    ("产值突破100亿元，企业达到5家。", [("target", 100, "亿元"), ("target", 5, "家")]),
    # ten of something with 亿 or 万 is a name where a thing is called so
    ("培育十亿元企业30家，争取资金十亿元。", [("target", 30, "家"), ("target", 10, "亿元")]),
    # aims by further verbs
    ("收入增长5%，冲刺60亿元；盘活土地300亩；空置率压降10%以上；压减支出5%。",
     [("target", 5, "%"), ("target", 60, "亿元"), ("target", 300, "亩"), ("target", 10, "%"), ("target", 5, "%")]),
    # so many persons, of whom each share is counted
    ("每千人口托位数达到4.5个，每万人口发明专利拥有量12件。", [("target", 4.5, "个/千人口"), ("count", 12, "件/万人口")]),
    ("每千人拥有执业医师3.5人。", [("count", 3.5, "人/千人")]),
    # a compound or an estate is no place among which something is dealt out
    ("打造产业园区3个、小区5个、超市2个。", [("target", 3, "个"), ("target", 5, "个"), ("target", 2, "个")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[row[0][:14] for row in KINDS])
def test_kinds_and_units(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(row.kind.value, row.value, row.unit) for row in rows(text)] == expected


# what is printed, value, unit
PRINTED = [
    ("补助 300 万元", 300, "万元"),
    ("补助３０万元", 30, "万元"),
    ("补助1,200元", 1200, "元"),
    ("补助五千元", 5000, "元"),
    ("补助二十五万元", 25, "万元"),
    ("补助100元/人/天", 100, "元/人/天"),
    ("奖励伍拾万元", 50, "万元"),
    ("补助叁仟伍佰元", 3500, "元"),
    ("占百分之七十五", 75, "%"),
    ("占百分之零点五", 0.5, "%"),
    ("达到30余家", 30, "家"),
    ("工期三个月", 3, "个月"),
    ("近三年无事故", 3, "年"),
    ("更新设备27台（套）", 27, "台（套）"),
    ("库容0.16万立方米", 0.16, "万立方米"),
    ("补助资金300万。", 300, "万"),
    ("公示不少于7日", 7, "日"),
    ("不超过两名", 2, "名"),
    ("三人以上", 3, "人"),
    ("年龄在45周岁以下", 45, "周岁"),
    ("不低于标准的1.5倍", 1.5, "倍"),
    ("新增省级示范基地两家。", 2, "家"),
]


@pytest.mark.parametrize(("text", "value", "unit"), PRINTED, ids=[row[0] for row in PRINTED])
def test_printed_forms(text: str, value: float, unit: str) -> None:
    assert [(row.value, row.unit) for row in rows(text)] == [(value, unit)]


NAMES = [
    "制定防灾十年目标。",
    "18日晚8时40分和19日20时35分均有发生。",
    "计算方法：点评处方数/处方总数×100%。",
    "落实“六税两费”减免。",
    "新增资金投入三项机制。",
    "我市有甲乙两家。",
    "这五年，经济稳步发展。",
    "实行“4321”分担，打造“5+1”产业和2+N招聘会。",
    "推进一网一门一次改革，实现最多跑一次。",
    "依托12345平台和5G网络。",
    "支持十大重点产业、十四个新兴领域，落实三项制度。",
    "实施三年行动计划，落实三年提升工程。",
    "第17条、第20条，原文第3项；17 条修改为另文。",
    "2025年6月30日印发，2024年12月施行。",
    "提供24小时服务热线。",
    "建设“15分钟便民生活圈”。",
    "《二十件实事清单（2024年版）》所列事项。",
    "千家企业上云，数十家企业参加，几百人到会。",
    "防护口罩N95、燃油2级标准、百年老店。",
    "联系电话88496569，邮编100080。",
    "普及学前三年教育。",
    "本意见自下发之日起执行，执行时间3年。",
    "经市政府十四届78次常务会议审议通过。",
    "给予一次性奖励，逐一办理，统一安排。",
    "附件1 个人申请表，表2。",
    "本办法自印发之日起施行，有效期5年。",
]


@pytest.mark.parametrize("text", NAMES, ids=[text[:12] for text in NAMES])
def test_names_are_no_figures(text: str) -> None:
    assert rows(text) == []


# a plan of emergency, rows of (kind, value, unit): what grades an event is a condition
GRADES = [
    (
        "1.2 事故分级\n1.2.1 Ⅰ级事故，出现下列情况之一的：\n（1）面积在5万亩以上或者经济损失5000万元以上；\n"
        "（2）发生100人以上中毒或者5000头（只）以上牲畜中毒；\n",
        [
            ("threshold", 5, "万亩"), ("threshold", 5000, "万元"), ("threshold", 100, "人"),
            ("threshold", 5000, "头"),
        ],
    ),
    (
        "1.2 事件分级\n（1）重大：造成30人以上死亡，直接经济损失1亿元以上。\n（2）一般：造成3人以下死亡。\n",
        [("threshold", 30, "人"), ("threshold", 1, "亿元"), ("threshold", 3, "人")],
    ),
    (
        "1.2 重大（Ⅱ级）\n造成10人以上30人以下死亡，或者1亿元人民币以上直接经济损失的事件。\n",
        [("threshold", 10, "人"), ("threshold", 30, "人"), ("threshold", 1, "亿元")],
    ),
    (  # an answer to a grade is no condition
        "1.2 重大（Ⅱ级）应急响应\n1.2.1 立即向上级报告有关情况（最迟不超过4个小时）。\n",
        [("cap", 4, "个小时")],
    ),
    (
        "1.2 预警标准\nⅣ级预警：预计气温下降到4℃以下，或者1个以上观测点结冰。\n",
        [("threshold", 4, "℃"), ("threshold", 1, "个")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GRADES)
def test_what_grades_an_event_is_a_condition(
    text: str, expected: list[tuple[str, float, str]]
) -> None:
    found = extract(f"1 总则\n1.1 编制目的\n甲。\n{text}")[0]
    assert [(row.kind.value, row.value, row.unit) for row in found] == expected


YEARS = [
    ("到2025年底，甲类企业达到50家，乙类企业达到20家。", [2025, 2025]),
    ("到“十四五”末，企业数量突破600家。", [2025]),
    ("1998年达到2000人。", [1998]),
    ("2025年底前建成市场6个，新增摊位300个以上。", [2025, 2025]),
    ("从2022年起，每年新增企业80家。", [None]),
    ("到2027年更新设备90台，其中2026年40台、2027年50台。", [2027, 2026, 2027]),
    ("较2023年增长20%以上。", [None]),
    ("2023年新建农田200万亩。其中，甲县新建农田20万亩。", [2023, 2023]),
    ("2024年，全区用水总量控制在5亿立方米以内，新建公园5个。", [2024, 2024]),
    ("2023年认定的企业，奖励10万元。", [None]),
    ("对2023年入库的企业，给予不超过投入30%的补助，单家上限20万元。", [None, None]),
    # a year that a comma sets off at the beginning is the year of all that is said
    ("2024年，举办会议12次，占全省的5%。", [2024, 2024]),
    ("根据2022年，全市改革后，甲公司5000万元。", [None]),
]


@pytest.mark.parametrize(("text", "years"), YEARS, ids=[row[0][:12] for row in YEARS])
def test_the_year_governs_what_follows_it(text: str, years: list[int | None]) -> None:
    assert [row.year for row in rows(text)] == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("一、2024年经济社会发展主要目标\n（一）地区生产总值增长8%。\n（二）新增就业3000人。", [2024, 2024]),
        ("一、甲\n到2025年，实现以下目标：\n——投入占比达到2.5%。\n——新增企业50家。\n二、乙。新增园区3个。",
         [2025, 2025, None]),
        ("一、2024年工作回顾\n（一）新增就业3000人。", [None]),
        # a line that names one year by when leads the lines with dashes below it
        ("一、甲\n到2027年，体系基本建成。\n——投入占比达到2.5%。\n——新增企业50家。", [2027, 2027]),
        ("一、甲\n到2027年见效，到2035年建成。\n——新增企业50家。", [None]),
        ("一、甲\n●2027年经济总量要达到20亿元。\n●在质量上，收入要达到10万元。", [2027, None]),
        # the words of a unit lead its items; what is done each year has no year
        ("一、甲\n（一）乙。“十四五”期间，主要目标：\n1.处理率为95%。\n2.每年培训50人。", [2025, None]),
        ("“十四五”期间，主要目标：\n1.处理率为95%。\n2.利用率达到60%。", [2025, 2025]),
        # under a heading of aims the goal goes on behind the full stop
        ("一、主要目标\n到2025年，体系基本建成。企业达到500家。", [2025]),
        ("一、甲\n到2025年，体系基本建成。企业达到500家。", [None]),
        ("总体目标：到2025年，体系建成。推动建设30个基地。", [2025]),
        # a heading on a line of its own may end in a full stop
        ("一、甲\n（一）发展目标。\n到2025年，体系建成。总量超过10亿千瓦。\n到2030年，再上台阶。比例达到70%。",
         [2025, 2030]),
        ("（二）发展目标。到2025年，体系基本建成。\n1.甲。覆盖率不低于50%。\n2.乙。安装率达到100%。", [2025, 2025]),
    ],
)  # fmt: skip
def test_the_year_of_a_heading_or_of_a_leading_line(text: str, years: list[int | None]) -> None:
    assert [row.year for row in extract(text)[0]] == years


def test_a_quota_is_about_the_place_before_it() -> None:
    found = rows("2022年各市任务为：郑州30家、开封20家、洛阳25家。")
    assert [(row.kind.value, row.subject, row.year, row.value) for row in found] == [
        ("quota", "郑州", 2022, 30),
        ("quota", "开封", 2022, 20),
        ("quota", "洛阳", 2022, 25),
    ]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "新认定的国家级、省级中心分别给予1000万元、500万元奖励。",
            ["新认定的国家级、省级中心"] * 2,
        ),
        ("二氧化硫、氮氧化物排放量比2020年分别下降15%、10%。", ["二氧化硫、氮氧化物排放量"] * 2),
        ("优良天数比例（AQI达标率）达到94%。", ["优良天数比例"]),
        ("甲类园区10个、乙类园区20个。", ["甲类园区", "乙类园区"]),
        ("超出用水指标百分之二十的，加价收费。", ["用水指标"]),
        # figures of one list are about one thing; the second bound of a range too
        ("产值突破10亿元、5亿元的，奖励20万元。", ["产值", "产值", "产值突破10亿元、5亿元的"]),
        ("对单位处1万元以上3万元以下罚款，对个人处500元以下罚款。", ["单位", "单位", "个人"]),
        ("由住房主管部门处1万元以上3万元以下罚款。", [None, None]),
        ("对单位处应缴城市生活垃圾处理费一倍以上三倍以下罚款。", ["应缴城市生活垃圾处理费"] * 2),
        ("处以项目合同金额千分之五以上千分之十以下的罚款。", ["项目合同金额"] * 2),
        ("对责任人员处以其上一年度所得收入的1倍以上3倍以下罚款。", ["责任人员"] * 2),
        ("由公安机关处五日以下拘留。", [None]),
        (
            "想要进入澄湖渔港码头卸货并且修理船只的渔船经营者违反本条例规定，处5000元以上3万元以下罚款。",
            [None, None],
        ),
        # the offence, and who fines, are nobody that is fined; a multiple is of something
        ("炸鱼、毒鱼的，处五百元以上二千元以下罚款。", [None, None]),
        ("市民政部门可以处二千元以上一万元以下罚款。", [None, None]),
        ("将污水排入河道的，由渔港部门处五千元罚款。", [None]),
        (
            "对拒不改正的个人可以处一百元罚款，对单位并处二万元以上五万元以下罚款。",
            ["拒不改正的个人", "单位", "单位"],
        ),
        ("对违法行为处以五千元罚款。", [None]),
        ("处违法所得一倍以上三倍以下罚款。", ["违法所得", "违法所得"]),
        ("处货值金额百分之十以上百分之三十以下罚款。", ["货值金额", "货值金额"]),
        ("供养标准由每月610元提高到每月620元。", ["供养标准", "供养标准"]),
        # who gets a sum: behind the verb, before it, before a colon
        ("奖励甲园区20万元；奖励乙园区、丙园区各10万元。", ["甲园区", "乙园区、丙园区"]),
        ("凡未得到补助的茶企业给予一次性2万元奖励。", ["未得到补助的茶企业"]),
        ("规模以上企业：除省级奖补外，市本级每户奖励30万元。", ["规模以上企业"]),
        (
            "给予首次认定的企业20万元、复核通过的企业10万元奖励。",
            ["首次认定的企业", "复核通过的企业"],
        ),
        ("给予不超过融资额2%的补助。", ["融资额"]),
        # what is counted stands right behind the number; a fund behind its sum
        ("在我市游览5个以上收费景区。", ["收费景区"]),
        ("安排200万元电商发展专项资金。", ["电商发展专项资金"]),
        # the share of what stands before the bracket; a time limit before the colon
        ("水质优良（达到Ⅲ类）比例达到25%。", ["水质优良比例"]),
        ("法定时限：20个工作日，承诺时限：3个工作日。", ["法定时限", "承诺时限"]),
        # who gets it, and not how it is found out
        ("获得表彰的优秀企业，经主管部门认定后，奖励3万元。", ["获得表彰的优秀企业"]),
        ("入驻企业达8家的基地，给予运营主体最高3万元奖励。", ["入驻企业", "运营主体"]),
        # each has its own name behind 分别; days that are counted; how much it changed
        ("优良天数分别达到甲县220天、乙县210天。", ["甲县", "乙县"]),
        ("年均浓度达到51微克/立方米，同比下降2%。", ["年均浓度", "年均浓度"]),
        ("上市公司年均新增25家。", ["上市公司"]),
        # behind a bracket; the bound of each; who breaks a rule
        ("实现境内上市（含甲、乙）后奖励100万元。", ["境内上市后"]),
        ("对首贷户发放贷款20亿元。", ["首贷户"]),
        ("供水企业违反本条例规定，有下列行为之一的，处2万元以下罚款。", ["供水企业"]),
        ("规模养殖场补贴保费70%。", ["保费"]),
        ("支持5个“三产融合”示范场建设。", ["“三产融合”示范场建设"]),
        ("可支配收入由目前的3万元增长到5万元。", ["可支配收入", "可支配收入"]),
        # a bracket that holds nothing but a number counts what stands before it
        ("乡镇处罚事项（70项）。", ["乡镇处罚事项"]),
        ("集中修改27件规章的部分条款。", ["规章"]),
        # how much it grew, and what it is to reach; 同口径 is no name
        (
            "总值超过200亿元，增长8.8%左右；收入38亿元，净增5亿元。",
            ["总值", "总值", "收入", "收入"],
        ),
        ("收入增长5%以上，确保65亿元，其中税收增长3%。", ["收入", "收入", "税收"]),
        ("总值增长7%左右，逼近300亿元大关。", ["总值", "总值"]),
        ("旅游收入达3000亿元、年均增长20%以上，比去年同期增长5%。", ["旅游收入"] * 3),
        ("总值跨越500亿元，达560亿元（预计数，下同），增长14%以上。", ["总值"] * 3),
        ("总值从2017年的3亿元增长到2022年的4亿元。", ["总值", "总值"]),
        ("存贷款余额达到80亿元、40亿元，分别增长13%、7.9%。", ["存贷款余额"] * 4),
        ("收入增长15%，其中，税比71.6%。", ["收入", "税比"]),
        ("财政收入21亿元，同口径增长8%。", ["财政收入", "财政收入"]),
        ("城镇化率提高1.2个百分点，达到58%。", ["城镇化率", "城镇化率"]),
        ("总值200亿元，成本下降2%。", ["总值", "成本"]),
        # what is done to it is no part of its name
        (
            "腾退工业用地660亩，组织实施技改项目20个，引进到位资金5亿元。",
            ["工业用地", "技改项目", "到位资金"],
        ),
        ("新兴产业实现产值20亿元，全县实现旅游收入3亿元。", ["新兴产业产值", "旅游收入"]),
        (
            "预计完成造林5万亩，改造率60%，整改完成比例达到100%。",
            ["造林", "改造率", "整改完成比例"],
        ),
        ("新建成公园5个，治理能力指数达到80%。", ["公园", "治理能力指数"]),
        ("成功申报重点人才9人，列入重点项目17个，获批用地3亩。", ["重点人才", "重点项目", "用地"]),
        ("4个国债项目已获批。", ["国债项目"]),
        # a norm is for what is newly built; 其 is no name, 其他 is part of one
        (
            "新建单位绿地率不低于30%，其绿地面积不小于5亩，其他单位绿地率不低于20%。",
            ["新建单位绿地率", "绿地面积", "其他单位绿地率"],
        ),
        ("转让人已完成开发投资总额的25%以上。", ["转让人已完成开发投资总额"]),
        ("应当按照每百户不少于20平方米配建。", [None]),
        ("新建大棚每亩补助300元；新建大棚50亩以上的，予以奖励。", ["新建大棚", "新建大棚"]),
        ("化学需氧量排放量削减6%，三产比重调整为45%。", ["化学需氧量排放量", "三产比重"]),
        ("纳税过1亿元的企业达30家。", ["纳税", "企业"]),
        ("年缴税额首次超过100万元的企业达5家。", ["年缴税额", "企业"]),
        # 超亿元 is no comparison of what is counted; one comparison of two words
        ("新增产值超亿元企业10家以上。", ["产值超亿元企业"]),
        ("给予补助，最高不超过20%。", [None]),
        # an attribute goes on over 、
        (
            "建成至少一个示范性、综合性服务中心，建成3个国家级、5个省级园区。",
            ["示范性、综合性服务中心", "国家级", "省级园区"],
        ),
        ("每千人口拥有托位数4.1个，每万人发案率下降5%。", ["托位数", "每万人发案率"]),
        # what the unit does not say stays in the name
        ("每百名儿童拥有床位5张。", ["每百名儿童拥有床位"]),
        ("纳入规划的项目20个，纳入台账项目5个。", ["纳入规划的项目", "台账项目"]),
        # what a thing has is no name of it; what is counted before 和 and another figure
        (
            "打造100个具有自主知识产权的竞赛品牌，建设50所高水平学校和150个骨干专业。",
            ["竞赛品牌", "高水平学校", "骨干专业"],
        ),
        ("从具有3年以上经历的人员中招聘。", [None]),
        # a time has a name only where it is the name of a time limit
        ("首次入库后连续2年在库。", [None]),
        ("审批时限为5个工作日。", ["审批时限"]),
    ],
)
def test_the_subject_of_lists_and_behind_brackets(text: str, subjects: list[str]) -> None:
    assert [row.subject for row in rows(text)] == subjects


def test_condition_and_subject_of_a_reward() -> None:
    (row,) = rows("对首次入库的科技企业，给予每户9万元的奖励。")
    assert (row.condition, row.subject) == ("对首次入库的科技企业", "首次入库的科技企业")
    assert row.as_written == "给予每户9万元"


@pytest.mark.parametrize("who", ["企业", "学校", "单位", "团队"])
def test_who_gets_a_sum_stands_behind_its_verb(who: str) -> None:
    """学校 was read as 学 and passed over, so that the sum went to those of the condition."""
    (row,) = rows(f"对成绩突出的，奖励所在{who}共10万元。")
    assert row.subject == f"所在{who}"


def test_conditions_listed_under_a_heading() -> None:
    found = extract(
        "一、认定条件\n（一）专职人员不少于8人；\n（二）资产负债率不超过60%。\n二、其他\n（一）人员不少于3人。"
    )[0]
    assert [(row.clause, row.kind.value) for row in found] == [
        ("1/1", "threshold"),
        ("1/2", "threshold"),
        ("2/1", "floor"),
    ]


FLAT = """附件1 |
评分细则
|||
序号 |
指标 |
分值 |
评分办法 |
1 |
企业数量 |
10 |
静态占40%，动态占60%。 |
2 |
平台 建设 |
5 |
新建平台每个加0.5分，最高加2分；占比不低于30%（3分），每增加10%加1分；分别扣20、10分。 |
"""


def test_scores_of_a_flattened_table() -> None:
    found = [(row.kind.value, row.value, row.unit, row.subject) for row in extract(FLAT)[0]]
    assert found == [
        ("score", 10, "分", "企业数量"),
        ("rate", 40, "%", "静态"),
        ("rate", 60, "%", "动态"),
        ("score", 5, "分", "平台建设"),
        ("score", 0.5, "分/个", "新建平台"),
        ("cap", 2, "分", "新建平台"),
        ("threshold", 30, "%", "占比"),
        ("score", 3, "分", "占比"),
        ("score", 1, "分/10%", "占比"),
        ("score", 20, "分", "占比"),
        ("score", 10, "分", "占比"),
    ]


def test_the_head_of_a_column_gives_unit_and_year() -> None:
    text = "附件1\n任务表\n地区\t企业数（家）\t2025年目标\n甲区\t12\t培育企业8家\n乙区\t30\t培育企业9家\n"
    found = [
        (row.kind.value, row.value, row.unit, row.year, row.subject) for row in extract(text)[0]
    ]
    assert found == [
        ("count", 12, "家", None, "甲区"),
        ("target", 8, "家", 2025, "企业"),
        ("count", 30, "家", None, "乙区"),
        ("target", 9, "家", 2025, "企业"),
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "序号\t指标\t单位\t2020年\t2025年\n1\t企业数\t家\t320\t500\n2\t粮食产量（万吨）\t\t11\t≥13\n",
            [
                ("count", 320, "家", 2020, "企业数"),
                ("target", 500, "家", 2025, "企业数"),
                ("count", 11, "万吨", 2020, "粮食产量"),
                ("target", 13, "万吨", 2025, "粮食产量"),
            ],
        ),
        (
            "| 指标 | 单位 | 2025年目标值 |\n|---|---|---|\n| 覆盖率 | % | 42 |\n| 名称 | 无 | 7 |\n",
            [("target", 42, "%", 2025, "覆盖率")],
        ),
    ],
)
def test_a_table_of_indicators(table: str, expected: list[tuple[object, ...]]) -> None:
    found = extract(f"附件1\n任务表\n{table}")[0]
    assert [(r.kind.value, r.value, r.unit, r.year, r.subject) for r in found] == expected


def test_a_compared_number_without_unit_is_a_finding() -> None:
    found, findings = extract("1.甲事。物流运量不少于50柜，另达到2024年水平。")
    assert not found
    assert [finding.code for finding in findings] == ["quantity.no-unit"]


@pytest.mark.parametrize("text", ["三分之二以上成员同意。", "按1∶0.5配套。"])
def test_a_fraction_is_a_finding(text: str) -> None:
    found, findings = extract(f"1.甲事。{text}")
    assert not found
    assert [finding.code for finding in findings] == ["quantity.no-unit"]


def test_the_number_of_an_item_is_no_figure() -> None:
    assert [row.value for row in extract("1 家庭服务业。\n2 个体工商户，补助3万元。")[0]] == [3]


PIECES = st.sampled_from(
    "1. （一） 一、 每户 每年新增 每增加 每新增一家 对 的， 的企业 给予 奖励 补助 最高 不超过 不低于 达到 按 分别 单户 、 ， 。 ； ： （ ） “ ” 《 》 "
    "20万元 5% 5%-20% 100家 3年 三年 二十个 百分之七十五 0.5分 10 | \t \n 2025年 到2025年底 “十四五”末 万 亿 元/户 / + 第 其中 郑州 序号 分值 "
    "附件1 以上 以下 左右 内 １２ 1,200 . 十 百 千 一".split(" ")
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=200
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(TEXTS)
@example("1" * 3000)
@example("一" * 3000)
@example("1元、" * 1000)
@example("5%-" * 500)
@example("《“（" * 400 + "3家")
@example("附件1\n序号\t分值\n" + "1\t2\t3\n" * 300)
def test_any_text_is_read(text: str) -> None:
    found, findings = extract(text)
    for row in found:
        assert "".join(text[span.start : span.end] for span in row.spans) == row.as_written
        assert row.unit
        assert row.value >= 0
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in findings if f.span)

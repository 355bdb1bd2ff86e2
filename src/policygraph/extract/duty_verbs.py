"""The verbs that lay a duty on the body before them, as regular expressions.

What follows a word tells a verb from the beginning of a noun: 要 but no 要求, 指导 but no 指导意见.
"""

import re

_PIECE = "[^，,。；;]"  # up to a pause
_BY_DAY = (
    rf"(?:于|在)?(?:每?(?:半?年|[季月周])度?末?月?|\d{{1,4}}年|\d{{1,2}}月){_PIECE}{{0,10}}?"
    "(?:[日前底内][，,]?(?:将|向|报|提交|完成|汇总|上报)"
    "|前[，,]?(?:建立|制[定订]|出台|印发|组织|开展|编制|启动|形成|落实|安排|公布|提出|基本|全面|做好|要(?!求)|应|必须))"
    rf"|每(?:半?年|季度?|月|周){_PIECE}{{0,8}}?(?:将|向(?={_PIECE}{{2,16}}(?:报|通报|汇报))|要(?!求)|应当|必须|报送|上报)"
)
# of what, in which state, by what rule: 对…要, 在…的同时，要
_MUST = "(?:要(?![求点素件害闻])|应当|必须|务必|须(?!知)|应(?![急用对届收付税纳邀聘变力激]))"
_ABOUT = (
    rf"对(?={_PIECE}{{2,60}}?{_MUST})"
    rf"|[，,](?:如|若|遇|因|凡)(?!(?:何|此|为|干))(?=[^。；;]{{2,60}}?(?:时|的|后|需要)[，,](?:还|都|均|也)?{_MUST})"
    rf"|(?:在|对|按照?|根据|依据|依照|结合|针对|围绕|以(?![上下内外前后及来便]))(?=[^。；;]{{2,80}}?(?<!的)[，,](?:还|都|均|也)?{_MUST})"
    rf"|在(?={_PIECE}{{2,40}}?发现[^。；;]{{2,80}}?的[，,]{_MUST})"
    rf"|(?:根据|按照|依照|依据){_PIECE}{{2,40}}?(?:编制|制[定订]|拟[定订]|提出|下达|安排|核定)(?!的|了)"
)
_OVER = (
    rf"对{_PIECE}{{2,60}}(?:负{_PIECE}{{0,8}}责|实施{_PIECE}{{0,12}}管理"
    rf"|进行{_PIECE}{{0,12}}(?:监督|管理|检查|考核|审[查核]))"
)
# must; by its duties; is in charge
_BINDING = (
    "要(?![求点素件害闻])|应当|应(?![急用对届收付税纳邀聘变力激])|必须|务必|须(?!知)|需(?![求要])"
    "|(?:按照?|依据|依照|根据)(?:各自|本部门)?的?职责|按照?(?:下列|以下|各自)分工|在各?自?的?职责范围内|主要负责(?!人)|做好|主管(?![部单机领])"
    "|(?:具体|全面|统一)(?:领导|组织|指挥|落实|承办|管理|协调)(?!的|小组)|分级负责"
    "|负责(?![人同任])(?!制(?![定订作造备]))|牵头(?!单位|部门)|会同|承担(?![的着])"
    r"|[:：]\s*(?=负责|牵头|承担|组织|指导|协调|统筹)"
)
# what a body is said to do in a text that gives orders
_DOING = (
    rf"将(?={_PIECE}{{0,24}}(?:跟踪|督查|督导|督办|通报|考核|抽查|检查|汇总|组织|派出|约谈|问责)|{_PIECE}{{0,40}}(?:报|[提移送上]?交(?![通易流界警接付换割])|纳入|列入|作为))|各司其职|密切配合|具体实施|汇总|督促"
    rf"|配合(?![下的])|协办|承办|协助|参与|提供|编制(?![委办管工的总标员职数、])|审[核定]|受理|出具|切实|抓好|搞好|适时|按职[责能]"
    rf"|组织(?=[^部机法者架]|法律)|协调(?![小机会员]|{_PIECE}{{0,14}}的)|指导(?![委意组中站员性])|统筹(?![办局])"
    "|落实(?![部单])|履行|开展|行使"
    rf"|(?:根据|按照|依照|依据|结合)(?=[^。；;]{{2,80}}[，,]并?(?:确定|制[定订]|组织|提出|编制|下达|安排|实施|开展|审[核定]|拟[定订]"
    "|会同|负责|进行|对|按规定|及时))"
    rf"|(?:依照|按照|根据){_PIECE}{{2,24}}(?:行使|履行)"
    rf"|在(?={_PIECE}{{2,40}}(?:领导|指导|协调|指挥)下[，,]?{_PIECE}{{0,30}}(?:负责|承担|组织|开展|做好|行使|发挥|推[动进]|落实|完成|履行|实施|协助))"
    rf"|是(?={_PIECE}{{2,24}}(?:部门|机关|机构|单位|主体)[，,](?:全面|具体|主要|统一)?负责)"
    rf"|作为(?={_PIECE}{{2,16}}[，,](?:具体|主要)?(?:负责|承担|牵头|要|应))"
)
# 自受理之日起20个工作日内作出决定
_WITHIN = (
    rf"(?:自(?![然治行主来身由])|于|在)(?={_PIECE}{{2,30}}(?:之日起?|后|起)[，,]?"
    rf"{_PIECE}{{0,3}}\d{{1,3}}个?(?:工作)?[日天]之?内)"
)
MODAL = rf"{_BINDING}|{_BY_DAY}|{_ABOUT}|{_DOING}|{_OVER}|{_WITHIN}"
# what a sentence that begins with a body tells it to do, in a text that gives orders
PLAIN = (
    "(?:(?<=相应|分别)成立|加强|加大|加快|加密|建立|健全|完善|制[定订](?!的)|推[进动]|强化|发布|核发|颁发|办理|设立|确保|保持|维护|发挥|优化|引导|收集"
    "|通报|报送|上报|抓紧|严格|严厉|依法|依规|定期|集中|全面|深入|广泛|积极|主动|密切|及时|迅速|认真|充分|立即|明确|细化"
    "|紧扣|紧紧|高度|(?<!社会)保障|监督(?!管理|员|机构|检[验查])|检查(?!组)|查处|打击|责令|拨付|核查|核[实准]|调[查度](?!组)|拟[定订]"
    "|征收|评估|评审|考核(?!组)|验收|牢固|坚持|安排|支持|鼓励|拓宽|搭建|培育|打造|筹集|落细|选派|配备|用好|管好|结合|立足|对照)"
    "(?![局委办厅处科室站所队]|部(?!署)|机构|中心|行政|主管)"  # 社会保障厅 is a name
)
DONE = (
    "会同|(?<=[局厅部院室署])会(?=相关|有关|各)|牵头|负责(?!人|同志)|承办|协办|向|提出|指挥(?![部所机长中])|组织(?!部)|各(?=派|自|抽)|派[出员]|商(?=各|有关)|运用|直接|统筹|统一|具体|另行|研究|制定|承担|审核|核定|审定|提供"
    "|(?:综合|办理|编制(?!管理)|监督(?!管理)|责令|安排|负担|解决|(?<!社会)保障|列支|拟[定订]|起草|颁发|核发|收集|整理|开展|推进|完成|建立|设立|召集|主持"
    "|处理|查处|追究|依照|做好|通报|印发|制发|刻制|印制|加强|备案|调[查处度]|登记|征收|收取|验收|检查|评审|考核|拨付|审批|核准|确认|补助|出[台资]"
    "|选派|委托|聘请|组建|先行|集中|适时|定期|及时|报(?!社|业)|通知|告知|进行)(?![局委办厅处科室站所队组员]|机构|部门|中心|行政|主管)"
    "|给予|予以|按照?|根据|依法|依据|对|结合|督促|指导(?!委)|协调|共同|分别|汇总|下达|发布|公布|确定|决定|实施|落实"
    "|认定|批准|受理|代表|出具"
)
ADVERB = (
    "具体|相应|即(?=依据|根据|按|组织)|积极主动|积极|主动|密切|认真|全力|严格|进一步|协同|联合|全面|抓紧|尽快|继续|[每按](?:年度?|季度?|半年|个?月|周|两年)|定期|及时|均|都|也|还|各自|分别|共同|依法|原则上|立即|迅速|不仅|首先"
    # 有关主管部门，应按照各自职责: a pause behind the subject
    "|[，,](?=应(?![急用对届])|要(?!求|点)|负责(?!人)|具体负责|承担|在各?自?的?职责范围内|按照?各自的?职责)"
)
_SELDOM_MAIN = (
    "对", "将", "汇总", "督促", "协助", "参与", "提供", "编制", "审核", "审定", "受理", "出具",
    "组织", "协调", "指导", "统筹", "落实", "履行", "开展", "配合", "行使",
)  # fmt: skip
_TOLD = re.compile(
    r"[^。；;！？?\n]{0,200}?(?:了|[已曾](?!经同意)|累计|去年|以来|[？?])"
    r"|[^，,。；;\n]{0,30}(?:(?:数据|结果|报告|公告|信息)(?:显示|表明)|之日起)"
    r"|[^，,。；;\n]{0,60}(?:程序|办法|方案|通知|意见|规定|细则|情况|总结)\s*(?:\n|\Z)"  # a title
)
# 推进会, 推进组, 办理时间：, 优化营商环境主管部门应当: the verb is part of a name
_PART_OF_NAME = re.compile(
    r"会(?![计展商员同场所费议])|组(?![建织成合团装])|(?:电话|热线|时间|日期|地点|地址|邮箱|网址)\s*[:：为是于\d]"
    r"|(?<!明确|安排|设立|建立|选派)[\u4e00-\u9fff]{0,12}?(?:部门|机构|机关|单位|办公室|[处科室股])(?:应当|必须|要(?![求点素件害闻])|不得)"
)
_BY_RULE = ("按", "根据", "依", "对", "向", "结合", "直接", "会")
_OF_NAME = re.compile("[^，,。；;、]{0,2}的(?![，,])")
_NAMED = re.compile(
    "[^，,。；;、]{0,4}的|[^，,。；;]{0,30}的(?:职责|权限|条件|程序|标准|内容|原则)(?:是|为|如下|包括)"
)
_HOW_NAMED = re.compile("[^，,。；;]{0,8}的")  # 依法查封、扣押的车辆
_HOW = ("依法", "依规", "及时", "定期", "严格", "集中", "统一", "积极")
_PASSED_ON = re.compile("[^，,。；;]{0,8}后[，,]?(?:再|上?报|由|提交|方可|予以|拨付|下达|公布|转)")
_CLAUSE = (
    "[^，,。；;！？]{0,80}(?:时|后|前|的)[，,]"
    "|[^，,。；;！？]{0,80}(?:进行|开展|完成|组织|制定|召开)了"  # done, and not to be done
)
_IN_CLAUSE = re.compile(_CLAUSE)
_INSIDE = re.compile(f"{_CLAUSE}|[^，,。；;、]{{0,6}}的")


def is_told(text: str, begin: int, end: int) -> bool:
    """Say whether a plain verb that ends at ``end`` tells what was done, or names a thing."""
    named = _HOW_NAMED if text.startswith(_HOW, begin) else _NAMED
    if named.match(text, end) or _PART_OF_NAME.match(text, end):
        return True
    return bool(_INSIDE.match(text, end) or _TOLD.match(text, begin))


def is_attribute(text: str, begin: int, end: int) -> bool:
    """Say whether a verb that ends at ``end`` is part of a name: 由市政府确定的机构."""
    return bool(_OF_NAME.match(text, end)) and not text.startswith(_BY_RULE, begin)


CHARGE = re.compile("[^，,。；;]{0,20}的[^，,。；;的]{0,10}(?:长|主任|领导|同志|负责人)")


def beginnings(pattern: str) -> str:
    """Give a class of the characters with which a match of ``pattern`` may begin, and some more.

    To look at one character first is cheaper than to try some hundred words.
    """
    for _ in range(2):  # what a verb is not followed by begins none
        pattern = re.sub(r"\(\?<?[!=][^()]*\)", "", pattern)
    first = set(re.findall("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]", pattern))
    listed = set("".join(re.findall(r"\[([^\]]*)\]", pattern)))
    chinese = {char for char in first | listed if "\u4e00" <= char <= "\u9fff"}
    return rf"[{''.join(sorted(chinese))}\d，,：:]"


def is_inside(verb: str, text: str, end: int) -> bool:
    """Say whether a verb that ends at ``end`` stands in a clause inside the sentence.

    受理投诉后，…; …组织实施的活动: said of a time or a thing, and no duty.
    """
    if verb == "对" or not verb.startswith(_SELDOM_MAIN):
        return False
    if verb.startswith("审") and _PASSED_ON.match(text, end):
        return False
    # 将原部门的印章交…: what is handed over may have an attribute
    return bool((_IN_CLAUSE if verb == "将" else _INSIDE).match(text, end))

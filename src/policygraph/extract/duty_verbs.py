"""The verbs that lay a duty on the body before them, as regular expressions.

What follows a word tells a verb from the beginning of a noun: 要 but no 要求, 指导 but no 指导意见.
"""

import re

_PIECE = "[^，,。；;]"  # up to a pause
_BY_DAY = (
    rf"(?:于|在)?(?:每?[年季月周]度?末?月?|\d{{1,4}}年|\d{{1,2}}月){_PIECE}{{0,10}}?[日前底内][，,]?"
    "(?:将|向|报|提交|完成|汇总)"
)
_OVER = (
    rf"对{_PIECE}{{2,60}}(?:负{_PIECE}{{0,8}}责|实施{_PIECE}{{0,12}}管理"
    rf"|进行{_PIECE}{{0,12}}(?:监督|管理|检查|考核|审[查核]))"
)
# must; by its duties; is in charge
_BINDING = (
    "要(?![求点素件害闻])|应当|应(?![急用对届收付税纳邀聘变力激])|必须|务必|须(?!知)|需(?![求要])"
    "|(?:按照?|依据|依照|根据)(?:各自|本部门)?的?职责|在各?自?的?职责范围内|主要负责(?!人)|做好|主管(?![部单机领])"
    "|负责(?![人同任])(?!制(?![定订作造备]))|牵头(?!单位|部门)|会同|承担(?![的着])"
    r"|[:：]\s*(?=负责|牵头|承担|组织|指导|协调|统筹)"
)
# what a body is said to do in a text that gives orders
_DOING = (
    rf"将(?={_PIECE}{{0,12}}(?:跟踪|督查|督办|通报|考核|抽查|检查|汇总|组织))|各司其职|密切配合|具体实施|汇总|督促"
    rf"|配合(?={_PIECE})|协助|参与|提供|编制(?![委办管工的总标员职数、])|审[核定]|受理|出具|切实|抓好|搞好|适时|按职责"
    rf"|组织(?=[^部机法者架]|法律)|协调(?![小机会员]|{_PIECE}{{0,14}}的)|指导(?![委意组中站员性])|统筹(?![办局])"
    "|落实(?![部单])|履行|开展"
    rf"|在(?={_PIECE}{{2,40}}(?:领导|指导|协调|指挥)下[，,]?{_PIECE}{{0,12}}(?:负责|承担|组织|开展|做好))"
    rf"|作为(?={_PIECE}{{2,16}}[，,](?:具体|主要)?(?:负责|承担|牵头|要|应))"
)
MODAL = rf"{_BINDING}|{_BY_DAY}|{_DOING}|{_OVER}"
DONE = (
    "会同|牵头|负责|组织(?!部)|各(?=派|自|抽)|派出|运用|直接|统筹|统一|具体|另行|研究|制定|承担|审核|核定|审定|提供"
    "|给予|予以|按照?|根据|依法|依据|对|结合|督促|指导(?!委)|协调|共同|分别|汇总|下达|发布|公布|确定|决定|实施|落实"
    "|认定|批准|受理|代表|出具"
)
ADVERB = (
    "每(?:年度?|季度?|半年|个?月|周|两年)|定期|及时|均|都|也|还|各自|分别|共同|依法|原则上"
    # 有关主管部门，应按照各自职责: a pause behind the subject
    "|[，,](?=应(?![急用对届])|要(?!求|点)|负责(?!人)|具体负责|承担)"
)
_SELDOM_MAIN = (
    "对", "将", "汇总", "督促", "协助", "参与", "提供", "编制", "审核", "审定", "受理", "出具", "组织",
    "协调", "指导", "统筹", "落实", "履行", "开展", "配合",
)  # fmt: skip
_INSIDE = re.compile("[^，,。；;！？]{0,80}(?:时|后|前|的)[，,]|[^，,。；;、]{0,6}的")


def is_inside(verb: str, text: str, end: int) -> bool:
    """Say whether a verb that ends at ``end`` stands in a clause inside the sentence.

    受理投诉后，…; …组织实施的活动: said of a time or a thing, and no duty.
    """
    return verb.startswith(_SELDOM_MAIN) and bool(_INSIDE.match(text, end))

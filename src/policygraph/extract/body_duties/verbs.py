"""Whether a verb lays a duty on a body, or tells what was done, or is part of a name."""

from policygraph.expression import expression

THEN_WITH = expression("[^。；;，,]{0,40}[，,](?=会同)")  # 在…前，会同…
_SELDOM_MAIN = (
    "对", "将", "汇总", "督促", "协助", "参与", "提供", "编制", "审核", "审定", "受理", "出具",
    "组织", "协调", "指导", "统筹", "落实", "履行", "开展", "配合", "行使",
)  # fmt: skip
_TOLD = expression(
    r"[^。；;！？?\n]{0,200}?(?:了|[已曾](?!经同意)|累计|去年|以来|[？?])"
    r"|[^，,。；;\n]{0,30}(?:(?:数据|结果|报告|公告|信息)(?:显示|表明)|之日起)"
    r"|[^，,。；;\n]{0,60}(?:程序|办法|方案|通知|意见|规定|细则|情况|总结)\s*(?:\n|\Z)"  # a title
)
# 推进会, 推进组, 办理时间：, 优化营商环境主管部门应当: the verb is part of a name
_PART_OF_NAME = expression(
    r"会(?![计展商员同场所费议])|组(?![建织成合团装])|(?:电话|热线|时间|日期|地点|地址|邮箱|网址)\s*[:：为是于\d]"
    r"|(?<!明确|安排|设立|建立|选派)[\u4e00-\u9fff]{0,12}?(?:部门|机构|机关|单位|办公室|[处科室股])(?:应当|必须|要(?![求点素件害闻])|不得)"
)
_BY_RULE = ("按", "根据", "依", "对", "向", "结合", "直接", "会")
_IMPOSED = (
    "收缴",
    "没收",
    "责令",
    "处",
    "撤",
    "吊销",
    "拆除",
    "清除",
    "追",
    "扣",
    "查封",
    "取缔",
    "给予",
    "予以",
)
_OF_NAME = expression("[^，,。；;、]{0,2}的(?![，,])")
_IF = expression(
    "[^，,。；;、]{0,24}的[，,][^。；;]{0,80}(?:应当|可以|不得|必须|由)"
)  # 由…作出决定的，…应当…
# 市政府管理专利工作的部门: the task by which an office is told, and no duty
_TASK_OF_OFFICE = expression(
    "(?:管理|监督管理|监管|主管|负责|承担|行使|实施|办理|审批|登记)[^，,。；;：:的]{2,20}的(?:部门|机关|机构)"
)
_NAMED = expression(
    "[^，,。；;、]{0,4}的|[^，,。；;]{0,30}的(?:职责|权限|条件|程序|标准|内容|原则)(?:是|为|如下|包括)"
)
_HOW_NAMED = expression("[^，,。；;]{0,8}的")  # 依法查封、扣押的车辆
_HOW = ("依法", "依规", "及时", "定期", "严格", "集中", "统一", "积极")
_PASSED_ON = expression("[^，,。；;]{0,8}后[，,]?(?:再|上?报|由|提交|方可|予以|拨付|下达|公布|转)")
_CLAUSE = (
    "[^，,。；;！？]{0,80}(?:时|后|前|的)[，,]"
    "|[^，,。；;！？]{0,6}(?:统筹|领导|指导|组织|协调|指挥)下[，,]"
    "|[^，,。；;！？]{0,80}(?:进行|开展|完成|组织|制定|召开)了"  # done, and not to be done
)
_IN_CLAUSE = expression(_CLAUSE)
_INSIDE = expression(f"{_CLAUSE}|[^，,。；;、]{{0,6}}的")


_WAS_DONE = expression(
    "[^。；;：:！？\n]{0,120}?(?:(?:提出|制[定订]|研究|起草|进行|组织|召开|印发|开展|完成|形成|编制|下发|出台|作出)了"
    "|研究?提出(?:办理)?(?:意见)?[：:])|[^。；;：:，,]{2,160}?(?:上报|报送|印发|制[定订]|拟[定订]|起草)的"
)


def was_done(text: str, begin: int) -> bool:
    """Say whether a sentence reports: 市发展改革委会同市水利局研究提出了意见."""
    return bool(_WAS_DONE.match(text, begin))


def is_told(text: str, begin: int, end: int) -> bool:
    """Say whether a plain verb that ends at ``end`` tells what was done, or names a thing."""
    named = _HOW_NAMED if text.startswith(_HOW, begin) else _NAMED
    if named.match(text, end) or _PART_OF_NAME.match(text, end):
        return True
    return bool(_INSIDE.match(text, end) or _TOLD.match(text, begin))


def is_attribute(text: str, begin: int, end: int) -> bool:
    """Say whether a verb that ends at ``end`` is part of a name: 由市政府确定的机构."""
    if text.startswith(_BY_RULE, begin):
        return False
    if _TASK_OF_OFFICE.match(text, begin):
        return True
    if text.startswith(_IMPOSED, begin) and not text.startswith("的", end):
        return bool(_IF.match(text, end))  # 收缴套购的种子
    return bool(_OF_NAME.match(text, end) or _IF.match(text, end))


CHARGE = expression("[^，,。；;]{0,20}的[^，,。；;的]{0,10}(?:长|主任|领导|同志|负责人)")


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

"""The words of the pages and legends, in Chinese and English."""

from policygraph.export.role_names import ROLE_NAMES
from policygraph.model.facts import Role
from policygraph.query.wording import worded
from policygraph.show.facts import Tone

TONES: dict[Tone, tuple[str, str]] = {
    Tone.LEAD: ROLE_NAMES[Role.LEAD],
    Tone.RESPONSIBLE: ROLE_NAMES[Role.RESPONSIBLE],
    Tone.SUPPORT: ROLE_NAMES[Role.SUPPORT],
    Tone.DATA_SOURCE: ROLE_NAMES[Role.DATA_SOURCE],
    Tone.REVIEW: ROLE_NAMES[Role.REVIEW],
    Tone.CITATION: ("引用", "citation"),
    Tone.AMENDMENT: ("修改", "amendment"),
    Tone.CHANGE: ("机构变更", "agency change"),
    Tone.QUANTITY: ("数量", "quantity"),
    Tone.DEADLINE: ("期限", "deadline"),
    Tone.POST: ("职务", "post"),
    Tone.DUTY: ("正文责任", "duty in text"),
    Tone.DOCUMENT: ("文件信息", "document field"),
    Tone.OTHER: ("其他", "other"),
    Tone.ERROR: ("错误", "error"),
    Tone.WARNING: ("警告", "warning"),
    Tone.INFO: ("提示", "note"),
}

KINDS: dict[str, tuple[str, str]] = {
    "document": ("文件信息", "Document"),
    "responsibilities": ("责任", "Responsibilities"),
    "citations": ("引用", "Citations"),
    "amendments": ("修改", "Amendments"),
    "agency_changes": ("机构变更", "Agency changes"),
    "quantities": ("数量", "Quantities"),
    "deadlines": ("期限", "Deadlines"),
    "posts": ("职务", "Posts"),
    "body_duties": ("正文责任", "Duties in running text"),
    "findings": ("问题", "Findings"),
}

KEYS: dict[str, str] = {
    "clause": "条款",
    "segment": "段",
    "locator": "位置",
    "locator_as_written": "位置（原文）",
    "as_written": "原文写法",
    "resolved": "还原",
    "canonical": "全称",
    "role": "角色",
    "group": "集合单位",
    "inherited": "由通则而来",
    "title": "标题",
    "number": "文号",
    "issuers": "发文机关",
    "kind": "种类",
    "jurisdiction": "地区代码",
    "issued": "成文日期",
    "published": "发布日期",
    "effective": "施行日期",
    "expires": "有效期至",
    "status": "状态",
    "disclosure": "公开属性",
    "addressed_to": "主送",
    "copied_to": "抄送",
    "article": "条",
    "paragraph": "款",
    "item": "项",
    "relation": "关系",
    "target": "对象",
    "operation": "操作",
    "old": "原",
    "new": "新",
    "based_on": "依据",
    "beside": "相邻",
    "side": "方位",
    "words": "文字",
    "new_place": "新",
    "first_article": "首条",
    "last_article": "末条",
    "mark": "责任标注",
    "functions": "职能",
    "cause": "原因",
    "value": "数值",
    "unit": "单位",
    "year": "年份",
    "subject": "对象",
    "condition": "条件",
    "date": "日期",
    "every": "周期",
    "body": "工作机构",
    "post": "职务",
    "holder": "人次",
    "code": "代码",
    "severity": "级别",
    "message": "说明",
    "detail": "细节",
}

# Codes of the record under the Chinese names that the concept lists of the ontology give them; a
# value that is not here is shown as it is.
VALUES: dict[str, str] = {
    "true": "是",
    "false": "否",
    "issued": "已印发",
    "draft": "征求意见稿",
    "responsible": "责任单位",
    "lead": "牵头单位",
    "support": "配合单位",
    "data_source": "数据来源单位",
    "review": "审核单位",
    "based_on": "依据",
    "implements": "落实",
    "cites": "引用",
    "amends": "修改",
    "repeals": "废止",
    "forwards": "印发、转发",
    "evidence": "佐证材料",
    "delete_text": "删去文字",
    "delete_clause": "删去条款",
    "replace_text": "替换文字",
    "replace_clause": "替换条款",
    "add_text": "增加文字",
    "add_clause": "增加条款",
    "delete_annex": "删去附件",
    "replace_agency": "替换单位",
    "remove_agency": "删去单位",
    "add_agency": "增加单位",
    "keep": "保留",
    "repeal_document": "废止文件",
    "before": "之前",
    "after": "之后",
    "start": "开头",
    "end": "末尾",
    "inside": "其中",
    "rename": "更名",
    "function_transfer": "职能划转",
    "abolish": "撤销",
    "merge": "合并",
    "split": "分设",
    "found": "设立",
    "substitute": "改写为",
    "reward": "奖励",
    "subsidy": "补助",
    "target": "目标",
    "cap": "上限",
    "floor": "下限",
    "threshold": "门槛",
    "duration": "时长",
    "quota": "分配数",
    "score": "得分",
    "rate": "比率",
    "count": "计数",
    "by": "截止",
    "from": "起始",
    "during": "期间",
    "recurring": "周期",
    "error": "错误",
    "warning": "警告",
    "info": "提示",
}
# The fields whose values are codes.
_CODED = (
    "role", "status", "relation", "operation", "kind", "group", "inherited", "severity",
    "beside.side",
)  # fmt: skip

_PATHS = ("clause", "target.locator", "beside.locator", "new_place.locator")

_PAGE: dict[str, tuple[str, str]] = {
    "outline": ("目录", "Outline"),
    "facts": ("读出的内容", "What was read"),
    "legend": ("图例", "Legend"),
    "rule": ("规则", "rule"),
    "place": ("位置", "place"),
    "line": ("行", "line"),
    "characters": ("字符", "characters"),
    "clauses": ("条款", "clauses"),
    "source": ("来源", "source"),
    "whole": ("关于整个文件", "about the whole document"),
    "back": ("回到原文", "to the text"),
    "more": ("另有", "and"),
    "more-rows": ("项，见下表", "more, in the table below"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "untitled": ("未读出标题", "no title was read"),
    "none": ("没有读出任何内容", "nothing was read"),
    "by": ("由 policygraph 抽取", "read by policygraph"),
    "top": ("回到顶部", "to the top"),
    "skip": ("跳到正文", "Skip to the text"),
    "hint": (
        "点击图例可隐去一类标注；悬停、点按或用 Tab 键选中标注可查看规则、位置和抽取结果。",
        "Click the legend to hide a kind; hover, tap or tab to a mark for its rule, place and row.",
    ),
}


def word(key: str, language: str) -> str:
    """Give a word of the page in ``zh`` or ``en``."""
    zh, en = _PAGE[key]
    return zh if language == "zh" else en


def tone_name(tone: Tone, language: str) -> str:
    """Give the name of a tone."""
    zh, en = TONES[tone]
    return zh if language == "zh" else en


def kind_name(kind: str, language: str) -> str:
    """Give the name of a list of the record; its key where it has none."""
    zh, en = KINDS.get(kind, (kind, kind))
    return zh if language == "zh" else en


def key_name(key: str, language: str) -> str:
    """Give the name of a field of a row; in English the key itself."""
    return KEYS.get(key, key) if language == "zh" else key


def long_key_name(key: str, language: str) -> str:
    """Give the name of a field of a row within a row: ``target.title``; as ``key_name``."""
    if language != "zh":
        return key
    return "".join(key_name(part, language) for part in key.split("."))


def value_name(key: str, value: str, language: str) -> str:
    """Give what a value of a field means; in English the value itself."""
    if key in _PATHS:
        return worded(value, "locator", language)
    coded = language == "zh" and key in _CODED
    return VALUES.get(value, value) if coded else value

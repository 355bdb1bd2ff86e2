"""The verbs of ``duty_verbs.csv`` as regular expressions, with those that only context tells."""

import re
from functools import lru_cache

from policygraph.registry.words import Words

# 财政局, 管理处, 检查组: with what follows, the verb is the name of a body
_NAME_OF_OFFICE = "[局委办厅处科室站所队]"
_NO_PLAIN = f"(?!{_NAME_OF_OFFICE}|部(?!署)|机构|中心|行政|主管)"
_NO_BY = f"(?!{_NAME_OF_OFFICE}|[组员]|机构|部门|中心|行政|主管)"
_OF_OFFICE = r"[\u4e00-\u9fff]{2,16}(?:部门|委员会)"
_PLAIN_BY_CONTEXT = (
    "(?<=相应|分别)成立"
    "|以(?=[^。；;，,]{1,40}为(?:单位|重点|主体|抓手|契机|依托|载体|牵引|目标|基础|核心|导向|主线)[，,])"
)
_BY_CONTEXT = (
    "(?<=[局厅部院室署])会(?=相关|有关|各)"
    "|各(?=派|自|抽)"
    "|商(?=各|有关|相关|国务院|最高人民|国家|财政|发展改革|同级|本级|[省市县](?!、)"
    f"|(?![务业贸品标检]){_OF_OFFICE})"
    "|申请(?!人(?!民)|书|表)"
    "|处(?=以|警告|罚|[一二三四五六七八九十百千两0-9]|相当|工程|货值|违法)"
)
# how a task is done, before its verb: 主要负责…, 依法查处…
_MANNER = "主要|具体|全面|统一|直接|依法|按规定|积极|密切|认真|切实|及时|严格"
_OWN = "(?:各自|法定|本部门|部门|相关|自身)?的?"
_SENTENCE = "[^。；;]"  # up to its end
# a task that begins with its object or its rule, and has its verb behind
_TASK_BY_CONTEXT = (
    f"对{_SENTENCE}{{2,100}}?(?:负|实施|进行|监管|监督|管理)"
    f"|对{_SENTENCE}{{2,60}}?[，,]?(?:要(?!求)|应当|给予|予以|依法)"
    f"|将{_SENTENCE}{{2,60}}?纳入"
    f"|为{_SENTENCE}{{2,60}}?提供"
    f"|与{_SENTENCE}{{2,30}}?(?:配合|协作|沟通|衔接)"
    f"|(?:依据|依照|按照?|根据|依){_OWN}(?:职能|职责|职权)"
    f"|(?:根据|依照|依据|按照?){_SENTENCE}{{2,60}}[，,](?:对|负责|组织|指导|协调|制定|实施|开展|承担)"
    "|在[^，,。；;]{2,40}(?:领导|指导|协调)下"
)


def plain_verbs(words: Words) -> str:
    """What a sentence that begins with a body tells it to do, in a text that gives orders."""
    return f"(?:{_listed(words, 'plain')}|{_PLAIN_BY_CONTEXT}){_NO_PLAIN}"


def verbs_behind_by(words: Words) -> str:
    """What a body is to do that stands behind 由: 由市财政局会同…, 由县民政部门审核."""
    return (
        f"{_listed(words, 'by-only')}|{_BY_CONTEXT}"
        f"|(?:{_listed(words, 'by')}|送(?=国务院|[同上本]级)){_NO_BY}|{plain_verbs(words)}"
    )


@lru_cache(maxsize=8)
def task_beginning(words: Words) -> re.Pattern[str]:
    """Give the pattern of what a task begins with that stands under the name of a body."""
    task, opening = _listed(words, "task"), _listed(words, "task-opening")
    return re.compile(f"(?:{_MANNER})?(?:{task})|{opening}|{_TASK_BY_CONTEXT}")


def _listed(words: Words, use: str) -> str:
    """Give the verbs of a use (``registry.duty_verbs``) as a regular expression, longest first.

    What several begin with is written once: one character rules out all of them.
    """
    alone: list[str] = []
    rests: dict[str, list[str]] = {}
    for verb in sorted(words.duty_verbs[use], key=lambda verb: (-len(verb.word), verb.word)):
        before = f"(?!{'|'.join(map(re.escape, verb.not_before))})" if verb.not_before else ""
        if verb.not_behind:
            behind = "".join(f"(?<!{re.escape(word)})" for word in verb.not_behind)
            alone.append(behind + re.escape(verb.word) + before)
        else:
            rests.setdefault(verb.word[0], []).append(re.escape(verb.word[1:]) + before)
    grouped = (f"{re.escape(first)}(?:{'|'.join(behind)})" for first, behind in rests.items())
    return "|".join((*grouped, *alone))

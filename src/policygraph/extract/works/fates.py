"""What a clean-up of documents (清理) makes of one: repealed, kept in force, amended."""

import re
from enum import StrEnum

from policygraph.expression import expression
from policygraph.model.facts import Relation


class Fate(StrEnum):
    """What is said of a document in a list; ``unsure`` where two things or a plan are said."""

    REPEALED = "repealed"
    KEPT = "kept"
    AMENDED = "amended"
    UNSURE = "unsure"


HINTS = ("废止", "失效", "停止", "不再", "继续", "保留", "修改", "修订", "清理")
HINTED = expression("[废失停不继保修清]")  # what these begin with
_SAID = {
    Fate.REPEALED: expression("废止|失效|停止(?:执行|施行|实施|使用)|不再(?:执行|施行|有效|适用)"),
    Fate.KEPT: expression("(?<!不再)继续(?:有效|执行|施行|实施|保留)|保留"),
    Fate.AMENDED: expression("修[改订正](?!版|本|[后稿])"),
}
_UNSURE = expression("拟(?!定)|建议|不予|不得|不宜|未|是否|暂缓|待|需|应|计划|适时|或者?|可以")
_TITLES = expression(r"《[^《》]{1,240}》")
_CLEAN_UP = expression("清理")
_LISTED = expression(
    "下列|以下|如下|附件|目录|清单|名单|[件个部项](?:[省市县区]?(?:人民)?政府|地方)?(?:行政)?(?:规范性|政策)?(?:文件|规章|法规)"
)
_LIST_OF = expression(r"文件|规章|法规|目录|清单|政策|措施")
_COUNT = r"(?:\s*[（(][^（）()]{1,24}[）)])?\s*[:：]?$"
_HEADING = expression(rf"[^，,。；：:]{{0,60}}{_COUNT}")
_CASES = expression("情形|之一|条件|凡")  # 有下列情形之一的，应当废止： leads no documents
_BARE = expression(  # 二、宣布失效（3件）
    rf"(?:决定|予以|宣布|公布)*(?:废止|失效|停止执行|继续有效|保留|修[改订])(?:类|的|部分)*{_COUNT}"
)
_LINE = 200  # characters of a line that leads a list, from its last full stop on


def fate_of(words: str) -> Fate | None:
    """Say what a cell, a heading or a part of a sentence makes of a document; None if nothing."""
    bare = _TITLES.sub("", words)
    said = [fate for fate, pattern in _SAID.items() if pattern.search(bare)]
    if not said:
        return None
    return said[0] if len(said) == 1 and not _UNSURE.search(bare) else Fate.UNSURE


def fate_led(words: str) -> Fate | None:
    """Say what a line that leads a list makes of what stands below it; None where it leads none.

    对下列文件予以废止：, 决定废止12件规范性文件：, 二、宣布失效的规范性文件（3件）.
    """
    if words.rstrip().endswith("。") or not HINTED.search(words):
        return None  # most lines
    line = _TITLES.sub("", "".join(words.split()).rstrip("|")).strip("|*#")
    if line.endswith("。"):
        return None
    line = line.rpartition("。")[2]
    if len(line) > _LINE or _CASES.search(line) or not any(hint in line for hint in HINTS):
        return None
    if line.endswith((":", "：")) or _ends_in_list(line):
        return _fate_of_sentence(line) if _LISTED.search(line) or _BARE.fullmatch(line) else None
    if _HEADING.fullmatch(line) and (_LIST_OF.search(line) or _BARE.fullmatch(line)):
        return fate_of(line)
    return None


def _ends_in_list(line: str) -> bool:
    """对下列文件宣布失效, without a colon."""
    return bool(re.search("(?:下列|以下)[^。；]{0,60}$", line))


def _fate_of_sentence(line: str) -> Fate | None:
    """Of the parts of a sentence the one that names the list tells; nothing else may follow it."""
    parts = [(part, fate) for part in re.split("[，；,;]", line) if (fate := fate_of(part))]
    if not parts:
        return None
    last, fate = parts[-1]
    alone = all(other is fate for _, other in parts)
    return fate if alone or _LISTED.search(last) else Fate.UNSURE


def is_clean_up(words: str) -> bool:
    """Say whether a heading speaks of a clean-up, whatever it came to."""
    return bool(_CLEAN_UP.search(words)) or fate_of(words) is not None


RELATIONS = {Fate.REPEALED: Relation.REPEALS, Fate.AMENDED: Relation.AMENDS}

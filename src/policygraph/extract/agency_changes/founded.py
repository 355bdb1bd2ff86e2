"""Bodies that a reform founds: 组建甲局, 增设乙局, 同意建立“丙所”, 丁局挂牌成立."""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.agency_changes.ends import NAMES
from policygraph.extract.agency_changes.names import Names, is_strong

_FOUNDED = expression(
    r"(?:(?:新|重新)?组建(?!后)(?:[为成](?=新)|成立|设立|了|\d{1,2}个[\u4e00-\u9fff]{0,8}[:：])?(?:的|新的)?|新设(?:立)?(?!的)"
    rf"|(?:决定|同意|批准|将)(?:单独|重新|恢复|新)?(?:设立|成立|建立)|(?P<added>增设立?))“?(?P<news>{NAMES})"
)
# 市数据局挂牌成立: it stands in front of the verb
_OPENED = expression(rf"(?:^|[，：:]|\d日)(?P<news>{NAMES}?)(?:正式)?(?:挂牌|揭牌)(?:正式)?成立$")
_PLATE = expression(
    "加挂|作为|整合|在|揭牌|挂牌|正式"
)  # further name plates, and how the body stands
_LISTED = expression(  # 设立6个管理站，分别为：甲站、乙站
    rf"(?:设立|成立|组建)\d{{1,2}}个[\u4e00-\u9fff]{{2,20}}[，,]分别(?:为|是)[:：]?(?P<news>{NAMES})"
)
# 工商、质监两局合并，成立县市场监管局: who they were may not be read
_AFTER_MERGER = expression(
    rf"合并[，,](?:重新|新)?(?:挂牌)?(?:成立|设立)(?:为|了)?(?P<news>{NAMES}?)(?=[，。；,;]|$)"
)


def founding(part: str) -> re.Match[str] | None:
    """Find the words of a part of a sentence by which bodies are founded."""
    return _FOUNDED.search(part) or _OPENED.search(part)


def founded(match: re.Match[str], names: Names, approved: bool) -> Iterator[str]:
    """Give the bodies that are founded by the words that were found.

    Args:
        match: what ``founding`` found.
        names: tells the names of bodies.
        approved: somebody decides on them by name.
    """
    news = _PLATE.split(match["news"], maxsplit=1)[0]
    said = match.groupdict()
    for each in names.bodies(news, approved):
        if "added" not in said:  # 市数据局挂牌成立
            if is_strong(each) and names.is_placed_by_name(each):
                yield each
        elif not said["added"] or names.is_placed_by_name(each):  # 增设法制科: inside a body
            yield each


def listed(sentence: str, names: Names) -> Iterator[str]:
    """Give the bodies that are founded by number, and named behind it; those behind a merger."""
    for match in _AFTER_MERGER.finditer(sentence) if "合并" in sentence else ():
        news = _PLATE.split(match["news"], maxsplit=1)[0]
        yield from (each for each in names.listed(news) if is_strong(each))
    for match in _LISTED.finditer(sentence):
        yield from names.listed(match["news"])

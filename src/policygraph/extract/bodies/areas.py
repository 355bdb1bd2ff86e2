"""Places that answer for a task beside bodies: 各乡镇, 各县（市、区）, 经开区, 白河镇.

A column of units lists them as units; in a sentence most of them would be places and no more.
"""

from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.extract.bodies.units import is_unit
from policygraph.registry.words import Words

_LONGEST = 24  # characters of a name
_OF = (
    "[省市县区州盟旗乡镇村场街社园地直属辖级道办处事苏木功能管理农林开发新高经景度假各"
    "、/／及和（）()]"
)
_COLLECTIVE = expression(
    rf"(?:全[省市县区]|[省市县区]直?|其他|有关|相关)?各(?:有关|相关)?(?:{_OF}){{1,20}}"
)
_NAMED = expression(
    r"[\u4e00-\u9fff]{1,10}(?:[镇乡县区市州旗盟]|街道|[工产]业园|高新园|新城|集聚区)(?:[（(][^（）()]{1,12}[）)])?"
)
_SHORT = expression(
    "(?:经开|高新|经济技术开发|综保|旅游度假|风景名胜|示范|功能)区|(?:工业|产业|高新)园"
)
# a section of an office, and a group for a task
_SECTION = expression(
    r"[\u4e00-\u9fff]{2,8}(?<![控参入A])股|[\u4e00-\u9fff]{0,6}"
    r"(?:工作|协调|综合|指导|督[查导]|保障|宣传|专家)[\u4e00-\u9fff]{0,4}组"
)
_NO_NAME = expression(
    "建设|推[进动]|完成|打造|创建|加快|整治|新建|改造|发展|规划|城区|社区|地区|市区|城市|城镇|乡镇|全[省市县区]|[和与及、的]"
)


def is_collective_place(name: str) -> bool:
    """Say whether a name stands for all places of a kind: 各乡镇, 市各开发区."""
    return len(name) <= _LONGEST and _COLLECTIVE.fullmatch("".join(name.split())) is not None


def is_named_place(name: str) -> bool:
    """Say whether a name is that of one place: 白河镇, 经开区."""
    bare = "".join(name.split())
    if len(bare) > _LONGEST:
        return False
    return bool(_SHORT.fullmatch(bare) or (_NAMED.fullmatch(bare) and not _NO_NAME.search(bare)))


def answers(name: str, words: Words) -> bool:
    """Say whether a name in a list is one of those who answer for a task, by itself."""
    if is_unit(name, words) or is_collective_place(name):
        return True
    bare = "".join(name.split())
    return bool(_SHORT.fullmatch(bare) or _SECTION.fullmatch(bare))


def are_listed(names: Sequence[str], words: Words) -> bool:
    """Say whether names are a list of those who answer for something, whatever column it is in.

    Places by their names are so beside bodies and collective places only.
    """
    others = [name for name in names if not answers(name, words)]
    return len(others) < len(names) and all(is_named_place(name) for name in others)

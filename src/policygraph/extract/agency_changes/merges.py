"""Bodies that become one: 甲局、乙局合并组建丙局, 整合甲所、乙站，组建丙中心, 将甲局并入乙局."""

from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.agency_changes.names import Names, is_unreal

_LONGEST = 800  # characters of a sentence
_HINT = expression(
    "组成(?=[省市县区州盟旗])|合并|整合|归并|并入|撤并|成建制|整建制|局合一|整体划|整体转|基础上"
)
_NEW = r"“?(?P<new>[\u4e00-\u9fff（）()]{2,40}?)(?=[”，。；、,;]|更名|改名|加挂|成立$|成立[，。]|$)"
_OLDS = r"(?P<olds>[\u4e00-\u9fff（）()、]{4,300}?)"
_BEGIN = r"(?:(?<![\u4e00-\u9fff（）()、])|(?<=[将把]))"
_FORM = r"(?:重新|新)?(?:挂牌)?(?:组建|组成|成立|设立|重组)(?:为|成|了)?"
_MERGED = (
    expression(
        rf"{_BEGIN}{_OLDS}(?:等)?(?:进行职[责能])?(?:合并|整合|归并|撤并|[两三四五]局合一)(?:[，,]?{_FORM}|成?为){_NEW}"
    ),
    expression(rf"(?:整合|合并|归并)(?:原)?{_OLDS}(?:等)?[，,]{_FORM}{_NEW}"),
    expression(
        rf"{_BEGIN}{_OLDS}(?:(?:整体|成建制|整建制)?(?:并入|(?:合并|归并|撤并)[至到])"
        rf"|(?:整体|[成整]建制)(?:划入|划归|划转[至到]?|转隶[至到]?)){_NEW}"
    ),
    expression(
        rf"{_BEGIN}(?P<new>[\u4e00-\u9fff]{{3,40}}?)由(?:原)?{_OLDS}"
        r"(?:等)?(?:合并|整合|归并)(?:组建|组成|设立|成立|而成)"
    ),
    expression(rf"在(?:原)?{_OLDS}(?:等)?的?基础上[，,]?{_FORM}{_NEW}"),
)
# 甲局、乙局组成市丙局: a group or an inspection is made up of bodies, too
_MADE_UP = expression(
    rf"{_BEGIN}(?:由)?{_OLDS}(?:等)?(?:共同)?组成(?P<new>[省市县区州盟旗][\u4e00-\u9fff]{{1,30}}?(?:局|厅|中心|(?P<weak>委员会)))"
    r"(?=[，。；、,;]|$)"
)
_REFORM = expression("改革|整合|合并")
_DUTIES = expression("职[责能权]|编制|人员|资产|业务|工作$")


def merges(sentence: str, names: Names) -> Iterator[tuple[str, str]]:
    """Read the bodies that go into another one, and that one.

    Args:
        sentence: without blanks.
        names: tells the names of bodies.
    """
    if len(sentence) > _LONGEST or not _HINT.search(sentence):
        return
    for pattern in (*_MERGED, _MADE_UP) if "组成" in sentence else _MERGED:
        for match in pattern.finditer(sentence):
            if is_unreal(sentence, match.start()):
                continue
            if pattern is _MADE_UP and match["weak"] and not _REFORM.search(sentence):
                continue
            olds = match["olds"].rpartition("整合")[2].removeprefix("将")
            new = names.taker(match["new"])
            if new is None or _DUTIES.search(olds):
                continue
            for old in names.listed(olds):
                if old != new:
                    yield old, new

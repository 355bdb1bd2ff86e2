"""Names of bodies in the words of a reform: without what leads up to them, and in lists."""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.bodies.units import is_unit
from policygraph.model.facts import Document
from policygraph.registry.words import Words

OWN_KINDS = "中心|局|委|办|单位|部门|厅|处"  # as a body speaks of itself: 我局, 本中心
_SELF = expression(f"^(?:我|本)(?:{OWN_KINDS}|站|院|公司)$")
# what leads up to a name: the words of a reform, 一是, 原
_LEAD = expression(
    "^.*(?:因机构改革|机构改革中|由于|根据|按照|已由|(?<!自)由|将|单设的|单独设置的|涉及的|原有的"
    "|[局厅委部办]所属(?:的|原)?(?=[省市县区州])|新(?:组建|成立|设立)?的|职能的事业单位|合并(?:组建|成立)的)"
    "|^[一二三四五六七八九十]是"
    "|^(?:经|原|如(?!果)|现(?=[省市县区州原])|的|以及|[:：])+"
)
_STRONG = expression(
    "(?:局|委|厅|部|署|办公室|委员会|联席会议|领导小组|指挥部)(?:[（(][^（）()]{1,40}[）)])?$"
)
# 市医保局为市政府工作部门: how it stands, not its name
_STANDING = expression(
    "(?:为|作为|是)[\u4e00-\u9fff]{0,8}(?:工作部门|组成部门|直属机构|派出机构|事业单位)$"
)
_PLATES = expression("[（(][^（）()]{1,80}[）)]$")
_PLACED = expression("[\u4e00-\u9fff]{0,8}?[省市区县州盟旗](?=[^的内]{3,30}$)")
_GENERIC = expression(
    "^(?:企业|社会|市场|个人|(?:用人)?单位)$"
    "|(?:相关|有关|各|其他|其它|等)[^的]{0,4}(?:机构|部门|单位|方面)$"
    "|^(?:工作部门|军队)$"
)
# 如果将甲局并入乙局: nothing has happened
_CONDITION = "如果|如需|若(?!干)|假如|倘若|一旦|是否|能否|可以|建议|(?<!模|虚)拟|申请|探索"
_UNREAL = expression(f"(?:{_CONDITION})[^，,。；;]{{0,10}}$")
_IF = expression(_CONDITION)
_THREE = expression(
    r"(?:.*印发《?|^)(?P<body>[\u4e00-\u9fff（）()]{3,40}?)(?:的?(?:主要)?职[责能](?:配置)?|的?职能配置)、?内设机构"
)
_TOP = expression("、(?![^（(]*[）)])")
_AND = expression("以及|和|及|与")
_OTHERS = expression("更名后的|其|所属|下属")
_TAIL = expression(
    r"(?:等[\d一二两三四五六七八九十]*个?|[\d一二两三四五六七八九十]{1,3}个)(?:机构|部门|单位)$|等$|建制$"
)
_SMALLER = expression(
    "[^的]{3,30}(?:中心|站|所|院|队|处|科|室|馆|股)$|[^的]{3,30}办$"
)  # 检查站 alone is none


class Names:
    """Tells the names of bodies in one document; 我中心 is who signed it."""

    def __init__(self, document: Document, words: Words) -> None:
        self._issuer = document.issuers[0] if document.issuers else None
        self._words = words

    def unit(self, name: str) -> str | None:
        """Give the name of a unit without what leads up to it; None where it is none."""
        if name[-1:] in "）)" and not re.search("[（(]", name):
            name = name[:-1]  # the bracket opened far before
        bare = _STANDING.sub("", _LEAD.sub("", name))
        if not bare.endswith(("）", ")")) or bare.startswith(("（", "(")):
            bare = bare.strip("（）()")
        if _SELF.match(bare):
            return self._issuer
        if not is_unit(bare, self._words):
            bare = _PLATES.sub("", bare)  # a long list of further name plates
        return bare if is_unit(bare, self._words) and not _GENERIC.search(bare) else None

    def taker(self, name: str) -> str | None:
        """Give the first unit of words that go on: 市发展和改革委员会 is one, 甲局和乙局 two."""
        name = _TAIL.sub("", name)
        whole = self.unit(name)
        if whole or "和" not in name:
            return whole
        return self.unit(name.partition("和")[0])

    def own(self, title: str) -> str | None:
        """Give the body of which a document says 主要职责、内设机构和人员编制规定; else None."""
        match = (
            _THREE.search("".join(title.split())) if "职责" in title or "职能" in title else None
        )
        body = self.unit(match["body"]) if match else None
        return body if is_strong(body) else None

    def is_placed(self, name: str) -> bool:
        """Say whether a name is that of a body of government or of a place, not of a firm."""
        return bool(_STRONG.search(name) or _PLACED.match(name))

    def is_placed_by_name(self, name: str) -> bool:
        """Say whether the name of a body says where it is: 市水利局; 法制科 and 办公室 do not."""
        return bool(_PLACED.match(name))

    def listed(self, names: str) -> list[str]:
        """Give the units of a list that is nothing but units; [] where a piece is none."""
        found = [self.unit(each) for each in self._pieces(names)]
        return [name for name in found if name] if all(found) else []

    def bodies(self, names: str, approved: bool = False) -> Iterator[str]:
        """Give the bodies that are abolished or founded; a system or a post is none.

        Args:
            names: a list of names.
            approved: somebody decides on them by name (同意组建), so that a station is one, too.
        """
        for piece in self._pieces(names):
            each = _LEAD.sub("", _STANDING.sub("", piece))
            placed = _SMALLER.match(each) and (approved or _PLACED.match(each))
            body = self.unit(each) if placed or _STRONG.search(each) else None
            if body:
                yield body

    def _pieces(self, names: str) -> Iterator[str]:
        """甲局和乙局 are two, 人力资源和社会保障局 is one; what stands in brackets is not cut."""
        for name in _TOP.split(_TAIL.sub("", names)):
            yield from self._halves(name)

    def _halves(self, name: str) -> Iterator[str]:
        for mark in _AND.finditer(name):
            left, right = name[: mark.start()], name[mark.end() :]
            strong = _STRONG.search(left) and (_STRONG.search(right) or _OTHERS.match(right))
            alike = right[:1] == left[:1] or right[-3:] == left[-3:]
            if strong or (alike and self.unit(left) and self.unit(right)):
                yield left
                if not _OTHERS.match(right):
                    yield from self._halves(right)
                return
        yield name


def is_unreal(sentence: str, begin: int) -> bool:
    """Say whether what begins at ``begin`` is a condition, a proposal or a question."""
    if _IF.match(sentence, begin):
        return True
    return _UNREAL.search(sentence, max(0, begin - 16), begin) is not None


def is_strong(name: str | None) -> bool:
    """Say whether a name ends as a body of government does, not as a team or a system."""
    return name is not None and bool(_STRONG.search(name))

"""Bodies that a reform ends: 撤销甲局, 不再保留乙局, 将丙局撤销, 取消丁办公室, 撤并戊局、己局."""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.agency_changes.names import Names, is_strong
from policygraph.extract.agency_changes.standing import no_name

NAMES = r"[\u4e00-\u9fff（）()、]{2,300}"
# 撤销市委610办公室: a name that letters or figures are part of is not cut short
_ABOLISHED = expression(
    rf"(?:撤销|不再保留|不再设立)(?P<olds>{NAMES}+)(?:(?<=等)|(?![\dA-Za-z]))"
    rf"|(?:将|原)?(?P<kept>{NAMES}?)(?:不再(?:单独)?(?:保留|设立|设置)|(?:予以|被)撤销)$"
    rf"|(?:将|把)(?P<taken>{NAMES}?)(?:同时|一并|全部|依法)?撤销$"
    rf"|取消(?P<cancelled>{NAMES})$"
)
_SEVERAL = expression("各|[省市县区]、[省市县区]")  # 区、县级市商业局
# 撤并甲局、乙局，组建丙局、丁局: which of the old is in which of the new is not said
_REDIVIDED = expression(
    rf"撤并(?P<olds>{NAMES})[，,](?:重新|新)?(?:组建|成立|设立)(?P<news>{NAMES})"
)


def abolished(part: str) -> re.Match[str] | None:
    """Find the words of a part of a sentence by which bodies end."""
    return _ABOLISHED.search(part)


def ended(match: re.Match[str], names: Names, approved: bool) -> Iterator[str]:
    """Give the bodies that end by the words that were found; a permit that is cancelled is none.

    Args:
        match: what ``abolished`` found.
        names: tells the names of bodies.
        approved: somebody decides on them by name.
    """
    olds = match["olds"] or match["kept"] or match["taken"] or match["cancelled"]
    if _SEVERAL.match(olds) or no_name(olds):
        return
    if match["cancelled"]:
        found = names.listed(olds)
        if all(
            (is_strong(each) or each.endswith("办")) and names.is_placed_by_name(each)
            for each in found
        ):
            yield from found
    else:
        yield from names.bodies(olds, approved)


def redivided(sentence: str, names: Names) -> Iterator[str]:
    """Give the bodies out of which several others were made: 撤并甲局、乙局，组建丙局、丁局."""
    for match in _REDIVIDED.finditer(sentence) if "撤并" in sentence else ():
        if len(names.listed(match["news"])) > 1:
            yield from names.listed(match["olds"])

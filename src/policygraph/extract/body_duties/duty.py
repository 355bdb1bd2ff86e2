"""A duty as a sentence lays it on bodies, and as what its verb makes them answer for it."""

from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.reading import Mention
from policygraph.model.facts import Role
from policygraph.model.quick import quickly_made

_DATA = "[^，。；;]{0,24}(?:数据|资料|信息|情况|材料|报表|名单|线索|台账|数字|清单)"
_ROLES = (
    (expression("[积极主动及时按期定期]*(?:牵头|统筹协调|会同)"), Role.LEAD),
    (
        expression(
            "[积极主动协同密切]*(?:配合|协助|参与|支持和?配合|协同|(?:做好)?(?:相关|有关|各项)配合)"
        ),
        Role.SUPPORT,
    ),
    (
        expression(f"[积极主动及时按期定期]*(?:提供(?={_DATA})|报送(?=.{{0,8}}数据))"),
        Role.DATA_SOURCE,
    ),
    (expression("[严格及时认真]*(?:审核|核定|核实|审定|审查|考核|验收|评审)"), Role.REVIEW),
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Duty:
    """Who, as what, and where the words begin that say so.

    Attributes:
        units: the bodies.
        role: as what they answer.
        begin: where the words about it begin.
        verb: where its verb begins.
        rule: name of the rule that read it.
        said: the words, where they are not those from ``begin`` to the next pause.
    """

    units: tuple[Mention, ...]
    role: Role
    begin: int
    verb: int
    rule: str
    said: Mention | None = None


def cued(text: str, verb: int) -> Role:
    """Give the role that the verb at ``verb`` means: 配合… supports."""
    return next((role for cue, role in _ROLES if cue.match(text, verb)), Role.RESPONSIBLE)

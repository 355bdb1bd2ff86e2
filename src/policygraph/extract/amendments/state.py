"""What carries over from change to change inside a clause: the place, and whether of units."""

from dataclasses import dataclass, field

from policygraph.expression import expression
from policygraph.extract.amendments.locators import Locator
from policygraph.extract.amendments.places import is_whole_text, lacks_number, names_unread
from policygraph.registry.registry import Registry

_AGENCY = expression("责任单位|牵头单位|配合单位|责任部门|牵头部门|负责单位|主管部门")
# where these stand, the words of a mark are no longer spoken of
_OTHER_WORDS = expression("[正条原全]文|文[中字内]|内容|表述|标题|名称")
_MAIN_TEXT = "正文"


@dataclass(slots=True)
class State:
    """What carries over from change to change inside a clause.

    Attributes:
        targets: the places named last.
        agency: the sentence speaks of responsible units.
        known: all paths that the text names in full.
        lost: the place named last is one that was not read.
        registry: the word tables.
    """

    targets: list[Locator]
    registry: Registry
    agency: bool = False
    known: frozenset[str] = field(default_factory=frozenset)
    lost: bool = False

    def take_up(self, head: str, tail: str, located: list[Locator], numbered: bool) -> None:
        """Take note of the places that words name, and whether they speak of units.

        Args:
            head: the words before a verb.
            tail: those behind it that are said of the same change.
            located: the places that the head names.
            numbered: what is added names its own number.
        """
        of_units = self.agency
        if _AGENCY.search(head) or _AGENCY.search(tail):
            self.agency = True
        elif located or _OTHER_WORDS.search(head):
            self.agency = False
        # 责任单位“甲”修改为“乙”，正文中的“丙”…: the text of the same unit
        of_unit = of_units and not self.agency and _MAIN_TEXT in head
        if lacks_number(head):
            self.targets, self.lost = [], True
        elif located:
            self.targets, self.lost = located, False
        elif is_whole_text(head) and not of_unit:
            self.targets, self.lost = [], False
        elif names_unread(head):
            self.targets, self.lost = [], not numbered

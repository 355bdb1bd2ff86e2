"""The clauses and facts of one document of the province, and what each of them means."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.province_bodies import (
    CITIES,
    COUNTIES,
    PROVINCE,
    SIDE,
    Place,
    body_of_the_line,
    named_on,
)
from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    Basis,
    BodyDuty,
    ChangeKind,
    Citation,
    Deadline,
    DeadlineKind,
    Document,
    Operation,
    Post,
    Quantity,
    QuantityKind,
    Relation,
    Responsibility,
    Role,
    Target,
)
from policygraph.model.new_places import Beside, NewPlace, Side
from policygraph.model.source import Span
from policygraph.model.structure import Clause

CHAPTERS, ITEMS = 3, 5
_TODAY = "2025-01-01"  # later than any document
_PLACES = {  # where an amending document puts what it adds
    Operation.ADD_TEXT: (Beside(Side.AFTER, "企业"), None),
    Operation.ADD_CLAUSE: (Beside(Side.AFTER, None, None, "2/4", "2/4"), NewPlace("2/5", "2/5")),
}
_ITEM = 200  # characters of an item; a fact takes up three of them
_ON_WHAT = 20  # characters of what stands before the first clause, and of the head of a chapter
_LAWS = ("公平竞争审查条例", "优化营商环境条例", "中小企业促进法", "促进个体工商户发展条例")
_HEADINGS = (
    "健全工作机制", "强化资金保障", "养老服务提升", "企业升规奖励", "市政设施改造",
    "优化办事流程", "开展试点示范", "加强人才支持", "园林绿化养护", "严格督查考核",
)  # fmt: skip
_SUBJECTS = ("首次升规的企业", "改造提升的集市", "新开办的小店", "达标的便民服务点")
_FIGURES = (
    (QuantityKind.TARGET, "家"), (QuantityKind.REWARD, "万元/户"), (QuantityKind.TARGET, "个"),
    (QuantityKind.SUBSIDY, "%"), (QuantityKind.QUOTA, "项"), (QuantityKind.CAP, "万元"),
)  # fmt: skip


@dataclass(slots=True)
class Means:
    """What facts mean, one entry for each row of the list of that name in the record.

    An agency is told as ``code of its place|official name``; a name that no table knows is its own.
    Documents are ``policy:FILE`` or ``law:TITLE``.
    """

    responsibilities: list[str] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    deadlines: list[str] = field(default_factory=list)
    body_duties: list[str] = field(default_factory=list)
    amendments: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as documents of its place write it, its official name, and what it means."""

    written: str
    official: str | None
    means: str
    group: bool = False


class Facts:
    """Gathers the rows of one document, each at characters of its own."""

    def __init__(self, place: Place, document: Document, index: int) -> None:
        self.place = place
        self.document = document
        self.index = index
        self.chance = Random(f"facts {index}")
        self.means = Means()
        self._at = 1
        self._found: dict[str, list[Any]] = {}

    def rows(self) -> dict[str, Any]:
        """Give the lists of the record, and the length of its text."""
        found = {name: tuple(rows) for name, rows in self._found.items()}
        for name in ("clauses", "responsibilities", "citations"):
            found.setdefault(name, ())
        return {**found, "characters": self._at + 1, "preamble_end": _ON_WHAT}

    def cite(
        self, path: str, relation: Relation, means: str, to: Document, article: int | None = None
    ) -> None:
        """Cite a document, or an article of a law."""
        row = Citation(path, to.title, to.number, article, None, None, relation, f"《{to.title}》",
                       self._span(), "title")  # fmt: skip
        self._add("citations", row, means)

    def lay_out(self) -> None:
        """Make chapters of items, each with its facts."""
        for chapter in range(1, CHAPTERS + 1):
            begin = self._at = -(-self._at // _ITEM) * _ITEM
            first = begin + _ON_WHAT
            end = begin + ITEMS * _ITEM - 1
            self._clause(str(chapter), "一二三"[chapter - 1] + "、", "工作任务", begin, first, end)
            for item in range(1, ITEMS + 1):
                start = first if item == 1 else begin + (item - 1) * _ITEM
                self._item(chapter, item, start, begin + item * _ITEM - 1)
        if self.place.code == PROVINCE:
            row = Post("领导小组", "组长", "省财政厅", "厅长", 1, self._span(), "post")
            self._found.setdefault("posts", []).append(row)

    def amend(self, file: str, changed: Document, place: Place) -> None:
        """Change items of another document, and say what became of two bodies."""
        units = [self._department(number) for number in (0, 1, 2)]
        law, other = Basis(_LAWS[0], 10, 2), Basis(_LAWS[1], self.index % 60 + 1, None)
        edits = (
            (Operation.DELETE_TEXT, "1/1", "在本市登记的", None, (law,)),
            (Operation.DELETE_CLAUSE, "1/2", None, None, (law, other)),
            (Operation.REPLACE_AGENCY, "2/1", units[0].written, units[1].written, ()),
            (Operation.REMOVE_AGENCY, "2/2", units[2].written, None, (other,)),
            (Operation.ADD_AGENCY, "2/3", None, units[2].written, ()),
            (Operation.ADD_TEXT, "2/4", None, "、个体工商户", (law,)),
            (Operation.ADD_CLAUSE, "2", None, None, (law, other)),
        )
        for number, (operation, locator, old, new, bases) in enumerate(edits, 1):
            path = self._plain(number)
            target = Target(changed.title, changed.number, locator, locator)
            beside, new_place = _PLACES.get(operation, (None, None))
            row = Amendment(
                path, target, operation, old, new, bases, self._span(), "edit",
                beside=beside, new_place=new_place,
            )  # fmt: skip
            self._add("amendments", row, file)
        old, new = (f"{place.full}{name}" for name in ("集市发展局", "集市管理局"))
        for kind in (ChangeKind.RENAME, ChangeKind.SUBSTITUTE):
            path = self._plain(len(edits) + (kind is ChangeKind.SUBSTITUTE) + 1)
            change = AgencyChange(path, old, new, kind, (), None, self._span(), "change")
            self._found.setdefault("agency_changes", []).append(change)

    def repeal(self, path: str, means: str, ended: Document) -> None:
        """Repeal a whole document."""
        self._plain(int(path))
        self.cite(path, Relation.REPEALS, means, ended)
        target = Target(ended.title, ended.number, None, None)
        row = Amendment(
            path, target, Operation.REPEAL_DOCUMENT, None, None, (), self._span(), "repeal"
        )
        self._add("amendments", row, means.removeprefix("policy:"))

    def _add(self, name: str, row: object, means: str) -> None:
        self._found.setdefault(name, []).append(row)
        getattr(self.means, name).append(means)

    def _span(self) -> tuple[Span]:
        self._at += 3
        return (Span(self._at, self._at + 2),)

    def _clause(
        self, path: str, label: str, heading: str | None, start: int, own_end: int, end: int
    ) -> None:
        style = "cn-comma" if label.endswith("、") else "arabic-dot"
        row = Clause(path, label, heading, start, own_end, end, style, "label")
        self._found.setdefault("clauses", []).append(row)
        self._at = start

    def _plain(self, number: int) -> str:
        """Make a clause without others in it."""
        begin = -(-self._at // _ITEM) * _ITEM
        self._clause(str(number), f"{number}.", None, begin, begin + _ITEM - 1, begin + _ITEM - 1)
        return str(number)

    def _item(self, chapter: int, item: int, start: int, end: int) -> None:
        path, number = f"{chapter}/{item}", (chapter - 1) * ITEMS + item
        self._clause(path, f"{item}.", self._heading(number), start, end, end)
        if item != ITEMS:
            self._mark(path, number)
        if number % 7 == 0:
            self._supply(path)
        for at in range(number % 3):
            law = self.chance.choice(_LAWS)
            relation = (Relation.BASED_ON, Relation.CITES)[at]
            article = self.chance.randint(1, 60)
            self.cite(path, relation, f"law:{law}", Document(title=law), article)
        if number % 2:
            self._figure(path, number)
        if number % 3 == 0:
            self._deadline(path, number)
        if number % 5 == 2:
            unit = self._department(number)
            row = BodyDuty(path, unit.written, False, Role.RESPONSIBLE, f"由{unit.written}承担",
                           self._span(), "duty")  # fmt: skip
            self._add("body_duties", row, unit.means)

    def _heading(self, number: int) -> str | None:
        """Give one that five documents share, one that many share, one of its own, or none."""
        if number % 5 == 1:
            return f"第{self.index // 5 * 15 + number}类摊位规范"
        if number % 5 == 2:
            return None
        if number % 5 == 3:
            return f"{self.place.name}第{self.index}号示范街{number}"
        return self.chance.choice(_HEADINGS)

    def _mark(self, path: str, number: int) -> None:
        units = [self._department(number * 3 + at) for at in range(3)]
        roles = [Role.LEAD, Role.SUPPORT, Role.SUPPORT] if number % 3 else [Role.RESPONSIBLE] * 3
        units += self._others(number)
        roles += [Role.RESPONSIBLE] * (len(units) - len(roles))
        for unit, role in zip(units, roles, strict=True):
            self._lay(path, 1, unit, role)
        if self.index % 10 == 1:
            self._lay(path, 1, self._group(), Role.RESPONSIBLE, inherited=True)

    def _others(self, number: int) -> list[Unit]:
        """Give the body of the line, perhaps by an older name, and what only some items name."""
        found = []
        if number % 5 == 3:
            year = int((self.document.issued or "2010")[:4]) - (4 if self.index % 3 == 0 else 0)
            found.append(self._of_place(body_of_the_line(year)))
        if number == 6:
            found.append(self._of_place(SIDE[self.index % len(SIDE)]))
        if number == 8:
            name = f"{self.place.level}{'夜市' if self.index % 2 else '集市'}工作专班"
            found.append(Unit(name, None, f"{self.place.code}|{name}"))
        if number == 11:
            found.append(self._group())
        if number == 12 and self.place in CITIES:
            below = [each for each in COUNTIES if each.parent == self.place.code]
            chosen = below[self.index % len(below)]
            name = f"{named_on(chosen, self.document.issued or _TODAY).full}人民政府"
            found.append(Unit(name, name, f"{chosen.code}|{name}"))
        return found

    def _lay(
        self, path: str, segment: int, unit: Unit, role: Role, *, inherited: bool = False
    ) -> None:
        row = Responsibility(path, segment, unit.written, unit.written, unit.official, role,
                             unit.group, inherited, self._span(), "mark")  # fmt: skip
        self._add("responsibilities", row, unit.means)

    def _supply(self, path: str) -> None:
        """Say who supplies data in a mark of its own, who checks it, and who supplies in words."""
        office = next(n for n, name in enumerate(self.place.departments) if name == "统计局")
        self._lay(path, 2, self._department(office, turn=False), Role.DATA_SOURCE)
        self._lay(path, 2, self._department(3, turn=False), Role.REVIEW)
        unit = self._department(office + 1, turn=False)
        row = BodyDuty(path, unit.written, False, Role.DATA_SOURCE, f"由{unit.written}提供",
                       self._span(), "duty")  # fmt: skip
        self._add("body_duties", row, unit.means)

    def _figure(self, path: str, number: int) -> None:
        kind, unit = _FIGURES[(self.index + number // 2) % len(_FIGURES)]
        value, year = self.chance.randint(1, 500), 2000 + self.chance.randint(1, 27)
        subject = self.chance.choice((None, *_SUBJECTS))
        dated = year if kind in (QuantityKind.TARGET, QuantityKind.QUOTA) and value % 5 else None
        condition = "首次升规" if value % 11 == 0 else None
        printed = f"{value}{unit}"
        row = Quantity(
            path, kind, value, unit, printed, dated, subject, condition, self._span(), "quantity"
        )
        self._found.setdefault("quantities", []).append(row)

    def _deadline(self, path: str, number: int) -> None:
        kinds = (DeadlineKind.BY, DeadlineKind.DURING, DeadlineKind.BY, DeadlineKind.RECURRING)
        kind = kinds[(self.index + number // 3) % len(kinds)]
        year, month = self.chance.randint(2010, 2028), self.chance.randint(1, 12)
        again = kind is DeadlineKind.RECURRING
        unit = self._department(number) if number == 9 else None
        row = Deadline(
            path, 1, kind, None if again else f"{year}-{month:02}-28", "P3M" if again else None,
            "每季度" if again else f"{year}年{month}月底前", unit and unit.written, self._span(),
            "deadline",
        )  # fmt: skip
        self._add("deadlines", row, unit.means if unit else "")

    def _department(self, number: int, *, turn: bool = True) -> Unit:
        """Give a department of the place; where ``turn``, each document begins with another."""
        names = list(self.place.departments)
        name = names[(number + (self.index * 7 if turn else 0)) % len(names)]
        unit = self._of_place(self.place.departments[name])
        return Unit(self.place.level + name, unit.official, unit.means)

    def _of_place(self, ending: str) -> Unit:
        official = self.place.full + ending
        return Unit(self.place.level + ending, official, f"{self.place.code}|{official}")

    def _group(self) -> Unit:
        """Give all cities of the province, or the counties of a city; of a county the towns."""
        names = {"省": "各市人民政府", "市": "各县（市、区）人民政府"}
        name = names.get(self.place.level, "各镇人民政府")
        return Unit(name, None, f"{self.place.code}|{name}", group=True)

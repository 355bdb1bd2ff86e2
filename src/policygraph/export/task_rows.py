"""A ledger of tasks -> the rows of its tables: task by task, and unit by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.export.role_names import ROLE_NAMES
from policygraph.model.digest import Digest
from policygraph.model.facts import DeadlineKind, Role
from policygraph.model.record import Record
from policygraph.resolve.standing import REASONS
from policygraph.tasks.ledger import Entry, Ledger
from policygraph.tasks.task import Assigned, Task
from policygraph.tasks.today import Now


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a table of tasks.

    Attributes:
        key: its name for programs.
        zh, en: its head for people.
        tracing: it leads back to the text, and is folded away in a workbook.
    """

    key: str
    zh: str
    en: str
    tracing: bool = False

    def label(self, language: str) -> str:
        """Give the head in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


_NUMBER = Head("number", "序号", "no.")
_DOCUMENT = Head("document", "文件", "document")
_PLACE = (Head("label", "条款", "clause"), Head("section", "所属部分", "part"))
_TASK = Head("task", "任务内容", "task")
_TIME = (Head("time", "时限要求", "time"), Head("due", "截止日期", "due"))
_TRACE = (
    Head("path", "条款路径", "path", tracing=True),
    Head("start", "起始字符", "start", tracing=True),
    Head("end", "终止字符", "end", tracing=True),
)
ROLES: dict[Role, Head] = {
    Role.LEAD: Head("lead", "牵头单位", "lead"),
    Role.RESPONSIBLE: Head("responsible", "责任单位", "responsible"),
    Role.SUPPORT: Head("support", "配合单位", "support"),
    Role.DATA_SOURCE: Head("data_source", "数据提供单位", "data from"),
    Role.REVIEW: Head("review", "审核单位", "review"),
}
_CHANGES = Head("changes", "单位变动", "units that changed")
SPOKEN = Head("in_text", "正文另提及", "named in the text")
TASK_HEADS = (
    _NUMBER, _DOCUMENT, *_PLACE, _TASK, *ROLES.values(), SPOKEN, *_TIME,
    _CHANGES, *_TRACE,
)  # fmt: skip
UNIT_HEADS = (
    _NUMBER, Head("unit", "单位", "unit"), Head("now", "现承担单位", "today"),
    Head("role", "职责", "role"), _DOCUMENT, *_PLACE, _TASK, *_TIME,
    Head("as_written", "原文写法", "as written"), *_TRACE,
)  # fmt: skip
# What people read on paper or a page: as few columns as say it all.
_OTHERS = Head("others", "其他分工", "further units")
_WHERE = Head("where", "条款", "clause")
_WHEN = Head("when", "时限要求", "time")
_PLAIN = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
_COLUMNS = tuple(ROLES[role] for role in _PLAIN)
_OFTEN = 0.25  # of the tasks that have units
PRINTED_TASKS = (
    _NUMBER, _DOCUMENT, _WHERE, _TASK, *_COLUMNS, _OTHERS, _WHEN, _CHANGES,
)  # fmt: skip
PRINTED_UNITS = (
    _NUMBER, Head("unit", "单位", "unit"), Head("now", "现承担单位", "today"),
    Head("role", "职责", "role"), _DOCUMENT, _WHERE, _TASK, _WHEN,
)  # fmt: skip
# behind the name of a unit it is said what it does: 市统计局（提供数据）
_ROLE_WORDS = ROLE_NAMES | {
    Role.DATA_SOURCE: ("提供数据", "gives data"),
    Role.REVIEW: ("审核", "reviews"),
}
_BY_RULE = {"zh": "（按全文规定）", "en": " (by a rule of the whole document)"}
_COLON = {"zh": "：", "en": ": "}
_AND = {"zh": "、", "en": ", "}
_RULED = {"zh": "按全文规定", "en": "by a rule of the whole document"}
_THEN = {"zh": "；", "en": "; "}
_OR = {"zh": " 或 ", "en": " or "}
_NOT_SURE = {"zh": "待核定：{}", "en": "not settled: {}"}
_OUTSIDE = {"zh": "正文", "en": "text"}
_ENDING = (DeadlineKind.BY, DeadlineKind.DURING)  # whose date is the last day
_LONGEST = 40  # characters of a heading above

Row = tuple[str | int, ...]


def task_rows(ledger: Ledger, language: str) -> Iterator[Row]:
    """Give a row for each task, as long as ``TASK_HEADS``."""
    for number, entry in enumerate(ledger.entries, 1):
        task = entry.task
        roles = [*_roles(task, language).values()]
        changes = "\n".join(_changes(entry, ledger, language))
        place = (name_of(entry.record), *_place(task, language))
        yield (number, *place, task.words, *roles, *_time(task), changes, *_trace(task))


def printed_tasks(ledger: Ledger, language: str) -> Iterator[Row]:
    """Give a row for each task, as long as ``PRINTED_TASKS``.

    A role has a column where many tasks have it. Where few have it, who leads and who supports
    stands with the units in charge, and others stand among the further ones.
    """
    often = _often(ledger)
    for number, entry in enumerate(ledger.entries, 1):
        task = entry.task
        roles = _roles(task, language)
        if ROLES[Role.RESPONSIBLE] in often:
            _gather(roles, often, language)
        plain = [roles.pop(head) if head in often else "" for head in _COLUMNS]
        others = (
            f"{head.label(language)}{_COLON[language]}{units}"
            for head, units in roles.items()
            if units
        )
        changes = "\n".join(_changes(entry, ledger, language))
        yield (
            number, name_of(entry.record), _where(task, language), task.words, *plain,
            "\n".join(others), _when(task), changes,
        )  # fmt: skip


def _gather(roles: dict[Head, str], often: Sequence[Head], language: str) -> None:
    """Put who leads and who supports with the units in charge: 牵头：甲局, 配合：乙局."""
    told = [roles[ROLES[Role.RESPONSIBLE]]]
    for role in (Role.LEAD, Role.SUPPORT):
        head = ROLES[role]
        if head not in often and (units := roles.pop(head, "")):
            word = _ROLE_WORDS[role][language != "zh"]
            told.append(f"{word}{_COLON[language]}{units}")
    roles[ROLES[Role.RESPONSIBLE]] = "\n".join(filter(None, told))


def _often(ledger: Ledger) -> list[Head]:
    """Give the roles that so many tasks have that a column of their own is worth its width."""
    borne = [{unit.role for unit in entry.task.units} for entry in ledger.entries]
    least = _OFTEN * sum(map(bool, borne))
    return [ROLES[role] for role in _PLAIN if sum(role in roles for roles in borne) >= least]


def unit_rows(ledger: Ledger, language: str) -> Iterator[Row]:
    """Give a row for each unit of each task, as long as ``UNIT_HEADS``; unit after unit."""
    for number, (entry, unit, now) in enumerate(_by_unit(ledger), 1):
        task = entry.task
        who = (unit.name, told_now(now, language) if now else "", _role(unit, language))
        place = (name_of(entry.record), *_place(task, language))
        yield (number, *who, *place, task.words, *_time(task), unit.as_written, *_trace(task))


def printed_units(ledger: Ledger, language: str) -> Iterator[Row]:
    """Give a row for each unit of each task, as long as ``PRINTED_UNITS``; unit after unit."""
    for number, (entry, unit, now) in enumerate(_by_unit(ledger), 1):
        task = entry.task
        who = (unit.name, told_now(now, language) if now else "", _role(unit, language))
        place = (name_of(entry.record), _where(task, language))
        yield (number, *who, *place, task.words, _when(task))


def _by_unit(ledger: Ledger) -> list[tuple[Entry, Assigned, Now | None]]:
    """Give the units of all tasks, each unit's together, in the order of their first tasks."""
    order: dict[str, int] = {}
    for _, unit, _ in ledger.units():
        order.setdefault(unit.name, len(order))
    return sorted(ledger.units(), key=lambda each: order[each[1].name])


def filled(heads: Sequence[Head], rows: Sequence[Row], documents: int) -> list[int]:
    """Give the places of the columns that tell something: no empty one, no single document."""
    return [
        place
        for place, head in enumerate(heads)
        if any(row[place] != "" for row in rows)
        and not (head is _DOCUMENT and documents == 1)
        and not head.tracing
    ]


def name_of(record: Record) -> str:
    """Give what people call a document: its title and number, else the name of its file."""
    document = record.document
    title = f"《{document.title.translate(_INNER)}》" if document.title else ""
    return f"{title}{f'（{document.number}）' if document.number else ''}" or record.source


_INNER = str.maketrans("《》", "〈〉")  # GB/T 15834-2011, 4.9


def told_now(now: Now, language: str) -> str:
    """Say who stands in the place of a unit, or why that is not known."""
    if now.names:
        return _AND[language].join(now.names)
    if now.open:
        return _NOT_SURE[language].format(_OR[language].join(now.open))
    return REASONS[now.reason][language != "zh"]


def _roles(task: Task, language: str) -> dict[Head, str]:
    """Give the units under their heads; those that text adds to a mark stand by themselves."""
    marked = [unit for unit in task.units if not unit.spoken]
    added = [unit for unit in task.units if unit.spoken] if marked else []
    told = {head: _listed(marked or task.units, role, language) for role, head in ROLES.items()}
    return told | {SPOKEN: _AND[language].join(unit.resolved for unit in added)}


def _role(unit: Assigned, language: str) -> str:
    role = _ROLE_WORDS[unit.role][language != "zh"]
    return role + (_BY_RULE[language] if unit.inherited else "")


def _where(task: Task, language: str) -> str:
    return "\n".join(filter(None, _place(task, language)))


def _when(task: Task) -> str:
    """Give the times as written; the days that they mean where no words are at hand."""
    written, days = _time(task)
    return written or days


def _changes(entry: Entry, ledger: Ledger, language: str) -> Iterator[str]:
    for unit in {unit.name: unit for unit in entry.task.units}.values():
        now = ledger.today.now(unit.name, entry.record)
        if now is not None:
            yield f"{unit.resolved} → {told_now(now, language)}"


def _listed(units: Sequence[Assigned], role: Role, language: str) -> str:
    """Give the units of a role; those that only a rule of the whole document names come last."""
    between = _AND[language]
    own, ruled = (
        between.join(u.resolved for u in units if u.role is role and u.inherited is inherited)
        for inherited in (False, True)
    )
    told = [own] if own else []
    if ruled:
        told.append(f"{_RULED[language]}{_COLON[language]}{ruled}")
    return _THEN[language].join(told)


def _place(task: Task, language: str) -> tuple[str, str]:
    headings = (each if len(each) <= _LONGEST else f"{each[:_LONGEST]}…" for each in task.section)
    return task.label or _OUTSIDE[language], " / ".join(headings)


def _time(task: Task) -> tuple[str, str]:
    written = (
        each.as_written for each in task.deadlines if not isinstance(each.as_written, Digest)
    )
    dates = (each.date for each in task.deadlines if each.date and each.kind in _ENDING)
    return "\n".join(dict.fromkeys(written)), "\n".join(dict.fromkeys(dates))


def _trace(task: Task) -> tuple[str | int, ...]:
    return task.clause, task.span.start, task.span.end

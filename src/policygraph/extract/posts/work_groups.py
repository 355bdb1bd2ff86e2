"""Work groups: the words for seats in them (组长, 召集人), and which group a list is about."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from operator import itemgetter

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.text.title import close_up

_BLANK = r"[ \t\u3000\u2002\u2003\u00a0]{0,8}"
_BEFORE = ("第一", "常务", "执行", "名誉", "联席", "总", "副", "双")
_HEADS = ("组长", "召集人", "指挥长", "总指挥", "副指挥", "组员", "成员")
# words that are posts too: they are seats only where a list is plainly one
_HEADS_IN_LIST = (
    "主任委员", "主任", "委员", "秘书长", "联络员", "主席", "会长", "理事长",
    "政委", "顾问", "队长", "班长", "总队长", "河长", "湖长", "林长",
    "田长", "链长", "牵头人", "协调人", "负责人", "督导长",
)  # fmt: skip
_OFFICE = ("办公室", "秘书处")
_GROUP_END = (
    r"(?:领导小组|协调小组|工作小组|工作组|专项小组|专项组|推进组|专家组|督导组|指导组|小组|工作专班|专班|指挥部"
    r"|联席会议|联席会|委员会|理事会|联合会|调度机制|协调机制|工作机制)(?:办公室)?"
)
_LIST_END = expression(
    r"(?:(?:组成)?(?:成员|人员|单位)(?:及[\u4e00-\u9fff]{2,8})?)?(?:的?名单|组成|如下|[:：])*$"
)
_GROUP = expression(rf"[\u4e00-\u9fff“”（）()、·]{{0,50}}{_GROUP_END}")
_FOUNDING = expression(
    rf"(?:成立|组建|建立|设立|调整|充实|健全|完善)(?:由[^，。；]{{2,20}}的|了)?(?P<group>(?!以)[^，。；：\n《》的为]{{2,50}}?{_GROUP_END})"
)
_ANNOUNCES = expression(r"(?:名单|组成人员)[^。；：\n]{0,12}如下[：:]\s*\Z")
_NUMBER = expression(
    r"^\s*(?:附\s?件\s?\d{0,2}|[一二三四五六七八九十\d]{1,3}[、.．]|[（(][^（）()]{1,3}[）)])"
)
_NO_GROUP = expression("为|^(?:成立|建立|组建|设立|由|以)")
_LINE = expression(r"[^\n\r]*\S[^\n\r]*")
_BARE = 7  # characters: 领导小组, 工作专班办公室 by themselves name no group
_LINES = 6  # lines before a list in which its heading is looked for
_HEADING = 60


def _spaced(word: str) -> str:
    return _BLANK.join(word)


def role_pattern(in_list: bool) -> str:
    """Give the expression for a word for a seat, blanks between its characters allowed.

    Args:
        in_list: also take the words that are posts by themselves (主任, 委员).
    """
    heads = (*_HEADS, *_HEADS_IN_LIST) if in_list else _HEADS
    before = "|".join(_spaced(word) for word in _BEFORE)
    after = "|".join(_spaced(word) for word in sorted(heads, key=len, reverse=True))
    office = "|".join(_spaced(word) for word in _OFFICE)
    return (
        rf"(?:(?:(?:{before}){_BLANK}){{0,3}}(?:{after})|(?:{office}){_BLANK}"
        rf"(?:(?:{before}){_BLANK}){{0,2}}{_spaced('主任')})"
    )


def role_beginnings() -> str:
    """Give the characters with which such a word may begin."""
    return "".join(sorted({word[0] for word in (*_BEFORE, *_HEADS, *_HEADS_IN_LIST, *_OFFICE)}))


class WorkGroups:
    """The work groups of a document."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._full: dict[str, str] = {}

    @cached_property
    def _founded(self) -> list[tuple[int, str]]:
        """The groups that sentences found, and where; few documents ask for them."""
        return [(m.end(), m["group"]) for m in _FOUNDING.finditer(self._reading.source.text)]

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {clause.path: clause.heading or "" for clause in self._reading.clauses}

    @cached_property
    def _title(self) -> str:
        titles = self._reading.of_kind(BlockKind.TITLE)
        return "".join(self._reading.words(block) for block in titles)

    def before(self, offset: int) -> str | None:
        """Give the name of the work group that a list or sentence at ``offset`` is about.

        It is looked for in the lines right before, the heading of the clause, the title of the
        annex, the last sentence that founds a group, and the title of the document, in this
        order; a full name goes before a bare one (领导小组).
        """
        bare: str | None = None
        for words in self._candidates(offset):
            name = _group_in(words)
            if name and len(name) >= _BARE:
                return self._as_founded(name)
            bare = bare or name
        return bare

    def _as_founded(self, name: str) -> str:
        """A heading drops 工作 where the sentence that founds the group prints it."""
        if name not in self._full:
            self._full[name] = _as_founded(self._reading.source.text, name)
        return self._full[name]

    def _candidates(self, offset: int) -> Iterator[str]:
        yield from _lines_before(self._reading.source.text, offset)
        path = self._reading.clause_at(offset)
        while path:
            yield self._headings.get(path, "")
            path = path.rpartition("/")[0]
        known = bisect_right(self._founded, offset, key=itemgetter(0))
        yield from (name for _, name in reversed(self._founded[max(0, known - 3) : known]))
        yield self._title


def _as_founded(text: str, name: str) -> str:
    for end in ("专班", "领导小组", "小组", "指挥部"):
        head = name.removesuffix(end)
        full = f"{head}工作{end}"
        if head != name and not head.endswith("工作") and full in text:
            return full
    return name


def _lines_before(text: str, offset: int) -> Iterator[str]:
    """Give the short lines right before, each alone and with the line that it continues."""
    begin = text.rfind("\n", 0, offset) + 1
    lines = text[max(0, begin - 600) : begin].splitlines()
    near = [line.strip() for line in islice(reversed(lines), 2 * _LINES) if line.strip()][:_LINES]
    headings: list[str] = []
    for line in near:
        if len(line) > _HEADING or re.search("[。；，]", line):
            break
        headings.append(line)
    for index, line in enumerate(headings):
        above = headings[index + 1] if index + 1 < len(headings) else ""
        if above and _LIST_END.search(line) and not _group_in(above):
            yield close_up(above + "\n" + line)
        yield line


def _group_in(words: str) -> str | None:
    """Give the work group that a heading names: 关于成立某某领导小组的通知 -> 某某领导小组."""
    founding = _FOUNDING.search(words)
    if founding:
        return close_up(founding["group"])
    found = _GROUP.match(close_up(_NUMBER.sub("", words).strip(" |*#:：")))
    return found.group() if found and not _NO_GROUP.search(found.group()) else None


def is_announced(text: str, offset: int) -> bool:
    """Say whether the lines right before ``offset`` announce a list of members."""
    if _ANNOUNCES.search(text, max(0, offset - _HEADING), offset):
        return True  # 现将调整后的组成人员名单通知如下：
    headings = _lines_before(text, offset)
    return any("名单" in line or "组成人员" in line or _group_in(line) for line in headings)


def line_spans(text: str, start: int, limit: int) -> Iterator[tuple[Span, Span | None]]:
    """Give up to ``limit`` lines from ``start`` on that are not blank, each with the next one."""
    spans = (span_of(m.span()) for m in _LINE.finditer(text, start))
    last: Span | None = None
    for span in islice(spans, limit):
        if last is not None:
            yield last, span
        last = span
    if last is not None:
        yield last, None

"""Who stands before a verb: the list of bodies with which a sentence, or a part of it, begins."""

from collections.abc import Sequence
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.bodies.lists import read_bodies
from policygraph.extract.bodies.marks import read_mark
from policygraph.extract.bodies.public_bodies import is_collective, is_private
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.words import Words

_K = BlockKind
_READ = frozenset((_K.ITEM, _K.TEXT, _K.PREAMBLE, _K.CLOSING))
_STOPS = frozenset("。；！？;!?")
_MARKS = expression("[。；！？;!?，,：:]")  # stops and pauses
_GOES_ON = frozenset("、，,（(和及与或市县区省部局")  # a name may be broken here
_TITLE = 40  # characters of a heading that ends its line without a stop
_DAY = (
    r"(?:\d{2,4}年(?:\d{1,2}月|[上下]半年)?|\d{1,2}月)"
    r"(?:\d{1,2}日|[年月]?[底末初])?(?:[以之]?前|起)?"
)
_LEAD_IN = expression(
    rf"(?:同时|其中|此外|另外|原则上|请(?![求示])|对此|为此|今后|凡|特别是|尤其是|[（(][^（）()]{{1,3}}[）)]|{_DAY}"
    r"|第?[一二三四五六七八九十]{1,2}是|下一?(?:阶段|步)|近期|平时|必要时|即日起|每年|(?:会议|通知)还?(?:要求|强调|指出|明确)"
    r")[，,]?\s*"
)
_ASKED = expression(r"\s*请$")
# 各项任务的牵头单位, 负有监管职责的部门: what they do, and they
_ATTRIBUTE = expression(
    r"(?:负有|参与|参加|从事|承担|涉及|具备|有条件|先期|各项|各类|列入|纳入|各[^，,。；;：:、的]{2,8}(?=的))(?:[^，,。；;：:“”《》的]|《[^《》]{1,30}》){0,24}的"
)
_ASKS = expression("[可应须要商邀]请")  # 县指挥部可请有关部门参与: two bodies, and no list
# （设在县应急局，以下简称“县减灾办”）承担: a note behind the name
_NOTE = expression(
    r"[（(](?:[^（）()]{0,40}[，,；;])?(?:设在|(?:以下)?简称|下称|以下统称)[^（）()]{1,60}[）)]\Z"
)
# 善后保障 农业主管部门应…: a heading, and words behind a blank
_HEADED = expression(r"[\s\u3000]*[\u4e00-\u9fff]{2,16}[ \u3000]{1,4}(?=[\u4e00-\u9fff])")
_LABELLED = expression(r"\s*(?P<label>[\u4e00-\u9fff]{2,8})\s*[:：]")
_LABEL = 12  # characters of a label with its colon
_LINE_END = expression(r"[。\n]")
_SHORTEST = 2  # characters of the name of a body
# with which a part of a sentence begins, and no body
_NO_BODY = (
    "鼓励", "请求", "要求", "支持", "推动", "引导", "加大", "积极", "建立", "加强", "推进", "依托",
    "督促", "应当", "拒绝", "冒充", "协同", "会同",
    "配合有关", "配合相关", "联合有关", "联合相关", "协助",
    "协调其他", "协调有关", "协调相关", "协调各",
    "加快", "坚持", "充分", "根据", "按照", "实行", "抓紧", "利用", "明确", "申请", "提高", "提升",
    "完善", "落实", "深入", "确保", "保证", "促进", "倒逼", "帮助",
    "敦促", "到", "由", "对", "为", "将", "把", "与",
)  # fmt: skip
_PLACE_ENDS = "地级县区市州旗镇乡关政份体）)"
_MOST_BEGINS = 4
_BACK = 160  # characters before a verb in which its subject begins
_PAIRS = (("“", "”"), ("《", "》"), ("（(", "）)"), ("〔[", "〕]"), ("「", "」"))
_HIDES = tuple((mark, begins, ends) for begins, ends in _PAIRS for mark in begins)


def is_running_text(reading: Reading, offset: int) -> bool:
    """Say whether an offset lies in running text, outside brackets, quotes and titles."""
    block = reading.block_at(offset)
    if block.kind not in _READ or _is_label_line(reading, block):
        return False
    before = reading.source.text[max(block.span.start, offset - 4 * _BACK) : offset]
    for mark, begins, ends in _HIDES:
        if mark in before and _count(before, begins) > _count(before, ends):
            return False
    return True


def _is_label_line(reading: Reading, block: Block) -> bool:
    """Say whether a block is a mark behind a label, 部门分工：A牵头，B配合: read elsewhere."""
    text, words = reading.source.text, reading.registry.words
    start = block.label.span.end if block.label else block.span.start
    head = text[start : start + _LABEL]
    if "：" not in head and ":" not in head:
        return False  # the common case
    match = _LABELLED.match(text, start, block.span.end)
    if match is None or not match["label"].endswith(tuple(words.role_labels)):
        return False
    end = _LINE_END.search(text, match.end(), block.span.end)
    mark = read_mark(text, span_of((match.start(), end.start() if end else block.span.end)), words)
    return bool(mark.units) and not mark.rejected


def _count(words: str, marks: str) -> int:
    return sum(map(words.count, marks))


@lru_cache(maxsize=8)
def ends_of_bodies(words: Words) -> frozenset[str]:
    """Give the characters in which names of public bodies end."""
    public = (suffix for suffix in words.unit_suffixes if not is_private(suffix))
    return frozenset({suffix[-1] for suffix in public} | set(_PLACE_ENDS))


def subject_before(
    reading: Reading, verb: int, *, opening: bool = False, since: int = -1
) -> tuple[tuple[Mention, ...], int] | None:
    """Give the bodies that stand right before a verb, up to where their sentence begins.

    Args:
        reading: the document.
        verb: where the verb begins.
        opening: only bodies with which a sentence opens, or whom 请 asks.
        since: where a duty was read last; its sentence has opened already.
    """
    text = reading.source.text
    block = reading.block_at(verb)
    label = block.label.span.end if block.label else block.span.start
    start = max(_behind_heading(text, label, verb) if block.label else label, verb - _BACK)
    note = _NOTE.search(text, start, verb) if text[verb - 1] in "）)" else None
    verb = note.start() if note else verb
    begins = [start]
    for mark in _MARKS.finditer(text, start, verb):
        if text[mark.start()] in _STOPS:
            start = mark.end()
            begins = [start]
        else:
            begins.append(mark.end())
    for begin in begins[_first(text, begins, ends_of_bodies(reading.registry.words)) :]:
        blank = _LEAD_IN.match(text, begin, verb)
        first = _behind_bracket(text, blank.end() if blank else begin, verb)
        if verb - first < _SHORTEST or text.startswith(_NO_BODY, first):
            continue
        if _ASKS.search(text, first, verb):
            continue
        if opening and since < start and not _opens(text, start, begin, first):
            continue
        span = span_of((first, verb))
        units = read_bodies(text, span, reading.registry) or _with_attribute(reading, span)
        if units:
            return units, units[0].spans[0].start
    return None


def _behind_heading(text: str, start: int, verb: int) -> int:
    """Give where the words begin behind a heading that ends its line without a stop, or a blank."""
    line = text.find("\n", start, min(start + _TITLE, verb))
    if line > 0 and text[line - 1] not in _GOES_ON:
        return line + 1
    headed = _HEADED.match(text, start, verb)
    return headed.end() if headed else start


def _behind_bracket(text: str, start: int, end: int) -> int:
    """Give where words begin behind a bracket that closes among them and opened before them.

    （责任单位：甲局）乙局负责…: what a mark names is no part of the name behind it.
    """
    for opening, closing in ("（）", "()"):
        at = text.rfind(closing, start, end)
        if at >= 0 and text.count(closing, start, end) > text.count(opening, start, end):
            start = at + 1
    return start


def _opens(text: str, start: int, begin: int, first: int) -> bool:
    """Say whether a sentence opens at ``first``, behind nothing but a day or a word of order."""
    if begin == start or text[begin - 1] in "：:\n" or _LEAD_IN.fullmatch(text, start, begin):
        return True
    return bool(_ASKED.match(text, begin, first))


def _with_attribute(reading: Reading, span: Span) -> tuple[Mention, ...]:
    """Read 各项任务的牵头单位 and the like as one unit, with what says who they are."""
    text = reading.source.text
    if text.find("的", *span) < 0:
        return ()
    said = _ATTRIBUTE.match(text, span.start, span.end)
    if said is None:
        return ()
    units = read_bodies(text, span_of((said.end(), span.end)), reading.registry)
    names = [unit.as_written for unit in units]
    if not all(n.endswith(("单位", "部门")) or is_collective(n, reading.registry) for n in names):
        return ()
    return (mention(text, span),) if len(units) == 1 else units


def _first(text: str, begins: Sequence[int], ends: frozenset[str]) -> int:
    """Give which of ``begins`` is the first worth trying: a list has bodies before each pause."""
    index = len(begins) - 1
    least = max(0, len(begins) - _MOST_BEGINS)
    while index > least:
        if text[begins[index] - 2] not in ends and not _LEAD_IN.match(
            text, begins[index - 1], begins[index]
        ):
            break
        index -= 1
    return index

"""Labels of numbered units: 第一章, 第十条, 一、, （一）, 1., 1、, (1), 1), ①, 附件2.

A label style is a row of ``STYLES``; which styles nest in which is not fixed here but decided
for each document (``text.clauses``), because documents differ.
"""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Label
from policygraph.text.numerals import DIGITS, to_int

_CN = f"[{DIGITS}十百]"
_AR = r"[\d０-９]"
# what is counted behind a figure, so that the figure is no label
COUNTED = (
    "(?:[月日年家户个项名亿万千百元吨亩号级类种次条款章节天周岁位层楼栋台套件批期届度倍成把米时小"
    "点比星大多余加至到∶起路幢座所处只头口支枚辆艘架部门区县市省镇乡村国]"
    "|分(?![级类工期析组别])|公(?=[里斤顷吨分])|平(?=方|米)|人(?![员才民大身工防口]))"
)
_SPACED = rf"(?:{_CN}{{1,6}}|{_AR}(?:\s?{_AR}){{0,3}})"


class Style(NamedTuple):
    """How a kind of label is printed.

    Attributes:
        name: name of the style; a concept of ``ontology/concepts/subdivisions.ttl``.
        pattern: matches a label at its first character; group ``n`` is the number.
    """

    name: str
    pattern: re.Pattern[str]


def _style(name: str, pattern: str) -> Style:
    return Style(name, expression(pattern))


STYLES: tuple[Style, ...] = (
    _style("part", rf"第\s?(?P<n>{_SPACED})\s?编"),
    _style("chapter", rf"第\s?(?P<n>{_SPACED})\s?章"),
    _style("section", rf"第\s?(?P<n>{_SPACED})\s?节"),
    _style("article", rf"第\s?(?P<n>{_SPACED})\s?条(?:之(?P<inserted>{_CN}{{1,3}}))?"),
    _style("cn-comma", rf"(?P<n>{_CN}{{1,5}})\s?[、．]"),
    _style("cn-paren", rf"[（(﹙]\s?(?P<n>{_CN}(?:\s?{_CN}){{0,4}})\s?[）)﹚]"),
    _style("cn-paren", "(?P<n>[\u3220-\u3229])"),  # ㈠, one character
    _style(
        "decimal",
        # 4.2.1 Ⅳ级响应: the number of a degree may come first; 4.3. 响应终止
        r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?:[.．](?!\d))?(?![\d.%％])"
        r"(?=[\s\u3000]*(?:[\u4e00-\u9fff“\u2160-\u216b]|[IVX]{1,4}[级类]))"
        r"(?![倍万亿千百元个家户项米亩吨]|周岁|分(?![级类工期析组别])|公(?=[里斤顷吨分])|平(?=方|米)|年(?!度)"
        r"|人(?![员才民大身工防口]))",
    ),
    _style("decimal", r"(?P<n>\d{1,2})(?=[\u3000\t]{1,4}[\u4e00-\u9fff])"),
    # 1 总则: a heading by itself behind an ordinary blank, and no figure (2 家企业)
    _style(
        "decimal",
        r"(?P<n>\d{1,2})(?= {1,2}(?![月日年家户个项名人亿万千百元吨亩])[\u4e00-\u9fff]{2,14}\s*$)",
    ),
    # 1总则: glued to a heading by itself, and no figure (3家企业, 5月6日)
    _style("decimal", rf"(?P<n>\d{{1,2}})(?!{COUNTED})(?=[\u4e00-\u9fff]{{2,16}}\s*$)"),
    _style(
        "ar-dot",
        rf"(?P<n>{_AR}{{1,3}})\s?(?:\*\s?)?[.．](?:(?![\d０-９])|(?=(?:19|20)\d\d\s?年|\d\d\d?\s?周岁))",
    ),
    _style("ar-comma", rf"(?P<n>{_AR}{{1,3}})、"),
    _style("ar-paren", rf"[（(]\s?(?P<n>{_AR}{{1,3}})\s?[）)]"),
    _style("ar-paren", "(?P<n>[\u2474-\u2487])"),  # ⑴
    _style("ar-dot", "(?P<n>[\u2488-\u249b])"),  # ⒈
    _style("ar-half", rf"(?P<n>{_AR}{{1,2}})[）)](?=[^\s，。、；])"),
    _style("circled", r"(?P<n>[\u2460-\u2473])"),
)


def _any_of(names: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Give one pattern for some styles, in their order, and the style of each of its groups.

    The last group that ends is that of the style; the one behind it is the number.
    """
    styles = [style for style in STYLES if style.name in names]
    bare = (re.sub(r"\?P<\w+>", "", style.pattern.pattern) for style in styles)
    groups = [""]
    for style in styles:
        groups += [style.name] * (1 + style.pattern.pattern.count("(?P<"))
    return expression("|".join(f"({pattern})" for pattern in bare)), tuple(groups)


_BY_FIRST = {  # the styles that a label with this first character can have
    first: known
    for characters, names in (
        ("第", ("part", "chapter", "section", "article")),
        ("（(", ("cn-paren", "ar-paren")),
        ("﹙", ("cn-paren",)),
        (f"{DIGITS}十百", ("cn-comma",)),
        ("0123456789０１２３４５６７８９", ("decimal", "ar-dot", "ar-comma", "ar-half")),
        (map(chr, range(0x3220, 0x322A)), ("cn-paren",)),
        (map(chr, range(0x2474, 0x2488)), ("ar-paren",)),
        (map(chr, range(0x2488, 0x249C)), ("ar-dot",)),
        (map(chr, range(0x2460, 0x2474)), ("circled",)),
    )
    for known in (_any_of(names),)
    for first in characters
}
LAW_STYLES = ("part", "chapter", "section", "article")
_MARKUP = expression(
    r"(?:[\s\u3000\ufeff]|&emsp;|&nbsp;|#{1,6}\s|\*\*|>\s|<(?:p|b|strong|span|div)\b[^>\n]{0,80}>)*"
)
_AFTER = expression(r"(?:[\s\u3000]|&emsp;|&nbsp;|\*\*|</(?:b|strong|span)>)*")
_REFERENCE = expression(
    r"\s?(?:第[^章节条]{1,6}[款项]|[的、，]|[和与至到及]第|以外|中[“的])"
    # right behind the number; behind a blank they begin the words of the article: 第八条 与…
    r"|[和与至到及所]|规定"
    # 第九条修改为：“…”: what an amending text changes, not a unit of its own
    r"|\s?[中后前]?(?:(?:修改|修订|修正|变更|调整|替换|合并|改)为|(?:增加|增设|新增)[一二两三四五][章节条款项]"
    r"|(?:的?内容)?(?:予以)?删[去除](?:[“第。]|$))"
    r"|(?:(?:责任|牵头|配合)(?:单位|部门)|标题|原)?“[^”\n]{1,120}”[^，,。；“\n]{0,10}(?:(?:修改|改|调整|变更|替换)为|删[去除])"
)
ANNEX = expression(
    rf"附\s?(?P<kind>件|表|录|则(?=\s*\d))?\s?(?P<n>{_AR}{{1,2}}|{_CN}{{1,3}})?\s*[:：|、.．]?\s*"
)


def content_start(text: str, start: int, end: int) -> int:
    """Give where the words of a paragraph begin, past blanks and left-over markup."""
    if start < end and ("\u4e00" <= text[start] <= "\u9fff" or text[start] in _BY_FIRST):
        return start
    match = _MARKUP.match(text, start, end)
    return match.end() if match else start


def content_after(text: str, position: int, end: int) -> int:
    """Give where the words after a label begin."""
    if position < end and "\u4e00" <= text[position] <= "\u9fff":
        return position
    match = _AFTER.match(text, position, end)
    return match.end() if match else position


def match_label(text: str, start: int, end: int) -> Label | None:
    """Read the label with which ``text[start:end]`` begins; None where there is none.

    第十条的规定 and 第三款 are references and no labels.
    """
    if start < end and "\u4e00" <= text[start] <= "\u9fff" and text[start] not in _BY_FIRST:
        return None  # the common case: running text
    begin = content_start(text, start, end)
    known = _BY_FIRST.get(text[begin]) if begin < end else None
    if known is None:
        return None
    pattern, groups = known
    match = pattern.match(text, begin, end)
    if match is None:
        return None
    index = match.lastindex or 0
    style = groups[index]
    if style in LAW_STYLES and _REFERENCE.match(text, match.end(), end):
        return None
    inserted = match[index + 2] if style == "article" else None
    number = _number(match[index + 1], inserted)
    if number is None:
        return None
    printed = "".join(match[0].split())
    return Label(style, number, span_of(match.span()), printed)


def _number(printed: str, inserted: str | None) -> str | None:
    """Give the number of a label as it stands in a path; None where what is printed is none."""
    if len(printed) > 1:
        printed = "".join(printed.split())  # （十 六）
    if "." in printed:
        return printed
    value = to_int(printed)
    if value is None:
        return None
    return f"{value}-{to_int(inserted)}" if inserted else str(value)


_SERIAL = expression(r"(?:\|\s*)?(?P<n>\d{1,3})\s*(?=[\t|])")


def match_row_label(text: str, start: int, end: int) -> Label | None:
    """Read the label of a row of a table: its serial number, or a label in its first cell."""
    match = _SERIAL.match(text, start, end)
    if match:
        printed = match["n"]
        return Label("serial", printed, Span(match.start("n"), match.end("n")), printed)
    return match_label(text, start, end)


def level(label: Label) -> str:
    """Give the level that a label stands for: its style; ``decimal-2`` for 3.2."""
    if label.style != "decimal":
        return label.style
    return f"decimal-{label.number.count('.') + 1}"


def ordinal(label: Label) -> int:
    """Give the number of a label as an int, for judging sequences: the last of ``3.2``."""
    number = label.number
    if number.isdecimal():
        return int(number)  # the common case
    if label.style == "decimal":
        return int(number.rpartition(".")[2])
    return int(number.partition("-")[0])

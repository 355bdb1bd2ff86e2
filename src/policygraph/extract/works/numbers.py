"""Document numbers (文号): their normal form, and those that stand without a title."""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.model.source import Span, span_of
from policygraph.text.numerals import to_int
from policygraph.text.title import NUMBER, find_numbers

_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
_DECREE = expression(  # 令第722号, 令〔2010〕第15号, 第139号令
    r"令\s?(?:[〔\[【（(](?P<year>(?:19|20)\d\d)[〕\]】）)])?\s?(?P<plain>第?)\s?"
    r"(?P<serial>[\d〇零一二三四五六七八九十百]{1,6})\s?号"
    r"|第\s?(?P<before>\d{1,4})\s?号令"
)
_BODY = expression(
    r"[\u4e00-\u9fff]{0,14}(?:国务院|主席|政府|委员会|部|厅|局|署|院|银行|办公室)\s?$"
)
_BODY_AT_MOST = 24  # characters before a decree in which its body stands
_JOINT = expression(  # （建设部、商务部令第121号）
    r"(?P<bodies>(?:[\u4e00-\u9fff]{2,20}(?:部|委员会|局|署|院|银行)[、 ]){1,5}"
    r"[\u4e00-\u9fff]{2,20}(?:部|委员会|局|署|院|银行))\s?令\s?第?\s?"
    r"(?P<serial>[\d〇零一二三四五六七八九十百]{1,6})\s?号"
)
_NOTE = expression(r"\s*[（(](?P<words>[^（）()]{2,600})[）)]")  # with all that changed it since
_ANNOUNCED = expression(  # （财政部 税务总局公告2022年第31号）
    r"(?P<body>[\u4e00-\u9fff \u3000、]{0,60}?)(?P<kind>公告)?\s?(?P<year>(?:19|20)\d\d)\s?年\s?"
    r"第\s?(?P<n>\d{1,4})\s?号"
)
_BARE = expression(  # （令第153号）, （第153号）, （公告第3号）, （〔2019〕第4号）
    r"\s*(?P<body>[\u4e00-\u9fff]{2,30}?(?:政府|委员会|部|厅|局|署|院|银行|办公室))?"
    r"(?P<kind>令|公告|通告)?\s?"
    r"(?:(?:(?P<year>(?:19|20)\d\d)\s?年|(?P<bracketed>[〔\[【（(](?:19|20)\d\d[〕\]】）)]))\s?)?"
    r"(?P<plain>第)?\s?(?P<serial>\d{1,5})\s?号(?P<behind>令)?\s*(?:[，,；;、][^（）()]*)?"
)
_NORMAL_BARE = expression(r"(?:令|公告|通告)?(?:〔\d{4}〕|\d{4}年)?第?\d+号")
_PROMULGATED = tuple(  # kinds that are made public by decrees and notices under a number alone
    f"{kind}》"
    for kind in ("法", "条例", "办法", "规定", "细则", "规则", "决定", "公告", "通告", "令")
)
_REVISES = expression(r"[^，,。；）)]{0,6}修[订正改]")  # a later decree changed the document
_STATE = "中华人民共和国"
_LEADING = expression(f"{_STATE}(?=.)|[年月日](?=.)")
_MORE = expression(r"(?:\s*[、和及与]\s*第?\d{1,5}\s?号){0,12}")
_SERIAL = expression(r"第?(?P<n>\d{1,5})\s?号")
# What a sentence may print right before the letters of a number: 按照国发…, 执行财税…
_BEFORE = expression(
    "按照?|依照|遵照|参照|参见|详见|根据|依据|贯彻|落实|执行|印发|转发|文件|有关|相关|以及|适用|符合"
    "|[你我贵][院部厅局委省市县区办府]|规定|原|见|即|由|据|与|对|在|的|为|是|了|将|以|于|及"
    "|(?<=[^\\W和])和|(?<=[）)》])和"  # but 和政发 where nothing stands before
)
_LABEL = expression(r"^(?:发文字号|发布文号|发文文号|发文号|文号)(?=[\u4e00-\u9fff])")  # of a page
_LETTERS = expression(r"[\u4e00-\u9fffA-Za-z]{2,8}(?=\s?[〔\[［【（(﹝])")


def normal_number(printed: str) -> str:
    """Give a 文号 in normal form: 〔〕 brackets, ASCII digits, no blanks."""
    bare = _LABEL.sub("", re.sub(r"\s+", "", printed).translate(_ASCII))
    bare = re.sub(r"[〔\[［【（(﹝](\d{4})[〕\]］】）)﹞]", r"〔\1〕", bare)
    return bare.replace("〕第", "〕")


def numbers_alone(text: str) -> Iterator[tuple[Span, str]]:
    """Find the numbers that a text prints, whatever stands before them.

    Yields:
        where it is printed, and the number; "" where it is not plain where its letters begin, and
        for decrees without a body (令第722号). The numbers of 国发〔2021〕5号、6号 share letters
        and year.
    """
    for span in find_numbers(text):
        begin = _letters_begin(text, span)
        if begin is None:
            yield span, ""
            continue
        number = normal_number(text[begin : span.end])
        yield span_of((begin, span.end)), number
        more = _MORE.match(text, span.end)
        for serial in _SERIAL.finditer(text, span.end, more.end() if more else span.end):
            yield span_of(serial.span()), f"{number.partition('〕')[0]}〕{to_int(serial['n'])}号"
    for decree in _DECREE.finditer(text) if "令" in text else ():
        if _REVISES.match(text, decree.end()):
            continue
        found = _decree(text, decree)
        if found:
            yield found
        elif decree["plain"]:
            yield span_of(decree.span()), ""


def _decree(text: str, match: re.Match[str]) -> tuple[Span, str] | None:
    """Give where a decree is named with its body, and its number as its own head gives it.

    国务院令第722号, 建设部第139号令 -> 建设部令第139号; None where no body stands before it.
    """
    begin = max(0, match.start() - _BODY_AT_MOST)
    for word in _BEFORE.finditer(text, begin, match.start()):
        begin = word.end() if not text.startswith(_STATE, word.start() - 5) else begin
    body = _BODY.search(text[begin : match.start()])
    serial = to_int(match["serial"] or match["before"])
    if body is None or serial is None:
        return None
    name = _LEADING.split(body.group().strip())[-1]
    year = f"〔{match['year']}〕" if match["year"] else "第"
    start = text.rfind(name, begin, match.start())
    return span_of((start, match.end())), f"{name}令{year}{serial}号"


def decree_behind(text: str, position: int) -> tuple[int, str] | None:
    """Read the decree or announcement in the bracket right behind a title: （国务院令第722号）.

    Returns:
        where the bracket ends, and the number of the first decree in it; None where there is none.
        A decree that changed the document is not its number.
    """
    note = _NOTE.match(text, position)
    if note is None:
        return None
    spread = "".join(note["words"].split())  # （国 发〔2014〕4号）
    if spread != note["words"] and NUMBER.fullmatch(spread):
        return note.end(), normal_number(spread)
    told = _ANNOUNCED.fullmatch(note["words"].strip())
    if told and (told["kind"] or text.endswith(("公告》", "公告"), 0, position)):
        words = f"{told['body']}{told['kind'] or ''}{told['year']}年第{told['n']}号"
        return note.end(), "".join(words.split())
    number = _first_decree(text, Span(*note.span("words"))) if "令" in note["words"] else None
    if number is None and (bare := bare_number(note["words"])):
        # 《某计划》（2023年第2号） is an edition
        sure = "〔" in bare or not bare.startswith(("第", "1", "2"))
        number = bare if sure or text.endswith(_PROMULGATED, 0, position) else None
    return (note.end(), number) if number else None


def bare_number(words: str) -> str | None:
    """Give a number that prints no letters (机关代字), as it is printed; None where words are none.

    令第153号, 第153号, 公告第3号, 2019年第4号, 〔2019〕4号.
    """
    match = _BARE.fullmatch(words) if "号" in words else None
    if match is None or (match["kind"] and match["behind"]):
        return None
    kind = match["kind"] or match["behind"] or ""
    dated = match["year"] or match["bracketed"]
    if not (match["plain"] or dated) or (match["body"] and not kind):
        return None
    name = "".join(f"{match['body'] or ''}{kind}".split())
    if match["bracketed"]:
        return f"{name}〔{match['bracketed'][1:-1]}〕{match['serial']}号"
    return f"{name}{match['year'] + '年' if match['year'] else ''}第{match['serial']}号"


def is_bare(number: str | None) -> bool:
    """Say whether a number in normal form does not tell whose it is: 令第153号, 〔2019〕4号."""
    return bool(_NORMAL_BARE.fullmatch(number or ""))


def _first_decree(text: str, words: Span) -> str | None:
    """Give the number of the first decree named there, that of several bodies with all of them."""
    if joint := _JOINT.match(text, *words):
        return "".join(f"{joint['bodies']}令第{to_int(joint['serial'])}号".split())
    for match in _DECREE.finditer(text, *words):
        found = _decree(text, match)
        if found and not _REVISES.match(text, match.end()):
            return found[1]
    return None


def _letters_begin(text: str, span: Span) -> int | None:
    """Give where the letters (机关代字) of a number begin; None where that is not plain."""
    begin = span.start
    for word in _BEFORE.finditer(text, span.start, span.end):
        begin = word.end()
    return begin if _LETTERS.match(text, begin, span.end) else None

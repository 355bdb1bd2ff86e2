"""What a single paragraph is on the page, as far as its own shape tells."""

import re
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.structure import BlockKind
from policygraph.text.dates import CHINESE_DATE
from policygraph.text.title import BODY_LINE, NUMBER

_K = BlockKind
_DATE = rf"(?:{CHINESE_DATE.pattern})".replace("?P<year>", "?:").replace("?P<month>", "?:")
_DATE = _DATE.replace("?P<day>", "?:")
_BROKEN = r"(?:19|20)\d{2}\s?\d{2,4}|20\d\d年\s*(?:\d{1,2}\s?)?月\s*日"
_DAY = r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
_PREFIX = r"[\s\u3000#>*]*"

_DIGITS = r"\d０-９零〇○一二两三四五六七八九OoＯ"  # the characters with which a date begins


class _Shape(NamedTuple):
    """How a line of a kind is built.

    Attributes:
        kind: the kind.
        first, last: classes of the characters that such a line begins and ends with, blanks aside;
            a line is tried only where both fit, and most fit no shape.
        pattern: matches the line from its beginning.
    """

    kind: BlockKind
    first: re.Pattern[str]
    last: re.Pattern[str]
    pattern: re.Pattern[str]


def _shape(kind: BlockKind, first: str, last: str, pattern: str) -> _Shape:
    return _Shape(kind, expression(first), expression(last), expression(pattern))


# The first pattern that matches decides. They describe how a line is built, not what it says.
_PATTERNS: tuple[_Shape, ...] = (
    _shape(_K.METADATA, r"[#>*\[【]", ".", rf"{_PREFIX}[\[【][\u4e00-\u9fff]{{2,6}}[\]】]"),
    _shape(
        _K.METADATA,
        "[索发主信来公有成印]",
        ".",
        r"\s*(?:索引号|发布机构|发文机关|主题分类|信息来源|来源|公开类别|有效性"
        r"|(?:成文|发文|印发)(?:日期|时间))\s*[:：]",
    ),
    _shape(
        _K.METADATA,
        "[tsidac]",
        ".",
        r"\s*(?:title|shortTitle|icon|date|author|category|tag|description):",
    ),
    _shape(
        _K.DATE,
        f"[（({_DIGITS}]",
        r"[日\d）)]",
        rf"\s*[（(]?\s*(?:{_DATE}|{_BROKEN})\s*[）)]?\s*$",
    ),
    _shape(  # 1999年3月4日，某部; 2012-12-06 某局公告2012年第54号: under a title
        _K.DATE,
        f"[（({_DIGITS}]",
        "[部局委会府院厅署行室号）)]",
        rf"\s*[（(]?\s*(?:{_DATE}|{_DAY})\s?[，, \u3000]\s?[\u4e00-\u9fff、 ]{{2,40}}"
        r"(?:[部局委会府院厅署室]|银行|(?:公告|通告|令)[^，。；（）()]{0,8}?第?\s?\d{1,4}\s?号)\s*[）)]?\s*$",
    ),
    _shape(_K.FURNITURE, r"[^\u4e00-\u9fff]", r"[^\u4e00-\u9fff]", r"[^\u4e00-\u9fff]*$"),
    _shape(
        _K.FURNITURE,
        r"[:<@!\[>]",
        ".",
        r"\s*(?::::|<!--|@tab|!\[|\[[^\]]*\]\(|>\s*\[|<https?:)",
    ),
    _shape(_K.FURNITURE, "[-*]", ".", r"\s*[-*]\s+(?:第?\d|\[)"),
    _shape(
        _K.FURNITURE,
        "[上下当分打扫【相点文附政]",
        ".",
        r"\s*(?:上一篇|下一篇|当前位置|分享到|打印|扫一扫|【?相关(?![^。]{2,}[。；，])|点击(?![^。]{1,}[。；，])"
        r"|文件下载|附件下载|政策解读[:：])",
    ),
    _shape(
        _K.FURNITURE,
        "[2©版地传电邮网备]",
        ".",
        r"\s*(?:20\d\d\s*©|©|版权|地址[:：]|传真[:：]|电话[:：]|邮编[:：]|网站标识码|备案号)",
    ),
    _shape(
        _K.PUBLISHED,
        r"[#>*\[发公]",
        ".",
        rf"{_PREFIX}\[?(?:发布|发表|公布|公开)(?:日期|时间)\]?\s*[:：（(]?",
    ),
    _shape(
        _K.NUMBER,
        r"[#>*\[:：（(\u4e00-\u9fffA-Za-z]",
        "[号）)]",
        rf"{_PREFIX}(?:(?:\[?发文字号\]?|文\s?号)?\s*[:：]?\s*{NUMBER.pattern}"
        rf"|[（(]\s*{NUMBER.pattern}\s*[）)])\s*$",
    ),
    _shape(
        _K.ADOPTION,
        f"[#>*（({_DIGITS}]",
        "[^。]",
        rf"(?s:{_PREFIX}[（(]?\s*{_DATE}.{{4,80}}(?:通过|批准|修订|修正|公布|发布)[^。]{{0,200}}[）)]?$)",
    ),
    _shape(
        _K.ADOPTION,
        f"[#>*{_DIGITS}]",
        "[行施]",
        rf"{_PREFIX}{_DATE}\s*(?:起)?(?:施行|实施|执行)\s*$",
    ),
    _shape(
        _K.ADOPTION,
        "[#>*自发公印颁通]",
        "[行施]",
        rf"{_PREFIX}自?(?:发布|公布|印发|颁布|通过)之日起?(?:施行|实施|执行)\s*$",
    ),
    _shape(
        _K.MASTHEAD,
        r"[\u4e00-\u9fff、]",
        "件",
        r"(?!.*关于)\s*[\u4e00-\u9fff、\s]{4,40}文\s*件\s*$",
    ),
    _shape(
        _K.DISCLOSURE,
        "[（(此本公主依不]",
        "[^。，]",
        r"\s*[（(]?\s*(?:此件|此文|本文|公开(?:方式|属性|类型)[:：]?)?\s*(?:主动|依申请|不予|不|公开)\s*(?:公开|发布)[^。，]{0,8}[）)]?\s*$",
    ),
    _shape(_K.COPIED_TO, "[|抄分主]", ".", r"[\s|]*(?:抄\s*送|抄\s*报|分\s*送|主\s*送)\s*[:：]"),
    _shape(_K.FOOT, "[^，。；]", "[发|]", rf"[\s|]*[^，。；]{{0,40}}{_DATE}\s*印发[\s|]*$"),
    _shape(
        _K.FOOT,
        "[共印校责联主]",
        ".",
        r"\s*(?:共印|印数|校对|责任编辑|联系人|联系电话|主题词)\s*[:：]?\s*\S{1,40}$",
    ),
)
_LOOKED_AT = 400  # characters of a paragraph
_ADDRESSEE = expression(  # 各县政府，工业园区管委会；市各委办局：
    r"(?:[^。；：“”]{2,200}；(?=[各省市县区州有]))?[^。；“”]{1,300}[:：]\s*$", re.S
)
_ADDRESSED = expression(r"各|政府|部门|单位|办|局|委|部|公司|院|协会|企业|处")
_NOT_ADDRESSED = expression(
    r"主\s?题\s?词|索\s?引\s?号|如下|下列|以下|通知|意见|按照|根据|为|的[:：]|要求|包括|目标|决定|修[改订]|废止|《"
)
_CLOSING = expression(
    r"起(?:施行|实施|执行|生效|试行)|有效期|负责解释|特此(?:通知|函|批复|公告|通告)|(?:自行|同时|予以)废止"
    r"|停止执行|^其余内容|从其规定|遵照执行|重新公布|解释权"
)
SIGNATURE_LENGTH = 40


def shape_of(words: str) -> BlockKind | None:
    """Give the kind of a paragraph that its own shape settles; None where it needs its place."""
    words = words[:_LOOKED_AT]
    for shape in _possible(words[:1], words[-1:]):
        if shape.pattern.match(words):
            return shape.kind
    return None


@lru_cache(maxsize=4096)
def _possible(first: str, last: str) -> tuple[_Shape, ...]:
    """Give the shapes of lines with these first and last characters; blanks tell nothing."""
    return tuple(
        shape
        for shape in _PATTERNS
        if (not first.strip() or shape.first.match(first))
        and (not last.strip() or shape.last.match(last))
    )


def is_addressee(words: str) -> bool:
    """Say whether a paragraph of the header is the line of addressees (主送)."""
    if not _ADDRESSEE.fullmatch(words) or len(words) > 400:
        return False
    return bool(_ADDRESSED.search(words)) and not _NOT_ADDRESSED.search(words)


def is_body(words: str) -> bool:
    """Say whether a paragraph is nothing but the name of one or more bodies (落款)."""
    return len(words) <= SIGNATURE_LENGTH * 4 and bool(BODY_LINE.fullmatch(words.strip()))


def is_closing(words: str) -> bool:
    """Say whether an unnumbered paragraph speaks of validity, repeal or interpretation."""
    return bool(_CLOSING.search(words)) and len(words) <= 600

"""What a single paragraph is on the page, as far as its own shape tells."""

import re

from policygraph.model.structure import BlockKind
from policygraph.text.dates import CHINESE_DATE, NUMERIC_DATE
from policygraph.text.title import BODY_LINE, NUMBER

_K = BlockKind
_DATE = rf"(?:{CHINESE_DATE.pattern})".replace("?P<year>", "?:").replace("?P<month>", "?:")
_DATE = _DATE.replace("?P<day>", "?:")
_BROKEN = r"(?:19|20)\d{2}\s?\d{2,4}|20\d\d年\s*月\s*日"
_PREFIX = r"[\s\u3000#>*]*"

# The first pattern that matches decides. They describe how a line is built, not what it says.
_PATTERNS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    (_K.METADATA, re.compile(rf"{_PREFIX}[\[【][\u4e00-\u9fff]{{2,6}}[\]】]")),
    (
        _K.METADATA,
        re.compile(
            r"\s*(?:索引号|发布机构|发文机关|主题分类|信息来源|来源|公开类别|有效性"
            r"|(?:成文|发文|印发)(?:日期|时间))\s*[:：]"
        ),
    ),
    (
        _K.METADATA,
        re.compile(r"\s*(?:title|shortTitle|icon|date|author|category|tag|description):"),
    ),
    (_K.DATE, re.compile(rf"\s*[（(]?\s*(?:{_DATE}|{_BROKEN})\s*[）)]?\s*$")),
    (_K.FURNITURE, re.compile(r"[^\u4e00-\u9fff]*$")),
    (_K.FURNITURE, re.compile(r"\s*(?::::|<!--|@tab|!\[|\[[^\]]*\]\(|>\s*\[|<https?:)")),
    (_K.FURNITURE, re.compile(r"\s*[-*]\s+(?:第?\d|\[)")),
    (
        _K.FURNITURE,
        re.compile(
            r"\s*(?:上一篇|下一篇|当前位置|分享到|打印|扫一扫|【?相关|点击|文件下载|附件下载|政策解读[:：])"
        ),
    ),
    (
        _K.FURNITURE,
        re.compile(
            r"\s*(?:20\d\d\s*©|©|版权|地址[:：]|传真[:：]|电话[:：]|邮编[:：]|网站标识码|备案号)"
        ),
    ),
    (_K.PUBLISHED, re.compile(rf"{_PREFIX}\[?(?:发布|公布|公开)(?:日期|时间)\]?\s*[:：（(]?")),
    (
        _K.NUMBER,
        re.compile(
            rf"{_PREFIX}(?:(?:\[?发文字号\]?|文\s?号)?\s*[:：]?\s*{NUMBER.pattern}"
            rf"|[（(]\s*{NUMBER.pattern}\s*[）)])\s*$"
        ),
    ),
    (
        _K.ADOPTION,
        re.compile(
            rf"{_PREFIX}[（(]?\s*{_DATE}.{{4,80}}(?:通过|批准|修订|修正|公布|发布)[^。]{{0,200}}[）)]?$",
            re.S,
        ),
    ),
    (_K.ADOPTION, re.compile(rf"{_PREFIX}{_DATE}\s*(?:起)?(?:施行|实施)\s*$")),
    (_K.MASTHEAD, re.compile(r"(?!.*关于)\s*[\u4e00-\u9fff、\s]{4,40}文\s*件\s*$")),
    (
        _K.DISCLOSURE,
        re.compile(
            r"\s*[（(]?\s*(?:此件|此文|本文|公开(?:方式|属性|类型)[:：]?)?\s*(?:主动|依申请|不予|不|公开)\s*(?:公开|发布)[^。，]{0,8}[）)]?\s*$"
        ),
    ),
    (_K.COPIED_TO, re.compile(r"[\s|]*(?:抄\s*送|抄\s*报|分\s*送|主\s*送)\s*[:：]")),
    (_K.FOOT, re.compile(rf"[\s|]*[^，。；]{{0,40}}{_DATE}\s*印发[\s|]*$")),
    (
        _K.FOOT,
        re.compile(r"\s*(?:共印|印数|校对|责任编辑|联系人|联系电话|主题词)\s*[:：]?\s*\S{1,40}$"),
    ),
)
# one pattern, so that one call settles a paragraph; the group that matched tells which it was
_SHAPES = re.compile(
    "|".join(
        f"(?P<p{index}>{'(?s:' if pattern.flags & re.S else '(?:'}{pattern.pattern}))"
        for index, (_, pattern) in enumerate(_PATTERNS)
    )
)
_ADDRESSEE = re.compile(r"[^。；“”]{1,300}[:：]\s*$", re.S)
_ADDRESSED = re.compile(r"各|政府|部门|单位|办|局|委|部|公司|院|协会|企业|处")
_NOT_ADDRESSED = re.compile(
    r"主\s?题\s?词|索\s?引\s?号|如下|下列|以下|通知|意见|按照|根据|为|的[:：]|要求|包括|目标"
)
_CLOSING = re.compile(
    r"起(?:施行|实施|执行|生效|试行)|有效期|负责解释|特此(?:通知|函|批复|公告|通告)|(?:自行|同时|予以)废止"
    r"|停止执行|^其余内容|从其规定|遵照执行|重新公布|解释权"
)
SIGNATURE_LENGTH = 40


def shape_of(words: str) -> BlockKind | None:
    """Give the kind of a paragraph that its own shape settles; None where it needs its place."""
    match = _SHAPES.match(words if len(words) <= 400 else words[:400])
    return _PATTERNS[int(match.lastgroup[1:])][0] if match and match.lastgroup else None


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


def has_date(words: str) -> bool:
    """Say whether a complete date is printed in ``words``."""
    return bool(CHINESE_DATE.search(words) or NUMERIC_DATE.search(words))

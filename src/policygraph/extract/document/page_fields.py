"""What websites print above a document: label and value on one line, in cells, or on two lines.

Printed forms: 发文字号：…, | 发文字号： | … |, 【发文字号】…, a label above its value, and the line
来源：… 日期：… 浏览：….
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.extract.works.numbers import normal_number
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.text.dates import CHINESE_DATE, NUMERIC_DATE, find_dates
from policygraph.text.title import BODY_LINE, NUMBER

_REGION = 3000  # characters above the first unit in which the fields stand
_LABELS = {
    "number": "发文字号|发布文号|发文文号|发布字号|公文字号|文件编号|发文号|文号|字号",
    "issued": "成文日期|成文时间|发文日期|发文时间|签发日期|印发日期|印发时间|制定日期",
    "published": "发布日期|发布时间|发表日期|发表时间|公布日期|颁布日期|公开日期|公开时间|信息时间",
    "effective": "实施日期|生效日期|生效时间|施行日期|执行日期",
    "expires": "失效日期|失效时间|废止日期|终止日期|有效期至|有效期截止",
    "disclosure": "公开形式|公开方式|公开属性|公开类别|公开类型",
    "issuer": "发文机关|发文机构|发文单位|发布机关|发布机构|发布部门|发布单位|颁布机构|颁布单位"
    "|颁布部门|制定机关|制定单位",
}
_DECREE = expression(r"[\u4e00-\u9fff]{1,20}(?:令|公告)\s?(?:(?:19|20)\d\d年)?第?\s?\d{1,4}\s?号")
_DISCLOSED = expression("主动公开|依申请公开|不予公开|此件公开发布")
_BODY = expression(r"(?P<name>[\u4e00-\u9fff]{2,40})(?:[（(][\u4e00-\u9fff]{2,20}[）)])?")
_LINE = expression(
    r"^[^\n]{0,60}(?:来源|作者|信息来源)\s?[:：][^\n]{0,40}?(?:日期|时间)\s?[:：]\s*", re.M
)
_SIGNS = frozenset("：:|】]）)•")
_GAP = r"\s*[】\]）)]?[\s|：:•]*"


@dataclass(slots=True)
class PageFields:
    """The first value of each field, in the form of the record, and where it is printed."""

    values: dict[str, tuple[str, Span]] = field(default_factory=dict)

    def get(self, name: str) -> tuple[str, Span] | None:
        """Give a value and its place; None where the page does not print it."""
        return self.values.get(name)

    def spans(self) -> frozenset[Span]:
        """Give where all values are printed."""
        return frozenset(span for _, span in self.values.values())


def page_fields(reading: Reading) -> PageFields:
    """Read the fields that stand before the first numbered unit of a text."""
    text = reading.source.text
    first = next(reading.of_kind(BlockKind.ITEM), None)
    end = min(first.span.start if first else len(text), _REGION)
    found = PageFields()
    for match in _labels().finditer(text, 0, end):
        name = str(match.lastgroup)
        if match.group().startswith("，") and not _SIGNS & set(match.group()):
            continue  # …继续执行，有效期至2026年12月31日: a sentence
        if name not in found.values and (value := _value(text, name, match.end())):
            found.values[name] = value
    if "published" not in found.values and (loaded := _loaded(text, end)):
        found.values["published"] = loaded
    return found


def _loaded(text: str, end: int) -> tuple[str, Span] | None:
    """Read the date of a line that tells where a page is from: 来源：… 时间：… 浏览：…."""
    for match in _LINE.finditer(text, 0, end):
        found = next(find_dates(text, match.end(), match.end() + 24), None)
        if found and found.span.start == match.end():
            return found.iso, found.span
    return None


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    """Match a label where a cell or a line begins; blanks may stand between its characters."""
    groups = (
        f"(?P<{name}>{'|'.join(r'[ 　]{0,2}'.join(word) for word in words.split('|'))})"
        for name, words in _LABELS.items()
    )
    return re.compile(rf"(?:^|[\s|•·【\[（(，])(?:{'|'.join(groups)}){_GAP}", re.M)


def _value(text: str, name: str, at: int) -> tuple[str, Span] | None:
    """Read the value that stands right behind a label; another form is none."""
    if name == "number":
        match = NUMBER.match(text, at) or _DECREE.match(text, at)
        return (normal_number(match.group()), span_of(match.span())) if match else None
    if name == "disclosure":
        match = _DISCLOSED.match(text, at)
        return (match.group(), span_of(match.span())) if match else None
    if name == "issuer":
        body = _BODY.match(text, at)
        known = body and BODY_LINE.fullmatch(body["name"])
        return (body.group(), span_of(body.span())) if body and known else None
    if not (CHINESE_DATE.match(text, at) or NUMERIC_DATE.match(text, at)):
        return None
    found = next(find_dates(text, at, at + 24), None)
    return (found.iso, found.span) if found else None

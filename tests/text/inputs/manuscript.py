"""The samples as an office would type them: lines with their place on the page, and tables.

The sample texts went through web pages and scanners; here their broken lines are whole again and
the flattened table is a table, so that DOCX, HTML and PDF can be made from them.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

SAMPLES = (
    "chenghu-ruogan-cuoshi",
    "chenghu-xiugai-yijian",
    "qingshi-tongzhi",
    "yunling-shishi-fangan",
)


class Place(StrEnum):
    """Where a line stands on the page."""

    CENTRED = "centred"
    RIGHT = "right"
    FLUSH = "flush"
    INDENTED = "indented"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, without the blanks that indent it."""

    text: str
    place: Place = Place.INDENTED


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells."""

    rows: tuple[tuple[str, ...], ...]


Manuscript = list[Line | Table]

_TASKS = Table(
    (
        ("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
        ("1", "建成中小企业梯度培育库", "市工信局", "市科技局、市市场监管局", "2023年9月底"),
        ("2", "设立中小企业发展基金", "市财政局", "市地方金融监管局、市国资委", "2023年12月底"),
        ("3", "开通拖欠账款投诉专线", "市工信局", "市司法局", "2023年8月底"),
        ("4", "上线惠企政策兑现平台", "市大数据局", "市财政局、市税务局", "2024年3月底"),
    )
)
_CENTRED = {
    "澄湖市人民政府关于促进中小企业",
    "创新发展的若干措施",
    "澄政规〔2023〕5号",
    "促进中小企业创新发展重点任务责任清单",
    "澄湖市中小企业公共服务平台认定细则",
    "关于对《澄湖市人民政府关于促进中小企业创新发展的若干措施》部分内容的修改意见",
    "（征求意见稿）",
    "青政办发〔2023〕22号",
    "澄湖市青石区人民政府办公室关于进一步优化个体工商户发展环境的通知",
    "关于进一步优化个体工商户",
    "发展环境的通知",
    "云岭省人民政府办公厅文件",
    "云政办发〔2022〕18号",
    "云岭省人民政府办公厅关于印发云岭省制造业",
    "数字化转型三年行动实施方案的通知",
    "云岭省制造业数字化转型三年行动实施方案",
}
_RIGHT = {
    "澄湖市人民政府",
    "2023年6月12日",
    "澄湖市民营经济发展服务中心",
    "2025年3月20日",
    "澄湖市青石区人民政府办公室",
    "2023年9月18日",
    "云岭省人民政府办公厅",
    "2022年5月16日",
}
_FLUSH = ("各县区", "各镇", "各设区市", "发布日期", "公开方式", "抄送", "澄湖市人民政府办公室")
_FOOT = {"【打印本页】　【关闭窗口】"}


def manuscript(samples: Path, name: str) -> Manuscript:
    """Read a sample as it was before it was scraped."""
    text = (samples / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    if name == "qingshi-tongzhi":
        start = next(i for i, line in enumerate(lines) if line.startswith("澄湖市青石区"))
        lines = _whole(lines[start:])
    if name == "chenghu-ruogan-cuoshi":
        return _with_table(lines)
    return [_line(line) for line in lines]


def _whole(lines: list[str]) -> list[str]:
    """Join the lines that pages broke: those of a paragraph that is not closed."""
    joined: list[str] = []
    for line in lines:
        inside = (
            bool(joined)
            and joined[-1].startswith("　　")
            and not joined[-1].endswith(tuple("。〕：）日室"))
        )
        if inside and not line.startswith("　　"):
            joined[-1] += line
        elif line not in _FOOT:
            joined.append(line)
    return joined


def _with_table(lines: list[str]) -> Manuscript:
    """Put the table where its cells stand, one a line, with what is left of its bars."""
    head = next(i for i, line in enumerate(lines) if line.startswith("附件1"))
    tail = next(i for i, line in enumerate(lines) if line == "附件2")
    title = "促进中小企业创新发展重点任务责任清单"
    made = [_line("附件1"), _line(title), _TASKS]
    return [*map(_line, lines[:head]), *made, *map(_line, lines[tail:])]


def _line(line: str) -> Line:
    words = line.strip(" \u3000")
    if words in _RIGHT and not (words == "澄湖市青石区人民政府办公室" and line == words):
        return Line(words, Place.RIGHT)
    if words in _CENTRED or words == "澄湖市青石区人民政府办公室":
        return Line(words, Place.CENTRED)
    flush = words.startswith(_FLUSH) or words in ("附件1", "附件2")
    return Line(words, Place.FLUSH if flush else Place.INDENTED)

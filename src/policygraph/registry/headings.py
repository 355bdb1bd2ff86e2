"""Columns of registry tables by the headings that Chinese tables have, and days as they write them.

A heading stands for a column only in a table that has the column: 地区 is ``place`` of bodies.csv.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from policygraph.expression import expression

HEADINGS: dict[str, tuple[str, ...]] = {
    "code": ("行政区划代码", "区划代码", "地区代码", "代码"),
    "name": ("名称", "全称", "地区名称", "行政区划名称"),
    "short": ("简称",),
    "level": ("级别", "层级", "行政级别"),
    "parent": ("上级代码", "上级行政区划代码", "上级区划代码", "上级"),
    "place": ("行政区划代码", "区划代码", "地区代码", "地区"),
    "written": ("文件写法", "文中写法", "原文写法", "写法", "简称", "单位简称"),
    "official": ("正式名称", "全称", "单位全称", "机构全称"),
    "kind": ("类型", "变动类型", "类别"),
    "since": ("启用日期", "起始日期", "开始日期", "起"),
    "until": ("停用日期", "终止日期", "截止日期", "结束日期", "止"),
    "source": ("来源", "依据来源", "资料来源", "出处"),
    "title": ("标题", "简称", "法规简称"),
    "full_title": ("全称", "法规全称", "完整标题"),
    "version": ("版本日期", "版本", "公布日期"),
    "articles": ("条数", "条文数"),
    "event": ("事件", "事件标识"),
    "old": ("原名称", "原机构", "原单位"),
    "new": ("新名称", "现名称", "新机构", "新单位"),
    "new_place": ("新行政区划代码", "新地区代码", "新机构行政区划代码"),
    "date": ("日期", "变动日期", "生效日期"),
    "not_before": ("不早于",),
    "not_after": ("不晚于",),
    "functions": ("职能", "划转职能"),
    "cause": ("缘由", "原因", "变动原因"),
    "basis": ("依据", "依据文件"),
    "basis_number": ("依据文号", "文号"),
    "result": ("结果", "原机构结果"),
    "applies": ("适用范围", "适用"),
    "province": ("省级代码", "省代码"),
    "capital": ("省会代码", "首府代码"),
    "by": ("认定人", "核定人", "填写人"),
    "when": ("认定日期", "核定日期", "填写日期"),
    "note": ("备注", "说明"),
    "count": ("出现次数", "次数"),
    "candidates": ("备选名称", "可能的名称"),
    "nearest": ("相近名称", "写法相近的名称"),
}
LEVELS = {
    "国家": "national", "国家级": "national", "中央": "national",
    "省": "province", "省级": "province",
    "直辖市": "municipality",
    "市": "prefecture", "市级": "prefecture", "地级": "prefecture", "地市级": "prefecture",
    "县": "county", "县级": "county", "区县级": "county",
}  # fmt: skip
# 2026/11/22, 2026-1-5, 2026.11.22, 2026年11月22日
_DAY = expression(r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?")


def named(headings: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Give the columns that the headings of a table stand for; a heading that is none stays.

    Args:
        headings: the first row of the table.
        columns: names of the columns that the table can have.
    """
    found = [heading.strip() for heading in headings]
    taken = set(found)
    for column in columns:
        if column in taken:
            continue
        at = next((found.index(each) for each in HEADINGS.get(column, ()) if each in found), None)
        if at is not None:
            found[at] = column
    return found


def worded(row: Mapping[str, str]) -> Mapping[str, str]:
    """Give a row with its level in the word of our tables where it has a Chinese one."""
    level = row.get("level")
    return {**row, "level": LEVELS[level]} if level in LEVELS else row


def heading(column: str) -> str:
    """Give the Chinese heading of a column; the column where it has none."""
    return HEADINGS.get(column, (column,))[0]


def iso_day(written: str) -> str:
    """Give a day as ``YYYY-MM-DD``; what is no day stays as it is written."""
    match = _DAY.fullmatch(written.strip())
    if match is None:
        return written
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return written


def is_day(value: str) -> bool:
    """Say whether a value is a day as ``YYYY-MM-DD``."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False

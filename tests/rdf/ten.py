"""Ten invented documents in a folder, built in one place again and again."""

import shutil
from pathlib import Path

from policygraph.build import BuildResult, build
from tests.rdf.whole import files, statements
from tests.search.contents import contents

SHARED = "一、工作任务\n1.培育企业。（责任单位：市财政局、市统计局）\n"
WRONG = """[[wrong]]
list = "responsibilities"
clause = "1/2"
resolved = "市教育局"
by = "某科"
on = 2024-01-02
why = "原文有误"
"""
NAMES = tuple(f"{n}.txt" for n in "甲乙丙丁戊己庚辛壬癸")


def text(name: str, task: str = "支持创新") -> str:
    return (
        f"晋城市人民政府关于{name[0]}类企业发展的意见\n晋市政发〔2023〕{NAMES.index(name) + 1}号\n"
        f"{SHARED}2.{task}。（责任单位：市教育局）\n晋城市人民政府\n2023年5月6日\n"
    )


def again(texts: Path) -> BuildResult:
    """Build once more in the same place, and elsewhere from nothing; both must be the same."""
    place, elsewhere = texts.parent / "set", texts.parent / "elsewhere"
    result, fresh = build([texts], place), build([texts], elsewhere)
    assert fresh.unchanged == 0
    assert files(place) == files(elsewhere)
    assert statements(place) == statements(elsewhere)
    assert contents(place) == contents(elsewhere)
    shutil.rmtree(elsewhere)
    return result

"""The clause of a document at hand that a change is made to."""

from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.query.run import run_sparql
from policygraph.rdf.dataset.folder import open_dataset

RULES = """云岭市停车办法

第一章 总则

第一条 停车应当有序。
停车应当缴费。

第二条 停车场应当：
（一）设置标志；
（二）配备照明。

第二章 管理

第三条 市公安局检查。
"""
MEASURES = (
    "云岭市停车措施\n\n一、资金\n\n1.设立。\n\n2.奖励。\n\n二、金融\n\n3.贷款。\n\n4.上市。\n"
)
CHANGED = "SELECT ?clause { ?change a pg:Amendment ; pg:targetClause ?clause }"

# document, change, path of the clause
CHANGES = [
    (RULES, "将第二条第（二）项修改为：“（二）配备监控。”", "1/2/2"),
    (RULES, "删去第三条。", "2/3"),
    # a paragraph is no clause, nor the second article of the first chapter
    (RULES, "删去第一条第二款。", None),
    # a chapter by its label; the heading alone is of it
    (RULES, "删去第二章。", "2"),
    (RULES, "将第一章章名修改为“通则”。", "1"),
    (RULES, "删去第三章。", None),
    # what is added is not what bears the number before
    (RULES, "增加一条，作为第三条：“市城管局巡查。”", None),
    (MEASURES, "删去第2条。", "1/2"),
    (MEASURES, "删去第二条。", None),
]


@pytest.mark.parametrize(("text", "change", "path"), CHANGES)
def test_a_change_leads_to_its_clause(
    text: str, change: str, path: str | None, tmp_path: Path
) -> None:
    title = text.partition("\n")[0]
    decision = f"关于修改《{title}》的决定\n\n对《{title}》作如下修改：\n\n一、{change}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(decision, encoding="utf-8")
    build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "set")
    found = run_sparql(CHANGED, open_dataset(tmp_path / "set")).values()
    assert [str(clause).rpartition("/clause/")[2] for (clause,) in found] == [path] * bool(path)

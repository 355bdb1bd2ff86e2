"""The page ``docs/findings.md``."""

from policygraph.documentation.markdown import cell, page
from policygraph.model.codes import CODES


def findings_page() -> str:
    """Give the page of all finding codes: how bad, what it means, what to do about it."""
    rows = (
        f"| `{name}` | {code.severity} | {cell(code.en)} | {cell(code.zh)} |"
        for name, code in sorted(CODES.items())
    )
    return page(
        "# Findings / 问题代码",
        "",
        "What was seen in a text and could not be read, resolved or accepted. Codes are stable.",
        "Only findings of severity `error` make a command end with status 1.",
        "`policygraph validate` adds `shape.NAME`, from [the shapes](../ontology/shapes/), and",
        "`rule.NAME`, from [the checks](questions.md#checks--核查), with messages of their own.",
        "",
        "读取和消解文本时发现的问题。代码保持稳定；只有 `error` 级问题使命令以状态 1 结束。",
        "`policygraph validate` 另有 `shape.名称`（见[形状](../ontology/shapes/)）与 `rule.名称`",
        "（见[核查](questions.md#checks--核查)），其说明随结果给出。",
        "",
        "| Code / 代码 | Severity / 级别 | What it means, what to do | 含义与处理 |",
        "|---|---|---|---|",
        *rows,
    )

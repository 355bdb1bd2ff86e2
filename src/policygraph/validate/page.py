"""Report -> one HTML page that needs nothing beside it, to be sent and printed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from policygraph.validate.located import Located, located
from policygraph.validate.markup import escaped
from policygraph.validate.positions import Texts
from policygraph.validate.result import Report
from policygraph.validate.wording import short, summary

_WORDS = {
    "zh": {
        "tag": "zh-CN", "title": "校验报告", "whole": "数据集整体", "all": "整份文件",
        "clean": "以下文件没有问题", "property": "属性", "value": "值", "node": "节点",
        "line": "第 {} 行，第 {} 列", "offset": "第 {} 个字符",
    },
    "en": {
        "tag": "en", "title": "Validation report", "whole": "The dataset as a whole",
        "all": "whole file", "clean": "Nothing was found in these files", "property": "property",
        "value": "value", "node": "node", "line": "line {}, column {}", "offset": "character {}",
    },
}  # fmt: skip
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
ol, ul { padding-left: 1.2rem; } li { margin-bottom: 1rem; }
.severity { font-weight: bold; border-left: .4rem solid; padding-left: .4rem; }
.error { border-color: #c22; } .warning { border-color: #b70; } .info { border-color: #27a; }
blockquote { margin: .3rem 0; padding: .2rem .6rem; border-left: 3px solid #888; }
.facts { font-size: .85rem; opacity: .8; margin: 0; } code { font-size: .85rem; }
"""


def to_page(report: Report, texts: Texts, language: str) -> str:
    """Give the report as a page.

    Args:
        report: the report.
        texts: gives the text of a source by its digest.
        language: ``zh`` or ``en``: of all that stands there but names and quotations.
    """
    words = _WORDS[language]
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{words["tag"]}">\n<head>\n<meta charset="utf-8">\n',
            '<meta http-equiv="Content-Security-Policy"'
            " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{words['title']} – policygraph</title>\n<style>{_STYLE}</style>\n</head>\n",
            f"<body>\n<h1>{words['title']}</h1>\n<p>{escaped(summary(report, language))}</p>\n",
            *_files(located(report.findings, texts), language),
            *_clean(report, words),
            "</body>\n</html>\n",
        )
    )


def _files(findings: Iterable[Located], language: str) -> Iterator[str]:
    def of_file(each: Located) -> tuple[str, str]:
        return each.finding.place.file, each.finding.place.sha256

    for (file, _), found in groupby(findings, of_file):
        yield f"<h2>{escaped(file or _WORDS[language]['whole'])}</h2>\n<ol>\n"
        yield from (_item(each, language) for each in found)
        yield "</ol>\n"


def _item(each: Located, language: str) -> str:
    finding, words = each.finding, _WORDS[language]
    severity = finding.severity.in_language(language)
    quote = f"<blockquote>{escaped(each.quote)}</blockquote>\n" if each.quote else ""
    return (
        f'<li><span class="severity {finding.severity.value}">{severity}</span>'
        f" {escaped(_where(each, words))} · <code>{escaped(finding.check)}</code><br>\n"
        f"{escaped(finding.message(language))}\n{quote}"
        f'<p class="facts">{_facts(each, words)}</p></li>\n'
    )


def _where(each: Located, words: dict[str, str]) -> str:
    if each.start:
        return words["line"].format(*each.start)
    spans = each.finding.place.spans
    return words["offset"].format(spans[0].start) if spans else words["all"]


def _facts(each: Located, words: dict[str, str]) -> str:
    finding = each.finding
    facts = [(words["node"], node) for node in (finding.focus, finding.node) if node]
    if finding.path:
        facts.append((words["property"], short(finding.path)))
    if finding.value is not None:
        facts.append((words["value"], finding.value.value))
    return " · ".join(f"{name} <code>{escaped(value)}</code>" for name, value in facts)


def _clean(report: Report, words: dict[str, str]) -> Iterator[str]:
    """Name the documents in which nothing was found."""
    concerned = {sha256 for finding in report.findings for sha256 in finding.sources}
    unread = {finding.place.file for finding in report.findings if not finding.sources}
    clean = sorted(
        d.file
        for d in report.documents
        if d.sha256 not in concerned and (d.sha256 or d.file not in unread)
    )
    if clean:
        listed = "".join(f"<li>{escaped(file)}</li>\n" for file in clean)
        yield f"<h2>{words['clean']}</h2>\n<ul>\n{listed}</ul>\n"

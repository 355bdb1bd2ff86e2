"""The words of reports, in Chinese and English."""

from policygraph.model.code import Severity
from policygraph.rdf import vocabulary as v
from policygraph.validate.result import Report

_SUMMARY = {
    "zh": "{verdict}：检查 {shards} 份原文，错误 {errors}，警告 {warnings}，提示 {infos}",
    "en": "{verdict}: {shards} sources, {errors} errors, {warnings} warnings, {infos} infos",
}
_VERDICTS = {
    "zh": {True: "通过", False: "未通过"},
    "en": {True: "conforms", False: "does not conform"},
}


def summary(report: Report, language: str) -> str:
    """Give the report in one sentence."""
    return _SUMMARY[language].format(
        verdict=_VERDICTS[language][report.conforms],
        shards=report.shards,
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        infos=report.count(Severity.INFO),
    )


def short(iris: str) -> str:
    """Write properties (joined by ``|``) with the prefixes of their namespaces."""
    return "|".join(_short(each) for each in iris.split("|"))


def _short(iri: str) -> str:
    for prefix, namespace in v.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def told_and_advised(message: str) -> tuple[str, str]:
    """Divide a message at its colon: what is wrong, and what to do about it."""
    for colon in ("：", ": "):
        told, found, advice = message.partition(colon)
        if found:
            return told, advice
    return message, message

"""Cited titles -> what kind of work is meant, and the place of a policy that is not at hand."""

from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.works.numbers import is_bare
from policygraph.model.facts import Citation, Document
from policygraph.registry.places import NATION
from policygraph.registry.registry import Registry

_NOTICE = expression(r"(?:公告|通告)第\d+号$")  # each year begins with the first


@dataclass(frozen=True, slots=True)
class CitedLegislation:
    """A law or regulation, by its title without 中华人民共和国."""

    title: str


@dataclass(frozen=True, slots=True)
class CitedPolicy:
    """A policy document."""


def cited_work(row: Citation, registry: Registry) -> CitedLegislation | CitedPolicy:
    """Say whether a citation means legislation or a policy document.

    What bears a 文号 is a policy; a decree (国务院令第722号) promulgates either. What the table of
    laws knows, and any 法 or 条例, is legislation.
    """
    title = (row.title or "").removeprefix("中华人民共和国")
    if title and (row.number is None or is_decree(row.number)):
        known = registry.laws.title_of(title)
        if known or (title.endswith(("法", "条例")) and "关于" not in title):
            return CitedLegislation(known or title)
    return CitedPolicy()


def is_decree(number: str | None) -> bool:
    """Say whether a number is that of a decree or of a notice that is numbered like one.

    国务院令第722号, 市政府令〔2010〕15号, 市政府公告第3号: the title tells them apart.
    """
    words = number or ""
    return "令" in words or bool(_NOTICE.search(words)) or is_bare(number)


def cited_place(row: Citation, document: Document, registry: Registry) -> str | None:
    """Give the place of the body that issued a cited policy; None where it cannot be told."""
    title = (row.title or "").removeprefix("中共")
    if title.startswith(("国务院", "中央", "国家", "全国", "中华人民共和国")):
        return NATION
    found = registry.places.at_start(title, document.jurisdiction)
    if found:
        return found[0].code
    code = row.number or ""
    if code.startswith("国"):
        return NATION
    province = registry.abbreviations.get(code[:1])
    # 晋市政办 is a city of 晋: only 政, 办, 府, 发 right behind the letter make it the province
    return province if province and code[1:2] in ("政", "办", "府", "发", "人") else None

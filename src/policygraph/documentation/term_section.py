"""One term -> its section on the page of its module."""

import re
from collections.abc import Iterator

from policygraph.documentation.counts import how_many, lists_of, properties_of, value_types
from policygraph.documentation.markdown import cell
from policygraph.documentation.names import labels, link, short
from policygraph.documentation.ontology import Alignment, Term, read_ontology
from policygraph.documentation.shapes import Rule, read_rules, rules_of_whole
from policygraph.documentation.uses import uses_of
from policygraph.query.question import Question
from policygraph.rdf import vocabulary as v

_KINDS = {
    "Class": "类 / class",
    "ObjectProperty": "属性，值为事物 / property, its value is a thing",
    "DatatypeProperty": "属性，值为文字或数字 / property, its value is a text or number",
}
_RELATIONS = {
    v.RDFS + "subClassOf": "属于 / is a kind of",
    v.RDFS + "subPropertyOf": "细化 / is a case of",
    v.SKOS + "closeMatch": "近似 / is close to",
}


def section(term: Term) -> Iterator[str]:
    """Give the lines of the section of a term."""
    yield f'### <a id="{term.name}"></a>`{short(term.iri)}` {term.zh} / {term.en}'
    yield ""
    yield f"{term.meaning_zh}"
    yield ""
    yield f"{term.meaning_en}"
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| 标识 / IRI | `{term.iri}` |"
    yield f"| 类型 / Kind | {_KINDS[term.kind]} |"
    yield f"| 例 / Example | {'<br>'.join(map(cell, term.examples))} |"
    for heading, told in _rows(term):
        if told:
            yield f"| {heading} | {told} |"
    if term.is_class:
        yield from _property_table(term)
    yield ""


def _rows(term: Term) -> Iterator[tuple[str, str]]:
    if not term.is_class:
        counted = (f"{link(of)} {how_many(of, term.iri)}" for of in term.domains)
        yield "用于 / Said of", "<br>".join(counted)
        yield "值 / Value", _value(term)
    yield "检查 / Checked", "<br>".join(_checks(term))
    yield "对应 / Aligned", "<br>".join(_alignment(one) for one in term.alignments)
    yield "见于 / Asked by", ", ".join(_use(question) for question in uses_of(term.name))


def _value(term: Term) -> str:
    if term.lists:
        return "<br>".join(_list(one) for one in term.lists)
    return " · ".join(link(one) for one in term.ranges)


def _list(iri: str) -> str:
    codes = read_ontology().code_list(iri)
    return f"[{codes.zh} / {codes.en}](concepts.md#{codes.name})"


def _checks(term: Term) -> Iterator[str]:
    """Tell each shape that looks at the term once, by what is wrong where it does not hold."""
    found: list[Rule] = rules_of_whole(term.iri)
    if not term.is_class:
        found += [rule for rule in read_rules() if term.iri in rule.paths]
    for rule in {(rule.file, rule.shape): rule for rule in found}.values():
        shape = f"[`{rule.shape}`](../../ontology/shapes/{rule.file})"
        yield f"{shape} {cell(_fault(rule.zh))} / {cell(_fault(rule.en))}"


def _fault(message: str) -> str:
    """Leave out what to do, which stands behind the last colon."""
    return re.split(r"：|: (?=[a-z])", message)[0].removesuffix(".")


def _alignment(one: Alignment) -> str:
    return f"{_RELATIONS[one.relation]} `{short(one.target)}`. {cell(one.reason)}"


def _use(question: Question) -> str:
    if question.severity is None:
        return f"[{question.name}](../questions.md#{question.name})"
    return f"[{question.name}](../../queries/{question.file})"


def _property_table(term: Term) -> Iterator[str]:
    yield ""
    yield "| 属性 / Property | 个数 / How many | 值 / Value | 中文 | English |"
    yield "|---|---|---|---|---|"
    for path in properties_of(term.iri):
        zh, en = labels(path)
        value = _value_of(term.iri, path)
        yield f"| {link(path)} | {how_many(term.iri, path)} | {value} | {zh} | {en} |"


def _value_of(of: str, path: str) -> str:
    term = read_ontology().term(path)
    if term is not None and term.lists:
        return "<br>".join(_list(one) for one in lists_of(term, of))
    return "<br>".join(link(one) for one in value_types(of, path))

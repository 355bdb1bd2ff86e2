"""Parameter value -> RDF terms. A value enters a query as a term, never as text."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import product

import pyoxigraph as ox

from policygraph.errors import Message, QueryError
from policygraph.expression import expression
from policygraph.query.question import Parameter, ParameterType, Question
from policygraph.query.wording import path_code
from policygraph.rdf.vocabulary import XSD

Value = str | int | date | None
_LONGEST = 2_000  # characters of a value
_TODAY = expression(r"today(?P<days>[+-][0-9]{1,5})?")
_LANGUAGE = '"zh"'  # a query says it of labels alone: FILTER(LANG(?role) = "zh")
_INTEGER = expression(r"[+-]?[0-9]{1,18}")  # fits into the 64 bits of xsd:long


def bind(question: Question, values: Mapping[str, Value], language: str = "zh") -> str:
    """Give the SPARQL text of a question with these values in the place of its examples.

    Args:
        question: the question.
        values: parameter -> value, as a Python value or as text. None and "" are no value.
        language: ``zh`` or ``en``: of the names of roles, kinds and relations in the answer.

    Raises:
        QueryError: a parameter is unknown, missing, or does not fit its type; names it.
    """
    unknown = sorted(values.keys() - {parameter.name for parameter in question.parameters})
    if unknown:
        known = [p.name for p in question.parameters]
        raise QueryError(
            zh=f"问题 {question.name} 没有参数“{unknown[0]}”；"
            f"请核对，可用的参数：{'、'.join(known) or '无'}",
            en=f"{question.name}: no parameter {unknown[0]!r};"
            f" it has: {', '.join(known) or 'none'}",
        )
    lines = question.text.replace(_LANGUAGE, f'"{language}"').split("\n")
    terms = [_terms(question, p, values.get(p.name)) for p in question.parameters]
    rows = " ".join(f"({' '.join(row)})" for row in product(*terms))
    names = " ".join(f"?{p.name}" for p in question.parameters)
    for index in question.values_lines:
        before = lines[index].partition("VALUES")[0]
        lines[index] = f"{before}VALUES ({names}) {{ {rows} }} # parameters"
    return "\n".join(lines)


def _terms(question: Question, parameter: Parameter, value: Value) -> tuple[str, ...]:
    """Give the alternatives of one parameter, in SPARQL (and N-Triples) syntax."""
    if value is None or value == "":
        value = parameter.default
    if value is None:
        if parameter.optional:
            return ("UNDEF",)
        raise _unfit(question, parameter, Message(zh="未填写", en="is missing"))
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    if parameter.name == "path":
        text = path_code(text)
    if not text or len(text) > _LONGEST:
        wrong = Message(
            zh=f"应为 1 至 {_LONGEST} 个字符", en=f"has to be 1 to {_LONGEST} characters"
        )
        raise _unfit(question, parameter, wrong)
    try:
        return tuple(str(term) for term in to_terms(parameter.type, text))
    except ValueError as error:
        form = _FORMS[parameter.type]
        wrong = Message(zh=f"“{text[:80]}”不是{form.zh}", en=f"{text[:80]!r} is not {form.en}")
        raise _unfit(question, parameter, wrong) from error


def _unfit(question: Question, parameter: Parameter, wrong: Message) -> QueryError:
    name, example = parameter.name, parameter.example
    return QueryError(
        zh=f"问题 {question.name} 的参数 {name}（{parameter.zh}）{wrong.zh}；"
        f"请填写，例如：{name}={example}",
        en=f"{question.name}: parameter {name!r} ({parameter.en}): {wrong.en};"
        f" give for example {name}={example}",
    )


_FORMS = {
    ParameterType.TEXT: Message(zh="文字", en="a text"),
    ParameterType.TITLE: Message(zh="标题", en="a title"),
    ParameterType.DOCUMENT: Message(zh="文号或标题", en="a document number or title"),
    ParameterType.STRING: Message(zh="文字", en="a text"),
    ParameterType.INTEGER: Message(zh="整数", en="a whole number"),
    ParameterType.DATE: Message(
        zh="日期（YYYY-MM-DD、today、today+90）", en="a date (YYYY-MM-DD, today, today+90)"
    ),
    ParameterType.IRI: Message(zh="完整的 IRI", en="an absolute IRI"),
}


def to_terms(kind: ParameterType, text: str) -> tuple[ox.Literal | ox.NamedNode, ...]:
    """Give the RDF terms that a value may stand for.

    Raises:
        ValueError: the text does not fit the type.
    """
    return _MAKERS[kind](text)


def _text(text: str) -> tuple[ox.Literal]:
    return (ox.Literal(text, language="zh"),)


def _title(text: str) -> tuple[ox.Literal]:
    return _text(_bare_title(text))


def _document(text: str) -> tuple[ox.Literal, ox.Literal]:
    """A 文号, however its brackets are written, or a title."""
    # loaded here: no other value needs what reads titles
    from policygraph.extract.works.numbers import normal_number  # noqa: PLC0415

    return ox.Literal(normal_number(text)), *_title(text)


def _string(text: str) -> tuple[ox.Literal]:
    return (ox.Literal(text),)


def _integer(text: str) -> tuple[ox.Literal]:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return (ox.Literal(int(text)),)


def _date(text: str) -> tuple[ox.Literal]:
    """``today`` is the day of asking, ``today+90`` ninety days later."""
    counted = _TODAY.fullmatch(text)
    if counted:
        day = date.today() + timedelta(days=int(counted["days"] or 0))
    else:
        day = date.fromisoformat(text)
    return (ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD + "date")),)


def _iri(text: str) -> tuple[ox.NamedNode]:
    return (ox.NamedNode(text),)


_MAKERS: dict[ParameterType, Callable[[str], tuple[ox.Literal | ox.NamedNode, ...]]] = {
    ParameterType.TEXT: _text,
    ParameterType.TITLE: _title,
    ParameterType.DOCUMENT: _document,
    ParameterType.STRING: _string,
    ParameterType.INTEGER: _integer,
    ParameterType.DATE: _date,
    ParameterType.IRI: _iri,
}


def _bare_title(text: str) -> str:
    """Drop the title marks around a whole title; those inside it stay."""
    inner = text[1:-1]
    whole = text.startswith("《") and text.endswith("》") and "》" not in inner.split("《")[0]
    return inner if whole and inner else text

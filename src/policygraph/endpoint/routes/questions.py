"""/question/...: the questions of the library, each with a form, an answer and files of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.errors import problem_of
from policygraph.endpoint.http.exceptions import NothingHere, RequestError
from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import CSV, DOCX, HTML, PLAIN_JSON, XLSX, Format, choose
from policygraph.endpoint.pages import render, wants_page
from policygraph.endpoint.service import snapshot_of
from policygraph.endpoint.view.answer_table import answer_table
from policygraph.endpoint.view.tables import MAX_SHOWN
from policygraph.endpoint.workers.asking import Excerpt, first_rows, whole_answer
from policygraph.endpoint.workers.fitting import Fitting
from policygraph.errors import PolicyGraphError, QueryError
from policygraph.query.answer import note
from policygraph.query.library import GROUPS, find_question, questions
from policygraph.query.question import Parameter, ParameterType, Question
from policygraph.query.values import bind

router = APIRouter()

_OFFERED = (HTML, XLSX, DOCX, CSV, PLAIN_JSON)
_OF_THE_PAGE = frozenset({"lang", "format"})  # parameters that are not the question's
_INPUTS = {ParameterType.INTEGER: "number", ParameterType.DATE: "date"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question's form.

    Attributes:
        parameter: what it asks for.
        value: what stands in it: what was asked; before that, if one has to be given, one that
            the dataset has an answer for. Where it is empty the page shows the printed example.
        input: type of the HTML input.
    """

    parameter: Parameter
    value: str
    input: str


@dataclass(frozen=True, slots=True)
class Form:
    """A question with the fields of its form."""

    question: Question
    fields: tuple[Field, ...]


def question_groups(fitting: Fitting) -> list[tuple[tuple[str, str], list[Form]]]:
    """Give the questions under the names, in Chinese and English, of those who ask them."""
    return [
        (names, [_form(one, {}, fitting) for one in questions() if one.group == group])
        for group, names in GROUPS.items()
    ]


@router.api_route("/question/{name}", methods=["GET", "HEAD"], name="question")
def get_question(request: Request, name: str) -> Response:
    """Answer a question as a page or a file; its parameters are those of the URL."""
    try:
        question = find_question(name)
    except QueryError as error:
        raise NothingHere(zh=error.said.zh, en=error.said.en) from error
    values = _values(request)
    wanted = request.query_params.get("format")
    chosen = choose(_OFFERED, request.headers.get("accept"), wanted)
    if chosen is HTML:
        return _page(request, question, values)
    return _file(request, question, values, chosen)


def _values(request: Request) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in values:
            raise RequestError(
                zh=f"参数 {name} 给出了多次；请只给一次",
                en=f"{name}: given more than once; give it once",
            )
        if name not in _OF_THE_PAGE:
            values[name] = value
    return values


def _file(
    request: Request, question: Question, values: Mapping[str, str], chosen: Format
) -> Response:
    snapshot = snapshot_of(request)
    language = language_of(request).code
    limit = snapshot.settings.max_answer_bytes
    body = snapshot.pool.run(whole_answer, question, values, chosen, language, limit)
    headers = {"Content-Type": chosen.content_type, "Vary": "Accept, Accept-Language"}
    if chosen in (CSV, XLSX, DOCX):
        file = f"{question.name}.{chosen.extension}"
        headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return Response(body, headers=headers)


def _page(request: Request, question: Question, values: Mapping[str, str]) -> Response:
    """Show form and answer; only the form while a value that is needed was not given."""
    language = language_of(request).code
    found: Excerpt | None = None
    sparql, error = question.text, None
    try:
        if values or not any(p.required for p in question.parameters):
            sparql = bind(question, values, language)
            pool = snapshot_of(request).pool
            found = pool.run(first_rows, question, values, language, MAX_SHOWN)
    except PolicyGraphError as one:
        if not wants_page(request):
            raise
        error = one
    cells = snapshot_of(request).cells(language)
    page = render(
        request,
        "question.html",
        form=_form(question, values, snapshot_of(request).fitting),
        sparql=sparql,
        table=answer_table(found, cells, language) if found else None,
        count=found.count if found else 0,
        max_shown=MAX_SHOWN,
        unknown=found.unknown if found else None,
        note=note(found.answer) if found else None,
        problem=error and problem_of(error),
        detail=error.in_language(language) if error else "",
    )
    page.status_code = problem_of(error).status if error else 200
    return page


def _form(question: Question, values: Mapping[str, str], fitting: Fitting) -> Form:
    needs = any(parameter.required for parameter in question.parameters)
    given = values or (fitting.of(question.name) if needs else {})

    def field(parameter: Parameter) -> Field:
        kind = _INPUTS.get(parameter.type, "text")
        return Field(parameter, given.get(parameter.name, ""), kind)

    return Form(question, tuple(field(parameter) for parameter in question.parameters))

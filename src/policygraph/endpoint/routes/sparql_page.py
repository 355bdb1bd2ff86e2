"""The page on which people write a query and see its answer."""

from starlette.requests import Request
from starlette.responses import Response

from policygraph.endpoint.http.errors import problem_of
from policygraph.endpoint.http.language import language_of
from policygraph.endpoint.http.negotiate import RDF_FORMATS, RESULT_FORMATS, RESULT_JSON, TURTLE
from policygraph.endpoint.pages import render
from policygraph.endpoint.service import snapshot_of
from policygraph.endpoint.view.tables import MAX_SHOWN, shown_result
from policygraph.endpoint.workers.answers import Answer
from policygraph.errors import PolicyGraphError
from policygraph.rdf.vocabulary import PREFIXES

# What the page can show, whichever kind of answer a query has.
PAGE_ACCEPTS = f"{RESULT_JSON.media_type}, {TURTLE.media_type}"

_SHOWN_AS_TEXT = 200_000  # characters of RDF
_PREFIXES = ("pg", "eli", "dcterms", "skos", "rdfs")
_EXAMPLE = """
SELECT ?policy ?title ?date WHERE {
  ?policy a pg:Policy ;
          dcterms:title ?title .
  OPTIONAL { ?policy eli:date_document ?date }
}
ORDER BY DESC(?date)
LIMIT 20
"""


def sparql_page(
    request: Request,
    query: str | None = None,
    answer: Answer | None = None,
    error: PolicyGraphError | None = None,
) -> Response:
    """Show the form with a query, or with an example, and what came of it.

    Args:
        request: what the page answers.
        query: the text that stands in the form.
        answer: the answer in a format that ``PAGE_ACCEPTS`` asks for.
        error: why there is none.
    """
    language = language_of(request).code
    cells = snapshot_of(request).cells(language)
    is_graph = answer is not None and answer.format == TURTLE
    text = answer.body.decode("utf-8") if answer is not None and is_graph else ""
    page = render(
        request,
        "sparql.html",
        query=query or _example(),
        table=shown_result(answer.body, cells) if answer is not None and not is_graph else None,
        graph=text[:_SHOWN_AS_TEXT] if is_graph else None,
        graph_is_cut=len(text) > _SHOWN_AS_TEXT,
        max_shown=MAX_SHOWN,
        formats=RDF_FORMATS if is_graph else RESULT_FORMATS,
        problem=error and problem_of(error),
        detail=error.in_language(language) if error else "",
    )
    page.status_code = problem_of(error).status if error else 200
    return page


def _example() -> str:
    return "".join(f"PREFIX {one}: <{PREFIXES[one]}>\n" for one in _PREFIXES) + _EXAMPLE

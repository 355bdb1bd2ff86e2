"""Values that a question has an answer for in a dataset: what it says most about.

The examples printed in the files of the questions belong to the samples; in a dataset of one's own
they find nothing.
"""

from policygraph.errors import QueryError
from policygraph.query.answer import Answer
from policygraph.query.library import find_question
from policygraph.query.run import ask, run_sparql
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.iri import concept

_CANDIDATES = 3  # what most is said of may still be outside of what a question asks for
_CALLED = """
  { ?policy eli:id_local ?document }
  UNION { ?policy dcterms:title ?document FILTER NOT EXISTS { ?policy eli:id_local ?number } }"""


def _most(node: str, where: str) -> str:
    """Give the sub-select for the nodes with the most rows; the first by name of several."""
    order = f"GROUP BY {node} ORDER BY DESC(COUNT(*)) {node} LIMIT {_CANDIDATES}"
    return f"{{ SELECT {node} WHERE {{ {where} }} {order} }}"


def _document(where: str) -> str:
    """Give the query for the numbers, else the titles, of the documents with the most rows."""
    return f"SELECT ?document WHERE {{ {_most('?policy', where)} {_CALLED} }}"


def _unit(where: str) -> str:
    """Give the query for the names of the bodies with the most rows."""
    return f"SELECT ?unit WHERE {{ {_most('?agency', where)} ?agency skos:prefLabel ?unit }}"


def _amending(does: str) -> str:
    """Give the query for the documents with the most changes whose codes begin so."""
    return _document(
        "?change a pg:Amendment ; pg:operation ?does ; pg:clause/pg:policy ?policy"
        f" FILTER(STRSTARTS(STR(?does), '{concept('operation', does)}'))"
    )


_CHANGING = _document("?change pg:oldName|pg:newName ?name ; pg:clause/pg:policy ?policy")
_BEARING = _unit("?duty pg:agent ?agency . ?agency a pg:Agency")
_CLAUSE = _most("?clause", "?duty pg:agent ?agency ; pg:clause ?clause . ?agency a pg:Agency")
_CLAUSE_OF = f"""
    SELECT ?document ?path WHERE {{
      {_CLAUSE} ?clause pg:path ?path ; pg:policy ?policy . {_CALLED}
    }}"""
_CHANGED = "?change org:originalOrganization|org:resultingOrganization ?agency"
_REWARD = (
    f"?figure pg:kind <{concept('quantity-kind', 'reward')}> ; pg:value ?value ; pg:unit ?in ;"
    " pg:subject ?subject ; pg:clause/pg:policy ?policy . ?policy a pg:Policy"
)
_CITED = f"?citation pg:cited ?found ; pg:relation <{concept('relation', 'implements')}>"
EXAMPLES = {
    "bases-of-document": _document("?citation pg:relation ?as ; pg:clause/pg:policy ?policy"),
    "clauses-citing-article": f"""
        SELECT ?title ?article WHERE {{
          ?citation pg:citedTitle ?title ; pg:article ?article ; pg:clause/pg:policy ?policy
          OPTIONAL {{ ?policy dcterms:title ?title BIND(1 AS ?own) }} # 本条例第十条
        }}
        GROUP BY ?title ?article
        ORDER BY COALESCE(MIN(?own), 0) DESC(COUNT(*)) ?title ?article LIMIT {_CANDIDATES}""",
    "what-is-added": _amending("add_"),
    "what-is-deleted": _amending("delete_"),
    "all-duties-of-unit": _BEARING,
    "duties-of-unit": _BEARING,
    "duties-through-groups": _unit("?group pg:member ?agency . ?duty pg:agent ?group"),
    "duties-through-reforms": _unit("?former pg:succeededBy ?agency . ?duty pg:agent ?former"),
    "holders-of-clause": _CLAUSE_OF,
    "life-of-body": _unit(f"{_CHANGED} . FILTER EXISTS {{ ?duty pg:agent ?agency }}"),
    "what-changes-for-units": _CHANGING,
    "facts-of-document": _document("?fact pg:clause/pg:policy ?policy"),
    "units-of-clause": _CLAUSE_OF,
    "rewards-by-place": f"SELECT (STR(?subject) AS ?purpose) {{ {_most('?subject', _REWARD)} }}",
    "what-carries-out": f"""
        SELECT ?document WHERE {{
          {_most("?found", _CITED)} ?found dcterms:title|eli:id_local ?document .
        }}""",
}


def fitting_values(dataset: Dataset) -> dict[str, dict[str, str]]:
    """Give values that a question has rows for, by its name; none where none were found."""
    found = {name: _that_fit(dataset, name) for name in EXAMPLES}
    return {name: values for name, values in found.items() if values}


def _that_fit(dataset: Dataset, name: str) -> dict[str, str]:
    """Ask with the values of which most is said, one after another."""
    try:
        candidates = values_of(run_sparql(EXAMPLES[name], dataset, name=name))
        fitting = (each for each in candidates if ask(find_question(name), each, dataset).rows)
        return next(fitting, {})
    except QueryError:  # a damaged store: who asks the question will be told
        return {}


def values_of(answer: Answer) -> list[dict[str, str]]:
    """Give each row of such a query as values of parameters."""
    names = [column.name for column in answer.columns]
    return [
        {name: str(value) for name, value in zip(names, row, strict=True)}
        for row in answer.values()
    ]

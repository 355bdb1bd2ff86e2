"""Questions that a dataset shows what it holds with, and values that they have answers for."""

from policygraph.query.answer import Answer

# Question -> query for the values that the dataset says most about. The title and the article, or
# the unit, with the most rows; the first by name where there are several.
EXAMPLES = {
    "clauses-citing-article": """
        SELECT ?title ?article WHERE {
          ?citation pg:cited ?unit .
          ?unit eli:is_part_of ?work ; pg:article ?article .
          ?work dcterms:title ?title .
        } GROUP BY ?title ?article ORDER BY DESC(COUNT(*)) ?title ?article LIMIT 1""",
    "duties-of-unit": """
        SELECT ?unit WHERE { ?duty pg:agent ?agent . ?agent a pg:Agency ; skos:prefLabel ?unit }
        GROUP BY ?unit ORDER BY DESC(COUNT(*)) ?unit LIMIT 1""",
}


def values_of(answer: Answer) -> dict[str, str]:
    """Give the first row of such a query as values of parameters; nothing where there is none."""
    for row in answer.values():
        cells = zip(answer.columns, row, strict=True)
        return {column.name: str(value) for column, value in cells}
    return {}

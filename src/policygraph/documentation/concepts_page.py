"""The page ``docs/ontology/concepts.md``: every code that a record may hold."""

from collections.abc import Iterator

from policygraph.documentation.markdown import cell, page
from policygraph.documentation.names import link
from policygraph.documentation.ontology import CodeList, read_ontology


def concepts_page() -> str:
    """Give the page of the code lists."""
    lists = read_ontology().lists
    return page(
        "# 概念表 / Code lists",
        "",
        "抽取记录和图中的每个代码及其含义。概念的标识是",
        "`https://w3id.org/policygraph/concept/表/代码`。",
        "",
        "Every code of records and graph, and what it means. The IRI of a concept is",
        "`https://w3id.org/policygraph/concept/LIST/CODE`.",
        "",
        *(f"- [{each.zh} / {each.en}](#{each.name}) ({len(each.concepts)})" for each in lists),
        *(line for each in lists for line in _section(each)),
    )


def _section(codes: CodeList) -> Iterator[str]:
    users = [term.iri for term in read_ontology().terms() if codes.iri in term.lists]
    yield ""
    yield f'## <a id="{codes.name}"></a>{codes.zh} / {codes.en}'
    yield ""
    yield codes.about_zh
    yield ""
    yield codes.about_en
    yield ""
    yield f"`{codes.iri}`" + "".join(f" · {link(one)}" for one in users)
    yield ""
    yield "| 代码 / Code | 中文 | English | 定义 | Definition |"
    yield "|---|---|---|---|---|"
    for one in codes.concepts:
        texts = (one.zh, one.en, one.meaning_zh, one.meaning_en)
        yield f'| <a id="{codes.name}-{one.code}"></a>`{one.code}` | {_cells(texts)} |'


def _cells(texts: tuple[str, ...]) -> str:
    return " | ".join(cell(text) for text in texts)

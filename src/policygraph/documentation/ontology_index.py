"""The page ``docs/ontology/README.md``: where each term is told."""

from collections.abc import Iterator

from policygraph.documentation.markdown import page
from policygraph.documentation.names import link, short
from policygraph.documentation.ontology import Module, read_ontology


def ontology_index() -> str:
    """Give the page that leads to all terms."""
    ontology = read_ontology()
    terms = list(ontology.terms())
    concepts = sum(len(each.concepts) for each in ontology.lists)
    return page(
        f"# {ontology.zh} / {ontology.en}",
        "",
        ontology.about_zh,
        "",
        ontology.about_en,
        "",
        f"{ontology.version}: {len(terms)} 个术语 / terms, {concepts} 个代码 / codes.",
        "前缀 / Prefix: `pg:` = `https://w3id.org/policygraph/ns#`.",
        "如何修改 / How to change it: [ontology/README.md](../../ontology/README.md).",
        "",
        "## 一个条款成为图 / What becomes of a clause",
        "",
        "左边是一份示例文件中的一个条款，中间是从中读出的事实，右边是事实所指的机构和法条；每条线的",
        "左端是读出该事实的字符。",
        "",
        "On the left a clause of a sample document, in the middle the facts read from it,",
        "on the right the agencies and the article that they stand for; each line begins at the",
        "characters that its fact was read from.",
        "",
        "![一个条款及从中读出的事实 / A clause and the facts that were read from it](clause.svg)",
        "",
        "## 模块 / Modules",
        "",
        *(line for module in ontology.modules for line in _row(module)),
        f"- **[概念表 / Code lists](concepts.md)** ({concepts}): "
        + ", ".join(f"[{one.zh}](concepts.md#{one.name})" for one in ontology.lists),
        "",
        "## 全部术语 / All terms",
        "",
        "| 术语 / Term | 中文 | English | 模块 / Module |",
        "|---|---|---|---|",
        *(
            f"| {link(term.iri)} | {term.zh} | {term.en} | [{term.module}]({term.module}.md) |"
            for term in sorted(terms, key=lambda term: (short(term.iri).casefold(), term.iri))
        ),
    )


def _row(module: Module) -> Iterator[str]:
    classes = ", ".join(f"{link(term.iri)} {term.zh}" for term in module.classes())
    title = f"[{module.zh} / {module.en}]({module.name}.md)"
    yield f"- **{title}**: {module.about_zh} {module.about_en} {classes}"

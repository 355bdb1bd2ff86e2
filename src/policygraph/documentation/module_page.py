"""The pages ``docs/ontology/MODULE.md``: every term of a module, with a drawing of it."""

from policygraph.documentation.markdown import page
from policygraph.documentation.ontology import Module
from policygraph.documentation.term_section import section


def module_page(module: Module) -> str:
    """Give the page of a module."""
    classes, properties = module.classes(), module.properties()
    return page(
        f"# {module.zh} / {module.en}",
        "",
        module.about_zh,
        "",
        module.about_en,
        "",
        f"![{module.zh} / {module.en}]({module.name}.svg)",
        "",
        f"源文件 / Source: [`ontology/{module.name}.ttl`](../../ontology/{module.name}.ttl)."
        " 全部模块 / All modules: [README.md](README.md).",
        "",
        "## 类 / Classes",
        "",
        *(line for term in classes for line in section(term)),
        "## 属性 / Properties",
        "",
        *(line for term in properties for line in section(term)),
    )

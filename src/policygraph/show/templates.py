"""Templates of pages that need nothing else; all that comes from documents is escaped."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from policygraph.assets import asset_dir
from policygraph.show.printable import printable


def template(name: str) -> Template:
    """Give a template of ``web/show``."""
    return _environment().get_template(name)


@cache
def asset(name: str) -> Markup:
    """Give a file of ours as it is: it holds nothing of any document."""
    return Markup((asset_dir("web") / "show" / name).read_text(encoding="utf-8"))  # noqa: S704


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(asset_dir("web") / "show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = lambda value: printable(str(value))
    return environment

"""What pages that read like paper share: the frame of ``web/show/paper.html``, and their language.

Such a page needs nothing else; a service can put a way back, a form and other files around it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from policygraph.show.templates import asset, template

_TAGS = {"zh": "zh-Hans", "en": "en"}
_WORDS = {
    "zh": {"back": "返回文件页", "show": "查看", "files": "下载"},
    "en": {"back": "Back to the document", "show": "Show", "files": "Download"},
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a service puts around a page.

    Attributes:
        back: path of the page of the document.
        iri: of the document, for the form that asks for another page.
        files: names and paths of the other forms of the page.
        units: names that can be asked for.
    """

    back: str
    iri: str
    files: tuple[tuple[str, str], ...]
    units: tuple[str, ...] = ()


def paper(
    name: str,
    language: str,
    words: Mapping[str, Mapping[str, str]],
    styles: tuple[str, ...] = (),
    around: Surroundings | None = None,
    **values: Any,
) -> str:
    """Give the page that the template ``name`` makes; all that comes from documents is escaped.

    Args:
        name: of a template of ``web/show`` that extends ``paper.html``.
        language: ``zh`` or ``en``: of the page, not of documents.
        words: of the page, by language.
        styles: style sheets beside ``paper.css``.
        around: what a service puts around it; None: the page stands alone.
        values: what the template shows; ``title`` is one.
    """
    return template(name).render(
        tag=_TAGS[language],
        language=language,
        t={**_WORDS[language], **words[language]},
        styles=[asset(style) for style in ("paper.css", *styles)],
        around=around,
        **values,
    )

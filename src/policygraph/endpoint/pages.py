"""Template -> page. All values are escaped by Jinja2; nothing is marked as safe."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from policygraph.assets import asset_dir
from policygraph.endpoint.http.language import Language, language_of
from policygraph.endpoint.http.messages import message
from policygraph.endpoint.http.negotiate import HTML, wants
from policygraph.endpoint.service import snapshot_of

_TEMPLATES = Environment(
    loader=FileSystemLoader(asset_dir("web") / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(request: Request, template: str, **context: Any) -> HTMLResponse:
    """Give a page in the reader's language.

    Every template sees ``language``, ``t`` (a message by its key), ``href`` (a path with
    parameters, keeping a chosen language), ``here`` (this page with other parameters) and
    ``manifest``.
    """
    language = language_of(request)
    text = _TEMPLATES.get_template(template).render(
        language=language,
        t=_translator(language),
        href=_linker(language),
        here=_relinker(request),
        manifest=snapshot_of(request).dataset.manifest,
        **context,
    )
    vary = {"Content-Language": language.tag, "Vary": "Accept, Accept-Language"}
    return HTMLResponse(text.encode("utf-8", "replace"), headers=vary)


def wants_page(request: Request) -> bool:
    """Say whether a person asks, with a browser: only then is an error told on a page."""
    name = request.query_params.get("format")
    accepted = wants(HTML.media_type, request.headers.get("accept"))
    return name == HTML.name if name else accepted


def path_as_sent(request: Request) -> str:
    """Give the path as it was sent: percent-encoded (ASGI, ``raw_path``)."""
    raw = request.scope.get("raw_path")
    return raw.decode("ascii", "replace") if raw else quote(request.scope["path"])


def _translator(language: Language) -> Callable[..., str]:
    def translate(key: str, **values: object) -> str:
        return message(key, language.code, **values)

    return translate


def _linker(language: Language) -> Callable[..., str]:
    def link(path: str, /, **parameters: object) -> str:
        given = {k: str(v) for k, v in parameters.items() if v is not None}
        if language.chosen:
            given["lang"] = language.code
        return _with(path, given)

    return link


def _relinker(request: Request) -> Callable[..., str]:
    """Make links to the page itself, with some parameters set anew or (None) dropped."""
    path = path_as_sent(request)

    def link(**parameters: object) -> str:
        kept = [
            pair
            for pair in parse_qsl(request.url.query, keep_blank_values=True)
            if pair[0] not in parameters
        ]
        given = [(k, str(v)) for k, v in parameters.items() if v is not None]
        return _with(path, [*kept, *given])

    return link


def _with(path: str, parameters: dict[str, str] | list[tuple[str, str]]) -> str:
    if not parameters:
        return path
    return path + ("&" if "?" in path else "?") + urlencode(parameters)

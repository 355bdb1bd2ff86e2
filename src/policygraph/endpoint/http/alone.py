"""Pages that need nothing else, and the files that hold the same: how they are answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from starlette.responses import Response

from policygraph.endpoint.http.exceptions import NothingHere, RequestError
from policygraph.endpoint.http.language import Language
from policygraph.endpoint.http.negotiate import HTML, Format
from policygraph.errors import QueryError, QueryTimeout, QueryTooLarge

# The page holds its style; nothing else is its own.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)


def answered(body: bytes, chosen: Format, language: Language, name: str) -> Response:
    """Give the answer: a page that may load nothing, or a file to keep.

    Args:
        body: the page or the file.
        chosen: what it is.
        language: of the page.
        name: of the file, without its ending.
    """
    headers = {"Content-Type": chosen.content_type, "Vary": "Accept, Accept-Language"}
    if chosen is HTML:
        headers |= {"Content-Security-Policy": _POLICY, "Content-Language": language.tag}
    else:
        headers["Content-Disposition"] = f'attachment; filename="{name}.{chosen.extension}"'
    return Response(body, headers=headers)


@contextmanager
def looking_up() -> Iterator[None]:
    """Tell that a document is not there as such; a limit that is reached stays one.

    Raises:
        NothingHere: in place of a QueryError.
    """
    try:
        yield
    except (QueryTimeout, QueryTooLarge):
        raise
    except QueryError as error:
        raise NothingHere(zh=error.said.zh, en=error.said.en) from error


def with_language(path: str, language: str) -> str:
    """Give the path of a page in the language of this one."""
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def day_of(written: str) -> str | None:
    """Give the ISO day of the parameter ``asOf``; None where it is left empty.

    Raises:
        RequestError: it is no day.
    """
    try:
        return date.fromisoformat(written).isoformat() if written else None
    except ValueError as error:
        raise RequestError(
            zh=f"参数 asOf 的值“{written}”不是日期；请写作 2025-01-31",
            en=f"asOf: {written!r} is no day; write it as 2025-01-31",
        ) from error

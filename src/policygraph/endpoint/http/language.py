"""Which language a page is in: Chinese, or English where it is asked for."""

from dataclasses import dataclass

from starlette.requests import Request

LANGUAGES = ("zh", "en")
TAGS = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Language:
    """The language of one page.

    Attributes:
        code: ``zh`` or ``en``.
        chosen: the reader chose it by ``?lang=``; links on the page keep it.
    """

    code: str
    chosen: bool

    @property
    def tag(self) -> str:
        """BCP 47 tag for the ``lang`` attribute."""
        return TAGS[self.code]

    @property
    def other(self) -> str:
        """The language to switch to."""
        return "en" if self.code == "zh" else "zh"


def language_of(request: Request) -> Language:
    """Choose by ``?lang=``, then by Accept-Language (RFC 9110, section 12.5.4), else Chinese."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        return Language(chosen, chosen=True)
    return Language(_accepted(request.headers.get("accept-language", "")), chosen=False)


def _accepted(header: str) -> str:
    best, best_weight = "zh", 0.0
    for part in header.split(","):
        tag, _, parameters = part.strip().lower().partition(";")
        code = tag.partition("-")[0]
        weight = _weight(parameters)
        if code in LANGUAGES and weight > best_weight:
            best, best_weight = code, weight
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name != "q":
        return 1.0
    return float(value) if value.replace(".", "", 1).isdecimal() else 0.0

"""Which keywords a SPARQL text uses, without parsing it (SPARQL 1.1, section 19.8).

The engine cannot be asked three things that have to be known before a query is run: whether the
query names its own dataset (``FROM``), whether it is an update, and whether it would send requests
to other hosts (``SERVICE``).
"""

import re
from dataclasses import dataclass

from policygraph.expression import expression

# Outside of strings, IRIs, comments, variables and prefixed names, a word can only be a keyword.
# The length of a prefix is bounded so that the scan stays linear.
_TOKEN = expression(
    r"""
      \#[^\r\n]*
    | <[^<>"{}|^`\\\x00-\x20]*>
    | \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
    | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
    | [?$@][\w\-]* | _:[\w.\-]*
    | (?P<prefix> (?:[^\W_][\w.\-]{0,100})?: )(?:[\w.\-:%]|\\.)*
    | (?P<word> [^\W\d_]\w* )
    | \d[\w.]* | .
    """,
    re.VERBOSE | re.DOTALL,
)
_PROLOGUE = frozenset({"PREFIX", "BASE"})
_UPDATE_FORMS = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
)

_SKIP = r"(?:\s|\#[^\r\n]*+[\r\n])*+"  # blanks and comments
_SERVICE_CLAUSE = expression(
    rf"""
    SERVICE {_SKIP} (?:SILENT {_SKIP})?+
    (?: [?$][^\s{{}}\#]*+ | <[^>]*+> | [^\s{{}}:\#<>]*+:(?:\\.|[^\s{{}}\\\#])*+ )
    {_SKIP} \{{
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SERVICE = expression("SERVICE", re.IGNORECASE)
_MANY = 64  # each occurrence may cost a pass over the text


@dataclass(frozen=True, slots=True)
class Keywords:
    """The bare words of a SPARQL text.

    Attributes:
        form: the first word after the prologue, upper case; empty where there is none.
        words: all bare words, upper case.
    """

    form: str
    words: frozenset[str]

    @property
    def is_update(self) -> bool:
        """Whether the text is an update request, not a query."""
        return self.form in _UPDATE_FORMS

    @property
    def names_dataset(self) -> bool:
        """Whether the query says ``FROM`` or ``FROM NAMED`` (section 13.2)."""
        return "FROM" in self.words


def keywords_of(text: str) -> Keywords:
    """Read the keywords of a SPARQL text; any text at all is accepted."""
    found = [m["word"].upper() for m in _TOKEN.finditer(text) if m["word"]]
    form = next((word for word in found if word not in _PROLOGUE), "")
    return Keywords(form, frozenset(found))


def undeclared_prefixes(text: str) -> tuple[str, ...]:
    """Give the prefixes that a query uses and does not declare, each with its colon."""
    declared: set[str] = set()
    used: dict[str, None] = {}
    before = ""
    for match in _TOKEN.finditer(text):
        if match["word"]:
            before = match["word"].upper()
        elif match["prefix"]:
            if before == "PREFIX":
                declared.add(match["prefix"])
            else:
                used[match["prefix"]] = None
            before = ""
    return tuple(prefix for prefix in used if prefix not in declared)


def may_federate(text: str) -> bool:
    """Say whether a query may hold ``SERVICE`` (SPARQL 1.1 Federated Query, section 2).

    It looks for the clause, ``SERVICE`` [``SILENT``] *where* ``{``, anywhere in the text, even
    inside strings and comments: how a text is cut into tokens depends on the parser's context
    (``<'>'`` is an IRI or a comparison), and a query that got through would make this host send
    requests to any address. So it may be True for a harmless text, and is never False for a
    query that federates.
    """
    found = list(_SERVICE.finditer(text))
    return len(found) > _MANY or any(_SERVICE_CLAUSE.match(text, m.start()) for m in found)

"""Reads the header of a query file: its sentence, parameters and columns.

    # zh: 哪些条款引用了某部法规？
    # en: Which clauses cite a law?
    # parameter: title title 公平竞争审查条例 | 法规标题 | title of the law
    # parameter: article integer optional 10 | 条 | article
    # parameter: asOf date default=today 2024-06-30 | 日期 | day
    # severity: warning
    # scope: document
    # column: path | 条款路径 | clause

The parameters stand in the query in one line, so that the file is complete as it stands; a query
with branches may have the same line in each::

    VALUES (?title ?article) { ("公平竞争审查条例"@zh UNDEF) } # parameters
"""

from collections.abc import Iterator
from typing import NamedTuple

from policygraph.errors import QueryError
from policygraph.expression import expression
from policygraph.model.code import Severity
from policygraph.query.question import Column, Parameter, ParameterType, Question, Scope

_ENTRY = expression(r"# (?P<key>zh|en|parameter|column|severity|scope):(?P<value>.*)")
_ODD = expression(r"# ?(?:zh|en|parameters?|columns?|severity|scope) ?[:：]")
_PARAMETER = expression(
    r"(?P<name>[A-Za-z][A-Za-z0-9]*) (?P<type>[a-z]+)"
    r"(?: (?P<optional>optional)| default=(?P<default>\S+))? (?P<example>\S.*)"
)
_NAME = expression(r"[A-Za-z][A-Za-z0-9]*")
_VALUES = expression(r"\s*VALUES \((?P<names>\?\w+(?: \?\w+)*)\) \{ .+ \} # parameters")


class _Entry(NamedTuple):
    line: int
    key: str
    value: str


class _Place(NamedTuple):
    """A file, to name it together with a line in messages."""

    file: str

    def error(self, line: int, *, zh: str, en: str) -> QueryError:
        """Make the error; ``line`` counts from 1."""
        return QueryError(
            zh=f"查询文件 queries/{self.file} 第 {line} 行：{zh}",
            en=f"queries/{self.file}:{line}: {en}",
        )


def read_question(file: str, text: str) -> Question:
    """Read a query file.

    Args:
        file: where it stands under ``queries/``, such as ``competency/legal/NAME.rq``.
        text: what it holds.

    Raises:
        QueryError: the header is broken; names file and line.
    """
    place = _Place(file)
    entries = tuple(_entries(text, place))
    parameters = tuple(_parameter(e, place) for e in entries if e.key == "parameter")
    *_, group, name = ("", *file.removesuffix(".rq").split("/"))
    return Question(
        name=name,
        group=group,
        zh=_sentence(entries, "zh", place),
        en=_sentence(entries, "en", place),
        parameters=parameters,
        columns=_columns(entries, place),
        severity=_severity(entries, group == "verify", place),
        file=file,
        text=text,
        values_lines=_values_lines(text, tuple(p.name for p in parameters), place),
        scope=_scope(entries, group == "verify", place),
    )


def _entries(text: str, place: _Place) -> Iterator[_Entry]:
    """Give the entries of the comment block at the top."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#"):
            return
        match = _ENTRY.fullmatch(line)
        if match:
            yield _Entry(number, match["key"], match["value"].strip())
        elif _ODD.match(line):
            raise place.error(
                number,
                zh=f"“{line}”请写作“# KEY: VALUE”",
                en=f"write it as '# KEY: VALUE', not {line!r}",
            )


def _sentence(entries: tuple[_Entry, ...], language: str, place: _Place) -> str:
    found = [entry for entry in entries if entry.key == language]
    if len(found) != 1 or not found[0].value:
        line = found[-1].line if found else 1
        raise place.error(
            line,
            zh=f"有 {len(found)} 行“# {language}: SENTENCE”；请只写一行",
            en=f"has {len(found)} lines '# {language}: SENTENCE'; write one",
        )
    return found[0].value


def _parts(entry: _Entry, form: str, place: _Place) -> tuple[str, str, str]:
    parts = [part.strip() for part in entry.value.split("|")]
    if len(parts) != 3 or not all(parts):
        raise _misformed(entry, form, place)
    return parts[0], parts[1], parts[2]


def _misformed(entry: _Entry, form: str, place: _Place) -> QueryError:
    return place.error(entry.line, zh=f"请写作“# {form}”", en=f"write it as '# {form}'")


def _parameter(entry: _Entry, place: _Place) -> Parameter:
    form = "parameter: NAME TYPE [optional|default=VALUE] EXAMPLE | 中文 | English"
    declared, zh, en = _parts(entry, form, place)
    match = _PARAMETER.fullmatch(declared)
    if match is None:
        raise _misformed(entry, form, place)
    known = {str(kind): kind for kind in ParameterType}
    if match["type"] not in known:
        raise place.error(
            entry.line,
            zh=f"没有“{match['type']}”这一类型；请改用其中之一：{'、'.join(known)}",
            en=f"type {match['type']!r} is not known; use one of: {', '.join(known)}",
        )
    return Parameter(
        name=match["name"],
        type=known[match["type"]],
        optional=match["optional"] is not None,
        default=match["default"],
        example=match["example"],
        zh=zh,
        en=en,
    )


def _columns(entries: tuple[_Entry, ...], place: _Place) -> tuple[Column, ...]:
    columns: dict[str, Column] = {}
    for entry in entries:
        if entry.key != "column":
            continue
        name, zh, en = _parts(entry, "column: NAME | 中文 | English", place)
        if not _NAME.fullmatch(name) or name in columns:
            raise place.error(
                entry.line,
                zh=f"列“{name}”不是名称，或出现两次；请改名",
                en=f"column {name!r} is no name or stands twice; rename it",
            )
        columns[name] = Column(name, zh, en)
    if not columns:
        raise place.error(
            1,
            zh="没有注明列；请写“# column: NAME | 中文 | English”",
            en="declares no column; write '# column: NAME | 中文 | English'",
        )
    return tuple(columns.values())


def _severity(entries: tuple[_Entry, ...], is_check: bool, place: _Place) -> Severity | None:
    found = [entry for entry in entries if entry.key == "severity"]
    if not is_check and not found:
        return None
    known = {str(severity): severity for severity in Severity}
    if not is_check or len(found) != 1:
        raise place.error(
            1,
            zh=f"每个核查写一行“# severity:”（{'、'.join(known)}），问题不写；请改正",
            en=f"each check, and no question, has one '# severity:' ({', '.join(known)})",
        )
    if found[0].value not in known:
        raise place.error(
            found[0].line,
            zh=f"“{found[0].value}”不是级别；请改用其中之一：{'、'.join(known)}",
            en=f"{found[0].value!r} is no severity; use one of: {', '.join(known)}",
        )
    return known[found[0].value]


def _scope(entries: tuple[_Entry, ...], is_check: bool, place: _Place) -> Scope:
    """Read what a row follows from; a parameter is more than one document tells."""
    found = [entry for entry in entries if entry.key == "scope"]
    if not found:
        return Scope.DATASET
    known = {str(scope): scope for scope in Scope}
    scope = known.get(found[0].value)
    asks = any(entry.key == "parameter" for entry in entries)
    if not is_check or len(found) != 1 or scope is None or (scope is Scope.DOCUMENT and asks):
        raise place.error(
            found[0].line,
            zh=f"“# scope:”（{'、'.join(known)}）只用于核查，只写一行；有参数的核查属于 dataset",
            en=f"a check, and no question, has one '# scope:' ({', '.join(known)});"
            " one with parameters is of the dataset",
        )
    return scope


def _values_lines(text: str, names: tuple[str, ...], place: _Place) -> tuple[int, ...]:
    """Find the lines that hold the parameters: just those declared, in that order, and alike."""
    lines = text.split("\n")
    marked = tuple(index for index, line in enumerate(lines) if line.endswith("# parameters"))
    if not names and not marked:
        return ()
    if not marked:
        raise place.error(
            1,
            zh="没有以“# parameters”结尾的行；请写一行 VALUES",
            en="no line ends in '# parameters'; write one VALUES line",
        )
    expected = " ".join(f"?{name}" for name in names)
    for index in marked:
        match = _VALUES.fullmatch(lines[index])
        if match is None or match["names"] != expected:
            raise place.error(
                index + 1,
                zh=f"请写作“VALUES ({expected}) {{ (...) }} # parameters”",
                en=f"write it as 'VALUES ({expected}) {{ (...) }} # parameters'",
            )
        if lines[index].strip() != lines[marked[0]].strip():
            raise place.error(
                index + 1,
                zh=f"请与第 {marked[0] + 1} 行写同样的值",
                en=f"write the same values as in line {marked[0] + 1}",
            )
    return marked

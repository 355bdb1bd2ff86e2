"""Runs questions and queries of one's own on a store or a dataset."""

from collections.abc import Iterator, Mapping
from itertools import islice

import pyoxigraph as ox

from policygraph.errors import QueryError, QueryTooLarge, reason
from policygraph.query.answer import Answer, Term
from policygraph.query.keywords import keywords_of, may_federate, undeclared_prefixes
from policygraph.query.question import Column, Question
from policygraph.query.values import Value, bind
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.dataset.loading import has_default_graph
from policygraph.rdf.vocabulary import PREFIXES

MAX_ROWS = 1_000_000
_TRIPLE = ("subject", "predicate", "object")


def ask(
    question: Question,
    values: Mapping[str, Value],
    source: ox.Store | Dataset,
    max_rows: int = MAX_ROWS,
    language: str = "zh",
) -> Answer:
    """Ask a question.

    Args:
        question: the question or check.
        values: parameter -> value; see ``values.bind``.
        source: the store or dataset to ask.
        max_rows: an answer with more rows is refused.
        language: ``zh`` or ``en``: of the names of roles, kinds and relations in the answer.

    Raises:
        QueryError: the values do not fit, or the query fails.
        QueryTooLarge: the answer has more than ``max_rows`` rows.
    """
    text = bind(question, values, language)
    return labelled(question, _run(text, source, max_rows, question.name), language)


def labelled(question: Question, answer: Answer, language: str = "zh") -> Answer:
    """Give an answer the columns that its question declares, and the language it was asked in.

    Raises:
        QueryError: the query gives other columns than its header declares.
    """
    names = tuple(column.name for column in answer.columns)
    expected = tuple(column.name for column in question.columns)
    if names != expected:
        raise QueryError(
            zh=f"queries/{question.file} 给出的列是 {'、'.join(names)}，"
            f"文件头注明的是 {'、'.join(expected)}；请改为一致",
            en=f"queries/{question.file}: gives the columns {', '.join(names)};"
            f" its header declares {', '.join(expected)}; make them the same",
        )
    return Answer(question.columns, answer.rows, language)


def run_sparql(
    text: str, source: ox.Store | Dataset, max_rows: int = MAX_ROWS, name: str = "query"
) -> Answer:
    """Run a SPARQL 1.1 query of any form.

    The default graph holds what all graphs hold, unless the query names its own (FROM).
    The prefixes of ``rdf.vocabulary.PREFIXES`` need no declaration. ASK gives one row with the
    column ``answer``; CONSTRUCT and DESCRIBE give a row for each triple. It cannot write, and
    sends no requests to other hosts.

    Raises:
        QueryError: it is no query, would ask another endpoint, or cannot be evaluated.
        QueryTooLarge: the answer has more than ``max_rows`` rows.
    """
    if may_federate(text):
        raise QueryError(
            zh=f"{name}：SERVICE 会向其他主机发出请求；请直接查询对方的端点",
            en=f"{name}: SERVICE would send requests to another host; ask that endpoint by itself",
        )
    return _run(text, source, max_rows, name)


def _run(text: str, source: ox.Store | Dataset, max_rows: int, name: str) -> Answer:
    store = source.store if isinstance(source, Dataset) else source
    keywords = keywords_of(text)
    if keywords.is_update:
        raise QueryError(
            zh=f"{name} 是更新语句（{keywords.form}）；这里只运行查询，"
            "请改用 SELECT、ASK、CONSTRUCT 或 DESCRIBE",
            en=f"{name}: is an update ({keywords.form}); only queries are run here, so use SELECT,"
            " ASK, CONSTRUCT or DESCRIBE",
        )
    union = not keywords.names_dataset and not has_default_graph(store)
    try:
        results = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=union)
        names, rows = _table(results)
        found = tuple(islice(rows, max_rows + 1))
    except SyntaxError as error:
        raise _not_sparql(text, error.msg, name) from error
    except (OSError, RuntimeError, ValueError) as error:
        why = reason(error)
        raise QueryError(
            zh=f"查询 {name} 无法运行：{why.zh}；请修改查询，或重新构建数据集",
            en=f"{name}: could not be evaluated: {why.en}; change it, or build the dataset again",
        ) from error
    if len(found) > max_rows:
        raise QueryTooLarge(
            zh=f"查询 {name} 的结果超过 {max_rows} 行；请用 LIMIT 减少行数，或放宽行数上限",
            en=f"{name}: the answer has more than {max_rows} rows; ask for fewer (LIMIT),"
            " or allow more",
        )
    return Answer(tuple(Column(name, name, name) for name in names), found)


def _not_sparql(text: str, told: str, name: str) -> QueryError:
    """Say why the parser refused a query; it takes an undeclared prefix for something else."""
    what = " ".join(told.split())[:300]
    known = [f"{prefix}:" for prefix in PREFIXES]
    missing = [prefix for prefix in undeclared_prefixes(text) if prefix not in known]
    if not missing:
        return QueryError(
            zh=f"查询 {name} 不符合 SPARQL 1.1：{what}；请修改",
            en=f"{name}: not a SPARQL 1.1 query: {what}",
        )
    return QueryError(
        zh=f"查询 {name} 不符合 SPARQL 1.1：前缀 {'、'.join(missing)} 未声明；请用 PREFIX 声明，"
        f"或改用无须声明的前缀：{'、'.join(known)}（{what}）",
        en=f"{name}: not a SPARQL 1.1 query: undeclared prefix {', '.join(missing)}; declare it"
        f" with PREFIX, or use one that is known: {', '.join(known)} ({what})",
    )


def _table(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
) -> tuple[tuple[str, ...], Iterator[tuple[Term | None, ...]]]:
    if isinstance(results, ox.QueryBoolean):
        return ("answer",), iter([(ox.Literal(bool(results)),)])
    if isinstance(results, ox.QueryTriples):
        return _TRIPLE, ((t.subject, t.predicate, t.object) for t in results)
    names = tuple(variable.value for variable in results.variables)
    return names, (tuple(solution) for solution in results)

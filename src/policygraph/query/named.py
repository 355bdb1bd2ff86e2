"""A unit or document that nothing names: an empty answer would not say that it is misspelled."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from policygraph.errors import Message, QueryError
from policygraph.query.answer import Answer
from policygraph.query.question import Naming, Parameter, Question
from policygraph.query.run import MAX_ROWS, ask
from policygraph.query.values import Value, to_terms
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset

_NAMES = (v.NAME, v.PREF_LABEL)
_TITLES = (v.TITLE, v.ID_LOCAL, v.CITED_TITLE, v.CITED_NUMBER)
_OF_DOCUMENTS = (Naming.DOCUMENT, Naming.WORK)
_CITED = (v.CITED_TITLE,)
_NEAR = 3
_LEAST = 30.0  # of 100: below this two names have little more in common than 局
_NEAREST = Message(zh="相近的有：", en="near: ")
_NONE = Message(
    zh="没有相近的；可用全文检索查找",
    en="nothing is near; try the search of texts",
)
_UNITS = (v.AGENCY, v.AGENCY_GROUP)  # a place has a name too, and bears no duty
_DOCUMENTS = (v.POLICY, v.DRAFT_POLICY, v.LEGISLATION)


def ask_known(
    question: Question,
    values: Mapping[str, Value],
    source: Dataset,
    max_rows: int = MAX_ROWS,
    language: str = "zh",
) -> Answer:
    """Ask a question; no rows for a unit or document that nothing names is an error.

    Raises:
        QueryError: nothing bears a name that was given; names those that are near. And as ``ask``.
        QueryTooLarge: as ``ask``.
    """
    answer = ask(question, values, source, max_rows, language)
    if not answer.rows:
        check_names(question, values, source.store)
    return answer


def check_names(question: Question, values: Mapping[str, Value], store: ox.Store) -> None:
    """Check that something bears the names of units and documents that a question was asked with.

    Raises:
        QueryError: nothing does; names those that are near.
    """
    for parameter in question.parameters:
        name = str(values.get(parameter.name) or "").strip()
        if not name:
            continue
        if parameter.naming is Naming.UNIT:
            if not _is_borne(parameter, name, _NAMES, store):
                raise unknown_unit(name, _names_of(_UNITS, _NAMES, store))
        elif parameter.naming in _OF_DOCUMENTS and not _is_borne(parameter, name, _TITLES, store):
            raise unknown_document(name, _known_documents(parameter, store))


def _is_borne(parameter: Parameter, name: str, predicates: Iterable[str], store: ox.Store) -> bool:
    return any(
        next(store.quads_for_pattern(None, ox.NamedNode(predicate), term), None) is not None
        for term in to_terms(parameter.type, name)
        for predicate in predicates
    )


def _texts(
    predicates: Iterable[str], store: ox.Store, nodes: Collection[Any] | None = None
) -> Iterator[str]:
    """Give the texts of some properties, of all nodes or of these; in one pass over each."""
    for predicate in predicates:
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            if isinstance(quad.object, ox.Literal) and (nodes is None or quad.subject in nodes):
                yield quad.object.value


def _known_documents(parameter: Parameter, store: ox.Store) -> set[str]:
    """Give titles and numbers of the documents; where a law may be meant, those cited too."""
    names = set() if parameter.naming is Naming.DOCUMENT else set(_texts(_CITED, store))
    return names | _names_of(_DOCUMENTS, (v.TITLE, v.ID_LOCAL), store)


def _names_of(kinds: Iterable[str], predicates: Iterable[str], store: ox.Store) -> set[str]:
    """Give what the nodes of some classes are called."""
    nodes = {
        quad.subject
        for kind in kinds
        for quad in store.quads_for_pattern(None, ox.NamedNode(v.TYPE), ox.NamedNode(kind))
    }
    return set(_texts(predicates, store, nodes))


def unknown_unit(name: str, known: Collection[str]) -> QueryError:
    """Make the error for a unit that nothing bears; it names those of ``known`` that are near."""
    near = _near(name, known)
    return QueryError(
        zh=f"没有名为“{name}”的单位；请核对，{_NEAREST.zh + '、'.join(near) if near else _NONE.zh}",
        en=f"{name!r}: no such unit; {_NEAREST.en + ', '.join(near) if near else _NONE.en}",
    )


def unknown_document(name: str, known: Collection[str]) -> QueryError:
    """Make the error for a document that nothing is; it names those of ``known`` that are near."""
    near = _near(name, known)
    return QueryError(
        zh=f"没有文号或标题为“{name}”的文件；"
        f"请核对，{_NEAREST.zh + '、'.join(near) if near else _NONE.zh}",
        en=f"{name!r}: no such document; {_NEAREST.en + ', '.join(near) if near else _NONE.en}",
    )


def _near(name: str, known: Collection[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for misspelled names alone; takes long

    found = process.extract(
        name, sorted(known), scorer=fuzz.ratio, limit=_NEAR, score_cutoff=_LEAST
    )
    return [near for near, _, _ in found]

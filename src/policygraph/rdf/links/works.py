"""Titles and numbers -> the documents meant: of citations, and of what amendments change."""

from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.model.facts import Amendment, Citation, Operation, Relation
from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.facts.amendments import AMENDMENTS, basis_iris
from policygraph.rdf.facts.citations import unit_numbers
from policygraph.rdf.scope import Scope, policy_iri
from policygraph.rdf.terms import Triple, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.citations import CitedLegislation, cited_place, cited_work, is_decree
from policygraph.resolve.corpus import Corpus
from policygraph.resolve.divisions import divisions_named
from policygraph.resolve.running import meant_by, running_numbers
from policygraph.text.division_labels import DIVISION_LABEL, LEVELS, label_of_one

_ARTICLE = expression("第[^第条]{1,9}条")
_CHAPTER = expression("[一二三四五六七八九十百]+、")  # the outermost label of a plan or notice


def cited_iri(row: Citation, record: Record, corpus: Corpus, registry: Registry, base: str) -> str:
    """Give the IRI of what a citation points at, whether or not the corpus holds it."""
    found = corpus.find(row)
    if found is not None:
        return policy_iri(found, base)
    work = cited_work(row, registry)
    if isinstance(work, CitedLegislation):
        return iri.legislation(work.title, row.article, row.paragraph, row.item, base)
    place = cited_place(row, record.document, registry)
    # 市政府令第79号 names no place: the title tells decrees apart
    number = None if row.title and is_decree(row.number) else row.number
    return iri.PolicyIri.of(place, number, None, row.title).format(base)


def cited_triples(row: Citation, target: str, registry: Registry, base: str) -> Iterator[Triple]:
    """Describe a cited document enough to be named and to be found by article.

    One of the corpus is itself, whichever article of it is cited; its clauses are its articles.
    """
    work = cited_work(row, registry)
    if isinstance(work, CitedLegislation):
        whole = iri.legislation(work.title, base=base)
        if target.startswith(whole):
            yield from _law_triples(row, target, whole, work.title)
            return
    yield ref(target), ref(v.TYPE), ref(v.LEGAL_RESOURCE)
    if row.title:
        yield ref(target), ref(v.CITED_TITLE), text(row.title)
    if row.number:
        yield ref(target), ref(v.ID_LOCAL), string(row.number)


def _law_triples(row: Citation, target: str, whole: str, title: str) -> Iterator[Triple]:
    yield ref(whole), ref(v.TYPE), ref(v.LEGISLATION)
    yield ref(whole), ref(v.TITLE), text(title)
    if target != whole:
        yield ref(target), ref(v.TYPE), ref(v.ARTICLE)
        yield ref(target), ref(v.IS_PART_OF), ref(whole)
        yield from unit_numbers(row, ref(target))


def amendment_links(
    record: Record, corpus: Corpus, registry: Registry, scope: Scope
) -> Iterator[Triple]:
    """Say which document and clause each change is made to, and which articles it rests on."""
    for node, row in AMENDMENTS.iris(record.amendments, scope):
        changed = _as_citation(row.target.title, row.target.number, None, None)
        if row.target.title or row.target.number:
            target = cited_iri(changed, record, corpus, registry, scope.base)
            yield ref(node), ref(v.TARGET), ref(target)
            yield from cited_triples(changed, target, registry, scope.base)
            found = corpus.find(changed)
            path = _path(row, found)
            law = found is None and isinstance(cited_work(changed, registry), CitedLegislation)
            if path is not None and not law:
                yield ref(node), ref(v.TARGET_CLAUSE), ref(iri.clause(target, path))
        for subject, basis in basis_iris(row.based_on, node):
            cited = _as_citation(basis.title, None, basis.article, basis.item)
            work = cited_iri(cited, record, corpus, registry, scope.base)
            yield ref(subject), ref(v.CITED), ref(work)
            yield from cited_triples(cited, work, registry, scope.base)


def _as_citation(
    title: str | None, number: str | None, article: int | None, item: int | None
) -> Citation:
    return Citation("", title, number, article, None, item, Relation.AMENDS, "", (), "")


def _path(row: Amendment, found: Record | None) -> str | None:
    """Give the path of the clause that a locator means; None where it cannot be told.

    What is added stands there only afterwards, whatever bears its number before.
    """
    locator = row.target.locator
    if locator is None or (row.operation is Operation.ADD_CLAUSE and row.new_place):
        return None
    division = DIVISION_LABEL.match(locator)
    if found is None:
        sure = "/" in locator or _CHAPTER.match(row.target.locator_as_written or "")
        return locator if sure and not division else None
    if division:
        return _division(division.group(), found)
    return _unit(row, locator, found)


def _unit(row: Amendment, locator: str, found: Record) -> str | None:
    """Give the path of a clause; a running number may lack its section (第14条目)."""
    paths = [clause.path for clause in found.clauses]
    printed = row.target.locator_as_written or ""
    if (article := _article(locator, printed, found)) is not None:
        path = "/".join((article, *locator.split("/")[1:]))
        return path if path in paths and "款" not in printed else None
    running = running_numbers(found.clauses)
    locator, *other = meant_by(locator, printed, running)
    if other and locator in paths:
        return None
    if locator in paths:
        return locator
    fitting = [path for path in paths if path.rpartition("/")[2] == locator]
    return fitting[0] if len(fitting) == 1 else None


def _division(printed: str, found: Record) -> str | None:
    """Give the path of a chapter or section: 第二章第一节."""
    divisions = [one for one in found.clauses if one.style in LEVELS.values()]
    by_path = {one.path: one for one in found.clauses}
    named = divisions_named(label_of_one(printed), divisions, by_path)
    return named[0].path if len(named) == 1 else None


def _article(locator: str, printed: str, found: Record) -> str | None:
    """Give the path of the article that a place begins with; 第一条第二款 is no 1/2 of chapters."""
    number, *inner = locator.split("/")
    inside = "款" in printed or "项" in printed
    if not _ARTICLE.match(printed) or locator.startswith("annex") or (inner and not inside):
        return None
    paths = [
        clause.path
        for clause in found.clauses
        if clause.style == "article"
        and clause.path.rpartition("/")[2] == number
        and not clause.path.startswith("annex")
    ]
    return paths[0] if len(paths) == 1 else None

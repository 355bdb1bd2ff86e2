"""Quotations of articles -> findings, where the words are not those of the document at hand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.citations.quotations import Passage, Quotation, find_quotations
from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.registry.registry import Registry
from policygraph.resolve.quotable import Quotable, Texts, quotable_of
from policygraph.resolve.quoted_articles import Article, Articles, closed_up, plain, undefined

DIFFERS = "citation.quotation-differs"
NOT_FOUND = "citation.quotation-not-found"
_RULE = "citation.quotation"
_Told = list[tuple[float, Finding]]  # each with how near the words are
_HALF_LABEL = expression(r"^[一二三四五六七八九十]{1,3}[）)]|[（(][一二三四五六七八九十]{0,3}$")
_SHORTEST = 6  # letters of a passage: shorter ones are terms, or what an ellipsis left


class Compared(NamedTuple):
    """A document, and which of its quotations are not what the quoted article says."""

    record: Record
    findings: tuple[Finding, ...]


def compare_quotations(
    records: Sequence[Record], registry: Registry, texts: Texts
) -> list[Compared]:
    """Compare what documents quote from each other's articles, one document after the other.

    Args:
        records: all documents at hand.
        registry: knows laws that are named without title marks.
        texts: gives the text of a source by its digest.

    Returns:
        The documents with findings, and these.
    """
    articles = Articles(texts)
    quotable = quotable_of(records, texts)
    each = ((r, quotation_findings(r, quotable, registry, articles)) for r in records)
    return [Compared(record, found) for record, found in each if found]


def quotation_findings(
    record: Record, quotable: Quotable, registry: Registry, articles: Articles
) -> tuple[Finding, ...]:
    """Compare what a document quotes from articles with their words.

    Several documents of one title are versions: words that one of them has are right, and where
    none has them the one that is nearest counts. What is not at hand is not compared.

    Args:
        record: the document that quotes.
        quotable: the documents at hand whose articles can be quoted.
        registry: knows laws that are named without title marks.
        articles: the articles of the documents at hand.
    """
    if not any(row.title and quotable.titled(row.title) for row in record.citations):
        return ()
    text = articles.texts(record.sha256)
    found: dict[Finding, None] = {}
    for quotation in find_quotations(text, registry.laws) if text else ():
        versions = _versions(quotation, record, quotable)
        told = [_told(quotation, version, articles, text or "") for version in versions]
        known = [each for each in told if each is not None]
        if known:
            nearest = min(known, key=_distance)
            found.update((finding, None) for _, finding in nearest)
    return tuple(found)


def _versions(quotation: Quotation, record: Record, quotable: Quotable) -> Sequence[Record]:
    """Give the documents that can be meant; none where they are of several places."""
    found = [
        each
        for each in quotable.titled(quotation.title)
        if each.sha256 != record.sha256
        and (quotation.number is None or each.document.number in (quotation.number, None))
        and not _is_later(each, record)
    ]
    places = {each.document.jurisdiction for each in found} - {None}
    return found if len(places) <= 1 else ()


def _is_later(version: Record, record: Record) -> bool:
    """Say whether a version came after the document, which cannot quote it then."""
    issued = version.document.issued, record.document.issued
    return all(issued) and str(issued[0]) > str(issued[1])


def _distance(told: _Told) -> tuple[int, float]:
    """Say how far a quotation is from a version."""
    return len(told), -sum(similarity for similarity, _ in told)


def _told(quotation: Quotation, version: Record, articles: Articles, text: str) -> _Told | None:
    """Give what differs from one version; None where it has none of the articles."""
    found: _Told = []
    known = False
    for passage in quotation.passages:
        article = articles.find(version, passage.article)
        if article is not None:
            known = True
            told = _differing(quotation.title, passage, article, text)
            found.extend(each for each in told if quotation.said or each[1].code == DIFFERS)
    return found if known else None


def _differing(
    title: str, passage: Passage, article: Article, text: str
) -> Iterator[tuple[float, Finding]]:
    printed = _HALF_LABEL.sub("", closed_up(text, passage.span))
    quoted = plain(undefined(printed))
    if len(quoted) < _SHORTEST:
        return
    # with rapidfuzz, which a build that has nothing new to compare does not need
    from policygraph.resolve.wording import compare  # noqa: PLC0415

    wording = compare(quoted, article.scope(passage.item))
    other = article.item_with(quoted)
    if wording.agrees or (other is None and plain(printed) in article.full):
        return
    place = title + " " + article.label + article.labels.get(passage.item or 0, "")
    code, detail = NOT_FOUND, place
    if other is not None:
        detail = f"{place} / {article.labels[other]}"
    elif wording.recognised:
        code, detail = DIFFERS, f"{place}: {wording.differences}"
    yield wording.similarity, Finding(code, passage.span, _RULE, detail)

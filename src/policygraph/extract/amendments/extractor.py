"""Amendments: what an amending text does to another, one atomic change a row.

Two manners occur: opinions that quote headings (关于“二、4.…”的修改意见 提请将“…”删除), and
decisions that name articles (将第十二条修改为：“…”; 删去第五条; 增加一条，作为第六条：“…”).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from policygraph.expression import expression
from policygraph.extract.amendments.additions import added, adds_with_number
from policygraph.extract.amendments.amended import TargetOf, targets_of
from policygraph.extract.amendments.ceased import ceased
from policygraph.extract.amendments.changes import (
    WHOLE,
    Change,
    Words,
    deleted,
    each,
    replaced,
    said_with,
)
from policygraph.extract.amendments.continued import continued
from policygraph.extract.amendments.divisions import division_changes
from policygraph.extract.amendments.locators import (
    Locator,
    completed,
    quoted_locator,
    stated_locators,
)
from policygraph.extract.amendments.old_and_new import (
    laid_beside,
    outside,
    tables_of_old_and_new,
)
from policygraph.extract.amendments.parts import (
    VERB,
    amended_parts,
    behind_basis,
    is_verb,
    own_end,
    own_tail,
    places_above,
    quoted_locators,
    taken,
)
from policygraph.extract.amendments.passing import changed_in_passing
from policygraph.extract.amendments.places import text_of_place
from policygraph.extract.amendments.quotes import HOLE, Sentence, sentences
from policygraph.extract.amendments.renamed_units import of_units
from policygraph.extract.amendments.renumbering import order, orders_alone
from policygraph.extract.amendments.repeals import repeals
from policygraph.extract.amendments.rows import bases_of, rows_of
from policygraph.extract.amendments.state import State
from policygraph.extract.amendments.unquoted import pieces, with_items
from policygraph.extract.amendments.unquoted_units import unit_changes
from policygraph.extract.reading import Reading
from policygraph.extract.works.lists import unsure
from policygraph.model.facts import Amendment, Citation, Document, Operation
from policygraph.model.finding import Finding
from policygraph.model.source import Span

_SPEAKS = expression(
    "[将把](?!修[改订正]后).{0,60}(?:修改|修订|修正|更名|调整|换[成为]|改[成为]|合并|拆分|提高|降低|[上下]调|延长|缩短)"
    "|第[^，,。；：]{1,20}(?:修改|改)为"
    "|(?:增加|删去|删除|顺延|依次|相应)(?:.{0,12}(?:条|款|项|段|章|节|附件|序号|编号|顺序))"
    "|(?:条|款|项|段|章|节|附件|序号|编号)[^，,。]{0,12}(?:顺延|删去|删除|相应(?:调整|修改|变更))"
    "|第[^，,。；：《》]{1,40}(?:不再|停止)(?:执行|适用|施行|实施|有效)"
    "|第[^，,。；：]{1,20}[条款项章节](?:的?顺序|位置)?(?:相互|予以|进行)?(?:对调|互换|调换|移[至到])"
    "|(?:责任|牵头|配合)(?:单位|部门)[^，,。]{0,20}(?:增加|增列|删去|删除|去掉|调整|修改|改为|变更)"
    "|(?:增加|增列|删去|删除|去掉)[^，,。]{0,20}(?:责任|牵头|配合)(?:单位|部门)"
)
_TITLES = expression("《[^《》]{1,240}》")  # that say 修订版 change nothing
_LEADS = expression(  # changes stand below: 9. 关于责任单位名称的修改意见
    "如下|(?:修改|修订|修正|调整|完善)[：:]$"
    "|关于[^。；;：:]{2,60}的(?:修改|修订|调整|变更)(?:意见|建议|内容|事项)?$"
)
# a character or word without which no sentence speaks of a change
_HINT = expression(
    "[改删增换调顺拆并延缩降减订正]|保留|提高|更[名正]|取消|作为第|移[至到]|不再|停止"
)
# 根据《某条例》“第十条…”: the words of a law are no place in the target; 将《办法》“第十条…” are
_OF_IT = expression("(?:[将把对在]|删去|删除|^)原?《[^《》]{2,60}》$")
_MOST = 50  # legal bases of one clause; more cannot be told apart
_CHANGES = 200  # changes by one verb: 删除第六条、第二十八条至第三十二条、… names as many
_TOO_MANY = "amendment.too-many"


def extract_amendments(
    reading: Reading, document: Document, citations: Sequence[Citation]
) -> tuple[tuple[Amendment, ...], tuple[Finding, ...]]:
    """Read the changes that a document makes or announces to others."""
    rows = [*repeals(citations), *continued(reading, citations)]
    findings = list(unsure(reading))
    tables = tables_of_old_and_new(reading)
    said = 0
    if amending := list(amended_parts(reading, document)):
        targets = targets_of(reading, document, citations)
        known = frozenset(
            locator.path
            for clause in reading.clauses
            for locator in quoted_locators(clause.heading or "")
        )
        headings = {clause.path: clause.heading or "" for clause in reading.clauses}
        stated = bases_of(citations)
        for path, span in with_items(reading, amending):
            if not _HINT.search(reading.source.text, span.start, span.end):
                continue
            state = State(places_above(path, headings), reading.registry, known=known)
            changes = [
                change for piece in outside(span, tables) for change in _read(reading, piece, state)
            ]
            said += len(changes)
            bases = stated.get(path, ()) if changes else ()
            for change in changes:
                if isinstance(change, Finding):
                    findings.append(change)
                else:
                    targets.named(path, change.said)
                    rows.extend(rows_of(path, of_units(change), targets(path), bases[:_MOST]))
            if len(bases) > _MOST:
                findings.append(Finding(_TOO_MANY, span, "amendment.bases", str(len(bases))))
    else:
        _add_passing(reading, citations, rows, findings)
    if tables and not said:
        _add_tables(reading, tables, targets_of(reading, document, citations), rows, findings)
    return tuple(rows), tuple(findings)


def _add_passing(
    reading: Reading,
    citations: Sequence[Citation],
    rows: list[Amendment],
    findings: list[Finding],
) -> None:
    """Add what a text that amends nothing else changes in passing."""
    for path, span, target in changed_in_passing(reading, citations):
        if target is None:
            findings.append(Finding("amendment.not-read", span, "amendment.passing"))
            continue
        for change in _changes(reading.source.text, span, State([], reading.registry)):
            if isinstance(change, Finding):
                findings.append(change)
            else:
                rows.extend(rows_of(path, of_units(change), target, ()))


def _add_tables(
    reading: Reading,
    tables: Sequence[Span],
    targets: TargetOf,
    rows: list[Amendment],
    findings: list[Finding],
) -> None:
    """Add what tables of old and new say where the text beside them says nothing."""
    for table in tables:
        path = reading.clause_at(table.start)
        for change in laid_beside(reading, table):
            if isinstance(change, Finding):
                findings.append(change)
            else:
                rows.extend(rows_of(path, change, targets(path), ()))


def _not_read(sentence: Sentence) -> Iterator[Finding]:
    """条文顺序作相应调整 is read: it changes no words, but the numbers of what follows."""
    ordered = order(sentence)
    if ordered:
        yield ordered
    if ordered is None or not orders_alone(sentence):
        yield Finding("amendment.not-read", sentence.span, "amendment.verb")


def _read(reading: Reading, span: Span, state: State) -> Iterator[Change | Finding]:
    """Give the changes of a clause: new wordings without quotation marks, and its sentences."""
    for piece, change in pieces(reading, span, state.targets):
        if change:
            yield change
        else:
            yield from _changes(reading.source.text, piece, state)


def _changes(text: str, span: Span, state: State) -> Iterator[Change | Finding]:
    """Give the changes of each sentence; one that gives none, or too many, is a finding."""
    for sentence in sentences(text, span):
        if divided := division_changes(sentence, _MOST):
            if len(divided) > _MOST:
                yield Finding(_TOO_MANY, sentence.span, "amendment.changes")
            else:
                yield from divided
                yield from filter(None, [order(sentence)])
            state.targets, state.lost = [], True  # what is said next of no place is of these
            continue
        state.agency = False
        begin = 0
        read = False
        verbs = [verb for verb in VERB.finditer(sentence.words) if is_verb(sentence.words, verb)]
        for index, verb in enumerate(verbs):
            after = verbs[index + 1].start() if index + 1 < len(verbs) else len(sentence.words)
            changes = list(islice(_change(sentence, begin, verb, after, state), _CHANGES + 1))
            read = read or bool(changes)
            if len(changes) > _CHANGES:
                yield Finding(_TOO_MANY, sentence.span, "amendment.changes")
            else:
                around = sentence.words[begin : own_tail(sentence, verb, after)]
                said = around if verb["delete"] else sentence.words[begin : verb.start()]
                yield from (said_with(change, said, around) for change in changes)
            begin = taken(sentence, verb, after)
        if state.lost:
            yield from _not_read(sentence)
        elif read:  # 删去第五条，其后条文顺序相应调整
            yield from filter(None, [order(sentence)])
        elif more := (
            unit_changes(text, sentence, state.targets, state.registry.words)
            or ceased(sentence, state.targets)
        ):
            yield from more
        elif _SPEAKS.search(_TITLES.sub("《》", sentence.words)) and not _LEADS.search(
            sentence.words
        ):
            yield from _not_read(sentence)


def _change(
    sentence: Sentence, begin: int, verb: re.Match[str], after: int, state: State
) -> Iterator[Change]:
    end = verb.start()
    above = state.targets[-1] if state.targets else None
    begin = behind_basis(sentence, begin, end)
    if verb["delete"] and not _names_something(sentence.words[begin:end], above):
        # 删去第五条: what is struck stands behind the verb
        begin, end = verb.end(), own_end(sentence, verb, after)
    begin = behind_basis(sentence, begin, end)
    head = sentence.words[begin:end]
    stated = [completed(locator, state.known) for locator in stated_locators(head, above)]
    named = [
        (quote, None if text_of_place(head, at - begin, words) else quoted_locator(words))
        for at, quote, words in (
            (at, quote, quote.as_written) for at, quote in sentence.placed(begin, end)
        )
        if sentence.words[at - 1 : at] != "》" or _OF_IT.search(sentence.words, begin, at)
    ]
    located = [locator for _, locator in named if locator] or stated
    rest = sentence.words[begin:]
    tail = sentence.words[verb.end() : own_tail(sentence, verb, after)]
    numbered = bool(verb["add"]) and adds_with_number(rest, verb.end() - begin)
    state.take_up(head, tail, located, numbered)
    plain = [quote for quote, locator in named if locator is None]
    places = [quote for quote, locator in named if locator]
    behind = sentence.between(verb.end(), own_end(sentence, verb, after))
    words = Words(
        sentence,
        head,
        plain,
        places,
        behind,
        bool(located),
        tuple(state.targets),
        begin,
        verb.end(),
    )
    targets: list[Locator | None] = [*state.targets] or [None]
    if state.lost:
        return
    if verb["keep"]:
        # 保留第一条“甲”: the place stands behind the verb
        stated = [] if located else stated_locators(sentence.words[verb.end() : after], above)
        if located or (stated and behind) or sentence.words.startswith(HOLE, verb.end()):
            yield from each(Operation.KEEP, stated or targets, behind[:1], [], sentence)
    elif verb["add"]:
        yield from added(words, targets, state.agency)
    elif verb["replace"]:
        yield from replaced(words, targets, state.agency)
    else:
        yield from deleted(words, targets, state.agency)


def _names_something(head: str, above: Locator | None) -> bool:
    return HOLE in head or bool(stated_locators(head, above)) or bool(WHOLE.search(head))

"""What was done to a document, in sentences for people, Chinese and English."""

from collections.abc import Iterable, Iterator

from policygraph.consolidation.outcome import ORDERED, Change, Consolidation, Instrument
from policygraph.model.digest import Digest
from policygraph.model.facts import PREAMBLE, Basis, Operation

_O = Operation
OPERATIONS = {  # the names of their concepts
    _O.DELETE_TEXT: ("删去文字", "delete text"),
    _O.DELETE_CLAUSE: ("删去条款", "delete clause"),
    _O.REPLACE_TEXT: ("替换文字", "replace text"),
    _O.REPLACE_CLAUSE: ("替换条款", "replace clause"),
    _O.ADD_TEXT: ("增加文字", "add text"),
    _O.ADD_CLAUSE: ("增加条款", "add clause"),
    _O.DELETE_ANNEX: ("删去附件", "delete annex"),
    _O.REPLACE_AGENCY: ("替换单位", "replace agency"),
    _O.REMOVE_AGENCY: ("删去单位", "remove agency"),
    _O.ADD_AGENCY: ("增加单位", "add agency"),
    _O.KEEP: ("保留", "keep"),
    _O.REPEAL_DOCUMENT: ("废止文件", "repeal document"),
}
_INNER = str.maketrans("《》", "〈〉")  # inside title marks, GB/T 15834-2011, 4.14
_LONGEST = 40  # characters of words that are quoted
_NAMED = 5  # documents of a folder that change nothing
_QUOTED = 10  # sentences that were not read


def sentences(result: Consolidation, as_of: str | None, language: str) -> Iterator[str]:
    """Say what the text is: whose changes are in it, how many, and what is not.

    Args:
        result: the document with its changes.
        as_of: the day that was asked for; None: none was.
        language: ``zh`` or ``en``.
    """
    zh = language == "zh"
    done, failed = len(result.changes) - len(result.failed), len(result.failed)
    names = _names(result.at_work, language)
    working = {change.instrument for change in result.changes}
    others = [one for at, one in enumerate(result.instruments) if at not in working]
    if not result.changes:
        yield "没有修改并入。" if zh else "No changes are in this text."
    else:
        yield f"并入修改：{names}。" if zh else f"Changes in this text: {names}."
        yield (
            f"修改 {len(result.changes)} 处：已执行 {done} 处，未执行 {failed} 处。"
            if zh
            else f"{len(result.changes)} changes: {done} carried out, {failed} not."
        )
    if others:
        idle, more = _names(others[:_NAMED], language), len(others) > _NAMED
        of_all = (f"等 {len(others)} 件" if zh else f" and others, {len(others)} in all") * more
        yield f"没有修改本文件：{idle}{of_all}。" if zh else f"Not about it: {idle}{of_all}."
    yield from _sources(result, zh)
    issued = result.base.document.issued
    if as_of and issued and issued > as_of:
        yield (
            f"本文件成文于 {issued}，在 {as_of} 尚未印发。"
            if zh
            else f"The document is of {issued}; on {as_of} it was not issued yet."
        )
    if result.repealed is not None:
        by = name_of(result.instruments[result.changes[result.repealed].instrument], language)
        yield f"本文件由{by}废止。" if zh else f"The document is repealed by {by}."
    if result.scenario:
        yield (
            "其中有征求意见稿：这是假如照此修改的文本，并非现行文本。"
            if zh
            else "A draft is among them: this is what the text would be, and not one in force."
        )
    if result.later:
        later = _names(result.later, language)
        yield (
            f"截至 {as_of} 未施行、无日期或为征求意见稿，未并入：{later}。"
            if zh
            else f"Not in this text, as not in effect by {as_of}, undated, or drafts: {later}."
        )
    yield from _not_read(result.at_work, zh)


def _sources(result: Consolidation, zh: bool) -> Iterator[str]:
    """Say which of several sources was taken, and what made it the one."""
    if not result.others:
        return
    count, failed, taken = len(result.others) + 1, len(result.failed), result.base.source
    alike = any(one.failed == failed for one in result.others)
    if zh:
        others = "、".join(f"{one.source}（{one.failed} 处）" for one in result.others)
        tie = "与其他来源一样，取成文较晚或者排在前面的，请人工核对"
        why = tie if alike else "比其他来源少"
        yield (
            f"本文件有 {count} 份文字不同的来源，采用{taken}：未执行的修改 {failed} 处，"
            f"{why}（其他来源：{others}）。"
        )
        return
    others = ", ".join(f"{one.source} ({one.failed})" for one in result.others)
    why = "as in others; of these the later or the first" if alike else "fewer than in others"
    yield (
        f"{count} sources print this document in other words; {taken} is taken:"
        f" {failed} changes not carried out, {why} (others: {others})."
    )


def _not_read(instruments: Iterable[Instrument], zh: bool) -> Iterator[str]:
    """Count the sentences that were not read, and quote the first of them."""
    found = [(by.text, one.span) for by in instruments for one in by.unread]
    if found:
        yield (
            f"修改文件中另有 {len(found)} 句似为修改而未能读出，没有执行，请人工核对。"
            if zh
            else f"{len(found)} more sentences seem to change something, were not read and are not"
            " carried out; check them by hand."
        )
    for text, span in [(text, span) for text, span in found if span][:_QUOTED]:
        yield quoted(text[span.start : span.end])


def name_of(instrument: Instrument, language: str) -> str:
    """Give what a person calls an instrument: title, number and day."""
    document = instrument.record.document
    zh = language == "zh"
    inner = (document.title or "").translate(_INNER)
    title = f"《{inner}》" if inner else instrument.record.source
    told = [
        *([document.number] if document.number else []),
        *([instrument.day] if instrument.day else ["无日期" if zh else "no day"]),
        *(["征求意见稿" if zh else "draft"] if instrument.draft else []),
    ]
    return f"{title}（{'，'.join(told)}）" if zh else f"{title} ({', '.join(told)})"


def said(change: Change, language: str) -> str:
    """Say what a change does, in a line: the place, what is done, the words."""
    row, zh = change.amendment, language == "zh"
    if row.rule == ORDERED and row.old is None and row.new is None:
        return "调整序号" if zh else "renumber"
    place = row.target.locator_as_written or row.target.locator or ("全文" if zh else "whole text")
    if row.target.locator == PREAMBLE:
        place = row.target.locator_as_written or ("引言" if zh else "preamble")
    words = [quoted(text) for text in (row.old, row.new) if text is not None]
    return " ".join([place, OPERATIONS[row.operation][not zh], " → ".join(words)]).strip()


def clause_of(change: Change, result: Consolidation, language: str) -> str:
    """Name the clause that makes a change by its labels, as printed: 三、（一）."""
    record = result.instruments[change.instrument].record
    labels = {clause.path: clause.label for clause in record.clauses}
    parts = change.amendment.clause.split("/")
    paths = ("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    printed = "".join(labels.get(path, "") for path in paths)
    if change.amendment.clause == PREAMBLE:
        return "引言" if language == "zh" else "preamble"
    return f"“{printed}”" if printed else change.amendment.clause


def cited(basis: Basis, language: str) -> str:
    """Name a legal basis: title, article, item."""
    if language == "zh":
        article = f"第{basis.article}条" if basis.article else ""
        return f"《{basis.title}》{article}" + (f"第（{basis.item}）项" if basis.item else "")
    article = f", article {basis.article}" if basis.article else ""
    return f"《{basis.title}》{article}" + (f" ({basis.item})" if basis.item else "")


def quoted(text: str | Digest) -> str:
    """Give words in quotation marks, long ones cut; of those kept as a digest none."""
    if isinstance(text, Digest):
        return "“…”"
    words = " ".join(text.split())
    return f"“{words[:_LONGEST]}…”" if len(words) > _LONGEST else f"“{words}”"


def _names(instruments: Iterable[Instrument], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(name_of(one, language) for one in instruments)

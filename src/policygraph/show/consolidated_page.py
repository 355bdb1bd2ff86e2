"""A document with changes carried out, as one HTML page that needs nothing else."""

from dataclasses import dataclass

from policygraph.consolidation.comparison import Compared, compared
from policygraph.consolidation.duties import duties_changed
from policygraph.consolidation.inner import refined
from policygraph.consolidation.outcome import Change, Consolidation, Piece
from policygraph.consolidation.summary import clause_of, name_of, said, sentences
from policygraph.show.consolidated import duty_words
from policygraph.show.paper import Surroundings, paper

_WORDS = {
    "zh": {
        "page": "修改后的文本", "changes": "修改清单", "failed": "未执行的修改",
        "table": "修改对照",
        "text": "全文", "duties": "责任变化", "lost": "不再负责", "gained": "新增负责",
        "unit": "条款", "before": "原文", "after": "修改后", "by": "修改依据", "new": "新增",
        "gone": "删去", "times": "{} 处", "body": "单位", "role": "角色",
        "day": "截至日期", "all": "空白：并入全部修改，含征求意见稿",
    },
    "en": {
        "page": "Text after changes", "changes": "Changes", "failed": "Not carried out",
        "table": "Old and new", "text": "Whole text", "duties": "Duties", "lost": "no longer",
        "gained": "from now on", "unit": "unit", "before": "before", "after": "after",
        "by": "changed by", "new": "new", "gone": "struck",
        "times": "{} times", "body": "unit", "role": "role",
        "day": "as of", "all": "empty: all changes, those of drafts too",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A change in the list of changes."""

    number: int
    by: str
    said: str
    why: str
    times: int


def consolidated_page(
    result: Consolidation, as_of: str | None, language: str, around: Surroundings | None = None
) -> str:
    """Give the page; all that comes from documents is escaped.

    Args:
        result: the document with its changes.
        as_of: the day that was asked for; None: none was.
        language: ``zh`` or ``en``: of the page, not of the document.
        around: what a service puts around it; None: the page stands alone.
    """
    duties = duties_changed(result)
    return paper(
        "consolidated.html",
        language,
        _WORDS,
        ("consolidated.css",),
        around,
        title=result.title,
        source=result.base.source,
        as_of=as_of or "",
        sentences=list(sentences(result, as_of, language)),
        changes=[_told(n, one, result, language) for n, one in enumerate(result.changes)],
        units=[_unit(one) for one in compared(result)],
        lost=[duty_words(one, language) for one in duties.lost],
        gained=[duty_words(one, language) for one in duties.gained],
        pieces=refined(result.pieces),
        look=_look,
    )


def _told(number: int, change: Change, result: Consolidation, language: str) -> _Told:
    by = name_of(result.instruments[change.instrument], language)
    clause = clause_of(change, result, language)
    why = change.reason.said.in_language(language) if change.reason else ""
    return _Told(number, f"{by} {clause}", said(change, language), why, change.times)


def _unit(one: Compared) -> tuple[Compared, list[Piece], list[Piece]]:
    """Give a unit with the pieces that its old text has, and those of the new one."""
    before = [piece for piece in one.pieces if piece.start is not None]
    return one, before, [piece for piece in one.pieces if piece.removed is None]


def _look(piece: Piece) -> str:
    """Give the element that shows a piece: struck, put in, or plain; none where it is both."""
    if piece.removed is not None:
        return "del" if piece.start is not None else ""
    return "ins" if piece.added is not None else "span"

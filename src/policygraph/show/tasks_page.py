"""The table of tasks (任务分解表) as one HTML page that needs nothing else."""

from policygraph.export.task_rows import ROLES, Head
from policygraph.export.task_table import printed, title_of, told_above
from policygraph.show.paper import Surroundings, paper
from policygraph.tasks.ledger import Ledger

_WORDS = {
    "zh": {"none": "没有读出任务", "task": "按任务", "unit": "按单位", "everyone": "全部单位",
           "only": "只看单位", "day": "单位名称截至"},
    "en": {"none": "No tasks were read.", "task": "task by task", "unit": "unit by unit",
           "everyone": "all units", "only": "unit", "day": "names of units as of"},
}  # fmt: skip
_KINDS = {"number": "narrow", "role": "narrow", "task": "wide"}


def tasks_page(
    ledger: Ledger,
    language: str,
    *,
    by_unit: bool,
    around: Surroundings | None = None,
) -> str:
    """Give the page; all that comes from documents is escaped.

    Args:
        ledger: the tasks.
        language: ``zh`` or ``en``: of the page, not of the documents.
        by_unit: unit by unit, and not task by task.
        around: what a service puts around it; None: the page stands alone.
    """
    heads, rows = printed(ledger, language, by_unit=by_unit)
    return paper(
        "tasks.html",
        language,
        _WORDS,
        ("tasks.css",),
        around,
        title=title_of(ledger, language, by_unit=by_unit),
        told=told_above(ledger, language),
        heads=[(head.label(language), _kind(head)) for head in heads],
        rows=rows,
        by_unit=by_unit,
        unit=ledger.unit or "",
        as_of=ledger.today.as_of,
    )


def _kind(head: Head) -> str:
    """Give the class of a column, by which its width is chosen."""
    return "units" if head in ROLES.values() else _KINDS.get(head.key, head.key)

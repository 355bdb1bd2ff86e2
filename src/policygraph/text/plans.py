"""Several plans in one file: each has a title of its own, and its items begin at 1 again.

A notice that issues five plans prints them one behind the other, without 附件1, 附件2. Each is then
what an annex is: a part with a title whose items are numbered anew.
"""

from policygraph.text.annexes import Annex
from policygraph.text.labels import level, ordinal
from policygraph.text.layout import shape_of
from policygraph.text.page import Page
from policygraph.text.title import Title, title_ending_at

_BEFORE = 6  # paragraphs between the title of a plan and its first item


def find_plans(page: Page) -> list[Annex]:
    """Find the plans of a file that holds several; [] where it holds one.

    The first is one of them where its title was printed before: by the notice that issues it.
    """
    starts = _starts(page)
    titles = [title for start in starts if (title := _title(page, start))]
    if len(starts) < 2 or not any(title.first > starts[0] for title in titles):
        return []
    first = titles[0]
    announced = first.words in page.text[: first.span.start]
    if first.first < starts[0] and not announced and not _other_title(page, first.first):
        del titles[0]
    return [
        Annex(title.first, str(number), title.span, titled=True)
        for number, title in enumerate(titles, 1)
    ]


def _starts(page: Page) -> list[int]:
    """Give the paragraphs at which the outermost labels begin at 1."""
    top, starts = "", []
    for index, kind in enumerate(page.kinds):
        label = page.label_at(index) if kind is None else None
        if label is None:
            continue
        name = level(label)
        top = top or name
        if name == top and ordinal(label) == 1:
            starts.append(index)
    return starts


def _title(page: Page, start: int) -> Title | None:
    """Give the title that stands last before the item ``start``, with no other item between."""
    for last in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        if page.kinds[last] is not None or page.label_at(last):
            return None
        if title := _ending_at(page, last):
            return title
    return None


def _ending_at(page: Page, last: int) -> Title | None:
    def is_line(index: int) -> bool:
        plain = page.kinds[index] is None and page.label_at(index) is None
        return plain and shape_of(page.words(index)) is None

    return title_ending_at(page.text, page.paragraphs, is_line, last)


def _other_title(page: Page, before: int) -> bool:
    return any(page.kinds[last] is None and _ending_at(page, last) for last in range(before))

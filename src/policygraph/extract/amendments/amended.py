"""The documents that an amending text changes: one for the whole, or one for each heading."""

from collections import Counter
from collections.abc import Mapping, Sequence

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.extract.works.fates import Fate
from policygraph.extract.works.lists import document_lists
from policygraph.extract.works.numbers import normal_number
from policygraph.extract.works.titles_alone import title_alone
from policygraph.model.facts import PREAMBLE, Citation, Document, Relation, Target
from policygraph.registry.words import Words

_TITLE = expression("《([^《》]{2,200}(?:〈[^〉]{1,200}〉[^《》]{0,100})?)》")
# 将《…办法》第五条中的…, 删去《…办法》第六条, 在《…办法》中增加一条: the document stands before the
# place that is changed, or before the verb
_CHANGED = expression(
    r"(?:^|[将把对在从]|删[去除]|废止|[、，,。；：]|[)）.．])\s*原?"
    + _TITLE.pattern
    + r"(?:\s*[（(][^（）()]{1,60}[）)])?\s*(?:中的?|的)?\s*原?(?:第|附件|[中里]?$)"
)

_ALONE = expression(r"原?" + _TITLE.pattern + r"(?:\s*[（(][^（）()]{1,60}[）)])?[。:：]?")
_NEW_WORDING = expression(r"[为成]\s?[：:]?\s?“")  # the laws that new words cite are not changed
_AMENDS_LAW = expression(r"(?P<law>[^《》]{2,60}?)修正案(?:\s*[（(][^（）()]{1,12}[）)])?")
_LEADS = expression(  # behind the title and its number
    r"[^。；：:《》]{0,40}(?:(?:如下|以下|下列)[^。；：:《》]{0,6}修[改订正]|修[改订正][^。；：:《》]{0,4}如下)[：:]"
)
_BASES = (Relation.BASED_ON, Relation.IMPLEMENTS)


class TargetOf:
    """The document that a change is made to.

    It is named before the place that is changed, in the sentence or in one before it in the same
    clause or one above; else in a heading above, else by the whole text. Of a decision on several
    documents each heads the changes made to it.
    """

    def __init__(
        self,
        headings: dict[str, str],
        whole: Target,
        citations: Sequence[Citation],
        words: Words,
        heads: Mapping[str, Target],
    ) -> None:
        self._headings = headings
        self._heads = heads
        self._alone = title_alone(words)
        self._kinds = frozenset(words.kinds)
        self._whole = whole
        self._numbers = {row.title: row.number for row in citations if row.number}
        self._bases = {(row.clause, row.title) for row in citations if row.relation in _BASES}
        self._named: dict[str, Target] = {}
        self._read: dict[str, Target | None] = {}  # what the heading at a path names

    def named(self, path: str, before: str) -> None:
        """Take note of the document that stands before a place in the clause at ``path``.

        根据《甲办法》第二条、《乙办法》第五条，将第三条…: what a change rests on is not changed.
        将《解释》第八条…: a kind alone (以下简称《解释》) names the document that is spoken of.
        """
        named = [
            title
            for title in _CHANGED.findall(before)
            if (path, title) not in self._bases and title not in self._kinds
        ]
        for title in named[-1:]:
            self._named[path] = Target(title, self._numbers.get(title), None, None)

    def __call__(self, path: str) -> Target:
        """Give the document that the clause at ``path`` amends."""
        while path:
            if path in self._named:
                return self._named[path]
            if path in self._heads:
                return self._heads[path]
            if path not in self._read:
                self._read[path] = self._headed(self._headings.get(path, ""))
            target = self._read[path]
            if target:
                return target
            path = path.rpartition("/")[0]
        return self._whole

    def _headed(self, heading: str) -> Target | None:
        """Read what a heading names: 修改《…》, 《…》（文号）, a name with its number."""
        named = _TITLE.search(_NEW_WORDING.split(heading, maxsplit=1)[0])
        if named and named[1] in self._kinds:
            return None
        if named and ("修改" in heading or _ALONE.fullmatch(heading.strip())):
            return Target(named[1], self._numbers.get(named[1]), None, None)
        bare = None if named else self._alone.fullmatch(heading)
        if bare is None or not bare["note"]:
            return None
        number = bare["number"]
        return Target(bare["title"], normal_number(number) if number else None, None, None)


def targets_of(reading: Reading, document: Document, citations: Sequence[Citation]) -> TargetOf:
    """Give what tells the target of each clause: the numbered one goes before the others."""
    headings = {clause.path: clause.heading or "" for clause in reading.clauses}
    amended = [
        row for row in citations
        if row.relation is Relation.AMENDS and not str(row.title).endswith("的决定")
    ]  # fmt: skip
    best = next((row for row in amended if row.number), amended[0] if amended else None)
    best = next((row for row in reversed(amended) if _leads(reading, row)), best)
    named = _TITLE.search(document.title or "")
    own = _AMENDS_LAW.fullmatch(document.title or "")  # 某法修正案（八）
    title = best.title if best else named[1] if named else own["law"] if own else None
    numbers = (row.number for row in citations if row.number and row.title == title)
    whole = Target(title, best.number if best else next(numbers, None), None, None)
    heads = _heads(reading, citations)
    return TargetOf(headings, whole, citations, reading.registry.words, heads)


def _leads(reading: Reading, row: Citation) -> bool:
    """Say whether the changes of a document follow its name: 其中对《…》（…）作如下修改：."""
    return bool(_LEADS.match(reading.source.text, row.spans[-1].end))


def _heads(reading: Reading, citations: Sequence[Citation]) -> dict[str, Target]:
    """Give the clauses that an entry of a list of changed documents heads, one for each."""
    starts = {row.span.start for row in document_lists(reading) if row.fate is Fate.AMENDED}
    rows = [row for row in citations if row.spans and row.spans[0].start in starts]
    times = Counter(row.clause for row in rows)
    return {
        row.clause: Target(row.title, row.number, None, None)
        for row in rows
        if times[row.clause] == 1 and row.clause != PREAMBLE
    }

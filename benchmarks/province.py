"""An invented province: records of as many documents as are asked for, and tables of its places.

The same number of documents gives the same bytes, and the first ones of many are those of few but
for what cites them. Of twenty documents one is a plan of the province, fifteen are measures of
cities and counties (a third of the capital), then come one more and a second source of it, a
decision that repeals, and a draft that amends. Measures carry out each other in rings (A the next,
the last one A), and the plan of the province. With the records go the agencies and documents that
each fact means, which the generator knows and the build has to find (``Made.means``).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.province_bodies import (
    CAPITAL,
    CITIES,
    COUNTIES,
    PLACES,
    PROVINCE,
    Place,
    named_on,
    write_registry,
)
from benchmarks.province_facts import Facts, Means
from policygraph.model.facts import Document, FieldEvidence, Relation, Status
from policygraph.model.record import Record, to_json
from policygraph.model.source import Span
from policygraph.rdf.dataset.writing import Progress

BLOCK = 20  # documents whose kinds follow one another
_COPY, _REPEALS, _DRAFT = 17, 18, 19  # their places in a block
_RINGS = ((1, 2, 3, 4), (5, 6, 7), (8, 9, 10, 11, 12, 13, 14, 15))
_REPEALED = (9, 13)  # by the decision of their block
_AMENDED = 5  # by the draft of its block
_OF_CAPITAL = (1, 5, 9, 13, 16, _COPY, _REPEALS, _DRAFT)
_TOPICS = (
    "夜间集市", "小店经济", "便民早市", "社区食堂", "老字号", "河湾码头", "茶山步道",
    "旧厂更新", "校园周边", "停车共享", "算力普惠", "冷链仓储", "渔港整治", "花卉交易",
    "竹器加工", "陶瓷工坊", "企业升规", "养老照护", "乡村客运", "雨污分流",
)  # fmt: skip
_KINDS = ("若干措施", "实施方案", "通知", "意见")


@dataclass(frozen=True, slots=True)
class Made:
    """A record, and what its facts mean.

    Attributes:
        file: name of the source that was first; a second source of the same policy has it too.
        record: the record.
        means: for each list of facts the agency or document behind each of its rows.
    """

    file: str
    record: Record
    means: Means


@dataclass(frozen=True, slots=True)
class Head:
    """What a document prints about itself, known without making the rest of it."""

    index: int
    place: Place
    document: Document

    @property
    def file(self) -> str:
        """Name of its source."""
        return f"{self.index:06}.txt"


@cache
def head(index: int) -> Head:
    """Give what a document prints about itself."""
    kind = index % BLOCK
    if kind == _COPY:
        return head(index - 1)
    chance = Random(f"head {index}")
    place = _place(kind, chance)
    issued = f"{chance.randint(2000, 2024)}-{chance.randint(4, 12):02}-{chance.randint(1, 28):02}"
    if kind == _REPEALS:
        ended = (head(index - _REPEALS + at).document.issued or "2024" for at in _REPEALED)
        issued = f"{int(max(ended)[:4]) + 1}-01-{chance.randint(1, 28):02}"
    is_dated = index % 50 != 3
    place = named_on(place, issued) if is_dated else place
    written = _title(index, kind, place, chance)
    number = f"{place.full[:2]}政发〔{issued[:4]}〕{index + 1}号"
    document = Document(
        title=written[0], kind=written[1], number=None if kind == _DRAFT else number,
        issuers=(f"{place.full}人民政府",), jurisdiction=place.code,
        issued=issued if is_dated else None,
        status=Status.DRAFT if kind == _DRAFT else Status.ISSUED, **_term(issued, chance),
        evidence=tuple(FieldEvidence(name, (Span(at, at + 1),), name)
                       for at, name in enumerate(("title", "number", "issued"))),
    )  # fmt: skip
    return Head(index, place, document)


def _place(kind: int, chance: Random) -> Place:
    if kind == 0:
        return PLACES[PROVINCE]
    if kind in _OF_CAPITAL:
        return PLACES[CAPITAL]
    return chance.choice(CITIES if chance.random() < 0.5 else COUNTIES)


def _title(index: int, kind: int, place: Place, chance: Random) -> tuple[str, str]:
    """Give the title and the kind of a document; titles of one place and topic are the same."""
    if kind == _DRAFT:
        changed = head(index - _DRAFT + _AMENDED).document
        return f"关于修改《{changed.title}》（{changed.number}）的意见（征求意见稿）", "意见"
    if kind == _REPEALS:
        return f"{place.full}人民政府关于废止部分文件的决定", "决定"
    word = "行动计划" if kind == 0 else chance.choice(_KINDS)
    topic = chance.choice(_TOPICS)
    return f"{place.full}人民政府关于促进{topic}发展的{word}", word if word in _KINDS else "意见"


def _term(issued: str, chance: Random) -> dict[str, str | None]:
    """Give the first day of two in three documents, and the last one of as many."""
    year = int(issued[:4])
    return {
        "effective": f"{year + 1}-01-01" if chance.random() < 0.66 else None,
        "expires": f"{year + chance.randint(2, 8)}-12-31" if chance.random() < 0.66 else None,
    }


def make(index: int) -> Made:
    """Make a document."""
    kind = index % BLOCK
    if kind == _COPY:
        first = make(index - 1)
        name = f"{index:06}.txt"
        return replace(first, record=replace(first.record, source=name, sha256=_digest(name)))
    own = head(index)
    facts = Facts(own.place, own.document, index)
    for relation, cited in _cited(index):
        facts.cite("preamble", relation, f"policy:{cited.file}", cited.document)
    if kind == _DRAFT:
        changed = head(index - _DRAFT + _AMENDED)
        facts.amend(changed.file, changed.document, changed.place)
    elif kind == _REPEALS:
        for number, at in enumerate(_REPEALED, 1):
            ended = head(index - _REPEALS + at)
            facts.repeal(str(number), f"policy:{ended.file}", ended.document)
    else:
        facts.lay_out()
    record = Record(
        source=own.file, sha256=_digest(own.file), document=own.document, **facts.rows()
    )
    return Made(own.file, record, facts.means)


def _cited(index: int) -> Iterator[tuple[Relation, Head]]:
    """Give the documents that one carries out: the next of its ring, the plan of its block."""
    block, kind = index - index % BLOCK, index % BLOCK
    for ring in _RINGS:
        if kind in ring:
            following = ring[(ring.index(kind) + 1) % len(ring)]
            yield Relation.IMPLEMENTS, head(block + following)
    if kind == 0 and index:
        yield Relation.IMPLEMENTS, head(index - BLOCK)  # plans carry out those before them
    if 0 < kind < _COPY:
        yield Relation.BASED_ON, head(block)
    if kind % 4 == 1 and block:
        yield Relation.CITES, head(0)


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def documents(count: int) -> Iterator[Made]:
    """Make the documents one after the other.

    Raises:
        ValueError: ``count`` is no multiple of ``BLOCK``: rings would be open.
    """
    if count % BLOCK:
        raise ValueError(f"{count} documents: give a multiple of {BLOCK}")
    yield from map(make, range(count))


def write_province(folder: Path, count: int, progress: Progress = lambda *_: None) -> None:
    """Write ``folder/records`` and ``folder/registry``, of which a dataset is built."""
    write_registry(folder / "registry")
    (folder / "records").mkdir()
    for done, made in enumerate(documents(count), 1):
        file = folder / "records" / made.record.source.replace(".txt", ".json")
        file.write_text(to_json(made.record), encoding="utf-8")
        progress("make", done, count)

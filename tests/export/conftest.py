"""A dataset of four invented policies, small enough to know every row of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.model.facts import (
    PREAMBLE,
    AgencyChange,
    Amendment,
    Basis,
    BodyDuty,
    ChangeKind,
    Citation,
    Deadline,
    DeadlineKind,
    Document,
    FieldEvidence,
    Operation,
    Post,
    Quantity,
    QuantityKind,
    Relation,
    Responsibility,
    Role,
    Status,
    Target,
)
from policygraph.model.finding import Finding
from policygraph.model.new_places import Beside, NewPlace, Side
from policygraph.model.record import Record, digest, facts_only
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import (
    Dataset,
    DatasetWriter,
    Manifest,
    open_dataset,
    root_hash,
)
from policygraph.rdf.dataset.replacing import in_place_of
from policygraph.rdf.facts.citations import CITATIONS
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.iri import concept
from policygraph.rdf.quads import record_triples
from policygraph.rdf.scope import Scope, policy_iri
from policygraph.rdf.terms import Triple, boolean, text
from policygraph.rdf.terms import iri as ref

LONG = "根据《云岭省公平竞争审查办法》第十条第二项的规定，结合本省实际"
CONCEPTS = {
    "role/lead": "牵头",
    "role/support": "配合",
    "role/responsible": "负责",
    "relation/based_on": "依据",
    "relation/cites": "引用",
    "status/issued": "已印发",
    "status/draft": "征求意见稿",
    "subdivision/preamble": "导语",
    "operation/replace_text": "替换文字",
    "side/after": "之后",
    "change-kind/rename": "更名",
    "quantity-kind/reward": "奖励",
    "deadline-kind/by": "截止",
}
PLACES = {"990000": "云岭省", "990100": "澄湖市", "990102": "青石县"}


def clause(path: str, label: str, heading: str | None, start: int, end: int) -> Clause:
    return Clause(path, label, heading, start, end, end, "chinese", "clause-rule")


def duty(
    path: str, written: str, resolved: str, role: Role, at: int, **more: bool
) -> Responsibility:
    group, inherited = more.get("group", False), more.get("inherited", False)
    spans = (Span(at, at + len(written)),)
    return Responsibility(path, 1, written, resolved, None, role, group, inherited, spans, "mark")


def titled(record_title: str, **fields: object) -> Document:
    evidence = (FieldEvidence("title", (Span(2, 2 + len(record_title)),), "title-rule"),)
    return Document(title=record_title, evidence=evidence, **fields)  # type: ignore[arg-type]


def provincial() -> Record:
    """A plan with two clauses and an annex; it cites a regulation and the city's measures."""
    document = titled(
        "云岭省推动工业企业升级实施方案",
        number="云政办发〔2021〕35号",
        issuers=("云岭省人民政府办公厅",),
        kind="实施方案",
        jurisdiction="990000",
        issued="2021-09-28",
        addressed_to=("各市人民政府", "省直各部门"),
    )
    return Record(
        "yunling.txt",
        "a" * 64,
        900,
        document,
        (
            clause("1", "一、", "主要任务", 100, 500),
            clause("1/1", "（一）", "推动规下企业上规", 150, 300),
            clause("1/2", "第二条", "加大奖励", 300, 500),
            clause("annex1/3", "3.", "清单", 600, 700),
        ),
        (
            duty("1/1", "工业和信息化厅", "省工业和信息化厅", Role.LEAD, 200),
            duty("1/1", "财政厅", "省财政厅", Role.SUPPORT, 210),
            duty("1/2", "各市人民政府", "各市人民政府", Role.RESPONSIBLE, 400, group=True),
            duty("annex1/3", "财政厅", "省财政厅", Role.RESPONSIBLE, 650, inherited=True),
        ),
        (
            Citation(
                PREAMBLE,
                "云岭省公平竞争审查办法",
                None,
                10,
                None,
                2,
                Relation.BASED_ON,
                LONG,
                (Span(20, 30), Span(40, 60)),
                "cite",
            ),
            Citation(
                "1/2",
                "澄湖市奖励若干措施",
                None,
                None,
                None,
                None,
                Relation.CITES,
                "《澄湖市奖励若干措施》",
                (Span(310, 321),),
                "cite",
            ),
        ),
        preamble_end=100,
    )


def city(name: str, sha256: str) -> Record:
    """Measures without a number; two files print them."""
    document = titled("澄湖市奖励若干措施", jurisdiction="990100", issued="2020-03-07")
    return Record(
        name,
        sha256,
        300,
        document,
        (clause("1", "1.", "奖励标准", 50, 300),),
        (duty("1", "财政局", "市财政局", Role.RESPONSIBLE, 120),),
        (),
        preamble_end=50,
    )


def hostile() -> Record:
    """A draft whose every string tries to break a file format."""
    document = titled(
        '=HYPERLINK("http://example.invalid","点")',
        issuers=("+1",),
        status=Status.DRAFT,
        expires='2025-12-31"^^<x> .\n',
    )
    bad = "<b>&\"'\x00\x0b\ufffe]]>\r\n{}"
    return Record(
        '-1,"x"\n.txt',
        "d" * 64,
        100,
        document,
        (clause("1", "(1)", bad, 10, 90),),
        (duty("1", "@SUM(A1)", "\t=1+1", Role.LEAD, 20),),
        (),
        preamble_end=10,
    )


def amending() -> Record:
    """A notice with one fact of each kind that the others do not have."""
    document = titled(
        "青石县修改通知", jurisdiction="990102", issued="2024-05-06", effective="2024-06-01"
    )
    measures = Target("澄湖市奖励若干措施", None, "2/1", "第二条第一项")
    spans = (Span(20, 24),)
    return Record(
        "qingshi.txt",
        "e" * 64,
        100,
        document,
        (clause("1", "一、", "修改", 10, 90),),
        (),
        (),
        amendments=(
            Amendment(
                "1", measures, Operation.REPLACE_TEXT, "=旧", "新",
                (Basis("公平竞争审查条例", 10, 2), Basis("甲法", 3, None)), spans, "amend",
                Span(21, 22), Span(22, 23), Beside(Side.AFTER, "奖励", Span(20, 22), "3", "第三条"),
                NewPlace("annex1/4", "附件第四条"), "责任单位",
            ),
        ),
        agency_changes=(
            AgencyChange("1", "县甲局", "县乙局", ChangeKind.RENAME, ("统计",), None, spans, "ac"),
        ),
        quantities=(
            Quantity("1", QuantityKind.REWARD, 20, "万元", "奖20万元", 2025, "企业", None, spans, "q"),
            Quantity("1", QuantityKind.RATE, 0.5, "%", "0.5%", None, None, None, spans, "q"),
        ),
        deadlines=(
            Deadline("1", 1, DeadlineKind.BY, "2025-12-31", None, "年底前", "县甲局", spans, "d"),
            Deadline("1", 1, DeadlineKind.RECURRING, None, "P3M", "每季度", None, spans, "d"),
        ),
        posts=(Post("县工作专班", "组长", "县甲局", "局长", 1, spans, "p"),),
        body_duties=(BodyDuty("1", "县乙局", False, Role.LEAD, "县乙局应当统计", spans, "b"),),
        findings=(Finding("agency.unknown", Span(30, 33), "f", "县丙办"),),
        preamble_end=10,
    )  # fmt: skip


@pytest.fixture(scope="session")
def records() -> tuple[Record, ...]:
    """Give the records of the dataset; the hostile one is facts-only."""
    copies = (city("chenghu-b.txt", "b" * 64), city("chenghu-c.txt", "c" * 64))
    return (provincial(), *copies, facts_only(hostile()), amending())


def links(record: Record, known: dict[str, str]) -> Iterator[Triple]:
    """Link as the build does, with places and names that are plain in these records."""
    scope = Scope.of(record)
    place = record.document.jurisdiction
    for issuer in record.document.issuers:
        yield ref(scope.policy), ref(v.PASSED_BY), ref(iri.agency(place, issuer))
        yield from agency(iri.agency(place, issuer), issuer, v.AGENCY, place)
    for node, row in RESPONSIBILITIES.iris(record.responsibilities, scope):
        mint, kind = (iri.agency_group, v.AGENCY_GROUP) if row.group else (iri.agency, v.AGENCY)
        target = mint(place, row.resolved)
        yield ref(node), ref(v.AGENT), ref(target)
        yield from agency(target, row.resolved, kind, place)
        yield ref(target), ref(v.NAME), text(row.as_written)
    for node, cited in CITATIONS.iris(record.citations, scope):
        title = cited.title or ""
        whole = iri.legislation(title)
        target = known.get(title) or iri.legislation(title, cited.article, None, cited.item)
        yield ref(node), ref(v.CITED), ref(target)
        if title not in known:
            yield ref(target), ref(v.TYPE), ref(v.ARTICLE)
            yield ref(target), ref(v.IS_PART_OF), ref(whole)
            yield ref(target), ref(v.ARTICLE_NUMBER), f'"{cited.article}"'
            yield ref(target), ref(v.ITEM_NUMBER), f'"{cited.item}"'
            yield ref(whole), ref(v.TYPE), ref(v.LEGISLATION)
            yield ref(whole), ref(v.TITLE), text(title)
        else:
            yield ref(target), ref(v.TYPE), ref(v.LEGAL_RESOURCE)


def agency(node: str, name: str, kind: str, place: str | None) -> Iterator[Triple]:
    yield ref(node), ref(v.TYPE), ref(kind)
    yield ref(node), ref(v.PREF_LABEL), text(name)
    yield ref(node), ref(v.NAME), text(name)
    yield ref(node), ref(v.PROVISIONAL), boolean(True)
    if place:
        yield ref(node), ref(v.OF_PLACE), ref(iri.place(place))


def concepts() -> Iterator[Triple]:
    for name, label in CONCEPTS.items():
        scheme, _, code = name.partition("/")
        yield ref(concept(scheme, code)), ref(v.PREF_LABEL), text(label)
        yield ref(concept(scheme, code)), ref(v.PREF_LABEL), f'"{code}"@en'


def places() -> Iterator[Triple]:
    for code, name in PLACES.items():
        yield ref(iri.place(code)), ref(v.TYPE), ref(v.PLACE)
        yield ref(iri.place(code)), ref(v.CODE), f'"{code}"'
        yield ref(iri.place(code)), ref(v.PREF_LABEL), text(name)


@pytest.fixture(scope="session")
def dataset_path(records: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the records as a dataset."""
    path = tmp_path_factory.mktemp("data") / "build"
    known = {r.document.title or "": policy_iri(r) for r in records}
    with in_place_of(path) as folder:
        writer = DatasetWriter(folder)
        for record in records:
            writer.graph(f"source/{record.sha256}", record_triples(record))
        writer.graph("links", (triple for r in records for triple in links(r, known)))
        writer.graph("ontology", concepts())
        writer.graph("registry", places())
        writer.load()
        root = root_hash(writer.graphs)
        writer.manifest(Manifest(root, writer.base, writer.graphs, {}, {"quads": writer.quads}))
    return path


@pytest.fixture(scope="session")
def dataset(dataset_path: Path) -> Dataset:
    """Open the dataset."""
    return open_dataset(dataset_path)


@pytest.fixture(scope="session")
def long_digest() -> str:
    """Give the SHA-256 of the one long quotation."""
    return digest(LONG).sha256

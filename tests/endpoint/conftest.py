"""A service over three invented policies, small enough to know every row of it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from policygraph.endpoint.app import create_app
from policygraph.endpoint.settings import Settings
from policygraph.errors import Message
from policygraph.model.code import Severity
from policygraph.model.facts import Citation, Document, Relation, Responsibility, Role, Status
from policygraph.model.file_finding import FileFinding
from policygraph.model.finding import Finding
from policygraph.model.record import Record, facts_only, to_json
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.findings_file import write_findings
from policygraph.rdf.dataset.folder import (
    DatasetWriter,
    Manifest,
    open_dataset,
    root_hash,
)
from policygraph.rdf.dataset.replacing import in_place_of
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.iri import concept
from policygraph.rdf.quads import record_triples
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, text
from policygraph.rdf.terms import iri as ref
from policygraph.search.index import write_index
from policygraph.validate.cache import Cache, RuleResults
from policygraph.validate.finding import CheckFinding, Place

TEXT = (
    "云岭省推动工业企业升级实施方案\n"
    "一、主要任务\n"
    "（一）推动规下企业上规。按照《云岭省公平竞争审查办法》第十条，建立培育库。"
    "（牵头单位：工业和信息化厅；配合单位：财政厅）\n"
    "（二）加大奖励。对新增企业给予一次性奖励。（责任单位：财政厅、各市人民政府）\n"
)
HOSTILE = '<script>alert("一")</script>'
SCRIPT_IRI = "javascript:alert(1)"
LABELS = {
    v.TITLE: ("标题", "title"),
    v.POLICY: ("政策文件", "policy"),
    v.CLAUSE: ("条款", "clause"),
    v.OF_CLAUSE: ("所在条款", "in clause"),
    concept("role", "lead"): ("牵头", "lead"),
    concept("role", "support"): ("配合", "support"),
    concept("role", "responsible"): ("负责", "responsible"),
}


def span(piece: str, after: int = 0) -> Span:
    start = TEXT.index(piece, after)
    return Span(start, start + len(piece))


def clause(path: str, label: str, heading: str, until: str) -> Clause:
    start = TEXT.index(label + heading)
    end = TEXT.index(until, start) + len(until)
    return Clause(path, label, heading, start, end, end, "chinese", "clause-rule")


def duty(path: str, written: str, role: Role, after: str, group: bool = False) -> Responsibility:
    at = span(written, TEXT.index(after))
    resolved = written if group else f"省{written}"
    return Responsibility(path, 1, written, resolved, None, role, group, False, (at,), "mark")


def plan() -> Record:
    """A plan with text, three clauses, four duties and one citation."""
    quoted = "《云岭省公平竞争审查办法》第十条"
    title = "云岭省公平竞争审查办法"
    cited = Citation(
        "1/1", title, None, 10, None, None, Relation.BASED_ON, quoted, (span(quoted),), "cite"
    )
    return Record(
        "yunling.txt",
        "a" * 64,
        len(TEXT),
        Document(
            title="云岭省推动工业企业升级实施方案",
            number="云政办发〔2021〕35号",
            issuers=("云岭省人民政府办公厅",),
            jurisdiction="990000",
            issued="2021-09-28",
        ),
        (
            clause("1", "一、", "主要任务", "主要任务\n"),
            clause("1/1", "（一）", "推动规下企业上规", "财政厅）\n"),
            clause("1/2", "（二）", "加大奖励", "各市人民政府）\n"),
        ),
        (
            duty("1/1", "工业和信息化厅", Role.LEAD, "（一）"),
            duty("1/1", "财政厅", Role.SUPPORT, "（一）"),
            duty("1/2", "财政厅", Role.RESPONSIBLE, "（二）"),
            duty("1/2", "各市人民政府", Role.RESPONSIBLE, "（二）", group=True),
        ),
        (cited,),
        preamble_end=TEXT.index("一、"),
    )


def measures() -> Record:
    """Facts only: the name of the agency holds a bracket, which its IRI percent-encodes."""
    row = Responsibility(
        "1", 1, "财政局(国资委)", "市财政局(国资委)", None, Role.RESPONSIBLE,
        False, False, (Span(20, 28),), "mark",
    )  # fmt: skip
    document = Document(title="澄湖市奖励若干措施", jurisdiction="990100", issued="2020-03-07")
    one = Clause("1", "1.", "奖励标准", 10, 90, 90, "digits", "clause-rule")
    return facts_only(Record("chenghu.txt", "b" * 64, 90, document, (one,), (row,), ()))


def hostile() -> Record:
    """A draft whose title and unit would run as script if a page did not escape them."""
    document = Document(title=HOSTILE, issuers=(HOSTILE,), status=Status.DRAFT, issued="2024-05-01")
    row = Responsibility(
        "1", 1, HOSTILE, "=1+1", None, Role.LEAD, False, False, (Span(0, 5),), "mark"
    )
    one = Clause("1", "(1)", HOSTILE, 0, 5, 5, "digits", "clause-rule")
    return Record(f"{HOSTILE}.txt", "d" * 64, 5, document, (one,), (row,), ())


def links(record: Record) -> Iterator[Triple]:
    scope = Scope.of(record)
    for node, row in RESPONSIBILITIES.iris(record.responsibilities, scope):
        mint, kind = (iri.agency_group, v.AGENCY_GROUP) if row.group else (iri.agency, v.AGENCY)
        agency = mint(record.document.jurisdiction, row.resolved)
        yield ref(node), ref(v.AGENT), ref(agency)
        yield ref(scope.clause(row.clause)), ref(v.ROLE_SHORTCUTS[row.role]), ref(agency)
        yield ref(agency), ref(v.TYPE), ref(kind)
        yield ref(agency), ref(v.PREF_LABEL), text(row.resolved)


def labels() -> Iterator[Triple]:
    for term, (zh, en) in LABELS.items():
        by = v.PREF_LABEL if term.startswith(v.CONCEPT) else v.RDFS + "label"
        yield ref(term), ref(by), text(zh)
        yield ref(term), ref(by), f'"{en}"@en'


def odd_links() -> Iterator[Triple]:
    """What a careless source may hold: a scheme that must not be linked, a part of itself."""
    policy = Scope.of(measures()).policy
    yield ref(policy), ref(v.RDFS + "seeAlso"), ref(SCRIPT_IRI)
    yield ref(policy), ref(v.HAS_PART), ref(policy)
    yield ref(policy), ref(v.IS_PART_OF), ref(policy)


def problems() -> list[FileFinding]:
    """What a build found: in the plan, in the hostile text, and a file that it could not read."""
    unknown = Finding("agency.unknown", span("财政厅", TEXT.index("（二）")), "agency", "财政厅")
    undated = Finding("document.no-date", None, "issued")
    odd = Finding("mark.not-a-unit", Span(0, 5), "mark", HOSTILE)
    unread = "folder-of-the-builder: a scan"
    scan = Finding("source.scan", None, "build", f"{HOSTILE}.pdf")
    return [
        FileFinding("yunling.txt", unknown, sha256="a" * 64),
        FileFinding("yunling.txt", undated, sha256="a" * 64),
        FileFinding("chenghu.txt", Finding("table.no-column", Span(20, 28), "t"), sha256="b" * 64),
        FileFinding(f"{HOSTILE}.txt", odd, sha256="d" * 64),
        FileFinding(f"{HOSTILE}.pdf", scan, Message(zh=unread, en=unread)),
    ]


def checked(root: str) -> RuleResults:
    """What a verify query found in the plan."""
    place = Place("a" * 64, "yunling.txt", (span("各市人民政府"),))
    found = CheckFinding(
        "rule.group-without-members", Severity.WARNING, Scope.of(plan()).clause("1/2"), "", None,
        "", "这一组没有成员：请核对", "This group has no members: check it.", place,
    )  # fmt: skip
    return RuleResults(root, "2024-06-30", (found,))


@pytest.fixture(scope="session")
def dataset_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the records as a dataset, the text of the plan beside it."""
    path = tmp_path_factory.mktemp("data") / "build"
    records = (plan(), measures(), hostile())
    with in_place_of(path) as folder:
        writer = DatasetWriter(folder)
        for record in records:
            writer.graph(f"source/{record.sha256}", record_triples(record))
            writer.record(record.sha256, to_json(record))
        writer.graph("links", [*(t for r in records for t in links(r)), *odd_links()])
        writer.graph("ontology", labels())
        writer.text("a" * 64, TEXT)
        writer.load()
        counts = {"documents": 3, "clauses": 5, "quads": writer.quads, "findings": 5}
        root = root_hash(writer.graphs)
        write_findings(folder, problems())
        write_index(folder, records, {"a" * 64: TEXT}.get)
        Cache(folder / "checks").keep_rules(checked(root))
        writer.manifest(Manifest(root, writer.base, writer.graphs, {}, counts, conforms=True))
    return path


@pytest.fixture(scope="session")
def settings(dataset_path: Path) -> Settings:
    """Give small limits, so that a test reaches them soon; but time enough on a busy machine."""
    return Settings(
        dataset=dataset_path,
        query_timeout=20.0,
        max_answer_bytes=200_000,
        max_query_bytes=20_000,
    )


@contextmanager
def running(settings: Settings) -> Iterator[httpx.Client]:
    """Serve on a free port, as the command does, and give a client of it."""
    config = uvicorn.Config(create_app(settings), port=0, log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def serving() -> Callable[[Settings], AbstractContextManager[httpx.Client]]:
    """Give what runs a service with other settings."""
    return running


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[httpx.Client]:
    """Run the service for all tests."""
    with running(settings) as one:
        yield one


@pytest.fixture(scope="session")
def policy() -> str:
    """Give the IRI of the plan."""
    return Scope.of(plan()).policy


@pytest.fixture(scope="session")
def quads(dataset_path: Path) -> int:
    """Give the number of distinct statements, whatever graph they are in."""
    store = open_dataset(dataset_path).store
    return len({quad.triple for quad in store.quads_for_pattern(None, None, None)})

"""What a clause says, as a page shows it: read from the graph of one invented record."""

import pyoxigraph as ox
import pytest

from policygraph.endpoint.view.cells import Cells
from policygraph.endpoint.view.mentions import mentions_of
from policygraph.endpoint.view.names import Names
from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import iri
from policygraph.rdf.dataset.folder import DatasetWriter, open_dataset
from policygraph.rdf.dataset.manifest_file import Manifest, root_hash
from policygraph.rdf.ontology import ontology_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.scope import policy_iri
from tests.reading import read

TEXT = (
    "关于对《某意见》的修改意见\n（征求意见稿）\n现对《某意见》（某办发〔2021〕11号）修改如下：\n"
    "1.将第三条中的“甲”修改为“乙”。市科技局要在2025年底前建设平台20家。（责任单位：市财政局）\n"
    "2.市甲局更名为市乙局。\n"
)

# clause, rows of (kind, text, note)
ROWS = [
    (
        "1",
        [
            ("responsibility", "市财政局", ""),
            ("body-duty", "市科技局", "责任单位"),
            ("amendment", "第三条：“甲” → “乙”", "替换文字"),
            ("quantity", "20家", "目标"),
            ("deadline", "2025年底前", "截止"),
        ],
    ),
    ("2", [("agency-change", "市甲局 → 市乙局", "更名")]),
]


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> Cells:
    path = tmp_path_factory.mktemp("mentions")
    writer = DatasetWriter(path)
    writer.graph("source/a", record_triples(read(TEXT)))
    writer.graph("ontology", ontology_triples())
    writer.load()
    writer.manifest(Manifest(root_hash(writer.graphs), iri.DEFAULT_BASE, writer.graphs, {}, {}))
    reader = Reader(open_dataset(path))
    return Cells(reader, Names(reader), "zh")


@pytest.mark.parametrize(("path", "rows"), ROWS)
def test_each_kind_of_fact_is_shown(cells: Cells, path: str, rows: list[tuple[str, ...]]) -> None:
    clause = ox.NamedNode(iri.clause(policy_iri(read(TEXT)), path))
    found = mentions_of(cells, clause)
    assert [(m.kind, m.cell.text, m.note) for m in found] == rows
    assert all(m.cell.href for m in found)

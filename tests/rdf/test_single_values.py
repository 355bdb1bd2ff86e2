"""A property that has one value at most has one in the whole dataset, whichever documents name a node."""

from collections import defaultdict
from pathlib import Path

import rdflib
from rdflib import OWL, RDF

from policygraph.build import build
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.rdf.vocabulary import PROVISIONAL

FUNCTIONAL = 50  # at least so many of our properties
# The same bodies as issuers, in marks, in running text, in a reform, short and in full.
TEXTS = (
    "阳泉市人民政府办公室关于规范夜间集市的通知\n阳政办发〔2024〕81号\n各县（区）人民政府：\n"
    "一、清点摊位。（责任单位：市集市提升工作专班、市委办公室、国务院）\n"
    "二、市集市提升工作专班负责检查。\n三、原阳泉市集市管理局更名为阳泉市集市服务局。\n"
    "阳泉市人民政府办公室\n2024年5月6日\n",
    "中共阳泉市委 阳泉市人民政府关于摊位的意见\n阳发〔2024〕82号\n"
    "1.划定区域。（责任单位：市委、市集市管理局、市集市服务局、市人大常委会）\n"
    "中共阳泉市委\n阳泉市人民政府\n2024年5月7日\n",
    "阳泉市集市提升工作专班关于清点的通知\n1.清点。（责任单位：阳泉市集市服务局、中共阳泉市委员会）\n"
    "阳泉市集市提升工作专班\n2024年5月8日\n",
    "国务院关于夜间集市的意见\n国发〔2024〕83号\n一、清点摊位。（国务院、市场监管总局负责）\n国务院\n2024年5月9日\n",
)


def functional(root: Path) -> set[str]:
    """Give our properties that have one value at most."""
    graph = rdflib.Graph()
    for file in sorted((root / "ontology").glob("*.ttl")):
        graph.parse(file)
    return {str(each) for each in graph.subjects(RDF.type, OWL.FunctionalProperty)}


def doubled(path: Path, properties: set[str]) -> dict[tuple[str, str], set[str]]:
    """Give the nodes that have several values of such a property, in all graphs together."""
    values: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for quad in open_dataset(path).store:
        if quad.predicate.value in properties:
            values[str(quad.subject), quad.predicate.value].add(str(quad.object))
    return {key: found for key, found in values.items() if len(found) > 1}


def test_nodes_that_several_documents_name_have_one_value(root: Path, tmp_path: Path) -> None:
    properties = functional(root)
    assert len(properties) >= FUNCTIONAL
    assert PROVISIONAL in properties
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    build([tmp_path], tmp_path / "set")
    assert doubled(tmp_path / "set", properties) == {}


def test_so_it_is_in_real_documents(root: Path, shared: Path, tmp_path: Path) -> None:
    build([shared / "corpus", root / "data" / "samples"], tmp_path / "set")
    assert doubled(tmp_path / "set", functional(root)) == {}

"""A law that the corpus holds and that is cited by article: it is no article itself."""

from pathlib import Path

from policygraph.build import build
from policygraph.query.run import run_sparql
from policygraph.rdf.dataset.folder import open_dataset

LAW = """北京市志愿服务促进条例
（2020年12月25日北京市人民代表大会常务委员会通过）

第一条 为了促进志愿服务，制定本条例。

第二条 市民政部门负责志愿服务工作。

第三条 违反本条例第二条规定的，由市民政部门责令改正。

第四条 本条例自2021年3月1日起施行。
"""
OF_THE_LAW = """
SELECT ?citing ?number ?whole {
  ?policy a pg:Policy .
  ?citation a pg:Citation ; pg:cited ?policy ; pg:article ?citing .
  OPTIONAL { ?policy pg:article ?number } OPTIONAL { ?policy eli:is_part_of ?whole }
}
"""


def test_a_law_of_the_corpus_is_no_article_of_itself(tmp_path: Path) -> None:
    (tmp_path / "条例.txt").write_text(LAW, encoding="utf-8")
    build([tmp_path / "条例.txt"], tmp_path / "set")
    dataset = open_dataset(tmp_path / "set")
    assert run_sparql(OF_THE_LAW, dataset).values() == ((2, None, None),)
    assert run_sparql("SELECT ?a { ?a a pg:Policy, pg:Article }", dataset).values() == ()

"""A reform that an office announced itself: every way to ask of it gives one answer."""

import json

import pytest
from typer.testing import CliRunner

from policygraph.build import build
from policygraph.cli import app
from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.rdf.dataset.folder import open_dataset

REFORM = """澄湖市人民政府关于机构调整有关事项的通知
澄政发〔2024〕12号
一、机构调整
1.澄湖市房产管理局更名为澄湖市住房保障中心。
2.组建澄湖市数据局，不再保留澄湖市大数据发展管理局。
澄湖市人民政府
2024年5月6日
"""
DUTIES = """澄湖市人民政府办公室关于加强住房保障工作的通知
澄政办发〔2023〕8号
一、住房保障
1.健全房源台账。（责任单位：澄湖市房产管理局）
2.建设住房数据平台。（责任单位：澄湖市大数据发展管理局）
澄湖市人民政府办公室
2023年3月1日
"""
CHANGES = [
    ("澄湖市房产管理局", "1/1", "澄湖市住房保障中心"),
    ("澄湖市大数据发展管理局", "1/2", "澄湖市数据局"),
]
DAY = "2025-01-01"


@pytest.fixture(scope="module")
def local(root):
    return root / "data/samples/registry"


@pytest.fixture(scope="module")
def dataset(local, tmp_path_factory):
    folder = tmp_path_factory.mktemp("announced")
    for name, text in (("reform.txt", REFORM), ("duties.txt", DUTIES)):
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], folder / "set", local_registry=[local], jobs=1)
    return open_dataset(folder / "set")


def asked(dataset, name, **values):
    return ask(find_question(name), {"asOf": DAY, **values}, dataset).records()


@pytest.mark.parametrize(("old", "path", "new"), CHANGES)
def test_the_body_is_followed_alike_by_command_and_by_question(dataset, local, old, path, new):
    said = ["--place", "澄湖市", "--registry", str(local), "--documents", str(dataset.path)]
    shown = CliRunner().invoke(app, ["agencies", "show", old, "--as-of", DAY, *said, "--json"])
    (standing,) = json.loads(shown.stdout)
    assert (standing["stands"], [b["name"] for b in standing["now"]]) == ("no", [new])
    rows = asked(dataset, "holders-of-clause", document="澄政办发〔2023〕8号", path=path)
    assert {(r["bodyName"], r["holds"]) for r in rows} == {(old, "no"), (new, "yes")}


def test_ended_bodies_are_named_with_their_names_now(dataset):
    rows = asked(dataset, "ended-bodies-named")
    assert [(r["endedName"], r["path"], r["nameNow"]) for r in rows] == CHANGES
    assert {str(r["ended"]) for r in rows} == {"2024-05-06"}


@pytest.mark.parametrize(("old", "path", "new"), CHANGES)
def test_no_body_is_its_own_successor(dataset, old, path, new):
    rows = asked(dataset, "life-of-body", unit=old)
    assert (old, new) in {(r["oldName"], r["newName"]) for r in rows}
    assert not [r for r in rows if r["oldName"] == r["newName"]]
    assert {r["happened"] for r in rows} == {"yes"}


def test_before_the_document_it_is_not_known_who_held_the_duty(dataset):
    values = {"document": "澄政办发〔2023〕8号", "path": "1/1", "asOf": "2024-01-01"}
    rows = asked(dataset, "holders-of-clause", **values)
    assert {r["reason"] for r in rows} == {"day-not-known"}
    for unit in CHANGES[0][::2]:
        rows = asked(dataset, "duties-through-reforms", unit=unit, asOf="2024-01-01")
        assert {r["holds"] for r in rows} == {"unknown"}
    rows = asked(dataset, "duties-through-reforms", unit=CHANGES[0][2])
    assert [(r["bearerName"], r["holds"]) for r in rows] == [(CHANGES[0][0], "yes")]


def test_a_supposed_merger_leads_nowhere_back(local, tmp_path):
    (tmp_path / "duties.txt").write_text(DUTIES, encoding="utf-8")
    build([tmp_path / "duties.txt"], tmp_path / "set", local_registry=[local], jobs=1)
    alone = open_dataset(tmp_path / "set")
    rows = asked(alone, "life-of-body", unit="澄湖市大数据发展管理局")
    assert {r["newName"] for r in rows} == {"澄湖市数据局", "澄湖市政务服务和数据管理局"}
    rows = asked(alone, "holders-of-clause", document="澄政办发〔2023〕8号", path="1/2")
    assert {r["holds"] for r in rows} == {"unknown"}
    assert asked(alone, "ended-bodies-named") == []

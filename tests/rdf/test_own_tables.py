"""A dataset keeps the registry tables it was built with, and is read again with them."""

import pytest

from policygraph.build import build
from policygraph.on_demand.document_tasks import document_tasks
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.rdf.dataset.own_tables import own_tables
from policygraph.registry.registry import load_registry

PLAN = "阳泉市夜间照明实施方案\n2020年3月5日\n一、更换灯具。（责任单位：市灯会局）\n"
BODIES = "place,written,official,since,until,source\n140300,市灯会局,阳泉市灯会局,,,invented\n"
CHANGES = (
    "event,kind,place,old,new,new_place,date,not_before,not_after,functions,cause,basis,"
    "basis_number,result,source\n"
    "lamps,rename,140300,阳泉市灯会局,阳泉市{new},,2022-05-01,,,,,,,,invented\n"
)


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path / "texts"


def tables(folder, new):
    """Write tables of one's own, in which 市灯会局 becomes ``new``."""
    folder.mkdir(exist_ok=True)
    (folder / "bodies.csv").write_text(BODIES, encoding="utf-8")
    (folder / "agency_changes.csv").write_text(CHANGES.format(new=new), encoding="utf-8")
    (folder / "letter.docx").write_bytes(b"no table")
    return folder


def names_today(dataset):
    """Give today's names of the units of the only document."""
    opened = open_dataset(dataset)
    policy = next(
        quad.subject.value
        for quad in opened.store
        if quad.object.value.endswith("#Policy") and quad.predicate.value.endswith("#type")
    )
    ledger = document_tasks(opened, policy, "2025-01-01")
    return [now.names for _, _, now in ledger.units() if now]


def test_units_are_followed_by_the_tables_of_the_dataset(tmp_path, sources):
    build([sources], tmp_path / "set", local_registry=[tables(tmp_path / "own", "照明局")])
    (tmp_path / "own" / "agency_changes.csv").unlink()  # it is not needed any more
    assert names_today(tmp_path / "set") == [("阳泉市照明局",)]


def test_a_build_with_other_tables_is_read_with_those(tmp_path, sources):
    for new in ("照明局", "灯火局"):
        build([sources], tmp_path / "set", local_registry=[tables(tmp_path / "own", new)])
        assert names_today(tmp_path / "set") == [(f"阳泉市{new}",)]
    assert len(own_tables(tmp_path / "set")) == 1


def test_tables_are_kept_in_the_order_given_and_nothing_else(tmp_path, sources):
    given = [tables(tmp_path / f"own{n}", f"第{n}局") for n in range(11)]
    build([sources], tmp_path / "set", local_registry=given)
    kept = own_tables(tmp_path / "set")
    assert [each.name.partition("-")[0] for each in kept] == [str(n) for n in range(1, 12)]
    assert {file.name for each in kept for file in each.iterdir()} == {
        "bodies.csv",
        "agency_changes.csv",
    }
    assert load_registry(kept).digest == load_registry(given).digest


def test_a_dataset_without_own_tables_has_none(tmp_path, sources):
    build([sources], tmp_path / "set")
    assert own_tables(tmp_path / "set") == []
    assert names_today(tmp_path / "set") == []

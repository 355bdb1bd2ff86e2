"""Changes that documents tell: kept apart from what the registry knows, and compared with it."""

import pytest

from policygraph.model.facts import AgencyChange, ChangeKind, Document, Status
from policygraph.model.record import Record, read_record
from policygraph.model.source import Span
from policygraph.registry.registry import load_registry
from policygraph.resolve.told_reforms import differing, told_reforms

YANGQUAN = "140300"


def change(old, new, kind):
    return AgencyChange("1", old, new, ChangeKind(kind), (), None, (Span(3, 9),), "x")


@pytest.fixture
def draft(root):
    return told_reforms(
        read_record(root / "data/policies/yangquan-2024-amendment.json"), load_registry()
    )


def test_a_substitution_stays_one_though_the_registry_knows_a_rename(draft):
    made = {(r.old.name, r.new[0].name): r.kind.value for r in draft}
    assert made["市金融办", "阳泉市人民政府办公室"] == "substitute"
    old, new = "中国银行保险监督管理委员会阳泉监管分局", "国家金融监督管理总局阳泉监管分局"
    assert made[old, new] == "substitute"
    (known,) = load_registry().reforms.of(next(r.old for r in draft if r.old.name == old))
    assert (known.kind, known.new[0].name) == ("rename", new)


def test_a_transfer_keeps_its_functions(draft):
    moved = [r for r in draft if r.kind is ChangeKind.FUNCTION_TRANSFER]
    assert {r.functions for r in moved} == {("双创", "专精特新")}
    assert {r.old.place for r in moved} == {"140000", YANGQUAN}


def test_a_draft_says_nothing_of_when(draft):
    assert {r.when.latest for r in draft} == {None}


def test_an_issued_document_tells_what_had_happened_by_its_day():
    document = Document(jurisdiction=YANGQUAN, issued="2024-05-01", number="阳政发〔2024〕1号")
    rows = (change("市甲中心", "市乙中心", "rename"),)
    record = Record("a.txt", "0" * 64, 9, document, (), (), (), agency_changes=rows)
    (reform,) = told_reforms(record, load_registry())
    assert (reform.when.latest, reform.origin) == ("2024-05-01", "record")
    assert reform.event == "阳政发〔2024〕1号#1"


@pytest.mark.parametrize(
    ("old", "new", "kind", "detail"),
    [
        ("阳泉银保监分局", "国家金融监督管理总局阳泉监管分局", "substitute", None),
        ("阳泉银保监分局", "国家金融监督管理总局阳泉监管分局", "rename", None),
        ("阳泉银保监分局", "国家金融监督管理总局阳泉监管分局", "merge",
         "国家金融监督管理总局阳泉监管分局 / 国家金融监督管理总局阳泉监管分局"),
        ("阳泉银保监分局", "市财政局", "rename", "阳泉市财政局 / 国家金融监督管理总局阳泉监管分局"),
        ("阳泉银保监分局", "市财政局", "function_transfer", None),
        ("市国土局", "市财政局", "rename", None),  # which body took its place is not known
        ("市财政局", "市商务局", "rename", None),
    ],
)  # fmt: skip
def test_a_text_that_differs_from_the_registry_is_a_finding(old, new, kind, detail):
    document = Document(jurisdiction=YANGQUAN, issued="2024-05-01", status=Status.ISSUED)
    found = list(differing([change(old, new, kind)], document, load_registry()))
    assert [f.detail for f in found] == ([detail] if detail else [])
    assert {f.code for f in found} <= {"agency-change.differs-from-registry"}

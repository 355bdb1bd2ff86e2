"""Reforms: patterns filled for one body, single changes before them, and what a broken row says."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from policygraph.assets import asset_dir
from policygraph.errors import RegistryError
from policygraph.model.facts import ChangeKind
from policygraph.model.reform import Body, Reform, When
from policygraph.registry.registry import load_registry

YANGQUAN, ZHENGZHOU, HENAN, CHENGQU, JIYUAN = "140300", "410100", "410000", "140302", "419001"
# place, old, new, kind, day
EXPANDED = [
    (YANGQUAN, "中国银行保险监督管理委员会阳泉监管分局", "国家金融监督管理总局阳泉监管分局", "rename", "2023-07-20"),
    (YANGQUAN, "中国人民银行阳泉市中心支行", "中国人民银行阳泉市分行", "rename", "2023-08-18"),
    (ZHENGZHOU, "中国人民银行郑州中心支行", "中国人民银行河南省分行", "abolish", "2023-08-18"),
    (HENAN, "中国银行保险监督管理委员会河南监管局", "国家金融监督管理总局河南监管局", "rename", "2023-07-20"),
    (YANGQUAN, "阳泉市国家税务局", "国家税务总局阳泉市税务局", "merge", "2018-07-05"),
    (CHENGQU, "阳泉市城区地方税务局", "国家税务总局阳泉市城区税务局", "merge", "2018-07-20"),
    ("440300", "深圳市国家税务局", "国家税务总局深圳市税务局", "merge", "2018-06-15"),
    ("210200", "中国保险监督管理委员会大连监管局", "中国银行保险监督管理委员会大连监管局", "merge", "2018-12-17"),
    (HENAN, "河南省环境保护厅", "河南省生态环境厅", "merge", None),
    ("440300", "中国银行保险监督管理委员会深圳监管局", "国家金融监督管理总局深圳监管局", "rename", "2023-07-20"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "old", "new", "kind", "day"), EXPANDED)
def test_a_pattern_gives_the_change_of_one_body(place, old, new, kind, day):
    (reform,) = load_registry().reforms.of(Body(place, old))
    assert [body.name for body in reform.new] == [new]
    assert (reform.kind, reform.when.day) == (ChangeKind(kind), day)
    assert reform.formal_basis
    assert reform.source


def test_the_branch_of_a_capital_goes_to_its_province():
    (reform,) = load_registry().reforms.of(Body(ZHENGZHOU, "中国人民银行郑州中心支行"))
    assert reform.new == (Body(HENAN, "中国人民银行河南省分行"),)
    assert load_registry().reforms.of(Body(ZHENGZHOU, "中国人民银行郑州市中心支行")) == []
    assert load_registry().reforms.of(Body(YANGQUAN, "中国人民银行阳泉中心支行")) == []


def test_the_way_back_is_the_same():
    registry = load_registry()
    for place, old, *_ in EXPANDED:
        for reform in registry.reforms.of(Body(place, old)):
            assert reform in registry.reforms.into(reform.new[0])


DENGFENG, HAIDIAN, YUZHONG, PINGDING = "410185", "110108", "500103", "140321"
# place, old, new: rules that hold for some counties only
COUNTIES = [
    (DENGFENG, "中国人民银行登封市支行", ["中国人民银行河南省分行"]),  # 郑州 has no branch of a city
    (PINGDING, "中国人民银行平定县支行", ["中国人民银行阳泉市分行"]),
    (YUZHONG, "重庆市渝中区农业委员会", ["重庆市渝中区农业农村委员会"]),
    (PINGDING, "平定县农业委员会", ["平定县农业农村局"]),
    (YUZHONG, "重庆市渝中区环境保护局", ["重庆市渝中区生态环境局"]),
]  # fmt: skip


@pytest.mark.parametrize(("place", "old", "new"), COUNTIES)
def test_a_rule_may_hold_for_some_counties_only(place, old, new):
    registry = load_registry()
    (reform,) = registry.reforms.of(Body(place, old))
    assert [body.name for body in reform.new] == new
    assert reform in registry.reforms.into(reform.new[0])


def test_a_name_that_comes_out_twice_is_one_body():
    """城区 is its own short name: 阳泉市生态环境局城区分局 both ways."""
    (reform,) = load_registry().reforms.of(Body(CHENGQU, "阳泉市城区环境保护局"))
    assert len(set(reform.new)) == len(reform.new)


def test_a_name_that_needs_a_city_is_left_out_where_no_city_is_above():
    assert load_registry().reforms.of(Body(JIYUAN, "中国人民银行济源市支行")) == []
    (reform,) = load_registry().reforms.of(Body(JIYUAN, "济源市环境保护局"))
    assert reform.new == (Body(JIYUAN, "济源市生态环境局"),)


def test_a_single_change_goes_before_a_pattern():
    (reform,) = load_registry().reforms.of(Body("640000", "宁夏回族自治区工商行政管理局"))
    assert reform.new[0].name == "宁夏回族自治区市场监督管理厅"


# one place of each kind: 山西, 北京, 太原, 大连, 阳泉, a district and a county of it, 小店区, 海淀区
REACHED = (
    "140000", "110000", "140100", "210200", "140300", "140302", "140321", "140105", "110108",
)  # fmt: skip


def test_every_row_of_the_tables_can_be_reached():
    """A pattern that no place fills, or a single change of a place not known, is a typing error."""
    registry = load_registry()
    used = {
        (r.event, r.source)
        for code in REACHED
        for reforms in registry.reforms._expansions(code).values()
        for r in reforms
    }
    known = {(p.told.event, p.told.source) for p in registry.reforms._patterns}
    assert known == used
    assert all(registry.places.get(body.place) for body in registry.reforms.bodies())


WHENS = [
    (When("2023-07-20"), "2023-07-19", False),
    (When("2023-07-20"), "2023-07-20", True),
    (When(None, "2018-03-21", "2019-03-31"), "2018-03-20", False),
    (When(None, "2018-03-21", "2019-03-31"), "2018-12-01", None),
    (When(None, "2018-03-21", "2019-03-31"), "2019-03-31", True),
    (When(None, "2018-03-21"), "2030-01-01", None),
    (When(), "2030-01-01", None),
]


@pytest.mark.parametrize(("when", "day", "answer"), WHENS)
def test_whether_it_had_happened_has_three_answers(when, day, answer):
    assert when.by(day) is answer


HEAD = "event,kind,level,applies,old,new,date,not_before,not_after,functions,cause,basis,basis_number,result,source\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("x,renamed,county,any,{name}局,{name}厅,,,,,,,,,s", "kind 'renamed' is not known"),
        ("x,rename,town,any,{name}局,{name}厅,,,,,,,,,s", "level 'town' is not known"),
        ("x,rename,county,always,{name}局,{name}厅,,,,,,,,,s", "applies 'always' is not known"),
        ("x,rename,county,any,{name}局,{name}厅,2023-2-30,,,,,,,,s", "date '2023-2-30' is no day"),
        ("x,rename,county,any,某局,某厅,2020-01-01,,,,,,,,s", "has no placeholder"),
        ("x,rename,county,any,{name}局,{name}厅,,,2020-01-01,,,,,,s", "no day is given"),
        ("x,rename,county,any,{name}局,{name}厅,,,,,,,,gone,s", "result 'gone' is not known"),
        ("x,rename,county,any,{name}局,{name}厅,2020-01-01,,,,,,甲发〔2020〕1号,,s", "no title"),
        (
            "x,rename,county,any,{name}局,{name}厅,2020-01-01,,,,,甲|,|乙发〔2020〕1号,,s",
            "no title",
        ),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row, said):
    (tmp_path / "reform_patterns.csv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="line 2") as error:
        load_registry([tmp_path])
    assert said in str(error.value)


def test_each_document_that_ordered_a_change_bears_its_own_number():
    reform = Reform("x", ChangeKind.RENAME, "", None, (), When("2020-01-01"))
    assert replace(reform, basis="甲").formal_basis == "《甲》"
    assert replace(reform, basis="甲", basis_number="甲发〔2020〕1号").formal_basis == (
        "《甲》（甲发〔2020〕1号）"
    )
    two = replace(reform, basis="甲|乙", basis_number="|乙发〔2020〕1号")
    assert two.formal_basis == "《甲》、《乙》（乙发〔2020〕1号）"


def test_the_number_of_the_basis_is_read_from_the_table():
    known = load_registry().reforms.of(Body("100000", "环境保护部"))
    (merged,) = [reform for reform in known if reform.kind is ChangeKind.MERGE]
    assert merged.formal_basis.endswith("《国务院关于机构设置的通知》（国发〔2018〕6号）")


def rows_of(table):
    with (asset_dir("data/registry") / table).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


# Lines that state something nobody found in a source. A line that is verified lowers the number;
# nothing raises it.
UNVERIFIED = {"agency_changes.csv": 6, "reform_patterns.csv": 130}


@pytest.mark.parametrize("table", UNVERIFIED)
def test_every_change_has_a_source_or_says_that_it_has_none(table):
    sources = [row["source"] for row in rows_of(table)]
    assert all(sources)
    unverified = [source for source in sources if "not verified" in source]
    assert all("not verified: general knowledge" in source for source in unverified)
    assert len(unverified) == UNVERIFIED[table]
    verified = set(sources) - set(unverified)
    assert [source for source in verified if not re.search(r"\b(19|20)\d\d\b", source)] == []


@pytest.mark.parametrize("table", UNVERIFIED)
def test_numbers_have_the_form_of_numbers(table):
    numbers = {n for row in rows_of(table) for n in row["basis_number"].split("|") if n}
    assert [n for n in numbers if not re.fullmatch(r"[^〔]+〔\d{4}〕\d+号", n)] == []


@pytest.mark.parametrize("table", UNVERIFIED)
def test_lines_of_one_change_tell_the_same_of_it(table):
    """They are one node of the graph: two bases or sources would multiply the answers."""
    told: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for row in rows_of(table):
        if row["kind"] in ("merge", "found"):
            where = (row.get("place", ""), row.get("level", ""), row.get("applies", ""))
            change = (row["event"], row["kind"], *where, row["new"])
            facts = ("date", "not_before", "not_after", "basis", "basis_number", "source")
            told.setdefault(change, set()).add(tuple(row[fact] for fact in facts))
    assert {change: facts for change, facts in told.items() if len(facts) > 1} == {}


TIANJIN, HAINAN, FUJIAN = "120000", "460000", "350000"


@pytest.mark.parametrize("name", ["工商行政管理局", "质量技术监督局", "食品药品监督管理局"])
def test_in_tianjin_three_bodies_became_one_before_all_others(name):
    (reform,) = load_registry().reforms.of(Body(TIANJIN, f"天津市{name}"))
    assert reform.new == (Body(TIANJIN, "天津市市场和质量监督管理委员会"),)
    assert reform.when == When("2014-07-30")


def test_hainan_opened_its_department_of_tourism_before_all_others():
    (reform,) = load_registry().reforms.of(Body(HAINAN, "海南省旅游发展委员会"))
    assert reform.when == When("2018-09-29")


def test_the_bureaus_of_data_of_provinces_bear_several_names():
    (reform,) = load_registry().reforms.of(Body(FUJIAN, "福建省大数据管理局"))
    assert Body(FUJIAN, "福建省数据管理局") in reform.new


def test_tables_of_ones_own_are_added(root):
    registry = load_registry([root / "data/samples/registry"])
    (reform,) = registry.reforms.of(Body("990200", "中国人民银行临岚市中心支行"))
    assert reform.new == (Body("990000", "中国人民银行云岭省分行"),)

"""Who it was, who it is now: bodies followed to a day, and what cannot be told."""

from dataclasses import replace

import pytest

from policygraph.model.facts import ChangeKind
from policygraph.model.reform import Body, Reform, When
from policygraph.registry.registry import load_registry
from policygraph.resolve.bodies import bodies_named
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.standing import REASONS

YANGQUAN, HENAN, NATION = "140300", "410000", "100000"
TODAY = "2026-11-22"
# name as written, place it is said from, day, stands, reason, names on that day
ROWS = [
    ("阳泉银保监分局", None, TODAY, "no", "ended", ["国家金融监督管理总局阳泉监管分局"]),
    ("阳泉银保监分局", None, "2023-07-19", "yes", "not-yet", ["中国银行保险监督管理委员会阳泉监管分局"]),
    ("人行阳泉中心支行", None, TODAY, "no", "ended", ["中国人民银行阳泉市分行"]),
    ("人行郑州中心支行", None, TODAY, "no", "ended", ["中国人民银行河南省分行"]),
    ("河南银保监局", None, TODAY, "no", "ended", ["国家金融监督管理总局河南监管局"]),
    ("阳泉银监分局", None, TODAY, "no", "ended", ["国家金融监督管理总局阳泉监管分局"]),  # two hops
    ("阳泉银监分局", None, "2019-01-01", "unknown", "day-not-known", []),
    ("市国税局", YANGQUAN, "2018-07-05", "no", "ended", ["国家税务总局阳泉市税务局"]),
    ("市国税局", YANGQUAN, "2018-07-04", "yes", "not-yet", ["阳泉市国家税务局"]),
    ("市国土局", YANGQUAN, TODAY, "no", "several-candidates", []),
    ("市地方金融监管局", YANGQUAN, TODAY, "unknown", "several-candidates", []),  # it may have stayed
    ("市财政局", YANGQUAN, TODAY, "yes", "no-change-known", ["阳泉市财政局"]),
    ("银监会", None, TODAY, "no", "ended", ["国家金融监督管理总局"]),
    ("国家新闻出版广电总局", None, TODAY, "no", "ended", ["国家广播电视总局", "中共中央宣传部"]),
    ("国家金融监督管理总局阳泉监管分局", None, "2020-01-01", "no", "not-founded", []),
    ("民政部", None, TODAY, "yes", "no-change-known", ["民政部"]),  # it only lost functions
    ("建设部", None, TODAY, "no", "ended", ["住房和城乡建设部"]),
    ("卫生部", None, "2015-01-01", "no", "ended", ["国家卫生和计划生育委员会"]),
    ("卫生部", None, TODAY, "no", "ended", ["国家卫生健康委员会"]),
    ("铁道部", None, TODAY, "no", "ended", ["交通运输部", "国家铁路局", "中国国家铁路集团有限公司"]),
    ("国务院侨务办公室", None, TODAY, "no", "ended", ["中共中央统一战线工作部"]),
    ("国务院港澳事务办公室", None, TODAY, "no", "ended", ["中共中央港澳工作办公室"]),
    ("湖南省卫生厅", None, "2014-08-12", "no", "ended", ["湖南省卫生和计划生育委员会"]),
    ("湖南省卫生厅", None, TODAY, "no", "ended", ["湖南省卫生健康委员会"]),
    ("市公安消防支队", YANGQUAN, TODAY, "no", "ended", ["阳泉市消防救援支队"]),
    ("青岛保监局", None, TODAY, "no", "ended", ["国家金融监督管理总局青岛监管局"]),
    ("重庆市扶贫办", None, "2022-01-01", "no", "ended", ["重庆市乡村振兴局"]),
    ("重庆市扶贫办", None, TODAY, "no", "ended", ["重庆市农业农村委员会"]),
    ("盂县扶贫开发办公室", None, TODAY, "no", "ended", ["盂县农业农村局"]),
    ("青海省乡村振兴局", None, "2024-01-30", "yes", "not-yet", ["青海省乡村振兴局"]),
    ("北京市海淀区国税局", None, "2018-07-10", "unknown", "day-not-known", []),
    ("平定县环境保护局", None, "2019-06-01", "unknown", "day-not-known", []),  # a branch by 2020
    ("中国人民银行重庆营业管理部", None, TODAY, "no", "ended", ["中国人民银行重庆市分行"]),
    ("长泰县人民政府", None, "2018-01-01", "yes", "not-yet", ["长泰县人民政府"]),
    ("长泰县人民政府", None, "2022-01-01", "unknown", "day-not-known", []),
    ("长泰县人民政府", None, TODAY, "no", "ended", ["漳州市长泰区人民政府"]),
    ("长泰县财政局", None, TODAY, "no", "several-candidates", []),  # a branch, or its own
    ("横县财政局", None, TODAY, "no", "ended", ["横州市财政局"]),
    ("毕节地区行政公署", None, TODAY, "no", "ended", ["毕节市人民政府"]),
    ("襄樊市财政局", None, TODAY, "no", "ended", ["襄阳市财政局"]),
    ("杭州市江干区财政局", None, TODAY, "no", "abolished", []),  # where it went, no table tells
    ("杭州市下城区财政局", None, TODAY, "no", "ended", ["杭州市拱墅区财政局"]),
    ("莱芜市钢城区财政局", None, TODAY, "no", "ended", ["济南市钢城区财政局"]),
    ("漳州市长泰区人民政府", None, "2015-01-01", "no", "place-not-founded", []),
    ("漳州市长泰区人民政府", None, "2021-06-01", "unknown", "place-day-not-known",
     ["漳州市长泰区人民政府"]),
    ("长泰县教育局", None, "1998-01-01", "unknown", "before-table", ["长泰县教育局"]),
    ("长泰县国土资源局", None, TODAY, "no", "several-candidates", []),
]  # fmt: skip


def standing(name, near, day, function=None):
    registry = load_registry()
    (body,) = bodies_named(name, registry, near)
    return Lineage(registry).standing(body, day, function)


@pytest.mark.parametrize(("name", "near", "day", "stands", "reason", "now"), ROWS)
def test_who_it_is_on_a_day(name, near, day, stands, reason, now):
    found = standing(name, near, day)
    assert (found.stands.value, found.reason) == (stands, reason)
    assert [body.name for body in found.now] == now


def test_a_hop_has_its_date_and_its_evidence():
    merge, rename = standing("阳泉银监分局", None, TODAY).hops
    assert (merge.when.not_before, merge.when.not_after) == ("2018-12-17", "2019-12-31")
    assert (rename.kind, rename.when.day, rename.result) == ("rename", "2023-07-20", "renamed")
    assert rename.formal_basis == "《党和国家机构改革方案》"


def test_a_bureau_of_a_district_is_settled_by_a_document_that_names_it():
    """A county that became a district: what documents write of it is no branch."""
    known = Body("350605", "漳州市长泰区财政局")
    lineage = Lineage(load_registry(), known=lambda body: body == known)
    found = lineage.standing(Body("350625", "长泰县财政局"), TODAY)
    assert (found.reason, found.now) == ("ended", (known,))


def test_what_a_bureau_may_have_come_of_is_told():
    before = Lineage(load_registry()).predecessors(Body("350605", "漳州市长泰区自然资源局"))
    assert [reform.old.name for reform in before] == ["长泰县自然资源局"]


def test_a_transfer_moves_only_its_functions():
    assert [b.name for b in standing("民政部", None, TODAY, "救灾").now] == ["应急管理部"]
    assert [b.name for b in standing("民政部", None, TODAY, "医疗救助").now] == ["国家医疗保障局"]
    assert [b.name for b in standing("民政部", None, TODAY, "婚姻登记").now] == ["民政部"]
    assert [b.name for b in standing("民政部", None, "2018-03-16", "救灾").now] == ["民政部"]
    assert {r.functions for r in standing("民政部", None, TODAY).told} >= {("救灾",), ("医疗救助",)}


def test_a_split_is_followed_for_the_function_that_is_asked_for():
    found = standing("国家新闻出版广电总局", None, TODAY, "电影管理")
    assert [body.name for body in found.now] == ["中共中央宣传部"]


def test_the_candidates_are_told():
    found = standing("市国土局", YANGQUAN, TODAY)
    assert [body.name for body in found.open] == [
        "阳泉市自然资源局", "阳泉市自然资源和规划局", "阳泉市规划和自然资源局",
    ]  # fmt: skip


def test_the_candidates_are_those_of_the_day():
    """What followed 卫生局 had two names, and both ended in 2018."""
    found = standing("阳泉市卫生局", None, TODAY)
    assert [body.name for body in found.open] == ["阳泉市卫生健康委员会", "阳泉市卫生健康局"]
    found = standing("阳泉市卫生局", None, "2017-06-01")
    assert [b.name for b in found.open] == ["阳泉市卫生和计划生育委员会", "阳泉市卫生和计划生育局"]


def test_candidates_that_lead_to_one_body_are_an_answer():
    changes = [
        replace(told("甲局", "乙局"), new=(Body("990100", "乙局"), Body("990100", "丙局"))),
        told("乙局", "丁局", day="2021-01-01"),
        told("丙局", "丁局", day="2021-01-01"),
    ]
    lineage = Lineage(load_registry(), changes)
    found = lineage.standing(Body("990100", "甲局"), TODAY)
    assert (found.reason, found.now) == ("ended", (Body("990100", "丁局"),))
    found = lineage.standing(Body("990100", "甲局"), "2020-06-01")
    assert (found.reason, found.now) == ("several-candidates", ())
    assert found.open == (Body("990100", "乙局"), Body("990100", "丙局"))


def test_a_body_known_to_exist_settles_which_of_several_is_meant():
    registry = load_registry()
    known = Body(YANGQUAN, "阳泉市规划和自然资源局")
    lineage = Lineage(registry, known=lambda body: body == known)
    found = lineage.standing(Body(YANGQUAN, "阳泉市国土资源局"), TODAY)
    assert (found.stands.value, found.now) == ("no", (known,))


def test_predecessors_go_back_through_all_hops():
    registry = load_registry()
    (body,) = bodies_named("国家金融监督管理总局阳泉监管分局", registry)
    names = [r.old.name for r in Lineage(registry).predecessors(body)]
    assert names == [
        "中国银行业监督管理委员会阳泉监管分局",
        "中国银行保险监督管理委员会阳泉监管分局",
    ]


def told(old, new, kind=ChangeKind.RENAME, day="2020-01-01", functions=()):
    return Reform(
        "澄政发〔2020〕1号#1", kind, "990100", Body("990100", old), (Body("990100", new),),
        When(day), functions, origin="record",
    )  # fmt: skip


def test_a_circle_ends_and_is_said():
    circle = [told("甲局", "乙局"), told("乙局", "甲局")]
    found = Lineage(load_registry(), circle).standing(Body("990100", "甲局"), TODAY)
    assert (found.reason, found.now) == ("cycle", ())


def test_a_change_from_before_a_body_came_to_be_is_not_its_change():
    changes = [told("甲局", "乙局", day="2020-01-01"), told("乙局", "丙局", day="2010-01-01")]
    found = Lineage(load_registry(), changes).standing(Body("990100", "甲局"), TODAY)
    assert [body.name for body in found.now] == ["乙局"]


def test_a_substitution_is_told_and_never_followed():
    changes = [told("甲局", "乙局", ChangeKind.SUBSTITUTE)]
    found = Lineage(load_registry(), changes).standing(Body("990100", "甲局"), TODAY)
    assert found.now == (Body("990100", "甲局"),)
    assert found.told == tuple(changes)


def test_what_a_document_tells_is_followed_where_the_registry_knows_nothing():
    old = "中国银行保险监督管理委员会阳泉监管分局"
    other = Reform(
        "x", ChangeKind.RENAME, YANGQUAN, Body(YANGQUAN, old), (Body(YANGQUAN, "丁局"),),
        When("2022-01-01"), origin="record",
    )  # fmt: skip
    found = Lineage(load_registry(), [other, told("甲局", "乙局")])
    assert [b.name for b in found.standing(Body("990100", "甲局"), TODAY).now] == ["乙局"]
    kept = found.standing(Body(YANGQUAN, old), TODAY)
    assert [b.name for b in kept.now] == ["国家金融监督管理总局阳泉监管分局"]
    assert kept.told == (other,)


def ordered(old, new, kind, day="2024-05-06", event="阳政发〔2024〕1号#1"):
    bodies = [Body(YANGQUAN, name) if name else None for name in (old, new)]
    new = (bodies[1],) if bodies[1] else ()
    return Reform(event, kind, YANGQUAN, bodies[0], new, When(not_after=day), origin="record")


DATA = "阳泉市大数据发展管理局"


@pytest.mark.parametrize(
    ("told", "reason", "now"),
    [
        # the pattern knows that one can have led to the other; the document did both
        ([("", "阳泉市数据局", "found"), (DATA, "", "abolish")], "ended", ["阳泉市数据局"]),
        ([("", "阳泉市商务局", "found"), (DATA, "", "abolish")], "abolished", []),
        ([(DATA, "阳泉市数据管理中心", "rename")], "ended", ["阳泉市数据管理中心"]),
        ([(DATA, DATA, "rename")], "several-candidates", []),
    ],
)
def test_what_a_document_ordered_goes_before_a_pattern_that_leaves_it_open(told, reason, now):
    changes = [ordered(old, new, ChangeKind(kind)) for old, new, kind in told]
    found = Lineage(load_registry(), changes).standing(Body(YANGQUAN, DATA), TODAY)
    assert (found.reason, [body.name for body in found.now]) == (reason, now)


def test_what_a_document_ordered_had_happened_by_its_day():
    change = ordered(DATA, "阳泉市数据局", ChangeKind.RENAME)
    lineage = Lineage(load_registry(), [change])
    days = ("2023-03-15", "2024-05-05", "2024-05-06")
    standings = [lineage.standing(Body(YANGQUAN, DATA), day) for day in days]
    assert [found.stands for found in standings] == ["yes", "unknown", "no"]
    (hop,) = standings[-1].hops
    assert (hop.when.not_before, hop.when.not_after) == ("2023-03-16", "2024-05-06")
    assert lineage.predecessors(Body(YANGQUAN, "阳泉市数据局"))[-1] == hop


def test_a_draft_does_not_go_before_a_pattern():
    change = ordered(DATA, "阳泉市数据局", ChangeKind.RENAME, day=None)
    found = Lineage(load_registry(), [change]).standing(Body(YANGQUAN, DATA), TODAY)
    assert found.reason == "several-candidates"


def test_every_reason_has_its_words():
    assert {row[4] for row in ROWS} <= set(REASONS)
    assert all(zh and en for zh, en in REASONS.values())


@pytest.mark.parametrize(
    ("name", "near", "names"),
    [
        ("市财政局", None, []),  # no place: nobody's
        ("发展改革委", YANGQUAN, ["阳泉市发展和改革委员会"]),  # the nearest
        ("发展改革委", None, ["国家发展和改革委员会"]),
        ("市金融办", YANGQUAN, ["阳泉市人民政府金融工作办公室", "阳泉市金融工作办公室"]),
        ("各县（市、区）人民政府", YANGQUAN, []),
        ("某某委员会办公处", YANGQUAN, []),
        ("中国人民银行南京分行", None, ["中国人民银行南京分行"]),
        ("人行河南省分行", None, ["中国人民银行河南省分行"]),  # written with the whole name
        ("人行平定县支行", None, ["中国人民银行平定县支行"]),
    ],
)
def test_the_bodies_a_name_may_mean(name, near, names):
    assert [body.name for body in bodies_named(name, load_registry(), near)] == names

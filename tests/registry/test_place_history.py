"""Former divisions: which stood on a day, what they became, and tables that do not fit."""

import csv
from collections import Counter

import pytest

from policygraph.assets import asset_dir
from policygraph.errors import RegistryError
from policygraph.model.place_change import Coded, PlaceChangeKind
from policygraph.registry.registry import load_registry

NOW, THEN = "2024-01-01", "2018-01-01"


@pytest.fixture(scope="module")
def history():
    return load_registry().history


def named(history, day, name):
    """Give the key and the name of the division that a name begins with on a day."""
    found = history.on(day).at_start(name)
    return found and (found[0].code, found[0].name)


@pytest.mark.parametrize(
    ("day", "name", "expected"),
    [
        (THEN, "长泰县财政局", ("350625", "长泰县")),
        (NOW, "长泰区财政局", ("350605", "长泰区")),
        (NOW, "长泰县财政局", ("350625", "长泰县")),  # of another day, and named in full
        (THEN, "长泰区财政局", ("350605", "长泰区")),
        (NOW, "长泰财政局", ("350605", "长泰区")),  # the short name is that of the day
        (THEN, "长泰财政局", ("350625", "长泰县")),
        (THEN, "沙县人民政府", ("350427", "沙县")),
        ("2005-01-01", "襄樊市财政局", ("420600", "襄樊市")),
        (NOW, "襄阳市财政局", ("420600", "襄阳市")),
        (NOW, "襄樊市财政局", ("420600", "襄樊市")),
        ("2005-01-01", "毕节市财政局", ("522401", "毕节市")),  # the county, before the city
        (NOW, "毕节市财政局", ("520500", "毕节市")),
        ("2005-01-01", "大方县财政局", ("520521", "大方县")),  # under another code, the same
        ("2005-01-01", "重庆市万盛区财政局", ("500110~万盛区", "万盛区")),
        (NOW, "重庆市綦江区财政局", ("500110", "綦江区")),
        ("2015-01-01", "杭州市下城区财政局", ("330103", "下城区")),
        (NOW, "杭州市下城区财政局", ("330103", "下城区")),
        (NOW, "新区管理委员会", None),  # a district of that name there was, in 唐山
        (NOW, "开发区管理委员会", None),
    ],
)
def test_a_name_means_the_division_of_its_day(history, day, name, expected):
    assert named(history, day, name) == expected


@pytest.mark.parametrize(
    ("day", "code", "above"),
    [
        ("2005-01-01", "520521", ["大方县", "毕节地区", "贵州省", "中华人民共和国"]),
        (NOW, "520521", ["大方县", "毕节市", "贵州省", "中华人民共和国"]),
        (THEN, "350625", ["长泰县", "漳州市", "福建省", "中华人民共和国"]),
        ("2005-01-01", "420602", ["襄城区", "襄樊市", "湖北省", "中华人民共和国"]),
    ],
)
def test_a_division_lay_in_what_was_above_it_then(history, day, code, above):
    assert [place.name for place in history.on(day).chain(code)] == above


def test_between_two_editions_both_may_stand(history):
    doubtful = history.on("2021-06-01")
    for code in ("350625", "350605"):
        assert doubtful.is_of_the_day(doubtful.get(code))
    assert [p.name for p in history.on("2010-06-01").possible("420600")] == ["襄阳市", "襄樊市"]
    assert [p.name for p in history.on(NOW).possible("420600")] == ["襄阳市"]


def test_half_a_year_on_either_side_is_in_doubt_too(history):
    """The editions are of 31 December 2020 and 2022."""
    stands = [
        tuple(history.on(day).is_of_the_day(history.place(Coded(*coded))) for coded in
              (("350625", "长泰县"), ("350605", "长泰区")))
        for day in ("2020-06-30", "2020-07-01", "2023-07-01", "2023-07-02")
    ]  # fmt: skip
    assert stands == [(True, False), (True, True), (True, True), (False, True)]


def test_today_is_the_table_of_today(history):
    registry = load_registry()
    assert registry.on(None) is registry
    assert registry.on("2026-06-01") is registry
    assert registry.on("2016-06-01") is registry.on("2016-06-02")
    assert registry.on("2016-06-01").reforms is registry.reforms
    with (asset_dir("data/registry") / "places.csv").open(encoding="utf-8") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert [place.code for place in history.today] == sorted(codes)


def test_before_the_first_edition_the_first_is_all_there_is(history):
    assert history.first_day == "1999-12-31"
    assert named(history, "1985-01-01", "武清县财政局") == ("120222", "武清县")


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1999-12-31", 3220), ("2000-12-31", 3225), ("2001-12-31", 3224), ("2010-12-31", 3220),
        ("2011-12-31", 3216), ("2013-12-31", 3217), ("2014-12-31", 3219), ("2017-12-31", 3216),
        ("2018-01-31", 3216), ("2024-12-31", 3210),
    ],
)  # fmt: skip
def test_each_edition_held_as_many_divisions(history, day, count):
    """Counted in the packages; of 港, 澳, 台 and of the islands not all editions have rows."""
    counted = [
        stay.coded
        for stay in history.stays
        if (not stay.since.not_before or stay.since.not_after <= day)
        and (stay.until is None or stay.until.not_after > day)
        and not stay.coded.code.startswith(("10", "71", "81", "82", "46032"))
    ]
    assert len(counted) == count


def test_a_walk_back_through_the_changes_ends_in_the_first_edition(history):
    standing = {Coded(place.code, place.name) for place in history.today}
    for change in sorted(history.changes, key=lambda c: c.when.not_after, reverse=True):
        if change.new and change.kind is not PlaceChangeKind.MERGE:
            standing.remove(change.new)
        if change.old:
            assert change.old not in standing
            standing.add(change.old)
    assert standing == {stay.coded for stay in history.stays if not stay.since.not_before}


def test_a_reviewed_row_goes_before_that_the_tables_do_not_know():
    history = load_registry().history
    (change,) = history.leaving("330103")
    assert (change.kind, change.new) == (PlaceChangeKind.MERGE, Coded("330105", "拱墅区"))
    assert "11 March 2021" in change.source
    assert [c.kind for c in history.arriving("370116")] == [PlaceChangeKind.REDESIGNATE]
    assert history.place(Coded("371203", "钢城区")).code == "370117"


def test_the_changes_are_of_their_kinds(history):
    kinds = Counter(change.kind for change in history.changes)
    assert kinds[PlaceChangeKind.REDESIGNATE] > 340
    assert kinds[PlaceChangeKind.RECODE] > 470
    for change in history.changes:
        old, new = change.old, change.new
        if change.kind is PlaceChangeKind.RECODE:
            assert old.name == new.name
        if change.kind is PlaceChangeKind.RENAME:
            assert old.code == new.code
        if change.kind is PlaceChangeKind.REDESIGNATE:
            assert old.code != new.code
        assert change.when.not_before < change.when.not_after


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (("350625", "长泰县"), ("350605", "长泰区"), "撤县设区"),
        (("450127", "横县"), ("450181", "横州市"), "撤县设市"),
        (("522400", "毕节地区"), ("520500", "毕节市"), "撤地设市"),
        (("522401", "毕节市"), ("520502", "七星关区"), "撤市设区"),
        (("361121", "上饶县"), ("361104", "广信区"), "撤县设区"),
        (("360402", "庐山区"), ("360402", "濂溪区"), "行政区划更名"),
        (("420600", "襄樊市"), ("420600", "襄阳市"), "行政区划更名"),
        (("341521", "寿县"), ("340422", "寿县"), "行政区划代码变更"),
    ],
)
def test_what_a_division_became(history, old, new, words):
    (change,) = [change for change in history.changes if change.old == Coded(*old)]
    assert (change.new, change.words) == (Coded(*new), words)
    assert "compared" in change.source


@pytest.mark.parametrize("name", ["江干区", "崇文区", "铜陵县"])
def test_where_it_went_the_tables_do_not_tell(history, name):
    (change,) = [c for c in history.changes if c.old and c.old.name == name]
    assert (change.kind, change.new) == (PlaceChangeKind.END, None)


FORMER = (
    "code,name,short,level,parent,since_not_before,since_not_after,until_not_before,"
    "until_not_after,source\n"
)
CHANGES = "kind,old_code,old_name,new_code,new_name,date,not_before,not_after,source\n"
COUNTY = "990121,青石县,青石,county,990100,,1999-12-31,2020-12-31,2022-12-31,made\n"
DISTRICT = "code,name,short,level,parent,source\n990105,青石区,青石,county,990100,made\n"
BECAME = "redesignate,990121,青石县,990105,青石区,2021-05-01,,,made\n"


def tables(folder, former=COUNTY, changes=BECAME):
    """Load tables of one's own."""
    (folder / "places.csv").write_text(DISTRICT, encoding="utf-8")
    (folder / "former_places.csv").write_text(FORMER + former, encoding="utf-8")
    (folder / "place_changes.csv").write_text(CHANGES + changes, encoding="utf-8")
    return load_registry([folder])


def test_a_change_of_ones_own_may_have_its_day(tmp_path):
    history = tables(tmp_path).history
    for day, name in (("2021-04-30", "青石县"), ("2021-05-01", "青石区")):
        stands = [place.name for place in history.on(day) if place.code.startswith("9901")]
        assert name in stands
    (change,) = history.leaving("990121")
    assert change.when.day == "2021-05-01"


@pytest.mark.parametrize(
    ("former", "changes", "message"),
    [
        (COUNTY, "", "no row of place_changes.csv tells what became of 990121 青石县"),
        ("", BECAME, "990121 青石县 stands neither in places.csv nor in former_places.csv"),
        (COUNTY + COUNTY, BECAME, "990121 青石县 stands twice"),
        (COUNTY.replace("county", "town"), BECAME, "line 2: level 'town' is not known"),
        (COUNTY.replace("990121", "9901"), BECAME, "line 2: code '9901' is no code"),
        (COUNTY.replace("1999-12-31", "1999"), BECAME, "since_not_after '1999' is no day"),
        (COUNTY.replace("1999-12-31", "2023-12-31"), BECAME, "青石县 ends before it begins"),
        (COUNTY, BECAME.replace("redesignate", "moved"), "line 2: kind 'moved' is not known"),
        (COUNTY, BECAME.replace("2021-05-01", ""), "line 2: no day is given"),
        (COUNTY, BECAME.replace(",青石县,", ",,"), "old_code and old_name go together"),
        (COUNTY, BECAME.replace("redesignate", "end"), "end has an old and no new division"),
        (COUNTY, BECAME.replace("redesignate", "found"), "found has no old and a new division"),
        (
            COUNTY,
            BECAME.replace("2021-05-01,,", ",2022-12-31,2020-12-31"),
            "not_before 2022-12-31 is later than not_after; exchange them",
        ),
    ],
)
def test_tables_that_do_not_fit_are_told(tmp_path, former, changes, message):
    with pytest.raises(RegistryError, match=message):
        tables(tmp_path, former, changes)

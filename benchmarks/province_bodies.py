"""The places and bodies of the invented province: names that repeat, and long lineages.

Twelve cities have counties and districts of the same eight names, so 柳坪县财政局 is the name of
twelve bodies and 市财政局 of as many. In each place one line of bodies runs through eleven changes,
three of them mergers; others were split, abolished, or may have gone to one of two.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

INVENTED = "invented for the benchmarks"
PROVINCE = "990000"
CAPITAL = "990100"
_CITIES = ("澄湖", "临岚", "白浦", "丹屏", "禾原", "苍岭", "霁州", "银湾", "岚阳", "汐州", "雁浦",
           "沧屏")  # fmt: skip
_COUNTIES = ("柳坪县", "双泉县", "河湾县", "松岭县", "梧岭县", "金滩区", "石渡区", "望塔区")

# As written behind the word of the level, and what official names end in.
DEPARTMENTS = {
    "财政局": "财政局", "商务局": "商务局", "统计局": "统计局", "审计局": "审计局",
    "教育局": "教育局", "科技局": "科学技术局", "司法局": "司法局", "民政局": "民政局",
    "工信局": "工业和信息化局", "发改委": "发展和改革委员会", "市场监管局": "市场监督管理局",
    "人社局": "人力资源和社会保障局", "文旅局": "文化和旅游局", "农业农村局": "农业农村局",
    "水利局": "水利局", "交通运输局": "交通运输局", "卫健委": "卫生健康委员会",
    "应急管理局": "应急管理局",
}  # fmt: skip
OF_PROVINCE = {
    "财政厅": "财政厅", "商务厅": "商务厅", "统计局": "统计局", "审计厅": "审计厅",
    "教育厅": "教育厅", "科技厅": "科学技术厅", "民政厅": "民政厅", "水利厅": "水利厅",
}  # fmt: skip

# One body after the other, a change every second year on the first of March.
LINE = ("商业局", "贸易局", "商业贸易局", "经济贸易局", "商贸局", "商贸流通局", "流通发展局",
        "市场流通局", "市场发展局", "市场建设局", "集市发展局", "集市管理局")  # fmt: skip
FIRST_CHANGE = 2001
RENAMED = "2012-05-01"  # the day from which the counties of one name bear it
_MERGED = {"贸易局": "物资局", "商贸局": "供销服务局", "市场发展局": "摊区管理局"}
SIDE = ("物资局", "供销服务局", "摊区管理局", "城市建设局", "信息办公室", "摊区整治办公室")
_COLUMNS = (
    "event", "kind", "place", "old", "new", "new_place", "date", "not_before", "not_after",
    "functions", "cause", "basis", "basis_number", "result", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the province; ``full`` begins the names of its bodies."""

    code: str
    name: str
    full: str
    parent: str

    @property
    def level(self) -> str:
        """The word that stands before short names of its bodies: 省, 市, 区 or 县."""
        return self.name[-1]

    @property
    def departments(self) -> dict[str, str]:
        """The departments of its government, as written and in full."""
        return OF_PROVINCE if self.code == PROVINCE else DEPARTMENTS


def _places() -> Iterator[Place]:
    yield Place(PROVINCE, "云岭省", "云岭省", "100000")
    for number, short in enumerate(_CITIES, 1):
        code, city = f"99{number:02}", f"{short}市"
        yield Place(f"{code}00", city, city, PROVINCE)
        for within, name in enumerate(_COUNTIES, 1):
            full = city + name if name.endswith("区") else name
            yield Place(f"{code}{within:02}", name, full, f"{code}00")


PLACES = {place.code: place for place in _places()}
CITIES = tuple(place for place in PLACES.values() if place.parent == PROVINCE)
COUNTIES = tuple(place for place in PLACES.values() if place.parent.startswith("99") and
                 place.parent != PROVINCE)  # fmt: skip


def named_on(place: Place, day: str) -> Place:
    """Give a place with the name that it bore on a day."""
    if place.name != "梧岭县" or day >= RENAMED:
        return place
    return replace(place, name="梧县", full="梧县")


def body_of_the_line(year: int) -> str:
    """Give the ending of the name that the body of the line bears in the summer of a year."""
    return LINE[min(max(0, (year - FIRST_CHANGE) // 2 + 1), len(LINE) - 1)]


def write_registry(folder: Path) -> None:
    """Write the tables of places and of changes."""
    folder.mkdir()
    levels = {"省": "province", "市": "prefecture", "区": "county", "县": "county"}
    rows = [
        (p.code, p.name, p.name[:-1], levels[p.level], p.parent, INVENTED) for p in PLACES.values()
    ]
    _write(folder / "places.csv", ("code", "name", "short", "level", "parent", "source"), rows)
    _write_former_places(folder)
    changes = [change for place in PLACES.values() for change in _changes(place)]
    rows = [tuple(change.get(column, "") for column in _COLUMNS) for change in changes]
    _write(folder / "agency_changes.csv", _COLUMNS, rows)


def place_changes() -> Iterator[tuple[str, tuple[str, str], tuple[str, str], str]]:
    """Give what the counties of one name were called before, and what went up in districts.

    Yields:
        Kind, code and name before, code and name after, day.
    """
    for place in COUNTIES:
        if place.name == "梧岭县":
            before = named_on(place, "2000-01-01").name
            yield "rename", (place.code, before), (place.code, place.name), RENAMED
        if place.name == "金滩区":
            before = (f"{place.code[:4]}81", "旧滩县")
            yield "merge", before, (place.code, place.name), "2004-06-01"


def _write_former_places(folder: Path) -> None:
    former, changes = [], []
    for kind, old, new, day in place_changes():
        parent = PLACES[new[0]].parent
        former.append((*old, old[1][:-1], "county", parent, "", "", day, day, INVENTED))
        changes.append((kind, *old, *new, day, "", "", INVENTED))
    until = ("until_not_before", "until_not_after", "source")
    columns = ("code", "name", "short", "level", "parent", "since_not_before", "since_not_after")
    _write(folder / "former_places.csv", (*columns, *until), former)
    columns = ("kind", "old_code", "old_name", "new_code", "new_name", "date", "not_before")
    _write(folder / "place_changes.csv", (*columns, "not_after", "source"), changes)


def _write(path: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([columns, *rows])


def _changes(place: Place) -> Iterator[dict[str, str]]:
    for number, (old, new) in enumerate(pairwise(LINE)):
        day = f"{FIRST_CHANGE + 2 * number}-03-01"
        merged = [old, _MERGED[new]] if new in _MERGED else [old]
        for body in merged:
            kind = "merge" if len(merged) > 1 else "rename"
            yield _change(place, f"line-{number}", kind, body, new, day=day)
    for function, new in (("市政设施", "市政管理局"), ("园林绿化", "园林绿化局")):
        yield _change(
            place, "building", "split", "城市建设局", new, day="2016-05-01", functions=function
        )
    yield {
        **_change(place, "data", "abolish", "信息办公室", "数据局"),
        "new": f"{place.full}数据局|{place.full}信息中心",
        "not_before": "2019-01-01", "not_after": "2019-12-31",
    }  # fmt: skip
    yield _change(place, "clearing", "abolish", "摊区整治办公室", "", day="2018-12-31")
    if place.code != PROVINCE:
        yield _change(
            place, "care", "function_transfer", "民政局", "卫生健康委员会", day="2020-01-10",
            functions="养老服务", result="continues",
        )  # fmt: skip


def _change(
    place: Place, event: str, kind: str, old: str, new: str, *, day: str = "", **told: str
) -> dict[str, str]:
    full = named_on(place, day or "2019-01-01").full
    return {
        "event": f"{event}-{place.code}", "kind": kind, "place": place.code,
        "old": full + old, "new": full + new if new else "", "date": day,
        "cause": "机构改革", "basis": f"{place.name}机构改革方案", "result": "ended",
        "source": INVENTED, **told,
    }  # fmt: skip

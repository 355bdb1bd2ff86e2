"""The drawings: nothing overlaps, nothing is cut off, and what they show is in the graph."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from policygraph.documentation.clause_graph import clause_graph
from policygraph.documentation.diagram_layout import laid_out
from policygraph.documentation.drawn_text import width
from policygraph.documentation.module_diagram import Box, module_diagram
from policygraph.documentation.ontology import read_ontology
from policygraph.documentation.pages import ontology_pages

SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS = sorted(name for name in ontology_pages() if name.endswith(".svg"))
MODULES = {module.name: module for module in read_ontology().modules}
SIZES = {"m": 11.5, "m hm": 12, "m hm ws": 12, "v": 11, "r": 11, "l": 12.5, "h": 15, "h w": 15,
         "g": 12, "p": 15, "t": 13, "q": 12}  # fmt: skip
MONO = {"m", "m hm", "m hm ws", "v", "r"}
FACTS = {
    "《中华人民共和国中小企业促进法》第十条第二款": ("Citation", "中小企业促进法 第10条第2款"),
    "投资中小企业的比例不低于80%": ("Quantity", "下限"),
    "市财政局": ("Responsibility", "澄湖市财政局"),
    "市地方金融监管局": ("Responsibility", "澄湖市地方金融监督管理局"),
    "市国资委": ("Responsibility", "澄湖市人民政府国有资产监督管理委员会"),
    "各县区政府": ("Responsibility", "各县区政府"),
    "市高新区管委会": ("Responsibility", "市高新区管委会"),
}


def drawing(name):
    return ElementTree.fromstring(ontology_pages()[name])


def lines_of_text(picture):
    """Give each text as (left, right, baseline, words); the width is an estimate."""
    for one in picture.iter(f"{SVG}text"):
        style, words = one.get("class"), one.text or ""
        wide = float(one.get("textLength") or width(words, SIZES[style], style in MONO))
        x = float(one.get("x")) - (wide if one.get("text-anchor") == "end" else 0)
        yield x, x + wide, float(one.get("y")), words


def test_the_drawings_are_those_of_the_modules_and_of_the_clause():
    assert sorted([*(f"{name}.svg" for name in MODULES), "clause.svg"]) == DRAWINGS
    assert len(DRAWINGS) == 11


@pytest.mark.parametrize("name", DRAWINGS)
def test_no_two_texts_overlap(name):
    texts = list(lines_of_text(drawing(name)))
    assert len(texts) >= 30
    overlapping = [
        (a[3], b[3])
        for a, b in combinations(texts, 2)
        if abs(a[2] - b[2]) < 11 and a[0] < b[1] - 0.5 and b[0] < a[1] - 0.5
    ]
    assert overlapping == []


@pytest.mark.parametrize("name", DRAWINGS)
def test_nothing_is_cut_off(name):
    picture = drawing(name)
    wide, high = float(picture.get("width")), float(picture.get("height"))
    assert wide <= 1110
    for left, right, base, words in lines_of_text(picture):
        assert left >= 8, words
        assert right <= wide - 8, words
        assert 12 <= base <= high - 8, words
    for path in picture.iter(f"{SVG}path"):
        start = re.match(r"M(-?[\d.]+) (-?[\d.]+)", path.get("d"))
        assert 0 <= float(start.group(1)) <= wide
        assert 0 <= float(start.group(2)) <= high


@pytest.mark.parametrize("name", MODULES)
def test_no_two_boxes_overlap(name):
    placed = laid_out(module_diagram(MODULES[name]).boxes)
    assert len(placed) >= 3
    for a, b in combinations(placed, 2):
        beside = a.x + a.width <= b.x or b.x + b.width <= a.x
        assert beside or a.y + a.height <= b.y or b.y + b.height <= a.y


def test_a_class_without_properties_has_its_box():
    """A module begins with a class, and gets its properties afterwards."""
    alone = [Box((name,), "own", (("新类", name),)) for name in ("Fee", "Hotline")]
    placed = laid_out(alone)
    assert [one.box for one in placed] == alone
    assert placed[0].y + placed[0].height <= placed[1].y


@pytest.mark.parametrize("name", MODULES)
def test_every_arrow_is_drawn(name):
    boxes = module_diagram(MODULES[name]).boxes
    arrows = sum(len(row.targets) for box in boxes for row in box.rows)
    paths = [path.get("class") for path in drawing(f"{name}.svg").iter(f"{SVG}path")]
    assert sum(style.startswith("a ") for style in paths) == arrows >= 3


def test_the_clause_has_the_facts_that_its_text_says():
    graph = clause_graph()
    found = {
        graph.text[fact.start : fact.end]: (fact.type.rpartition("#")[2], fact.target.name)
        for fact in graph.facts
    }
    assert found == FACTS
    assert len(graph.facts) == 7


def test_the_picture_of_the_clause_shows_each_fact_and_what_it_stands_for():
    graph, picture = clause_graph(), drawing("clause.svg")
    words = [one.text or "" for one in picture.iter(f"{SVG}text")]
    for fact in graph.facts:
        assert f"{fact.start}–{fact.end}" in words
        assert fact.target.name in words
    assert words.count("pg:Responsibility") == 5
    styles = [path.get("class") for path in picture.iter(f"{SVG}path")]
    assert sum(style.startswith("s-") for style in styles) == 2 * len(graph.facts)


def test_the_picture_prints_the_clause_whole():
    graph, picture = clause_graph(), drawing("clause.svg")
    printed = "".join(one.text for one in picture.iter(f"{SVG}text") if one.get("class") == "p")
    assert graph.text[graph.start : graph.end].strip() in printed

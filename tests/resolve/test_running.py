"""Numbers that run through the sections of a plan."""

import pytest

from policygraph.resolve.running import meant_by, running_numbers
from tests.reading import read

MEASURES = "澄湖市节水措施\n\n一、资金\n\n1.设立资金。\n\n2.实施奖励。\n\n二、金融\n\n3.推广贷款。\n\n4.支持上市。\n"

# text, paths by number
TEXTS = [
    (MEASURES, {"1": "1/1", "2": "1/2", "3": "2/3", "4": "2/4"}),
    # they begin anew in each section
    ("澄湖市节水措施\n\n一、资金\n\n1.设立资金。\n\n二、金融\n\n1.推广贷款。\n", {}),
    # one section alone has a list
    ("澄湖市节水措施\n\n一、资金\n\n1.设立资金。\n\n2.实施奖励。\n\n二、金融\n", {}),
    # articles bear the numbers
    ("澄湖市节水办法\n\n第一条 列入：\n1.甲；\n2.乙。\n\n第二条 列入：\n3.丙；\n4.丁。\n", {}),
]


@pytest.mark.parametrize(("text", "paths"), TEXTS)
def test_numbers_run(text, paths):
    assert running_numbers(read(text).clauses) == paths


# locator, as printed, what it may mean
PLACES = [
    ("2", "第2条", ("1/2",)),
    ("2", "第2项", ("1/2",)),
    ("2", "2", ("1/2",)),
    ("2/1", "第2条第（一）项", ("1/2/1",)),
    ("2", "第二条", ("2", "1/2")),
    ("2", "二", ("2",)),
    ("2", "第二部分", ("2",)),
    ("2/3", "3", ("2/3",)),
    ("9", "第9条", ("9",)),
]


@pytest.mark.parametrize(("locator", "printed", "meant"), PLACES)
def test_what_a_place_means(locator, printed, meant):
    running = running_numbers(read(MEASURES).clauses)
    assert meant_by(locator, printed, running) == meant

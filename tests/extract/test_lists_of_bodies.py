"""Lists of bodies: what is tried of them again is not read again."""

import pytest

from policygraph.extract.bodies import lists
from policygraph.model.source import Span
from policygraph.registry.registry import load_registry


@pytest.mark.parametrize("count", [13, 26])
def test_a_list_without_names_is_not_read_in_every_way(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the parts of this list were read 14,233 times, and twice as often with each further character
    text = "和" * count + "信息化（二）省工业和信息化厅"
    reads = []
    real = lists._read
    monkeypatch.setattr(lists, "_read", lambda *given: reads.append(given) or real(*given))
    lists.read_bodies(text, Span(0, len(text)), load_registry())
    assert 0 < len(reads) <= count * count


def test_the_same_list_is_read_the_same_again() -> None:
    text = "市财政局、市公安局和市水利局"
    registry = load_registry()
    first, second = (lists.read_bodies(text, Span(0, len(text)), registry) for _ in range(2))
    assert first == second
    assert [unit.as_written for unit in first] == ["市财政局", "市公安局", "市水利局"]

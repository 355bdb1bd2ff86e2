"""Lines go out of sorted ones and come into them."""

import random

import pytest

from policygraph.rdf.dataset.sorted_lines import edited, lower_bound


def line(number: int) -> bytes:
    return b"x" * (number % 7) + b"%d\n" % number


def test_what_comes_out_is_what_sorting_gives() -> None:
    lot = random.Random(2)
    for count in (0, 1, 2, 3, 50, 200):
        every = {line(number) for number in range(count)}
        before = {each for each in every if lot.random() < 0.6}
        gone = {each for each in before if lot.random() < 0.3}
        come = {each for each in every - before if lot.random() < 0.3}
        data = b"".join(sorted(before))
        assert edited(data, gone, come) == b"".join(sorted(before - gone | come))


@pytest.mark.parametrize(
    ("gone", "come"),
    [({b"b\n"}, set()), (set(), {b"a\n"}), ({b"a\n"}, {b"a\n"}), ({b"z\n"}, set())],
)
def test_what_cannot_be_is_refused(gone: set[bytes], come: set[bytes]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        edited(b"a\nc\n", gone, come)


def test_where_a_line_would_stand() -> None:
    data = b"a\nccc\ne\n"
    places = [
        lower_bound(data, each) for each in (b"", b"a\n", b"b\n", b"ccc\n", b"d", b"e\n", b"f")
    ]
    assert places == [0, 0, 2, 2, 6, 6, 8]
    assert lower_bound(b"", b"a\n") == 0

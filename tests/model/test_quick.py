"""What is made quickly is otherwise the usual: dataclasses and named tuples."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import pytest

from policygraph.model.quick import quick_tuple, quickly_made
from policygraph.model.source import Span


@quickly_made
@dataclass(frozen=True, slots=True)
class Row:
    """A row with a default."""

    unit: str
    spans: tuple[int, ...]
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A row that looks at itself when it is made."""

    unit: str

    def __post_init__(self) -> None:
        """Accept anything."""


def test_a_row_is_made_by_place_by_name_and_with_its_default() -> None:
    row = Row("市财政局", spans=(1, 2))
    assert asdict(row) == {"unit": "市财政局", "spans": (1, 2), "inherited": False}
    assert Row("市财政局", (1, 2), True).inherited
    assert row == Row("市财政局", (1, 2)) != replace(row, inherited=True)
    assert hash(row) == hash(Row("市财政局", (1, 2)))


def test_a_row_stays_frozen_and_can_be_copied() -> None:
    row = Row("市财政局", (1, 2), True)
    with pytest.raises(FrozenInstanceError):
        row.unit = "市教育局"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(row)) == row == copy.deepcopy(row)


def test_an_argument_that_lacks_or_is_not_known_is_an_error() -> None:
    with pytest.raises(TypeError, match="spans"):
        Row("市财政局")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other"):
        Row("市财政局", (1, 2), other=1)  # type: ignore[call-arg]


def test_a_class_that_looks_at_itself_is_refused() -> None:
    with pytest.raises(TypeError, match="Checked"):
        quickly_made(Checked)


@pytest.mark.parametrize(
    "given", [field(default_factory=tuple), field(kw_only=True), field(init=False, default=())]
)
def test_a_field_that_is_no_plain_argument_is_refused(given: tuple[int, ...]) -> None:
    @dataclass(frozen=True, slots=True)
    class Made:
        spans: tuple[int, ...] = given

    with pytest.raises(TypeError, match="spans"):
        quickly_made(Made)


def test_a_named_tuple_made_quickly_is_the_usual_one() -> None:
    made = quick_tuple(Span)((3, 5))
    assert type(made) is Span
    assert made == Span(3, 5)
    assert (made.start, made.end) == (3, 5)

"""XML of an OFD: parsing, names, and numbers that are none of this world.

Programs differ in the namespace they write (``http://www.ofdspec.org/2016``, of a draft
``http://www.ofdspec.org``, or none), so elements are known by their local names.
"""

import math
import re
from collections.abc import Iterator
from itertools import repeat
from xml.etree.ElementTree import Element, ParseError, fromstring

from policygraph.expression import expression
from policygraph.text.inputs.plain import decoded

_GB = expression(rb"""<\?xml[^>]{0,100}encoding=["'](?:gb18030|gbk|gb2312)["']""", re.I)
_LARGEST = 1e6  # millimetres; a larger number is a mistake, or meant to exhaust us


def parse(part: bytes) -> Element:
    """Parse a part that declares no document type.

    Raises:
        ValueError: it is no XML.
    """
    source = decoded(part, "gb18030") if _GB.match(part) else part
    try:
        return fromstring(source)  # noqa: S314 - check_doctype lets no entity through
    except (ParseError, LookupError) as error:
        raise ValueError("no XML") from error


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def below(element: Element | None, *path: str) -> Element | None:
    """Give the first element at a path of local names; None where none is."""
    return None if element is None else element.find("/".join(f"{{*}}{step}" for step in path))


def all_below(element: Element | None, *path: str) -> Iterator[Element]:
    """Give the elements at a path of local names."""
    if element is not None:
        yield from element.iterfind("/".join(f"{{*}}{step}" for step in path))


def words(element: Element | None) -> str:
    """Give the text in an element, without blanks around it."""
    return "" if element is None else (element.text or "").strip()


def is_off(element: Element, name: str) -> bool:
    """Say whether an attribute is there and is false (xs:boolean)."""
    return (element.get(name) or "").strip().lower() in {"false", "0"}


def number(written: str | None) -> float | None:
    """Give a number; None where there is none, or none that a page can have."""
    try:
        value = float(written or "")
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= _LARGEST else None


def array(written: str | None, length: int) -> tuple[float, ...] | None:
    """Give an ST_Array of so many numbers (7.3); None where there is none."""
    values = tuple(number(item) for item in (written or "").split(maxsplit=length)[:length])
    found = tuple(value for value in values if value is not None)
    return found if len(found) == length else None


def steps(written: str | None) -> Iterator[float]:
    """Give the numbers of DeltaX or DeltaY (11.3), in which ``g 3 5`` is 5 three times.

    The last one goes on without end, as in the files of invoices that write it once. A number
    that is none is the one before.
    """
    items = iter((written or "").split())
    step = 0.0
    for item in items:
        times = 1.0
        if item == "g":
            times = number(next(items, "")) or 0.0
            item = next(items, "")  # noqa: PLW2901 - what is repeated
        value = number(item)
        step = step if value is None else value
        yield from repeat(step, max(int(times), 0))
    yield from repeat(step)

"""State companies that have tasks beside public bodies: 国网澄湖供电公司, 中国移动澄湖分公司.

Emergency plans name those that run electricity, communications, water, gas and railways as members
of a headquarters. Other firms have no public task, and are no units of a duty.
"""

from policygraph.expression import expression
from policygraph.extract.bodies.public_bodies import is_body
from policygraph.extract.bodies.units import split_units
from policygraph.extract.reading import Mention, Reading
from policygraph.model.source import Span

_STATE_COMPANY = expression(
    r"(?:国家电网|国网|南方电网|中国(?:移动|电信|联通|铁塔|广电|铁路))[\u4e00-\u9fff]{0,14}(?:公司|供电局)"
    r"|[\u4e00-\u9fff]{0,8}(?:供电|电力|水务|燃气|铁塔)(?:分|集团)?公司"
)
_HOLDS = ("公司", "供电局")  # one of which each of them ends in


def with_companies(reading: Reading, listed: Span) -> tuple[Mention, ...]:
    """Give the units of a list of public bodies and state companies; () for any other list."""
    text, registry = reading.source.text, reading.registry
    if not any(text.find(word, *listed) >= 0 for word in _HOLDS):
        return ()
    units = split_units(text, listed, registry.words)
    names = [unit.as_written for unit in units.units]
    known = all(_STATE_COMPANY.fullmatch(n) or is_body(n, registry) for n in names)
    return units.units if known and not units.rejected else ()

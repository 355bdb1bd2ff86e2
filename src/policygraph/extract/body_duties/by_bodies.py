"""Duties of bodies that a sentence does not begin with: 由…制定, …会同…, 经…批准, 报…审核."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from policygraph.expression import expression
from policygraph.extract.bodies.lists import read_bodies
from policygraph.extract.body_duties.beginnings import beginnings
from policygraph.extract.body_duties.companies import with_companies
from policygraph.extract.body_duties.duty import Duty, cued
from policygraph.extract.body_duties.listed_verbs import verbs_behind_by
from policygraph.extract.body_duties.subjects import is_running_text
from policygraph.extract.body_duties.verbs import (
    CHARGE,
    is_attribute,
    was_done,
)
from policygraph.extract.reading import Mention, Reading
from policygraph.model.facts import Role
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words

_BY = expression(
    r"由(?<![理自经缘事不曾]由)(?<!(?:不再|无需|无须)由)(?![于此来])(?P<said>[^，。；：:“”《]{4,160})"
)
# where the name of an office ends, and what goes on there as another name or an attribute
_OFFICE_END = expression("部门|机关|机构|政府|委员会|办事处|法院|检察院|办公室|[局厅]")
_NAME_GOES_ON = expression(
    "[的、和及或与以等各所之在为内中上下主负有工人组构任代领部办会长]|[^，。；]{0,12}(?:的|组成|构成|担任|代表)|[^，。；]?$"
)
_TRIES = 8  # verbs of a sentence at which its list of bodies may end
_APPROVED = expression(
    # what cannot do without a verb is looked at for the first character of one, before all others
    r"经(?<![已业曾]经)(?=[^，。；：:“”《]{2,120}?[通合同批审核认确])(?:请示|报请|报经|报(?=社会))?(?P<who>[^，。；：:“”《]{2,40}?)(?:会同[^，。；：:“”《]{2,20}?)?(?:组织[^，。；：:“”《]{0,10}?)?(?:研究|审核|审查|评审)?"
    r"(?:(?:评审|审核|评估|验收|考核)(?:通过|合格)|同意|批准|审核|审定|核准|审批|认定|确认|核实)(?=[。；]|，[^。；]{0,40}(?:可以|方可|不得|应当)|后|并备案后|的[，,]|[，,]?方[可能]|[，,]并?(?:再|由|上?报|下达|公布|发布|组织|实施|执行|予以|可|确定))"
)
_REPORTED = expression(
    r"报(?<![已曾申汇通举填预公简]报)(?![告名酬道表废纸警])(?:请|送|经|由)?(?P<who>[^，。；：:“”《》]{2,30}?)(?:研究|审核|审查)?"
    r"(?:批准|审批|审定|审核|核准|审议|同意|核定|审查)(?!的(?!，))"
)
_OBTAINED = expression("征得(?P<who>[^，。；：:“”《》]{2,40}?)的?(?:书面)?同意")
_CONSENTS = (_APPROVED, _REPORTED, _OBTAINED)
# 由市水利局牵头、市财政局配合
_BESIDE = expression(
    "牵头[，,、](?P<who>[^，,。；;：:“”《]{3,240}?)(?:等?共同)?(?:配合|参与|协同|协助|参加|组成)"
)
_NEED_NOT = expression("(?:[无毋][需须]|不[需须必用再]要?)(?:再|另行|逐级|层)?$")
_WITH = expression("(?:会同?|商(?:同(?!级))?)(?P<who>[^，。；：:\n]{2,160})")
_AND_OTHERS = expression("以及|[、和及]")
_NO_OFFICE = expression("[^，。；]{0,16}(?:企业|单位|组织|公司|专家|人员|代表|协会|学校|经营者)")
_CONSULTS = ("会", "商")


def together(reading: Reading, units: tuple[Mention, ...], begin: int, verb: int) -> Iterator[Duty]:
    """A会同B: A leads, B supports; what they have done is no duty."""
    if was_done(reading.source.text, verb):
        return
    yield Duty(units, Role.LEAD, begin, verb, "duty.together")
    match = _WITH.match(reading.source.text, verb)
    others = _others(reading, span_of(match.span("who"))) if match else ()
    if others:
        yield Duty(others, Role.SUPPORT, begin, verb, "duty.together")


@lru_cache(maxsize=8)
def _verbs(words: Words) -> re.Pattern[str]:
    verbs = verbs_behind_by(words)
    # one character first: it fails at once, and each of some hundred words does not
    return re.compile(f"(?={beginnings(verbs)})(?:{verbs})")


def _verbs_in(reading: Reading, said: Span) -> Iterator[re.Match[str]]:
    """Give the first verbs behind the beginning of a list of bodies, each of which may end it."""
    pattern = _verbs(reading.registry.words)
    return islice(pattern.finditer(reading.source.text, said.start + 2, said.end), _TRIES)


def _others(reading: Reading, said: Span) -> tuple[Mention, ...]:
    """Give the bodies before the verb for which they are called in, or before the pause."""
    text = reading.source.text
    ends = (verb.start() for verb in _verbs_in(reading, said))
    for end in (*ends, said.end):
        stop = end - 1 if text[end - 1] in "等后" else end
        units = read_bodies(text, span_of((said.start, stop)), reading.registry)
        if units:
            return units
    return _before_others(reading, said)


def _before_others(reading: Reading, said: Span) -> tuple[Mention, ...]:
    """会同有关部门和建设单位: of a list that ends in those who are no offices, the offices."""
    text = reading.source.text
    for cut in islice(_AND_OTHERS.finditer(text, said.start + 2, said.end), _TRIES):
        rest = text[cut.end() : said.end]
        units = read_bodies(text, span_of((said.start, cut.start())), reading.registry)
        if units and _NO_OFFICE.match(rest):
            return units
    return ()


def duties_by(reading: Reading) -> Iterator[Duty]:
    """Give the duties that sentences lay on bodies by 由: 由市水利局会同有关单位制定."""
    text = reading.source.text
    for match in _BY.finditer(text):
        found = _by(reading, span_of(match.span("said")))
        if found is None or not is_running_text(reading, match.start()):
            continue
        units, verb = found
        if CHARGE.match(text, verb):
            continue  # 由市政府协调民政工作的副秘书长担任: what a person is in charge of
        if text.startswith(_CONSULTS, verb):
            yield from together(reading, units, match.start(), verb)
            continue
        yield Duty(units, cued(text, verb), match.start(), verb, "duty.by")
        if others := beside(reading, verb):
            yield Duty(others, Role.SUPPORT, match.start(), verb, "duty.by")


def beside(reading: Reading, verb: int) -> tuple[Mention, ...]:
    """Give who takes part where another leads: 市水利局牵头，市公安局、市财政局等参与."""
    text = reading.source.text
    match = _BESIDE.match(text, verb)
    if match is None:
        return ()
    listed = span_of((match.start("who"), match.end("who") - match["who"].endswith("等")))
    found = read_bodies(text, listed, reading.registry)
    return found or with_companies(reading, listed)


def _by(reading: Reading, said: Span) -> tuple[tuple[Mention, ...], int] | None:
    """A name may hold a verb (组织部, 指导中心): try each place where the list could end."""
    text = reading.source.text
    for verb in _verbs_in(reading, said):
        units = read_bodies(text, span_of((said.start, verb.start())), reading.registry)
        if units and not is_attribute(text, *verb.span()):
            return units, verb.start()
    return _by_office(reading, said)


def _by_office(reading: Reading, said: Span) -> tuple[tuple[Mention, ...], int] | None:
    """由…审批机关标注: behind an office stands its verb, whichever it is."""
    text = reading.source.text
    *_, last = [said.start, *(end.end() for end in _OFFICE_END.finditer(text, *said))]
    if last == said.start or _NAME_GOES_ON.match(text, last, said.end):
        return None
    units = read_bodies(text, span_of((said.start, last)), reading.registry)
    return (units, last) if units else None


def duties_of_approval(reading: Reading) -> Iterator[Duty]:
    """经市政府批准后, 报市政府批准: who approves reviews."""
    text = reading.source.text
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _CONSENTS):
        if not is_running_text(reading, match.start()):
            continue
        if _NEED_NOT.search(text, max(0, match.start() - 5), match.start()):
            continue
        units = read_bodies(text, span_of(match.span("who")), reading.registry)
        if units:
            yield Duty(units, Role.REVIEW, match.start(), match.end("who"), "duty.approval")

"""Duties that running text lays on a body without a mark.

Printed forms: 统计部门要建立…; 由省商务厅会同有关单位…; 市发展改革委负责…; 县教育局：负责…;
经省政府同意后…. What a bracket or a quotation holds, and what a mark says, is read elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from policygraph.extract.duty_subjects import ends_of_bodies, is_running_text, subject_before
from policygraph.extract.duty_verbs import (
    ADVERB,
    CHARGE,
    DONE,
    MODAL,
    PLAIN,
    THEN_WITH,
    beginnings,
    is_attribute,
    is_inside,
    is_told,
    was_done,
)
from policygraph.extract.headed_duties import headed_duties
from policygraph.extract.public_bodies import is_collective, read_bodies
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.model.facts import BodyDuty, Role
from policygraph.model.finding import Finding
from policygraph.model.quick import quickly_made
from policygraph.model.source import Span
from policygraph.registry.words import Words

_BY = re.compile(
    r"由(?<![理自经缘事不曾]由)(?<!(?:不再|无需|无须)由)(?![于此来])(?P<said>[^，。；：:“”《]{4,160})"
)
# where the name of an office ends, and what goes on there as another name or an attribute
_OFFICE_END = re.compile("部门|机关|机构|政府|委员会|办事处|法院|检察院|办公室|[局厅]")
_NAME_GOES_ON = re.compile(
    "[的、和及或与以等各所之在为内中上下主负有工人组构任代领部办会]|[^，。；]{0,12}(?:的|组成|构成|担任|代表)|[^，。；]?$"
)
_VERBS = re.compile(f"{DONE}|{PLAIN}")
_TRIES = 8  # verbs of a sentence at which its list of bodies may end
# each begins with a literal, so that the search is fast
_IN_CHARGE = tuple(
    re.compile(rf"{pause}(?:具体|统一|全面|主要)?(?P<verb>负责|承担|统筹|牵头)") for pause in "，,"
)
_NOTE = r"(?:[（(][^（）()]{1,40}[）)])?"
_FOUNDED = re.compile(
    r"(?:[设成建]立|组建)的?(?P<who>[^，,。；;：:（()）]{2,30}(?:指挥部|领导小组|专班|委员会|联席会议|办公室|中心|指挥所|工作组))"
    rf"{_NOTE}$"
)
_OFFICE = re.compile(
    r"(?:^|[，,。；;：:\s）).．、设立])(?P<who>[^，,。；;：:、\s设立将由在的为（()）.．]{0,24}办公室)"
    rf"{_NOTE}(?:设?在[^，,。；;]{{2,30}})?$"
)
_MEMBERS = re.compile("组长|参加|以及")  # 成立某某任组长、某某参加的领导小组以及办公室
_FOUND_BACK = 120  # characters before its duty in which a body is founded
_APPROVED = re.compile(
    r"经(?<![已业曾]经)(?:请示|报请|报经)?(?P<who>[^，。；：:“”《]{2,40}?)(?:会同[^，。；：:“”《]{2,20}?)?(?:组织[^，。；：:“”《]{0,10}?)?(?:研究|审核|审查|评审)?"
    r"(?:(?:评审|审核|评估|验收|考核)(?:通过|合格)|同意|批准|审核|审定|核准|审批|认定|确认|核实)(?=[。；]|，[^。；]{0,40}(?:可以|方可|不得|应当)|后|并备案后|的[，,]|[，,]?方[可能]|[，,]并?(?:再|由|上?报|下达|公布|发布|组织|实施|执行|予以|可|确定))"
)
_REPORTED = re.compile(
    r"报(?<![已曾申汇通举填预公简]报)(?![告名酬道表废纸警])(?:请|送|经|由)?(?P<who>[^，。；：:“”《》]{2,30}?)(?:研究|审核|审查)?"
    r"(?:批准|审批|审定|审核|核准|审议|同意|核定|审查)(?!的(?!，))"
)
_OBTAINED = re.compile("征得(?P<who>[^，。；：:“”《》]{2,40}?)的?(?:书面)?同意")
_CONSENTS = (_APPROVED, _REPORTED, _OBTAINED)
# 由市水利局牵头、市财政局配合
_BESIDE = re.compile("牵头[，,、](?P<who>[^，,。；;：:“”《]{3,60}?)(?:配合|参与|协同|协助|参加)")
_POLITE = re.compile("[^。；;\n]{0,40}?为[盼荷]")  # 请市教育局支持、配合为盼: a request to others
_NEED_NOT = re.compile("(?:[无毋][需须]|不[需须必用再]要?)(?:再|另行|逐级|层)?$")
_WITH = re.compile("(?:会同?|商)(?P<who>[^，。；：:\n]{2,160})")
_AND_OTHERS = re.compile("以及|[、和及]")
_NO_OFFICE = re.compile("[^，。；]{0,16}(?:企业|单位|组织|公司|专家|人员|代表|协会|学校|经营者)")
_PIECE_END = re.compile("[，。；！？,;]|$")
_SENTENCE = 640  # characters before a duty in which its sentence begins
_CONSULTS = ("会", "商")
_LONGEST = 200  # characters of what is kept of a duty
_SUPPORTING = ("配合", "协办", "协助", "参与", "密切配合")
_REVIEWING = ("审核", "审定")
_DATA = "[^，。；;]{0,24}(?:数据|资料|信息|情况|材料|报表|名单|线索|台账|数字|清单)"
_ROLES = (
    (re.compile("[积极主动及时按期定期]*(?:牵头|统筹协调|会同)"), Role.LEAD),
    (
        re.compile(
            "[积极主动协同密切]*(?:配合|协助|参与|支持和?配合|协同|(?:做好)?(?:相关|有关|各项)配合)"
        ),
        Role.SUPPORT,
    ),
    (
        re.compile(f"[积极主动及时按期定期]*(?:提供(?={_DATA})|报送(?=.{{0,8}}数据))"),
        Role.DATA_SOURCE,
    ),
    (re.compile("[严格及时认真]*(?:审核|核定|核实|审定|审查|考核|验收|评审)"), Role.REVIEW),
)


@quickly_made
@dataclass(frozen=True, slots=True)
class _Duty:
    """Who, as what, and where the words begin that say so."""

    units: tuple[Mention, ...]
    role: Role
    begin: int
    verb: int
    rule: str
    said: Mention | None = None


def extract_body_duties(
    reading: Reading,
) -> tuple[tuple[BodyDuty, ...], tuple[Finding, ...]]:
    """Read the duties that sentences lay on bodies: one row for each clause, unit and sentence.

    Precision goes first: a sentence whose subject is not wholly a list of public bodies is
    passed over without a finding.
    """
    rows: dict[tuple[str, str, int], BodyDuty] = {}
    for duty in sorted(_duties(reading), key=lambda d: d.begin):
        clause = reading.clause_at(duty.begin)
        sentence = _sentence_start(reading, duty.begin)
        said = duty.said or _said(reading, duty)
        for unit in duty.units:
            group = is_collective(unit.as_written, reading.registry)
            rows.setdefault(
                (clause, unit.as_written, sentence),
                BodyDuty(clause, unit.as_written, group, duty.role, said.as_written,
                         said.spans, duty.rule),
            )  # fmt: skip
    return tuple(rows.values()), ()


def _said(reading: Reading, duty: _Duty) -> Mention:
    text = reading.source.text
    limit = min(duty.verb + _LONGEST, reading.block_at(duty.begin).span.end)
    end = _PIECE_END.search(text, duty.verb, limit)
    return mention(text, Span(duty.begin, end.start() if end else limit))


def _duties(reading: Reading) -> Iterator[_Duty]:
    yield from _with_modal(reading)
    yield from _with_by(reading)
    yield from _with_approval(reading)
    yield from _founded(reading)
    for headed in headed_duties(reading):
        role = _cued(reading.source.text, headed.verb)
        begin = headed.units[0].spans[0].start
        yield _Duty(headed.units, role, begin, headed.verb, "duty.heading", headed.said)


def _cued(text: str, verb: int) -> Role:
    return next((role for cue, role in _ROLES if cue.match(text, verb)), Role.RESPONSIBLE)


def _founded(reading: Reading) -> Iterator[_Duty]:
    """市政府成立指挥部，负责…; 办公室设在市水利局，承担…: the new body has the duty."""
    text = reading.source.text
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _IN_CHARGE):
        start = max(reading.block_at(match.start()).span.start, match.start() - _FOUND_BACK)
        before = text[start : match.start()]
        founds = "立" in before or "组建" in before
        found = founds and _FOUNDED.search(before)
        found = found or ("办公室" in before and _OFFICE.search(before))
        if found and _MEMBERS.search(found["who"]):
            continue
        if found and is_running_text(reading, start + found.start("who")):
            unit = mention(text, Span(start + found.start("who"), start + found.end("who")))
            begin, verb = unit.spans[0].start, match.start("verb")
            yield _Duty((unit,), Role.RESPONSIBLE, begin, verb, "duty.founded")


@lru_cache(maxsize=8)
def _modal(words: Words) -> re.Pattern[str]:
    """A modal verb right behind a character in which names of bodies end."""
    ends = "".join(sorted(ends_of_bodies(words)))
    begins = beginnings(f"{ADVERB}|{MODAL}|{PLAIN}")
    return re.compile(
        rf"[{re.escape(ends)}](?={begins})(?P<adverb>(?:{ADVERB})?)(?:(?P<modal>{MODAL})|(?P<plain>{PLAIN}))"
    )


def _with_modal(reading: Reading) -> Iterator[_Duty]:
    text, since = reading.source.text, -1
    for match in _modal(reading.registry.words).finditer(text):
        plain = match["plain"] is not None
        verb = match.start("plain" if plain else "modal")
        if not is_running_text(reading, verb):
            continue
        if not plain and is_inside(match["modal"], text, match.end()):
            continue
        subject = subject_before(reading, match.start("adverb"), opening=plain, since=since)
        if subject is None or (plain and is_told(text, verb, match.end())):
            continue
        if _POLITE.match(text, verb):
            continue
        units, begin = subject
        since = begin
        if plain:
            yield _Duty(units, _cued(text, verb), begin, verb, "duty.plain")
        elif match["modal"] == "会同":
            yield from _together(reading, units, begin, verb)
        elif text.startswith("会同", match.end()):
            yield from _together(reading, units, begin, match.end())
        elif match["modal"] == "在" and (later := THEN_WITH.match(text, match.end())):
            yield from _together(reading, units, begin, later.end())
        else:
            said = verb + (text[verb] in "，,")  # ，如…时，应: the case is told, too
            yield _Duty(units, _role(text, match), begin, said, "duty.modal")


def _role(text: str, match: re.Match[str]) -> Role:
    said = match["modal"].lstrip(":： ")
    after = text[match.end("modal") : match.end("modal") + 20].lstrip()
    if said in ("负责", "承担"):
        return Role.RESPONSIBLE
    if said == "牵头" or (said in ("作为", "为") and "牵头" in after):
        return Role.LEAD
    if said in _SUPPORTING:
        return Role.SUPPORT
    if said in _REVIEWING:
        return Role.REVIEW
    return next((role for cue, role in _ROLES if cue.match(after)), Role.RESPONSIBLE)


def _together(
    reading: Reading, units: tuple[Mention, ...], begin: int, verb: int
) -> Iterator[_Duty]:
    """A会同B: A leads, B supports; what they have done is no duty."""
    if was_done(reading.source.text, verb):
        return
    yield _Duty(units, Role.LEAD, begin, verb, "duty.together")
    match = _WITH.match(reading.source.text, verb)
    others = _others(reading, Span(*match.span("who"))) if match else ()
    if others:
        yield _Duty(others, Role.SUPPORT, begin, verb, "duty.together")


def _others(reading: Reading, said: Span) -> tuple[Mention, ...]:
    """Give the bodies before the verb for which they are called in, or before the pause."""
    text = reading.source.text
    ends = [m.start() for m in islice(_VERBS.finditer(text, said.start + 2, said.end), _TRIES)]
    for end in (*ends, said.end):
        stop = end - 1 if text[end - 1] in "等后" else end
        units = read_bodies(text, Span(said.start, stop), reading.registry)
        if units:
            return units
    return _before_others(reading, said)


def _before_others(reading: Reading, said: Span) -> tuple[Mention, ...]:
    """会同有关部门和建设单位: of a list that ends in those who are no offices, the offices."""
    text = reading.source.text
    for cut in islice(_AND_OTHERS.finditer(text, said.start + 2, said.end), _TRIES):
        rest = text[cut.end() : said.end]
        units = read_bodies(text, Span(said.start, cut.start()), reading.registry)
        if units and _NO_OFFICE.match(rest):
            return units
    return ()


def _with_by(reading: Reading) -> Iterator[_Duty]:
    text = reading.source.text
    for match in _BY.finditer(text):
        found = _by(reading, Span(*match.span("said")))
        if found is None or not is_running_text(reading, match.start()):
            continue
        units, verb = found
        if CHARGE.match(text, verb):
            continue  # 由市政府协调民政工作的副秘书长担任: what a person is in charge of
        if text.startswith(_CONSULTS, verb):
            yield from _together(reading, units, match.start(), verb)
            continue
        yield _Duty(units, _cued(text, verb), match.start(), verb, "duty.by")
        beside = _BESIDE.match(text, verb)
        others = read_bodies(text, Span(*beside.span("who")), reading.registry) if beside else ()
        if others:
            yield _Duty(others, Role.SUPPORT, match.start(), verb, "duty.by")


def _by(reading: Reading, said: Span) -> tuple[tuple[Mention, ...], int] | None:
    """A name may hold a verb (组织部, 指导中心): try each place where the list could end."""
    text = reading.source.text
    for verb in islice(_VERBS.finditer(text, said.start + 2, said.end), _TRIES):
        units = read_bodies(text, Span(said.start, verb.start()), reading.registry)
        if units and not is_attribute(text, *verb.span()):
            return units, verb.start()
    return _by_office(reading, said)


def _by_office(reading: Reading, said: Span) -> tuple[tuple[Mention, ...], int] | None:
    """由…审批机关标注: behind an office stands its verb, whichever it is."""
    text = reading.source.text
    *_, last = [said.start, *(end.end() for end in _OFFICE_END.finditer(text, *said))]
    if last == said.start or _NAME_GOES_ON.match(text, last, said.end):
        return None
    units = read_bodies(text, Span(said.start, last), reading.registry)
    return (units, last) if units else None


def _with_approval(reading: Reading) -> Iterator[_Duty]:
    """经市政府批准后, 报市政府批准: who approves reviews."""
    text = reading.source.text
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _CONSENTS):
        if not is_running_text(reading, match.start()):
            continue
        if _NEED_NOT.search(text, max(0, match.start() - 5), match.start()):
            continue
        units = read_bodies(text, Span(*match.span("who")), reading.registry)
        if units:
            yield _Duty(units, Role.REVIEW, match.start(), match.end("who"), "duty.approval")


def _sentence_start(reading: Reading, offset: int) -> int:
    start = max(reading.block_at(offset).span.start, offset - _SENTENCE)
    stops = (reading.source.text.rfind(mark, start, offset) for mark in "。；！？")
    return max(start, *stops)

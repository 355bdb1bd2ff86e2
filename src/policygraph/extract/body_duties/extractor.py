"""Duties that running text lays on a body without a mark.

Printed forms: 统计部门要建立…; 由省商务厅会同有关单位…; 市发展改革委负责…; 县教育局：负责…;
经省政府同意后…. What a bracket or a quotation holds, and what a mark says, is read elsewhere.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from policygraph.expression import expression
from policygraph.extract.bodies.public_bodies import is_collective
from policygraph.extract.body_duties.beginnings import beginnings
from policygraph.extract.body_duties.by_bodies import (
    beside,
    duties_by,
    duties_of_approval,
    together,
)
from policygraph.extract.body_duties.duty import Duty, cued
from policygraph.extract.body_duties.headed import headed_duties
from policygraph.extract.body_duties.listed_verbs import plain_verbs
from policygraph.extract.body_duties.modal_verbs import ADVERB, MODAL
from policygraph.extract.body_duties.subjects import ends_of_bodies, is_running_text, subject_before
from policygraph.extract.body_duties.verbs import (
    THEN_WITH,
    is_inside,
    is_told,
)
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.model.facts import BodyDuty, Role
from policygraph.model.finding import Finding
from policygraph.model.source import span_of
from policygraph.registry.words import Words

# each begins with a literal, so that the search is fast
_IN_CHARGE = tuple(
    expression(rf"{pause}(?:具体|统一|全面|主要)?(?P<verb>负责|承担|统筹|牵头)") for pause in "，,"
)
_NOTE = r"(?:[（(][^（）()]{1,40}[）)])?"
_FOUNDED = expression(
    r"(?:[设成建]立|组建)的?(?P<who>[^，,。；;：:（()）]{2,30}(?:指挥部|领导小组|专班|委员会|联席会议|办公室|中心|指挥所|工作组))"
    rf"{_NOTE}$"
)
_OFFICE = expression(
    r"(?:^|[，,。；;：:\s）).．、设立])(?P<who>[^，,。；;：:、\s设立将由在的为（()）.．]{0,24}办公室)"
    rf"{_NOTE}(?:设?在[^，,。；;]{{2,30}})?$"
)
_MEMBERS = expression("组长|参加|以及")  # 成立某某任组长、某某参加的领导小组以及办公室
_FOUND_BACK = 120  # characters before its duty in which a body is founded
_POLITE = expression("[^。；;\n]{0,40}?为[盼荷]")  # 请市教育局支持、配合为盼: a request to others
_PIECE_END = expression("[，。；！？,;]")
_SENTENCE = 640  # characters before a duty in which its sentence begins
_LEADING_UNIT = expression("[^，。；]{0,30}?牵头(?:单位|部门)")
_LONGEST = 200  # characters of what is kept of a duty
_SUPPORTING = ("配合", "协办", "协助", "参与", "密切配合")
_REVIEWING = ("审核", "审定")


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


def _said(reading: Reading, duty: Duty) -> Mention:
    text = reading.source.text
    limit = min(duty.verb + _LONGEST, reading.block_at(duty.begin).span.end)
    end = _PIECE_END.search(text, duty.verb, limit)
    return mention(text, span_of((duty.begin, end.start() if end else limit)))


def _duties(reading: Reading) -> Iterator[Duty]:
    yield from _with_modal(reading)
    yield from duties_by(reading)
    yield from duties_of_approval(reading)
    yield from _founded(reading)
    for headed in headed_duties(reading):
        role = cued(reading.source.text, headed.verb)
        begin = headed.units[0].spans[0].start
        yield Duty(headed.units, role, begin, headed.verb, "duty.heading", headed.said)


def _founded(reading: Reading) -> Iterator[Duty]:
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
            unit = mention(text, span_of((start + found.start("who"), start + found.end("who"))))
            begin, verb = unit.spans[0].start, match.start("verb")
            yield Duty((unit,), Role.RESPONSIBLE, begin, verb, "duty.founded")


@lru_cache(maxsize=8)
def _modal(words: Words) -> re.Pattern[str]:
    """A modal verb right behind a character in which names of bodies end."""
    ends = "".join(sorted(ends_of_bodies(words)))
    ways = (ADVERB, MODAL, plain_verbs(words))
    adverb, modal, plain = (f"(?={beginnings(each)})(?:{each})" for each in ways)
    return re.compile(
        rf"[{re.escape(ends)}](?={beginnings('|'.join(ways))})"
        rf"(?P<adverb>(?:{adverb})?)(?:(?P<modal>{modal})|(?P<plain>{plain}))"
    )


def _with_modal(reading: Reading) -> Iterator[Duty]:
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
            yield Duty(units, cued(text, verb), begin, verb, "duty.plain")
        elif match["modal"] == "会同":
            yield from together(reading, units, begin, verb)
        elif text.startswith("会同", match.end()):
            yield from together(reading, units, begin, match.end())
        elif match["modal"] == "在" and (later := THEN_WITH.match(text, match.end())):
            yield from together(reading, units, begin, later.end())
        else:
            said = verb + (text[verb] in "，,")  # ，如…时，应: the case is told, too
            yield Duty(units, _role(text, match), begin, said, "duty.modal")
            if match["modal"] == "牵头" and (others := beside(reading, verb)):
                start = others[0].spans[0].start
                yield Duty(others, Role.SUPPORT, start, others[-1].spans[-1].end, "duty.beside")


def _role(text: str, match: re.Match[str]) -> Role:
    said = match["modal"].lstrip(":： ")
    after = text[match.end("modal") : match.end("modal") + 40].lstrip()
    if said in ("负责", "承担"):
        return Role.RESPONSIBLE
    leads = "牵头" in after[:20] or _LEADING_UNIT.match(after)
    if said == "牵头" or (said in ("作为", "为") and leads):
        return Role.LEAD
    if said in _SUPPORTING:
        return Role.SUPPORT
    if said in _REVIEWING:
        return Role.REVIEW
    return cued(after, 0)


def _sentence_start(reading: Reading, offset: int) -> int:
    start = max(reading.block_at(offset).span.start, offset - _SENTENCE)
    before = reading.source.text[start:offset]
    return start + max((before.rindex(mark) for mark in "。；！？" if mark in before), default=0)

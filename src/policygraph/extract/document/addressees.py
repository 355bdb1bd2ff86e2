"""Whom a document is sent to: 主送 and 抄送, split into units."""

from collections.abc import Iterator, Sequence

from policygraph.expression import expression
from policygraph.extract.bodies.units import split_units
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.registry.registry import Registry
from policygraph.text.layout import is_addressee
from policygraph.text.title import close_up

_K = BlockKind
_HEAD = expression(r"[\s|]*(?:抄\s*送|抄\s*报|分\s*送|主\s*送)\s*[:：]")
# a line of addressees behind which the text goes on: 各县人民政府：现将《…》印发给你们
_RUN_ON = expression(
    r"[^。；“”《》:：]{4,300}[:：](?=\s*(?:现[将就把]|为|《|根据|经|按照|近|随着|[\u4e00-\u9fff]{2,40}《))"
)
_SENT = expression(r"(?:^|[\s）)])(?P<to>各[^。；“”《》:：\s]{3,200}[:：])(?=《|现将|为)")
_GOVERNS = expression("(?:政府|管委会|行政公署|[市县区]委|军区)$")
# an answer is sent to who asked; the names of persons are not kept
_PERSONS = expression(
    r"[\u4e00-\u9fff]{2,4}(?:[、，][\u4e00-\u9fff]{2,4}){0,20}(?:等?\d{0,2}[位名]?)(?:政协)?"
    "(?:委员|代表|同志|先生|女士|副?主席|教授|院士)"
)
_EACH = expression("各[\u4e00-\u9fff]{1,4}(?<![省市县区州旗乡镇村局办委街道门位厂站所])")
_SHARED = ("企业", "公司", "单位", "机构", "协会", "学校", "医院")
_PLACE_NAME = expression(r"[\u4e00-\u9fff]{2,4}")


def addressees(reading: Reading, kind: BlockKind) -> tuple[list[str], list[Span]]:
    """Give the units that a document is sent (or copied) to, and where they are printed."""
    spans = [reading.tight(block) for block in reading.of_kind(kind)]
    if not spans and kind is _K.ADDRESSEE:
        spans = list(_before_the_text(reading))
    return [unit.as_written for span in spans for unit in _units(reading, span)], spans


def _before_the_text(reading: Reading) -> Iterator[Span]:
    """Find addressees in the paragraph that the text begins in."""
    text = reading.source.text
    for block in reading.main_body():
        if block.kind is _K.ITEM:
            return
        if block.kind is not _K.PREAMBLE:
            continue
        span = reading.tight(block)
        match = _RUN_ON.match(text, span.start, span.end)
        match = match or _SENT.search(text, span.start, span.end)
        if match:
            begin, end = match.span("to") if "to" in match.groupdict() else match.span()
            if is_addressee(text[begin:end]):
                yield span_of((begin, end))
            return


def _units(reading: Reading, span: Span) -> Sequence[Mention]:
    text = reading.source.text
    head = _HEAD.match(text, span.start, span.end)
    start, end = head.end() if head else span.start, span.end
    while end > start and text[end - 1] in "：:。|， ":
        end -= 1
    if _PERSONS.fullmatch(close_up(text[start:end])):
        return ()
    listed = split_units(text, span_of((start, end)), reading.registry.words)
    units = _with_places(text, listed.units, listed.rejected)
    return _joined(text, units, reading.registry)


def _joined(text: str, units: Sequence[Mention], registry: Registry) -> list[Mention]:
    """西安、咸阳市人民政府 is one: the name of a place alone shares the body behind it.

    So is 各供水、燃气企业, for 各供水 is none.
    """
    places = registry.places
    joined: list[Mention] = []
    for unit in units:
        before = joined[-1] if joined else None
        apart = text[before.spans[-1].end : unit.spans[0].start].strip() if before else ""
        last = before.as_written.rpartition("、")[2] if before else ""
        first = unit.as_written.partition("、")[0]  # 江苏、浙江, put together before
        shares = (
            places.named(first)
            or _GOVERNS.search(unit.as_written)
            or places.at_start(unit.as_written)  # 西安、咸阳市财政局
        )
        each = before is not None and _EACH.fullmatch(before.as_written)
        alike = each and unit.as_written.endswith(_SHARED)
        named = places.named(last) and shares
        if before and apart == "、" and (named or alike):
            joined[-1] = mention(text, span_of((before.spans[0].start, unit.spans[-1].end)))
        else:
            joined.append(unit)
    return joined


def _with_places(text: str, units: Sequence[Mention], rejected: Sequence[Span]) -> list[Mention]:
    """白河、蒋村街道办事处: a place that could be the name of a person shares what follows it."""
    found = list(units)
    for span in reversed(rejected):
        if not _PLACE_NAME.fullmatch(text[span.start : span.end].strip()):
            continue
        for index, unit in enumerate(found):
            begin = unit.spans[0].start
            if text[span.end : begin].strip() == "、":
                found[index] = mention(text, span_of((span.start, unit.spans[-1].end)))
                break
    return found

"""Document: title, number, issuers, kind, place, dates, status, addressees."""

import re
from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.extract.document import jurisdiction, validity
from policygraph.extract.document.addressees import addressees
from policygraph.extract.document.adoption_notes import made_public
from policygraph.extract.document.decrees import decree_head, number_alone
from policygraph.extract.document.fields import DocumentFields
from policygraph.extract.document.issue_dates import issue_dates, printing_day, title_day
from policygraph.extract.document.issuers import issuer_alone, read_issuers
from policygraph.extract.document.kinds import read_kind
from policygraph.extract.document.page_fields import PageFields, page_fields
from policygraph.extract.reading import Reading
from policygraph.extract.works.numbers import normal_number
from policygraph.model.facts import Document, Status
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.text.dates import find_dates
from policygraph.text.title import NUMBER, close_up, title_start, without_rider

_K = BlockKind
_NUMBER_BEHIND = expression(rf"[（(]\s*(?P<number>{NUMBER.pattern})\s*[）)]\s*$")
_HEAD = 600  # characters in which a decision is made public
_MADE_PUBLIC = expression(  # 《某部关于修改〈…〉的决定》已经…审议通过，现予公布
    r"《(?P<title>[^《》]{8,160})》(?:已经|已于|业经|已由)[^。]{4,160}?(?:通过|批准)[^。]{0,24}现予以?(?:公布|发布)"
)
_SAYS_VALIDITY = frozenset((_K.CLOSING, _K.ITEM, _K.TEXT, _K.ADOPTION, _K.PREAMBLE))
_DRAFT = expression(  # 规章草案拟定办法 is about drafts
    "征求意见稿|公开征求意见|送审稿|会签稿|讨论稿|草案"
    "(?!拟[定订]|起草|编[制写]|制定|论证|报送|(?:审[议查核]|征求意见)(?!稿)(?:和|工作|程序|办法|规[定则程]))"
)

# a title that asks for comments, and a first sentence that does
_ASKS = expression(r"征求[^。；]{0,80}?意见(?:和?建议)?的(?:公告|通告|通知|启事|公示|函)\s*$")
_ASKED = expression(
    r"现[^。；]{0,60}?(?:公开|社会|广泛|公众)[^。；]{0,12}?征求[^。；]{0,20}?意见(?!工作|程序|制度|活动|采纳|反馈|情况|环节|后)"
)


def extract_document(reading: Reading) -> tuple[Document, tuple[Finding, ...]]:
    """Read what a document says of itself. What it does not say stays None."""
    fields, dates = DocumentFields(), DocumentFields()
    page = page_fields(reading)
    _dates(reading, page, dates)
    reading = reading.on(dates.values.get("issued"))
    _title(reading, fields)
    _number(reading, fields)
    _issuers(reading, fields)
    _decree(reading, fields)
    _made_public(reading, fields, dates)
    _from_page(page, fields, ("number",))
    _issuer_elsewhere(reading, page, fields)
    read_kind(reading, fields)
    _jurisdiction(reading, fields)
    fields.take(dates)
    _validity(reading, page, fields)
    _from_page(page, fields, ("effective", "expires"))
    _status_and_disclosure(reading, fields)
    _from_page(page, fields, ("disclosure",))
    _addressees(reading, fields)
    value = fields.values.get
    document = Document(
        title=value("title"),
        number=value("number"),
        issuers=fields.lists.get("issuers", ()),
        kind=value("kind"),
        jurisdiction=value("jurisdiction"),
        issued=value("issued"),
        published=value("published"),
        effective=value("effective"),
        expires=value("expires"),
        status=Status(value("status") or Status.ISSUED),
        disclosure=value("disclosure"),
        addressed_to=fields.lists.get("addressed_to", ()),
        copied_to=fields.lists.get("copied_to", ()),
        evidence=tuple(fields.evidence),
    )
    return document, tuple(fields.findings)


def _title(reading: Reading, fields: DocumentFields) -> None:
    text = reading.source.text
    lines = [block for block in reading.blocks if block.rule == "title.main"]
    if lines:
        first = reading.tight(lines[0])
        last = reading.tight(lines[-1])
        span = span_of((title_start(text, first), without_rider(text, last)))
        span = _without_number(reading, fields, span)
        day = title_day(text, span)
        span = span_of((span.start, day.span.start)) if day else span
        words = re.sub(r"\*\*|</?\w+>|^[#\s]+", "", text[span.start : span.end]).strip("* ")
        fields.put("title", close_up(words), [span], "title.main")
        return
    for block in reading.of_kind(_K.METADATA):
        match = re.match(r"\s*title:\s*(?P<title>\S[^\n]*)", reading.source.at(block.span))
        if match:
            start = block.span.start + match.start("title")
            span = span_of((start, start + len(match["title"])))
            fields.put("title", close_up(match["title"]), [span], "title.front-matter")
            return
    if made := _MADE_PUBLIC.search(text, 0, _HEAD):
        words = made["title"].replace("〈", "《").replace("〉", "》")
        fields.put("title", close_up(words), [span_of(made.span("title"))], "title.made-public")
        return
    fields.findings.append(Finding("document.no-title", None, "title.main"))


def _without_number(reading: Reading, fields: DocumentFields, title: Span) -> Span:
    """Take the number in brackets off the end of a title: …的通知（澄政发〔2017〕2号）."""
    match = _NUMBER_BEHIND.search(reading.source.text, title.start, title.end)
    if not match or match.start() == title.start:
        return title
    span = span_of((match.start("number"), match.end("number")))
    fields.put("number", normal_number(match["number"]), [span], "number.behind-title")
    return span_of((title.start, match.start()))


def _number(reading: Reading, fields: DocumentFields) -> None:
    if "number" in fields.values:
        return
    for block in reading.blocks:
        if block.kind in (_K.ITEM, _K.ANNEX):
            return
        glued = block.kind is _K.TITLE or (
            block.kind is _K.METADATA and "字号" in reading.source.at(block.span)
        )
        if block.kind is _K.NUMBER or glued:
            match = NUMBER.search(reading.source.text, block.span.start, block.span.end)
            far = match and block.kind is _K.TITLE and match.start() > block.span.start + 4
            if match and not far and "关于" not in match.group():
                span = span_of(match.span())
                rule = "number.line" if block.kind is _K.NUMBER else "number.beside"
                fields.put("number", normal_number(match.group()), [span], rule)
                return


def _decree(reading: Reading, fields: DocumentFields) -> None:
    """What the head of a decree says, where nothing else says it."""
    decree = decree_head(reading)
    if decree is None:
        alone = None if "number" in fields.values else number_alone(reading)
        if alone:
            fields.put("number", alone[0], [alone[1]], "number.alone-in-head")
        return
    if "number" not in fields.values:
        fields.put("number", decree.number, [decree.span], "number.decree")
    if not fields.lists.get("issuers"):
        fields.put_list("issuers", [decree.body], [decree.span], "issuer.decree")


def _made_public(reading: Reading, fields: DocumentFields, dates: DocumentFields) -> None:
    """What the note under the title says of a decree, where nothing else says it."""
    made = made_public(reading)
    if made is None:
        return
    if made.number and "number" not in fields.values:
        fields.put("number", made.number, [made.span], "number.adoption")
    if not fields.lists.get("issuers"):
        fields.put_list("issuers", made.bodies, [made.span], "issuer.adoption")
    if "published" not in dates.values:
        dates.put("published", made.day, [made.span], "published.adoption")


def _from_page(page: PageFields, fields: DocumentFields, names: Sequence[str]) -> None:
    """Take what the fields of a website say, where the document itself says nothing."""
    for name in names:
        printed = page.get(name)
        if printed and name not in fields.values:
            fields.put(name, printed[0], [printed[1]], f"{name}.page-field")


def _issuer_elsewhere(reading: Reading, page: PageFields, fields: DocumentFields) -> None:
    """Who issued it by a field of a website, or by a line with nothing but the name of a body."""
    if fields.lists.get("issuers"):
        return
    printed = page.get("issuer")
    if printed and reading.registry.places.at_start(printed[0]):
        fields.put_list("issuers", [printed[0]], [printed[1]], "issuer.page-field")
    elif found := issuer_alone(reading):
        fields.put_list("issuers", found.names, found.spans, found.rule)


def _issuers(reading: Reading, fields: DocumentFields) -> None:
    spans = next((e.spans for e in fields.evidence if e.field == "title"), ())
    found = read_issuers(reading, fields.values.get("title", ""), spans)
    if found:
        fields.put_list("issuers", found.names, found.spans, found.rule)


def _jurisdiction(reading: Reading, fields: DocumentFields) -> None:
    registry = reading.registry
    issuers = fields.lists.get("issuers", ())
    codes = {jurisdiction.of_name(name, registry) for name in issuers} - {None}
    source = "issuers"
    if not codes and (title := fields.values.get("title")):
        served = jurisdiction.by_purpose(title, reading.source.text, registry)
        codes, source = {jurisdiction.of_name(title, registry) or served} - {None}, "title"
    if codes:
        code = _outermost([c for c in codes if c], reading)
        evidence = next(e for e in fields.evidence if e.field == source)
        fields.put("jurisdiction", code, evidence.spans, "place." + source)
        return
    found = jurisdiction.by_content(reading.source.text, registry)
    found = found if found.code else jurisdiction.by_amended(reading.source.text, registry) or found
    if found.code:
        fields.put("jurisdiction", found.code, found.spans, found.rule)
    else:
        code_name = "document.ambiguous" if found.ambiguous else "document.no-place"
        fields.findings.append(Finding(code_name, None, found.rule, "jurisdiction"))


def _outermost(codes: Sequence[str], reading: Reading) -> str:
    """Of several issuers' places take the one that is not the nation, then the innermost."""
    places = reading.registry.places
    return max(codes, key=lambda code: (len(places.chain(code)), code))


def _dates(reading: Reading, page: PageFields, fields: DocumentFields) -> None:
    text = reading.source.text
    for block in reading.of_kind(_K.PUBLISHED):
        found = next(find_dates(text, *block.span), None)
        if found:
            fields.put("published", found.iso, [found.span], "published.line")
            break
    _from_page(page, fields, ("published",))
    taken = page.spans()
    published = fields.values.get("published")
    stated = page.get("issued")
    for iso, span, rule in issue_dates(
        reading, published, fields.findings, taken, stated[0] if stated else None
    ):
        fields.put("issued", iso, [span], rule)
        return
    _from_page(page, fields, ("issued",))
    if "issued" in fields.values:
        return
    fields.findings.append(Finding("document.no-date", None, "issued.date-line"))


def _validity(reading: Reading, page: PageFields, fields: DocumentFields) -> None:
    text = reading.source.text
    stated = page.get("effective")  # a website tells on which day it was 印发
    printed = printing_day(reading) or (stated and stated[0])
    issued = fields.values.get("issued")
    noted = any(e.rule == "published.adoption" for e in fields.evidence)
    issued = fields.values.get("published") if noted else issued  # 自公布之日起施行
    body = [b for b in reading.main_body() if b.kind in _SAYS_VALIDITY]
    for block in reversed(body):
        if not validity.speaks(reading.source.at(block.span)):
            continue
        effective = validity.read_effective(text, block.span, issued, printed)
        begin = effective.iso if effective else fields.values.get("effective")
        expires = validity.read_expires(text, block.span, begin)
        closing = block.kind is _K.CLOSING or effective is not None
        if effective and "effective" not in fields.values:
            fields.put("effective", effective.iso, [effective.span], effective.rule)
        if expires and closing and "expires" not in fields.values:
            fields.put("expires", expires.iso, [expires.span], expires.rule)
    for block in reading.of_kind(_K.ADOPTION):
        starts = validity.read_adopted(text, block.span)
        if starts and "effective" not in fields.values:
            fields.put("effective", starts.iso, [starts.span], starts.rule)


def _status_and_disclosure(reading: Reading, fields: DocumentFields) -> None:
    text = reading.source.text
    item = next(reading.of_kind(_K.ITEM), None)
    end = item.span.start if item else len(text)
    for block in reading.of_kind(_K.TITLE, _K.UNCLASSIFIED, _K.DISCLOSURE, _K.PREAMBLE):
        if block.span.start >= end:
            continue
        prose = block.kind is _K.PREAMBLE
        match = (_ASKED if prose else _DRAFT).search(text, *block.span)
        if match is None and block.kind is _K.TITLE:
            match = _ASKS.search(text, *block.span)
        if match:
            fields.put("status", Status.DRAFT, [span_of(match.span())], "status.draft-words")
            break
    disclosed = next(reading.of_kind(_K.DISCLOSURE), None)
    if disclosed:
        span = reading.tight(disclosed)
        words = close_up(reading.source.at(span)).strip("（）()")
        words = re.split("[）)]", words, maxsplit=1)[0]  # before the number of the page
        fields.put("disclosure", words, [span], "disclosure.line")


def _addressees(reading: Reading, fields: DocumentFields) -> None:
    for kind, name in ((_K.ADDRESSEE, "addressed_to"), (_K.COPIED_TO, "copied_to")):
        units, spans = addressees(reading, kind)
        fields.put_list(name, units, spans, name.replace("_", "-") + ".line")

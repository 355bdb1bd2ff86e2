"""The rows of a question, worked out from records in plain Python: no graph, no SPARQL.

Each function gives rows without their last column, the identifier, which plain Python has not.
"""

from collections import Counter
from datetime import date
from itertools import product

from policygraph.rdf.iri import DEFAULT_BASE
from policygraph.rdf.iri import agency as agency_iri
from policygraph.rdf.iri import agency_group as group_iri
from policygraph.rdf.iri import clause as clause_iri
from policygraph.rdf.scope import policy_iri

KINDS = {"target": "目标", "quota": "分配数", "reward": "奖励", "subsidy": "补助", "by": "截止",
         "during": "期间", "rename": "更名", "found": "设立", "substitute": "改写为"}  # fmt: skip
ROLES = {"responsible": "责任单位", "lead": "牵头单位", "support": "配合单位",
         "data_source": "数据来源单位", "review": "审核单位"}  # fmt: skip
OPERATIONS = {"delete_text": "删去文字", "delete_clause": "删去条款", "delete_annex": "删去附件",
              "remove_agency": "删去单位", "replace_agency": "替换单位", "add_agency": "增加单位",
              "add_text": "增加文字", "add_clause": "增加条款",
              "repeal_document": "废止文件"}  # fmt: skip
SIDES = {"before": "之前", "after": "之后", "start": "开头", "end": "末尾", "inside": "其中"}

PLACE_CHANGES = {"recode": "行政区划代码变更", "rename": "行政区划更名", "found": "设立行政区划",
                 "merge": "行政区划并入", "县区": "撤县设区", "区市": "撤地设市"}  # fmt: skip


class Corpus:
    """The specification of a data set, and its records."""

    source = "made"  # of the changes of places

    def __init__(self, data, documents):
        self.places = data["places"]
        self.changes = data.get("place_changes", [])
        self.known = {each["name"]: {each["name"], *each["names"]} for each in data["agency"]}
        self.agencies = {each["name"]: each for each in data["agency"]}
        self.provisional = {
            each["name"]: each["place"] for each in data["agency"] if each.get("provisional")
        }
        self.documents = documents

    def issued(self):
        return [(s, r) for s, r in self.documents if r.document.status == "issued"]

    def named(self, wanted):
        for spec, record in self.documents:
            if wanted in (record.document.title, record.document.number):
                yield spec, record

    def node(self, agency):
        """Give the IRI of an agency: of a pair the lower one stands first."""
        each = self.agencies[agency]
        return (group_iri if each.get("group") else agency_iri)(each["place"], agency)

    def is_of(self, agency, wanted):
        return wanted is None or (agency is not None and wanted in self.known[agency])


def _doc(record):
    return (record.document.title or "", record.document.number or "")


def _clause(record, path):
    row = next((c for c in record.clauses if c.path == path), None)
    return (path, row.label, row.heading or "") if row else (path, "", "")


def targets_by_place(corpus, place=None, year=None):
    for _, record in corpus.issued():
        for q in record.quantities:
            asked = year in (None, q.year and str(q.year))
            asked = asked and place in (None, record.document.jurisdiction)
            if asked and q.kind in ("target", "quota"):
                yield (corpus.places[record.document.jurisdiction], q.year or "", KINDS[q.kind],
                           q.subject or "", q.value, q.unit, *_doc(record), q.clause,
                           q.as_written)  # fmt: skip


def rewards_by_place(corpus, purpose):
    for _, record in corpus.issued():
        for q in record.quantities:
            _, _, heading = _clause(record, q.clause)
            held = (q.subject or "", q.condition or "", heading)
            if q.kind in ("reward", "subsidy") and any(purpose in text for text in held):
                yield (corpus.places[record.document.jurisdiction], KINDS[q.kind], q.value, q.unit,
                       q.subject or "", q.condition or "", *_doc(record),
                       record.document.issued or "", q.clause, heading, q.as_written)  # fmt: skip


def what_is_due(corpus, asOf, unit=None, until="9999", **given):  # noqa: N803
    found = {}
    for spec, record in corpus.issued():
        force, reason, *_ = _force(corpus, (spec, record), asOf)
        if reason in ("expired", "repealed"):
            continue
        marks = list(zip(record.responsibilities, spec.get("units", []), strict=True))
        for row, (*_, named) in zip(record.deadlines, spec.get("times", []), strict=True):
            if row.kind not in ("by", "during") or row.date is None:
                continue
            if not given.get("from", "") <= row.date <= until:
                continue
            same = [m[-1] for r, m in marks if (r.clause, r.segment) == (row.clause, row.segment)]
            for agency in [named] if named else same or [None]:
                if corpus.is_of(agency, unit):
                    late = "yes" if row.date < asOf else "no"
                    told = (row.date, late, force, agency or "", KINDS[row.kind], *_doc(record),
                            *_clause(record, row.clause), row.segment, row.spans[0].start,
                            row.as_written)  # fmt: skip
                    found.setdefault(told, []).append(_anchor(record, row))
    return _each_at_its_first_place(found)


def _anchor(record, row):
    return f"source/{record.sha256}#char={row.spans[0].start},{row.spans[0].end}"


def _each_at_its_first_place(found):
    """Give each row once where several files print it, with the first of its places."""
    return [(*told, min(anchors)) for told, anchors in found.items()]


def expiring(corpus, asOf, until):  # noqa: N803
    for spec, record in corpus.issued():
        d = record.document
        first = d.effective or d.issued
        if not d.expires or not first or first > asOf or not asOf <= d.expires <= until:
            continue
        ended = [
            other.document.effective or other.document.issued or "9999-12-31"
            for of, other in corpus.issued()
            for cite, (*_, target) in zip(other.citations, of.get("cites", []), strict=True)
            if cite.relation == "repeals" and not cite.article
            and target == f"policy:{spec['file']}"
        ]  # fmt: skip
        if not any(day <= asOf for day in ended):
            yield (d.expires, *_doc(record), corpus.places[d.jurisdiction], first, d.kind)


def duties_through_groups(corpus, unit):
    for spec, record in corpus.documents:
        for r, (*_, agency) in zip(record.responsibilities, spec.get("units", []), strict=True):
            for member in corpus.agencies[agency].get("members", []):
                if corpus.is_of(member, unit):
                    yield (member, agency, *_doc(record), *_clause(record, r.clause),
                           ROLES[r.role], "mark", r.segment, r.as_written)  # fmt: skip
        for d, (*_, agency) in zip(record.body_duties, spec.get("duties", []), strict=True):
            for member in corpus.agencies[agency].get("members", []):
                if corpus.is_of(member, unit):
                    yield (member, agency, *_doc(record), *_clause(record, d.clause),
                           ROLES[d.role], "text", "", d.unit)  # fmt: skip


def data_sources(corpus, unit=None):
    for spec, record in corpus.documents:
        for r, (*_, agency) in zip(record.responsibilities, spec.get("units", []), strict=True):
            if r.role == "data_source" and corpus.is_of(agency, unit):
                yield (agency, r.as_written, *_doc(record), *_clause(record, r.clause), "mark")
        for d, (*_, agency) in zip(record.body_duties, spec.get("duties", []), strict=True):
            if d.role == "data_source" and corpus.is_of(agency, unit):
                yield (agency, d.unit, *_doc(record), *_clause(record, d.clause), "text")


def what_is_deleted(corpus, document):
    for _, record in corpus.named(document):
        for a in record.amendments:
            if a.operation.startswith(("delete_", "remove_", "repeal_")):
                t = a.target
                for basis in a.based_on or (None,):
                    rests = (basis.title, basis.article or "", basis.item or "") if basis else ()
                    yield (a.clause, OPERATIONS[a.operation], t.title or "", t.number or "",
                           t.locator or "", t.locator_as_written or "", a.old or "",
                           *(rests or ("", "", "")), *_printed(record, a, a.old_span))  # fmt: skip


def _printed(record, row, span):
    """Tell where words of a change are printed, else where the change is told."""
    spans = (span,) if span else row.spans
    return (min(s.start for s in spans), max(s.end for s in spans), record.source)


def what_is_added(corpus, document):
    for _, record in corpus.named(document):
        for a in record.amendments:
            if a.operation.startswith("add_"):
                t, by, then = a.target, a.beside, a.new_place
                beside = (by.words, by.locator, by.locator_as_written, SIDES[by.side]) if by else ()
                place = (then.locator, then.locator_as_written) if then else ()
                told = (t.title, t.number, t.locator, t.locator_as_written,
                        *(beside or 4 * ("",)), *(place or 2 * ("",)),
                        a.mark, a.new, a.new and len(a.new))  # fmt: skip
                for basis in a.based_on or (None,):
                    rests = (basis.title, basis.article, basis.item) if basis else 3 * ("",)
                    yield tuple(
                        value or "" for value in (a.clause, OPERATIONS[a.operation], *told, *rests,
                                                  *_printed(record, a, a.new_span)))  # fmt: skip


def what_changes_for_units(corpus, document):
    for spec, record in corpus.named(document):
        for change in record.agency_changes:
            sides = ((change.old, change.new, "before"), (change.new, change.old, "after"))
            for unit, other, side in sides:
                if unit:
                    yield unit, KINDS[change.kind], other or "", side, change.clause, "", ""
        told = [*spec.get("edits", []), *spec.get("adds", [])]
        for a, (*_, file) in zip(record.amendments, told, strict=True):
            where = (a.clause, a.target.locator or "", a.target.title)
            effect = OPERATIONS.get(a.operation, "")
            if a.operation in ("remove_agency", "replace_agency"):
                yield a.old, effect, a.new or "", "before", *where
            if a.operation in ("add_agency", "replace_agency"):
                yield a.new, effect, a.old or "", "after", *where
            if a.operation in ("delete_clause", "delete_annex"):
                for _, target in corpus.documents:
                    for r in target.responsibilities if target.source == file else ():
                        if r.clause == a.target.locator:
                            yield r.resolved, effect, "", "before", *where


def inherited_duties(corpus, document=None):
    for spec, record in corpus.documents if document is None else corpus.named(document):
        for r, (*_, agency) in zip(record.responsibilities, spec.get("units", []), strict=True):
            if r.inherited:
                yield (*_doc(record), *_clause(record, r.clause), agency, ROLES[r.role],
                       r.as_written)  # fmt: skip


def duties_of_unit(corpus, unit, asOf=None):  # noqa: N803
    for spec, record in corpus.documents:
        force = _force(corpus, (spec, record), asOf or date.today().isoformat())[0]
        for r, (*_, agency) in zip(record.responsibilities, spec.get("units", []), strict=True):
            if corpus.is_of(agency, unit):
                yield (agency, *_doc(record), force, *_clause(record, r.clause), ROLES[r.role],
                       r.segment, r.as_written, r.inherited)  # fmt: skip


def all_duties_of_unit(corpus, unit, asOf=None):  # noqa: N803
    found = {}
    for spec, record in corpus.documents:
        force = _force(corpus, (spec, record), asOf or date.today().isoformat())[0]
        told = zip(record.responsibilities, spec.get("units", []), strict=True)
        rows = [(r, a, ("mark", r.segment, r.spans[0].start, r.as_written, r.inherited))
                for r, (*_, a) in told]  # fmt: skip
        told = zip(record.body_duties, spec.get("duties", []), strict=True)
        rows += [(d, a, ("text", "", d.spans[0].start, d.as_written, "")) for d, (*_, a) in told]
        for row, agency, words in rows:
            if corpus.is_of(agency, unit):
                told = (agency, *_doc(record), force, *_clause(record, row.clause),
                        ROLES[row.role], *words)  # fmt: skip
                found.setdefault(told, []).append(_anchor(record, row))
    return _each_at_its_first_place(found)


def units_of_clause(corpus, document, path):
    for spec, record in corpus.named(
        document.replace("[", "〔").replace("]", "〕").replace(" ", "")
    ):
        title = record.document.title
        for r, (*_, a) in zip(record.responsibilities, spec.get("units", []), strict=True):
            if r.clause == path:
                yield (title, r.segment, ROLES[r.role], "mark", r.as_written, r.resolved, a,
                       r.inherited, corpus.node(a).removeprefix(DEFAULT_BASE))  # fmt: skip
        for d, (*_, a) in zip(record.body_duties, spec.get("duties", []), strict=True):
            if d.clause == path:
                yield (title, "", ROLES[d.role], "text", d.unit, "", a, "",
                       corpus.node(a).removeprefix(DEFAULT_BASE))  # fmt: skip


def clauses_without_unit(corpus, document=None):
    for _, record in corpus.documents if document is None else corpus.named(document):
        borne = {row.clause for row in (*record.responsibilities, *record.body_duties)}
        for c in record.clauses if record.responsibilities else ():
            parts = any(each.path.startswith(f"{c.path}/") for each in record.clauses)
            above = {c.path} | {c.path[:at] for at, sign in enumerate(c.path) if sign == "/"}
            if not parts and not borne & above:
                yield (*_doc(record), c.path, c.label, c.heading or "")


RELATIONS = {"based_on": "依据", "implements": "落实", "cites": "引用", "forwards": "印发、转发",
             "evidence": "佐证材料"}  # fmt: skip
REASONS = {"draft": "征求意见稿，未印发", "expired": "有效期已届满", "not-yet-effective": "尚未施行",
           "not-yet-issued": "尚未印发", "repealed": "已被废止",
           "repealed-undated": "已被废止，但废止文件没有日期", "not-at-hand": "未收录该文件",
           "no-start-printed": "未写明施行日期和成文日期", "no-end-printed": "未写明有效期，未见废止文件",
           "within-term": "在有效期内"}  # fmt: skip


def _begin(document):
    return document.effective or document.issued


def _repeals(corpus, file):
    """Give the issued records that repeal a whole document, which its file stands for."""
    for spec, record in corpus.issued():
        for c, (*_, target) in zip(record.citations, spec.get("cites", []), strict=True):
            if c.relation == "repeals" and not c.article and target == f"policy:{file}":
                yield record


def _repealed(corpus, file, day):
    days = [_begin(r.document) for r in _repeals(corpus, file)]
    return min((d for d in days if d and d <= day), default=None)


def _in_force(corpus, spec, record, day):
    d = record.document
    begun = _begin(d) is not None and _begin(d) <= day
    return begun and not (d.expires and d.expires < day) and not _repealed(
        corpus, spec["file"], day)  # fmt: skip


def units_working_together(corpus, unit=None, asOf=None):  # noqa: N803
    marks, leads, supports, works = {}, {}, {}, {}
    for spec, record in corpus.issued():
        if asOf and not _in_force(corpus, spec, record, asOf):
            continue
        told = zip(record.responsibilities, spec.get("units", []), strict=True)
        rows = [(r, a) for r, (*_, a) in told
                if not r.inherited and r.role not in ("data_source", "review")]  # fmt: skip
        for r, one in rows:
            for s, other in rows:
                if one == other or (r.clause, r.segment) != (s.clause, s.segment):
                    continue
                if not (corpus.is_of(one, unit) if unit else corpus.node(one) < corpus.node(other)):
                    continue
                pair, at = (one, other), (policy_iri(record), r.clause)
                marks.setdefault(pair, {})[at] = record
                works.setdefault(pair, set()).add(at[0])
                for found, roles in ((leads, ("lead", "support")), (supports, ("support", "lead"))):
                    if (r.role, s.role) == roles:
                        found.setdefault(pair, set()).add(at)
    for pair, found in marks.items():
        policy, path = min(found, key=lambda at: clause_iri(*at))
        record = found[policy, path]
        counts = [len(each.get(pair, ())) for each in (marks, leads, supports, works)]
        yield (*pair, *counts, *_doc(record), path, _clause(record, path)[2])


def ended_documents_cited(corpus, asOf):  # noqa: N803
    files = {spec["file"]: record for spec, record in corpus.documents}
    for spec, record in corpus.issued():
        if not _in_force(corpus, spec, record, asOf):
            continue
        for c, (*_, target) in zip(record.citations, spec.get("cites", []), strict=True):
            file = target.removeprefix("policy:")
            if c.relation not in RELATIONS or file not in files:
                continue
            ended = files[file].document
            row = (*_doc(record), c.clause, RELATIONS[c.relation], *_doc(files[file]))
            if ended.status == "issued" and ended.expires and ended.expires < asOf:
                yield (*row, "expired", ended.expires, "", "")
            for by in _repeals(corpus, file):
                day = _begin(by.document)
                if day and day <= asOf and policy_iri(by) != policy_iri(record):
                    yield (*row, "repealed", day, *_doc(by))


def bases_of_document(corpus, document, asOf):  # noqa: N803
    files = {spec["file"]: (spec, record) for spec, record in corpus.documents}
    for spec, record in corpus.named(document.strip("《》")):
        for c, (*_, target) in zip(record.citations, spec.get("cites", []), strict=True):
            if c.relation in ("based_on", "implements"):
                kind, _, name = target.partition(":")
                basis = files.get(name) if kind == "policy" else None
                title = basis[1].document.title if basis else name or c.title
                yield (title, c.number or "", c.article or "", c.paragraph or "", c.item or "",
                       RELATIONS[c.relation], c.clause, *_force(corpus, basis, asOf))  # fmt: skip
        for a in record.amendments:
            for b in a.based_on:
                yield (b.title, "", b.article or "", "", b.item or "", "依据", a.clause,
                       *_force(corpus, None, asOf))  # fmt: skip


def _force(corpus, basis, day):
    """Tell whether a document is in force, why, and its days; None is one that is not held."""
    if basis is None:
        return ("unknown", "not-at-hand", REASONS["not-at-hand"], "", "")
    spec, record = basis
    d, repealed = record.document, _repealed(corpus, spec["file"], day)
    undated = any(_begin(r.document) is None for r in _repeals(corpus, spec["file"]))
    held = (
        (d.status == "draft", "no", "draft"),
        (d.expires and d.expires < day, "no", "expired"),
        (d.effective and d.effective > day, "no", "not-yet-effective"),
        (not d.effective and d.issued and d.issued > day, "no", "not-yet-issued"),
        (repealed, "no", "repealed"),
        (undated, "unknown", "repealed-undated"),
        (_begin(d) is None, "unknown", "no-start-printed"),
        (d.expires is None, "unknown", "no-end-printed"),
        (True, "yes", "within-term"),
    )
    answer, reason = next((answer, reason) for holds, answer, reason in held if holds)
    return (answer, reason, REASONS[reason], d.expires or "", repealed or "")


def facts_of_document(corpus, document):
    for _, record in corpus.named(document):
        facts = [(x, "责任", x.clause, x.as_written) for x in record.responsibilities]
        facts += [(x, "引用", x.clause, x.as_written) for x in record.citations]
        facts += [(x, "数量", x.clause, x.as_written) for x in record.quantities]
        facts += [(x, "期限", x.clause, x.as_written) for x in record.deadlines]
        facts += [(x, "正文责任", x.clause, x.as_written) for x in record.body_duties]
        facts += [
            (x, "修改", x.clause, x.target.locator_as_written or "") for x in record.amendments
        ]
        facts += [(x, "机构变更", x.clause, "") for x in record.agency_changes]
        facts += [(x, "字段出处", "", x.field) for x in record.document.evidence]
        file = (record.source, f"source/{record.sha256}")
        for fact, kind, path, words in facts:
            for span in fact.spans:
                yield (span.start, span.end, kind, path, words, fact.rule, *file)
        for c in record.clauses:
            yield (c.start, c.own_end, "条款", c.path, c.label, c.rule, *file)


def unresolved_names(corpus, place=None):
    found = {}
    for spec, record in corpus.documents:
        rows = [(r.as_written, r, a) for r, (*_, a)
                in zip(record.responsibilities, spec.get("units", []), strict=True)]  # fmt: skip
        for facts, told in ((record.deadlines, "times"), (record.body_duties, "duties")):
            rows += [(f.unit, f, a) for f, (*_, a) in zip(facts, spec.get(told, []), strict=True)]
        for number, (name, fact, agency) in enumerate(rows):
            code = corpus.provisional.get(agency)
            if code and place in (None, code):
                at = (policy_iri(record), fact.clause)
                found.setdefault((name, agency, code), {})[at, number] = record
    for (name, agency, code), facts in found.items():
        (policy, path), number = min(facts, key=lambda each: clause_iri(*each[0]))
        record = facts[(policy, path), number]
        yield (name, agency, corpus.places[code], len(facts), len({at[0] for at, _ in facts}),
               *_doc(record), path, _clause(record, path)[2],
               clause_iri(policy, path).removeprefix(DEFAULT_BASE))  # fmt: skip


def similar_clauses(corpus, document=None, place=None):
    bears, records = {}, {}
    for spec, record in corpus.documents:
        for c in record.clauses:
            at = (policy_iri(record), c.path)
            records[at] = record
            bears[at] = {("heading", c.heading)} if c.heading else set()
        for c, (*_, target) in zip(record.citations, spec.get("cites", []), strict=True):
            at = (policy_iri(record), c.clause)
            if at in bears and c.relation in ("based_on", "implements", "cites"):
                bears[at].add((target, c.title, c.number, c.article, c.paragraph, c.item))
    often = Counter(each for found in bears.values() for each in found)
    bears = {at: {each for each in found if often[each] <= 30} for at, found in bears.items()}
    for one, other in product(bears, bears):
        shared = bears[one] & bears[other]
        if not shared:
            continue
        here, there = (records[at].document for at in (one, other))
        asked = document in (None, here.title, here.number) and place in (None, here.jurisdiction)
        first = document or place or clause_iri(*one) < clause_iri(*other)
        if asked and first and here.jurisdiction != there.jurisdiction:
            bases = sum(each[0] != "heading" for each in shared)
            told = [(corpus.places[records[at].document.jurisdiction], records[at].document.title,
                     at[1], _clause(records[at], at[1])[2]) for at in (one, other)]  # fmt: skip
            yield (*told[0], *told[1], len(shared), bases, len(shared) > bases,
                   clause_iri(*one).removeprefix(DEFAULT_BASE))  # fmt: skip


def places_before(corpus, place):
    """Follow the changes of places backwards; a new name or code is still the same place."""
    changes = [(kind, tuple(old), tuple(new), *days) for kind, old, new, *days in corpus.changes]
    reached = {side for _, *sides, _, _ in changes for side in sides if side and side[1] == place}
    for _ in changes:
        for kind, old, new, *_ in changes:
            if new in reached or (kind in ("rename", "recode") and old in reached):
                reached |= {old, new} - {()}
    for kind, old, new, first, last in changes:
        if new in reached:
            cause = PLACE_CHANGES[old[1][-1] + new[1][-1] if kind == "redesignate" else kind]
            days = (first, "", "") if first == last else ("", first, last)
            yield cause, *(old or ("", "")), *new, *days, corpus.source


def documents_of_ended_places(corpus, asOf):  # noqa: N803  # the name of the parameter
    """Look for each document at its place, and at the places of its bodies."""
    places = {agency["name"]: agency["place"] for agency in corpus.agencies.values()}
    for spec, record in corpus.documents:
        codes = {spec["place"], *(places[unit[-1]] for unit in spec.get("units", []))}
        issued = record.document.issued
        for kind, old, new, first, last in corpus.changes:
            if not old or old[0] not in codes or last > asOf or kind in ("recode", "found"):
                continue
            if kind == "rename" and not (issued and issued <= first):
                continue
            if kind == "rename" and issued == first == last:  # the day itself is of the new name
                continue
            then = new or ["", ""]
            yield *_doc(record), issued, old[1], old[0], last, then[1], then[0]

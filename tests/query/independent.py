"""The rows of a question, worked out from records in plain Python: no graph, no SPARQL.

Each function gives rows without their last column, the identifier, which plain Python has not.
"""

KINDS = {"target": "目标", "quota": "分配数", "reward": "奖励", "subsidy": "补助", "by": "截止",
         "during": "期间", "rename": "更名", "found": "设立", "substitute": "改写为"}  # fmt: skip
ROLES = {"responsible": "责任单位", "lead": "牵头单位", "support": "配合单位",
         "data_source": "数据来源单位", "review": "审核单位"}  # fmt: skip
OPERATIONS = {"delete_text": "删去文字", "delete_clause": "删去条款", "delete_annex": "删去附件",
              "remove_agency": "删去单位", "replace_agency": "替换单位", "add_agency": "增加单位",
              "repeal_document": "废止文件"}  # fmt: skip


class Corpus:
    """The specification of a data set, and its records."""

    def __init__(self, data, documents):
        self.places = data["places"]
        self.known = {each["name"]: {each["name"], *each["names"]} for each in data["agency"]}
        self.documents = documents

    def issued(self):
        return [(s, r) for s, r in self.documents if r.document.status == "issued"]

    def named(self, wanted):
        for spec, record in self.documents:
            if wanted in (record.document.title, record.document.number):
                yield spec, record

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


def what_is_due(corpus, asOf, unit=None):  # noqa: N803
    for spec, record in corpus.issued():
        marks = list(zip(record.responsibilities, spec.get("units", []), strict=True))
        for row, (*_, named) in zip(record.deadlines, spec.get("times", []), strict=True):
            if row.kind not in ("by", "during") or row.date is None:
                continue
            same = [m[-1] for r, m in marks if (r.clause, r.segment) == (row.clause, row.segment)]
            for agency in [named] if named else same or [None]:
                if corpus.is_of(agency, unit):
                    late = "yes" if row.date < asOf else "no"
                    yield (row.date, late, agency or "", KINDS[row.kind], *_doc(record),
                           *_clause(record, row.clause), row.as_written)  # fmt: skip


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
                           *(rests or ("", "", "")))  # fmt: skip


def what_changes_for_units(corpus, document):
    for spec, record in corpus.named(document):
        for change in record.agency_changes:
            sides = ((change.old, change.new, "before"), (change.new, change.old, "after"))
            for unit, other, side in sides:
                if unit:
                    yield unit, KINDS[change.kind], other or "", side, change.clause, "", ""
        for a, (*_, file) in zip(record.amendments, spec.get("edits", []), strict=True):
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


def all_duties_of_unit(corpus, unit):
    for spec, record in corpus.documents:
        for r, (*_, agency) in zip(record.responsibilities, spec.get("units", []), strict=True):
            if corpus.is_of(agency, unit):
                yield (agency, *_doc(record), *_clause(record, r.clause), ROLES[r.role], "mark",
                       r.as_written, r.inherited)  # fmt: skip
        for d, (*_, agency) in zip(record.body_duties, spec.get("duties", []), strict=True):
            if corpus.is_of(agency, unit):
                yield (agency, *_doc(record), *_clause(record, d.clause), ROLES[d.role], "text",
                       d.as_written, "")  # fmt: skip

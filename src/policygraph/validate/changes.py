"""Changes that cannot be carried out in the document they are made to: each is a finding.

What is found follows from the texts alone, and is kept by their digests.
"""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING

import pyoxigraph as ox

from policygraph.model.code import Severity
from policygraph.rdf.dataset.changed import changed_by, changed_policies, texts_of
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.vocabulary import PG
from policygraph.validate.cache import Cache
from policygraph.validate.finding import CheckFinding, Place

if TYPE_CHECKING:
    from policygraph.consolidation.outcome import Reason

_FORMAT = 2
_COMPONENT = PG + "ChangeCarriedOut"


def check_changes(dataset: Dataset, kept: Cache) -> Iterator[CheckFinding]:
    """Carry out the changes between the documents of a dataset; give those that do not fit.

    Args:
        dataset: the dataset.
        kept: where results are looked for and kept.
    """
    known = kept.find_changes(_version())
    found: dict[str, tuple[CheckFinding, ...]] = {}
    for policy in changed_policies(dataset):
        key = _digest(dataset, policy)
        found[key] = known[key] if key in known else tuple(_failures(dataset, policy))
    kept.keep_changes(_version(), found)
    return (finding for findings in found.values() for finding in findings)


def _severity(reason: "Reason") -> Severity:
    """Beside the text of today an old decision that made it what it is is nothing to mend."""
    from policygraph.consolidation.outcome import Reason  # noqa: PLC0415 - see below

    return Severity.INFO if reason is Reason.OLDER else Severity.WARNING


def _version() -> str:
    return hashlib.sha256(repr((_FORMAT, version("policygraph"))).encode()).hexdigest()


def _digest(dataset: Dataset, policy: str) -> str:
    """Give what the findings about a document follow from: its text and those that change it."""
    others = [texts_of(dataset, other) for other in changed_by(dataset, policy)]
    made_of = (policy, texts_of(dataset, policy), others)
    return hashlib.sha256(repr(made_of).encode()).hexdigest()


def _failures(dataset: Dataset, policy: str) -> Iterator[CheckFinding]:
    # no other check reads texts, and reading needs much
    from policygraph.on_demand.changed_document import changed_document  # noqa: PLC0415
    from policygraph.rdf.facts.amendments import AMENDMENTS  # noqa: PLC0415
    from policygraph.rdf.scope import Scope  # noqa: PLC0415

    result = changed_document(dataset, policy)
    for number, instrument in enumerate(result.instruments):
        record = instrument.record
        scope = Scope.of(record, dataset.manifest.base)
        iris = {id(row): node for node, row in AMENDMENTS.iris(record.amendments, scope)}
        for change in result.changes:
            if change.instrument == number and change.reason is not None:
                row = change.amendment
                locator = row.target.locator_as_written or row.target.locator or ""
                yield CheckFinding(
                    check=f"change.{change.reason}",
                    severity=_severity(change.reason),
                    # 条文顺序作相应调整 is no row of the record: its clause is told of
                    focus=iris.get(id(row), scope.clause(row.clause)),
                    path="",
                    value=ox.Literal(locator) if locator else None,
                    component=_COMPONENT,
                    zh=f"修改无法执行：{change.reason.said.zh}",
                    en=f"A change cannot be carried out: {change.reason.said.en}",
                    place=Place(record.sha256, record.source, row.spans),
                    also=(result.base.sha256,),
                )

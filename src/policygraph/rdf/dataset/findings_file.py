"""``findings.json`` of a dataset: what could not be read, resolved or accepted, one row each."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from policygraph.errors import DatasetError, Message
from policygraph.model.codes import CODES
from policygraph.model.file_finding import FileFinding
from policygraph.model.finding import Finding
from policygraph.model.source import Span

FILE = "findings.json"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row of the file.

    Attributes:
        file: name of the file.
        code: key of ``codes.CODES``.
        span: where in its text; None where it concerns the whole file.
        rule: name of the rule that made it.
        detail: a short name, number or path that says which one.
        severity: how bad it is.
        zh: what is wrong and what to do.
        en: the same in English.
        sha256: digest of the source; empty where it could not be read, and in datasets made
            before there was one.
    """

    file: str
    code: str
    span: Span | None
    rule: str
    detail: str = ""
    severity: str = ""
    zh: str = ""
    en: str = ""
    sha256: str = ""

    @property
    def said(self) -> Message | None:
        """What was said of a file that could not be read; None where its code says it."""
        own = self.zh and self.en and self.zh != self.finding.message("zh")
        return Message(zh=self.zh, en=self.en) if own else None

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return Finding(self.code, self.span, self.rule, self.detail)


_ROWS: TypeAdapter[list[FindingRow]] = TypeAdapter(list[FindingRow])


def write_findings(dataset: Path, problems: Iterable[FileFinding]) -> None:
    """Write the findings of a dataset, in the order given."""
    rows = [
        {
            "file": p.file,
            "sha256": p.sha256,
            "code": p.finding.code,
            "span": p.finding.span,
            "rule": p.finding.rule,
            "detail": p.finding.detail,
            "severity": p.finding.severity.value,
            "zh": p.message("zh"),
            "en": p.message("en"),
        }
        for p in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    data = text.encode("utf-8", "replace")  # a message may hold the name of a file
    (dataset / FILE).write_bytes(data)


def read_findings(dataset: Path) -> list[FindingRow]:
    """Read the findings of a dataset.

    Raises:
        DatasetError: the file is missing or broken, or holds a code that is not known.
    """
    path = dataset / FILE
    try:
        rows = _ROWS.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DatasetError(
            zh=f"数据集中的文件 {path} 无法读取；请重新构建数据集",
            en=f"{path}: cannot be read; build the dataset again",
        ) from error
    unknown = next((row.code for row in rows if row.code not in CODES), None)
    if unknown is not None:
        raise DatasetError(
            zh=f"数据集中的文件 {path} 含有未知的代码“{unknown}”；请用本程序重新构建数据集",
            en=f"{path}: unknown code {unknown!r}; build the dataset again with this program",
        )
    return rows

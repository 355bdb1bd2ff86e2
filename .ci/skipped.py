"""Tell how many tests the runs of ``make test`` skipped, and why.

Exits with 1 where a test was skipped although the material beside the project, which the
skipped tests ask for, is at hand; and where no report was written at all.
"""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

MATERIAL = "shared"


def cases(report: Path) -> list[ET.Element]:
    """List the tests of one JUnit report."""
    return list(ET.parse(report).iter("testcase"))  # noqa: S314 - our own run wrote it


def skipped(report: Path) -> list[str]:
    """List the skipped tests of one JUnit report; an expected failure is none."""
    return [
        f"{case.get('classname')}::{case.get('name')}: {mark.get('message')}"
        for case in cases(report)
        for mark in case.iter("skipped")
        if mark.get("type") == "pytest.skip"
    ]


def main(folder: Path) -> int:
    """Print the account; give the exit status."""
    reports = sorted(folder.glob("*.xml"))
    if not reports:
        print(f"{folder}: no report of a test run; did `make test` run?", file=sys.stderr)
        return 1
    total = sum(len(cases(report)) for report in reports)
    names = [name for report in reports for name in skipped(report)]
    print(f"{total} tests in {len(reports)} runs, {len(names)} skipped", *names, sep="\n  ")
    at_hand = (Path.cwd().parent / MATERIAL).is_dir()
    if names and at_hand:
        print(f"../{MATERIAL} is at hand: no test may be skipped", file=sys.stderr)
    return int(bool(names) and at_hand)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

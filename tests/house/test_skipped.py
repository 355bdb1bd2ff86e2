"""Continuous integration does not pass over tests that were silently skipped."""

import subprocess
import sys
from pathlib import Path

import pytest

REPORT = """<testsuites><testsuite>
<testcase classname="tests.a" name="passes"/>
<testcase classname="tests.a" name="fails_as_expected"><skipped type="pytest.xfail"/></testcase>
{skipped}
</testsuite></testsuites>"""
SKIPPED = (
    '<testcase classname="tests.a" name="waits"><skipped type="pytest.skip" message="why"/>'
    "</testcase>"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give an empty project folder with nothing beside it."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def account(root: Path, project: Path) -> subprocess.CompletedProcess[str]:
    """Give the account of the reports in the project's folder."""
    return subprocess.run(
        [sys.executable, str(root / ".ci" / "skipped.py"), "."],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("skipped", "beside", "status"),
    [("", False, 0), ("", True, 0), (SKIPPED, False, 0), (SKIPPED, True, 1)],
)
def test_a_skipped_test_is_told_and_counts_where_the_material_is_at_hand(
    skipped, beside, status, root, project
):
    (project / "unit.xml").write_text(REPORT.format(skipped=skipped), encoding="utf-8")
    if beside:
        (project.parent / "shared").mkdir()
    told = account(root, project)
    assert told.returncode == status
    assert (", 1 skipped\n  tests.a::waits: why" in told.stdout) is bool(skipped)


def test_no_report_is_no_success(root, project):
    assert account(root, project).returncode == 1

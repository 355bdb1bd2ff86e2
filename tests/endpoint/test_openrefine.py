"""OpenRefine itself matches a column of unit names by /reconcile and adds today's names.

Its Debian package (3.6) is asked for by ``.ci/run``; without it there is nothing to drive.
"""

import csv
import io
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from policygraph.endpoint.settings import Settings
from tests.endpoint.conftest import running

OPENREFINE = shutil.which("openrefine")
UNITS = ("阳泉银保监分局", "人行郑州中心支行", "河南银保监局", "阳泉市财政局", "某某探月办")
ROWS = [  # the unit, the body that it is, today's name, the day of the change
    ("阳泉银保监分局", "中国银行保险监督管理委员会阳泉监管分局",
     "国家金融监督管理总局阳泉监管分局", "2023-07-20"),
    ("人行郑州中心支行", "中国人民银行郑州中心支行", "中国人民银行河南省分行", "2023-08-18"),
    ("河南银保监局", "中国银行保险监督管理委员会河南监管局",
     "国家金融监督管理总局河南监管局", "2023-07-20"),
    ("阳泉市财政局", "阳泉市财政局", "阳泉市财政局", ""),
    ("某某探月办", "某某探月办", "", ""),
]  # fmt: skip
WHOLE = {"facets": [], "mode": "row-based"}

pytestmark = pytest.mark.skipif(OPENREFINE is None, reason="OpenRefine is not installed")


class Refine:
    """One running OpenRefine, spoken to as its own pages speak to it."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def command(self, name: str, **given: Any) -> httpx.Response:
        """Give a command, with the token that OpenRefine wants to see."""
        token = self.client.get("/command/core/get-csrf-token").json()["token"]
        params = {"csrf_token": token, **given.pop("params", {})}
        answer = self.client.post(f"/command/core/{name}", params=params, **given)
        assert answer.status_code in (200, 302), answer.text
        return answer

    def create(self, rows: str) -> str:
        """Make a project of a CSV file; give its number."""
        answer = self.command(
            "create-project-from-upload",
            params={"format": "text/line-based/*sv", "options": '{"separator": ","}'},
            files={"project-file": ("units.csv", rows.encode(), "text/csv")},
            data={"project-name": "units"},
        )
        return answer.headers["location"].rpartition("=")[2]

    def apply(self, project: str, operation: dict[str, object]) -> None:
        """Apply one operation and wait until it is done."""
        data = {"project": project, "operations": json.dumps([operation])}
        assert self.command("apply-operations", data=data).json()["code"] in ("ok", "pending")
        end = time.monotonic() + 120
        while self.at_work(project):
            assert time.monotonic() < end, "OpenRefine is still at it"
            time.sleep(0.1)

    def at_work(self, project: str) -> bool:
        """Say whether a project has processes that go on."""
        answer = self.client.get("/command/core/get-processes", params={"project": project})
        return bool(answer.json()["processes"])

    def rows(self, project: str) -> list[dict[str, str]]:
        """Export the project."""
        data = {"project": project, "format": "csv", "engine": json.dumps(WHOLE)}
        return list(csv.DictReader(io.StringIO(self.command("export-rows", data=data).text)))


@pytest.fixture(scope="module")
def refine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refine]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("openrefine") / "log"
    command = [OPENREFINE, "-i", "127.0.0.1", "-p", str(port), "-d", str(log.parent / "work"),
               "-x", "refine.headless=true"]  # fmt: skip
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True)
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
                _wait(client, process, log)
                yield Refine(client)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def _wait(client: httpx.Client, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            client.get("/command/core/get-version").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(log.read_text(encoding="utf-8", errors="replace"))


def test_a_column_of_units_gets_the_names_of_today(refine: Refine, settings: Settings) -> None:
    project = refine.create("原文,单位\n" + "".join(f"{unit},{unit}\n" for unit in UNITS))
    with running(settings) as service:
        manifest = service.get("/reconcile").json()
        spaces = {name: manifest[name] for name in ("identifierSpace", "schemaSpace")}
        url = f"{service.base_url}/reconcile"
        refine.apply(project, {
            "op": "core/recon", "engineConfig": WHOLE, "columnName": "单位",
            "config": {"mode": "standard-service", "service": url, **spaces, "autoMatch": True,
                       "type": {"id": "Agency", "name": "Agency"}, "columnDetails": [],
                       "limit": 0},
        })  # fmt: skip
        refine.apply(project, {
            "op": "core/extend-reconciled-data", "engineConfig": WHOLE, "baseColumnName": "单位",
            "endpoint": url, **spaces, "columnInsertIndex": 2,
            "extension": {"properties": [
                {"id": "name_now", "name": "今名", "settings": {"asOf": "2025-01-01"}},
                {"id": "change_date", "name": "变动日期"},
            ]},
        })  # fmt: skip
    assert [tuple(row.values()) for row in refine.rows(project)] == ROWS

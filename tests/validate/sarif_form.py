"""What SARIF 2.1.0 asks of the objects that we write: properties, their types, their sense.

After the text of the standard (OASIS, 27 March 2020, with Errata 01); the section of each object
stands beside it. A property that is not named here is one that we do not write.
"""

import re
from collections.abc import Iterator
from typing import Any

# object -> property -> (type or object it holds, whether it must be there)
OBJECTS: dict[str, dict[str, tuple[Any, bool]]] = {
    "sarifLog": {"version": (str, True), "$schema": (str, False), "runs": (["run"], True)},  # 3.13
    "run": {  # 3.14
        "tool": ("tool", True), "invocations": (["invocation"], False), "language": (str, False),
        "columnKind": (str, False), "newlineSequences": ([str], False),
        "artifacts": (["artifact"], False), "results": (["result"], False),
    },
    "tool": {"driver": ("toolComponent", True)},  # 3.18
    "toolComponent": {  # 3.19
        "name": (str, True), "semanticVersion": (str, False), "language": (str, False),
        "rules": (["reportingDescriptor"], False),
    },
    "reportingDescriptor": {  # 3.49
        "id": (str, True), "shortDescription": ("text", False), "help": ("text", False),
        "defaultConfiguration": ("reportingConfiguration", False), "properties": (dict, False),
    },
    "text": {"text": (str, True)},  # 3.11 message, 3.12 multiformatMessageString
    "reportingConfiguration": {"level": (str, False)},  # 3.50
    "invocation": {"executionSuccessful": (bool, True)},  # 3.20
    "artifact": {  # 3.24
        "location": ("artifactLocation", False), "roles": ([str], False), "hashes": (dict, False),
    },
    "artifactLocation": {"uri": (str, False)},  # 3.4
    "result": {  # 3.27
        "ruleId": (str, False), "ruleIndex": (int, False), "level": (str, False),
        "message": ("text", True), "locations": (["location"], False),
        "partialFingerprints": (dict, False), "properties": (dict, False),
    },
    "location": {  # 3.28
        "physicalLocation": ("physicalLocation", False),
        "logicalLocations": (["logicalLocation"], False),
    },
    "physicalLocation": {  # 3.29
        "artifactLocation": ("artifactLocation", True), "region": ("region", False),
    },
    "region": {  # 3.30
        "startLine": (int, False), "startColumn": (int, False), "endLine": (int, False),
        "endColumn": (int, False), "charOffset": (int, False), "charLength": (int, False),
    },
    "logicalLocation": {"fullyQualifiedName": (str, False)},  # 3.33
}  # fmt: skip
LEVELS = {"none", "note", "warning", "error"}  # 3.27.10


def faults_of(log: Any) -> Iterator[str]:
    """Give what is wrong with a log."""
    yield from _faults(log, "sarifLog", "$")
    if log.get("version") != "2.1.0":
        yield "$.version"
    for run in log.get("runs", ()):
        yield from _run_faults(run)


def _faults(value: Any, kind: Any, where: str) -> Iterator[str]:
    if isinstance(kind, list):
        if not isinstance(value, list):
            yield f"{where}: no array"
            return
        for index, each in enumerate(value):
            yield from _faults(each, kind[0], f"{where}[{index}]")
    elif not isinstance(kind, str):
        if type(value) is not kind or value == "":
            yield f"{where}: {value!r}"
    elif not isinstance(value, dict):
        yield f"{where}: no {kind}"
    else:
        form = OBJECTS[kind]
        yield from (f"{where}.{name}: unknown" for name in value.keys() - form.keys())
        missing = {name for name, (_, needed) in form.items() if needed} - value.keys()
        yield from (f"{where}.{name}: missing" for name in missing)
        for name in value.keys() & form.keys():
            yield from _faults(value[name], form[name][0], f"{where}.{name}")


def _run_faults(run: dict[str, Any]) -> Iterator[str]:
    if run.get("columnKind") not in ("utf16CodeUnits", "unicodeCodePoints"):
        yield "columnKind"
    rules = run["tool"]["driver"].get("rules", [])
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "rules: one id twice"
    yield from (f"roles of {a}" for a in run["artifacts"] if a["roles"] != ["analysisTarget"])
    for result in run["results"]:
        yield from _result_faults(result, rules)


def _result_faults(result: dict[str, Any], rules: list[dict[str, Any]]) -> Iterator[str]:
    if result["level"] not in LEVELS:
        yield f"level {result['level']}"
    if result["ruleIndex"] >= len(rules) or rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"ruleIndex {result['ruleIndex']}"
    for location in result["locations"]:
        physical = location.get("physicalLocation", {})
        uri = physical.get("artifactLocation", {}).get("uri", "a")
        if not re.fullmatch(r"(?:file://)?(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII):
            yield f"uri {uri}"
        yield from _region_faults(physical.get("region"))


def _region_faults(region: dict[str, int] | None) -> Iterator[str]:
    """A text region tells where it begins (3.30.2), by lines or by characters, and is in order."""
    if region is None:
        return
    if "startLine" in region:
        start = (region["startLine"], region.get("startColumn", 1))
        end = (region.get("endLine", region["startLine"]), region.get("endColumn", start[1]))
        if not (1, 1) <= start <= end or min(*start, *end) < 1:
            yield f"region {region}"
    elif region.get("charOffset", -1) < 0 or region.get("charLength", 0) < 0:
        yield f"region {region}"

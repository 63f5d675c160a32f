"""The reporter for code scanning: SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import quote

from unpko.problems import RULES, Problem, Report
from unpko.report.machine import relative
from unpko.report.visible import json_text
from unpko.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(report: Report) -> str:
    """Write a report as SARIF 2.1.0, with all rules and a result for each problem."""
    rules = dict(RULES)
    for problem in report.problems:
        rules.setdefault(problem.code, problem.code)
    places = {code: index for index, code in enumerate(rules)}
    driver = {
        "name": "unpko",
        "version": __version__,
        "rules": [{"id": code, "shortDescription": {"text": text}} for code, text in rules.items()],
    }
    run = {
        "tool": {"driver": driver},
        # The columns of problems count characters, not UTF-16 units.
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places[problem.code]) for problem in report.problems],
        "properties": {"checked": report.checked},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    text = problem.message + (f" (hint: {problem.hint})" if problem.hint else "")
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    if problem.length:
        region["endColumn"] = region["startColumn"] + problem.length
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": str(problem.severity),
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri(problem.path)},
                    "region": region,
                }
            }
        ],
    }
    if problem.pointer:
        result["properties"] = {"pointer": problem.pointer}
    return result


def uri(path: str) -> str:
    """Give the address of a file: relative to the working directory, percent-encoded.

    Example:
        >>> uri("records/서울 1.json")
        'records/%EC%84%9C%EC%9A%B8%201.json'
    """
    name = relative(path)
    encoded = quote(os.fsencode(name), safe="/")
    if not os.path.isabs(path) or not os.path.isabs(name):
        return encoded
    return "file://" + (encoded if encoded.startswith("/") else f"/{encoded}")

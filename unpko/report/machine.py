"""The reporters for machines that fit on a page: JSON, GitHub workflow commands, JUnit XML."""

from __future__ import annotations

import html
import os
import re
from itertools import groupby

from unpko.problems import Problem, Report, Severity
from unpko.report.text import counted
from unpko.report.visible import json_text, visible

# What XML 1.0 cannot hold, not even as a reference.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_json(report: Report) -> str:
    """Write a report as one JSON object, one problem a line."""
    problems = ",\n  ".join(json_text(problem.to_dict()) for problem in report.problems)
    listed = f"[\n  {problems}\n]" if problems else "[]"
    return f'{{"checked": {report.checked}, "problems": {listed}}}\n'


def as_github(report: Report) -> str:
    """Write a report as GitHub workflow commands, which become annotations of a pull request."""
    return "".join(map(_command, report.problems))


def _command(problem: Problem) -> str:
    properties = {
        "file": relative(problem.path),
        "line": str(problem.line),
        "col": str(problem.column),
    }
    if problem.length:
        properties["endColumn"] = str(problem.column + problem.length)
    properties["title"] = problem.code
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = problem.message + (f"\nhint: {problem.hint}" if problem.hint else "")
    return f"::{problem.severity} {listed}::{_data(text)}\n"


def _data(text: str) -> str:
    """Escape the message of a workflow command, as @actions/core does.

    Line ends stay line ends, escaped; other control characters are made visible, for the log.
    """
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(visible, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_junit(report: Report) -> str:
    """Write a report as JUnit XML: a test case for each file with problems, and one for the rest.

    A file with errors fails, with all that was found in it; a file with warnings only passes and
    says so. The number of files looked at is a property of the suite.
    """
    files = [(path, list(found)) for path, found in groupby(report.problems, lambda p: p.path)]
    cases = [_case(path, problems) for path, problems in files]
    failures = len({problem.path for problem in report.errors})
    rest = max(report.checked - len(files), 0)
    if rest or not files:
        name = f"{counted(rest, 'file')} without problems"
        cases.append(f'    <testcase classname="unpko" name="{name}"/>\n')
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="unpko validate" {counts}>\n'
        f'  <testsuite name="records" {counts} skipped="0">\n'
        "    <properties>\n"
        f'      <property name="checked" value="{report.checked}"/>\n'
        f'      <property name="errors" value="{len(report.errors)}"/>\n'
        f'      <property name="warnings" value="{len(report.warnings)}"/>\n'
        "    </properties>\n"
        f"{''.join(cases)}"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def _case(path: str, problems: list[Problem]) -> str:
    name = relative(path)
    folder, _, _ = name.rpartition("/")
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    text = "\n".join(_one_line(problem) for problem in problems)
    opening = f'    <testcase classname="{_xml(folder or ".")}" name="{_xml(name)}"'
    if errors:
        said = f"{counted(len(errors), 'error')}, the first: {errors[0].message}"
        body = (
            f'      <failure type="{_xml(errors[0].code)}" message="{_xml(said)}">'
            f"{_xml(text)}</failure>\n"
        )
    else:
        body = f"      <system-out>{_xml(text)}</system-out>\n"
    return f'{opening} file="{_xml(name)}">\n{body}    </testcase>\n'


def _one_line(problem: Problem) -> str:
    hint = f" (hint: {problem.hint})" if problem.hint else ""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.severity} {problem.code}: {problem.message}{hint}"


def _xml(text: str) -> str:
    return html.escape(_NOT_XML.sub("\ufffd", text))


def relative(path: str) -> str:
    """Give a path as repositories name it: below the working directory, with slashes.

    Example:
        >>> relative("./records/states/KOR.json")
        'records/states/KOR.json'
    """
    here = os.getcwd()
    try:
        below = os.path.relpath(path, here) if os.path.isabs(path) else os.path.normpath(path)
    except ValueError:  # another drive
        return path.replace(os.sep, "/")
    if os.path.isabs(path) and below.split(os.sep)[0] == os.pardir:
        below = path
    return below.replace(os.sep, "/")

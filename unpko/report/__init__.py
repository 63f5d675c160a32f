"""Reporters: a report of findings as text, JSON, GitHub annotations, SARIF or JUnit."""

from __future__ import annotations

from typing import TextIO

from unpko.problems import Report

FORMATS = ("text", "json", "github", "sarif", "junit")
"""The formats that `render` and `write` know, the one for people first."""


def render(report: Report, format: str = "text") -> str:
    r"""Write a report as text without colour, or in a format for machines.

    Args:
        report: what a validation found.
        format: one of `FORMATS`.

    Raises:
        ValueError: if the format is not one of them.

    Example:
        >>> from unpko.problems import Report
        >>> render(Report(3))
        'no problems in 3 files\n'
        >>> render(Report(3), "json")
        '{"checked": 3, "problems": []}\n'
    """
    match format:
        case "text":
            from unpko.report.text import plain

            return plain(report)
        case "json":
            from unpko.report.machine import as_json

            return as_json(report)
        case "github":
            from unpko.report.machine import as_github

            return as_github(report)
        case "junit":
            from unpko.report.machine import as_junit

            return as_junit(report)
        case "sarif":
            from unpko.report.sarif import as_sarif

            return as_sarif(report)
    raise ValueError(f"{format!r} is no format of reports; there are: {', '.join(FORMATS)}")


def write(report: Report, stream: TextIO, format: str = "text") -> None:
    """Write a report to a stream; text is coloured if the stream is a terminal.

    Args:
        report: what a validation found.
        stream: where to; colours follow ``NO_COLOR`` and ``FORCE_COLOR``.
        format: one of `FORMATS`.

    Raises:
        ValueError: if the format is not one of them.

    Example:
        >>> import sys
        >>> from unpko.problems import Report
        >>> write(Report(1), sys.stdout)
        no problems in 1 file
    """
    if format == "text":
        from unpko.report.text import write_text

        write_text(report, stream)
    else:
        stream.write(render(report, format))


__all__ = ["FORMATS", "render", "write"]

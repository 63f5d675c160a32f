"""The reporter for people: each problem with its line, a marker under the fault, and a hint."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable
from typing import TextIO

from unpko.problems import Problem, Report, Severity
from unpko.report.frame import cells, frame
from unpko.report.sources import Sources
from unpko.report.visible import visible

PLAIN_WIDTH = 100
"""How wide frames are where there is no terminal to ask."""

_STYLES = {
    "path": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "code": "magenta",
    "gutter": "blue",
    "hint": "cyan",
}

Paint = Callable[[str, str], str]


def plain(report: Report) -> str:
    """Write a report as text without colour."""
    stream = io.StringIO()
    _write(report.problems, stream, _unpainted, PLAIN_WIDTH)
    stream.write(summary(report) + "\n")
    return stream.getvalue()


def write_text(report: Report, stream: TextIO) -> None:
    """Write a report as text, coloured if the stream is a terminal."""
    write_problems(report.problems, stream)
    stream.write(summary(report) + "\n")


def write_problems(problems: Iterable[Problem], stream: TextIO) -> None:
    """Write problems as text without a closing line, coloured if the stream is a terminal."""
    if wants_colour(stream):
        _write(problems, stream, *_painter(stream))
    else:
        _write(problems, stream, _unpainted, PLAIN_WIDTH)


def wants_colour(stream: TextIO) -> bool:
    """Say whether rich should be asked how to colour: for pipes it need not even be imported."""
    if os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE") == "1":
        return True
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # no such method, or a closed stream
        return False


def _painter(stream: TextIO) -> tuple[Paint, int]:
    """Give a function that colours text for a stream as rich would, and the width of the stream.

    Rich is asked once for each style; a report of ten thousand problems is then mere joining.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False)
    marks = {}
    for name, style in _STYLES.items():
        with console.capture() as captured:
            console.print(Text("x", style=style), end="")
        before, _, after = captured.get().partition("x")
        marks[name] = before, after

    def paint(text: str, style: str) -> str:
        before, after = marks[style]
        return f"{before}{text}{after}"

    return paint, console.width if console.is_terminal else PLAIN_WIDTH


def _unpainted(text: str, _: str) -> str:
    return text


def _write(problems: Iterable[Problem], stream: TextIO, paint: Paint, width: int) -> None:
    sources = Sources()
    parts: list[str] = []
    for number, problem in enumerate(problems, start=1):
        parts.append(_problem(problem, sources, paint, width))
        if number % 500 == 0:
            stream.write("".join(parts))
            parts.clear()
    stream.write("".join(parts))


def _problem(problem: Problem, sources: Sources, paint: Paint, width: int) -> str:
    severity = str(problem.severity)
    place = paint(f"{visible(problem.path)}:{problem.line}:{problem.column}:", "path")
    what = paint(f"{severity} {visible(problem.code)}:", severity)
    lines = [f"{place} {what} {visible(problem.message)}"]
    line = sources.line(problem)
    margin = max(5, len(str(problem.line)))
    if line is not None:
        shown, blanks, marker = frame(line, problem.column, problem.length, width - margin - 3)
        gutter = paint(f"{problem.line:>{margin}} |", "gutter")
        lines.append(f"{gutter} {shown}")
        under = paint("^" * marker, severity)
        lines.append(f"{paint(' ' * margin + ' |', 'gutter')} {' ' * blanks}{under}")
    if problem.hint:
        hint = visible(problem.hint)
        # In a pipe a hint stays on its line, for tools that look for it.
        room = width - margin - len(" hint: ")
        first, *more = [hint] if paint is _unpainted else _wrapped(hint, room)
        lines.append(f"{' ' * margin} {paint('hint:', 'hint')} {first}")
        lines += [" " * (margin + len(" hint: ")) + rest for rest in more]
    return "\n".join(lines) + "\n\n"


def _wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines at its blanks, so that it hangs below itself."""
    if cells(text) <= room:
        return [text]
    from textwrap import wrap

    # A wide character takes two cells; so narrow a text is never too wide.
    if not text.isascii():
        room = room * len(text) // cells(text)
    return wrap(text, max(room, 20), break_long_words=False, break_on_hyphens=False)


def summary(report: Report) -> str:
    """Say in one line what was found.

    Example:
        >>> summary(Report(412))
        'no problems in 412 files'
        >>> from unpko.problems import Problem
        >>> summary(Report(1, (Problem("a.json", 1, 1, "json-empty", "the file is empty"),)))
        '1 error, 0 warnings in 1 file'
    """
    files = counted(report.checked, "file")
    if not report.problems:
        return f"no problems in {files}"
    errors = sum(problem.severity is Severity.ERROR for problem in report.problems)
    warnings = counted(len(report.problems) - errors, "warning")
    return f"{counted(errors, 'error')}, {warnings} in {files}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun.

    Example:
        >>> counted(1, "file"), counted(1200, "file")
        ('1 file', '1,200 files')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

"""``unpko validate``: check files and folders of records."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from unpko.cli.lazy import Failure
from unpko.report import FORMATS

if TYPE_CHECKING:
    from unpko.problems import Report


@click.command()
@click.argument(
    "paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, readable=False)
)
@click.option("--format", "format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--progress/--no-progress",
    default=None,
    help="Show a bar on stderr; by default on a terminal, if it takes long.",
)
@click.pass_context
def validate(
    ctx: click.Context, paths: tuple[str, ...], format: str, strict: bool, progress: bool | None
) -> None:
    """Check files and folders of records; without PATH, the records of the package.

    Every problem of every file is told at once. Exit status: 0 if there is no error, 1 if there
    is one, 2 if a file could not be read or there is none to check.
    """
    import unpko
    from unpko.cli.output import print_utf8, progress_bar, refuse_clone
    from unpko.report import render, write

    for path in paths:
        refuse_clone(path)
    with progress_bar(progress) as callback:
        report = unpko.validate(*paths, progress=callback)
    if report.ok and (empty := _without_records(paths, report)):
        raise Failure(f"there is no record to check in {', '.join(map(repr, empty))}")
    if format == "text":
        write(report, sys.stdout)
    else:
        print_utf8(render(report, format))
    ctx.exit(exit_status(report, strict))


def _without_records(paths: tuple[str, ...], report: Report) -> list[str]:
    """Give the folders in which nothing was found: a mistyped path must not pass for a good one."""
    if not report.checked:
        return list(paths) or ["the package"]
    return [path for path in paths if os.path.isdir(path) and not _any_json(path)]


def _any_json(folder: str) -> bool:
    return any(name.endswith(".json") for _, _, names in os.walk(folder) for name in names)


def exit_status(report: Report, strict: bool = False) -> int:
    """Give the exit status that a report stands for."""
    if any(problem.code == "file-unreadable" for problem in report.problems):
        return 2
    return int(not report.ok or (strict and bool(report.problems)))

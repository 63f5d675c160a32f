"""``unpko upgrade``: bring the files of records of older versions to the present one."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import click

from unpko.problems import Problem


class Upgrade(NamedTuple):
    """What became of one file.

    Attributes:
        path: the file, as it was named.
        origin: the older version that it stated; empty where there was nothing to do.
        problems: why it was left as it is.
    """

    path: str
    origin: str = ""
    problems: tuple[Problem, ...] = ()


def upgrade_file(path: str, folder: str = "", *, write: bool = True) -> Upgrade:
    """Bring the file of one record to the present version of the schemas.

    A file with problems is not touched, nor is one of the present version. The new file is in
    canonical form, and takes the place of the old one at once.

    Args:
        path: the file.
        folder: the folder of its kind, such as ``"pledges"``; without it, its place and its
            ``$schema`` say so.
        write: whether to write; otherwise it is only said what would change.

    Raises:
        OSError: if the file cannot be written; it is whole all the same.

    Example:
        >>> upgrade_file("no-such-file.json").problems[0].code
        'file-unreadable'
    """
    from unpko.formatting import kind_folder, replace_file
    from unpko.model import SCHEMA_VERSION
    from unpko.reading import canonical, read_homeless, read_record
    from unpko.validation.files import read_bytes

    if os.path.islink(path):
        fault = "file-link", "the file is a symbolic link", "upgrade the file that it leads to"
        return Upgrade(path, problems=(Problem(path, 1, 1, *fault),))
    try:
        mode = stat.S_IMODE(os.stat(path).st_mode)
        data = read_bytes(path)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or type(error).__name__}"
        problem = Problem(path, 1, 1, "file-unreadable", message, "check its rights")
        return Upgrade(path, problems=(problem,))
    kind = folder or kind_folder(path, data)
    if kind is None:
        return Upgrade(path, problems=tuple(read_homeless(data, path)))
    record, problems, _ = read_record(data, path, kind)
    if record is not None and record.origin == SCHEMA_VERSION:
        return Upgrade(path)  # whatever else may be wrong with it is for `unpko validate`
    if record is None or problems:
        return Upgrade(path, problems=problems)
    if write:
        replace_file(path, canonical(record), mode)
    return Upgrade(path, origin=record.origin)


def upgrade_files(paths: Iterable[str], *, write: bool = True) -> Iterator[Upgrade]:
    """Bring files to the present version, one after the other; see `upgrade_file`.

    Args:
        paths: files and folders; in a folder, every record below it.
        write: whether to write; otherwise it is only said what would change.

    Raises:
        FileNotFoundError: if a path does not exist.

    Example:
        >>> list(upgrade_files([]))
        []
    """
    from unpko.validation.files import Gathered

    found = Gathered()
    for path in paths:
        found.path(path)
    for problem in found.problems:
        yield Upgrade(problem.path, problems=(problem,))
    for file in found.files:
        if file.wanted:
            yield upgrade_file(file.path, file.folder, write=write)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True))
@click.option("--check", is_flag=True, help="Write nothing; fail if a file would change.")
@click.pass_context
def upgrade(ctx: click.Context, paths: tuple[str, ...], check: bool) -> None:
    """Bring records of older versions to the present one; without PATH, those of the checkout.

    A file with problems stays as it is, and they are told. Exit status: 0 good, 1 if a file has
    such problems (or, with --check, would change), 2 if one could not be read.
    """
    from unpko import resources
    from unpko.model import SCHEMA_VERSION
    from unpko.report.text import counted, write_problems
    from unpko.report.visible import visible

    if not paths:
        checkout = resources.checkout_folder("records")
        if checkout is None:
            raise click.UsageError("name a PATH: the records of an installed package are fixed")
        paths = (checkout,)
    seen = changed = kept = 0
    problems: list[Problem] = []
    for outcome in upgrade_files(paths, write=not check):
        seen += 1
        problems += outcome.problems
        kept += bool(outcome.problems)
        if outcome.origin:
            changed += 1
            verb = "would upgrade" if check else "upgraded"
            click.echo(f"{verb} {visible(outcome.path)} from {outcome.origin} to {SCHEMA_VERSION}")
    sys.stdout.flush()
    write_problems(problems, sys.stderr)
    parts = [f"{counted(changed, 'file')} {'would be upgraded' if check else 'upgraded'}"]
    parts.append(f"{seen - changed - kept:,} of version {SCHEMA_VERSION} already")
    if kept:
        parts.append(f"{kept:,} left as {'it is' if kept == 1 else 'they are'}, with problems")
    click.echo(", ".join(parts), err=True)
    if any(problem.code == "file-unreadable" for problem in problems):
        ctx.exit(2)
    ctx.exit(int(bool(problems) or (check and changed > 0)))

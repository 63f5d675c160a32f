"""``unpko fmt`` and ``unpko upgrade``: rewrite the files of records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from unpko.rewriting import Rewrite

_paths = click.argument(
    "paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, readable=False)
)
_check = click.option("--check", is_flag=True, help="Write nothing; fail if a file would change.")


class Words(NamedTuple):
    """How a command speaks of what it does."""

    would: str
    did: str
    done: str
    already: str


@click.command()
@_paths
@_check
@click.pass_context
def fmt(ctx: click.Context, paths: tuple[str, ...], check: bool) -> None:
    """Rewrite records in canonical form; without PATH, the records of the checkout.

    Repaired are byte order marks, line ends, the order of keys and of codes, the layout, trailing
    commas and defaults that need not be written. A file that is wrong in any other way stays as
    it is, and its problems are told. Exit status: 0 good, 1 if a file has such problems (or, with
    --check, would change), 2 if one could not be read.
    """
    from unpko.rewriting import formatted

    words = Words("would rewrite", "rewrote", "rewritten", "in canonical form already")
    _rewrite(ctx, paths, check, formatted, words)


@click.command()
@_paths
@_check
@click.pass_context
def upgrade(ctx: click.Context, paths: tuple[str, ...], check: bool) -> None:
    """Bring records of older versions to the present one; without PATH, those of the checkout.

    A file with problems stays as it is, and they are told. Exit status: 0 good, 1 if a file has
    such problems (or, with --check, would change), 2 if one could not be read.
    """
    from unpko.model import SCHEMA_VERSION
    from unpko.rewriting import modernised

    words = Words("would upgrade", "upgraded", "upgraded", f"of version {SCHEMA_VERSION} already")
    _rewrite(ctx, paths, check, modernised, words)


def _rewrite(
    ctx: click.Context, paths: tuple[str, ...], check: bool, rewrite: Rewrite, words: Words
) -> None:
    from unpko import resources
    from unpko.cli.output import refuse_clone
    from unpko.problems import Problem
    from unpko.report.text import counted, write_problems
    from unpko.report.visible import visible
    from unpko.rewriting import rewrite_files

    if not paths:
        checkout = resources.checkout_folder("records")
        if checkout is None:
            raise click.UsageError("name a PATH: the records of an installed package are fixed")
        paths = (checkout,)
    for path in paths:
        refuse_clone(path)
    seen = changed = kept = 0
    problems: list[Problem] = []
    for outcome in rewrite_files(paths, rewrite, write=not check):
        seen += 1
        problems += outcome.problems
        kept += bool(outcome.problems)
        if outcome.changed:
            changed += 1
            click.echo(f"{words.would if check else words.did} {visible(outcome.path)}")
    sys.stdout.flush()
    write_problems(problems, sys.stderr)
    parts = [f"{counted(changed, 'file')} {'would be ' * check}{words.done}"]
    parts.append(f"{seen - changed - kept:,} {words.already}")
    if kept:
        parts.append(f"{kept:,} left as {'it is' if kept == 1 else 'they are'}, with problems")
    click.echo(", ".join(parts), err=True)
    if any(problem.code == "file-unreadable" for problem in problems):
        ctx.exit(2)
    ctx.exit(int(bool(problems) or (check and changed > 0)))

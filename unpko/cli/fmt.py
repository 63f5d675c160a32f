"""``unpko fmt``: rewrite records in canonical form."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument(
    "paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, readable=False)
)
@click.option("--check", is_flag=True, help="Write nothing; fail if a file would change.")
@click.pass_context
def fmt(ctx: click.Context, paths: tuple[str, ...], check: bool) -> None:
    """Rewrite records in canonical form; without PATH, the records of the checkout.

    Repaired are byte order marks, line ends, the order of keys and of codes, the layout, trailing
    commas and defaults that need not be written. A file that is wrong in any other way stays as
    it is, and its problems are told. Exit status: 0 good, 1 if a file has such problems (or, with
    --check, would change), 2 if one could not be read.
    """
    from unpko import resources
    from unpko.formatting import format_files
    from unpko.problems import Problem
    from unpko.report.text import counted, write_problems
    from unpko.report.visible import visible

    if not paths:
        checkout = resources.checkout_folder("records")
        if checkout is None:
            raise click.UsageError("name a PATH: the records of an installed package are fixed")
        paths = (checkout,)
    seen = changed = kept = 0
    problems: list[Problem] = []
    for outcome in format_files(paths, write=not check):
        seen += 1
        problems += outcome.problems
        kept += bool(outcome.problems)
        if outcome.changed:
            changed += 1
            click.echo(f"{'would rewrite' if check else 'rewrote'} {visible(outcome.path)}")
    sys.stdout.flush()
    write_problems(problems, sys.stderr)
    parts = [f"{counted(changed, 'file')} {'would be rewritten' if check else 'rewritten'}"]
    parts.append(f"{seen - changed - kept:,} in canonical form already")
    if kept:
        parts.append(f"{kept:,} left as {'it is' if kept == 1 else 'they are'}, with problems")
    click.echo(", ".join(parts), err=True)
    if any(problem.code == "file-unreadable" for problem in problems):
        ctx.exit(2)
    ctx.exit(int(bool(problems) or (check and changed > 0)))

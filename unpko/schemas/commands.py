"""The command ``unpko schema``: thin, over the functions of this package."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

import click

from unpko.resources import checkout_folder
from unpko.schemas import store
from unpko.schemas.index import BadIndex


def _folder() -> Path:
    """Give the folder of the schemas in the checkout; only there can they be changed."""
    folder = checkout_folder("schemas")
    if folder is None:
        raise click.UsageError("give --folder: this is an installed package, not a checkout")
    return Path(folder)


folder_option = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the schemas, if not the one of this checkout.",
)


@contextmanager
def _readable() -> Iterator[None]:
    """Say in one line what cannot be read or written."""
    try:
        yield
    except (BadIndex, OSError, JSONDecodeError) as error:
        raise click.UsageError(f"the schemas cannot be read or written: {error}") from error


def _fail(problems: Iterable[str]) -> None:
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(1)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@click.group()
def schema() -> None:
    """Make, check, freeze, show, compare and publish the JSON Schemas."""


@schema.command()
@folder_option
@_readable()
def write(folder: Path | None) -> None:
    """Write the draft anew from the models, and the settings for VS Code."""
    from unpko.schemas import editor, freeze
    from unpko.schemas.generate import draft

    made = draft()
    try:
        changed = freeze.write(folder or _folder(), made)
    except freeze.Refused as refused:
        return _fail(refused.problems)
    if folder is None:
        changed += editor.write(_folder().parent, made)
    for path in changed:
        click.echo(path)
    click.echo(f"{made.version}: {_counted(len(changed), 'file')} changed")


@schema.command()
@click.option(
    "--against",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the schemas of an earlier release, to compare what is published with.",
)
@folder_option
@_readable()
def check(folder: Path | None, against: Path | None) -> None:
    """Say whether the files agree with the models, and the published ones are untouched."""
    from unpko.reading.upgrades import STEPS
    from unpko.schemas import editor, freeze
    from unpko.schemas.generate import draft

    made = draft()
    problems = freeze.check(folder or _folder(), made, STEPS)
    if folder is None and not problems:  # the settings can only follow schemas that are right
        problems += editor.check(_folder().parent, made)
    if against is not None:
        problems += freeze.check_against(folder or _folder(), against)
    if problems:
        _fail(problems)
    click.echo("the schemas are as they should be")


@schema.command()
@click.argument("version")
@click.option("--date", required=True, help="The day of publication, such as 2026-12-01.")
@folder_option
@_readable()
def publish(version: str, date: str, folder: Path | None) -> None:
    """Freeze VERSION for good."""
    from unpko.schemas import freeze
    from unpko.schemas.generate import draft

    try:
        freeze.publish(folder or _folder(), draft(), version, date)
    except freeze.Refused as refused:
        return _fail(refused.problems)
    click.echo(f"{version} is published as of {date}: its files never change from now on")


@schema.command()
@click.argument("kind")
@click.argument("version", required=False)
def show(kind: str, version: str | None) -> None:
    """Print the schema of KIND (or "record", for any kind), of the latest VERSION by default."""
    try:
        click.echo(store.text(kind, version), nl=False)
    except store.UnknownSchema as error:
        raise click.UsageError(str(error)) from error


@schema.command()
@click.argument("old")
@click.argument("new")
@folder_option
@_readable()
def diff(old: str, new: str, folder: Path | None) -> None:
    """Say what changed from version OLD to NEW, and whether the step is called what it is."""
    from unpko.schemas import freeze
    from unpko.schemas.index import order

    home = folder or _folder()
    known = [version.number for version in freeze.versions(home)]
    for version in (old, new):
        if version not in known:
            raise click.UsageError(f"there is no version {version}; there are: {', '.join(known)}")
    if order(old) > order(new):
        raise click.UsageError(f"{old} came after {new}")
    changes, refused = freeze.step(home, old, new)
    for change in changes:
        click.echo(change)
    name = f"the step from {old} to {new}"
    if refused:
        are = "is" if len(refused) == 1 else "are"
        _fail([f"{name} is called minor, but {_counted(len(refused), 'change')} {are} major"])
    highest = max((change.level for change in changes), default=None)
    click.echo(f"{name}: {'no change' if highest is None else f'{highest} at most'}")


@schema.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--base-url", help="Where FOLDER will be served, if not where the schemas say.")
@_readable()
def export(folder: Path, base_url: str | None) -> None:
    """Write a site of all versions into FOLDER, ready for any static host."""
    from unpko.errors import InvalidRecords
    from unpko.schemas.export import export as write_site
    from unpko.schemas.export import shipped_examples

    if base_url is not None and not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", base_url):
        raise click.UsageError(
            f"--base-url takes an address such as https://example.org/s, not {base_url!r}"
        )
    try:
        examples = shipped_examples()
    except InvalidRecords as error:
        raise click.ClickException(str(error)) from error
    paths = write_site(folder, base_url=base_url, examples=examples)
    click.echo(f"{_counted(len(paths), 'file')} written to {folder}")

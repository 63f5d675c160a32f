"""What several commands need: consoles, tables, progress, kinds and the dataset to read."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from unpko.cli.lazy import Failure
from unpko.errors import did_you_mean
from unpko.report.visible import json_text
from unpko.suggest import closest

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from unpko.dataset import Dataset
    from unpko.model import Record

PIPE_WIDTH = 100
"""How wide text is where there is no terminal and no ``COLUMNS``."""

PATIENCE = 1.0
"""After how many seconds a progress bar appears."""

F = TypeVar("F", bound=Callable[..., Any])


def folder_option(command: F) -> F:
    """Add the option that names the folder of records to read."""
    return click.option(
        "--folder",
        type=click.Path(exists=True, file_okay=False),
        help="The records to read; without it, those that come with the package.",
    )(command)


def open_dataset(folder: str | None) -> Dataset:
    """Open the records of a folder, or those that come with the package."""
    import unpko

    return unpko.load(folder)


def refuse_clone(path: str) -> None:
    """Refuse a folder that holds the folder of records and is not it, such as a whole clone."""
    from unpko.reading import kinds_in

    records = os.path.normpath(os.path.join(path, "records"))
    if not kinds_in(path) and kinds_in(records):
        raise Failure(f"{path!r} is no folder of records; did you mean {records!r}?")


def kinds_by_name() -> dict[str, type[Record]]:
    """Give the model of each kind by its name, singular and plural."""
    from unpko.model import KINDS

    return {form: model for folder, model in KINDS.items() for form in (folder, model.kind_name)}


def kind_of(name: str) -> type[Record]:
    """Give the model of a kind by its name, singular or plural.

    Raises:
        click.UsageError: if there is no such kind.
    """
    from unpko.model import KINDS

    names = kinds_by_name()
    found = names.get(name.casefold())
    if found is None:
        kinds = ", ".join(model.kind_name for model in KINDS.values())
        hint = did_you_mean(closest(name, names, most=1))
        raise click.UsageError(f"there is no kind {name!r}{hint}; the kinds are: {kinds}")
    return found


def print_json(value: object) -> None:
    """Print a value as JSON, in UTF-8 whatever the terminal is set to."""
    print_utf8(json_text(value, indent=2) + "\n")


def print_utf8(text: str) -> None:
    """Print text for machines: UTF-8 whatever the locale says, line ends untouched."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def page_console() -> Console:
    """Give a console for stdout that takes text literally and knows its width."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console = Console(highlight=False, markup=False, emoji=False, width=PIPE_WIDTH)
    return console


def print_page(*parts: RenderableType) -> None:
    """Print the parts of a page below each other, without blanks at the ends of lines."""
    console = page_console()
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    text = captured.get()
    if not console.is_terminal:
        text = "".join(f"{line.rstrip()}\n" for line in text.split("\n")[:-1])
    sys.stdout.write(text)


@contextmanager
def progress_bar(wanted: bool | None) -> Iterator[Callable[[int, int], None] | None]:
    """Show on stderr how far the work has come.

    Args:
        wanted: True for a bar from the start, False for none, None for one on a terminal if the
            work takes longer than `PATIENCE`.
    """
    if wanted is False or (wanted is None and not sys.stderr.isatty()):
        yield None
        return
    began = time.monotonic()
    bar: Any = None
    task: Any = None

    def progress(done: int, total: int) -> None:
        nonlocal bar, task
        if bar is None:
            if wanted is None and time.monotonic() - began < PATIENCE:
                return
            bar = _bar()
            bar.start()
            task = bar.add_task("checking", total=total)
        bar.update(task, completed=done, total=total)

    try:
        yield progress
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        console=Console(stderr=True),
        transient=True,
    )

"""``unpko new``: begin a record."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

import click

from unpko.cli.lazy import Failure

if TYPE_CHECKING:
    from unpko.model import Record


@click.command()
@click.argument("kind")
@click.argument("id")
@click.option(
    "--folder",
    default="records",
    show_default=True,
    type=click.Path(exists=True, file_okay=False),
    help="The folder of records to write into.",
)
def new(kind: str, id: str, folder: str) -> None:
    """Begin a record of a KIND, such as pledge, with an ID, such as 2021-seoul/kor-helicopters.

    The file holds the fields that a record needs, and those that most have, all empty. Empty
    fields are errors, so nothing can slip through that no source says: fill them, or delete those
    that are not needed.
    """
    from unpko.cli.output import kind_of
    from unpko.cli.skeleton import field_notes, skeleton
    from unpko.report.visible import visible

    model = kind_of(kind)
    _check_id(model, id)
    _check_folder(folder)
    path = os.path.join(folder, model.folder, *f"{id}.json".split("/"))
    text = skeleton(model, id)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Failure(f"{visible(path)} is there already; it was not touched") from None
    click.echo(f"wrote {visible(path)}")
    _say_what_next(model, id, folder, path, field_notes(model))


def _check_id(model: type[Record], id: str) -> None:
    """Refuse an id that the models would refuse."""
    from pydantic import ValidationError

    from unpko.reading.shape import shape_faults

    try:
        model.__pydantic_validator__.validate_python({"id": id})
    except ValidationError as error:
        for fault in shape_faults(model, error):
            if fault.path == ("id",):
                raise click.UsageError(f"{fault.message}; {fault.hint}") from None


def _check_folder(folder: str) -> None:
    """Refuse a folder that holds no records: the file would be lost there."""
    from unpko.model import KINDS
    from unpko.reading import kinds_in

    if not kinds_in(folder):
        raise click.UsageError(
            f"{folder!r} is no folder of records: it has none of {', '.join(KINDS)}"
        )


def _say_what_next(
    model: type[Record], id: str, folder: str, path: str, notes: list[tuple[str, str]]
) -> None:
    """Tell on stderr what to fill in, and what to run then."""
    from unpko.report.visible import visible
    from unpko.resources import record_files

    formatter = click.HelpFormatter(width=100)
    with formatter.section("Fill in what a source says, and delete what none does"):
        formatter.write_dl(notes)
    event, slash, _ = id.partition("/")
    events = [name for name, _ in record_files(folder, "ministerials")]
    if slash and event not in events:
        from unpko.errors import did_you_mean
        from unpko.suggest import closest

        formatter.write_text(
            f"There is no event {event!r} in {folder} yet{did_you_mean(closest(event, events))}"
        )
    formatter.write("\nThen run\n")
    for command in ("fmt", "validate"):
        formatter.write(f"  unpko {command} {visible(shlex.quote(path))}\n")
    click.echo(formatter.getvalue(), err=True, nl=False)

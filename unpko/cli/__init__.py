"""The command line. Each command is a module of its own, imported when it is used."""

from __future__ import annotations

import sys

import click

from unpko.cli.lazy import Lazy, LazyGroup
from unpko.version import __version__

# In the order of the help: what a contributor needs first, then what a reader needs. The texts
# stand here so that `unpko --help` imports no command.
COMMANDS = {
    "validate": Lazy("unpko.cli.validate", "validate", "Check records: file, line, what, hint."),
    "fmt": Lazy("unpko.cli.rewrite", "fmt", "Rewrite records in canonical form."),
    "new": Lazy("unpko.cli.new", "new", "Begin a new record."),
    "show": Lazy("unpko.cli.show", "show", "Show one record, with what sources say."),
    "list": Lazy("unpko.cli.listing", "list_records", "List the records of one kind."),
    "coverage": Lazy("unpko.cli.coverage", "coverage", "Say how much of each event is recorded."),
    "upgrade": Lazy("unpko.cli.rewrite", "upgrade", "Bring records to the present version."),
    "schema": Lazy("unpko.schemas.commands", "schema", "Make, check and publish the JSON Schemas."),
}
"""Every command: where it is, and what help says of it."""


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="unpko")
def cli() -> None:
    """The open, sourced, machine-checked record of the UN Peacekeeping Ministerials.

    Exit status: 0 good, 1 problems found, 2 wrong usage or unreadable input.
    """


def main() -> None:
    """Run the command line, and end the process with its exit status."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # what is no character there is written as \uXXXX
                stream.reconfigure(errors="backslashreplace")
        cli(prog_name="unpko")
    except KeyboardInterrupt:  # before or after the command proper, which sees to it itself
        sys.exit(130)


__all__ = ["COMMANDS", "cli", "main"]

"""A group whose commands are imported when they are used, and in which nothing ends in a trace."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import click

from unpko.errors import UnpkoError, did_you_mean
from unpko.report.visible import visible
from unpko.suggest import closest


class Lazy(NamedTuple):
    """A command that is not imported yet.

    Attributes:
        module: the module that defines it.
        name: its name there.
        help: what the help of the group says of it.
    """

    module: str
    name: str
    help: str


class Failure(click.ClickException):
    """Wrong usage or unreadable input: a message on stderr and exit status 2."""

    exit_code = 2


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is used."""

    def __init__(self, *args: Any, lazy: Mapping[str, Lazy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, if there is one of that name."""
        if cmd_name not in self.lazy:
            return None
        place = self.lazy[cmd_name]
        command: click.Command = getattr(import_module(place.module), place.name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for, or say which one was meant."""
        name = args[0]
        if name not in self.lazy and not name.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"there is no command {name!r}{did_you_mean(closest(name, self.lazy))}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands into the help without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.help) for name, place in self.lazy.items()])

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options of the group; control characters in them are not echoed."""
        try:
            return super().make_context(*args, **kwargs)
        except click.ClickException as error:
            raise _shown(error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong becomes a message and an exit status."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()  # a reader that is gone is met here and not at the very end
        except UnpkoError as error:
            raise Failure(_lines(str(error))) from None
        except click.ClickException as error:
            raise _shown(error) from None
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            _no_reader(ctx)
        except OSError as error:
            where = f"{os.fsdecode(error.filename)}: " if error.filename is not None else ""
            raise Failure(_lines(f"{where}{error.strerror or error}")) from None


def _shown(error: click.ClickException) -> click.ClickException:
    """Give an error with its control characters made visible; itself, if it has none."""
    said = error.format_message()
    if said == _lines(said):
        return error
    return click.UsageError(_lines(said), getattr(error, "ctx", None))


def _lines(text: str) -> str:
    """Make control characters visible, but for line ends."""
    return "\n".join(map(visible, text.split("\n")))


def _no_reader(ctx: click.Context) -> NoReturn:
    """End as a program does whose reader is gone, with nothing said: `unpko list ... | head`."""
    with contextlib.suppress(OSError, ValueError):
        # Python flushes stdout once more at exit, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    ctx.exit(141)  # 128 and SIGPIPE, as shells say it

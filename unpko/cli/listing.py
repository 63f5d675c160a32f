"""``unpko list``: the records of one kind."""

from __future__ import annotations

import click

from unpko.cli.output import folder_option


@click.command("list")
@click.argument("kind")
@click.option(
    "--where",
    "conditions",
    metavar="NAME=VALUE",
    multiple=True,
    help="Keep the records that have this; may be given several times.",
)
@click.option("--format", "format", type=click.Choice(["text", "json", "ids"]), default="text")
@folder_option
def list_records(kind: str, conditions: tuple[str, ...], format: str, folder: str | None) -> None:
    """List the records of one KIND, such as pledge or pledges.

    \b
    unpko list pledges --where ministerial=2021-seoul --where category=aviation
    """  # noqa: D301 - click wants the character itself
    from unpko.cli.output import kind_of, open_dataset, print_json

    model = kind_of(kind)
    wanted: dict[str, str] = {}
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--where takes NAME=VALUE, not {condition!r}")
        if name in wanted:
            raise click.UsageError(f"--where names {name!r} twice; a record must meet every one")
        wanted[name] = value
    records = getattr(open_dataset(folder), model.folder).where(**wanted)
    if format == "json":
        print_json(records.to_dicts())
    elif format == "ids":
        click.echo("".join(f"{id}\n" for id in records.ids()), nl=False)
    else:
        _print(list(records), model.kind_name)


def _print(records: list[object], kind: str) -> None:
    from rich.table import Table
    from rich.text import Text

    from unpko.cli.output import print_page
    from unpko.report.text import counted
    from unpko.report.visible import visible

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, overflow="fold")
    table.add_column()
    for record in records:
        label = str(record)
        id = getattr(record, "id", "")
        table.add_row(Text(id, style="bold"), Text(visible(label)) if label != id else "")
    if records:
        print_page(table)
    click.echo(counted(len(records), kind), err=True)

"""``unpko coverage``: how much of each event is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from unpko.cli.output import folder_option

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from unpko.dataset.views import Coverage


_COLUMNS = (
    "States\nhere",
    "States\nmissing",
    "Pledges\nhere",
    "with\nnumber",
    "with\nfollow-\nup",
    "Facts in\ndispute",
)
_SAID = "States said\nto pledge"
_EVENT_WIDTH = 15


@click.command()
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text")
@folder_option
def coverage(format: str, folder: str | None) -> None:
    """Say, per event, how many states are said to have pledged and how many are recorded."""
    from unpko.cli.output import open_dataset, print_json

    rows = open_dataset(folder).coverage()
    if format == "json":
        print_json([_data(row) for row in rows])
    else:
        _print(rows)


def _data(row: Coverage) -> dict[str, Any]:
    return {
        "ministerial_id": row.ministerial.id,
        "states_said": row.said,
        "states_said_all": list(row.said_all),
        "states_recorded": row.recorded,
        "states_missing": row.missing,
        "pledges": row.pledges,
        "pledges_with_quantity": row.with_quantity,
        "pledges_with_follow_up": row.with_follow_up,
        "disputes": row.disputes,
    }


def _print(rows: tuple[Coverage, ...]) -> None:
    from unpko.cli.output import page_console, print_page

    if not rows:
        click.echo("no event has pledges, or a number of states that pledged", err=True)
        return
    widths = [_EVENT_WIDTH] + [max(map(len, title.split("\n"))) for title in (_SAID, *_COLUMNS)]
    if page_console().width < sum(widths) + len(widths) - 1:
        print_page(*(part for row in rows for part in _block(row)))  # the table would be cut off
    else:
        print_page(_table(rows))


def _table(rows: tuple[Coverage, ...]) -> Table:
    """Give a line for each event."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    table.add_column("Event", min_width=_EVENT_WIDTH, overflow="fold")
    table.add_column(_SAID, justify="right", min_width=11, overflow="fold")
    for title in _COLUMNS:
        table.add_column(title, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(Text(row.ministerial.id, style="bold"), _said(row), *_numbers(row))
    return table


def _block(row: Coverage) -> tuple[Text, Table]:
    """Give a block of lines for an event, where there is no room for the table."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    values: tuple[Text | str, ...] = (_said(row), *_numbers(row))
    for title, value in zip((_SAID, *_COLUMNS), values, strict=True):
        name = title.replace("-\n", "-").replace("\n", " ")
        grid.add_row(f"  {name[:1].upper()}{name[1:]}", value)
    return Text(row.ministerial.id, style="bold"), grid


def _numbers(row: Coverage) -> tuple[str, ...]:
    """Give what stands in `_COLUMNS`."""
    return (
        str(row.recorded),
        "?" if row.missing is None else str(row.missing),
        str(row.pledges),
        _share(row.with_quantity, row.pledges),
        _share(row.with_follow_up, row.pledges),
        str(row.disputes),
    )


def _said(row: Coverage) -> Text:
    """Give the settled number, and all the others that sources give."""
    from rich.text import Text

    others = [f"{number:,}" for number in row.said_all if number != row.said]
    if row.said is not None:
        return Text(f"{row.said:,}" + (f"\n(or {', '.join(others)})" if others else ""))
    if not others:
        return Text("?")
    return Text(" or ".join(others) + "\n! disputed", style="bold red")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else ""

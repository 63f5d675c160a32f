"""``unpko coverage``: how much of each event is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from unpko.cli.output import folder_option

if TYPE_CHECKING:
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
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from unpko.cli.output import print_page

    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    table.add_column("Event", min_width=15, overflow="fold")
    table.add_column("States said\nto pledge", justify="right", min_width=11, overflow="fold")
    for title in _COLUMNS:
        table.add_column(title, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            Text(row.ministerial.id, style="bold"),
            _said(row),
            str(row.recorded),
            "?" if row.missing is None else str(row.missing),
            str(row.pledges),
            _share(row.with_quantity, row.pledges),
            _share(row.with_follow_up, row.pledges),
            str(row.disputes),
        )
    if rows:
        print_page(table)
    else:
        click.echo("no event has pledges, or a number of states that pledged", err=True)


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

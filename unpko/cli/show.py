"""``unpko show``: one record, for a reader."""

from __future__ import annotations

import click

from unpko.cli.output import folder_option


@click.command()
@click.argument("id")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text")
@folder_option
def show(id: str, format: str, folder: str | None) -> None:
    """Show one record, with what sources say and where they disagree.

    ID is that of a record of any kind, such as 2021-seoul, 2021-seoul/kor-helicopters or KOR. If
    several kinds have it, put the kind in front: ministerials/2021-seoul.
    """
    from unpko.cli.find import find_record
    from unpko.cli.output import open_dataset, print_page, print_utf8

    dataset = open_dataset(folder)
    record = find_record(dataset, id)
    if format == "json":
        from unpko.reading import canonical
        from unpko.report.visible import escaped

        print_utf8(escaped(canonical(record).decode()))
        return
    from unpko.cli.pages import page

    print_page(*page(record, dataset))

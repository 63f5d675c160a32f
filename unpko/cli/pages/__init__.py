"""Records as pages for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

    from unpko.dataset import Dataset
    from unpko.model import Record


def page(record: Record, dataset: Dataset) -> list[RenderableType]:
    """Give the parts of the page of a record, to be printed below each other."""
    from unpko.cli.pages import bodies, event, pledge
    from unpko.cli.pages.parts import Page
    from unpko.model import (
        Framework,
        Ministerial,
        Mission,
        Official,
        Organisation,
        Pledge,
        Session,
        Source,
        State,
    )

    found = Page(record, dataset)
    match record:
        case Ministerial():
            event.ministerial(found, record)
        case Session():
            event.session(found, record)
        case Pledge():
            pledge.pledge(found, record)
        case Official():
            bodies.official(found, record)
        case Source():
            bodies.source(found, record)
        case State():
            bodies.state(found, record)
        case Organisation():
            bodies.organisation(found, record)
        case Framework():
            bodies.framework(found, record)
        case Mission():
            bodies.mission(found, record)
    found.sources()
    return found.parts


__all__ = ["page"]

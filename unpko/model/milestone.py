"""Dated steps in the life of an event or a framework."""

from __future__ import annotations

from unpko.model.base import Model
from unpko.model.evidence import Citation
from unpko.model.scalars import PartialDate, Some, Text


class Milestone(Model):
    """A dated step in the life of an event or a framework.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 2")
        >>> Milestone(date="2021-01-25", summary="Moved to December.", citations=(cited,)).date
        '2021-01-25'
    """

    date: PartialDate
    """When it happened, with the precision that the source gives."""
    summary: Text
    """What happened, in our words."""
    citations: Some[Citation]
    """Where it is said."""

    def _brief(self) -> str:
        return f"{self.date}, {self.summary}"

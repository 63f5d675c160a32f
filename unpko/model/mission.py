"""The UN peace operations that pledges are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.evidence import DateClaim, RecordCitation, TextClaim, settled, shown
from unpko.model.parties import OtherName
from unpko.model.relations import Filter, Many, ManyReverse
from unpko.model.scalars import Maybe, Slug, Some, StateCode, Text

if TYPE_CHECKING:
    from unpko.model.pledge import Pledge
    from unpko.model.state import State


class Mission(Record):
    """One UN peace operation, by its acronym.

    Example:
        >>> import unpko
        >>> unpko.load().missions["unmiss"].acronym
        'UNMISS'
    """

    kind_name: ClassVar[str] = "mission"
    folder: ClassVar[str] = "missions"

    schema_url: Annotated[str, SchemaOf("mission"), SchemaKey]
    id: Slug
    """The acronym in lower case: ``minusma``."""
    acronym: Text
    """The acronym as the UN writes it."""
    names: Some[TextClaim]
    """The full name in English."""
    other_names: Some[OtherName] = ()
    """Short forms, and names in other languages."""
    state_ids: Some[StateCode] = ()
    """The states in which it works or worked."""
    start_dates: Some[DateClaim] = ()
    """When it began."""
    end_dates: Some[DateClaim] = ()
    """When it ended, if a source says so."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """What backs the fields that carry no citations of their own."""

    states = Many["State"]("states", lambda mission: mission.state_ids)
    pledges = ManyReverse["Pledge"]("pledges", "missions")

    filters: ClassVar[dict[str, Filter]] = {
        "state": Filter(lambda mission: mission.state_ids, folder="states"),
    }

    @property
    def name(self) -> str:
        """The settled name; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> unpko.load().missions["unmiss"].name
            'United Nations Mission in South Sudan'
        """
        return settled(self.names, f"the name of {self.id}")

    @property
    def label(self) -> str:
        """Acronym and name."""
        return f"{self.acronym}: {shown(self.names)}"

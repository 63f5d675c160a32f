"""The sittings of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.codelists import Capacity, SessionKind
from unpko.model.evidence import (
    DateClaim,
    FormatClaim,
    RecordCitation,
    TextClaim,
    TimeClaim,
    settled,
    shown,
)
from unpko.model.parties import Participation
from unpko.model.relations import Filter, Many, ManyReverse, One
from unpko.model.scalars import Count, EventSlug, Maybe, Slug, Some, Text, UtcOffset

if TYPE_CHECKING:
    from unpko.model.framework import Framework
    from unpko.model.ministerial import Ministerial
    from unpko.model.official import Official
    from unpko.model.organisation import Organisation
    from unpko.model.pledge import Pledge
    from unpko.model.state import State


class Session(Record):
    """One sitting of an event: opening, plenary, thematic session, side event, closing.

    Compare ``subEvent`` of schema.org ``Event``. Who took part, in which capacity and holding
    which post, is recorded here; an official's appearances are derived from it.

    Example:
        >>> import unpko
        >>> session = unpko.load().sessions["2021-seoul/sustaining-peace"]
        >>> session.ministerial.id, session.kind.label
        ('2021-seoul', 'Thematic session')
    """

    kind_name: ClassVar[str] = "session"
    folder: ClassVar[str] = "sessions"

    schema_url: Annotated[str, SchemaOf("session"), SchemaKey]
    id: EventSlug
    """The id of the event, a slash, and a slug for the session."""
    ministerial_id: Slug
    """The event that it belongs to."""
    kind: SessionKind
    """What kind of sitting it was."""
    order: Maybe[Count] = None
    """Its place in the programme, counted from 1; an opening before session 1 is 0."""
    titles: Some[TextClaim]
    """The title, as each source prints it."""
    dates: Some[DateClaim] = ()
    """The day."""
    start_times: Some[TimeClaim] = ()
    """When it began, on the clock of the place."""
    end_times: Some[TimeClaim] = ()
    """When it ended, on the clock of the place."""
    utc_offset: Maybe[UtcOffset] = None
    """What the times are ahead of UTC."""
    venues: Some[TextClaim] = ()
    """The building or room."""
    formats: Some[FormatClaim] = ()
    """How people met, where it is known for this session."""
    framework_ids: Some[Slug] = ()
    """Frameworks that were launched, endorsed or discussed there."""
    participations: Some[Participation] = ()
    """Who took part, in which capacity and holding which post."""
    summary: Maybe[Text] = None
    """What it was about, in our words."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """What backs the fields that carry no citations of their own."""

    ministerial = One["Ministerial"]("ministerials", lambda session: session.ministerial_id)
    frameworks = Many["Framework"]("frameworks", lambda session: session.framework_ids)
    officials = Many["Official"](
        "officials", lambda session: [p.official_id for p in session.participations]
    )
    states = Many["State"]("states", lambda session: [p.state_id for p in session.participations])
    organisations = Many["Organisation"](
        "organisations", lambda session: [p.organisation_id for p in session.participations]
    )
    pledges = ManyReverse["Pledge"]("pledges", "session")

    filters: ClassVar[dict[str, Filter]] = {
        "ministerial": Filter(lambda session: (session.ministerial_id,), folder="ministerials"),
        "kind": Filter(lambda session: (session.kind,), codes=SessionKind),
        "official": Filter(
            lambda session: [p.official_id for p in session.participations], folder="officials"
        ),
        "state": Filter(
            lambda session: [p.state_id for p in session.participations], folder="states"
        ),
        "capacity": Filter(
            lambda session: [p.capacity for p in session.participations], codes=Capacity
        ),
    }

    @property
    def title(self) -> str:
        """The settled title; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> session = unpko.load().sessions["2021-seoul/sustaining-peace"]
            >>> "peace" in session.title.lower()
            True
        """
        return settled(self.titles, f"the title of {self.id}")

    @property
    def date(self) -> str | None:
        """The settled day, or None where no source gives one.

        Raises:
            unpko.Disputed: if the sources disagree and none is preferred.

        Example:
            >>> import unpko
            >>> session = unpko.load().sessions["2021-seoul/sustaining-peace"]
            >>> session.date
            '2021-12-07'
        """
        return settled(self.dates, f"the day of {self.id}") if self.dates else None

    @property
    def label(self) -> str:
        """The title to show, disputed or not."""
        return shown(self.titles)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By event, day and place in the programme; a closing comes last, unless it has a place."""
        day = shown(self.dates) if self.dates else "9999"
        last = 999 if self.kind is SessionKind.CLOSING else 500
        return self.ministerial_id, day, last if self.order is None else self.order, self.id

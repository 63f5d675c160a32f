"""The events of the series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.codelists import EventKind, SeriesPlace
from unpko.model.evidence import DateClaim, FormatClaim, RecordCitation, TextClaim, settled, shown
from unpko.model.figures import Figure, find_figure
from unpko.model.milestone import Milestone
from unpko.model.parties import Organiser, OtherName
from unpko.model.relations import Filter, Many, ManyReverse, OneOrNone
from unpko.model.scalars import Maybe, Slug, Some, StateCode, Text

if TYPE_CHECKING:
    from unpko.model.framework import Framework
    from unpko.model.official import Official
    from unpko.model.pledge import Pledge
    from unpko.model.session import Session
    from unpko.model.state import State


class Ministerial(Record):
    """One event of the series: summit, ministerial, high-level or preparatory meeting.

    Compare schema.org ``Event``. A plural field such as ``names`` is a list of claims; the
    singular, ``name``, is the one settled value and raises `unpko.Disputed` where there is none.

    Example:
        >>> import unpko
        >>> seoul = unpko.load().ministerials["2021-seoul"]
        >>> seoul.name, seoul.start_date, seoul.end_date
        ('2021 Seoul UN Peacekeeping Ministerial', '2021-12-07', '2021-12-08')
    """

    kind_name: ClassVar[str] = "ministerial"
    folder: ClassVar[str] = "ministerials"

    schema_url: Annotated[str, SchemaOf("ministerial"), SchemaKey]
    id: Slug
    """The year and a word or two for place or occasion, such as ``2021-seoul``."""
    kind: EventKind
    """What kind of meeting it was."""
    series: SeriesPlace
    """Whether the event belongs to the series itself or stands beside it."""
    names: Some[TextClaim]
    """The name of the event in English; rival names are rival claims."""
    other_names: Some[OtherName] = ()
    """Short forms, and names in other languages."""
    start_dates: Some[DateClaim]
    """The first day."""
    end_dates: Some[DateClaim]
    """The last day."""
    state_id: Maybe[StateCode] = None
    """The state in which the event was held."""
    cities: Some[TextClaim] = ()
    """The city."""
    venues: Some[TextClaim] = ()
    """The building or site."""
    formats: Some[FormatClaim] = ()
    """How people met: in person, on screen, or both."""
    themes: Some[TextClaim] = ()
    """The theme, or the themes read as one text, as each source gives them."""
    organisers: Some[Organiser] = ()
    """Who hosted, chaired and co-chaired it."""
    prepares_id: Maybe[Slug] = None
    """The event that this one prepared."""
    framework_ids: Some[Slug] = ()
    """Frameworks that were launched, endorsed or discussed there."""
    figures: Some[Figure] = ()
    """Numbers for the event as a whole, with rival claims."""
    milestones: Some[Milestone] = ()
    """Dated steps before and after: decisions, postponements, papers."""
    summary: Maybe[Text] = None
    """What the event was, in our words."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """What backs the fields that carry no citations of their own."""

    state = OneOrNone["State"]("states", lambda event: event.state_id)
    prepares = OneOrNone["Ministerial"]("ministerials", lambda event: event.prepares_id)
    frameworks = Many["Framework"]("frameworks", lambda event: event.framework_ids)
    preparatory_meetings = ManyReverse["Ministerial"]("ministerials", "prepares")
    sessions = ManyReverse["Session"]("sessions", "ministerial")
    pledges = ManyReverse["Pledge"]("pledges", "ministerial")
    officials = ManyReverse["Official"]("officials", "ministerials")

    filters: ClassVar[dict[str, Filter]] = {
        "kind": Filter(lambda event: (event.kind,), codes=EventKind),
        "series": Filter(lambda event: (event.series,), codes=SeriesPlace),
        "state": Filter(lambda event: (event.state_id,), folder="states"),
        "prepares": Filter(lambda event: (event.prepares_id,), folder="ministerials"),
        "framework": Filter(lambda event: event.framework_ids, folder="frameworks"),
    }

    @property
    def name(self) -> str:
        """The settled name; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> seoul.name
            '2021 Seoul UN Peacekeeping Ministerial'
        """
        return settled(self.names, f"the name of {self.id}")

    @property
    def start_date(self) -> str:
        """The settled first day; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> seoul.start_date
            '2021-12-07'
        """
        return settled(self.start_dates, f"the start of {self.id}")

    @property
    def end_date(self) -> str:
        """The settled last day; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> seoul.end_date
            '2021-12-08'
        """
        return settled(self.end_dates, f"the end of {self.id}")

    @property
    def label(self) -> str:
        """The name to show, disputed or not."""
        return shown(self.names)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By the first day."""
        return shown(self.start_dates), self.id

    def figure(
        self,
        measure: str,
        *,
        category: str | tuple[str, ...] = (),
        capability: str | None = None,
        framework: str | None = None,
        currency: str | None = None,
        scope: str | None = None,
    ) -> Figure:
        """Give the figure for a measure, narrowed as the arguments say and no further.

        Args:
            measure: a code of `Measure`, such as ``"states_pledging"``.
            category: the category, or the tuple of categories, that the count is confined to.
            capability: the capability that the count is confined to.
            framework: the id of the framework that is endorsed or counted.
            currency: the ISO 4217 code of an amount of money.
            scope: the text that narrows the measure.

        Raises:
            unpko.UnknownCode: if a code is not in its list.
            unpko.UnknownRecord: if no source gives such a figure for this event.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> seoul.figure("states_pledging", category="medical").value
            18
        """
        return find_figure(
            self.figures,
            self.id,
            measure,
            category=category,
            capability=capability,
            framework=framework,
            currency=currency,
            scope=scope,
        )

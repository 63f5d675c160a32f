"""The initiatives, declarations, strategies and principles that events build on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.codelists import FrameworkKind
from unpko.model.evidence import DateClaim, RecordCitation, TextClaim, settled, shown
from unpko.model.figures import Figure, find_figure
from unpko.model.milestone import Milestone
from unpko.model.parties import OtherName
from unpko.model.relations import Filter, Many, ManyReverse, OneOrNone
from unpko.model.scalars import Count, Maybe, Slug, Some, StateCode, Text

if TYPE_CHECKING:
    from unpko.model.ministerial import Ministerial
    from unpko.model.organisation import Organisation
    from unpko.model.pledge import Pledge
    from unpko.model.session import Session
    from unpko.model.source import Source
    from unpko.model.state import State


class Framework(Record):
    """A political initiative, strategy, declaration or set of principles, or a part of one.

    A part (an area of A4P, a priority of A4P+) is a record of its own, of kind ``part``, with its
    number in ``order``; where its title could not be read in a source, it has none.

    Example:
        >>> import unpko
        >>> plus = unpko.load().frameworks["a4p-plus"]
        >>> plus.carries_out.id, plus.figure("items").value
        ('a4p', 7)
    """

    kind_name: ClassVar[str] = "framework"
    folder: ClassVar[str] = "frameworks"

    schema_url: Annotated[str, SchemaOf("framework"), SchemaKey]
    id: Slug
    """A slug: ``a4p-plus``; a part has the framework's id in front, ``a4p-plus-1``."""
    kind: FrameworkKind
    """What kind of framework it is."""
    names: Some[TextClaim] = ()
    """The title, as each source gives it; absent for a part whose title was not read."""
    other_names: Some[OtherName] = ()
    """Short forms, and titles in other languages."""
    acronym: Maybe[Text] = None
    """The usual short form, such as ``A4P+``."""
    part_of_id: Maybe[Slug] = None
    """The framework that it is a part of."""
    order: Maybe[Count] = None
    """Its number among the parts, counted from 1."""
    carries_out_id: Maybe[Slug] = None
    """The framework that it puts into practice."""
    owner_ids: Some[Slug] = ()
    """The organisations that issued it."""
    state_ids: Some[StateCode] = ()
    """The states that issued it."""
    launched: Some[DateClaim] = ()
    """When it was launched, adopted or published."""
    document_id: Maybe[Slug] = None
    """The source that holds its text."""
    figures: Some[Figure] = ()
    """How many items it has and how many endorsed it, with rival claims."""
    milestones: Some[Milestone] = ()
    """Dated steps in its life."""
    summary: Maybe[Text] = None
    """What it is, in our words."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """What backs the fields that carry no citations of their own."""

    part_of = OneOrNone["Framework"]("frameworks", lambda framework: framework.part_of_id)
    parts = ManyReverse["Framework"]("frameworks", "part_of")
    carries_out = OneOrNone["Framework"]("frameworks", lambda item: item.carries_out_id)
    owners = Many["Organisation"]("organisations", lambda framework: framework.owner_ids)
    states = Many["State"]("states", lambda framework: framework.state_ids)
    document = OneOrNone["Source"]("sources", lambda framework: framework.document_id)
    ministerials = ManyReverse["Ministerial"]("ministerials", "frameworks")
    sessions = ManyReverse["Session"]("sessions", "frameworks")
    pledges = ManyReverse["Pledge"]("pledges", "frameworks")

    filters: ClassVar[dict[str, Filter]] = {
        "kind": Filter(lambda framework: (framework.kind,), codes=FrameworkKind),
        "part_of": Filter(lambda framework: (framework.part_of_id,), folder="frameworks"),
        "owner": Filter(lambda framework: framework.owner_ids, folder="organisations"),
        "state": Filter(lambda framework: framework.state_ids, folder="states"),
    }

    @property
    def name(self) -> str | None:
        """The settled title, or None where it was not read.

        Raises:
            unpko.Disputed: if the sources disagree and none is preferred.

        Example:
            >>> import unpko
            >>> unpko.load().frameworks["a4p"].name
            'Action for Peacekeeping'
        """
        return settled(self.names, f"the title of {self.id}") if self.names else None

    @property
    def label(self) -> str:
        """The title to show, disputed or not; the id where there is none."""
        return shown(self.names) if self.names else self.id

    def figure(self, measure: str, *, scope: str | None = None) -> Figure:
        """Give the figure for a measure such as ``"items"`` or ``"states_endorsing"``.

        Args:
            measure: a code of `Measure`.
            scope: the text that narrows the measure.

        Raises:
            unpko.UnknownCode: if ``measure`` is not in its code list.
            unpko.UnknownRecord: if no source gives such a figure.

        Example:
            >>> import unpko
            >>> unpko.load().frameworks["a4p-plus"].figure("items").value
            7
        """
        return find_figure(self.figures, self.id, measure, scope=scope)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By number among the parts."""
        return self.order or 0, self.id

"""The commitments, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Model, Record, SchemaKey, SchemaOf, shorten
from unpko.model.codelists import (
    AssessorKind,
    Capability,
    Category,
    Firmness,
    Implementation,
    Novelty,
    Readiness,
    Unit,
)
from unpko.model.evidence import Citation, Claim, DateClaim, RecordCitation, settled
from unpko.model.figures import Quantity
from unpko.model.parties import Party, Recipient
from unpko.model.relations import Filter, Many, ManyReverse, One, OneOrNone
from unpko.model.scalars import EventSlug, Maybe, PartialDate, Slug, Some, StateCode, Text

if TYPE_CHECKING:
    from unpko.model.framework import Framework
    from unpko.model.ministerial import Ministerial
    from unpko.model.mission import Mission
    from unpko.model.official import Official
    from unpko.model.organisation import Organisation
    from unpko.model.session import Session
    from unpko.model.state import State


class CapabilityPledged(Model):
    """A kind of unit, asset or service that is pledged.

    Example:
        >>> CapabilityPledged(code=Capability.MEDICAL_LEVEL_2, as_printed="Role II hospital").code
        <Capability.MEDICAL_LEVEL_2: 'medical_level_2'>
    """

    code: Capability
    """The kind; its category is among the pledge's categories."""
    label: Maybe[Text] = None
    """The printed name, where the kind is ``other``."""
    as_printed: Maybe[Text] = None
    """The source's own word, where it differs from the official term."""

    def _brief(self) -> str:
        return self.label or str(self.code)


class Timeframe(Model):
    """When a pledge is to be carried out, as far as a source says.

    Example:
        >>> Timeframe(start="2022", as_printed="pilot from 2022").start
        '2022'
    """

    start: Maybe[PartialDate] = None
    """When it is to begin."""
    end: Maybe[PartialDate] = None
    """By when it is to be done, or when it ends."""
    as_printed: Maybe[Text] = None
    """The words of the source, where dates do not hold them."""

    def _brief(self) -> str:
        if self.start or self.end:
            return f"{self.start or '...'} to {self.end or '...'}"
        return self.as_printed or ""


class TimeframeClaim(Claim[Timeframe]):
    """A claim on when a pledge is to be carried out.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 4")
        >>> open_end = TimeframeClaim(value=Timeframe(start="2020"), citations=(cited,))
        >>> closed = TimeframeClaim(value=Timeframe(start="2020", end="2024"), citations=(cited,))
        >>> open_end.agrees(closed)
        True
    """

    def agrees(self, other: Claim[Timeframe]) -> bool:
        """Say whether both can be true: what only one of them names is no disagreement."""
        return all(
            a is None or b is None or a.startswith(b) or b.startswith(a)
            for a, b in (
                (self.value.start, other.value.start),
                (self.value.end, other.value.end),
            )
        )

    def _vagueness(self) -> int:
        return -len((self.value.start or "") + (self.value.end or ""))


class Assessment(Model):
    """What one source says, at one date, of what became of a pledge.

    Assessments are appended, never changed. Implementation and readiness in the Peacekeeping
    Capability Readiness System are two axes; an assessment speaks on one of them, or on both.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 2")
        >>> Assessment(
        ...     as_of="2022-07",
        ...     implementation=Implementation.IN_PROGRESS,
        ...     assessor_kind=AssessorKind.PLEDGER,
        ...     summary="Helicopters inspected.",
        ...     citations=(cited,),
        ... ).implementation.label
        'In progress'
    """

    as_of: PartialDate
    """The date for which it holds."""
    implementation: Maybe[Implementation] = None
    """How far the pledge is carried out."""
    readiness: Maybe[Readiness] = None
    """The level in the UN's readiness system (PCRS)."""
    assessor_kind: AssessorKind
    """What kind of body asserts it; the one who asserts, not the one who prints."""
    assessor: Maybe[Text] = None
    """The name of the body that asserts it."""
    summary: Text
    """What is reported, in our words."""
    superseded_by_id: Maybe[EventSlug] = None
    """The pledge that took its place, where ``implementation`` is ``superseded``."""
    citations: Some[Citation]
    """Where it is said."""

    def _brief(self) -> str:
        parts = (self.as_of, self.implementation, self.readiness)
        return ", ".join(str(part) for part in parts if part)


class Pledge(Record):
    """One commitment by one or more pledgers at one event, with its history.

    Compare OCDS (releases and milestones) and IATI (a pledge is "indicative", a commitment
    "firm"). A status is never typed: `implementation` and `readiness` are derived from the
    assessments.

    Example:
        >>> import unpko
        >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"]
        >>> pledge.ministerial.id, pledge.state_ids, str(pledge.implementation)
        ('2021-seoul', ('KOR',), 'in_progress')
    """

    kind_name: ClassVar[str] = "pledge"
    folder: ClassVar[str] = "pledges"

    schema_url: Annotated[str, SchemaOf("pledge"), SchemaKey]
    id: EventSlug
    """The id of the event, a slash, and the pledger's code with a word for the content."""
    ministerial_id: Slug
    """The event at which a source says that it was made."""
    session_id: Maybe[EventSlug] = None
    """The session in which it was announced."""
    summary: Text
    """What is promised, in our words, with all numbers and names that the sources give."""
    pledgers: Some[Party]
    """Who promises; a joint pledge has several."""
    partners: Some[Party] = ()
    """Who takes part without being a pledger, such as an implementing UN body."""
    recipients: Some[Recipient] = ()
    """Who is to receive it."""
    categories: Some[Category] = ()
    """What it is about, in alphabetical order; absent where no source tells the content."""
    capabilities: Some[CapabilityPledged] = ()
    """The kinds of unit, asset or service."""
    quantities: Some[Quantity] = ()
    """How much, with rival claims."""
    mission_ids: Some[Slug] = ()
    """The missions that it is for."""
    framework_ids: Some[Slug] = ()
    """Frameworks that it endorses or carries out."""
    novelty: Maybe[Novelty] = None
    """New, reaffirmed, advanced or continued, where a source says which."""
    continues_id: Maybe[EventSlug] = None
    """The earlier pledge that it repeats or takes further."""
    firmness: Maybe[Firmness] = None
    """How firm the promise is; written where a source softens or conditions it."""
    conditions: Maybe[Text] = None
    """What it depends on, in our words."""
    timeframes: Some[TimeframeClaim] = ()
    """When it is to be carried out, as each source says."""
    announced_on: Some[DateClaim] = ()
    """The day on which it was announced."""
    announced_by_ids: Some[Slug] = ()
    """The officials who announced it."""
    part_of_id: Maybe[EventSlug] = None
    """The package that it is a part of; sums leave the parts of a package out, or the package."""
    assessments: Some[Assessment] = ()
    """What sources say of its delivery, in the order of their dates."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """Every source that tells the pledge, with the place in it."""

    ministerial = One["Ministerial"]("ministerials", lambda pledge: pledge.ministerial_id)
    session = OneOrNone["Session"]("sessions", lambda pledge: pledge.session_id)
    states = Many["State"]("states", lambda pledge: pledge.state_ids)
    organisations = Many["Organisation"](
        "organisations", lambda pledge: [p.organisation_id for p in pledge.pledgers]
    )
    missions = Many["Mission"]("missions", lambda pledge: pledge.mission_ids)
    frameworks = Many["Framework"]("frameworks", lambda pledge: pledge.framework_ids)
    announcers = Many["Official"]("officials", lambda pledge: pledge.announced_by_ids)
    continues = OneOrNone["Pledge"]("pledges", lambda pledge: pledge.continues_id)
    continued_by = ManyReverse["Pledge"]("pledges", "continues")
    part_of = OneOrNone["Pledge"]("pledges", lambda pledge: pledge.part_of_id)
    parts = ManyReverse["Pledge"]("pledges", "part_of")

    filters: ClassVar[dict[str, Filter]] = {
        "ministerial": Filter(lambda pledge: (pledge.ministerial_id,), folder="ministerials"),
        "session": Filter(lambda pledge: (pledge.session_id,), folder="sessions"),
        "state": Filter(lambda pledge: pledge.state_ids, folder="states"),
        "organisation": Filter(
            lambda pledge: [p.organisation_id for p in pledge.pledgers], folder="organisations"
        ),
        "partner": Filter(lambda pledge: [p.state_id for p in pledge.partners], folder="states"),
        "recipient": Filter(
            lambda pledge: [r.state_id for r in pledge.recipients], folder="states"
        ),
        "mission": Filter(lambda pledge: pledge.mission_ids, folder="missions"),
        "framework": Filter(lambda pledge: pledge.framework_ids, folder="frameworks"),
        "category": Filter(lambda pledge: pledge.categories, codes=Category),
        "capability": Filter(lambda pledge: pledge.capability_codes, codes=Capability),
        "unit": Filter(lambda pledge: [q.unit for q in pledge.quantities], codes=Unit),
        "novelty": Filter(lambda pledge: (pledge.novelty,), codes=Novelty),
        "firmness": Filter(lambda pledge: (pledge.firmness,), codes=Firmness),
        "implementation": Filter(lambda pledge: (pledge.implementation,), codes=Implementation),
        "readiness": Filter(lambda pledge: (pledge.readiness,), codes=Readiness),
    }

    @property
    def label(self) -> str:
        """The summary, cut to a line."""
        return shorten(self.summary, 100)

    @property
    def state_ids(self) -> tuple[StateCode, ...]:
        """The states among the pledgers, in the order of the record.

        Example:
            >>> import unpko
            >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"]
            >>> pledge.state_ids
            ('KOR',)
        """
        return tuple(party.state_id for party in self.pledgers if party.state_id)

    @property
    def joint(self) -> bool:
        """Whether two or more pledgers made it together (a "smart pledge").

        Example:
            >>> import unpko
            >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"]
            >>> pledge.joint
            False
        """
        return len(self.pledgers) > 1

    @property
    def timeframe(self) -> Timeframe | None:
        """The settled timeframe, or None where no source gives one.

        Raises:
            unpko.Disputed: if the sources disagree and none is preferred.

        Example:
            >>> import unpko
            >>> timed = [p for p in unpko.load().pledges if len(p.timeframes) == 1]
            >>> timed[0].timeframe == timed[0].timeframes[0].value
            True
        """
        return settled(self.timeframes, f"the timeframe of {self.id}") if self.timeframes else None

    @property
    def capability_codes(self) -> tuple[Capability, ...]:
        """The capabilities pledged, named in the list or counted in the quantities.

        Example:
            >>> import unpko
            >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"]
            >>> "helicopter" in pledge.capability_codes
            True
        """
        named = [item.code for item in self.capabilities]
        counted = [item.capability for item in self.quantities if item.capability]
        return tuple(dict.fromkeys([*named, *counted]))

    @property
    def implementation(self) -> Implementation:
        """How far it is carried out by the last assessment; ``no_evidence`` without one.

        Example:
            >>> import unpko
            >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"]
            >>> pledge.implementation.label
            'In progress'
        """
        latest = self._latest("implementation")
        return (latest.implementation if latest else None) or Implementation.NO_EVIDENCE

    @property
    def readiness(self) -> Readiness | None:
        """The level in the readiness system by the last assessment that names one.

        Example:
            >>> import unpko
            >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"]
            >>> print(pledge.readiness)
            None
        """
        latest = self._latest("readiness")
        return latest.readiness if latest else None

    def _latest(self, axis: str) -> Assessment | None:
        """Give the last assessment on an axis; they stand in the order of their dates.

        The dates alone would not do: "2016" may be before or after "2016-01-31".
        """
        found = [item for item in self.assessments if getattr(item, axis) is not None]
        return found[-1] if found else None

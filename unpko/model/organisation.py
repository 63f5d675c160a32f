"""The bodies that host, chair, pledge, employ or publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.codelists import OrganisationKind
from unpko.model.evidence import RecordCitation, TextClaim, settled, shown
from unpko.model.parties import OtherName
from unpko.model.relations import Filter, ManyReverse, OneOrNone
from unpko.model.scalars import Maybe, PartialDate, Slug, Some, StateCode, Text

if TYPE_CHECKING:
    from unpko.model.framework import Framework
    from unpko.model.official import Official
    from unpko.model.pledge import Pledge
    from unpko.model.session import Session
    from unpko.model.state import State


class Organisation(Record):
    """A UN department, regional organisation, ministry, institute or fund.

    Compare ``Organization`` of Popolo. What a source calls a body by mistake or in an older form
    stands among the claims to its name.

    Example:
        >>> import unpko
        >>> unpko.load().organisations["un-dpo"].acronym
        'DPO'
    """

    kind_name: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"

    schema_url: Annotated[str, SchemaOf("organisation"), SchemaKey]
    id: Slug
    """A slug: ``un-dpo``; for a national body the state's code in front, ``kor-mofa``."""
    kind: OrganisationKind
    """What kind of body it is."""
    names: Some[TextClaim]
    """The name in English, as each source gives it."""
    other_names: Some[OtherName] = ()
    """Short forms, and names in other languages."""
    acronym: Maybe[Text] = None
    """The usual acronym."""
    state_id: Maybe[StateCode] = None
    """The state that it belongs to, for a national body."""
    part_of_id: Maybe[Slug] = None
    """The body that it is a part of."""
    succeeds_id: Maybe[Slug] = None
    """The body whose work it took over."""
    founded: Maybe[PartialDate] = None
    """When it was set up, where a source says so."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """What backs the fields that carry no citations of their own."""

    state = OneOrNone["State"]("states", lambda organisation: organisation.state_id)
    part_of = OneOrNone["Organisation"]("organisations", lambda body: body.part_of_id)
    parts = ManyReverse["Organisation"]("organisations", "part_of")
    succeeds = OneOrNone["Organisation"]("organisations", lambda body: body.succeeds_id)
    officials = ManyReverse["Official"]("officials", "organisations")
    sessions = ManyReverse["Session"]("sessions", "organisations")
    pledges = ManyReverse["Pledge"]("pledges", "organisations")
    frameworks = ManyReverse["Framework"]("frameworks", "owners")

    filters: ClassVar[dict[str, Filter]] = {
        "kind": Filter(lambda body: (body.kind,), codes=OrganisationKind),
        "state": Filter(lambda body: (body.state_id,), folder="states"),
        "part_of": Filter(lambda body: (body.part_of_id,), folder="organisations"),
    }

    @property
    def name(self) -> str:
        """The settled name; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> unpko.load().organisations["un"].name
            'United Nations'
        """
        return settled(self.names, f"the name of {self.id}")

    @property
    def label(self) -> str:
        """The name to show, disputed or not."""
        return shown(self.names)

"""The states, with the codes that other data are merged on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.codelists import (
    IntermediateRegion,
    Region,
    RegionalGroup,
    Subregion,
    UNStatus,
)
from unpko.model.evidence import RecordCitation
from unpko.model.relations import Filter, ManyReverse
from unpko.model.scalars import M49, Count, Maybe, PartialDate, Some, StateCode, Text

if TYPE_CHECKING:
    from unpko.model.ministerial import Ministerial
    from unpko.model.official import Official
    from unpko.model.organisation import Organisation
    from unpko.model.pledge import Pledge
    from unpko.model.session import Session


class State(Record):
    """One UN member or observer state, with the codes that other data are merged on.

    Codes: ISO 3166-1; the UN's M49; Correlates of War (COW); Gleditsch and Ward (GW). COW and GW
    numbers differ for a few states, so take the one that your other data use.

    Example:
        >>> import unpko
        >>> korea = unpko.load().states["KOR"]
        >>> korea.short_name, korea.m49, korea.cow_code, korea.gw_code
        ('Republic of Korea', '410', 732, 732)
    """

    kind_name: ClassVar[str] = "state"
    folder: ClassVar[str] = "states"

    schema_url: Annotated[str, SchemaOf("state"), SchemaKey]
    id: StateCode
    """The alpha-3 code of ISO 3166-1."""
    iso_alpha2: Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["KR", "RW"])]
    """The alpha-2 code of ISO 3166-1."""
    m49: M49
    """The numeric code of the UN standard M49, the same as ISO 3166-1 numeric."""
    short_name: Text
    """The short name that the UN uses in English."""
    formal_name: Maybe[Text] = None
    """The formal name that the UN uses in English."""
    aliases: Some[Text] = ()
    """Other names that people write; none belongs to two states."""
    region: Region
    """The M49 region."""
    subregion: Subregion
    """The M49 sub-region."""
    intermediate_region: Maybe[IntermediateRegion] = None
    """The M49 intermediate region, where there is one."""
    regional_group: Maybe[RegionalGroup] = None
    """The UN regional group; absent for a state that belongs to none."""
    un_status: UNStatus
    """Member or observer."""
    un_member_since: Maybe[PartialDate] = None
    """The date of admission to the UN."""
    cow_code: Maybe[Count] = None
    """The Correlates of War state number, where there is one."""
    cow_abbreviation: Maybe[
        Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["ROK", "RWA"])]
    ] = None
    """The Correlates of War state abbreviation."""
    gw_code: Maybe[Count] = None
    """The Gleditsch-Ward state number, where there is one."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """The tables that the codes, names and groups come from."""

    pledges = ManyReverse["Pledge"]("pledges", "states")
    sessions = ManyReverse["Session"]("sessions", "states")
    officials = ManyReverse["Official"]("officials", "states")
    organisations = ManyReverse["Organisation"]("organisations", "state")
    hosted = ManyReverse["Ministerial"]("ministerials", "state")

    filters: ClassVar[dict[str, Filter]] = {
        "region": Filter(lambda state: (state.region,), codes=Region),
        "subregion": Filter(lambda state: (state.subregion,), codes=Subregion),
        "regional_group": Filter(lambda state: (state.regional_group,), codes=RegionalGroup),
        "un_status": Filter(lambda state: (state.un_status,), codes=UNStatus),
    }

    @property
    def label(self) -> str:
        """The short name."""
        return self.short_name

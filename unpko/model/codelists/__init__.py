"""The code lists: every enumeration that the published schemas use."""

from __future__ import annotations

from unpko.model.codelists.base import ClosedList, CodeList, GrowingList
from unpko.model.codelists.bodies import (
    FrameworkKind,
    IntermediateRegion,
    OrganisationKind,
    Region,
    RegionalGroup,
    Subregion,
    UNStatus,
)
from unpko.model.codelists.capabilities import Capability
from unpko.model.codelists.currencies import Currency
from unpko.model.codelists.events import (
    Capacity,
    EventFormat,
    EventKind,
    Measure,
    Mode,
    SeriesPlace,
    SessionKind,
)
from unpko.model.codelists.evidence import ExtentRead, Rank, SourceKind
from unpko.model.codelists.pledges import (
    AssessorKind,
    Bound,
    Category,
    Firmness,
    Implementation,
    Novelty,
    Per,
    Readiness,
    Role,
    Unit,
)
from unpko.model.codelists.replaced import REPLACED

__all__ = [
    "REPLACED",
    "AssessorKind",
    "Bound",
    "Capability",
    "Capacity",
    "Category",
    "ClosedList",
    "CodeList",
    "Currency",
    "EventFormat",
    "EventKind",
    "ExtentRead",
    "Firmness",
    "FrameworkKind",
    "GrowingList",
    "Implementation",
    "IntermediateRegion",
    "Measure",
    "Mode",
    "Novelty",
    "OrganisationKind",
    "Per",
    "Rank",
    "Readiness",
    "Region",
    "RegionalGroup",
    "Role",
    "SeriesPlace",
    "SessionKind",
    "SourceKind",
    "Subregion",
    "UNStatus",
    "Unit",
    "codelists",
]


def codelists() -> dict[str, type[CodeList]]:
    """Return every code list by its published name, in the order of publication.

    Example:
        >>> import unpko
        >>> unpko.codelists()["quantity_unit"]("battalion").description
        'Several companies under one command.'
    """
    return {
        "pledge_category": Category,
        "capability": Capability,
        "quantity_unit": Unit,
        "currency": Currency,
        "bound": Bound,
        "per": Per,
        "novelty": Novelty,
        "firmness": Firmness,
        "implementation": Implementation,
        "readiness": Readiness,
        "assessor_kind": AssessorKind,
        "pledger_role": Role,
        "event_kind": EventKind,
        "event_format": EventFormat,
        "series_place": SeriesPlace,
        "session_kind": SessionKind,
        "participation_capacity": Capacity,
        "participation_mode": Mode,
        "figure_measure": Measure,
        "claim_rank": Rank,
        "source_kind": SourceKind,
        "extent_read": ExtentRead,
        "organisation_kind": OrganisationKind,
        "framework_kind": FrameworkKind,
        "un_status": UNStatus,
        "regional_group": RegionalGroup,
        "region": Region,
        "subregion": Subregion,
        "intermediate_region": IntermediateRegion,
    }

"""Views across records: every claim, every dispute, and how much of each event is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unpko.errors import Disputed, UnknownRecord
from unpko.model.base import Record
from unpko.model.codelists import Bound
from unpko.model.evidence import Claim, disputed, standing
from unpko.model.figures import Figure, Quantity
from unpko.model.walk import Path, claim_lists
from unpko.problems import pointer

if TYPE_CHECKING:
    from unpko.dataset.dataset import Dataset
    from unpko.model import Collection, Ministerial, State


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, with the record and the field that it belongs to.

    Attributes:
        record: the record.
        pointer: the list of claims as a JSON Pointer, such as ``/figures/0/claims``.
        field: what is claimed, in words: the key, or the measure of a figure.
        claim: the claim.
    """

    record: Record
    pointer: str
    field: str
    claim: Claim[Any]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One fact on which sources disagree.

    Attributes:
        record: the record.
        pointer: the list of claims as a JSON Pointer.
        field: what is disputed, in words.
        claims: all claims, deprecated ones included, in the order of the record.
    """

    record: Record
    pointer: str
    field: str
    claims: tuple[Claim[Any], ...]

    @property
    def values(self) -> tuple[Any, ...]:
        """The rival values, without the deprecated ones, each once."""
        return tuple(dict.fromkeys(claim.value for claim in standing(self.claims)))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an event is recorded.

    Attributes:
        ministerial: the event.
        said: the number of states said to have pledged, settled; None where no source gives one,
            or where sources disagree and none is preferred.
        said_all: every exact number that a source gives, without the deprecated ones.
        recorded: the number of states with a recorded pledge.
        pledges: the number of pledges recorded, packages and their parts each counted.
        with_quantity: how many of them have a number.
        with_follow_up: how many of them have an assessment.
        disputes: how many facts of the event, its sessions and its pledges are disputed.
    """

    ministerial: Ministerial
    said: int | None
    said_all: tuple[int, ...]
    recorded: int
    pledges: int
    with_quantity: int
    with_follow_up: int
    disputes: int

    @property
    def missing(self) -> int | None:
        """How many pledging states have no record yet; None where no number is settled."""
        return None if self.said is None else max(self.said - self.recorded, 0)


def _in_words(record: Record, path: Path) -> str:
    """Name the fact that a list of claims is about."""
    match path:
        case (str() as field, int() as index, "claims"):
            item = getattr(record, field)[index]
            if isinstance(item, Figure):
                parts = [
                    item.measure.label,
                    *(category.label for category in item.categories),
                    item.capability and item.capability.label,
                    item.framework_id,
                    item.scope,
                ]
                return ", ".join(part for part in parts if part)
            if isinstance(item, Quantity):
                return f"quantity of {item.of or item.unit.label}"
    return " ".join(str(part) for part in path if isinstance(part, str)).replace("_", " ")


def claims(records: Iterable[Record]) -> Iterator[ClaimView]:
    """Give every claim of the records."""
    for record in records:
        for path, found in claim_lists(record):
            field = _in_words(record, path)
            for claim in found:
                yield ClaimView(record, pointer(path), field, claim)


def disputes(records: Iterable[Record]) -> Iterator[Dispute]:
    """Give every fact of the records on which sources disagree."""
    for record in records:
        for path, found in claim_lists(record):
            if len(found) > 1 and disputed(found):
                yield Dispute(record, pointer(path), _in_words(record, path), found)


def coverage(dataset: Dataset) -> Iterator[Coverage]:
    """Give the coverage of every event for which pledges are recorded or said to exist."""
    for event in sorted(dataset.ministerials, key=lambda event: event.sort_key):
        try:
            figure = event.figure("states_pledging")
        except UnknownRecord:
            figure = None
        pledges = list(event.pledges)
        if figure is None and not pledges:
            continue
        said: int | None
        try:
            said = figure.value if figure else None
        except Disputed:
            said = None
        yield Coverage(
            ministerial=event,
            said=said,
            said_all=tuple(
                dict.fromkeys(
                    claim.value
                    for claim in (standing(figure.claims) if figure else ())
                    if getattr(claim, "bound", Bound.EXACTLY) is Bound.EXACTLY
                )
            ),
            recorded=len({state for pledge in pledges for state in pledge.state_ids}),
            pledges=len(pledges),
            with_quantity=sum(bool(pledge.quantities) for pledge in pledges),
            with_follow_up=sum(bool(pledge.assessments) for pledge in pledges),
            disputes=sum(1 for _ in disputes([event, *event.sessions, *pledges])),
        )


def state_names(states: Collection[State]) -> dict[str, str]:
    """Give the code of each state by each of its names, in small letters."""
    return {
        name.casefold(): state.id
        for state in states
        for name in (state.short_name, state.formal_name, state.iso_alpha2, *state.aliases)
        if name
    }

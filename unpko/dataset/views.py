"""Views across records: every claim, every dispute, and how much of each event is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, SupportsIndex, TypeVar, overload

from unpko.errors import Disputed, UnknownRecord
from unpko.model.base import Record, counted, html_table, shorten
from unpko.model.codelists import Bound
from unpko.model.evidence import Claim, claims_html, disputed, in_words, standing
from unpko.model.figures import Figure, Quantity, figure_in_words
from unpko.model.walk import Path, claim_lists
from unpko.problems import pointer

if TYPE_CHECKING:
    from unpko.dataset.dataset import Dataset
    from unpko.model import Collection, Ministerial, State


@dataclass(frozen=True, slots=True, repr=False)
class ClaimView:
    """One claim, with the record and the field that it belongs to.

    Attributes:
        record: the record.
        pointer: the list of claims as a JSON Pointer, such as ``/figures/0/claims``.
        field: what is claimed, in words: the key, or the measure of a figure.
        claim: the claim.

    Example:
        >>> import unpko
        >>> view = next(v for v in unpko.load().claims if v.record.id == "2021-seoul")
        >>> view.field, view.pointer, view.claim in view.record.names
        ('names', '/names', True)
    """

    record: Record
    pointer: str
    field: str
    claim: Claim[Any]

    def __repr__(self) -> str:
        said = shorten(in_words(self.claim), 30)
        cited = counted(len(self.claim.citations), "citation")
        return f"<ClaimView {_place(self)}: {said}, {cited}>"


@dataclass(frozen=True, slots=True, repr=False)
class Dispute:
    """One fact on which sources disagree.

    Attributes:
        record: the record.
        pointer: the list of claims as a JSON Pointer.
        field: what is disputed, in words.
        claims: all claims, deprecated ones included, in the order of the record.

    Example:
        >>> import unpko
        >>> disputes = [d for d in unpko.load().disputes if d.record.id == "2021-seoul"]
        >>> next(d.pointer for d in disputes if d.field == "Member States participating")
        '/figures/0/claims'
    """

    record: Record
    pointer: str
    field: str
    claims: tuple[Claim[Any], ...]

    @property
    def values(self) -> tuple[Any, ...]:
        """The rival values, without the deprecated ones, each once.

        Example:
            >>> import unpko
            >>> disputes = [d for d in unpko.load().disputes if d.record.id == "2021-seoul"]
            >>> dispute = next(d for d in disputes if d.field == "Member States participating")
            >>> {75, 155} <= set(dispute.values)
            True
        """
        return tuple(dict.fromkeys(claim.value for claim in standing(self.claims)))

    def __repr__(self) -> str:
        rivals = dict.fromkeys(in_words(claim) for claim in standing(self.claims))
        cited = counted(sum(len(claim.citations) for claim in self.claims), "citation")
        return f"<Dispute {_place(self)}: {shorten(' or '.join(rivals), 30)}, {cited}>"

    def _repr_html_(self) -> str:
        from html import escape

        where = f"<code>{escape(self.record.id)}</code> {escape(self.field)}"
        return f"{where}{claims_html(self.claims)}"


@dataclass(frozen=True, slots=True, repr=False)
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

    Example:
        >>> import unpko
        >>> seoul = next(c for c in unpko.load().coverage() if c.ministerial.id == "2021-seoul")
        >>> seoul.said, 0 < seoul.recorded <= seoul.pledges
        (62, True)
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
        """How many pledging states have no record yet; None where no number is settled.

        Example:
            >>> import unpko
            >>> seoul = next(c for c in unpko.load().coverage() if c.ministerial.id == "2021-seoul")
            >>> seoul.missing == max(62 - seoul.recorded, 0)
            True
        """
        return None if self.said is None else max(self.said - self.recorded, 0)

    def __repr__(self) -> str:
        states = counted(self.recorded, "state")
        if self.said is not None:
            states = f"{self.recorded} of {counted(self.said, 'state')}"
        return (
            f"<Coverage {shorten(self.ministerial.id, 40)}: {states}, "
            f"{counted(self.pledges, 'pledge')}, {counted(self.disputes, 'dispute')}>"
        )


T = TypeVar("T")


class Rows(tuple[T, ...]):
    """A tuple that shows itself in a line, and in a notebook as a table.

    Example:
        >>> Rows(["a", "b"])
        <2 rows: a; b>
        >>> Rows("abcde")[1:] == tuple("bcde")
        True
    """

    __slots__ = ()

    noun: ClassVar[str] = "row"
    heads: ClassVar[tuple[str, ...]] = ()

    @staticmethod
    def name(item: Any) -> str:
        """Name one item in the line."""
        return str(item)

    @staticmethod
    def cells(item: Any) -> tuple[object, ...]:
        """Give one item's row of the table, as texts and numbers."""
        return (item,)

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> T: ...
    @overload
    def __getitem__(self, index: slice, /) -> Rows[T]: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> T | Rows[T]:
        if isinstance(index, slice):
            return type(self)(super().__getitem__(index))
        return super().__getitem__(index)

    def __repr__(self) -> str:
        names = "; ".join(shorten(self.name(item), 40) for item in self._first(2))
        more = "; …" if len(self) > 2 else ""
        return f"<{counted(len(self), self.noun)}: {names}{more}>"

    def _first(self, number: int) -> Iterator[T]:
        return islice(self, number)

    def _repr_html_(self) -> str:
        rows = [
            [shorten(cell, 100) if isinstance(cell, str) else cell for cell in self.cells(item)]
            for item in self._first(20)
        ]
        return html_table(self.heads, rows, max(len(self) - 20, 0))


class Claims(Rows[ClaimView]):
    """Claims with their places."""

    __slots__ = ()
    noun = "claim"
    heads = ("record", "field", "said", "rank", "cited from")

    @staticmethod
    def name(item: ClaimView) -> str:
        """Name the record and the field."""
        return _place(item)

    @staticmethod
    def cells(item: ClaimView) -> tuple[object, ...]:
        """Give place, value, rank and sources."""
        cited = "; ".join(f"{c.source_id}, {c.locator}" for c in item.claim.citations)
        return item.record.id, item.field, in_words(item.claim), item.claim.rank.label, cited


class Disputes(Rows[Dispute]):
    """Facts on which sources disagree."""

    __slots__ = ()
    noun = "dispute"
    heads = ("record", "field", "rival claims", "citations")

    @staticmethod
    def name(item: Dispute) -> str:
        """Name the record and the field."""
        return _place(item)

    @staticmethod
    def cells(item: Dispute) -> tuple[object, ...]:
        """Give place, rivals and the number of citations."""
        rivals = " or ".join(dict.fromkeys(in_words(claim) for claim in standing(item.claims)))
        cited = sum(len(claim.citations) for claim in item.claims)
        return item.record.id, item.field, rivals, cited


class Coverages(Rows[Coverage]):
    """How much of each event is recorded."""

    __slots__ = ()
    noun = "event"
    heads = (
        "event", "said", "recorded", "missing", "pledges", "with quantity", "with follow-up",
        "disputes",
    )  # fmt: skip

    @staticmethod
    def name(item: Coverage) -> str:
        """Name the event."""
        return item.ministerial.id

    @staticmethod
    def cells(item: Coverage) -> tuple[object, ...]:
        """Give the numbers of one event; what is not settled stays empty."""
        return (
            item.ministerial.id,
            "" if item.said is None else item.said,
            item.recorded,
            "" if item.missing is None else item.missing,
            item.pledges,
            item.with_quantity,
            item.with_follow_up,
            item.disputes,
        )


def _place(view: ClaimView | Dispute) -> str:
    """Name a record and a field in a few words."""
    return f"{shorten(view.record.id, 36)}, {shorten(view.field, 30)}"


def _in_words(record: Record, path: Path) -> str:
    """Name the fact that a list of claims is about."""
    match path:
        case (str() as field, int() as index, "claims"):
            item = getattr(record, field)[index]
            if isinstance(item, Figure):
                return figure_in_words(item)
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

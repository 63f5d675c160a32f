"""Numbers with their rival claims: figures of an event, quantities of a pledge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unpko.errors import UnknownRecord
from unpko.model.base import Model, shorten
from unpko.model.codelists import Capability, Category, Currency, Measure, Per, Unit
from unpko.model.evidence import CountClaim, claims_html, disputed, settled, summed_up
from unpko.model.scalars import Maybe, Slug, Some, Text
from unpko.suggest import closest


class Figure(Model):
    """A number that sources give for an event as a whole, such as the states that pledged.

    The measure says what is counted; ``categories``, ``capability``, ``framework_id``,
    ``currency`` and ``scope`` narrow it. The claims say how many, by which source.

    Example:
        >>> import unpko
        >>> event = unpko.load().ministerials["2021-seoul"]
        >>> figure = event.figure("member_states_participating")
        >>> figure.disputed, figure.value
        (True, 75)
    """

    measure: Measure
    """What is counted."""
    categories: Some[Category] = ()
    """The pledge categories that the count is confined to, in alphabetical order."""
    capability: Maybe[Capability] = None
    """The capability that the count is confined to."""
    framework_id: Maybe[Slug] = None
    """The framework that is endorsed, or whose items are counted."""
    currency: Maybe[Currency] = None
    """The currency of an amount of money (ISO 4217)."""
    scope: Maybe[Text] = None
    """What else narrows the measure, such as a region or a period."""
    claims: Some[CountClaim]
    """The numbers that sources give."""

    @property
    def value(self) -> int:
        """The number: the preferred one, or the one on which all sources agree.

        Raises:
            unpko.Disputed: if the sources disagree and none is preferred.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> seoul.figure("states_pledging").value
            62
        """
        return settled(self.claims, self.measure.label)

    @property
    def disputed(self) -> bool:
        """Whether two claims that stand cannot both be true.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> seoul.figure("member_states_participating").disputed
            True
        """
        return disputed(self.claims)

    def _brief(self) -> str:
        return f"{shorten(figure_in_words(self), 44)}: {summed_up(self.claims)}"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<b>{escape(figure_in_words(self))}</b>{claims_html(self.claims)}"


class Quantity(Model):
    """How much is pledged: a number of units, persons, aircraft or money.

    Items are flat: type stands in ``capability``, size in ``unit``. A range is two claims,
    ``at_least`` and ``up_to``. Numbers of different units may describe the same thing (two units
    of 300 persons), so only numbers of one unit may be added up.

    Example:
        >>> import unpko
        >>> (quantity,) = unpko.load().pledges["2021-seoul/kor-helicopters"].quantities
        >>> quantity.value, quantity.unit.value
        (16, 'aircraft')
    """

    unit: Unit
    """What one counts: persons, units, aircraft, money ..."""
    capability: Maybe[Capability] = None
    """The kind of unit, asset or service that is counted."""
    currency: Maybe[Currency] = None
    """The currency, where the unit is money (ISO 4217)."""
    per: Maybe[Per] = None
    """The period, where the number is a rate."""
    label: Maybe[Text] = None
    """The printed unit, where ``unit`` is ``other``."""
    of: Maybe[Text] = None
    """What exactly is counted, where unit and capability do not say it."""
    claims: Some[CountClaim]
    """The numbers that sources give."""

    @property
    def value(self) -> int:
        """The number: the preferred one, or the one on which all sources agree.

        Raises:
            unpko.Disputed: if the sources disagree and none is preferred.

        Example:
            >>> import unpko
            >>> (quantity,) = unpko.load().pledges["2021-seoul/kor-helicopters"].quantities
            >>> quantity.value
            16
        """
        return settled(self.claims, f"the number of {self.of or self.unit.label}")

    @property
    def disputed(self) -> bool:
        """Whether two claims that stand cannot both be true.

        Example:
            >>> import unpko
            >>> (quantity,) = unpko.load().pledges["2021-seoul/kor-helicopters"].quantities
            >>> quantity.disputed == (len({claim.value for claim in quantity.claims}) > 1)
            True
        """
        return disputed(self.claims)

    def _brief(self) -> str:
        return f"{summed_up(self.claims)} {shorten(self.of or self.label or self.unit.label, 44)}"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<b>{escape(self.of or self.unit.label)}</b>{claims_html(self.claims)}"


def figure_in_words(figure: Figure) -> str:
    """Name what a figure counts: the measure and all that narrows it.

    Example:
        >>> import unpko
        >>> seoul = unpko.load().ministerials["2021-seoul"]
        >>> figure_in_words(seoul.figure("states_pledging", category="medical"))
        'States pledging, Medical support'
    """
    parts = [
        figure.measure.label,
        *(category.label for category in figure.categories),
        figure.capability and figure.capability.label,
        figure.framework_id,
        figure.scope,
    ]
    return ", ".join(part for part in parts if part)


def find_figure(
    figures: Sequence[Figure],
    owner: str,
    measure: str,
    *,
    category: str | tuple[str, ...] = (),
    capability: str | None = None,
    framework: str | None = None,
    currency: str | None = None,
    scope: str | None = None,
) -> Figure:
    """Give the figure for a measure, narrowed as the arguments say and no further.

    Raises:
        unpko.UnknownCode: if a code is not in its list.
        unpko.UnknownRecord: if there is no such figure; it names what is close, or what there is.
    """
    if isinstance(category, str) or not isinstance(category, Iterable):
        category = (category,)
    wanted: Dimensions = (
        Measure.of(measure),
        tuple(sorted(Category.of(code) for code in category)),
        None if capability is None else Capability.of(capability),
        framework,
        None if currency is None else Currency.of(currency),
        scope,
    )
    for figure in figures:
        if dimensions(figure) == wanted:
            return figure
    measures = dict.fromkeys(str(figure.measure) for figure in figures)
    narrowed = [_as_asked(*dimensions(f)) for f in figures if f.measure == wanted[0]]
    raise UnknownRecord(
        f"the figures of {owner}",
        _as_asked(*wanted),
        () if narrowed else closest(measure, measures),
        dict.fromkeys(narrowed or measures),
    )


Dimensions = tuple[
    Measure, tuple[Category, ...], Capability | None, str | None, Currency | None, str | None
]
"""Measure, categories, capability, framework, currency and scope."""


def dimensions(figure: Figure) -> Dimensions:
    """Give what tells a figure from all others of its event or framework.

    Example:
        >>> import unpko
        >>> seoul = unpko.load().ministerials["2021-seoul"]
        >>> dimensions(seoul.figure("states_pledging", category="medical"))[1][0].label
        'Medical support'
    """
    return (
        figure.measure,
        figure.categories,
        figure.capability,
        figure.framework_id,
        figure.currency,
        figure.scope,
    )


def _as_asked(
    measure: Measure,
    categories: tuple[Category, ...],
    capability: Capability | None,
    framework: str | None,
    currency: Currency | None,
    scope: str | None,
) -> str:
    """Write a measure with the arguments that narrow it."""
    narrowing = {
        "category": "+".join(categories),
        "capability": capability,
        "framework": framework,
        "currency": currency,
        "scope": scope,
    }
    given = ", ".join(f"{name}={value}" for name, value in narrowing.items() if value)
    return f"{measure} ({given})" if given else str(measure)

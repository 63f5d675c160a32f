"""The totals that a user computes first, against sums that were made by hand from the sources."""

from __future__ import annotations

from collections import Counter

import pytest

import unpko
from unpko import Pledge
from unpko.model import Collection

DS = unpko.load()


def money(pledges: Collection[Pledge]) -> dict[str, int]:
    """Add up money as the README says: packages without their parts, one unit at a time."""
    total: Counter[str] = Counter()
    for pledge in pledges.where(lambda pledge: pledge.part_of_id is None, unit="money"):
        for quantity in pledge.quantities:
            if quantity.currency is not None:
                total[quantity.currency] += quantity.value
    return dict(total)


@pytest.mark.parametrize(
    ("event", "by_hand"),
    [
        ("2016-london", {"AUD": 1_290_000}),
        ("2017-vancouver", {"CAD": 21_000_000 + 1_250_000}),
        ("2019-new-york", {"CAD": 45_370_000, "GBP": 1_000_000, "USD": 13_000_000}),
        (
            "2023-accra",
            {
                "CAD": 20_400_000 + 6_200_000,
                "DKK": 6_000_000,
                "USD": 469_000 + 84_000_000 + 3_000_000,
            },
        ),
        ("2025-berlin", {"EUR": 82_000_000, "CAD": 40_000_000, "GBP": 1_000_000}),
    ],
)
def test_money_is_not_counted_twice(event: str, by_hand: dict[str, int]) -> None:
    assert money(DS.ministerials[event].pledges) == by_hand


def test_adding_parts_beside_their_package_would_count_twice() -> None:
    naive = sum(
        quantity.value
        for pledge in DS.ministerials["2017-vancouver"].pledges
        for quantity in pledge.quantities
        if quantity.currency == "CAD"
    )
    assert naive == 43_250_000


@pytest.mark.parametrize(
    ("event", "states"), [("2014-summit", 29), ("2015-leaders-summit", 38), ("2017-vancouver", 17)]
)
def test_distinct_pledging_states(event: str, states: int) -> None:
    pledges = DS.ministerials[event].pledges
    assert len({state for pledge in pledges for state in pledge.state_ids}) >= states


@pytest.mark.parametrize(
    ("event", "state", "pledges"),
    [
        ("2014-summit", "BGD", 12),
        ("2014-summit", "CHN", 5),
        ("2015-leaders-summit", "PAK", 11),
        ("2015-leaders-summit", "LKA", 9),
        ("2016-london", "USA", 5),
        ("2019-new-york", "NPL", 7),
        ("2023-accra", "DNK", 8),
        ("2025-berlin", "CAN", 12),
        ("2025-berlin", "PHL", 8),
    ],
)
def test_pledges_of_a_state_at_an_event(event: str, state: str, pledges: int) -> None:
    assert len(DS.states[state].pledges.where(ministerial=event)) == pledges


def test_a_joint_pledge_counts_once_and_for_each_of_its_states() -> None:
    network = DS.pledges["2017-vancouver/can-chods-network"]
    assert network.joint
    for state in network.states:
        assert network in state.pledges


def test_no_package_is_smaller_than_its_parts_without_being_a_bound() -> None:
    for package in DS.pledges:
        mine: Counter[tuple[str, str | None]] = Counter()
        parts: Counter[tuple[str, str | None]] = Counter()
        exact = True
        for quantity in package.quantities:
            mine[quantity.unit, quantity.currency] += quantity.value
            exact = exact and all(claim.bound == "exactly" for claim in quantity.claims)
        for part in package.parts:
            for quantity in part.quantities:
                parts[quantity.unit, quantity.currency] += quantity.value
        if exact:
            for key, value in mine.items():
                assert parts[key] <= value, (package.id, key)

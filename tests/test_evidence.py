"""Claims: which agree, what is disputed, and which value stands."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpko.errors import Disputed
from unpko.model.codelists import Bound, Rank
from unpko.model.evidence import (
    Citation,
    Claim,
    CountClaim,
    DateClaim,
    TextClaim,
    disputed,
    most_exact,
    settled,
    settled_claim,
    shown,
    standing,
)
from unpko.model.pledge import Timeframe, TimeframeClaim

CITED = (Citation(source_id="a", locator="title"),)


def count(value: int, bound: str = "exactly", rank: str = "normal") -> CountClaim:
    return CountClaim(value=value, bound=Bound(bound), rank=Rank(rank), citations=CITED)


def date(value: str, rank: str = "normal") -> DateClaim:
    return DateClaim(value=value, rank=Rank(rank), citations=CITED)


def text(value: str, rank: str = "normal") -> TextClaim:
    return TextClaim(value=value, rank=Rank(rank), citations=CITED)


AGREE = [
    (count(62), count(62), True),
    (count(62), count(64), False),
    (count(62), count(60, "more_than"), True),
    (count(60), count(60, "more_than"), False),
    (count(61), count(60, "more_than"), True),
    (count(60), count(60, "at_least"), True),
    (count(59), count(60, "at_least"), False),
    (count(300), count(300, "up_to"), True),
    (count(301), count(300, "up_to"), False),
    (count(300), count(300, "less_than"), False),
    (count(299), count(300, "less_than"), True),
    (count(0), count(300, "up_to"), True),
    (count(10, "at_least"), count(20, "up_to"), True),
    (count(20, "at_least"), count(20, "up_to"), True),
    (count(20, "more_than"), count(20, "up_to"), False),
    (count(19, "more_than"), count(21, "less_than"), True),
    (count(20, "more_than"), count(21, "less_than"), False),
    (count(5, "at_least"), count(9, "more_than"), True),
    (count(5, "up_to"), count(9, "less_than"), True),
    (count(400, "about"), count(1300, "about"), False),
    (count(400, "about"), count(400), True),
    (count(400, "about"), count(401), False),
    (date("2021"), date("2021-12"), True),
    (date("2021-12-07"), date("2021"), True),
    (date("2021-12-07"), date("2021-12-08"), False),
    (date("2021-11"), date("2021-12-07"), False),
    (date("2021"), date("2022"), False),
    (text("Seoul"), text("Seoul"), True),
    (text("Seoul"), text("seoul"), False),
]


@pytest.mark.parametrize(("one", "other", "agree"), AGREE)
def test_agrees_both_ways(one: Claim[Any], other: Claim[Any], agree: bool) -> None:
    assert one.agrees(other) is agree
    assert other.agrees(one) is agree
    assert disputed([one, other]) is not agree


@pytest.mark.parametrize(
    ("claims", "is_disputed", "value", "shows"),
    [
        ([count(62)], False, 62, 62),
        ([count(62), count(60, "more_than")], False, 62, 62),
        ([count(60, "more_than"), count(62)], False, 62, 60),
        ([count(62), count(64)], True, None, 62),
        ([count(62), count(64, rank="preferred")], True, 64, 64),
        ([count(62), count(64, rank="deprecated")], False, 62, 62),
        ([count(62, rank="deprecated"), count(64)], False, 64, 64),
        ([count(62, rank="preferred"), count(64, rank="preferred")], True, None, 62),
        ([count(62, rank="preferred"), count(62, rank="preferred")], False, 62, 62),
        ([count(62, rank="deprecated")], False, None, 62),
        ([date("2021-12"), date("2021-12-07")], False, "2021-12-07", "2021-12"),
        ([date("2021"), date("2021-12-07"), date("2021-12-08")], True, None, "2021"),
        ([text("a"), text("b", rank="preferred"), text("c")], True, "b", "b"),
    ],
)
def test_settled_and_shown(
    claims: list[Claim[Any]], is_disputed: bool, value: object, shows: object
) -> None:
    assert disputed(claims) is is_disputed
    assert shown(claims) == shows
    if value is None:
        with pytest.raises(Disputed):
            settled(claims, "it")
    else:
        assert settled(claims, "it") == value


def test_a_dispute_names_the_fact_and_carries_the_rival_values() -> None:
    with pytest.raises(Disputed) as caught:
        settled([count(155), count(75), count(8, rank="deprecated")], "States taking part")
    assert caught.value.what == "States taking part"
    assert caught.value.values[:2] == (155, 75)
    assert str(caught.value).startswith("the sources disagree on States taking part: 155, 75")


def test_a_preferred_claim_does_not_end_a_dispute() -> None:
    claims = [count(75, rank="preferred"), count(155)]
    assert disputed(claims)
    assert settled(claims, "it") == 75


def test_the_most_exact_claim_is_an_exact_number_or_a_day() -> None:
    assert most_exact([count(60, "more_than"), count(62)]).value == 62
    assert most_exact([date("2021"), date("2021-12-07"), date("2021-12")]).value == "2021-12-07"
    frames = [Timeframe(start="2017"), Timeframe(start="2017", end="2018")]
    said = [TimeframeClaim(value=frame, citations=CITED) for frame in frames]
    assert most_exact(said).value.end == "2018"


def test_the_settled_claim_is_the_one_that_says_it_and_not_one_of_the_same_number() -> None:
    claims = [count(100, "up_to"), count(100, rank="deprecated"), count(100)]
    assert settled_claim(claims, "it") is claims[2]


CLAIM_LISTS = st.lists(
    st.builds(
        count,
        st.integers(0, 9),
        st.sampled_from([str(b) for b in Bound]),
        st.sampled_from([str(r) for r in Rank]),
    ),
    min_size=1,
    max_size=4,
)


@given(CLAIM_LISTS)
def test_order_does_not_make_a_dispute(claims: list[CountClaim]) -> None:
    assert len({disputed(list(order)) for order in permutations(claims)}) == 1


@given(CLAIM_LISTS)
def test_a_settled_value_is_one_that_stands(claims: list[CountClaim]) -> None:
    try:
        value = settled(claims, "it")
    except Disputed:
        rivals = [c for c in claims if c.rank is Rank.PREFERRED] or standing(claims)
        assert not rivals or disputed(rivals)
    else:
        assert value in {claim.value for claim in standing(claims)}
        preferred = [claim.value for claim in claims if claim.rank is Rank.PREFERRED]
        assert not preferred or value in preferred


@given(CLAIM_LISTS)
def test_without_a_dispute_only_deprecation_leaves_no_value(claims: list[CountClaim]) -> None:
    if not disputed(claims) and standing(claims):
        assert settled(claims, "it") in {claim.value for claim in claims}


@given(CLAIM_LISTS)
def test_a_deprecated_claim_changes_nothing(claims: list[CountClaim]) -> None:
    more = [*claims, count(99, rank="deprecated")]
    assert disputed(more) is disputed(claims)
    if standing(claims):
        assert shown(more) == shown(claims)


@given(
    st.integers(0, 9), st.sampled_from(list(Bound)), st.integers(0, 9), st.sampled_from(list(Bound))
)
def test_numbers_agree_where_one_number_meets_both(
    value: int, bound: Bound, other_value: int, other_bound: Bound
) -> None:
    def meets(number: int, said: int, how: Bound) -> bool:
        return {
            Bound.AT_LEAST: number >= said,
            Bound.MORE_THAN: number > said,
            Bound.UP_TO: number <= said,
            Bound.LESS_THAN: number < said,
        }.get(how, number == said)

    both = any(meets(n, value, bound) and meets(n, other_value, other_bound) for n in range(0, 12))
    assert count(value, bound).agrees(count(other_value, other_bound)) is both

"""Where a fact comes from, and what else is said: citations and claims.

A fact on which sources may differ is a list of claims. Each claim keeps what one or more sources
say, and where in them; nothing is overwritten. The ranks are those of Wikidata statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any, Generic, TypeVar

from unpko.errors import Disputed
from unpko.model.base import Model, html_table
from unpko.model.codelists import Bound, EventFormat, Rank
from unpko.model.scalars import Count, LocalTime, Maybe, PartialDate, Slug, Some, Text

T = TypeVar("T")


class Citation(Model):
    """The place in a source that says something.

    Example:
        >>> Citation(source_id="un-2021-seoul-concludes", locator="paragraph 1").locator
        'paragraph 1'
    """

    source_id: Slug
    """The id of the source record."""
    locator: Text
    """Where in the source: a paragraph, bullet, page, heading, row or minute."""

    def _brief(self) -> str:
        return f"{self.source_id}, {self.locator}"


class RecordCitation(Citation):
    """A citation for the fields of a record that carry none of their own.

    Example:
        >>> RecordCitation(source_id="a", locator="title", supports=("kind",)).supports
        ('kind',)
    """

    supports: Some[Text] = ()
    """The keys that it backs; without it the citation stands for the whole record."""


class Claim(Model, Generic[T]):
    """What one or more sources say of one fact.

    Rivals stand side by side in one list. ``preferred`` marks the one that the editors hold to be
    right, ``deprecated`` one that is known to be wrong; both need a reason. The ranks follow
    Wikidata (https://www.wikidata.org/wiki/Help:Ranking).

    Example:
        >>> import unpko
        >>> figure = unpko.load().ministerials["2021-seoul"].figure("member_states_participating")
        >>> [claim.value for claim in figure.claims if claim.rank == "preferred"]
        [75]
    """

    value: T
    """What is said."""
    of: Maybe[Text] = None
    """What exactly is counted, dated or named, where the claim itself narrows it."""
    as_printed: Maybe[Text] = None
    """The source's own form, where it differs from ``value``."""
    as_of: Maybe[PartialDate] = None
    """The date for which the claim holds, where the source gives one."""
    rank: Rank = Rank.NORMAL
    """How the claim stands among its rivals; ``normal`` is left out of files."""
    reason: Maybe[Text] = None
    """Why the rank is not normal."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[Citation]
    """Where it is said; at least one."""

    def agrees(self, other: Claim[T]) -> bool:
        """Say whether both claims can be true at once.

        Example:
            >>> import unpko
            >>> seoul = unpko.load().ministerials["2021-seoul"]
            >>> first, *others = seoul.figure("member_states_participating").claims
            >>> all(first.agrees(other) for other in others)
            False
        """
        return self.value == other.value

    def _vagueness(self) -> int:
        """Say how little is said; of claims that agree, the least vague one is shown."""
        return 0

    def _brief(self) -> str:
        return in_words(self) if self.rank is Rank.NORMAL else f"{in_words(self)} ({self.rank})"


class TextClaim(Claim[Text]):
    """A claim whose value is a text: a name, a title, a place, a theme.

    Example:
        >>> cited = Citation(source_id="a", locator="title")
        >>> TextClaim(value="Seoul", citations=(cited,)).value
        'Seoul'
    """


class DateClaim(Claim[PartialDate]):
    """A claim whose value is a date: ``2021``, ``2021-12`` or ``2021-12-07`` (ISO 8601).

    Example:
        >>> cited = Citation(source_id="a", locator="dateline")
        >>> month = DateClaim(value="2021-12", citations=(cited,))
        >>> month.agrees(DateClaim(value="2021-12-07", citations=(cited,)))
        True
    """

    def agrees(self, other: Claim[PartialDate]) -> bool:
        """Say whether both can be true: a month agrees with each of its days."""
        return self.value.startswith(other.value) or other.value.startswith(self.value)

    def _vagueness(self) -> int:
        return -len(self.value)


class TimeClaim(Claim[LocalTime]):
    """A claim whose value is a time of day on the clock of the place (ISO 8601).

    Example:
        >>> cited = Citation(source_id="a", locator="programme")
        >>> TimeClaim(value="19:30", citations=(cited,)).value
        '19:30'
    """


class FormatClaim(Claim[EventFormat]):
    """A claim on how people met: in person, on screen, or both.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 1")
        >>> FormatClaim(value=EventFormat.VIRTUAL, citations=(cited,)).value.label
        'Virtual'
    """


class Bounded(Model):
    """What has a number that may be a bound."""

    bound: Bound = Bound.EXACTLY
    """How the number bounds the true one; ``exactly`` is left out of files."""


class CountClaim(Claim[Count], Bounded):
    """A claim whose value is a whole number, exact or a bound ("more than 60").

    Example:
        >>> cited = Citation(source_id="a", locator="title")
        >>> exact = CountClaim(value=62, citations=(cited,))
        >>> exact.agrees(CountClaim(bound=Bound.MORE_THAN, value=60, citations=(cited,)))
        True
    """

    def agrees(self, other: Claim[Count]) -> bool:
        """Say whether one number can meet both claims: 62 agrees with "more than 60".

        ``about`` is taken at its word, so "about 400" and "about 1,300" disagree.
        """
        low, high = _range(self)
        other_low, other_high = _range(other)
        return low <= other_high and other_low <= high

    def _vagueness(self) -> int:
        return int(self.bound is not Bound.EXACTLY)


def _range(claim: Claim[int]) -> tuple[float, float]:
    value, bound = claim.value, getattr(claim, "bound", Bound.EXACTLY)
    match bound:
        case Bound.AT_LEAST:
            return value, float("inf")
        case Bound.MORE_THAN:
            return value + 1, float("inf")
        case Bound.UP_TO:
            return 0, value
        case Bound.LESS_THAN:
            return 0, value - 1
    return value, value


def in_words(claim: Claim[Any]) -> str:
    """Write what a claim says, with its bound.

    Example:
        >>> cited = Citation(source_id="a", locator="title")
        >>> in_words(CountClaim(bound=Bound.MORE_THAN, value=60, citations=(cited,)))
        'more than 60'
    """
    value, bound = claim.value, getattr(claim, "bound", Bound.EXACTLY)
    text = value._brief() if isinstance(value, Model) else str(value)
    return text if bound is Bound.EXACTLY else f"{str(bound).replace('_', ' ')} {text}"


def summed_up(claims: Sequence[Claim[Any]]) -> str:
    """Write what a list of claims says: the settled value, or the rivals.

    Example:
        >>> cited = Citation(source_id="a", locator="title")
        >>> summed_up([CountClaim(value=value, citations=(cited,)) for value in (55, 57)])
        '55 or 57'
    """
    preferred = [claim for claim in claims if claim.rank is Rank.PREFERRED]
    rivals = preferred or standing(claims) or list(claims)
    if len(preferred) == 1 or not disputed(rivals):
        return in_words(most_exact(rivals))
    return " or ".join(dict.fromkeys(in_words(claim) for claim in rivals))


def claims_html(claims: Sequence[Claim[Any]]) -> str:
    """Write claims as a table for notebooks: what each says, how it stands, and its sources."""
    return html_table(
        ("said", "as of", "rank", "reason or note", "cited from"),
        [
            (
                in_words(claim) + (f" ({claim.of})" if claim.of else ""),
                claim.as_of or "",
                claim.rank.label,
                claim.reason or claim.note or "",
                "; ".join(f"{cited.source_id}, {cited.locator}" for cited in claim.citations),
            )
            for claim in claims
        ],
    )


def standing(claims: Sequence[Claim[T]]) -> list[Claim[T]]:
    """Give the claims that are not deprecated."""
    return [claim for claim in claims if claim.rank is not Rank.DEPRECATED]


def disputed(claims: Sequence[Claim[T]]) -> bool:
    """Say whether the sources disagree: two claims, neither deprecated, cannot both be true.

    A preferred claim does not end a dispute; it only says what the editors hold to be right.
    """
    return any(not a.agrees(b) for a, b in combinations(standing(claims), 2))


def settled(claims: Sequence[Claim[T]], what: str) -> T:
    """Give the one value of a fact: the preferred one, or the one on which all sources agree.

    Raises:
        unpko.Disputed: if the sources disagree and no claim, or more than one, is preferred.
    """
    return settled_claim(claims, what).value


def settled_claim(claims: Sequence[Claim[T]], what: str) -> Claim[T]:
    """Give the claim whose value is the settled one; see `settled`.

    Raises:
        unpko.Disputed: if the sources disagree and no claim, or more than one, is preferred.
    """
    preferred = [claim for claim in claims if claim.rank is Rank.PREFERRED]
    rivals = preferred or standing(claims)
    if len(preferred) != 1 and (not rivals or disputed(rivals)):
        raise Disputed(what, [claim.value for claim in claims])
    return most_exact(rivals)


def shown(claims: Sequence[Claim[T]]) -> T:
    """Give the value to show where only one has room: preferred, else the first that stands."""
    preferred = [claim for claim in claims if claim.rank is Rank.PREFERRED]
    return (preferred or standing(claims) or list(claims))[0].value


def most_exact(claims: Sequence[Claim[T]]) -> Claim[T]:
    """Give the claim that says most: an exact number before a bound, a day before a month."""
    return min(claims, key=lambda claim: claim._vagueness())

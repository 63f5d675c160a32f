"""Dates: an end after its start, a session within its event, a post held on the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unpko.checks.context import Context
from unpko.model import Ministerial, Mission, Official, Pledge, Session, State
from unpko.model.codelists import Rank, SessionKind
from unpko.model.evidence import DateClaim, standing
from unpko.model.walk import Path
from unpko.problems import Fault

_BESIDE = {SessionKind.SIDE_EVENT, SessionKind.EXHIBITION, SessionKind.RECEPTION}


def first_day(date: str) -> str:
    """Give the first day that a partial date can mean.

    Example:
        >>> first_day("2021-12")
        '2021-12-01'
    """
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """Give a day not before any that a partial date can mean.

    Example:
        >>> last_day("2021")
        '2021-12-31'
    """
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def _ends_before(end: str | None, start: str | None) -> bool:
    return end is not None and start is not None and last_day(end) < first_day(start)


def _backwards(path: Path, start: str, end: str) -> Fault:
    hint = "exchange them, or correct one"
    return Fault("date-order", path, f"the end {end} lies before the start {start}", hint)


def claimed_dates(record: Ministerial | Mission) -> Iterator[Fault]:
    """``date-order``: no end that stands lies before every start that stands."""
    starts = [claim.value for claim in standing(record.start_dates)]
    for index, claim in enumerate(record.end_dates):
        if starts and claim.rank is not Rank.DEPRECATED:
            start = min(starts, key=first_day)
            if _ends_before(claim.value, start):
                yield _backwards(("end_dates", index, "value"), start, claim.value)


def post_terms(official: Official) -> Iterator[Fault]:
    """``date-order``, ``post-key``: a post ends after its start, and has its own key."""
    keys: set[str] = set()
    for index, post in enumerate(official.posts):
        if _ends_before(post.end, post.start):
            yield _backwards(("posts", index, "end"), str(post.start), str(post.end))
        if post.key in keys:
            message = f'two posts have the key "{post.key}"'
            yield Fault("post-key", ("posts", index, "key"), message, "give each its own key")
        keys.add(post.key)


def timeframes(pledge: Pledge) -> Iterator[Fault]:
    """``date-order``: a timeframe does not end before it starts."""
    for index, claim in enumerate(pledge.timeframes):
        frame = claim.value
        if _ends_before(frame.end, frame.start):
            path = ("timeframes", index, "value", "end")
            yield _backwards(path, str(frame.start), str(frame.end))


def within_event(session: Session, context: Context) -> Iterator[Fault]:
    """``date-event``: a session lies within the days of its event.

    What stands beside the programme may open earlier: the exhibition of Seoul began four days
    before the ministerial.
    """
    event = context.record("ministerials", session.ministerial_id)
    if event is None or session.kind in _BESIDE:
        return
    start, end = _window(event.start_dates, event.end_dates)
    for index, claim in enumerate(session.dates):
        if claim.rank is Rank.DEPRECATED:
            continue
        if last_day(claim.value) < start or first_day(claim.value) > end:
            message = f"{claim.value} lies outside the event, {start} to {end}"
            hint = "correct the date, or deprecate the claim with a reason"
            yield Fault("date-event", ("dates", index, "value"), message, hint)


def _window(starts: Sequence[DateClaim], ends: Sequence[DateClaim]) -> tuple[str, str]:
    """Give the widest span that claims leave open: first day and last day."""
    first = min(first_day(claim.value) for claim in standing(starts) or starts)
    last = max(last_day(claim.value) for claim in standing(ends) or ends)
    return first, last


def posts_held(session: Session, context: Context) -> Iterator[Fault]:
    """``post-unknown``, ``post-date``: the post exists and was held on the day."""
    for index, item in enumerate(session.participations):
        if item.post is None:
            continue
        path: Path = ("participations", index, "post")
        official = context.record("officials", item.official_id)
        if official is None:
            if item.official_id is None:
                message = f'the post "{item.post}" has no holder'
                hint = "give official_id, or leave the post out"
                yield Fault("post-unknown", path, message, hint)
            continue  # an unknown official is reported as a reference
        post = official.post(item.post)
        if post is None:
            keys = ", ".join(f'"{p.key}"' for p in official.posts) or "none"
            message = f'{official.id} has no post "{item.post}"'
            yield Fault("post-unknown", path, message, f"the posts of that official: {keys}")
            continue
        days = _days(session, context)
        if days and (
            (post.start and first_day(post.start) > days[1])
            or (post.end and last_day(post.end) < days[0])
        ):
            term = f"{post.start or 'unknown'} to {post.end or 'unknown'}"
            message = f'the post "{post.key}" was held {term}, the session was on {days[0]}'
            hint = "name the post held that day, or correct its dates"
            yield Fault("post-date", path, message, hint)


def _days(session: Session, context: Context) -> tuple[str, str] | None:
    """Give the first and last day on which a session can have been."""
    if session.dates:
        return _window(session.dates, session.dates)
    event = context.record("ministerials", session.ministerial_id)
    return _window(event.start_dates, event.end_dates) if event else None


def admission(state: State) -> Iterator[Fault]:
    """``date-order``: a date of admission is not before the UN."""
    if state.un_member_since and _ends_before(state.un_member_since, "1945"):
        message = f"{state.un_member_since} lies before the foundation of the UN"
        yield Fault("date-order", ("un_member_since",), message, "correct the date")

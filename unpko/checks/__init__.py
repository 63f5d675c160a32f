"""What is true of records together: small rules, each with its code, and one way to run them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from unpko.checks import evidence, identity, parts, references, time, values
from unpko.checks.context import Again, Context, Finding
from unpko.model import Record
from unpko.problems import Fault

_ALONE: dict[str, tuple[Callable[[Any], Iterable[Fault]], ...]] = {
    "ministerials": (
        evidence.claims,
        evidence.citations,
        values.figures,
        values.organisers,
        time.claimed_dates,
        parts.parts,
    ),
    "sessions": (
        evidence.claims,
        evidence.citations,
        values.participations,
        values.other_kinds,
    ),
    "officials": (evidence.claims, evidence.citations, time.post_terms),
    "pledges": (
        evidence.claims,
        evidence.citations,
        values.parties,
        values.contents,
        values.assessments,
        time.timeframes,
    ),
    "sources": (evidence.claims, values.other_kinds),
    "states": (evidence.citations, values.aliases, time.admission),
    "organisations": (evidence.claims, evidence.citations, values.other_kinds),
    "frameworks": (evidence.claims, evidence.citations, values.figures, values.other_kinds),
    "missions": (evidence.claims, evidence.citations, time.claimed_dates),
}
"""The rules that look at a record alone, by kind."""

_WITH_OTHERS: dict[str, tuple[Callable[[Any, Context], Iterable[Fault]], ...]] = {
    "sessions": (time.within_event, time.posts_held),
}
"""The rules that look from one record into others, by kind."""

_TOGETHER: tuple[Callable[[Context], Iterable[Finding]], ...] = (
    references.circles,
    identity.ids,
    identity.former_ids,
    identity.state_names,
    identity.duplicates,
    evidence.unused,
)
"""The rules that look at all records together."""


def faults(folder: str, record: Record) -> Iterator[Fault]:
    """Give every rule that a record breaks by itself."""
    for rule in _ALONE[folder]:
        yield from rule(record)


def findings(context: Context, again: Again) -> Iterator[Finding]:
    """Give every rule that records break among each other.

    Args:
        context: what is known of all records.
        again: reads records again, to find the places of wrong references.
    """
    for folder, rules in _WITH_OTHERS.items():
        for id, record in context.records[folder].items():
            for rule in rules:
                for fault in rule(record, context):
                    yield Finding(folder, id, fault)
    yield from references.references(context, again)
    for together in _TOGETHER:
        yield from together(context)


__all__ = ["Context", "Finding", "faults", "findings"]

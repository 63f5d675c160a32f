"""What is true of records together: small rules, each with its code, and one way to run them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from unpko.checks import evidence, identity, parts, references, time, values
from unpko.checks.context import Context, Fault, Finding

_ONE_BY_ONE: dict[str, tuple[Callable[[Any, Context], Iterable[Fault]], ...]] = {
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
        time.within_event,
        time.posts_held,
    ),
    "officials": (evidence.claims, evidence.citations, time.post_terms),
    "pledges": (
        evidence.claims,
        evidence.citations,
        values.parties,
        values.contents,
        values.assessments,
        time.timeframe,
    ),
    "sources": (evidence.claims, values.other_kinds),
    "states": (evidence.citations, values.aliases, time.admission),
    "organisations": (evidence.claims, evidence.citations, values.other_kinds),
    "frameworks": (evidence.claims, evidence.citations, values.figures, values.other_kinds),
    "missions": (evidence.claims, evidence.citations, time.claimed_dates),
}
"""The rules that look at one record at a time, by kind."""

_TOGETHER: tuple[Callable[[Context], Iterable[Finding]], ...] = (
    references.references,
    references.circles,
    identity.ids,
    identity.former_ids,
    identity.state_names,
    identity.duplicates,
    evidence.unused,
)
"""The rules that look at all records together."""


def findings(context: Context) -> Iterator[Finding]:
    """Give every rule that a record breaks."""
    for folder, rules in _ONE_BY_ONE.items():
        for id, record in context.records[folder].items():
            for rule in rules:
                for fault in rule(record, context):
                    yield Finding(fault.code, folder, id, *fault[1:])
    for together in _TOGETHER:
        yield from together(context)


__all__ = ["Context", "Fault", "Finding", "findings"]

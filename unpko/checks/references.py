"""References lead somewhere, to the right kind, and not in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from unpko.checks.context import Again, Context, Finding, references_in, target
from unpko.model import KINDS
from unpko.problems import Fault
from unpko.suggest import closest

MOST_HINTS = 200
"""For how many unknown ids near neighbours are looked up; each look-up compares with all ids."""


def references(context: Context, again: Again) -> Iterator[Finding]:
    """``ref-unknown``, ``ref-former``: each reference leads to a record by its present id."""
    for folder in KINDS:
        wrong = {
            (field, id)
            for field, id in context.references(folder)
            if context.present(target(folder, field), id) != id
        }
        if wrong:
            yield from _explain(context, again, folder, wrong)


def _explain(
    context: Context, again: Again, folder: str, wrong: set[tuple[str, str]]
) -> Iterator[Finding]:
    meant: dict[tuple[str, str], str] = {}
    for id, record in again(folder, wrong):
        for path, field, wanted in references_in(record):
            if (field, wanted) not in wrong:
                continue
            there = target(folder, field)
            present = context.present(there, wanted)
            if present is not None:
                yield Finding(
                    folder,
                    id,
                    Fault(
                        "ref-former",
                        path,
                        f'"{wanted}" is a former id',
                        f'write "{present}"',
                    ),
                )
            else:
                message = f'there is no {KINDS[there].kind_name} "{wanted}"'
                hint = meant.setdefault((there, wanted), "")
                if not hint and len(meant) <= MOST_HINTS:
                    hint = meant[there, wanted] = _meant(context, there, wanted)
                yield Finding(folder, id, Fault("ref-unknown", path, message, hint))


def _meant(context: Context, folder: str, wanted: str) -> str:
    for other in KINDS:
        if context.present(other, wanted):
            return f"it is the id of a {KINDS[other].kind_name}"
    known = [*context.records[folder], *context.broken[folder]]
    close = closest(wanted, known)
    if close:
        return f"did you mean {' or '.join(chr(34) + name + chr(34) for name in close)}?"
    return f"add {folder}/{wanted}.json, or correct the id"


_CHAINS = {
    "ministerials": ("prepares_id",),
    "pledges": ("part_of_id", "continues_id"),
    "sources": ("copy_of_id",),
    "organisations": ("part_of_id", "succeeds_id"),
    "frameworks": ("part_of_id", "carries_out_id"),
}


def circles(context: Context) -> Iterator[Finding]:
    """``ref-self``: nothing is a part, a copy or a continuation of itself."""
    for folder, fields in _CHAINS.items():
        for field in fields:
            ended: set[str] = set()  # ids from which every way is known
            for start in context.records[folder]:
                way: dict[str, None] = {}
                step: str | None = start
                while step is not None and step not in ended and step not in way:
                    way[step] = None
                    record = context.record(folder, step)
                    step = getattr(record, field) if record else None
                if step in way:
                    yield from _circle(folder, field, [*way][[*way].index(step) :])
                ended.update(way)


def _circle(folder: str, field: str, round_trip: list[str]) -> Iterator[Finding]:
    """Tell every record of a circle the way back to itself."""
    for number, id in enumerate(round_trip):
        way = " → ".join([*round_trip[number:], *round_trip[:number], id])
        message = f"the {KINDS[folder].kind_name} leads back to itself: {way}"
        hint = "take the reference out of one of them"
        yield Finding(folder, id, Fault("ref-self", (field,), message, hint))

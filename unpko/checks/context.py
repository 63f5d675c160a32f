"""What the rules see: every record at hand, and what each refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from unpko.model import KINDS, Pledge, Record
from unpko.model.base import Model
from unpko.model.walk import Path
from unpko.problems import Fault

# In canonical text every key stands on a line of its own, and every key that refers ends in _id or
# _ids, so references can be collected without touching the models. What this finds wrong is then
# looked up in the records.
_REFERENCE = re.compile(rb'\n *"([a-z_]+_ids?": (?:"[^"]*"|\[[^\]]*\]))')
_FIELD = re.compile(rb"[a-z_]+")
_ITEM = re.compile(rb'"([^"]*)"')

TARGETS = {
    "announced_by_ids": "officials",
    "carries_out_id": "frameworks",
    "continues_id": "pledges",
    "copy_of_id": "sources",
    "document_id": "sources",
    "framework_id": "frameworks",
    "framework_ids": "frameworks",
    "ministerial_id": "ministerials",
    "mission_id": "missions",
    "mission_ids": "missions",
    "official_id": "officials",
    "organisation_id": "organisations",
    "owner_ids": "organisations",
    "prepares_id": "ministerials",
    "publisher_id": "organisations",
    "session_id": "sessions",
    "source_id": "sources",
    "state_id": "states",
    "state_ids": "states",
    "succeeds_id": "organisations",
    "superseded_by_id": "pledges",
}
"""The folder that the ids of a field lead to; ``part_of_id`` leads to the record's own."""


def target(folder: str, field: str) -> str:
    """Give the folder that a field of a kind leads to.

    Example:
        >>> target("pledges", "state_id"), target("pledges", "part_of_id")
        ('states', 'pledges')
    """
    return folder if field == "part_of_id" else TARGETS[field]


class Finding(NamedTuple):
    """A fault of a record that was found by looking at others, or at all together.

    Attributes:
        folder: the folder of the record.
        id: its id.
        fault: the rule that it breaks.
    """

    folder: str
    id: str
    fault: Fault


class PledgeCard(NamedTuple):
    """What is kept of a pledge once the rules that look at it alone have run.

    Pledges are by far the most records, and nothing looks into one from elsewhere; letting them go
    keeps memory low and saves the time to free them.
    """

    id: str
    formerly: tuple[str, ...]
    ministerial_id: str
    session_id: str | None
    part_of_id: str | None
    continues_id: str | None
    parties: tuple[str, ...]
    summary: str
    amounts: tuple[object, ...]
    digest: int


def _card(pledge: Pledge, text: bytes) -> PledgeCard:
    parties = [str(p.state_id or p.organisation_id or p.label) for p in pledge.pledgers]
    if len(parties) > 1:
        parties.sort()
    return PledgeCard(
        pledge.id,
        pledge.formerly,
        pledge.ministerial_id,
        pledge.session_id,
        pledge.part_of_id,
        pledge.continues_id,
        tuple(parties),
        pledge.summary,
        _amounts(pledge) if pledge.quantities else (),
        hash(text.replace(f'"id": "{pledge.id}"'.encode(), b"", 1)),
    )


def _amounts(pledge: Pledge) -> tuple[object, ...]:
    """Give what is promised in numbers, and for when, in a form that can be compared."""
    numbers = [
        (q.unit, q.capability, q.currency, q.per, sorted((c.value, c.bound) for c in q.claims))
        for q in pledge.quantities
    ]
    times = sorted((c.value.start or "", c.value.end or "") for c in pledge.timeframes)
    return (sorted(numbers, key=str), times)


Again = Callable[[str, "set[tuple[str, str]]"], Iterable[tuple[str, Record]]]
"""Reads the records of a folder again that may refer by one of some pairs of field and id."""


def references_of(text: bytes) -> set[tuple[str, str]]:
    """Give every pair of field and id that a record refers by, from its canonical text."""
    return _pairs(_REFERENCE.findall(text))


def _pairs(found: Iterable[bytes]) -> set[tuple[str, str]]:
    return {
        (field[0].decode(), id.decode())
        for text in found
        if (field := _FIELD.match(text))
        for id in _ITEM.findall(text, field.end() + 1)
    }


class Context:
    """Every record at hand, by kind and id; of pledges, what is left to compare.

    Attributes:
        records: the records that could be read, and the cards of pledges.
        broken: the ids of files that could not be read; references to them are not dangling.
        complete: whether all records are here, so that what nothing refers to is superfluous.
    """

    def __init__(self, complete: bool) -> None:
        self.records: dict[str, dict[str, Any]] = {folder: {} for folder in KINDS}
        self.broken: dict[str, set[str]] = {folder: set() for folder in KINDS}
        self.complete = complete
        self._former: dict[str, dict[str, str]] = {folder: {} for folder in KINDS}
        self._references: dict[str, set[bytes]] = {folder: set() for folder in KINDS}

    def add(self, folder: str, id: str, record: Record, text: bytes) -> None:
        """Add a record, with its canonical text."""
        self.records[folder][id] = _card(record, text) if isinstance(record, Pledge) else record
        for old in record.formerly:
            self._former[folder].setdefault(old, id)
        self._references[folder].update(_REFERENCE.findall(text))

    def absorb(self, other: Context) -> None:
        """Add everything that another context has."""
        for folder in KINDS:
            self.records[folder] |= other.records[folder]
            self.broken[folder] |= other.broken[folder]
            self._former[folder] = other._former[folder] | self._former[folder]
            self._references[folder] |= other._references[folder]

    def present(self, folder: str, id: str) -> str | None:
        """Give the present id for an id or a former one, or None where nothing has it."""
        if id in self.records[folder] or id in self.broken[folder]:
            return id
        return self._former[folder].get(id)

    def record(self, folder: str, id: str | None) -> Any:
        """Give the record with this id or former id, or None."""
        if id is None:
            return None
        found = self.present(folder, id)
        return None if found is None else self.records[folder].get(found)

    def references(self, folder: str) -> Iterator[tuple[str, str]]:
        """Give every distinct pair of field and id that records of a folder refer by."""
        yield from _pairs(self._references[folder])

    def cited(self) -> set[str]:
        """Give the ids of all sources that something refers to.

        Sources cite themselves and each other for their dates; that alone is no use of them.
        """
        return {
            id
            for folder in KINDS
            for field, id in self.references(folder)
            if target(folder, field) == "sources" and (folder, field) != ("sources", "source_id")
        }

    def each(self, *folders: str) -> Iterator[tuple[str, str, Any]]:
        """Give the records of some folders: folder, id, record."""
        for folder in folders:
            for id, record in self.records[folder].items():
                yield folder, id, record


def references_in(model: Model, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Give every reference inside a record: path, field and id."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if not value:
            continue
        if name.endswith("_id"):
            yield (*path, name), name, value
        elif name.endswith("_ids"):
            for index, id in enumerate(value):
                yield (*path, name, index), name, id
        else:
            for place, item in models_in((*path, name), value):
                yield from references_in(item, place)


def models_in(path: Path, value: object) -> Iterable[tuple[Path, Model]]:
    """Give the models that a field's value is made of, with their paths."""
    if isinstance(value, Model):
        return ((path, value),)
    if isinstance(value, tuple):
        return (((*path, i), item) for i, item in enumerate(value) if isinstance(item, Model))
    return ()

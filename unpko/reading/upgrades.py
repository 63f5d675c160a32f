"""Old records: from the version that a file states, step by step, to the present one.

A step is a pure function from dict to dict, for one kind. The table sets the new version itself,
so no step can forget to. Version 1.0 is the first. A minor version needs a step too, mostly one
that changes no kind: the table is the list of the versions that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from unpko.errors import UnpkoError, did_you_mean
from unpko.model.base import SCHEMA_BASE, SCHEMA_VERSION, schema_url
from unpko.suggest import closest

Record = dict[str, Any]

_STATED = re.compile(
    rf"{re.escape(SCHEMA_BASE)}/(?P<version>[0-9]+\.[0-9]+)/(?P<kind>[a-z]+)\.json"
)


class Step(NamedTuple):
    """The way from one version to the next.

    Attributes:
        to: the version that the step leads to.
        kinds: what changes, by kind of record; kinds that are not named stay as they are.
    """

    to: str
    kinds: Mapping[str, Callable[[Record], Record]]


STEPS: dict[str, Step] = {}
"""The step that leads on from each version but the present one."""


class UnknownVersion(UnpkoError, LookupError):
    """There is no way from this version of the schemas to the present one.

    Attributes:
        version: the version that was given, or what a record states in its place.
        known: the versions that can be read.
    """

    def __init__(self, version: str, known: tuple[str, ...]) -> None:
        self.version, self.known = version, known
        super().__init__(version, known)

    def __str__(self) -> str:
        hint = did_you_mean(closest(self.version, self.known, most=1))
        known = ", ".join(self.known)
        return f"there is no version {self.version!r}{hint}; the versions are: {known}"


class UpgradeFailed(UnpkoError, ValueError):
    """A record does not have the shape of the version that it states, so a step failed on it.

    Attributes:
        kind: the kind of the record.
        version: the version that the step set out from.
    """

    def __init__(self, kind: str, version: str, why: str) -> None:
        self.kind, self.version, self.why = kind, version, why
        super().__init__(kind, version, why)

    def __str__(self) -> str:
        return f"the record is no {self.kind} of version {self.version}: {self.why}"


class BrokenTable(RuntimeError):
    """The table of steps does not lead from each version to the present one."""


def stated(schema: object) -> tuple[str, str] | None:
    """Give kind and version of the schema that a record names, or None where it is none of ours.

    Example:
        >>> stated("https://w3id.org/unpko/schemas/1.0/pledge.json")
        ('pledge', '1.0')
        >>> stated("https://example.org/") is None
        True
    """
    match = _STATED.fullmatch(schema) if isinstance(schema, str) else None
    return None if match is None else (match["kind"], match["version"])


def route(version: str, steps: Mapping[str, Step] = STEPS) -> list[tuple[str, Step]]:
    """Give the steps that lead from a version to the present one, each with where it sets out.

    Raises:
        UnknownVersion: if the version is not in the table.
        BrokenTable: if the table goes in a circle, or ends before the present version.

    Example:
        >>> steps = {"0.8": Step("0.9", {}), "0.9": Step(SCHEMA_VERSION, {})}
        >>> [at for at, _ in route("0.8", steps)]
        ['0.8', '0.9']
    """
    if version != SCHEMA_VERSION and version not in steps:
        raise UnknownVersion(version, (*steps, SCHEMA_VERSION))
    found: list[tuple[str, Step]] = []
    passed = [version]
    while passed[-1] != SCHEMA_VERSION:
        at = passed[-1]
        if at not in steps:
            raise BrokenTable(f"no step leads on from version {at}: {' -> '.join(passed)}")
        step = steps[at]
        found.append((at, step))
        passed.append(step.to)
        if step.to in passed[:-1]:
            raise BrokenTable(f"the steps go in a circle: {' -> '.join(passed)}")
    return found


def upgraded(document: Record, version: str, steps: Mapping[str, Step] = STEPS) -> Record:
    """Bring a record of an older version to the present one.

    Args:
        document: the record as its file holds it; it stays as it is.
        version: the version that the record states.
        steps: the table of steps.

    Raises:
        UnknownVersion: if the version is not in the table, or not the one that the record states.
        UpgradeFailed: if the record does not have the shape that a step works on.
        BrokenTable: if the table does not lead to the present version.

    Example:
        >>> old = {"$schema": schema_url("mission", "0.9"), "id": "unmiss", "short": "UNMISS"}
        >>> def rename(record):
        ...     return {**record, "acronym": record.pop("short")}
        >>> new = upgraded(old, "0.9", {"0.9": Step(SCHEMA_VERSION, {"mission": rename})})
        >>> new["$schema"] == schema_url("mission"), new["acronym"], old["short"]
        (True, 'UNMISS', 'UNMISS')
    """
    names = stated(document.get("$schema"))
    if names is None or names[1] != version:
        raise UnknownVersion(str(document.get("$schema")), (*steps, SCHEMA_VERSION))
    kind = names[0]
    record = deepcopy(document)
    for at, step in route(version, steps):
        if kind in step.kinds:
            try:
                record = step.kinds[kind](record)
            except Exception as error:  # anything can be in a file, so a step may meet anything
                why = f"{type(error).__name__}: {error}"
                raise UpgradeFailed(kind, at, why) from error
        rest = {key: value for key, value in record.items() if key != "$schema"}
        record = {"$schema": schema_url(kind, step.to), **rest}
    return record

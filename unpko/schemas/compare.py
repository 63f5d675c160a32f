"""What changed between two versions of a schema, and what that means for old records.

- patch: every record means and passes what it did; words have changed.
- minor: every record that was valid still is; more is allowed.
- major: some record that was valid may now be refused, or mean something else.

What cannot be proven harmless counts as major.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from unpko.schemas.index import order

Schema = dict[str, Any]


class Level(IntEnum):
    """How much a change asks of the version number.

    Example:
        >>> max(Level.PATCH, Level.MAJOR).name
        'MAJOR'
    """

    PATCH = 0
    MINOR = 1
    MAJOR = 2

    def __str__(self) -> str:
        return self.name.lower()


class Change(NamedTuple):
    """One difference between two versions.

    Attributes:
        level: patch, minor or major.
        place: the kind and the place in it; a definition stands for all its uses.
        what: what changed.
        why: what follows for records.
    """

    level: Level
    place: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.level!s:5}  {self.place}: {self.what} ({self.why})"


REFUSED = "old records may be refused"
PASSES = "every old record still passes"
WORDS = "no record is affected"
MEANING = "old records that leave it out now mean something else"

_WORDS = ("title", "description", "$comment", "examples")
# Each with what it bounds: a lower limit may go down, an upper limit may go up.
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_STRUCTURE = ("$defs", "properties", "required", "additionalProperties", "items")
_KNOWN = {*_WORDS, *_LOWER, *_UPPER, *_STRUCTURE, "$schema", "$id", "type", "const", "enum"}


def compare_versions(old: Mapping[str, Schema], new: Mapping[str, Schema]) -> list[Change]:
    """Compare all kinds of two versions; the schema of any record is left out, as it follows.

    Args:
        old: the schemas of the old version, by kind.
        new: the schemas of the new version, by kind.
    """
    changes: dict[Change, None] = {}
    for kind in sorted({*old, *new} - {"record"}):
        if kind not in new:
            changes[Change(Level.MAJOR, kind, "the kind was removed", REFUSED)] = None
        elif kind not in old:
            changes[Change(Level.MINOR, kind, "a kind was added", PASSES)] = None
        else:
            changes |= dict.fromkeys(compare(old[kind], new[kind], kind))
    return sorted(changes, key=lambda change: (-change.level, change.place))


def compare(old: Schema, new: Schema, kind: str = "") -> list[Change]:
    """Compare two versions of one schema.

    Example:
        >>> before = {"type": "string", "enum": ["a", "b"]}
        >>> print(*compare(before, {"type": "string", "enum": ["a"]}, "pledge"))
        major  pledge: the code "b" was removed (old records may be refused)
    """
    return list(dict.fromkeys(_Walk(old, new).nodes(old, new, kind)))


def too_much(old: str, new: str, changes: list[Change]) -> list[Change]:
    """Give the changes that a step between two version numbers may not make.

    Example:
        >>> change = Change(Level.MAJOR, "pledge/x", "the field was removed", REFUSED)
        >>> len(too_much("1.0", "1.1", [change])), len(too_much("1.0", "2.0", [change]))
        (1, 0)
    """
    if order(new)[0] > order(old)[0]:
        return []
    return [change for change in changes if change.level is Level.MAJOR]


class _Walk:
    """One comparison; it remembers which pairs of definitions it has been through."""

    def __init__(self, old: Schema, new: Schema) -> None:
        self.old_defs, self.new_defs = old.get("$defs", {}), new.get("$defs", {})
        self.seen: set[tuple[str, str]] = set()

    def nodes(self, old: Any, new: Any, place: str) -> Iterator[Change]:
        """Compare two nodes, those that they refer to included."""
        if not isinstance(old, dict) or not isinstance(new, dict):
            if old != new:  # true or false in place of a schema
                level = Level.MINOR if new is True or old is False else Level.MAJOR
                what = "all is allowed" if new is True else "nothing is allowed"
                yield Change(level, place, what, _why(level))
            return
        names = _target(old), _target(new)
        if all(names):
            yield from self._words(old, new, place)
            if names in self.seen:
                return
            self.seen.add(names)
            place = names[1]
            old, new = self.old_defs[names[0]], self.new_defs[names[1]]
        yield from self._words(old, new, place)
        yield from self._assertions(_flat(old, self.old_defs), _flat(new, self.new_defs), place)

    def _words(self, old: Schema, new: Schema, place: str) -> Iterator[Change]:
        if old.get("default") != new.get("default"):
            yield Change(Level.MAJOR, place, "the default changed", MEANING)
        words = [key for key in _WORDS if old.get(key) != new.get(key)]
        before, after = _meanings(old), _meanings(new)
        if any(before[code] != after[code] for code in before if code in after):
            words.append("the meaning of codes")
        if words:
            yield Change(Level.PATCH, place, f"{', '.join(words)} changed", WORDS)

    def _assertions(self, old: Schema, new: Schema, place: str) -> Iterator[Change]:
        yield from _types(old, new, place)
        yield from _codes(old, new, place)
        yield from _limits(old, new, place)
        yield from self._others(old, new, place)
        yield from self._properties(old, new, place)
        if ("items" in old) != ("items" in new):
            level = Level.MAJOR if "items" in new else Level.MINOR
            yield Change(level, place, "what a list holds changed", _why(level))
        elif "items" in old:
            yield from self.nodes(old["items"], new["items"], f"{place}[]")

    def _others(self, old: Schema, new: Schema, place: str) -> Iterator[Change]:
        """Compare what has no rule of its own: patterns, guards, and whatever else asserts."""
        for key in sorted({*old, *new} - _KNOWN - {"default"}):
            if old.get(key) != new.get(key) and not _annotates(key, old, new):
                level = Level.MAJOR if key in new else Level.MINOR
                done = "changed" if key in old and key in new else "added"
                what = f"`{key}` was {done if key in new else 'removed'}"
                why = f"{REFUSED}: not proven that it only loosens" if key in new else PASSES
                yield Change(level, place, what, why)

    def _properties(self, old: Schema, new: Schema, place: str) -> Iterator[Change]:
        before, after = old.get("properties", {}), new.get("properties", {})
        must, must_now = set(old.get("required", ())), set(new.get("required", ()))
        closed, closed_now = old.get("additionalProperties"), new.get("additionalProperties")
        for name in dict.fromkeys([*before, *after, *sorted(must_now)]):
            here = f"{place}/{name}"
            if name not in before and name not in after:
                if name not in must:
                    yield Change(Level.MAJOR, here, "a required field was added", REFUSED)
            elif name not in after:
                level = Level.MAJOR if closed_now is False else Level.MINOR
                yield Change(level, here, "the field was removed", _why(level))
            elif name not in before:
                if name in must_now:
                    yield Change(Level.MAJOR, here, "a required field was added", REFUSED)
                else:
                    level = Level.MINOR if closed is False else Level.MAJOR
                    yield Change(level, here, "an optional field was added", _why(level))
            else:
                if name in must_now - must:
                    yield Change(Level.MAJOR, here, "the field became required", REFUSED)
                elif name in must - must_now:
                    why = f"{PASSES}; readers can no longer count on the field"
                    yield Change(Level.MINOR, here, "the field became optional", why)
                if name != "$schema":  # it names the version, so it always differs
                    yield from self.nodes(before[name], after[name], here)
        if list(before) != [key for key in after if key in before] and set(before) <= set(after):
            yield Change(Level.PATCH, place, "the order of the fields changed", WORDS)
        if closed != closed_now:
            level = Level.MAJOR if "additionalProperties" in new else Level.MINOR
            if closed is False:
                level = Level.MINOR
            what = "other fields are allowed" if closed is False else "other fields are refused"
            yield Change(level, place, what, _why(level))


def _target(node: Schema) -> str:
    """Name the one definition that a node stands for, if it is a reference and no more."""
    ref = node.get("$ref")
    if ref is None and len(node.get("allOf", ())) == 1:
        ref = node["allOf"][0].get("$ref")
    beside = {*node} - {*_WORDS, "default", "$ref", "allOf", "$schema", "$id", "$defs"}
    return ref.rpartition("/")[2] if isinstance(ref, str) and not beside else ""


def _flat(node: Schema, defs: Schema) -> Schema:
    """Take up into a node what it refers to; what stands twice and differs stays in `allOf`."""
    flat = {key: value for key, value in node.items() if key not in ("$ref", "allOf")}
    parts = list(node.get("allOf", ()))
    if "$ref" in node:
        parts.append(defs[node["$ref"].rpartition("/")[2]])
    kept = []
    for part in parts:
        part = _flat(part, defs)
        asserted = {key: value for key, value in part.items() if key not in (*_WORDS, "default")}
        if any(key in flat and flat[key] != value for key, value in asserted.items()):
            kept.append(part)
        else:
            flat |= asserted
    return {**flat, "allOf": kept} if kept else flat


def _types(old: Schema, new: Schema, place: str) -> Iterator[Change]:
    before, after = _type_set(old), _type_set(new)
    if before != after:
        level = Level.MINOR if before <= after else Level.MAJOR
        names = " or ".join(sorted(before)), " or ".join(sorted(after))
        yield Change(level, place, f"the type changed from {names[0]} to {names[1]}", _why(level))


_ALL = ("array", "boolean", "integer", "null", "number", "object", "string")


def _type_set(node: Schema) -> set[str]:
    named = node.get("type", _ALL)
    found = {named} if isinstance(named, str) else set(named)
    return found | {"integer"} if "number" in found else found


def _codes(old: Schema, new: Schema, place: str) -> Iterator[Change]:
    before, after = _values(old), _values(new)
    if before is None or after is None:
        if before != after:
            level = Level.MAJOR if before is None else Level.MINOR
            what = "only some values are allowed now" if before is None else "any value is allowed"
            yield Change(level, place, what, _why(level))
        return
    for value in before:
        if value not in after:
            yield Change(Level.MAJOR, place, f"the code {value} was removed", REFUSED)
    for value in after:
        if value not in before:
            yield Change(Level.MINOR, place, f"the code {value} was added", PASSES)


def _values(node: Schema) -> list[str] | None:
    allowed = [node["const"]] if "const" in node else node.get("enum")
    return None if allowed is None else [json.dumps(value) for value in allowed]


def _limits(old: Schema, new: Schema, place: str) -> Iterator[Change]:
    for key in (*_LOWER, *_UPPER):
        before, after = old.get(key), new.get(key)
        if before != after:
            looser = after is None or (
                before is not None and (after < before if key in _LOWER else after > before)
            )
            level = Level.MINOR if looser else Level.MAJOR
            what = f"{key} changed from {_shown(before)} to {_shown(after)}"
            yield Change(level, place, what, _why(level))


def _shown(limit: object) -> str:
    return "none" if limit is None else str(limit)


def _why(level: Level) -> str:
    return REFUSED if level is Level.MAJOR else PASSES


def _annotates(key: str, old: Schema, new: Schema) -> bool:
    """Say whether a keyword refuses nothing: the meanings of codes, with a last case for all."""
    return key == "anyOf" and all(_accepts_all(node) for node in (old, new))


def _accepts_all(node: Schema) -> bool:
    return any({*case} <= {*_WORDS} for case in node.get("anyOf", ({},)))


def _meanings(node: Schema) -> dict[str, Any]:
    """Give the words of each code, and those for the list as a whole."""
    cases = [case for case in node.get("anyOf", ()) if {*case} <= {*_WORDS, "const"}]
    return {json.dumps(case.get("const")): case for case in cases}

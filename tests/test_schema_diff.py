"""What changed between two schemas: each rule with a case of its own."""

from __future__ import annotations

from typing import Any

import pytest

from unpko.schemas.compare import Level, compare, compare_versions

Schema = dict[str, Any]
PATCH, MINOR, MAJOR = Level.PATCH, Level.MINOR, Level.MAJOR


def obj(required: tuple[str, ...] = (), closed: bool = True, **properties: Schema) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "required": list(required)}
    return {**schema, "additionalProperties": False} if closed else schema


A, TEXT, NUMBER = {"const": "a"}, {"type": "string"}, {"type": "integer"}

CASES = [
    # fields
    ("optional added", obj(a=A), obj(a=A, b=TEXT), MINOR, "an optional field was added"),
    ("required added", obj(a=A), obj(("b",), a=A, b=TEXT), MAJOR, "a required field was added"),
    ("optional added to open", obj(closed=False), obj(closed=False, b=TEXT), MAJOR, "was added"),
    ("required that is not described", obj(a=A), obj(("b",), a=A), MAJOR, "a required field was"),
    ("removed", obj(a=A, b=TEXT), obj(a=A), MAJOR, "the field was removed"),
    ("removed from open", obj(closed=False, b=TEXT), obj(closed=False), MINOR, "was removed"),
    ("became required", obj(a=A), obj(("a",), a=A), MAJOR, "the field became required"),
    ("became optional", obj(("a",), a=A), obj(a=A), MINOR, "the field became optional"),
    ("reordered", obj(a=A, b=TEXT), obj(b=TEXT, a=A), PATCH, "the order of the fields changed"),
    ("opened", obj(a=A), obj(closed=False, a=A), MINOR, "other fields are allowed"),
    ("closed", obj(closed=False, a=A), obj(a=A), MAJOR, "other fields are refused"),
    # codes
    ("code added", {"enum": ["a"]}, {"enum": ["a", "b"]}, MINOR, 'the code "b" was added'),
    ("code removed", {"enum": ["a", "b"]}, {"enum": ["a"]}, MAJOR, 'the code "b" was removed'),
    ("codes required", TEXT, {**TEXT, "enum": ["a"]}, MAJOR, "only some values are allowed now"),
    ("codes dropped", {**TEXT, "enum": ["a"]}, TEXT, MINOR, "any value is allowed"),
    ("const widened", {"const": "a"}, {"enum": ["a", "b"]}, MINOR, 'the code "b" was added'),
    # types
    ("type changed", TEXT, NUMBER, MAJOR, "the type changed from string to integer"),
    ("type widened", NUMBER, {"type": "number"}, MINOR, "the type changed"),
    ("type narrowed", {"type": "number"}, NUMBER, MAJOR, "the type changed"),
    ("type dropped", NUMBER, {}, MINOR, "the type changed"),
    # limits and patterns
    ("minimum up", {"minimum": 0}, {"minimum": 1}, MAJOR, "minimum changed from 0 to 1"),
    ("minimum down", {"minimum": 1}, {"minimum": 0}, MINOR, "minimum changed from 1 to 0"),
    ("minimum added", {}, {"minimum": 1}, MAJOR, "minimum changed from none to 1"),
    ("maximum up", {"maximum": 1}, {"maximum": 2}, MINOR, "maximum changed from 1 to 2"),
    ("maximum dropped", {"maximum": 1}, {}, MINOR, "maximum changed from 1 to none"),
    ("shorter texts only", {"maxLength": 9}, {"maxLength": 8}, MAJOR, "maxLength changed"),
    ("lists may be empty", {"minItems": 1}, {"minItems": 0}, MINOR, "minItems changed"),
    ("pattern changed", {"pattern": "^a$"}, {"pattern": "^a?$"}, MAJOR, "`pattern` was changed"),
    ("pattern added", {}, {"pattern": "^a$"}, MAJOR, "`pattern` was added"),
    ("pattern dropped", {"pattern": "^a$"}, {}, MINOR, "`pattern` was removed"),
    ("guard added", {}, {"not": {"pattern": "\\n"}}, MAJOR, "`not` was added"),
    ("guard dropped", {"not": {"pattern": "\\n"}}, {}, MINOR, "`not` was removed"),
    ("what it does not know", {}, {"uniqueItems": True}, MAJOR, "`uniqueItems` was added"),
    ("alternatives", {"anyOf": [TEXT]}, {"anyOf": [TEXT, NUMBER]}, MAJOR, "`anyOf` was changed"),
    # lists
    ("items", {"items": NUMBER}, {"items": {"type": "number"}}, MINOR, "[]: the type changed"),
    ("items described", {}, {"items": NUMBER}, MAJOR, "what a list holds changed"),
    ("items no longer", {"items": NUMBER}, {}, MINOR, "what a list holds changed"),
    ("nothing allowed", obj(a=A), {**obj(), "properties": {"a": False}}, MAJOR, "nothing is"),
    # words and defaults
    ("words", {"description": "a"}, {"description": "b"}, PATCH, "description changed"),
    ("examples", {"examples": ["a"]}, {"examples": []}, PATCH, "examples changed"),
    ("default", {"default": "a"}, {"default": "b"}, MAJOR, "the default changed"),
]


@pytest.mark.parametrize(
    ("old", "new", "level", "what"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_change(old: Schema, new: Schema, level: Level, what: str) -> None:
    (change,) = compare(old, new, "pledge")
    assert (change.level, what in str(change)) == (level, True), change


def test_no_change() -> None:
    for _, old, new, _, _ in CASES:
        assert compare(old, old) == []
        assert compare(new, new) == []


def codes(*listed: tuple[str, str], about: str = "About.") -> Schema:
    cases = [{"const": code, "description": text} for code, text in listed]
    values = [code for code, _ in listed]
    return {"type": "string", "enum": values, "anyOf": [*cases, {"description": about}]}


def test_the_meaning_of_a_code_is_words() -> None:
    old = codes(("a", "One."), ("b", "Two."))
    (change,) = compare(old, codes(("a", "One!"), ("b", "Two.")))
    assert (change.level, change.what) == (PATCH, "the meaning of codes changed")
    (change,) = compare(old, codes(("a", "One."), ("b", "Two."), ("c", "Three.")))
    assert (change.level, change.what) == (MINOR, 'the code "c" was added')


def test_a_definition_is_told_once_however_often_it_is_used() -> None:
    def schema(part: Schema) -> Schema:
        ref = {"$ref": "#/$defs/Id"}
        return {**obj(a=ref, b={"allOf": [ref], "description": "B."}), "$defs": {"Id": part}}

    changes = compare(schema({"maxLength": 9}), schema({"maxLength": 8}), "pledge")
    assert [(change.place, change.level) for change in changes] == [("Id", MAJOR)]


def test_definitions_may_lead_to_themselves() -> None:
    def tree(limit: int) -> Schema:
        node = obj(parts={"type": "array", "maxItems": limit, "items": {"$ref": "#/$defs/Node"}})
        return {"$ref": "#/$defs/Node", "$defs": {"Node": node}}

    (change,) = compare(tree(2), tree(3))
    assert (change.place, change.level) == ("Node/parts", MINOR)


def test_naming_a_type_is_no_change_for_records() -> None:
    plain = obj(a={"type": "string", "maxLength": 9, "description": "A."})
    named: Schema = obj(a={"$ref": "#/$defs/Id", "description": "A."})
    named["$defs"] = {"Id": {"type": "string", "maxLength": 9}}
    assert compare(plain, named) == []
    assert compare(named, plain) == []
    named["$defs"]["Id"]["maxLength"] = 8
    (change,) = compare(plain, named)
    assert change.level is MAJOR


def test_limits_that_stand_twice_are_not_lost() -> None:
    old = {"allOf": [{"maxLength": 8}], "maxLength": 9}
    new = {"allOf": [{"maxLength": 7}], "maxLength": 9}
    (change,) = compare(old, new)
    assert change.level is MAJOR


def test_the_address_of_the_version_is_no_change() -> None:
    old, new = (
        {
            "$id": f"https://example.org/{version}",
            **obj(),
            "properties": {"$schema": {"const": version}},
        }
        for version in ("1.0", "1.1")
    )
    assert compare(old, new) == []


def test_kinds_come_and_go() -> None:
    changes = compare_versions({"a": {}, "record": {}}, {"b": {}, "record": {"type": "object"}})
    assert [(change.level, change.place) for change in changes] == [(MAJOR, "a"), (MINOR, "b")]

"""The schemas of the present version, made from the models."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple, get_args

from pydantic import TypeAdapter

from unpko.model import KINDS, SCHEMA_VERSION, Record, codelists, scalars, schema_url
from unpko.model.codelists import CodeList
from unpko.schemas.normal import DIALECT, Schema, dumps, normal, ordered, prose
from unpko.schemas.store import RECORD

# Why a code list is written as it is, seen with the validators and the language service of VS Code:
# `oneOf` alone makes validators report "not valid under any of the given schemas", once per code;
# `enumDescriptions` is no keyword of JSON Schema, and ajv refuses the whole schema in strict mode,
# which is its default. A description beside `enum` would hide those of the codes in completions.
_CODES = "`enum` says which codes there are; `anyOf` adds what they mean, and refuses nothing."


class Draft(NamedTuple):
    """What the models say now.

    Attributes:
        version: the version that the models stand for.
        files: the text of every schema file of that version, by file name.
    """

    version: str
    files: Mapping[str, str]


def draft() -> Draft:
    """Make the files of the version that the models stand for.

    Example:
        >>> sorted(draft().files)[:3]
        ['framework.json', 'ministerial.json', 'mission.json']
    """
    kinds = {model.kind_name: kind_schema(model) for model in KINDS.values()}
    schemas = {**kinds, RECORD: record_schema(kinds)}
    return Draft(SCHEMA_VERSION, {f"{name}.json": dumps(schemas[name]) for name in sorted(schemas)})


def kind_schema(model: type[Record]) -> Schema:
    """Make the self-contained schema of one kind of record."""
    emitted = model.model_json_schema(mode="validation")
    parts = emitted.pop("$defs", {})
    lists = _code_lists()
    defs = {
        name: code_list(lists[name], part) if name in lists else {"title": name, **_part(part)}
        for name, part in parts.items()
    }
    root = {"title": model.__name__, **_part(emitted)}
    defs |= {name: _scalars()[name].schema for name in _referred([root, *defs.values()]) - {*defs}}
    heading = {"$schema": DIALECT, "$id": schema_url(model.kind_name)}
    return ordered({**heading, **root, "$defs": dict(sorted(defs.items()))})


def record_schema(kinds: Mapping[str, Schema]) -> Schema:
    """Make the schema that takes a record of any kind, told apart by its ``$schema``."""
    defs: Schema = {}
    cases = []
    for kind in kinds.values():
        defs |= kind["$defs"]
        defs[kind["title"]] = {
            key: value for key, value in kind.items() if key not in ("$schema", "$id", "$defs")
        }
        stated = {"type": "object", "properties": {"$schema": {"const": kind["$id"]}}}
        cases.append(
            {
                "if": {**stated, "required": ["$schema"]},
                "then": {"$ref": f"#/$defs/{kind['title']}"},
            }
        )
    return {
        "$schema": DIALECT,
        "$id": schema_url(RECORD),
        "title": "Record",
        "description": "A record of any kind; its `$schema` says which.",
        "type": "object",
        "properties": {
            "$schema": {
                "description": "The address of the schema of the kind and version.",
                "type": "string",
                "enum": [kind["$id"] for kind in kinds.values()],
            }
        },
        "required": ["$schema"],
        "allOf": cases,
        "$defs": dict(sorted(defs.items())),
    }


def code_list(codes: type[CodeList], emitted: Schema) -> Schema:
    """Make the definition of a code list, with the title and meaning of every code.

    Example:
        >>> from unpko.model.codelists import ExtentRead
        >>> made = code_list(ExtentRead, {"type": "string", "enum": ["whole", "part"]})
        >>> made["anyOf"][0]
        {'const': 'whole', 'title': 'Whole', 'description': 'The whole text was read.'}
    """
    if emitted["enum"] != [str(code) for code in codes]:
        raise ValueError(f"the code list {codes.__name__} is not the one that the models use")
    return ordered(
        {
            "title": codes.__name__,
            "$comment": _CODES,
            "type": "string",
            "enum": emitted["enum"],
            "anyOf": [
                *(
                    {"const": str(code), "title": code.label, "description": code.description}
                    for code in codes
                ),
                {"description": prose(codes.__doc__ or "")},
            ],
        }
    )


def _part(emitted: Schema) -> Schema:
    """Put an object in normal form, its text and number types referred to by name."""
    part = normal(emitted)
    part["properties"] = {key: _field(node) for key, node in part["properties"].items()}
    return part


def _field(node: Schema) -> Schema:
    """Refer to named types, so that each is written once.

    A field keeps its own description beside the reference. Where it refers to a code list or an
    object, the reference stands in `allOf`: VS Code lets a definition overwrite what stands right
    beside ``$ref``, and shows the field's words for every code of a list.
    """
    beside: Schema = {key: node[key] for key in ("description", "default") if key in node}
    core = {key: value for key, value in node.items() if key not in beside}
    if "items" in core:
        return ordered({**beside, **core, "items": _field(core["items"])})
    if name := _scalar_names().get(_key(core)):
        return ordered({**beside, "$ref": f"#/$defs/{name}"})
    if "$ref" in core and beside:
        return ordered({**beside, "allOf": [core]})
    return ordered({**beside, **core})


def _code_lists() -> dict[str, type[CodeList]]:
    found = [item for item in vars(codelists).values() if isinstance(item, type)]
    return {item.__name__: item for item in found if issubclass(item, CodeList) and len(item)}


class _Scalar(NamedTuple):
    key: str
    schema: Schema


def _key(core: Schema) -> str:
    return json.dumps(core, sort_keys=True)


@cache
def _scalars() -> dict[str, _Scalar]:
    """Give the named text and number types, each with what pydantic emits for it.

    They have no description, only a comment: VS Code would show it in place of the field's.
    """
    docs = _attribute_docs()
    found = {}
    for name, alias in vars(scalars).items():
        if name in docs and get_args(alias) and not getattr(alias, "__parameters__", ()):
            core = normal(TypeAdapter(alias).json_schema())
            schema = ordered({"title": name, "$comment": docs[name], **core})
            found[name] = _Scalar(_key(core), schema)
    return found


@cache
def _scalar_names() -> dict[str, str]:
    return {scalar.key: name for name, scalar in _scalars().items()}


def _attribute_docs() -> dict[str, str]:
    """Read the texts that stand below the types in their module; Python itself forgets them."""
    body = ast.parse(inspect.getsource(scalars)).body
    docs = {}
    for statement, below in pairwise(body):
        if isinstance(statement, ast.Assign) and isinstance(below, ast.Expr):
            name, text = statement.targets[0], below.value
            if isinstance(name, ast.Name) and isinstance(text, ast.Constant):
                docs[name.id] = prose(str(text.value))
    return docs


def _referred(node: Any) -> set[str]:
    """Name the definitions that a schema refers to."""
    if isinstance(node, list):
        return set().union(*(_referred(item) for item in node)) if node else set()
    if not isinstance(node, dict):
        return set()
    ref = node.get("$ref")
    own = {ref.rpartition("/")[2]} if isinstance(ref, str) else set()
    return own.union(*(_referred(value) for value in node.values()))

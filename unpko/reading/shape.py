"""What the models refuse, told in plain words: pydantic's errors as faults of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from unpko.model import scalars
from unpko.model.codelists import REPLACED, CodeList
from unpko.model.walk import Path
from unpko.problems import Fault
from unpko.suggest import closest

_TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "dict_type": "an object",
}

# Controls and marks that turn the direction; but for line breaks, which the hint for texts names.
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_WHO = ("state_id", "organisation_id", "mission_id", "label")
"""The keys of which a model of a party needs one."""

_DATE = ("value-date", "a date", "write 2021, 2021-12 or 2021-12-07")
_ID = "write lower-case letters, digits and single hyphens"


def _pattern(scalar: Any) -> str:
    """Give the pattern of one of the scalar types."""
    for constraint in get_args(scalar)[1:]:
        for item in (constraint, *getattr(constraint, "metadata", ())):
            if pattern := getattr(item, "pattern", None):
                return str(pattern)
    raise LookupError(scalar)


_PATTERNS = {
    _pattern(scalars.Text): (
        "value-text",
        "one line of text",
        "no blank at either end, not even an invisible one, and no line break",
    ),
    _pattern(scalars.PartialDate): _DATE,
    _pattern(scalars.Url): (
        "value-url",
        "a web address",
        "write it as it stands in the browser, from http:// or https:// on, without blanks",
    ),
    _pattern(scalars.Slug): ("value-id", "an id", _ID),
    _pattern(scalars.EventSlug): ("value-id", "an id below an event", f"write event/name; {_ID}"),
    _pattern(scalars.StateCode): (
        "value-id",
        "a state's code",
        "write the ISO 3166-1 alpha-3 code in capitals, such as KOR",
    ),
    _pattern(scalars.LocalTime): ("value-form", "a time of day", "write 19:30"),
    _pattern(scalars.UtcOffset): ("value-form", "an offset from UTC", "write +09:00"),
    _pattern(scalars.Language): ("value-form", "a language tag", "write en, ko or zh-Hans"),
    _pattern(scalars.M49): ("value-form", "an M49 code", "write three digits, such as 410"),
}


def shape_faults(model: type[BaseModel], error: ValidationError) -> Iterator[Fault]:
    """Give a fault for each error that a model raised."""
    for item in error.errors(include_url=False):
        if item["type"] == "too_short" and item["input"]:
            continue  # pydantic counts the valid items: the faults of the others are told anyway
        yield _fault(model, item)


def _fault(model: type[BaseModel], item: Any) -> Fault:
    path: Path = tuple(item["loc"])
    kind: str = item["type"]
    found, context = item["input"], item.get("ctx", {})
    name = str(path[-1]) if path else "the record"
    match kind:
        case "missing":
            return Fault("field-missing", path[:-1], f'"{name}" is missing', _describe(model, path))
        case "extra_forbidden":
            known = field_names(_model_at(model, path[:-1]))
            close = closest(name, known)
            hint = _or(close) or f"the fields here are: {', '.join(known)}"
            return Fault("field-unknown", path, f'there is no field "{name}"', hint, True)
        case "enum":
            return Fault("code-unknown", path, *_code(model, path, found))
        case "string_pattern_mismatch":
            if found == "":
                hint = _instead(model, path, context["pattern"])
                return Fault("value-text", path, "an empty text", hint)
            code, what, hint = _PATTERNS.get(
                context["pattern"], ("value-form", f"of the form {context['pattern']}", "")
            )
            if control := _CONTROL.search(found):
                sort = "control" if control[0] < "\xa0" else "invisible"
                hint = f"it holds the {sort} character U+{ord(control[0]):04X}: delete that"
            return Fault(code, path, f"{quote(found)} is not {what}", hint)
        case "literal_error":
            return Fault(
                "schema-unknown", path, f"{quote(found)} is not the schema", context["expected"]
            )
        case "too_short":
            return Fault("list-empty", path, "the list is empty", _instead(model, path))
        case "string_too_long" | "greater_than_equal" | "less_than_equal":
            message = f"{quote(found)} is out of bounds"
            return Fault("value-range", path, message, _sentence(item["msg"]))
        case "string_unicode":
            return Fault("json-surrogate", path, "half of a surrogate pair", "write the character")
    wanted = _TYPES.get(kind)
    message = f"{quote(found)} is not {wanted}" if wanted else _sentence(item["msg"])
    return Fault("field-type", path, message, f"write {wanted}" if wanted else "")


def _code(model: type[BaseModel], path: Path, found: object) -> tuple[str, str]:
    """Say which codes there are, and which one was probably meant."""
    codes = _codes_at(model, path)
    if codes is None or not isinstance(found, str):
        return f"{quote(found)} is not a code", "write one of the codes, in quotes"
    known = [str(code) for code in codes]
    folded = found.strip().casefold().replace(" ", "_").replace("-", "_").replace("/", "_")
    meant = REPLACED.get(folded)
    close = (meant,) if meant in known else (folded,) if folded in known else closest(found, known)
    if len(known) <= 25:
        parts = [_or(close), f"the codes are: {', '.join(known)}"]
    else:
        near = ", ".join(closest(found, known, most=10, cutoff=0.2))
        kind = getattr(model, "kind_name", "record")
        whole = f'lists all {len(known)} codes, below "{codes.__name__}"'
        parts = [_or(close) or (near and f"{near}, ..."), f"`unpko schema show {kind}` {whole}"]
    hint = "; ".join(part for part in parts if part)
    return f"{quote(found)} is not a code of {codes.__name__}", hint


def field_names(model: type[BaseModel] | None) -> tuple[str, ...]:
    """Give the keys that an object of a model may have, in their order in files."""
    if model is None:
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    """Give the type of the field at a path, with lists and absent values taken off."""
    current: Any = model
    for part in path:
        if isinstance(part, int):
            continue  # items have the type of their list, which is taken off already
        fields = getattr(current, "model_fields", {})
        by_key = {field.alias or name: field for name, field in fields.items()}
        if part not in by_key:
            return None
        current = _bare(by_key[str(part)].annotation)
    return current


def _bare(annotation: Any) -> Any:
    """Take tuples, ``| None`` and metadata off a type."""
    while args := [a for a in get_args(annotation) if a not in (type(None), Ellipsis)]:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            break
        annotation = args[0]
    return annotation


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    found = _annotation_at(model, path)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _codes_at(model: type[BaseModel], path: Path) -> type[CodeList] | None:
    found = _annotation_at(model, path)
    return found if isinstance(found, type) and issubclass(found, CodeList) else None


def _field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """Give the field that a path ends in, or None where it ends in an item of a list."""
    parent = _model_at(model, path[:-1])
    fields = parent.model_fields.items() if parent else ()
    return next((field for name, field in fields if (field.alias or name) == path[-1]), None)


def _describe(model: type[BaseModel], path: Path) -> str:
    """Say what a missing field is for, from its documentation."""
    field = _field_at(model, path)
    if field is None or not field.description:
        return ""
    return _sentence(" ".join(field.description.replace("``", "`").split()))


def _instead(model: type[BaseModel], path: Path, pattern: str = "") -> str:
    """Say what to do about an empty value: fill it in where it is required."""
    code, _, form = _PATTERNS.get(pattern, ("", "", ""))
    if code == "value-text":
        form = ""  # it says what a text may hold, not which
    if path and isinstance(path[-1], int):
        return f"{form}, or delete the item" if form else "write a text, or delete the item"
    field = _field_at(model, path)
    if field is not None and field.is_required():
        return form or _describe(model, path) or "write what it is"
    others = [name for name in field_names(_model_at(model, path[:-1])) if name in _WHO]
    out = "leave the key out"
    if len(others) > 1 and path[-1] in others:
        rest = " or ".join(f'"{name}"' for name in others if name != path[-1])
        out += f" and give {rest}"
    return f"{form}, or {out}" if form else out


def _or(close: tuple[str, ...]) -> str:
    return f"did you mean {' or '.join(repr_(name) for name in close)}?" if close else ""


def repr_(text: str) -> str:
    """Quote a text as JSON does."""
    return f'"{text}"'


def quote(found: object) -> str:
    """Quote what was found as it would stand in the file, cut to a readable length."""
    import json

    text = json.dumps(found, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "..."


def _sentence(text: str) -> str:
    """Begin with a small letter, for use after a colon."""
    return text[:1].lower() + text[1:].rstrip(".") if text[1:2].islower() else text.rstrip(".")

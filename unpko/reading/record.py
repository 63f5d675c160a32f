"""One file: bytes to a record, or to problems."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import ValidationError

from unpko.model import KINDS, SCHEMA_VERSION, Record, schema_url
from unpko.model.base import note_origin
from unpko.problems import Fault, Problem, pointer
from unpko.reading.decode import MAX_BYTES, TextFault, decode
from unpko.reading.scan import Scan, Span, scan
from unpko.reading.shape import quote, shape_faults
from unpko.reading.upgrades import STEPS, UpgradeFailed, stated, upgraded
from unpko.suggest import closest


class Reading(NamedTuple):
    """What came of reading one file.

    Attributes:
        record: the record, if it has the shape of its kind; it may still have problems.
        problems: what is wrong with the file.
        text: the bytes of the file, where they are the canonical form of the record.
    """

    record: Record | None
    problems: tuple[Problem, ...] = ()
    text: bytes | None = None


def canonical(record: Record) -> bytes:
    """Write a record in the one form that files have: UTF-8, two blanks, keys in model order."""
    text: bytes = type(record).__pydantic_serializer__.to_json(
        record, indent=2, by_alias=True, exclude_defaults=True
    )
    return text + b"\n"


def read_record(data: bytes, path: str, folder: str) -> Reading:
    """Read the bytes of one file that lies in the folder of a kind.

    A file in canonical form is proven right by writing its record out again and comparing: it
    cannot hold a repeated key, a null, a byte order mark or a wrong layout. Only a file that
    differs is read again with positions, to say what is wrong and where.

    Args:
        data: the bytes of the file.
        path: how problems name the file.
        folder: the folder of the kind, such as ``"pledges"``.
    """
    if len(data) > MAX_BYTES:
        return _read_carefully(data, path, folder)
    try:
        record: Record = KINDS[folder].__pydantic_validator__.validate_json(data)
    except ValidationError:
        return _read_carefully(data, path, folder)
    if canonical(record) == data:
        return Reading(record, (), data)
    return _read_carefully(data, path, folder)


def read_trusted(data: bytes, path: str, folder: str) -> Reading:
    """Read a record that was checked before: its layout is looked at only if it is refused.

    Args:
        data: the bytes of the file, or the line of a wheel.
        path: how problems name the file.
        folder: the folder of the kind, such as ``"pledges"``.
    """
    try:
        return Reading(KINDS[folder].__pydantic_validator__.validate_json(data))
    except ValidationError:
        return _read_carefully(data, path, folder)


def _read_carefully(data: bytes, path: str, folder: str) -> Reading:
    text, faults = decode(data)
    if any(fault.fatal for fault in faults):
        return Reading(None, tuple(_problem(Scan(text), path, fault) for fault in faults))
    found = scan(text)
    problems = [_problem(found, path, fault) for fault in (*faults, *found.faults)]
    if found.broken:
        return Reading(None, tuple(problems))
    record, shape = _model(found, folder)
    problems += [located(found, path, fault) for fault in shape]
    # How an older version was laid out is not known any more.
    present = record is not None and record.origin == SCHEMA_VERSION
    if record is not None and present and not problems and (written := canonical(record)) != data:
        problems.append(_layout(found, path, written.decode()))
    return Reading(record, tuple(problems))


def _model(found: Scan, folder: str) -> tuple[Record | None, list[Fault]]:
    """Build the model from what was scanned, or say what it refuses."""
    import json

    model = KINDS[folder]
    value = found.value
    if not isinstance(value, dict):
        return None, [Fault("field-type", (), "a record is an object", "begin with {")]
    schema = value.get("$schema")
    wanted = schema_url(model.kind_name)
    names = stated(schema)
    if names is not None and names[0] == model.kind_name and names[1] in STEPS:
        return _upgraded(found, folder, names[1])
    if schema is None:
        faults = [Fault("schema-missing", (), '"$schema" is missing', f'write "{wanted}"')]
    elif schema != wanted:
        faults = [_wrong_schema(schema, model.kind_name, wanted)]
    else:
        faults = []
    # What is wrong with the rest is told too, by the rules of the kind that the folder says.
    body = {**value, "$schema": wanted}
    try:
        # Through JSON again: strict models take lists for tuples only from JSON.
        record = model.__pydantic_validator__.validate_json(json.dumps(body))
    except ValidationError as error:
        for fault in shape_faults(model, error):
            # A null was reported as such; that the model refuses it too is no second problem.
            if fault.path not in found.nulls:
                faults.append(fault)
        return None, faults
    return (None if faults else record), faults


def _upgraded(found: Scan, folder: str, version: str) -> tuple[Record | None, list[Fault]]:
    """Build the model of a record of an older version, or say what is wrong with it.

    What is wrong is told of the record after the upgrade, at the nearest place that the file has.
    """
    import json

    model = KINDS[folder]
    try:
        body = upgraded(found.value, version)
        record = model.__pydantic_validator__.validate_json(json.dumps(body))
    except UpgradeFailed as error:
        hint = f"check it against {schema_url(model.kind_name, version)}"
        return None, [Fault("field-type", (), str(error), hint)]
    except ValidationError as error:
        faults = [fault for fault in shape_faults(model, error) if fault.path not in found.nulls]
        return None, [_in_file(found, fault) for fault in faults]
    note_origin(record, version)
    return record, []


def _in_file(found: Scan, fault: Fault) -> Fault:
    """Move a fault of an upgraded record to a place that its file has."""
    path = fault.path
    while path and path not in found.spans:
        path = path[:-1]
    if path == fault.path:
        return fault
    message = f"{fault.message} (in version {SCHEMA_VERSION} at {pointer(fault.path)})"
    return fault._replace(path=path, message=message, at_key=False)


def read_homeless(data: bytes, path: str) -> list[Problem]:
    """Say why the kind of a file, which its place does not tell, cannot be told from its text.

    Args:
        data: the bytes of the file.
        path: how problems name the file.
    """
    text, faults = decode(data)
    if any(fault.fatal for fault in faults):
        return [_problem(Scan(text), path, fault) for fault in faults]
    found = scan(text)
    problems = [_problem(found, path, fault) for fault in (*faults, *found.faults)]
    if found.broken:
        return problems
    kinds = ", ".join(model.kind_name for model in KINDS.values())
    hint = f'write "$schema": "{schema_url("KIND")}"; the kinds: {kinds}'
    schema = found.value.get("$schema") if isinstance(found.value, dict) else None
    if schema is None:
        message = "the file does not say of which kind it is"
        fault = Fault("schema-missing", (), message, hint)
    else:
        message = f"{quote(schema)} is not the address of a schema of this project"
        fault = Fault("schema-unknown", ("$schema",), message, hint)
    return [*problems, located(found, path, fault)]


def _wrong_schema(schema: object, kind: str, wanted: str) -> Fault:
    names = stated(schema)
    if names is None:
        message = f"{quote(schema)} is not the address of a schema of this project"
    elif names[0] != kind and names[1] in (*STEPS, SCHEMA_VERSION):
        message = f"the schema is that of a {names[0]}, the folder that of a {kind}"
        if names[0] not in {model.kind_name for model in KINDS.values()}:
            close = closest(names[0], [model.kind_name for model in KINDS.values()])
            message = f'there is no kind "{names[0]}"'
            if kind not in close:
                message += f", and the folder is that of a {kind}"
    else:
        message = f"there is no version {names[1]}; this is version {SCHEMA_VERSION}"
    return Fault("schema-unknown", ("$schema",), message, f'write "{wanted}"')


def _layout(found: Scan, path: str, written: str) -> Problem:
    """Say where a text first differs from the canonical form of its record."""
    lines, wanted = found.text.split("\n"), written.split("\n")
    # Where all common lines agree, the longer text differs in the line after them.
    common = min(len(lines), len(wanted))
    number = next((i for i in range(common) if lines[i] != wanted[i]), common - 1)
    line, want = lines[number], wanted[number]
    column = next(
        (i for i, (a, b) in enumerate(zip(line, want, strict=False)) if a != b),
        min(len(line), len(want)),
    )
    return Problem(
        path=path,
        line=number + 1,
        column=column + 1,
        code="json-layout",
        message="the text is not in the canonical layout",
        hint="run `unpko fmt` on the file",
    )


def _problem(found: Scan, path: str, fault: TextFault) -> Problem:
    line, column = found.place(fault.offset)
    return Problem(
        path=path,
        line=line,
        column=column,
        code=fault.code,
        message=fault.message,
        hint=fault.hint,
        length=fault.length,
    )


def located(found: Scan, path: str, fault: Fault) -> Problem:
    """Give a fault of a record its line and column in the file."""
    span: Span = found.span(fault.path)
    start, end = span.start, span.end
    if fault.at_key and span.key_start >= 0:
        start, end = span.key_start, span.key_end
    line, column = found.place(start)
    first_line = found.text[start:end].split("\n", 1)[0]
    return Problem(
        path=path,
        line=line,
        column=column,
        code=fault.code,
        message=fault.message,
        hint=fault.hint,
        pointer=pointer(fault.path),
        length=len(first_line),
    )


def locate(data: bytes, path: str, faults: list[Fault]) -> list[Problem]:
    """Give faults that were found in a record their lines and columns in its file."""
    text, _ = decode(data)
    found = scan(text)
    return [located(found, path, fault) for fault in faults]


__all__ = ["Reading", "canonical", "locate", "read_homeless", "read_record", "read_trusted"]

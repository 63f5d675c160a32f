"""Schemas for use: as plain data, and as ready validators that never touch the network."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from unpko.errors import UnknownRecord, did_you_mean
from unpko.resources import checkout_folder, packaged
from unpko.schemas.index import Version, loads
from unpko.suggest import closest

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped,unused-ignore]


class UnknownSchema(UnknownRecord):
    """No schema has this kind or this version.

    Attributes:
        kind: ``"schemas"``, or ``"versions"`` where the version is at fault.
        id: the kind or version that was asked for.
        close: kinds or versions that there are.

    Example:
        >>> import unpko
        >>> try:
        ...     unpko.schema("plege")
        ... except unpko.UnknownSchema as error:
        ...     print(error.kind, error.id, error.close)
        schemas plege ('pledge',)
    """

    def __str__(self) -> str:
        what = "version of the schemas" if self.kind == "versions" else "schema"
        return f"no {what} {self.id!r}{did_you_mean(self.close)}"


RECORD = "record"
"""The name of the schema that takes a record of any kind."""


def versions() -> tuple[Version, ...]:
    """Give every version of the schemas, the oldest first.

    Example:
        >>> versions()[0].number
        '1.0'
    """
    return _versions()


def schema(kind: str, version: str | None = None) -> dict[str, Any]:
    """Give the JSON Schema of one kind of record, as a fresh dict.

    Args:
        kind: a kind such as ``"pledge"``, or ``"record"`` for a record of any kind.
        version: such as ``"1.0"``; the latest without it.

    Raises:
        UnknownSchema: if there is no such kind or version; it names those that are close.

    Example:
        >>> import unpko
        >>> unpko.schema("pledge")["title"]
        'Pledge'
    """
    found: dict[str, Any] = json.loads(text(kind, version))
    return found


def text(kind: str, version: str | None = None) -> bytes:
    """Give the file of a schema to the letter.

    Raises:
        UnknownSchema: if there is no such kind or version.
    """
    known = {item.number: item for item in _versions()}
    if version is None:
        version = _versions()[-1].number
    if version not in known:
        raise UnknownSchema("versions", version, closest(version, known) or tuple(known))
    kinds = [name.removesuffix(".json") for name in known[version].files]
    if kind not in kinds:
        raise UnknownSchema("schemas", kind, closest(kind, kinds) or kinds)
    return _file(f"schemas/{version}/{kind}.json")


def validator(kind: str = "record", version: str | None = None) -> Draft202012Validator:
    """Give a ready validator of the ``jsonschema`` library for one kind of record.

    It knows every version of every schema and looks nothing up elsewhere. It says whether a record
    has the shape of its kind; what the rules of meaning add is for `unpko.validate`.

    Raises:
        UnknownSchema: if there is no such kind or version; it names those that are close.

    Example:
        >>> [error.message for error in validator("mission").iter_errors({"id": "minusma"})][0]
        "'$schema' is a required property"
    """
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(kind, version), registry=_registry())


@cache
def _registry() -> Any:
    from referencing import Registry, Resource

    contents = [
        schema(name.removesuffix(".json"), version.number)
        for version in _versions()
        for name in version.files
    ]
    return Registry().with_resources(
        (content["$id"], Resource.from_contents(content)) for content in contents
    )


@cache
def _versions() -> tuple[Version, ...]:
    return loads(_file("schemas/index.json"))


def _file(name: str) -> bytes:
    """Read a schema file, in a checkout or out of the wheel."""
    folder = checkout_folder("schemas")
    if folder is None:
        return packaged(name)
    with open(os.path.join(os.path.dirname(folder), *name.split("/")), "rb") as file:
        return file.read()

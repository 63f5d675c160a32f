"""Finding all claims and citations inside a record, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from unpko.model.base import Model
from unpko.model.evidence import Citation, Claim

Path = tuple[str | int, ...]
"""A place in a record: keys and, in lists, numbers from 0."""


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """Give the fields of a model that hold claims, at any depth: name, key, claims directly."""
    found = []
    for name, field in model.model_fields.items():
        item = item_model(field.annotation)
        if item is not None and (issubclass(item, Claim) or _plan(item)):
            found.append((name, field.alias or name, issubclass(item, Claim)))
    return tuple(found)


def item_model(annotation: Any) -> type[Model] | None:
    """Give the model inside a field's type, such as ``tuple[Post, ...]``, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in get_args(annotation):
        if (found := item_model(argument)) is not None:
            return found
    return None


def claim_lists(model: Model, path: Path = ()) -> Iterator[tuple[Path, tuple[Claim[Any], ...]]]:
    """Give every list of claims in a record, with its path: rival claims stand in one list."""
    for name, key, direct in _plan(type(model)):
        value = getattr(model, name)
        if not value:
            continue
        if direct:
            yield (*path, key), value
        else:
            for index, item in enumerate(value):
                yield from claim_lists(item, (*path, key, index))


def citations(model: Model, path: Path = ()) -> Iterator[tuple[Path, Citation]]:
    """Give every citation in a record, with its path."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if not value or item_model(field.annotation) is None:
            continue
        here = (*path, field.alias or name)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            place = here if index is None else (*here, index)
            if isinstance(item, Citation):
                yield place, item
            else:
                yield from citations(item, place)

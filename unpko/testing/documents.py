"""Whole records, right by the rules of shape, as dicts with the keys that files have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from hypothesis import HealthCheck, find, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from unpko.model import Model
from unpko.testing.shapes import (
    CodeShape,
    ConstShape,
    FlagShape,
    ListShape,
    ObjectShape,
    Shape,
    TextShape,
    WholeShape,
    fields,
    model_of,
)
from unpko.testing.texts import form_of

Document: TypeAlias = dict[str, Any]

T = TypeVar("T")
Draw: TypeAlias = Callable[[SearchStrategy[Any]], Any]

_CHUNK = 12
"""How many fields one draw decides on: above 24 bits hypothesis prefers small numbers."""


def records(kind: str) -> SearchStrategy[Document]:
    """Give records of a kind that are right in shape, as their files would hold them.

    Every optional field is there in some of them and missing in others; every code, form of text
    and kind of part occurs. What rules of meaning ask for, such as that references lead somewhere,
    is left to chance.

    Args:
        kind: the kind, such as ``"pledge"``.

    Raises:
        unpko.UnknownCode: if there is no such kind.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5)
        ... @given(records("state"))
        ... def check(document):
        ...     assert document["$schema"].endswith("/state.json")
        >>> check()
    """
    model = model_of(kind)
    return _records(model)


@st.composite
def _records(draw: Draw, model: type[Model]) -> Document:
    return _object(draw, model, 0)


def _object(draw: Draw, model: type[Model], depth: int) -> Document:
    """Draw an object; the deeper it lies, the fewer of its optional fields are there."""
    optional = sum(not field.required for field in fields(model))
    present = _bits(draw, optional)
    if depth:
        present &= _bits(draw, optional)
    document = {}
    for field in fields(model):
        if not field.required:
            present, there = divmod(present, 2)
            if not there:
                continue
        document[field.key] = _value(draw, field.shape, depth)
    return document


def _bits(draw: Draw, count: int) -> int:
    found = 0
    for start in range(0, count, _CHUNK):
        size = min(_CHUNK, count - start)
        found = found << size | draw(_below(2**size))
    return found


_INTEGERS: dict[int, SearchStrategy[int]] = {}


def _below(limit: int) -> SearchStrategy[int]:
    """Give the whole numbers below a limit; the strategies are kept, as making them takes time."""
    if limit not in _INTEGERS:
        _INTEGERS[limit] = st.integers(0, limit - 1)
    return _INTEGERS[limit]


def _value(draw: Draw, shape: Shape, depth: int) -> Any:
    if isinstance(shape, ObjectShape):
        return _object(draw, shape.model, depth + 1)
    if isinstance(shape, ListShape):
        sizes = (1, 1, 2, 3) if depth == 0 else (1, 1, 1, 2)
        size = max(shape.least, sizes[draw(_below(4))])
        return [_value(draw, shape.item, depth) for _ in range(size)]
    return draw(_simple(shape))


_SIMPLE: dict[Shape, SearchStrategy[Any]] = {}


def _simple(shape: Shape) -> SearchStrategy[Any]:
    if shape not in _SIMPLE:
        _SIMPLE[shape] = _made(shape)
    return _SIMPLE[shape]


def _made(shape: Shape) -> SearchStrategy[Any]:
    if isinstance(shape, TextShape):
        form = form_of(shape)
        return form.right | st.sampled_from(form.edges) if form.edges else form.right
    if isinstance(shape, WholeShape):
        # JSON has one kind of number: 16.0 is as whole as 16.
        floats = st.integers(shape.least, min(shape.most, 2**53)).map(float)
        return st.integers(shape.least, shape.most) | st.integers(shape.least, 100) | floats
    if isinstance(shape, CodeShape):
        return st.sampled_from(shape.codes)
    if isinstance(shape, ConstShape):
        return st.just(shape.value)
    return st.booleans()


def smallest(shape: Shape) -> Any:
    """Give a small right value of a shape, the same each time.

    Example:
        >>> smallest(WholeShape(0, 10))
        0
    """
    if isinstance(shape, ObjectShape):
        return {field.key: smallest(field.shape) for field in fields(shape.model) if field.required}
    if isinstance(shape, ListShape):
        return [smallest(shape.item)] * max(1, shape.least)
    if isinstance(shape, TextShape):
        return _text(shape)
    if isinstance(shape, WholeShape):
        return shape.least
    if isinstance(shape, CodeShape):
        return shape.codes[0]
    if isinstance(shape, FlagShape):
        return True
    return shape.value


def _text(shape: TextShape) -> str:
    """Give a right text; for a pattern that `texts` does not know, the simplest there is."""
    form = form_of(shape)
    if form.edges:
        return form.edges[-1]
    quiet = settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    return find(form.right, lambda _: True, settings=quiet)

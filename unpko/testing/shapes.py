"""What the models say of their fields, as plain data: the ground that strategies stand on.

Everything is read from ``model_fields``, so that a new field is covered as soon as it is there. A
constraint or a validator that is not known here stops the reading: what is not understood could
not be tested, and would go unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from unpko.errors import UnknownCode
from unpko.model import KINDS, Model, Record, scalars, schema_url
from unpko.model.base import SchemaOf
from unpko.suggest import closest

Path: TypeAlias = tuple[str | int, ...]

_READ_WHOLE = next(
    item.func for item in get_args(scalars.Count) if isinstance(item, BeforeValidator)
)


class TextShape(NamedTuple):
    """A text, with its pattern and its greatest length in characters.

    Example:
        >>> TextShape("^[0-9]{3}$", None).pattern
        '^[0-9]{3}$'
    """

    pattern: str
    longest: int | None


class WholeShape(NamedTuple):
    """A whole number between two bounds, both of them allowed.

    Example:
        >>> WholeShape(0, 10).most
        10
    """

    least: int
    most: int


class FlagShape(NamedTuple):
    """True or false.

    Example:
        >>> FlagShape()
        FlagShape()
    """


class CodeShape(NamedTuple):
    """A code of a list.

    Example:
        >>> CodeShape(("a", "b"), ("A label", "B label")).codes
        ('a', 'b')
    """

    codes: tuple[str, ...]
    labels: tuple[str, ...]


class ConstShape(NamedTuple):
    """The one text that ``$schema`` may be.

    Example:
        >>> ConstShape("https://example.org/1.0/state.json").value
        'https://example.org/1.0/state.json'
    """

    value: str


class ListShape(NamedTuple):
    """A list, with the shape of its items and the least number of them.

    Example:
        >>> ListShape(FlagShape(), 1).least
        1
    """

    item: Shape
    least: int


class ObjectShape(NamedTuple):
    """An object, with the model of its fields.

    Example:
        >>> ObjectShape(KINDS["states"]).model.kind_name
        'state'
    """

    model: type[Model]


Shape: TypeAlias = (
    TextShape | WholeShape | FlagShape | CodeShape | ConstShape | ListShape | ObjectShape
)


class Field(NamedTuple):
    """A field of a model: its key in files, its shape, and whether it has to be there.

    Example:
        >>> [field.key for field in fields(KINDS["states"]) if field.required][:3]
        ['$schema', 'id', 'iso_alpha2']
    """

    key: str
    shape: Shape
    required: bool


class UnknownConstraint(TypeError):
    """A model has a constraint or a validator that `unpko.testing` does not know.

    Example:
        >>> raise UnknownConstraint("Pledge.summary", "AfterValidator(f)")
        Traceback (most recent call last):
        unpko.testing.shapes.UnknownConstraint: Pledge.summary: AfterValidator(f) is not known here
    """

    def __init__(self, where: str, what: object) -> None:
        self.where, self.what = where, what
        super().__init__(f"{where}: {what} is not known here")


def model_of(kind: str) -> type[Record]:
    """Give the model of a kind, such as ``"pledge"``.

    Raises:
        unpko.UnknownCode: if there is no such kind.

    Example:
        >>> model_of("pledge").__name__
        'Pledge'
    """
    models = {model.kind_name: model for model in KINDS.values()}
    if kind not in models:
        raise UnknownCode("kind", kind, closest(kind, models))
    return models[kind]


@cache
def fields(model: type[Model]) -> tuple[Field, ...]:
    """Give the fields of a model, in their order in files.

    Raises:
        UnknownConstraint: if a field has a rule that is not known here.

    Example:
        >>> from unpko.model.evidence import Citation
        >>> fields(Citation)[0].key, fields(Citation)[0].required
        ('source_id', True)
    """
    found = []
    for name, field in model.model_fields.items():
        shape = _shape(field.annotation, list(field.metadata), f"{model.__name__}.{name}")
        found.append(Field(field.alias or name, shape, field.is_required()))
    return tuple(found)


def models_in(model: type[Model]) -> tuple[type[Model], ...]:
    """Give a model and every model inside it, each once, the outermost first.

    Example:
        >>> [found.__name__ for found in models_in(KINDS["states"])]
        ['State', 'RecordCitation']
    """
    found = {model: None}
    waiting = [model]
    while waiting:
        for field in fields(waiting.pop(0)):
            shape: Shape = field.shape
            while isinstance(shape, ListShape):
                shape = shape.item
            if isinstance(shape, ObjectShape) and shape.model not in found:
                found[shape.model] = None
                waiting.append(shape.model)
    return tuple(found)


def walk(value: Any, shape: Shape, path: Path = ()) -> Iterator[tuple[Path, Shape, Any]]:
    """Give every place of a document that has a shape: path, shape and value; the whole first.

    Example:
        >>> state = ObjectShape(KINDS["states"])
        >>> [path for path, _, _ in walk({"id": "KOR", "aliases": ["Korea"]}, state)]
        [(), ('id',), ('aliases',), ('aliases', 0)]
    """
    yield path, shape, value
    if isinstance(shape, ListShape) and isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, shape.item, (*path, index))
    elif isinstance(shape, ObjectShape) and isinstance(value, dict):
        for field in fields(shape.model):
            if field.key in value:
                yield from walk(value[field.key], field.shape, (*path, field.key))


def put(document: Any, path: Path, value: Any) -> Any:
    """Give a document with another value at a path; the document itself stays as it is.

    Example:
        >>> put({"a": [1, 2]}, ("a", 0), 9)
        {'a': [9, 2]}
    """
    if not path:
        return value
    copy = document.copy()
    copy[path[0]] = put(document[path[0]], path[1:], value) if path[1:] else value
    return copy


def text_shape(scalar: Any) -> TextShape:
    """Give the shape of one of the text types of `unpko.model.scalars`.

    Example:
        >>> text_shape(scalars.Slug).longest
        120
    """
    shape = _shape(scalar, [], "scalars")
    assert isinstance(shape, TextShape)
    return shape


def _shape(annotation: Any, metadata: list[Any], where: str) -> Shape:
    """Read a type with what is noted beside it."""
    if get_origin(annotation) is Annotated:
        inner, *beside = get_args(annotation)
        return _shape(inner, [*_flat(beside), *metadata], where)
    if get_origin(annotation) in (Union, UnionType):
        inner = [arm for arm in get_args(annotation) if arm is not type(None)]
        if len(inner) != 1:
            raise UnknownConstraint(where, annotation)
        return _shape(inner[0], metadata, where)
    rules = _Rules(where, _flat(metadata))
    if schema := rules.take(lambda item: isinstance(item, SchemaOf)):
        return rules.done(ConstShape(schema_url(schema.kind)))
    if get_origin(annotation) is tuple:
        item, rest = get_args(annotation)
        if rest is not Ellipsis:
            raise UnknownConstraint(where, annotation)
        least = rules.take(lambda item: isinstance(item, MinLen))
        return rules.done(ListShape(_shape(item, [], where), least.min_length if least else 0))
    if annotation is str:
        pattern = rules.take(lambda item: getattr(item, "pattern", None))
        longest = rules.take(lambda item: isinstance(item, MaxLen))
        return rules.done(
            TextShape(pattern.pattern if pattern else "", longest.max_length if longest else None)
        )
    if annotation is int:
        rules.take(lambda item: getattr(item, "func", None) is _READ_WHOLE)
        least = rules.take(lambda item: isinstance(item, Ge))
        most = rules.take(lambda item: isinstance(item, Le))
        if least is None or most is None:
            raise UnknownConstraint(where, "a number without two bounds")
        return rules.done(WholeShape(least.ge, most.le))
    if annotation is bool:
        return rules.done(FlagShape())
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        codes = tuple(str(code) for code in annotation)
        return rules.done(
            CodeShape(codes, tuple(getattr(code, "label", "") for code in annotation))
        )
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return rules.done(ObjectShape(annotation))
    raise UnknownConstraint(where, annotation)


def _flat(metadata: list[Any]) -> list[Any]:
    """Take the constraints out of the ``Field(...)`` that they were written in."""
    found: list[Any] = []
    for item in metadata:
        found += item.metadata if isinstance(item, FieldInfo) else [item]
    return [item for item in found if not isinstance(item, _REFUSE_NULL)]


_REFUSE_NULL = type(get_args(scalars.Maybe)[1])


class _Rules:
    """What is noted beside a type; every note has to be taken by somebody."""

    def __init__(self, where: str, notes: list[Any]) -> None:
        self._where, self._notes = where, notes

    def take(self, wanted: Callable[[Any], Any]) -> Any:
        """Take the note that is wanted, or None; two of one kind are one too many."""
        found = [note for note in self._notes if wanted(note)]
        if len(found) > 1:
            raise UnknownConstraint(self._where, found)
        self._notes = [note for note in self._notes if note not in found]
        return found[0] if found else None

    def done(self, shape: Shape) -> Shape:
        """Give the shape, if nothing is left that it does not tell."""
        if self._notes:
            raise UnknownConstraint(self._where, self._notes)
        return shape

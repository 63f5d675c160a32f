"""Records changed in every way that a schema can see; most, not all, make them wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from unpko.model import KINDS, Model, schema_url
from unpko.testing.documents import Document, records, smallest
from unpko.testing.shapes import (
    CodeShape,
    ConstShape,
    FlagShape,
    ListShape,
    ObjectShape,
    Path,
    Shape,
    TextShape,
    WholeShape,
    fields,
    model_of,
    models_in,
    put,
    walk,
)
from unpko.testing.texts import EDITS, twisted

Change: TypeAlias = tuple[str, Any]
"""The name of a change, and the value that it leads to."""


class Probe(NamedTuple):
    """A record with one change.

    Attributes:
        kind: the kind of the record.
        path: where the change is.
        change: what the change is.
        document: the record after it. It may be no object any more.

    Example:
        >>> Probe("state", ("id",), "lower case", {"id": "kor"}).change
        'lower case'
    """

    kind: str
    path: Path
    change: str
    document: Any


def mutated(kind: str) -> SearchStrategy[Any]:
    """Give records of a kind with one to three changes, at any depth.

    Most of them are wrong in shape. What is changed: keys are dropped, renamed and added; values
    become null, empty, of another type, too long, too great; texts are twisted and edited at
    single characters; codes and the schema are replaced.

    Args:
        kind: the kind, such as ``"pledge"``.

    Raises:
        unpko.UnknownCode: if there is no such kind.

    Example:
        >>> import json
        >>> from hypothesis import given, settings
        >>> import unpko
        >>> @settings(max_examples=5)
        ... @given(mutated("state"))
        ... def check(document):
        ...     report = unpko.validate_text(json.dumps(document), "states/KOR.json")
        ...     assert report.checked == 1
        >>> check()
    """
    model_of(kind)
    return _mutated(kind)


@st.composite
def _mutated(draw: Callable[[SearchStrategy[Any]], Any], kind: str) -> Any:
    document = draw(records(kind))
    for _ in range(draw(st.sampled_from((1, 1, 2, 3)))):
        document = draw(changed(document, kind))
    return document


def changed(document: Any, kind: str) -> SearchStrategy[Any]:
    """Give copies of a record with one change each.

    Args:
        document: the record; it stays as it is, and the copies share its unchanged parts.
        kind: the kind, such as ``"pledge"``.

    Raises:
        unpko.UnknownCode: if there is no such kind.

    Example:
        >>> from hypothesis import given, settings
        >>> record = {"id": "KOR"}
        >>> @settings(max_examples=5)
        ... @given(changed(record, "state"))
        ... def check(copy):
        ...     assert record == {"id": "KOR"}
        >>> check()
    """
    places = list(walk(document, ObjectShape(model_of(kind))))

    def copies(place: tuple[Path, Shape, Any]) -> SearchStrategy[Any]:
        path, shape, value = place
        options = st.sampled_from(changes(value, shape)).map(lambda change: change[1])
        if isinstance(shape, TextShape) and isinstance(value, str):
            options = options | _edited(value)
        return options.map(lambda new: put(document, path, new))

    return st.sampled_from(places).flatmap(copies)


@st.composite
def _edited(draw: Callable[[SearchStrategy[Any]], Any], value: str) -> str:
    """Put, change or drop one character."""
    at = draw(st.integers(0, len(value)))
    new: str = draw(st.sampled_from(("", *EDITS)))
    return value[:at] + new + value[at + draw(st.integers(0, 1)) :]


def probes(kind: str) -> Iterator[Probe]:
    """Give every change at every field of every model of a kind, each in a small record.

    The same ones each time, and complete: where `mutated` leaves to chance which field is hit,
    no field and no rule is missed here.

    Args:
        kind: the kind, such as ``"pledge"``.

    Raises:
        unpko.UnknownCode: if there is no such kind.

    Example:
        >>> codes = [probe for probe in probes("state") if probe.path == ("m49",)]
        >>> next(p for p in codes if p.change == "fullwidth digits").document["m49"].isascii()
        False
    """
    seen: set[type[Model]] = set()
    for path, shape, document in _places(kind):
        value = _at(document, path)
        found = changes(value, shape)
        if isinstance(shape, ObjectShape):
            if shape.model in seen:  # all that is left to ask is whether this is the same model
                found = [change for change in found if change[0].startswith("without")]
            seen.add(shape.model)
            found += _foreign(value, shape.model, kind)
        for name, new in found:
            yield Probe(kind, path, name, put(document, path, new))


def _places(kind: str) -> Iterator[tuple[Path, Shape, Document]]:
    """Give a place for every field, every item and every object that a field leads to."""
    model = model_of(kind)
    whole = smallest(ObjectShape(model))
    yield (), ObjectShape(model), whole
    seen: set[type[Model]] = {model}
    waiting: list[tuple[Path, type[Model], Document]] = [((), model, whole)]
    while waiting:
        above, owner, whole = waiting.pop(0)
        for field in fields(owner):
            path, shape = (*above, field.key), field.shape
            filled = put(whole, path, smallest(shape))
            yield path, shape, filled
            while isinstance(shape, ListShape):
                path, shape = (*path, 0), shape.item
                yield path, shape, filled
            if isinstance(shape, ObjectShape) and shape.model not in seen:
                seen.add(shape.model)
                waiting.append((path, shape.model, filled))


def _at(document: Any, path: Path) -> Any:
    for part in path:
        document = document[part]
    return document


def changes(value: Any, shape: Shape) -> list[Change]:
    """Give every single change of a value, with its name; most make it wrong.

    Example:
        >>> [name for name, _ in changes(True, FlagShape())][:4]
        ['null', 'empty text', 'empty list', 'empty object']
    """
    found: list[Change] = [
        ("null", None),
        ("empty text", ""),
        ("empty list", []),
        ("empty object", {}),
        ("zero", 0),
        ("one", 1),
        ("one as a float", 1.0),
        ("a fraction", 1.5),
        ("true", True),
        ("false", False),
        ("a text", "unknown"),
        ("a list of it", [value]),
        ("a list of nothing", [None]),
        ("an object of it", {"value": value}),
        ("as text", str(value)),
    ]
    if isinstance(shape, TextShape):
        return found + (twisted(value, shape) if isinstance(value, str) else [])
    if isinstance(shape, ConstShape):
        return found + _other_schemas(shape.value)
    if isinstance(shape, CodeShape):
        return found + _codes(value, shape)
    if isinstance(shape, WholeShape):
        return found + _numbers(value, shape)
    if isinstance(shape, FlagShape):
        return found + [(repr(text), text) for text in ("true", "True", "yes", "1", "false")]
    if isinstance(shape, ListShape):
        return found + (_lists(value, shape) if isinstance(value, list) else [])
    return found + (_objects(value, shape.model) if isinstance(value, dict) else [])


def _other_schemas(url: str) -> list[Change]:
    base, _, name = url.rpartition("/")
    version = base.rpartition("/")[2]
    others = [schema_url(model.kind_name) for model in KINDS.values()]
    others += [schema_url(name.removesuffix(".json"), other) for other in ("0.9", "1.1", "2.0")]
    others += [
        *(url + "\n", url + " ", " " + url, url + "#", url + "/", url.upper(), url.lower()),
        *(url.replace("https:", "http:"), url.removesuffix(".json"), name, "./" + name),
        *(url.replace(version, version + ".0"), url.replace("/" + version, ""), "x" + url),
        "https://json-schema.org/draft/2020-12/schema",
    ]
    return [(f"schema {other!r}", other) for other in others]


def _codes(code: Any, shape: CodeShape) -> list[Change]:
    found = [(f"code {other!r}", other) for other in ("other", "unknown", "not_stated", "n/a")]
    found += [(f"code {other!r}", other) for other in shape.codes]
    if isinstance(code, str):
        label = shape.labels[shape.codes.index(code)] if code in shape.codes else code
        found += [
            ("line feed after", code + "\n"),
            ("blank after", code + " "),
            ("blank before", " " + code),
            ("upper case", code.upper()),
            ("lower case", code.lower()),
            ("capital first", code.capitalize()),
            ("label", label),
            ("hyphens", code.replace("_", "-")),
            ("blanks", code.replace("_", " ")),
            ("cut at the end", code[:-1]),
            ("all codes in one", ", ".join(shape.codes)),
        ]
    return [*found, ("index", 2), ("a list of codes", list(shape.codes[:2]))]


def _numbers(value: Any, shape: WholeShape) -> list[Change]:
    whole = int(value) if isinstance(value, int | float) else 0
    numbers = [
        *(shape.least, shape.most, shape.least - 1, shape.most + 1, float(shape.most)),
        *(float(shape.most) * 2, float(whole), whole + 0.5, whole + 0.1, -0.0, -1, -1.0, -0.5),
        *(2**31, 2**53, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**30, 1e15, 1e16, 1e22, 1e300),
        *(5e-324, 1e-9, shape.most - 0.5, shape.most + 0.5, 16.0, 1e2),
    ]
    texts = [str(whole), f"{whole}.0", f"{whole:,}", f"+{whole}", "٣", "3e2", "0x10", "many"]
    return [(f"number {number!r}", number) for number in numbers] + [
        (f"text {text!r}", text) for text in texts
    ]


def _lists(items: list[Any], shape: ListShape) -> list[Change]:
    item = smallest(shape.item)
    found: list[Change] = [
        ("the item alone", items[0] if items else item),
        ("an object of the items", {str(index): item for index, item in enumerate(items)}),
        ("its first item twice", [*items[:1], *items]),
        ("a null more", [*items, None]),
        ("an empty text more", [*items, ""]),
        ("a number more", [*items, 7]),
        ("an object more", [*items, {}]),
        ("a list more", [*items, []]),
        ("a list in a list", [items]),
        ("the right item more", [*items, item]),
        ("in reverse", items[::-1]),
        ("its items as one text", ", ".join(map(str, items))),
        ("a hundred items", [item] * 100),
        ("without its last item", items[:-1]),
        ("a null before", [None, *items]),
    ]
    return found


def _objects(value: Document, model: type[Model]) -> list[Change]:
    found: list[Change] = [
        ("a list of its values", list(value.values())),
        ("a list of pairs", [list(pair) for pair in value.items()]),
        ("in reverse", dict(reversed(value.items()))),
    ]
    for key, inner in value.items():
        rest = {name: other for name, other in value.items() if name != key}
        found.append((f"without {key!r}", rest))
        for name in (key.upper(), key.capitalize(), key + "s", key.replace("_", "-"), "_" + key):
            if name not in value:
                found.append((f"{key!r} renamed {name!r}", {**rest, name: inner}))
        found.append((f"{key!r} with a blank", {**rest, key + " ": inner}))
    for name in _STRANGE:
        if name not in value:
            found.append((f"with {name!r}", {**value, name: "x"}))
    for field in fields(model):
        if field.key not in value:
            found.append((f"with {field.key!r}", {**value, field.key: smallest(field.shape)}))
            found.append((f"with {field.key!r} null", {**value, field.key: None}))
            found.append((f"with {field.key!r} empty", {**value, field.key: []}))
    return found


_STRANGE = (
    *("", " ", "unknown", "x-note", "$id", "$ref", "$comment", "schema_url", "schema", "@context"),
    *("__proto__", "constructor", "toString", "__class__", "model_fields", "kind_name", "label_"),
    *("0", "id\n", "note ", "\u0131d", "\U0001d518", "\x00", "citation", "status", "state"),
)


def _foreign(value: Document, model: type[Model], kind: str) -> Iterator[Change]:
    """Give an object with a key that another part of the kind has, one at a time."""
    own = {field.key for field in fields(model)}
    for name, right in _all_fields(kind).items():
        if name not in own:
            yield f"with the foreign {name!r}", {**value, name: right}


@cache
def _all_fields(kind: str) -> dict[str, Any]:
    return {
        field.key: smallest(field.shape)
        for model in models_in(model_of(kind))
        for field in fields(model)
    }

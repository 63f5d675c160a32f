"""How the code hangs together: references, descriptions, imports, and what an import loads."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import unpko
from unpko.checks.context import TARGETS, target
from unpko.model import KINDS, Model
from unpko.model.codelists import codelists
from unpko.model.relations import Many, One, OneOrNone
from unpko.testing.shapes import models_in

PACKAGE = Path(unpko.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def models() -> dict[str, type[Model]]:
    """Give every model that a record is made of."""
    return {model.__name__: model for kind in KINDS.values() for model in models_in(kind)}


REFERENCES = [
    (model, name)
    for model in models().values()
    for name in model.model_fields
    if name.endswith(("_id", "_ids"))
]


# References


@pytest.mark.parametrize(("model", "name"), REFERENCES, ids=lambda x: getattr(x, "__name__", x))
def test_every_reference_has_a_target(model: type[Model], name: str) -> None:
    if name == "part_of_id":
        assert hasattr(model, "folder"), "only records are parts of records of their kind"
        assert target(model.folder, name) == model.folder
    else:
        assert TARGETS[name] in KINDS


def test_every_target_is_that_of_a_field() -> None:
    assert {name for _, name in REFERENCES} - {"part_of_id"} == set(TARGETS)


@pytest.mark.parametrize(
    ("model", "name"),
    [(model, name) for model, name in REFERENCES if model in KINDS.values()],
    ids=lambda x: getattr(x, "__name__", x),
)
def test_every_reference_of_a_record_has_a_relation(model: Any, name: str) -> None:
    """A relation that follows the field: it gives an id exactly when the field has one."""
    folder = target(model.folder, name)
    wanted = ["x"] if name.endswith("_ids") else "x"
    empty = model.model_construct(**dict.fromkeys(model.model_fields, ()) | {name: None})
    filled = model.model_construct(**dict.fromkeys(model.model_fields, ()) | {name: wanted})
    relations = [r for r in vars(model).values() if isinstance(r, One | OneOrNone | Many)]
    following = [
        r for r in relations if r.folder == folder and _ids(r, filled) == ["x"] != _ids(r, empty)
    ]
    assert len(following) == 1, name


def _ids(relation: Any, record: Any) -> list[str] | None:
    try:
        return list(relation.ids(record))
    except Exception:
        return None


# Descriptions


@pytest.mark.parametrize("model", models().values(), ids=models())
def test_classes_and_fields_are_described(model: type[Model]) -> None:
    assert model.__doc__
    assert model.__doc__ != Model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name}"
        assert field.description[0].isupper() or field.description[0] in "`\"'"
        assert field.description.endswith((".", "...")), f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", models().values(), ids=models())
def test_models_are_strict_frozen_and_closed(model: type[Model]) -> None:
    config = model.model_config
    assert (config.get("strict"), config.get("frozen"), config.get("extra")) == (
        True,
        True,
        "forbid",
    )


@pytest.mark.parametrize("model", models().values(), ids=models())
def test_models_have_an_example(model: type[Model]) -> None:
    assert "Example:" in (model.__doc__ or "")


@pytest.mark.parametrize(("name", "codes"), codelists().items(), ids=codelists())
def test_codes_are_described(name: str, codes: Any) -> None:
    assert codes.__doc__
    seen = set()
    for code in codes:
        assert code.label, code
        assert code.label[0].isupper() or code.label[0].isdigit(), code
        assert code.description.endswith("."), code
        assert code.label not in seen, f"{name} has two codes with the label {code.label}"
        seen.add(code.label)
        assert codes.of(str(code)) is code


def test_every_code_list_that_a_model_uses_is_published() -> None:
    schemas = json.dumps([model.model_json_schema() for model in models().values()])
    from unpko.model.codelists import CodeList

    used = {c.__name__ for c in _subclasses(CodeList) if f'"#/$defs/{c.__name__}"' in schemas}
    published = {codes.__name__ for codes in codelists().values()}
    assert published == used


def _subclasses(cls: type) -> Iterator[type]:
    sub: type
    for sub in type.__subclasses__(cls):
        yield sub
        yield from _subclasses(sub)


# Imports

ORDER = [
    {"version", "errors", "suggest", "resources", "collector"},
    {"model"},
    {"problems"},
    {"reading"},
    {"dataset", "checks"},
    {"validation", "rewriting"},
    {"schemas"},
    {"report"},
    {"testing"},
    {"cli"},
    {"__main__"},
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def imports_of(path: Path) -> set[str]:
    """Give the modules of the package that a module imports, those of its functions too."""
    found: set[str] = set()

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for other in node.orelse:
                visit(other)
            return
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module != "unpko":
                found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(ast.parse(path.read_text()))
    return {name for name in found if name.split(".")[0] == "unpko"}


def part_of(path: Path) -> str:
    """Give the part of the package that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_run_one_way(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        assert imports_of(path) <= {"unpko.version", "unpko.version.__version__"}
        return
    assert part in RANK, f"{part} has no place in the order of the parts"
    for name in imports_of(path):
        other = [*name.split("."), ""][1]
        if other in RANK:
            # Parts of one rank stay apart.
            assert other == part or RANK[other] < RANK[part], f"{dotted(path)} imports {name}"
        else:  # the public names
            assert RANK[part] >= RANK["testing"], f"{dotted(path)} imports {name}"


def test_modules_import_each_other_in_no_circle() -> None:
    names = {dotted(path): path for path in MODULES}
    graph = {
        name: {i for i in imports_of(path) if i in names and i not in (name, "unpko")}
        for name, path in names.items()
    }
    # What a package names from its own modules is not an import of the package by them.
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in sorted(graph[name]):
                walk(other, (*way, name))
            done.add(name)

    for name in graph:
        walk(name, ())


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text()
    assert text.count("\n") < 450
    assert ast.get_docstring(ast.parse(text))


def loaded_by(code: str) -> set[str]:
    """Give the modules that a bare interpreter loads for some code, beyond those it starts with."""
    script = (
        f"import sys; before = set(sys.modules); {code}; print(*sorted(set(sys.modules) - before))"
    )
    result = subprocess.run(
        [sys.executable, "-S", "-c", script],
        env={"PYTHONPATH": os.pathsep.join([str(PACKAGE.parent), *sys.path])},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    assert loaded_by("import unpko") == {"unpko", "unpko.version"}


def test_names_that_are_asked_for_load_what_they_need() -> None:
    errors = loaded_by("import unpko; unpko.UnknownRecord")
    assert "unpko.errors" in errors
    assert not {name for name in errors if name.startswith("pydantic")}
    assert "unpko.model.pledge" in loaded_by("import unpko; unpko.Pledge")
    problems = loaded_by("import unpko; unpko.Problem")
    assert not {name for name in problems if name.startswith("pydantic")}
    assert "unpko.schemas" not in loaded_by("import unpko; unpko.codelists")
    load = loaded_by("import unpko; unpko.load")
    assert not load & {
        "unpko.checks",
        "unpko.validation",
        "unpko.cli",
        "rich",
        "click",
        "json.tool",
    }


def test_public_names_resolve() -> None:
    names = set(unpko.__all__)
    assert names <= set(dir(unpko))
    for name in names:
        value = getattr(unpko, name)
        assert value is getattr(unpko, name)
        if name != "__version__":
            assert value.__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = unpko.nothing


@pytest.mark.parametrize("name", [name for name in unpko.__all__ if name != "__version__"])
def test_public_names_are_documented_with_their_members(name: str) -> None:
    value = getattr(unpko, name)
    if isinstance(value, type):
        for member, thing in vars(value).items():
            if callable(thing) and not member.startswith("_") and thing.__class__ is not type:
                assert thing.__doc__, f"{name}.{member}"


# What only the package itself calls: how a dataset answers relations, and what orders them.
INTERNAL = {
    *("Collection.has_id", "Dataset.one", "Dataset.some", "Dataset.referring", "Dataset.resolve"),
    "Dataset.present",
    *("Record.links", "Record.sort_key"),
}


def public_docstrings() -> dict[str, str]:
    """Give the docstring of every public name and of its methods and properties.

    A member that a base class describes with an example needs none of its own.
    """
    found = {}
    for name in unpko.__all__:
        value = getattr(unpko, name)
        if name != "__version__":
            found[name] = value.__doc__ or ""
        if not isinstance(value, type):
            continue
        for member, thing in vars(value).items():
            inner = getattr(thing, "__func__", thing)
            if member.startswith("_") or isinstance(inner, type):
                continue
            if isinstance(inner, property | cached_property) or inspect.isfunction(inner):
                bases = [base for base in value.__mro__ if member in vars(base)]
                if not any(f"{base.__name__}.{member}" in INTERNAL for base in bases):
                    docs = [vars(base)[member].__doc__ or "" for base in bases]
                    shown = next((doc for doc in docs if "Example:" in doc), docs[0])
                    found[f"{name}.{member}"] = shown
    return found


@pytest.mark.parametrize(("name", "doc"), public_docstrings().items(), ids=public_docstrings())
def test_public_names_end_in_an_example_that_runs_as_it_stands(name: str, doc: str) -> None:
    example = inspect.cleandoc(doc).partition("\nExample:\n")[2]
    assert example, "there is no example"
    # One block, indented: nothing comes after it. It may be pasted, so it imports what it uses.
    assert all(line.startswith("    ") or not line for line in example.split("\n"))
    flags = doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(example, {}, name, None, None)
    assert test.examples
    failures: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=flags)
    runner.run(test, out=failures.append)
    assert not failures, "".join(failures)


def test_what_is_named_internal_is_there() -> None:
    for name in INTERNAL:
        owner, member = name.split(".")
        assert hasattr(getattr(unpko, owner), member), name


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_every_module_can_be_imported(path: Path) -> None:
    if part_of(path) != "__main__":
        importlib.import_module(dotted(path))

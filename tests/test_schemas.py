"""The schemas: made from the models, in step with them, and served."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing.exceptions import NoSuchResource

from unpko import schemas
from unpko.model import KINDS, SCHEMA_VERSION, codelists, schema_url
from unpko.schemas import UnknownSchema, editor, freeze
from unpko.schemas.generate import Draft, draft
from unpko.schemas.normal import KEYWORDS, UnknownKeyword, normal, prose
from unpko.schemas.store import RECORD

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "schemas"
RECORDS = sorted((ROOT / "records").glob("**/*.json"))
NAMES = [model.kind_name for model in KINDS.values()]
FAULTS = json.loads((ROOT / "tests" / "editor" / "faults.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def made() -> Draft:
    return draft()


@pytest.fixture(scope="module")
def parsed(made: Draft) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in made.files.items()}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Give every schema inside a schema, itself included."""
    yield node
    for key in ("items", "not", "if", "then"):
        if isinstance(node.get(key), dict):
            yield from nodes(node[key])
    for key in ("allOf", "anyOf"):
        for item in node.get(key, ()):
            yield from nodes(item)
    for key in ("properties", "$defs"):
        for item in node.get(key, {}).values():
            yield from nodes(item)


class TestThisCheckout:
    def test_it_is_as_it_should_be(self, made: Draft) -> None:
        from unpko.reading.upgrades import STEPS

        problems = freeze.check(SCHEMAS, made, STEPS) or editor.check(ROOT, made)
        assert not problems, "\n".join(problems)

    def test_what_was_published_is_what_the_second_list_holds(self) -> None:
        sealed = freeze.seals(SCHEMAS)
        published = {version.number for version in freeze.versions(SCHEMAS) if version.published}
        assert {place.split("/")[0] for place in sealed} == published
        for place, value in sealed.items():
            assert hashlib.sha256((SCHEMAS / place).read_bytes()).hexdigest() == value, place

    @pytest.mark.parametrize("kind", [*NAMES, RECORD])
    def test_every_record_passes(self, kind: str) -> None:
        folders = {model.kind_name: folder for folder, model in KINDS.items()}
        validator = schemas.validator(kind)
        for path in RECORDS:
            if kind in (
                RECORD,
                NAMES[list(folders.values()).index(path.parts[len(ROOT.parts) + 1])],
            ):
                error = next(validator.iter_errors(json.loads(path.read_bytes())), None)
                assert error is None, f"{path.relative_to(ROOT)}: {error.message}"

    def test_every_fault_is_refused(self) -> None:
        # The same faults that the checks with other tools use; see tests/editor/README.md.
        first = {path.parts[len(ROOT.parts) + 1]: path for path in reversed(RECORDS)}
        for folder, path in first.items():
            record = json.loads(path.read_bytes())
            for validator in (schemas.validator(KINDS[folder].kind_name), schemas.validator()):
                for fault in FAULTS:
                    if (broken := with_fault(record, fault)) is not None:
                        assert not validator.is_valid(broken), (folder, fault["fault"])


def with_fault(record: dict[str, Any], fault: dict[str, Any]) -> dict[str, Any] | None:
    """Give a copy with one thing wrong, or None where the record has no such place."""
    broken = deepcopy(record)
    node: Any = broken
    *parents, last = fault["path"]
    try:
        for key in parents:
            node = node[key]
    except (KeyError, IndexError):
        return None
    if "value" in fault:
        node[last] = fault["value"]
    else:
        del node[last]
    return broken


class TestGeneration:
    def test_all_kinds_are_there(self, made: Draft) -> None:
        assert set(made.files) == {f"{name}.json" for name in [*NAMES, RECORD]}

    def test_the_metaschema_accepts_them(self, parsed: dict[str, Any]) -> None:
        for schema in parsed.values():
            Draft202012Validator.check_schema(schema)

    def test_they_stand_on_their_own(self, parsed: dict[str, Any]) -> None:
        for name, schema in parsed.items():
            refs = [node["$ref"] for node in nodes(schema) if "$ref" in node]
            wanted = {ref.removeprefix("#/$defs/") for ref in refs}
            roots = {case["then"]["$ref"] for case in schema.get("allOf", ())}
            unused = set(schema["$defs"]) - wanted
            assert wanted <= set(schema["$defs"]), name
            assert not unused, f"{name}: {unused} {roots}"

    def test_no_null_and_nothing_of_pydantic(self, made: Draft, parsed: dict[str, Any]) -> None:
        for name, text in made.files.items():
            assert "null" not in re.sub(r'"(?:[^"\\]|\\.)*"', '""', text), name
            assert "unpko__" not in text, name
            assert "Example:" not in text, name
            assert "``" not in text, name
            for node in nodes(parsed[name]):
                assert [key for key in KEYWORDS if key in node] == list(node), name
                assert node.get("type") != "null", name

    def test_definitions_are_named_after_classes(self, parsed: dict[str, Any]) -> None:
        for schema in parsed.values():
            for name, part in schema["$defs"].items():
                assert re.fullmatch(r"[A-Z][A-Za-z0-9]+", name)
                assert part["title"] == name

    def test_kinds_say_what_they_are(self, parsed: dict[str, Any]) -> None:
        for model in KINDS.values():
            schema = parsed[f"{model.kind_name}.json"]
            keys = [field.alias or name for name, field in model.model_fields.items()]
            assert schema["$id"] == schema_url(model.kind_name)
            assert schema["properties"]["$schema"]["const"] == schema["$id"]
            assert list(schema["properties"]) == keys
            assert schema["additionalProperties"] is False
            for key, field in schema["properties"].items():
                assert field["description"], key

    def test_codes_carry_title_and_meaning(self, parsed: dict[str, Any]) -> None:
        part = parsed["pledge.json"]["$defs"]["Novelty"]
        assert part["enum"] == [str(code) for code in codelists.Novelty]
        *cases, rest = part["anyOf"]
        assert [(case["title"], case["description"]) for case in cases] == [
            (code.label, code.description) for code in codelists.Novelty
        ]
        # The last case takes anything, so that only `enum` speaks when a code is wrong.
        assert set(rest) == {"description"}
        errors = list(Draft202012Validator(part).iter_errors("knew"))
        assert [error.validator for error in errors] == ["enum"]

    def test_limits_of_numbers_are_keywords_of_json_schema(self, parsed: dict[str, Any]) -> None:
        # Pydantic emits `ge` and `le` for a number that a validator of ours is in front of.
        count = parsed["state.json"]["$defs"]["Count"]
        assert (count["minimum"], count["maximum"]) == (0, 10**15)

    def test_every_anchored_pattern_has_its_guard(self, parsed: dict[str, Any]) -> None:
        for schema in parsed.values():
            for node in nodes(schema):
                if node.get("pattern", "").endswith("$"):
                    assert node["not"] == {"pattern": "\\n"}

    def test_patterns_are_read_alike_everywhere(self, parsed: dict[str, Any]) -> None:
        for schema in parsed.values():
            for node in nodes(schema):
                pattern = node.get("pattern", "")
                assert pattern.isascii()
                # No class escapes, whose meaning differs, and no group but the plain one; four
                # digits after \\u mean the same in ECMA 262, Python and Rust.
                assert not re.search(r"\\(?!u[0-9a-f]{4})[^nx.]", pattern), pattern
                assert not re.search(r"\(\?[^:]", pattern), pattern

    def test_no_example_stands_alone(self, parsed: dict[str, Any]) -> None:
        # VS Code fills in a lone example as the value of a new field.
        for schema in parsed.values():
            assert all(len(node.get("examples", "--")) > 1 for node in nodes(schema))

    def test_an_unknown_keyword_stops_the_generator(self) -> None:
        with pytest.raises(UnknownKeyword, match="#/items: 'discriminator' has no place"):
            normal({"items": {"discriminator": {}}})

    def test_prose_drops_the_example(self) -> None:
        assert (
            prose("A ``b``\n    c.\n\n    D.\n\n    Example:\n        >>> 1\n") == "A `b` c.\n\nD."
        )

    def test_a_code_list_of_another_model_is_refused(self) -> None:
        from unpko.schemas.generate import code_list

        with pytest.raises(ValueError, match="Rank is not the one"):
            code_list(codelists.Rank, {"enum": ["a"]})


class TestServing:
    def test_a_fresh_dict_each_time(self) -> None:
        schemas.schema("pledge").clear()
        assert schemas.schema("pledge")["title"] == "Pledge"
        assert schemas.schema("pledge", SCHEMA_VERSION) == schemas.schema("pledge")

    def test_unknown_kinds_and_versions_are_told_with_suggestions(self) -> None:
        with pytest.raises(UnknownSchema, match=r"no schema 'pledges'; did you mean \"pledge\""):
            schemas.schema("pledges")
        with pytest.raises(UnknownSchema, match=r"no version of the schemas '0.9'.*\"1.0\""):
            schemas.schema("pledge", "0.9")
        with pytest.raises(KeyError):
            schemas.validator("nonsense")

    def test_the_validator_looks_nothing_up(self) -> None:
        validator = schemas.validator("pledge")
        elsewhere = validator.evolve(schema={"$ref": "https://example.org/other.json"})
        with pytest.raises(Exception, match="example") as caught:
            elsewhere.is_valid({})
        assert isinstance(caught.value.__cause__, NoSuchResource) or "Unresolvable" in repr(caught)
        known = validator.evolve(schema={"$ref": schema_url("mission")})
        assert not known.is_valid({})

    def test_using_a_schema_imports_neither_jsonschema_nor_pydantic(self) -> None:
        code = "import sys, unpko.schemas; unpko.schemas.schema('pledge'); print(*sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        assert {"jsonschema", "referencing", "pydantic", "click"}.isdisjoint(done.stdout.split())

    def test_any_kind_is_told_by_its_schema(self) -> None:
        validator = schemas.validator()
        (error,) = validator.iter_errors({"$schema": "https://example.org"})
        assert error.validator == "enum"
        (error,) = validator.iter_errors({})
        assert "'$schema' is a required property" in error.message

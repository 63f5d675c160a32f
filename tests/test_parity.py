"""Models and schemas give one verdict: pydantic, jsonschema and jsonschema-rs, on any document.

The ordinary run looks at every single change at every field (`unpko.testing.probes`) and at some
150 random documents per kind. ``HYPOTHESIS_PROFILE=long`` looks at 100,000 per kind.
"""

from __future__ import annotations

import json

import jsonschema_rs
import pytest

from tests.parity import KIND_NAMES, LONG, Engines, accepts, random_documents
from unpko.model import KINDS
from unpko.problems import RULES
from unpko.reading import read_record
from unpko.schemas import schema, validator
from unpko.schemas.rules import BY_SCHEMA, of_text
from unpko.testing import probes
from unpko.testing.shapes import model_of


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_random_documents(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    seen = random_documents(kind, Engines(kind))
    assert seen >= (100_000 if LONG else 150)
    if LONG:
        with capsys.disabled():
            print(f"\n{kind}: {seen:,} documents, no difference")


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_change_at_every_field(kind: str) -> None:
    engines = Engines(kind)
    verdicts = [engines.agree(probe.document) for probe in probes(kind)]
    # Neither verdict is rare, or the documents would prove little.
    assert min(verdicts.count(True), verdicts.count(False)) > len(verdicts) / 10


def test_schema_of_any_kind() -> None:
    """The schema that takes any record gives the verdict of the kind that the record names."""
    any_kind = jsonschema_rs.Draft202012Validator(schema("record"))
    for kind in KIND_NAMES:
        for number, probe in enumerate(probes(kind)):
            if number % 7 == 0 or probe.path in ((), ("$schema",)):
                text = json.dumps(probe.document)
                one = any(accepts(model, text) for model in KINDS.values())
                assert any_kind.is_valid(probe.document) is one, probe


def test_ready_validator() -> None:
    """The validator that the library hands out is not weaker than the schema that it is made of."""
    for kind in ("mission", "record"):
        ready = validator(kind)
        for number, probe in enumerate(probes("mission")):
            if number % 5 == 0:
                wanted = accepts(model_of("mission"), json.dumps(probe.document))
                if kind == "mission" or probe.path != ("$schema",):
                    assert ready.is_valid(probe.document) is wanted, probe


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_reader_gives_the_same_verdict(kind: str) -> None:
    """What the models refuse is told with codes that a schema has too, and nothing else is."""
    model = model_of(kind)
    expected = {*BY_SCHEMA, *of_text()}
    for number, probe in enumerate(probes(kind)):
        if number % 29:
            continue
        text = json.dumps(probe.document, ensure_ascii=False)
        record, problems, _ = read_record(text.encode(), "x.json", model.folder)
        told = {problem.code for problem in problems}
        assert told <= expected
        assert bool(told & {*BY_SCHEMA}) is not accepts(model, text), (probe, problems)
        assert (record is not None) is accepts(model, text)


def test_rules_are_told_apart() -> None:
    assert set(BY_SCHEMA) <= set(RULES)
    assert not set(BY_SCHEMA) & set(of_text())

"""The strategies of `unpko.testing`: they cover what the models have."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from pydantic import Field

from tests.parity import KIND_NAMES, RANDOM, accepts, families
from unpko.errors import UnknownCode
from unpko.model import KINDS, scalars
from unpko.testing import UnknownConstraint, mutated, probes, records
from unpko.testing.shapes import fields, model_of, models_in, text_shape
from unpko.testing.texts import form_of


def test_models_have_no_rules_that_a_schema_cannot_see() -> None:
    for kind in KIND_NAMES:
        for model in models_in(model_of(kind)):
            rules = model.__pydantic_decorators__
            assert not rules.validators
            assert not rules.field_validators
            assert not rules.root_validators
            assert not rules.model_validators
            assert fields(model)


def test_unknown_constraints_stop_the_strategies() -> None:
    class Odd(KINDS["states"]):  # type: ignore[misc]
        m49: Annotated[str, Field(pattern="^[0-9]+$", min_length=3)]

    with pytest.raises(UnknownConstraint, match=r"Odd\.m49"):
        fields(Odd)


class Wider(KINDS["states"]):  # type: ignore[misc]
    """A kind with a new field, of a form that nobody wrote texts for."""

    kind_name = "wider"
    plate: Annotated[str, Field(pattern="^[A-Z]{2}-[0-9]{4}$", max_length=7)]


def test_a_new_field_is_covered_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "wider", Wider)

    @settings(RANDOM, max_examples=40)
    @given(families("wider"))
    def check(family: list[Any]) -> None:
        assert re.fullmatch("[A-Z]{2}-[0-9]{4}", family[0]["plate"], re.ASCII)

    check()
    plates = [probe.document["plate"] for probe in probes("wider") if probe.path == ("plate",)]
    assert {None, "", 1.5} <= {plate for plate in plates if not isinstance(plate, list | dict)}
    assert any(isinstance(plate, str) and plate.endswith("\n") for plate in plates)


@pytest.mark.parametrize("name", ["Text", "Slug", "EventSlug", "StateCode", "PartialDate", "Url"])
def test_edges_are_right_and_near_misses_wrong(name: str) -> None:
    shape = text_shape(getattr(scalars, name))
    form = form_of(shape)
    assert all(re.fullmatch(shape.pattern, text) for text in form.edges)
    assert not any(re.fullmatch(shape.pattern, text) for text in form.misses)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_optional_field_comes_and_goes(kind: str) -> None:
    seen: dict[str, int] = {}
    total = 0

    @settings(RANDOM, max_examples=40)
    @given(records(kind))
    def count(document: Any) -> None:
        nonlocal total
        total += 1
        for key in document:
            seen[key] = seen.get(key, 0) + 1

    count()
    for field in fields(model_of(kind)):
        assert field.required == (seen[field.key] == total), field.key


def test_every_field_is_probed() -> None:
    for kind in KIND_NAMES:
        probed = {probe.path[-1] for probe in probes(kind) if probe.path}
        names = {field.key for model in models_in(model_of(kind)) for field in fields(model)}
        assert names <= probed


def test_unknown_kind() -> None:
    for strategy in (records, mutated):
        with pytest.raises(UnknownCode, match='did you mean "pledge"'):
            strategy("pledges")


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_mutated_documents_are_mostly_wrong(kind: str) -> None:
    right = total = 0

    @settings(RANDOM, max_examples=40)
    @given(mutated(kind))
    def count(document: Any) -> None:
        nonlocal right, total
        total += 1
        right += accepts(model_of(kind), json.dumps(document))

    count()
    assert right < total / 2

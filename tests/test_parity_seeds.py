"""The differential check is itself checked: the ordinary run misses no seeded difference."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Annotated, Any

import pytest
from pydantic import Field

from tests.parity import Engines, random_documents
from unpko.model import KINDS, scalars
from unpko.schemas import schema
from unpko.testing import probes


def difference(kind: str, engines: Engines) -> str | None:
    """Do what the ordinary run does for a kind, and give the first difference."""
    for probe in probes(kind):
        verdicts = engines.verdicts(probe.document)
        if len(set(verdicts.values())) > 1:
            return f"{probe.path}: {probe.change}: {verdicts}"
    try:
        random_documents(kind, engines)
    except AssertionError as error:
        return str(error)
    return None


def drop(keyword: str, name: str) -> Callable[[Any], None]:
    """Drop a keyword from the definition of a type."""
    return lambda schema: schema["$defs"][name].pop(keyword)


def replace(name: str, old: str, new: str) -> Callable[[Any], None]:
    """Replace a piece of the pattern of a type."""

    def change(schema: Any) -> None:
        node = schema["$defs"][name]
        assert old in node["pattern"]
        node["pattern"] = node["pattern"].replace(old, new)

    return change


def forget_code(schema: Any) -> None:
    schema["$defs"]["UNStatus"]["enum"].pop()


def allow_null(schema: Any) -> None:
    names = schema["$defs"]["OtherName"]["properties"]
    names["note"] = {"anyOf": [names["note"], {"type": "null"}]}


def wrong_part(schema: Any) -> None:
    names = schema["$defs"]["OtherName"]["properties"]
    names["citations"]["items"] = {"$ref": "#/$defs/RecordCitation"}


SCHEMA_SEEDS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "ids take capitals": ("mission", replace("Slug", "[a-z0-9]", "[A-Za-z0-9]")),
    "$ matches before a line feed": ("mission", drop("not", "Text")),
    "texts are as long as you like": ("mission", drop("maxLength", "Text")),
    "every year has 29 February": ("source", replace("PartialDate", "2[0-8]", "2[0-9]")),
    "digits of any script": ("state", replace("M49", "[0-9]", r"\d")),
    "numbers may be fractions": (
        "state",
        lambda schema: schema["$defs"]["Count"].update(type="number"),
    ),
    "numbers have no upper bound": ("state", drop("maximum", "Count")),
    "a list may be empty": (
        "source",
        lambda schema: schema["$defs"]["DateClaim"]["properties"]["citations"].pop("minItems"),
    ),
    "a code is missing": ("state", forget_code),
    "unknown keys pass": ("mission", drop("additionalProperties", "Citation")),
    "a required key may be missing": (
        "mission",
        lambda schema: schema["$defs"]["Citation"]["required"].remove("locator"),
    ),
    "any schema will do": ("state", lambda schema: schema["properties"]["$schema"].pop("const")),
    "null in one field": ("mission", allow_null),
    "the wrong part in one field": ("mission", wrong_part),
}


@pytest.mark.parametrize("seed", SCHEMA_SEEDS)
def test_broken_schema_is_noticed(seed: str) -> None:
    kind, change = SCHEMA_SEEDS[seed]
    broken = deepcopy(schema(kind))
    change(broken)
    assert broken != schema(kind)
    assert difference(kind, Engines(kind, broken))


class LooseState(KINDS["states"]):  # type: ignore[misc]
    """A pattern loosened."""

    m49: Annotated[str, Field(pattern=r"^[0-9]{3}")]


class LaxSession(KINDS["sessions"], strict=False):  # type: ignore[misc,call-arg]
    """Conversions allowed."""


class OpenOrganisation(KINDS["organisations"], extra="ignore"):  # type: ignore[misc,call-arg]
    """Unknown keys allowed."""


class NullableSource(KINDS["sources"]):  # type: ignore[misc]
    """A null allowed."""

    note: scalars.Text | None = None


class ShortState(KINDS["states"]):  # type: ignore[misc]
    """A list allowed to be empty."""

    aliases: tuple[scalars.Text, ...] = ()


MODEL_SEEDS = {
    "state": LooseState,
    "session": LaxSession,
    "organisation": OpenOrganisation,
    "source": NullableSource,
    "state, empty list": ShortState,
}


@pytest.mark.parametrize("seed", MODEL_SEEDS)
def test_broken_model_is_noticed(seed: str) -> None:
    kind = seed.partition(",")[0]
    assert difference(kind, Engines(kind, model=MODEL_SEEDS[seed]))

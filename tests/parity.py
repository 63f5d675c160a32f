"""The differential check that the tests of parity share: several engines, one verdict."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

import jsonschema
import jsonschema_rs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from unpko.model import KINDS, Record
from unpko.schemas import schema
from unpko.testing import changed, records
from unpko.testing.shapes import model_of

KIND_NAMES = [model.kind_name for model in KINDS.values()]
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"

FAMILY = 20 if LONG else 10
"""How many documents come from one record: itself, and copies with changes."""

RANDOM = settings(
    max_examples=100_000 // FAMILY if LONG else 15,
    derandomize=not LONG,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


class Engines:
    """Everything that judges documents of one kind; schema and model can be exchanged."""

    def __init__(self, kind: str, document: Any = None, model: type[Record] | None = None) -> None:
        self.model = model_of(kind) if model is None else model
        document = schema(kind) if document is None else document
        plain = jsonschema_rs.RegexOptions()  # an engine without look-around, as in Go and RE2
        self.others: dict[str, Callable[[Any], bool]] = {
            "jsonschema": jsonschema.Draft202012Validator(document).is_valid,
            "jsonschema-rs": jsonschema_rs.Draft202012Validator(document).is_valid,
            "jsonschema-rs, plain patterns": jsonschema_rs.Draft202012Validator(
                document, pattern_options=plain
            ).is_valid,
        }

    def verdicts(self, document: Any) -> dict[str, bool]:
        """Give what each engine says of a document."""
        text = json.dumps(document)
        found = {"pydantic": accepts(self.model, text)}
        return found | {name: bool(valid(document)) for name, valid in self.others.items()}

    def agree(self, document: Any) -> bool:
        """Give the one verdict of all engines; fail where there are two."""
        verdicts = self.verdicts(document)
        assert len(set(verdicts.values())) == 1, f"{verdicts}: {json.dumps(document)}"
        return verdicts["pydantic"]


def accepts(model: type[Record], text: str) -> bool:
    try:
        model.__pydantic_validator__.validate_json(text)
    except ValidationError:
        return False
    return True


@st.composite
def families(draw: Callable[[st.SearchStrategy[Any]], Any], kind: str) -> list[Any]:
    """Give a record, copies of it with one change each, and copies with several."""
    record = draw(records(kind))
    copies = changed(record, kind)
    single = [draw(copies) for _ in range(FAMILY * 3 // 4)]
    several = single[: FAMILY - 1 - len(single)]
    return [record, *single, *(draw(changed(document, kind)) for document in several)]


def random_documents(kind: str, engines: Engines) -> int:
    """Judge random documents of a kind, and say how many there were."""
    seen = 0

    @RANDOM
    @given(families(kind))
    def check(family: list[Any]) -> None:
        nonlocal seen
        seen += len(family)
        assert engines.agree(family[0]), "a right record is refused"
        for document in family[1:]:
            engines.agree(document)

    check()
    return seen

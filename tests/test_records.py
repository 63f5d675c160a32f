"""The published records themselves: each in its place and form, all of them right together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import unpko
from unpko.model import KINDS, schema_url
from unpko.reading import canonical, read_record

ROOT = Path(__file__).parents[1] / "records"
FILES = sorted(path for path in ROOT.rglob("*") if path.is_file())

E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
PHONE = re.compile(
    r"(?:\+|\b00)[0-9]{1,3}[ ./()-]*(?:[0-9][ ./()-]*){7,}|\b[Tt]el(?:\.|ephone)?:? *[0-9(+]"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_a_canonical_record_in_its_place(path: Path) -> None:
    folder, *rest = path.relative_to(ROOT).parts
    data = path.read_bytes()
    record, problems, _ = read_record(data, str(path), folder)
    assert problems == ()
    assert record is not None
    assert canonical(record) == data
    assert record.id == "/".join(rest).removesuffix(".json")
    assert record.schema_url == schema_url(KINDS[folder].kind_name)
    assert not path.is_symlink()


def test_every_kind_has_records() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == set(KINDS)


def test_the_records_are_valid_together() -> None:
    report = unpko.validate(ROOT)
    assert report.checked == len(FILES)
    assert [str(problem) for problem in report.errors] == []


def test_the_packaged_records_are_these() -> None:
    assert unpko.load().digest == unpko.load(ROOT).digest
    assert sum(1 for _ in unpko.load().records()) == len(FILES)


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a record with its key."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
    elif isinstance(value, str):
        yield key, value


def test_there_are_no_contact_details() -> None:
    found = []
    for path in FILES:
        for key, text in texts(json.loads(path.read_bytes())):
            if key not in ("url", "$schema") and (E_MAIL.search(text) or PHONE.search(text)):
                found.append(f"{path.relative_to(ROOT)}: {key}: {text}")
    assert found == []


@pytest.mark.parametrize(
    "text", ["write to a.b@example.org", "+82 2 2100 7114", "Tel. 02-748-5516", "0041229171234"]
)
def test_contact_details_would_be_found(text: str) -> None:
    assert E_MAIL.search(text) or PHONE.search(text)


def test_every_relation_of_every_record_can_be_followed() -> None:
    ds = unpko.load(ROOT)
    followed = 0
    for record in ds.records():
        for model in type(record).__mro__:
            for name, relation in vars(model).items():
                if hasattr(relation, "folder") and hasattr(type(relation), "__get__"):
                    getattr(record, name)
                    followed += 1
    assert followed > 1000


def test_all_un_member_states_are_there() -> None:
    states = unpko.load(ROOT).states
    assert len(states.where(un_status="member")) == 193
    assert states.where(un_status="observer").ids() == ("PSE", "VAT")


def test_seoul_has_its_disputes() -> None:
    ds = unpko.load(ROOT)
    figure = ds.ministerials["2021-seoul"].figure("member_states_participating")
    assert figure.disputed
    assert figure.value == 75
    assert 155 in {claim.value for claim in figure.claims}
    (seoul,) = [c for c in ds.coverage() if c.ministerial.id == "2021-seoul"]
    assert (seoul.said, {62, 64} <= set(seoul.said_all)) == (62, True)

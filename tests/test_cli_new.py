"""The command `unpko new`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import folder, run
from tests.tree import Tree
from unpko.model import KINDS

PLEDGE = "pledges/2021-seoul/kor-helicopters"

IDS = {
    "ministerial": "2027-somewhere",
    "session": "2021-seoul/new",
    "official": "new-person",
    "pledge": "2021-seoul/kor-new",
    "source": "new-source",
    "state": "PRK",
    "organisation": "new-body",
    "framework": "new-framework",
    "mission": "unnew",
}


@pytest.mark.parametrize("kind", IDS)
def test_a_new_record_is_in_form_and_cannot_slip_through(mini: Tree, kind: str) -> None:
    folder_name = next(name for name, model in KINDS.items() if model.kind_name == kind)
    path = mini.path(f"{folder_name}/{IDS[kind]}")
    result = run("new", kind, IDS[kind], *folder(mini))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"wrote {path}\n"
    assert f"unpko validate {path}" in result.stderr
    record = json.loads(path.read_text())
    assert list(record)[:2] == ["$schema", "id"]
    assert record["id"] == IDS[kind]
    if "/" in IDS[kind]:
        assert record["ministerial_id"] == "2021-seoul"
    order = [field.alias or name for name, field in KINDS[folder_name].model_fields.items()]
    assert list(record) == [key for key in order if key in record]
    empty = _empty_places(record)
    assert empty
    told = {p.pointer for p in mini.validate().problems if p.path == str(path)}
    assert told == empty


def _empty_places(value: object, place: str = "") -> set[str]:
    if isinstance(value, dict):
        return {p for key, item in value.items() for p in _empty_places(item, f"{place}/{key}")}
    if isinstance(value, list):
        return {p for n, item in enumerate(value) for p in _empty_places(item, f"{place}/{n}")}
    return {place} if value == "" else set()


def test_new_does_not_overwrite(mini: Tree) -> None:
    before = mini.read(PLEDGE)
    result = run("new", "pledge", "2021-seoul/kor-helicopters", *folder(mini))
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert mini.read(PLEDGE) == before


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("pledge", "kor-x"),
        ("pledge", "2021-seoul/../x"),
        ("pledge", "2021-seoul/KOR"),
        ("state", "kor"),
        ("source", "/etc/passwd"),
        ("source", "a\n"),
        ("pledgee", "2021-seoul/kor-x"),
    ],
)
def test_new_refuses_wrong_ids_and_kinds(mini: Tree, kind: str, id: str) -> None:
    before = sorted(mini.root.rglob("*"))
    assert run("new", kind, id, *folder(mini)).exit_code == 2
    assert sorted(mini.root.rglob("*")) == before


def test_new_refuses_a_folder_without_records(tmp_path: Path) -> None:
    result = run("new", "state", "KOR", "--folder", str(tmp_path))
    assert result.exit_code == 2
    assert "no folder of records" in result.stderr
    assert not list(tmp_path.iterdir())
    assert run("new", "state", "KOR", "--folder", str(tmp_path / "no")).exit_code == 2


def test_new_says_if_there_is_no_such_event(mini: Tree) -> None:
    result = run("new", "pledge", "2021-soul/kor-x", *folder(mini))
    assert result.exit_code == 0
    assert 'did you mean "2021-seoul"?' in result.stderr

"""Old records: the table of steps, reading through it, and ``unpko upgrade``.

The versions 0.8 and 0.9 are made up; records before and after are in ``tests/data/upgrades``. A
version that changes no kind needs none there.
"""

from __future__ import annotations

import json
import os
import pickle
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import unpko
from tests.commands import run
from tests.tree import Tree
from unpko.model import KINDS, SCHEMA_VERSION, schema_url
from unpko.reading import canonical, read_record
from unpko.reading.upgrades import (
    STEPS,
    BrokenTable,
    Step,
    UnknownVersion,
    UpgradeFailed,
    route,
    upgraded,
)
from unpko.rewriting import formatted, modernised, rewrite_files

Json = dict[str, Any]

DATA = Path(__file__).parent / "data" / "upgrades"
FOLDERS = {model.kind_name: folder for folder, model in KINDS.items()}
PLACES = {
    "mission": "missions/unmiss",
    "pledge": "pledges/2021-seoul/kor-package",
    "source": "sources/brief",
}


def _mission_to_0_9(record: Json) -> Json:
    name, cited = record.pop("name"), record["citations"]
    return {
        "acronym": record.pop("short"),
        "names": [{"value": name, "citations": cited}],
        "state_ids": record.pop("countries"),
        **record,
    }


def _pledge_to_0_9(record: Json) -> Json:
    return {"pledgers": [{"state_id": record.pop("state"), "role": "lead"}], **record}


def _pledge_to_1_0(record: Json) -> Json:
    return {
        "ministerial_id": record.pop("event"),
        "summary": record.pop("text"),
        **record,
    }


# The steps take keys out of the record that they are given: that must not reach the caller.
MADE_UP = {
    "0.8": Step("0.9", {"mission": _mission_to_0_9, "pledge": _pledge_to_0_9}),
    "0.9": Step("1.0", {"pledge": _pledge_to_1_0}),
    **STEPS,
}
VERSIONS = [*(at for at, _ in route("0.8", MADE_UP)), SCHEMA_VERSION]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up versions, in the table that is read by."""
    for version, step in MADE_UP.items():
        monkeypatch.setitem(STEPS, version, step)


def text(version: str, kind: str) -> bytes:
    """Give a record of a version: its own, or that of the last version which changed the kind."""
    until = VERSIONS[: VERSIONS.index(version) + 1]
    paths = [DATA / at / f"{kind}.json" for at in until]
    path = [path for path in paths if path.is_file()][-1]
    stated, states = (schema_url(kind, at).encode() for at in (path.parent.name, version))
    return path.read_bytes().replace(stated, states)


def document(version: str, kind: str) -> Json:
    found: Json = json.loads(text(version, kind))
    return found


# The table.


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("version", VERSIONS)
def test_before_and_after(version: str, kind: str) -> None:
    before = document(version, kind)
    kept = deepcopy(before)
    after = upgraded(before, version, MADE_UP)
    assert after == document(SCHEMA_VERSION, kind)
    assert next(iter(after)) == "$schema"
    assert before == kept
    assert after is not before


@pytest.mark.parametrize("kind", PLACES)
def test_each_step(kind: str) -> None:
    step = {"0.8": Step(SCHEMA_VERSION, MADE_UP["0.8"].kinds)}
    after = upgraded(document("0.8", kind), "0.8", step)
    assert after == document("0.9", kind) | {"$schema": schema_url(kind)}


def test_a_copy_shares_nothing() -> None:
    before = document(SCHEMA_VERSION, "pledge")
    upgraded(before, SCHEMA_VERSION)["citations"][0]["locator"] = "page 2"
    assert before == document(SCHEMA_VERSION, "pledge")


def test_unknown_version() -> None:
    old = document("0.9", "pledge")
    with pytest.raises(UnknownVersion, match=r"no version '0\.7'.*0\.8, 0\.9, 1\.0"):
        upgraded(old | {"$schema": schema_url("pledge", "0.7")}, "0.7", MADE_UP)
    with pytest.raises(UnknownVersion):
        upgraded(old, "0.8", MADE_UP)  # it states 0.9
    with pytest.raises(UnknownVersion):
        upgraded({"id": "x"}, "0.9", MADE_UP)


def test_circle_and_gap() -> None:
    circle = {"0.8": Step("0.9", {}), "0.9": Step("0.8", {})}
    with pytest.raises(BrokenTable, match=r"circle: 0\.8 -> 0\.9 -> 0\.8"):
        route("0.8", circle)
    with pytest.raises(BrokenTable, match=r"circle: 0\.9 -> 0\.9"):
        route("0.9", {"0.9": Step("0.9", {})})
    with pytest.raises(BrokenTable, match=r"no step leads on from version 0\.9: 0\.8 -> 0\.9"):
        route("0.8", {"0.8": Step("0.9", {})})
    assert route(SCHEMA_VERSION, circle) == []


def test_a_step_that_fails() -> None:
    old = document("0.8", "mission")
    del old["name"]
    with pytest.raises(UpgradeFailed, match=r"no mission of version 0\.8: KeyError: 'name'"):
        upgraded(old, "0.8", MADE_UP)


def test_the_real_table() -> None:
    """Every version leads to the present one, with a record before and after for every change."""
    assert SCHEMA_VERSION not in STEPS
    for version in STEPS:
        for at, step in route(version):
            assert set(step.kinds) <= set(FOLDERS)
            for kind in step.kinds:
                assert (DATA / step.to / f"{kind}.json").is_file()
                after = upgraded(document(at, kind), at)
                assert after == document(SCHEMA_VERSION, kind)


# Reading.


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("version", ["0.8", "0.9"])
@pytest.mark.usefixtures("steps")
def test_reading(version: str, kind: str) -> None:
    record, problems, _ = read_record(text(version, kind), "x.json", FOLDERS[kind])
    assert problems == ()
    assert record is not None
    assert record.origin == version
    assert record.schema_url == schema_url(kind)
    assert canonical(record) == text(SCHEMA_VERSION, kind)
    present, _, _ = read_record(text(SCHEMA_VERSION, kind), "x.json", FOLDERS[kind])
    assert record == present


def test_origin_of_present_records() -> None:
    record, _, _ = read_record(text(SCHEMA_VERSION, "pledge"), "x.json", "pledges")
    assert record is not None
    assert record.origin == SCHEMA_VERSION
    assert record.model_copy().origin == SCHEMA_VERSION
    assert pickle.loads(pickle.dumps(record)).origin == SCHEMA_VERSION
    assert "origin" not in record.model_dump()


def test_versions_that_are_not_known() -> None:
    _, problems, _ = read_record(text("0.8", "mission"), "x.json", "missions")
    assert problems[0].code == "schema-unknown"
    assert "no version 0.8" in problems[0].message


@pytest.mark.usefixtures("steps")
def test_the_kind_of_the_folder_holds_for_old_records_too() -> None:
    record, problems, _ = read_record(text("0.8", "mission"), "x.json", "states")
    assert record is None
    assert (problems[0].code, problems[0].line) == ("schema-unknown", 2)
    assert "that of a mission" in problems[0].message


@pytest.mark.usefixtures("steps")
def test_problems_stand_where_the_file_has_them() -> None:
    old = text("0.9", "mission").decode()
    wrong = old.replace('"KEN"', '"Kenya"')
    record, (problem,), _ = read_record(wrong.encode(), "x.json", "missions")
    assert record is None
    assert (problem.code, problem.pointer) == ("value-id", "/state_ids/0")
    line = wrong.split("\n")[problem.line - 1]
    assert line[problem.column - 1 :] == '"Kenya"'


@pytest.mark.usefixtures("steps")
def test_problems_that_only_the_upgraded_record_has_a_place_for() -> None:
    wrong = text("0.8", "mission").replace(b'"KEN"', b'"Kenya"')
    _, (problem,), _ = read_record(wrong, "x.json", "missions")
    assert (problem.code, problem.line, problem.pointer) == ("value-id", 1, "")
    assert f"in version {SCHEMA_VERSION} at /state_ids/0" in problem.message


@pytest.mark.usefixtures("steps")
def test_no_old_file_ends_in_a_trace() -> None:
    for kind in PLACES:
        whole = document("0.8", kind)
        for key in whole:
            for value in (None, 1, "", [], {}, [None], {"a": 1}, whole):
                broken = whole | {key: value}
                record, problems, _ = read_record(
                    json.dumps(broken).encode(), "x.json", FOLDERS[kind]
                )
                assert (record is None) == bool(problems)
    wrong = text("0.8", "mission").replace(b'"short"', b'"shrt"')
    _, (problem,), _ = read_record(wrong, "x.json", "missions")
    assert problem.code == "field-type"
    assert "no mission of version 0.8" in problem.message


@pytest.mark.usefixtures("steps")
def test_faults_of_the_text_are_told_of_old_files_too() -> None:
    wrong = text("0.9", "mission").replace(b'  "acronym"', b'  "id": "unmiss",\n  "acronym"')
    _, problems, _ = read_record(wrong, "x.json", "missions")
    assert [problem.code for problem in problems] == ["json-duplicate-key"]


# Whole datasets.


@pytest.fixture
def old(mini: Tree, steps: None) -> Tree:
    """The mini dataset, three of its records in an older version."""
    mini.write(PLACES["mission"], text("0.8", "mission"))
    mini.write(PLACES["pledge"], text("0.9", "pledge"))
    mini.write("sources/text", text("0.8", "source").replace(b'"brief"', b'"text"'))
    return mini


def test_datasets(old: Tree) -> None:
    ds = unpko.load(old.root)
    pledge = ds.pledges["2021-seoul/kor-package"]
    assert pledge.origin == "0.9"
    assert ds.missions["unmiss"].origin == "0.8"
    assert ds.states["KOR"].origin == SCHEMA_VERSION
    assert pledge.ministerial.id == "2021-seoul"
    assert pledge in ds.states["KOR"].pledges
    assert ds.missions["unmiss"].states.ids() == ("KEN",)


def test_datasets_refuse_broken_old_records(old: Tree) -> None:
    old.replace(PLACES["mission"], '"KEN"', '"Kenya"')
    with pytest.raises(unpko.InvalidRecords, match="Kenya"):
        unpko.load(old.root).missions["unmiss"]


def test_validation(old: Tree) -> None:
    assert old.validate().problems == ()
    old.replace(PLACES["pledge"], '"state_id": "KOR"', '"state_id": "ZZZ"')
    (problem,) = old.validate().problems
    assert problem.code == "ref-unknown"
    assert old.text_at(problem).startswith('"ZZZ"')


def test_fmt_leaves_old_files_alone(old: Tree) -> None:
    before = old.read(PLACES["mission"])
    outcomes = list(rewrite_files([str(old.root)], formatted, write=True))
    assert not any(outcome.changed or outcome.problems for outcome in outcomes)
    assert old.read(PLACES["mission"]) == before


# The command.


def test_upgrade(old: Tree) -> None:
    path = old.path(PLACES["mission"])
    os.chmod(path, 0o640)
    checked = run("upgrade", "--check", str(old.root))
    assert checked.exit_code == 1
    assert "would upgrade" in checked.stdout
    assert path.read_bytes() == text("0.8", "mission")
    done = run("upgrade", str(old.root))
    assert done.exit_code == 0
    assert f"upgraded {path}" in done.stdout
    assert "3 files upgraded" in done.stderr
    assert path.read_bytes() == text(SCHEMA_VERSION, "mission")
    assert path.stat().st_mode & 0o777 == 0o640
    assert old.path(PLACES["pledge"]).read_bytes() == text(SCHEMA_VERSION, "pledge")
    again = run("upgrade", "--check", str(old.root))
    assert (again.exit_code, again.stdout) == (0, "")
    assert old.validate().problems == ()
    assert not list(old.root.rglob(".*"))


def test_files_with_problems_are_not_touched(old: Tree) -> None:
    path = old.replace(PLACES["mission"], '"KEN"', '"Kenya"')
    before = path.read_bytes()
    result = run("upgrade", str(path))
    assert result.exit_code == 1
    assert "value-id" in result.stderr
    assert "1 left as it is" in result.stderr
    assert path.read_bytes() == before


def test_one_file_anywhere(tmp_path: Path, steps: None) -> None:
    path = tmp_path / "any.json"
    path.write_bytes(text("0.8", "mission"))
    (outcome,) = rewrite_files([str(path)], modernised, write=False)
    assert outcome.changed
    assert path.read_bytes() == text("0.8", "mission")
    assert run("upgrade", str(path)).exit_code == 0
    assert path.read_bytes() == text(SCHEMA_VERSION, "mission")
    path.write_bytes(b"{}")
    (outcome,) = rewrite_files([str(path)], modernised)
    assert outcome.problems[0].code == "schema-missing"
    link = tmp_path / "link.json"
    link.symlink_to(path)
    (outcome,) = rewrite_files([str(link)], modernised)
    assert outcome.problems[0].code == "file-link"


def test_wrong_usage(tmp_path: Path) -> None:
    assert run("upgrade", str(tmp_path / "none.json")).exit_code == 2

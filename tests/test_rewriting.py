"""Rewriting files: what is repaired, and what is never touched."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.tree import Tree
from unpko.model import SCHEMA_VERSION
from unpko.problems import Problem
from unpko.rewriting import Outcome, formatted, replace_file, rewrite_files

PLEDGE = "pledges/2021-seoul/kor-helicopters"


def problems_of(text: str | bytes, folder: str = "pledges") -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    found = formatted(data, "x.json", folder)
    assert isinstance(found, list), found
    assert all(isinstance(problem, Problem) for problem in found)
    return [problem.code for problem in found]


def shuffled(value: object) -> object:
    """Turn the keys of every object around."""
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in reversed(value)}
    return [shuffled(item) for item in value] if isinstance(value, list) else value


REPAIRS = {
    "byte order mark": lambda text: "\ufeff" + text,
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "trailing comma": lambda text: text.replace("\n  ]\n}", "\n  ],\n}"),
    "one line": lambda text: json.dumps(json.loads(text)),
    "four blanks": lambda text: json.dumps(json.loads(text), indent=4, ensure_ascii=True) + "\n",
    "no last line end": lambda text: text.rstrip("\n"),
    "key order": lambda text: json.dumps(shuffled(json.loads(text))),
    "categories": lambda text: text.replace(
        '"aviation",\n    "equipment"', '"equipment",\n    "aviation",\n    "equipment"'
    ),
    "explicit default": lambda text: text.replace(
        '"value": 16,', '"rank": "normal",\n"bound": "exactly",\n"value": 16,'
    ),
    "whole number as a float": lambda text: text.replace('"value": 16,', '"value": 1.6e1,'),
}


@pytest.mark.parametrize("name", REPAIRS)
def test_what_loses_nothing_is_repaired(mini: Tree, name: str) -> None:
    good = mini.read(PLEDGE)
    bad = REPAIRS[name](good)
    assert bad != good
    found = formatted(bad.encode(), "x.json", "pledges")
    assert isinstance(found, bytes), found
    assert found.decode() == good


def test_categories_of_figures_are_put_in_order(mini: Tree) -> None:
    mini.replace("ministerials/2021-seoul", '"medical"', '"medical", "aviation"')
    found = formatted(mini.read("ministerials/2021-seoul").encode(), "x", "ministerials")
    assert isinstance(found, bytes)
    assert json.loads(found)["figures"][2]["categories"] == ["aviation", "medical"]


def test_every_record_of_the_mini_dataset_is_in_form(mini: Tree) -> None:
    for place in mini.records:
        data = mini.read(place).encode()
        assert formatted(data, place, place.partition("/")[0]) == data


AMBIGUOUS = {
    "json-duplicate-key": ('"novelty": "advanced"', '"novelty": "new",\n  "novelty": "advanced"'),
    "json-null": ('"novelty": "advanced"', '"novelty": null'),
    "json-syntax": ('"novelty": "advanced"', '"novelty" "advanced"'),
    "json-number": ('"value": 16', '"value": NaN'),
    "json-surrogate": ("500MD", "\\ud800"),
    "field-unknown": ('"novelty"', '"newness"'),
    "field-type": ('"value": 16', '"value": "16"'),
    "code-unknown": ('"advanced"', '"advancd"'),
    "value-text": ("500MD", " 500MD"),
    "schema-unknown": (f"{SCHEMA_VERSION}/pledge", "0.9/pledge"),
}


@pytest.mark.parametrize("code", AMBIGUOUS)
def test_what_could_be_meant_in_two_ways_is_told_and_not_touched(mini: Tree, code: str) -> None:
    path = mini.replace(PLEDGE, *AMBIGUOUS[code])
    before, status = path.read_bytes(), path.stat()
    (outcome,) = rewrite_files([str(path)], formatted, write=True)
    assert code in [problem.code for problem in outcome.problems]
    assert not outcome.changed
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == status.st_mtime_ns
    assert path.stat().st_ino == status.st_ino


def test_problems_that_formatting_would_take_away_are_not_told(mini: Tree) -> None:
    text = "\ufeff" + mini.read(PLEDGE).replace('"advanced"', '"advancd"')
    assert problems_of(text) == ["code-unknown"]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe{\0", b"\xe9", b"[]", b"{" * 5000, b"1" * 1_000_001]
)
def test_hostile_bytes_become_problems(data: bytes) -> None:
    assert problems_of(data)


def test_a_file_is_replaced_whole_and_keeps_its_mode(mini: Tree) -> None:
    path = mini.write(PLEDGE, mini.read(PLEDGE).replace("\n", "\r\n"))
    path.chmod(0o640)
    (outcome,) = rewrite_files([str(path)], formatted, write=True)
    assert outcome == Outcome(str(path), changed=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert b"\r" not in path.read_bytes()
    assert list(rewrite_files([str(path)], formatted, write=True)) == [Outcome(str(path))]


def test_what_cannot_be_written_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(str(path), b"new", 0o600)
    assert os.listdir(tmp_path) == ["x.json"]
    assert path.read_text() == "old"


def test_without_writing_nothing_changes(mini: Tree) -> None:
    path = mini.write(PLEDGE, mini.read(PLEDGE) + "\n")
    before = path.read_bytes()
    outcomes = list(rewrite_files([str(mini.root)], formatted, write=False))
    assert [outcome.path for outcome in outcomes if outcome.changed] == [str(path)]
    assert len(outcomes) == len(mini.records)
    assert path.read_bytes() == before


def test_links_are_refused(mini: Tree, tmp_path: Path) -> None:
    target = tmp_path / "target.json"
    target.write_text(mini.read(PLEDGE) + "\n")
    link = mini.path("pledges/2021-seoul/kor-link")
    link.symlink_to(target)
    found = [o for o in rewrite_files([str(mini.root)], formatted, write=True) if o.problems]
    assert [(o.path, o.problems[0].code) for o in found] == [(str(link), "file-link")]
    assert link.is_symlink()
    assert target.read_text().endswith("\n\n")


def test_a_pipe_does_not_block(mini: Tree) -> None:
    os.mkfifo(mini.path("states/PIP"))
    (found,) = [o for o in rewrite_files([str(mini.root)], formatted, write=True) if o.problems]
    assert found.problems[0].code == "file-unreadable"
    assert found.problems[0].hint == "put the record itself here, or remove it"


def test_a_file_in_no_tree_is_known_by_its_schema(mini: Tree, tmp_path: Path) -> None:
    loose = tmp_path / "loose"
    loose.mkdir()
    (loose / "x.json").write_text(mini.read(PLEDGE).replace("  ", " "))
    (loose / "package.json").write_text("{}")
    (loose / "schema.json").write_text(
        '{"$schema": "https://json-schema.org/draft/2020-12/schema"}'
    )
    assert list(rewrite_files([str(loose)], formatted, write=True)) == [
        Outcome(str(loose / "x.json"), changed=True)
    ]
    assert (loose / "x.json").read_text() == mini.read(PLEDGE)
    (outcome,) = rewrite_files([str(loose / "package.json")], formatted, write=True)
    assert outcome.problems[0].code == "schema-missing"
    assert (loose / "package.json").read_text() == "{}"


def test_the_place_says_the_kind_before_the_schema_does(mini: Tree, tmp_path: Path) -> None:
    state = tmp_path / "states" / "KOR.json"
    deep = tmp_path / "pledges" / "a" / "b" / "c.json"
    for path in (state, deep):
        path.parent.mkdir(parents=True)
    state.write_text(mini.read(PLEDGE))
    deep.write_text("{}")
    codes = [
        [problem.code for problem in outcome.problems]
        for outcome in rewrite_files([str(state), str(deep)], formatted)
    ]
    assert codes[0][0] == "schema-unknown"
    assert codes[1] == ["schema-missing"]

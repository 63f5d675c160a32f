"""Validating: odd files, hostile names, what a broken file hides, and what is never read."""

from __future__ import annotations

import datetime
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import SocketBlockedError

import unpko
import unpko.validation
from tests.mini import mini_records
from tests.tree import Tree
from unpko.dataset.store import LinesStore
from unpko.model import KINDS
from unpko.problems import Report
from unpko.validation import validate, validate_text

PACKAGE = "pledges/2021-seoul/kor-package"
HELICOPTERS = "pledges/2021-seoul/kor-helicopters"
SUH = "officials/suh-wook"
UNMISS = "missions/unmiss"


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"\x00", b"[]", b"null", b'{"id": 1}', b" " * 1_000_001]
)
def test_a_broken_file_hides_no_other_and_makes_no_reference_dangle(
    mini: Tree, broken: bytes
) -> None:
    mini.write(SUH, broken)
    mini.replace(PACKAGE, '"lead"', '"leed"')
    problems = mini.validate().problems
    assert {mini.place_of(p) for p in problems} == {f"{SUH}.json", f"{PACKAGE}.json"}
    assert not [p for p in problems if p.code.startswith("ref-")]


def test_a_record_with_a_fault_of_shape_is_still_referred_to(mini: Tree) -> None:
    mini.replace("sources/brief", '"kind"', '"kinds"')
    mini.replace("states/KOR", '"asia"', '"aisa"')
    assert {mini.place_of(p) for p in mini.validate().problems} == {
        "sources/brief.json",
        "states/KOR.json",
    }


def test_faults_of_the_text_hide_no_fault_of_meaning(mini: Tree) -> None:
    mini.replace(HELICOPTERS, '"state_id": "KEN",', '"state_id": "KEM",')
    mini.write(HELICOPTERS, "\ufeff" + mini.read(HELICOPTERS).replace("\n}", "\n} "))
    assert codes(mini.validate()) == ["file-bom", "ref-unknown"]
    problem = mini.validate().problems[1]
    line = mini.read(HELICOPTERS).split("\n")[problem.line - 1]
    assert line[problem.column - 1 :].startswith('"KEM"')


def test_hidden_files_and_readmes_are_left_alone(mini: Tree) -> None:
    for place in (
        ".git",
        "pledges/.DS_Store",
        "pledges/2021-seoul/.x.json",
        "README.md",
        "states/README.md",
    ):
        (mini.root / place).write_text("not a record")
    assert mini.validate() == Report(25)


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("notes.txt", "rename or remove it"),
        ("record.json", "rename or remove it"),
        ("pledges.json", 'did you mean "pledges"?'),
        ("pledges/2021-seoul/notes.txt", "rename or remove it"),
        ("states/KOR.JSON", "rename or remove it"),
        ("states/KOR.json~", "rename or remove it"),
        ("pledges/2021-seoul/deep/er.json", "rename or remove it"),
    ],
)
def test_strays_are_told(mini: Tree, place: str, hint: str) -> None:
    path = mini.root / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("{}")
    (problem,) = mini.validate().problems
    stray = mini.root / "pledges/2021-seoul/deep" if "deep" in place else path
    assert (problem.code, problem.path, problem.hint) == ("file-name", str(stray), hint)


def test_a_misspelt_folder_is_named_with_the_right_one(mini: Tree) -> None:
    (mini.root / "pledges").rename(mini.root / "pleges")
    (problem,) = [p for p in mini.validate().problems if p.code == "file-name"]
    assert (problem.path, problem.hint) == (str(mini.root / "pleges"), 'did you mean "pledges"?')


def test_records_in_folders_below_a_kind_without_them_have_a_wrong_id(mini: Tree) -> None:
    (mini.root / "states/asia").mkdir()
    mini.path("states/KOR").rename(mini.root / "states/asia/KOR.json")
    assert ("states/asia/KOR.json", "id-path") in {
        (mini.place_of(p), p.code) for p in mini.validate().problems
    }


@pytest.mark.parametrize(
    "kind", ["folder", "pipe", "link to a pipe", "broken link", "link to itself"]
)
def test_what_is_no_regular_file_is_told_and_never_waited_for(mini: Tree, kind: str) -> None:
    path = mini.path(SUH)
    path.unlink()
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to a pipe":
        os.mkfifo(mini.root / ".pipe")
        path.symlink_to(mini.root / ".pipe")
    else:
        path.symlink_to(path if kind == "link to itself" else mini.root / "gone.json")
    (problem,) = mini.validate().problems
    assert (problem.code, problem.path, problem.line, problem.column) == (
        "file-unreadable",
        str(path),
        1,
        1,
    )
    assert problem.message.startswith("the file cannot be read: ")
    assert problem.hint
    assert codes(validate(path)) == ["file-unreadable"]


def test_a_link_within_the_folder_is_a_file_as_any_other(mini: Tree) -> None:
    real = mini.root / ".stored.json"
    mini.path(SUH).rename(real)
    mini.path(SUH).symlink_to(real)
    assert mini.validate() == Report(25)
    real.write_text(real.read_text().replace('"ko"', '"Korean"'))
    (problem,) = mini.validate().problems
    assert (problem.code, problem.path) == ("value-form", str(mini.path(SUH)))


@pytest.mark.parametrize("place", [f"{SUH}.json", "officials", "pledges/2021-seoul"])
def test_a_link_out_of_the_folder_is_told_and_not_followed(mini: Tree, place: str) -> None:
    outside = mini.root.parent / "elsewhere"
    (mini.root / place).rename(outside)
    (mini.root / place).symlink_to(outside)
    links = [p for p in mini.validate().problems if p.code == "file-link"]
    assert [(p.path, p.line, p.column) for p in links] == [(str(mini.root / place), 1, 1)]
    assert str(outside) in links[0].message
    assert links[0].hint == "put the record itself here"
    if place.endswith(".json"):
        assert codes(mini.validate()) == ["file-link"], "what refers to it does not dangle"
        assert codes(mini.validate(place)) == ["file-link"]


@pytest.mark.usefixtures("packaged")
def test_hidden_files_of_a_loose_folder_are_left_alone(tmp_path: Path, mini: Tree) -> None:
    (tmp_path / "loose" / ".vscode").mkdir(parents=True)
    (tmp_path / "loose" / ".vscode" / "settings.json").write_text("{}")
    (tmp_path / "loose" / ".hidden.json").write_text("{}")
    (tmp_path / "loose" / "any.json").write_text(mini.read(SUH))
    report = validate(tmp_path / "loose")
    assert (report.checked, report.problems) == (1, ())


def test_a_file_is_checked_without_those_whose_names_begin_like_its_own(mini: Tree) -> None:
    path = mini.path("states/KOR")
    path.with_name("KOR.json~").write_text("{}")
    report = validate(path)
    assert (report.checked, report.problems) == (1, ())


@pytest.mark.usefixtures("packaged")
def test_a_link_out_of_a_loose_folder_is_told_too(mini: Tree, tmp_path: Path) -> None:
    loose = tmp_path / "loose"
    loose.mkdir()
    (loose / "a.json").symlink_to(mini.path(SUH))
    assert codes(validate(loose)) == ["file-link"]


@pytest.mark.parametrize(
    "name", ["a\nb.json", "\udcff.json", "ü.json", ".json.json", "'\"$(x).json", "-.json"]
)
def test_odd_names_of_files_are_ids_that_do_not_fit(mini: Tree, name: str) -> None:
    mini.path(UNMISS).rename(mini.root / "missions" / name)
    report = mini.validate()
    if name.startswith("."):
        assert codes(report) == ["ref-unknown"]
    else:
        assert codes(report) == ["id-path", "ref-unknown"]
        assert report.problems[0].path.endswith(name)
    report.to_dict()


def test_a_file_that_grows_too_large_is_read_no_further(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = os.read

    def read(handle: int, size: int) -> bytes:
        asked.append(size)
        return real(handle, size)

    with mini.path(SUH).open("r+b") as file:
        file.truncate(1_000_000_000)  # sparse: takes no room
    monkeypatch.setattr(os, "read", read)
    assert codes(mini.validate(f"{SUH}.json")) == ["file-size"]
    assert max(asked) <= 1_000_001


def test_short_reads_are_read_on(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: real(handle, min(size, 7)))
    assert mini.validate() == Report(25)


def test_no_clock_is_read(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoClock(datetime.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            raise AssertionError("a clock was read")

        utcnow = today = now

    def no_clock(*_: object) -> float:
        raise AssertionError("a clock was read")

    mini.replace(PACKAGE, '"lead"', '"leed"')
    with monkeypatch.context() as patch:
        for name in (
            "time",
            "time_ns",
            "monotonic",
            "perf_counter",
            "localtime",
            "gmtime",
            "strftime",
        ):
            patch.setattr(time, name, no_clock)
        patch.setattr(datetime, "datetime", NoClock)
        found = codes(mini.validate())
    assert found == ["code-unknown"]


def test_the_network_is_blocked_and_not_needed(mini: Tree) -> None:
    with pytest.raises(
        (SocketBlockedError, UserWarning)
    ):  # it warns first, and warnings are errors
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    mini.replace("sources/brief", "press.un.org", "no-such-host.invalid")
    assert mini.validate().ok


def test_the_environment_does_not_matter(mini: Tree) -> None:
    mini.write(SUH, "{")
    mini.replace(PACKAGE, '"lead"', '"leed"')
    mini.change("pledges/2021-seoul/a-twin", {"copy of": "pledges/2021-seoul/un-dpo-course"})
    code = "import sys, unpko; print(unpko.validate(sys.argv[1]).to_dict())"
    outputs = set()
    for seed, more in (
        ("0", {}),
        ("1", {"LC_ALL": "C", "TZ": "Asia/Seoul"}),
        ("2", {"NO_COLOR": "1"}),
    ):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), **more}
        outputs.add(
            subprocess.run(
                [sys.executable, "-W", "error", "-c", code, mini.root],
                env=environment,
                capture_output=True,
                check=True,
            ).stdout
        )
    assert len(outputs) == 1
    assert b"code-unknown" in outputs.pop()


def test_progress_is_told_to_the_end(mini: Tree) -> None:
    for number in range(230):
        twin = {**mini_records()[UNMISS], "id": f"m{number}"}
        mini.write(f"missions/m{number}", twin)
    seen: list[tuple[int, int]] = []
    report = validate(mini.root, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 255), (100, 255), (200, 255), (255, 255)]
    assert report.checked == 255


def test_a_text_is_checked_without_a_file(packaged: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    text = packaged.read(PACKAGE)
    assert validate_text(text, f"{PACKAGE}.json") == Report(1)
    assert validate_text(text.encode(), f"records/{PACKAGE}.json").ok
    wrong = "\n\n" + text.replace('"KOR"', '"KOX"')
    # A file of that name is there, and its lines are others.
    monkeypatch.chdir(packaged.root)
    problems = validate_text(wrong, f"{PACKAGE}.json").problems
    assert [(p.path, p.line, p.column, p.code) for p in problems] == [
        (f"{PACKAGE}.json", 1, 1, "json-layout"),
        (f"{PACKAGE}.json", 10, 19, "ref-unknown"),
    ]


@pytest.mark.usefixtures("packaged")
@pytest.mark.parametrize(
    "text", ["", "\ud800", "{", '{"$schema": 1,}', "\ufeff{}", "null", "9" * 5000]
)
@pytest.mark.parametrize("path", ["states/KOR.json", "x.json", "", "pledges/a/b/c/d.json", "../x"])
def test_any_text_at_any_path_is_a_report(text: str, path: str) -> None:
    report = validate_text(text, path)
    assert report.checked == 1
    assert not report.ok
    assert all(problem.path == path for problem in report.problems)


def test_a_text_takes_the_place_of_the_packaged_record(packaged: Tree) -> None:
    text = packaged.read("officials/suh-wook").replace('"defence-minister"', '"minister"')
    assert validate_text(text, "officials/suh-wook.json").ok  # what then breaks is another's file
    moved = validate_text(packaged.read(PACKAGE), "pledges/2021-seoul/other.json")
    assert codes(moved) == ["duplicate", "id-path"]


def test_the_records_of_a_wheel_are_checked_as_those_of_a_checkout(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unpko.resources.packaged", mini.packed)
    monkeypatch.setattr(unpko.validation, "packaged_store", LinesStore)
    seen: list[tuple[int, int]] = []
    report = validate(progress=lambda done, total: seen.append((done, total)))
    assert report == Report(25)
    assert seen[-1] == (25, 25)
    assert set(KINDS) == {p.name for p in mini.root.iterdir()}
    mini.change(PACKAGE, {"/pledgers/0/state_id": "KOX"})
    (problem,) = validate().problems
    assert (problem.code, problem.path) == ("ref-unknown", f"{PACKAGE}.json")


def test_a_report_counts_errors_and_warnings_apart(mini: Tree) -> None:
    mini.change("sources/new", {"copy of": "sources/text", "/title": "News"})
    report = mini.validate()
    assert (report.ok, len(report.errors), len(report.warnings)) == (True, 0, 1)
    assert repr(report) == "<Report: 26 files, 0 errors, 1 warnings>"
    mini.write(SUH, "{")
    report = mini.validate()
    assert (report.ok, len(report.errors), len(report.warnings)) == (False, 1, 1)
    plain = report.to_dict()
    assert plain["checked"] == 26
    assert [list(p) for p in plain["problems"]] == [  # type: ignore[attr-defined]
        ["code", "severity", "path", "line", "column", "pointer", "message", "hint"]
    ] * 2
    first = str(report.problems[0])
    assert first.startswith(f"{mini.path(SUH)}:1:2: error json-syntax: ")

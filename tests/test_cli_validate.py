"""The commands `unpko validate` and `unpko fmt`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.commands import real, run
from tests.tree import Tree
from unpko.cli import output

SEOUL = "ministerials/2021-seoul"
PLEDGE = "pledges/2021-seoul/kor-helicopters"

# validate


def test_validate_says_yes(mini: Tree) -> None:
    result = run("validate", str(mini.root))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"no problems in {len(mini.records)} files\n"


def test_validate_says_where_and_what(mini: Tree) -> None:
    path = mini.replace(PLEDGE, '"advanced"', '"advancd"')
    result = run("validate", str(mini.root))
    assert result.exit_code == 1
    assert f"{path}:" in result.stdout
    assert '"novelty": "advancd"' in result.stdout
    assert "^^^^^^^^^" in result.stdout
    assert 'did you mean "advanced"' in result.stdout
    assert result.stderr == ""


def test_warnings_fail_only_if_asked(mini: Tree) -> None:
    mini.change("sources/unused", {"copy of": "sources/text", "/title": "Nobody cites this"})
    assert [p.code for p in mini.validate().problems] == ["source-unused"]
    assert run("validate", str(mini.root)).exit_code == 0
    assert run("validate", str(mini.root), "--strict").exit_code == 1


def test_what_cannot_be_read_is_status_2(mini: Tree) -> None:
    os.mkfifo(mini.path("states/PIP"))
    mini.replace(PLEDGE, '"advanced"', '"advancd"')
    result = run("validate", str(mini.root))
    assert result.exit_code == 2
    assert "file-unreadable" in result.stdout
    assert "code-unknown" in result.stdout


def test_a_path_that_does_not_exist_is_wrong_usage() -> None:
    result = run("validate", "no/such/path")
    assert result.exit_code == 2
    assert "no/such/path" in result.stderr


def test_without_a_path_the_packaged_records_are_checked(packaged: Tree) -> None:
    packaged.replace(PLEDGE, '"advanced"', '"advancd"')
    assert run("validate").exit_code == 1


@pytest.mark.parametrize("locale", ["utf-8", "ascii", "cp1252"])
def test_json_is_utf_8_whatever_the_locale(mini: Tree, locale: str) -> None:
    mini.replace(PLEDGE, '"advanced"', '"앞으로"')
    result = real("validate", str(mini.root), "--format", "json", PYTHONIOENCODING=locale)
    assert result.returncode == 1
    assert result.stderr == ""
    (found,) = json.loads(result.stdout)["problems"]
    assert found["message"].startswith('"앞으로"')
    text = real("validate", str(mini.root), PYTHONIOENCODING=locale)
    assert text.returncode == 1
    assert text.stderr == ""


def test_the_progress_bar_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    class Bar:
        def start(self) -> None:
            shown.append("start")

        def stop(self) -> None:
            shown.append("stop")

        def add_task(self, *_: object, **__: object) -> int:
            return 0

        def update(self, _: int, **counts: int) -> None:
            shown.append(f"{counts['completed']}/{counts['total']}")

    clock = iter([0.0, 0.5, 1.5])
    monkeypatch.setattr(output, "_bar", Bar)
    monkeypatch.setattr(output.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with output.progress_bar(None) as progress:
        assert progress is not None
        progress(0, 9)
        assert shown == []
        progress(5, 9)
        progress(9, 9)
    assert shown == ["start", "5/9", "9/9", "stop"]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    with output.progress_bar(None) as progress:
        assert progress is None
    with output.progress_bar(False) as progress:
        assert progress is None


def test_a_bar_that_is_asked_for_does_not_disturb_stdout(mini: Tree) -> None:
    plain = run("validate", str(mini.root))
    assert run("validate", str(mini.root), "--progress").stdout == plain.stdout


def test_where_there_is_nothing_to_check_nothing_is_good(mini: Tree, tmp_path: Path) -> None:
    empty, good = tmp_path / "empty", str(mini.root)
    (empty / "states").mkdir(parents=True)
    (empty / "states" / ".x.json").write_text("{}")  # hidden files are no records
    (bare := tmp_path / "bare").mkdir()
    for paths in ([str(empty)], [str(bare)], [good, str(bare)]):
        for form in ("text", "json"):
            result = run("validate", *paths, "--format", form)
            assert (result.exit_code, result.stdout) == (2, "")
            assert f"there is no record to check in {paths[-1]!r}" in result.stderr
    mini.replace(PLEDGE, '"advanced"', '"advancd"')
    assert run("validate", good, str(bare)).exit_code == 1


def test_a_whole_clone_is_not_taken_for_its_records(
    mini: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    (clone / "settings.json").write_text("{}")
    mini.root.rename(clone / "records")
    result = run("validate", str(clone))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"did you mean {str(clone / 'records')!r}?" in result.stderr
    monkeypatch.chdir(clone)
    assert "did you mean 'records'?" in run("validate", ".").stderr
    assert run("validate", "records").exit_code == 0


# fmt


def test_fmt_rewrites_and_says_so(mini: Tree) -> None:
    good = mini.read(PLEDGE)
    path = mini.write(PLEDGE, good.replace("\n", "\r\n"))
    broken = mini.replace(SEOUL, '"main"', "null")
    before = broken.read_bytes()
    checked = run("fmt", "--check", str(mini.root))
    assert checked.exit_code == 1
    assert checked.stdout == f"would rewrite {path}\n"
    assert b"\r" in path.read_bytes()
    result = run("fmt", str(mini.root))
    assert result.exit_code == 1
    assert result.stdout == f"rewrote {path}\n"
    assert "json-null" in result.stderr
    count = len(mini.records) - 2
    assert result.stderr.endswith(
        f"1 file rewritten, {count} in canonical form already, 1 left as it is, with problems\n"
    )
    assert mini.read(PLEDGE) == good
    assert broken.read_bytes() == before


def test_fmt_of_clean_files_is_quiet(mini: Tree) -> None:
    for args in ([], ["--check"]):
        result = run("fmt", *args, str(mini.root))
        assert (result.exit_code, result.stdout) == (0, "")


def test_fmt_check_fails_on_a_change_alone(mini: Tree) -> None:
    mini.write(PLEDGE, mini.read(PLEDGE) + "\n")
    assert run("fmt", "--check", str(mini.root)).exit_code == 1
    assert run("fmt", str(mini.root)).exit_code == 0


def test_fmt_needs_a_path_outside_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unpko.resources.checkout_folder", lambda _: None)
    result = run("fmt")
    assert result.exit_code == 2
    assert "name a PATH" in result.stderr


@pytest.mark.parametrize("command", ["validate", "fmt", "upgrade"])
def test_a_whole_clone_is_no_folder_of_records(mini: Tree, command: str) -> None:
    clone = mini.root.parent  # it holds `records`
    before = mini.read(PLEDGE)
    mini.write(PLEDGE, before + "\n")
    result = run(command, str(clone))
    assert result.exit_code == 2
    assert "did you mean" in result.stderr
    assert mini.read(PLEDGE) == before + "\n"

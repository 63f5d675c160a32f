"""Freezing the schemas: drafts, publication, settings for editors, and the command line."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.commands import run
from unpko.model import KINDS, SCHEMA_VERSION, schema_url
from unpko.schemas import commands, editor, freeze, index
from unpko.schemas.generate import Draft, draft

NAMES = [model.kind_name for model in KINDS.values()]

# The version of the models, published in the folders here, and those that could come next.
NOW = SCHEMA_VERSION
MINOR = f"{index.order(NOW)[0]}.{index.order(NOW)[1] + 1}"
MAJOR = f"{index.order(NOW)[0] + 1}.0"


@pytest.fixture(scope="module")
def made() -> Draft:
    return draft()


def with_change(made: Draft, version: str, kind: str = "state") -> Draft:
    """Give what changed models would say: one more optional field in one kind."""
    schema = json.loads(made.files[f"{kind}.json"])
    schema["properties"]["made_up"] = {"$ref": "#/$defs/Text"}
    return Draft(version, {**made.files, f"{kind}.json": json.dumps(schema, indent=2) + "\n"})


@pytest.fixture
def folder(tmp_path: Path, made: Draft) -> Path:
    """A folder in which the version of the models is published."""
    freeze.write(tmp_path / "schemas", made)
    freeze.publish(tmp_path / "schemas", made, NOW, "2026-12-01")
    return tmp_path / "schemas"


class TestFreezing:
    def test_a_draft_follows_the_models(self, tmp_path: Path, made: Draft) -> None:
        assert len(freeze.write(tmp_path, made)) == len(made.files) + 1
        assert freeze.write(tmp_path, made) == []
        assert freeze.check(tmp_path, made) == []
        changed = with_change(made, NOW)
        (problem,) = freeze.check(tmp_path, changed)
        assert f"{NOW}/state.json: the models now say something else: run `unpko" in problem
        assert [path.name for path in freeze.write(tmp_path, changed)] == [
            "state.json",
            "index.json",
        ]
        assert freeze.check(tmp_path, changed) == []

    def test_the_index_holds_status_date_and_hashes(self, folder: Path, made: Draft) -> None:
        (version,) = freeze.versions(folder)
        assert (version.number, version.status, version.date) == (NOW, "published", "2026-12-01")
        for name, text in made.files.items():
            assert version.files[name] == index.digest(text.encode())

    def test_an_edited_published_file_is_told_with_the_way_back(
        self, folder: Path, made: Draft
    ) -> None:
        path = folder / NOW / "state.json"
        path.write_text(path.read_text(encoding="utf-8").replace("alpha-3", "alpha3"), "utf-8")
        (problem,) = freeze.check(folder, made)  # of the models there is nothing to say
        with pytest.raises(freeze.Refused, match="was changed"):
            freeze.write(folder, made)
        assert f"{NOW}/state.json was changed, but {NOW} was published on 2026-12-01" in problem
        assert f"git restore schemas/{NOW}" in problem
        assert "set SCHEMA_VERSION in unpko/model/base.py to the next version" in problem

    def test_the_hashes_are_kept_twice(self, folder: Path, made: Draft) -> None:
        first = (folder / freeze.SEALS).read_text(encoding="utf-8")
        assert freeze.seals(folder) == {
            f"{NOW}/{name}": index.digest(text.encode()) for name, text in made.files.items()
        }
        changed = with_change(made, MINOR)
        freeze.write(folder, changed)
        assert freeze.check(folder, changed) == []
        freeze.publish(folder, changed, MINOR, "2027-01-01")
        assert (folder / freeze.SEALS).read_text(encoding="utf-8").startswith(first)
        assert len(freeze.seals(folder)) == 2 * len(made.files)
        assert freeze.check(folder, changed) == []

    def test_an_edit_that_hides_behind_a_new_hash_is_told(self, folder: Path, made: Draft) -> None:
        path = folder / NOW / "state.json"
        old = index.digest(path.read_bytes())
        path.write_bytes(path.read_bytes().replace(b"alpha-3", b"alpha3"))
        listed = (folder / freeze.INDEX).read_text(encoding="utf-8")
        assert old in listed
        (folder / freeze.INDEX).write_text(listed.replace(old, index.digest(path.read_bytes())))
        (problem,) = freeze.check(folder, made)
        assert problem.startswith(f"{NOW}/state.json: index.json and published.sha256 do not agree")
        with pytest.raises(freeze.Refused, match="do not agree"):
            freeze.write(folder, made)
        with pytest.raises(freeze.Refused, match="do not agree"):
            freeze.publish(folder, made, NOW, "2027-01-01")

    @pytest.mark.parametrize("gone", [True, False])
    def test_nothing_is_made_a_draft_again(self, folder: Path, made: Draft, gone: bool) -> None:
        (version,) = freeze.versions(folder)
        kept = [] if gone else [index.Version(NOW, index.DRAFT, version.files)]
        (folder / freeze.INDEX).write_text(index.dumps(kept), encoding="utf-8")
        if gone:
            shutil.rmtree(folder / NOW)
        changed = with_change(made, NOW)
        assert "do not agree" in freeze.check(folder, made)[0]
        for do in (
            lambda: freeze.write(folder, changed),
            lambda: freeze.publish(folder, made, NOW, "2027-01-01"),
        ):
            with pytest.raises(freeze.Refused, match="do not agree"):
                do()

    def test_a_second_list_that_is_gone_is_told(self, folder: Path, made: Draft) -> None:
        (folder / freeze.SEALS).unlink()
        (problem,) = freeze.check(folder, made)
        assert "do not agree on what was published: restore all with `git restore sc" in problem

    def test_two_causes_are_told_as_two(self, folder: Path, made: Draft) -> None:
        (folder / NOW / "mission.json").write_text("{}")
        edited, drifted = freeze.check(folder, with_change(made, NOW))
        assert edited.startswith(f"{NOW}/mission.json was changed")
        assert drifted.startswith(f"{NOW}/state.json: the models no longer say")

    def test_an_edit_that_hides_behind_all_hashes_is_told_by_an_earlier_release(
        self, folder: Path, made: Draft, tmp_path: Path
    ) -> None:
        shutil.copytree(folder, tmp_path / "released")
        freeze.write(folder, with_change(made, MINOR))
        assert freeze.check_against(folder, tmp_path / "released") == []
        (folder / NOW / "state.json").write_text("{}")
        (problem,) = freeze.check_against(folder, tmp_path / "released")
        assert f"{NOW}/state.json is not what was released" in problem

    def test_missing_and_extra_files_are_told(self, folder: Path, made: Draft) -> None:
        (folder / NOW / "state.json").rename(folder / NOW / "country.json")
        (folder / "1.2").mkdir()
        problems = "\n".join(freeze.check(folder, made))
        assert "1.2 is in the folder of the schemas but not in index.json" in problems
        assert f"{NOW}/country.json is not in index.json, but {NOW} was published" in problems
        assert f"{NOW}/state.json is missing, but {NOW} was published" in problems

    def test_models_that_change_under_a_published_version_are_told(
        self, folder: Path, made: Draft
    ) -> None:
        changed = with_change(made, NOW)
        (problem,) = freeze.check(folder, changed)
        assert problem.startswith(f"{NOW}/state.json: the models no longer say what was published")
        assert "set SCHEMA_VERSION in unpko/model/base.py to the next version" in problem
        with pytest.raises(freeze.Refused, match="no longer say what was published"):
            freeze.write(folder, changed)

    def test_the_next_version_is_a_draft_beside_it(self, folder: Path, made: Draft) -> None:
        changed = with_change(made, MINOR)
        (problem,) = freeze.check(folder, changed)
        assert f"{MINOR}, the version of the models, is not there: run `unpko schema" in problem
        freeze.write(folder, changed)
        assert freeze.check(folder, changed) == []
        assert [version.status for version in freeze.versions(folder)] == ["published", "draft"]

    def test_a_version_that_no_upgrade_leads_on_from_is_told(
        self, folder: Path, made: Draft
    ) -> None:
        changed = with_change(made, MINOR)
        freeze.write(folder, changed)
        (problem,) = freeze.check(folder, changed, steps=())
        assert f"records of {NOW} can no longer be read: say in unpko/reading/upg" in problem
        assert freeze.check(folder, changed, steps={NOW}) == []

    @pytest.mark.parametrize(("version", "refused"), [(MINOR, True), (MAJOR, False)])
    def test_only_a_major_step_may_refuse_old_records(
        self, folder: Path, made: Draft, version: str, refused: bool
    ) -> None:
        schema = json.loads(made.files["state.json"])
        schema["required"].append("note")
        changed = Draft(version, {**made.files, "state.json": json.dumps(schema)})
        freeze.write(folder, changed)
        problems = freeze.check(folder, changed)
        assert bool(problems) is refused
        if refused:
            (problem,) = problems
            assert f"the step from {NOW} to {MINOR} is called minor, but state/note" in problem

    def test_a_draft_that_was_left_behind_is_told(self, tmp_path: Path, made: Draft) -> None:
        freeze.write(tmp_path, made)
        changed = with_change(made, MINOR)
        freeze.write(tmp_path, changed)
        (problem,) = freeze.check(tmp_path, changed)
        assert f"{NOW} is a draft, but the models stand for {MINOR}" in problem
        shutil.rmtree(tmp_path / NOW)
        freeze.write(tmp_path, changed)
        assert freeze.check(tmp_path, changed) == []

    def test_a_kind_that_was_taken_out_of_a_draft_goes(self, tmp_path: Path, made: Draft) -> None:
        freeze.write(tmp_path, made)
        fewer = Draft(NOW, {k: v for k, v in made.files.items() if k != "state.json"})
        freeze.write(tmp_path, fewer)
        assert not (tmp_path / NOW / "state.json").exists()
        assert freeze.check(tmp_path, fewer) == []

    @pytest.mark.parametrize(
        ("version", "date", "message"),
        [
            (NOW, "2027-01-01", f"{NOW} was published on 2026-12-01, and stays as it is"),
            ("9.9", "2027-01-01", f"there is no version 9.9; there are: {NOW}, {MINOR}"),
            (MINOR, "1 January", "'1 January' is no day: write it as 2026-12-01"),
            (MINOR, "2026-11-30", f"{NOW} was published on 2026-12-01, after 2026-11-30"),
        ],
    )
    def test_publishing_is_refused(
        self, folder: Path, made: Draft, version: str, date: str, message: str
    ) -> None:
        changed = with_change(made, MINOR)
        freeze.write(folder, changed)
        with pytest.raises(freeze.Refused, match=re.escape(message)):
            freeze.publish(folder, changed, version, date)

    def test_publishing_is_refused_while_anything_is_wrong(self, folder: Path, made: Draft) -> None:
        changed = with_change(made, MINOR)
        freeze.write(folder, changed)
        (folder / MINOR / "state.json").write_text("{}")
        with pytest.raises(freeze.Refused, match=re.escape(f"{MINOR}/state.json was changed")):
            freeze.publish(folder, changed, MINOR, "2027-01-01")

    @pytest.mark.parametrize(
        "text",
        [
            "{",
            "[]",
            '{"versions": [{"version": "1.0", "status": "draft"}]}',
            '{"versions": [{"version": "1", "status": "draft", "files": {}}]}',
            '{"versions": [{"version": "1.0", "status": "final", "files": {}}]}',
            '{"versions": [{"version": "1.0", "status": "published", "files": {}}]}',
            '{"versions": [{"version": "1.0", "status": "draft", "date": "2026", "files": {}}]}',
        ],
    )
    def test_a_broken_index_is_told(self, tmp_path: Path, made: Draft, text: str) -> None:
        (tmp_path / "index.json").write_text(text)
        (problem,) = freeze.check(tmp_path, made)
        assert "index.json cannot be read" in problem


class TestEditor:
    def test_other_settings_are_kept(self, tmp_path: Path, made: Draft) -> None:
        (tmp_path / ".vscode").mkdir()
        path = tmp_path / editor.SETTINGS
        path.write_text('{"files.eol": "\\n", "json.schemas": []}')
        assert "does not hold the present schemas" in editor.check(tmp_path, made)[0]
        assert editor.write(tmp_path, made) == [path]
        assert editor.write(tmp_path, made) == []
        settings = json.loads(path.read_bytes())
        assert settings["files.eol"] == "\n"
        assert [item["url"] for item in settings["json.schemas"]][1:] == [
            schema_url(name) for name in NAMES
        ]

    def test_settings_with_comments_are_left_alone(self, tmp_path: Path, made: Draft) -> None:
        (tmp_path / ".vscode").mkdir()
        (tmp_path / editor.SETTINGS).write_text("{} // mine")
        assert "is no plain JSON" in editor.check(tmp_path, made)[0]


class TestCommands:
    def run(self, *arguments: str | Path) -> tuple[int, str]:
        done = run("schema", *map(str, arguments))
        return done.exit_code, done.output

    def test_from_draft_to_publication(self, tmp_path: Path) -> None:
        folder = ("--folder", tmp_path)
        assert self.run("write", *folder)[0] == 0
        assert self.run("check", *folder)[0] == 0
        code, output = self.run("publish", NOW, "--date", "2026-12-01", *folder)
        assert (code, f"{NOW} is published as of 2026-12-01" in output) == (0, True)
        assert self.run("publish", NOW, "--date", "2026-12-01", *folder)[0] == 1
        assert self.run("check", *folder, "--against", tmp_path)[0] == 0
        (tmp_path / NOW / "state.json").write_text("{}")
        code, output = self.run("check", *folder)
        assert (code, "git restore" in output) == (1, True)
        assert self.run("write", *folder)[0] == 1
        (tmp_path / "index.json").write_text("{")
        for command in (["write"], ["diff", NOW, NOW], ["check", "--against", tmp_path]):
            code, output = self.run(*command, *folder)
            assert (code, "index" in output or "cannot be read" in output) == (2, True), command

    def test_diff(self, folder: Path, made: Draft) -> None:
        freeze.write(folder, with_change(made, MINOR))
        code, output = self.run("diff", NOW, MINOR, "--folder", folder)
        assert code == 0
        assert "minor  state/made_up: an optional field was added" in output
        assert f"the step from {NOW} to {MINOR}: minor at most" in output
        assert "no change" in self.run("diff", NOW, NOW, "--folder", folder)[1]
        assert self.run("diff", MINOR, NOW, "--folder", folder)[0] == 2
        assert self.run("diff", NOW, "9.9", "--folder", folder)[0] == 2
        path = folder / MINOR / "state.json"
        path.write_bytes(path.read_bytes().replace(b'"required": [', b'"required": ["made_up",', 1))
        code, output = self.run("diff", NOW, MINOR, "--folder", folder)
        assert (code, "is called minor, but 1 change is major" in output) == (1, True)

    def test_show(self) -> None:
        code, output = self.run("show", "pledge")
        assert (code, json.loads(output)["title"]) == (0, "Pledge")
        code, output = self.run("show", "plege")
        assert (code, 'did you mean "pledge"' in output) == (2, True)

    def test_export(self, tmp_path: Path) -> None:
        code, output = self.run("export", tmp_path, "--base-url", "https://example.org/s")
        assert (code, "files written" in output) == (0, True)
        assert f"https://example.org/s/{NOW}/pledge.json" in (tmp_path / "index.json").read_text()

    @pytest.mark.parametrize("base", ["", "example.org", "https://", "https://a b", "ftp://a/s"])
    def test_export_takes_no_base_that_is_no_address(self, tmp_path: Path, base: str) -> None:
        code, output = self.run("export", tmp_path, "--base-url", base)
        assert (code, "--base-url takes an address" in output) == (2, True)
        assert not any(tmp_path.iterdir())

    def test_settings_that_must_wait_for_the_schemas_are_not_told(
        self, folder: Path, made: Draft, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(commands, "checkout_folder", lambda name: str(folder))
        editor.write(folder.parent, made)
        monkeypatch.setattr("unpko.reading.upgrades.STEPS", dict.fromkeys([NOW]))
        assert self.run("check") == (0, "the schemas are as they should be\n")
        changed = with_change(made, NOW)
        monkeypatch.setattr("unpko.schemas.generate.draft", lambda: changed)
        code, output = self.run("check")
        assert (code, output.count("\n")) == (1, 1)
        assert "the models no longer say what was published" in output
        changed = with_change(made, MINOR)
        assert self.run("write")[1].endswith(f"{MINOR}: {len(made.files) + 2} files changed\n")
        assert self.run("check")[0] == 0
        (folder.parent / editor.SETTINGS).unlink()
        code, output = self.run("check")
        assert (code, ".vscode/settings.json does not hold" in output) == (1, True)
        assert self.run("write")[1].endswith(f"{MINOR}: 1 file changed\n")

    def test_only_a_checkout_can_be_written_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(commands, "checkout_folder", lambda name: None)
        code, output = self.run("write")
        assert (code, "give --folder" in output) == (2, True)

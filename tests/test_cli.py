"""The command line: what it prints where, its exit status, and that nothing ends in a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import unpko
from tests.mini import claim
from tests.tree import Tree
from unpko.cli import COMMANDS, cli, output
from unpko.cli.pages.parts import plain
from unpko.model import KINDS
from unpko.report.frame import cells

SEOUL = "ministerials/2021-seoul"
PLEDGE = "pledges/2021-seoul/kor-helicopters"

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; anything but an exit is an error of the test."""

    def call(*args: str, columns: int | None = None) -> Result:
        if columns is not None:
            monkeypatch.setenv("COLUMNS", str(columns))
        result = CliRunner().invoke(cli, args)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.output
        return result

    return call


@pytest.fixture
def real() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command in a process of its own."""

    def call(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "unpko", *args]
        paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", env={**paths, **env}, check=False
        )

    return call


def folder(mini: Tree) -> list[str]:
    return ["--folder", str(mini.root)]


# The group


def test_help_and_version_import_no_command_and_no_model() -> None:
    code = (
        "import sys, contextlib, io\n"
        "from unpko.cli import cli\n"
        "for args in (['--help'], ['--version']):\n"
        "    with contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "        cli(args, standalone_mode=False)\n"
        "    assert 'unpko' in out.getvalue() or 'Peacekeeping' in out.getvalue()\n"
        "heavy = {'pydantic', 'rich', 'unpko.model', 'unpko.cli.validate'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    env = {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=env)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_exists_and_has_help(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"unpko {name}" in result.output.replace("cli ", "unpko ")
    assert COMMANDS[name].help in run("--help").output


def test_a_misspelt_command_is_answered_with_the_right_one(run: Run) -> None:
    result = run("valdate")
    assert result.exit_code == 2
    assert 'did you mean "validate"?' in result.stderr
    assert result.stdout == ""


def test_control_characters_of_arguments_are_not_printed(run: Run) -> None:
    strange = "a\x07\x9b"  # click itself takes colours out, but no more than that
    for args in ((strange,), (f"--{strange}",), ("validate", strange), ("show", strange)):
        result = run(*args)
        assert result.exit_code == 2
        assert not {"\x07", "\x9b"} & set(result.stderr), args


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(), 141, ""),
        (PermissionError(13, "Permission denied", "x.json"), 2, "x.json: Permission denied"),
        (unpko.UnknownRecord("states", "KR", ["KOR"]), 2, 'did you mean "KOR"?'),
        (click.ClickException("a\x07\nb"), 2, "a␇\nb"),
        (unpko.Disputed("the name", ["a", "b"]), 2, "look at the claims"),
    ],
)
def test_what_goes_wrong_is_a_message_and_a_status(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(unpko, "load", fail)
    monkeypatch.setattr(os, "dup2", lambda *_: None)  # the test needs its stdout
    result = run("show", "x")
    assert result.exit_code == status
    assert said in result.stderr
    assert bool(result.stderr) is bool(said)


def test_a_reader_that_goes_away_is_met_quietly() -> None:
    code = "import sys; sys.argv[1:] = ['list', 'states']; from unpko.cli import main; main()"
    env = {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 141
    assert "Error" not in errors
    assert "Exception" not in errors


# validate


def test_validate_says_yes(run: Run, mini: Tree) -> None:
    result = run("validate", str(mini.root))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"no problems in {len(mini.records)} files\n"


def test_validate_says_where_and_what(run: Run, mini: Tree) -> None:
    path = mini.replace(PLEDGE, '"advanced"', '"advancd"')
    result = run("validate", str(mini.root))
    assert result.exit_code == 1
    assert f"{path}:" in result.stdout
    assert '"novelty": "advancd"' in result.stdout
    assert "^^^^^^^^^" in result.stdout
    assert 'did you mean "advanced"' in result.stdout
    assert result.stderr == ""


def test_warnings_fail_only_if_asked(run: Run, mini: Tree) -> None:
    mini.change("sources/unused", {"copy of": "sources/text", "/title": "Nobody cites this"})
    assert [p.code for p in mini.validate().problems] == ["source-unused"]
    assert run("validate", str(mini.root)).exit_code == 0
    assert run("validate", str(mini.root), "--strict").exit_code == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_cannot_be_read_is_status_2(run: Run, mini: Tree) -> None:
    os.mkfifo(mini.path("states/PIP"))
    mini.replace(PLEDGE, '"advanced"', '"advancd"')
    result = run("validate", str(mini.root))
    assert result.exit_code == 2
    assert "file-unreadable" in result.stdout
    assert "code-unknown" in result.stdout


def test_a_path_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    result = run("validate", "no/such/path")
    assert result.exit_code == 2
    assert "no/such/path" in result.stderr


def test_without_a_path_the_packaged_records_are_checked(run: Run, packaged: Tree) -> None:
    packaged.replace(PLEDGE, '"advanced"', '"advancd"')
    assert run("validate").exit_code == 1


@pytest.mark.parametrize("locale", ["utf-8", "ascii", "cp1252"])
def test_json_is_utf_8_whatever_the_locale(
    real: Callable[..., subprocess.CompletedProcess[str]], mini: Tree, locale: str
) -> None:
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


def test_a_bar_that_is_asked_for_does_not_disturb_stdout(run: Run, mini: Tree) -> None:
    plain = run("validate", str(mini.root))
    assert run("validate", str(mini.root), "--progress").stdout == plain.stdout


# fmt


def test_fmt_rewrites_and_says_so(run: Run, mini: Tree) -> None:
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


def test_fmt_of_clean_files_is_quiet(run: Run, mini: Tree) -> None:
    for args in ([], ["--check"]):
        result = run("fmt", *args, str(mini.root))
        assert (result.exit_code, result.stdout) == (0, "")


def test_fmt_check_fails_on_a_change_alone(run: Run, mini: Tree) -> None:
    mini.write(PLEDGE, mini.read(PLEDGE) + "\n")
    assert run("fmt", "--check", str(mini.root)).exit_code == 1
    assert run("fmt", str(mini.root)).exit_code == 0


def test_fmt_needs_a_path_outside_a_checkout(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unpko.resources.checkout_folder", lambda _: None)
    result = run("fmt")
    assert result.exit_code == 2
    assert "name a PATH" in result.stderr


# show


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_every_record_can_be_shown(run: Run, mini: Tree, columns: int) -> None:
    for place in mini.records:
        result = run("show", place, *folder(mini), columns=columns)
        assert result.exit_code == 0, place
        assert place.split("/", 1)[1].split("/")[-1] in result.stdout.replace("\n", "")
        for line in result.stdout.split("\n"):
            assert cells(line) <= columns, (place, line)
            assert line == line.rstrip(), (place, line)
            assert "Disputed" not in line


def test_show_json_is_the_record(run: Run, mini: Tree) -> None:
    for place in mini.records:
        assert run("show", place, "--format", "json", *folder(mini)).stdout == mini.read(place)


def test_an_event_is_shown_with_what_sources_say(run: Run, mini: Tree) -> None:
    page = run("show", "2021-seoul", *folder(mini)).stdout
    assert page.startswith("Seoul Ministerial\n")
    for said in (
        "2021-12-07 to 2021-12-08",
        "Seoul, Republic of Korea (KOR)",
        "Republic of Korea (KOR): host",
        "preferred: Counts states.",
        'printed "155 countries"',
        "brief, paragraph 1",
        "more than 60",
        "USD",
        "Opening ceremony",
        "Suh Wook (opening speaker)",
        "Republic of Korea (KOR): 3",
        "Preparatory Meeting",
        "United Nations: A brief",
    ):
        assert said in page, said


def test_a_dispute_is_marked_by_a_word(run: Run, mini: Tree) -> None:
    page = run("show", "2021-seoul", *folder(mini)).stdout
    rows = page[page.index("Figures") : page.index("Sessions")].split("\n\n")
    marked = [row for row in rows if "! disputed" in row]
    assert len(marked) == 2
    assert "75" in marked[0]
    assert "155" in marked[0]
    assert "55" in marked[1]
    assert "57" in marked[1]
    states = next(row for row in rows if "62" in row)
    assert "! disputed" not in states  # 62 agrees with "more than 60"


def test_a_pledge_is_shown_with_its_history(run: Run, mini: Tree) -> None:
    page = run("show", "2021-seoul/kor-helicopters", *folder(mini)).stdout
    for said in (
        "Give 16 helicopters to partners.",
        "Kenya (KEN): supporter",
        'printed "500MD"',
        "! disputed",
        "Partially fulfilled",
        "2022-07",
        "PCRS: Level 2",
        "Look into a gift of helicopters. (2021-prep/kor-helicopters)",
        "Six pledges in one package. (2021-seoul/kor-package)",
    ):
        assert said in page, said
    bare = run("show", "2021-seoul/kor-package", *folder(mini)).stdout
    assert "No evidence: no source" in bare
    assert "Parts of this package" in bare


def test_text_of_records_is_shown_literally(run: Run, mini: Tree) -> None:
    strange = "[bold]a[/bold] [/] :smile: {x} \\x"
    mini.change(PLEDGE, {"/summary": strange, "/note": strange})
    mini.change(SEOUL, {"/names": [claim(strange)]})
    for args in (
        ["show", "2021-seoul/kor-helicopters"],
        ["show", "2021-seoul"],
        ["list", "pledges"],
    ):
        page = run(*args, *folder(mini), columns=200).stdout
        assert strange in page or args[0] == "list"
        assert "[bold]a[/bold] [/] :smile: {x}" in page
    data = run("show", "2021-seoul", "--format", "json", *folder(mini)).stdout
    assert json.loads(data)["names"][0]["value"] == strange


def test_pages_hold_no_control_characters() -> None:
    # Models refuse most of them; what they let through is made visible all the same.
    assert plain("a\x9b31m \u202e x").plain == "a�31m � x"
    with pytest.MonkeyPatch.context() as patch:
        written: list[bytes] = []
        patch.setattr(click, "echo", lambda data, **_: written.append(data))
        output.print_json({"a": "\x9b\u202e\ud800서울"})
    assert written == ['{\n  "a": "\\u009b\\u202e\\ud800서울"\n}\n'.encode()]


def test_an_id_of_several_kinds_asks_which(run: Run, mini: Tree) -> None:
    mini.change("frameworks/un", {"copy of": "frameworks/a4p-plus"})
    result = run("show", "un", *folder(mini))
    assert result.exit_code == 2
    assert "unpko show organisations/un" in result.stderr
    assert "unpko show frameworks/un" in result.stderr
    for prefix in ("organisation", "organisations"):
        assert run("show", f"{prefix}/un", *folder(mini)).stdout.startswith("United Nations\n")


def test_a_former_id_leads_to_the_record(run: Run, mini: Tree) -> None:
    for id in ("seo-uk", "officials/seo-uk"):
        assert run("show", id, *folder(mini)).stdout.startswith("Suh Wook\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2021-soul", "2021-seoul"),
        ("South Korea", "KOR"),
        ("kor", "KOR"),
        ("pledges/2021-seoul/kor-helicopter", "2021-seoul/kor-helicopters"),
        ("states/KR", "KOR"),
    ],
)
def test_an_unknown_id_is_answered_with_close_ones(
    run: Run, mini: Tree, wrong: str, right: str
) -> None:
    result = run("show", wrong, *folder(mini))
    assert result.exit_code == 2
    assert f'did you mean "{right}"' in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("id", ["", "/", "//", "states/", "../KOR", "x" * 5000, "KOR\0"])
def test_strange_ids_are_unknown(run: Run, mini: Tree, id: str) -> None:
    assert run("show", id, *folder(mini)).exit_code == 2


def test_references_that_lead_nowhere_do_not_stop_a_page(run: Run, mini: Tree) -> None:
    for place in ("states/KOR", "sources/brief", "officials/suh-wook", "frameworks/a4p"):
        mini.path(place).unlink()
    for place in (SEOUL, PLEDGE, "sessions/2021-seoul/opening", "organisations/kor-mnd"):
        result = run("show", place, *folder(mini))
        assert result.exit_code == 0, result.stderr
        assert "no such record" in result.stdout


def test_a_broken_record_is_told_and_not_traced(run: Run, mini: Tree) -> None:
    mini.replace("states/KOR", '"KR"', '"Kr"')
    result = run("show", "KOR", *folder(mini))
    assert result.exit_code == 2
    assert "the records are not valid" in result.stderr


# list


def test_list_gives_ids_labels_or_records(run: Run, mini: Tree) -> None:
    for kind in ("state", "states", "STATE"):
        assert run("list", kind, "--format", "ids", *folder(mini)).stdout == "KEN\nKOR\n"
    text = run("list", "states", *folder(mini))
    assert text.stdout == "KEN  Kenya\nKOR  Republic of Korea\n"
    assert text.stderr == "2 states\n"
    found = json.loads(run("list", "states", "--format", "json", *folder(mini)).stdout)
    assert found == [json.loads(mini.read(f"states/{id}")) for id in ("KEN", "KOR")]


def test_list_keeps_what_meets_every_condition(run: Run, mini: Tree) -> None:
    def ids(*conditions: str) -> list[str]:
        where = [part for condition in conditions for part in ("--where", condition)]
        return run("list", "pledges", *where, "--format", "ids", *folder(mini)).stdout.split()

    assert ids("state=KOR", "category=aviation") == ["2021-seoul/kor-helicopters"]
    assert ids("state=KEN") == ["2021-seoul/ken-joint-unit"]
    assert ids("state=KEN", "category=aviation") == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["pledgs"], 'did you mean "pledges"'),
        (["pledges", "--where", "stat=KOR"], 'did you mean "state"'),
        (["pledges", "--where", "category=aviatoin"], 'did you mean "aviation"'),
        (["pledges", "--where", "state=South Korea"], 'did you mean "KOR"'),
        (["pledges", "--where", "KOR"], "NAME=VALUE"),
        (["pledges", "--where", "state=KOR", "--where", "state=KEN"], "twice"),
    ],
)
def test_wrong_conditions_are_wrong_usage(run: Run, mini: Tree, args: list[str], said: str) -> None:
    result = run("list", *args, *folder(mini))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


# new

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
def test_a_new_record_is_in_form_and_cannot_slip_through(run: Run, mini: Tree, kind: str) -> None:
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


def test_new_does_not_overwrite(run: Run, mini: Tree) -> None:
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
def test_new_refuses_wrong_ids_and_kinds(run: Run, mini: Tree, kind: str, id: str) -> None:
    before = sorted(mini.root.rglob("*"))
    assert run("new", kind, id, *folder(mini)).exit_code == 2
    assert sorted(mini.root.rglob("*")) == before


def test_new_refuses_a_folder_without_records(run: Run, tmp_path: Path) -> None:
    result = run("new", "state", "KOR", "--folder", str(tmp_path))
    assert result.exit_code == 2
    assert "no folder of records" in result.stderr
    assert not list(tmp_path.iterdir())
    assert run("new", "state", "KOR", "--folder", str(tmp_path / "no")).exit_code == 2


def test_new_says_if_there_is_no_such_event(run: Run, mini: Tree) -> None:
    result = run("new", "pledge", "2021-soul/kor-x", *folder(mini))
    assert result.exit_code == 0
    assert 'did you mean "2021-seoul"?' in result.stderr


# coverage


def test_coverage_counts(run: Run, mini: Tree) -> None:
    rows = json.loads(run("coverage", "--format", "json", *folder(mini)).stdout)
    (seoul,) = [row for row in rows if row["ministerial_id"] == "2021-seoul"]
    assert seoul["states_said"] == 62
    assert seoul["states_recorded"] == 2
    assert seoul["states_missing"] == 60
    assert seoul["pledges"] == 4
    assert seoul["pledges_with_quantity"] == seoul["pledges_with_follow_up"] == 1
    text = run("coverage", *folder(mini), columns=80).stdout
    row = next(line for line in text.split("\n") if line.startswith("2021-seoul"))
    assert row.split() == ["2021-seoul", "62", "2", "60", "4", "25%", "25%", str(seoul["disputes"])]
    assert all(cells(line) <= 80 for line in text.split("\n"))


def test_coverage_gives_all_numbers_of_a_dispute(run: Run, mini: Tree) -> None:
    figure = {"measure": "states_pledging", "claims": [claim(62), claim(64)]}
    mini.change(SEOUL, {"/figures": [figure]})
    text = run("coverage", *folder(mini)).stdout
    assert "62 or 64" in text
    assert "! disputed" in text
    rows = json.loads(run("coverage", "--format", "json", *folder(mini)).stdout)
    (seoul,) = [row for row in rows if row["ministerial_id"] == "2021-seoul"]
    assert (seoul["states_said"], seoul["states_said_all"]) == (None, [62, 64])
    assert seoul["states_missing"] is None


# As a program


def test_the_program_itself(
    real: Callable[..., subprocess.CompletedProcess[str]], mini: Tree
) -> None:
    assert real("--version").stdout == f"unpko, version {unpko.__version__}\n"
    assert real("validate", str(mini.root)).returncode == 0
    piped = real("show", "2021-seoul", *folder(mini))
    assert piped.returncode == 0
    assert "\x1b" not in piped.stdout
    coloured = real("show", "2021-seoul", *folder(mini), FORCE_COLOR="1", TERM="xterm")
    assert "\x1b[1mSeoul Ministerial" in coloured.stdout
    missing = real("show", "nothing", *folder(mini))
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr.startswith("Error: there is no record 'nothing'")


def test_usage_errors_are_click_errors() -> None:
    with pytest.raises(click.UsageError):
        output.kind_of("nothing")

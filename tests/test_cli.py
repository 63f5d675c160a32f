"""The command line: help, exit status, and that nothing ends in a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest

import unpko
from tests.commands import folder, real, run
from tests.tree import Tree
from unpko.cli import COMMANDS, output

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
def test_every_command_exists_and_has_help(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"unpko {name}" in result.output.replace("cli ", "unpko ")
    assert COMMANDS[name].help in run("--help").output


def test_a_misspelt_command_is_answered_with_the_right_one() -> None:
    result = run("valdate")
    assert result.exit_code == 2
    assert 'did you mean "validate"?' in result.stderr
    assert result.stdout == ""


def test_control_characters_of_arguments_are_not_printed() -> None:
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
    monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
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


# As a program


def test_the_program_itself(mini: Tree) -> None:
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

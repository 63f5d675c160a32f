"""Running commands in tests."""

from __future__ import annotations

import os
import subprocess
import sys

from click.testing import CliRunner, Result

from tests.tree import Tree
from unpko.cli import cli

_PLAIN = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"))


def run(*args: str, columns: int | None = None) -> Result:
    """Run a command in this process; anything but an exit is an error of the test."""
    env = {**_PLAIN, "COLUMNS": None if columns is None else str(columns)}
    result = CliRunner().invoke(cli, args, env=env)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def real(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "unpko", *args]
    paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**paths, **env}, check=False
    )


def folder(mini: Tree) -> list[str]:
    """Give the option that names the folder of a tree."""
    return ["--folder", str(mini.root)]

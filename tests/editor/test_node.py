"""Tools that are not Python give the same verdict. They want `npm install`: see README.md here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.parity import KIND_NAMES, LONG, accepts
from unpko.testing import probes
from unpko.testing.shapes import model_of


def node(script: str, given: str = "") -> str:
    """Run a script of this folder to its good end, and give what it prints."""
    done = subprocess.run(
        ["node", script],
        cwd=Path(__file__).parent,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[:2000]
    return done.stdout


@pytest.mark.parametrize("name", ["ajv", "vscode"])
def test_every_record_and_every_fault(name: str) -> None:
    assert node(f"{name}.mjs").startswith(f"{name}: ")


def test_every_change_at_every_field() -> None:
    lines = [
        json.dumps([kind, accepts(model_of(kind), json.dumps(probe.document)), probe.document])
        for kind in KIND_NAMES
        for number, probe in enumerate(probes(kind))
        if LONG or number % 4 == 0
    ]
    assert node("parity.mjs", "\n".join(lines)) == f"parity: {len(lines)} documents\n"

"""Validators of others, in Python, come to the same verdict on the files as they are.

Those that are not Python are run as tests/editor/README.md says.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from tests.test_schemas import FAULTS, RECORDS, ROOT, SCHEMAS, with_fault
from unpko.model import KINDS, SCHEMA_VERSION

FOLDERS = {folder: model.kind_name for folder, model in KINDS.items()}


def files(folder: str) -> list[Path]:
    return [path for path in RECORDS if path.relative_to(ROOT / "records").parts[0] == folder]


def check_jsonschema(kind: str, paths: list[Path]) -> dict[str, list[dict[str, str]]]:
    """Run check-jsonschema, and give what it found by file."""
    schema = SCHEMAS / SCHEMA_VERSION / f"{kind}.json"
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), "-o", "json"]
        + [str(path) for path in paths],
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert done.returncode == (0 if answer["status"] == "ok" else 1), done.stderr
    found: dict[str, list[dict[str, str]]] = {}
    for error in answer.get("errors", ()):
        found.setdefault(error["filename"], []).append(error)
    return found


@pytest.mark.parametrize("folder", KINDS)
def test_check_jsonschema_accepts_every_record(folder: str) -> None:
    paths = files(folder)
    assert paths
    assert check_jsonschema(FOLDERS[folder], paths) == {}


@pytest.mark.parametrize("folder", KINDS)
def test_check_jsonschema_refuses_every_fault(folder: str, tmp_path: Path) -> None:
    record = json.loads(files(folder)[0].read_bytes())
    broken = []
    for number, fault in enumerate(FAULTS):
        if (document := with_fault(record, fault)) is not None:
            path = tmp_path / f"{number}.json"
            path.write_text(json.dumps(document), encoding="utf-8")
            broken.append(path)
    assert len(broken) > 8
    assert set(check_jsonschema(FOLDERS[folder], broken)) == {str(path) for path in broken}


@pytest.mark.parametrize("folder", KINDS)
def test_jsonschema_rs_agrees(folder: str) -> None:
    schema = json.loads((SCHEMAS / SCHEMA_VERSION / f"{FOLDERS[folder]}.json").read_bytes())
    validator = jsonschema_rs.Draft202012Validator(schema)
    for path in files(folder):
        assert validator.is_valid(json.loads(path.read_bytes())), path
    record = json.loads(files(folder)[0].read_bytes())
    for fault in FAULTS:
        if (document := with_fault(record, fault)) is not None:
            assert not validator.is_valid(document), fault

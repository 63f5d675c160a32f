"""What travels in a wheel is what the checkout holds, and works wherever it lies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import unpko
from unpko.model import KINDS

ROOT = Path(__file__).resolve().parents[1]

ASK = """
import json, os, sys
import unpko
ds = unpko.load()
print(json.dumps({
    "file": unpko.__file__,
    "digest": ds.digest,
    "counts": {folder: len(getattr(ds, folder)) for folder in %r},
    "name": ds.ministerials["2021-seoul"].name,
    "ok": unpko.validate().ok,
}))
""" % (tuple(KINDS),)  # noqa: UP031  # braces stand in the text


def build(source: Path, target: Path, kind: str) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (found,) = target.iterdir()
    return found


def ask(*, path: Path, cwd: Path) -> dict[str, object]:
    """Run a few questions in a new interpreter that finds the package at ``path``."""
    environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", ASK],
        cwd=cwd,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    answer: dict[str, object] = json.loads(run.stdout)
    return answer


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_wheel_holds_exactly_the_records_of_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            (folder, record["id"]): record
            for folder in KINDS
            for line in archive.read(f"unpko/_data/records/{folder}.jsonl").splitlines()
            for record in [json.loads(line)]
        }
    files = {
        (path.relative_to(ROOT / "records").parts[0], json.loads(path.read_bytes())["id"]): path
        for path in (ROOT / "records").rglob("*.json")
    }
    assert packed.keys() == files.keys()
    assert all(packed[key] == json.loads(files[key].read_bytes()) for key in files)


def test_wheel_holds_exactly_the_schemas_of_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        prefix = "unpko/_data/schemas/"
        packed = {
            name.removeprefix(prefix): archive.read(name)
            for name in archive.namelist()
            if name.startswith(prefix)
        }
    schemas = ROOT / "schemas"
    files = {
        path.relative_to(schemas).as_posix(): path.read_bytes()
        for path in schemas.rglob("*")
        if path.is_file()
    }
    assert packed == files


def test_wheel_holds_the_types_marker_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "unpko/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "records/", "schemas/"))]


def test_wheel_and_checkout_give_the_same_digest(installed: Path, tmp_path: Path) -> None:
    answer = ask(path=installed, cwd=tmp_path)
    assert str(answer["file"]).startswith(str(installed))
    assert answer["digest"] == unpko.load(ROOT / "records").digest
    assert answer["name"] == "2021 Seoul UN Peacekeeping Ministerial"
    assert answer["ok"] is True


def test_wheel_works_zipped(wheel: Path, installed: Path, tmp_path: Path) -> None:
    zipped = ask(path=wheel, cwd=tmp_path)
    assert ".whl" in str(zipped["file"])
    unzipped = ask(path=installed, cwd=tmp_path)
    assert zipped | {"file": ""} == unzipped | {"file": ""}


def test_wheel_works_from_a_read_only_folder(installed: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in installed.rglob("*")}
    for path in installed.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert ask(path=installed, cwd=tmp_path)["ok"] is True
        assert {path: path.stat().st_mtime_ns for path in installed.rglob("*")} == before
    finally:
        for path in installed.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_wheel_from_the_source_archive_is_the_same(wheel: Path, tmp_path: Path) -> None:
    archive = build(ROOT, tmp_path / "sdist", "sdist")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = build(source, tmp_path / "again", "wheel")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
        assert all(one.read(name) == other.read(name) for name in one.namelist())

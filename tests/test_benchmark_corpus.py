"""The corpus of the benchmark stays valid, whatever the records come to hold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import unpko


def test_every_copied_record_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent / "benchmarks"), *sys.path])
    from corpus import RECORDS, make

    shipped = sum(1 for _ in RECORDS.rglob("*.json"))
    make(tmp_path, shipped + 1)
    report = unpko.validate(str(tmp_path))
    assert report.checked > shipped
    assert report.problems == ()

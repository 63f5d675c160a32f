"""Two processes find what one finds."""

from __future__ import annotations

import os
import shutil
import struct
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.tree import Tree
from unpko.problems import Report
from unpko.validation import halves, validate

PLEDGES = 30


@pytest.fixture
def many(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """The mini dataset with more pledges, some of them wrong in each way that is told."""
    if sys.platform != "linux":
        pytest.skip("one process reads all here")
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for number in range(PLEDGES):
        words = f"Promise number {number} of its kind, unlike all the others: {'x' * number}."
        mini.change(
            f"pledges/2021-seoul/kor-copy-{number:02}",
            {"copy of": "pledges/2021-seoul/kor-helicopters", "/summary": words},
        )
    for number in (1, PLEDGES - 1):
        place = f"pledges/2021-seoul/kor-copy-{number:02}"
        mini.change(place, {"/pledgers/0/state_id": "KOX"})  # a reference, found across
        mini.change(f"{place}-twin", {"copy of": place})  # twice the same
    mini.replace("pledges/2021-seoul/kor-copy-05", '"lead"', '"leed"')  # a shape
    mini.replace("pledges/2021-seoul/kor-copy-25", '"lead"', '"leed"')
    mini.replace("pledges/2021-seoul/kor-copy-26", '"lead"', '"lead" ')  # the layout
    mini.replace("pledges/2021-seoul/kor-copy-27", '"aviation"', '"technology"')  # one alone
    return mini


def count_forks(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    forks: list[int] = []
    fork = os.fork

    def counted() -> int:
        forks.append(1)
        return fork()

    monkeypatch.setattr(os, "fork", counted)
    return lambda: len(forks)


def both(many: Tree, monkeypatch: pytest.MonkeyPatch) -> tuple[Report, Report]:
    forks = count_forks(monkeypatch)
    one = many.validate()
    assert forks() == 0
    monkeypatch.setattr(halves, "MANY", 10)
    two = many.validate()
    assert forks() == 1
    return one, two


def test_two_processes_find_what_one_finds(many: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = both(many, monkeypatch)
    assert two == one
    codes = {problem.code for problem in one.problems}
    assert codes >= {"ref-unknown", "duplicate", "code-unknown", "json-layout", "pledge-category"}


def test_a_helper_that_dies_loses_nothing(many: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "_read_apart", lambda *_: os._exit(9))
    one, two = both(many, monkeypatch)
    assert two == one


def test_a_helper_that_dies_in_the_middle_of_its_answer_loses_nothing(
    many: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_: object, answer: Connection) -> None:
        os.write(answer.fileno(), struct.pack("!i", 1000) + b"cut off")
        os._exit(9)

    monkeypatch.setattr(halves, "_read_apart", die)
    one, two = both(many, monkeypatch)
    assert two == one


def test_one_id_in_two_trees_is_told_as_by_one_process(
    many: Tree, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(many.root, other)
    one = validate(str(many.root), str(other))
    assert sum(problem.code == "duplicate" for problem in one.problems) > PLEDGES
    monkeypatch.setattr(halves, "MANY", 10)
    assert validate(str(many.root), str(other)) == one


def test_nothing_is_forked_beside_other_threads(
    many: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(halves, "MANY", 10)
    forks = count_forks(monkeypatch)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        many.validate()
    finally:
        done.set()
        thread.join()
    assert forks() == 0


def test_progress_counts_all_files(many: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "MANY", 10)
    seen: list[tuple[int, int]] = []
    validate(Path(many.root), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (25 + PLEDGES + 2, 25 + PLEDGES + 2)

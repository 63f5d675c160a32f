"""Measure unpko against the least that can be done, as ratios in one run.

    python -m pip install -e . check-jsonschema
    python tests/benchmarks/run.py [--files 10000] [--rounds 7]

Whole processes are timed by the kernel's accounting, in turn (A B A B ...); the figure is the
median of the ratios pair by pair, with the least and the greatest beside it. Times by themselves
say little on a shared machine, so none is printed without its counterpart.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpus import RECORDS, make

from unpko import resources
from unpko.dataset import Dataset
from unpko.model import KINDS, SCHEMA_VERSION

BARE_LOOP = """
import os, sys
from unpko.model import KINDS
for folder, model in KINDS.items():
    validate = model.__pydantic_validator__.validate_json
    for place, _, names in os.walk(os.path.join(sys.argv[1], folder)):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                validate(file.read())
"""


class Usage(NamedTuple):
    """What one process took: seconds by the clock, and the largest memory in MiB."""

    seconds: float
    mebibytes: float


def process(command: list[str]) -> Usage:
    """Run a command to its end."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[:3]} ended with status {status}: nothing was measured")
    return Usage(time.perf_counter() - start, used.ru_maxrss / 1024)


def compare(name: str, goal: str, rounds: int, a: list[str], b: list[str]) -> None:
    """Print the ratio of two commands, run in turn."""
    process(a), process(b)  # warm up
    pairs = [(process(a), process(b)) for _ in range(rounds)]
    row(
        name,
        goal,
        [x.seconds / y.seconds for x, y in pairs],
        statistics.median(x.mebibytes for x, _ in pairs),
        statistics.median(y.mebibytes for _, y in pairs),
    )


def row(name: str, goal: str, ratios: list[float], mine: float = 0, other: float = 0) -> None:
    """Print one line of the table."""
    memory = f"{mine:.0f} : {other:.0f}" if mine else ""
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(
        f"| {name} | {goal} | {statistics.median(ratios):.2f} | {spread} | {memory} |", flush=True
    )


class Preloaded:
    """The packaged records in memory, one line each, as a wheel holds them."""

    def __init__(self) -> None:
        self.lines = {
            folder: {
                id: resources.compact(Path(path).read_bytes())
                for id, path in resources.record_files(str(RECORDS), folder)
            }
            for folder in KINDS
        }

    def ids(self, folder: str) -> tuple[str, ...]:
        """Give the ids of a kind."""
        return tuple(self.lines[folder])

    def read(self, folder: str, id: str) -> bytes:
        """Give the text of a record."""
        return self.lines[folder][id]

    def path(self, folder: str, id: str) -> str:
        """Name a record."""
        return f"{folder}/{id}.json"


def seconds(action: Callable[[], object]) -> float:
    """Time an action whose result is kept until the clock has stopped."""
    gc.collect()
    start = time.perf_counter()
    kept = action()
    taken = time.perf_counter() - start
    del kept
    return taken


def loading(rounds: int) -> None:
    """Compare loading everything with pydantic-core on the same bytes."""
    store = Preloaded()
    validators = [
        (KINDS[folder].__pydantic_validator__, list(lines.values()))
        for folder, lines in store.lines.items()
    ]
    ratios = []
    for _ in range(rounds * 3):
        mine = seconds(lambda: list(Dataset(store, "").records()))
        gc.disable()  # the collector would be pydantic-core's own time only by accident
        core = seconds(lambda: [[v.validate_json(line) for line in ls] for v, ls in validators])
        gc.enable()
        ratios.append(mine / core)
    row("load every packaged record, linked / pydantic-core on the same bytes", "≤ 1.3", ratios)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--files", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    python = sys.executable
    unpko = shutil.which("unpko", path=os.path.dirname(python)) or sys.exit("install unpko first")
    print("| what | goal | median | least to greatest | peak MiB |")
    print("| --- | --- | --- | --- | --- |")
    compare(
        "`import unpko` / bare interpreter start",
        "≤ 1.15",
        options.rounds * 5,
        [python, "-c", "import unpko"],
        [python, "-c", "pass"],
    )
    loading(options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.files)
        compare(
            f"`unpko validate` of {options.files:,} files / bare loop: read, pydantic-core",
            "≤ 1.6",
            options.rounds,
            [unpko, "validate", folder],
            [python, "-c", BARE_LOOP, folder],
        )
        checker = shutil.which("check-jsonschema", path=os.path.dirname(python))
        if checker is None:
            sys.exit("install check-jsonschema for the last line")
        pledges = [str(path) for path in sorted(Path(folder, "pledges").rglob("*.json"))]
        schema = str(RECORDS.parent / "schemas" / SCHEMA_VERSION / "pledge.json")
        compare(
            f"check-jsonschema / `unpko validate`, the same {len(pledges):,} files",
            "≥ 8",
            max(options.rounds // 2, 1),
            [checker, "--schemafile", schema, *pledges],
            [unpko, "validate", str(Path(folder, "pledges"))],
        )


if __name__ == "__main__":
    main()

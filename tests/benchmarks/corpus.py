"""Make a tree of many record files out of the shipped ones, valid and all different.

    python tests/benchmarks/corpus.py FOLDER [NUMBER]

Each round copies the events that have pledges, with their sessions and pledges, under made-up ids.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

RECORDS = Path(__file__).resolve().parents[2] / "records"
_BELOW_EVENT = ("part_of_id", "continues_id", "session_id")


def make(target: Path, number: int) -> None:
    """Write a complete tree with at least ``number`` files: whole rounds."""
    shipped = sorted(RECORDS.rglob("*.json"))
    for path in shipped:
        _write(target / path.relative_to(RECORDS), path.read_text(encoding="utf-8"))
    written, rounds = len(shipped), 0
    events = sorted({path.parts[-2] for path in shipped if path.parts[-3] == "pledges"})
    while written < number:
        rounds += 1
        for event in events:
            name = f"{event}-copy{rounds}"
            parts = [p for p in shipped if p.parts[-2] == event]
            for path in [RECORDS / "ministerials" / f"{event}.json", *parts]:
                _copy(path, target, event, name)
                written += 1


def _copy(path: Path, target: Path, event: str, name: str) -> None:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    kind, *rest = path.relative_to(RECORDS).parts
    record["id"] = "/".join([name, *rest[1:]]).removesuffix(".json")
    record.pop("formerly", None)  # a former id is that of one record only
    if "ministerial_id" in record:
        record["ministerial_id"] = name
        for key in _BELOW_EVENT:
            if record.get(key, "").startswith(f"{event}/"):
                record[key] = name + record[key].removeprefix(event)
    else:
        for claim in record["names"]:
            claim["value"] += f" ({name})"
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    _write(target / kind / f"{record['id']}.json", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)

"""The mini dataset as a folder of files, to be changed and validated."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tests.mini import Json, mini_records
from unpko.model import KINDS
from unpko.problems import Problem, Report
from unpko.reading import canonical
from unpko.reading.shape import field_names
from unpko.resources import lines
from unpko.validation import validate

REMOVE = object()
"""As the new value of a place: take the key or the item away."""


@cache
def texts() -> dict[str, bytes]:
    """Give the text of every record of the mini dataset, by its place."""
    return {place: text_of(place.partition("/")[0], r) for place, r in mini_records().items()}


def text_of(folder: str, record: Json) -> bytes:
    """Write a record as files have it: canonical where it has the shape of its kind."""
    try:
        model = KINDS[folder].__pydantic_validator__.validate_json(json.dumps(record))
    except ValidationError:
        known = field_names(KINDS[folder])
        keys = sorted(record, key=lambda key: known.index(key) if key in known else len(known))
        plain = {key: record[key] for key in keys}
        return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
    return canonical(model)


def edit(record: Json, changes: Json) -> None:
    """Change a record in place: JSON Pointers and their new values, or `REMOVE`."""
    for pointer, value in changes.items():
        *path, last = (int(part) if part.isdigit() else part for part in pointer.split("/")[1:])
        place: Any = record
        for part in path:
            place = place[part]
        if value is REMOVE:
            del place[last]
        elif isinstance(place, list) and last == len(place):
            place.append(value)
        else:
            place[last] = value


class Tree:
    """The mini dataset as a folder of files, to be changed and validated."""

    def __init__(self, root: Path, records: dict[str, Json] | None = None) -> None:
        self.root = root
        self.records = mini_records() if records is None else records
        for place, record in self.records.items():
            self.write(place, texts()[place] if records is None else record)

    def path(self, place: str) -> Path:
        """Give the path of a record's file."""
        return self.root / f"{place}.json"

    def read(self, place: str) -> str:
        """Give the text of a record's file."""
        return self.path(place).read_bytes().decode()

    def write(self, place: str, content: Json | str | bytes) -> Path:
        """Write a file: a record, or any text or bytes."""
        if isinstance(content, dict):
            content = text_of(place.partition("/")[0], content)
        path = self.path(place)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def change(self, place: str, changes: Json) -> Path:
        """Change a record and write it; a place that has no file yet gets one, from ``copy of``."""
        if place not in self.records:
            folder, _, id = place.partition("/")
            changes = dict(changes)
            self.records[place] = deepcopy(self.records[changes.pop("copy of")])
            self.records[place]["id"] = id
            if folder in ("pledges", "sessions"):
                self.records[place]["ministerial_id"] = id.partition("/")[0]
        edit(self.records[place], changes)
        return self.write(place, self.records[place])

    def replace(self, place: str, old: str, new: str) -> Path:
        """Replace a piece of a file's text, which must be there."""
        text = self.read(place)
        assert old in text, f"{old!r} is not in {place}"
        return self.write(place, text.replace(old, new, 1))

    def packed(self, name: str) -> bytes:
        """Give what a wheel of this tree holds under a name such as records/states.jsonl."""
        return lines(str(self.root), Path(name).stem)

    def validate(self, *places: str) -> Report:
        """Validate the tree, or some files and folders of it."""
        return validate(*(str(self.root / place) for place in places or ("",)))

    def place_of(self, problem: Problem) -> str:
        """Give the path of a problem, relative to the tree."""
        return str(Path(problem.path).relative_to(self.root))

    def text_at(self, problem: Problem) -> str:
        """Give the line of a problem, from its column on."""
        text = Path(problem.path).read_bytes().decode().split("\n")
        return text[problem.line - 1][problem.column - 1 :]

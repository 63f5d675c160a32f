"""Keeping the versions: the draft follows the models, and what is published never changes.

Everything here works on a folder of schemas and on what the models say, both given by the caller,
so it does the same for the folder of this project and for a made-up one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from unpko.schemas import index
from unpko.schemas.compare import Change, compare_versions, too_much
from unpko.schemas.generate import Draft
from unpko.schemas.index import BadIndex, Version

INDEX = "index.json"
SEALS = "published.sha256"
"""The hashes of all published files once more, as ``sha256sum --check`` reads them.

Only `publish` writes them, and it only adds. So an edit of a published file is told even where its
hash in the index was made to fit.
"""

_NEXT = (
    "a published version never changes. To change the models, set SCHEMA_VERSION in "
    "unpko/model/base.py to the next version, add the step that leads to it in "
    "unpko/reading/upgrades.py, and run `unpko schema write` and `unpko upgrade records`"
)
_WRITE = "run `unpko schema write`, and look at what it changes"


class Refused(Exception):
    """A version cannot be written or published as things are.

    Attributes:
        problems: why, each with what to do.
    """

    def __init__(self, problems: Collection[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def versions(folder: Path) -> tuple[Version, ...]:
    """Read the index of a folder of schemas; a folder without one has no version.

    Raises:
        BadIndex: if the index cannot be read.
    """
    path = folder / INDEX
    return index.loads(path.read_bytes()) if path.is_file() else ()


def seals(folder: Path) -> dict[str, str]:
    """Read the second list of what is published: the sha256 of each file, by version and name."""
    path = folder / SEALS
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    pairs = (line.partition("  ") for line in text.splitlines())
    return {place: value for value, _, place in pairs}


def write(folder: Path, draft: Draft) -> list[Path]:
    """Write the draft that the models stand for, and give the files that changed.

    Raises:
        Refused: if that version is published, and its files or the models say something else.
        BadIndex: if the index cannot be read.
    """
    known = {version.number: version for version in versions(folder)}
    present = known.get(draft.version)
    if problems := _frozen(folder, draft.version, present, draft):
        raise Refused(problems)
    if present is not None and present.published:
        return []
    home = folder / draft.version
    home.mkdir(parents=True, exist_ok=True)
    files = {name: text.encode() for name, text in draft.files.items()}
    changed = [path for path in sorted(home.iterdir()) if path.name not in files]
    for path in changed:
        path.unlink()
    hashes = {name: index.digest(text) for name, text in files.items()}
    kept = {
        number: version
        for number, version in known.items()
        if version.published or (folder / number).is_dir()
    }
    kept[draft.version] = Version(draft.version, index.DRAFT, hashes)
    wanted = {home / name: text for name, text in files.items()}
    wanted[folder / INDEX] = index.dumps(kept.values()).encode()
    for path, text in wanted.items():
        if not path.is_file() or path.read_bytes() != text:
            path.write_bytes(text)
            changed.append(path)
    return changed


def publish(folder: Path, draft: Draft, number: str, date: str) -> None:
    """Freeze a version.

    Args:
        folder: the folder of the schemas.
        draft: what the models say.
        number: the version to freeze, a draft as yet.
        date: the day of publication (ISO 8601); this reads no clock.

    Raises:
        Refused: if anything is wrong with any version, or the day is none.
    """
    if problems := check(folder, draft):
        raise Refused(problems)
    known = {version.number: version for version in versions(folder)}
    if number not in known:
        raise Refused([f"there is no version {number}; there are: {', '.join(known)}"])
    if known[number].published:
        raise Refused([f"{number} was published on {known[number].date}, and stays as it is"])
    if not index.is_day(date):
        raise Refused([f"{date!r} is no day: write it as 2026-12-01"])
    if late := [v for v in known.values() if v.date is not None and v.date > date]:
        raise Refused([f"{late[-1].number} was published on {late[-1].date}, after {date}"])
    known[number] = Version(number, index.PUBLISHED, known[number].files, date)
    (folder / INDEX).write_text(index.dumps(known.values()), encoding="utf-8", newline="\n")
    lines = [f"{value}  {place}\n" for place, value in sorted(_places(known[number]).items())]
    with (folder / SEALS).open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def check(folder: Path, draft: Draft, steps: Collection[str] | None = None) -> list[str]:
    """Say what is wrong with the versions of a folder, each with what to do about it.

    Args:
        folder: the folder of the schemas.
        draft: what the models say.
        steps: the versions from which an upgrade leads on; without it that is not looked at.
    """
    try:
        known = versions(folder)
    except BadIndex as error:
        return [f"{INDEX} cannot be read ({error}): restore it with `git restore schemas`"]
    problems = _strays(folder, known)
    numbers = {version.number: version for version in known}
    sealed = {place.partition("/")[0] for place in seals(folder)}
    for number in sorted({*numbers, *sealed}):
        problems += _frozen(folder, number, numbers.get(number), draft)
    for version in known:
        if not version.published:
            problems += _draft_files(folder, version, draft)
        if not version.published and version.number != draft.version:
            problems.append(
                f"{version.number} is a draft, but the models stand for {draft.version}: "
                f"set SCHEMA_VERSION in unpko/model/base.py back and publish {version.number} "
                f"before you go on, or delete the folder and {_WRITE}"
            )
    if draft.version not in {*numbers, *sealed}:
        problems.append(f"{draft.version}, the version of the models, is not there: {_WRITE}")
    if not problems:
        problems += _steps(folder, known)
    for version in known:
        if steps is not None and version.number not in {*steps, draft.version}:
            problems.append(
                f"records of {version.number} can no longer be read: say in "
                "unpko/reading/upgrades.py what leads on from it, be it nothing but the number"
            )
    return problems


def check_against(folder: Path, released: Path) -> list[str]:
    """Say which version that was released is not here, to the letter, any more.

    Whoever changes a published file can change its hash in the index as well; only an earlier
    release tells.

    Args:
        folder: the folder of the schemas.
        released: the folder of the schemas of an earlier release.
    """
    problems = []
    for version in versions(released):
        for name in version.files if version.published else ():
            place = f"{version.number}/{name}"
            here = folder / place
            if not here.is_file() or here.read_bytes() != (released / place).read_bytes():
                problems.append(f"{place} is not what was released: restore it; {_NEXT}")
    return problems


def read(folder: Path, version: str) -> dict[str, dict[str, Any]]:
    """Read the schemas of one version from a folder, by kind."""
    paths = sorted((folder / version).glob("*.json"))
    return {path.stem: json.loads(path.read_bytes()) for path in paths}


def step(folder: Path, old: str, new: str) -> tuple[list[Change], list[Change]]:
    """Compare two versions of a folder: all changes, and those that the step may not make."""
    changes = compare_versions(read(folder, old), read(folder, new))
    return changes, too_much(old, new, changes)


def _strays(folder: Path, known: tuple[Version, ...]) -> list[str]:
    """Find what lies in the folder and belongs to no version."""
    named = {INDEX, SEALS, *(version.number for version in known)}
    entries = sorted(os.listdir(folder)) if folder.is_dir() else []
    return [
        f"{entry} is in the folder of the schemas but not in {INDEX}: delete it, or {_WRITE}"
        for entry in entries
        if entry not in named and not entry.startswith(".")
    ]


def _places(version: Version) -> dict[str, str]:
    return {f"{version.number}/{name}": value for name, value in version.files.items()}


def _frozen(folder: Path, number: str, version: Version | None, draft: Draft) -> list[str]:
    """Say where a published version is not what it was: the lists, the files, or the models.

    What the lists do not agree on is told alone, as nothing then says which of them is right.
    """
    published = version if version is not None and version.published else None
    listed = {} if published is None else _places(published)
    sealed = {place: v for place, v in seals(folder).items() if place.startswith(f"{number}/")}
    differ = [p for p in sorted({*listed, *sealed}) if listed.get(p) != sealed.get(p)]
    if differ:
        return [
            f"{', '.join(differ)}: {INDEX} and {SEALS} do not agree on what was published: "
            f"restore all with `git restore schemas`; {_NEXT}"
        ]
    if published is None:
        return []
    restore = f"restore it with `git restore schemas/{number}`; {_NEXT}"
    problems = [
        f"{what}, but {number} was published on {published.date}: {restore}"
        for what in _unlike(folder, published)
    ]
    if number == draft.version:
        made = {f"{number}/{name}": index.digest(t.encode()) for name, t in draft.files.items()}
        different = [p for p in sorted({*listed, *made}) if listed.get(p) != made.get(p)]
        if different:
            problems.append(
                f"{', '.join(different)}: the models no longer say what was published as "
                f"{number} on {published.date}, and {_NEXT}"
            )
    return problems


def _draft_files(folder: Path, version: Version, draft: Draft) -> list[str]:
    """Compare the files of a draft with the index, and with the models."""
    problems = [
        f"{what}; the draft is made from the models: {_WRITE}" for what in _unlike(folder, version)
    ]
    if version.number == draft.version and not problems:
        made = {name: index.digest(text.encode()) for name, text in draft.files.items()}
        names = sorted({*made, *version.files})
        different = [f"{version.number}/{n}" for n in names if made.get(n) != version.files.get(n)]
        if different:
            problems.append(f"{', '.join(different)}: the models now say something else: {_WRITE}")
    return problems


def _unlike(folder: Path, version: Version) -> Iterator[str]:
    """Give what is not as the index has it, file by file."""
    there = {path.name: path.read_bytes() for path in sorted((folder / version.number).glob("*"))}
    for name in sorted({*there, *version.files}):
        place = f"{version.number}/{name}"
        if name not in there:
            yield f"{place} is missing"
        elif name not in version.files:
            yield f"{place} is not in {INDEX}"
        elif index.digest(there[name]) != version.files[name]:
            yield f"{place} was changed"


def _steps(folder: Path, known: tuple[Version, ...]) -> list[str]:
    """Find steps that are called minor and may refuse a record of the version before."""
    problems = []
    for old, new in pairwise(known):
        _, refused = step(folder, old.number, new.number)
        problems += [
            f"the step from {old.number} to {new.number} is called minor, but {change.place}: "
            f"{change.what} ({change.why}): make it a major version, or take the change back"
            for change in refused
        ]
    return problems

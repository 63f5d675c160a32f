"""Validating files: finding them, reading each, and checking what they say together."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

from unpko.checks import Context, Fault, faults, findings
from unpko.collector import collector_paused
from unpko.dataset.store import FolderStore, packaged_store
from unpko.model import KINDS, SCHEMA_BASE, Record
from unpko.problems import WARNINGS, Problem, Report, Severity
from unpko.reading import canonical, locate, read_homeless, read_record, read_trusted
from unpko.reading.shape import ShapeFault
from unpko.validation.files import File, Gathered, place, read_bytes

_SCHEMA = re.compile(
    rb'"\$schema"\s*:\s*"' + re.escape(SCHEMA_BASE).encode() + rb"/[^/\"]+/([a-z]+)\.json"
)
_FOLDERS = {model.kind_name: folder for folder, model in KINDS.items()}


def validate(
    *paths: str | os.PathLike[str], progress: Callable[[int, int], None] | None = None
) -> Report:
    """Check records: files, folders, or those that come with the package.

    Every problem of every file is reported at once. A folder that holds all nine kinds stands on
    its own; files of anything less may also refer to the packaged records. Files below such a
    folder are checked against all of it. No clock, no network and no environment is read.

    Args:
        paths: files and folders; without any, the packaged records.
        progress: called now and then with the number of files read and of all files.

    Raises:
        FileNotFoundError: if a path does not exist.

    Example:
        >>> import unpko
        >>> unpko.validate().ok
        True
    """
    found = Gathered()
    if paths:
        for path in paths:
            found.path(os.fspath(path))
    else:
        store = packaged_store()
        if not isinstance(store, FolderStore):
            return _validate_packaged(store, progress)
        found.root(store.root, wanted=lambda _: True)
    with collector_paused():
        return _validate(found, progress)


def validate_text(text: str | bytes, path: str) -> Report:
    """Check the text of one record against the packaged records, without a file.

    Args:
        text: the text of the file.
        path: where the file would stand, such as ``"pledges/2021-seoul/kor-helicopters.json"``; a
            packaged record of that id is left aside.

    Example:
        >>> import unpko
        >>> report = unpko.validate_text('{"id": "KOR"}', "states/KOR.json")
        >>> "schema-missing" in {problem.code for problem in report.problems}
        True
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    folder, id = place(path)
    run = _Run(complete=False)
    run.read(File(path, folder, id), data)
    run.texts[path] = data
    run.background()
    return run.report()


def _validate(found: Gathered, progress: Callable[[int, int], None] | None) -> Report:
    run = _Run(complete=found.complete)
    run.problems += found.problems
    for folder, id in found.broken:
        run.context.broken[folder].add(id)
    total = len(found.files)
    for number, file in enumerate(found.files):
        if progress is not None and number % 100 == 0:
            progress(number, total)
        try:
            data = read_bytes(file.path)
        except OSError as error:
            run.unreadable(file, error)
            continue
        run.read(file, data)
    if not found.complete:
        run.background()
    report = run.report(found.checked)
    if progress is not None:
        progress(total, total)
    return report


def _validate_packaged(store: object, progress: Callable[[int, int], None] | None) -> Report:
    """Check the records of a wheel; they are laid out as in the checkout for that."""
    import json

    run = _Run(complete=True)
    for folder in KINDS:
        for id in store.ids(folder):  # type: ignore[attr-defined]
            line = store.read(folder, id)  # type: ignore[attr-defined]
            text = json.dumps(json.loads(line), ensure_ascii=False, indent=2) + "\n"
            path = store.path(folder, id)  # type: ignore[attr-defined]
            run.texts[path] = text.encode()
            run.read(File(path, folder, id), run.texts[path])
    report = run.report()
    if progress is not None:
        progress(report.checked, report.checked)
    return report


class _Run:
    """One validation: what was read, and what was found."""

    def __init__(self, complete: bool) -> None:
        self.context = Context(complete)
        self.problems: list[Problem] = []
        self.texts: dict[str, bytes] = {}
        """Texts that are in no file, by the path that problems name them by."""
        self._paths: dict[tuple[str, str], str] = {}
        self._faults: dict[tuple[str, str], list[Fault]] = {}
        self._odd: set[str] = set()
        """The paths of files that are not in canonical form."""
        self._checked = 0

    def read(self, file: File, data: bytes) -> None:
        """Read one file, and keep its record for the rules that look across."""
        folder, id = file.folder, file.id
        if not folder:
            match = _SCHEMA.search(data)
            folder = _FOLDERS.get(match[1].decode(), "") if match else ""
            if not folder:
                self._checked += 1
                self.problems += read_homeless(data, file.path)
                return
        record, problems, text = read_record(data, file.path, folder)
        if not id:
            id = record.id if record is not None else file.path
        if file.wanted:
            self._checked += 1
            self.problems += problems
            other = self._paths.setdefault((folder, id), file.path)
            if other != file.path:  # only loose files and several trees can do that
                message = f'the id "{id}" is also that of {other}'
                hint = "keep one, or give each an id of its own"
                fault = ShapeFault("duplicate", ("id",), message, hint)
                self.problems += locate(data, file.path, [fault])
                return
        if record is None:
            self.context.broken[folder].add(id)
        else:
            if file.wanted and (broken := list(faults(folder, record))):
                self._faults[folder, id] = broken
            if text is None:
                self._odd.add(file.path)
                text = canonical(record)
            self.context.add(folder, id, record, text)

    def unreadable(self, file: File, error: OSError) -> None:
        """Note a file that could not be read."""
        if file.folder:
            self.context.broken[file.folder].add(file.id)
        if file.wanted:
            self._checked += 1
            message = f"the file cannot be read: {error.strerror or type(error).__name__}"
            forbidden = isinstance(error, PermissionError)
            hint = "check its rights" if forbidden else "put the record itself here, or remove it"
            self.problems.append(Problem(file.path, 1, 1, "file-unreadable", message, hint))

    def background(self) -> None:
        """Add the packaged records that are not among those at hand, to be referred to."""
        store = packaged_store()
        for folder in KINDS:
            records, broken = self.context.records[folder], self.context.broken[folder]
            for id in store.ids(folder):
                if id not in records and id not in broken:
                    data = store.read(folder, id)
                    record = read_trusted(data, store.path(folder, id), folder).record
                    if record is None:
                        broken.add(id)
                    else:
                        self.context.add(folder, id, record, canonical(record))

    def report(self, checked: int | None = None) -> Report:
        """Check the records together, and give everything that was found."""
        self._asked_for_last()
        for folder, id, fault in findings(self.context, self._again):
            if (folder, id) in self._paths:
                self._faults.setdefault((folder, id), []).append(fault)
        problems = list(self.problems)
        for key, found in self._faults.items():
            path = self._paths[key]
            problems += _placed(path, self.texts.get(path), found)
        problems.sort(key=lambda p: (p.path, p.line, p.column, p.code, p.message))
        return Report(self._checked if checked is None else checked, tuple(problems))

    def _again(self, folder: str, needles: set[bytes]) -> Iterator[tuple[str, Record]]:
        """Read those files of a folder again whose text may hold one of the needles."""
        for (kind, id), path in self._paths.items():
            if kind == folder:
                data = self.texts[path] if path in self.texts else read_bytes(path)
                if path in self._odd or any(needle in data for needle in needles):
                    record = read_record(data, path, folder).record
                    if record is not None:
                        yield id, record

    def _asked_for_last(self) -> None:
        """Put records that are only there to be referred to before those that were asked for.

        Of two records that clash the later one is reported, and it should be the one asked for.
        """
        for folder, records in self.context.records.items():
            asked = {id: record for id, record in records.items() if (folder, id) in self._paths}
            if asked and len(asked) < len(records):
                others = {id: record for id, record in records.items() if id not in asked}
                self.context.records[folder] = {**others, **asked}


def _placed(path: str, data: bytes | None, found: list[Fault]) -> Iterator[Problem]:
    """Give findings their lines and columns, from the text or the file."""
    from dataclasses import replace

    if data is None:
        try:
            data = read_bytes(path)
        except OSError:
            data = b""  # packaged in a wheel, or gone meanwhile: there are no lines to give
    faults = [ShapeFault(f.code, f.path, f.message, f.hint, f.at_key) for f in found]
    for problem in locate(data, path, faults):
        warning = problem.code in WARNINGS
        yield replace(problem, severity=Severity.WARNING) if warning else problem


__all__ = ["File", "validate", "validate_text"]

"""One validation: what was read, what was found, and where."""

from __future__ import annotations

from collections.abc import Iterator

from unpko.checks import Context, faults, findings
from unpko.checks.context import references_of
from unpko.dataset.store import packaged_store
from unpko.model import KINDS, Record
from unpko.problems import WARNINGS, Fault, Problem, Report, Severity
from unpko.reading import canonical, kind_of, locate, read_homeless, read_record, read_trusted
from unpko.reading.files import read_bytes, unreadable
from unpko.validation.files import File


class Run:
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
            folder = kind_of(data) or ""
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
                fault = Fault("duplicate", ("id",), message, hint)
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
            self.problems.append(unreadable(file.path, error))

    def absorb(self, other: Run) -> None:
        """Add everything that another run has read."""
        self.context.absorb(other.context)
        self.problems += other.problems
        self._paths |= other._paths
        self._faults |= other._faults
        self._odd |= other._odd
        self._checked += other._checked

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

    def _again(self, folder: str, wrong: set[tuple[str, str]]) -> Iterator[tuple[str, Record]]:
        """Read those files of a folder again that may refer by one of the pairs."""
        for (kind, id), path in self._paths.items():
            if kind == folder:
                data = self.texts[path] if path in self.texts else read_bytes(path)
                if path in self._odd or not wrong.isdisjoint(references_of(data)):
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
    for problem in locate(data, path, found):
        warning = problem.code in WARNINGS
        yield replace(problem, severity=Severity.WARNING) if warning else problem

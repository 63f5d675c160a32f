"""Validating files: finding them, reading each, and checking what they say together."""

from __future__ import annotations

import os
from collections.abc import Callable

from unpko.collector import collector_paused
from unpko.dataset.store import FolderStore, packaged_store
from unpko.model import KINDS
from unpko.problems import Report
from unpko.reading import place
from unpko.validation.files import File, Gathered
from unpko.validation.halves import read_all
from unpko.validation.run import Run


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
    run = Run(complete=False)
    run.read(File(path, folder, id), data)
    run.texts[path] = data
    run.background()
    return run.report()


def _validate(found: Gathered, progress: Callable[[int, int], None] | None) -> Report:
    run = Run(complete=found.complete)
    run.problems += found.problems
    for folder, id in found.broken:
        run.context.broken[folder].add(id)
    files = found.files
    read_all(run, files, progress)
    if not found.complete:
        run.background()
    report = run.report(found.checked)
    if progress is not None:
        progress(len(files), len(files))
    return report


def _validate_packaged(store: object, progress: Callable[[int, int], None] | None) -> Report:
    """Check the records of a wheel; they are laid out as in the checkout for that."""
    import json

    run = Run(complete=True)
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


__all__ = ["File", "validate", "validate_text"]

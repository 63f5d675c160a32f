"""Rewriting files, in canonical form or of the present version, with nothing lost.

Repaired are a byte order mark, line ends, the order of keys, the layout, trailing commas, defaults
that need not be written, and the order of code lists. Anything else that is wrong with a file, a
key that stands twice, a null, a wrong shape, could be meant in more than one way: such a file is
left as it is, byte for byte, and its problems are told.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from unpko.model import SCHEMA_VERSION, Model
from unpko.model.codelists import CodeList
from unpko.problems import Problem
from unpko.reading import canonical, kind_of, kinds_in, place, read_homeless, read_record
from unpko.reading.files import read_bytes, unreadable

REPAIRED = frozenset({"file-bom", "json-layout", "json-trailing-comma"})
"""The problems of reading that rewriting a file takes away, without a choice to make."""

M = TypeVar("M", bound=Model)


Rewrite = Callable[[bytes, str, str], "bytes | list[Problem]"]
"""Gives the new bytes of a file, or why it has none: from its bytes, its path and its folder."""


class Outcome(NamedTuple):
    """What rewriting came to for one file.

    Attributes:
        path: the file, as it was named.
        changed: whether its bytes are to be others.
        problems: why it was left as it is.
    """

    path: str
    changed: bool = False
    problems: tuple[Problem, ...] = ()


def formatted(data: bytes, path: str, folder: str) -> bytes | list[Problem]:
    """Give the canonical form of a file, or the problems that keep it from having one.

    Args:
        data: the bytes of the file.
        path: how problems name the file.
        folder: the folder of its kind, such as ``"pledges"``.

    Example:
        >>> problems = formatted(b'{"id": "KOR", "id": "KOR"}', "KOR.json", "states")
        >>> problems[0].code, problems[0].message
        ('json-duplicate-key', 'the key "id" stands here and in line 1')
    """
    record, problems, _ = read_record(data, path, folder)
    if record is None or any(problem.code not in REPAIRED for problem in problems):
        return [problem for problem in problems if problem.code not in REPAIRED]
    if record.origin != SCHEMA_VERSION:
        return data  # to bring it to the present version is for `unpko upgrade`, which says so
    return canonical(_in_order(record))


def modernised(data: bytes, path: str, folder: str) -> bytes | list[Problem]:
    """Give the text of a record in the present version, or the problems that keep it back.

    A record of the present version is given back as it is, whatever else may be wrong with it.

    Args:
        data: the bytes of the file.
        path: how problems name the file.
        folder: the folder of its kind, such as ``"pledges"``.

    Example:
        >>> modernised(b"{", "KOR.json", "states")[0].code
        'json-syntax'
    """
    record, problems, _ = read_record(data, path, folder)
    if record is not None and record.origin == SCHEMA_VERSION:
        return data
    if record is None or problems:
        return list(problems)
    return canonical(record)


def _in_order(model: M) -> M:
    """Put the lists of codes in a record in order, each code once, at any depth."""
    changes: dict[str, object] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        if not isinstance(value, tuple) or not value:
            continue
        if isinstance(value[0], CodeList):
            ordered: tuple[object, ...] = tuple(sorted(set(value)))
        elif isinstance(value[0], Model):
            ordered = tuple(_in_order(item) for item in value)
        else:
            continue
        if ordered != value:
            changes[name] = ordered
    return model.model_copy(update=changes) if changes else model


def rewrite_files(
    paths: Iterable[str], rewrite: Rewrite, *, write: bool = True
) -> Iterator[Outcome]:
    """Rewrite files, one after the other; each takes the place of the old one at once.

    Args:
        paths: files and folders; in a folder, every record below it.
        rewrite: `formatted` or `modernised`.
        write: whether to write; otherwise it is only said what would change.

    Raises:
        OSError: if a file that is to be changed cannot be written; it is whole all the same.

    Example:
        >>> list(rewrite_files([], formatted))
        []
    """
    for path in paths:
        if os.path.isdir(path):
            for file in _records_below(path):
                outcome = _rewrite_file(file, rewrite, write=write, named=False)
                if outcome is not None:
                    yield outcome
        elif (outcome := _rewrite_file(path, rewrite, write=write, named=True)) is not None:
            yield outcome


def _records_below(folder: str) -> Iterator[str]:
    """Give the files below a folder that may be records: those of its kinds, if it has any."""
    for root in [os.path.join(folder, name) for name in sorted(kinds_in(folder))] or [folder]:
        for inside, below, names in os.walk(root):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if name.endswith(".json") and not name.startswith("."):
                    yield os.path.join(inside, name)


def _rewrite_file(path: str, rewrite: Rewrite, *, write: bool, named: bool) -> Outcome | None:
    """Rewrite one file; None for one that a folder holds and that is no record."""
    if os.path.islink(path):
        fault = "file-link", "the file is a symbolic link", "name the file that it leads to"
        return Outcome(path, problems=(Problem(path, 1, 1, *fault),))
    try:
        mode, data = stat.S_IMODE(os.stat(path).st_mode), read_bytes(path)
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        return Outcome(path, problems=(unreadable(path, error),))
    folder = place(os.path.abspath(path))[0] or kind_of(data)
    if folder is None:
        return Outcome(path, problems=tuple(read_homeless(data, path))) if named else None
    found = rewrite(data, path, folder)
    if isinstance(found, list):
        return Outcome(path, problems=tuple(found))
    if found == data:
        return Outcome(path)
    if write:
        replace_file(path, found, mode)
    return Outcome(path, changed=True)


def replace_file(path: str, data: bytes, mode: int) -> None:
    """Put new bytes in the place of a file at once: readers see the old file or the new one.

    Raises:
        OSError: if it cannot be written; then the old file is whole.
    """
    folder, name = os.path.split(path)
    # Hidden, so that nothing takes it for a record should the machine stop here.
    handle, temporary = tempfile.mkstemp(prefix=f".{name[:60]}.", suffix=".tmp", dir=folder or ".")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise

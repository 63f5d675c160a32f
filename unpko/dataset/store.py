"""Where the bytes of records come from: a wheel's JSON Lines, or a folder of files."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from typing import Protocol

from unpko import resources
from unpko.errors import InvalidRecords
from unpko.problems import Problem
from unpko.reading.files import read_bytes

_ID = re.compile(rb'"id":"([^"]*)"')


class Store(Protocol):
    """A place that holds records as bytes."""

    def ids(self, folder: str) -> tuple[str, ...]:
        """Give the ids of a kind, sorted, without parsing a record."""

    def read(self, folder: str, id: str) -> bytes:
        """Give the JSON text of one record."""

    def path(self, folder: str, id: str) -> str:
        """Say where a record stands, for messages."""


class LinesStore:
    """The records that a wheel holds: one JSON Lines file per kind, sorted by id."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, bytes]] = {}

    def _folder(self, folder: str) -> dict[str, bytes]:
        if folder not in self._lines:
            lines = resources.packaged(f"records/{folder}.jsonl").splitlines()
            # `$schema` and `id` are the first keys of each line, so the first match is the id.
            self._lines[folder] = {_ID.search(line)[1].decode(): line for line in lines}  # type: ignore[index]
        return self._lines[folder]

    def ids(self, folder: str) -> tuple[str, ...]:
        """Give the ids of a kind, sorted, without parsing a record."""
        return tuple(self._folder(folder))

    def read(self, folder: str, id: str) -> bytes:
        """Give the JSON text of one record."""
        return self._folder(folder)[id]

    def path(self, folder: str, id: str) -> str:
        """Say where a record stands, for messages."""
        return f"{folder}/{id}.json"


class FolderStore:
    """The records of a folder: ``<folder>/<kind>/<id>.json``."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._files: dict[str, dict[str, str]] = {}

    def _folder(self, folder: str) -> dict[str, str]:
        if folder not in self._files:
            self._files[folder] = dict(resources.record_files(self.root, folder))
        return self._files[folder]

    def ids(self, folder: str) -> tuple[str, ...]:
        """Give the ids of a kind, sorted, without parsing a record."""
        return tuple(self._folder(folder))

    def read(self, folder: str, id: str) -> bytes:
        """Give the JSON text of one record.

        Raises:
            OSError: if it cannot be read, is no regular file, or lies outside the folder.
        """
        path = self._folder(folder)[id]
        if os.path.islink(path) or os.path.islink(os.path.dirname(path)):
            inside = os.path.realpath(self.root) + os.sep
            if not os.path.realpath(path).startswith(inside):
                raise OSError(errno.EPERM, "the symbolic link leads out of the folder", path)
        return read_bytes(path)

    def path(self, folder: str, id: str) -> str:
        """Say where a record stands, for messages."""
        return self._folder(folder)[id]


def packaged_store() -> Store:
    """Give the store of the records that come with the package."""
    checkout = resources.checkout_folder("records")
    return FolderStore(checkout) if checkout else LinesStore()


def open_store(folder: str | os.PathLike[str]) -> Store:
    """Give the store of a folder of records.

    Raises:
        NotADirectoryError: if it is no folder.
    """
    root = os.fspath(folder)
    if not os.path.isdir(root):
        raise NotADirectoryError(f"{root!r} is no folder of records")
    return FolderStore(root)


def digest(store: Store, folders: tuple[str, ...]) -> str:
    """Give the SHA-256 of all records, the same for a wheel and the checkout it was built from.

    Each record counts as its folder, its id and its JSON text on one line.

    Raises:
        unpko.InvalidRecords: if a file cannot be read, or is no JSON.
    """
    total = hashlib.sha256()
    for folder in folders:
        for id in store.ids(folder):
            try:
                text = store.read(folder, id)
                line = text if isinstance(store, LinesStore) else resources.compact(text)
            except (OSError, ValueError, RecursionError) as error:
                raise InvalidRecords([unreadable(store, folder, id, error)]) from None
            total.update(f"{folder}/{id}\n".encode() + line + b"\n")
    return total.hexdigest()


def unreadable(store: Store, folder: str, id: str, error: Exception) -> Problem:
    """Say that a record cannot be read, and why."""
    why = error.strerror if isinstance(error, OSError) else None
    message = f"the record cannot be read: {why or error}"
    return Problem(store.path(folder, id), 1, 1, "file-unreadable", message)

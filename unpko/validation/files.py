"""Finding the files that paths lead to: trees of records, files inside one, and loose files."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from unpko.model import KINDS
from unpko.problems import Problem
from unpko.reading import kinds_in
from unpko.suggest import closest


class File(NamedTuple):
    """A file to look at.

    Attributes:
        path: the path, as problems name it.
        folder: the folder of its kind; empty where its place does not say.
        id: the id that its place says; empty where its place says none.
        wanted: whether its problems are asked for, or it is only there to be referred to.
    """

    path: str
    folder: str
    id: str
    wanted: bool = True


class Gathered:
    """The files that paths lead to, and what is wrong with their names."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.complete = False
        self.broken: list[tuple[str, str]] = []
        """Folder and id of files that are not even opened, such as links out of the folder."""
        self._files: dict[tuple[str, str, str], File] = {}

    @property
    def files(self) -> list[File]:
        """The files, in the order in which they were found."""
        return list(self._files.values())

    @property
    def checked(self) -> int:
        return sum(file.wanted for file in self.files) + len(self.problems)

    def path(self, path: str) -> None:
        """Add what one path leads to."""
        if not os.path.lexists(path):
            raise FileNotFoundError(f"there is no file or folder {path!r}")
        if os.path.isdir(path) and kinds_in(path):
            self.root(path, wanted=lambda _: True)
            return
        whole = os.path.abspath(path)
        root = _root_of(whole)
        if root is None:
            self.loose(path)
            return
        named = os.path.relpath(root) if not os.path.isabs(path) else root
        self.root(
            named,
            wanted=lambda file: (os.path.abspath(file) + os.sep).startswith(whole + os.sep),
        )

    def root(self, root: str, wanted: Callable[[str], bool]) -> None:
        """Add a tree of records."""
        self.complete |= kinds_in(root) == set(KINDS)
        real = os.path.realpath(root)
        for entry in sorted(os.listdir(root)):
            path = os.path.join(root, entry)
            if os.path.islink(path) and not _inside(path, real) and not _ignored(entry):
                if wanted(path):
                    self._link(path)
            elif entry in KINDS and os.path.isdir(path):
                self._walk(path, entry, "", real, wanted)
            elif not _ignored(entry) and wanted(path):
                self._stray(path, "is not in the folder of a kind", _folder_hint(entry))

    def loose(self, path: str) -> None:
        """Add files that lie in no tree: their kind is told by what they say."""
        if os.path.isdir(path):
            for folder, below, names in os.walk(path):
                below[:] = sorted(name for name in below if not _ignored(name))
                for name in sorted(names):
                    file = os.path.join(folder, name)
                    if not name.endswith(".json") or _ignored(name):
                        continue
                    if os.path.islink(file) and not _inside(file, os.path.realpath(path)):
                        self._link(file)
                    else:
                        self._loose(file)
        else:
            self._loose(path)

    def _loose(self, path: str) -> None:
        self._add(File(path, "", ""), ("", "", os.path.abspath(path)))

    def _add(self, file: File, place: tuple[str, str, str]) -> None:
        """Add a file; paths may overlap, and a file is wanted if one of them asks for it."""
        if file.wanted or place not in self._files:
            self._files[place] = file

    def _walk(
        self, folder: str, kind: str, below: str, real: str, wanted: Callable[[str], bool]
    ) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self._problem(
                folder, "file-unreadable", error.strerror or "unreadable", "check its rights"
            )
            return
        for entry in entries:
            if _ignored(entry.name):
                continue
            if entry.is_symlink() and not _inside(entry.path, real):
                self.broken.append((kind, below + entry.name.removesuffix(".json")))
                if wanted(entry.path):
                    self._link(entry.path)
            elif entry.name.endswith(".json"):
                # Folders and pipes of such a name too: reading them says that they are no files.
                id = below + entry.name[:-5]
                self._add(File(entry.path, kind, id, wanted(entry.path)), (real, kind, id))
            elif entry.is_dir() and not below:
                self._walk(entry.path, kind, entry.name + "/", real, wanted)
            elif wanted(entry.path):
                self._stray(entry.path, "is no .json file below the folder of its kind", "")

    def _stray(self, path: str, what: str, hint: str) -> None:
        self._problem(
            path, "file-name", f"{os.path.basename(path)} {what}", hint or "rename or remove it"
        )

    def _link(self, path: str) -> None:
        message = f"the symbolic link leads out of the folder, to {os.readlink(path)}"
        self._problem(path, "file-link", message, "put the record itself here")

    def _problem(self, path: str, code: str, message: str, hint: str) -> None:
        problem = Problem(path, 1, 1, code, message, hint)
        if problem not in self.problems:  # several paths may lead here
            self.problems.append(problem)


def _ignored(name: str) -> bool:
    return name.startswith(".") or name == "README.md"


def _folder_hint(name: str) -> str:
    close = closest(name, KINDS)
    return f'did you mean "{close[0]}"?' if close else ""


def _root_of(path: str) -> str | None:
    """Give the tree that a path lies in: the folder above the folder of a kind."""
    parts = path.split(os.sep)
    for index in range(len(parts) - 1, 0, -1):
        if parts[index] in KINDS and len(parts) - index <= 3:
            return os.sep.join(parts[:index]) or os.sep
    return None


def _inside(path: str, real_root: str) -> bool:
    return os.path.realpath(path).startswith(real_root + os.sep)

"""The lines of files that problems point at, read again to be shown."""

from __future__ import annotations

import os
import stat

from unpko.problems import Problem
from unpko.reading.decode import MAX_BYTES, decode

# These problems are about the file and not about a place in its text. The target of a link that
# leads out of the folder must not be shown at all.
_NO_TEXT = {"file-unreadable", "file-link", "file-size", "file-name"}


class Sources:
    """The lines of one file after the other; problems come file by file, so one is kept."""

    def __init__(self) -> None:
        self._path: str | None = None
        self._lines: list[str] = []

    def line(self, problem: Problem) -> str | None:
        """Give the line that a problem is in, or None where there is nothing to show."""
        if problem.code in _NO_TEXT:
            return None
        if problem.path != self._path:
            self._path, self._lines = problem.path, _lines(problem.path)
        if not 1 <= problem.line <= len(self._lines):
            return None
        line = self._lines[problem.line - 1].removesuffix("\r")
        return line if line.strip() else None


def _lines(path: str) -> list[str]:
    """Read the lines of a file; no lines where it cannot be read any more.

    Lines end in a line feed only, as for the reader that counted them.
    """
    # A pipe would block and a link may lead anywhere, so neither is opened for reading.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):  # ValueError: a name with a NUL
        return []
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return []
        with open(handle, "rb", closefd=False) as file:
            text, _ = decode(file.read(MAX_BYTES + 1))
    except OSError:
        return []
    finally:
        os.close(handle)
    return text.split("\n")

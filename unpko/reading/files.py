"""Reading the bytes of a file, safely and at once."""

from __future__ import annotations

import errno
import os
import stat

from unpko.problems import Problem
from unpko.reading.decode import MAX_BYTES


def read_bytes(path: str) -> bytes:
    """Read a file at once, and no more of it than a record can have.

    Raises:
        OSError: if it cannot be read, or is no regular file: a pipe would be waited for.
    """
    # Windows has no O_NONBLOCK, and elsewhere there is no O_BINARY.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file", path)
        size = status.st_size
        data = os.read(handle, min(size, MAX_BYTES) + 1)
        while len(data) < size and len(data) <= MAX_BYTES:
            more = os.read(handle, MAX_BYTES + 1 - len(data))
            if not more:
                break
            data += more
        return data
    finally:
        os.close(handle)


def unreadable(path: str, error: Exception) -> Problem:
    """Say that a file cannot be read, and why."""
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    forbidden = isinstance(error, PermissionError)
    hint = "check its rights" if forbidden else "put the record itself here, or remove it"
    return Problem(path, 1, 1, "file-unreadable", f"the file cannot be read: {why}", hint)

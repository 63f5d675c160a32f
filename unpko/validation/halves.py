"""Reading many files: one process for few of them, two for thousands of pledges.

Threads would not help, since building models holds the interpreter's lock. A second process costs
some 30 ms, so it is worth it only from a few thousand files on. It is forked, which is safe only
while this process has one thread, and is what Linux does well; elsewhere one process reads all.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from unpko.reading.files import read_bytes
from unpko.validation.files import File
from unpko.validation.run import Run

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MANY = 4000
"""From how many pledges on half of them are read in a second process."""


def read_all(run: Run, files: Sequence[File], progress: Callable[[int, int], None] | None) -> None:
    """Read files into a run, in their order."""
    # Only what is left of pledges can be handed over: other records are kept whole.
    pledges = [file for file in files if file.folder == "pledges"]
    # Two files of one id, in two trees, are told by whoever reads both.
    once = len({file.id for file in pledges}) == len(pledges)
    if len(pledges) < MANY or not once or not _can_fork():
        _read(run, files, progress, len(files))
        return
    from multiprocessing import get_context

    others = [file for file in files if file.folder != "pledges"]
    middle = max(0, (len(pledges) - len(others)) // 2)
    theirs = pledges[middle:]
    mine = [*others, *pledges[:middle]]
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    helper = context.Process(target=_read_apart, args=(theirs, there), daemon=True)
    helper.start()
    there.close()  # so that a helper that dies is noticed as the end of the pipe
    _read(run, mine, progress, len(files))
    try:
        run.absorb(here.recv())
    # Killed, for want of memory perhaps, before it answered or in the middle of it: what it should
    # have read is read here.
    except (EOFError, OSError):
        _read(run, theirs, progress, len(files))
    helper.join()


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def _read_apart(files: list[File], answer: Connection) -> None:
    """Read files in the second process, and hand over what was found."""
    run = Run(complete=True)
    _read(run, files, None, len(files))
    answer.send(run)
    answer.close()


def _read(
    run: Run, files: Sequence[File], progress: Callable[[int, int], None] | None, total: int
) -> None:
    for number, file in enumerate(files):
        if progress is not None and number % 100 == 0:
            progress(number, total)
        try:
            data = read_bytes(file.path)
        except OSError as error:
            run.unreadable(file, error)
        else:
            run.read(file, data)

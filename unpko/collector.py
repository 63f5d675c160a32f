"""Pausing the cyclic garbage collector while many records are built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic collector: models make no cycles, and it would walk them all again.

    What was built meanwhile goes straight to the oldest generation, as if it had survived: else
    the next allocation would walk all of it at once. Something that others froze stays frozen.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()

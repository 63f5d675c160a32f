"""Bytes to records, or to problems with their positions."""

from __future__ import annotations

from unpko.reading.kind import kind_of, kinds_in, place
from unpko.reading.record import (
    Reading,
    canonical,
    locate,
    read_homeless,
    read_record,
    read_trusted,
)

__all__ = [
    "Reading",
    "canonical",
    "kind_of",
    "kinds_in",
    "locate",
    "place",
    "read_homeless",
    "read_record",
    "read_trusted",
]

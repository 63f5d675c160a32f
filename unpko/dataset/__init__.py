"""Typed, linked, offline access to every record."""

from __future__ import annotations

import os

from unpko.dataset.dataset import Dataset
from unpko.dataset.store import open_store, packaged_store
from unpko.version import __version__


def load(folder: str | os.PathLike[str] | None = None) -> Dataset:
    """Open the records that come with the package, or those of a folder.

    Nothing is read until it is asked for. A folder has the shape of ``records/``:
    ``<kind>/<id>.json``.

    Args:
        folder: the folder; None for the packaged records.

    Raises:
        NotADirectoryError: if ``folder`` is no folder.
        unpko.InvalidRecords: later, when a record is asked for that is not valid.

    Example:
        >>> import unpko
        >>> unpko.load().ministerials["2021-seoul"].name
        '2021 Seoul UN Peacekeeping Ministerial'
    """
    store = packaged_store() if folder is None else open_store(folder)
    return Dataset(store, __version__)


__all__ = ["Dataset", "load"]

"""Where the records and schemas are, in a wheel and in a checkout.

A wheel holds one JSON Lines file per kind, made by the build hook; a checkout (an editable
install) has the files themselves. This module uses the standard library only, since the build hook
imports it before anything is installed.
"""

from __future__ import annotations

import os

PACKAGE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(PACKAGE, "_data")
CHECKOUT = os.path.dirname(PACKAGE)


def checkout_folder(name: str) -> str | None:
    """Give a folder of the checkout that this package is used from, or None in a wheel."""
    folder = os.path.join(CHECKOUT, name)
    in_checkout = os.path.isfile(os.path.join(CHECKOUT, "pyproject.toml"))
    return folder if in_checkout and os.path.isdir(folder) else None


def packaged(name: str) -> bytes:
    """Read a file that travels in the wheel, from disk or out of a zip.

    Raises:
        OSError: if there is none.
    """
    loader = __spec__.loader
    return bytes(loader.get_data(os.path.join(DATA, *name.split("/"))))  # type: ignore[union-attr]


def compact(data: bytes) -> bytes:
    """Write the JSON text of a record on one line, without blanks, as wheels hold it.

    Example:
        >>> compact(b'{ "id": "KOR" }')
        b'{"id":"KOR"}'
    """
    import json

    return json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode()


def lines(root: str, folder: str) -> bytes:
    """Write the records of one kind below a folder as JSON Lines, as wheels hold them.

    Example:
        >>> lines("no-such-folder", "pledges")
        b''
    """
    found = []
    for _, path in record_files(root, folder):
        with open(path, "rb") as file:
            found.append(compact(file.read()) + b"\n")
    return b"".join(found)


def record_files(root: str, folder: str) -> list[tuple[str, str]]:
    """List the records of one kind below a folder: id and path, by id.

    Example:
        >>> record_files("no-such-folder", "pledges")
        []
    """
    found: list[tuple[str, str]] = []
    base = os.path.join(root, folder)
    if not os.path.isdir(base):
        return found
    with os.scandir(base) as entries:
        for entry in entries:
            if entry.name.endswith(".json"):
                found.append((entry.name[:-5], entry.path))
            elif entry.is_dir():
                with os.scandir(entry.path) as below:
                    found += [
                        (f"{entry.name}/{item.name[:-5]}", item.path)
                        for item in below
                        if item.name.endswith(".json")
                    ]
    return sorted(found)

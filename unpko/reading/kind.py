"""The kind of a file: what its place says, and what its text says."""

from __future__ import annotations

import os
import re

from unpko.model import KINDS, SCHEMA_BASE

_FOLDERS = {model.kind_name: folder for folder, model in KINDS.items()}
_SCHEMA = re.compile(
    rb'"\$schema"\s*:\s*"' + re.escape(SCHEMA_BASE).encode() + rb'/[^/"]+/([a-z]+)\.json"'
)


def kind_of(data: bytes) -> str | None:
    """Give the folder of the kind whose schema a file names, of any version; None if it names none.

    Example:
        >>> kind_of(b'{"$schema": "https://w3id.org/unpko/schemas/1.0/state.json"}')
        'states'
        >>> kind_of(b"{}") is None
        True
    """
    match = _SCHEMA.search(data)
    return _FOLDERS.get(match[1].decode()) if match else None


def kinds_in(folder: str) -> set[str]:
    """Give the folders of kinds that a folder holds: none, if it is no folder of records.

    Example:
        >>> kinds_in("no-such-folder")
        set()
    """
    return {name for name in KINDS if os.path.isdir(os.path.join(folder, name))}


def place(path: str) -> tuple[str, str]:
    """Give folder and id that the place of a file says; empty texts where it says none.

    Example:
        >>> place("records/pledges/2021-seoul/kor-x.json")
        ('pledges', '2021-seoul/kor-x')
        >>> place("kor-x.json")
        ('', '')
    """
    parts = path.replace(os.sep, "/").removesuffix(".json").split("/")
    for index in range(len(parts) - 2, -1, -1):
        if parts[index] in KINDS and len(parts) - index <= 3:
            return parts[index], "/".join(parts[index + 1 :])
    return "", ""

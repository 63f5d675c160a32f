"""The kind that a file says that it is of."""

from __future__ import annotations

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

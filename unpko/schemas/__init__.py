"""The published JSON Schemas: made from the models, frozen by version, compared and served.

- `schema` and `validator` give them for use; `versions` says which there are.
- `generate` makes those of the present version from the models, in the form that `normal` fixes.
- `freeze` writes, checks and publishes versions, and `compare` says what changed between two.
- `export` writes a site of them, with a page per kind.
- `editor` maps them for VS Code, and `commands` is the command line.
"""

from __future__ import annotations

from unpko.schemas.store import UnknownSchema, schema, text, validator, versions

__all__ = ["UnknownSchema", "schema", "text", "validator", "versions"]

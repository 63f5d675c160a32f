"""Editor support: settings that let VS Code check records from a clone, without a network.

A record names its schema by an address, and VS Code looks at that before any mapping of files to
schemas. It would fetch the address. Only a schema that the settings themselves hold under the
same address is taken instead, and a relative path is read relative to that address, so it cannot
lead into the clone. So the settings hold the schema of any record, once; the address of each kind
is mapped into it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from unpko.model import KINDS, schema_url
from unpko.schemas.generate import Draft
from unpko.schemas.store import RECORD

KEY = "json.schemas"
SETTINGS = Path(".vscode", "settings.json")


def mappings(draft: Draft) -> list[dict[str, Any]]:
    """Give what VS Code's setting ``json.schemas`` has to say.

    Example:
        >>> from unpko.schemas.generate import draft
        >>> mappings(draft())[1]["fileMatch"]
        ['/records/ministerials/**/*.json']
    """
    whole = schema_url(RECORD, draft.version)
    record = json.loads(draft.files[f"{RECORD}.json"])
    listed: list[dict[str, Any]] = [{"url": whole, "schema": record}]
    for folder, model in KINDS.items():
        listed.append(
            {
                "url": schema_url(model.kind_name, draft.version),
                "fileMatch": [f"/records/{folder}/**/*.json"],
                "schema": {"$ref": f"{whole}#/$defs/{model.__name__}"},
            }
        )
    return listed


def dumps(settings: Mapping[str, Any], draft: Draft) -> str:
    """Write the settings, ours set and all others kept; each mapping stands on one line."""
    others = {key: value for key, value in settings.items() if key != KEY}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in others.items()]
    ours = [json.dumps(item, separators=(",", ":"), ensure_ascii=False) for item in mappings(draft)]
    listed = ",\n    ".join(ours)
    return "\n".join(["{", *lines, f'  "{KEY}": [', f"    {listed}", "  ]", "}", ""])


def wanted(root: Path, draft: Draft) -> str:
    """Give the text that the settings of a checkout should have, what others set kept."""
    path = root / SETTINGS
    settings = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return dumps(settings, draft)


def check(root: Path, draft: Draft) -> list[str]:
    """Say whether the settings of a checkout are behind the models."""
    path = root / SETTINGS
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == wanted(root, draft):
            return []
    except ValueError as error:
        return [f"{SETTINGS.as_posix()} is no plain JSON ({error}): take comments out of it"]
    return [f"{SETTINGS.as_posix()} does not hold the present schemas: run `unpko schema write`"]


def write(root: Path, draft: Draft) -> list[Path]:
    """Bring the settings of a checkout up to date, and give the file if it changed."""
    if not check(root, draft):
        return []
    path = root / SETTINGS
    text = wanted(root, draft)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return [path]

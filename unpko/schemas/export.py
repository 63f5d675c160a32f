"""Publication: a site of all versions, for any static host."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from unpko.model import KINDS
from unpko.schemas import index, pages, store
from unpko.schemas.index import Version

LATEST = "latest"
CATALOGUE = "https://json.schemastore.org/schema-catalog.json"
EXAMPLE_SIZE = 6000
"""How many characters the example on a page has at most, where a record is that short."""

# Where records of a kind lie, for editors that go by file names.
_FOLDERS = {model.kind_name: folder for folder, model in KINDS.items()}


def export(
    target: Path, *, base_url: str | None = None, examples: Mapping[str, str] | None = None
) -> list[Path]:
    """Write every version, pages for people, and catalogues, and give the files written.

    Each schema lies at the path of its ``$id`` below the base. ``latest/`` is a copy of the latest
    published version, of the draft where none is published yet; its files keep their ``$id``.

    Args:
        target: the folder to write to; other files in it stay as they are.
        base_url: where the folder will be served, if not where the schemas say.
        examples: the text of a record to show, by kind.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     paths = export(Path(folder))
        >>> {"index.html", "index.json", "versions.json"} <= {path.name for path in paths}
        True
    """
    versions = store.versions()
    latest = latest_of(versions)
    files: dict[str, bytes] = {"versions.json": index.dumps(versions).encode()}
    for version in versions:
        tree = _version(version, latest, examples or {})
        files |= {f"{version.number}/{name}": text for name, text in tree.items()}
        if version == latest:
            files |= {f"{LATEST}/{name}": text for name, text in tree.items()}
    base = (base_url or base_of(store.schema(store.RECORD, latest.number))).rstrip("/")
    files["index.json"] = _json(catalogue(versions, latest, base))
    files["index.html"] = pages.front(versions, latest, _schemas(latest), base).encode()
    written = []
    for name, text in sorted(files.items()):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        written.append(path)
    return written


def latest_of(versions: tuple[Version, ...]) -> Version:
    """Give the latest published version, or the latest draft where none is published.

    Example:
        >>> latest_of((Version("1.0", "published", {}, "2026-12-01"), Version("1.1", "draft", {})))
        Version(number='1.0', status='published', files={}, date='2026-12-01')
    """
    return ([version for version in versions if version.published] or list(versions))[-1]


def base_of(schema: Mapping[str, Any]) -> str:
    """Give the part of a schema's ``$id`` that stands before version and kind.

    Example:
        >>> base_of({"$id": "https://example.org/s/1.0/record.json"})
        'https://example.org/s'
    """
    return str(schema["$id"]).rsplit("/", 2)[0]


def catalogue(versions: tuple[Version, ...], latest: Version, base: str) -> dict[str, Any]:
    """List the schemas in the format of SchemaStore's catalogue."""
    entries = []
    for kind, schema in _schemas(latest).items():
        if kind == store.RECORD:
            continue
        entries.append(
            {
                "name": f"unpko {kind}",
                "description": _first(schema["description"]),
                "fileMatch": [f"**/unpko/records/{_FOLDERS[kind]}/**/*.json"],
                "url": f"{base}/{latest.number}/{kind}.json",
                "versions": {
                    version.number: f"{base}/{version.number}/{kind}.json"
                    for version in versions
                    if f"{kind}.json" in version.files
                },
            }
        )
    return {"$schema": CATALOGUE, "version": 1, "schemas": entries}


def shipped_examples() -> dict[str, str]:
    """Choose a record of every kind to show: the one that uses most fields, and is short."""
    from unpko.dataset import load
    from unpko.model import Record
    from unpko.reading.record import canonical

    def fitness(record: Record) -> tuple[bool, int, int, str]:
        size = len(canonical(record))
        return size <= EXAMPLE_SIZE, len(record.model_fields_set), -size, record.id

    dataset = load()
    examples = {}
    for folder, model in KINDS.items():
        records = list(getattr(dataset, folder))
        if records:
            examples[model.kind_name] = canonical(max(records, key=fitness)).decode()
    return examples


def _version(version: Version, latest: Version, examples: Mapping[str, str]) -> dict[str, bytes]:
    """Give the files of one version: the schemas to the letter, and a page for each."""
    schemas = _schemas(version)
    files = {f"{kind}.json": store.text(kind, version.number) for kind in schemas}
    for kind, schema in schemas.items():
        if kind != store.RECORD:
            example = examples.get(kind, "")
            if schema["$id"] not in example:  # it obeys another version
                example = ""
            page = pages.kind_page(kind, schema, version, latest, example)
            files[f"{kind}.html"] = page.encode()
    files["index.html"] = pages.version_page(version, latest, schemas).encode()
    return files


def _schemas(version: Version) -> dict[str, dict[str, Any]]:
    """Give the schemas of a version, those that all others refer to last."""
    names = [name.removesuffix(".json") for name in version.files]
    kinds = sorted(names, key=[*_FOLDERS, *names].index)
    return {kind: store.schema(kind, version.number) for kind in kinds}


def _first(text: str) -> str:
    return text.split("\n\n")[0]


def _json(data: object) -> bytes:
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()

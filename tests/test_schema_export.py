"""The site of schemas: whole, to the letter, and readable by people and by machines."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from unpko import schemas
from unpko.model import KINDS, SCHEMA_BASE, SCHEMA_VERSION
from unpko.problems import RULES
from unpko.schemas import export, pages, rules
from unpko.schemas.index import Version

KIND_NAMES = [model.kind_name for model in KINDS.values()]
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """What a page holds, and whether every tag that opens also closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.style: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        (self.style if self.open[-1:] == ["style"] else self.words).append(data)

    def all(self, tag: str, attribute: str) -> list[str]:
        return [
            str(attrs[attribute]) for name, attrs in self.tags if name == tag and attribute in attrs
        ]

    @property
    def text(self) -> str:
        return " ".join(self.words)


LATEST = export.latest_of(schemas.versions()).number
"""The version that ``latest`` is a copy of; the present one may be a draft that comes after it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    export.export(folder, examples=export.shipped_examples())
    return folder


def test_every_schema_lies_at_the_path_of_its_id(site: Path) -> None:
    for version in schemas.versions():
        for name in version.files:
            text = (site / version.number / name).read_bytes()
            assert text == schemas.text(name.removesuffix(".json"), version.number)
            assert json.loads(text)["$id"] == f"{SCHEMA_BASE}/{version.number}/{name}"


def test_latest_is_a_copy_that_names_its_version(site: Path) -> None:
    latest = export.latest_of(schemas.versions())
    names = sorted(path.name for path in (site / latest.number).iterdir())
    assert names == sorted(path.name for path in (site / "latest").iterdir())
    for name in names:
        assert (site / "latest" / name).read_bytes() == (site / latest.number / name).read_bytes()


def test_latest_is_the_latest_published() -> None:
    first = Version("1.9", "published", {}, "2026-12-01")
    second = Version("1.10", "published", {}, "2027-12-01")
    third = Version("2.0", "draft", {})
    assert export.latest_of((first, second, third)) == second
    assert export.latest_of((third,)) == third


def test_the_catalogue_has_the_form_of_schemastore(site: Path) -> None:
    catalogue = json.loads((site / "index.json").read_bytes())
    assert set(catalogue) == {"$schema", "version", "schemas"}
    assert len(catalogue["schemas"]) == len(KIND_NAMES)
    for entry, kind in zip(catalogue["schemas"], KIND_NAMES, strict=True):
        assert set(entry) == {"name", "description", "fileMatch", "url", "versions"}
        assert entry["url"].endswith(f"/{kind}.json")
        assert entry["url"] in entry["versions"].values()
        assert entry["fileMatch"] == [f"**/unpko/records/{folder_of(kind)}/**/*.json"]


def folder_of(kind: str) -> str:
    return next(folder for folder, model in KINDS.items() if model.kind_name == kind)


def test_another_host_changes_the_catalogue_only(tmp_path: Path, site: Path) -> None:
    export.export(tmp_path, base_url="https://example.org/unpko/", examples={})
    entry = json.loads((tmp_path / "index.json").read_bytes())["schemas"][0]
    assert entry["url"] == f"https://example.org/unpko/{LATEST}/ministerial.json"
    for path in site.glob("*/state.json"):
        assert (tmp_path / path.relative_to(site)).read_bytes() == path.read_bytes()


def test_pages_are_whole_and_lean_on_nothing(site: Path) -> None:
    paths = sorted(site.glob("**/*.html"))
    assert len(paths) == 1 + (len(schemas.versions()) + 1) * (1 + len(KIND_NAMES))
    for path in paths:
        page = Page(path.read_text(encoding="utf-8"))
        assert page.all("html", "lang") == ["en"], path
        assert [tag for tag, _ in page.tags].count("h1") == 1
        assert not [tag for tag, _ in page.tags if tag in ("script", "link", "img", "iframe")]
        assert not re.search(r"url\(|@import|https?:", "".join(page.style)), path
        ids = [str(attrs["id"]) for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), path
        for target in page.all("a", "href"):
            file, _, anchor = target.partition("#")
            if file:
                assert (path.parent / file).is_file(), (path, target)
            else:
                assert anchor in ids, (path, target)
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in pairwise(levels)), path
        for tag, attrs in page.tags:
            assert tag != "th" or attrs["scope"] in ("col", "row")
            assert tag != "table" or attrs["aria-label"]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_page_says_all_that_the_schema_says(site: Path, kind: str) -> None:
    schema = schemas.schema(kind, SCHEMA_VERSION)
    page = Page((site / SCHEMA_VERSION / f"{kind}.html").read_text(encoding="utf-8"))
    for name, field in schema["properties"].items():
        assert name in page.words
        assert not field.get("description") or plain(field["description"]) in plain(page.text)
    for part in schema["$defs"].values():
        for case in part.get("anyOf", ()):
            assert plain(case["description"]) in plain(page.text)
            assert "const" not in case or case["const"] in page.words
    for code in rules.of_meaning(schema["title"], schema["$defs"]):
        assert code in page.words
    assert "json-duplicate-key" in page.words
    assert schema["$id"] in page.words


def plain(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def test_a_draft_says_so_and_a_published_version_does_not() -> None:
    schema = schemas.schema("mission")
    files = {"mission.json": "0" * 64}
    draft = Version("1.0", "draft", files)
    published = Version("1.0", "published", files, "2026-12-01")
    later = Version("1.1", "published", files, "2027-12-01")
    assert "is not published yet" in pages.kind_page("mission", schema, draft, draft)
    page = pages.kind_page("mission", schema, published, published)
    assert "is not published yet" not in page
    assert "published on 2026-12-01" in page
    assert "there is a later one" in pages.kind_page("mission", schema, published, later)
    assert "is not published yet" in pages.version_page(draft, draft, {"mission": schema})


def test_everything_is_escaped() -> None:
    bad = "<script>alert(1)</script> & \"'"
    schema: dict[str, Any] = {
        "$id": bad,
        "title": bad,
        "description": bad,
        "properties": {
            bad: {"description": bad, "const": bad, "default": bad, "pattern": bad},
            "ref": {"$ref": f"#/$defs/{bad}"},
            "list": {"items": {"$ref": f"#/$defs/{bad}"}, "minItems": 2, "maxItems": 3},
            "text": {"minLength": 1, "maxLength": 9},
        },
        "required": [bad],
        "$defs": {
            bad: {"description": bad, "properties": {bad: {"description": bad}}},
            f"{bad}2": {"enum": [bad], "anyOf": [{"const": bad, "title": bad, "description": bad}]},
            f"{bad}3": {"type": bad, "$comment": bad, "examples": [bad], "minimum": 1},
        },
    }
    version = Version("1.0", "published", {f"{bad}.json": bad}, "2026-12-01")
    page = pages.kind_page(bad, schema, version, version, json.dumps({"id": bad}))
    assert "<script>" not in page
    assert bad in Page(page).words
    assert "<script>" not in pages.front((version,), version, {bad: schema}, bad)


def test_every_rule_is_told_once() -> None:
    everything = {"Pledge", "State", "Source", "Figure", "Currency", "Party", "Post", "Rank"}
    meaning = rules.of_meaning("Ministerial", everything)
    told = [*meaning, *rules.of_text(), *rules.BY_SCHEMA]
    assert sorted(told) == sorted(RULES)


def test_an_example_obeys_its_schema() -> None:
    for kind, text in export.shipped_examples().items():
        assert schemas.validator(kind).is_valid(json.loads(text))


def test_an_example_of_another_version_is_not_shown(tmp_path: Path) -> None:
    other = json.dumps({"$schema": f"{SCHEMA_BASE}/9.9/state.json", "id": "KOR"})
    export.export(tmp_path, examples={"state": other})
    shown = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*/state.html")]
    assert len(shown) == len(schemas.versions()) + 1
    assert not any("Example record" in page for page in shown)

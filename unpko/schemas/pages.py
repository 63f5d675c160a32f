"""Pages for people: what a kind of record holds, read from its schema alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from unpko.schemas import rules
from unpko.schemas.index import Version
from unpko.schemas.markup import code, link, page, prose, table
from unpko.schemas.store import RECORD

Schema = dict[str, Any]

_WORDS = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "object": "object",
}


_UP = f"<p>{link('../index.html', 'All schemas')}</p>"
_ABOUT_FIELDS = (
    "<p>There are no other fields. What is unknown is left out: nothing is null or empty, and a "
    "list that is there has at least one item.</p>\n"
)


def front(
    versions: tuple[Version, ...], latest: Version, schemas: Mapping[str, Schema], base: str
) -> str:
    """Write the page that leads to all others."""
    listed = table(
        "Versions",
        ("Version", "Status", "Published on"),
        (
            ("", (link(f"{v.number}/index.html", escape(v.number)), v.status, v.date or "not yet"))
            for v in reversed(versions)
        ),
    )
    body = f"""<h1>Schemas of the UN Peacekeeping Ministerial records</h1>
{_notice(latest, latest)}
<p>JSON Schemas (2020-12) of the records that <em>unpko</em> publishes. Each record names its schema
in {code("$schema")}. With any JSON Schema validator they give the verdict that unpko gives on the
shape of a record; what no schema can say is listed, by code, on the page of each kind.</p>
<h2 id="kinds">Kinds of record, version {escape(latest.number)}</h2>
{_kinds(schemas, f"{latest.number}/")}
<h2 id="versions">Versions</h2>
<p>A published version never changes. Each lies at {code(f"{base}/VERSION/KIND.json")};
{link("latest/index.html", code("latest/"))} is a copy of the latest one, whose {code("$id")} still
names the version. Hashes are in {link("versions.json", code("versions.json"))}; for editors there
is a {link("index.json", "catalogue")}.</p>
{listed}"""
    return page("Schemas of unpko", "<p>unpko</p>", body)


def version_page(version: Version, latest: Version, schemas: Mapping[str, Schema]) -> str:
    """Write the page that leads to the kinds of one version."""
    title = f"Kinds of record, version {version.number}"
    body = f"<h1>{escape(title)}</h1>\n{_notice(version, latest)}\n{_kinds(schemas, '')}"
    return page(f"{title}: schemas of unpko", _UP, body)


def _kinds(schemas: Mapping[str, Schema], path: str) -> str:
    rows = (
        (
            "",
            (
                link(f"{path}{kind}.html", escape(schema["title"])),
                prose(_first(schema["description"])),
                link(f"{path}{kind}.json", code(f"{kind}.json")),
            ),
        )
        for kind, schema in schemas.items()
        if kind != RECORD
    )
    record = link(f"{path}{RECORD}.json", code(f"{RECORD}.json"))
    heads = ("Kind", "What one record is", "Schema")
    return f"{table('Kinds of record', heads, rows)}\n<p>{record} takes a record of any kind.</p>"


def kind_page(
    kind: str, schema: Schema, version: Version, latest: Version, example: str = ""
) -> str:
    """Write the page of one kind of record.

    Args:
        kind: the name of the kind.
        schema: its schema.
        version: the version of the schema.
        latest: the version that readers should use.
        example: the text of a record to show.
    """
    title = schema["title"]
    defs: Schema = schema["$defs"]
    parts = {name: part for name, part in defs.items() if "properties" in part}
    lists = {name: part for name, part in defs.items() if "enum" in part}
    scalars = {name: part for name, part in defs.items() if not {"properties", "enum"} & {*part}}
    sections = {
        "fields": ("Fields", _ABOUT_FIELDS + _fields(title, schema)),
        "parts": ("Parts", "\n".join(_part(name, part) for name, part in parts.items())),
        "codes": ("Code lists", "\n".join(_codes(name, part) for name, part in lists.items())),
        "types": ("Texts and numbers", _scalars(scalars)),
        "example": ("Example", _example(example)),
        "meaning": ("Rules of meaning", _meaning(title, defs)),
        "text": ("Rules of the text", _lexical()),
    }
    there = {anchor: section for anchor, section in sections.items() if section[1]}
    contents = "".join(f"<li>{link(f'#{id}', name)}</li>" for id, (name, _) in there.items())
    body = f"""<h1>{escape(title)}</h1>
{_notice(version, latest)}
{prose(schema["description"])}
{_facts(kind, schema, version)}
<nav aria-label="On this page"><ul class="contents">{contents}</ul></nav>
""" + "\n".join(f'<h2 id="{id}">{name}</h2>\n{text}' for id, (name, text) in there.items())
    return page(f"{title}, version {version.number}: schemas of unpko", _UP, body)


def _notice(version: Version, latest: Version) -> str:
    if not version.published:
        return (
            '<p class="notice" role="note"><strong>Draft.</strong> '
            f"Version {escape(version.number)} is not published yet and may still change.</p>"
        )
    if version != latest:
        there = link(f"../{latest.number}/index.html", escape(latest.number))
        return (
            f'<p class="notice" role="note">Version {escape(version.number)} stays as it is, but '
            f"there is a later one: {there}.</p>"
        )
    return ""


def _facts(kind: str, schema: Schema, version: Version) -> str:
    published = f"published on {version.date}" if version.date else "draft"
    facts = {
        "Schema": link(f"{kind}.json", code(f"{kind}.json")),
        "Address": code(schema["$id"]),
        "Version": f"{escape(version.number)}, {escape(published)}",
        "SHA-256": code(version.files[f"{kind}.json"]),
    }
    return f"<dl>{''.join(f'<dt>{k}</dt><dd>{v}</dd>' for k, v in facts.items())}</dl>"


def _fields(title: str, node: Schema) -> str:
    required = node.get("required", ())
    return table(
        f"Fields of {title}",
        ("Field", "Type", "Required", "Meaning"),
        (
            (
                f"{title}.{name}",
                (
                    code(name),
                    _type(field),
                    "yes" if name in required else "no",
                    "".join([prose(field.get("description", "")), *_limits(field)]),
                ),
            )
            for name, field in node["properties"].items()
        ),
    )


def _part(name: str, part: Schema) -> str:
    about = prose(part.get("description", ""))
    return f'<h3 id="{escape(name)}">{escape(name)}</h3>\n{about}\n{_fields(name, part)}'


def _type(field: Schema) -> str:
    if name := _target(field):
        return link(f"#{name}", escape(name))
    if "items" in field:
        return f"list of {_type(field['items'])}"
    return _WORDS.get(field.get("type", ""), "any value")


def _target(field: Schema) -> str:
    ref = field.get("$ref") or field.get("allOf", [{}])[0].get("$ref", "")
    return str(ref).rpartition("/")[2]


def _limits(node: Schema) -> Iterator[str]:
    """Say in words what bounds a value; the guard beside patterns is not for people."""
    if "const" in node:
        yield f"<p>Always {code(node['const'])}.</p>"
    if node.get("minItems", 1) > 1:  # that a list is not empty is said once, above the fields
        yield f"<p>Items: {node['minItems']} or more.</p>"
    if "maxItems" in node:
        yield f"<p>Items: {node['maxItems']} or fewer.</p>"
    if "default" in node:
        yield f"<p>Where it is left out: {code(str(node['default']))}.</p>"
    if "minLength" in node:
        yield f"<p>At least {node['minLength']} characters.</p>"
    if "maxLength" in node:
        yield f"<p>At most {node['maxLength']} characters.</p>"
    if "minimum" in node or "maximum" in node:
        low, high = node.get("minimum", "any number"), node.get("maximum", "any number")
        yield f"<p>From {low} to {high}.</p>"
    if "pattern" in node:
        yield f"<p>Pattern: {code(node['pattern'])}</p>"
    if isinstance(node.get("items"), dict):
        yield from _limits(node["items"])


def _codes(name: str, part: Schema) -> str:
    cases = {case["const"]: case for case in part.get("anyOf", ()) if "const" in case}
    about = [case.get("description", "") for case in part.get("anyOf", ()) if "const" not in case]
    rows = (
        (
            f"{name}.{value}",
            (
                code(value),
                escape(cases.get(value, {}).get("title", "")),
                prose(cases.get(value, {}).get("description", "")),
            ),
        )
        for value in part["enum"]
    )
    heads = ("Code", "Title", "Meaning")
    return (
        f'<h3 id="{escape(name)}">{escape(name)}</h3>\n{"".join(prose(text) for text in about)}\n'
        f"{table(f'Codes of {name}', heads, rows)}"
    )


def _scalars(scalars: Mapping[str, Schema]) -> str:
    heads = ("Type", "Base", "Examples", "Meaning")
    rows = (
        (
            name,
            (
                escape(name),
                _WORDS.get(part.get("type", ""), ""),
                ", ".join(code(str(example)) for example in part.get("examples", ())),
                "".join([prose(part.get("$comment", "")), *_limits(part)]),
            ),
        )
        for name, part in scalars.items()
    )
    return table("Types of texts and numbers", heads, rows) if scalars else ""


def _example(text: str) -> str:
    if not text:
        return ""
    id = json.loads(text)["id"]
    return (
        f"<p>The record {code(id)}, as it is published.</p>\n"
        '<pre tabindex="0" role="region" aria-label="Example record">'
        f"<code>{escape(text)}</code></pre>"
    )


def _meaning(title: str, defs: Schema) -> str:
    about = (
        "<p>No schema can say these. <code>unpko validate</code> applies them, and names them by "
        "these codes.</p>\n"
    )
    return about + _rules("Rules of meaning", rules.of_meaning(title, defs))


def _lexical() -> str:
    about = (
        "<p>These concern the file and the JSON text. A schema never sees them: it is applied to "
        "what a parser made of the text. To a schema <code>16.0</code> is the whole number 16, and "
        "so it is here; the canonical layout writes <code>16</code>.</p>\n"
    )
    return about + _rules("Rules of the text", rules.of_text())


def _rules(caption: str, listed: Mapping[str, str]) -> str:
    rows = ((name, (code(name), prose(rule))) for name, rule in listed.items())
    return table(caption, ("Code", "What holds"), rows)


def _first(text: str) -> str:
    return text.split("\n\n")[0]

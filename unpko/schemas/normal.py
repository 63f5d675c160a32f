"""The normal form of a schema: what pydantic emits, said in one fixed way.

Pydantic may change between releases in which order, and with which extras, it writes a schema. The
published text may not. So every keyword is taken up here by name, in a fixed order; one that is
not known here stops the generator, and is never passed on unseen.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KEYWORDS = (
    "$schema",
    "$id",
    "$ref",
    "const",
    "title",
    "description",
    "$comment",
    "type",
    "enum",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "not",
    "items",
    "minItems",
    "maxItems",
    "properties",
    "required",
    "additionalProperties",
    "if",
    "then",
    "allOf",
    "anyOf",
    "default",
    "examples",
    "$defs",
)
"""Every keyword that a published schema may have, in the order in which it is written."""

# A constraint that stands behind a validator of ours reaches pydantic's schema under the name of
# the Python argument, which says nothing to a validator of JSON Schema.
_RENAMED = {"ge": "minimum", "le": "maximum", "min_length": "minLength", "max_length": "maxLength"}

_SINGLE = ("items", "not", "if", "then", "additionalProperties")
_LISTED = ("allOf", "anyOf")
_NAMED = ("properties", "$defs")

ONE_LINE = {"pattern": "\\n"}
"""What `not` refuses beside every pattern that ends in ``$``.

In Python, PHP, .NET and other languages ``$`` also matches before a line feed at the very end; in
ECMA 262 and Rust, and so in the models, it does not. With the guard all of them agree.
"""


class UnknownKeyword(ValueError):
    """Pydantic emits a keyword that the normal form does not know."""

    def __init__(self, keyword: str, place: str) -> None:
        self.keyword, self.place = keyword, place
        super().__init__(f"{place}: {keyword!r} has no place in the normal form of schemas yet")


def normal(node: Schema, place: str = "#") -> Schema:
    r"""Give a schema in normal form, without what only pydantic needs.

    Dropped are the titles that pydantic makes up from field names, defaults that stand for absence
    (null, an empty list), and an example that stands alone: VS Code would fill it in as the value
    of a new field, a statement that no source made. Of several it fills in none.

    Example:
        >>> normal({"title": "As Of", "default": None, "type": "string", "pattern": "^[0-9]+$"})
        {'type': 'string', 'pattern': '^[0-9]+$', 'not': {'pattern': '\\n'}}
    """
    found: Schema = {}
    for key, value in node.items():
        keyword = _RENAMED.get(key, key)
        if keyword == "title" or (keyword == "default" and value in (None, [])):
            continue
        if keyword == "examples" and len(value) == 1:
            continue
        if keyword not in KEYWORDS:
            raise UnknownKeyword(keyword, place)
        here = f"{place}/{keyword}"
        if keyword in _SINGLE and isinstance(value, dict):
            value = normal(value, here)
        elif keyword in _LISTED:
            value = [normal(item, here) for item in value]
        elif keyword in _NAMED:
            value = {name: normal(item, f"{here}/{name}") for name, item in value.items()}
        elif keyword == "description":
            value = prose(value)
        found[keyword] = value
    if found.get("pattern", "").endswith("$"):
        found["not"] = dict(ONE_LINE)
    return ordered(found)


def ordered(node: Schema) -> Schema:
    """Put the keywords of one node in their fixed order."""
    return {keyword: node[keyword] for keyword in KEYWORDS if keyword in node}


def prose(docstring: str) -> str:
    r"""Turn a docstring into plain text: one line per paragraph, no example, single backticks.

    Example:
        >>> prose("One thing,\n``so`` named.\n\nExample:\n    >>> 1")
        'One thing, `so` named.'
    """
    text = inspect.cleandoc(docstring)
    paragraphs = text.split("\nExample:")[0].strip().split("\n\n")
    return "\n\n".join(" ".join(part.split()) for part in paragraphs).replace("``", "`")


def dumps(schema: Mapping[str, Any]) -> str:
    """Write a schema in the one form that its file has."""
    return json.dumps(schema, indent=2, ensure_ascii=False, allow_nan=False) + "\n"

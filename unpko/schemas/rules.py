"""What a schema cannot say: the rules of meaning and of the text, told apart for the pages."""

from __future__ import annotations

from collections.abc import Collection

from unpko.problems import RULES

BY_SCHEMA = (
    "json-null",
    "schema-missing",
    "schema-unknown",
    "field-missing",
    "field-unknown",
    "field-type",
    "code-unknown",
    "value-text",
    "value-date",
    "value-url",
    "value-id",
    "value-form",
    "value-range",
    "list-empty",
)
"""The rules that a JSON Schema validator applies as well."""

# A rule that begins so concerns only kinds that have one of these parts, or are of this name.
_CONCERNS = {
    "figure": ("Figure",),
    "money": ("Currency",),
    "party": ("Party", "Recipient", "Organiser"),
    "post": ("Post", "Participation"),
    "claim": ("Rank",),
    "pledge": ("Pledge",),
    "state": ("State",),
    "source": ("Source",),
}


def of_meaning(schema_title: str, definitions: Collection[str]) -> dict[str, str]:
    """Give the rules of meaning that concern a kind, by code.

    Example:
        >>> "pledge-category" in of_meaning("State", ["Text"])
        False
        >>> "ref-unknown" in of_meaning("State", ["Text"])
        True
    """
    there = {schema_title, *definitions}
    return {
        code: rule
        for code, rule in RULES.items()
        if code not in BY_SCHEMA
        and not _lexical(code)
        and there.intersection(_CONCERNS.get(code.split("-")[0], there))
    }


def of_text() -> dict[str, str]:
    """Give the rules on files and JSON texts, which a schema never sees.

    Example:
        >>> of_text()["json-duplicate-key"]
        'No key stands twice in one object.'
    """
    return {code: rule for code, rule in RULES.items() if _lexical(code)}


def _lexical(code: str) -> bool:
    return code.startswith(("file-", "json-")) and code not in BY_SCHEMA

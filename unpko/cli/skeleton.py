"""What a new record begins as: the fields of its kind, all empty."""

from __future__ import annotations

from typing import Any

from unpko.model import (
    Framework,
    Ministerial,
    Mission,
    Model,
    Official,
    Organisation,
    Pledge,
    Record,
    Session,
    Source,
    State,
    schema_url,
)
from unpko.model.figures import Figure, Quantity
from unpko.model.parties import Organiser, Participation, Party, Post
from unpko.model.walk import item_model
from unpko.report.visible import json_text

EMPTY = ""
"""What stands for a value that is to be written: no field accepts it."""

# The fields that most records have, beside those that every record needs.
_COMMON: dict[type[Model], tuple[str, ...]] = {
    Ministerial: ("state_id", "cities", "formats", "organisers", "figures"),
    Session: ("dates", "participations"),
    Official: ("posts",),
    Pledge: ("categories", "quantities", "announced_on"),
    Source: ("languages", "url", "dates"),
    State: ("formal_name", "regional_group", "un_member_since"),
    Organisation: ("acronym", "state_id"),
    Framework: ("names", "acronym", "owner_ids", "launched", "document_id"),
    Mission: ("state_ids", "start_dates"),
    Organiser: ("state_id",),
    Participation: ("official_id", "post"),
    Party: ("state_id",),
    Post: ("state_id",),
    Figure: (),
    Quantity: ("capability",),
}


def skeleton(model: type[Record], id: str) -> str:
    """Write the text of a new record.

    Example:
        >>> text = skeleton(Source, "un-2026-a-title")
        >>> print(text.partition('"kind"')[0])  # doctest: +ELLIPSIS
        {
          "$schema": "https://w3id.org/unpko/schemas/.../source.json",
          "id": "un-2026-a-title",
    """
    known = {"schema_url": schema_url(model.kind_name), "id": id}
    if "/" in id:
        known["ministerial_id"] = id.partition("/")[0]
    return json_text(_empty(model, known), indent=2) + "\n"


def _empty(model: type[Model], known: dict[str, str]) -> dict[str, Any]:
    """Give the keys of a model in their order, with empty values but for those that are known."""
    return {
        field.alias or name: known.get(name) or _value(field.annotation)
        for name, field in model.model_fields.items()
        if _wanted(model, name)
    }


def _wanted(model: type[Model], name: str) -> bool:
    # What backs a claim is at least one citation; that the list may not be empty says so.
    required = model.model_fields[name].is_required()
    return required or name in _COMMON.get(model, ()) or name in ("claims", "citations")


def _value(annotation: Any) -> Any:
    inner = item_model(annotation)
    item = EMPTY if inner is None else _empty(inner, {})
    return [item] if _is_list(annotation) else item


def _is_list(annotation: Any) -> bool:
    """Say whether a type is a tuple, also below ``| None`` and what annotates it."""
    if getattr(annotation, "__origin__", None) is tuple:
        return True
    return any(_is_list(part) for part in getattr(annotation, "__args__", ()))


def field_notes(model: type[Record]) -> list[tuple[str, str]]:
    """Give what each field of a new record is for: the key, and its documentation."""
    return [
        (field.alias or name, " ".join((field.description or "").replace("``", '"').split()))
        for name, field in model.model_fields.items()
        if _wanted(model, name) and name not in ("schema_url", "id", "ministerial_id")
    ]

"""What a record is: the models of the nine kinds, and the parts that they are made of."""

from __future__ import annotations

from unpko.model.base import SCHEMA_BASE, SCHEMA_VERSION, Model, Record, schema_url
from unpko.model.collection import Collection
from unpko.model.framework import Framework
from unpko.model.ministerial import Ministerial
from unpko.model.mission import Mission
from unpko.model.official import Official
from unpko.model.organisation import Organisation
from unpko.model.pledge import Pledge
from unpko.model.session import Session
from unpko.model.source import Source
from unpko.model.state import State

KINDS: dict[str, type[Record]] = {
    model.folder: model
    for model in (
        Ministerial,
        Session,
        Official,
        Pledge,
        Source,
        State,
        Organisation,
        Framework,
        Mission,
    )
}
"""The model of each kind, by the folder that holds its records."""

__all__ = [
    "KINDS",
    "SCHEMA_BASE",
    "SCHEMA_VERSION",
    "Collection",
    "Framework",
    "Ministerial",
    "Mission",
    "Model",
    "Official",
    "Organisation",
    "Pledge",
    "Record",
    "Session",
    "Source",
    "State",
    "schema_url",
]

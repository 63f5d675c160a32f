"""What all records have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from unpko.errors import Unlinked
from unpko.model.relations import Filter, Links, Many, ManyReverse, One, OneOrNone
from unpko.model.scalars import Slug, Some

SCHEMA_BASE = "https://w3id.org/unpko/schemas"
"""Where the JSON Schemas are published; a name only, nothing ever fetches it."""

SCHEMA_VERSION = "1.0"
"""The version of the schemas that these models stand for."""


def schema_url(kind: str, version: str = SCHEMA_VERSION) -> str:
    """Give the address of the JSON Schema of one kind of record.

    Example:
        >>> schema_url("pledge", "1.0")
        'https://w3id.org/unpko/schemas/1.0/pledge.json'
    """
    return f"{SCHEMA_BASE}/{version}/{kind}.json"


class SchemaOf:
    """Annotates ``$schema`` with the one address that records of a kind may state."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.literal_schema([schema_url(self.kind)])


SchemaKey = Field(
    alias="$schema",
    description="The address of the schema that the record obeys; it gives kind and version.",
)


class Model(BaseModel):
    """A frozen value that forbids unknown keys and converts nothing."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_by_alias=True,
        validate_by_name=False,
        serialize_by_alias=True,
        ignored_types=(One, OneOrNone, Many, ManyReverse),
    )

    def _brief(self) -> str:
        """Give the main value in a few words; the first text of the model where none is chosen."""
        return next((v for v in self.__dict__.values() if isinstance(v, str)), "")

    def __repr__(self) -> str:
        name = type(self).__name__
        holders = ("claims", "titles")  # whose citations back the whole
        fields = type(self).model_fields
        try:
            parts = [shorten(self._brief(), 72)]
            if "citations" in fields or any(holder in fields for holder in holders):
                lists = [getattr(self, "citations", ())]
                lists += [c.citations for h in holders for c in getattr(self, h, ())]
                parts.append(counted(sum(map(len, lists)), "citation"))
        except (AttributeError, LookupError, TypeError, ValueError):
            return f"<{name}: incomplete>"  # made without validation
        return f"<{name}: {', '.join(part for part in parts if part)}>"

    def __str__(self) -> str:
        return repr(self)


class Record(Model):
    """A record: one file, one id, and the citations that back it.

    Records are compared by content. Relations such as ``pledge.ministerial`` work on records that
    come from a dataset, and raise `unpko.Unlinked` on any other.

    Example:
        >>> import unpko
        >>> record = unpko.load().missions["unmiss"]
        >>> isinstance(record, unpko.Record), record.kind_name, record.folder
        (True, 'mission', 'missions')
    """

    __slots__ = ("_links", "_origin")

    kind_name: ClassVar[str]
    """The kind of record, such as ``"pledge"``: the name of its schema."""

    folder: ClassVar[str]
    """The folder that holds the records of this kind, such as ``"pledges"``."""

    filters: ClassVar[dict[str, Filter]] = {}
    """What `Collection.where` understands for this kind, by name."""

    schema_url: Annotated[str, SchemaKey]
    id: str
    formerly: Some[Annotated[str, Field(pattern=r"^[A-Za-z0-9/-]+$")]] = ()
    """Ids that this record had before it was renamed or merged; they still lead here."""

    @property
    def links(self) -> Links:
        """The dataset that this record came from.

        Raises:
            unpko.Unlinked: if the record does not come from a dataset.
        """
        try:
            links: Links = self._links  # type: ignore[attr-defined]
        except AttributeError:
            raise Unlinked(self.kind_name, self.id) from None
        return links

    @property
    def origin(self) -> str:
        """The version of the schemas that the file states, such as ``"1.0"``.

        It differs from `SCHEMA_VERSION` only for a record that was read through the upgrades.

        Example:
            >>> import unpko
            >>> mission = unpko.load().missions["unmiss"]
            >>> mission.origin in mission.schema_url
            True
        """
        origin: str = getattr(self, "_origin", SCHEMA_VERSION)
        return origin

    @property
    def label(self) -> str:
        """A short text to show for the record: its name, title or summary.

        Example:
            >>> import unpko
            >>> unpko.load().states["KOR"].label
            'Republic of Korea'
        """
        return self.id

    @property
    def sort_key(self) -> tuple[object, ...]:
        """What relations order records of this kind by."""
        return (self.id,)

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {shorten(self.label)}>"

    def _repr_html_(self) -> str:
        from html import escape

        return (
            f"<b>{escape(type(self).__name__)}</b> <code>{escape(self.id)}</code><br>"
            f"{escape(self.label)}"
        )


def link(record: Record, links: Links) -> None:
    """Tie a record to the dataset that answers for its relations."""
    object.__setattr__(record, "_links", links)


def note_origin(record: Record, version: str) -> None:
    """Note the older version that the file of a record states."""
    object.__setattr__(record, "_origin", version)


def shorten(text: str, width: int = 60) -> str:
    """Cut a text to a width, with an ellipsis where something is missing."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun.

    Example:
        >>> counted(1, "claim"), counted(2, "claim")
        ('1 claim', '2 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def html_table(heads: Sequence[str], rows: Iterable[Sequence[object]], left_out: int = 0) -> str:
    """Write a table for notebooks; every cell is text, and escaped.

    Example:
        >>> html_table(["a"], [["<b>"]])
        '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    from html import escape

    def row(tag: str, cells: Sequence[object]) -> str:
        return f"<tr>{''.join(f'<{tag}>{escape(str(cell))}</{tag}>' for cell in cells)}</tr>"

    body = "".join(row("td", cells) for cells in rows)
    more = f"<p>and {left_out} more</p>" if left_out else ""
    return f"<table><thead>{row('th', heads)}</thead><tbody>{body}</tbody></table>{more}"


__all__ = ["SCHEMA_BASE", "SCHEMA_VERSION", "Model", "Record", "SchemaKey", "SchemaOf", "Slug"]

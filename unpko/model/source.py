"""The documents that facts are taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf, shorten
from unpko.model.codelists import ExtentRead, SourceKind
from unpko.model.evidence import DateClaim, settled
from unpko.model.relations import Filter, ManyReverse, OneOrNone
from unpko.model.scalars import Language, Maybe, Slug, Some, Text, Url

if TYPE_CHECKING:
    from unpko.model.organisation import Organisation


class Source(Record):
    """One document that facts are taken from.

    Compare ``Source`` of Popolo and ``prov:PrimarySource``. The address is kept to the letter.
    Where only part of a document could be read, ``extent_read`` says so.

    Example:
        >>> import unpko
        >>> source = unpko.load().sources["un-2021-seoul-concludes"]
        >>> source.publisher, source.date
        ('United Nations', '2021-12-08')
    """

    kind_name: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"

    schema_url: Annotated[str, SchemaOf("source"), SchemaKey]
    id: Slug
    """Publisher, then event or year, then a word or two of the title."""
    kind: SourceKind
    """What kind of text it is, whoever hosts the copy."""
    title: Text
    """The title as the source prints it, or a description where ``title_is_ours`` is true."""
    title_is_ours: Maybe[bool] = None
    """True where the source has no title, or it was not seen, and ``title`` describes it."""
    publisher: Text
    """Who published it, as named there."""
    publisher_id: Maybe[Slug] = None
    """The publisher, where it has a record."""
    languages: Some[Language] = ()
    """The languages of the text (BCP 47)."""
    symbol: Maybe[Text] = None
    """The document symbol, such as ``SG/SM/21062``."""
    url: Maybe[Url] = None
    """Where it was read."""
    dates: Some[DateClaim] = ()
    """The date of the document, and where that date comes from."""
    copy_of_id: Maybe[Slug] = None
    """The source of which this is a copy or a translation."""
    extent_read: Maybe[ExtentRead] = None
    """Whether the whole text was read or only a part of it, where that is known."""
    note: Maybe[Text] = None
    """What a reader should know beside."""

    publisher_record = OneOrNone["Organisation"](
        "organisations", lambda source: source.publisher_id
    )
    copy_of = OneOrNone["Source"]("sources", lambda source: source.copy_of_id)
    copies = ManyReverse["Source"]("sources", "copy_of")

    filters: ClassVar[dict[str, Filter]] = {
        "kind": Filter(lambda source: (source.kind,), codes=SourceKind),
        "language": Filter(lambda source: source.languages),
        "publisher": Filter(lambda source: (source.publisher,)),
    }

    @property
    def date(self) -> str | None:
        """The settled date, or None where none is known.

        Raises:
            unpko.Disputed: if sources disagree and none is preferred.

        Example:
            >>> import unpko
            >>> unpko.load().sources["un-2021-seoul-concludes"].date
            '2021-12-08'
        """
        return settled(self.dates, f"the date of {self.id}") if self.dates else None

    @property
    def label(self) -> str:
        """Publisher and title."""
        return f"{self.publisher}: {shorten(self.title, 80)}"

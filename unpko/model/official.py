"""The people who took part, in their public role only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from unpko.model.base import Record, SchemaKey, SchemaOf
from unpko.model.evidence import RecordCitation, TextClaim, settled, shown
from unpko.model.parties import OtherName, Participation, Post
from unpko.model.relations import Filter, Many, ManyReverse
from unpko.model.scalars import Maybe, Slug, Some, Text

if TYPE_CHECKING:
    from unpko.model.ministerial import Ministerial
    from unpko.model.organisation import Organisation
    from unpko.model.pledge import Pledge
    from unpko.model.session import Session
    from unpko.model.state import State


class Official(Record):
    """One person in public office who took part, with the posts they held.

    Compare ``Person`` of Popolo. Only the public role is recorded: no birth dates and no contact
    details of any kind. Appearances are derived from the sessions.

    Example:
        >>> import unpko
        >>> lacroix = unpko.load().officials["lacroix-jean-pierre"]
        >>> lacroix.name
        'Jean-Pierre Lacroix'
    """

    kind_name: ClassVar[str] = "official"
    folder: ClassVar[str] = "officials"

    schema_url: Annotated[str, SchemaOf("official"), SchemaKey]
    id: Slug
    """Family name first, in ASCII: ``lacroix-jean-pierre``."""
    names: Some[TextClaim]
    """The full name in the order of the person's own language, as each source spells it."""
    other_names: Some[OtherName] = ()
    """Short forms, and the name in other scripts."""
    posts: Some[Post] = ()
    """The posts held at the time of the events, each with a key that sessions refer to."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[RecordCitation]
    """What backs the fields that carry no citations of their own."""

    states = Many["State"]("states", lambda official: [p.state_id for p in official.posts])
    organisations = Many["Organisation"](
        "organisations", lambda official: [p.organisation_id for p in official.posts]
    )
    sessions = ManyReverse["Session"]("sessions", "officials")
    announced = ManyReverse["Pledge"]("pledges", "announcers")
    ministerials = Many["Ministerial"](
        "ministerials", lambda official: [s.ministerial_id for s in official.sessions]
    )

    filters: ClassVar[dict[str, Filter]] = {
        "state": Filter(lambda official: [p.state_id for p in official.posts], folder="states"),
        "organisation": Filter(
            lambda official: [p.organisation_id for p in official.posts], folder="organisations"
        ),
        "ministerial": Filter(lambda official: official.ministerials.ids(), folder="ministerials"),
    }

    @property
    def name(self) -> str:
        """The settled name; raises `unpko.Disputed` where there is none.

        Example:
            >>> import unpko
            >>> unpko.load().officials["lacroix-jean-pierre"].name
            'Jean-Pierre Lacroix'
        """
        return settled(self.names, f"the name of {self.id}")

    @property
    def label(self) -> str:
        """The name to show, disputed or not."""
        return shown(self.names)

    @property
    def appearances(self) -> tuple[tuple[Session, Participation], ...]:
        """Every session that the person took part in, with the participation there.

        Example:
            >>> import unpko
            >>> lacroix = unpko.load().officials["lacroix-jean-pierre"]
            >>> all(part.official_id == lacroix.id for session, part in lacroix.appearances)
            True
        """
        return tuple(
            (session, participation)
            for session in self.sessions
            for participation in session.participations
            if participation.official_id == self.id
        )

    def post(self, key: str) -> Post | None:
        """Give the post with this key, or None.

        Example:
            >>> import unpko
            >>> suh = unpko.load().officials["suh-wook"]
            >>> suh.post(suh.posts[0].key) == suh.posts[0]
            True
        """
        return next((post for post in self.posts if post.key == key), None)

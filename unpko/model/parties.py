"""Who: states, organisations and missions in the parts that they play."""

from __future__ import annotations

from unpko.model.base import Model
from unpko.model.codelists import Capacity, Mode, Role
from unpko.model.evidence import Citation, TextClaim
from unpko.model.scalars import Language, Maybe, PartialDate, Slug, Some, StateCode, Text


class OtherName(Model):
    """A name beside the usual one, in the sense of Popolo's ``other_names``.

    A spelling, a short form or a form in another language is no disagreement, so it stands here;
    rival names for the same thing are claims.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 2")
        >>> OtherName(name="대한민국", language="ko", citations=(cited,)).language
        'ko'
    """

    name: Text
    """The name as the source prints it."""
    language: Maybe[Language] = None
    """The language of the name (BCP 47), where it is not English."""
    note: Maybe[Text] = None
    """What kind of name it is, such as "short form" or "family name last"."""
    citations: Some[Citation]
    """Where the name is used."""

    def _brief(self) -> str:
        return f"{self.name} ({self.language})" if self.language else self.name


class Party(Model):
    """A state, an organisation or a body known only by name, with its part in a pledge.

    Exactly one of ``state_id``, ``organisation_id`` and ``label`` is given.

    Example:
        >>> Party(state_id="KOR", role=Role.LEAD).state_id
        'KOR'
    """

    state_id: Maybe[StateCode] = None
    """The state, by its ISO 3166-1 alpha-3 code."""
    organisation_id: Maybe[Slug] = None
    """The organisation, by its id."""
    label: Maybe[Text] = None
    """The name of a party that has no record of its own."""
    role: Role
    """The part that it plays; compare the OrganisationRole of IATI and the partyRole of OCDS."""
    note: Maybe[Text] = None
    """What a reader should know beside; the printed part, where ``role`` is ``other``."""

    def _brief(self) -> str:
        return f"{self.state_id or self.organisation_id or self.label} ({self.role})"


class Recipient(Model):
    """Who is to receive what is pledged; at least one of the four fields is given.

    Example:
        >>> Recipient(label="partner countries").label
        'partner countries'
    """

    state_id: Maybe[StateCode] = None
    """The state that receives."""
    organisation_id: Maybe[Slug] = None
    """The organisation or fund that receives."""
    mission_id: Maybe[Slug] = None
    """The UN mission that receives."""
    label: Maybe[Text] = None
    """Recipients described but not named, such as "troop-contributing countries in Africa"."""

    def _brief(self) -> str:
        parts = (self.state_id, self.organisation_id, self.mission_id, self.label)
        return ", ".join(part for part in parts if part)


class Organiser(Model):
    """A state or organisation that hosts, chairs or co-chairs an event.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 1")
        >>> Organiser(state_id="KOR", capacity=Capacity.HOST, citations=(cited,)).capacity.label
        'Host'
    """

    state_id: Maybe[StateCode] = None
    """The state, where a state organises."""
    organisation_id: Maybe[Slug] = None
    """The organisation, where a ministry, a UN department or another body organises."""
    capacity: Capacity
    """Host, chair or co-chair."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[Citation]
    """Where it is said."""

    def _brief(self) -> str:
        return f"{self.state_id or self.organisation_id} ({self.capacity})"


class Participation(Model):
    """One person, state or organisation taking part in a session.

    Compare ``Membership`` of Popolo. A named person is given by ``official_id``, with the post
    held at the time; where a source names only the state or the organisation, only that is given.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 1")
        >>> speech = Participation(
        ...     official_id="moon-jae-in",
        ...     post="president",
        ...     capacity=Capacity.OPENING_SPEAKER,
        ...     mode=Mode.RECORDED_VIDEO,
        ...     citations=(cited,),
        ... )
        >>> speech.mode.label
        'Recorded video'
    """

    official_id: Maybe[Slug] = None
    """The person, by the id of the official."""
    post: Maybe[Slug] = None
    """The key of the post, among the official's posts, in which the person took part."""
    state_id: Maybe[StateCode] = None
    """The state spoken for or represented."""
    organisation_id: Maybe[Slug] = None
    """The organisation spoken for or represented."""
    capacity: Capacity
    """In which capacity: chair, speaker, signatory ..."""
    label: Maybe[Text] = None
    """The printed capacity, where ``capacity`` is ``other``."""
    mode: Maybe[Mode] = None
    """How: in the room, on screen, recorded, or read by another."""
    summary: Maybe[Text] = None
    """What was said or done there, in our words."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[Citation]
    """Where it is said."""

    def _brief(self) -> str:
        who = self.official_id or self.state_id or self.organisation_id
        post = f", {self.post}" if self.post else ""
        return f"{who}{post} ({self.capacity})"


class Post(Model):
    """A post that an official held, in the sense of Popolo's ``Post`` and ``Membership``.

    Example:
        >>> cited = Citation(source_id="a", locator="paragraph 1")
        >>> title = TextClaim(value="Minister of Foreign Affairs", citations=(cited,))
        >>> Post(key="foreign-minister", titles=(title,), state_id="KOR").title
        'Minister of Foreign Affairs'
    """

    key: Slug
    """A name for the post that is unique within the official's record."""
    titles: Some[TextClaim]
    """The title of the post, with the forms in which rival sources print it."""
    state_id: Maybe[StateCode] = None
    """The state served."""
    organisation_id: Maybe[Slug] = None
    """The organisation served."""
    start: Maybe[PartialDate] = None
    """When the post was taken up, where a source says so."""
    end: Maybe[PartialDate] = None
    """When the post was left, where a source says so."""
    note: Maybe[Text] = None
    """What a reader should know beside."""
    citations: Some[Citation] = ()
    """What backs ``start`` and ``end``, and the body served where the titles do not."""

    @property
    def title(self) -> str:
        """The title to show: the preferred one, else the first that stands."""
        from unpko.model.evidence import shown

        return shown(self.titles)

    def _brief(self) -> str:
        return f"{self.key}: {self.title}"

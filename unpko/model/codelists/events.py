"""Code lists for events: the meetings, their sessions, who took part, and what was counted."""

from __future__ import annotations

from unpko.model.codelists.base import ClosedList, GrowingList


class EventKind(ClosedList):
    """What kind of meeting an event is, by its level and its name. Closed."""

    SUMMIT = "summit", "Summit", "Meeting of heads of state or government."
    DEFENCE_MINISTERIAL = (
        "defence_ministerial",
        "Defence ministerial",
        "Ministerial convened for ministers of defence.",
    )
    MINISTERIAL = (
        "ministerial",
        "Ministerial",
        "Meeting at ministerial level not confined to defence.",
    )
    HIGH_LEVEL_MEETING = (
        "high_level_meeting",
        "High-level meeting",
        "UN meeting of that name, at mixed levels.",
    )
    PREPARATORY_MEETING = (
        "preparatory_meeting",
        "Preparatory meeting",
        "Meeting that prepares a summit, a ministerial or a high-level meeting.",
    )
    CONFERENCE = "conference", "Conference", "Conference of experts or chiefs, next to the series."


class EventFormat(ClosedList):
    """Whether an event or a session met in one place or on screen. Closed.

    After the EventAttendanceModeEnumeration of schema.org: OfflineEventAttendanceMode,
    OnlineEventAttendanceMode and MixedEventAttendanceMode.
    """

    IN_PERSON = (
        "in_person",
        "In person",
        "Participants meet in one place; a webcast for onlookers changes nothing.",
    )
    VIRTUAL = (
        "virtual",
        "Virtual",
        "Participants meet on screen; an opening ceremony in a hall does not change that.",
    )
    HYBRID = (
        "hybrid",
        "Hybrid",
        "Some participants meet in one place and some on screen, and both speak.",
    )


class SeriesPlace(ClosedList):
    """Where an event stands in the series of summits and ministerials. Closed."""

    MAIN = "main", "Main series", "One of the summits and ministerials that form the series."
    RELATED = (
        "related",
        "Related event",
        "Event beside the series, such as the francophone ministerial in Paris in 2016.",
    )


class SessionKind(GrowingList):
    """What kind of sitting a session is, after the programmes of the events. Growing."""

    OPENING = "opening", "Opening", "Opening ceremony or plenary."
    PLENARY = "plenary", "Plenary", "Sitting of the whole with statements."
    THEMATIC_SESSION = "thematic_session", "Thematic session", "Sitting or panel on a stated theme."
    PLEDGING_SESSION = (
        "pledging_session",
        "Pledging session",
        "Sitting in which pledges are announced.",
    )
    BREAKOUT_SESSION = "breakout_session", "Breakout session", "Parallel smaller sitting."
    WORKSHOP = "workshop", "Workshop", "Working group with exercises or drafting."
    SIDE_EVENT = (
        "side_event",
        "Side event",
        "Meeting beside the programme, bilateral and trilateral ones included.",
    )
    EXHIBITION = "exhibition", "Exhibition", "Display open to delegates or the public."
    RECEPTION = "reception", "Reception", "Dinner, lunch or reception on the programme."
    CLOSING = "closing", "Closing", "Closing ceremony."
    OTHER = "other", "Other", "A kind of sitting that is known and that no other code fits."


class Capacity(GrowingList):
    """In what capacity somebody took part in a session. Growing.

    Says what the person did there; rank belongs to the post, and the way to `Mode`.
    """

    CHAIR = "chair", "Chair", "Presides over a sitting or event."
    CO_CHAIR = "co_chair", "Co-chair", "Presides together with others."
    MODERATOR = "moderator", "Moderator", "Leads a discussion without presiding."
    HOST = "host", "Host", "Receives the event for the host country, co-hosts included."
    OPENING_SPEAKER = "opening_speaker", "Opening speaker", "Speaks in the opening."
    KEYNOTE_SPEAKER = "keynote_speaker", "Keynote speaker", "Gives a speech announced as keynote."
    SPEAKER = "speaker", "Speaker", "Makes a statement, national statements included."
    PANELLIST = "panellist", "Panellist", "Sits on a panel."
    CLOSING_SPEAKER = "closing_speaker", "Closing speaker", "Speaks in the closing."
    HEAD_OF_DELEGATION = "head_of_delegation", "Head of delegation", "Leads a delegation."
    DELEGATE = "delegate", "Delegate", "Member of a delegation."
    PARTICIPANT = "participant", "Participant", "Took part; nothing more is known."
    SIGNATORY = "signatory", "Signatory", "Signed or endorsed a document there."
    AWARD_RECIPIENT = "award_recipient", "Award recipient", "Received an award there."
    OTHER = (
        "other",
        "Other",
        "A capacity that is known and that no other code fits; a label names it.",
    )


class Mode(ClosedList):
    """By what way somebody took part in a session. Closed."""

    IN_PERSON = "in_person", "In person", "Present in the room."
    LIVE_VIDEO = "live_video", "Live video", "On screen, at the time."
    RECORDED_VIDEO = "recorded_video", "Recorded video", "By a video message recorded beforehand."
    READ_BY_ANOTHER = (
        "read_by_another",
        "Read by another",
        "Absent; somebody else gave the speech or statement in the person's name.",
    )


class Measure(GrowingList):
    """What a figure of an event counts. Growing, without `other`.

    A figure may narrow the measure by categories, a capability, a framework and a text that says
    what is counted. The words are those in which the UN and the hosts count.
    """

    MEMBER_STATES_PARTICIPATING = (
        "member_states_participating",
        "Member States participating",
        "Member States that took part.",
    )
    ORGANISATIONS_PARTICIPATING = (
        "organisations_participating",
        "Organisations participating",
        "Organisations that took part.",
    )
    PARTIES_PARTICIPATING = (
        "parties_participating",
        "States and organisations participating",
        "States and organisations together, where the source pools them.",
    )
    DELEGATIONS = "delegations", "Delegations", "Delegations present."
    DELEGATES = "delegates", "Delegates", "Persons present."
    MINISTERIAL_LEVEL = (
        "ministerial_level",
        "Parties at ministerial level",
        "States or organisations represented at ministerial level; a source that counts persons "
        "gives ministers.",
    )
    MINISTERS = "ministers", "Ministers", "Ministers present, as persons."
    HEADS_OF_STATE_OR_GOVERNMENT = (
        "heads_of_state_or_government",
        "Heads of state or government",
        "Heads of state or government present.",
    )
    VICE_HEADS_OF_STATE_OR_GOVERNMENT = (
        "vice_heads_of_state_or_government",
        "Vice-heads of state or government",
        "Vice-presidents and deputy prime ministers present.",
    )
    SPEAKERS = "speakers", "Speakers", "Speakers at the event or session."
    STATES_INVITED = "states_invited", "States invited", "States invited."
    STATES_EXPECTED = "states_expected", "States expected", "States expected before the event."
    DELEGATES_EXPECTED = (
        "delegates_expected",
        "Delegates expected",
        "Persons expected before the event.",
    )
    STATES_PLEDGING = (
        "states_pledging",
        "States pledging",
        "States that made a pledge, or one in the given categories.",
    )
    PARTIES_ENDORSING = (
        "parties_endorsing",
        "States and organisations endorsing",
        "States and organisations that endorsed the framework given, where the source pools them.",
    )
    PARTIES_PLEDGING = (
        "parties_pledging",
        "States and organisations pledging",
        "States and organisations that made a pledge, where the source pools them.",
    )
    STATES_PLEDGING_UNIFORMED = (
        "states_pledging_uniformed",
        "States pledging uniformed capabilities",
        "States that pledged uniformed capabilities of any kind.",
    )
    STATES_PLEDGING_FIRST_TIME = (
        "states_pledging_first_time",
        "States pledging for the first time",
        "States that pledge for the first time since an event that the figure names.",
    )
    PARTIES_REAFFIRMING = (
        "parties_reaffirming",
        "Delegations reaffirming",
        "Delegations that reaffirmed or advanced earlier pledges.",
    )
    PLEDGES = "pledges", "Pledges", "Pledges, as counted by the source."
    SMART_PLEDGES = (
        "smart_pledges",
        "Smart pledges",
        "Pledges made jointly, as counted by the source.",
    )
    UNITS_PLEDGED = (
        "units_pledged",
        "Units pledged",
        "Units pledged, of all kinds or of the given capability.",
    )
    PERSONNEL_PLEDGED = "personnel_pledged", "Personnel pledged", "Persons pledged."
    AIRCRAFT_PLEDGED = "aircraft_pledged", "Aircraft pledged", "Aircraft pledged."
    AMOUNT_PLEDGED = "amount_pledged", "Amount pledged", "Money pledged, with its currency."
    STATES_ENDORSING = (
        "states_endorsing",
        "States endorsing",
        "States that endorsed the given framework.",
    )
    ORGANISATIONS_ENDORSING = (
        "organisations_endorsing",
        "Organisations endorsing",
        "Organisations that endorsed the given framework.",
    )
    CO_CHAIRS = "co_chairs", "Co-chairs", "Co-chairs of the event."
    SESSIONS = "sessions", "Sessions", "Sessions or panels of the event."
    PREPARATORY_MEETINGS = (
        "preparatory_meetings",
        "Preparatory meetings",
        "Preparatory meetings of the event.",
    )
    ORDINAL = "ordinal", "Ordinal", "Place of the event in the series, as counted by the source."
    ITEMS = (
        "items",
        "Items of a framework",
        "Areas, priorities, principles or commitments in a framework; belongs to the framework.",
    )
    PERSONNEL_DEPLOYED = (
        "personnel_deployed",
        "Personnel deployed",
        "Peacekeepers deployed at the time.",
    )
    MISSIONS = "missions", "Missions", "Peace operations at the time."
    PEACEKEEPING_BUDGET = (
        "peacekeeping_budget",
        "Peacekeeping budget",
        "Peacekeeping budget at the time.",
    )
    FATALITIES = (
        "fatalities",
        "Fatalities",
        "Peacekeepers killed in the period that the figure names.",
    )
    CONTRIBUTING_STATES = (
        "contributing_states",
        "Contributing states",
        "States with personnel deployed at the time.",
    )

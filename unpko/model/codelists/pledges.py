"""Code lists for pledges: what is promised, how much of it, by whom, and what became of it."""

from __future__ import annotations

from unpko.model.codelists.base import ClosedList, GrowingList


class Category(GrowingList):
    """What a pledge is about; a pledge may have several. Growing.

    The codes follow the headings under which the UN and the hosts of the series counted pledges.
    """

    MILITARY = (
        "military",
        "Military units and personnel",
        "Troops: force units, naval and riverine units, guard forces, military police, observers, "
        "staff officers, or a number of soldiers whose task is not stated.",
    )
    POLICE = (
        "police",
        "UN police",
        "Formed units, individual officers, specialised teams and guard units provided by a "
        "police service; military police count as military.",
    )
    AVIATION = (
        "aviation",
        "Aviation",
        "Helicopters, fixed-wing aircraft, their crews and maintenance, and lift by air, whether "
        "flown by the pledger or given to another contributor.",
    )
    ENGINEERING = (
        "engineering",
        "Engineering",
        "Engineer units, engineering works for a mission, and clearance of explosive ordnance.",
    )
    MEDICAL = (
        "medical",
        "Medical support",
        "Hospitals and other medical units, medical evacuation, medical staff, and medical "
        "training or equipment for missions.",
    )
    ISR = (
        "isr",
        "Intelligence, surveillance and reconnaissance",
        "Units, unmanned aircraft, staff or know-how that tell a mission about its surroundings.",
    )
    LOGISTICS = (
        "logistics",
        "Logistics, transport, signals and camps",
        "Units and facilities that supply, move, connect or house a mission.",
    )
    RAPID_DEPLOYMENT = (
        "rapid_deployment",
        "Rapid deployment",
        "Units or forces kept ready to deploy at short notice, and help that makes such readiness "
        "possible.",
    )
    TRAINING_CAPACITY_BUILDING = (
        "training_capacity_building",
        "Training and capacity-building",
        "Courses, mobile teams, instructors, training centres, mentoring and other help that "
        "makes the personnel of another contributor, or of the UN, able to serve.",
    )
    EQUIPMENT = (
        "equipment",
        "Equipment and infrastructure",
        "Materiel or buildings handed to another contributor, a mission or the UN, rather than "
        "deployed with a unit of the pledger.",
    )
    TECHNOLOGY = (
        "technology",
        "Technology and digital transformation",
        "New technical means for missions: smart camps, data, digital health, cyber resilience, "
        "drones as a technology project.",
    )
    WOMEN_PEACE_SECURITY = (
        "women_peace_security",
        "Women, peace and security",
        "More women in uniform, better conditions for them, gender-responsive leadership, and "
        "support for the women, peace and security agenda in missions.",
    )
    PROTECTION_OF_CIVILIANS = (
        "protection_of_civilians",
        "Protection of civilians",
        "Help to protect civilians from violence, children included (so also the Vancouver "
        "Principles on child soldiers).",
    )
    SAFETY_SECURITY = (
        "safety_security",
        "Safety and security of peacekeepers",
        "Protection of peacekeepers against attack, mines and improvised devices, by training, "
        "kit or procedure.",
    )
    MENTAL_HEALTH = (
        "mental_health",
        "Mental health of peacekeepers",
        "Help for the mental health and wellbeing of personnel before, during and after service.",
    )
    CONDUCT_DISCIPLINE = (
        "conduct_discipline",
        "Conduct and discipline",
        "Prevention of, and response to, misconduct, above all sexual exploitation and abuse; "
        "help to victims.",
    )
    ENVIRONMENT = (
        "environment",
        "Environment",
        "A smaller environmental footprint of missions (energy, water, waste), and work on "
        "climate and security.",
    )
    STRATEGIC_COMMUNICATIONS = (
        "strategic_communications",
        "Strategic communications and information integrity",
        "Public information, and action against mis- and disinformation and hate speech aimed at "
        "missions.",
    )
    PEACEBUILDING = (
        "peacebuilding",
        "Peacebuilding and sustaining peace",
        "Support for peacebuilding, conflict prevention or transitions out of peacekeeping, "
        "mostly through funds.",
    )
    PERFORMANCE = (
        "performance",
        "Performance and accountability",
        "Help to measure, report and raise how missions and units perform.",
    )
    FINANCIAL_SUPPORT = (
        "financial_support",
        "Financial support",
        "Money for a UN fund, a project or a partner; stands beside the category of what the "
        "money is for.",
    )
    POLITICAL_SUPPORT = (
        "political_support",
        "Political support",
        "Political act: endorsing a text, hosting or chairing a meeting, renewing a commitment.",
    )
    OTHER = (
        "other",
        "Other",
        "Content that is known and that no other code fits; never used for content that is not "
        "stated.",
    )


class Unit(GrowingList):
    """What the number of a quantity counts. Growing.

    Military sizes follow the UN's unit manuals. The capability says what kind of unit, post or
    aircraft is counted; words such as "up to" go into `Bound`.
    """

    PERSON = (
        "person",
        "Person",
        "One human being in any post or rank; what kind is said by the capability.",
    )
    UNIT = "unit", "Unit", "A unit whose size is not stated, or differs from the sizes listed here."
    BRIGADE = "brigade", "Brigade", "Several battalions under one command."
    BATTALION = "battalion", "Battalion", "Several companies under one command."
    COMPANY = "company", "Company", "Several platoons under one command."
    PLATOON = "platoon", "Platoon", "The smallest unit that is pledged on its own."
    TEAM = "team", "Team", "A group put together for one task."
    AIRCRAFT = "aircraft", "Aircraft", "Helicopter, aeroplane or unmanned aircraft."
    VESSEL = "vessel", "Vessel", "Ship or boat."
    VEHICLE = "vehicle", "Vehicle", "Road or cross-country vehicle."
    FACILITY = "facility", "Facility", "Hospital, camp, training centre or other building or site."
    SET = "set", "Set", "Complete kit for one purpose, such as the equipment of a hospital."
    ITEM = "item", "Item", "Single piece of equipment with no code of its own."
    MONEY = "money", "Money", "A sum of money; the ISO 4217 code stands in the currency."
    PERCENT = "percent", "Percent", "Share of a whole; the quantity says of what."
    COURSE = "course", "Course", "One training course."
    PLACE = "place", "Training place", "One seat for one trainee."
    EVENT = "event", "Event", "Conference, seminar, workshop, exercise or session."
    PROGRAMME = "programme", "Programme", "Project or programme counted as one."
    DOCUMENT = "document", "Document", "Declaration, set of principles or similar text."
    PLEDGE = "pledge", "Pledge", 'A pledge counted as such, as in "five further commitments".'
    OTHER = (
        "other",
        "Other",
        "A counted thing that is known and that no other code fits; a label names it.",
    )


class Bound(ClosedList):
    """How a printed number bounds the true one. Closed.

    A range is written as two bounds, `at_least` and `up_to`.
    """

    EXACTLY = "exactly", "Exactly", "The number itself; what is meant when no bound is given."
    ABOUT = "about", "About", "Close to the number, on either side."
    AT_LEAST = "at_least", "At least", "The number or more."
    MORE_THAN = "more_than", "More than", 'Above the number, as in "over 110 units".'
    UP_TO = "up_to", "Up to", "The number or fewer."
    LESS_THAN = "less_than", "Less than", 'Below the number, as in "just under 300".'


class Per(ClosedList):
    """The span of time of a quantity that is promised again and again. Closed."""

    YEAR = "year", "Year", "In each year."
    MONTH = "month", "Month", "In each month."
    WEEK = "week", "Week", "In each week."
    DAY = "day", "Day", "On each day."


class Novelty(ClosedList):
    """How a pledge relates to what its pledger promised or did before. Closed.

    The words are those of the UN's and the hosts' own accounts, save `continued`, which is ours.
    Written only where a source says so.
    """

    NEW = "new", "New pledge", "Promised for the first time at this event."
    REAFFIRMED = "reaffirmed", "Reaffirmed pledge", "Promised before and repeated without change."
    ADVANCED = (
        "advanced",
        "Advanced pledge",
        "Promised before and now taken further: registered, raised in level, made larger or dated.",
    )
    CONTINUED = (
        "continued",
        "Continued contribution",
        "A contribution already being made that the pledger promises to keep up; it need never "
        "have been a pledge.",
    )


class Firmness(ClosedList):
    """How firmly a pledge binds, by its own wording. Closed; the codes are ours."""

    COMMITTED = (
        "committed",
        "Committed",
        "Promised without reserve, or with only a date or place still to be settled.",
    )
    CONDITIONAL = (
        "conditional",
        "Conditional",
        "Promised if something else comes about, such as a vote, a peace accord or a UN request.",
    )
    INDICATED = (
        "indicated",
        "Indicated",
        "A possibility, a readiness to consider, or a plan under study.",
    )


class Implementation(ClosedList):
    """What one dated, sourced assessment says about the delivery of a pledge. Closed.

    The UN publishes no such scale; the nearest list is the milestone status of OCDS, whose `met`,
    `partiallyMet` and `notMet` answer to `fulfilled`, `partially_fulfilled` and `not_fulfilled`.
    """

    NO_EVIDENCE = (
        "no_evidence",
        "No evidence",
        "Sources were searched and say nothing on delivery; also the derived status of a pledge "
        "with no assessment.",
    )
    NOT_STARTED = (
        "not_started",
        "Not started",
        "A source says that nothing has been done yet; the silence of sources is no_evidence.",
    )
    IN_PROGRESS = (
        "in_progress",
        "In progress",
        "A source reports steps, such as an agreement, an inspection or training, or a delivery "
        "with no end set; nothing countable is delivered against a total.",
    )
    PARTIALLY_FULFILLED = (
        "partially_fulfilled",
        "Partially fulfilled",
        "A countable part of a total, or of several parts, is delivered and the rest is not.",
    )
    FULFILLED = (
        "fulfilled",
        "Fulfilled",
        "Delivered as promised, or more; a later withdrawal of the unit does not undo it.",
    )
    NOT_FULFILLED = (
        "not_fulfilled",
        "Not fulfilled",
        "The date has passed, or an assessor says that it was not delivered; needs a date or a "
        "verdict, never only silence.",
    )
    WITHDRAWN = "withdrawn", "Withdrawn", "The pledger took the promise back."
    SUPERSEDED = "superseded", "Superseded", "Another pledge, which is named, took its place."
    EXPIRED = (
        "expired",
        "Expired",
        "The promise lapsed by nobody's act, as when a mission closed or a registration ran out.",
    )


class Readiness(ClosedList):
    """Where a pledge stands in the UN Peacekeeping Capability Readiness System (PCRS). Closed.

    The levels are those of the UN's PCRS guidelines and force generation manual. Readiness says
    nothing on delivery: most delivered pledges were never in the system.
    """

    NOT_REGISTERED = (
        "not_registered",
        "No registration in PCRS",
        "A source says that the pledge is not in the system.",
    )
    REGISTERED = "registered", "Registration in PCRS", "In the system; the source gives no level."
    LEVEL_1 = "level_1", "Level 1", "The pledge is made and entered in the system."
    LEVEL_2 = (
        "level_2",
        "Level 2",
        "Passed the assessment and advisory visit of the UN; may be chosen for deployment.",
    )
    LEVEL_3 = "level_3", "Level 3", "Equipment and personnel match a statement of unit requirement."
    RAPID_DEPLOYMENT_LEVEL = (
        "rapid_deployment_level",
        "Rapid Deployment Level (RDL)",
        "Verified, and bound to deploy within 60 days of the request.",
    )


class AssessorKind(ClosedList):
    """Who asserts what an assessment says; a ministry quoted in the news is the pledger. Closed.

    The codes are ours: no published list was found that fits.
    """

    PLEDGER = "pledger", "Pledger", "Whoever made the pledge reports on it."
    UN_SECRETARIAT = (
        "un_secretariat",
        "UN Secretariat",
        "A department, office or mission of the UN.",
    )
    RECIPIENT = (
        "recipient",
        "Recipient",
        "The state, mission or fund that was to receive what was promised.",
    )
    EVENT_HOST = (
        "event_host",
        "Event host",
        "Host or co-chair of an event of the series, speaking of the pledges as a whole.",
    )
    INDEPENDENT = (
        "independent",
        "Independent assessor",
        "Research institute, university, auditor or parliamentary service.",
    )
    MEDIA = "media", "Media", "News outlet, by its own reporting."
    COMPILER = (
        "compiler",
        "Compiler",
        "The editors of this dataset, reading several sources together.",
    )


class Role(GrowingList):
    """What a pledger or a partner does in a pledge. Growing.

    Set against the organisation roles of IATI and the party roles of OCDS, from which `funder`
    comes. A partner has the same roles as a pledger, but did not make the promise.
    """

    LEAD = (
        "lead",
        "Lead",
        "Answers for the pledge; also the sole pledger; several may lead together.",
    )
    CO_PLEDGER = "co_pledger", "Co-pledger", "Party to the pledge that does not lead it."
    FUNDER = "funder", "Funder", "Pays for what another provides."
    IMPLEMENTER = "implementer", "Implementer", "Carries the pledge out for another."
    SUPPORTER = "supporter", "Supporter", "Adds training, equipment, transport or advice."
    HOST = "host", "Host", "Gives the place: centre, camp or event."
    OTHER = "other", "Other", "A role that is known and that no other code fits."

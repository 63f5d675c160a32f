"""Code list for capabilities: the kinds of unit, post, asset or service that a pledge offers."""

from __future__ import annotations

from unpko.model.codelists.base import GrowingList
from unpko.model.codelists.pledges import Category


class Capability(GrowingList):
    """The kind of unit, post, asset or service that a pledge offers. Growing.

    Terms are those of the UN's unit manuals, requirements papers and policies. Each code belongs
    to one category, which the pledge carries too; size is no part of it and goes into the unit.
    """

    category: Category | None
    """The category that the code belongs to; None for `other`."""

    def __new__(
        cls,
        code: str,
        label: str = "",
        description: str = "",
        category: Category | None = None,
    ) -> Capability:
        """Make the member from its code, its texts and its category."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.description = description
        member.category = category
        return member

    INFANTRY_UNIT = (
        "infantry_unit",
        "Infantry unit",
        "Basic ground unit of a force, of any size; the size goes into the quantity.",
        Category.MILITARY,
    )
    RAPIDLY_DEPLOYABLE_BATTALION = (
        "rapidly_deployable_battalion",
        "Rapidly deployable battalion",
        "Battalion that the pledger holds ready for deployment at short notice.",
        Category.MILITARY,
    )
    QUICK_REACTION_FORCE = (
        "quick_reaction_force",
        "Quick reaction force",
        "Mobile reserve of a mission, mostly a company, that reacts at once anywhere in its area.",
        Category.MILITARY,
    )
    SPECIAL_FORCES_UNIT = (
        "special_forces_unit",
        "Special forces unit",
        "Small, highly trained unit for tasks beyond those of ordinary infantry.",
        Category.MILITARY,
    )
    FORCE_PROTECTION_UNIT = (
        "force_protection_unit",
        "Force protection unit",
        "Unit whose task is to guard camps, bases, convoys or staff.",
        Category.MILITARY,
    )
    MILITARY_POLICE_UNIT = (
        "military_police_unit",
        "Military police unit",
        "Unit that polices the force itself and its traffic, detention and discipline.",
        Category.MILITARY,
    )
    FORCE_HEADQUARTERS_SUPPORT_UNIT = (
        "force_headquarters_support_unit",
        "Force headquarters support unit",
        "Unit that runs, houses and guards the headquarters of a force.",
        Category.MILITARY,
    )
    MARITIME_UNIT = (
        "maritime_unit",
        "Maritime unit",
        "Ships and crews that serve a mission at sea.",
        Category.MILITARY,
    )
    RIVERINE_UNIT = (
        "riverine_unit",
        "Riverine unit",
        "Boats and crews that serve a mission on rivers and lakes.",
        Category.MILITARY,
    )
    ENGAGEMENT_TEAM = (
        "engagement_team",
        "Engagement team or platoon",
        "Group, mixed or of women, inside an infantry unit, for contact with the population.",
        Category.MILITARY,
    )
    ENABLING_UNIT = (
        "enabling_unit",
        "Enabling unit, kind not stated",
        "Unit that supports the rest of the force, where the source does not say how.",
        Category.MILITARY,
    )
    MILITARY_PERSONNEL = (
        "military_personnel",
        "Military personnel, kind not stated",
        "Soldiers of any rank, promised without saying in what unit or post.",
        Category.MILITARY,
    )
    MILITARY_OBSERVER = (
        "military_observer",
        "Military observer",
        "Unarmed officer who observes and reports; a military expert on mission in UN counts.",
        Category.MILITARY,
    )
    STAFF_OFFICER = (
        "staff_officer",
        "Staff officer",
        "Officer serving singly on the staff of a headquarters.",
        Category.MILITARY,
    )
    SENIOR_MILITARY_POST = (
        "senior_military_post",
        "Senior military post",
        "Command of a force or of a mission, or another leading military post.",
        Category.MILITARY,
    )
    FORMED_POLICE_UNIT = (
        "formed_police_unit",
        "Formed police unit (FPU)",
        "Cohesive unit of police, trained and equipped to work as one body.",
        Category.POLICE,
    )
    INDIVIDUAL_POLICE_OFFICER = (
        "individual_police_officer",
        "Individual police officer (IPO)",
        "Police officer serving singly in a mission.",
        Category.POLICE,
    )
    SPECIALIZED_POLICE_TEAM = (
        "specialized_police_team",
        "Specialized police team (SPT)",
        "Group of experts in one policing field, seconded together by one or more states.",
        Category.POLICE,
    )
    POLICE_GUARD_UNIT = (
        "police_guard_unit",
        "Guard unit",
        "Unit that protects or escorts UN premises and staff; also protection and support unit.",
        Category.POLICE,
    )
    POLICE_PERSONNEL = (
        "police_personnel",
        "Police personnel, kind not stated",
        "Police, promised without saying whether singly or in units.",
        Category.POLICE,
    )
    UTILITY_HELICOPTER = (
        "utility_helicopter",
        "Utility helicopter",
        "Helicopter for moving people and goods, of any weight class.",
        Category.AVIATION,
    )
    ARMED_HELICOPTER = (
        "armed_helicopter",
        "Armed or attack helicopter",
        "Helicopter with weapons for protection and deterrence.",
        Category.AVIATION,
    )
    HELICOPTER = (
        "helicopter",
        "Helicopter, kind not stated",
        "Helicopter whose role the source does not give.",
        Category.AVIATION,
    )
    TACTICAL_AIRLIFT = (
        "tactical_airlift",
        "Tactical airlift (fixed-wing)",
        "Transport aeroplane that works inside or around a mission area.",
        Category.AVIATION,
    )
    STRATEGIC_LIFT = (
        "strategic_lift",
        "Strategic lift",
        "Transport of units and goods between continents or into theatre, by air or sea.",
        Category.AVIATION,
    )
    ENGINEER_UNIT = (
        "engineer_unit",
        "Engineer unit",
        "Military engineers, kind of work not stated.",
        Category.ENGINEERING,
    )
    COMBAT_ENGINEER_UNIT = (
        "combat_engineer_unit",
        "Combat engineer unit",
        "Engineers who keep a force moving and protected under threat.",
        Category.ENGINEERING,
    )
    CONSTRUCTION_ENGINEER_UNIT = (
        "construction_engineer_unit",
        "Construction engineer unit",
        "Engineers who build camps, roads and airfields.",
        Category.ENGINEERING,
    )
    EOD_UNIT = (
        "eod_unit",
        "Explosive ordnance disposal unit",
        "Unit that finds and disposes of mines, ordnance and improvised devices.",
        Category.ENGINEERING,
    )
    MEDICAL_UNIT = (
        "medical_unit",
        "Medical unit, level not stated",
        "Medical unit or hospital whose level the source does not give.",
        Category.MEDICAL,
    )
    MEDICAL_LEVEL_1 = (
        "medical_level_1",
        "Level 1 medical facility",
        "Primary care clinic, first in line, with first aid and stabilisation.",
        Category.MEDICAL,
    )
    MEDICAL_LEVEL_1_PLUS = (
        "medical_level_1_plus",
        "Level 1+ medical facility",
        "Level 1 clinic with added means, such as surgery, dental care or beds.",
        Category.MEDICAL,
    )
    MEDICAL_LEVEL_2 = (
        "medical_level_2",
        "Level 2 medical facility",
        "Field hospital with basic surgery, intensive care and a ward.",
        Category.MEDICAL,
    )
    MEDICAL_LEVEL_2_PLUS = (
        "medical_level_2_plus",
        "Level 2+ medical facility",
        "Level 2 hospital with added specialties.",
        Category.MEDICAL,
    )
    MEDICAL_LEVEL_3 = (
        "medical_level_3",
        "Level 3 medical facility",
        "Full hospital with several specialties, the highest level that the UN deploys.",
        Category.MEDICAL,
    )
    MEDICAL_LEVEL_4 = (
        "medical_level_4",
        "Level 4 medical facility",
        "Hospital outside the mission area, for definitive treatment and rehabilitation.",
        Category.MEDICAL,
    )
    AEROMEDICAL_EVACUATION = (
        "aeromedical_evacuation",
        "Aeromedical or casualty evacuation",
        "Team, aircraft or crew that brings casualties to treatment.",
        Category.MEDICAL,
    )
    ISR_UNIT = (
        "isr_unit",
        "ISR unit",
        "Unit that gathers and fuses information, on the ground or from the air.",
        Category.ISR,
    )
    RECONNAISSANCE_UNIT = (
        "reconnaissance_unit",
        "Reconnaissance unit",
        "Mobile unit that observes and reports ahead of the force.",
        Category.ISR,
    )
    UNMANNED_AIRCRAFT_SYSTEM = (
        "unmanned_aircraft_system",
        "Unmanned aircraft system",
        "Drone of any class, with its station and crew.",
        Category.ISR,
    )
    LOGISTICS_UNIT = (
        "logistics_unit",
        "Logistics unit",
        "Unit that supplies, stores, maintains and repairs for the force.",
        Category.LOGISTICS,
    )
    TRANSPORT_UNIT = (
        "transport_unit",
        "Transport unit",
        "Unit that moves people and goods by road, combat convoys included.",
        Category.LOGISTICS,
    )
    SIGNALS_UNIT = (
        "signals_unit",
        "Signals unit",
        "Unit that runs the communications of the force.",
        Category.LOGISTICS,
    )
    CAMP = (
        "camp",
        "Camp",
        "Camp, or its facilities or operation, offered to a mission.",
        Category.LOGISTICS,
    )
    STANDBY_FORCE = (
        "standby_force",
        "Standby force",
        "Pool of units of one or more states held for UN service, not tied to one mission.",
        Category.RAPID_DEPLOYMENT,
    )
    TRAINING_COURSE = (
        "training_course",
        "Training course",
        "Course, course series or training places for personnel.",
        Category.TRAINING_CAPACITY_BUILDING,
    )
    MOBILE_TRAINING_TEAM = (
        "mobile_training_team",
        "Mobile training team",
        "Trainers of one or more states sent to where the trainees are.",
        Category.TRAINING_CAPACITY_BUILDING,
    )
    TRAINING_CENTRE = (
        "training_centre",
        "Training centre",
        "Peacekeeping school, or building, running or opening it to others.",
        Category.TRAINING_CAPACITY_BUILDING,
    )
    INSTRUCTORS = (
        "instructors",
        "Instructors",
        "Trainers lent to a course, a centre or the UN.",
        Category.TRAINING_CAPACITY_BUILDING,
    )
    MENTORING = (
        "mentoring",
        "Mentoring and advice",
        "Advisers who go along with a contributor while it prepares or serves.",
        Category.TRAINING_CAPACITY_BUILDING,
    )
    EXERCISE = (
        "exercise",
        "Exercise",
        "Practical or table-top exercise held for peacekeepers.",
        Category.TRAINING_CAPACITY_BUILDING,
    )
    SMART_CAMP = (
        "smart_camp",
        "Smart camp",
        "Camp with energy, water, security and data run by linked digital systems.",
        Category.TECHNOLOGY,
    )
    RENEWABLE_ENERGY_SYSTEM = (
        "renewable_energy_system",
        "Renewable energy system",
        "Solar or other renewable power plant, with storage, for a camp.",
        Category.ENVIRONMENT,
    )
    PROTECTED_VEHICLE = (
        "protected_vehicle",
        "Protected vehicle",
        "Vehicle built against mines and ambush, given or deployed.",
        Category.SAFETY_SECURITY,
    )
    CANINE_UNIT = (
        "canine_unit",
        "Canine unit",
        "Dogs and handlers for finding explosives or for guarding.",
        Category.SAFETY_SECURITY,
    )
    OTHER = (
        "other",
        "Other",
        "Unit, asset or service that is known and that no other code fits; a label names it.",
        None,
    )

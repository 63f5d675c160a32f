"""Code lists for states, organisations and frameworks."""

from __future__ import annotations

from unpko.model.codelists.base import ClosedList, GrowingList


class OrganisationKind(GrowingList):
    """What kind of body an organisation is. Growing.

    A finer cut of the organisation types of IATI.
    """

    UN_SECRETARIAT = (
        "un_secretariat",
        "UN Secretariat",
        "Department, office or mission of the UN Secretariat.",
    )
    UN_ENTITY = "un_entity", "UN entity", "Agency, fund or programme of the UN."
    UN_BODY = "un_body", "UN body", "Organ or committee of states, such as the Security Council."
    REGIONAL_ORGANISATION = (
        "regional_organisation",
        "Regional organisation",
        "Organisation of states of one region.",
    )
    INTERGOVERNMENTAL_ORGANISATION = (
        "intergovernmental_organisation",
        "Intergovernmental organisation",
        "Organisation of states not bound to one region.",
    )
    GOVERNMENT_MINISTRY = (
        "government_ministry",
        "Government ministry",
        "Ministry, or office of a head of state or government.",
    )
    ARMED_FORCE = "armed_force", "Armed force", "Armed force or a branch of it."
    POLICE_SERVICE = "police_service", "Police service", "Police or gendarmerie."
    PERMANENT_MISSION = (
        "permanent_mission",
        "Permanent mission",
        "Mission to the UN or embassy of a state.",
    )
    TRAINING_INSTITUTION = (
        "training_institution",
        "Training institution",
        "School or centre for peacekeepers.",
    )
    RESEARCH_INSTITUTE = (
        "research_institute",
        "Research institute",
        "Institute for study and advice.",
    )
    UNIVERSITY = "university", "University", "University or faculty."
    NGO = "ngo", "Non-governmental organisation", "Non-governmental association."
    TRUST_FUND = "trust_fund", "Trust fund", "Fund with donors of its own."
    COALITION = "coalition", "Coalition", "Standing group of states without a treaty."
    COMPANY = "company", "Company", "Business, media included."
    OTHER = "other", "Other", "A kind of body that is known and that no other code fits."


class FrameworkKind(GrowingList):
    """What kind of text or undertaking a framework is. Growing."""

    INITIATIVE = "initiative", "Initiative", "Political undertaking with a name."
    IMPLEMENTATION_STRATEGY = (
        "implementation_strategy",
        "Implementation strategy",
        "Plan that carries out another framework.",
    )
    STRATEGY = "strategy", "Strategy", "Plan of an organisation for one field."
    DECLARATION = "declaration", "Declaration", "Text that states declare or endorse."
    PRINCIPLES = "principles", "Principles", "Numbered principles that states endorse."
    COMMUNIQUE = "communique", "Communiqué", "Outcome text of one meeting."
    RESOLUTION = (
        "resolution",
        "Resolution",
        "Resolution of the Security Council or General Assembly.",
    )
    POLICY = "policy", "Policy", "Internal rule of the UN."
    PROGRAMME = "programme", "Programme", "Standing programme with activities."
    STUDY = "study", "Study", "Report that frameworks or events build on."
    PART = (
        "part",
        "Part of a framework",
        "Area, priority, goal, principle or theme of another framework.",
    )
    OTHER = "other", "Other", "A kind of framework that is known and that no other code fits."


class UNStatus(ClosedList):
    """The standing of a state at the United Nations. Closed."""

    MEMBER = "member", "Member State", "State that is a member of the United Nations."
    OBSERVER = (
        "observer",
        "Observer State",
        "State that is no member and takes part in the General Assembly as an observer, such as "
        "the Holy See.",
    )


class RegionalGroup(ClosedList):
    """The UN regional group of a state, in which it stands for election to UN bodies. Closed."""

    AFRICAN = "african", "African States", "Group of states of Africa."
    ASIA_PACIFIC = (
        "asia_pacific",
        "Asia-Pacific States",
        "Group of states of Asia and the Pacific, with Cyprus and the Arab states of Asia.",
    )
    EASTERN_EUROPEAN = (
        "eastern_european",
        "Eastern European States",
        "Group of states of eastern Europe, the Baltic states and the southern Caucasus.",
    )
    LATIN_AMERICAN_AND_CARIBBEAN = (
        "latin_american_and_caribbean",
        "Latin American and Caribbean States",
        "Group of states of Latin America and the Caribbean.",
    )
    WESTERN_EUROPEAN_AND_OTHERS = (
        "western_european_and_others",
        "Western European and other States",
        "Group of states of western Europe, with others such as Australia, Canada and Israel; the "
        "United States is counted with it in elections.",
    )


class Region(ClosedList):
    """The region of a state in the UN's M49 standard, which serves statistics only. Closed."""

    AFRICA = "africa", "Africa", "Northern and Sub-Saharan Africa."
    AMERICAS = "americas", "Americas", "Northern America, Latin America and the Caribbean."
    ASIA = (
        "asia",
        "Asia",
        "From Cyprus and Türkiye to Japan and Indonesia; the Russian Federation counts as Europe.",
    )
    EUROPE = (
        "europe",
        "Europe",
        "Northern, southern, western and eastern Europe, all of the Russian Federation included.",
    )
    OCEANIA = "oceania", "Oceania", "Australia, New Zealand and the islands of the Pacific."


class Subregion(ClosedList):
    """The sub-region of a state in the UN's M49 standard. Closed."""

    NORTHERN_AFRICA = (
        "northern_africa",
        "Northern Africa",
        "Algeria, Egypt, Libya, Morocco, Sudan, Tunisia and Western Sahara.",
    )
    SUB_SAHARAN_AFRICA = (
        "sub_saharan_africa",
        "Sub-Saharan Africa",
        "Africa without northern Africa; has four intermediate regions.",
    )
    LATIN_AMERICA_AND_THE_CARIBBEAN = (
        "latin_america_and_the_caribbean",
        "Latin America and the Caribbean",
        "The Americas south of the United States, Mexico included; has three intermediate regions.",
    )
    NORTHERN_AMERICA = (
        "northern_america",
        "Northern America",
        "Canada, the United States, and nearby territories such as Bermuda and Greenland.",
    )
    CENTRAL_ASIA = (
        "central_asia",
        "Central Asia",
        "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan.",
    )
    EASTERN_ASIA = "eastern_asia", "Eastern Asia", "China, Japan, Mongolia and the two Koreas."
    SOUTH_EASTERN_ASIA = (
        "south_eastern_asia",
        "South-eastern Asia",
        "From Myanmar to the Philippines, Indonesia and Timor-Leste.",
    )
    SOUTHERN_ASIA = (
        "southern_asia",
        "Southern Asia",
        "From Iran and Afghanistan to Bangladesh, with Sri Lanka and Maldives.",
    )
    WESTERN_ASIA = (
        "western_asia",
        "Western Asia",
        "From Türkiye and Cyprus to the Arabian peninsula and Iraq, with the southern Caucasus.",
    )
    EASTERN_EUROPE = (
        "eastern_europe",
        "Eastern Europe",
        "From Czechia, Poland and Bulgaria to the Russian Federation.",
    )
    NORTHERN_EUROPE = (
        "northern_europe",
        "Northern Europe",
        "The Nordic and Baltic states, Ireland and the United Kingdom.",
    )
    SOUTHERN_EUROPE = (
        "southern_europe",
        "Southern Europe",
        "From Portugal to Greece, with Malta, the Holy See and the states of the western Balkans.",
    )
    WESTERN_EUROPE = (
        "western_europe",
        "Western Europe",
        "Austria, Belgium, France, Germany, Liechtenstein, Luxembourg, Monaco, the Netherlands "
        "and Switzerland.",
    )
    AUSTRALIA_AND_NEW_ZEALAND = (
        "australia_and_new_zealand",
        "Australia and New Zealand",
        "Australia and New Zealand, with nearby islands.",
    )
    MELANESIA = (
        "melanesia",
        "Melanesia",
        "Fiji, Papua New Guinea, Solomon Islands and Vanuatu, with New Caledonia.",
    )
    MICRONESIA = (
        "micronesia",
        "Micronesia",
        "Kiribati, the Marshall Islands, the Federated States of Micronesia, Nauru and Palau, "
        "with nearby territories.",
    )
    POLYNESIA = (
        "polynesia",
        "Polynesia",
        "Samoa, Tonga and Tuvalu, with islands such as the Cook Islands and Niue.",
    )


class IntermediateRegion(ClosedList):
    """The intermediate region of a state in the UN's M49 standard. Closed.

    Only two sub-regions with states are divided so: Sub-Saharan Africa, and Latin America and the
    Caribbean. The Channel Islands, which M49 also lists here, hold no state.
    """

    EASTERN_AFRICA = (
        "eastern_africa",
        "Eastern Africa",
        "From Eritrea and South Sudan to Zimbabwe and Mozambique, with islands to the east.",
    )
    MIDDLE_AFRICA = (
        "middle_africa",
        "Middle Africa",
        "From Chad to Angola, with Sao Tome and Principe.",
    )
    SOUTHERN_AFRICA = (
        "southern_africa",
        "Southern Africa",
        "Botswana, Eswatini, Lesotho, Namibia and South Africa.",
    )
    WESTERN_AFRICA = (
        "western_africa",
        "Western Africa",
        "From Mauritania and Cabo Verde to Niger and Nigeria.",
    )
    CARIBBEAN = "caribbean", "Caribbean", "The islands of the Caribbean, with the Bahamas."
    CENTRAL_AMERICA = "central_america", "Central America", "From Mexico to Panama."
    SOUTH_AMERICA = (
        "south_america",
        "South America",
        "The continent south of Panama, Guyana and Suriname included.",
    )

"""A small dataset for unit tests: all nine kinds, every relation, valid."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from unpko.model import KINDS, schema_url

Json = dict[str, Any]


def cited(locator: str = "paragraph 1", source: str = "brief") -> list[Json]:
    """Give a list of one citation."""
    return [{"source_id": source, "locator": locator}]


def claim(value: object, **more: object) -> Json:
    """Give a claim with one citation."""
    return {"value": value, **more, "citations": cited()}


def _source(**more: object) -> Json:
    return {"kind": "press_release", "title": "A brief", "publisher": "United Nations", **more}


def _state(**more: object) -> Json:
    return {**more, "un_status": "member", "citations": cited(source="table")}


def _pledge(event: str, summary: str, *states: str, **more: object) -> Json:
    pledgers = [{"state_id": state, "role": "lead"} for state in states]
    plain = {"ministerial_id": event, "summary": summary, "pledgers": pledgers}
    return {**plain, **more, "citations": cited()}


def _framework(name: str, **more: object) -> Json:
    return {"kind": "initiative", "names": [claim(name)], **more, "citations": cited()}


_RECORDS: dict[str, Json] = {
    "sources/brief": _source(
        publisher_id="un",
        languages=["en"],
        symbol="SG/SM/1",
        url="https://press.un.org/en/2021/brief.html",
        dates=[claim("2021-12-08")],
        extent_read="whole",
    ),
    "sources/brief-fr": _source(
        title="Une note", languages=["fr"], copy_of_id="brief", extent_read="part"
    ),
    "sources/table": _source(kind="dataset", title="A table of states"),
    "sources/text": _source(kind="outcome_document", title="The declaration"),
    "states/KEN": _state(
        iso_alpha2="KE",
        m49="404",
        short_name="Kenya",
        aliases=["Republic of Kenya"],
        region="africa",
        subregion="sub_saharan_africa",
        intermediate_region="eastern_africa",
        regional_group="african",
        un_member_since="1963-12-16",
        cow_code=501,
        cow_abbreviation="KEN",
        gw_code=501,
    ),
    "states/KOR": _state(
        iso_alpha2="KR",
        m49="410",
        short_name="Republic of Korea",
        formal_name="the Republic of Korea",
        aliases=["Korea, South", "South Korea"],
        region="asia",
        subregion="eastern_asia",
        regional_group="asia_pacific",
        un_member_since="1991-09-17",
        cow_code=732,
        cow_abbreviation="ROK",
        gw_code=732,
    ),
    "organisations/un": {
        "kind": "intergovernmental_organisation",
        "names": [claim("United Nations")],
        "acronym": "UN",
        "founded": "1945",
        "citations": cited(),
    },
    "organisations/un-dpko": {
        "kind": "un_secretariat",
        "names": [claim("Department of Peacekeeping Operations")],
        "citations": cited(),
    },
    "organisations/un-dpo": {
        "kind": "un_secretariat",
        "names": [claim("Department of Peace Operations")],
        "part_of_id": "un",
        "succeeds_id": "un-dpko",
        "citations": cited(source="brief-fr"),
    },
    "organisations/kor-mnd": {
        "kind": "government_ministry",
        "names": [claim("Ministry of National Defense")],
        "state_id": "KOR",
        "citations": cited(),
    },
    "frameworks/a4p": _framework(
        "Action for Peacekeeping",
        acronym="A4P",
        owner_ids=["un"],
        state_ids=["KOR"],
        launched=[claim("2018-03")],
        document_id="text",
        figures=[{"measure": "states_endorsing", "claims": [claim(151)]}],
        milestones=[
            {"date": "2018-09-25", "summary": "A high-level meeting.", "citations": cited()}
        ],
    ),
    "frameworks/a4p-plus": _framework("Action for Peacekeeping Plus", carries_out_id="a4p"),
    "frameworks/a4p-plus-1": {
        "kind": "part",
        "part_of_id": "a4p-plus",
        "order": 1,
        "citations": cited(),
    },
    "missions/unmiss": {
        "acronym": "UNMISS",
        "names": [claim("United Nations Mission in South Sudan")],
        "state_ids": ["KEN"],
        "start_dates": [claim("2011-07")],
        "citations": [
            {"source_id": "brief", "locator": "row 1", "supports": ["acronym", "state_ids"]}
        ],
    },
    "officials/lacroix-jean-pierre": {
        "names": [claim("Jean-Pierre Lacroix")],
        "posts": [
            {
                "key": "usg",
                "titles": [claim("Under-Secretary-General for Peace Operations")],
                "organisation_id": "un-dpo",
            }
        ],
        "citations": cited(),
    },
    "officials/suh-wook": {
        "formerly": ["seo-uk"],
        "names": [claim("Suh Wook")],
        "other_names": [{"name": "서욱", "language": "ko", "citations": cited()}],
        "posts": [
            {
                "key": "defence-minister",
                "titles": [claim("Minister of National Defense")],
                "state_id": "KOR",
                "organisation_id": "kor-mnd",
                "start": "2020-09-18",
                "end": "2022-05",
                "citations": cited(),
            }
        ],
        "citations": cited(),
    },
    "ministerials/2021-prep": {
        "kind": "preparatory_meeting",
        "series": "related",
        "names": [claim("Preparatory Meeting")],
        "start_dates": [claim("2021-06")],
        "end_dates": [claim("2021-06")],
        "prepares_id": "2021-seoul",
        "citations": cited(),
    },
    "ministerials/2021-seoul": {
        "kind": "ministerial",
        "series": "main",
        "names": [
            claim("Seoul Ministerial", rank="preferred", reason="The host's form."),
            claim("Seoul Meeting"),
        ],
        "start_dates": [claim("2021-12-07")],
        "end_dates": [
            claim("2021-12-08"),
            claim("2021-12-09", rank="deprecated", reason="A slip."),
        ],
        "state_id": "KOR",
        "cities": [claim("Seoul")],
        "formats": [claim("virtual"), claim("hybrid")],
        "organisers": [{"state_id": "KOR", "capacity": "host", "citations": cited()}],
        "framework_ids": ["a4p"],
        "figures": [
            {
                "measure": "member_states_participating",
                "claims": [
                    claim(75, rank="preferred", reason="Counts states."),
                    claim(155, as_printed="155 countries"),
                ],
            },
            {"measure": "states_pledging", "claims": [claim(62), claim(60, bound="more_than")]},
            {"measure": "states_pledging", "categories": ["medical"], "claims": [claim(18)]},
            {"measure": "ministerial_level", "claims": [claim(55), claim(57)]},
            {"measure": "amount_pledged", "currency": "USD", "claims": [claim(2_000_000)]},
        ],
        "milestones": [{"date": "2021-01", "summary": "Moved.", "citations": cited()}],
        "summary": "The fourth of the series.",
        "citations": cited(),
    },
    "sessions/2021-seoul/opening": {
        "ministerial_id": "2021-seoul",
        "kind": "opening",
        "order": 0,
        "titles": [claim("Opening ceremony")],
        "dates": [claim("2021-12-07")],
        "start_times": [claim("19:30")],
        "utc_offset": "+09:00",
        "framework_ids": ["a4p-plus"],
        "participations": [
            {
                "official_id": "suh-wook",
                "post": "defence-minister",
                "state_id": "KOR",
                "organisation_id": "kor-mnd",
                "capacity": "opening_speaker",
                "mode": "in_person",
                "citations": cited(),
            },
            {
                "official_id": "lacroix-jean-pierre",
                "post": "usg",
                "organisation_id": "un-dpo",
                "capacity": "speaker",
                "citations": cited(),
            },
        ],
        "citations": cited(),
    },
    "sessions/2021-seoul/training": {
        "ministerial_id": "2021-seoul",
        "kind": "thematic_session",
        "order": 1,
        "titles": [claim("Training")],
        "dates": [claim("2021-12")],
        "participations": [{"state_id": "KEN", "capacity": "speaker", "citations": cited()}],
        "citations": cited(),
    },
    "pledges/2021-prep/kor-helicopters": _pledge(
        "2021-prep", "Look into a gift of helicopters.", "KOR", firmness="indicated"
    ),
    "pledges/2021-seoul/ken-joint-unit": _pledge(
        "2021-seoul",
        "Set up a joint unit of engineers.",
        "KEN",
        "KOR",
        categories=["engineering"],
        mission_ids=["unmiss"],
        timeframes=[{"value": {"start": "2022", "end": "2023"}, "citations": cited()}],
    ),
    "pledges/2021-seoul/kor-helicopters": _pledge(
        "2021-seoul",
        "Give 16 helicopters to partners.",
        "KOR",
        session_id="2021-seoul/training",
        partners=[{"state_id": "KEN", "role": "supporter"}],
        recipients=[{"state_id": "KEN"}],
        categories=["aviation", "equipment"],
        capabilities=[{"code": "helicopter", "as_printed": "500MD"}],
        quantities=[
            {"unit": "aircraft", "capability": "helicopter", "claims": [claim(16), claim(12)]}
        ],
        framework_ids=["a4p"],
        novelty="advanced",
        continues_id="2021-prep/kor-helicopters",
        announced_on=[claim("2021-12-07")],
        announced_by_ids=["suh-wook"],
        part_of_id="2021-seoul/kor-package",
        assessments=[
            {
                "as_of": "2022-07",
                "implementation": "in_progress",
                "assessor_kind": "pledger",
                "summary": "Inspected.",
                "citations": cited(),
            },
            {
                "as_of": "2023",
                "implementation": "partially_fulfilled",
                "readiness": "level_2",
                "assessor_kind": "media",
                "summary": "Some were handed over.",
                "citations": cited(),
            },
        ],
    ),
    "pledges/2021-seoul/kor-package": _pledge("2021-seoul", "Six pledges in one package.", "KOR"),
    "pledges/2021-seoul/un-dpo-course": {
        "ministerial_id": "2021-seoul",
        "summary": "Offer a course.",
        "pledgers": [{"organisation_id": "un-dpo", "role": "lead"}],
        "citations": cited(),
    },
}


def mini_records() -> dict[str, Json]:
    """Give the records of the mini dataset by the place of their files, free to be changed."""
    records = {}
    for place, record in _RECORDS.items():
        folder, _, id = place.partition("/")
        head = {"$schema": schema_url(KINDS[folder].kind_name), "id": id}
        records[place] = {**head, **deepcopy(record)}
    return records

"""The pages of people, states, organisations, frameworks, missions and sources."""

from __future__ import annotations

from rich.text import Text

from unpko.cli.pages.event import milestones, names
from unpko.cli.pages.parts import Page, cited, joined, plain
from unpko.errors import UnknownRecord
from unpko.model import Framework, Mission, Official, Organisation, Source, State
from unpko.model.parties import Post

_MANY = 20


def official(page: Page, official: Official) -> None:
    """Fill the page of a person."""
    page.title(official.label)
    page.fact("Former ids", ", ".join(official.formerly))
    page.fact("Note", official.note)
    names(page, official)
    if official.posts:
        page.section("Posts")
        for post in official.posts:
            if post is not official.posts[0]:
                page.add("")
            _post(page, post)
    try:
        appearances = official.appearances
    except UnknownRecord as error:
        page.fact("Appearances", f"cannot be told: {error}; run `unpko validate`")
        appearances = ()
    if appearances:
        page.section("Appearances", str(len(appearances)))
        page.rows(
            (
                plain(session.id, "cyan"),
                Text("\n").join(
                    line
                    for line in (
                        joined([item.capacity.label, item.mode and item.mode.label.lower()]),
                        plain(item.summary) if item.summary else None,
                        cited(item.citations),
                    )
                    if line is not None
                ),
            )
            for session, item in appearances
        )
    page.listed("Pledges announced", page.related("announced"))


def _post(page: Page, post: Post) -> None:
    page.claims("Title", post.titles)
    page.fact("Body", page.party(post))
    page.fact("From", post.start)
    page.fact("Until", post.end)
    page.fact("Note", post.note)
    page.fact("Key", plain(post.key, "dim"))


def state(page: Page, state: State) -> None:
    """Fill the page of a state."""
    page.title(state.short_name)
    page.fact("Formal name", state.formal_name)
    page.fact("Also called", "; ".join(state.aliases))
    region = state.intermediate_region and state.intermediate_region.label
    parts = [state.region.label, state.subregion.label, region]
    page.fact("Region", ", ".join(part for part in parts if part))
    page.fact("UN group", state.regional_group and state.regional_group.label)
    since = f" since {state.un_member_since}" if state.un_member_since else ""
    page.fact("UN", state.un_status.label + since)
    cow = " ".join(str(c) for c in (state.cow_code, state.cow_abbreviation) if c is not None)
    codes = [
        f"ISO 3166 {state.id}, {state.iso_alpha2}",
        f"M49 {state.m49}",
        cow and f"COW {cow}",
        f"GW {state.gw_code}" if state.gw_code is not None else "",
    ]
    page.fact("Codes", "; ".join(code for code in codes if code))
    page.fact("Note", state.note)
    page.listed("Events hosted", page.related("hosted"))
    _pledges(page)
    page.listed("Officials", page.related("officials"))
    page.listed("Organisations", page.related("organisations"))
    page.listed("Sessions", page.related("sessions"))


def _pledges(page: Page) -> None:
    """List the pledges of a state with what became of each."""
    pledges = page.related("pledges")
    if pledges:
        page.section("Pledges", str(len(pledges)))
        page.rows((plain(p.id, "cyan"), p.implementation.label, p.label) for p in pledges)


def organisation(page: Page, body: Organisation) -> None:
    """Fill the page of an organisation."""
    page.title(body.label)
    page.fact("Kind", body.kind.label)
    page.fact("Acronym", body.acronym)
    page.fact("State", page.name("states", body.state_id))
    page.fact("Part of", page.name("organisations", body.part_of_id))
    page.fact("Succeeds", page.name("organisations", body.succeeds_id))
    page.fact("Founded", body.founded)
    page.fact("Former ids", ", ".join(body.formerly))
    page.fact("Note", body.note)
    names(page, body)
    page.listed("Parts", page.related("parts"))
    page.listed("Officials", page.related("officials"))
    page.listed("Sessions", page.related("sessions"))
    page.listed("Pledges", page.related("pledges"))
    page.listed("Frameworks", page.related("frameworks"))


def framework(page: Page, framework: Framework) -> None:
    """Fill the page of a framework."""
    page.title(framework.label)
    page.text(framework.summary)
    if framework.summary:
        page.add("")
    page.fact("Kind", framework.kind.label)
    page.fact("Acronym", framework.acronym)
    page.fact("Part of", page.name("frameworks", framework.part_of_id))
    page.fact("Number", str(framework.order) if framework.order is not None else None)
    page.fact("Carries out", page.name("frameworks", framework.carries_out_id))
    page.facts("Issued by", (page.name("organisations", i) for i in framework.owner_ids))
    page.facts("States", (page.name("states", id) for id in framework.state_ids))
    page.claims("Launched", framework.launched)
    page.fact("Text", page.name("sources", framework.document_id))
    page.fact("Former ids", ", ".join(framework.formerly))
    page.fact("Note", framework.note)
    names(page, framework)
    page.figures(framework.figures)
    page.listed("Parts", page.related("parts"))
    page.listed("Events", page.related("ministerials"))
    page.listed("Sessions", page.related("sessions"))
    page.listed("Pledges", page.related("pledges"))
    milestones(page, framework)


def mission(page: Page, mission: Mission) -> None:
    """Fill the page of a mission."""
    page.title(mission.label)
    page.facts("States", (page.name("states", id) for id in mission.state_ids))
    page.claims("Began", mission.start_dates)
    page.claims("Ended", mission.end_dates)
    page.fact("Former ids", ", ".join(mission.formerly))
    page.fact("Note", mission.note)
    names(page, mission)
    page.listed("Pledges", page.related("pledges"))


def source(page: Page, source: Source) -> None:
    """Fill the page of a source, with the records that cite it."""
    page.title(source.title)
    if source.title_is_ours:
        page.fact("Title", "ours: the source has none, or it was not seen")
    page.fact("Publisher", source.publisher)
    page.fact("Body", page.name("organisations", source.publisher_id))
    page.fact("Kind", source.kind.label)
    page.fact("Symbol", source.symbol)
    page.claims("Date", source.dates)
    page.fact("Languages", ", ".join(source.languages))
    page.fact("Address", source.url)
    page.fact("Copy of", page.name("sources", source.copy_of_id))
    page.fact("Read", source.extent_read and source.extent_read.label)
    page.fact("Former ids", ", ".join(source.formerly))
    page.fact("Note", source.note)
    page.listed("Copies", page.related("copies"))
    citing = _citing(page, source)
    if citing:
        page.section("Cited by", str(len(citing)))
        page.rows((plain(kind), plain(id, "cyan"), places) for kind, id, places in citing)


def _citing(page: Page, source: Source) -> list[tuple[str, str, str]]:
    """Find the records that cite a source, with the places in it."""
    from unpko.model.walk import citations

    found = []
    for record in page.dataset.records():
        places = [c.locator for _, c in citations(record) if c.source_id == source.id]
        if places:
            some = list(dict.fromkeys(places))
            more = f"; and {len(some) - _MANY} more" if len(some) > _MANY else ""
            found.append((record.kind_name, record.id, "; ".join(some[:_MANY]) + more))
    return found

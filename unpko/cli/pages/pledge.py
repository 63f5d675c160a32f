"""The page of a pledge."""

from __future__ import annotations

from rich.text import Text

from unpko.cli.pages.parts import Page, cited, joined, plain
from unpko.model import Pledge
from unpko.model.codelists import Role
from unpko.model.parties import Party
from unpko.model.pledge import Assessment, CapabilityPledged


def pledge(page: Page, pledge: Pledge) -> None:
    """Fill the page of a pledge."""
    page.title(pledge.summary)
    page.fact("Event", page.name("ministerials", pledge.ministerial_id))
    page.fact("Session", page.name("sessions", pledge.session_id))
    page.facts("Pledgers", _parties(page, pledge.pledgers))
    page.facts("Partners", _parties(page, pledge.partners))
    page.facts("Recipients", (page.party(recipient) for recipient in pledge.recipients))
    page.facts("Missions", (page.name("missions", id) for id in pledge.mission_ids))
    page.fact("Categories", ", ".join(category.label for category in pledge.categories))
    page.facts("Capabilities", (_capability(item) for item in pledge.capabilities))
    page.facts("Frameworks", (page.name("frameworks", id) for id in pledge.framework_ids))
    page.fact("Novelty", pledge.novelty and pledge.novelty.label)
    page.fact("Firmness", pledge.firmness and pledge.firmness.label)
    page.fact("Conditions", pledge.conditions)
    page.claims("Timeframe", pledge.timeframes)
    page.claims("Announced on", pledge.announced_on)
    page.facts("Announced by", (page.name("officials", i) for i in pledge.announced_by_ids))
    page.fact("Continues", page.name("pledges", pledge.continues_id))
    page.fact("Part of", page.name("pledges", pledge.part_of_id))
    page.fact("Former ids", ", ".join(pledge.formerly))
    page.fact("Note", pledge.note)
    page.quantities(pledge.quantities)
    page.section("Implementation")
    page.fact("Now", _status(pledge))
    page.fact("Readiness", pledge.readiness and pledge.readiness.label)
    for item in pledge.assessments:
        page.fact(item.as_of, _assessment(page, item))
    page.listed("Parts of this package", page.related("parts"))
    page.listed("Continued by", page.related("continued_by"))


def _parties(page: Page, parties: tuple[Party, ...]) -> list[str]:
    alone = len(parties) == 1 and parties[0].role is Role.LEAD
    return [
        page.party(party)
        + ("" if alone else f": {party.role.label.lower()}")
        + (f" ({party.note})" if party.note else "")
        for party in parties
    ]


def _capability(item: CapabilityPledged) -> str:
    printed = f', printed "{item.as_printed}"' if item.as_printed else ""
    return (item.label or item.code.label) + printed


def _status(pledge: Pledge) -> Text:
    """Give the current implementation; without an assessment, say that nothing is known."""
    status = plain(pledge.implementation.label, "bold")
    if any(item.implementation for item in pledge.assessments):
        return status
    return joined([status, "no source recorded here says what became of it"], ": ")


def _assessment(page: Page, item: Assessment) -> Text:
    said = joined(
        [
            item.implementation and plain(item.implementation.label, "bold"),
            item.readiness and plain(f"PCRS: {item.readiness.label}", "bold"),
            f"by {item.assessor or item.assessor_kind.label.lower()}"
            + (f" ({item.assessor_kind.label.lower()})" if item.assessor else ""),
        ]
    )
    lines = [said, plain(item.summary)]
    if item.superseded_by_id:
        lines.append(plain(f"superseded by {page.name('pledges', item.superseded_by_id)}"))
    return Text("\n").join([*lines, cited(item.citations)])

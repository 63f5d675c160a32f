"""The pages of events and sessions."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from unpko.cli.pages.parts import DISPUTED, Page, cited, joined, plain, value_text
from unpko.model import Ministerial, Pledge, Session
from unpko.model.codelists import Capacity
from unpko.model.evidence import disputed, shown, standing
from unpko.model.parties import Participation

_LEADING = frozenset({Capacity.CHAIR, Capacity.CO_CHAIR, Capacity.MODERATOR, Capacity.HOST})
_SPEAKING = frozenset(
    {
        Capacity.OPENING_SPEAKER,
        Capacity.KEYNOTE_SPEAKER,
        Capacity.SPEAKER,
        Capacity.PANELLIST,
        Capacity.CLOSING_SPEAKER,
    }
)


def ministerial(page: Page, event: Ministerial) -> None:
    """Fill the page of an event."""
    page.title(event.label)
    page.text(event.summary)
    if event.summary:
        page.add("")
    page.fact("Kind", f"{event.kind.label}, {event.series.label.lower()}")
    _dates(page, event)
    cities = event.cities
    if disputed(cities):
        page.claims("City", cities)
        cities = ()
    place = [*(claim.value for claim in standing(cities)), page.name("states", event.state_id)]
    page.fact("Place", ", ".join(dict.fromkeys(part for part in place if part)))
    page.claims("Venue", event.venues)
    page.claims("Format", event.formats)
    page.facts(
        "Organisers", (f"{page.party(o)}: {o.capacity.label.lower()}" for o in event.organisers)
    )
    page.claims("Theme", event.themes)
    page.fact("Prepares", page.name("ministerials", event.prepares_id))
    page.facts("Frameworks", (page.name("frameworks", id) for id in event.framework_ids))
    page.fact("Former ids", ", ".join(event.formerly))
    page.fact("Note", event.note)
    page.figures(event.figures)
    _sessions(page, page.related("sessions"))
    _pledges(page, page.related("pledges"))
    page.listed("Preparatory meetings", page.related("preparatory_meetings"))
    milestones(page, event)
    names(page, event)


def _dates(page: Page, event: Ministerial) -> None:
    """Give the dates on one line, unless there is more to say of one of them."""
    starts, ends = event.start_dates, event.end_dates
    if disputed(starts) or disputed(ends):
        page.claims("First day", starts)
        page.claims("Last day", ends)
        return
    first, last = shown(starts), shown(ends)
    page.fact("Dates", first if first == last else f"{first} to {last}")


def names(page: Page, record: object) -> None:
    """Add the names of a record, where there is more than the one in the title."""
    claims = getattr(record, "names", ())
    others = getattr(record, "other_names", ())
    if len(claims) < 2 and not others:
        return
    page.section("Names")
    if len(claims) > 1:
        page.claims("In sources", claims)
    rows = [
        joined([other.name, other.language and f"[{other.language}]", other.note], "  ")
        for other in others
    ]
    page.fact("Also", Text("\n").join(rows))


def milestones(page: Page, record: object) -> None:
    """Add the dated steps of an event or a framework."""
    found = getattr(record, "milestones", ())
    if found:
        page.section("Milestones")
        page.rows(
            (
                plain(item.date, "bold"),
                Text("\n").join([plain(item.summary), cited(item.citations)]),
            )
            for item in found
        )


def _sessions(page: Page, sessions: list[Session]) -> None:
    if not sessions:
        return
    page.section("Sessions", str(len(sessions)))
    for session in sessions:
        mark = [Text("  "), DISPUTED] if disputed(session.titles) else []
        page.add(Text.assemble("  ", plain(session.label, "bold"), *mark))
        day = joined([value_text(claim) for claim in standing(session.dates)[:1]])
        line = joined([plain(session.id, "cyan"), session.kind.label.lower(), day])
        page.add(Text.assemble("    ", line))
        rows = [
            (f"{label}:", ", ".join(people))
            for label, people in (
                ("chairs", _people(page, session, _LEADING)),
                ("speakers", _people(page, session, _SPEAKING)),
                ("also", _people(page, session, frozenset(Capacity) - _LEADING - _SPEAKING)),
            )
            if people
        ]
        page.rows(rows, indent=4)


def _people(page: Page, session: Session, capacities: frozenset[Capacity]) -> list[str]:
    """Name who took part in some capacities: briefly, the page of the session has the rest."""
    return [
        _short_party(page, item) for item in session.participations if item.capacity in capacities
    ]


def _short_party(page: Page, item: Participation) -> str:
    if item.official_id is not None:
        found = page.dataset.officials.get(item.official_id)
        name = found.label if found is not None else item.official_id
    elif item.state_id is not None:
        state = page.dataset.states.get(item.state_id)
        name = state.label if state is not None else item.state_id
    else:
        name = page.party(item)
    told = item.capacity in (Capacity.CHAIR, Capacity.SPEAKER)  # by the word in front
    return name if told else f"{name} ({item.capacity.label.lower()})"


def _pledges(page: Page, pledges: list[Pledge]) -> None:
    """Count the pledges of an event by pledger."""
    if not pledges:
        return
    page.section("Pledges recorded", str(len(pledges)))
    counts = Counter(page.party(party) for pledge in pledges for party in pledge.pledgers)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    page.rows([["; ".join(f"{name}: {number}" for name, number in ordered)]])
    page.rows([[plain(f"unpko list pledges --where ministerial={page.record.id}", "dim")]])


def session(page: Page, session: Session) -> None:
    """Fill the page of a session."""
    page.title(session.label)
    page.text(session.summary)
    if session.summary:
        page.add("")
    page.fact("Event", page.name("ministerials", session.ministerial_id))
    order = f", number {session.order} of the programme" if session.order else ""
    page.fact("Kind", session.kind.label + order)
    page.claims("Day", session.dates)
    page.claims("Begins", session.start_times)
    page.claims("Ends", session.end_times)
    page.fact("UTC offset", session.utc_offset)
    page.claims("Venue", session.venues)
    page.claims("Format", session.formats)
    page.facts("Frameworks", (page.name("frameworks", id) for id in session.framework_ids))
    page.fact("Former ids", ", ".join(session.formerly))
    page.fact("Note", session.note)
    if len(session.titles) > 1:
        page.section("Titles")
        page.claims("In sources", session.titles)
    if session.participations:
        page.section("Who took part", str(len(session.participations)))
        page.rows(
            (plain(item.label or item.capacity.label, "bold"), _participation(page, item))
            for item in session.participations
        )
    page.listed("Pledges announced here", page.related("pledges"))


def _participation(page: Page, item: Participation) -> Text:
    official = page.dataset.officials.get(item.official_id) if item.official_id else None
    post = official.post(item.post) if official is not None and item.post else None
    who = page.party(item)
    if item.label and who.endswith(item.label):  # the printed capacity stands in front already
        who = who.removesuffix(item.label).removesuffix(", ")
    lines = [plain(", ".join(part for part in (who, post.title if post else "") if part))]
    if item.mode is not None:
        lines[0].append(f" ({item.mode.label.lower()})")
    lines += [plain(text) for text in (item.summary, item.note) if text]
    return Text("\n").join([*lines, cited(item.citations)])

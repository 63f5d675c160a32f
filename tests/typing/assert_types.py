"""The types of the public API, for mypy and pyright to check; never run."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, assert_type

import unpko
from unpko import (
    Claim,
    ClaimView,
    Collection,
    Coverage,
    Dataset,
    Dispute,
    Figure,
    Framework,
    Ministerial,
    Mission,
    Official,
    Organisation,
    Pledge,
    Problem,
    Quantity,
    Record,
    Report,
    Session,
    Severity,
    Source,
    State,
)
from unpko.model.codelists import Category, CodeList, Implementation, Readiness
from unpko.model.evidence import CountClaim, TextClaim
from unpko.model.parties import Participation, Party, Post

# Loading
assert_type(unpko.load(), Dataset)
assert_type(unpko.load("records"), Dataset)
assert_type(unpko.load(Path("records")), Dataset)
assert_type(unpko.__version__, str)

ds = unpko.load()
assert_type(ds.version, str)
assert_type(ds.digest, str)
assert_type(ds.claims, tuple[ClaimView, ...])
assert_type(ds.disputes, tuple[Dispute, ...])
assert_type(ds.coverage(), tuple[Coverage, ...])
assert_type(ds.coverage()[0].said, int | None)
assert_type(ds.coverage()[0].ministerial, Ministerial)
assert_type(ds.claims[:3], tuple[ClaimView, ...])
assert_type([dispute.field for dispute in ds.disputes], list[str])
assert_type(unpko.codelists(), dict[str, type[CodeList]])

# Collections
assert_type(ds.ministerials, Collection[Ministerial])
assert_type(ds.sessions, Collection[Session])
assert_type(ds.officials, Collection[Official])
assert_type(ds.pledges, Collection[Pledge])
assert_type(ds.sources, Collection[Source])
assert_type(ds.states, Collection[State])
assert_type(ds.organisations, Collection[Organisation])
assert_type(ds.frameworks, Collection[Framework])
assert_type(ds.missions, Collection[Mission])
assert_type(ds.pledges["2021-seoul/kor-helicopters"], Pledge)
assert_type(ds.pledges.get("x"), Pledge | None)
assert_type(ds.pledges.get("x", ds.pledges["y"]), Pledge)
assert_type(ds.pledges.ids(), tuple[str, ...])
assert_type(ds.pledges.filters, tuple[str, ...])
assert_type(ds.pledges.to_dicts(), list[dict[str, Any]])
assert_type(len(ds.pledges), int)
assert_type("x" in ds.pledges, bool)
assert_type(list(iter(ds.pledges)), list[Pledge])
assert_type(ds.pledges.where(state="KOR", category="aviation"), Collection[Pledge])
assert_type(
    ds.pledges.where(lambda pledge: pledge.joint, state=ds.states["KOR"]), Collection[Pledge]
)

# Relations, in both directions
seoul = ds.ministerials["2021-seoul"]
assert_type(seoul.state, State | None)
assert_type(seoul.prepares, Ministerial | None)
assert_type(seoul.sessions, Collection[Session])
assert_type(seoul.pledges, Collection[Pledge])
assert_type(seoul.officials, Collection[Official])
assert_type(seoul.frameworks, Collection[Framework])
assert_type(seoul.preparatory_meetings, Collection[Ministerial])
assert_type(seoul.pledges.where(state="KOR")["x"].states, Collection[State])

pledge = ds.pledges["2021-seoul/kor-helicopters"]
assert_type(pledge.ministerial, Ministerial)
assert_type(pledge.session, Session | None)
assert_type(pledge.states, Collection[State])
assert_type(pledge.organisations, Collection[Organisation])
assert_type(pledge.missions, Collection[Mission])
assert_type(pledge.frameworks, Collection[Framework])
assert_type(pledge.announcers, Collection[Official])
assert_type(pledge.continues, Pledge | None)
assert_type(pledge.continued_by, Collection[Pledge])
assert_type(pledge.part_of, Pledge | None)
assert_type(pledge.parts, Collection[Pledge])

session = ds.sessions["2021-seoul/sustaining-peace"]
assert_type(session.ministerial, Ministerial)
assert_type(session.officials, Collection[Official])
assert_type(session.participations, tuple[Participation, ...])
assert_type(ds.states["KOR"].pledges, Collection[Pledge])
assert_type(ds.organisations["un"].part_of, Organisation | None)
assert_type(ds.frameworks["a4p"].document, Source | None)
assert_type(ds.sources["x"].publisher_record, Organisation | None)
assert_type(ds.missions["unmiss"].states, Collection[State])
assert_type(ds.officials["suh-wook"].appearances, tuple[tuple[Session, Participation], ...])
assert_type(ds.officials["suh-wook"].post("x"), Post | None)

# Values
assert_type(seoul.id, str)
assert_type(seoul.name, str)
assert_type(seoul.start_date, str)
assert_type(seoul.names, tuple[TextClaim, ...])
assert_type(session.date, str | None)
assert_type(pledge.pledgers, tuple[Party, ...])
assert_type(pledge.quantities, tuple[Quantity, ...])
assert_type(pledge.categories, tuple[Category, ...])
assert_type(pledge.implementation, Implementation)
assert_type(pledge.readiness, Readiness | None)
assert_type(pledge.joint, bool)
assert_type(pledge.note, str | None)
assert_type(ds.states["KOR"].cow_code, int | None)

# Figures and claims
figure = seoul.figure("member_states_participating", category="medical")
assert_type(figure, Figure)
assert_type(figure.value, int)
assert_type(figure.disputed, bool)
assert_type(figure.claims, tuple[CountClaim, ...])
assert_type(figure.claims[0].value, int)
assert_type(ds.claims[0].record, Record)
assert_type(ds.claims[0].claim, Claim[Any])
assert_type(ds.disputes[0].claims, tuple[Claim[Any], ...])

# Validation
report = unpko.validate("records", Path("x"), progress=lambda done, total: None)
assert_type(report, Report)
assert_type(unpko.validate_text("{}", "states/KOR.json"), Report)
assert_type(unpko.validate_text(b"{}", "states/KOR.json"), Report)
assert_type(report.ok, bool)
assert_type(report.checked, int)
assert_type(report.problems, tuple[Problem, ...])
assert_type(report.errors, tuple[Problem, ...])
assert_type(report.problems[0].severity, Severity)
assert_type(report.problems[0].line, int)
assert_type(Severity.ERROR, Literal[Severity.ERROR])

# What must be refused
ds.pledges[5]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
ds.pledges.where(state=["KOR"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.pledges.where("KOR")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.pledges.where(state=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.pledges.where(lambda pledge: pledge.no_such_field)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownLambdaType, reportUnknownMemberType]

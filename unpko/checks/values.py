"""Fields that go together within one record."""

from __future__ import annotations

from collections.abc import Iterator

from unpko.model import Framework, Ministerial, Organisation, Pledge, Session, Source, State
from unpko.model.codelists import Capability as CapabilityCode
from unpko.model.codelists import Capacity, Implementation, Measure, Role, Unit
from unpko.model.figures import dimensions
from unpko.model.walk import Path
from unpko.problems import Fault

_MONEY = {Measure.AMOUNT_PLEDGED, Measure.PEACEKEEPING_BUDGET}

# Reaching a member through its class costs more than the rules that ask for it, on Python 3.11.
_OTHER_ROLE, _OTHER_CAPABILITY, _OTHER_UNIT = Role.OTHER, CapabilityCode.OTHER, Unit.OTHER
_MONEY_UNIT, _SUPERSEDED = Unit.MONEY, Implementation.SUPERSEDED


def _in_order(codes: tuple[str, ...], path: Path) -> Iterator[Fault]:
    if len(codes) > 1 and list(codes) != sorted(set(codes)):
        wanted = ", ".join(sorted(set(codes)))
        message = "the codes are not in order, or stand twice"
        yield Fault("list-order", path, message, f"write {wanted}")


def figures(record: Ministerial | Framework) -> Iterator[Fault]:
    """``figure-repeated``, ``list-order``, ``money-currency``: a figure is one measure, once."""
    seen: set[object] = set()
    for index, figure in enumerate(record.figures):
        path: Path = ("figures", index)
        yield from _in_order(figure.categories, (*path, "categories"))
        key = dimensions(figure)
        if key in seen:
            message = f"the figure {figure.measure} stands twice with the same dimensions"
            hint = "join them: rival numbers are claims of one figure"
            yield Fault("figure-repeated", (*path, "measure"), message, hint)
        seen.add(key)
        if (figure.measure in _MONEY) is (figure.currency is None):
            message = "money needs a currency, and only money has one"
            yield Fault("money-currency", (*path, "measure"), message, "write an ISO 4217 code")


def organisers(event: Ministerial) -> Iterator[Fault]:
    """``party-one``: an organiser is a state or an organisation."""
    for index, organiser in enumerate(event.organisers):
        if (organiser.state_id is None) is (organiser.organisation_id is None):
            yield _one_of(("organisers", index), "state_id or organisation_id")


def participations(session: Session) -> Iterator[Fault]:
    """``party-one``, ``label-other``: somebody took part, in a capacity that is said."""
    for index, item in enumerate(session.participations):
        path: Path = ("participations", index)
        if not (item.official_id or item.state_id or item.organisation_id):
            hint = "give official_id, state_id or organisation_id"
            yield Fault("party-one", path, "nobody took part", hint)
        if item.capacity is Capacity.OTHER and item.label is None:
            yield _no("label", (*path, "capacity"))


def parties(pledge: Pledge) -> Iterator[Fault]:
    """``party-one``, ``label-other``: pledgers, partners and recipients are named."""
    for key, found in (("pledgers", pledge.pledgers), ("partners", pledge.partners)):
        for index, party in enumerate(found):
            states, bodies = party.state_id is not None, party.organisation_id is not None
            if states + bodies + (party.label is not None) != 1:
                yield _one_of((key, index), "state_id, organisation_id or label")
            if party.role is _OTHER_ROLE and party.note is None:
                yield _no("note", (key, index, "role"))
    for index, item in enumerate(pledge.recipients):
        if not (item.state_id or item.organisation_id or item.mission_id or item.label):
            hint = "give state_id, organisation_id, mission_id or label"
            yield Fault("party-one", ("recipients", index), "nobody receives", hint)


def _one_of(path: Path, names: str) -> Fault:
    return Fault("party-one", path, f"exactly one of {names} says who it is", f"give one: {names}")


def _no(key: str, path: Path) -> Fault:
    return Fault(
        "label-other", path, f"other without a {key}", f"add a {key} with the printed word"
    )


def contents(pledge: Pledge) -> Iterator[Fault]:
    """``list-order``, ``label-other``, ``money-currency``, ``pledge-category``: what is pledged."""
    if len(pledge.categories) > 1:
        yield from _in_order(pledge.categories, ("categories",))
    named: list[tuple[Path, CapabilityCode]] = []
    for index, item in enumerate(pledge.capabilities):
        path: Path = ("capabilities", index, "code")
        named.append((path, item.code))
        if item.code is _OTHER_CAPABILITY and item.label is None:
            yield _no("label", path)
    for index, quantity in enumerate(pledge.quantities):
        path = ("quantities", index, "unit")
        if quantity.capability is not None:
            named.append((("quantities", index, "capability"), quantity.capability))
        if quantity.unit is _OTHER_UNIT and quantity.label is None:
            yield _no("label", path)
        if (quantity.unit is _MONEY_UNIT) is (quantity.currency is None):
            message = "money needs a currency, and only money has one"
            yield Fault("money-currency", path, message, "write an ISO 4217 code in `currency`")
    for path, code in named:
        if code.category is not None and code.category not in pledge.categories:
            message = f"{code} belongs to the category {code.category}, which is not there"
            yield Fault("pledge-category", path, message, f'add "{code.category}" to `categories`')


def assessments(pledge: Pledge) -> Iterator[Fault]:
    """``pledge-assessment``, ``pledge-successor``: a history in order, each step speaking."""
    before = ""
    for index, item in enumerate(pledge.assessments):
        path: Path = ("assessments", index)
        if item.implementation is None and item.readiness is None:
            hint = "give `implementation` or `readiness`"
            yield Fault("pledge-assessment", path, "the assessment says nothing", hint)
        if item.as_of < before[: len(item.as_of)]:
            message = f"{item.as_of} stands after {before}"
            hint = "assessments stand in the order of their dates"
            yield Fault("pledge-assessment", (*path, "as_of"), message, hint)
        before = item.as_of
        superseded = item.implementation is _SUPERSEDED
        if superseded is (item.superseded_by_id is None):
            message = "a superseded pledge names its successor, and only such a pledge"
            hint = "give `superseded_by_id` with `superseded`"
            yield Fault("pledge-successor", path, message, hint)


def aliases(state: State) -> Iterator[Fault]:
    """``list-order``: aliases stand in alphabetical order, each once."""
    yield from _in_order(state.aliases, ("aliases",))


def other_kinds(record: Session | Source | Organisation | Framework) -> Iterator[Fault]:
    """``label-other``: a record of the kind ``other`` says in its note what it is."""
    if record.kind == "other" and record.note is None:
        yield _no("note", ("kind",))

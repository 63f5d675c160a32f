"""Relations in both directions, filters, and the views across records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import unpko
from tests.mini import claim
from tests.tree import REMOVE, Tree
from unpko.dataset import Dataset
from unpko.errors import Disputed, UnknownCode, UnknownFilter, UnknownRecord
from unpko.model import KINDS, Collection, Record
from unpko.model.evidence import Claim
from unpko.model.relations import Many, ManyReverse, One, OneOrNone

SEOUL = "2021-seoul"
HELICOPTERS = "2021-seoul/kor-helicopters"
FORWARD = (One, OneOrNone, Many)

RELATIONS: list[tuple[str, str, Any]] = [
    (folder, name, relation)
    for folder, model in KINDS.items()
    for name, relation in vars(model).items()
    if isinstance(relation, (*FORWARD, ManyReverse))
]
BACK = {
    (r.folder, r.relation): (folder, name)
    for folder, name, r in RELATIONS
    if isinstance(r, ManyReverse)
}


def related(record: Record, name: str) -> list[Record]:
    """Follow a relation of any kind."""
    found = getattr(record, name)
    if isinstance(found, Collection):
        return list(found)
    return [] if found is None else [found]


def test_there_are_relations_to_test() -> None:
    assert len(RELATIONS) > 50
    assert len(BACK) == sum(isinstance(r, ManyReverse) for _, _, r in RELATIONS), (
        "two for one relation"
    )


@pytest.mark.parametrize(("folder", "name", "relation"), RELATIONS, ids=lambda x: str(x)[:30])
def test_a_relation_leads_to_records_of_its_kind_and_back(
    ds: Dataset, folder: str, name: str, relation: Any
) -> None:
    followed = 0
    for record in getattr(ds, folder):
        for target in related(record, name):
            followed += 1
            assert type(target) is KINDS[relation.folder]
            assert target is getattr(ds, relation.folder)[target.id]
            if isinstance(relation, ManyReverse):
                assert record in related(target, relation.relation)
            elif back := BACK.get((folder, name)):
                assert back[0] == relation.folder
                assert record in related(target, back[1])
    assert followed, f"the mini dataset has no {folder}.{name}"


@pytest.mark.parametrize(("folder", "name", "relation"), RELATIONS, ids=lambda x: str(x)[:30])
def test_a_reverse_relation_names_one_that_leads_to_its_kind(
    folder: str, name: str, relation: Any
) -> None:
    assert not name.endswith(("_id", "_ids"))
    assert getattr(KINDS[folder], name) is relation, "a class gives the relation itself"
    if isinstance(relation, ManyReverse):
        forward = vars(KINDS[relation.folder])[relation.relation]
        assert isinstance(forward, FORWARD)
        assert forward.folder == folder


def test_forward_relations_keep_the_order_of_the_record(ds: Dataset) -> None:
    assert ds.pledges["2021-seoul/ken-joint-unit"].states.ids() == ("KEN", "KOR")
    opening = ds.sessions["2021-seoul/opening"]
    assert opening.officials.ids() == ("suh-wook", "lacroix-jean-pierre")


def test_reverse_relations_have_their_natural_order(mini: Tree) -> None:
    # The training has a month only, which comes before the day of the opening.
    assert unpko.load(mini.root).ministerials[SEOUL].sessions.ids() == (
        "2021-seoul/training",
        "2021-seoul/opening",
    )
    mini.change("sessions/2021-seoul/training", {"/dates/0/value": "2021-12-07"})
    mini.change("sessions/2021-seoul/a-closing", {"copy of": "sessions/2021-seoul/training",
        "/kind": "closing", "/order": REMOVE, "/titles/0/value": "Closing"})  # fmt: skip
    mini.change("sessions/2021-seoul/b-panel", {"copy of": "sessions/2021-seoul/training",
        "/order": REMOVE, "/titles/0/value": "Panel"})  # fmt: skip
    assert unpko.load(mini.root).ministerials[SEOUL].sessions.ids() == (
        "2021-seoul/opening",
        "2021-seoul/training",
        "2021-seoul/b-panel",
        "2021-seoul/a-closing",
    )
    part = "frameworks/a4p-plus-1"
    mini.change("frameworks/a4p-plus-10", {"copy of": part, "/order": 10})
    mini.change("frameworks/a4p-plus-2", {"copy of": part, "/order": 2})
    parts = unpko.load(mini.root).frameworks["a4p-plus"].parts
    assert [part.order for part in parts] == [1, 2, 10]


def test_events_come_in_the_order_of_their_days(mini: Tree) -> None:
    mini.change("ministerials/later-by-name", {"copy of": f"ministerials/{SEOUL}",
        "/start_dates/0/value": "2014-09-26"})  # fmt: skip
    events = [row.ministerial.id for row in unpko.load(mini.root).coverage()]
    assert events.index("later-by-name") < events.index(SEOUL)


def test_money_is_asked_for_with_its_currency(ds: Dataset) -> None:
    seoul = ds.ministerials[SEOUL]
    assert seoul.figure("amount_pledged", currency="USD").value == 2_000_000
    with pytest.raises(UnknownRecord, match="currency=USD"):
        seoul.figure("amount_pledged")
    with pytest.raises(UnknownRecord):
        seoul.figure("amount_pledged", currency="EUR")


def test_a_figure_of_a_framework_can_be_narrowed(mini: Tree) -> None:
    mini.change("frameworks/a4p", {"/figures/0/scope": "by June 2019"})
    a4p = unpko.load(mini.root).frameworks["a4p"]
    assert a4p.figure("states_endorsing", scope="by June 2019").value == 151
    with pytest.raises(UnknownRecord, match="by June 2019"):
        a4p.figure("states_endorsing")


def test_what_leads_nowhere_is_none_or_empty(ds: Dataset) -> None:
    package = ds.pledges["2021-seoul/kor-package"]
    assert package.session is None
    assert package.part_of is None
    assert package.missions.ids() == ()
    assert ds.missions["unmiss"].pledges.where(state="KOR").ids() == ("2021-seoul/ken-joint-unit",)
    assert ds.states["KEN"].hosted.ids() == ()


def test_an_official_has_appearances(ds: Dataset) -> None:
    ((session, participation),) = ds.officials["suh-wook"].appearances
    assert (session.id, participation.post) == ("2021-seoul/opening", "defence-minister")
    assert ds.officials["suh-wook"].post("defence-minister").title == "Minister of National Defense"  # type: ignore[union-attr]
    assert ds.officials["suh-wook"].post("other") is None


FILTERS = [
    (folder, name, filter)
    for folder, model in KINDS.items()
    for name, filter in model.filters.items()
]


@pytest.mark.parametrize(("folder", "name", "filter"), FILTERS, ids=lambda x: str(x)[:30])
def test_a_filter_keeps_exactly_what_has_the_value(
    ds: Dataset, folder: str, name: str, filter: Any
) -> None:
    collection: Collection[Any] = getattr(ds, folder)
    assert name in collection.filters
    values = {v for record in collection for v in filter.values(record) if v is not None}
    assert values, f"the mini dataset has no value for {folder}.{name}"
    for value in values:
        found = collection.where(**{name: value})
        wanted = [r.id for r in collection if value in filter.values(r)]
        assert list(found.ids()) == wanted
        assert found.ids()
        if filter.codes is not None:
            assert collection.where(**{name: str(value)}) == found
        if filter.folder is not None:
            record = getattr(ds, filter.folder)[value]
            assert collection.where(**{name: record}) == found


@pytest.mark.parametrize(("folder", "name", "filter"), FILTERS, ids=lambda x: str(x)[:30])
def test_a_filter_refuses_what_is_no_value(
    ds: Dataset, folder: str, name: str, filter: Any
) -> None:
    collection: Collection[Any] = getattr(ds, folder)
    if filter.folder is not None:
        with pytest.raises(UnknownRecord):
            collection.where(**{name: "no-such-id"})
    elif filter.codes is not None:
        with pytest.raises(UnknownCode):
            collection.where(**{name: "no_such_code"})
    else:
        assert len(collection.where(**{name: "no such text"})) == 0


@pytest.mark.parametrize("folder", KINDS)
def test_every_kind_refuses_an_unknown_filter(ds: Dataset, folder: str) -> None:
    collection: Collection[Any] = getattr(ds, folder)
    with pytest.raises(UnknownFilter) as caught:
        collection.where(colour="red")
    assert caught.value.known == collection.filters
    assert f"{folder} have no filter 'colour'" in str(caught.value)


def test_hints_of_filters(ds: Dataset) -> None:
    with pytest.raises(UnknownFilter, match='did you mean "category"'):
        ds.pledges.where(categry="aviation")
    with pytest.raises(UnknownCode, match='did you mean "aviation"'):
        ds.pledges.where(category="aviaton")
    with pytest.raises(UnknownRecord, match='did you mean "2021-seoul"'):
        ds.pledges.where(ministerial="2021-seol")
    with pytest.raises(UnknownRecord):
        ds.pledges.where(state=ds.missions["unmiss"])  # a record of another kind


WRONG_TYPES: list[tuple[Callable[[Any], object], str]] = [
    (lambda ds: ds.pledges[0], r'write pledges\["2021-.*"\], or list\(pledges\)\[0\]'),
    (lambda ds: ds.pledges[1:3], r"list\(pledges\)\[1:3\]"),
    (lambda ds: ds.pledges[None], "by id, not by NoneType"),
    (lambda ds: ds.pledges.get(0), "by id, not by int"),
    (lambda ds: ds.states[ds.states["KOR"]], "write 'KOR'"),
    (lambda ds: ds.missions.where(lambda _: False)[0], "the-id"),
    (lambda ds: ds.pledges.where(state=None), r"that have none .* where\(lambda pledge: ...\)"),
    (lambda ds: ds.pledges.where(category=None), "that have none"),
    (lambda ds: ds.sources.where(language=None), "that have none"),
    (
        lambda ds: ds.pledges.where(state=["KOR", "JPN"]),
        r"not list: give one, where\(state='KOR'\)",
    ),
    (lambda ds: ds.pledges.where(category={"aviation"}), "not set: give one"),
    (lambda ds: ds.pledges.where(state=()), "not tuple: give one"),
    (lambda ds: ds.pledges.where(state=5), "not int: give an id, a code or a record"),
    (lambda ds: ds.pledges.where("KOR"), r"write where\(state='KOR'\)$"),
    (lambda ds: ds.pledges.where("aviation"), r"write where\(category='aviation'\)$"),
    (lambda ds: ds.pledges.where(ds.states["KOR"]), r"write where\(state='KOR'\)$"),
    (lambda ds: ds.pledges.where("nothing of ours"), "the names are ministerial, session"),
    (lambda ds: ds.pledges.where(5), "not int"),
    (lambda ds: ds.ministerials[SEOUL].figure(None), "of Measure is a text such as"),
    (lambda ds: ds.ministerials[SEOUL].figure("speakers", category=None), "of Category is a text"),
    (lambda ds: ds.ministerials[SEOUL].figure("speakers", capability=3), "of Capability is a text"),
]


@pytest.mark.parametrize(("ask", "message"), WRONG_TYPES, ids=[text for _, text in WRONG_TYPES])
def test_a_wrong_type_is_answered_with_what_to_write(
    ds: Dataset, ask: Callable[[Any], object], message: str
) -> None:
    with pytest.raises(TypeError, match=message) as caught:
        ask(ds)
    assert "object" not in str(caught.value)
    assert "unhashable" not in str(caught.value)


def test_what_is_no_id_is_in_no_collection(ds: Dataset) -> None:
    for thing in (0, None, [], {}, SEOUL.encode()):
        assert thing not in ds.ministerials


def test_a_figure_that_is_not_there_is_answered_with_what_is(ds: Dataset) -> None:
    seoul = ds.ministerials[SEOUL]
    with pytest.raises(UnknownRecord) as caught:
        seoul.figure("delegates")
    assert caught.value.close == ()
    assert str(caught.value) == (
        "no record 'delegates' in the figures of 2021-seoul; there are: "
        + ", ".join(caught.value.known)
    )
    assert len(caught.value.known) <= 5
    with pytest.raises(UnknownRecord) as caught:
        seoul.figure("states_pledging", category="police")
    assert str(caught.value) == (
        "no record 'states_pledging (category=police)' in the figures of 2021-seoul; "
        "there are: states_pledging, states_pledging (category=medical)"
    )
    with pytest.raises(UnknownRecord, match='did you mean "states_pledging"') as caught:
        seoul.figure("states_pledging_uniformed")
    assert set(caught.value.close) <= {str(figure.measure) for figure in seoul.figures}


def test_conditions_are_joined_by_and(ds: Dataset) -> None:
    korean = ds.pledges.where(state="KOR")
    assert len(korean) == 4
    assert (
        korean.where(ministerial=SEOUL).ids()
        == ds.pledges.where(state="KOR", ministerial=SEOUL).ids()
    )
    assert korean.where(category="aviation").ids() == (HELICOPTERS,)
    assert korean.where(lambda pledge: pledge.joint).ids() == ("2021-seoul/ken-joint-unit",)
    assert korean.where(lambda p: p.joint, category="aviation").ids() == ()
    assert korean.where() == korean


def test_where_reads_only_what_it_must(mini: Tree) -> None:
    mini.write("states/KEN", "{")
    ds = unpko.load(mini.root)
    assert ds.pledges.where(state="KEN").ids() == ("2021-seoul/ken-joint-unit",)


def test_figures_are_found_by_measure_and_dimensions(ds: Dataset) -> None:
    seoul = ds.ministerials[SEOUL]
    taking_part = seoul.figure("member_states_participating")
    assert (taking_part.value, taking_part.disputed) == (75, True)
    assert [claim.value for claim in taking_part.claims] == [75, 155]
    assert seoul.figure("states_pledging").value == 62
    assert not seoul.figure("states_pledging").disputed
    assert seoul.figure("states_pledging", category="medical").value == 18
    assert seoul.figure("states_pledging", category=("medical",)).value == 18
    with pytest.raises(Disputed) as caught:
        _ = seoul.figure("ministerial_level").value
    assert caught.value.values == (55, 57)
    with pytest.raises(UnknownCode, match='did you mean "states_pledging"'):
        seoul.figure("states_pleding")
    with pytest.raises(UnknownCode):
        seoul.figure("states_pledging", category="medicine")
    with pytest.raises(UnknownRecord, match="the figures of 2021-seoul"):
        seoul.figure("delegates")
    with pytest.raises(UnknownRecord):
        seoul.figure("states_pledging", category="police")
    with pytest.raises(UnknownRecord):
        seoul.figure("states_pledging", scope="Africa")
    assert ds.frameworks["a4p"].figure("states_endorsing").value == 151


def test_figures_of_several_categories_are_asked_for_in_any_order(mini: Tree) -> None:
    figure = {"measure": "pledges", "categories": ["medical", "police"], "claims": [claim(3)]}
    mini.change(f"ministerials/{SEOUL}", {"/figures/5": figure})
    seoul = unpko.load(mini.root).ministerials[SEOUL]
    assert seoul.figure("pledges", category=("police", "medical")).value == 3


def test_quantities_have_values_and_disputes(ds: Dataset) -> None:
    (quantity,) = ds.pledges[HELICOPTERS].quantities
    assert quantity.disputed
    with pytest.raises(Disputed, match="the number of"):
        _ = quantity.value


def test_a_status_is_derived_from_the_latest_assessment(ds: Dataset) -> None:
    pledge = ds.pledges[HELICOPTERS]
    assert (pledge.implementation.value, pledge.readiness) == ("partially_fulfilled", "level_2")
    package = ds.pledges["2021-seoul/kor-package"]
    assert (package.implementation.value, package.readiness) == ("no_evidence", None)
    assert pledge.capability_codes == ("helicopter",)
    assert not pledge.joint


def test_settled_properties(ds: Dataset) -> None:
    seoul = ds.ministerials[SEOUL]
    assert (seoul.name, seoul.start_date, seoul.end_date) == (
        "Seoul Ministerial",
        "2021-12-07",
        "2021-12-08",
    )
    assert ds.sessions["2021-seoul/opening"].date == "2021-12-07"
    assert ds.sessions["2021-seoul/opening"].title == "Opening ceremony"
    assert ds.frameworks["a4p-plus-1"].name is None
    assert ds.frameworks["a4p-plus-1"].label == "a4p-plus-1"
    assert ds.sources["brief"].date == "2021-12-08"
    assert ds.sources["table"].date is None
    assert ds.missions["unmiss"].label == "UNMISS: United Nations Mission in South Sudan"
    for record in ds.records():
        assert record.label
        assert record.sort_key


def count_claims(value: Any) -> int:
    """Count the claims of plain data: what has a value and citations."""
    if isinstance(value, dict):
        return ("value" in value and "citations" in value) + sum(map(count_claims, value.values()))
    return sum(map(count_claims, value)) if isinstance(value, list) else 0


def test_every_claim_is_in_the_flat_view(ds: Dataset) -> None:
    records = [record.model_dump(mode="json", exclude_defaults=True) for record in ds.records()]
    assert len(ds.claims) == sum(map(count_claims, records))
    for view in ds.claims:
        place: Any = view.record
        for part in view.pointer.split("/")[1:]:
            place = place[int(part)] if part.isdigit() else getattr(place, part)
        assert view.claim in place
        assert isinstance(view.claim, Claim)
        assert view.field


def test_every_disagreement_is_in_the_flat_view(ds: Dataset) -> None:
    assert {(d.record.id, d.pointer): (d.field, d.values) for d in ds.disputes} == {
        (SEOUL, "/names"): ("names", ("Seoul Ministerial", "Seoul Meeting")),
        (SEOUL, "/formats"): ("formats", ("virtual", "hybrid")),
        (SEOUL, "/figures/0/claims"): ("Member States participating", (75, 155)),
        (SEOUL, "/figures/3/claims"): ("Parties at ministerial level", (55, 57)),
        (HELICOPTERS, "/quantities/0/claims"): ("quantity of Aircraft", (16, 12)),
    }


def test_coverage_counts_states_pledges_and_disputes(ds: Dataset) -> None:
    by_event = {c.ministerial.id: c for c in ds.coverage()}
    assert list(by_event) == ["2021-prep", SEOUL]
    seoul = by_event[SEOUL]
    assert (seoul.said, seoul.said_all, seoul.recorded, seoul.missing) == (62, (62,), 2, 60)
    assert (seoul.pledges, seoul.with_quantity, seoul.with_follow_up, seoul.disputes) == (
        4,
        1,
        1,
        5,
    )
    prep = by_event["2021-prep"]
    assert (prep.said, prep.said_all, prep.recorded, prep.missing) == (None, (), 1, None)


def test_coverage_leaves_a_disputed_number_open(mini: Tree) -> None:
    figure = {"measure": "states_pledging", "claims": [claim(62), claim(64)]}
    mini.change(f"ministerials/{SEOUL}", {"/figures/1": figure})
    (_, seoul) = unpko.load(mini.root).coverage()
    assert (seoul.said, seoul.said_all, seoul.missing) == (None, (62, 64), None)


def test_coverage_is_never_below_zero(mini: Tree) -> None:
    mini.change(f"ministerials/{SEOUL}", {"/figures/1/claims": [claim(1)], "/figures/2": REMOVE})
    (_, seoul) = unpko.load(mini.root).coverage()
    assert (seoul.said, seoul.recorded, seoul.missing) == (1, 2, 0)

"""How values show themselves: a line at the prompt, a table in a notebook, all of it escaped."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import pytest

import unpko
from tests.mini import claim
from tests.tree import Tree
from unpko.dataset import Dataset
from unpko.dataset.views import Claims, Coverages, Disputes, Rows
from unpko.model import Model
from unpko.model.evidence import CountClaim
from unpko.model.figures import Figure
from unpko.model.parties import Post

SEOUL = "2021-seoul"
EVIL = "<script>alert(1)</script>"


def parts(model: Model) -> Iterator[Model]:
    """Give every model inside a record."""
    for value in model.__dict__.values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Model):
                yield item
                yield from parts(item)


@pytest.fixture(scope="module", name="packaged")
def _packaged() -> Dataset:
    return unpko.load()


def test_every_part_shows_itself_in_a_short_line(packaged: Dataset) -> None:
    kinds = set()
    for record in packaged.records():
        for part in parts(record):
            kinds.add(type(part))
            text = repr(part)
            assert text.startswith(f"<{type(part).__name__}: ")
            assert text.endswith(">")
            assert len(text) <= 120, text
            assert "incomplete" not in text
            assert str(part) == text
    assert len(kinds) > 15


def test_lines_of_parts(ds: Dataset) -> None:
    seoul = ds.ministerials[SEOUL]
    figure = seoul.figure("member_states_participating")
    assert repr(figure) == "<Figure: Member States participating: 75, 2 citations>"
    assert (
        repr(seoul.figure("ministerial_level"))
        == "<Figure: Parties at ministerial level: 55 or 57, 2 citations>"
    )
    assert repr(figure.claims[0]) == "<CountClaim: 75 (preferred), 1 citation>"
    assert repr(figure.claims[0].citations[0]) == "<Citation: brief, paragraph 1>"
    assert (
        repr(ds.officials["suh-wook"].posts[0])
        == "<Post: defence-minister: Minister of National Defense, 2 citations>"
    )
    assert repr(ds.pledges["2021-seoul/ken-joint-unit"].pledgers[0]) == "<Party: KEN (lead)>"
    more = CountClaim.model_validate_json(
        '{"value": 60, "bound": "more_than", "citations": [{"source_id": "a", "locator": "b"}]}'
    )
    assert repr(more) == "<CountClaim: more than 60, 1 citation>"


@pytest.mark.parametrize("model", [Figure, Post, CountClaim])
def test_what_was_made_without_validation_still_shows_itself(model: type[Model]) -> None:
    assert repr(model.model_construct()) == f"<{model.__name__}: incomplete>"


def test_views_show_themselves_in_a_short_line(packaged: Dataset) -> None:
    for views in (packaged.claims, packaged.disputes, packaged.coverage()):
        assert len(repr(views)) < 120
        assert all(len(repr(view)) <= 120 for view in views)


def test_lines_of_views(ds: Dataset) -> None:
    (dispute,) = [d for d in ds.disputes if d.pointer == "/figures/0/claims"]
    assert repr(dispute) == (
        "<Dispute 2021-seoul, Member States participating: 75 or 155, 2 citations>"
    )
    assert repr(ds.coverage()[-1]) == "<Coverage 2021-seoul: 2 of 62 states, 4 pledges, 5 disputes>"
    assert repr(ds.coverage()[0]) == "<Coverage 2021-prep: 1 state, 1 pledge, 0 disputes>"
    assert repr(ds.coverage()) == "<2 events: 2021-prep; 2021-seoul>"
    assert repr(ds.disputes).startswith("<5 disputes: 2021-seoul, names; ")
    assert repr(ds.disputes).endswith("; …>")
    view = next(v for v in ds.claims if v.pointer == "/figures/0/claims")
    assert repr(view) == "<ClaimView 2021-seoul, Member States participating: 75, 1 citation>"


ROWS = [(Claims, "claims"), (Disputes, "disputes"), (Coverages, "coverage")]


def rows(ds: Dataset, name: str) -> Any:
    found = getattr(ds, name)
    return found() if callable(found) else found


@pytest.mark.parametrize(("kind", "name"), ROWS)
def test_views_are_tuples_in_all_else(ds: Dataset, kind: type[Rows[Any]], name: str) -> None:
    found = rows(ds, name)
    plain = tuple(found)
    assert type(plain) is tuple
    assert type(found) is kind
    assert isinstance(found, tuple)
    assert found == plain
    assert plain == found
    assert hash(found) == hash(plain)
    assert len(found) == len(plain) > 1
    assert list(found) == list(plain)
    assert found[0] is plain[0]
    assert found[-1] is plain[-1]
    assert found[:1] == plain[:1]
    assert found[::-1] == plain[::-1]
    assert type(found[1:]) is kind
    assert found + plain == plain + plain
    assert found[0] in found
    assert found.index(found[1]) == 1
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert type(copy) is kind
    first, *others = found
    assert [first, *others] == list(plain)
    with pytest.raises(IndexError):
        found[len(found)]
    with pytest.raises(AttributeError):
        found.more = 1
    assert kind(())._repr_html_().startswith("<table>")
    assert repr(kind(())).startswith("<0 ")


@pytest.fixture(name="evil")
def _evil(mini: Tree) -> Dataset:
    """Give a dataset with markup in the texts that are shown."""
    source = [{"source_id": "brief", "locator": EVIL}]
    rivals = [{**claim(value), "of": EVIL, "note": EVIL, "citations": source} for value in (62, 64)]
    figure = {"measure": "states_pledging", "scope": EVIL, "claims": rivals}
    mini.change(f"ministerials/{SEOUL}", {"/figures/1": figure, "/names/1/value": EVIL})
    return unpko.load(mini.root)


def test_tables_are_escaped(evil: Dataset) -> None:
    figure = next(f for f in evil.ministerials[SEOUL].figures if f.scope == EVIL)
    dispute = next(d for d in evil.disputes if EVIL in d.field)
    report = unpko.validate_text(f'{{"id": "{EVIL}"}}', f"states/{EVIL}.json")
    quantity = evil.pledges["2021-seoul/kor-helicopters"].quantities[0]
    for shown in (figure, dispute, evil.claims, evil.disputes, report, quantity, evil.coverage()):
        html = shown._repr_html_()
        assert "<table>" in html
        assert "<script" not in html
    for shown in (figure, dispute, evil.disputes, report):
        assert "&lt;script&gt;" in shown._repr_html_()


def test_tables_hold_what_they_are_about(ds: Dataset) -> None:
    figure = ds.ministerials[SEOUL].figure("member_states_participating")
    html = figure._repr_html_()
    assert "<b>Member States participating</b>" in html
    assert "<td>75</td>" in html
    assert "<td>155</td>" in html
    assert "<td>brief, paragraph 1</td>" in html
    assert "<td>62</td>" in ds.coverage()._repr_html_()  # type: ignore[attr-defined]
    assert "and " in ds.claims._repr_html_()  # type: ignore[attr-defined]
    assert ds.claims._repr_html_().count("<tr>") == 21  # type: ignore[attr-defined]


def test_a_report_without_problems_has_no_table() -> None:
    from unpko.problems import Report

    assert Report(3)._repr_html_() == "<b>Report: 3 files, 0 errors, 0 warnings</b>"

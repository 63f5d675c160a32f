"""Many copies and long chains are told once each, and cost no more than their number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tree import Tree
from unpko.checks import identity, references
from unpko.checks.context import Context, PledgeCard


def card(number: int, **more: object) -> PledgeCard:
    given: dict[str, object] = {
        "id": f"2021-seoul/kor-{number}",
        "formerly": (),
        "ministerial_id": "2021-seoul",
        "session_id": None,
        "part_of_id": None,
        "continues_id": None,
        "parties": ("KOR",),
        "summary": "Give 16 helicopters.",
        "amounts": (),
        "digest": 1,
    }
    return PledgeCard(**{**given, **more})  # type: ignore[arg-type]


def context(cards: Iterator[PledgeCard]) -> Context:
    made = Context(complete=False)
    made.records["pledges"] = {card.id: card for card in cards}
    return made


def test_each_of_many_copies_is_told_once() -> None:
    found = list(identity.duplicates(context(card(number) for number in range(1000))))
    assert len(found) == 999
    assert {finding.id for finding in found} == {f"2021-seoul/kor-{n}" for n in range(1, 1000)}
    assert all('"2021-seoul/kor-0"' in finding.fault.message for finding in found)


def test_a_long_chain_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    links = context(
        card(number, digest=number, continues_id=f"2021-seoul/kor-{number + 1}")
        for number in range(3000)
    )
    steps = 0
    present = Context.record

    def counted(self: Context, folder: str, id: str | None) -> object:
        nonlocal steps
        steps += 1
        return present(self, folder, id)

    monkeypatch.setattr(Context, "record", counted)
    assert list(references.circles(links)) == []
    assert steps < 4 * 3000


def test_every_record_of_a_circle_is_told() -> None:
    circle = context(
        card(number, digest=number, continues_id=f"2021-seoul/kor-{(number + 1) % 50}")
        for number in range(50)
    )
    found = list(references.circles(circle))
    assert len(found) == 50
    first = found[0].fault.message
    assert first.count(" → ") == 50
    assert first.endswith(found[0].id)


def test_a_way_into_a_circle_is_no_part_of_it() -> None:
    found = references.circles(
        context(
            card(number, digest=number, continues_id=f"2021-seoul/kor-{max(number - 1, 0) or 1}")
            for number in range(1, 5)
        )
    )
    assert [finding.id for finding in found] == ["2021-seoul/kor-1"]


@pytest.mark.parametrize("blank", ["\u3000", "\u2003", "\u200b", "\ufeff", "\u202e"])
def test_a_text_of_nothing_visible_is_no_text(mini: Tree, blank: str) -> None:
    for name in ("one", "two"):
        mini.change(
            f"pledges/2021-seoul/kor-{name}",
            {"copy of": "pledges/2021-seoul/kor-helicopters", "/summary": blank},
        )
    report = mini.validate()
    assert {problem.code for problem in report.problems} == {"value-text"}


def test_a_file_whose_name_is_no_id_is_to_be_renamed(mini: Tree) -> None:
    mini.path("states/KEN").rename(mini.root / "states" / "a b.json")
    found = [p for p in mini.validate().problems if p.code == "id-path"]
    assert [p.hint for p in found] == ["rename the file to KEN.json: its name is no id"]

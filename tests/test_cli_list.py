"""The commands `unpko list` and `unpko coverage`."""

from __future__ import annotations

import json

import pytest

from tests.commands import folder, run
from tests.mini import claim
from tests.tree import Tree
from unpko.report.frame import cells

SEOUL = "ministerials/2021-seoul"

# list


def test_list_gives_ids_labels_or_records(mini: Tree) -> None:
    for kind in ("state", "states", "STATE"):
        assert run("list", kind, "--format", "ids", *folder(mini)).stdout == "KEN\nKOR\n"
    text = run("list", "states", *folder(mini))
    assert text.stdout == "KEN  Kenya\nKOR  Republic of Korea\n"
    assert text.stderr == "2 states\n"
    found = json.loads(run("list", "states", "--format", "json", *folder(mini)).stdout)
    assert found == [json.loads(mini.read(f"states/{id}")) for id in ("KEN", "KOR")]


def test_list_keeps_what_meets_every_condition(mini: Tree) -> None:
    def ids(*conditions: str) -> list[str]:
        where = [part for condition in conditions for part in ("--where", condition)]
        return run("list", "pledges", *where, "--format", "ids", *folder(mini)).stdout.split()

    assert ids("state=KOR", "category=aviation") == ["2021-seoul/kor-helicopters"]
    assert ids("state=KEN") == ["2021-seoul/ken-joint-unit"]
    assert ids("state=KEN", "category=aviation") == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["pledgs"], 'did you mean "pledges"'),
        (["pledges", "--where", "stat=KOR"], 'did you mean "state"'),
        (["pledges", "--where", "category=aviatoin"], 'did you mean "aviation"'),
        (["pledges", "--where", "state=South Korea"], 'did you mean "KOR"'),
        (["pledges", "--where", "KOR"], "NAME=VALUE"),
        (["pledges", "--where", "state=KOR", "--where", "state=KEN"], "twice"),
    ],
)
def test_wrong_conditions_are_wrong_usage(mini: Tree, args: list[str], said: str) -> None:
    result = run("list", *args, *folder(mini))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_the_example_in_the_help_stands_on_a_line_of_its_own() -> None:
    text = run("list", "--help").stdout
    assert "\\b" not in text
    assert (
        "\n  unpko list pledges --where ministerial=2021-seoul --where category=aviation\n" in text
    )


# coverage


def test_coverage_counts(mini: Tree) -> None:
    rows = json.loads(run("coverage", "--format", "json", *folder(mini)).stdout)
    (seoul,) = [row for row in rows if row["ministerial_id"] == "2021-seoul"]
    assert seoul["states_said"] == 62
    assert seoul["states_recorded"] == 2
    assert seoul["states_missing"] == 60
    assert seoul["pledges"] == 4
    assert seoul["pledges_with_quantity"] == seoul["pledges_with_follow_up"] == 1
    text = run("coverage", *folder(mini), columns=80).stdout
    row = next(line for line in text.split("\n") if line.startswith("2021-seoul"))
    assert row.split() == ["2021-seoul", "62", "2", "60", "4", "25%", "25%", str(seoul["disputes"])]
    assert all(cells(line) <= 80 for line in text.split("\n"))


def test_coverage_gives_all_numbers_of_a_dispute(mini: Tree) -> None:
    figure = {"measure": "states_pledging", "claims": [claim(62), claim(64)]}
    mini.change(SEOUL, {"/figures": [figure]})
    text = run("coverage", *folder(mini)).stdout
    assert "62 or 64" in text
    assert "! disputed" in text
    rows = json.loads(run("coverage", "--format", "json", *folder(mini)).stdout)
    (seoul,) = [row for row in rows if row["ministerial_id"] == "2021-seoul"]
    assert (seoul["states_said"], seoul["states_said_all"]) == (None, [62, 64])
    assert seoul["states_missing"] is None


@pytest.mark.parametrize("columns", [30, 40, 60, 73, 74, 100])
def test_coverage_shows_all_its_numbers_at_any_width(mini: Tree, columns: int) -> None:
    text = run("coverage", *folder(mini), columns=columns).stdout
    assert all(cells(line) <= columns for line in text.split("\n"))
    words = " ".join(text.split())
    if columns >= 74:
        assert "2021-seoul 62 2 60 4 25% 25%" in words
        assert "dispute" in words
    else:
        said = "2021-seoul States said to pledge 62 States here 2 States missing 60 Pledges here 4"
        assert f"{said} With number 25% With follow-up 25% Facts in dispute" in words

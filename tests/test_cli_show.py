"""The command `unpko show`."""

from __future__ import annotations

import json
from io import StringIO

import click
import pytest
from rich.console import Console

import unpko
from tests.commands import folder, run
from tests.mini import claim
from tests.tree import Tree
from unpko.cli import output
from unpko.cli.pages import page
from unpko.cli.pages.parts import plain
from unpko.model.evidence import disputed
from unpko.model.walk import claim_lists
from unpko.report.frame import cells

SEOUL = "ministerials/2021-seoul"
PLEDGE = "pledges/2021-seoul/kor-helicopters"


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_every_record_can_be_shown(mini: Tree, columns: int) -> None:
    for place in mini.records:
        result = run("show", place, *folder(mini), columns=columns)
        assert result.exit_code == 0, place
        assert place.split("/", 1)[1].split("/")[-1] in result.stdout.replace("\n", "")
        for line in result.stdout.split("\n"):
            assert cells(line) <= columns, (place, line)
            assert line == line.rstrip(), (place, line)
            assert "Disputed" not in line


def test_every_dispute_of_the_shipped_records_is_marked() -> None:
    dataset = unpko.load()
    missed = []
    for record in dataset.records():
        disputes = sum(disputed(claims) for _, claims in claim_lists(record))
        if disputes:
            console = Console(file=StringIO(), width=100)
            console.print(*page(record, dataset), sep="\n")
            if console.file.getvalue().count("! disputed") < disputes:  # type: ignore[attr-defined]
                missed.append(record.id)
    assert missed == []


def test_show_json_is_the_record(mini: Tree) -> None:
    for place in mini.records:
        assert run("show", place, "--format", "json", *folder(mini)).stdout == mini.read(place)


def test_an_event_is_shown_with_what_sources_say(mini: Tree) -> None:
    page = run("show", "2021-seoul", *folder(mini)).stdout
    assert page.startswith("Seoul Ministerial\n")
    for said in (
        "2021-12-07 to 2021-12-08",
        "Seoul, Republic of Korea (KOR)",
        "Republic of Korea (KOR): host",
        "preferred: Counts states.",
        'printed "155 countries"',
        "brief, paragraph 1",
        "more than 60",
        "USD",
        "Opening ceremony",
        "Suh Wook (opening speaker)",
        "Republic of Korea (KOR): 3",
        "Preparatory Meeting",
        "United Nations: A brief",
    ):
        assert said in page, said


def test_a_dispute_is_marked_by_a_word(mini: Tree) -> None:
    page = run("show", "2021-seoul", *folder(mini)).stdout
    rows = page[page.index("Figures") : page.index("Sessions")].split("\n\n")
    marked = [row for row in rows if "! disputed" in row]
    assert len(marked) == 2
    assert "75" in marked[0]
    assert "155" in marked[0]
    assert "55" in marked[1]
    assert "57" in marked[1]
    states = next(row for row in rows if "62" in row)
    assert "! disputed" not in states  # 62 agrees with "more than 60"


def test_a_pledge_is_shown_with_its_history(mini: Tree) -> None:
    page = run("show", "2021-seoul/kor-helicopters", *folder(mini)).stdout
    for said in (
        "Give 16 helicopters to partners.",
        "Kenya (KEN): supporter",
        'printed "500MD"',
        "! disputed",
        "Partially fulfilled",
        "2022-07",
        "PCRS: Level 2",
        "Look into a gift of helicopters. (2021-prep/kor-helicopters)",
        "Six pledges in one package. (2021-seoul/kor-package)",
    ):
        assert said in page, said
    bare = run("show", "2021-seoul/kor-package", *folder(mini)).stdout
    assert "No evidence: no source" in bare
    assert "Parts of this package" in bare


def test_text_of_records_is_shown_literally(mini: Tree) -> None:
    strange = "[bold]a[/bold] [/] :smile: {x} \\x"
    mini.change(PLEDGE, {"/summary": strange, "/note": strange})
    mini.change(SEOUL, {"/names": [claim(strange)]})
    for args in (
        ["show", "2021-seoul/kor-helicopters"],
        ["show", "2021-seoul"],
        ["list", "pledges"],
    ):
        page = run(*args, *folder(mini), columns=200).stdout
        assert strange in page or args[0] == "list"
        assert "[bold]a[/bold] [/] :smile: {x}" in page
    data = run("show", "2021-seoul", "--format", "json", *folder(mini)).stdout
    assert json.loads(data)["names"][0]["value"] == strange


def test_pages_hold_no_control_characters() -> None:
    # Models refuse most of them; what they let through is made visible all the same.
    assert plain("a\x9b31m \u202e x").plain == "a�31m � x"
    with pytest.MonkeyPatch.context() as patch:
        written: list[bytes] = []
        patch.setattr(click, "echo", lambda data, **_: written.append(data))
        output.print_json({"a": "\x9b\u202e\ud800서울"})
    assert written == ['{\n  "a": "\\u009b\\u202e\\ud800서울"\n}\n'.encode()]


def test_an_id_of_several_kinds_asks_which(mini: Tree) -> None:
    mini.change("frameworks/un", {"copy of": "frameworks/a4p-plus"})
    result = run("show", "un", *folder(mini))
    assert result.exit_code == 2
    assert "unpko show organisations/un" in result.stderr
    assert "unpko show frameworks/un" in result.stderr
    for prefix in ("organisation", "organisations"):
        assert run("show", f"{prefix}/un", *folder(mini)).stdout.startswith("United Nations\n")


def test_a_former_id_leads_to_the_record(mini: Tree) -> None:
    for id in ("seo-uk", "officials/seo-uk"):
        assert run("show", id, *folder(mini)).stdout.startswith("Suh Wook\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2021-soul", "2021-seoul"),
        ("South Korea", "KOR"),
        ("kor", "KOR"),
        ("pledges/2021-seoul/kor-helicopter", "2021-seoul/kor-helicopters"),
        ("states/KR", "KOR"),
    ],
)
def test_an_unknown_id_is_answered_with_close_ones(mini: Tree, wrong: str, right: str) -> None:
    result = run("show", wrong, *folder(mini))
    assert result.exit_code == 2
    assert f'did you mean "{right}"' in result.stderr
    assert result.stdout == ""


def test_a_kind_in_front_of_an_id_may_be_written_as_elsewhere(mini: Tree) -> None:
    wanted = run("show", "states/KOR", *folder(mini)).stdout
    for form in ("state/KOR", "States/KOR"):
        assert run("show", form, *folder(mini)).stdout == wanted


@pytest.mark.parametrize("id", ["", "/", "//", "states/", "../KOR", "x" * 5000, "KOR\0"])
def test_strange_ids_are_unknown(mini: Tree, id: str) -> None:
    assert run("show", id, *folder(mini)).exit_code == 2


def test_references_that_lead_nowhere_do_not_stop_a_page(mini: Tree) -> None:
    for place in ("states/KOR", "sources/brief", "officials/suh-wook", "frameworks/a4p"):
        mini.path(place).unlink()
    for place in (SEOUL, PLEDGE, "sessions/2021-seoul/opening", "organisations/kor-mnd"):
        result = run("show", place, *folder(mini))
        assert result.exit_code == 0, result.stderr
        assert "no such record" in result.stdout


def test_a_broken_record_is_told_and_not_traced(mini: Tree) -> None:
    mini.replace("states/KOR", '"KR"', '"Kr"')
    result = run("show", "KOR", *folder(mini))
    assert result.exit_code == 2
    assert "the records are not valid" in result.stderr

"""What the README says of the data is what the data say. Its Python is run as a doctest."""

from __future__ import annotations

from pathlib import Path

import unpko

ROOT = Path(__file__).resolve().parents[1]
HEAD = (
    "| event | states said to have pledged | states recorded | pledges | with a quantity "
    "| with follow-up | disputes |\n| --- | --- | --- | --- | --- | --- | --- |\n"
)


def table() -> str:
    rows = []
    for event in unpko.load().coverage():
        said = " or ".join(str(number) for number in event.said_all) or "not known"
        if event.said is not None and len(event.said_all) > 1:
            rivals = [str(number) for number in event.said_all if number != event.said]
            said = f"{event.said} (rival: {', '.join(rivals)})"
        rows.append(
            f"| {event.ministerial.id} | {said} | {event.recorded} | {event.pledges} "
            f"| {event.with_quantity / max(event.pledges, 1):.0%} "
            f"| {event.with_follow_up / max(event.pledges, 1):.0%} | {event.disputes} |\n"
        )
    return HEAD + "".join(rows)


def test_the_table_of_coverage_is_the_present_one() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert table() in readme, f"put this into README.md:\n\n{table()}"


def test_ci_finds_the_two_commands() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python -m pip install ")] == [
        "python -m pip install . && unpko validate",
        'python -m pip install -e ".[test]" && python -m pytest',
    ]

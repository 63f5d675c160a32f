"""What the tests of rules share: a change to the mini dataset, and the one problem it makes."""

from __future__ import annotations

from typing import NamedTuple

from tests.mini import Json
from tests.tree import Tree
from unpko.problems import WARNINGS, Problem, Severity

Edits = dict[str, Json]


class Rule(NamedTuple):
    """A minimal change that breaks one rule, and a near miss that keeps it.

    Attributes:
        code: the code of the rule.
        record: the record in whose file the problem is.
        bad: the change that breaks the rule, by record.
        good: a change that comes close and breaks none.
        pointer: the place of the problem.
        at: the text that stands at its line and column.
        message: a part of the message.
        hint: a part of the hint.
        beside: codes of problems that the change cannot help to cause as well.
    """

    code: str
    record: str
    bad: Edits
    good: Edits
    pointer: str
    at: str
    message: str
    hint: str
    beside: tuple[str, ...] = ()


def check_bad(rule: Rule, tree: Tree) -> None:
    """Break the rule, and look for its one problem."""
    for place, changes in rule.bad.items():
        tree.change(place, changes)
    problems = tree.validate().problems
    found = [p for p in problems if p.code == rule.code]
    assert [p.code for p in problems if p.code not in rule.beside] == [rule.code], problems
    (problem,) = found
    assert tree.place_of(problem) == f"{rule.record}.json"
    assert problem.pointer == rule.pointer
    text = tree.text_at(problem)
    assert text.startswith(rule.at), text
    assert problem.line > 1
    assert rule.message in problem.message, problem.message
    assert rule.hint in problem.hint, problem.hint
    assert problem.length > 0
    warning = rule.code in WARNINGS
    assert problem.severity is (Severity.WARNING if warning else Severity.ERROR)


def check_good(rule: Rule, tree: Tree) -> None:
    """Make the near miss, which is no problem."""
    for place, changes in rule.good.items():
        tree.change(place, changes)
    assert tree.validate().problems == ()


def name(rule: Rule) -> str:
    """Name a case: the code, and where."""
    return f"{rule.code}:{rule.record}{rule.pointer}".replace("/", ".")


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """Give the codes of problems, in their order."""
    return [problem.code for problem in problems]

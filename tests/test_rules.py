"""The list of rules: each is produced by a test, and nothing else is ever reported."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests import test_checks_identity, test_checks_record, test_reading, test_validation
from unpko.problems import RULES, WARNINGS

PACKAGE = Path(__file__).parents[1] / "unpko"
FAMILIES = {code.partition("-")[0] for code in RULES if "-" in code}
CODE = re.compile(rf"(?:{'|'.join(sorted(FAMILIES))})(?:-[a-z]+)+|duplicate")


def produced() -> set[str]:
    """Give the codes that the tables of the tests produce."""
    rules = (*test_checks_identity.RULES, *test_checks_record.RULES)
    return {
        *(rule.code for rule in rules),
        *(case.code for case in test_reading.CASES),
        *test_validation.FILE_CODES,
    }


def emitted() -> set[str]:
    """Give every text in the code that has the form of a rule's code."""
    found = set()
    for part in ("reading", "checks", "validation"):
        for path in sorted((PACKAGE / part).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {node.value} if CODE.fullmatch(node.value) else set()
    return found


def test_every_rule_is_broken_by_a_test() -> None:
    assert produced() == set(RULES)


def test_every_code_that_is_emitted_is_a_rule() -> None:
    assert emitted() == set(RULES)


def test_rules_say_what_holds() -> None:
    for code, text in RULES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert text.endswith("."), code
        assert text[0].isupper() or text[0] == "`", code
    assert set(RULES) >= WARNINGS


def test_the_near_misses_cover_nearly_every_rule() -> None:
    rules = (*test_checks_identity.RULES, *test_checks_record.RULES)
    with_near_miss = {rule.code for rule in rules if rule.good}
    assert {rule.code for rule in rules} - with_near_miss == {"ref-former"}

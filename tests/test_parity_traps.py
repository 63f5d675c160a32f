"""Values on which validators are known to differ: all engines give the right verdict."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from tests.mini import cited, mini_records
from tests.parity import Engines
from unpko.model import schema_url
from unpko.reading import read_record
from unpko.schemas import schema
from unpko.schemas.rules import of_text
from unpko.testing.shapes import put

BASE = mini_records()
SOURCE, EVENT, PLEDGE, STATE, SESSION = (
    BASE["sources/brief"],
    BASE["ministerials/2021-seoul"],
    BASE["pledges/2021-seoul/kor-helicopters"],
    BASE["states/KOR"],
    BASE["sessions/2021-seoul/opening"],
)
DAY = ("dates", 0, "value")
COUNT = ("figures", 0, "claims", 0, "value")
SUMMARY = ("summary",)


CITED = cited()


def trap(name: str, record: Any, path: tuple[str | int, ...], value: Any, right: bool) -> Any:
    kind = record["$schema"].rpartition("/")[2].removesuffix(".json")
    return pytest.param(kind, put(record, path, value), right, id=name)


def without(record: Any, key: str) -> Any:
    return {name: value for name, value in record.items() if name != key}


TRAPS = [
    trap("a day", SOURCE, DAY, "2021-12-07", True),
    trap("a month", SOURCE, DAY, "2021-12", True),
    trap("a year", SOURCE, DAY, "2021", True),
    trap("a leap day", SOURCE, DAY, "2024-02-29", True),
    trap("a leap day of a century that has one", SOURCE, DAY, "2000-02-29", True),
    trap("a leap day of a century that has none", SOURCE, DAY, "2100-02-29", False),
    trap("a leap day of a common year", SOURCE, DAY, "2021-02-29", False),
    trap("30 February", SOURCE, DAY, "2024-02-30", False),
    trap("31 April", SOURCE, DAY, "2021-04-31", False),
    trap("seconds since 1970 as text", SOURCE, DAY, "1638835200", False),
    trap("seconds since 1970", SOURCE, DAY, 1638835200, False),
    trap("midnight", SOURCE, DAY, "2021-12-07T00:00:00", False),
    trap("year 0", SOURCE, DAY, "0000", True),
    trap("a date and a line feed", SOURCE, DAY, "2021-12-07\n", False),
    trap("a text and a line feed", PLEDGE, SUMMARY, "Give.\n", False),
    trap("an id and a line feed", PLEDGE, ("ministerial_id",), "2021-seoul\n", False),
    trap("a state and a line feed", STATE, ("id",), "KOR\n", False),
    trap("a code and a line feed", PLEDGE, ("novelty",), "new\n", False),
    trap("a schema and a line feed", STATE, ("$schema",), STATE["$schema"] + "\n", False),
    trap("a line feed before", PLEDGE, SUMMARY, "\nGive.", False),
    trap("a line feed within", PLEDGE, SUMMARY, "Give\nthem.", False),
    trap("a text and a blank", PLEDGE, SUMMARY, "Give. ", False),
    trap("a text and a no-break space", PLEDGE, SUMMARY, "Give.\u00a0", False),
    trap("a line separator within", PLEDGE, SUMMARY, "Give\u2028them.", False),
    trap("DEL", PLEDGE, SUMMARY, "\x7f", False),
    trap("NUL", PLEDGE, SUMMARY, "Give\x00", False),
    trap("a whole number as a float", EVENT, COUNT, 75.0, True),
    trap("a whole number with an exponent", EVENT, COUNT, 1e3, True),
    trap("a fraction", EVENT, COUNT, 75.5, False),
    trap("a number as text", EVENT, COUNT, "75", False),
    trap("true for 1", EVENT, COUNT, True, False),
    trap("zero", EVENT, COUNT, 0, True),
    trap("minus zero", EVENT, COUNT, -0.0, True),
    trap("a negative number", EVENT, COUNT, -1, False),
    trap("the greatest number", EVENT, COUNT, 10**15, True),
    trap("the greatest number as a float", EVENT, COUNT, 1e15, True),
    trap("a number that is too great", EVENT, COUNT, 10**15 + 1, False),
    trap("a number beyond 64 bits", EVENT, COUNT, 2**64, False),
    trap("a number beyond 300 digits", EVENT, COUNT, 1e300, False),
    trap("digits of another script, numeric code", STATE, ("m49",), "٤١٠", False),
    trap("digits of another script, date", SOURCE, DAY, "٢٠٢١", False),
    trap("fullwidth digits", STATE, ("m49",), "４１０", False),  # noqa: RUF001
    trap("Cyrillic capitals", STATE, ("id",), "КОР", False),  # noqa: RUF001
    trap("small letters", STATE, ("id",), "kor", False),
    trap("an address with capitals and a path", SOURCE, ("url",), "https://UN.org/a%7Eb/É", True),
    trap("an address without a host", SOURCE, ("url",), "https://", False),
    trap("an address with a blank", SOURCE, ("url",), "https://un.org/a b", False),
    trap("an address of an unknown scheme", SOURCE, ("url",), "ftp://un.org/", False),
    trap("a time of day", SESSION, ("start_times", 0, "value"), "23:59", True),
    trap("24 o'clock", SESSION, ("start_times", 0, "value"), "24:00", False),
    trap("a leap second", SESSION, ("start_times", 0, "value"), "23:59:60", False),
    trap("null in an optional field", PLEDGE, ("note",), None, False),
    trap("null in a required field", PLEDGE, SUMMARY, None, False),
    trap("null for a list", PLEDGE, ("categories",), None, False),
    trap("null in a list", PLEDGE, ("categories", 0), None, False),
    trap("null deep down", PLEDGE, ("quantities", 0, "claims", 0, "as_of"), None, False),
    trap("an empty text", PLEDGE, SUMMARY, "", False),
    trap("an empty list", PLEDGE, ("categories",), [], False),
    trap("an empty list of citations", PLEDGE, ("citations",), [], False),
    trap("an empty object", PLEDGE, ("timeframes",), [{"value": {}, "citations": CITED}], True),
    trap("an object for a list", PLEDGE, ("categories",), {"0": "aviation"}, False),
    trap("a text for a list", PLEDGE, ("categories",), "aviation", False),
    trap(
        "a list for an object", PLEDGE, ("timeframes",), [{"value": [], "citations": CITED}], False
    ),
    trap("a code twice", PLEDGE, ("categories",), ["aviation", "aviation"], True),
    trap("a code in capitals", PLEDGE, ("novelty",), "NEW", False),
    trap("the label of a code", PLEDGE, ("novelty",), "New", False),
    trap("yes for true", SOURCE, ("title_is_ours",), "yes", False),
    trap("1 for true", SOURCE, ("title_is_ours",), 1, False),
    trap("a text as long as allowed", PLEDGE, SUMMARY, "x" * 2000, True),
    trap("a text that is too long", PLEDGE, SUMMARY, "x" * 2001, False),
    trap("astral characters count once", PLEDGE, SUMMARY, "\U0001f54a" * 2000, True),
    trap("astral characters count at all", PLEDGE, SUMMARY, "\U0001f54a" * 2001, False),
    trap("combining marks count", PLEDGE, SUMMARY, "e\u0301" * 1001, False),
    trap("an unknown key", PLEDGE, (), {**PLEDGE, "state": "KOR"}, False),
    trap("an unknown key deep down", PLEDGE, ("citations", 0, "page"), "2", False),
    trap("the name that the schema key has in Python", STATE, ("schema_url",), "x", False),
    trap("a key that JavaScript knows", STATE, ("__proto__",), {}, False),
    trap("no schema", STATE, (), without(STATE, "$schema"), False),
    trap("the schema of another kind", STATE, ("$schema",), SOURCE["$schema"], False),
    trap("another version", STATE, ("$schema",), schema_url("state", "9.9"), False),
    trap("no required key", STATE, (), without(STATE, "m49"), False),
    trap("keys in another order", STATE, (), dict(reversed(STATE.items())), True),
    trap("a list", STATE, (), [STATE], False),
    trap("a text", STATE, (), "KOR", False),
]


@pytest.mark.parametrize(("kind", "document", "right"), TRAPS)
def test_traps(kind: str, document: Any, right: bool) -> None:
    verdicts = Engines(kind).verdicts(document)
    assert set(verdicts.values()) == {right}, verdicts


# What lies outside the data model of JSON Schema, as texts that the reader refuses.

MISSION = json.dumps(BASE["missions/unmiss"], ensure_ascii=False)
LEXICAL = {
    "json-duplicate-key": MISSION.replace('"acronym"', '"note": "1", "note": "2", "acronym"', 1),
    "json-surrogate": MISSION.replace('"UNMISS"', r'"\ud800"'),
    "json-layout": MISSION,
    "file-bom": "\ufeff" + MISSION,
}


@pytest.mark.parametrize("code", LEXICAL)
def test_what_a_schema_cannot_see(code: str) -> None:
    """Each is refused by the reader, accepted by a schema, and among the rules that say so."""
    text = LEXICAL[code]
    parsed = json.loads(text.removeprefix("\ufeff"))
    assert jsonschema.Draft202012Validator(schema("mission")).is_valid(parsed)
    problems = read_record(text.encode(), "missions/unmiss.json", "missions").problems
    assert code in [problem.code for problem in problems]
    assert code in of_text()


def test_not_a_number() -> None:
    """NaN and Infinity are no JSON, but Python reads and writes them: nobody accepts them."""
    engines = Engines("ministerial")
    for number in (float("nan"), float("inf"), float("-inf")):
        assert engines.agree(put(EVENT, COUNT, number)) is False

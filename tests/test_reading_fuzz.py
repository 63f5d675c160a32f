"""Whatever the bytes: no traceback, a problem with a place, and the value that JSON says."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.mini import mini_records
from tests.tree import texts
from unpko.model import KINDS
from unpko.problems import RULES, Problem, pointer
from unpko.reading import canonical, read_record
from unpko.reading.decode import decode
from unpko.reading.scan import MAX_DEPTH, scan

RECORDS = mini_records()
TEXTS = texts()
FOLDERS = st.sampled_from(list(KINDS))
PLACES = st.sampled_from(sorted(TEXTS))


def check(data: bytes, folder: str) -> tuple[Problem, ...]:
    """Read any bytes, and check what holds of every reading."""
    record, problems, _ = read_record(data, "x.json", folder)
    lines = decode(data)[0].split("\n")
    for problem in problems:
        assert problem.code in RULES
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.column - 1 + problem.length <= len(lines[problem.line - 1]) + 1
        assert problem.message
    if record is None:
        assert problems, "refused without a word"
    elif not problems:
        assert canonical(record) == data
    else:
        written = canonical(record)
        again = read_record(written, "x.json", folder)
        assert again.problems == ()
        assert canonical(again.record or record) == written
    return problems


@given(st.binary(max_size=200), FOLDERS)
@example(b"", "pledges")
@example(b"\xff\xfe\x00\x00", "pledges")
@example(b"\xef\xbb\xbf", "pledges")
@example(b"\xef\xbb\xbf\xef\xbb\xbf{}", "pledges")
@example(b"[" * 100_000, "pledges")
@example(b'{"a":' * 100_000, "pledges")
@example(b"1" * 5000, "pledges")
@example(b'"\\', "pledges")
@example(b'"\\u', "pledges")
@example(b'{"":{"":{"":0}},"":[]}', "pledges")
@example(b"{\x00}", "pledges")
@example(b"\x81\x8d\x8f\x90\x9d", "pledges")
def test_any_bytes(data: bytes, folder: str) -> None:
    check(data, folder)


JSON_LIKE = st.text(
    alphabet='{}[]",:\\ntrufalse0123456789.eE+-NIy \n\t\rü\ud800\U0001f54a', max_size=60
)


@given(JSON_LIKE, FOLDERS)
@example('{"$schema": 5}', "states")
@example('{"$schema": {"$schema": []}}', "states")
@example('{"id": "\\ud800"}', "states")
@example('{"cow_code": 1e400}', "states")
@example('{"cow_code": -0.0}', "states")
@example('{"cow_code": ' + "9" * 5000 + "}", "states")
@example("01", "states")
@example("1٣", "states")
@example("-", "states")
@example("2²", "states")
def test_any_text(text: str, folder: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), folder)


PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["", "KOR", "2021-seoul", "2021-13", "other", "$schema", "a" * 3000]),
)
JSON = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=8,
)


def _items(value: Any) -> list[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the path of every part of a JSON value."""
    found = [path]
    for key, item in _items(value):
        found += places(item, (*path, key))
    return found


@given(st.data(), PLACES, JSON, st.sampled_from(["put", "remove", "add", "repeat"]))
def test_any_change_of_a_valid_record(data: st.DataObject, name: str, new: Any, way: str) -> None:
    record = deepcopy(RECORDS[name])
    path = data.draw(st.sampled_from(places(record)[1:]))
    parent: Any = record
    for part in path[:-1]:
        parent = parent[part]
    if way == "put":
        parent[path[-1]] = new
    elif way == "remove":
        del parent[path[-1]]
    elif isinstance(parent, dict):
        parent["added" if way == "add" else "id"] = new
    else:
        parent.append(new if way == "add" else parent[0])
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=True) + "\n"
    check(text.encode("utf-8", "surrogatepass"), name.partition("/")[0])


@given(PLACES, st.integers(0), st.integers(0, 12), st.one_of(st.binary(max_size=6), JSON_LIKE))
def test_any_damage_to_the_text_of_a_valid_record(
    name: str, start: int, length: int, new: bytes | str
) -> None:
    text = TEXTS[name]
    start %= len(text)
    put = new if isinstance(new, bytes) else new.encode("utf-8", "surrogatepass")
    check(text[:start] + put + text[start + length :], name.partition("/")[0])


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_truncation_of_a_record_is_a_problem_within_it(name: str) -> None:
    data = TEXTS[name]
    for end in range(0, len(data), max(1, len(data) // 150)):
        assert check(data[:end], name.partition("/")[0])


def _sound(value: Any, depth: int = 1) -> bool:
    """Say whether a value holds nothing that records must not hold."""
    if value is None or (
        isinstance(value, float) and (value != value or abs(value) == float("inf"))
    ):
        return False
    if isinstance(value, dict | list) and depth > MAX_DEPTH:
        return False
    if not all(_text(key) and _sound(item, depth + 1) for key, item in _items(value)):
        return False
    return _text(value)


def _text(value: object) -> bool:
    return not isinstance(value, str) or not any("\ud800" <= c <= "\udfff" for c in value)


@given(JSON, st.sampled_from([None, 1, "\t"]), st.booleans(), st.sampled_from(["", "\n", " \r\n"]))
def test_the_scanner_reads_what_json_reads(
    value: Any, indent: Any, ascii: bool, around: str
) -> None:
    text = around + json.dumps(value, indent=indent, ensure_ascii=ascii) + around
    found = scan(text)
    if _sound(value):
        assert (found.faults, found.value) == ([], json.loads(text))
        assert type(found.value) is type(value)
    else:
        assert found.faults


def _strict(text: str) -> Any:
    """Read JSON as records must be: no repeated key, no null, no NaN, no lone surrogate."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    def refuse(name: str) -> None:
        raise ValueError(name)

    value = json.loads(text, object_pairs_hook=once, parse_constant=refuse)
    assert _sound(value)
    return value


@given(JSON_LIKE)
@example('{"a": 1, "a": 2}')
@example("[1,]")
@example("nul")
@example("[1 2]")
@example('"a\tb"')
@example("\u00a01")
@example("\ufeff1")
def test_the_scanner_refuses_what_strict_json_refuses(text: str) -> None:
    found = scan(text)
    try:
        value = _strict(text)
    except (ValueError, AssertionError):
        assert found.faults
    else:
        assert (found.faults, found.value) == ([], value)


@given(JSON, st.sampled_from([None, 2]))
def test_every_span_holds_its_key_and_its_value(value: Any, indent: int | None) -> None:
    if not _sound(value):
        return
    found = scan(json.dumps(value, indent=indent))
    assert set(found.spans) == set(places(value))
    for path, span in found.spans.items():
        part: Any = value
        for key in path:
            part = part[key]
        assert json.loads(found.text[span.start : span.end]) == part
        if path and isinstance(path[-1], str):
            assert json.loads(found.text[span.key_start : span.key_end]) == path[-1]


@given(st.text(alphabet="ab\n\r\u2028\U0001f54a", max_size=30))
def test_lines_and_columns_agree_with_a_naive_count(text: str) -> None:
    found = scan(text)
    for offset in range(len(text) + 1):
        lines = text[:offset].split("\n")
        assert found.place(offset) == (len(lines), len(lines[-1]) + 1)


def test_the_nearest_part_stands_in_for_one_that_is_not_there() -> None:
    found = scan('{"a": [10, {"b": 2}]}')
    assert found.span(("a", 1, "c", 5)) == found.spans["a", 1]
    assert found.span(("x",)) == found.spans[()]


@given(PLACES)
def test_canonical_is_a_fixpoint(name: str) -> None:
    folder = name.partition("/")[0]
    record = read_record(TEXTS[name], "x.json", folder).record
    assert record is not None
    again = read_record(canonical(record), "x.json", folder)
    assert (again.record, again.problems) == (record, ())
    assert canonical(again.record or record) == canonical(record)


@given(st.lists(st.one_of(st.text(max_size=5), st.integers(0, 99)), max_size=5))
def test_pointers_lead_back(path: list[str | int]) -> None:
    parts = pointer(tuple(path)).split("/")[1:]
    assert [p.replace("~1", "/").replace("~0", "~") for p in parts] == [str(p) for p in path]

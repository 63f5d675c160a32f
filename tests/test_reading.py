"""One file at a time: every rule of its bytes, its text and its shape, with the exact place."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from tests.mini import cited, mini_records
from tests.tree import Tree, text_of, texts
from unpko.model import KINDS, SCHEMA_VERSION, schema_url
from unpko.problems import Problem, Severity
from unpko.reading import canonical, read_record
from unpko.reading.decode import MAX_BYTES
from unpko.reading.scan import MAX_DEPTH

MISSION = "missions/unmiss"
SCHEMA = schema_url("mission")
SOURCE = "sources/brief"
PACKAGE = "pledges/2021-seoul/kor-package"
KENYA = "states/KEN"
OPENING = "sessions/2021-seoul/opening"
SEOUL = "ministerials/2021-seoul"

TEXTS = {place: text.decode() for place, text in texts().items()}


class Case(NamedTuple):
    """A record with one piece of its text replaced, and the one problem that it then has.

    Line and column are counted by hand in the texts of the mini dataset.
    """

    code: str
    record: str
    old: str
    new: str | bytes
    line: int
    column: int
    pointer: str
    message: str
    hint: str
    length: int = -1

    def data(self) -> bytes:
        text = TEXTS[self.record]
        if isinstance(self.new, bytes):
            return text.encode().replace(self.old.encode(), self.new, 1) if self.old else self.new
        assert self.old in text
        return (text.replace(self.old, self.new, 1) if self.old else self.new).encode()

    def problems(self) -> tuple[Problem, ...]:
        return read_record(self.data(), "x.json", self.record.partition("/")[0]).problems


DEEP = "[" * MAX_DEPTH + "]" * MAX_DEPTH  # one more than may be, with the object around
SAVE = "save it as UTF-8"

CASES = [
    # The file
    Case("file-size", MISSION, "", b" " * (MAX_BYTES + 1), 1, 1, "", "more than 1,000,000 bytes",
         "split it"),
    Case("file-bom", MISSION, "", b"\xef\xbb\xbf" + TEXTS[MISSION].encode(), 1, 1, "",
         "byte order mark", "without BOM"),
    Case("file-encoding", MISSION, "South", b"S\xf6uth", 7, 44, "", "byte 0xF6 is not UTF-8",
         f'{SAVE}; in Windows-1252 the byte is "ö"', 1),
    Case("file-encoding", MISSION, "South", b"S\xc3", 7, 44, "", "byte 0xC3", 'the byte is "Ã"'),
    Case("file-encoding", MISSION, "South", b"\xed\xa0\x80", 7, 43, "", "byte 0xED", SAVE),
    Case("file-encoding", MISSION, "", TEXTS[MISSION].encode("utf-16"), 1, 1, "", "is UTF-16",
         SAVE),
    Case("file-encoding", MISSION, "", TEXTS[MISSION].encode("utf-32"), 1, 1, "", "is UTF-32",
         SAVE),
    # The JSON text
    Case("json-empty", MISSION, "", b"", 1, 1, "", "the file is empty", "write a record"),
    Case("json-empty", MISSION, "", b" \n\t\n ", 3, 2, "", "the file is empty", "write a record"),
    Case("json-syntax", MISSION, '"UNMISS",', '"UNMISS"', 5, 3, "", "a comma is missing before",
         "comma"),
    Case("json-syntax", MISSION, '"KEN"', '"KEN" "KOR"', 17, 11, "", "a comma is missing", "comma"),
    Case("json-syntax", MISSION, '"acronym":', '"acronym"', 4, 13, "", 'after the key "acronym"',
         "colon"),
    Case("json-syntax", MISSION, '"acronym"', "acronym", 4, 3, "",
         "double quotes should stand here",
         'keys look like "summary"'),
    Case("json-syntax", MISSION, '"UNMISS"', "'UNMISS'", 4, 14, "", "a value should stand here",
         "use double quotes"),
    Case("json-syntax", MISSION, '"UNMISS"', "UNMISS", 4, 14, "", "UNMISS is no JSON value",
         "put text in double quotes", 6),
    Case("json-syntax", MISSION, '"UNMISS"', "True", 4, 14, "", "True is no JSON value",
         "write true", 4),
    Case("json-syntax", MISSION, '"UNMISS"', '"UNMISS', 4, 22, "",
         "line break or control character",
         "texts are one line"),
    Case("json-syntax", MISSION, "UNMISS", "UN\tMISS", 4, 17, "", "line break or control character",
         "one line"),
    Case("json-syntax", MISSION, "UNMISS", "UN\\MISS", 4, 17, "", "a wrong escape",
         "for a backslash"),
    Case("json-syntax", MISSION, "UNMISS", "UN\\u12", 4, 18, "", "a wrong escape",
         "for a backslash"),
    Case("json-syntax", MISSION, '"UNMISS"', "007", 4, 14, "", "begins with 0", "leading zero"),
    Case("json-syntax", MISSION, '"UNMISS"', "// no\n", 4, 14, "", "a value should stand here",
         "JSON has no comments"),
    Case("json-syntax", MISSION, '"UNMISS"', "", 4, 14, "", "a value should stand here, not ','",
         "write a text"),
    Case("json-syntax", MISSION, "", TEXTS[MISSION] + "x", 41, 1, "",
         "something follows the record: 'x'",
         "one file, one record"),
    Case("json-syntax", MISSION, "", TEXTS[MISSION][:-3], 39, 4, "", "the end of the file", ""),
    Case("json-syntax", MISSION, "", '{"a": "b', 1, 7, "", "no closing quote", 'a closing "'),
    Case("json-trailing-comma", MISSION, '"KEN"', '"KEN",', 17, 10, "",
         "before the closing bracket",
         "delete the comma", 1),
    Case("json-trailing-comma", MISSION, "    }\n  ]\n}", "    }\n  ],\n}", 39, 4, "",
         "before the closing bracket", "delete the comma", 1),
    Case("json-trailing-comma", MISSION, '"source_id": "brief",\n      "locator": "row 1"',
         '"source_id": "brief", "locator": "row 1", "supports": ["acronym", "state_ids"] , },\n'
         '    {\n      "source_id": "brief",\n      "locator": "row 1"', 32, 86, "",
         "before the closing", "delete", 1),
    Case("json-duplicate-key", MISSION, '"acronym"', '"id": "unmiss",\n  "acronym"', 4, 3, "",
         'the key "id" stands here and in line 3', "keep one of them", 4),
    Case("json-null", MISSION, '"UNMISS"', "null", 4, 14, "", "null is no value",
         "leave the key out", 4),
    Case("json-null", MISSION, '"KEN"', "null", 17, 5, "", "null is no value", "leave the key out",
         4),
    Case("json-null", MISSION, '"UNMISS"', "None", 4, 14, "", "None is no value",
         "leave the key out"),
    Case("json-number", KENYA, "501", "NaN", 16, 15, "", "NaN is no number", "leave the key out",
         3),
    Case("json-number", KENYA, "501", "-Infinity", 16, 15, "", "-Infinity is no",
         "leave the key out", 9),
    Case("json-surrogate", MISSION, "UNMISS", "UN\\ud83dMISS", 4, 14, "", "\\ud83d",
         "write the character itself", 14),
    Case("json-depth", MISSION, "", '{"a": ' + DEEP + "}", 1, 26, "", "more than 20 deep",
         "no record is that deep"),
    Case("json-layout", MISSION, '"acronym": "', '"acronym":  "', 4, 14, "", "canonical layout",
         "unpko fmt"),
    Case("json-layout", MISSION, "", TEXTS[MISSION] + "\n", 41, 1, "", "canonical layout",
         "unpko fmt"),
    Case("json-layout", MISSION, "", TEXTS[MISSION][:-1], 40, 2, "", "canonical layout",
         "unpko fmt"),
    Case("json-layout", MISSION, "", TEXTS[MISSION].replace("\n", "\r\n"), 1, 2, "", "canonical",
         "fmt"),
    Case("json-layout", MISSION, "UNMISS", "\\u0055NMISS", 4, 15, "", "canonical", "fmt"),
    Case("json-layout", SEOUL, "75,", "75.0,", 113, 22, "", "canonical layout", "unpko fmt"),
    # The schema
    Case("schema-missing", MISSION, f'"$schema": "{SCHEMA}",\n  ', "", 1, 1,
         "",
         '"$schema" is missing', f'write "{SCHEMA}"'),
    Case("schema-unknown", MISSION, "/mission.json", "/missoin.json", 2, 14, "/$schema",
         'no kind "missoin"',
         SCHEMA),
    Case("schema-unknown", MISSION, "/mission.json", "/pledge.json", 2, 14, "/$schema",
         "that of a pledge, the folder that of a mission", SCHEMA),
    Case("schema-unknown", MISSION, f"{SCHEMA_VERSION}/mission", "9.9/mission", 2, 14, "/$schema",
         "no version 9.9",
         SCHEMA),
    Case("schema-unknown", MISSION, "https://w3id.org", "http://w3id.org", 2, 14, "/$schema",
         "is not the address of a schema", SCHEMA),
    # The shape
    Case("field-missing", MISSION, '  "acronym": "UNMISS",\n', "", 1, 1, "", '"acronym" is missing',
         "the acronym as the UN writes it"),
    Case("field-missing", MISSION, '"source_id": "brief",\n          ', "", 9, 9,
         "/names/0/citations/0",
         '"source_id" is missing', "the id of the source record"),
    Case("field-unknown", MISSION, '"state_ids": [', '"statez_ids": [', 16, 3, "/statez_ids",
         'there is no field "statez_ids"', 'did you mean "state_ids"?', 12),
    Case("field-unknown", MISSION, '"locator": "row 1"', '"page": 4,\n      "locator": "row 1"',
         33, 7,
         "/citations/0/page", 'no field "page"',
         "the fields here are: source_id, locator, supports"),
    Case("field-type", MISSION, '"UNMISS"', "5", 4, 14, "/acronym", "5 is not a text",
         "write a text"),
    Case("field-type", MISSION, '[\n    "KEN"\n  ]', '"KEN"', 16, 16, "/state_ids",
         '"KEN" is not a list',
         "write a list"),
    Case("field-type", KENYA, "501", '"501"', 16, 15, "/cow_code", '"501" is not a whole number',
         "write a whole number"),
    Case("field-type", KENYA, "501", "501.5", 16, 15, "/cow_code", "501.5 is not a whole number",
         "write a whole number"),
    Case("field-type", KENYA, "501", "true", 16, 15, "/cow_code", "true is not a whole number",
         "write a whole number"),
    Case("field-type", MISSION, "", "[]", 1, 1, "", "a record is an object", "begin with {"),
    Case("field-type", SOURCE, '"symbol"', '"title_is_ours": "yes",\n  "symbol"', 11, 20,
         "/title_is_ours",
         '"yes" is not true or false', "write true or false"),
    Case("field-type", MISSION, '{\n      "source_id": "brief",\n      "locator": "row 1",',
         '"brief", {"source_id": "brief", "locator": "row 1",', 31, 5, "/citations/0",
         '"brief" is not an object', "write an object", 7),
    Case("code-unknown", PACKAGE, '"lead"', '"leed"', 9, 15, "/pledgers/0/role",
         '"leed" is not a code of Role', 'did you mean "lead"?; the codes are: lead, co_pledger',
         6),
    Case("code-unknown", PACKAGE, '"pledgers"', '"categories": ["gender/WPS"],\n  "pledgers"', 6,
         18,
         "/categories/0", "is not a code of Category", 'did you mean "women_peace_security"?'),
    Case("code-unknown", PACKAGE, '"lead"', '"Co-pledger"', 9, 15, "/pledgers/0/role",
         "is not a code of Role", 'did you mean "co_pledger"?'),
    Case("code-unknown", PACKAGE, '"lead"', "5", 9, 15, "/pledgers/0/role", "5 is not a code",
         "write one of the codes"),
    Case("code-unknown", SEOUL, '"USD"', '"US$"', 201, 19, "/figures/4/currency",
         "a code of Currency",
         '165 codes, below "Currency"'),
    Case("value-text", MISSION, '"UNMISS"', '""', 4, 14, "/acronym", "an empty text",
         "the acronym as the UN writes it"),
    Case("value-text", SOURCE, '"SG/SM/1"', '""', 11, 13, "/symbol", "an empty text",
         "leave the key out"),
    Case("value-text", MISSION, '"UNMISS"', '"UNMISS "', 4, 14, "/acronym",
         '"UNMISS " is not one line',
         "no blank at either end", 9),
    Case("value-text", MISSION, '"UNMISS"', '"UN\\nMISS"', 4, 14, "/acronym",
         "is not one line of text",
         "no line break"),
    Case("value-date", MISSION, '"2011-07"', '"2011-7"', 21, 16, "/start_dates/0/value",
         '"2011-7" is not a date', "write 2021, 2021-12 or 2021-12-07", 8),
    Case("value-date", MISSION, '"2011-07"', '"2011-02-29"', 21, 16, "/start_dates/0/value",
         '"2011-02-29" is not a date', "2021-12-07"),
    Case("value-url", SOURCE, "https://press", "press", 12, 10, "/url", "is not a web address",
         "from http:// or https:// on"),
    Case("value-id", MISSION, '"unmiss"', '"Unmiss"', 3, 9, "/id", '"Unmiss" is not an id',
         "lower-case letters, digits and single hyphens"),
    Case("value-id", MISSION, '"KEN"', '"Kenya"', 17, 5, "/state_ids/0",
         '"Kenya" is not a state\'s code',
         "alpha-3 code in capitals"),
    Case("value-id", PACKAGE, '"2021-seoul/kor-package"', '"kor-package"', 3, 9, "/id",
         "is not an id below an event", "write event/name"),
    Case("value-form", OPENING, '"19:30"', '"7.30 pm"', 31, 16, "/start_times/0/value",
         "is not a time of day", "write 19:30"),
    Case("value-form", OPENING, '"+09:00"', '"KST"', 40, 17, "/utc_offset",
         "is not an offset from UTC",
         "write +09:00"),
    Case("value-form", SOURCE, '"en"', '"English"', 9, 5, "/languages/0", "is not a language tag",
         "write en, ko or zh-Hans"),
    Case("value-form", KENYA, '"404"', '"44"', 5, 10, "/m49", "is not an M49 code", "three digits"),
    Case("value-range", KENYA, "501", "-1", 16, 15, "/cow_code", "-1 is out of bounds",
         "greater than or equal to 0"),
    Case("value-range", MISSION, "UNMISS", "x" * 2001, 4, 14, "/acronym", "is out of bounds",
         "at most 2000 characters"),
    Case("list-empty", MISSION, '[\n    "KEN"\n  ]', "[]", 16, 16, "/state_ids",
         "the list is empty",
         "leave the key out"),
    Case("list-empty", PACKAGE,
         '[\n    {\n      "source_id": "brief",\n      "locator": "paragraph 1"\n    }\n  ]', "[]",
         12, 16, "/citations", "the list is empty", "every source that tells the pledge"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.line}-{case.column}")
def test_one_fault_is_one_problem_at_its_place(case: Case) -> None:
    problems = case.problems()
    assert [p.code for p in problems] == [case.code], problems
    (problem,) = problems
    assert (problem.line, problem.column) == (case.line, case.column), problem
    assert problem.pointer == case.pointer
    assert case.message in problem.message
    assert case.hint in problem.hint
    assert problem.path == "x.json"
    assert problem.severity is Severity.ERROR
    if case.length >= 0:
        assert problem.length == case.length


def test_canonical_texts_have_no_problem() -> None:
    for place, text in TEXTS.items():
        record, problems, _ = read_record(text.encode(), "x.json", place.partition("/")[0])
        assert (record is not None, problems) == (True, ())


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = TEXTS[MISSION]
    text = text.replace('"acronym": "UNMISS"', '"acronym": null')
    text = text.replace('"KEN"', '"ken",')
    text = text.replace('"2011-07"', '"2011-13"')
    text = text.replace('"row 1"', '"\\ud800"')
    text = text.replace('"supports"', '"suports"')
    text = text.replace('  "id": "unmiss",', '  "id": "unmiss",\n  "id": "unmiss",')
    problems = read_record(b"\xef\xbb\xbf" + text.encode(), "x.json", "missions").problems
    assert sorted((p.line, p.code) for p in problems) == [
        (1, "file-bom"),
        (4, "json-duplicate-key"),
        (5, "json-null"),
        (18, "json-trailing-comma"),
        (18, "value-id"),
        (22, "value-date"),
        (34, "json-surrogate"),
        (35, "field-unknown"),
    ]


def test_a_cp1252_file_is_read_on_so_that_its_other_faults_are_told() -> None:
    text = TEXTS[MISSION].replace("South", "Söuth").replace('"2011-07"', '"2011-7"')
    problems = read_record(text.encode("cp1252"), "x.json", "missions").problems
    assert [p.code for p in problems] == ["file-encoding", "value-date"]


def test_a_record_with_faults_of_the_text_only_is_read_all_the_same() -> None:
    data = b"\xef\xbb\xbf" + TEXTS[MISSION].encode()
    record, problems, _ = read_record(data, "x.json", "missions")
    assert record is not None
    assert canonical(record) == data[3:]
    assert len(problems) == 1


def test_a_repeated_fault_is_told_as_often_as_it_occurs() -> None:
    text = TEXTS[MISSION].replace('"UNMISS"', "null").replace('"KEN"', 'null, null, "KEN"')
    problems = read_record(text.encode(), "x.json", "missions").problems
    assert [(p.code, p.line, p.column) for p in problems] == [
        ("json-null", 4, 14),
        ("json-null", 17, 5),
        ("json-null", 17, 11),
    ]


def test_columns_count_characters_and_not_bytes() -> None:
    text = TEXTS[MISSION].replace('"UNMISS"', '"대한민국 \U0001f54a" ,  "x": 1')
    (problem,) = read_record(text.encode(), "x.json", "missions").problems
    assert (problem.code, problem.line, problem.column) == ("field-unknown", 4, 26)
    assert text.split("\n")[3][problem.column - 1 :].startswith('"x"')


def test_numbers_and_lists_at_the_depth_limit_are_read() -> None:
    text = '{"a": ' + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1) + "}"
    codes = {p.code for p in read_record(text.encode(), "x.json", "missions").problems}
    assert "json-depth" not in codes


@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_the_size_limit_is_met_to_the_byte(extra: int) -> None:
    # A valid, canonical record of that size: only the limit can refuse it.
    record = mini_records()[MISSION]
    head = len(text_of("missions", {**record, "formerly": ["x" * 10]})) - 10
    data = text_of("missions", {**record, "formerly": ["x" * (MAX_BYTES - head + extra)]})
    assert len(data) == MAX_BYTES + extra
    codes = [p.code for p in read_record(data, "x.json", "missions").problems]
    assert codes == (["file-size"] if extra > 0 else [])


@pytest.mark.parametrize("folder", KINDS)
def test_an_empty_object_lacks_every_required_field_of_its_kind(folder: str) -> None:
    problems = read_record(b"{}", "x.json", folder).problems
    missing = {p.message.split('"')[1] for p in problems if p.code == "field-missing"}
    required = set(KINDS[folder].model_json_schema(by_alias=True)["required"])
    assert {p.code for p in problems} == {"schema-missing", "field-missing"}
    assert missing == required - {"$schema"}
    assert all(p.hint for p in problems)


def test_pointers_are_escaped(mini: Tree) -> None:
    record = {**mini.records[MISSION], "a/b~c": 1}
    (problem,) = read_record(text_of("missions", record), "x.json", "missions").problems
    assert problem.pointer == "/a~1b~0c"


def test_long_values_are_cut_in_messages() -> None:
    text = TEXTS[PACKAGE].replace('"lead"', json.dumps("long" * 500))
    (problem,) = read_record(text.encode(), "x.json", "pledges").problems
    assert len(problem.message) < 120
    assert problem.message.startswith('"longlong')


def test_the_order_of_keys_belongs_to_the_layout() -> None:
    record = {**mini_records()[MISSION]}
    moved = {"id": record.pop("id"), **record}
    text = json.dumps(moved, ensure_ascii=False, indent=2) + "\n"
    (problem,) = read_record(text.encode(), "x.json", "missions").problems
    assert (problem.code, problem.line, problem.column) == ("json-layout", 2, 4)


def test_a_value_that_is_left_out_of_files_is_a_fault_of_layout() -> None:
    record = mini_records()[MISSION]
    claim = {"value": "X", "rank": "normal", "citations": cited()}
    text = json.dumps({**record, "names": [claim]}, ensure_ascii=False, indent=2) + "\n"
    (problem,) = read_record(text.encode(), "x.json", "missions").problems
    assert (problem.code, problem.line) == ("json-layout", 8)

"""What problems of reading advise: words that help somebody who does not write Python."""

from __future__ import annotations

import pytest

from tests.tree import texts
from unpko.problems import Problem
from unpko.reading import read_record
from unpko.reading.decode import decode
from unpko.suggest import closest

TEXTS = {place: text.decode() for place, text in texts().items()}
SEOUL = "ministerials/2021-seoul"
PACKAGE = "pledges/2021-seoul/kor-package"
UNMISS = "missions/unmiss"


def problem(place: str, old: str, new: str) -> Problem:
    """Replace a piece of a record, and give the one problem that it then has."""
    assert old in TEXTS[place]
    data = TEXTS[place].replace(old, new, 1).encode()
    (found,) = read_record(data, "x.json", place.partition("/")[0]).problems
    return found


@pytest.mark.parametrize(
    ("place", "old", "hint"),
    [
        (UNMISS, '"2011-07"', "write 2021, 2021-12 or 2021-12-07"),
        (UNMISS, '"KEN"', "write the ISO 3166-1 alpha-3 code in capitals, such as KOR, or delete"),
        (PACKAGE, '"brief"', "write lower-case letters, digits and single hyphens"),
        (PACKAGE, '"paragraph 1"', "where in the source: a paragraph"),
        (PACKAGE, '"KOR"', 'or leave the key out and give "organisation_id" or "label"'),
    ],
)
def test_an_empty_text_is_answered_with_what_may_stand_there(
    place: str, old: str, hint: str
) -> None:
    found = problem(place, old, '""')
    assert (found.code, found.message) == ("value-text", "an empty text")
    assert hint in found.hint


@pytest.mark.parametrize("code", ["0000", "0007", "0009", "001b", "007f", "009b", "202e", "feff"])
def test_a_control_character_is_named(code: str) -> None:
    found = problem(UNMISS, '"UNMISS"', f'"UN\\u{code}MISS"')
    assert found.code == "value-text"
    kind = "control" if code.startswith("00") else "invisible"
    assert found.hint == f"it holds the {kind} character U+{code.upper()}: delete that"


def test_a_long_list_of_codes_is_cut_to_the_nearest_and_a_command() -> None:
    found = problem(SEOUL, '"USD"', '"DOLLARS"')
    command = "`unpko schema show ministerial`"
    assert found.hint.endswith(f'{command} lists all 165 codes, below "Currency"')
    near, _, _ = found.hint.partition(", ...; ")
    assert 1 <= len(near.split(", ")) <= 10


@pytest.mark.parametrize(
    "marker", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| 1a2b", "<<<<<<< HEAD\r"]
)
@pytest.mark.parametrize("before", ["{\n", '"acronym": "UNMISS",\n', "]\n", "}\n"])
def test_the_marks_of_a_merge_conflict_are_called_so(marker: str, before: str) -> None:
    found = problem(UNMISS, before, f"{before}{marker}\n")
    assert found.code == "json-syntax"
    assert found.message == f"a merge conflict is left here: {marker[:7]}"
    assert found.length == 7


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_without_a_mark_are_known(encoding: str) -> None:
    for text in (TEXTS[UNMISS], "\n{}", "{}"):
        _, (fault,) = decode(text.encode(encoding))
        assert (fault.code, fault.fatal) == ("file-encoding", True)
        assert fault.message.startswith(f"the file is {encoding[:6].upper()} ")


@pytest.mark.parametrize("size", [1, 2, 3, 4096])
def test_nothing_but_nul_bytes_is_called_damaged(size: int) -> None:
    _, (fault,) = decode(b"\0" * size)
    assert fault.code == "file-encoding"
    assert "it is damaged" in fault.message


@pytest.mark.parametrize(
    ("wrong", "known", "first"),
    [
        ("KRO", ["UKR", "ROU", "KOR"], "KOR"),
        ("US$", ["UZS", "USN", "ZAR"], "USN"),
        ("2021-soul", ["2021-seoul", "2019-seoul"], "2021-seoul"),
        ("aviatoin", ["aviation", "variation"], "aviation"),
    ],
)
def test_swapped_letters_and_common_beginnings_come_first(
    wrong: str, known: list[str], first: str
) -> None:
    assert closest(wrong, known)[0] == first
    assert closest(wrong, known, most=1) == (first,)

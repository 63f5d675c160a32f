"""The text and number types: what each accepts and refuses."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from unpko.model import KINDS, scalars
from unpko.model.scalars import Maybe, Some

LONE = "\ud800"

ACCEPTED: dict[str, tuple[object, ...]] = {
    "Text": (
        "a",
        "Côte d'Ivoire",
        "대한민국",
        "two words",
        'a "quoted" \\ word',
        "x" * 2000,
        "\U0001f54a",
        "٤٢",
    ),
    "Slug": ("a", "2021-seoul", "lacroix-jean-pierre", "1", "x" * 120),
    "EventSlug": ("2021-seoul/sustaining-peace", "a/b", "1/2"),
    "StateCode": ("KOR", "AAA"),
    "PartialDate": ("2021", "2021-12", "2021-12-07", "0001-01-01", "9999-12-31", "2000-02-29"),
    "LocalTime": ("00:00", "19:30", "23:59"),
    "UtcOffset": ("+09:00", "-03:30", "+05:45", "+14:00", "-00:00"),
    "Url": (
        "https://press.un.org/en/2021/sgsm21062.doc.htm",
        "http://example.org",
        "https://example.org:8080/a?b=c#d",
        "https://example.org?q=1",
        "https://国防部.example/뉴스",
        "https://example.org./",
        "https://a.b-c.example/%7Euser/(x)_[y]",
        "https://example.org/" + "x" * 2063,
    ),
    "Language": ("en", "ko", "zh-Hans", "pt-BR", "zh-Hant-TW", "fil"),
    "Count": (0, 62, 10**15, 62.0),
    "M49": ("410", "004"),
}

REFUSED: dict[str, tuple[object, ...]] = {
    "Text": (
        "",
        " a",
        "a ",
        "a\n",
        "\na",
        "a\nb",
        "a\tb",
        "a\x00b",
        "a\x1fb",
        "\x00",
        " ",
        "a\r",
        LONE,
        "a" + LONE,
        "x" * 2001,
        None,
        1,
        True,
        ["a"],
        {},
    ),
    "Slug": (
        "",
        "A",
        "a--b",
        "-a",
        "a-",
        "a_b",
        "a b",
        "a\n",
        "é",
        "a/b",
        "a٣",
        "\uff41",
        "\u0131",
        "x" * 121,
        LONE,
        None,
        1,
    ),
    "EventSlug": ("", "a", "a/", "/a", "a/b/c", "a//b", "a/B", "a/b\n", "a /b", "٣/a", None),
    "StateCode": (
        "",
        "KO",
        "KORE",
        "kor",
        "KOR\n",
        " KOR",
        "K0R",
        "\uff2b\uff2f\uff32",
        "ÄÖÜ",
        None,
        410,
    ),
    "PartialDate": (
        "",
        "21",
        "2021-1",
        "2021-13",
        "2021-00",
        "2021-12-00",
        "2021-12-32",
        "2021-02-29",
        "1900-02-29",
        "2021-12-7",
        "2021-12-07T00:00",
        "2021-12-07\n",
        "20211207",
        "2021/12/07",
        "1638835200",
        "٢٠٢١",
        "\uff12\uff10\uff12\uff11",
        "-2021",
        "+2021",
        " 2021",
        None,
        2021,
    ),
    "LocalTime": (
        "",
        "24:00",
        "7:30",
        "19:60",
        "19:30:00",
        "19:30\n",
        "١٩:30",
        "19.30",
        None,
        1930,
    ),
    "UtcOffset": (
        "",
        "09:00",
        "+9:00",
        "+15:00",
        "+09:10",
        "Z",
        "+09:00\n",
        "+0٩:00",
        "\u221209:00",
        None,
    ),
    "Url": (
        "",
        "example.org",
        "www.example.org/a",
        "ftp://example.org",
        "https://",
        "https:///a",
        "https://localhost",
        "https://example",
        "HTTPS://example.org",
        "https://example.org/a b",
        "https://example.org/a\n",
        "https://example.org/\t",
        "https://user@example.org/",
        "https://example..org/",
        "https://.org",
        "https://example.org:port/",
        "https://example.org:123456/",
        "https://example.org/<b>",
        'https://example.org/"',
        " https://example.org",
        "javascript:alert(1)",
        "https://exam ple.org",
        "https://example.org/" + LONE,
        "https://example.org/" + "x" * 2064,
        None,
    ),
    "Language": (
        "",
        "EN",
        "e",
        "english",
        "en-us",
        "zh-hans",
        "en_US",
        "en-",
        "en\n",
        "\uff45\uff4e",
        None,
    ),
    "Count": (-1, 10**15 + 1, 1.5, "62", True, None, float("nan"), float("inf"), [62], 1e300),
    "M49": ("", "41", "4100", "41a", "٤١٠", "410\n", " 410", None, 410),
}


def adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(scalars, name))


def table(values: dict[str, tuple[object, ...]]) -> list[Any]:
    return [
        pytest.param(name, value, id=f"{name}-{ascii(value)[:40]}")
        for name, found in values.items()
        for value in found
    ]


@pytest.mark.parametrize(("name", "value"), table(ACCEPTED))
def test_accepted(name: str, value: object) -> None:
    found = adapter(name).validate_python(value, strict=True)
    assert found == value
    assert adapter(name).validate_json(json.dumps(value), strict=True) == value


@pytest.mark.parametrize(("name", "value"), table(REFUSED))
def test_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        adapter(name).validate_python(value, strict=True)
    with pytest.raises(ValidationError):
        adapter(name).validate_json(json.dumps(value), strict=True)


def test_every_scalar_is_in_both_tables() -> None:
    named = {name for name, value in vars(scalars).items() if hasattr(value, "__metadata__")}
    assert named - {"Maybe", "Some"} == set(ACCEPTED) == set(REFUSED)


def test_every_control_character_is_refused_in_texts_and_addresses() -> None:
    text, url = adapter("Text"), adapter("Url")
    for code in range(0x20):
        for type_, value in ((text, f"a{chr(code)}b"), (url, f"https://a.org/{chr(code)}")):
            with pytest.raises(ValidationError):
                type_.validate_python(value)


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("year", ["0004", "1600", "1900", "1999", "2000", "2021", "2024", "2100"])
def test_dates_agree_with_the_calendar_on_every_day(year: str) -> None:
    accepts = re.compile(adapter("PartialDate").json_schema()["pattern"]).match
    validate = adapter("PartialDate").validator.validate_python
    for month in range(14):
        for day in range(33):
            text = f"{year}-{month:02}-{day:02}"
            expected = _is_date(text)
            assert bool(accepts(text)) is expected, text
            if expected:
                assert validate(text) == text
            else:
                with pytest.raises(ValidationError):
                    validate(text)


def test_leap_days_agree_with_the_calendar_in_every_year() -> None:
    accepts = re.compile(adapter("PartialDate").json_schema()["pattern"]).match
    for year in range(1, 10_000):
        text = f"{year:04}-02-29"
        assert bool(accepts(text)) is _is_date(text), text


def test_dates_sort_by_time() -> None:
    days = [datetime.date(2020, 1, 1) + datetime.timedelta(days=n) for n in range(800)]
    assert sorted(map(str, days)) == [str(day) for day in days]


def _patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            yield pattern
        for value in schema.values():
            yield from _patterns(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _patterns(value)


PATTERNS = sorted(
    {p for model in KINDS.values() for p in _patterns(model.model_json_schema(by_alias=True))}
)


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) >= 12


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_mean_the_same_to_every_engine(pattern: str) -> None:
    assert not re.search(r"\\[dDsSwWbBAZzpPhHvVR]", pattern), "shorthands differ between engines"
    assert not re.search(r"\(\?(?!:)", pattern), "no lookaround, no flags, no named groups"
    assert not re.search(r"\\[1-9]", pattern), "no backward references"
    assert not re.search(r"[*+?}][+?]", pattern.replace("?(?:", "(?:")), "no lazy or possessive"
    assert pattern.startswith("^")
    assert pattern.endswith("$")


def test_a_maybe_is_absent_or_given_and_never_null() -> None:
    type_: TypeAdapter[Any] = TypeAdapter(Maybe[scalars.Text])
    assert type_.validate_python("a") == "a"
    assert "null" not in json.dumps(type_.json_schema())
    with pytest.raises(ValidationError):
        type_.validate_python(None)


def test_a_list_that_is_there_has_an_item() -> None:
    type_: TypeAdapter[Any] = TypeAdapter(Some[scalars.Text])
    assert type_.validate_json('["a"]', strict=True) == ("a",)
    with pytest.raises(ValidationError):
        type_.validate_json("[]", strict=True)


def test_whole_numbers_come_out_as_integers() -> None:
    found = adapter("Count").validate_python(62.0)
    assert (found, type(found)) == (62, int)

"""Texts of every form that fields have: right ones, right ones at the edge, and near misses."""

# ruff: noqa: RUF001  # look-alike characters are what these texts are about

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from unpko.model import scalars
from unpko.testing.shapes import TextShape, text_shape

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"


class Form(NamedTuple):
    """One form of text.

    Attributes:
        right: gives texts of the form.
        edges: texts that are just right.
        misses: texts that are nearly right.
        long: gives a text of the form with a number of characters, where lengths vary.

    Example:
        >>> from unpko.model import scalars
        >>> "2024-02-29" in form_of(text_shape(scalars.PartialDate)).edges
        True
    """

    right: SearchStrategy[str]
    edges: tuple[str, ...]
    misses: tuple[str, ...]
    long: Callable[[int], str] | None = None


def _slug(text: str) -> str:
    return re.sub("-+", "-", text).strip("-") or "a"


def _line(text: str) -> str:
    return text.strip(_BLANKS) or "Seoul"


def _partial(number: int) -> str:
    """Give a day, month or year for a number, so that one draw makes a date."""
    precision, ordinal = number % 3, number // 3 + 1
    day = date.fromordinal(ordinal).isoformat()
    return (day, day[:7], day[:4])[precision]


_SLUGS = st.text(_LETTERS + _DIGITS + "--", min_size=1, max_size=20).map(_slug)
_CAPITALS = _LETTERS.upper()

_NO_TEXT: Final = ("Cs", "Cc", "Zl", "Zp")  # surrogates, control characters, separators of lines

_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks that turn the direction of writing, and the byte order mark: no text holds them."""

_BLANKS = " \u00a0\u1680\u202f\u3000" + "".join(
    chr(code) for code in (*range(0x2000, 0x2010), *range(0x205F, 0x2070))
)
"""What is blank or invisible: no text begins or ends with it."""

_LINES = st.text(
    st.characters(exclude_categories=_NO_TEXT, exclude_characters=_TURNS),
    min_size=1,
    max_size=25,
).map(_line)
"""Any text of one line: every script, astral characters, marks that join letters."""

_URLS = st.builds(
    "{}://{}.{}{}".format,
    st.sampled_from(["http", "https"]),
    _SLUGS,
    st.sampled_from(["org", "int", "go.kr", "рф", "中国.", "org:8080"]),
    st.sampled_from(["", "/"])
    | st.text(
        st.characters(exclude_categories=_NO_TEXT, exclude_characters='<>"' + _TURNS + _BLANKS),
        max_size=12,
    ).map("/{}".format),
)

_FORMS: dict[Any, Form] = {
    scalars.Text: Form(
        _LINES,
        (
            *("x", "a b", "a  b", "대한민국", "𝔘𝔑 🕊", "e\u0301"),
            *("a\u00a0b", "a\u3000b", "a\u200bb", "a\u200db", "a\u200fb", "\u2010", "\u2070"),
        ),
        (
            *("\x00", "\x1f", "a\x00b", "a\tb", "a\rb", "a\nb", "\ta", "a\t", "a\x0b", "\x1ca"),
            *("\x7f", "a\x85b", "\x9f", "a\u2028b", "a\u2029b", "\u2028", "\u00a0a", "a\u00a0"),
            *("\u3000", "a\u3000", "\u200b", "\u200fa", "a\u2009", "a\u2060", "\u1680a", "\u206f"),
            *("\ufeffx", "a\ufeffb", "a\u202eb", "a\u2066b", "a\u2069", "\u202aa"),
        ),
        lambda size: ("𝔘" + "x" * size)[: size - 1] + "x",
    ),
    scalars.Slug: Form(
        _SLUGS,
        ("0", "a", "a-b", "2021-seoul", "1-2-3"),
        ("-a", "a-", "a--b", "A", "a_b", "a/b", "a.b", "é", "ａ", "а", "٣", "a b", "-", "ß", "ı"),
        lambda size: "a" * size,
    ),
    scalars.EventSlug: Form(
        st.builds("{}/{}".format, _SLUGS, _SLUGS),
        ("a/b", "2021-seoul/kor-helicopters", "0/0"),
        (
            *("a", "/a", "a/", "a//b", "a/b/c", "a/-b", "a-/b", "A/b"),
            *("a\\b", "a/b.json", "../a", "a／b"),
        ),
        lambda size: "a/" + "b" * (size - 2),
    ),
    scalars.StateCode: Form(
        st.text(_CAPITALS, min_size=3, max_size=3),
        ("KOR", "AAA", "ZZZ"),
        ("KR", "kor", "KORE", "KO1", "KÖR", "ＫＯＲ", "КОР", "K R"),
    ),
    scalars.PartialDate: Form(
        st.integers(0, 3 * date.max.toordinal() - 1).map(_partial),
        (
            *("0000", "9999", "2021-12", "2021-12-07", "2024-02-29", "2000-02-29", "0000-02-29"),
            *("2021-02-28", "1999-12-31", "2021-04-30", "2400-02-29", "0004-02-29"),
        ),
        (
            *("2021-02-29", "2100-02-29", "1900-02-29", "2023-02-29", "2021-02-30", "2024-02-30"),
            *("2021-13", "2021-00", "2021-1", "2021-04-31", "2021-06-31", "2021-09-31"),
            *("2021-11-31", "2021-12-32", "2021-12-00", "2021-00-07", "2021-12-7", "2021-1-07"),
            *("20211207", "21-12-07", "+2021", "-2021", "12021", "2021-W49-2", "2021-341"),
            *("2021-12-07T00:00:00Z", "2021-12-07 ", "1638835200", "202", "2021-", "2021-12-"),
            *("٢٠٢١", "２０２１", "2021-١٢-07", "2021–12–07", "07.12.2021", "7 December 2021"),
        ),
    ),
    scalars.LocalTime: Form(
        st.integers(0, 24 * 60 - 1).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}"),
        ("00:00", "23:59", "19:30"),
        (
            *("24:00", "19:60", "9:30", "19.30", "19:30:00", "19:30Z"),
            *("7:30 pm", "１９:30", "19:3", "1930"),
        ),
    ),
    scalars.UtcOffset: Form(
        st.builds(
            "{}{:02}:{}".format,
            st.sampled_from("+-"),
            st.integers(0, 14),
            st.sampled_from(["00", "15", "30", "45"]),
        ),
        ("+00:00", "-00:00", "+14:45", "-09:30"),
        ("09:00", "+9:00", "+0900", "+15:00", "+09:01", "Z", "UTC", "−09:00", "+09", "+09:00:00"),
    ),
    scalars.Url: Form(
        _URLS,
        (
            *("http://a.b", "https://un.org/é", "https://例え.jp/路?q=#x", "https://a.b./"),
            *("https://a.b?x", "https://a.b#x", "https://a.b/[x]|{y}`\\^", "https://[a.b]"),
            *("https://a.b:1", "https://a.b/%"),
        ),
        (
            *("https://", "https://un", "//un.org", "un.org", "ftp://un.org", "HTTPS://un.org"),
            *("https://un.org/a b", "https://un..org", "https://.un.org", "https://u@un.org"),
            *("http:/a.b", "https://a.b:80./", "https://a.b/\x7f", "https://a.b/\u00a0"),
            *("https://un.org:", "https://un.org:123456", "https://un.org:x", "https:// un.org"),
            *('https://un.org/"', "https://un.org/<", "https://un.org/\x00", "javascript:alert(1)"),
            *("https://user:pw@un.org", "https://un.org:80:80/", "https://?a.b", "https://#a.b/"),
        ),
        lambda size: "https://a.b/" + "x" * (size - 12),
    ),
    scalars.Language: Form(
        st.builds(
            "{}{}{}".format,
            st.text(_LETTERS, min_size=2, max_size=3),
            st.sampled_from(["", "", "-Hans", "-Latn"]),
            st.sampled_from(["", "", "-KR", "-GB"]),
        ),
        ("en", "kor", "zh-Hans", "zh-Hans-CN", "pt-BR"),
        (
            "EN",
            "e",
            "engl",
            "en_GB",
            "en-gb",
            "zh-hans",
            "en-",
            "en-GB-Latn",
            "i-klingon",
            "es-419",
        ),
    ),
    scalars.M49: Form(
        st.text(_DIGITS, min_size=3, max_size=3),
        ("000", "410", "999"),
        ("41", "4100", "٤١٠", "４１０", "41O", "4 0"),
    ),
}

# Patterns that stand at a single field.
_SINGLE = {
    r"^[A-Za-z0-9/-]+$": Form(
        st.text(_LETTERS + _CAPITALS + _DIGITS + "/-", min_size=1, max_size=20),
        ("KOR", "2021-seoul/x", "-", "/"),
        ("a b", "a_b", "a.b", "é", "a\\b"),
        lambda size: "a" * size,
    ),
    r"^[A-Z]{2}$": Form(
        st.text(_CAPITALS, min_size=2, max_size=2),
        ("KR", "AA"),
        ("K", "kr", "KOR", "K1", "ＫＲ", "К Р"),
    ),
}


@cache
def _forms() -> dict[str, Form]:
    return {text_shape(scalar).pattern: form for scalar, form in _FORMS.items()} | _SINGLE


@cache
def form_of(shape: TextShape) -> Form:
    """Give the form of a text: one that is written here, else one made from the pattern.

    Example:
        >>> form_of(TextShape("^[0-9]{2}$", None)).edges
        ()
    """
    known = _forms().get(shape.pattern)
    if known is not None:
        return known
    made = st.from_regex(shape.pattern, fullmatch=True)
    if shape.longest is not None:
        limit = shape.longest
        made = made.filter(lambda text: len(text) <= limit)
    return Form(made, (), ())


def twisted(value: str, shape: TextShape) -> list[tuple[str, str]]:
    r"""Give texts that differ from a right one in one way, each with the name of the way.

    Example:
        >>> dict(twisted("KOR", TextShape("^[A-Z]{3}$", None)))["line feed after"]
        'KOR\n'
    """
    form = form_of(shape)
    found = [
        ("empty", ""),
        ("blank", " "),
        ("line feed after", value + "\n"),
        ("line feed before", "\n" + value),
        ("line feed within", value[:1] + "\n" + value[1:]),
        ("carriage return after", value + "\r"),
        ("line ends after", value + "\r\n"),
        ("two line feeds after", value + "\n\n"),
        ("blank after", value + " "),
        ("blank before", " " + value),
        ("tab after", value + "\t"),
        ("line separator after", value + "\u2028"),
        ("no-break space after", value + "\u00a0"),
        ("byte order mark before", "\ufeff" + value),
        ("NUL after", value + "\x00"),
        ("combining accent after", value + "\u0301"),
        ("astral character after", value + "𝔘"),
        ("upper case", value.upper()),
        ("lower case", value.lower()),
        ("swapped case", value.swapcase()),
        ("twice", value + value),
        ("cut at the end", value[:-1]),
        ("cut at the start", value[1:]),
        ("hyphen before", "-" + value),
        ("hyphen after", value + "-"),
        ("hyphens doubled", value.replace("-", "--")),
        ("hyphens made dashes", value.replace("-", "\u2013")),
        ("hyphens made underscores", value.replace("-", "_")),
        ("slash before", "/" + value),
        ("slash after", value + "/"),
        ("Arabic-Indic digits", value.translate(_ARABIC_INDIC)),
        ("fullwidth digits", value.translate(_FULLWIDTH)),
        ("Cyrillic letters", value.translate(_CYRILLIC)),
        ("a word", "null"),
        ("seconds since 1970", "1638835200"),
    ]
    found += [(f"edge {text!r}", text) for text in form.edges]
    found += [(f"near miss {text!r}", text) for text in form.misses]
    if form.long is not None:
        longest = shape.longest or 5000
        found += [
            ("as long as allowed", form.long(longest)),
            ("one character too long", form.long(longest + 1)),
        ]
        if shape.pattern == text_shape(scalars.Text).pattern:
            found += [
                ("astral, as long as allowed", "𝔘" * longest),
                ("astral, one too long", "𝔘" * (longest + 1)),
            ]
    return found


def _table(characters: str, others: str) -> dict[int, str]:
    return {ord(a): b for a, b in zip(characters, others, strict=True)}


_ARABIC_INDIC = _table(_DIGITS, "٠١٢٣٤٥٦٧٨٩")
_FULLWIDTH = _table(_DIGITS, "０１２３４５６７８９")
_CYRILLIC = _table("aceopxyACEOPXY", "асеорхуАСЕОРХУ")

EDITS = tuple("\n\r\t \x00\x1f\x7f\x85\u00a0\u2028\u200b\ufeff-/_.:#?@<>\"'aAzZ09٣３еßıſKİ𝔘🕊+")
"""Characters that edits put into texts: those on which engines and patterns differ."""

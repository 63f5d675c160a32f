"""A JSON reader that keeps the position of every key and value, and reports what is wrong.

It is the careful path: files in canonical form never come here. It reads on after faults that
leave the structure clear (a trailing comma, a repeated key, null, NaN, a lone surrogate), so that
all of them are reported at once, and stops at the first that does not.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # as the json module does
from typing import Any, NoReturn

from unpko.model.walk import Path
from unpko.reading.decode import TextFault
from unpko.suggest import closest

MAX_DEPTH = 20

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]*|-Infinity")
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONSTANTS = {"true": True, "false": False}
_NON_FINITE = {"NaN", "Infinity", "-Infinity", "nan", "inf", "infinity"}


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands, and its key if it has one: offsets into the text."""

    start: int
    end: int
    key_start: int = -1
    key_end: int = -1


@dataclass(slots=True)
class Scan:
    """What was read: the value, where its parts stand, and what is wrong."""

    text: str
    value: Any = None
    spans: dict[Path, Span] = field(default_factory=dict)
    nulls: set[Path] = field(default_factory=set)
    faults: list[TextFault] = field(default_factory=list)

    @property
    def broken(self) -> bool:
        """Whether the reader had to stop, so that the value is not whole."""
        return any(fault.fatal for fault in self.faults)

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both counted from 1."""
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def span(self, path: Path) -> Span:
        """Give the span of a path, or of the nearest part around it that exists."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans.get(path, Span(0, 0))


class _Stop(Exception):
    """The structure is not clear any more."""


def scan(text: str) -> Scan:
    """Read a JSON text with positions; never raises."""
    result = Scan(text)
    reader = _Reader(result)
    with suppress(_Stop):
        reader.document()
    return result


class _Reader:
    def __init__(self, result: Scan) -> None:
        self.result, self.text, self.at = result, result.text, 0

    def document(self) -> None:
        self.skip()
        if self.at == len(self.text):
            self.stop("json-empty", "the file is empty", "write a record, or delete the file")
        self.result.value = self.value((), -1, -1)
        self.skip()
        if self.at < len(self.text):
            self.stop(
                "json-syntax",
                f"something follows the record: {self.here()}",
                "one file, one record",
            )

    def value(self, path: Path, key_start: int, key_end: int) -> Any:
        start = self.at
        if len(path) >= MAX_DEPTH and self.text[start : start + 1] in ("{", "["):
            self.stop("json-depth", f"nested more than {MAX_DEPTH} deep", "no record is that deep")
        match self.text[start : start + 1]:
            case "{":
                value: Any = self.object(path)
            case "[":
                value = self.array(path)
            case '"':
                value = self.string()
            case _:
                value = self.plain(path)
        self.result.spans[path] = Span(start, self.at, key_start, key_end)
        return value

    def object(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        self.at += 1
        comma = -1
        while True:
            self.skip()
            if self.take("}"):
                self.trailing(comma)
                return found
            if found and comma < 0:
                self.no_comma()
            if self.text[self.at : self.at + 1] != '"':
                self.stop(
                    "json-syntax",
                    f"a key in double quotes should stand here, not {self.here()}",
                    'keys look like "summary"',
                )
            key_start = self.at
            key = self.string()
            key_end = self.at
            self.skip()
            if not self.take(":"):
                self.stop("json-syntax", f'no colon after the key "{key}"', "write a colon")
            self.skip()
            if key in found:
                self.fault(
                    "json-duplicate-key",
                    key_start,
                    key_end - key_start,
                    f'the key "{key}" stands here and in line {lines[key]}',
                    "keep one of them; several values are items of a list",
                )
            else:
                lines[key] = self.result.place(key_start)[0]
            found[key] = self.value((*path, key), key_start, key_end)
            self.skip()
            comma = self.at - 1 if self.take(",") else -1

    def array(self, path: Path) -> list[Any]:
        found: list[Any] = []
        self.at += 1
        comma = -1
        while True:
            self.skip()
            if self.take("]"):
                self.trailing(comma)
                return found
            if found and comma < 0:
                self.no_comma()
            found.append(self.value((*path, len(found)), -1, -1))
            self.skip()
            comma = self.at - 1 if self.take(",") else -1

    def trailing(self, comma: int) -> None:
        if comma >= 0:
            self.fault(
                "json-trailing-comma",
                comma,
                1,
                "a comma stands before the closing bracket",
                "delete the comma",
            )

    def no_comma(self) -> NoReturn:
        self.stop("json-syntax", f"a comma is missing before {self.here()}", "write a comma")

    def string(self) -> str:
        start = self.at
        try:
            value: str
            value, self.at = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.at = min(error.pos, max(len(self.text) - 1, 0))
            if error.msg.startswith("Unterminated"):
                self.at = start
                self.stop("json-syntax", "the text has no closing quote", 'write a closing "')
            elif error.msg.startswith("Invalid control"):
                self.stop(
                    "json-syntax",
                    "a line break or control character stands inside a text",
                    "close the quote on the same line; texts are one line",
                )
            self.stop("json-syntax", f"a wrong escape: {self.here()}", "write \\\\ for a backslash")
        lone = _LONE_SURROGATE.search(value)
        if lone:
            self.fault(
                "json-surrogate",
                start,
                self.at - start,
                f"the text holds half of a surrogate pair, \\u{ord(lone[0]):04x}",
                "write the character itself",
            )
            value = _LONE_SURROGATE.sub("?", value)
        return value

    def plain(self, path: Path) -> Any:
        start = self.at
        word = _WORD.match(self.text, start)
        if word:
            name = word[0]
            self.at = word.end()
            if name in _CONSTANTS:
                return _CONSTANTS[name]
            if name in ("null", "None", "NULL"):
                self.result.nulls.add(path)
                self.fault(
                    "json-null", start, len(name), f"{name} is no value", "leave the key out"
                )
                return None
            if name in _NON_FINITE:
                self.result.nulls.add(path)
                self.fault(
                    "json-number", start, len(name), f"{name} is no number", "leave the key out"
                )
                return None
            self.at = start
            meant = closest(name, _CONSTANTS, most=1)
            hint = f"write {meant[0]}" if meant else "put text in double quotes"
            self.stop("json-syntax", f"{name} is no JSON value", hint, len(name))
        number = _NUMBER.match(self.text, start)
        if number:
            self.at = number.end()
            if self.text[self.at : self.at + 1].isdigit():
                self.at = start
                self.stop("json-syntax", "a number begins with 0", "drop the leading zero")
            if number[1] or number[2]:
                return float(number[0])
            return int(number[0]) if len(number[0]) < 400 else float("inf")
        hint = {"'": "use double quotes", "/": "JSON has no comments: use `note`"}.get(
            self.text[start : start + 1], "write a text, a number, a list or an object"
        )
        what = "a value should stand here"
        self.stop("json-syntax", f"{what}, not {self.here()}", hint)

    def skip(self) -> None:
        space = _SPACE.match(self.text, self.at)
        assert space is not None  # the pattern matches the empty text
        self.at = space.end()

    def take(self, character: str) -> bool:
        if self.text[self.at : self.at + 1] != character:
            return False
        self.at += 1
        return True

    def here(self) -> str:
        found = self.text[self.at : self.at + 1]
        return f"{found!r}" if found else "the end of the file"

    def fault(self, code: str, offset: int, length: int, message: str, hint: str) -> None:
        self.result.faults.append(TextFault(code, offset, length, message, hint))

    def stop(self, code: str, message: str, hint: str, length: int = 1) -> NoReturn:
        marker = _CONFLICT.match(self.text, self.at)
        if marker:
            length, message = len(marker[0]), f"a merge conflict is left here: {marker[0]}"
            hint = "keep what is right of the two sides, and delete the lines of <, = and >"
        self.result.faults.append(TextFault(code, self.at, length, message, hint, fatal=True))
        raise _Stop

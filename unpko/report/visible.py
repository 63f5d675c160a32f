"""Text that a terminal shows and does not obey: control characters made visible."""

from __future__ import annotations

import json
import re

# C0 and C1 controls, DEL, line and paragraph separators, the marks that turn the direction of
# text (they can make a line read as what it is not), and halves of surrogate pairs, which stand
# for bytes of file names that are not UTF-8.
_CONTROLS = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_HIDDEN = re.compile(rf"[\x00-\x1f{_CONTROLS}]")
_UNSAFE_IN_JSON = re.compile(rf"[{_CONTROLS}]")


def visible(text: str) -> str:
    r"""Replace every control character by a picture of it, one character for one.

    Example:
        >>> visible("red: \x1b[31m")
        'red: ␛[31m'
    """
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def json_text(value: object, indent: int | None = None) -> str:
    r"""Write JSON in readable characters, with control characters as escapes.

    Example:
        >>> json_text({"name": "서울", "mark": "\x9b"})
        '{"name": "서울", "mark": "\\u009b"}'
    """
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    r"""Escape the control characters that a JSON text may hold as they are.

    Example:
        >>> escaped('"a\x7fb"')
        '"a\\u007fb"'
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

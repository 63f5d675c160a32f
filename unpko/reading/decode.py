"""Bytes to text: UTF-8 without a byte order mark."""

from __future__ import annotations

import codecs
from typing import NamedTuple

MAX_BYTES = 1_000_000

_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


class TextFault(NamedTuple):
    """Something wrong with a text, at an offset into it.

    Attributes:
        code: the code of the rule.
        offset: where in the text, in characters.
        length: how many characters.
        message: what is wrong.
        hint: what to do.
        fatal: whether nothing after it can be trusted.
    """

    code: str
    offset: int
    length: int
    message: str
    hint: str
    fatal: bool = False


def decode(data: bytes) -> tuple[str, list[TextFault]]:
    """Decode a file, and say what is wrong with its encoding.

    The text is given even where something is wrong, so that the rest can be looked at: a byte
    order mark is dropped, and bytes that are not UTF-8 are read as Windows-1252, which is what
    they mostly are.
    """
    if len(data) > MAX_BYTES:
        # How many, nobody knows: files are read no further than this.
        message = f"the file holds more than {MAX_BYTES:,} bytes"
        return "", [TextFault("file-size", 0, 0, message, "split it: one file is one record", True)]
    for mark, name in _OTHER_MARKS.items():
        if data.startswith(mark):
            message = f"the file is {name}, not UTF-8"
            return "", [TextFault("file-encoding", 0, 0, message, "save it as UTF-8", True)]
    if 0 in data[:2]:  # no JSON text in UTF-8 begins like this
        return "", [_wide(data)]
    faults = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        hint = "save it as UTF-8 without BOM, or run `unpko fmt`"
        faults.append(TextFault("file-bom", 0, 0, "the file begins with a byte order mark", hint))
    try:
        return data.decode(), faults
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        # In cp1252 one byte is one character, so the offset into the bytes is the offset here.
        byte, guess = data[error.start], text[error.start]
        message = f"byte 0x{byte:02X} is not UTF-8"
        hint = f'save it as UTF-8; in Windows-1252 the byte is "{guess}"'
        faults.append(TextFault("file-encoding", error.start, 1, message, hint))
        return text, faults


def _wide(data: bytes) -> TextFault:
    """Say what a file is that begins with NUL bytes: wide characters without a mark, or damaged."""
    nuls = data[:4].count(0)
    if nuls == len(data[:4]):
        message, hint = "the file begins with NUL bytes: it is damaged", "get back an earlier copy"
    else:
        name = "UTF-32" if nuls == 3 else "UTF-16"
        message = f"the file is {name} (without a byte order mark), not UTF-8"
        hint = "save it as UTF-8"
    return TextFault("file-encoding", 0, 0, message, hint, True)

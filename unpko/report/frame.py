"""One line of source and where the marker goes under it, measured in cells of a terminal."""

from __future__ import annotations

from unpko.report.visible import visible

_TAB = 4
_CUT = "..."


def frame(line: str, column: int, length: int, width: int) -> tuple[str, int, int]:
    r"""Cut a line around a fault, and say where the marker under it begins and how long it is.

    Args:
        line: the line as it stands in the file.
        column: the first character at fault, counted from 1; it may be one past the end.
        length: how many characters are at fault; 0 where it is a point.
        width: how many cells there are.

    Returns:
        The line to show, the cells before the marker, and the cells of the marker, at least one.

    Example:
        >>> frame('  "novelty": "newish",', 14, 8, 80)
        ('  "novelty": "newish",', 13, 8)
        >>> frame("\t\t[1,]", 5, 1, 80)
        ('        [1,]', 10, 1)
        >>> frame('"서울": 1', 7, 1, 80)
        ('"서울": 1', 8, 1)
    """
    width = max(width, 20)
    start = min(max(column - 1, 0), len(line))
    end = min(start + max(length, 1), len(line))
    # A file may be one line of a megabyte with thousands of faults: look at no more of it than
    # can be shown, a character being seldom more than a few code points.
    first, last = max(start - 4 * width, 0), end + 4 * width
    if end - start > 4 * width:
        end = last = start + 4 * width
    before = _expanded(line[first:start], 0)
    fault = _expanded(line[start:end], cells(before))
    after = _expanded(line[end:last], cells(before) + cells(fault))
    cut_left, cut_right = first > 0, last < len(line)
    if not (cut_left or cut_right) and cells(before) + cells(fault) + cells(after) <= width:
        return before + fault + after, cells(before), max(cells(fault), 1)
    return _cut(before, fault, after, width, cut_left, cut_right)


def _cut(
    before: str, fault: str, after: str, width: int, cut_left: bool, cut_right: bool
) -> tuple[str, int, int]:
    """Leave out what does not fit: the end of the line first, then its beginning."""
    room = width - 2 * len(_CUT)
    marked = _head(fault, max(room * 2 // 3, 1))
    cut_right |= marked != fault
    room -= cells(marked)
    # A little of what follows stays, so that one sees where the fault ends.
    following = "" if marked != fault else _head(after, max(room - cells(before), room // 3))
    cut_right |= marked == fault and following != after
    leading = _tail(before, room - cells(following))
    cut_left |= leading != before
    left = _CUT if cut_left else ""
    right = _CUT if cut_right else ""
    shown = f"{left}{leading}{marked}{following}{right}"
    return shown, len(left) + cells(leading), max(cells(marked), 1)


def cells(text: str) -> int:
    r"""Count the cells that a text takes up: two for a wide character, none for an accent.

    Example:
        >>> cells("Seoul"), cells("서울"), cells("e\u0301")
        (5, 4, 1)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _expanded(text: str, offset: int) -> str:
    """Make tabs blanks and control characters visible; ``offset`` is where the text begins."""
    if "\t" not in text:
        return visible(text)
    parts: list[str] = []
    at = offset
    for index, part in enumerate(text.split("\t")):
        if index:
            blanks = _TAB - at % _TAB
            parts.append(" " * blanks)
            at += blanks
        parts.append(visible(part))
        at += cells(parts[-1])
    return "".join(parts)


def _head(text: str, room: int) -> str:
    """Give as much of the beginning as fits into so many cells."""
    if text.isascii():
        return text[: max(room, 0)]
    kept = 0
    for index, character in enumerate(text):
        kept += cells(character)
        if kept > room:
            return text[:index]
    return text


def _tail(text: str, room: int) -> str:
    """Give as much of the end as fits into so many cells."""
    if text.isascii():
        return text[max(len(text) - max(room, 0), 0) :]
    kept = 0
    for index in range(len(text) - 1, -1, -1):
        kept += cells(text[index])
        if kept > room:
            return text[index + 1 :]
    return text

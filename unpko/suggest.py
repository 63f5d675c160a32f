"""Close matches for a misspelt name."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Give the known words that look most like ``word``, the closest first.

    Example:
        >>> closest("2021-soul", ["2021-seoul", "2023-accra"])
        ('2021-seoul',)
    """
    import difflib  # only needed once something is wrong

    folded = {name.casefold(): name for name in known}
    matches = difflib.get_close_matches(word.casefold(), folded, n=most, cutoff=0.6)
    return tuple(folded[match] for match in matches)

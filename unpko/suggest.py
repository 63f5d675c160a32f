"""Close matches for a misspelt name."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import commonprefix


def closest(word: str, known: Iterable[str], most: int = 3, cutoff: float = 0.6) -> tuple[str, ...]:
    """Give the known words that look most like ``word``, the closest first.

    Args:
        word: the misspelt name.
        known: the names that there are.
        most: how many to give at most.
        cutoff: how much they must look alike, from 0 to 1.

    Example:
        >>> closest("2021-soul", ["2021-seoul", "2023-accra"])
        ('2021-seoul',)
        >>> closest("KRO", ["KOR", "ROU", "UKR"])[0]
        'KOR'
    """
    import difflib  # only needed once something is wrong

    folded = {name.casefold(): name for name in known}
    wanted = word.casefold()
    matches = difflib.get_close_matches(wanted, folded, n=max(most, 10), cutoff=cutoff)
    letters = sorted(wanted)

    def rank(match: str) -> tuple[bool, float, int]:
        # Swapped letters are the likeliest slip, and a wrong beginning is the least likely.
        likeness = difflib.SequenceMatcher(None, match, wanted).ratio()
        return sorted(match) != letters, -likeness, -len(commonprefix((match, wanted)))  # noqa: RUF071

    return tuple(folded[match] for match in sorted(matches, key=rank)[:most])

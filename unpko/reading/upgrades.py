"""Old records: from the version that a file states, step by step, to the present one.

A step is a pure function from dict to dict, for one kind. The table sets the new version itself,
so no step can forget to. Version 1.0 is the first, so the table is empty as yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Record = dict[str, Any]


class Step(NamedTuple):
    """The way from one version to the next.

    Attributes:
        to: the version that the step leads to.
        kinds: what changes, by kind of record; kinds that are not named stay as they are.
    """

    to: str
    kinds: Mapping[str, Callable[[Record], Record]]


STEPS: dict[str, Step] = {}
"""The step that leads on from each version but the present one."""

"""Finding the record that a reader means, whatever its kind."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from unpko.cli.lazy import Failure
from unpko.errors import UnknownRecord, did_you_mean

if TYPE_CHECKING:
    from unpko.dataset import Dataset
    from unpko.model import Record


def find_record(dataset: Dataset, wanted: str) -> Record:
    """Give the record with an id, with or without its kind in front, or with a former id.

    Args:
        dataset: where to look.
        wanted: such as ``KOR``, ``2021-seoul/kor-helicopters`` or ``ministerials/2021-seoul``.

    Raises:
        Failure: if there is none, or if several kinds have it.
    """
    from unpko.cli.output import kinds_by_name
    from unpko.model import KINDS

    prefix, _, rest = wanted.partition("/")
    model = kinds_by_name().get(prefix.casefold())
    if rest and model is not None:
        return dataset.one(model.folder, rest)
    places = [name for name in KINDS if getattr(dataset, name).has_id(wanted)]
    if not places:
        places = [name for name in KINDS if dataset.present(name, wanted) is not None]
    if len(places) == 1:
        return dataset.one(places[0], wanted)
    if places:
        listed = "\n".join(f"  unpko show {name}/{wanted}" for name in places)
        raise Failure(f"several kinds have a record {wanted!r}; say which you mean:\n{listed}")
    raise Failure(f"there is no record {wanted!r}{did_you_mean(_close(dataset, wanted))}")


def _close(dataset: Dataset, wanted: str) -> list[str]:
    """Give ids of any kind that look like a wrong one, the closest first."""
    from unpko.model import KINDS

    found: dict[str, float] = {}
    for name in KINDS:
        try:
            dataset.resolve(name, wanted)
        except UnknownRecord as error:
            for id in error.close:
                likeness = SequenceMatcher(None, wanted.casefold(), id.casefold()).ratio()
                # What does not look like it was found by a name, "South Korea" for KOR: better.
                found[id] = 1.0 if likeness < 0.6 else likeness
    return sorted(found, key=lambda id: -found[id])[:3]

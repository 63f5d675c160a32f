"""Figures of parts do not exceed the figure of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from unpko.model import Ministerial
from unpko.model.codelists import Bound, Measure
from unpko.model.evidence import CountClaim, standing
from unpko.model.figures import Figure
from unpko.problems import Fault

_WHOLE = {
    Measure.STATES_PLEDGING_UNIFORMED: Measure.STATES_PLEDGING,
    Measure.STATES_PLEDGING_FIRST_TIME: Measure.STATES_PLEDGING,
    Measure.STATES_PLEDGING: Measure.MEMBER_STATES_PARTICIPATING,
}

_OPEN = {Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT}


def parts(event: Ministerial) -> Iterator[Fault]:
    """``figure-parts``: a part is not above the whole, unless a claim or its note says why.

    Only what no reading can reconcile is reported: the lowest number for the part lies above the
    highest for the whole.
    """
    whole = {f.measure: f for f in event.figures if _is_whole(f)}
    for index, figure in enumerate(event.figures):
        measure = _WHOLE.get(figure.measure) if _is_whole(figure) else figure.measure
        if measure is None or figure is whole.get(measure) or measure not in whole:
            continue
        lowest, highest = _lowest(figure), _highest(whole[measure])
        if lowest > highest and not any(claim.note for claim in figure.claims):
            message = f"{figure.measure} is at least {lowest}, but {measure} at most {highest}"
            hint = "correct one, or say in a claim's `note` why the part is above the whole"
            yield Fault("figure-parts", ("figures", index, "claims"), message, hint)


def _is_whole(figure: Figure) -> bool:
    return not (figure.categories or figure.capability or figure.framework_id or figure.scope)


def _lowest(figure: Figure) -> float:
    lows = [
        0 if claim.bound in (Bound.UP_TO, Bound.LESS_THAN) else claim.value
        for claim in _counts(figure)
    ]
    return min(lows, default=0)


def _highest(figure: Figure) -> float:
    highs = [float("inf") if claim.bound in _OPEN else claim.value for claim in _counts(figure)]
    return max(highs, default=float("inf"))


def _counts(figure: Figure) -> list[CountClaim]:
    return [claim for claim in standing(figure.claims) if isinstance(claim, CountClaim)]

"""Claims are ranked with a reason, and every fact has a citation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from unpko.checks.context import Context, Finding
from unpko.model import Record
from unpko.model.base import Model
from unpko.model.codelists import Rank
from unpko.model.evidence import RecordCitation
from unpko.model.walk import claim_lists, item_model
from unpko.problems import Fault
from unpko.suggest import closest

# Reaching a member through its class costs more than the rules that ask for it, on Python 3.11.
_NORMAL, _PREFERRED = Rank.NORMAL, Rank.PREFERRED


def claims(record: Record) -> Iterator[Fault]:
    """``claim-reason``, ``claim-preferred``, ``claim-repeated``: rival claims are kept in order."""
    for path, found in claim_lists(record):
        if len(found) == 1 and found[0].rank is _NORMAL and found[0].reason is None:
            continue  # most lists: one claim, nothing to weigh
        preferred = 0
        for index, claim in enumerate(found):
            if claim.rank is _NORMAL:
                if claim.reason is not None:
                    message = "a reason is given for the rank normal"
                    hint = "give the claim a rank, or write the text as a note"
                    yield Fault("claim-reason", (*path, index, "reason"), message, hint)
            else:
                preferred += claim.rank is _PREFERRED
                if claim.reason is None:
                    message = f"the rank {claim.rank} has no reason"
                    hint = "say in `reason` why the claim stands above or below the others"
                    yield Fault("claim-reason", (*path, index, "rank"), message, hint)
                if preferred > 1 and claim.rank is _PREFERRED:
                    message = "a second claim of the list is preferred"
                    hint = "prefer one, or none"
                    yield Fault("claim-preferred", (*path, index, "rank"), message, hint)
        if len(found) > 1:
            seen: dict[object, int] = {}
            for index, claim in enumerate(found):
                said = (claim.value, getattr(claim, "bound", None), claim.of, claim.as_of)
                first = seen.setdefault(said, index)
                if first != index and found[first].as_printed == claim.as_printed:
                    message = f"the claim says the same as claim {first + 1} of the list"
                    hint = "join them into one claim with both citations"
                    yield Fault("claim-repeated", (*path, index), message, hint)


@cache
def _plain_fields(model: type[Record]) -> frozenset[str]:
    """Give the fields that state facts and carry no citations of their own."""
    bookkeeping = {"schema_url", "id", "formerly", "note", "citations"}
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if name not in bookkeeping and not _cites(item_model(field.annotation))
    )


@cache
def _cites(model: type[Model] | None) -> bool:
    """Say whether the parts of a field carry citations."""
    if model is None:
        return False
    return any(
        name == "citations" or _cites(item_model(field.annotation))
        for name, field in model.model_fields.items()
    )


def citations(record: Any) -> Iterator[Fault]:
    """``cite-supports``, ``cite-missing``: each fact is covered, and covers name real fields."""
    present = record.model_fields_set
    covered: set[str] = set()
    whole = False
    for index, citation in enumerate(record.citations):
        supports = citation.supports
        if not supports:
            whole = True
        else:
            # `schema_url` is a name of ours, and no key of files.
            if not present.issuperset(supports) or "schema_url" in supports:
                yield from _unknown(present - {"schema_url"}, index, citation)
            covered.update(supports)
    if not whole:
        for key in sorted((_plain_fields(record.__class__) & present) - covered):
            message = f'no citation backs "{key}"'
            hint = "name it in the `supports` of a citation, or leave `supports` out"
            yield Fault("cite-missing", (key,), message, hint, at_key=True)


def _unknown(present: set[str], index: int, citation: RecordCitation) -> Iterator[Fault]:
    for place, key in enumerate(citation.supports):
        if key not in present:
            close = closest(key, present)
            hint = f'did you mean "{close[0]}"?' if close else "name a key of this record"
            message = f'the record has no field "{key}"'
            yield Fault("cite-supports", ("citations", index, "supports", place), message, hint)


def unused(context: Context) -> Iterator[Finding]:
    """``source-unused``: a source that nothing cites says nothing."""
    if not context.complete:
        return
    cited = context.cited()
    for folder, id, source in context.each("sources"):
        if id not in cited and not any(old in cited for old in source.formerly):
            message = "nothing cites the source"
            hint = "cite it where it says something, or delete it"
            yield Finding(folder, id, Fault("source-unused", ("id",), message, hint))

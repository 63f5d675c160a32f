"""One thing, one record, one id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from unpko.checks.context import Context, Finding, PledgeCard
from unpko.model import KINDS, Official, Session, Source, State
from unpko.model.walk import Path, claim_lists
from unpko.problems import Fault


def ids(context: Context) -> Iterator[Finding]:
    """``id-path``, ``id-event``: the id is the path, and begins with the event where it has one."""
    for folder, path, record in context.each(*KINDS):
        if record.id != path:
            message = f'the id is "{record.id}", the file is {folder}/{path}.json'
            hint = f'write "{path}", or rename the file'
            if not _ID.fullmatch(path):
                hint = f"rename the file to {record.id}.json: its name is no id"
            yield Finding(folder, path, Fault("id-path", ("id",), message, hint))
    for folder, id, record in context.each("sessions", "pledges"):
        if not record.id.startswith(f"{record.ministerial_id}/"):
            event = record.id.partition("/")[0]
            message = f'the id says "{event}", the event is "{record.ministerial_id}"'
            hint = "an id begins with the id of the event"
            yield Finding(folder, id, Fault("id-event", ("ministerial_id",), message, hint))
        session = getattr(record, "session_id", None)
        if session is not None and session.partition("/")[0] != record.ministerial_id:
            message = f'the session "{session}" belongs to another event'
            hint = f'it should begin with "{record.ministerial_id}/"'
            yield Finding(folder, id, Fault("id-event", ("session_id",), message, hint))


def former_ids(context: Context) -> Iterator[Finding]:
    """``id-reused``: an id that was given up is not given to another record."""
    for folder in KINDS:
        owners: dict[str, str] = {}
        for id, record in context.records[folder].items():
            for index, old in enumerate(record.formerly):
                path = ("formerly", index)
                if old in context.records[folder] or old in context.broken[folder]:
                    message = f'the former id "{old}" is the present id of a record'
                    yield Finding(
                        folder, id, Fault("id-reused", path, message, "ids are never reused")
                    )
                elif owners.setdefault(old, id) != id:
                    message = f'the former id "{old}" is also claimed by "{owners[old]}"'
                    yield Finding(
                        folder, id, Fault("id-reused", path, message, "only one can have it")
                    )


def state_names(context: Context) -> Iterator[Finding]:
    """``state-alias``: a name or code leads to one state, or merges go wrong."""
    fields = ("iso_alpha2", "m49", "cow_code", "cow_abbreviation", "gw_code")
    owners: dict[tuple[str, object], str] = {}
    for folder, id, state in context.each("states"):
        assert isinstance(state, State)
        named: list[tuple[Path, str, object]] = [
            ((field,), field, value)
            for field in fields
            if (value := getattr(state, field)) is not None
        ]
        own: list[tuple[Path, str | None]] = [
            (("short_name",), state.short_name),
            (("formal_name",), state.formal_name),
            *((("aliases", i), alias) for i, alias in enumerate(state.aliases)),
        ]
        named += [(path, "name", _fold(name)) for path, name in own if name]
        for path, field, value in named:
            owner = owners.setdefault((field, value), id)
            if owner != id:
                message = f"{value!r} is also the {field.replace('_', ' ')} of {owner}"
                yield Finding(
                    folder, id, Fault("state-alias", path, message, "one of the two is wrong")
                )


def duplicates(context: Context) -> Iterator[Finding]:
    """``duplicate``, ``maybe-duplicate``: two contributors did not write the same thing twice.

    Random ids did not prevent that elsewhere (openstates added four officials twice); names and
    contents are compared instead, and only records that share a key.
    """
    for folder, keys in _KEYS.items():
        groups: dict[object, list[tuple[str, Any]]] = {}
        for id, record in context.records[folder].items():
            for key in set(keys(record)):
                groups.setdefault(key, []).append((id, record))
        told: set[str] = set()
        for group in groups.values():
            for number, (second, b) in enumerate(group):
                # One twin is enough to say: of a thousand copies each is told once.
                for first, a in group[:number] if second not in told else ():
                    if first != second and (finding := _compare(folder, first, a, second, b)):
                        told.add(second)
                        yield finding
                        break


def _compare(folder: str, first: str, a: Any, second: str, b: Any) -> Finding | None:
    if isinstance(a, PledgeCard) and not _alike(a, b):
        return None  # most pairs; what has the same content is alike
    if _same_content(a, b):
        message = f'the record says the same as "{first}"'
        return Finding(folder, second, Fault("duplicate", ("id",), message, "keep one of the two"))
    if isinstance(a, PledgeCard) and _linked(a, b):
        return None
    if isinstance(a, Source) and isinstance(b, Source) and _copies(a, b):
        return None
    message = f'the record looks like "{first}"'
    hint = "join them: each telling is a citation, a differing number a claim"
    return Finding(folder, second, Fault("maybe-duplicate", ("id",), message, hint))


def _copies(a: Source, b: Source) -> bool:
    return b.id == a.copy_of_id or a.id == b.copy_of_id


def _same_content(a: Any, b: Any) -> bool:
    if isinstance(a, PledgeCard):
        return bool(a.digest == b.digest)
    others = b.__dict__
    return all(name == "id" or value == others[name] for name, value in a.__dict__.items())


def _alike(a: PledgeCard, b: PledgeCard) -> bool:
    """Say whether two pledges of the same pledgers at one event are probably one.

    Either the summaries share most of their words, or, since everybody writes in their own, the
    same numbers of the same things are promised for the same time.
    """
    if a.amounts and a.amounts == b.amounts:
        return True
    words, others = _tokens(a.summary), _tokens(b.summary)
    if len(words) < 0.7 * len(others) or len(others) < 0.7 * len(words):
        return False  # they cannot share enough
    return len(words & others) >= 0.7 * len(words | others)


def _linked(a: PledgeCard, b: PledgeCard) -> bool:
    """Say whether two pledges are known to be two: one is a part or a repetition of the other."""
    linked = {a.part_of_id, a.continues_id, b.part_of_id, b.continues_id}
    siblings = a.part_of_id is not None and a.part_of_id == b.part_of_id
    return siblings or a.id in linked or b.id in linked


_ID = re.compile(r"[A-Z]{3}|[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_fold(text)))


def _fold(text: str) -> str:
    """Write a name without accents and in small letters, so that spellings meet."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _names(record: Any) -> Iterable[object]:
    """Give the names that a record goes by, folded."""
    for path, claims in claim_lists(record):
        if path == ("names",):
            yield from (_fold(claim.value) for claim in claims)


def _session_key(session: Session) -> Iterable[object]:
    return {(session.ministerial_id, _fold(claim.value)) for claim in session.titles}


def _official_key(official: Official) -> Iterable[object]:
    # The order of family and given name differs from source to source.
    return {tuple(sorted(_words(claim.value))) or claim.value for claim in official.names}


def _source_key(source: Source) -> Iterable[object]:
    dates = tuple(claim.value for claim in source.dates)
    return [source.url or (source.publisher, source.title, dates)]


_KEYS: dict[str, Callable[[Any], Iterable[object]]] = {
    "ministerials": lambda event: [(name, event.start_dates[0].value) for name in _names(event)],
    "sessions": _session_key,
    "officials": _official_key,
    "pledges": lambda pledge: [(pledge.ministerial_id, pledge.parties)],
    "sources": _source_key,
    "organisations": lambda body: [(name, body.state_id) for name in _names(body)],
    "frameworks": _names,
    "missions": lambda mission: [mission.acronym],
}

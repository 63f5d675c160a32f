"""An ordered, typed set of records of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload

from unpko.errors import UnknownCode, UnknownFilter, UnknownRecord
from unpko.model.base import Record, shorten
from unpko.suggest import closest

if TYPE_CHECKING:
    from unpko.model.relations import Filter, Links

R = TypeVar("R", bound=Record)


class Shelf(Protocol):
    """What a collection needs of the place where its records are kept."""

    links: Links
    model: type[Record]

    def ids(self) -> tuple[str, ...]:
        """Give all ids, sorted, without reading a record."""

    def record(self, id: str) -> Record:
        """Give the record with this id, which must be one of the shelf's."""

    def all(self) -> Iterator[Record]:
        """Give every record, by id."""


class Collection(Generic[R]):
    """An ordered, typed set of records of one kind.

    A collection is cheap: it holds ids, and a record is read when it is asked for. Iterating
    gives records, in order; ``in`` takes an id or a record.

    Example:
        >>> import unpko
        >>> pledges = unpko.load().pledges.where(ministerial="2021-seoul", state="KOR")
        >>> pledges["2021-seoul/kor-helicopters"].state_ids
        ('KOR',)
    """

    __slots__ = ("_ids", "_order", "_shelf")

    def __init__(self, shelf: Shelf, ids: Iterable[str]) -> None:
        self._shelf = shelf
        self._order = tuple(dict.fromkeys(ids))
        self._ids = frozenset(self._order)

    def ids(self) -> tuple[str, ...]:
        """Give the ids, in order, without reading any record.

        Example:
            >>> import unpko
            >>> "2021-seoul" in unpko.load().ministerials.ids()
            True
        """
        return self._order

    def __iter__(self) -> Iterator[R]:
        if self._order == self._shelf.ids():
            yield from self._shelf.all()  # type: ignore[misc]  # the shelf holds one kind
        else:
            for id in self._order:
                yield self._shelf.record(id)  # type: ignore[misc]

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, item: object) -> bool:
        if isinstance(item, Record):
            return item.id in self._ids and self._shelf.record(item.id) == item
        return isinstance(item, str) and (item in self._ids or self._present(item) is not None)

    def has_id(self, id: str) -> bool:
        """Say whether a record has exactly this id, former ids left aside."""
        return id in self._ids

    def __getitem__(self, id: str) -> R:
        """Give the record with this id, or with this former id.

        Raises:
            unpko.UnknownRecord: if there is none; it names ids that look like it.
            TypeError: if ``id`` is no text.
        """
        self._must_be_id(id)
        found = id if id in self._ids else self._present(id)
        if found is None:
            folder = self._shelf.model.folder
            try:
                self._shelf.links.resolve(folder, id)
            except UnknownRecord as error:  # it may know more, such as the names of states
                close = [name for name in error.close if name in self._ids]
            else:
                close = []
            raise UnknownRecord(folder, id, close or closest(id, self._order))
        return self._shelf.record(found)  # type: ignore[return-value]

    @overload
    def get(self, id: str) -> R | None: ...
    @overload
    def get(self, id: str, default: R) -> R: ...
    def get(self, id: str, default: R | None = None) -> R | None:
        """Give the record with this id, or ``default`` where there is none.

        Example:
            >>> import unpko
            >>> unpko.load().missions.get("no-such-mission") is None
            True
        """
        self._must_be_id(id)
        found = id if id in self._ids else self._present(id)
        return default if found is None else self._shelf.record(found)  # type: ignore[return-value]

    def _must_be_id(self, id: object) -> None:
        if isinstance(id, str):
            return
        name = self._shelf.model.folder
        example = next(iter(self._order), "the-id")
        if isinstance(id, Record):
            hint = f"write {id.id!r}"
        elif isinstance(id, int | slice):
            place = f"{id.start or ''}:{id.stop or ''}" if isinstance(id, slice) else id
            hint = f'write {name}["{example}"], or list({name})[{place}] to go by place'
        else:
            hint = f'write {name}["{example}"]'
        raise TypeError(f"{name} are asked for by id, not by {type(id).__name__}: {hint}")

    def _present(self, id: str) -> str | None:
        """Give the id of this collection that ``id`` was renamed to, if any."""
        found = self._shelf.links.present(self._shelf.model.folder, id)
        return found if found in self._ids else None

    def where(
        self, predicate: Callable[[R], bool] | None = None, /, **conditions: str | Record
    ) -> Collection[R]:
        """Give the records that meet every condition, in the same order.

        Args:
            predicate: called with each record; true keeps it.
            conditions: a filter of this kind (`filters` names them) and the value that a record
                must have, an id, a record or a code. A record with several values, such as the
                pledgers of a joint pledge, needs to have it among them.

        Raises:
            unpko.UnknownFilter: if this kind has no such filter.
            unpko.UnknownCode: if the value is no code of the list.
            unpko.UnknownRecord: if the value is no id of the kind it should be.
            TypeError: if a value is no single text or record, or ``predicate`` no function.

        Example:
            >>> import unpko
            >>> unpko.load().pledges.where(state="MAR", capability="medical_level_4").ids()
            ('2021-seoul/mar-level-4-hospital',)
        """
        if predicate is not None and not callable(predicate):
            raise TypeError(self._not_a_function(predicate))
        tests = [self._test(name, value) for name, value in conditions.items()]
        return Collection(
            self._shelf,
            (
                record.id
                for record in self
                if all(self._has(record, filter, wanted) for filter, wanted in tests)
                and (predicate is None or predicate(record))
            ),
        )

    def _has(self, record: R, filter: Filter, wanted: str) -> bool:
        values = filter.values(record)
        if wanted in values or filter.folder is None:
            return wanted in values
        present = self._shelf.links.present
        return any(id is not None and present(filter.folder, id) == wanted for id in values)

    def _test(self, name: str, value: str | Record) -> tuple[Filter, str]:
        model = self._shelf.model
        filter = model.filters.get(name)
        if filter is None:
            raise UnknownFilter(model.folder, name, model.filters, closest(name, model.filters))
        if not isinstance(value, str | Record):
            raise TypeError(_not_a_condition(model, name, value))
        wanted = value.id if isinstance(value, Record) else value
        if filter.folder is not None:
            return filter, self._shelf.links.resolve(filter.folder, wanted)
        if filter.codes is not None and wanted not in filter.codes.__members__.values():
            codes = [str(code) for code in filter.codes]
            raise UnknownCode(name, wanted, closest(str(wanted), codes))
        return filter, wanted

    def _not_a_function(self, value: object) -> str:
        """Say that a condition needs its name, with the name that the value fits."""
        model, names = self._shelf.model, self.filters
        fitting = []
        if isinstance(value, str | Record):
            for name in (n for n in names if model.filters[n].folder or model.filters[n].codes):
                with suppress(UnknownCode, UnknownRecord):
                    self._test(name, value)
                    fitting.append(name)
        shown = value.id if isinstance(value, Record) else value
        what = f"{fitting[0]}={shown!r}" if fitting else f"{names[0]}=..."
        return (
            f"where() takes a function or named conditions, not {type(value).__name__}: "
            f"write where({what}){'' if fitting else '; the names are ' + ', '.join(names)}"
        )

    @property
    def filters(self) -> tuple[str, ...]:
        """The names that `where` understands for this kind.

        Example:
            >>> import unpko
            >>> unpko.load().missions.filters
            ('state',)
        """
        return tuple(self._shelf.model.filters)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the records as plain data, the keys as in the files, absent values left out.

        Example:
            >>> import unpko
            >>> first, *others = unpko.load().missions.to_dicts()
            >>> list(first)[:3]
            ['$schema', 'id', 'acronym']
        """
        return [record.model_dump(mode="json", exclude_defaults=True) for record in self]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        return self._order == other._order and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(self._order[:3]) + (", …" if len(self._order) > 3 else "")
        return f"<{len(self._order)} {self._shelf.model.folder}: {shown}>"

    def _repr_html_(self) -> str:
        from html import escape
        from itertools import islice

        rows = "".join(
            f"<tr><td><code>{escape(record.id)}</code></td>"
            f"<td>{escape(shorten(record.label, 100))}</td></tr>"
            for record in islice(self, 20)
        )
        more = f"<p>and {len(self) - 20} more</p>" if len(self) > 20 else ""
        return (
            f"<table><thead><tr><th>{escape(self._shelf.model.kind_name)}</th><th></th></tr>"
            f"</thead><tbody>{rows}</tbody></table>{more}"
        )


def _not_a_condition(model: type[Record], name: str, value: object) -> str:
    """Say what to write for a condition that is neither a text nor a record."""
    kind = model.kind_name
    by_function = f"where(lambda {kind}: ...)"
    if value is None:
        hint = f"for {model.folder} that have none give a function, {by_function}"
    elif isinstance(value, list | tuple | set | frozenset):
        first = next((item for item in value if isinstance(item, str)), "...")
        hint = f"give one, where({name}={first!r}), or for any of several a function, {by_function}"
    else:
        hint = f"give an id, a code or a record, or a function, {by_function}"
    return f"the value of {name} is one text or record, not {type(value).__name__}: {hint}"

"""How records hang together: relations, declared on the models and answered by a dataset.

A reference is text in a field that ends in ``_id`` or ``_ids``. The relation has the bare noun as
its name and gives the record itself: ``pledge.ministerial_id`` is text, ``pledge.ministerial`` is
the ministerial. The declarations below carry both directions::

    class Pledge(Record):
        ministerial = One["Ministerial"]("ministerials", lambda pledge: pledge.ministerial_id)

    class Ministerial(Record):
        pledges = ManyReverse["Pledge"]("pledges", "ministerial")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar, cast, overload

if TYPE_CHECKING:
    from unpko.model.base import Record
    from unpko.model.codelists import CodeList
    from unpko.model.collection import Collection

R = TypeVar("R", bound="Record")


class Links(Protocol):
    """What relations need of a dataset."""

    def one(self, folder: str, id: str) -> Record:
        """Give the record of a folder by its id, or by an id that it had before."""

    def some(self, folder: str, ids: Iterable[str]) -> Collection[Any]:
        """Give the records of a folder by their ids, each once, in this order."""

    def referring(self, folder: str, relation: str, id: str) -> Collection[Any]:
        """Give the records of a folder whose relation leads to ``id``."""

    def present(self, folder: str, id: str) -> str | None:
        """Give the present id for an id or a former id, or None."""

    def resolve(self, folder: str, id: str) -> str:
        """Give the present id for an id or a former id; raises `unpko.UnknownRecord`."""


class One(Generic[R]):
    """A relation to exactly one record."""

    def __init__(self, folder: str, id: Callable[[Any], str]) -> None:
        self.folder, self._id = folder, id

    def ids(self, record: Record) -> Iterable[str]:
        """Give the one id that the relation follows."""
        return (self._id(record),)

    @overload
    def __get__(self, record: None, owner: type) -> One[R]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> R: ...
    def __get__(self, record: Record | None, owner: type) -> One[R] | R:
        if record is None:
            return self
        return cast("R", record.links.one(self.folder, self._id(record)))


class OneOrNone(Generic[R]):
    """A relation to one record, or to none."""

    def __init__(self, folder: str, id: Callable[[Any], str | None]) -> None:
        self.folder, self._id = folder, id

    def ids(self, record: Record) -> Iterable[str]:
        """Give the id that the relation follows, if there is one."""
        id = self._id(record)
        return () if id is None else (id,)

    @overload
    def __get__(self, record: None, owner: type) -> OneOrNone[R]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> R | None: ...
    def __get__(self, record: Record | None, owner: type) -> OneOrNone[R] | R | None:
        if record is None:
            return self
        id = self._id(record)
        return None if id is None else cast("R", record.links.one(self.folder, id))


class Many(Generic[R]):
    """A relation to several records, in the order in which the record names them."""

    def __init__(self, folder: str, ids: Callable[[Any], Iterable[str | None]]) -> None:
        self.folder, self._ids = folder, ids

    def ids(self, record: Record) -> Iterable[str]:
        """Give the ids that the relation follows."""
        return [id for id in self._ids(record) if id is not None]

    @overload
    def __get__(self, record: None, owner: type) -> Many[R]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> Collection[R]: ...
    def __get__(self, record: Record | None, owner: type) -> Many[R] | Collection[R]:
        if record is None:
            return self
        return record.links.some(self.folder, self.ids(record))


class ManyReverse(Generic[R]):
    """The other direction of a relation: the records of ``folder`` that lead here."""

    def __init__(self, folder: str, relation: str) -> None:
        self.folder, self.relation = folder, relation

    @overload
    def __get__(self, record: None, owner: type) -> ManyReverse[R]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> Collection[R]: ...
    def __get__(self, record: Record | None, owner: type) -> ManyReverse[R] | Collection[R]:
        if record is None:
            return self
        return record.links.referring(self.folder, self.relation, record.id)


class Filter(NamedTuple):
    """One name that ``where`` understands: which values a record has for it, and from where.

    Attributes:
        values: gives the values of a record.
        folder: the folder whose ids the values are, if they are ids.
        codes: the code list that the values come from, if they are codes.
    """

    values: Callable[[Any], Iterable[str | None]]
    folder: str | None = None
    codes: type[CodeList] | None = None

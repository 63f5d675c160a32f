"""The dataset: every record, linked, and the views across them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from unpko.dataset.shelf import Shelf
from unpko.dataset.store import Store, digest
from unpko.errors import UnknownRecord
from unpko.model import KINDS, Collection, Record
from unpko.model.base import shorten
from unpko.suggest import closest

if TYPE_CHECKING:
    from unpko.dataset.views import ClaimView, Coverage, Dispute
    from unpko.model import (
        Framework,
        Ministerial,
        Mission,
        Official,
        Organisation,
        Pledge,
        Session,
        Source,
        State,
    )


class Dataset:
    """Every record of a folder or of the package, typed and linked.

    Nothing is read before it is asked for, and each record is read once. A dataset does not
    change: load it again after its files changed.

    Example:
        >>> import unpko
        >>> ds = unpko.load()
        >>> ds.states["MAR"].pledges.where(capability="medical_level_4").ids()
        ('2021-seoul/mar-level-4-hospital',)
    """

    def __init__(self, store: Store, version: str) -> None:
        self._store = store
        self.version = version
        """The version of the package whose models read the records."""
        self._shelves = {name: Shelf(store, model, self) for name, model in KINDS.items()}
        self._collections: dict[str, Collection[Any]] = {}
        self._reverse: dict[tuple[str, str], dict[str, list[str]]] = {}

    @cached_property
    def ministerials(self) -> Collection[Ministerial]:
        """The events.

        Example:
            >>> import unpko
            >>> unpko.load().ministerials["2021-seoul"].start_date
            '2021-12-07'
        """
        return self._collection("ministerials")

    @cached_property
    def sessions(self) -> Collection[Session]:
        """The sessions of all events.

        Example:
            >>> import unpko
            >>> unpko.load().sessions["2021-seoul/sustaining-peace"].ministerial_id
            '2021-seoul'
        """
        return self._collection("sessions")

    @cached_property
    def officials(self) -> Collection[Official]:
        """The people who took part.

        Example:
            >>> import unpko
            >>> unpko.load().officials["lacroix-jean-pierre"].name
            'Jean-Pierre Lacroix'
        """
        return self._collection("officials")

    @cached_property
    def pledges(self) -> Collection[Pledge]:
        """The pledges of all events.

        Example:
            >>> import unpko
            >>> unpko.load().pledges["2021-seoul/kor-helicopters"].state_ids
            ('KOR',)
        """
        return self._collection("pledges")

    @cached_property
    def sources(self) -> Collection[Source]:
        """The documents that facts are taken from.

        Example:
            >>> import unpko
            >>> unpko.load().sources["un-2021-seoul-concludes"].publisher
            'United Nations'
        """
        return self._collection("sources")

    @cached_property
    def states(self) -> Collection[State]:
        """The member and observer states of the UN.

        Example:
            >>> import unpko
            >>> unpko.load().states["RWA"].short_name
            'Rwanda'
        """
        return self._collection("states")

    @cached_property
    def organisations(self) -> Collection[Organisation]:
        """The organisations.

        Example:
            >>> import unpko
            >>> unpko.load().organisations["un"].label
            'United Nations'
        """
        return self._collection("organisations")

    @cached_property
    def frameworks(self) -> Collection[Framework]:
        """The frameworks.

        Example:
            >>> import unpko
            >>> unpko.load().frameworks["a4p-plus"].acronym
            'A4P+'
        """
        return self._collection("frameworks")

    @cached_property
    def missions(self) -> Collection[Mission]:
        """The UN peace operations.

        Example:
            >>> import unpko
            >>> unpko.load().missions["minusma"].acronym
            'MINUSMA'
        """
        return self._collection("missions")

    def records(self) -> Iterable[Record]:
        """Give every record of every kind.

        Example:
            >>> import unpko
            >>> ds = unpko.load()
            >>> len(list(ds.records())) > len(ds.pledges)
            True
        """
        for shelf in self._shelves.values():
            yield from shelf.all()

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all records, in hexadecimal, to cite the data by.

        A wheel and the checkout that it was built from have the same digest.

        Example:
            >>> import unpko
            >>> len(unpko.load().digest)
            64
        """
        return digest(self._store, tuple(KINDS))

    @cached_property
    def claims(self) -> tuple[ClaimView, ...]:
        """Every claim of every record, with the record and the field that it belongs to.

        Example:
            >>> import unpko
            >>> claims = unpko.load().claims
            >>> "names" in {view.field for view in claims if view.record.id == "unmiss"}
            True
        """
        from unpko.dataset.views import Claims, claims

        return Claims(claims(self.records()))

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Every fact on which sources disagree.

        Example:
            >>> import unpko
            >>> disputes = unpko.load().disputes
            >>> any(d.record.id == "2021-seoul" and 155 in d.values for d in disputes)
            True
        """
        from unpko.dataset.views import Disputes, disputes

        return Disputes(disputes(self.records()))

    def coverage(self) -> tuple[Coverage, ...]:
        """Say, per event, how many states are said to have pledged and how many are recorded.

        Example:
            >>> import unpko
            >>> seoul = next(c for c in unpko.load().coverage() if c.ministerial.id == "2021-seoul")
            >>> seoul.said
            62
        """
        from unpko.dataset.views import Coverages, coverage

        return Coverages(coverage(self))

    # What relations ask; see unpko.model.relations.Links.

    def one(self, folder: str, id: str) -> Record:
        """Give the record of a folder by its id, or by an id that it had before.

        Raises:
            unpko.UnknownRecord: if there is none.
        """
        return self._shelves[folder].record(self.resolve(folder, id))

    def some(self, folder: str, ids: Iterable[str]) -> Collection[Any]:
        """Give the records of a folder by their ids, each once, in this order."""
        return Collection(self._shelves[folder], (self.resolve(folder, id) for id in ids))

    def referring(self, folder: str, relation: str, id: str) -> Collection[Any]:
        """Give the records of a folder whose relation leads to ``id``, in their natural order."""
        key = folder, relation
        if key not in self._reverse:
            index: dict[str, list[str]] = {}
            shelf = self._shelves[folder]
            forward = getattr(shelf.model, relation)
            for record in sorted(shelf.all(), key=lambda record: record.sort_key):
                for target in dict.fromkeys(forward.ids(record)):
                    # A reference that leads nowhere is for the validator to report.
                    if (present := self.present(forward.folder, target)) is not None:
                        index.setdefault(present, []).append(record.id)
            self._reverse[key] = index
        return Collection(self._shelves[folder], self._reverse[key].get(id, ()))

    def resolve(self, folder: str, id: str) -> str:
        """Give the present id for an id or a former id.

        Raises:
            unpko.UnknownRecord: if there is none; it names ids that look like it.
        """
        found = self.present(folder, id)
        if found is None:
            raise UnknownRecord(folder, id, self._close(folder, id))
        return found

    def present(self, folder: str, id: str) -> str | None:
        """Give the present id for an id or a former id, or None where there is none."""
        if self._collection(folder).has_id(id):
            return id
        return self._shelves[folder].former(id)

    def _collection(self, folder: str) -> Collection[Any]:
        found = self._collections.get(folder)
        if found is None:
            shelf = self._shelves[folder]
            found = self._collections[folder] = Collection(shelf, shelf.ids())
        return found

    def _close(self, folder: str, id: str) -> tuple[str, ...]:
        """Give ids that look like a wrong one; for states, names and aliases lead to the code."""
        if folder == "states":
            from unpko.dataset.views import state_names

            code = state_names(self.states).get(id.casefold())
            if code is not None:
                return (code,)
        return closest(id, self._shelves[folder].ids())

    def __repr__(self) -> str:
        sizes = {name: len(shelf.ids()) for name, shelf in self._shelves.items()}
        counts = ", ".join(f"{size} {name}" for name, size in sizes.items() if size)
        return f"<Dataset {self.version}: {counts}>"

    def _repr_html_(self) -> str:
        from html import escape

        rows = "".join(
            f"<tr><td>{escape(name)}</td><td style='text-align:right'>{len(ids)}</td>"
            f"<td><code>{escape(shorten(', '.join(ids[:3])))}</code></td></tr>"
            for name, ids in ((name, shelf.ids()) for name, shelf in self._shelves.items())
        )
        return f"<b>unpko {escape(self.version)}</b><table><tbody>{rows}</tbody></table>"

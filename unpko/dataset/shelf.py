"""The records of one kind: read when asked for, each once."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from unpko.collector import collector_paused
from unpko.dataset.store import Store, unreadable
from unpko.errors import InvalidRecords
from unpko.model.base import Record, link
from unpko.model.relations import Links
from unpko.problems import Problem


class Shelf:
    """The records of one kind, kept as bytes until they are asked for."""

    def __init__(self, store: Store, model: type[Record], links: Links) -> None:
        self.model, self.links = model, links
        self._store = store
        self._ids: tuple[str, ...] | None = None
        self._records: dict[str, Record] = {}
        self._former: dict[str, str] | None = None

    def ids(self) -> tuple[str, ...]:
        """Give the ids, sorted, without reading a record."""
        if self._ids is None:
            self._ids = self._store.ids(self.model.folder)
        return self._ids

    def record(self, id: str) -> Record:
        """Give the record with this id, which must be one of the shelf's.

        Raises:
            unpko.InvalidRecords: if it is not valid.
        """
        found = self._records.get(id)
        return self._read(id) if found is None else found

    def _read(self, id: str) -> Record:
        """Read a record, the careful way if the short one refuses it."""
        folder = self.model.folder
        try:
            data = self._store.read(folder, id)
        except OSError as error:
            raise InvalidRecords([unreadable(self._store, folder, id, error)]) from None
        try:
            record: Record = self.model.__pydantic_validator__.validate_json(data)
        except ValidationError:
            record = self._read_carefully(id, data)
        if record.id != id:
            message = f'the id is "{record.id}", the place says "{id}"'
            place = self._store.path(folder, id)
            raise InvalidRecords([Problem(place, 1, 1, "id-path", message)])
        link(record, self.links)
        # Two threads may both read a record; the first one stays, so that identity is stable.
        return self._records.setdefault(id, record)

    def _read_carefully(self, id: str, data: bytes) -> Record:
        """Read a record that the short way refuses: of an older version it may be valid."""
        from unpko.reading import read_record

        path = self._store.path(self.model.folder, id)
        record, problems, _ = read_record(data, path, self.model.folder)
        if record is None or problems:
            raise InvalidRecords(problems) from None
        return record

    def all(self) -> Iterator[Record]:
        """Give every record, reading those that were not read yet."""
        if len(self._records) < len(self.ids()):
            with collector_paused():
                self._read_all()
        return map(self._records.__getitem__, self.ids())

    def _read_all(self) -> None:
        """Read what was not read yet, by the shortest way."""
        records, links, folder, read = (
            self._records,
            self.links,
            self.model.folder,
            self._store.read,
        )
        validate = self.model.__pydantic_validator__.validate_json
        for id in self.ids():
            if id not in records:
                try:
                    record: Record = validate(read(folder, id))
                except (ValidationError, OSError):
                    self._read(id)  # it says what is wrong
                    continue
                if record.id != id:
                    self._read(id)
                link(record, links)
                records.setdefault(id, record)

    def former(self, id: str) -> str | None:
        """Give the present id of a record that once had this id, or None."""
        if self._former is None:
            self._former = {old: r.id for r in self.all() for old in r.formerly}
        return self._former.get(id)

"""The exceptions that unpko raises, each with the value that caused it."""

from __future__ import annotations

from collections.abc import Iterable


class UnpkoError(Exception):
    """The base of every exception that unpko raises on purpose."""


class UnknownRecord(UnpkoError, KeyError):
    """No record has this id.

    Attributes:
        kind: the folder that was searched, such as ``"pledges"``.
        id: the id that was asked for.
        close: ids that look like it, the closest first.
    """

    def __init__(self, kind: str, id: str, close: Iterable[str] = ()) -> None:
        self.kind, self.id, self.close = kind, id, tuple(close)
        super().__init__(kind, id, self.close)

    def __str__(self) -> str:
        return f"no record {self.id!r} in {self.kind}{did_you_mean(self.close)}"


class UnknownFilter(UnpkoError, ValueError):
    """``where`` was asked for a name that records of this kind cannot be filtered by."""

    def __init__(self, kind: str, name: str, known: Iterable[str], close: Iterable[str]) -> None:
        self.kind, self.name, self.known, self.close = kind, name, tuple(known), tuple(close)
        super().__init__(kind, name, self.known, self.close)

    def __str__(self) -> str:
        known = ", ".join(self.known)
        hint = did_you_mean(self.close)
        return f"{self.kind} have no filter {self.name!r}{hint}; there are: {known}"


class UnknownCode(UnpkoError, ValueError):
    """A value is not in the code list that it should come from."""

    def __init__(self, field: str, value: object, close: Iterable[str]) -> None:
        self.field, self.value, self.close = field, value, tuple(close)
        super().__init__(field, value, self.close)

    def __str__(self) -> str:
        return f"{self.value!r} is not a code of {self.field}{did_you_mean(self.close)}"


class Disputed(UnpkoError, ValueError):
    """The sources disagree and no claim is preferred, so there is no one value.

    Attributes:
        what: the fact that was asked for.
        values: the rival values, in the order of their claims.
    """

    def __init__(self, what: str, values: Iterable[object]) -> None:
        self.what, self.values = what, tuple(values)
        super().__init__(what, self.values)

    def __str__(self) -> str:
        values = ", ".join(repr(v) for v in self.values)
        return f"the sources disagree on {self.what}: {values}; look at the claims"


class Unlinked(UnpkoError, RuntimeError):
    """A relation was asked of a record that belongs to no dataset."""

    def __init__(self, kind: str, id: str) -> None:
        self.kind, self.id = kind, id
        super().__init__(kind, id)

    def __str__(self) -> str:
        return f"{self.kind} {self.id!r} was made by hand or copied: take it from a dataset"


class InvalidRecords(UnpkoError, ValueError):
    """Records that were to be loaded are not valid; ``unpko validate`` says where and why.

    Attributes:
        problems: the problems that were met.
    """

    def __init__(self, problems: Iterable[object]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        first = "\n".join(f"  {problem}" for problem in self.problems[:5])
        more = f"\n  and {len(self.problems) - 5} more" if len(self.problems) > 5 else ""
        return f"the records are not valid:\n{first}{more}"


def did_you_mean(close: Iterable[str]) -> str:
    """Say ``; did you mean "a" or "b"?``, or nothing where nothing is close."""
    names = [f'"{name}"' for name in close]
    return f"; did you mean {' or '.join(names)}?" if names else ""

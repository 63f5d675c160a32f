"""The exceptions that unpko raises, each with the value that caused it."""

from __future__ import annotations

from collections.abc import Iterable


class UnpkoError(Exception):
    """The base of every exception that unpko raises on purpose.

    Example:
        >>> import unpko
        >>> try:
        ...     unpko.load().states["KR"]
        ... except unpko.UnpkoError as error:
        ...     print(error)
        no record 'KR' in states; did you mean "KOR"?
    """


class UnknownRecord(UnpkoError, KeyError):
    """No record has this id.

    Attributes:
        kind: the folder that was searched, such as ``"pledges"``.
        id: the id that was asked for.
        close: ids that look like it, the closest first.
        known: what there is, where that is a short list; else empty.

    Example:
        >>> import unpko
        >>> try:
        ...     unpko.load().ministerials["2021-soul"]
        ... except unpko.UnknownRecord as error:
        ...     print(error.kind, error.id, error.close[0])
        ministerials 2021-soul 2021-seoul
    """

    def __init__(
        self, kind: str, id: str, close: Iterable[str] = (), known: Iterable[str] = ()
    ) -> None:
        self.kind, self.id, self.close, self.known = kind, id, tuple(close), tuple(known)
        super().__init__(kind, id, self.close, self.known)

    def __str__(self) -> str:
        hint = did_you_mean(self.close)
        if not hint and self.known:
            more = f", and {len(self.known) - 5} more" if len(self.known) > 5 else ""
            hint = f"; there are: {', '.join(self.known[:5])}{more}"
        return f"no record {self.id!r} in {self.kind}{hint}"


class UnknownFilter(UnpkoError, ValueError):
    """``where`` was asked for a name that records of this kind cannot be filtered by.

    Attributes:
        kind: the folder of the records, such as ``"pledges"``.
        name: the name that was asked for.
        known: every name that ``where`` understands for this kind.
        close: those among them that look like it, the closest first.

    Example:
        >>> import unpko
        >>> try:
        ...     unpko.load().pledges.where(categry="aviation")
        ... except unpko.UnknownFilter as error:
        ...     print(error.kind, error.name, error.close[0], "category" in error.known)
        pledges categry category True
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], close: Iterable[str]) -> None:
        self.kind, self.name, self.known, self.close = kind, name, tuple(known), tuple(close)
        super().__init__(kind, name, self.known, self.close)

    def __str__(self) -> str:
        known = ", ".join(self.known)
        hint = did_you_mean(self.close)
        return f"{self.kind} have no filter {self.name!r}{hint}; there are: {known}"


class UnknownCode(UnpkoError, ValueError):
    """A value is not in the code list that it should come from.

    Attributes:
        field: the filter, or the code list, that the value was given for.
        value: the value.
        close: codes that look like it, the closest first.

    Example:
        >>> import unpko
        >>> try:
        ...     unpko.load().pledges.where(category="aviaton")
        ... except unpko.UnknownCode as error:
        ...     print(error.field, error.value, error.close[0])
        category aviaton aviation
    """

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

    Example:
        >>> import unpko
        >>> error = unpko.Disputed("Parties at ministerial level", [55, 57])
        >>> print(error)
        the sources disagree on Parties at ministerial level: 55, 57; look at the claims
    """

    def __init__(self, what: str, values: Iterable[object]) -> None:
        self.what, self.values = what, tuple(values)
        super().__init__(what, self.values)

    def __str__(self) -> str:
        values = ", ".join(repr(v) for v in self.values)
        return f"the sources disagree on {self.what}: {values}; look at the claims"


class Unlinked(UnpkoError, RuntimeError):
    """A relation was asked of a record that belongs to no dataset.

    Attributes:
        kind: the kind of the record, such as ``"pledge"``.
        id: the id of the record.

    Example:
        >>> import unpko
        >>> pledge = unpko.load().pledges["2021-seoul/kor-helicopters"].model_copy()
        >>> try:
        ...     pledge.ministerial
        ... except unpko.Unlinked as error:
        ...     print(error.kind, error.id)
        pledge 2021-seoul/kor-helicopters
    """

    def __init__(self, kind: str, id: str) -> None:
        self.kind, self.id = kind, id
        super().__init__(kind, id)

    def __str__(self) -> str:
        return f"{self.kind} {self.id!r} was made by hand or copied: take it from a dataset"


class InvalidRecords(UnpkoError, ValueError):
    """Records that were to be loaded are not valid; ``unpko validate`` says where and why.

    Attributes:
        problems: the problems that were met.

    Example:
        >>> import pathlib, tempfile, unpko
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     states = pathlib.Path(folder, "states")
        ...     states.mkdir()
        ...     _ = states.joinpath("KOR.json").write_text("{")
        ...     try:
        ...         unpko.load(folder).states["KOR"]
        ...     except unpko.InvalidRecords as error:
        ...         print(error.problems[0].code)
        json-syntax
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

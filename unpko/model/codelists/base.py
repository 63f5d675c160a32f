"""What a code list is: codes with a label and a description, closed or growing."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from unpko.errors import UnknownCode
from unpko.suggest import closest


class CodeList(StrEnum):
    """A list of codes, each with the term that readers see and a definition.

    A member equals the text of its code, so `Category.AVIATION == "aviation"`. A published code
    never changes its meaning; its label and its description may be corrected at any time. No list
    has a code for "unknown": what is not stated is absent.
    """

    # `label`, not `title`: str.title is a method.
    label: str
    description: str

    # Every member gives both texts; the defaults let type checkers accept Category("aviation").
    def __new__(cls, code: str, label: str = "", description: str = "") -> CodeList:
        """Make the member from its code and its texts."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.description = description
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Give the member with this code.

        Raises:
            unpko.UnknownCode: if there is none; it names codes that look like it.
            TypeError: if ``code`` is no text.

        Example:
            >>> import unpko
            >>> unpko.codelists()["pledge_category"].of("medical").label
            'Medical support'
        """
        if not isinstance(code, str):
            example = next(iter(cls), "")
            raise TypeError(f"a code of {cls.__name__} is a text such as '{example}', not {code!r}")
        try:
            return cls(code)
        except ValueError:
            known = [str(member) for member in cls]
            raise UnknownCode(cls.__name__, code, closest(code, known)) from None


class ClosedList(CodeList):
    """A list that is complete by construction and never grows."""


class GrowingList(CodeList):
    """A list that takes new codes in minor versions.

    Where it has the code `other`, that says: known, and no code fits. `other` is never used for
    "not stated".
    """

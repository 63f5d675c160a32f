r"""The text and number types that fields are made of.

Every pattern here is written in the part of the regular expression language that ECMA 262,
Python and Rust read alike: ``[0-9]`` and never ``\d``, explicit ranges and never ``\s``. So a
value that the models refuse is refused by any JSON Schema validator too.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

T = TypeVar("T")


class _RefuseNull:
    """Let a field be absent (``None`` in Python) while an explicit null is refused.

    Pydantic does not validate defaults, so dropping the nullable wrapper from the validator is
    enough: the default ``None`` stays, and ``null`` in a file is an error, as in the JSON Schema.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema: Any = handler(source)
        while schema["type"] != "nullable":
            schema = schema["schema"]
        inner: CoreSchema = schema["schema"]
        return inner


Maybe = Annotated[T | None, _RefuseNull()]
"""A value that may be absent: ``None`` in Python, no key at all in a file."""

Some = Annotated[tuple[T, ...], Field(min_length=1)]
"""A list that, where it is given, has at least one item; absent is the empty tuple."""


def _whole(value: object) -> object:
    """Read ``16.0`` as 16: JSON has one kind of number, and JSON Schema calls both integers."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# What no text may hold: control characters, line separators, marks that turn the direction of
# writing, the byte order mark; and what it may not begin or end with: blanks and what is invisible.
_NOWHERE = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"
_NOT_AT_ENDS = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"

Text = Annotated[
    str,
    Field(
        max_length=2000,
        pattern=f"^[^{_NOT_AT_ENDS}](?:[^{_NOWHERE}]*[^{_NOT_AT_ENDS}])?$",
    ),
]
"""One line of text, without control characters, and without blanks of any kind at its ends."""

Slug = Annotated[
    str,
    Field(
        max_length=120,
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
        examples=["2021-seoul", "lacroix-jean-pierre"],
    ),
]
"""An id: lower-case ASCII letters and digits, joined by single hyphens."""

EventSlug = Annotated[
    str,
    Field(
        max_length=200,
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$",
        examples=["2021-seoul/sustaining-peace", "2021-seoul/kor-helicopters"],
    ),
]
"""An id below an event: the id of the event, a slash, and a slug."""

StateCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["KOR", "RWA"])]
"""A country code of ISO 3166-1 alpha-3, in capitals."""

_DAY = (
    r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
_LEAP_YEAR = (
    r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"  # Gregorian
)

PartialDate = Annotated[
    str,
    Field(
        pattern=rf"^(?:[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]|{_DAY}))?|{_LEAP_YEAR}-02-29)$",
        examples=["2021", "2021-12", "2021-12-07"],
    ),
]
"""An ISO 8601 calendar date with the precision that the source gives: year, month or day.

The pattern alone refuses impossible dates, 29 February of a common year among them, so no
validator needs a date library to agree with this one. Dates are text; they sort by time.
"""

LocalTime = Annotated[
    str, Field(pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", examples=["09:00", "19:30"])
]
"""A time of day on the clock of the place, hours and minutes (ISO 8601)."""

UtcOffset = Annotated[
    str, Field(pattern=r"^[+-](?:0[0-9]|1[0-4]):(?:00|15|30|45)$", examples=["+00:00", "+09:00"])
]
"""The difference between local time and UTC (ISO 8601)."""

Url = Annotated[
    str,
    Field(
        max_length=2083,
        pattern=rf"^https?://[^{_NOT_AT_ENDS}/?#@:.]+(?:\.[^{_NOT_AT_ENDS}/?#@:.]+)+\.?"
        rf"(?::[0-9]{{1,5}})?(?:[/?#][^{_NOT_AT_ENDS}<>\x22]*)?$",
        examples=[
            "https://press.un.org/en/2021/sgsm21062.doc.htm",
            "https://peacekeeping.un.org/en/action-peacekeeping",
        ],
    ),
]
"""A web address, kept to the letter as the source has it and never normalised."""

Language = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$",
        examples=["en", "ko", "zh-Hans"],
    ),
]
"""A language tag of BCP 47: language, and script and region where they matter."""

Count = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=1_000_000_000_000_000)]
"""A whole number from 0 to 10 to the power of 15."""

M49 = Annotated[str, Field(pattern=r"^[0-9]{3}$", examples=["068", "410"])]
"""A numeric code of the UN standard M49: three digits, leading zeros kept."""

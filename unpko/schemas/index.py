"""The index of the versions: which there are, which are frozen, and the hash of every file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date

DRAFT, PUBLISHED = "draft", "published"


class BadIndex(ValueError):
    """The text of an index is not one that this package writes."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the schemas.

    Attributes:
        number: major and minor, such as ``"1.0"``.
        status: ``"draft"``, which may still change, or ``"published"``, which never does.
        files: the sha256 of every file, by file name.
        date: the day of publication (ISO 8601); None for a draft.

    Example:
        >>> Version("1.0", "draft", {}).published
        False
    """

    number: str
    status: str
    files: Mapping[str, str]
    date: str | None = None

    @property
    def published(self) -> bool:
        """Whether the version is frozen."""
        return self.status == PUBLISHED


def order(number: str) -> tuple[int, int]:
    """Give what version numbers are sorted by.

    Example:
        >>> sorted(["1.10", "2.0", "1.9"], key=order)
        ['1.9', '1.10', '2.0']
    """
    major, minor = number.split(".")
    return int(major), int(minor)


def digest(text: bytes) -> str:
    """Give the sha256 of a file in hexadecimal digits."""
    return hashlib.sha256(text).hexdigest()


def is_day(text: str) -> bool:
    """Say whether a text is a day as an index writes it.

    Example:
        >>> is_day("2026-12-01"), is_day("20261201")
        (True, False)
    """
    try:
        return Date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def dumps(versions: Iterable[Version]) -> str:
    """Write an index."""
    listed = []
    for version in sorted(versions, key=lambda version: order(version.number)):
        date = {"date": version.date} if version.date else {}
        files = dict(sorted(version.files.items()))
        listed.append({"version": version.number, "status": version.status, **date, "files": files})
    return json.dumps({"versions": listed}, indent=2) + "\n"


def loads(text: str | bytes) -> tuple[Version, ...]:
    """Read an index, the oldest version first.

    Raises:
        BadIndex: if the text is not an index.
    """
    try:
        listed = json.loads(text)["versions"]
        versions = tuple(
            Version(item["version"], item["status"], dict(item["files"]), item.get("date"))
            for item in listed
        )
        for version in versions:
            if not re.fullmatch(r"[0-9]+\.[0-9]+", version.number):
                raise BadIndex(f"{version.number!r} is no version")
            if version.status not in (DRAFT, PUBLISHED):
                raise BadIndex(f"{version.number} is {version.status!r}, not draft or published")
            dated = version.date is not None and is_day(version.date)
            if not (dated if version.published else version.date is None):
                raise BadIndex(f"{version.number} is {version.status} with date {version.date}")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise error if isinstance(error, BadIndex) else BadIndex(repr(error)) from error
    return tuple(sorted(versions, key=lambda version: order(version.number)))

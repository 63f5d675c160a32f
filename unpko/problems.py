"""What can be wrong with a file or a record: problems, and the rules that find them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from unpko.model.walk import Path


class Severity(StrEnum):
    """How bad a problem is.

    Example:
        >>> import unpko
        >>> unpko.Severity("warning") is unpko.Severity.WARNING
        True
    """

    ERROR = "error"
    WARNING = "warning"


class Fault(NamedTuple):
    """A rule that a record breaks, at a place of the record; its line is not looked up yet.

    Attributes:
        code: the code of the rule.
        path: where in the record.
        message: what is wrong.
        hint: what to write instead, or what to do.
        at_key: whether the key is at fault and not its value.
    """

    code: str
    path: Path
    message: str
    hint: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong at one place of one file.

    Attributes:
        path: the file, as it was named to the validator.
        line: the line, counted from 1.
        column: the column in characters, counted from 1.
        code: the stable code of the rule, such as ``"field-unknown"``.
        severity: error or warning; only errors make a report fail.
        pointer: the place in the document as a JSON Pointer (RFC 6901); empty for the whole.
        message: what is wrong, with the offending value.
        hint: what to write instead; empty where there is nothing to say.
        length: how many characters on that line are at fault; 0 where it is a point.

    Example:
        >>> import unpko
        >>> report = unpko.validate_text('{"id": "KOR",}', "states/KOR.json")
        >>> next((p.line, p.column) for p in report.problems if p.code == "json-trailing-comma")
        (1, 13)
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    pointer: str = ""
    severity: Severity = Severity.ERROR
    length: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.severity} {self.code}: {self.message}{hint}"

    def to_dict(self) -> dict[str, str | int]:
        """Give the problem as plain data, with the keys of ``unpko validate --format json``.

        Example:
            >>> import unpko
            >>> problem = unpko.Problem("states/KOR.json", 1, 13, "json-syntax", "a comma is left")
            >>> list(problem.to_dict())[:5]
            ['code', 'severity', 'path', 'line', 'column']
        """
        return {
            "code": self.code,
            "severity": str(self.severity),
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "pointer": self.pointer,
            "message": self.message,
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found.

    Attributes:
        checked: how many files were looked at.
        problems: every problem, by file, line and column.

    Example:
        >>> import unpko
        >>> report = unpko.validate()
        >>> report.ok, report.errors
        (True, ())
    """

    checked: int
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count.

        Example:
            >>> import unpko
            >>> unpko.validate_text("{", "states/KOR.json").ok
            False
        """
        return not self.errors

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are errors.

        Example:
            >>> import unpko
            >>> unpko.validate_text("", "states/KOR.json").errors[0].code
            'json-empty'
        """
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are warnings.

        Example:
            >>> import unpko
            >>> unpko.validate_text("", "states/KOR.json").warnings
            ()
        """
        return tuple(p for p in self.problems if p.severity is Severity.WARNING)

    def to_dict(self) -> dict[str, object]:
        """Give the report as plain data, as ``unpko validate --format json`` prints it.

        Example:
            >>> import unpko
            >>> unpko.validate_text("", "states/KOR.json").to_dict()["checked"]
            1
        """
        return {"checked": self.checked, "problems": [p.to_dict() for p in self.problems]}

    def __repr__(self) -> str:
        return (
            f"<Report: {self.checked} files, {len(self.errors)} errors, "
            f"{len(self.warnings)} warnings>"
        )

    def _repr_html_(self) -> str:
        from html import escape  # only needed in notebooks
        from itertools import islice

        rows = "".join(
            f"<tr><td><code>{escape(f'{p.path}:{p.line}:{p.column}')}</code></td>"
            f"<td>{escape(p.severity)}</td><td><code>{escape(p.code)}</code></td>"
            f"<td>{escape(p.message)}</td><td>{escape(p.hint)}</td></tr>"
            for p in islice(self.problems, 20)
        )
        table = (
            "<table><thead><tr><th>place</th><th>severity</th><th>rule</th><th>what is wrong</th>"
            f"<th>what to do</th></tr></thead><tbody>{rows}</tbody></table>"
        )
        more = f"<p>and {len(self.problems) - 20} more</p>" if len(self.problems) > 20 else ""
        return f"<b>{escape(repr(self)[1:-1])}</b>{table if rows else ''}{more}"


def pointer(path: Path) -> str:
    """Write a path as a JSON Pointer (RFC 6901).

    Example:
        >>> pointer(("names", 0, "a/b"))
        '/names/0/a~1b'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


RULES: dict[str, str] = {
    # The file
    "file-unreadable": "The file can be read.",
    "file-link": "No file is a symbolic link that leads out of the folder.",
    "file-size": "A file holds at most one megabyte.",
    "file-name": "Files lie in the folder of their kind and end in .json.",
    "file-bom": "The text begins with no byte order mark.",
    "file-encoding": "The text is UTF-8.",
    # The JSON text
    "json-empty": "The file is not empty.",
    "json-syntax": "The text is JSON (RFC 8259).",
    "json-trailing-comma": "No comma stands before a closing bracket.",
    "json-duplicate-key": "No key stands twice in one object.",
    "json-null": "Nothing is null: what is unknown is left out.",
    "json-number": "Numbers are finite: no NaN, no Infinity.",
    "json-surrogate": "Escapes of surrogates come in pairs.",
    "json-depth": "Objects and lists are nested at most 20 deep.",
    "json-layout": "The text has the canonical layout that `unpko fmt` writes.",
    # The schema that the record names
    "schema-missing": "`$schema` names the schema of the record.",
    "schema-unknown": "`$schema` names a kind and version that exist, the kind of the folder.",
    # The shape of the record: what the JSON Schema says as well
    "field-missing": "Required fields are there.",
    "field-unknown": "No field is there that the kind does not have.",
    "field-type": "Values have the type of their field.",
    "code-unknown": "Codes come from the code list of their field.",
    "value-text": "Text is one line without blanks at its ends, and not empty.",
    "value-date": "Dates are ISO 8601 with the precision of the source, and exist.",
    "value-url": "Addresses begin with http:// or https:// and name a host.",
    "value-id": "Ids are lower-case slugs; states are ISO 3166-1 alpha-3 codes.",
    "value-form": "Values have the form that their field asks for.",
    "value-range": "Numbers and lengths lie within their bounds.",
    "list-empty": "A list that is there has at least one item.",
    # The meaning of the record
    "id-path": "The id is the path below the folder of the kind.",
    "id-event": "The left side of a session's or pledge's id is the id of its event.",
    "id-reused": "A former id is no other record's present or former id.",
    "ref-unknown": "A reference leads to a record.",
    "ref-former": "A reference uses the present id, not a former one.",
    "ref-self": "A record does not lead to itself, not even by way of others.",
    "claim-reason": "A rank other than normal has a reason, and only such a rank.",
    "claim-preferred": "At most one claim of a list is preferred.",
    "claim-repeated": "No two claims of a list say the same; their citations are joined.",
    "cite-supports": "`supports` names keys that the record has.",
    "cite-missing": "Every factual field is covered by a citation.",
    "list-order": "Codes of a list stand in alphabetical order, each once.",
    "party-one": "A party is exactly one of state, organisation and label; a recipient or a "
    "participant is at least one of what it can be.",
    "label-other": "The code `other` comes with a label, or with a note where there is no label.",
    "money-currency": "Money has a currency, and nothing else has.",
    "date-order": "An end does not lie before its start.",
    "date-event": "A session lies within the days of its event.",
    "post-key": "Each post of an official has a key of its own.",
    "post-unknown": "A participation names a post that the official has.",
    "post-date": "A post was held on the day of the participation.",
    "figure-repeated": "An event has one figure for a measure and its dimensions.",
    "figure-parts": "A figure for a part is not above the figure for the whole.",
    "pledge-category": "A capability comes with the category that it belongs to.",
    "pledge-assessment": "An assessment says something on one of its axes, in order of dates.",
    "pledge-successor": "A superseded pledge names the one that took its place, and only such.",
    "state-alias": "No name or code belongs to two states.",
    "duplicate": "No two records have the same content under two ids.",
    "maybe-duplicate": "Two records do not describe the same thing.",
    "source-unused": "A source is cited somewhere.",
}
"""Every rule by its code, with what holds where it is met."""

WARNINGS = frozenset({"ref-former", "maybe-duplicate", "source-unused"})
"""The rules whose problems are warnings: they ask for a look, and may be met on purpose."""

"""What the pages of all kinds are made of: facts, claims, figures, lists, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unpko.dataset import Dataset
from unpko.errors import Disputed, UnknownRecord
from unpko.model import Record
from unpko.model.base import shorten
from unpko.model.codelists import Bound, CodeList, Rank
from unpko.model.evidence import Citation, Claim, disputed, settled_claim
from unpko.model.figures import Figure, Quantity
from unpko.model.pledge import Timeframe
from unpko.model.walk import citations
from unpko.report.visible import visible

DISPUTED = Text("! disputed", style="bold red")
"""The mark of a dispute: a sign and a word, so that it does not rest on colour."""


def plain(text: object, style: str = "") -> Text:
    """Give text to print as it is, with control characters made visible."""
    return Text(visible(str(text)), style=style)


def joined(parts: Iterable[Text | str | None], separator: str = ", ") -> Text:
    """Join the parts that are there."""
    found = [plain(part) if isinstance(part, str) else part for part in parts if part]
    return Text(separator).join(found)


def value_text(claim: Claim[Any]) -> str:
    """Write the value of a claim, with its bound where it is one."""
    value = claim.value
    if isinstance(value, CodeList):
        return value.label
    if isinstance(value, Timeframe):
        return _when(value)
    text = f"{value:,}" if isinstance(value, int) else str(value)
    bound = getattr(claim, "bound", Bound.EXACTLY)
    return text if bound is Bound.EXACTLY else f"{bound.label.lower()} {text}"


def _when(frame: Timeframe) -> str:
    """Write the dates of a timeframe, and the words that stand for what dates do not hold."""
    dates = " ".join(
        part
        for part in (frame.start and f"from {frame.start}", frame.end and f"until {frame.end}")
        if part
    )
    printed = f'printed "{frame.as_printed}"' if frame.as_printed else ""
    return ", ".join(part for part in (dates, printed) if part)


def cited(found: Iterable[Citation]) -> Text:
    """Write where something is said: each source with the place in it."""
    return plain("; ".join(f"{c.source_id}, {c.locator}" for c in found), "dim cyan")


class Page:
    """A page that grows: headings, facts, tables, and the sources at its end."""

    def __init__(self, record: Record, dataset: Dataset) -> None:
        self.record, self.dataset = record, dataset
        self.parts: list[RenderableType] = []
        self._facts: Table | None = None

    def title(self, text: str) -> None:
        """Begin the page with what the record is."""
        kind = f"{self.record.kind_name} {self.record.id}"
        self.add(plain(text, "bold"))
        self.add(plain(kind, "dim"))
        self.add("")

    def section(self, title: str, note: str = "") -> None:
        """Begin a section."""
        if self.parts[-1] != "":
            self.add("")
        heading = plain(title, "bold underline")
        self.add(Text.assemble(heading, (f"  {visible(note)}", "dim")) if note else heading)

    def add(self, part: RenderableType) -> None:
        """Add anything that can be printed."""
        self._facts = None
        self.parts.append(part)

    def fact(self, name: str, value: RenderableType | None) -> None:
        """Add a line with a name and a value, unless there is no value."""
        if isinstance(value, str):
            value = plain(value)
        if value is None or (isinstance(value, Text) and not value.plain):
            return
        if self._facts is None:
            table = Table.grid(padding=(0, 2, 0, 0))
            table.add_column(width=15, overflow="fold")
            table.add_column(ratio=1, overflow="fold")
            self.add(table)
            self._facts = table
        self._facts.add_row(plain(name, "bold"), value)

    def facts(self, name: str, values: Iterable[str]) -> None:
        """Add a fact with several values, each on a line."""
        self.fact(name, Text("\n").join(plain(value) for value in values))

    def claims(self, name: str, found: Sequence[Claim[Any]]) -> None:
        """Add a fact with the claims on it: all of them, if there is more than one."""
        if not found:
            return
        if len(found) == 1 and not found[0].note and found[0].rank is Rank.NORMAL:
            self.fact(name, value_text(found[0]))
            return
        cell = Table.grid()
        head = verdict(found)
        if len(found) > 1 and head.plain:
            cell.add_row(head)
        cell.add_row(claim_table(found))
        self.fact(name, cell)

    def text(self, text: str | None) -> None:
        """Add a paragraph."""
        if text:
            self.add(plain(text))

    def rows(self, rows: Iterable[Sequence[Text | str | None]], indent: int = 2) -> None:
        """Add a list, in columns that are as wide as they need to be."""
        listed = [[plain(c) if isinstance(c, str) else c or Text() for c in row] for row in rows]
        if not listed:
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        for _ in listed[0]:
            table.add_column(overflow="fold")
        for row in listed:
            table.add_row(*row)
        self.add(Padding(table, (0, 0, 0, indent)))

    def figures(self, figures: Sequence[Figure]) -> None:
        """Add the table of figures with all their claims."""
        if not figures:
            return
        self.section("Figures")
        table = _claims_table("Figure")
        for figure in figures:
            table.add_row(_measure(figure), verdict(figure.claims), claim_table(figure.claims))
        self.add(table)

    def quantities(self, quantities: Sequence[Quantity]) -> None:
        """Add the table of quantities with all their claims."""
        if not quantities:
            return
        self.section("Quantities")
        table = _claims_table("What")
        for item in quantities:
            table.add_row(_counted(item), verdict(item.claims), claim_table(item.claims))
        self.add(table)

    # What other records say; a folder of records may be half written, so a miss is no failure.

    def name(self, folder: str, id: str | None) -> str:
        """Name another record: its label with its id, or the id alone if it is not there."""
        if id is None:
            return ""
        try:
            label = self.dataset.one(folder, id).label
        except UnknownRecord:
            return f"{id} (no such record)"
        return f"{shorten(label, 90)} ({id})" if label != id else id

    def party(self, party: Any) -> str:
        """Name a state, organisation, mission or body, whichever a part of a record gives."""
        names = [
            self.name("officials", getattr(party, "official_id", None)),
            self.name("states", getattr(party, "state_id", None)),
            self.name("organisations", getattr(party, "organisation_id", None)),
            self.name("missions", getattr(party, "mission_id", None)),
            getattr(party, "label", None) or "",
        ]
        return ", ".join(name for name in names if name)

    def related(self, relation: str) -> list[Any]:
        """Give the records of a relation; none, with a note on the page, if one leads nowhere."""
        try:
            return list(getattr(self.record, relation))
        except UnknownRecord as error:
            words = relation.replace("_", " ")
            self.fact(words.capitalize(), f"cannot be told: {error}; run `unpko validate`")
            return []

    def listed(self, title: str, records: Sequence[Record]) -> None:
        """Add a section that lists records by id and label."""
        if records:
            self.section(title, str(len(records)))
            self.rows((plain(r.id, "cyan"), r.label if r.label != r.id else "") for r in records)

    def sources(self) -> None:
        """End the page with every source that the record cites, and for what."""
        for_what: dict[str, dict[str, dict[str, None]]] = {}
        for path, citation in citations(self.record):
            places = for_what.setdefault(citation.source_id, {})
            keys = getattr(citation, "supports", ()) if path[0] == "citations" else (path[0],)
            places.setdefault(citation.locator, {}).update(
                dict.fromkeys(map(_in_words, keys or ("the whole record",)))
            )
        if not for_what:
            return
        self.section("Sources", str(len(for_what)))
        table = Table.grid()
        table.add_column(overflow="fold")
        for id, places in for_what.items():
            table.add_row(plain(id, "cyan"))
            said = (f"{place} ({', '.join(words)})" for place, words in places.items())
            about = [plain(self._source(id)), plain("; ".join(said), "dim")]
            table.add_row(Padding(Text("\n").join(about), (0, 0, 0, 4)))
        self.add(Padding(table, (0, 0, 0, 2)))

    def _source(self, id: str) -> str:
        found = self.dataset.sources.get(id)
        return "no such record" if found is None else f"{found.publisher}: {found.title}"


def _in_words(key: object) -> str:
    """Name a field as people say it: ``announced_by_ids`` is "announced by"."""
    return str(key).removesuffix("_ids").removesuffix("_id").replace("_", " ")


def verdict(found: Sequence[Claim[Any]]) -> Text:
    """Give what a fact comes to: its settled value, the mark of a dispute, or both."""
    try:
        claim = settled_claim(found, "")
    except Disputed:
        return DISPUTED.copy()
    shown = plain(value_text(claim), "bold")
    return Text("\n").join([shown, DISPUTED]) if disputed(found) else shown


def claim_table(found: Sequence[Claim[Any]]) -> Table:
    """List claims, each with what it counts, its rank and where it is said."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    for claim in found:
        deprecated = claim.rank is Rank.DEPRECATED
        head = joined(
            [
                plain(value_text(claim), "dim" if deprecated else "bold"),
                claim.of,
                claim.as_printed and f'printed "{claim.as_printed}"',
                claim.as_of and f"as of {claim.as_of}",
            ]
        )
        lines = [head]
        if claim.rank is not Rank.NORMAL:
            style = "yellow" if deprecated else "green"
            lines.append(Text.assemble((claim.rank.value, style), plain(f": {claim.reason}")))
        if claim.note:
            lines.append(plain(claim.note, "italic"))
        lines.append(cited(claim.citations))
        table.add_row("-", Text("\n").join(lines))
    return table


def _claims_table(first: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, leading=1)
    table.add_column(first, ratio=4, overflow="fold")
    table.add_column("Value", width=13, overflow="fold")
    table.add_column("What sources say", ratio=9, overflow="fold")
    return table


def _measure(figure: Figure) -> Text:
    """Say what a figure counts, and what it is confined to."""
    narrowed = [
        *(category.label for category in figure.categories),
        figure.capability and figure.capability.label,
        figure.framework_id,
        figure.currency and str(figure.currency),
        figure.scope,
    ]
    lines = [plain(figure.measure.label), *(plain(part, "dim") for part in narrowed if part)]
    return Text("\n").join(lines)


def _counted(item: Quantity) -> Text:
    """Say what a quantity counts."""
    unit = item.currency.value if item.currency else item.label or item.unit.label
    unit += f" per {item.per.value}" if item.per else ""
    narrowed = [item.capability and item.capability.label, item.of]
    lines = [plain(unit), *(plain(part, "dim") for part in narrowed if part)]
    return Text("\n").join(lines)

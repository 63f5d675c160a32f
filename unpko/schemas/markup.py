"""The frame of the pages: escaping, tables and style. No script, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from string import Template

_PAGE = Template(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
$style
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>$header</header>
<main id="main">
$body
</main>
</body>
</html>
"""
)

STYLE = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #f3f5f7;
  --line: #8a929a; --link: #0b4f9e; --warn: #fff3cd; --warn-ink: #4d3800; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #14171a; --soft: #1f2428;
  --line: #7d868e; --link: #8fc1ff; --warn: #4d3800; --warn-ink: #fff3cd; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
header, main { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1rem; }
main { padding-bottom: 4rem; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
h1 { font-size: 1.9rem; margin: .5rem 0; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
p, ul { max-width: 44rem; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9em;
  overflow-wrap: anywhere; }
pre { background: var(--soft); padding: 1rem; overflow-x: auto; overflow-wrap: normal; }
.notice { background: var(--warn); color: var(--warn-ink); padding: .75rem 1rem;
  border-left: .4rem solid currentColor; }
.contents { columns: 16rem; padding-left: 1.2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
  border-bottom: 1px solid var(--line); }
thead th { background: var(--soft); }
tbody th { font-weight: 600; }
td p { margin: 0 0 .3rem; }
@media (min-width: 44rem) { tbody th code, td > a > code { white-space: nowrap; } }
@media (max-width: 43.99rem) {
  table, tbody, tr, th, td { display: block; width: 100%; }
  thead { position: absolute; left: -99rem; }
  tr { border-bottom: 2px solid var(--line); padding: .5rem 0; }
  th, td { border: 0; padding: .1rem 0; }
  td:empty { display: none; }
  td:not([data-label=""])::before { content: attr(data-label) ": "; font-weight: 600; }
  dl { display: block; } dd { margin-bottom: .4rem; }
}"""


def page(title: str, header: str, body: str) -> str:
    """Put a page together; header and body are markup, the title is text."""
    return _PAGE.substitute(title=escape(title), header=header, body=body, style=STYLE)


def prose(text: str) -> str:
    """Write text as paragraphs, what stands between backticks as code.

    Example:
        >>> prose("See `id` & <more>.")
        '<p>See <code>id</code> &amp; &lt;more&gt;.</p>'
    """
    return "".join(f"<p>{_inline(part)}</p>" for part in text.split("\n\n"))


def _inline(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def code(text: str) -> str:
    """Write text as code."""
    return f"<code>{escape(text)}</code>"


def link(target: str, markup: str) -> str:
    """Write a link; the target is text, what is shown is markup."""
    return f'<a href="{escape(target)}">{markup}</a>'


def table(caption: str, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Write a table whose first column names the rows; cells are markup.

    On a narrow screen the cells of a row stand below each other, so each but the
    last carries the name of its column; the roles keep it a table for screen readers all the same.

    Args:
        caption: what the table holds, for people who do not see it.
        heads: the names of the columns.
        rows: for each row an anchor, or none, and its cells.
    """
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in heads)
    lines = []
    for anchor, cells in rows:
        first, *others = cells
        id = f' id="{escape(anchor)}"' if anchor else ""
        rest = "".join(
            f'<td role="cell" data-label="{escape(name)}">{cell}</td>'
            for name, cell in zip([*heads[1:-1], ""], others, strict=True)
        )
        lines.append(f'<tr role="row"{id}><th scope="row" role="rowheader">{first}</th>{rest}</tr>')
    return (
        f'<table role="table" aria-label="{escape(caption)}"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead>\n<tbody role="rowgroup">\n'
        + "\n".join(lines)
        + "\n</tbody></table>"
    )

"""Writes a web page: one file without scripts or external resources.

Parts of it also serve the PDF and the clipboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from visavis.exports.composition import ENGLISH, BilingualBlock, Block, Composition, TableBlock, TextBlock, compose
from visavis.exports.emphasis import TextSpan
from visavis.exports.registry import Options
from visavis.model.article import Role
from visavis.model.document import Document

_STYLE = """
@page { size: A4; margin: 22mm 20mm }
body { font: 1.05em/1.5 Charter, "Source Serif 4", Georgia, "Noto Serif", "Liberation Serif", serif;
  max-width: 42em; margin: 2em auto; padding: 0 1em }
body.columns { max-width: 70em }
table { border-collapse: collapse; width: 100% }
td { vertical-align: top; padding: .3em .6em; border: 1px solid #999 }
table.columns { table-layout: fixed }
table.columns > tbody > tr > td { border: 0; padding: 0 1em 0 0 }
.caption { font-style: italic }
.aside, footer { font-size: .85em; color: #555 }
footer { border-top: 1px solid #999; margin-top: 2em; overflow-wrap: anywhere }
.list { margin-left: 1.5em }
"""


def write(document: Document, options: Options) -> bytes:
    """Return the document as a page in UTF-8."""
    return build_page(compose(document, options)).encode()


def build_page(composed: Composition) -> str:
    """Return a complete page."""
    columns = ' class="columns"' if any(isinstance(block, BilingualBlock) for block in composed.blocks) else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{ENGLISH}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<meta name="generator" content="Vis-à-vis">\n'
        f"<title>{escape(composed.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body{columns}>\n{build_body(composed)}\n</body>\n</html>\n"
    )


def build_body(composed: Composition) -> str:
    """Return the content of the body element."""
    parts: list[str] = []
    for paired, group in groupby(composed.blocks, lambda block: isinstance(block, BilingualBlock)):
        blocks = list(group)
        parts += [_columns(blocks)] if paired else build_flow(blocks)
    if composed.notes:
        parts += ["<footer>", *(f"<p>{escape(note)}</p>" for note in composed.notes), "</footer>"]
    return "\n".join(parts)


def build_flow(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield paragraphs, lists and tables."""
    for listed, group in groupby(blocks, lambda block: isinstance(block, TextBlock) and block.bulleted):
        if listed:
            yield _list([block for block in group if isinstance(block, TextBlock)])
        else:
            yield from map(_block, group)


def _block(block: Block) -> str:
    if isinstance(block, BilingualBlock):
        return _columns([block])
    return _table(block) if isinstance(block, TableBlock) else _paragraph(block)


def _paragraph(text: TextBlock) -> str:
    name, more = "p", ""
    match text.role:
        case Role.TITLE:
            name = "h1"
        case Role.HEADING:
            name = f"h{min(text.level, 6)}"
        case Role.LIST | Role.CAPTION | Role.ASIDE:
            more = f' class="{text.role.value}"'
    return f'<{name} lang="{text.language}"{more}>{build_inline(text.spans)}</{name}>'


def _list(items: Sequence[TextBlock]) -> str:
    """Return a nested list; each item is at most one level deeper than the one before."""
    markup, depth = "", -1
    for item in items:
        level = min(item.level, depth + 1)
        markup += "<ul>" if level > depth else "</li>" + "</ul></li>" * (depth - level)
        depth = level
        markup += f'<li lang="{item.language}">{build_inline(item.spans)}'
    return markup + "</li>" + "</ul></li>" * depth + "</ul>"


def _table(table: TableBlock) -> str:
    rows = ("".join(f"<td>{''.join(build_flow(cell))}</td>" for cell in row) for row in table.rows)
    return _rows("<table>", rows)


def _columns(pairs: Iterable[Block]) -> str:
    sides = ((pair.left, pair.right) for pair in pairs if isinstance(pair, BilingualBlock))
    rows = ("".join(f'<td width="50%">{"".join(build_flow([side]))}</td>' for side in both) for both in sides)
    return _rows('<table class="columns">', rows)


def _rows(opening: str, rows: Iterable[str]) -> str:
    return "\n".join([f"{opening}<tbody>", *(f"<tr>{row}</tr>" for row in rows), "</tbody></table>"])


def build_inline(spans: Iterable[TextSpan]) -> str:
    """Return runs of text with their emphasis, everything else escaped."""
    markup = ""
    for span in spans:
        text = escape(span.text)
        text = f"<em>{text}</em>" if span.italic else text
        markup += f"<strong>{text}</strong>" if span.bold else text
    return markup

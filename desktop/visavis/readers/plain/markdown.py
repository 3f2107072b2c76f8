"""Reads Markdown: the visible text, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import LxmlError
from markdown_it import MarkdownIt
from markdown_it.token import Token

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.html import note_calls
from visavis.readers.office.note_calls import without_typed_calls

# YAML metadata at the start
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
#: The call of a note, as most kinds of Markdown write it, and the note.
_CALL = re.compile(r"[ \u00a0]?\[\^[^\]\s]{1,40}\](?!:)")
_RAISED, _SUPERSCRIPTS = re.compile(r"(?<=[\w%»”)])\^(\d{1,3})\^"), str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_CALL = 6  # tokens, with those of a link
_NOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:[ \t]*")
#: Notes on lines that follow each other are paragraphs.
_FIRST_OF_NOTE = re.compile(r"^\[(?=\^[^\]\s]{1,40}\]:)", re.MULTILINE)
_NOTES = re.compile(r"^(\[\^[^\]\s]{1,40}\]:.*)\n(?=\[[^\]\s]{1,40}\]:)", re.MULTILINE)
#: A note that is written as the address of a link would be: with a number, and words where the address is.
_NUMBERED = re.compile(r"^\[(\d{1,3})\]:[ \t]+(?!\S+(?:[ \t]+[\"'(].*)?[ \t]*$)", re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read_blocks(text: str) -> list[Block]:
    """Return the paragraphs of a Markdown text; the front matter or the first h1 gives the title."""
    blocks: list[Block] = []
    title = ""
    if front := _FRONT_MATTER.match(text):
        text = text[front.end() :]
        named = _TITLE.search(front[1])
        if title := named[1].strip("\"' ") if named else "":
            blocks.append(Block(Role.TITLE, title))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_write_notes_alike(text))
    for block in _walk(tokens):
        if block.role is not Role.TITLE or not title:
            blocks.append(block)
            title = title or (block.text if block.role is Role.TITLE else "")
        elif title != block.text:
            blocks.append(Block(Role.HEADING, block.text))
    return blocks


def _write_notes_alike(text: str) -> str:
    """Return a text whose notes are paragraphs of the form [^1]: also those that were numbered as links are."""
    for number in set(_NUMBERED.findall(text)):
        text = re.sub(rf"\[{number}\](?![(\[])", f"[^{number}]", text)
    # escaped, for a note of one word would be taken for the address of a link, and not be shown
    return _FIRST_OF_NOTE.sub(r"\\[", _NOTES.sub("\\1\n\n", text))


def _walk(tokens: Sequence[Token]) -> list[Block]:
    """Return the visible blocks of the tokens; every h1 becomes a title."""
    blocks: list[Block] = []
    heading, marker, lists = "", "", 0
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "heading_open" | "heading_close":
                heading = token.tag if token.nesting > 0 else ""
            case "list_item_open" | "list_item_close":
                lists += token.nesting
                marker = f"{token.info}{token.markup} " if token.info else ""
            case "tr_open":
                cells = []
            case "tr_close":
                blocks.append(Block(Role.LIST, "; ".join(filter(None, cells or []))))
                cells = None
            case "inline" if cells is not None:
                cells.append(_shown(token))
            case "inline":
                role = Role.TITLE if heading == "h1" else Role.HEADING if heading else Role.LIST if lists else Role.BODY
                if (shown := _shown(token)) and (note := _NOTE.match(shown)):
                    blocks.append(Block(Role.ASIDE, shown[note.end() :]))
                elif shown:
                    blocks.append(Block(role, marker + shown))
                    marker = ""
                blocks.extend(Block(Role.CAPTION, caption) for caption in _captions(token))
            case "html_block":
                blocks += _blocks_in(token.content)
            case "fence" | "code_block":
                blocks.append(Block(Role.BODY, " ".join(token.content.split())))
    return [block for block in blocks if block.text]


def _blocks_in(html: str) -> list[Block]:
    """Return what a block of HTML shows; an `h1` in it is called a title each time."""
    from visavis.readers.html.page import list_blocks  # lazily: few texts have any
    from visavis.readers.html.reader import parse_page

    try:
        page = parse_page(html)
    except LxmlError:
        return []
    found = [part.block for part in list_blocks(page)] if page is not None else []
    return [
        Block(Role.TITLE, block.text)
        if (block.role, block.level) == (Role.HEADING, 1)
        else Block(block.role, block.text)
        for block in found
    ]


def _without_calls(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the pieces of a paragraph without the calls of its notes: a small number in <sup> that is no power."""
    before, after = "", 0
    for place, token in enumerate(tokens):
        if place < after:
            continue
        if token.type == "html_inline" and token.content.lower() == "<sup>":
            near = tokens[place + 1 : place + 1 + _LONGEST_CALL]
            count = next((n for n, other in enumerate(near) if other.content.lower() == "</sup>"), 0)
            number = "".join(other.content for other in near[:count] if other.type == "text")
            if count and note_calls.is_number_of_note(number, before):
                after = place + count + 2
                continue
        # bounded: a paragraph of 100,000 lines took 50 s
        before = (before + token.content)[-note_calls.NEAR :] if token.type == "text" else before
        yield token


def _shown(inline: Token) -> str:
    """Return the text of a paragraph without emphasis, link targets, images, calls of notes and HTML."""
    parts: list[str] = []
    for token in _without_calls(inline.children or []):
        if token.type in {"text", "code_inline", "text_special"}:
            parts.append(_CALL.sub("", _raised(token.content)) if token.type == "text" else token.content)
        elif token.type in {"softbreak", "hardbreak"} or (token.type == "html_inline" and token.content[:3] == "<br"):
            parts.append(" ")
    return re.sub(r"[ \t]{2,}", " ", "".join(without_typed_calls(parts).texts)).strip()


def _raised(text: str) -> str:
    """Return a text with the figures that pandoc's Markdown raises as raised ones: a call or a power, as m^2^."""
    return _RAISED.sub(lambda found: found[1].translate(_SUPERSCRIPTS), text)


def _captions(inline: Token) -> list[str]:
    """Return the alternative texts of a paragraph's images."""
    return [text for token in inline.children or [] if token.type == "image" and (text := token.content.strip())]

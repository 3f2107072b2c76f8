"""Style names and number formats shared by the word processor readers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from visavis.model.article import Role
from visavis.readers.block import Block

# a language suffix of our own style names, as in exports/writers/odt.py
_LANGUAGE = re.compile(r"-[a-z]{2}-[A-Z]{2}$")
_HEADING = re.compile(r"(?:heading|titre) ?([1-9])$")
_LIST = re.compile(r"(?:list|liste)(?: (?:bullet|number|paragraph|continue|à puces|à numéros))?(?: ([1-9]))?$")
_NAMED = (
    (re.compile(r"(?:title|titre|titre principal)$"), Role.TITLE),
    (re.compile(r"(?:subtitle|sous-titre)$"), Role.BODY),  # some are based on the title's style
    (re.compile(r"heading$"), Role.HEADING),
    (re.compile(r"(?:caption|légende|(?:table|image) ?caption|illustration|drawing|figure)$"), Role.CAPTION),
    (re.compile(r"(?:aside|provenance|author|date|(?:toc|contents|tm) (?:\d|heading)|.*index heading)$"), Role.ASIDE),
)
_SOME_HEADING = 2  # level of a heading whose style does not give one
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def find_role(names: Iterable[str]) -> tuple[Role, int]:
    """Return role and level of a paragraph from the names of its style and its parent styles, nearest first."""
    for name in names:
        plain = _LANGUAGE.sub("", name).replace("_20_", " ").strip().lower()
        if heading := _HEADING.match(plain):
            return Role.HEADING, int(heading[1])
        if plain not in {"list paragraph", "paragraphe de liste"} and (item := _LIST.match(plain)):
            return Role.LIST, int(item[1] or 1) - 1
        for pattern, role in _NAMED:
            if pattern.match(plain):
                return role, _SOME_HEADING if role is Role.HEADING else 0
    return Role.BODY, 0


def keep_one_title(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks that have text; only the first title stays one, later ones become level 1 headings."""
    with_text = [block for block in blocks if block.text.strip()]
    again = [i for i, block in enumerate(with_text) if block.role is Role.TITLE][1:]
    return [block._replace(role=Role.HEADING, level=1) if i in again else block for i, block in enumerate(with_text)]


def format_number(number: int, style: str) -> str:
    """Format a number as "1", "a", "A", "i" or "I"; as digits if the style can't represent it."""
    if style in {"a", "A"} and 0 < number <= 260:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if style == "a" else letters.upper()
    if style in {"i", "I"} and 0 < number < 4000:
        written = ""
        for value, letters in _ROMAN:
            written, number = written + letters * (number // value), number % value
        return written if style == "i" else written.upper()
    return str(number)

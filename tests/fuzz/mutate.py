"""Mutates inputs: by bytes, by tokens, by XML elements, and by the files of an archive."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Sequence

from lxml import etree

_TOKEN = re.compile(rb"<[^<>]{0,200}>|\\[a-z]+-?\d*|\w+|\s+|[^\w\s]", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"2",
    b"255",
    b"32768",
    b"-32769",
    b"65536",
    b"2147483648",
    b"99999999999999999999",
    b"1e9",
)
# Words with a meaning in some format or check, and characters that often cause trouble.
_WORDS = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        *(
            "« ",
            " »",
            "“",
            "”",
            '"',
            "'",
            "’",
            "—",
            "…",
            ". ",
            "! ",
            "? ",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "&",
            "|",
        ),
        *(
            "\n",
            "\r\n",
            "\n\n",
            "\t",
            "\0",
            "\x0b",
            "\x1f",
            "\x85",
            "\xa0",
            "\u202f",
            "\u2028",
            "\ufeff",
            "\u200b",
            "\u202e",
        ),
        *(
            "e\u0301",
            "\u0301" * 40,
            "İ",
            "ß",
            "ﬁ",
            "ǅ",
            "²",
            "½",
            "Ⅷ",
            "٣",
            "𝟙",
            "👩‍👩‍👧",
            "\U000e0041",
            "\ud800",
            "\uffff",
        ),
        *(
            "M. ",
            "Mme ",
            "p. ex. ",
            "art. 3",
            "1er ",
            "14 h 30",
            "3,5 millions d’euros",
            "12 %",
            "12/11/2026",
            "mardi 3 mars",
        ),
        *(
            "ne ",
            "pas ",
            "n’",
            "selon ",
            "aurait ",
            "X. Dupont",
            "km",
            "°C",
            "100 000",
            "1.000,5",
            "$3bn",
            "two",
            "not ",
        ),
        *(
            "&amp;",
            "&#0;",
            "&#x110000;",
            "&nbsp;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<p>",
            "</p>",
            "<br/>",
            "<table>",
        ),
        *(
            "\\u-1?",
            "\\'e9",
            "\\bin9 ",
            "\\par ",
            "\\cell ",
            "\\row ",
            "{\\*",
            "=?utf-8?q?=E9?=",
            "=?x?b?",
            "=\n",
            "--x\n",
        ),
        *(
            "Content-Type: ",
            "charset=",
            "utf-16",
            "base64",
            "boundary=",
            "true",
            "null",
            "NaN",
            "1e999",
            "[[[[",
            "{}",
            "# ",
            "> ",
        ),
        *(
            " obj",
            "endobj",
            "stream\n",
            "endstream",
            " R",
            "<<",
            ">>",
            "/Length",
            "/Kids",
            " Tj ",
            " Tf ",
            " Td ",
            " Tm ",
            " cm ",
        ),
    )
)


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Flip, delete, repeat or insert a few bytes."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        at = dice.randrange(len(made) + 1)
        match dice.randrange(5):
            case 0 if at < len(made):
                made[at] ^= 1 << dice.randrange(8)
            case 1 if at < len(made):
                made[at] = dice.choice((0, 10, 32, 60, 127, 128, 255))
            case 2:
                del made[at : at + dice.randint(1, 64)]
            case 3:
                made[at:at] = made[at : at + dice.randint(1, 64)] * dice.choice((1, 1, 1, 50))
            case _:
                made[at:at] = dice.choice(_WORDS)
    return bytes(made)


def by_tokens(data: bytes, dice: random.Random) -> bytes:
    """Delete, repeat, swap or replace a few words, tags or symbols."""
    tokens: list[bytes] = _TOKEN.findall(data)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        at = dice.randrange(len(tokens) + 1)
        match dice.randrange(6):
            case 0:
                del tokens[at : at + dice.choice((1, 1, 3, 20))]
            case 1:
                tokens[at:at] = tokens[at : at + dice.choice((1, 3, 20))] * dice.choice((1, 1, 2, 60))
            case 2 if at < len(tokens):
                other = dice.randrange(len(tokens))
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 3 if at < len(tokens):
                tokens[at] = _NUMBER.sub(dice.choice(_NUMBERS), tokens[at])
            case 4 if at < len(tokens):
                tokens[at] = dice.choice(_WORDS)
            case _:
                tokens.insert(at, dice.choice(_WORDS))
    return b"".join(tokens)


def text(data: bytes, dice: random.Random) -> bytes:
    """Mutate a text, mostly by tokens."""
    return flipped(data, dice) if dice.random() < 0.25 else by_tokens(data, dice)


def by_elements(data: bytes, dice: random.Random) -> bytes:
    """Mutate XML so that it stays well-formed; by tokens if it is not."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=False))
    except (etree.LxmlError, ValueError):
        return by_tokens(data, dice)
    for _ in range(dice.choice((1, 1, 2, 5))):
        _changed(list(root.iter("*")), dice)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _changed(elements: Sequence[etree._Element], dice: random.Random) -> None:
    """Mutate an element in place."""
    one, other = dice.choice(elements), dice.choice(elements)
    parent = one.getparent()
    kept = copy.deepcopy(one) if len(elements) < 5000 else None
    match dice.randrange(7):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if kept is not None:
            other.append(kept)
        case 2 if kept is not None and parent is not None:
            parent.insert(parent.index(one), kept)
        case 3:
            one.tag = other.tag
        case 4 if one.attrib:
            name = dice.choice(list(one.attrib))
            values = [_legal(dice), dice.choice(_NUMBERS).decode(), "", *other.attrib.values()]
            one.set(name, dice.choice(values))
        case 5 if one.attrib:
            del one.attrib[dice.choice(list(one.attrib))]
        case _:
            one.text = (one.text or "") + _legal(dice)


def _legal(dice: random.Random) -> str:
    """Return a word that is legal in XML."""
    word = dice.choice(_WORDS).decode("utf-8", "replace")
    return "".join(c for c in word if c.isprintable() or c in "\n\t") or "é"


def by_parts(data: bytes, dice: random.Random) -> bytes:
    """Mutate an archive: mostly change, delete or swap one of its files."""
    if dice.random() < 0.05:
        return flipped(data, dice)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # whatever zipfile raises on a damaged archive
        return flipped(data, dice)
    if not parts:
        return data + b"PK"
    marked = [name for name, part in parts.items() if part.lstrip()[:1] == b"<"]
    name, other = dice.choice(marked or list(parts)), dice.choice(list(parts))
    match dice.randrange(20):
        case 0:
            del parts[other]
        case 1:
            parts[name] = parts[other]
        case 2:
            parts[f"{other}{dice.choice(('x', '/x', '/../x'))}"] = parts.pop(other)
        case 3:
            parts[other] = flipped(parts[other], dice)
        case 4 | 5 | 6:
            parts[name] = text(parts[name], dice)
        case _:
            parts[name] = by_elements(parts[name], dice)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an archive of these files, uncompressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return made.getvalue()

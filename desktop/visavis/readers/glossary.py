"""Reads glossary files: CSV and TSV (French, English, English to avoid), and TBX versions 2 and 3."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from visavis.model.errors import InputError, describe_os_error
from visavis.model.glossary import Term
from visavis.readers.plain.encoding import decode

LARGEST = 20 * 1000 * 1000  # bytes
BETWEEN = "|"  # separates alternatives in a cell

# first cells that mark a row as the table's header
_HEADS = frozenset(["french", "français", "francais", "fr", "source", "terme", "term"])
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BAD = ("deprecated", "superseded", "forbidden", "notrecommended")  # statuses of terms to avoid, without hyphens


def read(path: Path) -> list[Term]:
    """Return the terms of a file. Raises InputError."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(str(path), "it is larger than {0} MB; no glossary is", LARGEST // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), describe_os_error(error)) from error
    terms = list(_tbx(path, data) if path.suffix.lower() in (".tbx", ".xml") else _table(path, data))
    if not terms:
        raise InputError(str(path), "it holds no French terms with their English")
    return terms


def _table(path: Path, data: bytes) -> Iterator[Term]:
    text = decode(data, str(path))
    rows = csv.reader(text.splitlines(), delimiter=_delimiter(text), strict=False)
    try:
        for number, row in enumerate(rows, 1):
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells) or cells[0].startswith("#") or (number == 1 and cells[0].lower() in _HEADS):
                continue
            english = _parts(cells[1]) if len(cells) > 1 else ()
            if not cells[0] or not english:
                raise InputError(str(path), "line {0} needs a French term and its English", number)
            yield Term(cells[0], english, _parts(cells[2]) if len(cells) > 2 else ())
    except csv.Error as error:
        raise InputError(str(path), "it is no table of terms: {0}", error) from error


def _delimiter(text: str) -> str:
    """Return the column delimiter; French spreadsheets write semicolons."""
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    return max("\t;,", key=lambda sign: first.count(sign) if sign != "," else first.count(sign) / 2)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(BETWEEN) if part.strip())


def _tbx(path: Path, data: bytes) -> Iterator[Term]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(str(path), "it is no TBX: its XML is damaged") from error
    for entry in root.iter("{*}termEntry", "{*}conceptEntry"):
        english = list(_terms(entry, "en"))
        good, bad = (tuple(text for text, avoid in english if avoid is which) for which in (False, True))
        if good:
            for french, avoid in _terms(entry, "fr"):
                if not avoid:
                    yield Term(french, good, bad)


def _terms(entry: etree._Element, language: str) -> Iterator[tuple[str, bool]]:
    """Yield the terms of an entry in one language, each with whether it is to be avoided."""
    for section in entry.iter("{*}langSet", "{*}langSec"):
        if section.get(_LANGUAGE, "").lower().split("-")[0] != language:
            continue
        for group in section.iter("{*}tig", "{*}ntig", "{*}termSec"):
            term = next(group.iter("{*}term"), None)
            text = " ".join("".join(map(str, term.itertext())).split()) if term is not None else ""
            status = "".join(
                note.text or "" for note in group.iter("{*}termNote") if note.get("type") == "administrativeStatus"
            )
            if text:
                yield text, status.lower().replace("-", "").startswith(_BAD)

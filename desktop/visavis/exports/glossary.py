"""Glossary files for spreadsheets (CSV, TSV) and translation tools (TBX-Basic, version 3)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from visavis.exports.atomic_write import write_atomically
from visavis.exports.emphasis import flatten_text
from visavis.model.errors import OutputError
from visavis.model.glossary import Term

SUFFIXES = (".csv", ".tsv", ".tbx")

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"  # of TBX version 3


def write_glossary(terms: Iterable[Term], path: Path) -> None:
    """Write terms to `path`, in the format of its suffix. Raises OutputError."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise OutputError(str(path), "a glossary is saved as {0}", ", ".join(SUFFIXES))
    write_atomically(path, _tbx(terms) if suffix == ".tbx" else _table(terms, "\t" if suffix == ".tsv" else ","))


def _table(terms: Iterable[Term], delimiter: str) -> str:
    text = io.StringIO()
    rows = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    rows.writerow(["french", "english", "avoid"])
    rows.writerows([term.french, "|".join(term.english), "|".join(term.avoid)] for term in terms)
    return text.getvalue()


def _tbx(terms: Iterable[Term]) -> bytes:
    root = ElementTree.Element("tbx", {"style": "dca", "type": "TBX-Basic", "xml:lang": "en", "xmlns": _NAMESPACE})
    description = ElementTree.SubElement(ElementTree.SubElement(root, "tbxHeader"), "fileDesc")
    ElementTree.SubElement(ElementTree.SubElement(description, "sourceDesc"), "p").text = "Vis-à-vis glossary"
    body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        entry = ElementTree.SubElement(body, "conceptEntry", id=f"c{number}")
        french = ElementTree.SubElement(entry, "langSec", {"xml:lang": "fr"})
        _term(french, term.french, "")
        english = ElementTree.SubElement(entry, "langSec", {"xml:lang": "en"})
        for i, text in enumerate(term.english):
            _term(english, text, "admittedTerm-admn-sts" if i else "preferredTerm-admn-sts")
        for text in term.avoid:
            _term(english, text, "deprecatedTerm-admn-sts")
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _term(section: ElementTree.Element, text: str, status: str) -> None:
    group = ElementTree.SubElement(section, "termSec")
    ElementTree.SubElement(group, "term").text = flatten_text(text)
    if status:
        ElementTree.SubElement(group, "termNote", type="administrativeStatus").text = status

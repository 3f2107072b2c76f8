"""Provenance: the source of an export, what made it, and who vouches for its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePath
from typing import Any

from visavis import __version__
from visavis.analysis.sentence_counts import count_sentences
from visavis.model.document import Document
from visavis.model.errors import make_printable
from visavis.model.message import Message
from visavis.model.passage import PackageInfo, Status

PROGRAM = "Vis-à-vis"
_MACHINE = "Machine translation from French"
_VERIFIED = "Translation from French, every passage verified,"
_GIVEN = "Translation from French made elsewhere, checked"
_FACTS = ("Translation: ", "Source: ", "Passages: ", "Passages with terms by ", "Flags: ", "Date: ")


def format_provenance(document: Document, made_on: date | None) -> list[str]:
    """Return the provenance as text, one fact per line; the source by file name only, to keep its folders private."""
    counts = count_passages(document)
    how = _describe_making(document)
    by = " and ".join(f"package {p.name} {p.version} (SHA-256 {p.sha256})" for p in list_packages(document))
    verified, by_glossary = counts.pop("verified"), _count_by_glossary(document)
    passages = ", ".join(f"{number} {whose}" for whose, number in counts.items()) + f"; {verified} verified"
    facts = [
        f"{how} by {PROGRAM} {__version__}{', ' if by else ''}{by}.",
        *([f"Translation: {_get_file_name(document.translation_path)}."] if document.translation_path else []),
        f"Source: {get_source_name(document)} (SHA-256 {document.article.sha256}).",
        f"Passages: {passages}.",
        *_describe_flags(document),
        *([f"Passages with terms by the user's glossary: {by_glossary}."] if by_glossary else []),
    ]
    return [*facts, f"Date: {made_on.isoformat()}."] if made_on else facts


def leave_out_provenance(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs without the provenance that an export has at its end."""
    begins = tuple(f"{how} by {PROGRAM} " for how in (_MACHINE, _VERIFIED, _GIVEN))
    inside = False
    for text in paragraphs:
        first = text.removeprefix("--").lstrip().startswith(begins)
        inside = first or (inside and text.startswith(_FACTS))
        if not inside:
            yield text


def left_in_french(document: Document) -> list[Message]:
    """Return lines that say what of the original is not translated in it: sentences, and what has not been read."""
    notes = document.article.notes
    missing = sum(not document.english(sentence) for sentence in document.article.sentences())
    left = [Message("{0} sentences have no English, and are left in French", missing)] if missing else []
    if missing == 1:
        left = [Message("1 sentence has no English, and is left in French")]
    return left + ([Message("What was not read is left in French: {0}", "; ".join(notes))] if notes else [])


def describe_provenance(document: Document, made_on: date | None) -> dict[str, Any]:
    """Return the provenance as plain values."""
    dismissed, by_glossary = count_sentences(document).dismissed, _count_by_glossary(document)
    values = {
        "program": PROGRAM,
        "version": __version__,
        "date": made_on.isoformat() if made_on else "",
        "machine_translation": is_machine(document),
        "passages": count_passages(document),
    }
    told = {"flags_dismissed": dismissed, "passages_by_glossary": by_glossary}
    return values | {name: number for name, number in told.items() if number}


def count_passages(document: Document) -> dict[str, int]:
    """Count the passages by machine and by hand, those missing, and, of all, those verified."""
    counts = count_sentences(document)
    missing = {"not translated": counts.missing} if counts.missing else {}
    given = {"made elsewhere": counts.given} if counts.given else {}
    return {"machine": counts.machine, **given, "edited": counts.edited, **missing, "verified": counts.verified}


def is_machine(document: Document) -> bool:
    """True if the label "machine translation" is required: until every passage of our own has been verified."""
    if document.translation_path:
        return False
    verified = sum(passage.status is Status.VERIFIED for passage in document.passages.values())
    return verified < document.total


def list_packages(document: Document) -> list[PackageInfo]:
    """Return all packages used in the document, the current one first."""
    used = [document.package, *(passage.package for passage in document.passages.values())]
    return list(dict.fromkeys(package for package in used if package and package.name))


def get_source_name(document: Document) -> str:
    """Return the name of the source, on one line."""
    return _get_file_name(document.article.path)


def _describe_making(document: Document) -> str:
    if document.translation_path:
        return _GIVEN
    return _MACHINE if is_machine(document) else _VERIFIED


def _describe_flags(document: Document) -> list[str]:
    """Return a line on flags the user has dismissed, if any."""
    counted = count_sentences(document)
    return [f"Flags: {counted.flags} open, {counted.dismissed} dismissed by hand."] if counted.dismissed else []


def _count_by_glossary(document: Document) -> int:
    return sum(bool(passage.terms) for passage in document.passages.values())


def _get_file_name(path: str) -> str:
    return "standard input" if path == "-" else make_printable(PurePath(path).name)

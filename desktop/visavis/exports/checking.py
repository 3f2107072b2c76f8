"""What the checks found and what the user did about it, as it goes into an export on request."""

from __future__ import annotations

from collections.abc import Iterator

from visavis.analysis.sentence_counts import count_sentences
from visavis.exports.emphasis import flatten_text
from visavis.model.article import Paragraph
from visavis.model.document import Document
from visavis.model.passage import Passage, Status

HEADING = "To check"
COLUMNS = ("French", "English", "What may be wrong")
RANKS = {1: "the meaning may be wrong", 2: "look at it", 3: "style"}
SHOWN = 60  # characters of a sentence in a remark

_STATUSES = {Status.EDITED: "edited by hand", Status.VERIFIED: "verified"}


def format_notice(document: Document) -> str:
    """Return the line at the top of an export: how much of it has been checked."""
    counted = count_sentences(document)
    flags = "1 flag is open" if counted.flags == 1 else f"{counted.flags} flags are open"
    where = ", listed at the end" if counted.flags else ""
    return f"Of {counted.total} sentences {counted.verified} are verified and {counted.edited} edited; {flags}{where}."


def list_flagged(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield French, English and what may be wrong, for each sentence with open flags."""
    for _, passage in sorted(document.passages.items()):
        if passage.open_flags:
            reasons = "; ".join(f"{flag.detail} ({RANKS[flag.rank]})" for flag in passage.open_flags)
            yield flatten_text(passage.sentence.text), flatten_text(passage.target), flatten_text(reasons)


def list_remarks(document: Document, paragraph: Paragraph, statuses: bool = True) -> tuple[str, ...]:
    """Return a line for each sentence of a paragraph that is flagged or, with `statuses`, edited or verified."""
    passages = [document.passages.get(sentence.id) for sentence in paragraph.sentences]
    return tuple(line for passage in passages if passage and (line := _describe(passage, statuses)))


def _describe(passage: Passage, statuses: bool) -> str:
    status = _STATUSES.get(passage.status) if statuses else None
    facts = [*filter(None, [status]), *(flag.detail for flag in passage.open_flags)]
    if not facts:
        return ""
    text = passage.target or passage.sentence.text
    start = text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
    return flatten_text(f"{start} — {'; '.join(facts)}")

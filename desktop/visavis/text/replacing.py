"""Replaces words of a text, each occurrence as it is written there: "Council" becomes "Board", "council" "board"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence: `text[start:end]` of a sentence's translation becomes `new`."""

    sentence: int
    start: int
    end: int
    new: str


def find_occurrences(
    sentence: int, text: str, wanted: str, new: str, case: bool = False, whole: bool = True
) -> list[Occurrence]:
    """Return what to replace in a text; without `case` capitals are ignored, and kept; `whole`: whole words only.

    Spaces around words are not looked for, as they are easily copied with them; elsewhere they are, and alone as well.
    """
    worded = re.search(r"\w", wanted)
    parts = re.split(r"\s+", wanted.strip() if worded else wanted)
    pattern = r"\s+".join(map(re.escape, parts)) if any(parts) else re.escape(wanted)
    if not pattern:
        return []
    if whole and worded:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    found = re.finditer(pattern, text, 0 if case else re.IGNORECASE)
    return [Occurrence(sentence, *match.span(), new if case else _write_like(match[0], wanted, new)) for match in found]


def replace_text(text: str, occurrences: Sequence[Occurrence]) -> str:
    """Return a text with these occurrences replaced, which must be in its order."""
    for one in reversed(occurrences):
        text = text[: one.start] + one.new + text[one.end :]
    return text


def _write_like(found: str, wanted: str, new: str) -> str:
    """Return `new` with the capitals that what was found has and what was asked for has not."""
    if found == wanted or not new:
        return new
    if found.isupper() and len(found) > 1 and not wanted.isupper():
        return new.upper()
    if found[:1].isupper() and wanted[:1].islower():
        return new[:1].upper() + new[1:]
    return new

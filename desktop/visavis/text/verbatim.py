"""Text copied verbatim in every language: web and mail addresses, accounts, hashtags, file names and paths."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"\S+")
# without "de" and "ca", which also occur where a space is missing after a full stop
_HOST = "fr|com|org|net|eu|info|io|be|ch|uk|lu|tv|gouv|edu|gov"
# File name suffixes.
_FILE = (
    "txt|md|pdf|rtf|docx?|xlsx?|pptx?|od[tsp]|csv|tsv|json|xml|html?|epub|eml|zip|gz|jpe?g|png|gif|svg|mp[34]|py|js|exe"
)
# Recognises such a text within a run without spaces.
_FORM = re.compile(
    rf"\w://\S|(?<!\w)www\.\w|(?<!\w)@\w|\w@[\w-]|(?<!\w)#\w|[^\W_]_+[^\W_]|\w:?\\\w|^/\w[^\s/]*/\w"
    rf"|^\w[^\s/:@]*\.(?:{_HOST}|{_FILE})(?:[/?#:]\S*)?$",
    re.IGNORECASE,
)
_HINT = re.compile(r"[@#\\/_]|\S\.\w")  # every such text has one of these; most sentences have none
_OPENING = re.compile(r"[(\[{<«“”„\"‘’'*—–-]*(?:(?:[dlnsjmtc]|qu|lorsqu|jusqu)['’](?=[\w@#]))?", re.IGNORECASE)
_CLOSING = "),.;:!?…»“”\"'’]}>*"  # punctuation that does not belong to an address it follows


@lru_cache(64)  # decoding, names and their repair ask for the same sentences
def find_verbatim_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of such text, without the punctuation around it."""
    if not _HINT.search(text):
        return ()
    spans = []
    for run in _RUN.finditer(text):
        opening = _OPENING.match(run[0])
        start, end = run.start() + (opening.end() if opening else 0), run.end()
        while end > start and text[end - 1] in _CLOSING and not _closes(text[start:end]):
            end -= 1
        if _FORM.search(text[start:end]):
            spans.append((start, end))
    return tuple(spans)


def blank_verbatim_spans(text: str) -> str:
    """Return the text with such spans blanked out by spaces, at the same length."""
    for start, end in find_verbatim_spans(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _closes(text: str) -> bool:
    """True if a final bracket belongs to the address, as in many Wikipedia URLs."""
    return text[-1] == ")" and 0 < text.count("(") == text.count(")")

"""What every language writes alike: web and mail addresses, accounts, hashtags, names and paths of files."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile(r"\S+")
_HOST = "fr|com|org|net|eu|info|io|be|ch|uk|lu|tv|gouv|edu|gov"  # no "de", no "ca": a full stop without a space
_FILE = (
    "txt|md|pdf|rtf|docx?|xlsx?|pptx?|od[tsp]|csv|tsv|json|xml|html?|epub|eml|zip|gz|jpe?g|png|gif|svg|mp[34]|py|js|exe"
)
#: What tells one by its look, in a run without space.
_FORM = re.compile(
    rf"\w://\S|(?<!\w)www\.\w|(?<!\w)@\w|\w@[\w-]|(?<!\w)#\w|[^\W_]_+[^\W_]|\w:?\\\w|^/\w[^\s/]*/\w"
    rf"|^\w[^\s/:@]*\.(?:{_HOST}|{_FILE})(?:[/?#:]\S*)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[(\[{<«“”„\"‘’'*—–-]*(?:(?:[dlnsjmtc]|qu|lorsqu|jusqu)['’](?=[\w@#]))?", re.IGNORECASE)
_CLOSING = "),.;:!?…»“”\"'’]}>*"


def find_verbatim_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where these stand in a text, without the punctuation around them."""
    for run in _RUN.finditer(text):
        opening = _OPENING.match(run[0])
        start, end = run.start() + (opening.end() if opening else 0), run.end()
        while end > start and text[end - 1] in _CLOSING and not _closes(text[start:end]):
            end -= 1
        if _FORM.search(text[start:end]):
            yield start, end


def blank_verbatim_spans(text: str) -> str:
    """Return a text of the same length with spaces in their places."""
    for start, end in find_verbatim_spans(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _closes(text: str) -> bool:
    """Tell whether a bracket at the end belongs to an address, such as that of an article of Wikipedia."""
    return text[-1] == ")" and 0 < text.count("(") == text.count(")")

"""Normalises a sentence for the engine, splits long ones, and joins the translated parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from visavis.text import verbatim

LONGEST_WORDS = 100  # longer sentences are translated in parts

_TYPOGRAPHY = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None, "\u200b": None, "\ufeff": None,
        "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "\u2010": "-", "\u2011": "-", "‒": "–", "―": "—",
        **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    }
)  # fmt: skip
_OPEN, _CLOSE = re.compile(r"«\s*"), re.compile(r"\s*»")

# Where a long sentence may be split, best first.
_CUTS = tuple(
    map(re.compile, (r"[;:](?= )", r",(?= )", r"(?= (?:et|mais|ou|car|qui|que|dont|où|lorsque|parce que) )", r"(?= )"))
)
# Words that start an English sentence and are not names: inside a sentence they are written lowercase.
_OPENERS = """
    a according after all also although an and as at because before both but by during each even every for from he
    her here his how however if in into is it its many more most my no not of on once one or our she since so some such
    than that the their then there these they this those though through thus to under until we what when where whereas
    which while who whose why with without you your"""


def normalise(text: str) -> str:
    """Return `text` in NFC on one line, with plain spaces, apostrophes and double quotes."""
    text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return " ".join(_CLOSE.sub('"', _OPEN.sub('"', text)).split())


def has_letters(text: str) -> bool:
    """True if there is anything to translate: letters outside addresses and the like."""
    return any(map(str.isalpha, verbatim.blank_verbatim_spans(text)))


def split_long_sentence(text: str, limit: int = LONGEST_WORDS) -> list[str]:
    """Split a normalised sentence of more than `limit` words near its middle, recursively; commas stay on the left."""
    if _count_size(text) <= limit:
        return [text]
    middle = len(text) / 2
    for cut in _CUTS:
        # Look only in the middle half: a split near the end would leave a stump and a sentence as long as before.
        places = [m.end() for m in cut.finditer(text, len(text) // 4, 3 * len(text) // 4)]
        if places:
            best = min(places, key=lambda place: abs(place - middle))
            return [*split_long_sentence(text[:best], limit), *split_long_sentence(text[best:].strip(), limit)]
    return [text]


def join_parts(sources: Sequence[str], targets: Sequence[str]) -> str:
    """Join the translated parts of a sentence, punctuated like the source."""
    text = targets[0]
    for before, source, target in zip(sources, sources[1:], targets[1:], strict=False):
        text = text.rstrip(" .,;:") + (before[-1] if before[-1] in ",;:" else "")
        text += " " + (target if source[:1].isupper() else _lower_first_word(target))
    return text


def _lower_first_word(text: str) -> str:
    """Lowercase the first word unless it may be a name."""
    word = re.match(r"\w+", text)
    return text[0].lower() + text[1:] if word and word[0].lower() in _OPENERS.split() else text


def _count_size(text: str) -> int:
    """Count the words; a run without spaces counts by its length."""
    return max(len(text.split()), len(text) // 8)

"""English in the French: what is quoted in English stays as it is, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.name_words import load_common_words
from visavis.checks.pair import WORD, SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag
from visavis.text.letters import reduce_to_letters

FEWEST_WORDS = 3  # a single word, "leadership", may be put otherwise
_QUOTED = re.compile(r"[«“\"]\s*([^«»“”\"]{8,}?)\s*[»”\"]")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield what the French quotes in English and the translation puts otherwise."""
    for match in _QUOTED.finditer(pair.source):
        if _is_english(match[1]) and reduce_to_letters(match[1]) not in reduce_to_letters(pair.target):
            detail = Message("“{0}” is English in the French, and stays as it is", match[1])
            yield Flag("quotation", detail, match.span(1))


def _is_english(text: str) -> bool:
    """True if a text is English: most of its words are, and none is French only."""
    words = [word.lower() for word in WORD.findall(text)]
    english = [word for word in words if word in load_common_words("en")]
    only = [word for word in english if word not in load_common_words("fr")]
    return len(words) >= FEWEST_WORDS and len(english) > 0.7 * len(words) and len(only) > 0.5 * len(words)

"""Words in neither language, as small models make them: "infrontements", "marjuana"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from visavis.checks.meaning.english_words import SHORTEST, is_english
from visavis.checks.pair import SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag
from visavis.text import verbatim
from visavis.text.letters import reduce_to_letters

# Words in small letters, with hyphens or without; not the rest of a contraction, an address or a file name.
_SMALL = re.compile(r"(?<![\w’'@./\\_#&-])[a-zß-ÿœ]+(?:-[a-zß-ÿœ]+)*(?![\w@/\\_-]|['’]t\b|\.\w)")
LEARNED, LAST = 7, 4  # letters that a learned word shares with the French one, and those that may differ
_LEARNED = ("ia", "ium", "ics", "oid", "oids", "graphy", "logy", "nomy", "scopy", "metry", "pathy", "therapy", "ectomy")
_PART = re.compile(r"[^-]+")
# What stands only with a hyphen, or after a Latin word.
_BOUND = frozenset("agri alma emption emptive empt fisted intra officio proto".split())  # noqa: SIM905
_FRENCH = re.compile(r"[\w-]+")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the words that neither language has; names, addresses and words copied from the French are let pass."""
    unknown = [word for word in pair.english_vocabulary - pair.french_vocabulary if len(word) >= SHORTEST]
    unknown = [word for word in unknown if not is_english(word)]
    if not unknown:
        return
    text, seen = verbatim.blank_verbatim_spans(pair.target), set[str]()
    source = [reduce_to_letters(one) for one in _FRENCH.findall(pair.source)]
    for run in _SMALL.finditer(text):
        for match in _PART.finditer(text, *run.span()):
            word = match[0]
            if word in unknown and word not in seen | _BOUND and not _is_copied(reduce_to_letters(word), source):
                seen.add(word)
                yield Flag("word", Message("“{0}” is not an English word", word), None, match.span())


def _is_copied(word: str, source: list[str]) -> bool:
    """True if a French word, or two of them, begins with the word: "macronism". Not "busca" from "embuscade"."""
    pairs = (one + other for one, other in pairwise(source))
    return any(one.startswith(word) or _is_cognate(word, one) for one in (*source, *pairs))


def _is_cognate(word: str, other: str) -> bool:
    """True if a French word is the English one but for its end: "hyperthymésie", "hyperthymesia"."""
    shared = max(LEARNED, len(word) - LAST, len(other) - LAST)
    return word.endswith(_LEARNED) and word[:shared] == other[:shared] and shared <= min(len(word), len(other))

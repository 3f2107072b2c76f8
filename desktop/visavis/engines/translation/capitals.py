"""Gives the engine small letters for what is written in capitals: its pieces of words are those of small letters.

And begins with a capital what does in French: "condemned on appeal, he left" (package 1.2).

newstest2013, first 300 lines in capitals, package 0.7: chrF2 17.6 as they are, 66.6 so, 67.9 as they were written.
"""

from __future__ import annotations

import re
from functools import cache

from visavis import paths

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# three words in capitals or more, and what stands between them
_RUN = re.compile(r"(?<![\w'-])(?:[^\W\d_a-z]+[\s,'-]+){2,}[^\W\d_a-z]+(?![\w'-])")
SHORTEST = 12  # letters: fewer may be initials, or acronyms in a list


def is_in_capitals(text: str) -> bool:
    """True if a sentence is written in capitals, and is more than acronyms."""
    return text.isupper() and _is_running_text(text)


def lower_capitals(text: str) -> str:
    """Return a normalised sentence with small letters for runs of capitals; acronyms that are known stay."""
    if is_in_capitals(text):
        return _lower(text)
    return _RUN.sub(lambda match: _lower(match[0]) if _is_running_text(match[0]) else match[0], text)


def restore_capitals(source: str, target: str) -> str:
    """Return the translation in capitals if the sentence is, or with a capital where the sentence begins with one."""
    if is_in_capitals(source):
        return target.upper()
    french, english = _WORD.search(source), _WORD.search(target)
    if not french or not english or not french[0][0].isupper() or not english[0].islower():
        return target
    if english[0] in _WORD.findall(source):  # a name in small letters: "franceinfo"
        return target
    return target[: english.start()] + english[0][0].upper() + target[english.start() + 1 :]


def _is_running_text(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if word.upper() == word and word not in _load_acronyms()]
    return sum(map(len, words)) >= SHORTEST and any(len(word) > 4 for word in words)


def _lower(text: str) -> str:
    """Write text as in small letters: words that are not among the common ones keep their first capital."""
    words = _WORD.sub(lambda match: _write_small(match[0]), text)
    first = _WORD.search(words)
    at = first.start() if first else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _write_small(word: str) -> str:
    if word in _load_acronyms():
        return word
    small = word.lower()
    return small if len(word) < 3 or small in _load_common_words() else word.title()


@cache
def _load_common_words() -> frozenset[str]:
    lines = paths.find_resource("common-words-fr.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _load_acronyms() -> frozenset[str]:
    """Load the French acronyms that have an English form: the engine knows the more common of them."""
    lines = paths.find_resource("exonyms-fr-en.tsv").read_text(encoding="utf-8").splitlines()
    sources = (line.split("\t")[0] for line in lines if not line.startswith("#"))
    return frozenset(source for source in sources if source.isupper() and source.isalpha())

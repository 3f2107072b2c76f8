"""The words of French news, with the English that each may become, and the names that stay as they are.

news-words.tsv: a French word or phrase, tab, what it may become, the best first, with "|" between; an option may be the
beginning of a word. news-names.tsv: a name, tab, a pattern of what models make of it, tab, what it is in English. Both
were made by hand: of the words that stood oftenest beside English that is not theirs, in the ensemble's translations,
and of fixed phrases that package 1.1 put into English word by word.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
_WORD = re.compile(r"[a-zàâäçéèêëîïôöùûüœ]+(?:-[a-zàâäçéèêëîïôöùûüœ]+)*", re.IGNORECASE)
_WHOLE = {"l": "le ", "d": "de ", "s": "se ", "n": "ne ", "j": "je ", "c": "ce ", "m": "me ", "t": "te "}


@cache
def read_words() -> dict[str, list[str]]:
    """Return what each word may become."""
    lines = (HERE / "news-words.tsv").read_text(encoding="utf-8").splitlines()
    return {french: english.split("|") for french, english in (line.split("\t") for line in lines)}


@cache
def read_names() -> list[tuple[str, re.Pattern[str], re.Pattern[str], str]]:
    """Return each name, how to find it in French, what it is not in English, and what it is."""
    lines = (HERE / "news-names.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (
            name,
            re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w|-[a-zé])"),
            re.compile(rf"(?<![\w-])(?:{wrong})(?![\w-])"),
            right,
        )
        for name, wrong, right in (line.split("\t") for line in lines)
    ]


@cache
def _compile_phrases() -> re.Pattern[str]:
    phrases = sorted((key for key in read_words() if not _WORD.fullmatch(key)), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE)


@cache
def _compile_options(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(re.escape(option.lower()) for option in read_words()[word])})")


def find_words(french: str) -> set[str]:
    """Return the words and phrases of news-words.tsv in a sentence; a capital inside it begins a name."""
    french = french.replace("’", "'")
    found = {match[0].lower() for match in _compile_phrases().finditer(french)}
    inside = {match[0].lower() for phrase in found for match in _WORD.finditer(phrase)}
    for match in _WORD.finditer(french):
        behind = french[match.end() : match.end() + 2]
        first = match.start() <= 1 and not (behind[:1] == " " and behind[1:].isupper())  # no "Clément Beaune"
        named = match[0][0].isupper() and not first and not match[0].isupper()
        if not named and match[0].lower() in read_words() and match[0].lower() not in inside:
            found.add(match[0].lower())
    return found


def find_wrong(french: str, english: str) -> list[str]:
    """Return the words of the French that have none of their options in the English."""
    english = english.replace("’", "'").lower()
    return sorted(word for word in find_words(french) if not _compile_options(word).search(english))


def mend_names(french: str, english: str) -> str:
    """Return the English with the names of the French as they should be."""
    french = french.replace("’", "'")
    for name, found, wrong, right in read_names():
        if name in french and found.search(french) and not wrong.search(french):
            english = wrong.sub(right, english)
    return english


def swap_words(french: str, words: list[str]) -> str:
    """Return the French with the best English in the place of some words: a model copies what it does not know."""
    french = french.replace("’", "'")
    for word in words:
        best = read_words()[word][0]

        def put(match: re.Match[str], best: str = best) -> str:
            whole = _WHOLE[match[1][0].lower()] if match[1] else ""
            whole = whole.capitalize() if match[1] and match[1][0].isupper() else whole
            return whole + (best[0].upper() + best[1:] if match[2][0].isupper() else best)

        pattern = rf"(?:(?<![\w-])([ldsnjcmt]'))?(?<![\w-])({re.escape(word)})(?![\w-])"
        french = re.sub(pattern, put, french, flags=re.IGNORECASE)
    return french

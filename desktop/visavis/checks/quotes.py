"""Quotation marks: what was said must stay between them, and each must be closed.

Single words in quotation marks are left alone: English often has them in italics, or bare. Of 127 flags on right human
translations (newstest2013, flores200-dev) 29 are left so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag

FEWEST_WORDS = 5  # of what is said rather than named; three where somebody speaks of himself
# Where people translated: they put short quotations into their own words, and report whole sentences of speech.
FEWEST_BY_PEOPLE = 8
SHORTEST_PART = 0.5  # of the words of a quotation that must be in it
_MARK = re.compile(r"[«»“”„]|<<|>>|(?<!\w)\"+|\"+(?!\w)")  # not l"apostrophe
_ANY_MARK = re.compile(r"[«»“”„]|<<|>>|\"+")
_EDGE = re.compile(r"^\W*[«»“”\"]|[«»“”\"]\W*$")  # at the start or end of a sentence
_SPEAKING = re.compile(r"\b(?:je|nous|mon|ma|mes|notre|nos|moi|i|we|my|our|me)\b|\bj['’]", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:je|nous|moi|i|we|me)\b|\bj['’]|[.,!?…]\s*$", re.IGNORECASE)
_I = re.compile(r"\b(?:je|moi|mon|mes)\b|\b[jm]['’]", re.IGNORECASE)
_HE = re.compile(r"\b(?:ils?|elles?|lui|leurs?|eux|son|sa|ses|on)\b|\b[Ll]['’](?:a|ai|ont|avait)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
# Single quotation marks; an apostrophe stands between letters or after an s.
_SINGLE = re.compile(r"(?<![^\W_])[‘'](?=\w)|(?<=[^\Ws])['’](?!\w)|(?<=[.,!?])['’]")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield quotation marks that are missing, added or unpaired around what is said."""
    french, english = _find_marks(pair.source), _find_marks(pair.target)
    if len(french) == len(english):
        yield from _compare_quotations(pair, french, english)
        return
    if _SINGLE.search(pair.target):
        return
    by_people = pair.score is None
    if by_people and _goes_on(pair, french, english):
        return
    if by_people and len(english) < len(french) and not len(english) % 2 and "that" in pair.english_vocabulary:
        return  # reported, not quoted: "said that new measures would follow"
    fewest = FEWEST_BY_PEOPLE if by_people else FEWEST_WORDS
    if not english:
        if _holds_speech(pair.source, french, fewest):
            yield Flag("quotation", _describe_loss(len(french)), _span_of_marks(french))
    elif not french:
        if len(english) > 1 and _holds_speech(pair.target, english, fewest):  # "the miners" strike" has an apostrophe
            yield Flag("quotation", "the French has no quotation marks here", None, _span_of_marks(english))
    elif len(english) % 2 and not len(french) % 2:
        yield Flag("quotation", "a quotation mark is not closed", _span_of_marks(french), _span_of_marks(english))
    elif len(english) < len(french) and not len(french) % 2 and _holds_speech(pair.source, french, FEWEST_WORDS):
        yield Flag("quotation", "quotation marks are missing", _span_of_marks(french), _span_of_marks(english))


def _compare_quotations(
    pair: SentencePair, french: list[re.Match[str]], english: list[re.Match[str]]
) -> Iterator[Flag]:
    """Yield a quotation that was cut, or in which somebody else speaks."""
    for ours, theirs in zip(_list_spans(french), _list_spans(english), strict=True):
        said, given = pair.source[slice(*ours)], pair.target[slice(*theirs)]
        if len(given.split()) < SHORTEST_PART * len(said.split()) - 1 and len(french) == 2:
            yield Flag("quotation", "the quotation is cut", ours, theirs)
        elif _I.search(said) and not _HE.search(said) and _TOLD.search(given) and not _SPEAKING.search(given):
            yield Flag("quotation", Message("“{0}” speaks of himself in the French", said.strip()), ours, theirs)


def _list_spans(marks: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Return the spans between the marks, two by two."""
    return [(one.end(), two.start()) for one, two in zip(marks[::2], marks[1::2], strict=False)]


def _goes_on(pair: SentencePair, french: list[re.Match[str]], english: list[re.Match[str]]) -> bool:
    """True if a quotation may go on in the sentence before or after, or is the whole sentence."""
    if len(french) == 1:
        return True
    if not english:
        return len(french) == 2 and len(_EDGE.findall(pair.source)) == 2
    return (not french or len(english) % 2 == 1) and bool(_EDGE.search(pair.source) or _EDGE.search(pair.target))


def _find_marks(text: str) -> list[re.Match[str]]:
    """Return the quotation marks of a text; also those with no space beside them, if these make pairs: 1974"was."""
    marks = list(_MARK.finditer(text))
    if len(marks) % 2:
        every = list(_ANY_MARK.finditer(text))
        return every if not len(every) % 2 else marks
    return marks


def _holds_speech(text: str, marks: list[re.Match[str]], fewest: int) -> bool:
    """True if some words that are said, and no title, stand between two marks, or after a single one."""
    ends = [mark.start() for mark in marks[1:]] + [len(text)] * (len(marks) % 2)
    spans = list(zip((mark.end() for mark in marks), ends, strict=False))[::2]
    return any(_is_speech(text[start:end], fewest) for start, end in spans if text[:start].rstrip('«“" ')[-1:] != "(")


def _is_speech(text: str, fewest: int) -> bool:
    words = text.split()
    if len(words) <= fewest and words[:1] and words[0].istitle() and not _SPOKEN.search(text):
        return False  # a title: "Les personnalités de notre ville"
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) >= (3 if _SPEAKING.search(text) else fewest) and 3 * capitals <= len(words)


def _describe_loss(count: int) -> Message:
    one, several = (
        Message("a quotation mark is missing"),
        Message("the quotation has no quotation marks in the English"),
    )
    return several if count > 1 else one


def _span_of_marks(marks: list[re.Match[str]]) -> tuple[int, int]:
    return marks[0].start(), marks[-1].end()

"""Quotation marks: the translation must have as many as the sentence, all paired."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag

_MARK = re.compile(r"[«»“”„\"]|<<|>>")
# Single quotation marks; an apostrophe stands between letters or after an s.
_SINGLE = re.compile(r"(?<![^\W_])[‘'](?=\w)|(?<=[^\Ws])['’](?!\w)|(?<=[.,!?])['’]")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield quotation marks that are missing, added or unpaired."""
    french, english = list(_MARK.finditer(pair.source)), list(_MARK.finditer(pair.target))
    if len(french) == len(english):
        return
    if not english and len(french) > 1 and len(_SINGLE.findall(pair.target)) >= 2:
        return
    if not english:
        yield Flag("quotation", _describe_loss(len(french)), (french[0].start(), french[-1].end()))
    elif not french:
        place = english[0].start(), english[-1].end()
        yield Flag("quotation", "the French has no quotation marks here", None, place)
    elif len(english) % 2 and not len(french) % 2:
        yield Flag("quotation", "a quotation mark is not closed", _span_of_marks(french), _span_of_marks(english))
    elif len(french) % 2 and not len(english) % 2:
        detail = Message("the quotation continues after this sentence in the French only")
        yield Flag("quotation", detail, _span_of_marks(french), _span_of_marks(english))
    elif len(english) < len(french) and not _SINGLE.search(pair.target):
        yield Flag("quotation", "quotation marks are missing", _span_of_marks(french), _span_of_marks(english))


def _describe_loss(count: int) -> Message:
    one, several = (
        Message("a quotation mark is missing"),
        Message("the quotation has no quotation marks in the English"),
    )
    return several if count > 1 else one


def _span_of_marks(marks: list[re.Match[str]]) -> tuple[int, int]:
    return marks[0].start(), marks[-1].end()

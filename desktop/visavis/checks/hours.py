"""Hours with the half of the day in words: "six heures du matin", "six in the evening"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.numbers import ENGLISH, FRENCH, Numerals, find_numbers_in_digits, find_numbers_in_words
from visavis.checks.pair import Span

_S = "[ \u00a0\u202f]?"
_FRENCH = re.compile(rf"{_S}(?:heures?|h){_S}(?:du (?:(matin)|soir)|de l['’]après-midi)", re.IGNORECASE)
_ENGLISH = re.compile(
    r"(?:\s?o['’]clock)?\s(?:in the (?:(morning)|afternoon|evening)|at night)\b|\s?(?:(a)|p)\.?\s?m\b\.?", re.IGNORECASE
)
_PARTS = tuple(".,:/-–—$£€")  # before the last figures of "6.15 am"

Hour = tuple[int, Span]  # minutes since midnight, span


def find_french_hours(text: str) -> list[Hour]:
    """Return the whole hours that are said to be in the morning, the afternoon or the evening."""
    return list(_find_hours(text, FRENCH, _FRENCH))


def find_english_hours(text: str) -> list[Hour]:
    """Return the whole hours of an English text that are said to be in the morning, the evening or at night."""
    return list(_find_hours(text, ENGLISH, _ENGLISH))


def _find_hours(text: str, numerals: Numerals, half: re.Pattern[str]) -> Iterator[Hour]:
    if not half.search(text):
        return
    for number in (*find_numbers_in_digits(text, numerals), *find_numbers_in_words(text, numerals)):
        (start, end), hour = number.span, min(number.values)
        follows = half.match(text, end)
        if follows and hour in range(1, 13) and not text[:start].endswith(_PARTS):
            early = any(follows.groups()) or (follows[0].lower().endswith("night") and hour < 6)
            yield int(hour) % 12 * 60 + (0 if early else 720), (start, follows.end())

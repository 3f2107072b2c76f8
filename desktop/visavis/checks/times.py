"""Times of day: 14 h 30 is 2:30 pm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.hours import find_english_hours, find_french_hours
from visavis.checks.numbers import ENGLISH, find_numbers_in_digits, find_numbers_in_words
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

_S = "[ \u00a0\u202f]?"
_FRENCH = re.compile(
    rf"(?<![\w/,.])(\d{{1,2}}){_S}(?:h(?:eures?)?\.?(?![^\W\d_])|:(?=\d\d(?!\d)))(?:{_S}([0-5]\d)(?!\d|{_S}%|[.,]\d))?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?<![\w$£€,])(\d{1,2})(?:[:.h ]([0-5]\d))?\s?([ap])\.?\s?m\b\.?|(?<![\w:])(\d{1,2})[:h]([0-5]\d)(?![\d:])"
    r"|(?<![\w.,])(\d{1,2}) o['’]clock|(?<![\w.,])(\d{1,2})h\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w.,$£€])(\d{1,2})\.([0-5]\d)(?![\w%]|[.,]\d)")  # 6.15, if the French has 6h15
# a quick first test: a digit with the sign of a time
_MARKED = re.compile(r"\d\s?(?:h|:|[ap]\.?\s?m\b|o['’]clock)", re.IGNORECASE)
_MALFORMED = re.compile(r"(?<![\w.,])\d{1,2}(?:[:.]\d\d)?\s?(?!km)[b-oq-z]\.\s?m\b\.?", re.IGNORECASE)  # "10 h.m."
# What stands before an hour of the day that is a bare number, "at 8", and after a number of hours.
_AT = re.compile(
    r"\b(?:at|by|from|to|until|till|before|after|between|and|around|about|past|since|towards?|than|or)[\s~]*$|[–—-]$",
    re.IGNORECASE,
)
_HOURS = re.compile(r"[-\s]?(?:hours?|hrs?|h|o['’]clock|minutes?)\b|[–—-]\d|\s(?:to|and|or|-)\s", re.IGNORECASE)
# Where a sentence has one of these, "8 heures" may be in the evening.
_LATER = frozenset("après midi soir soirée soirs nuit dîner".split())  # noqa: SIM905

Time = tuple[int, bool, Span]  # minutes since midnight, whether am or pm is certain, span


def find_french_times(pair: SentencePair) -> list[Span]:
    """Return the spans of the times of day in the sentence."""
    return [span for _, _, span in _parse_french_times(pair)]


def list_french_minutes(pair: SentencePair) -> list[int]:
    """Return the times of day, or durations, of the sentence in minutes."""
    return [minutes for minutes, _, _ in _parse_french_times(pair)]


def find_english_times(pair: SentencePair) -> list[Span]:
    """Return the spans of the times of day in the translation."""
    return [span for _, _, span in _parse_english_times(pair)]


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the times that are missing or changed."""
    for match in _MALFORMED.finditer(pair.target):
        yield Flag("time", Message("“{0}” is no English time", match[0]), None, match.span())
    french = _parse_french_times(pair)
    if not french:
        return
    english = _parse_english_times(pair)
    free = [time for time in english if not any(_is_same_time(one, time) for one in french)]
    for minutes, exact, span in french:
        if any(_is_same_time((minutes, exact, span), one) for one in english) or _is_given_as_duration(
            pair, minutes, span, english
        ):
            continue
        was = pair.source[slice(*span)].strip()
        if free:
            other = free.pop(0)[2]
            yield Flag("time", Message("“{0}” became “{1}”", was, pair.target[slice(*other)]), span, other)
        else:
            yield Flag("time", Message("“{0}” is not in the translation", was), span)


def _parse_french_times(pair: SentencePair) -> list[Time]:
    times = [(minutes, True, span) for minutes, span in find_french_hours(pair.source)]
    if not _MARKED.search(pair.source):
        return times
    certain = pair.french_vocabulary.isdisjoint(_LATER)
    for match in _FRENCH.finditer(pair.source):
        minutes = int(match[1]) * 60 + int(match[2] or 0)
        if match[0].lower().startswith("24") and "eure" in match[0]:
            continue  # "24 heures" is a day
        if _is_in(match.start(), times):
            continue
        if minutes <= 1440 and (match[2] or "eure" not in match[0] or _is_time_of_day(pair.source, match.start())):
            times.append((minutes % 1440, certain or int(match[1]) > 12, match.span()))
    return times


def _is_in(place: int, times: list[Time]) -> bool:
    return any(start <= place < end for _, _, (start, end) in times)


def _is_time_of_day(text: str, start: int) -> bool:
    """True if "14 heures" is a time of day, because it follows "à", "vers", "dès" or the like."""
    return re.search(r"\b(?:à|vers|dès|jusqu['’]à|avant|après|depuis)\s$", text[:start], re.IGNORECASE) is not None


def _parse_english_times(pair: SentencePair) -> list[Time]:
    times = [(minutes, True, span) for minutes, span in find_english_hours(pair.target)]
    if _MARKED.search(pair.target):
        for match in _ENGLISH.finditer(pair.target):
            if _is_in(match.start(), times):
                continue
            hour, minute, half, hour24, minute24, clock, h = match.groups()
            hours = int(hour or hour24 or clock or h)
            minutes = hours * 60 + int(minute or minute24 or 0)
            if half and hours <= 12:
                minutes = minutes % 720 + (720 if half in "pP" else 0)
            times.append((minutes % 1440, half is not None or hours > 12, match.span()))
    french = {minutes % 720 for minutes, _, _ in _parse_french_times(pair)} if _DOTTED.search(pair.target) else set()
    for match in _DOTTED.finditer(pair.target):
        minutes = int(match[1]) * 60 + int(match[2])
        if minutes % 720 in french:
            times.append((minutes % 1440, minutes > 720, match.span()))
    for word, minutes in (("noon", 720), ("midday", 720), ("midnight", 0)):
        if word in pair.english_vocabulary:
            start = pair.target.lower().find(word)
            times.append((minutes, True, (start, start + len(word))))
    return times


def _is_same_time(french: Time, english: Time) -> bool:
    """True if two times are equal; an English time without "am" or "pm" matches either half of the day."""
    apart = french[0] - english[0]
    return not apart or (apart % 720 == 0 and not (french[1] and english[1]))


def _is_given_as_duration(pair: SentencePair, minutes: int, span: Span, english: list[Time]) -> bool:
    """True if the translation has the hours and minutes as a duration: "2 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    if not rest and (_is_time_of_day(pair.source, span[0]) or find_french_hours(pair.source)):
        return _has_bare_hour(pair.target, hours, [time for time in english if time[1]])
    values = {value for number in find_numbers_in_words(pair.target, ENGLISH) for value in number.values}
    numbers = {*map(int, values)} | set(map(int, re.findall(r"(?<!\d)\d{1,3}(?!\d)", pair.target)))
    if hours == 1 and "hour" in pair.english_vocabulary:  # "an hour and a half"
        numbers.add(1)
    if minutes in numbers and "minutes" in pair.english_vocabulary:
        return True
    whole = {hours, hours % 12} & numbers
    part = not rest or rest in numbers or (rest == 30 and "half" in pair.english_vocabulary)
    return bool(whole and part and not re.search(r"\d\s?[ap]\.?m\b", pair.target, re.IGNORECASE))


def _has_bare_hour(text: str, hours: int, certain: list[Time]) -> bool:
    """True if the translation has the hour as a bare number, "at 8", or as a number of hours; "in 20" is neither."""
    for number in (*find_numbers_in_digits(text, ENGLISH), *find_numbers_in_words(text, ENGLISH)):
        start, end = number.span
        if _is_in(start, certain):
            continue
        if number.values & {hours, hours % 12 or 12} and (_AT.search(text[:start]) or _HOURS.match(text, end)):
            return True
    return False

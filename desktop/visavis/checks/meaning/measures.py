"""Measures: the same number must have the same unit in both languages, so that "12 km" is not "12 metres"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from visavis.checks.numbers import ENGLISH, FRENCH, Numerals, find_numbers_in_digits, find_numbers_in_words
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

# For each unit, what stands after a number in French and in English.
_UNITS = {
    "year": (r"ans?|années?", r"years?"),
    "month": (r"mois", r"months?"),
    "week": (r"semaines?", r"weeks?"),
    "day": (r"jours?|journées?", r"days?"),
    "hour": (r"heures?", r"hours?|hrs?"),
    "minute": (r"minutes?|min", r"minutes?|min"),
    "second": (r"secondes?", r"seconds?"),
    "kilometre": (r"km|kilom[èe]tres?", r"km|kilomet(?:re|er)s?|kph|kmh"),
    "metre": (r"m|m[èe]tres?", r"m|met(?:re|er)s?"),
    "centimetre": (r"cm|centimètres?", r"cm|centimet(?:re|er)s?"),
    "millimetre": (r"mm|millimètres?", r"mm|millimet(?:re|er)s?"),
    "kilogram": (r"kg|kilos?|kilogrammes?", r"kg|kilos?|kilogram(?:me)?s?"),
    "gram": (r"g|grammes?", r"g|gram(?:me)?s?"),
    "tonne": (r"tonnes?", r"ton(?:ne)?s?"),
    "per cent": (r"%|pour[- ]?cent", r"%|per ?cent"),
    "euro": (r"€|euros?|EUR", r"€|euros?"),
    "dollar": (r"\$|(?:US )?dollars?|USD", r"\$|(?:US )?dollars?"),
    "pound": (r"£|livres?(?: sterling)?|GBP", r"£|pounds?"),
    "yen": (r"¥|yens?", r"¥|yen"),
    "fahrenheit": (r"°\s?F", r"°\s?F"),
    "celsius": (r"°\s?C", r"°\s?C"),
}
_BEFORE = {"€": "euro", "$": "dollar", "£": "pound", "¥": "yen"}
_SAME = ({"metre", "euro"},)  # "m" may be a million


def _compile_units(place: int, between: str) -> re.Pattern[str]:
    units = "|".join(f"(?P<u{i}>{forms[place]})" for i, forms in enumerate(_UNITS.values()))
    return re.compile(rf"{between}(?:{units})(?![^\W_]|²|³)", re.IGNORECASE)


_NAMES = tuple(_UNITS)
_FRENCH = _compile_units(
    0,
    r"(?:[\s\u00a0\u202f-]*)(?:(?:derni[eè]re?s?|premi[eè]re?s?|prochaine?s|petite?s|longue?s|bon(?:ne)?s) )?"
    r"(?:d['’]|de )?",
)
_ENGLISH = _compile_units(1, r"[\s\u00a0-]*")

Measures = Mapping[float, tuple[str, Span]]


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the numbers that have another unit than in the French."""
    french = _find_measures(pair.source, FRENCH, _FRENCH)
    if not french:
        return
    english = _find_measures(pair.target, ENGLISH, _ENGLISH)
    for value, (unit, span) in french.items():
        other, place = english.get(value, (unit, span))
        if other != unit and {unit, other} not in _SAME:
            detail = Message("“{0}” became “{1}”", pair.source[slice(*span)], pair.target[slice(*place)])
            yield Flag("unit", detail, span, place)


def _find_measures(text: str, numerals: Numerals, units: re.Pattern[str]) -> Measures:
    """Return the unit of each number that has only one, by the number's value."""
    found: dict[float, tuple[str, Span]] = {}
    twice = set()
    for number in (*find_numbers_in_digits(text, numerals), *find_numbers_in_words(text, numerals)):
        start, end = number.span
        match = units.match(text, end)
        sign = text[:start].rstrip()[-1:]
        if match:
            unit = _NAMES[int(str(match.lastgroup)[1:])]
            end = match.end()
        elif sign in _BEFORE:
            unit, start = _BEFORE[sign], text.rindex(sign, 0, start)
        else:
            continue
        for value in number.values:
            if found.get(value, (unit,))[0] != unit:
                twice.add(value)
            found[value] = unit, (start, end)
    return {value: measure for value, measure in found.items() if value not in twice}

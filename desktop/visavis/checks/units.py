"""Percentages, currencies and measures: a number must keep its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from visavis.checks.meaning import money
from visavis.checks.numbers import ENGLISH, FRENCH, find_numbers_in_digits
from visavis.checks.pair import SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag

# For each unit: the French pattern beside a number, and the English pattern anywhere in the sentence.
_UNITS = {
    "per cent": (r"%|pour[- ]?cent\b|p\. ?100", r"%|\bper ?cent|\bpercent|\bpp\b|\bpoints?\b|\bhalf"),
    "euros": (r"€|(?<![^\W\d_])(?:euros?|EUR)\b", r"€|\beuros?\b|\bEUR\b|\bcents?\b"),
    "dollars": (r"\$|(?:US ?)?dollars?\b|USD\b", r"\$|\bdollars?\b|\bUSD\b|\bbucks?\b|\bcents?\b"),
    "pounds": (r"£|livres? sterling\b|GBP\b", r"£|\bpounds?\b|\bsterling\b|\bquid\b|\bGBP\b"),
    "yen": (r"¥|yens?\b", r"¥|\byen\b"),
    "yuan": (r"yuans?\b", r"\byuan\b|\brenminbi\b"),
    "roubles": (r"roubles?\b", r"\broubles?\b|\brubles?\b"),
    "rupees": (r"roupies?\b", r"\brupees?\b"),
    "crowns": (r"couronnes\b", r"\bcrowns?\b|\bkron|\bkoruna|\bCZK\b|\bNOK\b|\bSEK\b|\bDKK\b"),
    "kilometres": (r"(?:km²?|kilom[èe]tres?)\b(?! ?/)", r"\d ?km|\bkilomet|\bkm[²2³]?\b|\bmiles?\b|\bk\b|kph"),
    "metres": (
        r"(?:m|m[èe]tres?)\b(?! ?/|[²³€$£])",
        r"\d ?m\b|\bmet(?:re|er)s?\b|\b(?:feet|foot|yards?)\b|-met(?:re|er)",
    ),
    "kilograms": (r"(?:kg|kilos?|kilogrammes?)\b", r"\d ?kg|\bkg\b|\bkilos?\b|\bkilogram|\bpounds?\b|\blbs?\b"),
    "tonnes": (r"tonnes?\b", r"\bton(?:ne)?s?\b|-ton(?:ne)?"),
    "hectares": (r"(?:hectares?|ha)\b", r"\bhectares?\b|\d ?ha\b|\bacres?\b"),
    "litres": (r"litres?\b", r"\blit(?:re|er)s?\b|\bgallons?\b|\d ?l\b|\bpints?\b"),
    "degrees": (r"(?:°(?: ?C\b|(?! ?[a-zà-ÿ]{3,}))|degrés?\b)", r"°|\bdegrees?\b|\bgrade"),
    "weeks": (r"semaines?\b", r"\bweek|\bfortnight|\bdays?\b"),
    "months": (r"mois\b", r"\bmonth|\bquarter|\bhalf|\byears?\b|\bweeks?\b|\bjoint\b"),
}
_NUMBER = (
    r"(?:\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    r"|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille|millions?|milliards?|dizaines?"
    r"|centaines?|milliers?))"
)
_LESS = r"(?:[\s\u00a0\u202f-]|d['’]|de (?=[a-zé]))*"  # what may stand between a number and its unit
_MONEY = ("euros", "dollars", "pounds", "yen", "yuan", "roubles", "rupees")
# Any number with a unit, as a quick first test: most sentences have none.
_ANY = re.compile(rf"{_NUMBER}{_LESS}(?:{'|'.join(french for french, _ in _UNITS.values())})|[€$£]\s?\d", re.IGNORECASE)
# Signs and names of English units, to name the wrong one in the flag.
_SIGNED = re.compile(
    r"[%€$£¥]|\bper ?cent|\bpercent|\b(?:euro|dollar|pound|yuan|yen|rouble|ruble|rupee)s?\b", re.IGNORECASE
)

# Metric units and the English ones that a figure must be converted for: 40 km are no 40 miles.
_METRIC = re.compile(r"[\s\u00a0\u202f-]*(km|kilom\w+|m|m[èe]tres?|kg|kilos?|kilogrammes?|hectares?|ha|litres?)\b")
_IMPERIAL = re.compile(r"[\s\u00a0-]*(miles?|feet|foot|ft|yards?|lbs?|pounds?|acres?|gallons?|pints?)\b")


@cache
def _compile_patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    patterns = {}
    for unit, (french, english) in _UNITS.items():
        signed = r"|[€$£]\s?\d[\d.,]*" if unit in ("euros", "dollars", "pounds") else ""
        signed = signed.replace("€$£", {"euros": "€", "dollars": "$", "pounds": "£"}.get(unit, ""))
        patterns[unit] = (
            re.compile(rf"{_NUMBER}{_LESS}(?P<unit>{french}){signed}", re.IGNORECASE),
            re.compile(english, re.IGNORECASE),
        )
    return patterns


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the units that are missing or changed."""
    flags: list[Flag] = []
    if _ANY.search(pair.source):
        flags = [*_check_lost(pair), *_check_converted(pair)] or _check_new(pair)
    yield from flags or money.check(pair)


def _check_new(pair: SentencePair) -> list[Flag]:
    """Return the sign of a currency that the French has not, at a number that it has with no unit of its own."""
    values = {value for number in find_numbers_in_digits(pair.source, FRENCH) for value in number.values}
    for number in find_numbers_in_digits(pair.target, ENGLISH):
        start, end = number.span
        sign = _SIGNED.search(pair.target, max(0, start - 2), end + 9)
        if sign and number.values & values and not _has_french_unit(sign[0], pair):
            return [Flag("unit", Message("“{0}” is not in the French", sign[0]), None, sign.span())]
    return []


def _check_converted(pair: SentencePair) -> Iterator[Flag]:
    """Yield an English unit in place of a metric one at the same figure."""
    metric = {
        value: match.span(1)
        for number in find_numbers_in_digits(pair.source, FRENCH)
        if (match := _METRIC.match(pair.source, number.span[1]))
        for value in number.values
    }
    for number in find_numbers_in_digits(pair.target, ENGLISH) if metric else ():
        unit = _IMPERIAL.match(pair.target, number.span[1])
        place = next((metric[value] for value in number.values if value in metric), None)
        if unit and place:
            detail = Message("“{0}” became “{1}”", pair.source[slice(*place)], unit[1])
            yield Flag("unit", detail, place, unit.span(1))


def _check_lost(pair: SentencePair) -> Iterator[Flag]:
    lost = []
    for unit, (french, english) in _compile_patterns().items():
        match = french.search(pair.source)
        if match and not english.search(pair.target):
            lost.append((unit, match))
    for unit, match in lost:
        span = match.span("unit") if match["unit"] else match.span()
        other = next((m for m in _SIGNED.finditer(pair.target) if not _has_french_unit(m[0], pair)), None)
        if other and unit in (*_MONEY, "per cent"):
            detail = Message("“{0}” became “{1}”", pair.source[slice(*span)], other[0])
            yield Flag("unit", detail, span, other.span())
        elif pair.score is not None or unit in ("per cent", "weeks", "months"):  # people leave out what is clear
            yield Flag("unit", Message("“{0}” is not in the translation", pair.source[slice(*span)]), span)


def _has_french_unit(sign: str, pair: SentencePair) -> bool:
    """True if the French contains the unit of an English sign."""
    return any(
        english.search(sign) and re.search(_UNITS[unit][0], pair.source, re.IGNORECASE)
        for unit, (_, english) in _compile_patterns().items()
    )

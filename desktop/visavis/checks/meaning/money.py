"""Money, percentages and degrees wherever they stand: "des milliards d'euros" are no dollars, and 2 °C are no 2 °F."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

_PERCENT = "per cent"
# In either language; pounds may be books in French, and the euro a zone.
_UNITS = {
    "euro": re.compile(
        r"€|(?<![^\W\d_])(?<!zone )(?<!zone de l['’])(?:euros?(?![- ]?(?:zone|area))|EUR)(?![^\W_])", re.IGNORECASE
    ),
    "dollar": re.compile(r"\$|(?<![^\W\d_])(?:dollars?|USD)(?![^\W_])", re.IGNORECASE),
    "yen": re.compile(r"¥|(?<![^\W_])yens?(?![^\W_])", re.IGNORECASE),
    _PERCENT: re.compile(r"%|\bpour[- ]?cent\b|\bper ?cent\b|\bpercentage\b", re.IGNORECASE),
}
_FAHRENHEIT, _CELSIUS = re.compile(r"\d ?°\s?F\b"), re.compile(r"°\s?C\b")
_DEGREES = re.compile(r"\d\s?(?:°(?!\s?F)|degrés?(?! fahr))(?:\s?C)?", re.IGNORECASE)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a unit that the English has less often than the French, with another in its place."""
    degrees, other = _DEGREES.search(pair.source), _FAHRENHEIT.search(pair.target)
    if degrees and other and not _CELSIUS.search(pair.target):
        yield _flag(pair, degrees.span(), other.span())
    french = _find_units(pair.source)
    english = _find_units(pair.target) if french else {}
    new = [unit for unit in english if unit not in french and unit != _PERCENT]
    lost = [unit for unit in french if len(french[unit]) > len(english.get(unit, ()))]
    if new and lost:
        yield _flag(pair, french[lost[0]][0], english[new[0]][0])


def _flag(pair: SentencePair, span: Span, place: Span) -> Flag:
    was, became = pair.source[slice(*span)], pair.target[slice(*place)]
    return Flag("unit", Message("“{0}” became “{1}”", was, became), span, place)


def _find_units(text: str) -> dict[str, list[Span]]:
    """Return where each unit stands in a text."""
    found = {unit: [match.span() for match in pattern.finditer(text)] for unit, pattern in _UNITS.items()}
    return {unit: spans for unit, spans in found.items() if spans}

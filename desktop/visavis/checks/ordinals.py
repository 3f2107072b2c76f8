"""Ordinals that are no figures: "la première fois", and kings and popes, "Louis XIV"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag

_FIRST = re.compile(r"\bpremi[eè]re?\b(?! ministre| plan)", re.IGNORECASE)
_SECOND = re.compile(
    r"\b(?:a|the|his|her|its|their|my|our|for) (second)\b(?! (?:to|ago|half|world|later|floor))", re.IGNORECASE
)
# Words that make a second: "le premier étage" is the second floor in America.
_OTHERS = frozenset("deuxième deux second seconde secondes secondaire autre demi demie étage".split())  # noqa: SIM905
_REIGN = re.compile(r"(?<=[^\W\d_][^\W\d_A-Z] )[IVX]{2,6}(?!\w)")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a first that became a second, and the Roman numeral of a name that became another."""
    if "first" not in pair.english_vocabulary and pair.french_vocabulary.isdisjoint(_OTHERS):
        first, second = _FIRST.search(pair.source), _SECOND.search(pair.target)
        if first and second:
            detail = Message("“{0}” became “{1}”", first[0], second[1])
            yield Flag("figure", detail, first.span(), second.span(1))
    new = [match for match in _REIGN.finditer(pair.target) if match[0] not in pair.source]
    for match in _REIGN.finditer(pair.source) if new else ():
        if match[0] not in pair.target and new:
            other = new.pop(0)
            yield Flag(
                "figure", Message("“{0}” became “{1}”", match[0], other[0]), match.span(), other.span(), match[0]
            )

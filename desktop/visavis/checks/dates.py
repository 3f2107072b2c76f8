"""Months and days of the week: the translation must name the same ones as the French."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

_MONTHS = {
    "janvier": "January", "février": "February", "mars": "March", "avril": "April", "mai": "May", "juin": "June",
    "juillet": "July", "août": "August", "aout": "August", "septembre": "September", "octobre": "October",
    "novembre": "November", "décembre": "December",
}  # fmt: skip
_DAYS = {
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday",
}  # fmt: skip
_NAMES = {**_MONTHS, **_DAYS, **{f"{day}s": name for day, name in _DAYS.items()}}
_ALL = frozenset(_NAMES)
# names with their abbreviations; May and March have only one
_SHORT = {name: [name, *( [f"{name[:4]}", name[:3]] if name not in ("May", "March") else [name[:3]])]
          for name in _NAMES.values()}  # fmt: skip
_FRENCH = compile_phrases([*_NAMES], re.IGNORECASE)
# Case-sensitive: the capital distinguishes May and March from the verbs.
_ENGLISH = re.compile(rf"\b(?:{'|'.join(set(_NAMES.values()))})(?=s?\b)")
_NUMERIC = re.compile(r"(?<![\d.,])\d{1,2}[/.-]\d{1,2}(?![\d%]|[.,]\d)|\d{4}-\d\d")  # 16/10


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the months and days that are missing or changed."""
    if pair.french_vocabulary.isdisjoint(_ALL):
        return
    french = [m for m in _FRENCH.finditer(pair.source) if not (m[0] == "Mars" and m.start())]
    french_names = {_NAMES[match[0].lower()] for match in french}
    english = list(_ENGLISH.finditer(pair.target))
    new = [match for match in english if match[0] not in french_names]
    named, seen = Counter(_NAMES[match[0].lower()] for match in french), set()
    for match in french:
        wanted = _NAMES[match[0].lower()]
        if wanted in seen:
            continue
        kind = _DAYS if wanted in _DAYS.values() else _MONTHS
        given = len(re.findall(rf"\b(?:{'|'.join(_SHORT[wanted])})(?:s|t)?\b", pair.target))
        if given and (given >= named[wanted] or not any(m[0] in kind.values() for m in new)):
            continue  # one of two may be left out, but not become another
        other = next((m for m in new if m[0] in kind.values()), None)
        if kind is _MONTHS and not other and _NUMERIC.search(pair.target):
            continue
        if match[0] == "juillet" and "Bastille Day" in pair.target:
            continue
        seen.add(wanted)
        if other:
            new.remove(other)
            yield Flag("date", Message("“{0}” became “{1}”", match[0], other[0]), match.span(), other.span(), wanted)
        else:
            yield Flag("date", Message("“{0}” is not in the translation", match[0]), match.span())

"""Fractions and multiples in words: "un tiers" must not become "a quarter", nor "le double" "half"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

# For each fraction: the French, and the English that may stand for it.
_FRACTIONS = tuple(
    (compile_phrases([french]), compile_phrases([english]))
    for french, english in (
        ("la moitié", r"half|halv\w+|mid\w*|50|fifty|one in two|1/2|even"),
        ("(?:le|du|au) double", r"doubl\w+|twice|two|2|twofold"),
        ("(?:le|du|au) triple", r"tripl\w+|treb\w+|three|3|threefold"),
        ("doubl(?:é|er|e|ent|era)", r"doubl\w+|twice|two\w*|2|second|again|dub\w*|lin\w+|overt\w+|pass\w*"),
        ("tripl(?:é|er|e|ent|era)", r"tripl\w+|treb\w+|three\w*|3|third"),
        ("(?:un|le|du) tiers(?! (?:monde|payant|parti|pays))", r"third|one in three|33|1/3|a third\w*"),
        ("(?:les |des |aux )?deux tiers", r"two[- ]thirds?|66|67|2/3|two out of three"),
        ("(?:les |des |aux )?trois quarts", r"three[- ](?:quarters?|fourths)|75|3/4|three out of four"),
        ("(?:un|le|du) quart(?! d['’]heure| de finale)", r"quarter|one in four|25|1/4|fourth|a quarter\w*"),
    )
)
_CUES = frozenset(("moitié", "double", "triple", "tiers", "quart", "quarts"))
_CUES |= {stem + end for stem in ("doubl", "tripl") for end in ("é", "er", "e", "ent", "era")}
_OTHER = re.compile(r"\b(?:half|thirds?|quarters?|doubled?|twice|tripled?)\b", re.IGNORECASE)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a fraction that became another one."""
    if pair.french_vocabulary.isdisjoint(_CUES):
        return
    for french, english in _FRACTIONS:
        match = french.search(pair.source)
        other = _OTHER.search(pair.target)
        if match and other and not english.search(pair.target):
            detail = Message("“{0}” became “{1}”", match[0], other[0])
            yield Flag("figure", detail, match.span(), other.span())
            return

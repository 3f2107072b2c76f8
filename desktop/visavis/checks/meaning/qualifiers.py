"""Words that a fact hangs on: "avec sursis", "présumé", "voter contre"; one of them lost is another fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

_PERSONS = "meurtrier|auteur|assassin|tueur|agresseur|violeur|complice|terroriste|coupable|voleur|victime|cerveau"
_CRIMES = r"de (?:meurtre|viol|vol|putsch|assassinat)|d['’](?:assassinat|attentat|enlèvement|extorsion|escroquerie)"
# What the English must have for each, in some form.
_QUALIFIERS = tuple(
    (compile_phrases([french]), re.compile(english, re.IGNORECASE))
    for french, english in (
        (
            r"(?:avec|de|assortie?s? d['’]un|au|mois|ans?) sursis",
            r"suspend|suspens|probation|reprie|defer|stay|remand|conditional|delay|respite|exempt",
        ),
        (
            rf"(?:{_PERSONS})s? présumée?s?",
            r"alleg|suspect|presum|suppos|accus|believed|thought|putative|apparent|claimed|reported|said to",
        ),
        (
            r"vot(?:é|er|ent?|era|eront|ait|aient) contre",
            r"against|oppos(?:es?|ed|ing)\b|reject|\bno\b|down|\bnot\b|n['’]t\b|refus|disapprov|defeat|object|contrary|dissent",
        ),
        (rf"tentatives? (?:{_CRIMES})", r"attempt|tried|tries|try|bid|effort|failed|would-be|foiled|abort"),
    )
)
_CUES = re.compile(r"sursis|présumé|tentative|vot\w+ contre", re.IGNORECASE)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the qualifiers that have no counterpart in the translation."""
    if not _CUES.search(pair.source):
        return
    for french, english in _QUALIFIERS:
        match = french.search(pair.source)
        if match and not english.search(pair.target):
            yield Flag("omission", Message("“{0}” is not in the translation", match[0]), match.span())

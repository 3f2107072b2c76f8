"""Negation: a "ne… pas", "ni", "sans" or "aucun" has a counterpart; the opposite is the worst mistranslation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.core.checks.pair import Pair, pattern
from desktop.core.passage import Flag

_NEGATED = pattern(
    [
        r"(?:ne |n['’])(?:(?!que\b|qu['’])[^\s,.;:«»]+ ){1,4}?(?:pas|jamais|rien|aucune?|personne|nullement|guère|ni)",
        r"(?:ne |n['’])(?:[^\s,.;:«»]+ ){1,2}?plus",
        r"(?:jamais|rien|personne|aucune?)(?: [^\s,.;:«»]+){0,5}? (?:ne |n['’])[^\s]+",
        r"ni [^\s,.;:]+(?: [^\s,.;:]+){0,4} ni",
        r"(?:ne |n['’])[^\s]+ ni",
        r"sans(?! doute| cesse| précédent| égal| équivoque| conteste| abri| papiers?| domicile| emploi| faute| gluten"
        r"| pareil| surprise| fin| encombre| pilote| relâche| ambages| appel| délai| lendemain| surprises"
        r"| merci| compter| oublier| parler| cœur)(?= [^\s])",
        r"pas (?:de|d['’]|un|une|encore|question)",
        r"non (?:plus|pas)",
    ]
)
#: Phrases in which the negation does not deny.
_HARMLESS = pattern(
    [
        r"(?:n['’]est-ce pas|non seulement|pas (?:moins|seulement|que|mal)|pas à pas|pas si|ne cesse(?:nt|ra|r|ait)?"
        r"|n['’](?:a|ont|avait) (?:de cesse|pas manqué)|ne (?:manque|tarde)\w* pas|n['’]importe"
        r"|rien (?:que|d['’]autre que)"
        r"|plus que|ne (?:fait|font|faisait) (?:pas )?que|n['’]empêche|sans plus|sans-abri|sans nul doute"
        r"|il n['’]y a pas que|rien n['’]empêche|il y a peu)"
    ]
)
_DENIED = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|nor|neither|without|cannot|nowhere|hardly|barely|scarcely|few|fewer|little"
    r"|lack(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying)|unable|rather than"
    r"|instead|absent|absence|only|nor|prevent\w*|ban\w*|until|yet to|stop\w*|end(?:s|ed)?|miss(?:es|ed|ing)?"
    r"|free|impossible"
    r"|avoid\w*|devoid|bereft|far from|rul(?:e|es|ed|ing) out|reject\w*|except|unless|less|least|otherwise|wrong|too"
    r"|reluctant\w*"
    r"|outside|beyond|any|ever|away|anymore|nil|zero|declin\w*|doubt\w*|lest|longer|abandon\w*|exclud\w*|out of"
    r"|gone|lost"
    r"|un(?!it|i|der|til|ique|cle|ion)\w{3,}|in(?:capable|ability|sufficient|adequate|explicable|visible|discriminate|"
    r"definite\w*|conclusive|accurate|complete|active|dependent\w*|evitab\w*|valid|justice|consisten\w*|correct\w*|"
    r"eligible|effective\w*)|im(?:possible|mobile|moral|patien\w*|perfect|proper\w*)|ir(?:regular|relevant"
    r"|responsible)\w*"
    r"|il(?:legal|licit|literate)\w*|dis(?!cuss|play|tan|tric|trib|cover|aster|ease|pute|cipl|solv|patch|tinc|miss)\w{4,}|non\w*|de-\w+|\w{3,}less(?:ly)?|don|won)\b|n['’]t\b|\bcan[’']?t\b",
    re.IGNORECASE,
)  # fmt: skip
_CUES = frozenset("ne n pas sans ni aucun aucune jamais rien non personne nul nulle".split())  # noqa: SIM905


def check(pair: Pair) -> Iterator[Flag]:
    """Yield a negation whose sentence is translated without any, and one that the French has not."""
    if pair.said.isdisjoint(_CUES):
        return
    plain = _HARMLESS.sub(lambda match: "·" * len(match[0]), pair.source)
    match = _NEGATED.search(plain)
    if match and not _DENIED.search(pair.target):
        yield Flag("negation", f"“{match[0]}” is not in the translation", match.span())

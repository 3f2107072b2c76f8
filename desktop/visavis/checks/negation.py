"""Negation: "ne… pas", "ni", "sans" or "aucun" needs a counterpart; reversing it is the worst mistranslation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

# Negations in French; "ne… que" only restricts and is excluded.
_NEGATED = compile_phrases(
    [
        r"(?:ne |n['’])(?:(?!que\b|qu['’])[^\s,.;:«»]+ ){1,4}?(?:pas|jamais|rien|aucune?|personne|nullement|guère|ni)",
        r"(?:ne |n['’])(?:[^\s,.;:«»]+ ){1,2}?plus",
        r"ne (?:pas|plus|jamais|rien) (?:[^\s,.;:«»]+ )?\w+(?:er|ir|re)",
        r"(?:ne |n['’])(?:peu[tx]|peuvent|pouvai\w+|pour\w+|sau\w+|sait) "
        r"(?!(?:[^\s.;:]+ ){0,6}(?:que\b|qu['’]))\w+(?:er|ir|re)",
        r"(?:jamais|rien|personne|aucune?)(?: [^\s,.;:«»]+){0,5}? (?:ne |n['’])[^\s]+",
        r"ni [^\s,.;:]+(?: [^\s,.;:]+){0,4} ni",
        r"(?:ne |n['’])[^\s]+ ni",
        r"sans(?! doute| cesse| précédent| égal| équivoque| conteste| abri| papiers?| domicile| emploi| faute| gluten"
        r"| pareil| surprise| fin| encombre| pilote| relâche| ambages| appel| délai| lendemain| surprises"
        r"| suite| scrupules?| problèmes?| bouger| mal| interruption| arrêt| exception"
        r"| merci| compter| oublier| parler| cœur)(?= [^\s])",
        r"pas (?:de|d['’]|un|une|encore|question)",
        r"non pas",
    ]
)
# Phrases whose negation does not deny anything.
_HARMLESS = compile_phrases(
    [
        r"(?:n['’]est-ce pas|(?:ne |n['’])\w+-(?:t-)?(?:ils?|elles?|on|ce|vous|nous|tu) pas|non seulement|pas "
        r"(?:moins|seulement|mal)|pas à pas|ne cesse(?:nt|ra|r|ait)?"
        r"|n['’](?:a|ont|avait) (?:de cesse|pas manqué)|ne (?:manque|tarde)\w* pas|n['’]importe"
        r"|non sans|n['’](?:oubli|hésit)\w+ pas|(?:ne |n['’])\w+ pas (?:de moins|moins)|rien (?:que|d['’]autre que)"
        r"|plus que|ne (?:fait|font|faisait) (?:pas )?que|n['’]empêche|sans plus|sans-abri|sans (?:nul|aucun) doute"
        r"|il n['’]y a pas que|rien n['’]empêche|il y a peu)"
    ]
)
# English words and affixes that deny.
_DENIED = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|nor|neither|without|cannot|nowhere|hardly|barely|scarcely|few|fewer|little"
    r"|lack(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying)|unable|rather than|instead"
    r"|absent|absence|prevent\w*|bans?|banned|yet to|stop\w*|miss(?:es|ed|ing)?|free|impossible|avoid\w*|far from"
    r"|rul(?:e|es|ed|ing) out|reject\w*|except|unless|less|otherwise|wrong|reluctant\w*|outside|beyond|nil|zero"
    r"|difficult\w*|hard(?:er|est)?|still|only|remain\w*|keep\w*|continu\w*|go(?:es|ing)? on|increasing\w*|exempt\w*"
    r"|misguided|ruthless|complaint\w*|dead[- ]end|same|too|poor\w*|bad|small|precisely|depend\w*|smooth\w*"
    r"|declin\w*|doubt\w*|lest|longer|abandon\w*|exclud\w*|out of|gone|lost|neglect\w*|loath|devoid|bereft"
    r"|un(?!i[oqtfv]|der|til|cles?\b|veil|leash|asur|like|employ)\w{3,}"
    r"|in(?:capable|ability|sufficient|adequate|explicable|visible|discriminate|definite|conclusive|accurate|complete"
    r"|active|evitab|justice|consisten|correct|eligible|effective)\w*"
    r"|im(?:possible|mobile|moral|patien|perfect|proper)\w*|irrelevant"
    r"|dis(?:ab|agree|allow|appear|approv|believ|connect|content|continu|courag|dain|engag|honest|interest|like|loyal"
    r"|mantl|obe|order|prov|qualif|regard|respect|satisf|trust|unit)\w*|non-\w+|(?!homeless|nonethe"
    r"|neverthe)\w{3,}less(?:ly)?)\b"
    r"|n['’]t\b|\bcant\b",
    re.IGNORECASE,
)
# An exception: "tous, sauf Paul", but not "sain et sauf".
_EXCEPTED = compile_phrases(
    [r"(?<!et )sauf(?! que| si)(?= \w)", "hormis", "excepté", r"à l['’]exception d(?:e|u|es|['’])"]
)
_SPARED = re.compile(
    r"\b(?:except\w*|but|save|apart|aside|other than|exclud\w+|unless|without|not|only|besides|bar|barring|however|all"
    r"|if)\b",
    re.IGNORECASE,
)
_CUES = frozenset("ne n pas sans ni aucun aucune jamais rien non personne nul nulle".split())  # noqa: SIM905


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a negation that has no counterpart in the translation."""
    excepted = _EXCEPTED.search(pair.source)
    if excepted and not _SPARED.search(pair.target):
        yield Flag("negation", Message("“{0}” is not in the translation", excepted[0]), excepted.span())
    if pair.french_vocabulary.isdisjoint(_CUES):
        return
    plain = _HARMLESS.sub(lambda match: "·" * len(match[0]), pair.source)
    match = _NEGATED.search(plain)
    if match and not _DENIED.search(pair.target):
        yield Flag("negation", Message("“{0}” is not in the translation", match[0]), match.span())

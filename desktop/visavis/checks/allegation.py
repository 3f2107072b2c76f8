"""The conditional of allegation: "aurait tué" means "reportedly killed", not "killed" or "would have killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

_PARTICIPLE = (
    r"(?:\w+(?:é|ée|és|ées|ie?s?|ies|ite?s?|ue?s?)"
    r"|faits?|morts?|prise?s?|mise?s?|ouverte?s?|offerte?s?|commise?s?)"
)
_ADVERB = r"(?:(?:\w+ment|déjà|ainsi|aussi|notamment|d['’]abord|ensuite|alors|également|tous|pas|rien) ){0,2}"
# participles in the ordinary conditional: "aurait dû", "aurait pu"
_NOT_ALLEGED = (
    r"(?!(?:que|qu|été|dû|due|pu|voulu|aimé|souhaité|préféré|fallu|mieux|suffi|mérité|permis|cru|besoin"
    r"|plus|aussi|ainsi|lui)\b)"
)
_ALLEGED = compile_phrases(
    [
        rf"(?:l['’]|s['’])?(?:aurait|auraient) {_ADVERB}(?:été )?{_NOT_ALLEGED}{_PARTICIPLE}",
        rf"(?:serait|seraient) {_ADVERB}(?:morte?s?|décédée?s?|âgée?s?|née?s?|partie?s?|arrivée?s?|entrée?s?|venue?s?"
        r"|impliquée?s?|liée?s?|soupçonnée?s?|blessée?s?|originaires?|responsables?|à l['’]origine|détenue?s?|en fuite"
        r"|tombée?s?|décédée?s?|cachée?s?|réfugiée?s?|retenue?s?|retranchée?s?|sortie?s?|rentrée?s?|passée?s?"
        r"|intervenue?s?|survenue?s?|portée?s? disparue?s?)",
    ]
)
# Words that make a conditional hypothetical instead of alleged.
_SUPPOSED = compile_phrases(
    [
        r"s['’]ils?|si|sinon|(?:au|dans le) cas où",
        r"aurait-il|aurait-elle|auraient-ils|jamais|à ce que|comme si|on|je|j['’]|nous",
        r"quand bien|sans (?:lui|elle|eux|cela|ça|quoi|cette?|ces|les?|la|son|sa|ses|leurs?|l['’]\w+)",
        r"à (?:sa|leur) place|faute de|autrement",
    ]
)
# The conditional after these is the future in the past: "a dit qu'il viendrait".
_REPORTED = re.compile(
    r"\b(?:(?:a|ont|avait|avaient) (?:\w+ )?(?:dit|annoncé|promis|assuré|estimé|déclaré|affirmé|précisé|indiqué"
    r"|prévenu)"
    r"|pensai\w+|croyai\w+|espérai\w+|disai\w+) qu", re.IGNORECASE,
)  # fmt: skip
# English words that mark a statement as unconfirmed.
_HEDGED = re.compile(
    r"\b(?:reported\w*|reports?|alleg\w*|apparent\w*|appears?|appeared|supposed\w*|presum\w*|suspected|accused"
    r"|accuse[sd]?"
    r"|seem\w*|claim\w*|may|might|could|(?:is|are|was|were) (?:\w+ )?(?:said|believed|thought|understood|feared)"
    r"|believed to|thought to|said to|understood to|likely|according to|possibl\w*|probabl\w*|purported\w*|rumou?r\w*"
    r"|perhaps|sources? (?:say|said)|potential\w*|would-be|unconfirmed|suggest\w*|indicat\w*|it is said"
    r"|quoted as|should|(?:he|she|it|they) sa(?:ys?|id))\b",
    re.IGNORECASE,
)
_CUES = frozenset("aurait auraient serait seraient".split())  # noqa: SIM905


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield an allegation that the translation states as a fact, or as hypothetical."""
    if pair.french_vocabulary.isdisjoint(_CUES):
        return
    match = _ALLEGED.search(pair.source)
    if not match or _HEDGED.search(pair.target) or _SUPPOSED.search(pair.source):
        return
    if pair.score is None and "would" in pair.english_vocabulary:  # people do not take a condition for an allegation
        return
    if _REPORTED.search(pair.source[: match.start()]):
        return
    yield Flag(
        "allegation",
        Message("“{0}” is an allegation in the French; the English does not say so", match[0]),
        match.span(),
    )

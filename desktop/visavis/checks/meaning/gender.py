"""Gender of the person spoken of, where the French settles it: "la ministre", "elle", and the English has "he"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

_HE, _SHE = frozenset(("he", "him", "himself")), frozenset(("she", "herself"))
_HIS, _HER = _HE | {"his"}, _SHE | {"her", "hers"}
# Persons whose article settles their gender.
_PERSON = (
    r"(?:ministre|maire|juge|députée?|président|présidente|chancelière|chancelier|journaliste|artiste|élève|athlète"
    r"|secrétaire|porte-parole|cheffe?|directeur|directrice|avocate?|étudiante?|chanteur|chanteuse|acteur|actrice"
    r"|cinéaste|romanci(?:er|ère)|écrivaine?|sénateur|sénatrice|candidate?|joueur|joueuse|jeune|quinquagénaire"
    r"|sexagénaire|septuagénaire|octogénaire|trentenaire|quadragénaire|adolescente?|suspecte?|coupable|scientifique"
    r"|policière?|infirmi(?:er|ère)|ex-\w+|ancien(?:ne)?|reine|roi|prince|princesse|duchesse|duc|patron|patronne"
    r"|procureure?|gouverneure?|magistrate?|psychologue|économiste|sociologue|médecin)"
)
_WOMAN = compile_phrases(
    [
        rf"(?:la|une|cette|sa|ma|notre) (?:jeune |première |nouvelle |ex-|vice-)?{_PERSON}|l['’](?:ancienne|actrice"
        r"|avocate|étudiante|adolescente|écrivaine|infirmière)",
        r"elle(?!-même)|mme|madame|mlle|femmes?|filles?|fillettes?|mères?|maman|s(?:œ|oe)urs?|épouse|veuve|tante|grand-mère|dames?"
        r"|héroïne|directrice|chancelière|présidente|actrice|chanteuse|reine|princesse|compagne|copine|amie|une? autre",
    ]
)
_MAN = compile_phrases(
    [
        rf"(?:le|un|ce|son|mon|notre) (?:jeune |premier |nouveau |ex-|vice-)?{_PERSON}",
        r"l['’](?:homme|ancien|acteur|avocat|étudiant|adolescent|écrivain|infirmier|auteur|artiste|élève|enfant|athlète)",
        r"lui|m\.|mm\.|monsieur|mr|hommes?|garçons?|pères?|papa|fils|frères?|mari|oncle|grand-père|époux|héros|roi|prince"
        r"|celui|quelqu['’]un|chacun|quiconque|personne|on|dieu|docteur|dr|général|pape|bébé|copain|ami",
    ]
)
_SURE_MAN = compile_phrases(
    [rf"(?:le|un|ce) (?:jeune |premier |nouveau |ex-|vice-)?{_PERSON}", r"m\.|monsieur|l['’]homme|un homme|cet homme"]
)
# "il" of a person: not that of "il y a", "il faut" or "il est possible que".
_BEFORE_VERB = r"(?:n['’]|ne |me |nous |vous |lui |leur |s['’]|se |y |en |l['’]|a |aura |avait |va |peut |doit ){0,3}"
_IMPERSONAL = (
    r"(?:y\b|en est|faut|fallait|fallu|faudra\w*|s['’]agi\w*|agi\w*|semble\w*|suffi\w*|reste|paraît|convient|existe\w*"
    r"|pleu\w*|neige|importe|vaut|manque|(?:est|était|serait|sera|été|fait) (?:\w+ ){1,3}(?:que|qu|de|d)\b)"
)
_IL = compile_phrases([rf"(?:qu['’])?il(?! {_BEFORE_VERB}{_IMPERSONAL})", r"\w+-il"])


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a pronoun of the other gender than that of the only person spoken of."""
    words = pair.english_vocabulary
    if words.isdisjoint(_HE | _SHE):
        return
    woman = _WOMAN.search(pair.source) is not None
    man = _MAN.search(pair.source) is not None
    if woman and not man and words.isdisjoint(_HER) and "il" not in pair.french_vocabulary:
        match = _find_word(pair.target, _HE)
        yield Flag("gender", Message("“{0}” is a woman in the French", match[0]), None, match.span())
    elif (_SURE_MAN.search(pair.source) or _IL.search(pair.source)) and not woman and words.isdisjoint(_HIS):
        match = _find_word(pair.target, _SHE)
        yield Flag("gender", Message("“{0}” is a man in the French", match[0]), None, match.span())


def _find_word(text: str, words: frozenset[str]) -> re.Match[str]:
    """Return the first of the words in a text that has one of them."""
    return next(re.finditer(rf"\b(?:{'|'.join(words)})\b", text, re.IGNORECASE))

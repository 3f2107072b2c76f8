"""Negation: "ne… pas", "ni", "sans" or "aucun" needs a counterpart; reversing it is the worst mistranslation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.meaning.lexicon import find_stems, load_lexicon, load_sure_reverse_lexicon, reduce_to_stem
from visavis.checks.pair import SentencePair, compile_phrases
from visavis.model.message import Message
from visavis.model.passage import Flag

FEW_WORDS = 24
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
        r"sans(?! doute| cesse| précédents?| précédant| égal| équivoque| conteste| abri| papiers?| domicile| emploi"
        r"| faute| gluten| pareil| surprise| fin| encombre| pilote| relâche| ambages| appel| délai| lendemain"
        r"| surprises| suite| scrupules?| problèmes?| bouger| mal| interruption| arrêt| exception"
        r"| merci| compter| oublier| parler| cœur)(?= [^\s])",
        r"pas (?:de|d['’]|un|une|encore|question)",
        r"non pas",
    ]
)
# Phrases whose negation does not deny anything.
_HARMLESS = compile_phrases(
    [
        r"(?:n['’]est-ce pas|(?:ne |n['’])\w+-(?:t-)?(?:ils?|elles?|on|ce|vous|nous|tu|je) (?:pas|jamais|plus)"
        r"|non seulement|pas (?:moins|mal)|pas à pas|ne cesse(?:nt|ra|r|ait)?"
        r"|n['’]hésit\w+ pas|ne (?:pas|plus)(?: trop)? hésiter"
        r"|n['’](?:a|ont|avait) (?:de cesse|pas manqué)|ne (?:manque|tarde)\w* pas|n['’]importe"
        r"|non sans|(?:ne |n['’])\w+ pas (?:de moins|moins)|rien (?:que|d['’]autre que)"
        r"|plus que|ne (?:fait|font|faisait) (?:pas )?que|n['’]empêche|sans plus|sans-abri|sans (?:nul|aucun) doute"
        r"|pas sans savoir|n['’](?:y a|est)(?: donc)? pas (?:de quoi|étonnant|surprenant)|aucun doute|pourquoi ne pas"
        r"|n['’](?:a|avait|ont) pas tort|ne (?:nous|vous) y tromp\w+ pas|rien ne sert|ne l['’]ignor\w+ pas"
        r"|on ne peut plus|pas (?:inutile|impossible|rare|exclu|inhabituel|surprenant|étonnant)"
        r"|il n['’]y a pas que|rien n['’]empêche|il y a peu)"
    ]
)
# What "n'oubliez pas" and the like may be instead of a negation.
_REMEMBERED = compile_phrases([r"n['’]oubli\w+ pas|(?:pas|jamais) oublier"])
_REMEMBER = re.compile(r"\b(?:remember|mind|sure|recall|free|welcome|reminder)\b", re.IGNORECASE)
# English words that deny ...
_DENIED = re.compile(
    r"\b(?:not|no(?! doubt)|never|nothing(?! but)|nobody|none|nor|neither|without|cannot|nowhere"
    r"|hardly|barely|scarcely|seldom|rarely|unable|offline|cant)\b|n['’]t\b",
    re.IGNORECASE,
)
# ... and those that may do it, unless another word of the French is what they stand for: "only", "seul".
_MAY_DENY = re.compile(
    r"\b(?:few|fewer|little|lack(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying)"
    r"|rather than|instead|more than|but also|as well as|both|any longer|until|different\w*|OK"
    r"|by all means|depriv\w*|easily|absent|absence|prevent\w*|bans?|banned|yet to|stop\w*|miss(?:es|ed|ing)?|free"
    r"|impossible|avoid\w*|far from"
    r"|rul(?:e|es|ed|ing) out|reject\w*|except|unless|less|otherwise|wrong|reluctant\w*|outside|beyond|nil|zero"
    r"|difficult\w*|hard(?:er|est)?|still|only|remain\w*|keep\w*|continu\w*|go(?:es|ing)? on|increasing\w*|exempt\w*"
    r"|troubles?|but for|ever|misguided|ruthless|complaint\w*|dead[- ]end|same|too|poor\w*|bad|small"
    r"|precisely|depend\w*|smooth\w*"
    r"|nothing but|nonsense|mis(?!s|er|t)\w{4,}|(?:falls?|fell|fallen|falling) short|opaque|def(?:y|ies|ied|ying)"
    r"|ignor\w*|overlook\w*"
    r"|restrict\w*|unsolved|ceas\w*|short of"
    r"|anything (?:other|but)|against|unlikely|short-lived|homeless|dead|retired|conflict\w*|vulnerable|aware|opposed?"
    r"|declin\w*|doubt\w*|lest|abandon\w*|exclud\w*|out of|gone|lost|neglect\w*|loath|devoid|bereft"
    r"|un(?!i[oqtfv]|der|til|cles?\b|veil|leash|asur|like|employ)\w{3,}"
    r"|in(?:capable|ability|sufficient|adequate|explicable|visible|discriminate|definite|conclusive|accurate|complete"
    r"|active|evitab|justice|consisten|correct|eligible|effective)\w*"
    r"|im(?:possible|mobile|moral|patien|perfect|proper)\w*|irrelevant"
    r"|dis(?:ab|agree|allow|appear|approv|believ|connect|content|continu|courag|dain|engag|honest|interest|like|loyal"
    r"|mantl|obe|order|prov|qualif|regard|respect|satisf|trust|unit)\w*|non-\w+|(?!homeless|nonethe"
    r"|neverthe)\w{3,}less(?:ly|ness)?)\b",
    re.IGNORECASE,
)
# An exception: "tous, sauf Paul", but not "sain et sauf".
_EXCEPTED = compile_phrases(
    [r"(?<!et )(?<!tout )sauf(?! que| si)(?= \w)", "hormis", "excepté", r"à l['’]exception d(?:e|u|es|['’])"]
)
_SPARED = re.compile(
    r"\b(?:except\w*|but|save|apart|aside|other than|exclud\w+|unless|without|not|only|besides|bar|barring|however|all"
    r"|if)\b",
    re.IGNORECASE,
)
# A negation that repeats the one before it: "ne volent pas, ne mendient pas".
_CHAINED = re.compile(
    r"\b(?:pas|plus|jamais|rien|sans)\b[^,;.]{0,40}(?:,| et| ou|, et|, ou| ni)(?: même,?)? (?:qui )?$"
)
# What the French has where an English word that may deny stands for it.
_STANDS_FOR = {
    "only": "seul", "same": "même", "too": "trop", "little": "peu", "few": "peu", "fewer": "moins", "less": "moins",
    "still": "encore|toujours|tout de même", "bad": r"mauvais|mal\b", "small": "petit|faible", "zero": "zéro",
    "keep": "gard|rest|tien|conserv", "keeps": "gard|rest|tien|contin", "remain": "rest|demeur|poss",
    "hard": "dur|fort|diffic", "poor": r"pauvre|mauvais|mal\b", "both": "deux|fois", "ever": "jamais",
    "outside": "hors|dehors|extérieur", "avoid": "évit|exclu", "depend": "dépend|solde", "gone": "part|all",
    "lost": "perd", "free": "libre|libér|gratuit", "wrong": r"tort|faux|mal\b|mauvais", "remained": "rest|demeur",
    "avoided": "évit|exclu", "depending": "dépend|selon|solde", "difficult": "diffic", "until": "jusqu|avant",
    "continued": "continu|poursui", "unless": "moins", "otherwise": "autre|sinon", "beyond": "delà",
    "different": "différen|autre", "easily": "facile|aisé", "more than": "plus de|plus d['’]|davantage",
}  # fmt: skip
# These stand for "n'a pas pu" and the like, whatever else the lexicon knows of them.
_SURE = re.compile(r"fail|lack|refus|den[iy]|miss|un(?!til)|no|dis|homeless|\w+less$", re.IGNORECASE)
# "They did approve": what is left of "did not approve", as plain sentences have no "do" before a verb.
_EMPHATIC = re.compile(
    r"(?<!\bto )(?<!can )(?<!cannot )(?<!could )(?<!will )(?<!would )(?<!should )(?<!must )(?<!not )(?<!what )"
    r"\b(?:do|does|did) (?!without|so|no|nothing|away|little|too|this|what|as|better)"
    r"(?:(?:really|always|even|necessarily|actually|just|only|yet|so) )?"
    r"(?!(?:have|you|we|they|i|he|she|it|the|this|these|that|so|not|to|in|with|is|and|or|but|well|by|on|at|for|a|an|my|your"
    r"|his|her|its|our|their|business)\b)[a-z]+|\ba longer [a-z]+|\b(?:wo|ca) [a-z]+"
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
    denied = [match for match in _NEGATED.finditer(plain) if not _CHAINED.search(plain[: match.start()])]
    if pair.score is None:
        denied = [match for match in denied if match[0].lower() != "sans" or _keeps_noun(pair, match.end())]
    if not denied or (_REMEMBER.search(pair.target) and _REMEMBERED.search(plain)):
        return
    plainly = len(_DENIED.findall(pair.target))
    emphatic = plainly < len(denied) and _EMPHATIC.search(pair.target) is not None
    count = plainly
    if count < len(denied):
        count += sum(not _is_explained(match[0], pair) for match in _MAY_DENY.finditer(pair.target))
    if pair.score is None and not emphatic and count and len(pair.french_words) > FEW_WORDS:
        return  # people turn several negations of a long sentence into fewer
    if count < len(denied) or emphatic:
        match = denied[0]
        yield Flag("negation", Message("“{0}” is not in the translation", match[0]), match.span())


def _is_explained(word: str, pair: SentencePair) -> bool:
    """True if an English word that may deny stands for a word of the French."""
    stands_for = _STANDS_FOR.get(word.lower())
    if stands_for and re.search(rf"\b(?:{stands_for})", pair.source, re.IGNORECASE):
        return True
    if _SURE.match(word):
        return False
    french = load_sure_reverse_lexicon().get(reduce_to_stem(word), frozenset())
    return any(stem.text in french or stem.text[:5] == word[:5].lower() for stem in find_stems(pair.source))


def _keeps_noun(pair: SentencePair, start: int) -> bool:
    """True if the English has the word after "sans"; else it is put otherwise: "sans succès", "short-lived"."""
    noun = next((stem.text for stem in find_stems(pair.source) if stem.span[0] >= start), "")
    return not load_lexicon().get(noun, frozenset()).isdisjoint(stem.text for stem in find_stems(pair.target))

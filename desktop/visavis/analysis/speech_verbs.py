"""Attribution in French news: forms of the verbs of speech, and patterns before and after a quotation."""

from __future__ import annotations

import re

# Regular verbs: stem, and the English verb.
_REGULAR = {
    "ajout": "added", "annonc": "announced", "demand": "asked", "expliqu": "explained", "rappel": "recalled",
    "rétorqu": "retorted", "répliqu": "retorted", "racont": "recounted", "soulign": "stressed", "insist": "insisted",
    "martel": "insisted", "plaid": "argued", "regrett": "regretted", "dénonc": "denounced", "déplor": "deplored",
    "avou": "admitted", "confi": "confided", "lanc": "said", "affirm": "said", "assur": "said", "déclar": "said",
    "précis": "said", "estim": "said", "indiqu": "said", "témoign": "said", "résum": "said", "comment": "commented",
    "accus": "charged", "jug": "said", "consid[éè]r": "said", "pens": "said", "argument": "argued", "temp[éè]r": "said",
    "nuanc": "said", "détaill": "said", "observ": "observed", "not": "noted", "rel[eè]v": "noted", "constat": "noted",
    "gliss": "said", "tranch": "said", "clam": "proclaimed", "proclam": "proclaimed", "critiqu": "said",
    "fustig": "said", "tacl": "said", "ironis": "joked", "alert": "warned", "relativis": "said", "analys": "said",
    "rapport": "reported", "tweet": "tweeted", "tonn": "thundered", "murmur": "murmured", "exig": "demanded",
    "réclam": "demanded", "félicit": "said", "indign": "said", "inqui[éè]t": "said", "interrog": "wondered",
    "exclam": "exclaimed", "insurg": "said", "justifi": "said", "alarm": "said", "désol": "said", "pest": "said",
    "appell": "said", "mart[eè]l": "insisted", "soupir": "sighed", "énum[éè]r": "said", "pointa?": "said",
    "rév[éè]l": "revealed", "confirm": "confirmed", "sugg[éè]r": "suggested", "recommand": "recommended",
}  # fmt: skip
# Irregular verbs: finite forms, participle, English.
_IRREGULAR = (
    ("dit|disent|disait|disaient|dirent", "dit", "said"),
    ("répond|répondent|répondait|répondit", "répondu", "replied"),
    ("écrit|écrivent|écrivait|écrivit", "écrit", "wrote"),
    ("poursuit|poursuivent|poursuivait|poursuivit", "poursuivi", "continued"),
    ("conclut|concluent|concluait", "conclu", "concluded"),
    ("reconnaît|reconnait|reconnaissent|reconnaissait|reconnut", "reconnu", "acknowledged"),
    ("admet|admettent|admettait|admit", "admis", "admitted"),
    ("promet|promettent|promettait|promit", "promis", "promised"),
    ("prévient|préviennent|prévenait|prévint", "prévenu", "warned"),
    ("soutient|soutiennent|soutenait|soutint", "soutenu", "maintained"),
    ("maintient|maintiennent|maintenait", "maintenu", "maintained"),
    ("avertit|avertissent|avertissait", "averti", "warned"),
    ("réagit|réagissent|réagissait", "réagi", "said in response"),
    ("reprend|reprennent|reprenait|reprit", "repris", "continued"),
    ("réjouit|réjouissent|réjouissait", "réjoui", "said"),
    ("défend|défendent|défendait|défendit", "défendu", "said"),
    ("prétend|prétendent|prétendait", "prétendu", "claimed"),
)
_ENDINGS = "ent|e|ait|aient|eait|a|ea|èrent"  # of the regular verbs, in the tenses of news
_ADVERB = (
    r"(?:\w+ment|également|aussi|encore|alors|ensuite|d['’]abord|en outre|par ailleurs|toutefois|cependant|lui|leur"
    r"|ainsi|pour sa part|de son côté|tout de même|quant à lui|en revanche)"
)
_PARTICIPLES = "|".join([f"(?:{'|'.join(_REGULAR)})ée?s?", *(f"{participle}e?s?" for _, participle, _ in _IRREGULAR)])
_FINITE = "|".join([f"(?:{'|'.join(_REGULAR)})(?:{_ENDINGS})", *(forms for forms, _, _ in _IRREGULAR)])
_ADVERBS = rf"(?:{_ADVERB},? )?(?:{_ADVERB},? )?"
_AUXILIARY = r"(?:s['’]est|se sont|s['’]était|s['’]étaient|a|ont|avait|avaient)"
_PRONOUN = r"(?P<pronoun>ils?|elles?|on)"
_VERB = rf"(?:{_AUXILIARY} {_ADVERBS}(?:{_PARTICIPLES})|(?:se |s['’])?(?:{_FINITE}))(?!\w)"
# A verb with its subject pronoun after it: "a-t-il déclaré", "assure-t-elle".
_INVERTED = (
    rf"(?:{_AUXILIARY}-(?:t-)?{_PRONOUN} {_ADVERBS}(?:{_PARTICIPLES})"
    rf"|(?:se |s['’])?(?:{_FINITE})-(?:t-)?{_PRONOUN.replace('pronoun', 'pronoun2')})(?!\w)"
)
# When and to whom it was said, between the verb and the speaker.
_ASIDE = (
    r"(?:(?:ce |cette )?(?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matinée?|soirée?)"
    r"(?: (?:\d+(?:er)? \w+|matin|soir|après-midi|dernier|midi))?|aujourd['’]hui|devant la presse|à la presse|à Reuters"
    r"|à l['’](?:AFP|agence \w+)|auprès de l['’]AFP|aux? journalistes?|dans (?:un|son) (?:communiqué|discours)"
    r"|sur (?:[A-ZÉ]\w*|son compte \w+)(?: [A-Z]\w*)*|à (?:RTL|BFMTV|TF1|France ?\w+)),? "
)

# how a speaker's name or office begins
_NOUN = r"(?:[A-ZÀ-Þ]|l['’]|l[ea] |les |une? |des |son |sa |ses |cette |cet? |plusieurs |certains )"
# A verb of speech anywhere, and what may stand between it and the speaker.
SPOKEN = re.compile(rf"(?<![\w’'-]){_VERB}")
TO_SPEAKER = re.compile(rf" (?:{_ADVERB},? )?(?:{_ASIDE}){{0,2}}")
FROM_SPEAKER = re.compile(
    r"(?:,[^,]{1,80},|,(?= qui ))? (?:qui |lui-même |elle-même )?(?:n['’]|ne |l['’]|leur |lui |en |y )*"
)
# After a quotation: "a déclaré X", "a-t-il dit", "selon X".
AFTER = re.compile(
    rf"[,.!?…\s]*(?:(?P<verb>{_INVERTED})|(?P<said>{_VERB}) (?:{_ADVERB},? )?(?:{_ASIDE}){{0,2}}(?P<speaker>{_NOUN}.*)"
    r"|(?P<source>selon|d['’]après|dixit) (?P<origin>\S.*))"
)
# Inside a quotation: ", a déclaré X,".
WITHIN = re.compile(
    rf", (?:(?P<verb>{_INVERTED})|(?P<said>{_VERB}) (?:{_ASIDE}){{0,2}}(?P<speaker>{_NOUN}[^,.«»]*))[,.;] "
)
# Before a quotation: "X a affirmé : ", "X affirme que ", "selon X, ".
BEFORE = re.compile(rf"(?P<subject>\S[^:;«»]*?)[ ,](?P<said>{_VERB})(?P<rest>[^.«»]*)$")
SOURCE = re.compile(r"(?:^|[ ,(])(?P<source>(?i:selon|d['’]après)|Pour) (?P<origin>[^,]+(?:, [A-ZÉ][^,]*)?),")

_MEANT = [  # patterns of verb forms with their English, the irregular ones first
    *((re.compile(rf"(?:{participle}e?s?|{forms})$"), english) for forms, participle, english in _IRREGULAR),
    *((re.compile(rf"(?<!\w)(?:{stem})(?:ée?s?|{_ENDINGS})$"), english) for stem, english in _REGULAR.items()),
]


def is_inverted(verb: str) -> bool:
    """True if a verb form includes its pronoun: "a-t-elle dit", "assure-t-il"."""
    return re.search(r"-(?:t-)?(?:ils?|elles?|on)\b", verb) is not None


def translate_verb(verb: str) -> str:
    """Return the English verb of speech in the past tense; "according to" for "selon"."""
    last = (
        re.sub(r"-(?:t-)?(?:ils?|elles?|on)$", "", verb.lower())
        .rsplit(" ", 1)[-1]
        .rsplit("’", 1)[-1]
        .rsplit("'", 1)[-1]
    )
    if verb.lower() in ("selon", "d'après", "d’après", "dixit", "pour") or not verb:
        return "according to"
    return next((english for pattern, english in _MEANT if pattern.search(last)), "said")

"""The shape of a translation: length, repetition, leftover French, and the engine's confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.meaning.english_words import LONG, SHORTEST, is_english, load_english_words
from visavis.checks.name_words import load_common_words
from visavis.checks.numbers import FRENCH, find_numbers_in_words
from visavis.checks.pair import WORD, SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag

# Mean log-probability per target token below which a translation is flagged: the least sure 2 in 100 lines of
# newstest2013, whose chrF2 is 39 where the surest fifth has 59 (packaging/language_package/calibrate.py, package 1.2).
UNSURE = -0.54

# Function words that English doesn't have.
_FRENCH = frozenset(
    """le la les des du une dans que qui aux ne cette il elle ils avec sont été mais où leur leurs ses ces nous vous
    par ont être""".split()  # noqa: SIM905
)
_SURE = frozenset(("dans", "cette", "avec", "sont", "été", "être", "leurs", "nous", "vous"))  # not in names of English
# English has these words too, but hardly where the French has them.
_MOSTLY_FRENCH = frozenset("adopter encore nouveau parvenu perdu premiers prier prise rapports revues travail".split())  # noqa: SIM905
_ACCENTED = re.compile(r"[àâçéèêëîïôùûœ]")
# French word endings.
_FRENCH_ENDING = re.compile(r".{2,}(?:eaux?|oires?|aines?|euses?|eux|aires?|oises?|iennes?|iques?|ères?|agnes?)")
# French phrases used in English.
_LOANED = re.compile(
    r"\b(?:coups? d['’]état|raison d['’]être|vis-à-vis|à la \w+|déjà vu|café au lait|c['’]est la vie|par excellence"
    r"|chargés? d['’]affaires|joie de vivre|laissez-faire|idées? fixes?|savoir-(?:vivre|faire)"
    r"|grandes? dames?|enfants? terribles?|femmes? fatales?|faits? accomplis?"
    r"|nouvelles? (?:vague|cuisine)|dénouements?|protégée?s?|fiancée?s?|émigrés?|cordon sanitaire|ancien régime)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(\w+(?: \w+){0,2})\s+\1\b", re.IGNORECASE)  # one to three words, immediately repeated
# The engine has a piece for "%" and one for "%)", and may write both: "(3,5 %)" became "(3.5%%)".
_SIGN_TWICE = re.compile(r"([%‰€$£])\s?\1")
# words that English may repeat: "had had", "very very"
_ALLOWED = frozenset({"that", "had", "very", "is", "so", "no", "ha", "bye", "blah", "many", "in", "do", "you", "far"})


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield flags for a wrong length, repetition, leftover French, and a low score."""
    if not pair.french_words:
        return
    length = _check_length(pair)
    if length:
        yield length
    yield from _check_repetition(pair)
    yield from _check_french_left(pair)
    if pair.score is not None and pair.score < UNSURE:
        yield Flag("confidence", "the engine was not sure of this translation")


def _check_length(pair: SentencePair) -> Flag | None:
    french_count, english_count = len(pair.source.split()), len(pair.target.split())
    # A number in words is one word: "trois cent quarante-deux mille euros" may be "€342,000".
    french_count -= sum(
        len(pair.source[slice(*number.span)].split()) - 1 for number in find_numbers_in_words(pair.source, FRENCH)
    )
    if english_count < 0.52 * french_count - 2:
        return Flag("length", Message("much too short: {0} words for {1}", english_count, french_count))
    return (
        Flag("length", Message("much too long: {0} words for {1}", english_count, french_count))
        if english_count > 1.75 * french_count + 5
        else None
    )


def _check_repetition(pair: SentencePair) -> Iterator[Flag]:
    for match in _SIGN_TWICE.finditer(pair.target):
        if not _SIGN_TWICE.search(pair.source):
            yield Flag("repetition", Message("“{0}”", match[0]), None, match.span(), match[1])
    for match in _TWICE.finditer(pair.target):
        word = match[1].lower()
        if word not in _ALLOWED and not word.isdigit() and not match[1][0].isupper() and not _TWICE.search(pair.source):
            yield Flag("repetition", Message("“{0}”", match[0]), None, match.span())
            return
    words = pair.english_words
    if len(words) - len(set(words)) >= 4:
        seen: dict[tuple[str, ...], int] = {}
        for i in range(len(words) - 3):
            phrase = tuple(words[i : i + 4])
            first = seen.setdefault(phrase, i)
            if i - first >= 4 and sum(len(word) > 3 for word in set(phrase)) > 2 and not _repeats_itself(pair):
                places = list(WORD.finditer(pair.target))
                span = places[i].start(), places[i + 3].end()
                yield Flag("repetition", Message("“{0}” appears twice", pair.target[slice(*span)]), None, span)
                return
    before = pair.before
    if before and len(words) > 3 and before.target == pair.target and before.source != pair.source:
        yield Flag("repetition", "same translation as the sentence before", None, (0, len(pair.target)))


def _repeats_itself(pair: SentencePair) -> bool:
    """True if the French repeats itself as well."""
    words = pair.french_words
    phrases = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    return len(phrases) > len(set(phrases))


def _is_french(word: str) -> bool:
    """True if a lowercase word is certainly French."""
    if word in _FRENCH or word in _MOSTLY_FRENCH:
        return True
    if len(word) < SHORTEST:
        return _ACCENTED.search(word) is not None
    if word in load_common_words("fr"):  # "prochains" is not made of "pro" and "chains"
        return word not in load_english_words() and not (len(word) >= LONG and word[:-1] in load_english_words())
    return bool(_ACCENTED.search(word) or _FRENCH_ENDING.fullmatch(word)) and not is_english(word)


def _check_french_left(pair: SentencePair) -> Iterator[Flag]:
    common = pair.french_vocabulary & pair.english_vocabulary
    telling = {word for word in common if _is_french(word)}
    if not telling:
        return
    words = list(WORD.finditer(_LOANED.sub(lambda match: " " * len(match[0]), pair.target)))
    for i, match in enumerate(words):
        word = match[0]
        if word not in telling:  # lowercase only: names are rightly copied
            continue
        near = [w[0] for w in words[max(0, i - 1) : i] + words[i + 1 : i + 2]]
        if word in _FRENCH and any(w[0].isupper() for w in near):
            continue
        if near and all(w[0].isupper() and w in pair.source for w in near):  # "Patricia della Giovampaola"
            continue
        first = last = i
        while first and words[first - 1][0].lower() in common and words[first - 1][0].islower():
            first -= 1
        while last + 1 < len(words) and words[last + 1][0] in common and words[last + 1][0].islower():
            last += 1
        span = words[first].start(), words[last].end()
        if word in (*_FRENCH, "à") and last == first and word not in _SURE:
            continue
        if _is_named(pair, *span):
            continue
        yield Flag("untranslated", Message("“{0}” was left in French", pair.target[slice(*span)]), None, span)
        return


def _is_named(pair: SentencePair, start: int, end: int) -> bool:
    """True if words that were copied are the rest of a name: "Société internationale d'urologie"."""
    before = WORD.findall(pair.target[:start])[-1:]
    copied = pair.target[start:end]
    return bool(before) and before[0][0].isupper() and " " in copied and f"{before[0]} {copied}" in pair.source

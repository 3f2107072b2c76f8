"""Figures: the sentence and its translation must contain the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.checks.numbers import ENGLISH, FRENCH, Number, Numerals, find_numbers_in_digits, find_numbers_in_words
from visavis.checks.pair import SentencePair
from visavis.checks.times import find_english_times, find_french_times, list_french_minutes
from visavis.model.message import Message
from visavis.model.passage import Flag

# English words that may stand for a French number ...
_SAME = {
    0.5: "half",
    2: "both couple pair twice double doubled doubling doubles second secondly two-fold bi dual duo twin ii",
    3: "triple tripled third trio triad quarter treble thrice thirds threefold iii",
    4: "quarter quadruple quarters fourth fourfold", 5: "half fivefold", 6: "half semester sixfold", 7: "week",
    8: "week eightfold", 9: "new brand", 10: "dozen dozens decade tens tenfold",
    12: "dozen year noon dozens", 14: "fortnight", 15: "fortnight quarter weeks", 18: "months", 20: "score",
    24: "day", 25: "quarter", 30: "half month", 40: "quarantine", 48: "days", 50: "half", 60: "hour", 72: "days",
    100: "hundred hundreds cent century hundredfold", 1000: "thousand thousands mille thousandfold",
    1e6: "millions million",
}  # fmt: skip
_AGES = {
    30: "trentenaire", 40: "quadragénaire", 50: "quinquagénaire", 60: "sexagénaire", 70: "septuagénaire",
    80: "octogénaire", 90: "nonagénaire",
}  # fmt: skip
# ... and French words that may stand for an English number.
_LIKE = {
    3: "triple tripler trio tiers trimestre triplé tierce tripartite trimestriel triplement",
    4: "quart quarts quadruple quatuor trimestre", 5: "quintuple quinquennat quinquennal", 6: "semestre semestriel",
    7: "semaine septennat", 10: "décennie dizaine dizaines décennies", 12: "douzaine midi dizaine dizaines an année",
    14: "quinzaine quinze", 16: "quinzaine", 24: "jour", 100: "centaine centaines siècle",
    1000: "millier milliers millénaire millénaires",
    **{age: f"{name} {name}s" for ten, name in _AGES.items() for age in range(ten, ten + 10)},
}  # fmt: skip
_ENGLISH_SAME: dict[float, frozenset[str]] = {value: frozenset(words.split()) for value, words in _SAME.items()}
_FRENCH_LIKE: dict[float, frozenset[str]] = {float(value): frozenset(words.split()) for value, words in _LIKE.items()}

# an ordinal in Roman numerals ("XXe", but not the article "Le"), or one before "siècle"
_ROMAN = re.compile(r"(?<![\w-])(?!Le\b)([IVXL]+)(?:e|ème|ᵉ)(?!\w)|(?<![\w-])([IVXL]+)(?=[- ]si[èe]cle)")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)")
_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
# "Les deux" may become "they" or "both", and "deux ou trois" "a few".
_LOOSE = re.compile(r"(?:les|des|ces|leurs|ses|aux|nos) deux|deux ou trois", re.IGNORECASE)
_FEW = frozenset(("few", "couple", "several", "some"))
# "Les huitièmes de finale" are "the last sixteen".
_OF_FINAL = re.compile(r"\w+\sde\sfinale", re.IGNORECASE)
# "Une quarantaine" is about forty, which may be "four dozen".
_ABOUT = re.compile(r"\w+(?:ant|ent|ing|uz|ouz|iz)aines?\b", re.IGNORECASE)
_O_CLOCK = re.compile(r"[\s\u00a0]heures?\b", re.IGNORECASE)  # "dix-huit heures" may be "six"
_DIGIT = re.compile(r"\d")
# What English articles convert metric units to, and the metric figure itself.
_CONVERTED = re.compile(
    r"[\d.,]+[- ]?(?:sq(?:uare)? ?)?"
    r"(?:(?:mi|mph|miles?|ft|f(?:ee|oo)t|inch(?:es)?|yards?|acres?|lbs?|pounds?|oz|ounces?|°? ?\(?F)\b|['’]\d)"
)
_METRIC = re.compile(
    r"[\d., \u00a0\u202f]+(?:km|kilom|m\b|m²|mètres?|cm|centi|milli|ha\b|hect|kg|kilos?|g\b|gramm|tonn|litr|°)",
    re.IGNORECASE,
)
_FROST = re.compile(r"(?:(?<![\w)])[-−–]|\bmoins )\d+(?:,\d+)?[\s\u00a0\u202f]?(?:°|degrés)")
_BELOW_ZERO = re.compile(r"(?<![\w)])[-−–]\s?\d|\b(?:minus|below|negative|sub|freezing|frost)\b", re.IGNORECASE)
# Figures of names and sayings: the G-20, 9/11, round the clock; and sums converted in brackets: "(around $14)".
_SAYING = re.compile(r"(?<=\bG-)\d+|\b(?:9/11|24/7|Catch[- ]22)\b|\btop ten\b|\bfifth columns?", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*(?:[$£€¥]|\b(?:[A-Z]{3}|dollars|euros|pounds|crowns)\b)[^()]*\)")
_FEW_AS_WORDS = 12  # people leave out and put in such numbers: "one of the ten largest"
_IS_LOOSE = re.compile(r"deux\b|\w+i[èe]me|seconde?s?\b", re.IGNORECASE)
# A figure that shares the multiple of the next: "de deux à trois millions", "12 et 16 milles".
_SHARED = re.compile(r"[\s\u00a0](?:à|et|ou|-)[\s\u00a0][\w.,]+[\s\u00a0](mill(?:es?|ions?|iards?))\b")
_THOUSANDS = re.compile(r"[\s\u00a0](milles)\b")  # misspelt, but often
_MULTIPLES = {"mille": 1e3, "milles": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9}
_FRENCH_WORDS = frozenset(FRENCH.units) | frozenset(FRENCH.scales)
_ENGLISH_WORDS = frozenset(ENGLISH.units) | frozenset(ENGLISH.scales)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the numbers that are missing, changed or added."""
    frost = _FROST.search(pair.source)
    if frost and not _BELOW_ZERO.search(pair.target):
        yield Flag("figure", Message("“{0}” is not in the translation", frost[0]), frost.span())
    french = _find_numbers(pair.source, pair.french_vocabulary, FRENCH, _FRENCH_WORDS)
    english = _find_numbers(pair.target, pair.english_vocabulary, ENGLISH, _ENGLISH_WORDS)
    french += _find_roman_numerals(pair.source)
    if not french and not english:
        return
    times = find_french_times(pair)
    sayings = [match.span() for match in _SAYING.finditer(pair.target)]
    french, english = _leave_out(french, times), _leave_out(english, find_english_times(pair) + sayings)
    ours = {value for number in french for value in number.values}
    ours |= {part for start, end in times for part in _list_hours(pair.source[start:end])}
    ours |= set(map(float, list_french_minutes(pair)))  # 1h28 is 88 minutes
    theirs = {value for number in english for value in number.values}
    lost = [number for number in french if not _is_in_english(number, theirs, pair)]
    new = [number for number in english if not number.values & ours and not _is_in_french(number, ours, pair)]
    if _CONVERTED.search(pair.target):  # 64 km/h (40 mph)
        new = [number for number in new if not _CONVERTED.match(pair.target, number.span[0])]
        lost = [number for number in lost if not _METRIC.match(pair.source, number.span[0])]
    if not new:  # "le deuxième" may be "the next", "des deux côtés" "on either side"
        lost = [n for n in lost if not (n.words and max(n.values) <= 3 and _IS_LOOSE.match(pair.source, n.span[0]))]
    if not lost:  # "three" is in "three-dimensional" as well
        new = [n for n in new if not (n.words and (max(n.values) <= 4 or pair.target[n.span[1] :][:1] == "-"))]
    if not lost:
        new = _leave_out(new, [match.span() for match in _ASIDE.finditer(pair.target)])
    if pair.score is None and not (lost and new):
        lost, new = ([n for n in some if not n.words or max(n.values) > _FEW_AS_WORDS] for some in (lost, new))
    for i, number in enumerate(lost):
        was = pair.source[slice(*number.span)]
        if i < len(new):
            became = pair.target[slice(*new[i].span)]
            yield Flag("figure", Message("“{0}” became “{1}”", was, became), number.span, new[i].span)
        else:
            yield Flag("figure", Message("“{0}” is not in the translation", was), number.span)
    for number in new[len(lost) :]:
        yield Flag("figure", Message("“{0}” is not in the French", pair.target[slice(*number.span)]), None, number.span)


def _find_numbers(text: str, words: frozenset[str], numerals: Numerals, names: frozenset[str]) -> list[Number]:
    numbers = list(find_numbers_in_digits(text, numerals)) if _DIGIT.search(text) else []
    if not words.isdisjoint(names):
        taken = [number.span for number in numbers]
        for number in find_numbers_in_words(text, numerals):
            start, end = number.span
            if text[max(0, start - 5) : start].lower() in ("pour ", "pour\u00a0", "pour-"):  # pour cent
                continue
            if text[max(0, start - 4) : start].lower() == "per ":
                continue
            if not any(first < end and start < last for first, last in taken):
                numbers.append(number)
    return numbers


def _find_roman_numerals(text: str) -> Iterator[Number]:
    """Yield the Roman numerals of centuries, republics or districts."""
    for match in _ROMAN.finditer(text):
        worth = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in match[1] or match[2]]
        value = sum(-v if v < max(worth[i:]) else v for i, v in enumerate(worth))
        if value > 1:
            yield Number(frozenset({float(value)}), match.span())


def _list_hours(time: str) -> Iterator[float]:
    """Yield the numbers in a time of day, on the 12-hour clock as well: "at 8" may be 20 h."""
    for part in re.findall(r"\d+", time):
        yield float(part)
        yield float(int(part) % 12)


def _leave_out(numbers: list[Number], spans: list[tuple[int, int]]) -> list[Number]:
    return [n for n in numbers if not any(a <= n.span[0] < b for a, b in spans)]


def _is_in_english(number: Number, theirs: set[float], pair: SentencePair) -> bool:
    """True if the translation contains a French number in some form."""
    if number.values & theirs:
        return True
    text = pair.source[slice(*number.span)]
    if text.endswith(("cent", "cents")) and not pair.english_vocabulary.isdisjoint(("cent", "cents")):
        return True  # the coin
    shared = _SHARED.match(pair.source, number.span[1]) or _THOUSANDS.match(pair.source, number.span[1])
    multiples = {_MULTIPLES[shared[1]]} if shared else set()
    for value in number.values:
        halves = {value + multiple / 2 for multiple in (1e3, 1e6, 1e9) if value >= multiple}  # "2 millions et demi"
        if not theirs.isdisjoint({value * multiple for multiple in multiples} | halves):
            return True
        if not pair.english_vocabulary.isdisjoint(_ENGLISH_SAME.get(value, ())):
            return True
        if value - 12 in theirs and _O_CLOCK.match(pair.source, number.span[1]):
            return True
        if value <= 1 and number.span[1] - number.span[0] <= 4:  # the first of the month, or "un"
            return (
                value == 1 and not pair.english_vocabulary.isdisjoint(("one", "first", "single", "an", "a"))
            ) or value == 0
        if not pair.french_vocabulary.isdisjoint(("demi", "demie")) and not theirs.isdisjoint(
            (value + 0.5, value * 1.5)
        ):
            return True
        if _is_dated_otherwise(number, value, theirs, pair):
            return True
        if _is_said_otherwise(number, value, theirs, pair):
            return True
    return False


def _is_dated_otherwise(number: Number, value: float, theirs: set[float], pair: SentencePair) -> bool:
    """True if the translation has a year, a day or a month in another form: "the sixties", 2008-09, "Bastille Day"."""
    if "années" in pair.french_vocabulary and (value + 1900 in theirs or value - 1900 in theirs):
        return True
    if "decades" in pair.english_vocabulary and value / 10 in theirs:
        return True
    if value % 100 in theirs and pair.source[: number.span[0]].endswith(("-", "/")):
        return True
    if (value in (9, 11) and "9/11" in pair.target) or (value == 14 and "Bastille" in pair.target):
        return True
    month = _MONTHS[max(0, int(value) - 1)] if value <= len(_MONTHS) else ""
    return month in pair.english_vocabulary and _DATE.search(pair.source) is not None


def _is_said_otherwise(number: Number, value: float, theirs: set[float], pair: SentencePair) -> bool:
    """True if the translation has a French number in words of its own: "a few", "the last sixteen", "four dozen"."""
    start = number.span[0]
    if value == 2 and number.words and _LOOSE.search(pair.source, max(0, start - 8)):
        return True
    if value == 3 and "deux ou trois" in pair.source and not pair.english_vocabulary.isdisjoint(_FEW):
        return True
    if value in (4, 8) and 2 * value in theirs and _OF_FINAL.match(pair.source, start):
        return True
    if number.words and _ABOUT.match(pair.source, start) and "dozen" in pair.english_vocabulary:
        return any(0.75 * value <= 12 * one <= 1.25 * value for one in theirs)
    return False


def _is_in_french(number: Number, ours: set[float], pair: SentencePair) -> bool:
    """True if an English number is justified by French words without that number."""
    text = pair.target[slice(*number.span)]
    if number.words and (max(number.values) <= 2 or text.lower() in pair.source.lower()):
        return True  # "The Fifth Estate" is no number in French either
    if not number.values.isdisjoint((8, 16)) and _OF_FINAL.search(pair.source):
        return True
    if number.words and not pair.english_vocabulary.isdisjoint(("dozen", "dozens")) and _ABOUT.search(pair.source):
        return True
    for value in number.values:
        if value <= 1 or not pair.french_vocabulary.isdisjoint(_FRENCH_LIKE.get(value, ())):
            return True
        if (value - 1900 in ours and "années" in pair.french_vocabulary) or value - 0.5 in ours:
            return True
        if not pair.french_vocabulary.isdisjoint(("demi", "demie")) and (
            value / 1.5 in ours or _is_half_more(value, ours)
        ):
            return True
        if value * 10 in ours and "decades" in pair.english_vocabulary:
            return True
        if value in (1.5, 18) and not pair.french_vocabulary.isdisjoint(("demi", "demie")):
            return True
        if value == 2 and 15.0 in ours:  # quinze jours is two weeks
            return True
        # abbreviated years, as in the 2008-09 season
        if (value.is_integer() and value < 100 and value + 2000 in ours) or value + 1900 in ours:
            return True
    return False


def _is_half_more(value: float, ours: set[float]) -> bool:
    """True if a number is one of the French with a half of its multiple: "7 millions et demi", 7.5 million."""
    return any(value - multiple / 2 in ours for multiple in (1e3, 1e6, 1e9) if value > multiple)

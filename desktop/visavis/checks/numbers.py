"""Numbers in digits and words, in French and English: their values and positions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from visavis.checks.pair import Span

# Some French newspapers write 60,000 with a comma, as in English.
_ANGLICISED = re.compile(r"\d{1,3}(?:,\d{3})+")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+")  # and some English texts write 2.000
_SPACE = "[ \u00a0\u202f\u2009]"


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its span; `values` are its possible values, `words` is true if it is spelt out."""

    values: frozenset[float]
    span: Span
    words: bool = False


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes numbers: words below a hundred, including ordinals, and multipliers."""

    units: Mapping[str, int]
    scales: Mapping[str, float]
    half: str
    digits: re.Pattern[str]
    words: re.Pattern[str]
    value: Callable[[str], float]


def _numerals(
    units: dict[str, int], scales: dict[str, float], half: str, ones: str, ends: str, number: str,
    value: Callable[[str], float], short: str = "",
) -> Numerals:  # fmt: skip
    longest = "|".join(sorted([*units, *scales], key=len, reverse=True))
    scale = "|".join(sorted(scales, key=len, reverse=True))
    other = r"(?:(?:autres|nouveaux|premiers|other|more)\s)?"  # "100 autres milliards"
    tail = rf"(?:[-\s]?{other}(?P<scale>{scale})(?![^\W\d_])|(?P<short>{short or '(?!)'})(?![^\W\d_]))?"
    return Numerals(
        units,
        scales,
        half,
        re.compile(rf"(?<![\w])(?P<number>{number})(?:{ends})?{tail}", re.IGNORECASE),
        re.compile(
            rf"(?<![^\W_])(?:(?:{ones})(?:[-\s]and[-\s]a[-\s]half)?[-\s](?=(?:{scale})(?![^\W_])))?(?:{longest})(?![^\W_])"
            rf"(?:(?:[-\s]|[-\s](?:et|and)[-\s])(?:(?:un|une|one|{longest})(?![^\W_])|{half}))*",
            re.IGNORECASE,
        ),
        value,
    )


def _french_value(text: str) -> float:
    text = re.sub(_SPACE, "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


def _english_value(text: str) -> float:
    text = re.sub(_SPACE, "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        text = text.replace(",", "")
    return float(text.replace(",", "."))


def _number_words(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Number the words consecutively; words separated by a slash have the same value."""
    return {one: start + step * i for i, some in enumerate(words.split()) for one in some.split("/")}


_FRENCH_UNITS = {
    **_number_words("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2),
    **_number_words(
        "unième deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième dixième "
        "onzième douzième treizième quatorzième quinzième seizième",
        1,
    ),
    **_number_words("dizaine vingt/vingts/vingtaine/vingtième trente/trentaine/trentième "
             "quarante/quarantaine/quarantième cinquante/cinquantaine/cinquantième "
             "soixante/soixantaine/soixantième septante huitante/octante nonante",
             10, 10),
    "douzaine": 12, "quinzaine": 15,
}  # fmt: skip
_FRENCH_SCALES = {
    **dict.fromkeys(("cent", "cents", "centaine", "centaines", "centième"), 1e2),
    **dict.fromkeys(("mille", "milles", "millier", "milliers", "millième"), 1e3),
    **dict.fromkeys(("million", "millions"), 1e6),
    **dict.fromkeys(("milliard", "milliards"), 1e9),
    **dict.fromkeys(("billion", "billions"), 1e12),
}
_ENGLISH_UNITS = {
    **_number_words("two three four five six seven eight nine ten/tenth eleven/eleventh twelve/twelfth/dozen "
             "thirteen/thirteenth fourteen/fourteenth fifteen/fifteenth sixteen/sixteenth seventeen/seventeenth "
             "eighteen/eighteenth nineteen/nineteenth", 2),
    **_number_words("first second third fourth fifth sixth seventh eighth ninth", 1),
    **_number_words("thirds fourths fifths sixths sevenths eighths ninths tenths", 3),
    **_number_words("twenty/twentieth/twenties thirty/thirtieth/thirties forty/fortieth/forties fifty/fiftieth/fifties "
             "sixty/sixtieth/sixties seventy/seventieth/seventies eighty/eightieth/eighties ninety/ninetieth/nineties",
             20, 10),
}  # fmt: skip
_ENGLISH_SCALES = {
    **dict.fromkeys(("hundred", "hundreds", "hundredth"), 1e2),
    **dict.fromkeys(("thousand", "thousands", "thousandth"), 1e3),
    **dict.fromkeys(("million", "millions"), 1e6),
    **dict.fromkeys(("billion", "billions", "thousand million"), 1e9),
    **dict.fromkeys(("trillion", "trillions"), 1e12),
}
_COINS = ("cent", "cents")  # "46 cents" is money
_SHORT = {"md": 1e9, "mds": 1e9, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

FRENCH = _numerals(
    _FRENCH_UNITS, _FRENCH_SCALES, "demie?", "une?", "ers?|res?|ères?|es?|[èe]mes?|nde?s?",
    rf"\d{{1,3}}(?:(?:{_SPACE}|\.)\d{{3}}(?!\d))+(?:,\d+)?|\d+(?:[.,]\d+)?",
    _french_value, r"\s?mds?|\s?m(?=\s?[€$£])",
)  # fmt: skip
ENGLISH = _numerals(
    _ENGLISH_UNITS, _ENGLISH_SCALES, "(?:and )?a half", "an?|one", "st|nd|rd|th|'?s",
    rf"\d{{1,3}}(?:,\d{{3}}(?!\d))+(?:\.\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?",
    _english_value, r"\s?(?:bn|mn|mln|tn)|[kmb]",
)  # fmt: skip


def find_numbers_in_digits(text: str, numerals: Numerals) -> Iterator[Number]:
    """Yield the numbers written in digits."""
    for match in numerals.digits.finditer(text):
        value = numerals.value(match["number"])
        values = {value}
        if numerals is ENGLISH and _CONTINENTAL.fullmatch(match["number"]):
            values.add(_french_value(match["number"]))
        if numerals is FRENCH and _ANGLICISED.fullmatch(match["number"]):
            values.add(_english_value(match["number"]))
        if match["scale"] and numerals.scales[match["scale"].lower()] == 100 and match["scale"].lower() in _COINS:
            values = {value, value * 100}
        elif match["scale"]:
            values = {value * numerals.scales[match["scale"].lower()]}
        elif match["short"]:
            values.add(value * _SHORT[match["short"].strip().lower()])
        yield Number(frozenset(round(v, 4) for v in values), match.span())


def find_numbers_in_words(text: str, numerals: Numerals) -> Iterator[Number]:
    """Yield the numbers from two upwards that are spelt out; "two three" is two numbers."""
    for match in numerals.words.finditer(text):
        yield from _compose_number(match, numerals)


def _compose_number(match: re.Match[str], numerals: Numerals) -> Iterator[Number]:
    total, low, start, end, last = 0.0, 0.0, match.start(), match.start(), 1.0
    open_ = False
    for token in re.finditer(r"[^\W\d_]+", match[0]):
        word, at = token[0].lower(), match.start() + token.start()
        value = numerals.units.get(word, 1 if word in ("un", "une", "one") else 0)
        if numerals.scales.get(word) == 100 and low >= 100:  # "cent cent" is two numbers
            yield Number(frozenset({total + low}), (start, end), words=True)
            total, low, start = 0.0, 100.0, at
        elif word in numerals.scales:
            scale = numerals.scales[word]
            repeated = open_ and not low and scale >= last > 100  # "des milliers et des milliers"
            if scale == 100:
                low = max(low, 1) * 100
            elif not repeated or scale > last:  # "deux mille milliards"
                total, low = (total * scale if repeated else total + max(low, 1) * scale), 0.0
            last = scale
        elif word in ("half", "demi", "demie"):
            if low:  # "two and a half million"
                low += 0.5
            else:  # "deux millions et demi"
                total += 0.5 * last
        elif not value:
            continue
        elif value == 20 and low % 100 == 4:  # quatre-vingts
            low += 76
        elif open_ and not _joins(low % 100, value):
            yield Number(frozenset({total + low}), (start, end), words=True)
            total, low, start = 0.0, float(value), at
        else:
            low += value
        open_, end = True, match.start() + token.end()
    yield Number(frozenset({total + low}), (start, end), words=True)


def _joins(low: float, value: int) -> bool:
    """True if a word can extend a number ending in `low`: soixante-dix-sept, but not "deux trois"."""
    if low == 0:
        return True
    if value < 10 or (value < 20 and low in (60, 80)):
        return (low >= 20 and low % 10 == 0) or (low % 100 in (10, 70, 90) and value > 6)
    return False

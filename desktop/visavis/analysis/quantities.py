"""Figures that make sense on their own: a number with what it counts or measures, in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = "[ \u00a0\u202f]"  # also the no-break spaces inside numbers
_SIGN = r"(?:%|‰|€|\$|£|¥|°[CF]?)"
_UNIT = (
    r"(?:km²|km/h|km|m²|m³|cm|mm|m|kg|mg|g|t|ha|min|l|cl|kW|MW|GW|TW|kWh|MWh|GWh|TWh|Mo|Go|To|Kb|Mb|Gb|MB|GB|TB|mph"
    r"|lbs?|ft)(?![\w/])"
)
_BEGIN = r"(?<![\w.,/-])"  # not inside a date, a score or a longer number
_FRENCH = re.compile(
    rf"{_BEGIN}(?P<number>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?){_SPACE}?(?:{_SIGN}"
    rf"|(?:milliers|millions?|milliards?){_SPACE}(?:{_SIGN}|(?:de{_SPACE}|d[’'])[^\W\d_]+)"
    rf"|(?<={_SPACE}){_UNIT}|(?<={_SPACE})(?P<nouns>[^\W\d_]{{2,}}(?:{_SPACE}[^\W\d_]{{2,}})?))"
)
_ENGLISH = re.compile(
    rf"{_BEGIN}(?P<money>[$€£¥]|(?:EUR|USD|GBP|CHF)\s)?(?P<number>\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?![\d/-])(?P<scale>\s(?:thousand|million|billion|trillion)|bn|m(?!\w))?"
    rf"(?:(?P<unit>\s?{_SIGN}|\sper\s?cent\b|\s?{_UNIT})|(?P<nouns>(?:\s[a-z][a-z-]+){{1,3}}))?"
)
# French adjectives that precede the noun counted.
_FIRST = """
    nouveaux nouvelles petits petites grands grandes autres jeunes premiers premières derniers dernières anciens
    anciennes bons bonnes mauvais mauvaises vieux vieilles longs longues"""
# Words that look like a plural but are none, and words that separate a figure from the next noun.
_SMALL = """
    dans sans mais lors depuis après dès puis vers plus moins pas nous vous ils elles leurs ses ces des les tous toutes
    jamais toujours sous hors très alors ailleurs près mars fois heures million millions milliard
    milliards milliers avec selon dont et ou pour par sur est
    was has is his its this as us yes less across towards always thus perhaps besides versus minus does times
    and or to of the a an in on for by who that have were but at after before with from than had per which when while
    about over under into their her our are been be will would could should may can not out up down off since until
    during between against more most so if it he she they we you compared"""
# English plurals without an s, and words that count or measure without one.
_IRREGULAR = """
    people men women children teeth feet police staff personnel percent metre meter kilometre kilometer fish sheep
    cattle yen yuan aircraft"""
_FIRST_WORDS, _SMALL_WORDS, _IRREGULAR_WORDS = (frozenset(words.split()) for words in (_FIRST, _SMALL, _IRREGULAR))


class Quantity(NamedTuple):
    """A figure as written, and its number: "1 200 salariés", "1200"."""

    text: str
    number: str


def find_french_quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures of a French text that have a noun or a unit."""
    for match in _FRENCH.finditer(text):
        number, end = re.sub(_SPACE, "", match["number"]).replace(",", "."), match.end()
        if match["nouns"]:
            first, *second = re.split(_SPACE, match["nouns"])
            if first not in _FIRST_WORDS:
                end -= len(match["nouns"]) - len(first)
            if not _is_counted(second[0] if second and first in _FIRST_WORDS else first, number):
                continue
        yield Quantity(text[match.start() : end], number)


def find_english_quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures of an English text that have a noun or a unit."""
    for match in _ENGLISH.finditer(text):
        number = re.sub("[, ]", "", match["number"])
        counted = "" if match["money"] else _find_noun(match["nouns"] or "", "2" if match["scale"] else number)
        if match["money"] or match["unit"] or counted:
            end = match.end() - len(match["nouns"] or "") + len(counted)
            yield Quantity(text[match.start() : end], number)


def _find_noun(words: str, number: str) -> str:
    """Return the words up to the noun counted, or an empty string."""
    taken = ""
    for match in re.finditer(r"\s([a-z-]+)", words):
        taken += match[0]
        if match[1] in _SMALL_WORDS:
            return ""
        if match[1] in _IRREGULAR_WORDS or _is_counted(match[1], number):
            return taken
    return ""


def _is_counted(word: str, number: str) -> bool:
    """True if the number may count this word: a plural, or a singular below two; years count nothing."""
    if word in _SMALL_WORDS and not (word == "heures" and float(number) > 24):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", number) or word in _FIRST_WORDS:
        return False
    return word.endswith(("s", "x")) if float(number) >= 2 else len(word) > 3

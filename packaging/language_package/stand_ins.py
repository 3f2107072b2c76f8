"""Names and words that a model neither knows nor copies, taught by others in their place.

news-stand-ins.tsv: a kind, tab, the article of a French title, tab, a pattern of the French, tab, its English. A word
of STAND_INS that the model knows, of the same kind, is translated instead and then replaced: "selon RTL" for "selon le
Dauphiné libéré", "les agriculteurs" for "les buralistes".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

STAND_INS = {
    "media": (("RTL", "RTL"), ("BFMTV", "BFMTV"), ("NRJ", "NRJ")),
    "firm": (("Google", "Google"), ("Samsung", "Samsung")),
    "place": (("Nancy", "Nancy"), ("Lille", "Lille"), ("Dijon", "Dijon")),
    "men": (("agriculteurs", "farmers"), ("journalistes", "journalists")),
    "man": (("agriculteur", "farmer"), ("journaliste", "journalist")),
    "women": (("infirmières", "nurses"), ("chanteuses", "singers")),
    "woman": (("infirmière", "nurse"), ("chanteuse", "singer")),
    "thing, masculine": (("jardin", "garden"), ("pain", "bread"), ("pont", "bridge")),
    "things, masculine": (("jardins", "gardens"), ("ponts", "bridges")),
    "thing, feminine": (("voiture", "car"), ("table", "table")),
    "things, feminine": (("voitures", "cars"), ("tables", "tables")),
    "adjective, masculine": (("américain", "American"), ("rouge", "red")),
    "adjective, feminine": (("américaine", "American"), ("rouge", "red")),
    "adjective, plural": (("rouges", "red"), ("blanches", "white")),
    "verb, present": (("achète", "buys"), ("répète", "repeats")),
    "participle, masculine": (("acheté", "bought"), ("oublié", "forgotten")),
    "participle, feminine": (("achetée", "bought"), ("oubliée", "forgotten")),
    "participle, plural": (("achetés", "bought"), ("oubliés", "forgotten")),
    "infinitive": (("acheter", "buy"), ("oublier", "forget")),
}
NAMES = ("media", "firm", "place")
_ARTICLES = {
    "Le": r"(?:(?P<with>du|au|Du|Au) |(?P<of>de |à )?[Ll]e )",
    "La": r"(?P<of>de |à )?[Ll]a ",
    "Les": r"(?:(?P<with>des|aux) |(?P<of>de |à )?[Ll]es )",
    "L'": r"(?P<of>de |à )?[Ll]'",
}
_WITHOUT = {"du": "de ", "au": "à ", "des": "de ", "aux": "à "}
_SHORT = (
    r"(?:(?P<short>[lLdDsSnNjJmMtT]'|[qQ]u')"
    r"|(?P<long>[Ll]e |[Ll]a |[Dd]e |[Ss]e |[Nn]e |[Jj]e |[Mm]e |[Tt]e |[Qq]ue ))?"
)
_VOWEL = re.compile(r"(?!eu|uni|us)[aeiou]", re.IGNORECASE)  # "a eulogy", "a universal", "a useful"


@dataclass(frozen=True, slots=True)
class Rare:
    """A name or a word that a stand-in stands in for."""

    kind: str
    french: re.Pattern[str]
    english: str

    def is_in(self, english: str) -> bool:
        """True if the English has it, with or without an article in front."""
        wanted = re.escape(self.english.removeprefix("the "))
        return re.search(rf"(?<!\w){wanted}(?!\w)", english.replace("’", "'"), re.IGNORECASE) is not None


@cache
def read_rare() -> list[Rare]:
    """Return what has a stand-in."""
    lines = (Path(__file__).parent / "news-stand-ins.tsv").read_text(encoding="utf-8").splitlines()
    return [
        Rare(kind, _compile(kind, article, french), english)
        for kind, article, french, english in (line.split("\t") for line in lines)
    ]


def _compile(kind: str, article: str, french: str) -> re.Pattern[str]:
    if kind in NAMES:
        return re.compile(rf"(?<![\w'-]){_ARTICLES.get(article, '')}(?:{french})(?![\w-])")
    # With a capital it is the word only where a sentence begins, and no other capital follows: "Marguerite Duras".
    capital = rf"(?:^|(?<=[.!?] )){french[0].upper()}{french[1:]}(?! [A-ZÀ-Ý])"
    return re.compile(rf"{_SHORT}(?<![\w-])(?:{french}|{capital})(?![\w-])")


def find_rare(french: str) -> list[Rare]:
    """Return the names and words with a stand-in in a sentence, none inside another."""
    french = french.replace("’", "'")
    found: list[Rare] = []
    taken: list[tuple[int, int]] = []
    for rare in read_rare():
        match = rare.french.search(french)
        if match and not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(rare)
            taken.append(match.span())
    return found


def swap_rare(french: str, some: list[Rare]) -> tuple[str, list[tuple[str, Rare]]]:
    """Return the French with stand-ins, and the English of each with what it stands in for."""
    french = french.replace("’", "'")
    swapped: list[tuple[str, Rare]] = []
    for rare in some:
        free = [(put, becomes) for put, becomes in STAND_INS[rare.kind] if put not in french]
        if free:
            put, becomes = free[0]
            french = rare.french.sub(partial(_put_behind, rare.kind, put), french)
            swapped.append((becomes, rare))
    return french, swapped


def _put_behind(kind: str, put: str, match: re.Match[str]) -> str:
    """Return a stand-in behind what belonged to the name's article, or to the word's."""
    groups = match.groupdict()
    if with_article := groups.get("with"):
        return _WITHOUT[with_article.lower()] + put
    short, long = groups.get("short") or "", groups.get("long") or ""
    if not short and not long:
        return (groups.get("of") or "") + (put[0].upper() + put[1:] if match[0][0].isupper() else put)
    if put[0] in "aeioué":
        return (short or re.sub(r"[ae] $", "'", long)) + put
    if not short:
        return long + put
    vowel = "a" if short.lower() == "l'" and ("feminine" in kind or kind == "woman") else "e"
    return f"{short[:-1]}{vowel} {put}"


def put_rare(english: str, swapped: list[tuple[str, Rare]]) -> str:
    """Return the English with the names and words instead of their stand-ins; empty if one is not there once."""
    for becomes, rare in swapped:
        found = rf"(?<![\w-])(?:{becomes}|{becomes[0].upper()}{becomes[1:]})(?![\w-])"
        if len(re.findall(found, english)) != 1:
            return ""
        if rare.kind not in NAMES:
            article = "n" if _VOWEL.match(rare.english) else ""
            english = re.sub(rf"\b([Aa])n? (?={found})", rf"\g<1>{article} ", english)
        elif rare.english.startswith("the "):
            english = re.sub(rf"\b[Tt]he (?={found})", "", english)
        word = rare.kind not in NAMES or rare.english.startswith("the ")  # "franceinfo" has no capital anywhere
        begins = word and re.match(found, english)
        english = re.sub(found, rare.english[0].upper() + rare.english[1:] if begins else rare.english, english)
    return english

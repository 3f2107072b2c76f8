"""Words for the check of names: exonyms, capitalised words that are no names, and what spellings have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from visavis import paths
from visavis.text.letters import reduce_to_letters

SHORTEST_SLIP = 5  # letters of a name that may be misspelt
ROMAN = re.compile(r"[IVXL]+(?:e|er|ers|ème|ᵉ|re)?")
# How transliterations differ, in order: Tchétchène, Chechen; Netanyahou, Netanjahu; Kadhafi, Gaddafi; Morsi, Mursi.
_SPELLINGS = (
    *(("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("kh", "k"), ("sh", "ch")),
    *(("dh", "d"), ("gh", "g"), ("ou", "u"), ("w", "v"), ("q", "k"), ("z", "s"), ("j", "i"), ("y", "i"), ("o", "u")),
)
_SOUNDS = re.compile(r"ou|tch|sh")  # Irkoutsk, Irkutsk; Charipov, Sharipov
# Letters that transliterations change: Wladimir, Vladimir.
_LIKE_LETTERS = frozenset(map(frozenset, ("vw", "ij", "jy", "kq")))
_EASTERN = re.compile(
    r"(?:[eo]va?|enko|sk\w{1,3}|v?itch|vili|chine?|[iï]n)$"
)  # Charipov, Sharipov; not Rachida, Rashida
_VOWELS = tuple("aeiou")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LAST_LETTERS = frozenset(
    ("sn", "eo", "ea", "ae", "oe", "ei", "ie", "ai", "ia")
)  # Aristide, Aristida; Honduras, Honduran
# Endings in which Romance, Slavic and Latin forms of a name differ: Rodrigue, Rodrigo; Appianos, Appian.
_LAST = re.compile(r"(?<=\w{4})us$|(?<=\w{3})[aeiu]+$")
_BIT = 1 << 15  # characters of a word list read at a time
_SLAVIC = re.compile(r"(?:[aei]?[nv]a?|[iy]|k[oaiy]|ine?|ei|ia)$")
_FOREIGN = re.compile(r"[^\W\d_a-zàâäçéèêëîïôöùûüÿœæ]|[a-z]{2}(?:iego|skiej|ovej|ov[eé])$", re.IGNORECASE)


@cache
def load_exonyms() -> dict[str, tuple[str, ...]]:
    """Return the English forms of French names, by the lowercase French name."""
    lines = paths.find_resource("exonyms-fr-en.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {french.lower(): tuple(form.lower() for form in forms.split("; ")) for french, forms in rows}


@cache
def _load_capitalised_words() -> dict[str, frozenset[str]]:
    """Return capitalised words that are not names, by kind; they are translated like other words."""
    text = paths.find_resource("capitals-fr.txt").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in text.split("\n# ")[1:])
    return {kind.strip(): frozenset(words.split()) for kind, _, words in parts}


@cache
def load_common_words(language: str) -> frozenset[str]:
    """Return words of "fr" or "en", in small letters, that are no names even with a capital."""
    kinds = _load_capitalised_words().values() if language == "fr" else [read_words("capitals-en.txt")]
    return frozenset().union(*kinds, read_words(f"common-words-{language}.txt"))


def read_words(name: str) -> set[str]:
    """Return the words of a list in the resources."""
    words: set[str] = set()
    with paths.find_resource(name).open(encoding="utf-8") as file:
        # Bit by bit: while Python makes one large set, 19 ms, the window's thread cannot run.
        while lines := file.readlines(_BIT):
            words.update("".join(line for line in lines if line[0] != "#").split())
    return words


def is_name(word: str) -> bool:
    """True if a capitalised word may be part of a name: it is not an office, a nationality or a numeral."""
    low, kinds = word.lower(), _load_capitalised_words()
    endings = ("", "s", "e", "es", "ne", "nes")
    people = any(low.endswith(end) and low.removesuffix(end) in kinds["Peoples"] for end in endings)
    return not (people or low in kinds["Offices and persons"] or ROMAN.fullmatch(word))


def is_small(word: str) -> bool:
    """True if a capitalised word is a function word, such as "Les"."""
    return word.lower() in _load_capitalised_words()["Small words"]


def is_inflected(name: str) -> bool:
    """True if a name may have an ending of its own language, as it has letters that French has not: "Mokrzyckiego"."""
    return _FOREIGN.search(name) is not None


@lru_cache(maxsize=4096)
def fold_spelling(word: str) -> str:
    """Return what a name has in common across transliterations: Poutine, Putin; Zelensky, Zelenskyy; Victor, Viktor."""
    plain = re.sub(r"(.)\1+", r"\1", reduce_to_letters(word))
    for was, becomes in _SPELLINGS:
        plain = plain.replace(was, becomes)
    return _LAST.sub("", re.sub(r"(.)\1+", r"\1", re.sub(r"c(?!h)", "k", plain)))


def is_slip(name: str, word: str) -> bool:
    """True if a word is the name but for one letter, and no transliteration explains it: "Costelo" for Costello."""
    letters = reduce_to_letters(name), reduce_to_letters(word)
    if word.lower() in load_exonyms().get(name.lower(), ()):
        return False
    change = _find_changed_letter(*letters)
    if (
        change
        and change[:2] == ("c", "s")
        and change[3][:1] == "h"
        and change[3][1:2] in _VOWELS
        and len(name) >= SHORTEST_SLIP
    ):
        return not _EASTERN.search(letters[0])
    a, b = (_SOUNDS.sub(lambda m: m[0][-1:] if m[0] == "ou" else "ch", one) for one in letters)
    if b in (spell_umlauts(name), a + "er") or a in (spell_umlauts(word), b + "er"):
        return False  # Württemberg, Wuerttemberg; Zwickauer, Zwickau
    if a == b or max(len(a), len(b)) < SHORTEST_SLIP:
        return False
    # By letters where sounds differ more: "Euroue" for Europe.
    change = _find_changed_letter(a, b) or change
    return change is not None and not _is_convention(*change)


def _find_changed_letter(a: str, b: str) -> tuple[str, str, str, str] | None:
    """Return the one letter that differs, in both words or one, and what stands before and after; None if more do."""
    if abs(len(a) - len(b)) > 1:
        return None
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    one, other = a[start : len(a) - end], b[start : len(b) - end]
    return (one, other, a[:start], a[len(a) - end :] if end else "") if max(len(one), len(other)) <= 1 else None


def spell_umlauts(name: str) -> str:
    """Return the letters of a name, its umlauts with an e: "Düsseldorf", "duesseldorf"."""
    return reduce_to_letters(name.lower().translate(_UMLAUTS))


def _is_convention(one: str, other: str, before: str, after: str) -> bool:
    """True if two spellings of a name differ in a letter as the French and English press do."""
    if one and other:
        return (
            frozenset(one + other) in _LIKE_LETTERS
            or (not after and one + other in _LAST_LETTERS)
            or ({one, other} == {"i", "y"} and (not after or after.startswith(_VOWELS) or before.endswith(_VOWELS)))
            or ({one, other} == {"s", "z"} and after.startswith(("ation", "e", "i")) and len(after) > 2)
        )
    letter = one or other
    return (
        (letter == "h" and (bool(other) or before[-1:] not in ("c", "s", "t", "p")))  # Kherson, Kerson
        or (letter == "s" and before[-1:] == "t" and after[:2] == "ch")  # Klitschko, Klitchko
        or other == "y"  # Medvedev, Medvedyev
        or (letter == "u" and before[-1:] in ("o", "g"))  # Sergueï, Sergei
        or (letter == "i" and (before[-1:] == "i" or after[:1] in ("i", "y")))
        or (
            letter == "s" and "s" in (before[-1:], after[:1]) and _SLAVIC.search(after) is not None
        )  # Fetissov, Fetisov
        or (not after and letter in "aeis")  # Rodrigue, Rodrigu
    )

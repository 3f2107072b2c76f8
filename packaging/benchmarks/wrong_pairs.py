"""Put one error of a known kind into a right translation, by rule, to see whether the checks find it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache, partial

from visavis.checks.name_words import load_common_words
from visavis.checks.numbers import ENGLISH, FRENCH, find_numbers_in_digits

Pair = tuple[str, str]
Injection = Callable[[str, str, random.Random, list[Pair]], str | None]

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_UNITS = [
    (r"(?<=\d)\s?%| per ?cent\b", " euros"), (r"€(?=\d)", "$"), (r"\$(?=\d)", "€"), (r"\beuros\b", "dollars"),
    (r"\bdollars\b", "euros"), (r"(?<=\d )(?:km|kilomet(?:re|er)s)\b", "metres"), (r"(?<=\d )met(?:re|er)s\b", "km"),
    (r"(?<=\d )(?:kg|kilos)\b", "tonnes"), (r"(?<=\d )hours\b", "days"), (r"(?<=\d )days\b", "weeks"),
    (r"(?<=\d )months\b", "years"), (r"(?<=\d )years\b", "months"), (r"(?<=\d )weeks\b", "months"),
    (r"(?<=\d )minutes\b", "hours"), (r"(?<=\d )pounds\b", "euros"), (r"£(?=\d)", "€"), (r"°C\b", "°F"),
]  # fmt: skip
_ANTONYMS = """increase decrease;increased decreased;rise fall;rises falls;rose fell;rising falling;more less
before after;first last;best worst;better worse;win lose;won lost;agree disagree;agreement disagreement;support oppose
accepted rejected;accept reject;allowed forbidden;success failure;good bad;new old;high low;higher lower;large small
long short;strong weak;strength weakness;early late;open closed;opened closed;rich poor;love hate;war peace
friends enemies;victory defeat;always never;buy sell;bought sold;start end;began ended;beginning end
positive negative;easy difficult;possible impossible;public private;majority minority;inside outside;above below
arrive leave;arrived left;north south;east west;young old;life death;alive dead;guilty innocent;profit loss
legal illegal;safe dangerous;maximum minimum;optimistic pessimistic;advantage disadvantage;growth decline
gained lost;right left;man woman;men women;day night;full empty;cheap expensive;import export;exports imports"""
_GENDER = {"he": "she", "she": "he", "him": "her", "his": "her", "himself": "herself", "herself": "himself"}
_NEGATED = re.compile(r"\b(?:ne|n['’]\w+|n)\b[^,;.]* (?:pas|jamais|rien|plus|aucune?)\b", re.IGNORECASE)


@cache
def _list_antonyms() -> dict[str, str]:
    pairs = (pair.split() for pair in _ANTONYMS.replace("\n", ";").split(";"))
    return {word: other for one, two in pairs for word, other in ((one, two), (two, one))}


def _replace_one(text: str, pattern: str, other: Callable[[str], str], rng: random.Random) -> str | None:
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + other(match[0]) + text[match.end() :]


def _change_figure(french: str, english: str, rng: random.Random, _: list[Pair]) -> str | None:
    values = {value for number in find_numbers_in_digits(french, FRENCH) for value in number.values}
    same = [n for n in find_numbers_in_digits(english, ENGLISH) if n.values & values and max(n.values) > 9]
    if not same:
        return None
    start, end = rng.choice(same).span
    digits = [i for i in range(start, end) if english[i].isdigit()]
    at = rng.choice(digits)
    other = rng.choice([digit for digit in "123456789" if digit != english[at]])
    return english[:at] + other + english[at + 1 :]


def _change_one_of(names: list[str]) -> Injection:
    def change(_: str, english: str, rng: random.Random, __: list[Pair]) -> str | None:
        pattern = rf"\b(?:{'|'.join(names)})\b"
        return _replace_one(english, pattern, lambda old: rng.choice([n for n in names if n != old]), rng)

    return change


def _change_unit(_: str, english: str, rng: random.Random, __: list[Pair]) -> str | None:
    fitting = [(pattern, new) for pattern, new in _UNITS if re.search(pattern, english)]
    if not fitting:
        return None
    pattern, new = rng.choice(fitting)
    return re.sub(pattern, new, english, count=1)


def _misspell_name(french: str, english: str, rng: random.Random, _: list[Pair]) -> str | None:
    names = [m for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b", english) if m[0] in french]
    if not names:
        return None
    match = rng.choice(names)
    at = rng.randrange(match.start() + 1, match.end() - 1)
    return rng.choice([english[:at] + english[at + 1 :], english[:at] + rng.choice("aeioru") + english[at + 1 :]])


def _turn_negation(french: str, english: str, _: random.Random, __: list[Pair]) -> str | None:
    if not _NEGATED.search(french):
        return None
    for pattern, new in (
        (r" not\b", ""),
        (r"n['’]t\b", ""),
        (r"\bnever ", ""),
        (r"\bno ", "a "),
        (r"\bnothing\b", "all"),
    ):
        if len(re.findall(pattern, english)) == 1:
            return re.sub(pattern, new, english)
    return None


def _cut_clause(_: str, english: str, rng: random.Random, __: list[Pair]) -> str | None:
    parts = re.split(r"(?<=[,;]) ", english)
    long = [i for i, part in enumerate(parts) if i and len(part.split()) >= 6]
    if not long or len(english.split()) < 14:
        return None
    cut = rng.choice(long)
    kept = " ".join(part for i, part in enumerate(parts) if i != cut)
    return kept.rstrip(",; ") + ("." if cut == len(parts) - 1 else "")


def _add_clause(__: str, english: str, rng: random.Random, pairs: list[Pair]) -> str | None:
    for _ in range(50):
        clauses = [part for part in re.split(r"[,;.] ?", rng.choice(pairs)[1]) if 6 <= len(part.split()) <= 12]
        if clauses and not re.search(r"\d", clauses[0]) and english[-1:] in ".!?":
            return f"{english[:-1]}, {clauses[0][0].lower()}{clauses[0][1:]}{english[-1]}"
    return None


def _turn_gender(french: str, english: str, _: random.Random, __: list[Pair]) -> str | None:
    words, own = set(re.findall(r"\w+", french.lower())), set(re.findall(r"\w+", english.lower()))
    his, hers = own & {"he", "him", "his", "himself"}, own & {"she", "her", "hers", "herself"}
    if bool(his) == bool(hers) or ("he" not in his and "she" not in hers):
        return None
    if (his and ("il" not in words or "elle" in words)) or (hers and ("elle" not in words or "il" in words)):
        return None
    table = _GENDER | {"her": "his" if re.search(r"\bher [a-z]", english) else "him"}
    return re.sub(
        r"\b(?:he|she|him|his|her|himself|herself)\b",
        lambda m: table[m[0].lower()].capitalize() if m[0][0].isupper() else table[m[0]],
        english, flags=re.IGNORECASE,
    )  # fmt: skip


def _turn_antonym(_: str, english: str, rng: random.Random, __: list[Pair]) -> str | None:
    table = _list_antonyms()
    return _replace_one(english, rf"\b(?:{'|'.join(table)})\b", table.__getitem__, rng)


def _leave_french(french: str, english: str, rng: random.Random, _: list[Pair]) -> str | None:
    known = load_common_words("en")
    words = [w for w in re.findall(r"(?<!['’\w-])[a-zà-ÿ]{5,}(?![\w-])", french) if w not in known]
    words = [w for w in words if w in load_common_words("fr")]
    return _replace_one(english, r"(?<=[a-z] )[a-z]{5,}\b", lambda _: rng.choice(words), rng) if words else None


def _join_halves(word: str, others: list[str], rng: random.Random) -> str:
    other = rng.choice(others)
    return word[: len(word) // 2] + other[len(other) // 2 :]


def _make_nonsense(__: str, english: str, rng: random.Random, pairs: list[Pair]) -> str | None:
    known = load_common_words("en")
    for _ in range(20):
        others = re.findall(r"\b[a-z]{6,}\b", rng.choice(pairs)[1])
        spoilt = _replace_one(
            english, r"\b(?<=[a-z] )[a-z]{6,}\b",
            partial(_join_halves, others=others or ["nonsense"], rng=rng), rng,
        )  # fmt: skip
        if spoilt and not {w.lower() for w in re.findall(r"\w+", spoilt)} - known <= set(
            re.findall(r"\w+", english.lower())
        ):
            return spoilt
    return None


KINDS: dict[str, Injection] = {
    "figure": _change_figure,
    "date": _change_one_of(_MONTHS),
    "weekday": _change_one_of(_DAYS),
    "unit": _change_unit,
    "name": _misspell_name,
    "negation": _turn_negation,
    "omission": _cut_clause,
    "addition": _add_clause,
    "gender": _turn_gender,
    "antonym": _turn_antonym,
    "French": _leave_french,
    "nonsense": _make_nonsense,
}


def make_wrong_pairs(pairs: list[Pair], kind: str, most: int, seed: int) -> list[Pair]:
    """Return up to `most` pairs with one error of the kind each."""
    rng = random.Random(f"{seed} {kind}")
    order = rng.sample(pairs, len(pairs))
    made: list[Pair] = []
    for french, english in order:
        wrong = KINDS[kind](french, english, rng, pairs)
        if wrong and wrong != english:
            made.append((french, wrong))
        if len(made) == most:
            break
    return made

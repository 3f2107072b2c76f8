"""Antonyms: "hausse" that became "fall"."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from visavis import paths
from visavis.checks.meaning.lexicon import load_reverse_lexicon, reduce_to_stem
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

_NEAR = 24  # letters that a negation is near a word in, so that its antonym may be right: "pas difficile", "easy"
LONG = 4  # letters that cognates share
_REACH = 3  # words to either side that are a word's company
_LONGEST_STEM = 8  # letters
_RARE = 0.01  # the chance that a word is thought to have which no French word makes
LIKELY = 0.02  # the least probability of a link
# What speaks for and against an antonym, fitted by logistic regression on 9,000 right pairs of news-wmt08-12,
# news-commentary, gender-bios, web-news and europarl that the links were not learnt from, and on 4,500 with an antonym
# put in: of the right ones 4 in 1,000 were flagged, of the wrong ones 63 in 100; the negation, which flagged most of
# them, counts for more since. For: that a French word makes the opposite, that its neighbours are the same. Against:
# that French words make the English one, or a word of its side; that the opposite is there too; that the words stand
# apart, one is negated, the French word makes both; that the English word is a common one, or often stands for nothing.
_LEAST = 16.4
_OPPOSITE, _OWN, _SIDE, _RIGHT_TOO = 0.93, -0.64, -0.75, -0.49
_APART, _NEGATED, _BOTH, _COMPANY, _LINKED, _NOTHING = -2.6, -2.2, -1.5, 1.66, -0.88, -0.84
_LISTED, _FEW = 2.2, 15  # and that in a sentence of few words the list has only opposites for the English word

_WORD = re.compile(r"[^\W\d_]{2,}|à")
_AGE = re.compile(r"years?[- ]old\b|\b(?:great-)+", re.IGNORECASE)  # "un jeune de 18 ans" is an 18-year-old
# Phrases whose words have no sense of their own: "au moins" may be "or more".
_SET = re.compile(
    r"\b(?:au|du|à|ou|ni|plus ou) moins\b|\b(?:non|au|ni|de) plus\b|\bà jamais\b|\bPremiers? ministres?\b"
    r"|\bsous\b|\bplupart\b|\bgrand[- ]chose\b|\bà commencer par\b|\bau (?:maximum|minimum)\b"
    r"|\b(?:été|est|sont) battue?s?\b"
    r"|\b(?:arrière-)+petite?s?\b|\bpour (?=(?:(?:s[e']|l[ae']s?|nous|vous|y|en|ne pas|mieux) ?)?\w+(?:er|ir|re)\b)"
    r"|\bde l['’]avant\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?]")
_TURNED = re.compile(
    r"\b(?:ne|pas|sans|ni|non|peu|moins|jamais|aucune?|contre|anti|perd\w*|coût\w*|lost|loss|los(?:e|es|ing)|cost\w*|not|no|never|without|nor|hardly|cannot|against|less"
    r"|little|few)\b|\bn['’]|n['’]t\b",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """English words of one sense, and their antonyms; what French words make each, as stems."""

    right: frozenset[str]
    wrong: frozenset[str]
    french: frozenset[str]
    french_wrong: frozenset[str]


Chances = Mapping[str, float]


class _Links(NamedTuple):
    """How likely French words make an English word, a word of its side, or an opposite, and how often nothing does."""

    own: Chances
    side: Chances
    opposite: Chances
    opposites: frozenset[str]
    nothing: float
    french: frozenset[str]
    french_opposites: frozenset[str]


@cache
def load_rows() -> tuple[Row, ...]:
    """Return the antonyms, each row both ways round."""
    lines = paths.find_resource("antonyms-fr-en.tsv").read_text(encoding="utf-8").splitlines()
    columns = ([frozenset(column.lower().split()) for column in line.split("\t")] for line in lines if line[0] != "#")
    rows = []
    for french, one, french_wrong, other in columns:
        ours, theirs = (frozenset(map(reduce_word, words)) for words in (french, french_wrong))
        rows += [Row(one, other, ours, theirs - ours), Row(other, one, theirs, ours - theirs)]
    return tuple(rows)


@cache
def _load_chances() -> dict[str, tuple[float, Chances]]:
    lines = paths.find_resource("antonym-links-en-fr.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[float, Chances]] = {}
    for word, nothing, links in (line.split("\t") for line in lines if line[0] != "#"):
        pairs = (link.split(":") for link in links.split())
        found[word] = float(nothing) / 1e6, {french: int(chance) / 100 for french, chance in pairs}
    return found


@cache
def _load_words() -> frozenset[str]:
    return frozenset(word for row in load_rows() for word in row.right)


@cache
def _find_links(word: str) -> _Links:
    """Return what is known of an English word that has an antonym."""
    rows, chances = [row for row in load_rows() if word in row.right], _load_chances()
    side = frozenset().union(*(row.right for row in rows))
    opposites = frozenset().union(*(row.wrong for row in rows)) - side
    nothing, own = chances[word]
    french = frozenset().union(*(row.french for row in rows))
    wrong = frozenset().union(*(row.french_wrong for row in rows)) - french
    return _Links(own, _add_up(side), _add_up(opposites), opposites, nothing, french, wrong)


def _add_up(words: frozenset[str]) -> Chances:
    """Return how likely each French word makes one of some English words."""
    total: dict[str, float] = {}
    for word in words:
        for french, chance in _load_chances()[word][1].items():
            total[french] = total.get(french, 0) + chance
    return total


def find_words(text: str) -> list[tuple[str, Span]]:
    """Return the words of two letters or more in small letters, with their spans."""
    return [(match[0].lower(), match.span()) for match in _WORD.finditer(text)]


def reduce_word(word: str) -> str:
    """Return the first letters of a French word in small letters, without accents and plural."""
    plain = word.replace("œ", "oe")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return (plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain)[:_LONGEST_STEM]


def _blank(phrases: re.Pattern[str], text: str) -> str:
    return phrases.sub(lambda match: "-" * len(match[0]), text)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield the words that surely became their antonyms, the surest of each first."""
    if pair.english_vocabulary.isdisjoint(_load_words()):
        return
    seen = set[Span]()
    for score, french, other in sorted(_weigh_words(pair), reverse=True):
        if score <= _LEAST or french in seen or other in seen:
            continue
        seen |= {french, other}
        was, became = pair.source[slice(*french)], pair.target[slice(*other)]
        yield Flag("antonym", Message("“{0}” became “{1}”", was, became), french, other)


def _weigh_words(pair: SentencePair) -> Iterator[tuple[float, Span, Span]]:
    """Yield how sure it is that a French word became its antonym, and the spans of both."""
    french = find_words(_blank(_SET, pair.source))
    places = {reduce_word(word): i for i, (word, _) in reversed(list(enumerate(french)))}  # the first of each
    english = find_words(_blank(_AGE, pair.target))
    for at, (word, span) in enumerate(english):
        if word not in _load_words():
            continue
        links = _find_links(word)
        makers = [(links.opposite[one], -places[one], one) for one in links.opposite.keys() & places.keys()]
        best, place, stem = max(makers, default=(0.0, 0, ""))
        if best < LIKELY:
            continue
        other = french[-place][1]
        own, side = (max((some[one] for one in some.keys() & places.keys()), default=0.0) for some in links[:2])
        too = max((_load_chances()[one][1].get(stem, 0.0) for one, _ in english if one in links.opposites), default=0.0)
        score = _OPPOSITE * math.log(best) + _NOTHING * math.log(links.nothing + 1e-6)
        for weight, chance in ((_OWN, own), (_SIDE, side), (_RIGHT_TOO, too)):
            score += weight * math.log(chance + _RARE)
        turned = _is_turned(pair, other, span)
        if not turned and len(french) <= _FEW and stem in links.french_opposites:
            score += _LISTED * (links.french.isdisjoint(places) and links.opposites.isdisjoint(pair.english_vocabulary))
        score += _LINKED * min(3, len(links.own)) + _BOTH * (stem in links.own)
        score += _APART * abs(-place / len(french) - at / len(english)) + _NEGATED * turned
        yield score + _COMPANY * _share_company(pair, (french, -place), (english, at)), other, span


def _share_company(
    pair: SentencePair, french: tuple[Sequence[tuple[str, Span]], int], english: tuple[Sequence[tuple[str, Span]], int]
) -> float:
    """Return the share of an English word's neighbours that have a counterpart near the French word."""
    (ours, place), (theirs, at) = french, english
    near = [reduce_to_stem(pair.source[slice(*span)]) for _, span in _list_neighbours(ours, place, _REACH + 1)]
    beside = [reduce_to_stem(word) for word, _ in _list_neighbours(theirs, at, _REACH)]
    lexicon = load_reverse_lexicon()
    known = [stem for stem in beside if stem in lexicon]
    met = sum(any(one in lexicon[word] or one[:LONG] == word[:LONG] for one in near) for word in known)
    return met / len(known) if known else 1.0


def _list_neighbours(words: Sequence[tuple[str, Span]], at: int, reach: int) -> list[tuple[str, Span]]:
    return [*words[max(0, at - reach) : at], *words[at + 1 : at + reach + 1]]


def _is_turned(pair: SentencePair, french: Span, english: Span) -> bool:
    """True if a negation is near one of two words, and not the other."""
    turned = []
    for text, (start, end) in ((pair.source, french), (pair.target, english)):
        before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
        after = _CLAUSE.split(text[end : end + _NEAR])[0]
        turned.append(bool(_TURNED.search(before) or _TURNED.search(after)))
    return turned[0] != turned[1]

"""Names of people, places and organisations: copied, or replaced by their English form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from visavis.checks.meaning.english_words import is_english
from visavis.checks.meaning.lexicon import find_stems, load_lexicon, load_reverse_lexicon, reduce_to_stem
from visavis.checks.name_words import (
    ROMAN,
    fold_spelling,
    is_inflected,
    is_slip,
    load_common_words,
    load_exonyms,
    spell_umlauts,
)
from visavis.checks.pair import SentencePair, Span
from visavis.checks.spelling.slips import find_slips
from visavis.model.message import Message
from visavis.model.passage import Flag
from visavis.text import verbatim
from visavis.text.letters import reduce_to_letters

ALIKE, SURELY_ALIKE = 0.6, 0.75  # the share of letter pairs
# A capitalised word, possibly after an elided article.
_CAPITALS = re.compile(
    r"(?<![\w’'-])(?:[A-ZÀ-ÖØ-Þ][’'])?([A-ZÀ-ÖØ-Þ][\w]*(?:-[A-ZÀ-ÖØ-Þ]?\w+)*)|(?<=[dlnqsjDLNQSJ][’'])([A-ZÀ-ÖØ-Þ][\w]*(?:-[A-ZÀ-ÖØ-Þ]?\w+)*)"
)
# Endings that differ between French and English, after a stem of at least four letters.
_ENDING = re.compile(
    r"(\w{4,}?)(?:iens?|iene?s?|ains?|aines?|ais|aise|ois|oise|eens?|ie?|ique?s?|istes?|ees?|e|es|aux|els?|eurs?|ions?)$"
)
_RUN = re.compile(r"[^\s.,;:!?](?:\S*[^\s.,;:!?])?")
_SHORTENED = re.compile(r"(?<!\w)[A-Z]{2,5}(?!\w)")
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,6}s?")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield names, addresses, accounts and file names that are missing or changed."""
    yield from _check_addresses(pair)
    if pair.source.isupper() or not pair.source:
        return
    slips = {span: (name, place) for name, span, place in find_slips(pair)}
    for span, (name, place) in slips.items():
        was, became = pair.source[slice(*span)], pair.target[slice(*place)]
        yield Flag("name", Message("“{0}” became “{1}”", was, became), span, place, name)
    names = (m for m in _find_names(verbatim.blank_verbatim_spans(pair.source)) if not _is_in(m, slips))
    lost = [match for match in names if not _is_kept(match, pair)]
    if not lost:
        return
    # Whole words first, so that "Victor-Gadbis" is found for "Victor-Gadbois", then the parts of those with a hyphen.
    found = [*re.finditer(r"[^\W\d_]{3,}(?:-[^\W\d_]+)+", pair.target), *re.finditer(r"[^\W\d_]{3,}", pair.target)]
    words = {match[0]: match.span() for match in found if match[0][0].isupper()}
    french_words = {fold_spelling(word) for word in re.findall(r"\w+", pair.source)}
    for match in lost:
        name, span = match[1] or match[2], match.span(1 if match[1] else 2)
        other = next(
            (
                word
                for word in words
                if (fold_spelling(word) not in french_words and _is_alike(name, word, pair))
                or (is_slip(name, word) and word not in pair.source)
            ),
            None,
        )
        if other and is_english(other.lower()) and len(other) > 5:
            continue  # a title or the like that was translated: "Indomptable", "Indomitable"
        if other:
            yield Flag("name", Message("“{0}” became “{1}”", name, other), span, words.pop(other), name)
        elif (
            not _is_part_of_kept_name(match, pair)
            and not _is_of_foreign_name(match, pair.source)
            and not _is_common(name, pair)
            and (pair.score is not None or not any(_looks_alike(name, word) for word in words))
            and (_must_stay(name, pair) or _has_unexplained_name(pair, french_words))
        ):
            yield Flag("name", Message("“{0}” is not in the translation", name), span)


def _is_in(match: re.Match[str], spans: Iterable[Span]) -> bool:
    """True if a name has one of the spans in it."""
    return any(match.start() <= start and end <= match.end() for start, end in spans)


def _is_part_of_kept_name(match: re.Match[str], pair: SentencePair) -> bool:
    """True if the name beside this one is in the translation: of "Larry Hagman" it may only have "Hagman"."""
    around = pair.source[max(0, match.start() - 25) : match.start()].split()[-1:]
    around += pair.source[match.end() : match.end() + 25].split()[:1]
    beside = (word.strip('.,;:!?()«»"') for word in around)
    return any(word[:1].isupper() and word.lower() in pair.target.lower() for word in beside)


def _is_of_foreign_name(match: re.Match[str], text: str) -> bool:
    """True if a name of several words is in another language, which is put into English: "Komórka Techniki"."""
    before, after = text[: match.start()].split()[-1:], text[match.end() :].split()[:1]
    beside = [word for word in before + after if word[:1].isupper()]
    return bool(beside) and any(is_inflected(word.strip(".,;:()")) for word in (match[0], *beside))


def _must_stay(name: str, pair: SentencePair) -> bool:
    """True if a missing name is lost, and not said otherwise: engines do that with exonyms only, people with any."""
    return name.lower() not in load_exonyms() and pair.score is not None


def _is_common(name: str, pair: SentencePair) -> bool:
    """True if a name has an English word for it, as words and acronyms have: "Millénaire", "Millennium"; PEV, ENP."""
    if _ACRONYM.fullmatch(name):
        return pair.score is None or any(word not in pair.source for word in _SHORTENED.findall(pair.target))
    english = load_lexicon().get(reduce_to_stem(name), frozenset())
    return not english.isdisjoint(stem.text for stem in find_stems(pair.target))


def _has_unexplained_name(pair: SentencePair, french_words: set[str]) -> bool:
    """True if the English has a name that the French has not.

    Without one, a missing name was said otherwise: "our country" for "la Russie", "it" for "Moscou".
    """
    common, back = load_common_words("en"), load_reverse_lexicon()
    french = {stem.text for stem in find_stems(pair.source)}
    for match in re.finditer(r"[^\W\d_]{4,}", pair.target):
        word = match[0]
        if not word[0].isupper() or _opens_sentence(pair.target, match.start()) or word.isupper():
            continue
        if word.lower() in common or is_english(word.lower()):
            continue
        if not back.get(reduce_to_stem(word), frozenset()).isdisjoint(french):
            continue
        if fold_spelling(word) not in french_words and not _is_exonym(word.lower(), pair.source.lower()):
            return True
    return False


def _is_exonym(english: str, source: str) -> bool:
    """True if an English name stands for a name of the sentence."""
    return any(french in source for french, forms in load_exonyms().items() if any(english in form for form in forms))


def _check_addresses(pair: SentencePair) -> Iterator[Flag]:
    """Yield the addresses and the like that were not copied."""
    for start, end in verbatim.find_verbatim_spans(pair.source):
        text = pair.source[start:end]
        if text in pair.target:
            continue
        runs = [match.span() for match in _RUN.finditer(pair.target)]
        spans = [(runs[i][0], end) for i in range(len(runs)) for _, end in runs[i : i + 3]]
        other = max(spans, key=lambda span: _likeness(text, pair.target[slice(*span)]), default=(0, 0))
        if _looks_alike(text, pair.target[slice(*other)]):
            detail = Message("“{0}” became “{1}”", text, pair.target[slice(*other)])
            yield Flag("name", detail, (start, end), other, text)
        else:
            yield Flag("name", Message("“{0}” is not in the translation", text), (start, end))


def _find_names(text: str) -> Iterator[re.Match[str]]:
    """Yield what is certainly a name: not the first word, unless it is known or another capitalised word follows."""
    table, common = load_exonyms(), load_common_words("fr")
    seen = set()
    matches = list(_CAPITALS.finditer(text))
    for i, match in enumerate(matches):
        name = match[1] or match[2]
        low = name.lower()
        if low in seen or len(name) < 3 or low in common or ROMAN.fullmatch(name):
            continue
        if low not in table and _opens_sentence(text, match.start()):
            following = matches[i + 1] if i + 1 < len(matches) else None
            if not following or following.start() - match.end() > 1 or not name.isalpha():
                continue
        seen.add(low)
        yield match


def _opens_sentence(text: str, start: int) -> bool:
    """True if a capital at `start` is due to its position: at the start of a sentence, quotation or line of speech."""
    return (
        not text[:start].strip(" \u00a0\u202f«“\"'’(-–—•*")
        or text[:start].rstrip(' \u00a0\u202f«“"(').endswith((".", "!", "?", ":", "…", "«", "“"))
        or text[start - 1] in '«“"'
        or text[start - 2 : start - 1] in ("«", "“")
    )


def _is_kept(match: re.Match[str], pair: SentencePair) -> bool:
    name = (match[1] or match[2]).lower()
    low = pair.target.lower()
    if name in low or spell_umlauts(name) in low or _is_in_acronym(name, pair):
        return True
    forms = load_exonyms().get(name) or load_exonyms().get(reduce_to_letters(name))  # "Londrès"
    if forms is not None:
        return any(form in low for form in forms)
    if _ACRONYM.fullmatch(match[1] or match[2]):  # VIH, HIV; KLP, KPL
        letters = sorted(name.removesuffix("s"))
        if any(sorted(word.lower().removesuffix("s")) == letters for word in _ACRONYM.findall(pair.target)):
            return True
    english_names = _collect_names(pair.target)
    if is_inflected(name) and any(word[:4] == fold_spelling(name)[:4] for word in english_names):
        return True  # Mokrzyckiego, Mokrzycki
    if any(is_slip(name, word) for word in re.findall(r"[^\W\d_]{4,}", pair.target) if word[0].isupper()):
        return False
    if fold_spelling(name) in english_names or fold_spelling(name.removesuffix("s")) in english_names:
        return True
    if "-" in name and all(
        part in load_common_words("fr")
        or len(part) < 3
        or fold_spelling(part) in english_names
        or any(form in low for form in load_exonyms().get(part, ()))
        for part in name.split("-")
    ):
        return True
    # French endings have English counterparts: Judée, Judea; Thatchéristes, Thatcherites.
    stem = _ENDING.match(fold_spelling(name))
    return stem is not None and any(word.startswith(stem[1]) for word in english_names)


def _is_in_acronym(name: str, pair: SentencePair) -> bool:
    """True if the English has an acronym that may hold the name, and the French has none: UW, "de Washington"."""
    if _SHORTENED.search(pair.source):
        return False
    return any(name[0].upper() in match[0][1:] for match in _SHORTENED.finditer(pair.target))


@lru_cache(maxsize=4)
def _collect_names(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text)
    return frozenset(form for word in words for form in (fold_spelling(word), fold_spelling(word.removesuffix("s"))))


def _looks_alike(name: str, word: str) -> bool:
    """True if a word may be a misspelling of the name: most of their letter pairs are the same."""
    return _likeness(name, word) >= ALIKE


def _is_alike(name: str, word: str, pair: SentencePair) -> bool:
    """True if a word may be a misspelling by several letters; people also put names otherwise: "Walldorfer"."""
    if pair.score is not None:
        return _looks_alike(name, word)
    is_short = name.isupper() or fold_spelling(name).startswith(fold_spelling(word))
    return not is_short and _likeness(name, word) >= SURELY_ALIKE


def _likeness(name: str, word: str) -> float:
    """Return the share of letter pairs that two words have in common, 0 to 1; 0 if their lengths differ too much."""
    a, b = reduce_to_letters(name), reduce_to_letters(word)
    pairs, others = {a[i : i + 2] for i in range(len(a) - 1)}, {b[i : i + 2] for i in range(len(b) - 1)}
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others and abs(len(a) - len(b)) <= 3 else 0

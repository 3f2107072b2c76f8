"""Names of people, places and organisations: copied, or replaced by their English form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from visavis import paths
from visavis.checks.pair import SentencePair
from visavis.model.message import Message
from visavis.model.passage import Flag
from visavis.text import verbatim
from visavis.text.letters import reduce_to_letters

# A capitalised word, possibly after an elided article.
_CAPITALS = re.compile(
    r"(?<![\w’'-])(?:[A-ZÀ-ÖØ-Þ][’'])?([A-ZÀ-ÖØ-Þ][\w]*(?:-[A-ZÀ-ÖØ-Þ]?\w+)*)|(?<=[dlnqsjDLNQSJ][’'])([A-ZÀ-ÖØ-Þ][\w]*(?:-[A-ZÀ-ÖØ-Þ]?\w+)*)"
)
# Endings that differ between French and English, after a stem of at least four letters.
_ENDING = re.compile(
    r"(\w{4,}?)(?:iens?|iene?s?|ains?|aines?|ais|aise|ois|oise|eens?|ie?|ique?s?|istes?|ees?|e|es|aux|els?|eurs?|ions?)$"
)
_RUN = re.compile(r"[^\s.,;:!?](?:\S*[^\s.,;:!?])?")
_ROMAN = re.compile(r"[IVXL]+(?:e|er|ers|ème|ᵉ|re)?")


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
def _load_common_words() -> frozenset[str]:
    return frozenset().union(*_load_capitalised_words().values())


def is_name(word: str) -> bool:
    """True if a capitalised word may be part of a name: it is not an office, a nationality or a numeral."""
    low, kinds = word.lower(), _load_capitalised_words()
    endings = ("", "s", "e", "es", "ne", "nes")
    people = any(low.endswith(end) and low.removesuffix(end) in kinds["Peoples"] for end in endings)
    return not (people or low in kinds["Offices and persons"] or _ROMAN.fullmatch(word))


def is_small(word: str) -> bool:
    """True if a capitalised word is a function word, such as "Les"."""
    return word.lower() in _load_capitalised_words()["Small words"]


@lru_cache(maxsize=4096)
def _fold_spelling(word: str) -> str:
    """Return a name in a form shared by different transliterations: Poutine, Putin; Zelensky, Zelenskyy."""
    plain = reduce_to_letters(word)
    for was, becomes in (("tch", "ch"), ("ou", "u"), ("ph", "f"), ("sch", "sh"), ("dj", "j"), ("ck", "k"), ("y", "i")):
        plain = plain.replace(was, becomes)
    return re.sub(r"(.)\1+", r"\1", plain).removesuffix("e")


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield names, addresses, accounts and file names that are missing or changed."""
    yield from _check_addresses(pair)
    if pair.source.isupper() or not pair.source:
        return
    lost = [match for match in _find_names(verbatim.blank_verbatim_spans(pair.source)) if not _is_kept(match, pair)]
    if not lost:
        return
    words = {match[0]: match.span() for match in re.finditer(r"[^\W\d_]{3,}", pair.target) if match[0][0].isupper()}
    french_words = {_fold_spelling(word) for word in re.findall(r"\w+", pair.source)}
    for match in lost:
        name, span = match[1] or match[2], match.span(1 if match[1] else 2)
        other = next(
            (word for word in words if _fold_spelling(word) not in french_words and _looks_alike(name, word)), None
        )
        if other:
            yield Flag("name", Message("“{0}” became “{1}”", name, other), span, words.pop(other), name)
        else:
            yield Flag("name", Message("“{0}” is not in the translation", name), span)


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
    table, common = load_exonyms(), _load_common_words()
    seen = set()
    matches = list(_CAPITALS.finditer(text))
    for i, match in enumerate(matches):
        name = match[1] or match[2]
        low = name.lower()
        if low in seen or len(name) < 3 or low in common or _ROMAN.fullmatch(name):
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
    if name in low:
        return True
    forms = load_exonyms().get(name)
    if forms is not None:
        return any(form in low for form in forms)
    english_names = _collect_names(pair.target)
    if _fold_spelling(name) in english_names or _fold_spelling(name.removesuffix("s")) in english_names:
        return True
    if "-" in name and all(
        part in _load_common_words() or len(part) < 3 or _fold_spelling(part) in english_names
        for part in name.split("-")
    ):
        return True
    # French endings have English counterparts: Judée, Judea; Thatchéristes, Thatcherites.
    stem = _ENDING.match(_fold_spelling(name))
    return stem is not None and any(word.startswith(stem[1]) for word in english_names)


@lru_cache(maxsize=4)
def _collect_names(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text)
    return frozenset(form for word in words for form in (_fold_spelling(word), _fold_spelling(word.removesuffix("s"))))


def _looks_alike(name: str, word: str) -> bool:
    """True if a word may be a misspelling of the name: most of their letter pairs are the same."""
    return _likeness(name, word) >= 0.6


def _likeness(name: str, word: str) -> float:
    """Return the share of letter pairs that two words have in common, 0 to 1; 0 if their lengths differ too much."""
    a, b = _fold_spelling(name), _fold_spelling(word)
    pairs, others = {a[i : i + 2] for i in range(len(a) - 1)}, {b[i : i + 2] for i in range(len(b) - 1)}
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others and abs(len(a) - len(b)) <= 3 else 0

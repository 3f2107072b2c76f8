"""Key figures and names of an article: in French from the source, in English from the translations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from visavis.analysis import quantities
from visavis.model.article import Role, Sentence
from visavis.model.document import Document
from visavis.text.search import normalise_for_search

MOST = 5  # maximum number of each
MATTERING = 200  # sentences considered

_BIG = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = rf"{_BIG}[\w’'-]*\w"
# one or more capitalised words, joined by particles such as "de" and "van"
_NAME = re.compile(rf"(?<![\w.-]){_WORD}(?: (?:(?:de|du|des|la|le|van|von|ben|al) )*(?:d[’'])?{_WORD})*")
# an elided word before a name: "L'", "Qu'"
_ELIDED = re.compile(r"^(?:[LDNSJMTC]|Qu|Jusqu|Lorsqu|Puisqu)[’']", re.IGNORECASE)
# words before a name that are capitalised at the start of a sentence
_OPENER = re.compile(rf"{_ELIDED.pattern}|^(?:Les?|La|Une?|Des?|Du|Au|Aux|En|À|Selon|Pour|Dans|Mais|Et) ", re.I)
_OPENING = " «»\"“”'’—–-•…("  # characters that may precede the first word of a sentence


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """Names, most frequent first, and figures with their units, in reading order."""

    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def find_french_facts(document: Document) -> KeyFacts:
    """Return the names and figures of the original."""
    sentences = _select_sentences(document)
    return KeyFacts(
        tuple(_find_names(sentences)[:MOST]), tuple(quantity.text for _, quantity in _find_figures(document))
    )


def find_english_facts(document: Document) -> KeyFacts:
    """Return the same names and figures, as the translations write them."""
    sentences = _select_sentences(document)
    names = (_find_english_spelling(name, sentences, document) for name in _find_names(sentences)[:MOST])
    figures = [
        quantity.text
        for sentence, said in _find_figures(document)
        for quantity in quantities.find_english_quantities(document.target(sentence))
        if quantity.number == said.number
    ]
    return KeyFacts(tuple(filter(None, names)), tuple(dict.fromkeys(figures)))


def _select_sentences(document: Document) -> list[Sentence]:
    """Return the sentences considered, in reading order: the best-ranked ones and the titles."""
    best = {choice.id for choice in document.ranking[:MATTERING]}
    return [
        sentence
        for paragraph in document.article.paragraphs
        for sentence in paragraph.sentences
        if sentence.id in best or (best and paragraph.role is Role.TITLE)
    ]


def _find_names(sentences: Iterable[Sentence]) -> list[str]:
    """Return the names, most frequent first; a surname counts towards the full name."""
    inside, opening = Counter[str](), Counter[str]()
    for sentence in sentences:
        for match in _NAME.finditer(sentence.text):
            opens = _opens_sentence(sentence.text, match.start())
            name, cut = (_OPENER if opens else _ELIDED).subn("", match.group())
            name = _strip_name(name)
            if len(name) > 1:
                (opening if opens and not cut else inside)[name] += 1
    for name, count in opening.items():
        if name in inside or " " in name:  # the first word of a sentence is capitalised anyway
            inside[name] += count
    for name in sorted(inside, key=len):
        whole = next((other for other in inside if other.endswith(f" {name}")), "")
        if whole:
            inside[whole] += inside.pop(name)
    return [name for name, _ in inside.most_common()]


def _strip_name(name: str) -> str:
    """Return a name without offices, nationalities and numerals around it: "Britannique Lee Price" → "Lee Price"."""
    from visavis.checks.name_words import is_name, is_small  # the check's many patterns are slow to load

    runs: list[list[str]] = [[]]
    for word in name.split(" "):
        if word[0].isupper() and not is_name(word):
            runs.append([])
        elif runs[-1] or word[0].isupper():
            runs[-1].append(word)
    for run in runs:
        while run and run[-1][0].islower():
            run.pop()
    best = max(runs, key=len)
    return "" if len(best) == 1 and is_small(best[0]) else " ".join(best)


def _opens_sentence(text: str, start: int) -> bool:
    """True if a word opens a sentence or a quotation, where it is capitalised anyway."""
    before = text[:start].rstrip(" \u00a0\u202f")
    return not before.strip(_OPENING) or before[-1] in '«“":—–.!?…'


def _find_figures(document: Document) -> list[tuple[Sentence, quantities.Quantity]]:
    """Return the figures with a noun or unit in the best-ranked sentences, each with its sentence, in reading order."""
    sentences = {sentence.id: sentence for sentence in _select_sentences(document)}
    figures: dict[str, tuple[Sentence, quantities.Quantity]] = {}
    for choice in document.ranking[:MATTERING]:
        for quantity in quantities.find_french_quantities(sentences[choice.id].text):
            figures.setdefault(quantity.text, (sentences[choice.id], quantity))
        if len(figures) >= MOST:
            break
    return sorted(list(figures.values())[:MOST], key=lambda entry: entry[0].start)


def _find_english_spelling(name: str, sentences: Iterable[Sentence], document: Document) -> str:
    """Return a name as a translation spells it, or its English form, or an empty string if no translation has it."""
    from visavis.checks.name_words import load_exonyms

    forms = load_exonyms().get(name.lower(), ())
    for sentence in sentences:
        if name in sentence.text:
            for match in _NAME.finditer(document.target(sentence)):
                spelt = _OPENER.sub("", match.group()).removesuffix("'s").removesuffix("’s")
                if spelt.lower() in forms or (not forms and normalise_for_search(spelt) == normalise_for_search(name)):
                    return spelt
    return ""

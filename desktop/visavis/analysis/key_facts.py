"""The figures and names that an article turns on, in French from the source, in English from its translations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from visavis.analysis import quantities
from visavis.model.article import Role, Sentence
from visavis.model.document import Document
from visavis.text.search import normalise_for_search

MOST = 5  # of each
MATTERING = 200  # sentences

_BIG = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = rf"{_BIG}[\w’'-]*\w"
_NAME = re.compile(rf"(?<![\w.-]){_WORD}(?: (?:(?:de|du|des|la|le|van|von|ben|al) )*(?:d[’'])?{_WORD})*")
_ELIDED = re.compile(r"^(?:[LDNSJMTC]|Qu|Jusqu|Lorsqu|Puisqu)[’']", re.IGNORECASE)
_OPENER = re.compile(rf"{_ELIDED.pattern}|^(?:Les?|La|Une?|Des?|Du|Au|Aux|En|À|Selon|Pour|Dans|Mais|Et) ", re.I)
_OPENING = " «»\"“”'’—–-•…("


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """Names, the most frequent first, and figures with their units, in reading order."""

    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def find_french_facts(document: Document) -> KeyFacts:
    """Return the names and figures of the original."""
    sentences = _select_sentences(document)
    return KeyFacts(
        tuple(_find_names(sentences)[:MOST]), tuple(quantity.text for _, quantity in _find_figures(document))
    )


def find_english_facts(document: Document) -> KeyFacts:
    """Return those of the same names and figures that the translations have, whole and as English has them."""
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
    """Return the sentences that matter, in reading order: of an article all and its title, of a report the best."""
    best = {choice.id for choice in document.ranking[:MATTERING]}
    return [
        sentence
        for paragraph in document.article.paragraphs
        for sentence in paragraph.sentences
        if sentence.id in best or (best and paragraph.role is Role.TITLE)
    ]


def _find_names(sentences: Iterable[Sentence]) -> list[str]:
    """Return the names, the most frequent first; a family name counts for the whole name that was given before."""
    inside, opening = Counter[str](), Counter[str]()
    for sentence in sentences:
        for match in _NAME.finditer(sentence.text):
            opens = _opens_sentence(sentence.text, match.start())
            name, cut = (_OPENER if opens else _ELIDED).subn("", match.group())
            name = _strip_name(name)
            if len(name) > 1:
                (opening if opens and not cut else inside)[name] += 1
    for name, count in opening.items():
        if name in inside or " " in name:  # the first word of a sentence has a capital anyway
            inside[name] += count
    for name in sorted(inside, key=len):
        whole = next((other for other in inside if other.endswith(f" {name}")), "")
        if whole:
            inside[whole] += inside.pop(name)
    return [name for name, _ in inside.most_common()]


def _strip_name(name: str) -> str:
    """Return the name without offices, peoples and numerals around it: "Lee Price" of "Britannique Lee Price"."""
    from visavis.checks.names import is_name, is_small  # with them come the patterns of a check

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
    """Tell whether a word is the first of a sentence, or of what is quoted in it: it has a capital anyway."""
    before = text[:start].rstrip(" \u00a0\u202f")
    return not before.strip(_OPENING) or before[-1] in '«“":—–.!?…'


def _find_figures(document: Document) -> list[tuple[Sentence, quantities.Quantity]]:
    """Return the figures with a noun or a unit in the best-ranked sentences, each with its sentence, in their order."""
    sentences = {sentence.id: sentence for sentence in _select_sentences(document)}
    figures: dict[str, tuple[Sentence, quantities.Quantity]] = {}
    for choice in document.ranking[:MATTERING]:
        for quantity in quantities.find_french_quantities(sentences[choice.id].text):
            figures.setdefault(quantity.text, (sentences[choice.id], quantity))
        if len(figures) >= MOST:
            break
    return sorted(list(figures.values())[:MOST], key=lambda entry: entry[0].start)


def _find_english_spelling(name: str, sentences: Iterable[Sentence], document: Document) -> str:
    """Return a name as a translation spells it, or has it in English, or nothing if none of its sentences keeps it."""
    from visavis.checks.names import load_exonyms

    forms = load_exonyms().get(name.lower(), ())
    for sentence in sentences:
        if name in sentence.text:
            for match in _NAME.finditer(document.target(sentence)):
                spelt = _OPENER.sub("", match.group()).removesuffix("'s").removesuffix("’s")
                if spelt.lower() in forms or (not forms and normalise_for_search(spelt) == normalise_for_search(name)):
                    return spelt
    return ""

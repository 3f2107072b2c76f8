"""The figures and names that an article turns on, in French from the source, in English from its translations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.core.article import Role, Sentence
from desktop.core.document import Document
from desktop.core.search import fold

MOST = 5  # of each
MATTERING = 200  # sentences

_BIG = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = rf"{_BIG}[\w’'-]*\w"
_NAME = re.compile(rf"(?<![\w.-]){_WORD}(?: (?:(?:de|du|des|la|le|van|von|ben|al) )*(?:d[’'])?{_WORD})*")
_ELIDED = re.compile(r"^(?:[LDNSJMTC]|Qu|Jusqu|Lorsqu|Puisqu)[’']", re.IGNORECASE)
_OPENER = re.compile(rf"{_ELIDED.pattern}|^(?:Les?|La|Une?|Des?|Du|Au|Aux|En|À|Selon|Pour|Dans|Mais|Et) ", re.I)
_OPENING = " «»\"“”'’—–-•…("
_SPACE = "[ \u00a0\u202f]"
_NUMBER = rf"(?<![\w.,])(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d+)(?:,\d+)?"
_FRENCH = re.compile(
    rf"({_NUMBER}){_SPACE}?((?:(?:milliers|millions?|milliards?)(?:{_SPACE}(?:de{_SPACE}|d[’'])[^\W\d_]+)?)"
    rf"|%|‰|€|\$|°C?|(?<={_SPACE})[^\W\d_]{{2,}})"
)
_ENGLISH = re.compile(
    r"(?<![\w.,])([$€£]?)(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?"
    r"((?:\s?%)?(?: (?:thousand|million|billion|percent|per cent))?(?: [a-z]{3,})?)"
)
#: What follows a number and is no unit.
_STOP = """
    et ou à de du des dans sur pour par qui que ont est en mais au aux le la les contre après avant selon dont avec
    sans sont était étaient lors depuis se ce sa son ses heure heures janvier février mars avril mai juin juillet août
    septembre octobre novembre décembre and or to of the in on for by who that have is was were but at after before
    with from as are than has had"""
_NO_UNIT = frozenset(_STOP.split())


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """Names, the most frequent first, and figures with their units, in reading order."""

    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def french(document: Document) -> KeyFacts:
    """Return the names and figures of the original."""
    sentences = _sentences(document)
    return KeyFacts(tuple(_names(sentences)[:MOST]), tuple(figure for _, _, figure in _figures(document)))


def english(document: Document) -> KeyFacts:
    """Return those of the same names and figures that stand in the translations of their sentences."""
    sentences = _sentences(document)
    names = (_spelt(name, sentences, document) for name in _names(sentences)[:MOST])
    figures = (_same(number, document.target(sentence)) for sentence, number, _ in _figures(document))
    return KeyFacts(tuple(filter(None, names)), tuple(dict.fromkeys(filter(None, figures))))


def _sentences(document: Document) -> list[Sentence]:
    """Return the sentences that matter, in reading order: of an article all and its title, of a report the best."""
    best = {choice.id for choice in document.ranking[:MATTERING]}
    return [
        sentence
        for paragraph in document.article.paragraphs
        for sentence in paragraph.sentences
        if sentence.id in best or (best and paragraph.role is Role.TITLE)
    ]


def _names(sentences: Iterable[Sentence]) -> list[str]:
    """Return the names, the most frequent first; a family name counts for the whole name that was given before."""
    inside, opening = Counter[str](), Counter[str]()
    for sentence in sentences:
        for match in _NAME.finditer(sentence.text):
            opens = _opens(sentence.text, match.start())
            name, cut = (_OPENER if opens else _ELIDED).subn("", match.group())
            if len(name) > 1 and name[0].isupper():
                (opening if opens and not cut else inside)[name] += 1
    for name, count in opening.items():
        if name in inside or " " in name:  # the first word of a sentence has a capital anyway
            inside[name] += count
    for name in sorted(inside, key=len):
        whole = next((other for other in inside if other.endswith(f" {name}")), "")
        if whole:
            inside[whole] += inside.pop(name)
    return [name for name, _ in inside.most_common()]


def _opens(text: str, start: int) -> bool:
    """Tell whether a word is the first of a sentence, or of what is quoted in it: it has a capital anyway."""
    before = text[:start].rstrip(" \u00a0\u202f")
    return not before.strip(_OPENING) or before[-1] in '«“":—–.!?…'


def _figures(document: Document) -> list[tuple[Sentence, str, str]]:
    """Return (sentence, number, number with its unit) of the figures in the best-ranked sentences, in reading order."""
    sentences = {sentence.id: sentence for sentence in _sentences(document)}
    found: dict[str, tuple[Sentence, str, str]] = {}
    for choice in document.ranking[:MATTERING]:
        for number, figure in _quantities(sentences[choice.id].text):
            found.setdefault(figure, (sentences[choice.id], number, figure))
        if len(found) >= MOST:
            break
    return sorted(list(found.values())[:MOST], key=lambda entry: entry[0].start)


def _quantities(text: str) -> Iterator[tuple[str, str]]:
    for match in _FRENCH.finditer(text):
        if match[2] not in _NO_UNIT:
            yield re.sub(_SPACE, "", match[1]).replace(",", "."), match.group()


def _spelt(name: str, sentences: Iterable[Sentence], document: Document) -> str:
    """Return a name as a translation spells it, or has it in English, or nothing if none of its sentences keeps it."""
    from desktop.core.checks.names import exonyms  # with it come the patterns of a check

    forms = {fold(form) for form in (name, *exonyms().get(name.lower(), ()))}
    for sentence in sentences:
        if name in sentence.text:
            for match in _NAME.finditer(document.target(sentence)):
                spelt = _OPENER.sub("", match.group()).removesuffix("'s").removesuffix("’s")
                if fold(spelt) in forms:
                    return spelt
    return ""


def _same(number: str, target: str) -> str:
    """Return the figure of a translation that has this number, with its unit."""
    for match in _ENGLISH.finditer(target):
        if re.sub("[, ]", "", match[2]) + (match[3] or "") == number:
            head, _, last = match.group().rpartition(" ")
            return head if head and last in _NO_UNIT else match.group()
    return ""

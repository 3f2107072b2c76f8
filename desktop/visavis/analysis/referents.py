"""For whom a pronoun stands that speaks: someone named in its sentence or the one before, who agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from visavis.analysis import speech_verbs
from visavis.analysis.persons import Person, find_persons, parse_person

_NEAREST = ("celui-ci", "celle-ci", "ce dernier", "cette dernière")
_SOURCE = re.compile(r"(?<!\w)(?:selon|d['’]après) $", re.IGNORECASE)
#: A subject that looks like someone, though no list has the noun: "La présentatrice".
_SUBJECT = re.compile(
    r"(?:Le|La|Une?|L['’])\s?\w+(?:eur|euse|trice|ier|ière|ien|ienne|iste|logue|ant|ante|ent|ente|ais|aise|ois|oise|ain|aine"
    r"|é|ée|on|onne)\b"
)
_SPACE = re.compile(r"[\u00a0\u202f]")


def resolve_pronoun(pronoun: str, text: str) -> tuple[Person | None, bool]:
    """Return for whom a pronoun stands in a text, and whether the text names anyone it may stand for.

    Who is said to speak there comes first; of several others none is chosen, but for "celui-ci" the last one.
    """
    text = _SPACE.sub(" ", text)
    persons = _leave_out_appositions(find_persons(text), text)
    speaking = _find_speakers(text, persons)
    fit = [person for person in speaking if person and person.fits(pronoun)]
    if fit:
        return fit[-1], True
    if None in speaking:  # someone whom nothing names
        return None, True
    others = [person for person in persons if person.fits(pronoun) and not person.body and not person.vague]
    if pronoun in _NEAREST and others:
        return others[-1], True
    sure = [person for person in others if person.gender] or others
    chosen = sure[-1] if len({_make_key(person) for person in sure}) == 1 else None
    subject = _SUBJECT.match(text)
    if chosen and subject and chosen.start > subject.end() and parse_person(subject[0]).fits(pronoun):
        return None, True
    return chosen, bool(others)


def _leave_out_appositions(persons: list[Person], text: str) -> list[Person]:
    """Leave out what only says more of the one before it: "Anne Durand, la maire de Lyon,"."""
    separate: list[Person] = []
    for person in persons:
        said_more = (
            separate and text[separate[-1].end : person.start] == ", " and text[person.end : person.end + 1] in ",.;:"
        )
        if not said_more:
            separate.append(person)
    return separate


def _find_speakers(text: str, persons: Iterable[Person]) -> list[Person | None]:
    """Return those who are the subject of a verb of speech, None for one who is not named, or the source of a word."""
    speaking: list[Person | None] = [person for person in persons if _SOURCE.search(text[: person.start])]
    for verb in speech_verbs.SPOKEN.finditer(text):
        start, end = verb.span()
        if any(person.start < end and start < person.end for person in persons):
            continue  # "le juge"
        # The comma after "Le maire, Paul Martin," is the name's; another one parts a verb from what stands before it.
        ends = [(p, p.end + (", " in p.text and text[p.end : p.end + 1] == ",")) for p in persons]
        before = [p for p, end in ends if end <= start and speech_verbs.FROM_SPEAKER.fullmatch(text[end:start])]
        after = [p for p in persons if p.start >= end and speech_verbs.TO_SPEAKER.fullmatch(text[end : p.start])]
        turned = not text[:start].strip() or text[:start].rstrip()[-1] in ',»”"!?'
        speaking.append(next(iter([*before[-1:], *(after[:1] if turned else [])]), None) or _find_subject(text[:start]))
    return speaking


def _find_subject(before: str) -> Person | None:
    """Return who is named right before a verb by a noun that no list has: "Le chauffeur-routier de la Marne"."""
    phrase = re.split(r"[,.;:«»“”\"()]", before)[-1].strip()
    person = parse_person(phrase)
    return person if 1 < len(phrase.split()) <= 8 and (person.gender or person.plural) else None


def _make_key(person: Person) -> str:
    """Return what is the same where someone is named again, with or without a first name."""
    return person.text.split()[-1].lower()

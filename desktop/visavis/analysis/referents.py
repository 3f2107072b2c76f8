"""Resolves the pronoun of a speaker to someone named in the same or the previous sentence who agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from visavis.analysis import speech_verbs
from visavis.analysis.persons import Person, find_persons, parse_person

_NEAREST = ("celui-ci", "celle-ci", "ce dernier", "cette dernière")  # pronouns that refer to the person named last
# "selon" or "d'après" right before a person, who is then the source
_SOURCE = re.compile(r"(?<!\w)(?:selon|d['’]après) $", re.IGNORECASE)
# A subject that is probably a person, although no list has the noun: "La présentatrice".
_SUBJECT = re.compile(
    r"(?:Le|La|Une?|L['’])\s?\w+(?:eur|euse|trice|ier|ière|ien|ienne|iste|logue|ant|ante|ent|ente|ais|aise|ois|oise|ain|aine"
    r"|é|ée|on|onne)\b"
)
_SPACE = re.compile(r"[\u00a0\u202f]")


def resolve_pronoun(pronoun: str, text: str) -> tuple[Person | None, bool]:
    """Return the person a pronoun refers to in a text, and whether the text names any candidate.

    People who speak there come first. Several candidates give none, except that "celui-ci" takes the last.
    """
    text = _SPACE.sub(" ", text)
    persons = _leave_out_appositions(find_persons(text), text)
    speaking = _find_speakers(text, persons)
    fit = [person for person in speaking if person and person.fits(pronoun)]
    if fit:
        return fit[-1], True
    if None in speaking:  # someone unidentified speaks
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
    """Leave out appositions: "la maire de Lyon" in "Anne Durand, la maire de Lyon,"."""
    separate: list[Person] = []
    for person in persons:
        said_more = (
            separate and text[separate[-1].end : person.start] == ", " and text[person.end : person.end + 1] in ",.;:"
        )
        if not said_more:
            separate.append(person)
    return separate


def _find_speakers(text: str, persons: Iterable[Person]) -> list[Person | None]:
    """Return the subjects of verbs of speech and the sources cited; None stands for an unidentified speaker."""
    speaking: list[Person | None] = [person for person in persons if _SOURCE.search(text[: person.start])]
    for verb in speech_verbs.SPOKEN.finditer(text):
        start, end = verb.span()
        if any(person.start < end and start < person.end for person in persons):
            continue  # "juge" is a verb form too, but not in "le juge"
        # The comma after "Le maire, Paul Martin," belongs to the name; any other comma separates the verb from what
        # precedes.
        ends = [(p, p.end + (", " in p.text and text[p.end : p.end + 1] == ",")) for p in persons]
        before = [p for p, end in ends if end <= start and speech_verbs.FROM_SPEAKER.fullmatch(text[end:start])]
        after = [p for p in persons if p.start >= end and speech_verbs.TO_SPEAKER.fullmatch(text[end : p.start])]
        turned = not text[:start].strip() or text[:start].rstrip()[-1] in ',»”"!?'
        speaking.append(next(iter([*before[-1:], *(after[:1] if turned else [])]), None) or _find_subject(text[:start]))
    return speaking


def _find_subject(before: str) -> Person | None:
    """Return the person right before a verb whose noun is in no list: "Le chauffeur-routier de la Marne"."""
    phrase = re.split(r"[,.;:«»“”\"()]", before)[-1].strip()
    person = parse_person(phrase)
    return person if 1 < len(phrase.split()) <= 8 and (person.gender or person.plural) else None


def _make_key(person: Person) -> str:
    """Return a key shared by mentions with and without a first name."""
    return person.text.split()[-1].lower()

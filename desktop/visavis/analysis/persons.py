"""Finds the people and institutions that may speak in a French article, with their gender and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from visavis import paths
from visavis.analysis.speakers import NAME, find_named_people
from visavis.text.letters import reduce_to_letters

_DETERMINER = (
    r"(?:l['’]|(?:le|la|les|un|une|du|au|aux|des|ce|cet|cette|ces|son|sa|ses|leurs?|mon|ma|mes|notre|nos|votre|deux"
    r"|trois|plusieurs|certaine?s)\s)"
)
_BEFORE = (
    r"(?:(?:premier|première|vice|ancien|ancienne|anciens|anciennes|jeune|jeunes|nouveau|nouvelle|futur|future)\s)?"
)
_ADJECTIVE = (
    r"(?:\s(?:général|générale|généraux|adjoint|adjointe|\w+(?:ais|aises?|aine?s?|ienn?e?s?|oise?s?|al|ales?|els?|elles?"
    r"|ifs?|ives?|iques?|aires?|istes?)|russe|belge|suisse|serbe|turc|turque|arabe|grec|local|sortante?|élue?s?"
    r"|déléguée?)(?!\w))"
)
# The complement of an office: "du département", "de l'Intérieur", "du Conseil de sécurité nationale".
_OF = (
    r"(?:\s(?:du\s|de\sla\s|de\sl['’]|des\s|de\s|d['’]|à\sla\s|à\sl['’]|aux?\s)"
    r"(?!\d|(?:égard|suite|issue|cours|sujet|micro|moment|sein|nom|lieu|tour|fois|presse|veille|demande|AFP|pour)\b)"
    rf"[\w’'-]+{_ADJECTIVE}*(?:\s[A-ZÀ-Þ][\w’'-]*)*)"
)
_FEMININE = frozenset({"la", "une", "cette", "sa", "ma"})
_MASCULINE = frozenset({"le", "un", "du", "au", "ce", "cet"})
_MANY = frozenset({"les", "des", "aux", "ces", "ses", "leurs", "mes", "nos", "deux", "trois", "plusieurs", "certains"})


class Office(NamedTuple):
    """A noun for a speaker: its gender if it has only one, its English forms, and whether it is an institution."""

    gender: str
    english: tuple[str, ...]
    body: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A person or institution named at text[start:end]; gender is "m", "f", or "" if unknown.

    `vague`: it is unclear who is meant, as with "une mère", or whether two capitalised words after another word are a
    person.
    """

    text: str
    start: int
    end: int
    gender: str = ""
    plural: bool = False
    body: bool = False
    vague: bool = False

    def fits(self, pronoun: str) -> bool:
        """True if a pronoun may refer to this person, as far as the gender is known.

        "on" may be anybody, so never matches.
        """
        if pronoun == "on":
            return False
        feminine = pronoun in ("elle", "elles", "celle-ci", "cette dernière")
        return self.plural == (pronoun in ("ils", "elles")) and self.gender in ("", "f" if feminine else "m")


@cache
def load_offices() -> dict[str, Office]:
    """Return the known nouns for speakers, by lowercase noun."""
    offices: dict[str, Office] = {}
    body = False
    for line in paths.find_resource("speakers-fr-en.tsv").read_text(encoding="utf-8").splitlines():
        body = body or line == "# Bodies"
        if line and not line.startswith("#"):
            man, woman, english = line.split("\t")
            for noun, gender in ((man, "m"), (woman, "f")):
                if noun:
                    # small packages may leave the French word nearly unchanged
                    forms = (*english.split("; "), reduce_to_letters(noun))
                    offices[noun.lower()] = Office("" if man == woman else gender, forms, body)
    return offices


@cache
def _load_first_names() -> dict[str, str]:
    men, women = paths.find_resource("first-names.txt").read_text(encoding="utf-8").split("# Women")
    return {**dict.fromkeys(women.split(), "f"), **dict.fromkeys(men.split("# Men")[1].split(), "m")}


@cache
def _compile_offices() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_offices(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w’'-])(?:(?P<title>Mme|M\.)\s)?(?P<determiner>(?i:{_DETERMINER}))(?i:{_BEFORE})"
        rf"(?P<noun>(?i:{nouns}))s?(?![\w’'-]){_ADJECTIVE}?{_OF}{{0,3}}(?P<name>,?\s{NAME}|\s[A-ZÀ-Þ][\w’-]+)?"
    )


def find_persons(text: str) -> list[Person]:
    """Return the people named in a text, in order: offices and institutions with their names, and names alone."""
    persons = [_parse_office(match) for match in _compile_offices().finditer(text)]
    taken = [(person.start, person.end) for person in persons]
    for start, name in find_named_people(text):
        if not any(first < start + len(name) and start < last for first, last in taken):
            gender = _guess_gender(name, text[start + len(name) :])
            vague = not gender and text[:start].rstrip()[-1:].isalpha()
            persons.append(Person(name, start, start + len(name), gender, vague=vague))
    return sorted(persons, key=lambda person: person.start)


def parse_person(phrase: str) -> Person:
    """Return the person a phrase describes; its article or the name in it gives gender and number."""
    first = re.match(rf"(?i:{_DETERMINER})", phrase)
    named = next((person for person in find_persons(phrase) if person.start < 8), None)
    determiner = first[0].lower().strip() if first else ""
    gender = named.gender if named else "f" if determiner in _FEMININE else "m" if determiner in _MASCULINE else ""
    vague = not (named or first) and not phrase[:1].isupper()
    return Person(phrase, 0, len(phrase), gender, determiner in _MANY, vague=vague)


def _parse_office(match: re.Match[str]) -> Person:
    determiner, noun = match["determiner"].lower().strip(), match["noun"].lower()
    office = load_offices()[noun]
    gender = "f" if determiner in _FEMININE else "m" if determiner in _MASCULINE else office.gender
    if not gender and match["name"]:
        gender = _guess_gender(match["name"].strip(", "), "")
    text = match[0].rstrip(" .,-’'")
    end = match.start() + len(text)
    text = re.sub(r"^(du|aux?)(?=\s)", lambda article: "les" if article[1] == "aux" else "le", text)
    vague = determiner in ("un", "une", "des")
    return Person(text, match.start(), end, gender, determiner in _MANY, office.body, vague)


def _guess_gender(name: str, after: str) -> str:
    """Return the gender of a name: from its title, from the words right after it, or from the first name."""
    title = re.match(r"(?:(M\.|MM\.|Mgr)|(Mme|Mlle))\s", name)
    if title:
        return "m" if title[1] else "f"
    agreement = re.match(r",?\s(?:(?:est|s['’]est)\s\w+?(ée?)\b|(?:(?:la|le|une?)\s)?([\w-]+))", after)
    if agreement and agreement[1]:
        return "f" if agreement[1].endswith("e") else "m"
    if agreement and after[:1] == "," and (office := load_offices().get(agreement[2].lower())) and office.gender:
        return office.gender
    first = name.split(maxsplit=1)[0]
    return _load_first_names().get(first) or _load_first_names().get(first.split("-")[0], "")

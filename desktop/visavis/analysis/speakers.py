"""Finds people in French text: names, subjects of verbs of speech, pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A capitalised word, or initials.
_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ](?:\.(?:-?[A-Z]\.)*|[\w’'-]*))"
_TITLE = r"(?:M\.|MM\.|Mme|Mlle|Me|Dr|Mgr|Pr)"
_PARTICLE = r"(?:de|du|des|van|von|ben|bin|al|el|der|den|le|la|da|di|d['’])"  # particles inside names
# A name of two words or more.
NAME = rf"{_CAPITAL}(?: (?:{_PARTICLE} ?){{0,2}}{_CAPITAL}){{1,3}}"
# A person: a title with a name, or at least two names; `before` is the word in front.
_PERSON = re.compile(
    rf"(?<![\w’'.-])(?P<before>(?!{_TITLE}\s)\w+['’ ])??(?P<name>{_TITLE}\s{_CAPITAL}(?: {_CAPITAL})*|{NAME})"
)
# After these words a capitalised name is a place or an institution: "la Maison Blanche", "du Conseil d'État".
_ARTICLES = frozenset("le la les l du au aux des d en".split())  # noqa: SIM905
# Capitalised words that begin sentences or names of institutions, not names of people.
_NO_FIRST_NAME = frozenset(
    re.findall(
        r"\w+",
        "le la les un une des ce cette ces mais et or selon dans pour en au aux il elle ils elles si sur avec après"
        " avant depuis lors hier demain ici ainsi enfin puis alors président ministre premier première conseil maison"
        " assemblée union nations état états cour"
        " banque haute haut sud nord est ouest grand grande nouveau nouvelle saint sainte mon ma notre votre quand",
    )
)
# The first word of a name of three words or more.
_OPENING = re.compile(r"([\w’-]+)[ \u00a0](?=\S+[ \u00a0]\S)")
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
# Where a speaker's name ends and the place, time or occasion begins.
_END = re.compile(
    r"\s*(?:[,;:!?()«»“”]|(?<!\b[A-Z])(?<!\b(?:MM|Dr|Me|Pr))\.|\s[–—]|"
    r"\s(?:lors|devant|dans|après|avant|sur|dès|auprès|alors|face|par|avec|via|pour|vers|qui|dont|où|hier|ensuite|aujourd"
    r"|au (?:micro|Monde|Figaro|Parisien|cours|sujet)|à l['’](?:AFP|issue|antenne|agence|occasion)|à Reuters|à propos"
    r"|à la (?:presse|télé\w*|radio)|en (?:conférence|marge|réponse|réaction|référence|faisant|évoquant)"
    rf"|{_DAY}|ce \w+|cité[es]?|interrogée?s?|et (?:d['’]|de |a |qu))\b).*",
    re.DOTALL,
)
# Adverbs and dates before the subject of a sentence.
_LEADING = re.compile(
    rf"^(?:(?:(?:ce |cette )?(?:{_DAY})(?: (?:matin|soir|après-midi|dernier))?|en \d{{4}}|mais|et|or|puis|car|ainsi"
    r"|enfin|hier|alors|pourtant|aussi|toutefois|cependant|que|quant à lui|de son côté|comme l['’])[, ]+)+",
    re.IGNORECASE,
)
LONGEST = 12  # words
_NOBODY = frozenset("un une le la les des de du et ou que".split())  # noqa: SIM905
PRONOUNS = (*("il", "elle", "ils", "elles", "on"), *("celui-ci", "celle-ci", "ce dernier", "cette dernière"))


def find_named_people(text: str) -> Iterator[tuple[int, str]]:
    """Yield the people named in a text with their positions: after a title, or by at least two names."""
    for match in _PERSON.finditer(text):
        name, start = match["name"].rstrip("’'.,-"), match.start("name")
        before = (match["before"] or "").strip(" '’").lower()
        # Drop a word in front of a name that is capitalised as the first of the sentence, or a party's abbreviation.
        while (opening := _OPENING.match(name)) and not re.match(_TITLE, name):
            word = opening[1].lower()
            if word not in _NO_FIRST_NAME and not re.fullmatch(_DAY, word) and not opening[1].isupper():
                break
            before, name, start = word, name[opening.end() :], start + opening.end()
        first = re.split(r"[\s\u00a0]", name, maxsplit=1)[0]
        if re.match(_TITLE, first) or (before not in _ARTICLES and first.lower() not in _NO_FIRST_NAME):
            yield start, name


def list_people(text: str) -> list[str]:
    """Return the names of the people mentioned in a text, in order."""
    return [name for _, name in find_named_people(text)]


def find_speaker_after_verb(text: str) -> str:
    """Return the speaker named right after a verb of speech: "John Kirby, porte-parole…" → John Kirby."""
    text = re.sub(r"\s?\([^()]{1,30}\)", "", text)  # a party in brackets: "(LR)"
    name = _END.sub("", text).strip()
    rest = text[len(name) :]
    if name[:1].islower():  # "le ministre de l'Intérieur, Gérald Darmanin"
        apposed = re.match(rf", ({NAME})", rest)
        name = f"{name}, {apposed[1]}" if apposed else name
    return _shorten(name)


def find_speaker_before_verb(text: str) -> str:
    """Return the subject of a verb of speech, given the text before the verb."""
    chunks = [chunk.strip() for chunk in text.replace("\u00a0", " ").split(",")]
    last = chunks[-1]
    if not last and len(chunks) >= 3:  # "Le président, Emmanuel Macron, a dit"
        named, apposed = _LEADING.sub("", chunks[-3]), chunks[-2]
        if named[:1].isupper() and list_people(named):
            return _shorten(list_people(named)[-1])
        return _shorten(f"{named}, {apposed}" if list_people(apposed) else named)
    if re.search(r"\bqui$", last):
        last = last.rsplit("qui", 1)[0].strip() or (chunks[-2] if len(chunks) > 1 else "")
    subject = re.sub(r"\s(?:n['’]?|ne|l['’]?|lui|leur|nous|m['’]?|en|y|s['’]?|se)$", "", _LEADING.sub("", last))
    if len(subject.split()) > LONGEST:
        subject = next(reversed(list_people(subject)), "")
    return _shorten(subject)


def get_pronoun(name: str) -> str:
    """Return the pronoun that a subject is ("lui" gives "il"), or an empty string."""
    name = {"lui": "il", "eux": "ils", "lui-même": "il", "elle-même": "elle"}.get(name.lower(), name.lower())
    return name if name in PRONOUNS else ""


def _shorten(name: str) -> str:
    name = name.strip(' \u00a0,.–—-«»“”"')
    return name if name and len(name.split()) <= LONGEST and name.split()[-1].lower() not in _NOBODY else ""

"""Attribution of a quotation in English, using the translation's own words for the speaker where these are clear."""

from __future__ import annotations

import re

from visavis.analysis import speech_verbs
from visavis.analysis.persons import find_persons, load_offices
from visavis.analysis.quotations import Quotation
from visavis.analysis.speakers import find_named_people
from visavis.model.document import Document

_DETERMINER = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome)"
# words that end the name of an office
_ENDS = (
    "on|in|at|to|by|as|during|before|after|when|while|who|whom|which|that|and|but|with|from|since|under|over|is|was|are"
    "|were|has|had|have|said|says|told|the day|this|last|yesterday|today|monday|tuesday|wednesday|thursday|friday"
    "|saturday|sunday"
)
# A word inside the name of an office; excludes words that begin another phrase.
_WORD = rf"(?!(?i:(?:{_ENDS}|the|an?|of|for)\b))[\w’'-]+"
# the complement of an office: "of the city council", "for foreign affairs"
_OF = rf"(?:\s(?:of|for)\s(?:the\s|an?\s|his\s|her\s|its\s|their\s)?{_WORD}(?:\s{_WORD}){{0,5}})"
# French titles of address, with the English one to write, if any
_TITLES = {"M.": "Mr", "MM.": "Messrs", "Mme": "Ms", "Mlle": "Ms", "Me": "", "Dr": "Dr", "Pr": "Professor", "Mgr": ""}
_ENGLISH_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Madame|Monsieur|Professor|Prof)\.?\s)?"
# a source named in the English: "according to the ministry"
_SOURCE = re.compile(r"[Aa]ccording to ((?:the|an?|his|her|its|their|[A-Z])[^,.;:!?\"“”()]+)")
_ARTICLE = re.compile(r"(?:les?\s|la\s|l['’]|une?\s|des\s)", re.IGNORECASE)
# an office right after a name: ", la ministre"
_APPOSED = re.compile(r",\s(?:(?:le|la|une?)\s|l['’])?(?P<noun>[\w-]+)")


def format_attribution(quotation: Quotation, document: Document) -> str:
    """Return the attribution: "John Kirby, spokesman, said", "according to Kyiv"; empty if the article gives none."""
    who = translate_speaker(quotation, document) if quotation.speaker else describe_pronoun(quotation.pronoun)
    if not who or not quotation.english_verb:
        return who
    if quotation.english_verb == "according to":
        return f"according to {who}"
    return f"{who}{',' * (', ' in who)} {quotation.english_verb}"


def describe_pronoun(pronoun: str) -> str:
    """Return a placeholder for a speaker whom the article only names by a pronoun."""
    if not pronoun:
        return ""
    english = {
        "il": "he",
        "celui-ci": "he",
        "ce dernier": "he",
        "elle": "she",
        "celle-ci": "she",
        "cette dernière": "she",
    }
    return f"{english.get(pronoun, 'they')} (unresolved)"


def translate_speaker(quotation: Quotation, document: Document) -> str:
    """Return the speaker as the translation names them; in French where that is not clear."""
    sentence = next((s for s in document.article.sentences() if s.id == quotation.named), None)
    target, source = (document.target(sentence), sentence.text) if sentence else ("", "")
    french = " ".join(quotation.speaker.split())
    names = [name for _, name in find_named_people(french)]
    if names:
        who = _translate_person(french, names[0], source, target)
    else:
        office = next((person for person in find_persons(french) if person.start == 0), None)
        who = (_find_office(french, target) or _compose_office(french)) if office else _find_proper_name(french, target)
    if not who and quotation.english_verb == "according to" and len(sources := _SOURCE.findall(target)) == 1:
        who = sources[0].strip()
    return _lower_article(who) or (
        french if french[:1].isupper() and not _ARTICLE.match(french) else f"« {_lower_article(french)} »"
    )


def _translate_person(french: str, name: str, source: str, target: str) -> str:
    """Return a name with the office before or after it, as far as the French has one too."""
    title, bare = re.match(r"(?:(MM?\.|Mme|Mlle|Me|Dr|Pr|Mgr)\s)?(.*)", name, re.DOTALL).groups()  # type: ignore[union-attr]
    places = [*re.finditer(rf"(?<!\w){_ENGLISH_TITLE}{re.escape(bare)}(?!\w)", target)]
    places = places or [
        *re.finditer(rf"(?<!\w){_ENGLISH_TITLE}(?:[A-Z][\w’'-]+\s){{0,2}}{re.escape(bare.split()[-1])}(?!\w)", target)
    ]
    if not places:
        return " ".join(filter(None, (_TITLES.get(title or ""), bare)))
    start, end = places[0].span()
    rest = target[end:]
    if french.strip() != name:  # the French names an office as well
        nouns = _list_nouns(french)
        before = re.search(rf"(?:(?:[Tt]he\s)?(?:{_WORD}\s){{0,4}}?(?i:{nouns}){_OF}{{0,2}},?\s)$", target[:start])
        start = before.start() if before else start
        after = re.match(rf",\s(?:the\s)?(?:{_WORD}\s){{0,4}}?(?i:{nouns}){_OF}{{0,2}}", rest)
        return target[start : end + (after.end() if after and not before else 0)]
    apposed = _APPOSED.match(source[source.find(french) + len(french) :]) if french in source else None
    if apposed and (office := load_offices().get(apposed["noun"].lower())):
        phrase = re.match(r",\s[^,.;:!?\"“”()]{3,90}(?=[,.;:!?\"“”()]|$)", rest)
        if phrase and re.search(rf"\b(?i:{'|'.join(map(re.escape, office.english))})s?\b", phrase[0]):
            return target[start : end + phrase.end()]
    return target[start:end]


def _list_nouns(french: str) -> str:
    """Return a pattern of the English nouns for an office."""
    offices = [load_offices()[word] for word in re.findall(r"[\w-]+", french.lower()) if word in load_offices()]
    offices += [load_offices()[w[:-1]] for w in re.findall(r"[\w-]+s\b", french.lower()) if w[:-1] in load_offices()]
    forms = sorted({form for office in offices[:1] for form in office.english}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, forms))})(?:s|es)?(?!\w)" if forms else "(?!)"


def _find_office(french: str, target: str) -> str:
    """Return the only phrase in the translation that may mean the office or institution, or an empty string."""
    of = f"{_OF}{{0,3}}" if len(french.split()) > 2 or "’" in french[3:] or "'" in french[3:] else ""
    pattern = (
        rf"(?<!\w)(?:{_DETERMINER}\s(?:{_WORD}\s){{0,3}}?|(?:[A-Z][\w’'-]+\s){{0,3}}?)(?i:{_list_nouns(french)}){of}"
    )
    places = [*re.finditer(pattern, target)]
    if len(places) > 1:
        said = r"(?:said|announced|added|told|according to|\w+ed)\s"
        places = [
            place
            for place in places
            if re.search(said + "$", target[: place.start()])
            or re.match(rf"\s(?:has\s|had\s)?{said}", target[place.end() :])
        ]
    return places[0][0] if len({place[0].lower() for place in places}) == 1 else ""


def _compose_office(french: str) -> str:
    """Translate an office word by word if all of it is known: "la ministre", "le maire de Lyon"."""
    match = re.fullmatch(
        r"(?P<article>le\s|la\s|l['’]|une?\s)(?P<noun>[\w-]+)(?:\s(?:de\s|d['’])(?P<of>[A-ZÀ-Þ][\w’-]+))?", french, re.I
    )
    if not match or match["noun"].lower() not in load_offices():
        return ""
    noun = load_offices()[match["noun"].lower()].english[0]
    article = "the" if match["article"][0].lower() == "l" else "an" if noun[0] in "aeiou" else "a"
    return f"{article} {noun}" + (f" of {match['of']}" if match["of"] else "")


def _find_proper_name(french: str, target: str) -> str:
    """Return the name of a country or institution as the translation has it, with its article."""
    from visavis.checks.name_words import load_exonyms

    core = _ARTICLE.sub("", french, count=1)
    for form in (*load_exonyms().get(core.lower(), ()), core):
        match = re.search(rf"(?<!\w)(?:[Tt]he\s)?{re.escape(form)}(?!\w)", target, re.IGNORECASE)
        if match:
            return match[0]
    return core if core.isupper() else ""


def _lower_article(phrase: str) -> str:
    """Lowercase an article that began a sentence."""
    return re.sub(
        r"^(?:The|An?|His|Her|Its|Their|Our|Les?|La|L|Une?)(?=[\s’'])", lambda match: match[0].lower(), phrase
    )


def format_french_attribution(quotation: Quotation) -> str:
    """Return the attribution in the article's own words."""
    masculine = quotation.pronoun in ("il", "ils", "celui-ci", "ce dernier", "on")
    ending = "e" * (not masculine) + "s" * (quotation.pronoun in ("ils", "elles"))
    unknown = f"{quotation.pronoun} (non identifié{ending})"
    who = _lower_article(" ".join(quotation.speaker.split())) or (unknown if quotation.pronoun else "")
    if not quotation.verb or not who:
        return who
    if speech_verbs.is_inverted(quotation.verb):
        return f"{who}, {quotation.verb}"
    return f"{who} {quotation.verb}" if quotation.pronoun else f"{quotation.verb} {who}"

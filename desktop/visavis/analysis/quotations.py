"""The quotations of an article: who says what, with which verb, and its English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from visavis.analysis import speakers, speech_verbs
from visavis.analysis.persons import parse_person
from visavis.analysis.referents import resolve_pronoun
from visavis.model.article import SUMMARISED, Article, Paragraph, Sentence
from visavis.model.document import Document

SHORTEST = 4  # minimum number of words in a quotation without a verb of speech
_LONGEST = 1000  # characters of a sentence that are searched for a person
_REACH = 8  # how many sentences back to look for the speaker; all but the nearest must be fully quoted

_CLOSING = "»”"
_AROUND = ' \u00a0\u202f\n«»“”„"'  # spaces and quotation marks, stripped from the text around a quotation
_MARK = re.compile(r"[«»“”„\"]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, `article.text[start:end]` without its quotation marks, and the ids of its sentences.

    `speaker` and `verb` are as in the article ("John Kirby", "a déclaré"; "selon"), or empty; `said` is the verb in
    English; `pronoun` is the pronoun used for the speaker, if any; `named` is the id of the sentence that names the
    speaker.
    """

    start: int
    end: int
    text: str
    sentences: tuple[int, ...]
    speaker: str = ""
    verb: str = ""
    pronoun: str = ""
    named: int | None = None

    @property
    def english_verb(self) -> str:
        """The verb in English, such as "said" or "according to"; empty without a verb."""
        return speech_verbs.translate_verb(self.verb) if self.verb else ""


@dataclass(frozen=True, slots=True)
class _Attribution:
    """The speaker and the verb found next to a quotation."""

    speaker: str = ""
    verb: str = ""
    pronoun: str = ""
    named: int | None = None


def find_quotations(article: Article) -> list[Quotation]:
    """Return the quotations of an article in reading order; titles and other short phrases in quotes are left out."""
    quotations: list[Quotation] = []
    unquoted: list[tuple[Sentence, str]] = []  # the sentences so far, with quotations blanked out
    open_ = False
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        spans, still = _find_spans(text, open_)
        goes_on, open_, last = open_, still, None
        unquoted += _blank_quotations(paragraph, text, spans)
        for i, (start, end) in enumerate(spans):
            before = text[spans[i - 1][1] if i else 0 : start].lstrip(_AROUND).rstrip(_AROUND)
            after = text[end : spans[i + 1][0] if i + 1 < len(spans) else len(text)].lstrip(_AROUND)
            attribution = _find_attribution(before, text[start:end], after)
            if attribution is None and goes_on and i == 0 and quotations:
                attribution = _repeat_attribution(quotations[-1])
            if attribution is None and last is not None and _is_joined(before):
                attribution = _repeat_attribution(
                    last
                )  # the quotation continues in the same sentence, or in a next one without attribution
            if attribution is None and len(text[start:end].split()) < SHORTEST:
                continue
            quotation = _make_quotation(paragraph, text, (start, end), attribution or _Attribution())
            quotations.append(
                _resolve_speaker(quotation, unquoted, quotations)
                if quotation.pronoun and not quotation.speaker
                else quotation
            )
            last = quotations[-1] if quotation.verb else None
        del unquoted[: -_REACH - len(paragraph.sentences)]
    return quotations


def _blank_quotations(paragraph: Paragraph, text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences of a paragraph with quotations replaced by spaces."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    if paragraph.role in SUMMARISED:
        yield from ((s, text[s.start - paragraph.start : s.end - paragraph.start]) for s in paragraph.sentences)


def find_quotation_of(quotations: Iterable[Quotation], sentence: int) -> Quotation | None:
    """Return the quotation that a sentence contains or belongs to, preferably one with a known speaker."""
    of = [quotation for quotation in quotations if sentence in quotation.sentences]
    return max(of, key=lambda quotation: bool(quotation.speaker), default=None)


def quote_in_english(quotation: Quotation, document: Document) -> str:
    """Return the English of a quotation: the words between its marks, or else whole sentences."""
    ids = set(quotation.sentences)
    mine = [s for s in document.article.sentences() if s.id in ids]
    target = " ".join(filter(None, map(document.target, mine)))
    if not target:
        return ""
    french = document.article.text[mine[0].start : mine[-1].end]
    ours, theirs = _find_spans(french, False)[0], _find_spans(target, False)[0]
    starts = [start + mine[0].start for start, _ in ours]
    if len(ours) == len(theirs) and quotation.start in starts:
        start, end = theirs[starts.index(quotation.start)]
        return target[start:end]
    if len(theirs) == 1 and len(ours) <= 1:
        return target[slice(*theirs[0])]
    return target


def _find_spans(text: str, goes_on: bool) -> tuple[list[tuple[int, int]], bool]:
    """Return the spans between outer quotation marks, and whether the last one stays open."""
    spans = []
    start, outer, depth = (0, "", 1) if goes_on else (0, "", 0)
    for match in _MARK.finditer(text):
        mark = match[0]
        if depth == 0 and mark not in _CLOSING:
            start, outer, depth = match.end(), mark, 1
        elif depth and goes_on and not outer and mark == "«" and match.start() == 0:
            start = match.end()  # the opening mark is repeated at the start of each quoted paragraph
        elif depth and _is_pair(outer, mark):
            depth -= 1
            if depth == 0:
                spans.append((start, match.start()))
        elif depth and mark == outer:
            depth += 1
    if depth:
        spans.append((start, len(text)))
    return [_trim_span(text, a, b) for a, b in spans if text[a:b].strip(", \u00a0\u202f\n")], bool(
        depth and outer in "«“"
    )


def _trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without spaces at both ends and a final comma."""
    return end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip(" \u00a0\u202f\n,"))


def _is_pair(outer: str, mark: str) -> bool:
    return mark == {"«": "»", "“": "”", "„": "”", '"': '"'}.get(outer, mark) and mark in '»”"'


def _find_attribution(before: str, quoted: str, after: str) -> _Attribution | None:
    """Find the attribution after the quotation, inside it, or before it."""
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ«])", before)[-1]
    return _find_attribution_after(after) or _find_attribution_within(quoted) or _find_attribution_before(sentence)


def _find_attribution_after(text: str) -> _Attribution | None:
    match = speech_verbs.AFTER.match(text[:300])
    if not match:
        return None
    if match["source"]:
        return _make_attribution(speakers.find_speaker_after_verb(match["origin"]), match["source"])
    if match["verb"]:
        return _Attribution(verb=match["verb"], pronoun=(match["pronoun"] or match["pronoun2"]).lower())
    name = speakers.find_speaker_after_verb(match["speaker"])
    return _Attribution(name, match["said"]) if name else None


def _find_attribution_within(text: str) -> _Attribution | None:
    match = speech_verbs.WITHIN.search(text)
    if not match:
        return None
    if match["verb"]:
        return _Attribution(verb=match["verb"], pronoun=(match["pronoun"] or match["pronoun2"]).lower())
    return _Attribution(speakers.find_speaker_after_verb(match["speaker"]), match["said"])


def _find_attribution_before(text: str) -> _Attribution | None:
    text = text[-400:]
    if match := speech_verbs.BEFORE.search(text):
        name = speakers.find_speaker_before_verb(match["subject"])
        if name:
            return _make_attribution(name, match["said"])
    if match := speech_verbs.SOURCE.search(text):
        return _make_attribution(speakers.find_speaker_after_verb(match["origin"]), match["source"].lower())
    if match := re.search(r"(?:^|[–—-] ?)([^,.:;«»]{2,60})\s?:\s*$", text):  # an interview: "Jean Martin : «…»"
        return _Attribution(match[1].strip(" \u00a0–—-")) if speakers.list_people(match[1]) else None
    return None


def _make_attribution(name: str, verb: str) -> _Attribution:
    who = speakers.get_pronoun(name)
    return _Attribution(verb=verb, pronoun=who) if who else _Attribution(name, verb)


def _is_joined(before: str) -> bool:
    """True if no new statement begins between two quotations."""
    return len(before.split()) <= 25 and not re.search(r"[.!?]\s+(?!Et (?:de |d['’]))\S", before.strip())


def _repeat_attribution(before: Quotation) -> _Attribution:
    return _Attribution(before.speaker, before.verb, before.pronoun, before.named)


def _resolve_speaker(
    quotation: Quotation, unquoted: list[tuple[Sentence, str]], quotations: list[Quotation]
) -> Quotation:
    """Replace a pronoun by the person meant: someone named before it in the same sentence or in the ones before."""
    for sentence, text in [entry for entry in reversed(unquoted) if entry[0].start < quotation.start][:_REACH]:
        again = next((q for q in reversed(quotations) if sentence.id in q.sentences and q.verb), None)
        if again and again.speaker and again.pronoun in ("", quotation.pronoun):
            who = parse_person(again.speaker)
            if who.fits(quotation.pronoun) and not who.vague:
                return replace(quotation, speaker=again.speaker, named=again.named)
        person, named = resolve_pronoun(quotation.pronoun, text[: quotation.start - sentence.start][-_LONGEST:])
        if person:
            return replace(quotation, speaker=person.text, named=sentence.id)
        before = sentence.id not in quotation.sentences
        # a fully quoted sentence names nobody, so look further back
        if named or (before and any(map(str.isalnum, text))):
            return quotation
    return quotation


def _make_quotation(paragraph: Paragraph, text: str, span: tuple[int, int], attribution: _Attribution) -> Quotation:
    first, last = paragraph.start + span[0], paragraph.start + span[1]
    of = [s for s in paragraph.sentences if s.start < last and s.end > first]
    named = attribution.named
    if attribution.speaker and named is None:
        named = next((s.id for s in of if attribution.speaker.split()[-1] in s.text), of[0].id if of else None)
    ids = tuple(s.id for s in of)
    return Quotation(
        first, last, text[slice(*span)], ids, attribution.speaker, attribution.verb, attribution.pronoun, named
    )

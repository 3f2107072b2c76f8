"""Lays the translation of what was said over several cues out over them again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from visavis.exports.emphasis import flatten_text
from visavis.exports.writers.in_place.original import group_by_key, read_original
from visavis.exports.writers.in_place.placing import Sentence
from visavis.exports.writers.subtitles.fitting import split_text, wrap_lines
from visavis.exports.writers.subtitles.tags import find_tags
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.readers.block import clean_text
from visavis.readers.plain.encoding import decode
from visavis.readers.plain.subtitles import SPEAKER, Cue, Part, join_cues, make_key, parse_cues

_WHITE = re.compile(r"[ \t]+")


class Said(NamedTuple):
    """What one speaker says in a cue: its lines, and the tags around them."""

    lines: list[str]
    opening: list[str]
    closing: list[str]


class Subtitles(NamedTuple):
    """The text of the original, its cues, and what is said in each of them in English."""

    text: str
    cues: list[Cue]
    said: dict[int, list[Said]]

    @property
    def web(self) -> bool:
        """True if it is WebVTT."""
        return self.text.startswith("WEBVTT")


def translate_cues(document: Document) -> Subtitles:
    """Return the original with its cues translated; raises OutputError if it is not there as it was read."""
    article = document.article
    if article.kind != "subtitles":
        raise OutputError(article.path, "it was not read from subtitles, and has no times")
    text = clean_text(decode(read_original(document), article.path))
    cues, sentences = list(parse_cues(text)), group_by_key(document)
    stretches = list(join_cues(cues))
    speakers = Counter(number for parts in stretches for number in {part.cue for part in parts})
    said = defaultdict[int, list[Said]](list)
    for parts in stretches:
        for number, english in _lay_out(parts, sentences.get(make_key(parts), [])):
            raw = [part.line.raw for part in parts if part.cue == number]
            said[number].append(Said(wrap_lines(english, alone=speakers[number] == 1), *find_tags(raw)))
    return Subtitles(text, cues, said)


def _lay_out(parts: Sequence[Part], sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    """Yield what each cue shows, by its number: English, or French where nothing is translated."""
    spans, whole = list[tuple[int, int, int]](), ""
    for number, members in groupby(parts, lambda part: part.cue):
        start = len(whole) + bool(whole)
        whole += " " * bool(whole) + _WHITE.sub(" ", " ".join(part.line.text for part in members))
        spans.append((number, start, len(whole)))
    shown: dict[int, list[str]] = {number: [] for number, _, _ in spans}
    at = 0
    for sentence in sentences or [Sentence(whole, "")]:
        start = max(whole.find(sentence.source, at), at)
        at = start + len(sentence.source)
        held = [(n, max(a, start), min(b, at)) for n, a, b in spans if a < at and start < b] or [(spans[-1][0], at, at)]
        english = _keep_dash(flatten_text(sentence.target), whole[start:at])
        pieces = split_text(english, [b - a for _, a, b in held]) if english else [whole[a:b] for _, a, b in held]
        for (number, _, _), piece in zip(held, pieces, strict=True):
            shown[number].append(piece.strip())
    for number, texts in shown.items():
        yield number, " ".join(filter(None, texts))


def _keep_dash(english: str, french: str) -> str:
    """Return a translation that opens with the dash of another speaker, no quotation mark, if the French does."""
    dash = SPEAKER.match(french)
    if not dash or not english or SPEAKER.match(english):
        return english
    bare = english[1:] if english[0] == '"' and english.count('"') == 1 else english
    bare = bare[1:] if bare[0] == "“" and "”" not in bare else bare
    return f"{dash[0].strip()} {bare}" if dash[0].endswith((" ", "\u00a0")) else dash[0] + bare

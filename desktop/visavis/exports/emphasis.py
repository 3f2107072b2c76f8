"""Bold and italic: exact in French; in English only where it is certain which words correspond."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from visavis.model.article import Article, Paragraph, Run, Sentence
from visavis.model.document import Document

# Placeholder for sentences that have not been translated.
PENDING = "[…]"

_BOLD, _ITALIC = 1, 2  # bit flags
# not the no-break spaces around French punctuation and in numbers
_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
# characters that are invalid in XML or harmful in a terminal
_BARRED = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


class TextSpan(NamedTuple):
    """A run of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


def flatten_text(text: str) -> str:
    """Return a text on one line, without characters that no format accepts."""
    return _SPACES.sub(" ", _BARRED.sub("", _SPACES.sub(" ", text)))


def list_french_spans(article: Article, paragraph: Paragraph) -> tuple[TextSpan, ...]:
    """Return a paragraph of the original, with its emphasis."""
    start, end = paragraph.start, paragraph.end
    styles = bytearray(end - start)
    for run in paragraph.runs:
        _mark_style(styles, max(run.start, start) - start, min(run.end, end) - start, _encode_style(run))
    return _make_spans(article.text[start:end], styles)


def list_english_spans(document: Document, paragraph: Paragraph) -> tuple[TextSpan, ...]:
    """Return a paragraph of the translation, with the emphasis carried over."""
    text, styles = "", bytearray()
    for sentence in paragraph.sentences:
        target = document.target(sentence) or PENDING
        if target == PENDING and text.endswith(PENDING):
            continue
        carried = _carry_styles(sentence, paragraph.runs, target)
        if text:
            text += " "
            styles.append(styles[-1] & carried[0])
        text += target
        styles += carried
    return _make_spans(text, styles)


def _carry_styles(sentence: Sentence, runs: Sequence[Run], target: str) -> bytearray:
    """Return the style of each character of a sentence's translation."""
    styles = bytearray(len(target))
    for style in (_BOLD, _ITALIC):
        for start, end in _find_stretches(sentence, runs, style):
            if not _has_words(sentence.text[:start] + sentence.text[end:]):
                _mark_style(styles, 0, len(target), style)
            elif same := _find_same_words(sentence.text, start, end, target):
                _mark_style(styles, *same, style)
    return styles


def _find_stretches(sentence: Sentence, runs: Sequence[Run], style: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) spans of a style in a sentence; runs with no word between them are merged."""
    open_stretch: tuple[int, int] | None = None
    for run in runs:
        start, end = max(run.start, sentence.start) - sentence.start, min(run.end, sentence.end) - sentence.start
        if not _encode_style(run) & style or start >= end:
            continue
        if open_stretch and not _has_words(sentence.text[open_stretch[1] : start]):
            open_stretch = open_stretch[0], end
        else:
            if open_stretch:
                yield open_stretch
            open_stretch = start, end
    if open_stretch:
        yield open_stretch


def _find_same_words(source: str, start: int, end: int, target: str) -> tuple[int, int] | None:
    """Return the span of the words source[start:end] if the translation has them unchanged, as with names."""
    while start < end and not source[start].isalnum():
        start += 1
    while start < end and not source[end - 1].isalnum():
        end -= 1
    words = source[start:end]
    if not any(c.isupper() or c.isdigit() for c in words) and len(words) < 5:
        return None  # "on", "a", "pour": short words that exist in both languages with different meanings
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    before = sum(match.start() < start for match in whole.finditer(source))
    return next((match.span() for n, match in enumerate(whole.finditer(target)) if n == before), None)


def _make_spans(text: str, styles: bytearray) -> tuple[TextSpan, ...]:
    spans: list[TextSpan] = []
    at = 0
    for style, group in groupby(styles):
        end = at + len(list(group))
        words, at = flatten_text(text[at:end]), end
        if not spans or spans[-1].text.endswith(" "):
            words = words.lstrip(" ")
        if words:
            spans.append(TextSpan(words, bool(style & _BOLD), bool(style & _ITALIC)))
    if spans:
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return tuple(span for span in spans if span.text)


def _encode_style(run: Run) -> int:
    return _BOLD * run.bold | _ITALIC * run.italic


def _mark_style(styles: bytearray, start: int, end: int, style: int) -> None:
    for at in range(start, end):
        styles[at] |= style


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))

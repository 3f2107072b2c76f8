"""Where the lines of a paragraph are things of their own: items, lines of an address, a question and its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from visavis.readers.html.note_calls import Span
from visavis.text.endings import ends_with

#: The text of a line break in a block that is being gathered.
BREAK = "\ufdd2"
_ITEM = re.compile(r"\s*(?:[–—•●▪◦‣·*►▶➔→✓✔-]\s+|\d{1,2}[.)]\s+)\S")
_ENDED = ".!?…:,;"
_LONGEST_LINE = 60  # characters; text that was wrapped by hand has longer ones


def split_paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the paragraphs that the line breaks of a block make; a break in the midst of a sentence is a space."""
    if not any(span.text == BREAK for span in spans):
        yield from _question_first(list(spans))
        return
    lines: list[list[Span]] = [[]]
    for span in spans:
        if span.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    texts = ["".join(span.text for span in line).strip() for line in lines]
    wrapped = max(map(len, texts)) > _LONGEST_LINE
    group = lines[0]
    for line, before, text in zip(lines[1:], texts, texts[1:], strict=False):
        if _stands_apart(before, text, wrapped) or _changes_voice(group, line):
            yield from _question_first(group)
            group = line
        else:
            group = [*group, Span(" "), *line]
    yield from _question_first(group)


def _stands_apart(before: str, text: str, wrapped: bool) -> bool:
    if not before or not text:
        return False
    begins = text[0].isupper() or text[0].isdigit() or text[0] in "«"
    return _ITEM.match(text) is not None or (begins and not wrapped and not ends_with(before, _ENDED))


def _changes_voice(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """True if a line that is bold throughout is followed by one that is not at all."""
    return _is_bold(before) and bool(_said(after)) and not any(span.bold for span in _said(after))


def _question_first(spans: list[Span]) -> Iterator[list[Span]]:
    """Yield a question in bold apart from the answer that follows it on the same line."""
    if not any(span.bold for span in spans):
        yield spans
        return
    said = _said(spans)
    bold = next((i for i, span in enumerate(said) if not span.bold), 0)
    asked, answer = said[:bold], said[bold:]
    question = "".join(span.text for span in asked).strip()
    if len(question.split()) >= 4 and ends_with(question, "?") and sum(len(span.text.split()) for span in answer) >= 5:
        at = spans.index(answer[0])
        yield spans[:at]
        yield spans[at:]
    else:
        yield spans


def _said(spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if span.text.strip()]


def _is_bold(spans: Sequence[Span]) -> bool:
    said = _said(spans)
    return bool(said) and all(span.bold for span in said)

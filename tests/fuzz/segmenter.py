"""Fuzzes the segmenter: sentences in order, none empty, only spaces between them; also inside an article."""

from __future__ import annotations

from collections.abc import Sequence

from fuzz import mutate
from fuzz.target import Target, must
from hostile.dress import FILES, GOOD
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.model.errors import EmptyInput
from visavis.pipeline import segment_article
from visavis.readers.open import from_text

_SEGMENTER = FrenchSegmenter()


def targets() -> dict[str, Target]:
    """Return the target."""
    return {"segmenter": Target(_seeds, mutate.text, _run)}


def _seeds() -> Sequence[bytes]:
    lines = (FILES / "checks" / "pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    article = GOOD["txt"].read_bytes()
    return [*article.split(b"\n\n"), *(line.split("\t")[1].encode() for line in lines)]


def _run(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    _checked(text)
    try:
        article = segment_article(from_text("fuzzed", text), _SEGMENTER)
    except EmptyInput:
        return
    for number, sentence in enumerate(article.sentences()):
        must(sentence.id == number and article.text[sentence.start : sentence.end] == sentence.text, f"{sentence}")


def _checked(text: str) -> None:
    at = 0
    for start, end in _SEGMENTER.spans(text):
        must(at <= start < end <= len(text), f"({start}, {end}) after {at}, of {len(text)}")
        must(not text[at:start].strip(), f"lost: {text[at:start]!r}")
        must(text[start:end] == text[start:end].strip(), f"space around {text[start:end]!r}")
        at = end
    must(not text[at:].strip(), f"lost: {text[at:]!r}")

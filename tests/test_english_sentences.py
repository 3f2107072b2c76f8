"""Where English sentences end."""

from __future__ import annotations

import pytest

from visavis.engines.segmentation.english import EnglishSegmenter

CUTTER = EnglishSegmenter()


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in CUTTER.spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left.", "She stayed!", "Why?", "Nobody knows."],
        ["Mr. Smith met Dr. Jones.", "They talked to Gen. Kelly on Feb. 3."],
        ["The U.S. Senate voted at 6 p.m. on Friday.", "It was close."],
        ["He lives in the U.S.", "He works there."],
        ["The shop opens at 9 a.m.", "The owner comes later."],
        ["“We won.”", "She smiled."],
        ['"We will not go," he said.', '"It is too late."'],
        ["It rose by 3.5 percent, to $1.2 million.", "In 2012 it fell."],
        ["J. K. Rowling wrote it.", "Nobody else could."],
        ["Apple Inc. and Smith & Co. sued vs. Samsung.", "They lost."],
        ["See No. 5, p. 12, i.e. the end.", "That is all…", "Or is it?"],
        ["(She was there.)", "He was not [sic]."],
    ],
)
def test_sentences_are_found(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_spans_leave_out_the_space_around() -> None:
    assert CUTTER.spans("  One.  Two. ") == [(2, 6), (8, 12)]
    assert CUTTER.spans(" ") == []

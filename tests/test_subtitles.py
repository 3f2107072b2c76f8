"""Subtitles: cues become sentences with their times."""

from __future__ import annotations

import re

import pytest

from visavis.model.errors import EmptyInput
from visavis.readers.detect import detect_kind
from visavis.readers.open import from_bytes

SRT = """1
00:00:01,000 --> 00:00:03,500
Le conseil municipal a voté
<i>mardi soir</i> la rénovation

2
00:00:03,600 --> 00:00:06,000
du vieux pont, fermé depuis mars.

3
00:00:07,000 --> 00:00:09,000
{\\an8}– Le maire viendra ?
– Oui, jeudi.
"""
VTT = """WEBVTT - Le pont

NOTE ceci n'est pas dit

STYLE
::cue { color: white }

intro
00:01.000 --> 00:03.500 align:start position:10%
<v Marie>Le conseil municipal a voté
<c.jaune>mardi soir</c> la rénovation

00:03.600 --> 00:06.000
du vieux pont, fermé depuis mars.

00:07.000 --> 00:09.000
– Le maire viendra&nbsp;?
– Oui, <00:08.000>jeudi.
"""
SAID = [
    "Le conseil municipal a voté mardi soir la rénovation du vieux pont, fermé depuis mars.",
    "– Le maire viendra ?",
    "– Oui, jeudi.",
]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.srt", SRT), ("a.vtt", VTT), ("a", VTT), ("a.txt", SRT), ("a.srt", re.sub(r"(?m)^\d+\n", "", SRT))],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_sentence_over_several_cues_is_one(name: str, text: str, ends: str, encoding: str) -> None:
    data = text.replace("\n", ends).encode(encoding)
    article = from_bytes(name, data)
    assert article.kind == "subtitles"
    paragraphs = article.paragraphs
    assert [article.text[p.start : p.end].replace("\u00a0", " ") for p in paragraphs] == SAID
    first, *_, last = paragraphs
    hours = "" if text is VTT else "00:"
    assert (first.place, last.place) == (f"{hours}00:01 – {hours}00:06", f"{hours}00:07 – {hours}00:09")


def test_what_is_no_subtitle_is_text() -> None:
    for text in ("Le train de 10:30 --> Paris.\n", "1\nLe maire a parlé.\n", "WEBVTTE\n"):
        assert detect_kind("a.txt", text.encode()) == "txt"
    with pytest.raises(EmptyInput):
        from_bytes("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\n")

"""Attacks made by hand on subtitles, translation memories and XLIFF files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.dress import cues, exchanged, memory, raw, segment, unit

Make = Callable[[], bytes]

_TEXT = "La ministre a présenté son plan mardi à Paris devant la presse. " * 8
_DEEP = 100_000


def srt(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on SubRip files."""
    yield from _subtitles("srt")


def _subtitles(kind: str) -> Iterator[tuple[str, Make]]:
    start, point = ("WEBVTT\n\n", ".") if kind == "vtt" else ("", ",")
    time = f"00:00:01{point}000 --> 00:00:02{point}000"
    yield "times alone", lambda: raw(start + f"{time}\n\n" * 200_000)
    yield "numbers alone", lambda: raw(start + cues([_TEXT], point) + "1\n" * 500_000)
    yield "arrows", lambda: raw(start + f"{time} --> " * 100_000 + f"\n{_TEXT}\n")
    yield "times without end", lambda: raw(start + f"{time}{' ' * 2_000_000}x\n{_TEXT}\n")
    yield "times backwards", lambda: raw(start + f"99:99:99{point}999 --> 00:00:00{point}000\n{_TEXT}\n\n" * 5000)
    yield "nested deep", lambda: raw(start + cues(["<i>" * _DEEP + _TEXT + "</i>" * _DEEP], point))
    yield "open tags", lambda: raw(start + cues([f"{_TEXT}<c.{'x' * 300}" * 2000], point))
    yield "open braces", lambda: raw(start + cues([_TEXT + "{\\an8" * _DEEP], point))
    yield "dashes", lambda: raw(start + cues(["- " * 500_000], point))
    yield "no full stop", lambda: raw(start + cues(["et encore une fois"] * 50_000, point))
    yield "entities", lambda: raw(start + cues([f"&amp;&#65;&#x110000;&lt; {_TEXT}" * 2000], point))


def vtt(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on WebVTT files, which have notes, styles and voices too."""
    yield from _subtitles("vtt")
    style = f"STYLE\n@import url({address}/a.css);\n::cue {{ background: url(file://{lure}) }}\n\n"
    yield "references", lambda: raw(f"WEBVTT\n\n{style}{cues([_TEXT], '.')}")
    yield "a note without end", lambda: raw("WEBVTT\n\nNOTE\n" + f"{_TEXT}\n" * 20_000)
    yield "voices", lambda: raw("WEBVTT\n\n" + cues([f"<v {'É' * 150}>{_TEXT}"] * 5000, "."))
    yield "head", lambda: raw(f"WEBVTT {'x' * 2_000_000}\n\n{cues([_TEXT], '.')}")


def tmx(outside: str, bomb: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on translation memories; `outside` and `bomb` are DTDs."""
    yield "nested deep", lambda: memory(unit("<hi>" * _DEEP + _TEXT + "</hi>" * _DEEP))
    yield "nested hundreds", lambda: memory(unit("<hi>" * 250 + _TEXT + "</hi>" * 250))
    yield "entities", lambda: memory(unit("&l11;"), bomb)
    yield "entities outside", lambda: memory(unit("&x;&y;"), outside)
    variant = f'<tuv xml:lang="fr"><seg>{_TEXT}</seg></tuv>'
    yield "languages", lambda: memory(f"<tu>{variant * 50_000}</tu>")
    yield "no English", lambda: memory(unit(_TEXT, "") * 5000)
    yield "codes", lambda: memory(unit("<ph>x</ph>" * _DEEP + _TEXT))


def xliff(outside: str, bomb: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on XLIFF files; `outside` and `bomb` are DTDs."""
    yield "nested deep", lambda: exchanged(segment("<mrk>" * _DEEP + _TEXT + "</mrk>" * _DEEP))
    yield "nested hundreds", lambda: exchanged(segment("<mrk>" * 240 + _TEXT + "</mrk>" * 240))
    yield "nested groups", lambda: exchanged("<group>" * 240 + segment(_TEXT) + "</group>" * 240)
    yield "entities", lambda: exchanged(segment("&l11;"), bomb)
    yield "entities outside", lambda: exchanged(segment("&x;&y;"), outside)
    yield "many segments", lambda: exchanged(f"<unit>{'<segment><source>a</source></segment>' * 200_000}</unit>")
    yield "no source", lambda: exchanged("<unit><segment><target>It was.</target></segment></unit>" * 5000)

"""Where French sentences end.

pysbd is the best kept library for this, but it rewrites the text, finds its offsets again by searching (wrong where a
sentence repeats, quadratic on long texts) and treats every abbreviation alike. So only its list of abbreviations was
taken over (resources/abbreviations-fr.txt), and one pass over the possible ends decides each by what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from visavis.engines.segmentation.abbreviations import Lexicon, load_lexicon

#: Marks that may end a sentence, and what still belongs to it after them: further marks, closing quotes and brackets.
_MARKS = re.compile(r"[.!?…‽]+")
_TAIL = re.compile(r"(?:[ \u00a0\u202f]?[!?»›”]|[.…\"'’)\]*_])*")
_LONE_QUOTE = re.compile(r'\s"(?=\s|$)')
_OPENERS = "«‹“„\"'‘’([{*_¿¡–—- \u00a0\u202f\t\n"
_ROMAN = re.compile(r"[IVXLC]+(?![\w'’])")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
#: Abbreviations after which any capital begins a sentence.
_CLOSING = {"j.-c", "etc"}
_WORD = re.compile(r"\w+")
#: A shorter word with a full stop in the midst of a sentence is as likely an abbreviation.
_SHORTEST_WORD = 4
#: What a full stop without a space after it parts: a word in small letters, and one with a capital.
_LAST_WORD = re.compile(r"(?<![\w@/.:’'-])(?:[^\W\d_]+['’])?[^\W\d_]?[a-zà-öø-ÿœæ]{2,}[»”)]?[ \u00a0\u202f]?$")
_FIRST_WORD = re.compile(r"[«“(]?\s?(?!(?:Com|Net|Org|Info)\b)([A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœæ]*)(?=[\s'’,])")
_SHORTEST_GLUED = 2
_NAME_OF_TWO = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]")
#: What may stand alone after the last sentence: it closes what was opened long before.
_CLOSERS = re.compile(r"[\s\"»”’)\]]*$")
#: How far to look around an end: keeps the whole linear in the text.
_NEAR = 60
_BRACKET = 400


@dataclass(frozen=True, slots=True)
class _Boundary:
    """A possible end: the sentence begins at `start`, its marks at `at`, and what follows begins at `after`."""

    text: str
    start: int
    at: int
    marks: str
    closers: str
    after: int

    @property
    def token(self) -> str:
        """Return the word before the marks, without elided articles and opening marks."""
        near = self.text[max(self.start, self.at - _NEAR) : self.at]
        words = near.split()
        if not words or near[-1].isspace():
            return ""
        return re.split(r"[’'«“\"(\[/]", words[-1])[-1]

    @property
    def before(self) -> str:
        """Return the word before the token, or nothing at the start of the sentence."""
        words = self.text[max(self.start, self.at - _NEAR) : self.at].split()
        return words[-2] if len(words) > 1 else ""

    @property
    def following(self) -> str:
        """Return what follows, from its first letter, digit or symbol on."""
        return self.text[self.after : self.after + _NEAR].lstrip(_OPENERS)


class FrenchSegmenter:
    """Cuts a French paragraph into sentences (a model.ports.Segmenter)."""

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return what is known of words, loaded with the first sentence."""
        return load_lexicon()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return (start, end) of each sentence, in order, without the space around it; none goes over a line's end."""
        found, at = list[tuple[int, int]](), 0
        for line in text.split("\n"):
            found += ((at + start, at + end) for start, end in self._in_line(line))
            at += len(line) + 1
        return found

    def _in_line(self, text: str) -> list[tuple[int, int]]:
        spans = []
        start = _skip_spaces(text, 0)
        quotes = end = 0
        for match in _MARKS.finditer(text):
            if match.end() <= end:  # inside the last tail
                continue
            tail = _TAIL.match(text, match.end())
            assert tail is not None, "an optional pattern always matches"
            quotes, end = quotes + text.count('"', end, tail.end()), tail.end()
            if end < len(text) and not text[end].isspace() and not self._is_glued(text, match.start(), end):
                continue
            if quotes % 2 and (lone := _LONE_QUOTE.match(text, end)):  # « il part. " Elle »: odd quotes close
                quotes, end = quotes + 1, lone.end()
            after = _skip_spaces(text, end)
            place = _Boundary(text, start, match.start(), match[0], tail[0], after)
            if start < end and after < len(text) and not _CLOSERS.match(text, after) and self._ends(place):
                spans.append((start, end))
                start = after
        if start < len(text):
            spans.append((start, len(text.rstrip())))
        return spans

    def _is_glued(self, text: str, at: int, end: int) -> bool:
        """True if a sentence begins right after a mark, without a space: "fermé.Le pont"; no address has that."""
        before, after = _LAST_WORD.search(text[max(0, at - _NEAR) : at]), _FIRST_WORD.match(text, end)
        if not before or not after:
            return False
        return len(after[1]) > _SHORTEST_GLUED or after[1].lower() in self.lexicon.starters

    def _ends(self, place: _Boundary) -> bool:
        """Decide whether a sentence ends at a place."""
        following = place.following
        if following[:1].islower() and not following[1:2].isupper():  # but: iPhone, eBay
            return self._ends_before_small(place)
        if _is_inner_bracket(place):
            return False
        if place.marks != "." or (place.closers and place.closers not in {"'", "’"}):
            return bool(following) or place.marks != "…"
        return self._full_stop_ends(place, following)

    def _ends_before_small(self, place: _Boundary) -> bool:
        """True if a full stop ends a sentence though the next begins small: after a word, not an abbreviation."""
        token = place.token
        word = len(token) >= _SHORTEST_WORD and token.isalpha() and token.islower()
        bare = place.marks == "." and not place.closers and place.text[place.after].islower()
        return bare and word and not self._is_abbreviation(token)

    def _is_abbreviation(self, token: str) -> bool:
        known = self.lexicon
        return any(token in words for words in (known.inner, known.ending, known.numbered, known.ranks, _CLOSING))

    def _full_stop_ends(self, place: _Boundary, following: str) -> bool:
        token, lower = place.token, place.token.lower()
        match = _WORD.match(following)
        starts = match is not None and match[0].lower() in self.lexicon.starters and following[:1].isupper()
        counted = following[:1].isdigit() or _ROMAN.match(following) is not None or following[1:2] == "."
        lexicon = self.lexicon
        initial = len(token) == 1 and token.isupper()
        marker = not place.before and re.fullmatch(r"\d{1,2}|[a-zA-Z]", token) is not None  # of a list
        for_example = lower == "ex" and place.before.lower() in {"p.", "par"}
        if lower in _CLOSING:
            return True
        if lower in lexicon.ranks and token not in lexicon.titles and following[:1].isupper():
            return starts and _NAME_OF_TWO.match(following) is None  # "le col. Le Guen"
        if token in lexicon.titles or lower in lexicon.inner or marker or for_example:
            return False
        if initial or lower in lexicon.ending or _ACRONYM.fullmatch(token):
            named = place.before[:1].isupper() and (len(place.before) < 3 or not place.before.isupper())
            return starts and not (initial and named)  # "20 °C. Il", "RER C. Il", but "J. K. Le Goff"
        return not (lower in lexicon.numbered and counted)


def _skip_spaces(text: str, at: int) -> int:
    """Return the place of the first character from `at` on that is no space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_inner_bracket(place: _Boundary) -> bool:
    """True if the marks end but a bracket in the midst of a sentence: "(sic !) ", "[…]"."""
    if not place.closers.startswith((")", "]")) or "." in place.closers:
        return False
    opener = "(" if place.closers[0] == ")" else "["
    near = place.text[max(place.start, place.at - _BRACKET) : place.at]
    before = near[: near.rfind(opener)].rstrip() if opener in near else ""
    return bool(before) and before[-1] not in ".!?…"

"""Converts text to the subword tokens of the engine, and back."""

from __future__ import annotations

import json
import math
import re
from functools import cached_property
from pathlib import Path
from typing import Any

UNKNOWN = "<unk>"
_SPACE = "\u2581"  # SentencePiece's mark for a space
_OPENING = re.compile(r'(?<=["(\[])(?=[^\W_])')
_AFTER_BRACKET = re.compile(r"(?<=[(\[]) ")
_QUOTE = re.compile(r"(^|(?<=[\s(\['\u2014\u2013-]))?\"( ?)")  # at a word's beginning or not, with the space behind it
_HYPHEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_a-zà-ÿ])")  # "Jean- Luc": a name behind a hyphen is cut as a word, too
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")  # SentencePiece's token for a byte of a character that has no token


class Pieces:
    """The tokenizer of a package, wrapping Argos Translate's: SentencePiece, or byte pairs for `model`.

    Argos detokenizes by turning each underscore into a space, so SentencePiece tokens are joined here instead.
    """

    def __init__(self, tokenizer: Any, model: Path, sentencepiece: bool) -> None:
        self._tokenizer, self._joins = tokenizer, sentencepiece
        self._model = model

    def encode(self, text: str) -> list[str]:
        """Tokenize French text."""
        return list(self._tokenizer.encode(text))

    def encode_target(self, text: str) -> list[str]:
        """Tokenize English text.

        A package with a separate target vocabulary has no tokenizer for it: use its most frequent tokens.
        """
        ranks = self._target_ranks
        text = _OPENING.sub(" ", text) if self._spaced else text
        return _segment_by_rank(_SPACE + _SPACE.join(text.split()), ranks) if ranks else self.encode(text)

    @cached_property
    def _target_ranks(self) -> dict[str, int]:
        return _load_target_ranks(self._model) if self._joins else {}

    @cached_property
    def _spaced(self) -> bool:
        """True if the package cuts a word behind an opening mark as any other, and writes it so: '" major"'."""
        return self._joins and any(piece.startswith(_SPACE) for piece in self.encode('"a')[1:])

    def decode(self, pieces: list[str]) -> str:
        """Detokenize English."""
        if not self._joins:
            return str(self._tokenizer.decode(pieces))
        text, pending_bytes = "", b""
        for piece in pieces:
            if byte := _BYTE.fullmatch(piece):
                pending_bytes += bytes.fromhex(byte[1])
            else:
                text, pending_bytes = text + pending_bytes.decode("utf-8", "replace") + piece.replace(_SPACE, " "), b""
        text = (text + pending_bytes.decode("utf-8", "replace")).strip(" ")
        return join_marks(text) if self._spaced else text


def join_marks(text: str) -> str:
    """Return a text without the spaces behind opening marks, and behind the hyphens of names.

    A quotation mark opens at a word's beginning, unless it is the last one or the last but one, and another is open.
    """
    text, opened = _HYPHEN.sub("-", _AFTER_BRACKET.sub("", text)), False

    def join(mark: re.Match[str]) -> str:
        nonlocal opened
        opened = mark[1] is not None and not (opened and mark[2] and text.count('"', mark.end()) < 2)
        return '"' if opened else f'"{mark[2]}'

    return _QUOTE.sub(join, text)


def _load_target_ranks(model: Path) -> dict[str, int]:
    """Return the rank of each token in a separate target vocabulary, or an empty dict if the package has none."""
    path = model / "target_vocabulary.json"
    if not path.is_file():
        return {}
    return {piece: number for number, piece in enumerate(json.loads(path.read_text(encoding="utf-8")))}


def _segment_by_rank(text: str, numbers: dict[str, int]) -> list[str]:
    """Split a text into the likeliest tokens by Zipf's law on their rank; an unknown character is its own token."""
    longest = max(map(len, numbers))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        ways = (
            (best[start][0] + math.log(numbers.get(text[start:end], len(numbers) ** 2) + 2), start)
            for start in range(max(0, end - longest), end)
            if text[start:end] in numbers or end == start + 1
        )
        best.append(min(ways))
    pieces: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        pieces.append(text[start:end])
        end = start
    return pieces[::-1]

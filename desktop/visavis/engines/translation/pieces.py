"""From text to the pieces of words that an engine works on, and back."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

UNKNOWN = "<unk>"
_SPACE = "\u2581"
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")


class Pieces:
    """The pieces of a package; `tokenizer` is Argos Translate's, for `model` with SentencePiece or with byte pairs.

    Argos joins pieces to text with a space for each underscore; with SentencePiece they are joined here.
    """

    def __init__(self, tokenizer: Any, model: Path, sentencepiece: bool) -> None:
        self._tokenizer, self._joins = tokenizer, sentencepiece
        self._target = _load_target_ranks(model) if sentencepiece else {}

    def encode(self, text: str) -> list[str]:
        """Cut French."""
        return list(self._tokenizer.encode(text))

    def encode_target(self, text: str) -> list[str]:
        """Cut English; a package with a vocabulary of its own for it does not tell how, so the commonest pieces."""
        return _segment_by_rank(_SPACE + _SPACE.join(text.split()), self._target) if self._target else self.encode(text)

    def decode(self, pieces: list[str]) -> str:
        """Join pieces of English."""
        if not self._joins:
            return str(self._tokenizer.decode(pieces))
        text, pending_bytes = "", b""
        for piece in pieces:
            if byte := _BYTE.fullmatch(piece):
                pending_bytes += bytes.fromhex(byte[1])
            else:
                text, pending_bytes = text + pending_bytes.decode("utf-8", "replace") + piece.replace(_SPACE, " "), b""
        return (text + pending_bytes.decode("utf-8", "replace")).strip(" ")


def _load_target_ranks(model: Path) -> dict[str, int]:
    """Return the rank of each piece of a target vocabulary, if the package has one of its own."""
    path = model / "target_vocabulary.json"
    if not path.is_file():
        return {}
    return {piece: number for number, piece in enumerate(json.loads(path.read_text(encoding="utf-8")))}


def _segment_by_rank(text: str, numbers: dict[str, int]) -> list[str]:
    """Cut a text into the pieces that are commonest together, by Zipf's law; a character that none has is a piece."""
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

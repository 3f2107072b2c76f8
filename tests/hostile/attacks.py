"""Attacks that apply to every format: truncated, flipped, disguised, wrong encoding, illegal characters, huge."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from operator import add, itemgetter

from hostile.dress import GOOD, dressed

Make = Callable[[], bytes]

_FRENCH = "L’été, la députée a répété qu’elle n’avait « rien reçu » à Besançon. "
_MAGIC = {
    "png": b"\x89PNG\r\n\x1a\n",
    "zip": b"PK\x03\x04",
    "pdf": b"%PDF-1.7\n",
    "rtf": b"{\\rtf1 ",
    "ole": b"\xd0\xcf\x11\xe0",
}
_MAGIC |= {"html": b"<html>", "mail": b"From: a\nTo: b\nSubject: c\n\n", "elf": b"\x7fELF"}
_ENCODINGS = ("utf-16", "utf-32-be", "cp037", "utf-7", "shift-jis")
_CHARACTERS = {
    "bidi": f"\u202e{_FRENCH}\u202c\u2066\u2067{_FRENCH}\u202a" * 50,
    "zero-width": "\u200b\u200d\u2060\ufeff".join(_FRENCH * 50),
    "surrogates": f"{_FRENCH}\ud800{_FRENCH}\udfff\udc00" * 50,
    "combining": f"{_FRENCH}e" + "\u0301\u0323" * 200_000,
    "control": "".join(map(chr, range(32))).replace("\n", "") + f"{_FRENCH}\x1b[2J\x07\x9b31m" * 50,
    "private": "".join(map(chr, range(0xE000, 0xE0F0))) * 20,
}


def anything(reader: str) -> Iterator[tuple[str, Make]]:
    """Yield the name of each such attack on a reader, with a function that makes its file."""
    yield from damaged(reader, GOOD[reader].read_bytes())
    for encoding in _ENCODINGS:
        yield f"in {encoding}", partial(_encoded, reader, encoding)
    yield "nulls alone", lambda: bytes(100_000)
    yield "noise", lambda: random.Random(reader).randbytes(200_000)
    for name, text in _CHARACTERS.items():
        yield f"{name} characters", partial(dressed, reader, text)
    yield "one line", lambda: dressed(reader, _FRENCH * (10_000_000 // len(_FRENCH.encode())))
    yield "one word", lambda: dressed(reader, "a" * 10_000_000)
    yield "empty lines", lambda: dressed(reader, _FRENCH + "\n" * 1_000_000 + _FRENCH)
    yield "many lines", lambda: dressed(reader, f"{_FRENCH}\n" * 100_000)


def damaged(reader: str, good: bytes) -> Iterator[tuple[str, Make]]:
    """Yield the attacks that need nothing but a valid file."""
    for tenth in range(10):
        yield f"cut at {tenth} tenths", partial(itemgetter(slice(len(good) * tenth // 10)), good)
    for seed in range(8):
        yield f"bits flipped {seed}", partial(flipped, good, f"{reader} {seed}")
    for name, magic in _MAGIC.items():
        yield f"magic of {name}", partial(add, magic, good)
    yield "nulls after", lambda: good + bytes(5_000_000)
    yield "nulls within", lambda: b"\0".join(good[i : i + 97] for i in range(0, len(good), 97))


def _encoded(reader: str, encoding: str) -> bytes:
    return dressed(reader, _FRENCH * 20).decode("latin-1").encode(encoding, "replace")


def flipped(data: bytes, seed: str) -> bytes:
    """Flip one bit per thousand, at least eight."""
    dice = random.Random(seed)
    made = bytearray(data)
    for _ in range(max(8, len(data) * 8 // 1000)):
        made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
    return bytes(made)

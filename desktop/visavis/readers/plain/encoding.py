"""Decodes the bytes of a file: finds the encoding of a French text, rejects what is not text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from visavis.model.errors import EmptyInput, InputError, NotText
from visavis.readers.detect import name_other_kind
from visavis.readers.refusals import recognise_refused

# First bytes of formats that other readers handle.
_TAKEN = (b"%PDF-", b"{\\rtf")
# UTF-32 before UTF-16: its byte order mark begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16  # bytes examined to guess the encoding
_MOST_LINES = 500_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # control characters that text doesn't have
# Characters of French beyond ASCII.
_FRENCH = frozenset("àâçèéêëîïôùûüÿœæÀÂÇÈÉÊËÎÏÔÙÛÜŸŒÆ«»“”‘’…–—€°·•©\u00a0")
# Bytes that are letters or the euro in Latin-9 but symbols in Latin-1: "c½ur", "10 ¤".
_LATIN_9 = re.compile(
    rb"\xa4|[A-Za-z\xe0-\xff][\xa6\xa8\xb4\xb8\xbd](?=[a-z\xe0-\xff])|[A-Z][\xbc\xbe](?=[A-Z])|(?<![0-9\w])[\xbc\xbd](?=[a-z]{2})"
)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file, with newlines as line ends. Raises EmptyInput or NotText about `name`."""
    text = _unicode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    # more than 1 % of the characters are control characters
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise NotText(name, name_other_kind(name))
    if not text.strip("\ufeff\u200b\x00 \t\n\v\f\u00a0"):
        raise EmptyInput(name, "it contains no text")
    if text.count("\n") > _MOST_LINES:
        raise InputError(name, "it has more than {0} lines, far more than an article; open a part", _MOST_LINES)
    return text


def _unicode(data: bytes, name: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    if refused := recognise_refused(name, data):
        raise NotText(name, refused.what)
    if data.startswith(_TAKEN):
        raise NotText(name, name_other_kind(name))
    if wide := _wide(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", "replace")
        wrong = damaged.count("\ufffd")
        # a few invalid bytes: the file was truncated or concatenated
        if wrong * 10 < sum(c > "\x7f" for c in damaged) - wrong:
            return damaged
    return data.decode(_single_byte(data[:_SAMPLE]), "replace")


def _wide(sample: bytes) -> str:
    """Return the UTF-16 variant that the positions of zero bytes suggest, or an empty string."""
    pairs = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if pairs > 1 and odd > pairs * 0.5 and even < pairs * 0.05:
        return "utf-16-le"
    if pairs > 1 and even > pairs * 0.5 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def _single_byte(sample: bytes) -> str:
    """Return the single-byte encoding in which the sample looks most like French."""
    windows = any(0x80 <= byte <= 0x9F for byte in sample)
    usual = "iso-8859-15" if not windows and _LATIN_9.search(sample) else "cp1252"
    scores = {encoding: _sense(sample.decode(encoding, "replace")) for encoding in (usual, "mac_roman", "cp850")}
    best = max(scores, key=lambda encoding: scores[encoding])
    # more than 40 % of the bytes are not ASCII
    foreign = sum(byte > 0x7F for byte in sample) * 5 > len(sample) * 2
    if foreign or scores[best] < 0.4:  # not French at all: let charset-normalizer guess
        guess = from_bytes(sample).best()
        return guess.encoding if guess is not None else usual
    return best if scores[best] > scores[usual] + 0.3 else usual  # the usual encoding unless another is clearly better


def _sense(text: str) -> float:
    """Return the share of the non-ASCII characters that occur in French."""
    beyond = [c for c in text if c > "\x7f"]
    return sum(c in _FRENCH for c in beyond) / max(len(beyond), 1)

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.model.errors import EmptyInput, NotText
from visavis.readers.plain.encoding import decode

PLAIN = "Le cœur a ses raisons : déçu, là où il était, naïf.\nÇa coûte 10 €. Voilà une ligne de plus, très française."
TYPESET = "L’œuvre coûte 5 € – « déjà » trop… À l’été, Noël."
LATIN_1 = "Déjà l'été à Nîmes : ça coûte très cher, Noël aussi."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(PLAIN, e) for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")],
        (PLAIN, "iso-8859-15"),
        (TYPESET, "cp1252"),
        (TYPESET, "mac_roman"),
        (LATIN_1, "iso-8859-1"),
        (LATIN_1, "cp850"),
        ("SŒUR ET ŒUVRE", "iso-8859-15"),
        ("CŒUR", "cp1252"),
        ("Le vœu", "iso-8859-15"),
        ("Il a mis 1½ heure, à l'aise.", "iso-8859-1"),
        ("plain", "ascii"),
        ("L'été à Paris " * 9000, "cp1252"),
    ],
)
def test_french_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_big_endian_with_a_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "a.txt") == PLAIN


def test_lines_end_in_newlines() -> None:
    assert decode(b"a\r\nb\rc\nd", "a.txt") == "a\nb\nc\nd"


def test_a_text_cut_off_within_a_letter_stays_utf_8() -> None:
    assert decode(("é" * 50).encode()[:-1], "a.txt").startswith("é" * 49)


def test_what_is_not_french_is_left_to_charset_normalizer() -> None:
    text = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. " * 3
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"\x7fELF",
        bytes(range(256)),
        b"\x00" * 9,
        b"a\x00b",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText, match=r"^a.bin: it is "):
        decode(data, "a.bin")


@pytest.mark.parametrize("data", [b"", b" \n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\n".encode()])
def test_nothing_to_read_is_said(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="it contains no text"):
        decode(data, "a.txt")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except (NotText, EmptyInput):
        return
    assert text.strip()
    assert "\r" not in text


@given(st.text(alphabet="abc éèàçœ’«»€\n", min_size=20))
def test_utf_8_is_always_read_exactly(text: str) -> None:
    if text.strip():
        assert decode(text.encode(), "a") == text

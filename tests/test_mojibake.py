"""Text that was read in a wrong encoding and saved so is put right, and that is said; what is right is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.model.article import Role
from visavis.readers.open import from_bytes
from visavis.readers.plain.mojibake import repair_encoding

TEXT = "Le vieux pont sera rénové\n\nÀ l’issue du vote, Zoé Noël a dit : « Ça coûtera 12 €… » – l’œuvre est engagée."
NOTE = "The text had been saved in a wrong encoding; its accents and signs were restored"


def torn(text: str, codec: str) -> str:
    """Return a text in UTF-8 as a program reads it that takes it for another encoding."""
    letters = {byte: bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)}
    return "".join(letters[byte] for byte in text.encode())


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "mac_roman", "cp850"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_that_was_encoded_more_than_once_is_repaired(codec: str, times: int, name: str) -> None:
    text = TEXT
    for _ in range(times):
        text = torn(text, codec)
    html = f"<html><body><h1>{text}</p></body></html>".replace("\n\n", "</h1><p>")
    read = from_bytes(name, (html if name.endswith("html") else text).encode())
    assert read.text == TEXT
    assert read.paragraphs[0].role is not Role.CAPTION
    assert list(read.notes) == [NOTE]


def test_a_space_that_was_lost_is_found_again() -> None:
    assert repair_encoding("fermÃ© Ã la circulation, votÃ© Ã  Paris") == "fermé à la circulation, voté à Paris"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Le signe « Ã© » apparaît quand un é est mal lu, à l’évidence : c’est arrivé à des générations d’élèves.",
        "SÃO PAULO, JOÃO et a Ásia",
        "Âge, Île, Être : ÂÎÊ",
        "prix : 12 £, 3 ¥ et 5 ©",
        "√ 2 et ƒ(x)",
        "",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert repair_encoding(text) == text


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF), max_size=80))
def test_it_ends_and_never_fails(text: str) -> None:
    assert isinstance(repair_encoding(text), str)

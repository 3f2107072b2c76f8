"""Where words part in a PDF: by the spaces that are drawn, or else by how far apart the letters stand."""

from __future__ import annotations

from itertools import product

import pytest

from visavis.readers.pdf.reader import read

#: Advance widths in thousandths of an em, of Times' letters.
WIDTHS = {
    **dict.fromkeys(map(chr, range(32, 127)), 556),
    **{" ": 250, "A": 722, "C": 667, "D": 722, "E": 611, "I": 333, "L": 611, "M": 889, "N": 722, "O": 722, "P": 556},
    **{"S": 556, "T": 611, "V": 722, "a": 444, "i": 278, "l": 278, "t": 278, "y": 500, "%": 833},
}
SIZE = 20.0


def pdf(content: str) -> bytes:
    """Return a PDF of one page, 600 points wide, with a font whose widths it states."""
    widths = " ".join(str(width) for _, width in sorted(WIDTHS.items()))
    things = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 32 /LastChar 126 /Widths [{widths}] >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    made, places = "%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def by_letter(text: str, space: float, between: float = 0.0, y: float = 700.0) -> str:
    """Draw each letter alone, as Qt does; a space, which PDFium then leaves out, and the gap between letters in ems."""
    content, x = "", 50.0
    for letter in text:
        if letter == " ":
            content += f"BT /F {SIZE} Tf {x - between * SIZE:.2f} {y} Td ( ) Tj ET\n"
            x += (space - between) * SIZE
        else:
            content += f"BT /F {SIZE} Tf {x:.2f} {y} Td ({letter}) Tj ET\n"
            x += (WIDTHS[letter] / 1000 + between) * SIZE
    return content


def text(content: str) -> str:
    return "\n".join(block.text for block in read(pdf(content), "a.pdf").blocks)


def test_a_space_kerned_on_both_sides_parts_words() -> None:
    """Liberation Serif sets that before A, in a quarter of an em, after L or A at a little more than half of it."""
    assert text(by_letter("LE CONSEIL ADOPTE", space=0.139)) == "LE CONSEIL ADOPTE"


def test_so_it_does_between_any_two_letters() -> None:
    letters = "ACDEILMNOPSTVaility%5"
    pairs = [f"n{a} {b}n" for a, b in product(letters, letters)]
    for start in range(0, len(pairs), 8):
        line = " ".join(pairs[start : start + 8])
        assert text(by_letter(line, space=0.13)) == line


@pytest.mark.parametrize("apart", [0.05, 0.12, 0.16, 0.25])
def test_letters_set_apart_are_still_one_word(apart: float) -> None:
    said = "LA VITESSE DE LA VILLE"
    assert text(by_letter(said, space=0.25 + 2 * apart, between=apart)) == said
    assert text(f"BT /F {SIZE} Tf {apart * SIZE} Tc 50 700 Td ({said}) Tj ET") == said


@pytest.mark.parametrize("said", ["il y a 5 %", "A C", "y a t", "5 % a 5 %", "M"])
def test_words_of_one_letter_are_not_taken_for_letters_set_apart(said: str) -> None:
    assert text(by_letter(said, space=0.25)) == said


def test_letters_kerned_towards_each_other_stay_together() -> None:
    assert text(f"BT /F {SIZE} Tf 50 700 Td [(L) 92 (A V) 128 (A) 111 (T) -40 (I) -60 (ON)] TJ ET") == "LA VATION"


def test_justified_words_may_stand_near() -> None:
    """TeX draws no space, and lets a line's shrink by a third."""
    assert text(f"BT /F {SIZE} Tf 50 700 Td [(il) -180 (aime) -180 (la) -180 (ville)] TJ ET") == "il aime la ville"

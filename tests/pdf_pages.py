"""Makes small PDFs for tests: pages of text set at given places, in Helvetica, Helvetica-Bold or Times."""

from __future__ import annotations

from collections.abc import Sequence

FONTS = {"H": "Helvetica", "B": "Helvetica-Bold", "T": "Times-Roman"}

#: The letters of Helvetica by their width in thousandths of an em; all others are as wide as "a".
_WIDTHS = {191: "'", 222: "ijl’", 278: " !,./:;IfÎÏt", 333: "()-r", 389: "*", 500: "Jckçsvxyz", 584: "+<=>", 611: "FTZ",
           667: "&ABEÀÉKPSVXY", 722: "CÇDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W"}  # fmt: skip
WIDTHS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def width(text: str, size: float) -> float:
    """Return how wide a text is in Helvetica."""
    return sum(WIDTHS.get(letter, 556) for letter in text) * size / 1000


def row(x: float, y: float, *parts: tuple[str, float, float]) -> str:
    """Return the operators that show texts beside each other: each with its size, and its rise above the line."""
    content = ""
    for text, size, rise in parts:
        content += shown(round(x, 3), y + rise, text, size)
        x += width(text, size)
    return content


def shown(x: float, y: float, text: str, size: float = 11, font: str = "H", turn: str = "1 0 0 1") -> str:
    """Return the operators that show a text; `turn` is the matrix it is set by."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {turn} {x} {y} Tm ({escaped}) Tj ET\n"


def paragraph(x: float, y: float, lines: Sequence[str], size: float = 11, leading: float = 14) -> str:
    """Return the operators that show lines below each other."""
    return "".join(shown(x, y - leading * number, line, size) for number, line in enumerate(lines))


def pdf(*pages: str, rotate: int = 0) -> bytes:
    """Return a PDF with a page (A4) of each of these contents."""
    fonts = " ".join(f"/{key} {number} 0 R" for number, key in enumerate(FONTS, 3))
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))),
        *(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name.encode()
            for name in FONTS.values()
        ),
    ]
    for number, page in enumerate(pages):
        content = page.encode("cp1252")
        things.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << %s >> >> >>" % (rotate, 7 + 2 * number, fonts.encode())
        )
        things.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    made, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(things) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(made))
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s" % (made, size, table, end)

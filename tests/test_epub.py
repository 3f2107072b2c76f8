"""Books: what pandoc and LibreOffice write, what publishers do to them, and what is no book."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_html import LOREM, shown
from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers import zip_archive
from visavis.readers.epub import read
from visavis.readers.open import open_path

BOOKS = sorted((Path(__file__).resolve().parent / "files" / "epub").glob("*.epub"))
CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PAGE = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint>
<navLabel><text>Le premier</text></navLabel><content src="b%20c.xhtml#x"/></navPoint></navMap></ncx>"""


def book(pages: dict[str, str], extra: dict[str, str] | None = None, title: str = "Le livre") -> bytes:
    """Return a book with its pages in the order of their names backwards."""
    items = "".join(
        f'<item id="{name}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>' for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in sorted(pages, reverse=True))
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
    <dc:title>{title}</dc:title></metadata><manifest>{items}<item id="ncx" href="toc.ncx"
    media-type="application/x-dtbncx+xml"/><item id="no" href="absent.png" media-type="image/png"/></manifest>
    <spine toc="ncx">{spine}<itemref idref="lost"/></spine></package>"""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package)
        for name, content in pages.items():
            archive.writestr(f"OPS/{name}", content)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


def lines(data: bytes) -> list[str]:
    return shown(read(data, "a.epub")).splitlines()[1:]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_books_of_real_programs(path: Path) -> None:
    assert shown(read(path.read_bytes(), path.name)) == path.with_suffix(".expected").read_text(encoding="utf-8")


def test_a_book_through_the_house() -> None:
    article = open_path(BOOKS[0].parent / "revue.epub")
    assert (article.kind, article.title, article.date) == ("epub", "L’eau qui manque", "2024-03-18")
    assert article.author == "Hélène Marchetti, Paul Lefèvre"
    assert [p.place for p in article.paragraphs if p.role is Role.HEADING and p.level == 1] == [
        "chapter 1",
        "chapter 2",
        "chapter 3",
    ]


def test_chapters_in_the_order_of_the_spine_with_the_labels_of_the_contents() -> None:
    pages = {"a.xhtml": PAGE.format(f"<h1>Le second</h1><p>{LOREM}</p>"), "b c.xhtml": PAGE.format(f"<p>{LOREM}</p>")}
    assert lines(book(pages, {"OPS/toc.ncx": NCX})) == [
        "title Le livre",
        "heading1 [chapter 1] Le premier",
        f"body [chapter 1] {LOREM}",
        "heading1 [chapter 2] Le second",
        f"body [chapter 2] {LOREM}",
    ]


def test_marks_of_notes_are_no_figures_and_notes_are_asides() -> None:
    page = PAGE.format(
        f'<h1>Un</h1><p>{LOREM}<a href="#n" epub:type="noteref">12</a></p>'
        '<aside epub:type="footnote"><p>La note.</p></aside>'
        '<ol role="doc-endnotes"><li>Une autre. <a href="#m" role="doc-backlink">↩</a></li></ol><p/><p>La fin.</p>'
    )
    assert lines(book({"a.xhtml": page}))[2:] == [
        f"body [chapter 1] {LOREM}",
        "aside [chapter 1] La note.",
        "aside [chapter 1] 1. Une autre.",
        "body [chapter 1] La fin.",
    ]


@pytest.mark.parametrize("prefix", ["", "svg:"])
def test_the_text_of_a_drawn_page_is_read_line_by_line_joined_to_sentences(prefix: str) -> None:
    spans = f"<{prefix}tspan>{LOREM[:30]}</{prefix}tspan><{prefix}tspan>{LOREM[30:]}</{prefix}tspan>"
    drawn = f"<{prefix}text>{spans}</{prefix}text><{prefix}text>Le maire a promis</{prefix}text>"
    whole = f"<{prefix}svg>{drawn}<{prefix}text>des indemnités.</{prefix}text></{prefix}svg>"
    said = " ".join(f"{LOREM[:30]} {LOREM[30:]}".split())
    assert lines(book({"a.xhtml": PAGE.format(whole)}))[1:] == [
        f"body [chapter 1] {said}",
        "body [chapter 1] Le maire a promis des indemnités.",
    ]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800">{}</svg>'
DRAWN = [("Le conseil municipal a voté", 100), ("mardi la rénovation du", 120), ("Port, fermé depuis mars.", 140),
         ("La maire a promis", 190), ("des indemnités.", 210)]  # fmt: skip


@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?><!DOCTYPE svg><!-- a --><!-- b -->'])
@pytest.mark.parametrize(
    "line",
    [
        '<text x="50" y="{1}">{0}</text>',
        '<text transform="matrix(1 0 0 1 50 {1})"><tspan>{0}</tspan></text>',
        '<g transform="translate(50,{1})"><text>{0}</text></g>',
        '<text><tspan x="50" y="{1}">{0}</tspan></text>',
    ],
)
def test_a_page_that_is_a_drawing_has_the_paragraphs_that_its_lines_make(line: str, before: str) -> None:
    page = before + SVG.format("".join(line.format(*drawn) for drawn in DRAWN))
    assert lines(book({"a.svg": page}))[1:] == [
        "body [chapter 1] Le conseil municipal a voté mardi la rénovation du Port, fermé depuis mars.",
        "body [chapter 1] La maire a promis des indemnités.",
    ]


def test_html_in_a_drawing_is_read() -> None:
    inside = f'<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><p>{LOREM}</p></div></foreignObject>'
    assert lines(book({"a.xhtml": PAGE.format(SVG.format(inside))}))[1:] == [f"body [chapter 1] {LOREM}"]


def test_numbers_of_printed_pages_are_no_text_and_drawn_initials_are() -> None:
    number, other = '<a class="pagenum">[5]</a>', '<span epub:type="pagebreak" title="6">6</span>'
    page = f'<p><img src="l.png" alt="L"/>e conseil {number}a voté {other}mardi.</p><p>{LOREM}</p>'
    assert lines(book({"a.xhtml": PAGE.format(page)}))[1] == "body [chapter 1] Le conseil a voté mardi."


def test_what_is_drawn_among_other_text_stands_in_its_place() -> None:
    drawing = '<figure><svg xmlns="http://www.w3.org/2000/svg"><text>Le maire a promis une aide.</text></svg></figure>'
    page = PAGE.format(f"<p>{LOREM}</p>{drawing}<p>La séance est levée.</p>")
    assert lines(book({"a.xhtml": page}))[1:] == [
        f"body [chapter 1] {LOREM}",
        "body [chapter 1] Le maire a promis une aide.",
        "body [chapter 1] La séance est levée.",
    ]


def test_a_damaged_page_leaves_the_others() -> None:
    pages = {"a.xhtml": PAGE.format(f"<h1>Un</h1><p>{LOREM}</p>"), "b.xhtml": "\x00\x01\x02" * 99, "c.xhtml": ""}
    assert lines(book(pages))[1:] == ["heading1 [chapter 1] Un", f"body [chapter 1] {LOREM}"]


# what cannot be read


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "a.epub")
    return caught.value.reason


def test_a_book_that_is_locked() -> None:
    encryption = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="{}"/></CipherData>
    </EncryptedData></encryption>"""
    pages = {"a.xhtml": PAGE.format(f"<h1>Un</h1><p>{LOREM}</p>")}
    locked = {"META-INF/encryption.xml": encryption.format("OPS/a.xhtml")}
    assert refused(book(pages, locked)) == "it is locked to one reader (DRM), and cannot be read here"
    assert lines(book(pages, {"META-INF/encryption.xml": encryption.format("OPS/font.otf")}))


def test_a_book_without_text() -> None:
    with pytest.raises(EmptyInput, match="it is a book without text"):
        read(book({"a.xhtml": PAGE.format("<img/>")}), "a.epub")


def test_a_damaged_book() -> None:
    data = BOOKS[0].read_bytes()
    for bad in (b"", data[:600], data[:-30], book({}).replace(b"OPS/book.opf", b"OPS/boot.opf")):
        assert refused(bad) == "it is damaged, and cannot be read as a book; fetch it again"


def test_a_part_that_needs_a_password() -> None:
    data = bytearray(book({"a.xhtml": "x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1
    assert refused(bytes(data)) == "it is protected by a password; save it without one first"


def test_a_zip_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the archive says of itself: no more is unpacked than is allowed, of one part or of all."""
    monkeypatch.setattr(zip_archive, "LARGEST", 100_000)
    one = {"a.xhtml": PAGE.format("<p>" + " " * 200_000)}
    many = {f"{n}.xhtml": PAGE.format("<p>" + " " * 20_000) for n in range(9)}
    for pages in (one, many):
        assert "far larger than an article" in refused(book(pages))


def test_an_xml_bomb() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha ha ha">{entities}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    page = bomb + PAGE.format(f"<h1>Un</h1><p>&l11; &f; {LOREM}</p>").split("?>")[1]
    made = lines(book({"a.xhtml": page}, {"OPS/toc.ncx": bomb + NCX.replace("Le premier", "&l11;&f;")}))
    assert made == ["title Le livre", "heading1 [chapter 1] Un", f"body [chapter 1] &l11; &f; {LOREM}"]
    assert lines(book({"a.xhtml": PAGE.format(f"<h1>Un</h1><p>{LOREM}</p>")}, title="&l11;"))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BOOKS), st.data())
def test_damage(path: Path, data: st.DataObject) -> None:
    raw = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=30)):
        raw[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    for bad in (bytes(raw), bytes(raw[:cut])):
        try:
            read(bad, "a.epub")
        except InputError as error:
            assert error.reason

"""Pictures of the article: where the readers find them, and which they leave alone."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from email.mime.image import MIMEImage
from pathlib import Path

import docx
import numpy as np
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from slides import deck, relations, shape
from test_epub import PAGE, book
from test_html import LOREM
from test_mhtml import saved
from test_odt import packed
from visavis.model.article import Article
from visavis.readers import pictures
from visavis.readers.open import from_bytes, from_text, open_path
from visavis.readers.pdf import pictures as pdf_pictures
from visavis.readers.pictures import recognise_picture


def png(width: int = 90, height: int = 80, stated: int = 0) -> bytes:
    """Return a grey picture, whose head may state another width."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", stated or width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes([width % 256]) * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def embed(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def web_page(*sources: str) -> str:
    images = "".join(
        f'<figure><img src="{source}" alt="Vue"><figcaption>Photo.</figcaption></figure>' for source in sources
    )
    return f"<html><body><h1>Le titre</h1><p>{LOREM}</p>{images}<p>La fin.</p></body></html>"


def placed(article: Article) -> list[tuple[str, int, str]]:
    """Return what each picture stands before, its width, and what is said of it."""
    return [(article.text[article.paragraphs[p.paragraph].start :][:6], p.width, p.text) for p in article.pictures]


def packed_with(data: bytes, files: dict[str, bytes]) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_pictures_in_a_web_page_stand_before_their_captions() -> None:
    assert placed(from_text("a", web_page(embed(png())))) == [("Photo.", 90, "Vue")]


def test_pictures_beside_a_web_page_are_read_and_none_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    for place in ("page_files/été 1.png", "secret.png"):
        (tmp_path / place).write_bytes(png())
    within = tmp_path / "page"
    within.mkdir()
    (within / "page_files").symlink_to(tmp_path / "page_files")
    inside = web_page("page_files/%C3%A9t%C3%A9%201.png?x=1")
    (tmp_path / "a.html").write_text(inside, encoding="utf-8")
    assert len(open_path(tmp_path / "a.html").pictures) == 1
    far = (tmp_path / "secret.png").as_posix()
    outside = [
        "../secret.png",
        far,
        f"file://{far}",
        "https://exemple.fr/a.png",
        "//hôte/a.png",
        "\\\\hôte\\a.png",
        "a\0b",
    ]
    (within / "b.html").write_text(web_page(*outside, "page_files/été 1.png"), encoding="utf-8")
    assert open_path(within / "b.html").pictures == ()  # a link may lead out of the folder


def test_a_pasted_page_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(png())
    monkeypatch.chdir(tmp_path)
    assert from_text("a", web_page("a.png")).pictures == ()


def test_pictures_of_a_saved_page() -> None:
    message = saved(web_page("photo.png", "cid:autre"))
    for width, name, value in (
        (90, "Content-Location", "http://www.exemple.fr/photo.png"),
        (91, "Content-ID", "<autre>"),
    ):
        part = MIMEImage(png(width), "png")
        part[name] = value
        message.attach(part)
    assert placed(from_bytes("a.mht", message.as_bytes())) == [("Photo.", 90, "Vue"), ("Photo.", 91, "Vue")]


def test_pictures_of_a_word_file(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Avant.")
    file.add_picture(io.BytesIO(png()))
    file.add_table(1, 1).cell(0, 0).text = "Légende."
    file.add_paragraph("Après.").add_run().add_picture(io.BytesIO(png(91)))
    file.add_picture(io.BytesIO(png(92)))
    file.inline_shapes[0]._inline.docPr.set("descr", "Vue")
    file.save(str(tmp_path / "a.docx"))
    article = open_path(tmp_path / "a.docx")
    assert placed(article) == [("Légend", 90, "Vue"), ("Après.", 91, ""), ("Après.", 92, "")]
    assert [article.text[p.start : p.end] for p in article.paragraphs] == ["Avant.", "Légende.", "Après."]


IMAGE = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>Vue</svg:desc></draw:frame>'


@pytest.mark.parametrize("boxed", [False, True])
def test_pictures_of_an_opendocument_text(boxed: bool) -> None:
    inner = f"<text:p>{IMAGE}Légende.</text:p>"
    box = f"<text:p><draw:frame><draw:text-box>{inner}</draw:text-box></draw:frame></text:p>" if boxed else inner
    file = packed_with(packed(f"<text:p>Avant.</text:p>{box}<text:p>Après.</text:p>"), {"Pictures/a.png": png()})
    assert placed(from_bytes("a.odt", file)) == [("Légend", 90, "Vue")]


def test_pictures_of_slides() -> None:
    texts = "<draw:frame><draw:text-box><text:p>Texte.</text:p></draw:text-box></draw:frame>"
    title = f'<draw:frame presentation:class="title">{texts[12:]}'.replace("Texte.", "Titre.")
    file = packed(f"<draw:page>{IMAGE}{texts}{title}</draw:page>", kind="presentation")
    assert placed(from_bytes("a.odp", packed_with(file, {"Pictures/a.png": png()}))) == [("Texte.", 90, "Vue")]
    about = '<p:nvPicPr><p:cNvPr id="2" name="b" descr="Vue"/></p:nvPicPr>'
    shown = f'<p:pic>{about}<p:blipFill><a:blip r:embed="i1"/></p:blipFill></p:pic>'
    slide = shape("Titre.", place='type="title"') + shown + shape("Texte.")
    file = deck(slide, more={"ppt/slides/_rels/slide1.xml.rels": relations(("i1", "image", "../media/a.png"))})
    assert placed(from_bytes("a.pptx", packed_with(file, {"ppt/media/a.png": png()}))) == [("Texte.", 90, "Vue")]


def test_pictures_of_a_book() -> None:
    page = PAGE.format(f'<h1>Un</h1><p>{LOREM}</p><img src="img/a%20b.png" alt="Vue"/><p>La fin.</p>')
    file = packed_with(book({"a.xhtml": page}), {"OPS/img/a b.png": png()})
    assert placed(from_bytes("a.epub", file)) == [("La fin", 90, "Vue")]


def pdf_with(picture: QImage, path: Path) -> bytes:
    """Return a PDF of Qt's with a picture between two paragraphs."""
    document = QTextDocument()
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl("a"), picture)
    document.setHtml(f'<p>{LOREM}</p><p><img src="a" width="200"></p><p>Photo.</p><p>{LOREM} Et puis rien.</p>')
    writer = QPdfWriter(str(path))
    document.print_(writer)
    return path.read_bytes()


@pytest.mark.parametrize(
    "form", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_Grayscale8]
)
def test_pictures_of_a_pdf(qapp: QApplication, tmp_path: Path, form: QImage.Format) -> None:
    picture = QImage(300, 240, form)
    picture.fill(200)
    article = from_bytes("a.pdf", pdf_with(picture, tmp_path / "a.pdf"))
    assert placed(article) == [("Photo.", 300, "")]
    assert [paragraph.role.value for paragraph in article.paragraphs].count("body") == 3


def test_a_pdf_is_read_without_pictures_that_take_too_long(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = QImage(300, 240, QImage.Format.Format_RGB32)
    picture.fill(200)
    data = pdf_with(picture, tmp_path / "a.pdf")
    monkeypatch.setattr(pdf_pictures, "_LONGEST", 0.0)
    article = from_bytes("a.pdf", data)
    assert article.pictures == ()
    assert "Photo." in article.text


def test_each_picture_is_shown_once_and_icons_are_not() -> None:
    twice, icon = embed(png()), embed(png(20, 20))
    assert len(from_text("a", web_page(twice, icon, twice)).pictures) == 1


def test_no_more_are_kept_than_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    page = web_page(*(embed(png(70 + n)) for n in range(6)))
    assert len(from_text("a", page).pictures) == 6
    monkeypatch.setattr(pictures, "_MOST", 2)
    assert len(from_text("a", page).pictures) == 2
    monkeypatch.setattr(pictures, "_MOST", 60)
    monkeypatch.setattr(pictures, "_MOST_BYTES", 2 * len(png(70)) + 40)
    assert 1 <= len(from_text("a", page).pictures) <= 3


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'/>", png()[:20], png(stated=2**31),
     b"\xff\xd8" * 90, b"\xff\xd8\xff\xe0\0\0", b"GIF89a\0\0\0\0", b"RIFF\0\0\0\0WEBPVP8X"],
)  # fmt: skip
def test_what_is_no_picture_or_a_bomb_is_left_alone(data: bytes) -> None:
    assert recognise_picture(data) is None
    assert from_text("a", web_page(embed(data))).pictures == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a" + struct.pack("<HH", 90, 80), "image/gif"),
        (b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08" + struct.pack(">HH", 80, 90) + b"\3\1\2", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x59\0\0\x4f\0\0", "image/webp"),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(4) + b"\x2f" + (89 | 79 << 14).to_bytes(4, "little"), "image/webp"),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 90, 80), "image/webp"),
    ],
)
def test_the_sizes_of_pictures(data: bytes, kind: str) -> None:
    found = recognise_picture(data)
    assert found and (found.kind, found.width, found.height) == (kind, 90, 80)


@pytest.mark.parametrize(("channels", "shown"), [(1, (77, 77, 77)), (3, (200, 90, 20)), (4, (200, 90, 20))])
def test_the_pixels_of_a_pdf_keep_their_colours(channels: int, shown: tuple[int, int, int]) -> None:
    """Where a PDF holds no JPEG, a picture is made of what PDFium unpacks."""
    colour = {1: [77], 3: [20, 90, 200], 4: [20, 90, 200, 255]}[channels]
    pixels = np.full((100, 120, channels), colour, np.uint8)
    form = {1: raw.FPDFBitmap_Gray, 3: raw.FPDFBitmap_BGR, 4: raw.FPDFBitmap_BGRA}[channels]
    file = pdfium.PdfDocument.new()
    page, image = file.new_page(595, 842), pdfium.PdfImage.new(file)
    bitmap = pdfium.PdfBitmap.new_native(120, 100, form)
    bitmap.to_numpy()[:] = pixels if channels > 1 else pixels[:, :, 0]
    image.set_bitmap(bitmap)
    image.set_matrix(pdfium.PdfMatrix().scale(240, 200).translate(100, 300))
    page.insert_obj(image)
    page.gen_content()
    out = io.BytesIO()
    file.save(out)
    with pdf_pictures.reading_pictures(out.getvalue()) as find:
        (found,) = find()
    assert found.picture.kind == "image/png"
    assert found.page == 1
    assert abs(found.bottom - 300) < 1
    assert QImage.fromData(found.picture.data).pixelColor(5, 5).getRgb()[:3] == shown  # type: ignore[index]

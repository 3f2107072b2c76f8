"""Scans and pictures of text: read by Tesseract where it is installed, and told how to install it where it is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from rapidfuzz.distance import Levenshtein

from scanned import drawn, noisy, saved, scanned_pdf, skewed
from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.detect import detect_kind
from visavis.readers.open import from_bytes
from visavis.readers.progress import ReadingCancelled, listen_to_reading, report_page
from visavis.readers.scans import page_images, tesseract
from visavis.readers.scans.deskew import measure_skew, remove_noise
from visavis.readers.scans.hocr import parse_hocr
from visavis.readers.scans.tesseract import TesseractFailed, describe_installation, recognise_page

pytestmark = pytest.mark.usefixtures("qapp")
needs_tesseract = pytest.mark.skipif(not tesseract.find_tesseract(), reason="Tesseract is not installed")

TITLE = "Le vieux pont sera rénové"
PARAGRAPHS = [
    "Le conseil municipal a voté mardi soir la rénovation du vieux pont, fermé depuis le printemps dernier. Les travaux"
    " coûteront 2,4 millions d’euros et dureront dix mois, selon la mairie de la commune.",
    "Le maire a promis que les commerçants seraient indemnisés. Une réunion publique aura lieu le 12 juin à la salle"
    " des fêtes, où les élus répondront aux questions des riverains.",
]
PAGE = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def pixels(image: QImage) -> NDArray[np.uint8]:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()  # the picture may go


def wrong(read: str) -> float:
    """Return the share of the words that were not read as they are."""
    words = " ".join([TITLE, *PARAGRAPHS]).split()
    return Levenshtein.distance(words, read.split()) / len(words)


@pytest.fixture(autouse=True)
def _tesseract_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISAVIS_TESSERACT")


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "find_tesseract", lambda: "")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)


INSTALL = "to have it read, install Tesseract with its French data: sudo apt install tesseract-ocr tesseract-ocr-fra"


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_it_is_said_how_to_install_it() -> None:
    scan = (Path(__file__).parent / "files" / "pdf" / "scanned.pdf").read_bytes()
    with pytest.raises(EmptyInput) as caught:
        from_bytes("a.pdf", scan)
    assert str(caught.value) == f"a.pdf: it is a scan: pictures of pages, no text; {INSTALL}"
    with pytest.raises(InputError) as refused:
        from_bytes("a.png", saved(drawn(PAGE, dpi=72)))
    assert str(refused.value) == f"a.png: it is a picture; {INSTALL}"


@pytest.mark.parametrize(
    ("platform", "program", "told"),
    [
        ("linux", "dnf", "sudo dnf install tesseract tesseract-langpack-fra"),
        ("linux", "", "sudo apt install tesseract-ocr tesseract-ocr-fra"),
        ("darwin", "", "brew install tesseract tesseract-lang"),
        ("win32", "", "choose French among its additional languages"),
    ],
)
def test_each_system_has_its_own_way(platform: str, program: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("shutil.which", lambda name: name if name == program else None)
    assert describe_installation().endswith(told)


def fake(folder: Path, script: str) -> str:
    """Return the path of a program that stands in for Tesseract."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("languages", "found"), [("eng fra osd", True), ("eng osd", False), ("frankish", False)])
def test_tesseract_counts_only_with_its_french_data(
    languages: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fake(tmp_path, f"for language in {languages}; do echo $language; done")
    monkeypatch.setattr("shutil.which", lambda name: path)
    assert tesseract.find_tesseract() == (path if found else "")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_cancelled_reading_ends_tesseract(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    path = fake(tmp_path, f"echo $$ > {pid}; exec sleep 600")

    def check() -> None:
        if pid.exists() and pid.read_text():
            raise ReadingCancelled

    with pytest.raises(ReadingCancelled):
        recognise_page(path, b"x" * 10_000_000, 300, check)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize("script", ["exit 1", "exec sleep 600"])
def test_tesseract_that_fails_or_hangs(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_PATIENCE", 1.0)
    with pytest.raises(TesseractFailed):
        recognise_page(fake(tmp_path, script), b"x", 300, lambda: None)


def test_reports_reach_who_listens_and_stop_a_reading() -> None:
    report_page(1, 3)
    heard: list[tuple[int, int]] = []

    def listen(page: int, pages: int) -> bool:
        heard.append((page, pages))
        return page < 2

    with listen_to_reading(listen):
        report_page(1, 3)
        with pytest.raises(ReadingCancelled):
            report_page(2, 3)
    report_page(3, 3)
    assert heard == [(1, 3), (2, 3)]


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.0, 1.3, 2.0, 4.0])
def test_the_skew_of_a_page_is_measured(degrees: float) -> None:
    assert measure_skew(pixels(skewed(drawn(PAGE, dpi=150), degrees))) == pytest.approx(degrees, abs=0.15)
    assert measure_skew(np.full((500, 400), 255, np.uint8)) == 0.0


@pytest.mark.parametrize("degrees", [-2.0, 2.0])
def test_a_noisy_page_with_three_lines_gets_white_paper(degrees: float) -> None:
    grey = pixels(noisy(skewed(drawn(f"<p>{PARAGRAPHS[0]}</p>", points=9), degrees)))
    assert measure_skew(grey) == pytest.approx(degrees, abs=0.15)
    white = remove_noise(grey)
    assert np.median(white) == 255 and (white < 250).mean() < 0.03 and (white < 60).mean() > 0.001
    clean = pixels(drawn(PAGE, dpi=150))
    assert remove_noise(clean) is clean


def test_hocr_becomes_lines_without_specks() -> None:
    hocr = b"""<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page">
    <span class="ocr_line" title="bbox 300 600 900 650; baseline 0 -10; x_size 50">
      <span class="ocrx_word" title="bbox 300 600 400 650; x_wconf 96">Le</span>
      <span class="ocrx_word" title="bbox 410 600 600 650; x_wconf 41">mair\xc3\xa9</span>
      <span class="ocrx_word" title="bbox 610 600 620 650; x_wconf 12">|</span>
      <span class="ocrx_word" title="bbox 800 600 900 650; x_wconf 90">2024</span></span>
    <span class="ocr_line" title="bbox 10 10 20 20">
      <span class="ocrx_word" title="bbox 1 2 3 4; x_wconf 5">~</span></span>
    </div></body></html>"""
    page = parse_hocr(hocr, 300, 800.0)
    assert [fragment.text for fragment in page.fragments] == ["Le mairé", "2024"]
    assert (page.words, page.uncertain) == (3, ["mairé"])
    first = page.fragments[0]
    assert (first.x0, first.x1, first.y, first.size) == pytest.approx((72, 144, 800 - 640 * 0.24, 12))
    assert parse_hocr(b"", 300, 800.0).fragments == []


@pytest.mark.parametrize("kind", ["png", "jpg", "tif"])
def test_pictures_are_told_by_their_content(kind: str) -> None:
    data = saved(drawn("<p>a</p>", dpi=72), {"tif": "TIFF", "jpg": "JPG"}.get(kind, "PNG"))
    assert detect_kind("a.txt", data) == "image"


def test_a_damaged_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "find_tesseract", lambda: "tesseract")
    for data in (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"II*\0" + bytes(90), b"\xff\xd8\xff" + bytes(90)):
        with pytest.raises(InputError, match="the picture is damaged, or far larger than a page; it was not opened"):
            from_bytes("a.png", data)


def test_pages_come_upright_and_enlarged() -> None:
    pages = page_images.read_page_images(saved(skewed(drawn(PAGE, dpi=100), 1.5)), "image")
    assert next(pages) == 1
    page = next(pages)
    width, height = map(int, page.picture.split(b" ", 4)[1:3])
    assert page.picture.startswith(b"P5 ") and width > 2000 and page.dpi * 8 < width < page.dpi * 9
    grey = np.frombuffer(page.picture[-width * height :], np.uint8).reshape(height, width)
    assert abs(measure_skew(grey)) < 0.15


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPG", "TIFF"])
def test_a_picture_is_read_and_its_confidence_told(kind: str) -> None:
    article = from_bytes("a.png", saved(drawn(PAGE), kind))
    assert (article.kind, article.title) == ("image", TITLE)
    assert wrong(article.text) <= 0.02
    assert [p.role for p in article.paragraphs] == [Role.TITLE, Role.BODY, Role.BODY]
    assert article.notes[0].startswith("read by Tesseract from a scan; it is ")


@needs_tesseract
@pytest.mark.parametrize("degrees", [-2.0, 2.0])
def test_a_page_askew_and_noisy(degrees: float) -> None:
    assert wrong(from_bytes("a.png", saved(noisy(skewed(drawn(PAGE), degrees)))).text) <= 0.06


@needs_tesseract
def test_a_scanned_pdf_is_read_page_by_page() -> None:
    heard: list[tuple[int, int]] = []

    def listen(page: int, pages: int) -> bool:
        heard.append((page, pages))
        return True

    pages = [drawn(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>"), skewed(drawn(f"<p>{PARAGRAPHS[1]}</p>"), 1.0)]
    with listen_to_reading(listen):
        article = from_bytes("a.pdf", scanned_pdf(*pages))
    assert wrong(article.text) <= 0.02
    assert [p.place for p in article.paragraphs] == ["page 1", "page 1", "page 2"]
    assert list(dict.fromkeys(heard)) == [(1, 2), (2, 2)]


@needs_tesseract
def test_a_picture_without_text() -> None:
    with pytest.raises(EmptyInput, match="no text was found in the picture"):
        from_bytes("a.png", saved(drawn("", dpi=150)))


@pytest.fixture
def slow_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = fake(tmp_path, "exec sleep 600")
    monkeypatch.setattr(tesseract, "find_tesseract", lambda: path)
    yield


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.usefixtures("slow_tesseract")
def test_cancelling_stops_the_reading_of_a_picture() -> None:
    heard = 0

    def listen(page: int, pages: int) -> bool:
        nonlocal heard
        heard += 1
        return heard < 3

    with listen_to_reading(listen), pytest.raises(ReadingCancelled):
        from_bytes("a.png", saved(drawn(PAGE, dpi=100)))
    assert heard == 3

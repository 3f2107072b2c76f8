"""A file that is no article is told what it is, and what can be opened."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from conftest import ARTICLE
from visavis.model.errors import InputError, NotText
from visavis.readers.detect import SUFFIXES, detect_kind
from visavis.readers.open import from_bytes
from visavis.readers.refusals import FOREIGN, OPENS

FILES = Path(__file__).parent / "files"
NOISE = bytes(range(256)) * 9
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
OPENED = f"; {OPENS}"
CELLS = "; copy the cells with the text and paste them into Vis-à-vis"
KEYNOTE = "it is a Keynote presentation; export it as PowerPoint (.pptx) and open that"


def packed(*names: str, mimetype: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "a")
    return data.getvalue()


def old(stream: str) -> bytes:
    return OLD + stream.encode("utf-16-le") + bytes(600)


def refused(name: str, data: bytes) -> str:
    with pytest.raises(NotText) as error:
        from_bytes(name, data)
    assert detect_kind(name, data) not in SUFFIXES or data == NOISE or not data.strip(b"\0")
    return str(error.value.reason)


ODF = "application/vnd.oasis.opendocument."
#: What is in a file, and what is told of it whatever it is called.
TOLD = {
    b"RIFF\x24\x00\x00\x00WEBPVP8 " + NOISE: f"it is a picture (WebP){OPENED}",
    b"RIFF\x24\x00\x00\x00WAVEfmt " + NOISE: f"it is sound or video (WAV){OPENED}",
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic": f"it is a picture (HEIC){OPENED}",
    b"\0\0\0\x18ftypisom\0\0\2\0isomiso2": f"it is sound or video (MP4){OPENED}",
    b"ID3\x04\0\0" + NOISE: f"it is sound or video (MP3){OPENED}",
    b'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"><text>Bonjour</text></svg>': (
        f"it is a picture (SVG){OPENED}"
    ),
    packed("[Content_Types].xml", "xl/workbook.xml", "_rels/.rels"): f"it is a spreadsheet (Excel){CELLS}",
    packed("content.xml", mimetype=ODF + "spreadsheet"): f"it is a spreadsheet (OpenDocument){CELLS}",
    packed("content.xml", mimetype=ODF + "graphics"): f"it is an OpenDocument file, but no text{OPENED}",
    packed("Index/Document.iwa", "preview.jpg"): (
        "it is a document of Apple’s Pages or Numbers; export it as Word (.docx) or PDF and open that"
    ),
    packed("Index/Document.iwa", "Index/MasterSlide-12.iwa"): KEYNOTE,
    packed("buildVersionHistory.plist", "index.apxl"): KEYNOTE,
    packed("translate-fr_en-1_9/metadata.json", "translate-fr_en-1_9/model/model.bin"): (
        "it is a language package; install it under Translation, Language packages"
    ),
    packed("META-INF/MANIFEST.MF", "a.class"): f"it is a program{OPENED}",
    packed("a.docx", "ppt/a.txt", "xl/b.txt"): "it is an archive (ZIP); unpack it and open the article in it",
    packed(): "it is an archive (ZIP); unpack it and open the article in it",
    b"\x1f\x8b\x08" + NOISE: "it is an archive (gzip); unpack it and open the article in it",
    bytes(257) + b"ustar\x0000" + bytes(600): "it is an archive (tar); unpack it and open the article in it",
    old("EncryptedPackage"): "it is protected by a password; save it without one first",
    old("Workbook"): f"it is a spreadsheet (Excel){CELLS}",
    OLD: f"it is an old Office file{OPENED}",
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>': (
        "it is in another Word format; save it as .docx and open that"
    ),
    b'<?xml version="1.0"?>\n<office:document xmlns:office="a">': (
        "it is a flat OpenDocument file; save it as .odt and open that"
    ),
    b"%!PS-Adobe-3.0\n%%Title: a\n": "it is a PostScript file; save it as PDF and open that",
    b"MZ\x90\0\3" + NOISE: f"it is a program{OPENED}",
    b"SQLite format 3\0" + NOISE: f"it is a database (SQLite){OPENED}",
}


@pytest.mark.parametrize("name", ["article", "article.bin", "article.txt", "article.pdf", "article.html"])
@pytest.mark.parametrize(("data", "told"), TOLD.items(), ids=[told.split(";")[0] for told in TOLD.values()])
def test_what_it_is_is_told_from_what_is_in_it(data: bytes, told: str, name: str) -> None:
    assert refused(name, data) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.docx", "its name ends in .docx, but it is no such file, or a damaged one"),
        ("a.pdf", "its name ends in .pdf, but it is no such file, or a damaged one"),
        ("a.gif", "it is a picture (GIF)"),
        ("a.XLSX", "it is a spreadsheet (Excel)"),
        ("a.mp3", "it is sound or video (MP3)"),
        ("a.txt", "it is no text"),
        ("a", "it is no text"),
    ],
)
@pytest.mark.parametrize("data", [NOISE, bytes(4000)], ids=["noise", "zeros"])
def test_what_cannot_be_told_from_it_is_told_by_its_name(name: str, told: str, data: bytes) -> None:
    assert refused(name, data) == f"{told}{OPENED}"


def test_a_damaged_archive_is_what_it_is_called() -> None:
    sheet = packed("[Content_Types].xml", "xl/workbook.xml")[:60]
    assert refused("a.xlsx", sheet) == f"it is a spreadsheet (Excel){CELLS}"
    assert refused("a", sheet) == "it is an archive (ZIP); unpack it and open the article in it"
    assert refused("a.xls", OLD) == f"it is a spreadsheet (Excel){CELLS}"
    whole = (FILES / "docx" / "enquete.docx").read_bytes()
    with pytest.raises(InputError, match="it is damaged, and cannot be read as a Word file"):
        from_bytes("a.docx", whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("suffix", "told"),
    [
        ("pages", "it is a Pages document; export it as Word (.docx) and open that"),
        ("numbers", f"it is a spreadsheet (Numbers){CELLS}"),
        ("key", KEYNOTE),
    ],
)
def test_apple_s_documents_are_told_apart_by_name(suffix: str, told: str) -> None:
    names = ("Index/Document.iwa",), ("A/Index.zip",), ("index.xml", "buildVersionHistory.plist")
    for inside in names:
        assert refused(f"a.{suffix}", packed(*inside)) == told
    assert refused(f"a.{suffix}", packed("Index/Document.iwa")[:60]) == told


def test_a_sheet_that_is_called_docx_is_a_sheet() -> None:
    sheet = packed("[Content_Types].xml", "xl/workbook.xml")
    assert refused("a.docx", sheet) == f"it is a spreadsheet (Excel){CELLS}"


def test_a_text_is_a_text_whatever_it_is_called() -> None:
    for name in ("a.png", "a.xlsx", "a.zip", "a.exe", "a"):
        assert from_bytes(name, ARTICLE.encode()).kind == "txt"
    for begin in ("BM a été créée en 1992. ", "MZ, ", "ID3 est un format. ", "RIFF : ", "II* ", "PK, "):
        assert from_bytes("a.txt", (begin + ARTICLE).encode()).text.startswith(begin.strip())


def test_no_suffix_is_both_read_and_refused() -> None:
    read = {suffix for suffixes in SUFFIXES.values() for suffix in suffixes}
    refused = [suffix for kind in FOREIGN for suffix in kind.suffixes]
    assert not read & set(refused)
    assert len(refused) == len(set(refused))

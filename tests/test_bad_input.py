"""What is no article: one sentence that names it, exit code 1, and what is open stays, whoever asks."""

from __future__ import annotations

import errno
import io
import os
import socket
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Done, Visavis, complains
from test_epub import PAGE, book
from test_html import LOREM
from visavis.model.article import Article
from visavis.model.errors import make_printable
from visavis.readers import open as file
from visavis.readers.open import from_text
from visavis.session.request import Request
from window_under_test import MainWindow

FILES = Path(__file__).resolve().parent / "files"
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha ha ha">{BOMB}]>'


def packed(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def sparse(path: Path) -> Path:
    with path.open("wb") as large:
        large.truncate(2 << 30)
    return path


def bound(path: Path) -> Path:
    folder = os.open(path.parent, os.O_RDONLY)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)
    return path


def piped(path: Path) -> Path:
    os.mkfifo(path)
    return path


def linked(path: Path) -> Path:
    path.symlink_to(path)
    return path


def written(name: str, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


#: What it is: what makes it in a folder, and the reason that is told.
BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "encrypted": (lambda folder: FILES / "pdf" / "encrypted.pdf", "it is protected by a password"),
    "scanned": (lambda folder: FILES / "pdf" / "scanned.pdf", "to have it read, install Tesseract"),
    "locked book": (
        written(
            "a.epub",
            book(
                {"a.xhtml": PAGE.format(LOREM)},
                {"META-INF/encryption.xml": '<a><CipherReference URI="OPS/a.xhtml"/></a>'},
            ),
        ),
        "it is locked to one reader (DRM)",
    ),
    "encrypted mail": (
        written("a.eml", b"From: a\nTo: b\nContent-Type: application/pkcs7-mime\n\nMIAGCSqGSIb3"),
        "it is encrypted",
    ),
    "damaged pdf": (written("a.pdf", (FILES / "pdf" / "one.pdf").read_bytes()[:5000]), "it is damaged"),
    "damaged zip": (written("a.epub", (FILES / "epub" / "revue.epub").read_bytes()[:5000]), "it is "),
    "zip bomb": (written("a.epub", packed(mimetype="\0" * 5_000_000)), "it is an archive"),
    "a zip": (written("a.zip", packed(a="b")), "it is an archive"),
    "picture called pdf": (
        written("a.pdf", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9),
        "it is a picture; to have it read, install Tesseract",
    ),
    "program called docx": (written("a.docx", b"\x7fELF\x02\x01\x01\x00" * 90), "it is a program; "),
    "noise called eml": (written("a.eml", bytes(range(256)) * 9), "its name ends in .eml, but it is no such file"),
    **{
        f"empty {suffix}": (written(f"a{suffix}", b""), "it contains no text")
        for suffix in (".txt", ".md", ".html", ".mht", ".pdf", ".epub", ".eml", ".docx", "")
    },
    "page without text": (written("a.html", b"<html><body><img src=x></body></html>"), "it is a web page without text"),
    "page of tags": (written("a.html", b"<html>" + b"x<br>" * 450_000), "it has more than 400000 tags"),
    "text of lines": (written("a.txt", b"a\n" * 600_000), "it has more than 500000 lines"),
    "mail of parts": (
        written("a.eml", b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 11_000),
        "it has more than 10000 parts",
    ),
    "mail of headers": (written("a.eml", b"From: a\nTo: b\n" + b"X: y\n" * 600_000), "it has more than 500000 lines"),
    "2 GB": (lambda folder: sparse(folder / "a.txt"), "it is larger than 50 MB"),
    "folder": (lambda folder: folder, "it is a folder, not a file"),
    "socket": (lambda folder: bound(folder / "a.txt"), "no such device or address"),
    "pipe": (lambda folder: piped(folder / "a.txt"), "it is not a regular file"),
    "device": (lambda folder: Path("/dev/zero"), "it is not a regular file"),
    "link to itself": (lambda folder: linked(folder / "a.txt"), "too many levels of symbolic links"),
    "missing": (lambda folder: folder / "a.txt", "there is no such file"),
    "file as folder": (lambda folder: written("a", b"b")(folder) / "c", "not a directory"),
    "255 emoji": (lambda folder: folder / ("🎉" * 255), "file name too long"),
    "control characters": (written("a\n\x1b[31m\u202e\x7f.txt", b""), "it contains no text"),
}


@pytest.fixture(params=BAD, ids=str)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """Return the path of what is bad and the reason to be told."""
    make, reason = BAD[request.param]
    folder = tmp_path / "bad"
    folder.mkdir()
    return make(folder), reason


def test_in_a_terminal(visavis: Visavis, bad: tuple[Path, str]) -> None:
    path, reason = bad
    for command in ("translate", "summarize"):
        ended = visavis(command, path)
        assert complains(ended, 1, f"visavis: {make_printable(str(path))}: ", reason)
        assert ended.err.rstrip("\n").isprintable()


def test_in_the_window(opened: MainWindow, bad: tuple[Path, str], done: Done) -> None:
    path, reason = bad
    before, title = opened.document, opened.windowTitle()
    opened.open_path(path)
    done()
    assert opened.message_bar.text.startswith(f"{PurePath(make_printable(str(path))).name}: ")
    assert reason in opened.message_bar.text and opened.message_bar.text.isprintable()
    assert opened.document is before and opened.windowTitle() == title
    assert opened.document and opened.document.complete


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errno.ENOENT, "there is no such file"),
        (errno.ESTALE, "stale file handle"),
        (errno.EIO, "input/output error"),
        (errno.EACCES, "you are not allowed to open it"),
    ],
)
def test_a_file_that_goes_while_it_is_read(
    opened: MainWindow,
    visavis: Visavis,
    article: Path,
    done: Done,
    monkeypatch: pytest.MonkeyPatch,
    error: int,
    reason: str,
) -> None:
    class Going(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(error, os.strerror(error))

    before = opened.document
    with monkeypatch.context() as broken:
        broken.setattr(os, "fdopen", Going)
        opened.open_path(article)
        done()
        assert opened.message_bar.text == f"{article.name}: {reason}"
        assert opened.document is before
        assert complains(visavis("translate", article), 1, f"{article}: {reason}")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_is_not_to_be_read(opened: MainWindow, visavis: Visavis, article: Path, done: Done) -> None:
    article.chmod(0)
    opened.open_path(article)
    done()
    assert opened.message_bar.text == f"{article.name}: you are not allowed to open it"
    assert complains(visavis("translate", article), 1, "you are not allowed to open it")


# what looks bad and is an article


@pytest.mark.parametrize("name", ["🎉" * 60, "a\n\x1b[31m\u202e.txt", "-o", "a.pdf", "a.docx", "a.epub"])
def test_a_name_does_not_make_an_article_bad(
    window: MainWindow, visavis: Visavis, tmp_path: Path, done: Done, name: str
) -> None:
    path = tmp_path / name
    path.write_text(ARTICLE, encoding="utf-8")
    window.open_path(path)
    done()
    assert window.document and window.document.complete
    assert window.windowTitle().isprintable()
    told = visavis("translate", path)
    assert (told.code, told.err) == (0, "")


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ""])
@pytest.mark.parametrize("source", ["pdf/one.pdf", "epub/revue.epub", "html/gazette.html", "eml/outlook.eml"])
def test_a_wrong_suffix_does_not_matter(tmp_path: Path, source: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes((FILES / source).read_bytes())
    assert file.open_path(path).kind == Path(source).suffix[1:]


@pytest.mark.parametrize("name", ["a.xml", "a.html", "a.xhtml", "a.svg", "a.txt", "a.md"])
def test_entities_are_not_expanded(tmp_path: Path, name: str) -> None:
    """An XML bomb is a page or a text of a few lines, or nothing."""
    path = tmp_path / name
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{LOREM} &l11;</p></body></html>'
    path.write_text(ENTITIES + page, encoding="utf-8")
    assert len(file.open_path(path).text) < 2 * len(ENTITIES + page)


# a reader that takes long


@pytest.fixture
def slow() -> tuple[Request, threading.Event]:
    """Return something to open whose reader waits for a signal."""
    go = threading.Event()

    def read() -> Article:
        go.wait(10)
        return from_text("slow", ARTICLE)

    return Request("slow", read), go


def test_cancel_does_not_wait_for_the_reader(
    opened: MainWindow, slow: tuple[Request, threading.Event], done: Done
) -> None:
    request, go = slow
    before = opened.document
    opened.session.open(request)
    assert opened.session.is_busy and opened.status_bar.title.text() == "Reading slow…"
    opened.acts["cancel"].trigger()
    assert not opened.session.is_busy and not opened.session.reading
    assert opened.status_bar.title.text() == "Le conseil adopte le budget de la ville"
    go.set()
    done()
    assert opened.document is before, "what comes late is not shown"
    assert opened.message_bar.text == ""


def test_what_is_opened_meanwhile_stays(
    window: MainWindow, article: Path, slow: tuple[Request, threading.Event], qtbot: QtBot, done: Done
) -> None:
    request, go = slow
    window.session.open(request)
    with qtbot.waitSignal(window.session.opened):
        window.open_path(article)
    go.set()
    done()
    assert window.document and window.document.article.path == str(article)

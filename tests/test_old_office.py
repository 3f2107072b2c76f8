"""Word and PowerPoint files of before 2007: by way of LibreOffice, or one sentence that says what to do."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from compound import compound
from visavis.model.article import Article, Role
from visavis.model.errors import InputError, NotText
from visavis.readers.detect import detect_kind
from visavis.readers.old_office import libreoffice
from visavis.readers.old_office.libreoffice import ConversionFailed, convert, describe_installation
from visavis.readers.open import from_bytes
from visavis.readers.progress import ReadingCancelled, listen_to_reading

FILES = Path(__file__).parent / "files"
DOC = (FILES / "doc" / "pont.doc").read_bytes()
LINKED = (FILES / "doc" / "linked.doc").read_bytes()
DOCX = FILES / "docx" / "enquete.docx"
REAL = libreoffice.find_libreoffice()
needs_libreoffice = pytest.mark.skipif(not REAL, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="a script is a program")
Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return a function that installs a program in the place of LibreOffice; it finds its options in `said`."""

    def install(does: str) -> Path:
        program = tmp_path / "soffice"
        head = f"#!{sys.executable}\nimport os, pathlib, shutil, sys, time\nsaid = sys.argv[1:]\n"
        folder, suffix = ('said[said.index("--outdir") + 1]', 'said[said.index("--convert-to") + 1]')
        out = f'out = pathlib.Path({folder}) / ("old." + {suffix})\n'
        program.write_text(head + out + does + "\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("VISAVIS_LIBREOFFICE", str(program))
        return program

    return install


def told(data: bytes, name: str = "a.doc") -> str:
    with pytest.raises(InputError) as error:
        from_bytes(name, data)
    return str(error.value.reason)


@posix
def test_it_is_converted_and_read(install: Install, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    install(
        f"pathlib.Path({str(seen)!r}).write_text('\\n'.join([*said, pathlib.Path(said[-1]).read_bytes().hex()]))\n"
        f"shutil.copy({str(DOCX)!r}, out)"
    )
    article = from_bytes("a.doc", DOC)
    assert article.kind == "doc" and article.text == from_bytes("a.docx", DOCX.read_bytes()).text
    assert str(article.notes[0]) == "it was read by way of LibreOffice"
    assert not any(paragraph.key for paragraph in article.paragraphs)
    *options, old, data = seen.read_text().split("\n")
    assert data == DOC.hex() and not Path(old).exists()
    assert "--headless" in options and any(option.startswith("-env:UserInstallation=file://") for option in options)


@posix
@pytest.mark.parametrize("does", ["pass", "sys.exit(3)", "out.mkdir()"])
def test_where_it_makes_nothing_one_is_told(install: Install, does: str) -> None:
    install(does)
    expected = "it is in the old Word format, and LibreOffice cannot convert it; save it as .docx and open that"
    assert told(DOC) == expected


@posix
def test_it_is_ended_with_all_it_has_started(install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = tmp_path / "number"
    install(
        "child = os.fork()\n"
        f"if child: pathlib.Path({str(number)!r}).write_text(str(child))\n"
        "time.sleep(60)"
    )  # fmt: skip
    with pytest.raises(ReadingCancelled), listen_to_reading(lambda page, pages: not number.exists()):
        from_bytes("a.doc", DOC)
    state = Path(f"/proc/{number.read_text()}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"
    monkeypatch.setattr(libreoffice, "_PATIENCE", 0.0)
    assert "LibreOffice cannot convert it" in told(DOC)


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "dnf" else None)
    end = "or save it as .docx and open that"
    assert (
        told(DOC) == f"it is in the old Word format; install LibreOffice (sudo dnf install libreoffice-writer), {end}"
    )
    slides = compound({"PowerPoint Document": bytes(5000)})
    assert told(slides, "a.ppt") == (
        "it is in the old PowerPoint format; install LibreOffice (sudo dnf install libreoffice-impress), "
        "or save it as .pptx and open that"
    )
    for platform, how in (("win32", "install LibreOffice from libreoffice.org"), ("darwin", "brew install --cask")):
        monkeypatch.setattr(sys, "platform", platform)
        assert how in describe_installation("writer")
    with pytest.raises(ConversionFailed):
        convert("/nowhere/soffice", DOC, "doc", "docx", lambda: None)


def test_locked_damaged_and_other_files() -> None:
    locked = compound({"WordDocument": bytes(11) + b"\x01" + bytes(5000)})
    assert told(locked) == "it is protected by a password; save it without one first"
    user = compound({"Current User": bytes(12) + b"\xdf\xc4\xd1\xf3", "PowerPoint Document": bytes(5000)})
    assert told(user, "a.ppt") == "it is protected by a password; save it without one first"
    assert told(DOC[:700] + "WordDocument".encode("utf-16-le")).startswith(
        "it is damaged, and cannot be read as an old"
    )
    sheet = compound({"Workbook": bytes(5000), "ObjectPool": {"_1": {"WordDocument": bytes(100)}}})
    assert detect_kind("a.xls", sheet) == "doc"
    with pytest.raises(NotText, match="it is a spreadsheet"):
        from_bytes("a.xls", sheet)


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISAVIS_LIBREOFFICE", REAL)


def shown(article: Article) -> list[tuple[Role, str]]:
    return [(p.role, article.text[p.start : p.end]) for p in article.paragraphs]


@needs_libreoffice
@pytest.mark.usefixtures("real")
def test_libreoffice_reads_both() -> None:
    assert shown(from_bytes("a.doc", DOC)) == [
        (Role.TITLE, "Le pont"),
        (Role.BODY, "Le pont est fermé depuis mars. La maire viendra jeudi."),
        (Role.LIST, "Une puce"),
    ]
    slides = (FILES / "odp" / "bilan.odp").read_bytes()
    try:
        old = convert(REAL, slides, "odp", "ppt", lambda: None)
    except ConversionFailed:
        pytest.skip("Impress is not installed")
    read = [(role, text) for role, text in shown(from_bytes("a.ppt", old)) if role is not Role.CAPTION]  # of a chart
    assert read == shown(from_bytes("a.odp", slides))


@needs_libreoffice
@pytest.mark.usefixtures("real")
def test_nothing_is_fetched_for_a_file() -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        linked = LINKED
        for encoding in ("ascii", "utf-16-le"):
            there, here = (f"127.0.0.1:{port}".encode(encoding) for port in (40000, server.server_port))
            linked = linked.replace(there, here)
        assert len(linked) == len(LINKED) and linked != LINKED
        assert "Le pont est fermé." in from_bytes("a.doc", linked).text
        server.shutdown()
    assert not asked

"""Formats and layouts from the command line, with tiny engines."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tiny import TinySegmenter, TinySummariser, TinyTranslator
from visavis.cli import main as cli
from visavis.cli import terminal
from visavis.infrastructure.settings import Settings
from visavis.model.ports import Engines
from visavis.paths import get_settings_file as settings_path

pytestmark = pytest.mark.usefixtures("qapp", "tiny_engines")


@pytest.fixture
def tiny_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    wired = Engines(TinySegmenter(), TinyTranslator, lambda method: TinySummariser(), {"tiny": ""})
    monkeypatch.setattr(terminal, "create_engines", lambda settings, memory: wired)


def run(*arguments: str | Path) -> int:
    return cli.run(["translate", *map(str, arguments)])


@pytest.mark.parametrize(
    ("suffix", "beginning"),
    [
        ("docx", b"PK"),
        ("odt", b"PK"),
        ("pdf", b"%PDF"),
        ("html", b"<!DOCTYPE html>"),
        ("htm", b"<!DOCTYPE html>"),
        ("md", b"# EN: LE CONSEIL"),
        ("tmx", b"<?xml"),
        ("xliff", b"<?xml"),
        ("xlf", b"<?xml"),
    ],
)
def test_the_suffix_says_the_format(article: Path, tmp_path: Path, suffix: str, beginning: bytes) -> None:
    out = tmp_path / f"out.{suffix}"
    assert run(article, "-o", out) == 0
    assert out.read_bytes().startswith(beginning)


def test_a_folder_gets_files_with_the_suffix(article: Path, tmp_path: Path) -> None:
    assert run(article, article, "-o", tmp_path / "out", "--to", "docx") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["article-2.en.docx", "article.en.docx"]


def test_bytes_go_to_standard_output(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(article, "--to", "docx", "--bilingual") == 0
    made = docx.Document(io.BytesIO(capfdbinary.readouterr().out))
    assert [cell.text[:20] for cell in made.tables[0].rows[0].cells] == ["Le conseil adopte le", "EN: LE CONSEIL ADOPT"]


def test_layouts(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    assert run(article, "-o", out, "--bilingual") == 0
    assert 'class="columns"' in out.read_text("utf-8")
    assert run(article, "-o", out, "--layout", "interleaved") == 0
    assert 'class="columns"' not in out.read_text("utf-8")
    assert 'lang="fr-FR"' in out.read_text("utf-8")
    assert run(article, "-o", out, "--layout", "summary") == 0
    assert out.read_text("utf-8").count("<li") == 4
    assert run(article, "-o", out, "--layout", "summary", "--summary", "2") == 0
    assert out.read_text("utf-8").count("<li") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--to md --layout columns", "md has no such layout; it has translation, interleaved, summary"),
        ("--to tmx --layout summary", "tmx has no such layout; it has only one"),
        ("--layout summary --bilingual", "choose one of --layout and --bilingual"),
        (
            "--to doc",
            "no such format: doc; choose one of txt, md, html, docx, odt, pdf, srt, vtt, pptx, odp, tmx, xliff,",
        ),
        ("-o x.doc", "x.doc: no such format; choose one of txt, md, html"),
        ("--layout pages", "pages"),
        ("--to srt --bilingual", "srt has one language only"),
        ("--to vtt --layout translation", "vtt has no such layout; it has in-place"),
    ],
)
def test_what_is_not_to_be_had(article: Path, capfd: pytest.CaptureFixture[str], arguments: str, words: str) -> None:
    assert run(article, *arguments.split()) == 2
    assert words in capfd.readouterr().err


def test_provenance_is_turned_off_by_a_flag_or_in_the_settings(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert run(article, "-o", out) == 0
    assert "SHA-256" in out.read_text("utf-8")
    assert run(article, "-o", out, "--no-provenance") == 0
    assert "SHA-256" not in out.read_text("utf-8")
    Settings(provenance=False).save(settings_path())
    assert run(article, "-o", out) == 0
    assert "SHA-256" not in out.read_text("utf-8")

"""Our own exports, and what LibreOffice makes of them, read back: roles, levels, cells and emphasis are kept."""

import shutil
import subprocess
from pathlib import Path

import pytest

from exporting import sample
from visavis.exports import emphasis
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.open import READERS, from_bytes
from visavis.readers.open import open_path as opened

OFFICE = shutil.which("soffice")


def wanted() -> list[Block]:
    """Return the translation of the sample as a reader should find it."""
    document = sample()
    found = []
    for paragraph in document.article.paragraphs:
        text, runs = "", list[tuple[int, int, bool, bool]]()
        for span in emphasis.list_english_spans(document, paragraph):
            if span.bold or span.italic:
                runs.append((len(text), len(text) + len(span.text), span.bold, span.italic))
            text += span.text
        cell = paragraph.cell
        place = f"table {cell.table}, row {cell.row}, column {cell.column}" if cell else ""
        found.append(Block(paragraph.role, text, paragraph.level, place, cell, tuple(runs)))
    return found


def found(data: bytes, kind: str) -> list[Block]:
    module = __import__(READERS[kind], fromlist=["read"])
    return [block._replace(key="") for block in module.read(data, f"a.{kind}").blocks]


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_our_translation(kind: str) -> None:
    assert found(FORMATS[kind].write(sample(), Options(provenance=False)), kind) == wanted()


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_provenance_is_around_the_article(kind: str) -> None:
    blocks = found(FORMATS[kind].write(sample(), Options()), kind)
    assert blocks[: len(wanted())] == wanted()
    assert {block.role for block in blocks[len(wanted()) :]} == {Role.ASIDE}


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.INTERLEAVED])
def test_both_languages(kind: str, layout: Layout) -> None:
    article = from_bytes(f"a.{kind}", FORMATS[kind].write(sample(), Options(layout, provenance=False)))
    for block in wanted():
        assert block.text in article.text
    assert "La maire, Anne Vignot, est venue." in article.text
    assert max((p.cell.table for p in article.paragraphs if p.cell), default=0) in {1, 2}


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_libreoffice_converts_our_exports(kind: str, tmp_path: Path) -> None:
    """What LibreOffice makes of an export in each other format reads as the export does."""
    source = tmp_path / f"a.{kind}"
    source.write_bytes(FORMATS[kind].write(sample(), Options(provenance=False)))
    convert = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    plain = [(block.text, block.cell) for block in wanted()]
    for other in ("docx", "odt", "rtf"):
        target = tmp_path / other
        command = [*convert, other, "--outdir", str(target), str(source)]
        subprocess.run(command, capture_output=True, timeout=300, check=True)
        blocks = found((target / f"a.{other}").read_bytes(), other)
        assert [(block.text, block.cell) for block in blocks] == plain
        assert [b.role for b in blocks] == [b.role for b in wanted()]
        if (kind, other) != ("odt", "rtf"):  # LibreOffice drops the level of a heading with a style of its own
            assert [b.level for b in blocks] == [b.level for b in wanted()]
        assert {b.text: b.runs for b in blocks if "Anne Vignot" in b.text} == {
            b.text: b.runs for b in wanted() if "Anne Vignot" in b.text
        }
        assert opened(target / f"a.{other}").title == wanted()[0].text

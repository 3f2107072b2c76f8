"""A Word file translated in place: words change; layout, styles and pictures stay."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from exporting import DAY
from tiny import TINY
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.model.article import Article, Paragraph, Role, Run, Sentence
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.model.passage import Passage

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """Return a file with a narrow page, a heading, emphasis, a picture, a page break, a link, a list and a table."""
    made = docx.Document()
    made.sections[0].page_width = Mm(120)
    made.sections[0].header.paragraphs[0].text = "En-tête"
    made.add_heading("Le vélo", 1)
    paragraph = made.add_paragraph()
    paragraph.add_run("La maire ").font.name = "Courier New"
    paragraph.add_run("Anne Vignot").bold = True
    paragraph.add_run(" est venue.").font.name = "Courier New"
    paragraph.add_run().add_picture(io.BytesIO(PIXEL))
    paragraph.add_run("").add_break(WD_BREAK.PAGE)
    link = OxmlElement("w:hyperlink")
    linked = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = " Un lien."
    linked.append(text)
    link.append(linked)
    paragraph._p.append(link)
    made.add_paragraph("Un garage", style="List Bullet")
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Année", "Sans traduction"
    path = tmp_path / "original.docx"
    made.save(str(path))
    return path


def document(path: Path) -> Document:
    """Return what the reader and the engine would make of it."""
    pairs = [
        ("text 0", "Le vélo", "The bike"),
        ("text 1", "La maire Anne Vignot est venue. Un lien.", "Mayor Anne Vignot came. A link."),
        ("text 2", "Un garage", "A garage"),
        ("text 3", "Année", "Year"),
        ("text 4", "Sans traduction", ""),
    ]
    text, paragraphs, passages = "", list[Paragraph](), dict[int, Passage]()
    for number, (key, french, english) in enumerate(pairs):
        start, end = len(text), len(text) + len(french)
        sentence = Sentence(number, start, end, french)
        runs = (Run(start + 9, start + 20, bold=True),) if key == "text 1" else ()
        paragraphs.append(Paragraph(number, Role.BODY, start, end, (sentence,), runs=runs, key=key))
        if english:
            passages[number] = Passage(sentence, english, 0.0, package=TINY)
        text += f"{french}\n\n"
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Document(Article(str(path), sha256, text, tuple(paragraphs), kind="docx"), TINY, passages)


def written(path: Path, options: Options | None = None) -> bytes:
    return FORMATS["docx"].write(document(path), options or Options(Layout.IN_PLACE, made=DAY))


def test_words_change_and_the_rest_stays(original: Path) -> None:
    data = written(original)
    made = docx.Document(io.BytesIO(data))
    assert [(p.style and p.style.name, p.text.strip()) for p in made.paragraphs[:3]] == [
        ("Heading 1", "The bike"),
        ("Normal", "Mayor Anne Vignot came. A link."),
        ("List Bullet", "A garage"),
    ]
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["Year", "Sans traduction"]
    assert made.sections[0].page_width == docx.Document(str(original)).sections[0].page_width
    assert made.sections[0].header.paragraphs[0].text == "En-tête"
    names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert names >= set(zipfile.ZipFile(original).namelist())
    assert len(made.inline_shapes) == 1


def test_runs_keep_their_fonts_and_say_their_language(original: Path) -> None:
    paragraph = docx.Document(io.BytesIO(written(original))).paragraphs[1]
    assert [(run.text, run.bold) for run in paragraph.runs if run.text.strip()] == [
        ("Mayor ", None),
        ("Anne Vignot", True),
        (" came. ", None),
    ]
    assert {run.font.name for run in paragraph.runs if run.text.strip()} == {"Courier New"}
    assert {tag.get(qn("w:val")) for tag in paragraph._p.iter(qn("w:lang"))} == {"en-GB"}
    assert len(list(paragraph._p.iter(qn("w:br")))) == 1
    assert [link.text for link in paragraph.hyperlinks] == ["A link."]


def test_provenance_stands_at_the_end_and_can_be_left_out(original: Path) -> None:
    end = docx.Document(io.BytesIO(written(original))).paragraphs[-5:]
    assert {p.style and p.style.name for p in end} == {"Provenance"}
    assert end[0].text.startswith("Machine translation from French")
    assert end[-1].text == "1 sentence has no English, and is left in French"
    without = docx.Document(io.BytesIO(written(original, Options(Layout.IN_PLACE, provenance=False))))
    assert without.paragraphs[-1].text == "A garage"


def test_another_original_is_refused(original: Path) -> None:
    held = document(original)
    options = Options(Layout.IN_PLACE)
    original.write_bytes(original.read_bytes() + b"\0")
    with pytest.raises(OutputError, match=r"original\.docx: it has changed since it was read; open it again"):
        FORMATS["docx"].write(held, options)
    original.unlink()
    with pytest.raises(OutputError, match="its layout cannot be kept: there is no such file"):
        FORMATS["docx"].write(held, options)
    held.article = Article("x.txt", "", "", ())
    with pytest.raises(OutputError, match="it is no Word file"):
        FORMATS["docx"].write(held, options)

"""Word files by hand, and the way back: a file translated in place from the command line."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from test_office import FILES, repacked, said_of
from tiny import TinySegmenter, TinySummariser, TinyTranslator
from visavis.cli import main as cli
from visavis.cli import terminal
from visavis.model.article import Cell, Role
from visavis.model.passage import Hypothesis
from visavis.model.ports import Engines
from visavis.readers.block import Block
from visavis.readers.docx.paragraphs import list_paragraphs
from visavis.readers.docx.reader import read


def blocks(made: Any) -> list[Block]:
    out = io.BytesIO()
    made.save(out)
    return read(out.getvalue(), "a.docx").blocks


def add(made: Any, inside: str) -> None:
    """Add a paragraph by its markup."""
    made.element.body.insert(len(made.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))


def words(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_styles() -> None:
    made = docx.Document()
    made.add_paragraph("Un titre", style="Title")
    made.add_paragraph("Un sous-titre", style="Subtitle")
    made.add_heading("Une partie", 3)
    own = made.styles.add_style("Intertitre", 1)
    own.base_style = made.styles["Heading 2"]
    made.add_paragraph("Un intertitre", style=own)
    made.add_paragraph("Une légende", style="Caption")
    made.add_paragraph("Un autre titre", style="Title")
    add(made, f'<w:pPr><w:outlineLvl w:val="1"/></w:pPr>{words("Par le plan")}')
    add(made, f'<w:pPr><w:pStyle w:val="Titre3"/></w:pPr>{words("Sans son style")}')
    assert [(block.role.value, block.level) for block in blocks(made)] == [
        ("title", 0),
        ("body", 0),
        ("heading", 3),
        ("heading", 2),
        ("caption", 0),
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
    ]


def test_runs() -> None:
    made = docx.Document()
    add(
        made,
        words("Un ")
        + words("mot", "<w:b/>")
        + words(" maigre", '<w:b w:val="0"/>')
        + words(" fort", '<w:rStyle w:val="Strong"/>')
        + words(" caché", "<w:vanish/>")
        + f'<w:del w:id="1" w:author="x"><w:r><w:delText> ôté</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="2" w:author="x">{words(" parti")}</w:moveFrom>'
        f'<w:ins w:id="3" w:author="x">{words(" ajouté", "<w:i/>")}</w:ins>'
        "<w:r><w:tab/><w:t>après</w:t><w:br/><w:t>la</w:t><w:noBreakHyphen/><w:t>bas</w:t><w:softHyphen/></w:r>"
        f"<w:hyperlink>{words(' lié')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>",
    )
    (block,) = blocks(made)
    assert block.text == "Un mot maigre fort ajouté après la\u2011bas lié"
    assert block.runs == ((3, 6, True, False), (13, 18, True, False), (18, 25, False, True))


def test_numbers() -> None:
    made = docx.Document()
    numbering = made.part.numbering_part.element
    levels = [("decimal", "%1."), ("lowerLetter", "%2)"), ("upperRoman", "%1.%3"), ("bullet", "o")]
    kinds = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{1 + n}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{kinds}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    for number, change in ((77, ""), (78, start)):
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="77"/>{change}</w:num>')
        )
    for number, level in ((77, 0), (77, 1), (77, 1), (77, 2), (77, 0), (77, 3), (78, 0), (78, 0), (0, 0), (99, 0)):
        item = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        add(made, f"<w:pPr>{item}</w:pPr>{words('x')}")
    made.add_paragraph("x", style="List Bullet 2")
    made.add_paragraph("x", style="List Number")
    assert [(block.role is Role.LIST, block.level, block.text) for block in blocks(made)] == [
        (True, 0, "1. x"),
        (True, 1, "b) x"),
        (True, 1, "c) x"),
        (True, 2, "1.III x"),
        (True, 0, "2. x"),
        (True, 3, "x"),
        (True, 0, "9. x"),
        (True, 0, "10. x"),
        (False, 0, "x"),
        (True, 0, "x"),
        (True, 1, "x"),
        (True, 0, "1. x"),
    ]


def test_tables() -> None:
    made = docx.Document()
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "large"
    table.cell(0, 2).text, table.cell(1, 2).text = "loin", "bas"
    made.add_paragraph("entre")
    made.add_table(1, 1).cell(0, 0).text = "un cadre"
    outer = made.add_table(1, 2)
    outer.cell(0, 0).text = "dehors"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "dedans", "aussi"
    assert [(block.text, block.cell) for block in blocks(made)] == [
        ("large", Cell(1, 1, 1)),
        ("loin", Cell(1, 1, 3)),
        ("bas", Cell(1, 2, 3)),
        ("entre", None),
        ("un cadre", None),
        ("dehors", None),
        ("dedans", Cell(2, 1, 1)),
        ("aussi", Cell(2, 1, 2)),
    ]


def test_what_nobody_wrote_is_not_said() -> None:
    out = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("Un mot.")
    made.core_properties.title, made.core_properties.author = "Document1", "python-docx"
    made.save(out)
    assert read(out.getvalue(), "a")[1:3] == ("", "")
    relation = re.compile(rb"<Relationship [^>]*core-properties[^>]*/>")
    bare = repacked(FILES / "docx" / "colonnes.docx", lambda name, data: relation.sub(b"", data))
    assert read(bare, "a")[1:5] == ("", "", "", "")


def test_other_forms_of_the_format() -> None:
    path = FILES / "docx" / "colonnes.docx"
    strict = repacked(
        path,
        lambda name, data: (
            data.replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
            if name == "_rels/.rels"
            else data
        ),
    )
    assert said_of(path, strict) == "it is in the strict form of Word's format; save it as an ordinary .docx first"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    ordinary = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    enabled = repacked(path, lambda _, data: data.replace(ordinary, macros))
    assert said_of(path, enabled) == "it is a template or holds macros; save it as an ordinary .docx first"


def test_a_shape_and_what_stands_in_for_it_have_one_address() -> None:
    made = docx.Document(str(FILES / "docx" / "colonnes.docx"))
    boxes = [
        key
        for key, paragraph in list_paragraphs(made)
        if "Le chiffre" in "".join(t.text for t in paragraph.iter(qn("w:t")))
    ]
    assert boxes == ["text 3", "text 4", "text 4"]
    for fallback in made.element.body.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"):
        fallback.append(OxmlElement("w:p"))
    keys = [key for key, _ in list_paragraphs(made)]
    assert keys.count("text 4") == 2
    assert keys.count("") == 1


class Loud(TinyTranslator):
    """Says the source in capitals."""

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        yield [(i, Hypothesis(text.upper(), -0.1)) for i, text in enumerate(sentences)]


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch) -> None:
    wired = Engines(TinySegmenter(), Loud, lambda method: TinySummariser(), {"tiny": ""})
    monkeypatch.setattr(terminal, "create_engines", lambda settings, memory: wired)


@pytest.mark.usefixtures("loud")
@pytest.mark.parametrize("name", ["chantier", "colonnes", "enquete"])
def test_translated_in_place(name: str, tmp_path: Path) -> None:
    """Every paragraph is put back where it was read, and all that is no text stays."""
    source, out = FILES / "docx" / f"{name}.docx", tmp_path / "out.docx"
    assert cli.run(["translate", str(source), "-o", str(out), "--layout", "in-place", "--no-provenance"]) == 0
    before, after = (read(path.read_bytes(), "a.docx").blocks for path in (source, out))
    assert [block._replace(text="", runs=()) for block in after] == [b._replace(text="", runs=()) for b in before]
    for french, english in zip(before, after, strict=True):
        number = re.match(r"(?:[1-3]\.|[ab]\)) ", french.text)
        shown = number[0] if number else ""  # by Word, and so not written again
        assert english.text.split() == (shown + french.text.removeprefix(shown).upper()).split()
    parts = [{n for n in zipfile.ZipFile(path).namelist() if not n.endswith((".rels", "/"))} for path in (source, out)]
    assert parts[0] == parts[1]
    made, original = docx.Document(str(out)), docx.Document(str(source))
    for tag in ("w:sectPr", "w:tbl", "w:footnoteReference", "w:endnoteReference", "w:drawing", "w:pict"):
        assert len(list(made.element.iter(qn(tag)))) == len(list(original.element.iter(qn(tag))))
    assert [p.style and p.style.name for p in made.paragraphs] == [
        p.style and p.style.name for p in original.paragraphs
    ]
    assert not list(made.element.body.iter(qn("w:delText")))
    assert "Le chiffre : " not in "".join(made.element.body.itertext())

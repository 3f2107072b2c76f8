"""What exports hold, as other readers see it: headings, lists, tables, emphasis, languages, the page."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import lxml.html
import odf.opendocument
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from markdown_it import MarkdownIt
from odf.namespaces import FONS, TEXTNS

from exporting import DAY, REFERENCES, documents, export, sample
from visavis.exports.registry import FORMATS, Layout, Options

pytestmark = pytest.mark.usefixtures("qapp")
MAYOR = "The mayor, Anne Vignot, came. She spoke. The bike plan costs 42 million euros!"


class TestDocx:
    def read(self, layout: Layout = Layout.TRANSLATION) -> docx.document.Document:
        return docx.Document(io.BytesIO(export("docx", layout)))

    def test_structure(self) -> None:
        made = self.read()
        styles = [(p.style and p.style.name, p.text) for p in made.paragraphs]
        assert styles[:10] == [
            ("Title", "The summer of the “bike” in Besançon"),
            ("Normal", "The city is on the move."),
            ("Normal", MAYOR),
            ("Heading 2", "Three works"),
            ("List Bullet", "A garage"),
            ("List Bullet 2", "A floor for cargo bikes"),
            ("List Bullet", "A track"),
            ("List", "1. First point"),
            ("Heading 3", "The figures"),
            ("Caption", "A cyclist on Tuesday."),
        ]
        (table,) = made.tables
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            ["Year", "Spending"],
            ["2025", ""],
            ["", "3 | 4"],
        ]

    def test_emphasis_and_languages(self) -> None:
        made = self.read(Layout.INTERLEAVED)
        french, english = (next(p for p in made.paragraphs if p.text.startswith(s)) for s in ("La maire", "The mayor"))
        assert [run.text for run in english.runs if run.bold] == ["Anne Vignot", "She spoke.", "42"]
        assert [run.text for run in french.runs if run.italic] == ["plan vélo"]
        for paragraph, language in ((french, "fr-FR"), (english, "en-GB")):
            assert {tag.get(qn("w:val")) for tag in paragraph._p.iter(qn("w:lang"))} == {language}

    def test_the_page_and_what_it_says_of_itself(self) -> None:
        made = self.read()
        page = made.sections[0]
        assert (page.page_width, page.page_height) == pytest.approx((Mm(210), Mm(297)), abs=1000)
        assert made.core_properties.title == "The summer of the “bike” in Besançon"
        assert made.core_properties.created.date() == DAY
        assert made.core_properties.author == ""

    def test_columns_are_one_table_whose_rows_face_each_other(self) -> None:
        first, summary = self.read(Layout.COLUMNS).tables
        assert [cell.text for cell in first.rows[1].cells] == ["La ville roule.", "The city is on the move."]
        assert first.rows[9].cells[1].tables[0].rows[0].cells[1].text == "Spending"
        assert len(summary.rows) == 2


class TestOdt:
    def read(self, layout: Layout = Layout.TRANSLATION) -> odf.opendocument.OpenDocument:
        return odf.opendocument.load(io.BytesIO(export("odt", layout)))

    def test_structure_and_languages(self) -> None:
        made = self.read(Layout.INTERLEAVED)
        headings = made.getElementsByType(odf.text.H)
        assert [(h.getAttribute("outlinelevel"), str(h)) for h in headings[:2]] == [
            ("2", "Trois œuvres"),
            ("2", "Three works"),
        ]
        bold = [str(s) for s in made.getElementsByType(odf.text.Span) if s.getAttribute("stylename") == "Bold"]
        assert bold == ["Anne Vignot", "Elle a parlé.", "42", "Anne Vignot", "She spoke.", "42"]
        (table,) = made.getElementsByType(odf.table.Table)
        assert len(table.getElementsByType(odf.table.TableCell)) == 6
        styles = {style.getAttribute("name"): style for style in made.getElementsByType(odf.style.Style)}
        for p in made.getElementsByType(odf.text.P):
            name = p.getAttrNS(TEXTNS, "style-name")
            (letters,) = styles[name].getElementsByType(odf.style.TextProperties)
            language = f"{letters.getAttrNS(FONS, 'language')}-{letters.getAttrNS(FONS, 'country')}"
            assert name.endswith(language)
        page = made.getElementsByType(odf.style.PageLayoutProperties)[0]
        assert page.getAttrNS(FONS, "page-width") == "210mm"

    def test_columns(self) -> None:
        row = self.read(Layout.COLUMNS).getElementsByType(odf.table.TableRow)[1]
        assert [str(cell) for cell in row.childNodes] == ["La ville roule.", "The city is on the move."]


class TestHtml:
    def read(self, layout: Layout = Layout.TRANSLATION) -> lxml.html.HtmlElement:
        return lxml.html.fromstring(export("html", layout).decode())

    def test_structure_and_languages(self) -> None:
        page = self.read(Layout.INTERLEAVED)
        assert page.get("lang") == "en-GB"
        assert [(h.tag, h.get("lang")) for h in page.xpath("//h1|//h2|//h3")][:4] == [
            ("h1", "fr-FR"),
            ("h1", "en-GB"),
            ("h2", "fr-FR"),
            ("h2", "en-GB"),
        ]
        assert page.xpath("//li[@lang='en-GB']/ul/li/text()")[-1] == "A floor for cargo bikes"
        assert [e.text_content() for e in page.xpath("//p[@lang='en-GB']//strong")] == [
            "Anne Vignot",
            "She spoke.",
            "42",
        ]
        assert len(page.xpath("//table//tr")) == 3

    @pytest.mark.parametrize("layout", FORMATS["html"].layouts)
    def test_nothing_is_fetched_or_run(self, layout: Layout) -> None:
        page = self.read(layout)
        assert not page.xpath("//script|//img|//link|//iframe|//a|//*[@src]|//*[starts-with(name(@*), 'on')]")
        assert layout is Layout.SUMMARY or "<script>" in self.read(Layout.COLUMNS).text_content()


class TestMarkdown:
    @pytest.mark.parametrize("layout", FORMATS["md"].layouts)
    def test_what_it_shows_is_what_is_there(self, layout: Layout) -> None:
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(export("md", layout).decode())
        inline = [child for token in tokens for child in token.children or []]
        assert not {"code_inline", "link_open", "image"} & {child.type for child in inline}
        assert {child.content for child in inline if child.type == "html_inline"} <= {"<br>"}
        assert not [token for token in tokens if token.type in {"code_block", "fence", "html_block"}]
        text = "\n".join("".join(child.content for child in t.children) for t in tokens if t.children)
        if layout is not Layout.SUMMARY:
            assert "# <b>&amp; *a* _b_ [c](d) ]]> $e$ `f` \\g" in text
            assert MAYOR in text

    def test_structure(self) -> None:
        tokens = MarkdownIt("commonmark").enable("table").parse(export("md").decode())
        assert [t.tag for t in tokens if t.type == "heading_open"] == ["h1", "h2", "h3", "h2"]
        assert sum(t.type == "list_item_open" for t in tokens) == 3 + 1 + 2
        assert sum(t.type == "ordered_list_open" for t in tokens) == 1
        assert sum(t.type in {"th_open", "td_open"} for t in tokens) == 6
        bold = [t.children for t in tokens if t.children and MAYOR[:9] in t.children[0].content]
        assert sum(child.type == "strong_open" for child in bold[0]) == 3


class TestPdf:
    def test_pages_are_a4_and_numbered(self) -> None:
        document = documents()[2]
        made = pypdfium2.PdfDocument(FORMATS["pdf"].write(document, Options(Layout.COLUMNS, made=DAY)))
        assert len(made) > 1
        for number, page in enumerate(made, 1):
            assert [round(side * 25.4 / 72) for side in page.get_size()] == [210, 297]
            assert f"{number} / {len(made)}" in page.get_textpage().get_text_range()
        assert made.get_metadata_dict()["Title"].startswith("EN: ")

    def test_it_needs_no_display_and_no_application(self, tmp_path: Path) -> None:
        script = (
            "import sys; from pathlib import Path; from exporting import export;"
            "Path(sys.argv[1]).write_bytes(export('pdf'))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "out.pdf")],
            cwd=Path(__file__).parent,
            env={"PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        page = pypdfium2.PdfDocument(tmp_path / "out.pdf")[0]
        assert "The mayor, Anne Vignot, came." in page.get_textpage().get_text_range()


class TestMachines:
    @pytest.mark.parametrize("number", range(3))
    def test_tmx_is_valid(self, number: int) -> None:
        document = documents()[number]
        root = etree.fromstring(export("tmx", document=document))
        dtd = etree.DTD(REFERENCES / "tmx14.dtd")
        assert dtd.validate(root), dtd.error_log
        pairs = [tuple(seg.text for seg in unit.iter("seg")) for unit in root.iter("tu")]
        assert pairs == [(p.sentence.text, p.target) for _, p in sorted(document.passages.items())]
        assert [e.text for e in root.iter("prop")] == [p.status.value for _, p in sorted(document.passages.items())]

    @pytest.mark.parametrize("number", range(3))
    def test_xliff_is_valid(self, number: int) -> None:
        document = documents()[number]
        root = etree.fromstring(export("xliff", document=document))
        schema = etree.RelaxNG(etree.parse(REFERENCES / "xliff20.rng"))
        assert schema.validate(root), schema.error_log
        name = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
        segments = root.findall(".//x:segment", name)
        assert [s.findtext("x:source", "", name) for s in segments] == [s.text for s in document.article.sentences()]
        assert [s.findtext("x:target", "", name) for s in segments] == [
            document.target(s) for s in document.article.sentences()
        ]
        assert len({e.get("id") for e in root.iter() if e.get("id")}) == 1 + len(segments) + len(
            document.article.paragraphs
        )

    def test_states(self) -> None:
        root = etree.fromstring(export("xliff"))
        found = [(s.get("state"), s.get("subState")) for s in root.iter("{*}segment")]
        assert found[1:4] == [
            ("translated", "visavis:machine"),
            ("translated", "visavis:edited"),
            ("reviewed", "visavis:verified"),
        ]
        assert ("initial", None) in found

    def test_json_has_its_provenance_first(self) -> None:
        made = json.loads(FORMATS["json"].write(sample(), Options(summary=2, provenance=False, made=DAY)))
        assert next(iter(made)) == "provenance"
        assert made["provenance"] == {
            "program": "Vis-à-vis",
            "version": made["provenance"]["version"],
            "date": "2026-11-24",
            "machine_translation": True,
            "passages": {"machine": 17, "edited": 1, "not translated": 1, "verified": 1},
        }
        assert [s["id"] for s in made["summary"]["sentences"]] == [2, 4]

"""Presentations translated in place: what is no text stays between its words."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import test_odp
from slides import deck, frame, paragraph, part, relations, run, shape, table
from test_in_place_lines import ENGLISH, translated
from tiny import TINY
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.gui import clipboard
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.model.passage import Passage
from visavis.pipeline import segment_article
from visavis.readers.open import open_path

FILES, OFFICE = Path(__file__).parent / "files", shutil.which("soffice")
REAL = ["pptx/bilan.pptx", "odp/bilan.odp"]
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def slide(tmp_path: Path, *inside: str) -> list[str]:
    """Return the paragraphs of a slide translated in place, with only the tags that matter."""
    path = tmp_path / "a.pptx"
    path.write_bytes(deck(shape(*(f"<a:p>{text}</a:p>" for text in inside))))
    made = zipfile.ZipFile(io.BytesIO(translated(path))).read("ppt/slides/slide1.xml").decode()
    return [plain(found) for found in re.findall(r"<a:p>(.*?)</a:p>", made)]


def plain(markup: str) -> str:
    text = re.sub(r"</?a:(?:r|t)\b[^>]*>", "", markup)
    return re.sub(r"<a:rPr(?: lang=\"en-GB\")?/>", "", text).replace(' lang="en-GB"', "")


CLICK = '<a:hlinkClick r:id="r9"/>'


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (
            run("Le maire a publié ") + run("le rapport", inside=CLICK) + run(" complet", inside=CLICK)
            + run(" sur le site."),
            f"The mayor published <a:rPr>{CLICK}</a:rPr>the full report on the site.",
        ),
        (run("Budget") + "<a:br/>" + run("2 400 000 €"), "Budget (EN)<a:br/>€2,400,000"),
        (
            run("Le maire, ") + run("Jean Durand", 'b="1" err="1"') + run(", a parlé."),
            'The mayor, <a:rPr b="1"/>Jean Durand, spoke.',
        ),
        (
            run("Le taux est de 40 %") + run("2", 'baseline="30000"') + run(" en mars."),
            'The rate is 40%<a:rPr baseline="30000"/>2 in March.',
        ),
        (
            run("Le conseil a voté.") + '<a:fld type="slidenum"><a:t>3</a:t></a:fld>',
            'The council voted.<a:fld type="slidenum">3</a:fld>',
        ),
        (
            run("Voir la figure ") + '<a:fld type="other"><a:t>3</a:t></a:fld>' + run(" et la page 12."),
            'See figure <a:fld type="other">3</a:fld> and page 12.',
        ),
        (
            '<a:pPr algn="ctr"/>' + run("La séance est ") + run("levée.") + '<a:endParaRPr lang="fr-FR"/>',
            '<a:pPr algn="ctr"/>The meeting is over.<a:endParaRPr/>',
        ),
        (
            run("Le conseil a voté. Une phrase inconnue."),
            'The council voted. <a:rPr><a:highlight><a:srgbClr val="FFFF00"/></a:highlight></a:rPr>'
            "Une phrase inconnue.",
        ),
    ],
)  # fmt: skip
def test_lines_of_a_slide(inside: str, wanted: str, tmp_path: Path) -> None:
    assert slide(tmp_path, inside) == [wanted]


def test_words_set_in_a_symbol_font_are_in_the_usual_one(tmp_path: Path) -> None:
    (made,) = slide(
        tmp_path,
        run("Il passe 12,5 ", inside='<a:latin typeface="Arial"/>')
        + run("m", 'b="1"', '<a:latin typeface="Arial"/><a:sym typeface="Symbol"/>')
        + run("³/s ici.", inside='<a:latin typeface="Arial"/>'),
    )
    assert re.sub("<[^>]*>", "", made) == "12.5 m³/s flow here." and "Symbol" not in made


def test_titles_tables_notes_and_numbered_items(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGLISH, "1. Premier point.", "1. First point.")
    item = paragraph("Premier point.", '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>')
    notes = part("notes", shape("La séance est levée.", place='type="body"'))
    shapes = shape("Document de travail", place='type="title"') + shape(item) + table(["Budget", "2 400 000 €"])
    path = tmp_path / "a.pptx"
    more = {
        "ppt/slides/_rels/slide1.xml.rels": relations(("n", "notesSlide", "../notesSlides/notesSlide1.xml")),
        "ppt/notesSlides/notesSlide1.xml": notes,
    }
    path.write_bytes(deck(shapes, more=more))
    made = zipfile.ZipFile(io.BytesIO(translated(path)))
    words = re.findall(r"<a:t>([^<]*)", made.read("ppt/slides/slide1.xml").decode())
    assert words == ["Working document", "First point.", "Budget (EN)", "€2,400,000"]
    assert "<a:t>The meeting is over.</a:t>" in made.read("ppt/notesSlides/notesSlide1.xml").decode()


def test_titles_of_charts_and_diagrams_are_translated_with_their_pictures(tmp_path: Path) -> None:
    line = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
    points = "".join(
        f'<dgm:pt modelId="{id_}"><dgm:t><a:bodyPr/>{line.format(text)}</dgm:t></dgm:pt>'
        for id_, text in (("2", "La séance est levée."), ("1", "Le conseil a voté."))
    )
    joins = "".join(f'<dgm:cxn srcId="0" destId="{id_}" srcOrd="{id_}"/>' for id_ in "21")
    space = f'xmlns:dgm="{DRAWING}/diagram" xmlns:a="{DRAWING}/main"'
    chart = f'<c:chart xmlns:c="{DRAWING}/chart" r:id="c"/>'
    more = {
        "ppt/slides/_rels/slide1.xml.rels": relations(
            ("d", "diagramData", "../diagrams/data1.xml"), ("p", "diagramDrawing", "../diagrams/drawing1.xml"),
            ("c", "chart", "../charts/chart1.xml"),
        ),
        "ppt/diagrams/data1.xml": f'<dgm:dataModel {space}><dgm:ptLst><dgm:pt modelId="0" type="doc"/>{points}'
        f"</dgm:ptLst><dgm:cxnLst>{joins}</dgm:cxnLst></dgm:dataModel>",
        "ppt/diagrams/drawing1.xml": f"<drawing {space}>{line.format('Le conseil a voté.')}</drawing>",
        "ppt/charts/chart1.xml": f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:title><c:tx>'
        f"<c:rich>{line.format('Document de travail')}</c:rich></c:tx></c:title></c:chartSpace>",
    }  # fmt: skip
    path = tmp_path / "a.pptx"
    path.write_bytes(deck(frame(f'<dgm:relIds {space} r:dm="d"/>', "…/diagram") + frame(chart, "…/chart"), more=more))
    article = open_path(path)
    assert [article.text[p.start : p.end] for p in article.paragraphs] == [
        "Le conseil a voté.", "La séance est levée.", "Document de travail",
    ]  # fmt: skip
    assert list(map(str, article.notes)) == ["1 embedded object, such as a chart, was left out"], "the chart's data"
    made = zipfile.ZipFile(io.BytesIO(translated(path)))
    shown = {name: re.findall(r"<a:t>([^<]*)", made.read(f"ppt/{name}.xml").decode()) for name in (
        "diagrams/data1", "diagrams/drawing1", "charts/chart1")}  # fmt: skip
    assert shown == {
        "diagrams/data1": ["The meeting is over.", "The council voted."],
        "diagrams/drawing1": ["The council voted."],
        "charts/chart1": ["Working document"],
    }


def test_opendocument_slides(tmp_path: Path) -> None:
    notes = f"<presentation:notes>{test_odp.frame('La séance est levée.', 'notes')}</presentation:notes>"
    comment = "<office:annotation><text:p>Premier point.</text:p></office:annotation>"
    footer = test_odp.frame("Pied de page", "footer")
    body = test_odp.frame('Le maire a publié <text:a xlink:href="x">le rapport complet</text:a> sur le site.')
    title = test_odp.frame("Document de travail", "title")
    path = tmp_path / "a.odp"
    path.write_bytes(test_odp.made(f"<draw:page>{body}{title}{footer}{comment}{notes}</draw:page>"))
    made = zipfile.ZipFile(io.BytesIO(translated(path))).read("content.xml").decode()
    words = re.findall(r"<text:p>(.*?)</text:p>", made)
    assert words == [
        'The mayor published <text:a xlink:href="x">the full report</text:a> on the site.',
        "Working document",
        "Pied de page",
        "First point.",
        "The meeting is over.",
    ]


def loud(path: Path, provenance: bool = False) -> tuple[Document, bytes]:
    """Return a file read, and written with its own words in capitals."""
    article = segment_article(open_path(path), FrenchSegmenter())
    passages = {s.id: Passage(s, s.text.upper(), 0.0, package=TINY) for s in article.sentences()}
    document = Document(article, TINY, passages)
    return document, FORMATS[article.kind].write(document, Options(Layout.IN_PLACE, provenance=provenance))


@pytest.mark.parametrize("name", REAL)
def test_a_real_presentation_keeps_all_but_its_words(name: str, tmp_path: Path) -> None:
    document, data = loud(FILES / name)
    out = tmp_path / Path(name).name
    out.write_bytes(data)
    again = open_path(out)
    assert [(p.role, p.level, p.place, p.cell, p.key) for p in again.paragraphs] == [
        (p.role, p.level, p.place, p.cell, p.key) for p in document.article.paragraphs
    ]
    assert again.text.split() == document.article.text.upper().split()
    before, after = zipfile.ZipFile(FILES / name), zipfile.ZipFile(out)
    assert after.namelist() == before.namelist()
    kept = [part for part in before.namelist() if after.read(part) == before.read(part)]
    assert len(kept) >= len(before.namelist()) - 5


@pytest.mark.parametrize("name", REAL)
def test_a_slide_at_the_end_says_where_it_is_from(name: str, tmp_path: Path) -> None:
    out = tmp_path / Path(name).name
    out.write_bytes(loud(FILES / name, provenance=True)[1])
    added = [entry for entry in zipfile.ZipFile(out).infolist() if "slide4.xml" in entry.filename]
    assert all(entry.date_time[0] == 1980 for entry in added), "the same export is the same file"
    again = open_path(out)
    told = [again.text[p.start : p.end] for p in again.paragraphs if p.place == "slide 4"]
    assert told[0].startswith("Machine translation from French by Vis-à-vis") and told[-1].startswith("What was not")


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    for name in REAL:
        (tmp_path / Path(name).name).write_bytes(loud(FILES / name, provenance=True)[1])
    for source, kind in (("bilan.pptx", "odp"), ("bilan.odp", "pptx")):
        assert _convert(tmp_path, source, kind) == ["LES TRAVAUX", "JEUDI", "Machine translation from French"]


def _convert(folder: Path, source: str, kind: str) -> Sequence[str]:
    """Return which words a presentation holds that LibreOffice has converted."""
    profile, out = f"-env:UserInstallation=file://{folder}/profile", folder / f"as {kind}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(folder / source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    archive = zipfile.ZipFile(out / f"bilan.{kind}")
    text = "".join(
        archive.read(name).decode() for name in archive.namelist() if re.search(r"lides?\d*\.xml$|content", name)
    )
    return [word for word in ("LES TRAVAUX", "JEUDI", "Machine translation from French") if word in text]


def test_a_show_is_written_as_an_ordinary_presentation(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
    types = f'<Types><Override PartName="/ppt/presentation.xml" ContentType="{kind.format("slideshow")}"/></Types>'
    path = tmp_path / "a.ppsx"
    path.write_bytes(deck(shape("Le conseil a voté."), more={"[Content_Types].xml": types}))
    made = zipfile.ZipFile(io.BytesIO(translated(path))).read("[Content_Types].xml").decode()
    assert kind.format("presentation") in made and "slideshow" not in made


def test_they_are_offered_for_presentations_only(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(deck(shape("Le conseil a voté.")))
    article = segment_article(open_path(path), FrenchSegmenter())
    offered = clipboard.list_export_choices(Document(article, TINY), clipboard.TRANSLATION)
    assert offered[0].form.name == "pptx" and "odp" not in {way.form.name for way in offered}
    with pytest.raises(OutputError, match="it is no OpenDocument presentation"):
        FORMATS["odp"].write(Document(article, TINY), Options(Layout.IN_PLACE))
    path.write_bytes(b"")
    with pytest.raises(OutputError, match="it has changed since it was read"):
        FORMATS["pptx"].write(Document(article, TINY), Options(Layout.IN_PLACE))

"""Translated in place, what is no text stays between its words, in Word files."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from test_docx import add, words
from tiny import TINY
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.model.document import Document
from visavis.model.message import Message
from visavis.model.passage import Flag, Passage
from visavis.pipeline import segment_article
from visavis.readers.open import open_path

ENGLISH = {
    "Le pont est fermé depuis le printemps, et le maire a promis des indemnités.": (
        "The bridge has been closed since spring, and the mayor has promised compensation."
    ),
    "La charge atteignait 2 400 tonnes par jour.": "The load reached 2,400 tonnes a day.",
    "Le taux est de 40 % en mars.": "The rate is 40% in March.",
    "Le maire a publié le rapport complet sur le site.": "The mayor published the full report on the site.",
    "La séance est levée.": "The meeting is over.",
    "Voir la figure 3 et la page 12.": "See figure 3 and page 12.",
    "Voir la section suivante.": "See the next section.",
    "Selon le pont (Durand, 2019), il cède.": "According to the bridge (Durand, 2019), it gives way.",
    "Le maire, Jean Durand, a parlé.": "The mayor, Jean Durand, spoke.",
    "Il passe 12,5 m³/s ici.": "12.5 m³/s flow here.",
    "Une surface de 12 m2.": "An area of 12 m2.",
    "Une aire de 12 m2.": "An area of 12 m².",
    "Il en faut 10³ à 10⁴.": "It takes 10³ to 10⁴.",
    "Document de travail": "Working document",
    "Page 3 sur 12": "Page 3 of 12",
    "Budget": "Budget (EN)",
    "2 400 000 €": "€2,400,000",
    "Jean Durand": "Jean Durand",
    "75001 Paris": "75001 Paris",
    "Le conseil a voté.": "The council voted.",
    "Premier point.": "First point.",
}
RAISED = '<w:vertAlign w:val="superscript"/>'
CALL = f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="{{}}"/></w:r>'


def translated(path: Path, provenance: bool = False) -> bytes:
    """Return a file translated in place, by a small dictionary."""
    article = segment_article(open_path(path), FrenchSegmenter())
    passages = {s.id: Passage(s, ENGLISH[s.text], 0.0, package=TINY) for s in article.sentences() if s.text in ENGLISH}
    options = Options(Layout.IN_PLACE, provenance=provenance)
    return FORMATS[article.kind].write(Document(article, TINY, passages), options)


def word(tmp_path: Path, *paragraphs: str) -> list[str]:
    """Return the paragraphs of a Word file translated in place, with only the tags that matter."""
    file = docx.Document()
    for inside in paragraphs:
        add(file, inside)
    path = tmp_path / "a.docx"
    file.save(str(path))
    made = zipfile.ZipFile(io.BytesIO(translated(path))).read("word/document.xml").decode()
    return [plain(found) for found in re.findall(r"<w:p\b[^>]*>(.*?)</w:p>", made, re.DOTALL)]


def plain(markup: str) -> str:
    markup = re.sub(r"<w:rPr>.*?</w:rPr>|<w:pPr>.*?</w:pPr>|</?w:(?:r|t)\b[^>]*>", "", markup, flags=re.DOTALL)
    return re.sub(r'\s(?:xmlns:\w+|w:author|w:date)="[^"]*"', "", markup)


def test_calls_of_notes_stay_in_their_clauses(tmp_path: Path) -> None:
    first = words("Le pont") + CALL.format(1) + words(" est fermé depuis le printemps, et le maire") + CALL.format(2)
    second = words("La charge atteignait 2 400") + words("1", RAISED) + words(" tonnes par jour. Le taux est de 40 %")
    assert word(
        tmp_path, first + words(" a promis des indemnités."), second + words("2", RAISED) + words(" en mars.")
    ) == [
        'The bridge has been closed since spring<w:footnoteReference w:id="1"/>, and the mayor has promised'
        " compensation."
        '<w:footnoteReference w:id="2"/>',
        "The load reached 2,4001 tonnes a day. The rate is 40%2 in March.",
    ]


def test_links_stay_around_as_many_words(tmp_path: Path) -> None:
    link = f'<w:hyperlink w:anchor="x">{words("le rapport complet")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{words("le rapport complet")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    made = word(
        tmp_path,
        *(words("Le maire a publié ") + one + words(" sur le site. La séance est levée.") for one in (link, field)),
    )
    assert made[0] == (
        'The mayor published <w:hyperlink w:anchor="x">the full report</w:hyperlink> on the site. The meeting is over.'
    )
    assert re.sub("<.*?>", "|", made[1]) == (
        'The mayor published ||HYPERLINK "x"||the full report| on the site. The meeting is over.'
    )


def reference(shown: str, instruction: str = "REF x") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{words(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_stay_fields_around_their_words(tmp_path: Path) -> None:
    simple = f'<w:fldSimple w:instr="PAGEREF x">{words("12")}</w:fldSimple>'
    made = word(
        tmp_path,
        words("Voir la figure ") + reference("3") + words(" et la page ") + simple + words("."),
        words("Selon le pont ") + reference("(Durand, 2019)", "ADDIN ZOTERO {}") + words(", il cède."),
    )
    assert [re.sub(r"<w:fldChar[^>]*>", "|", text) for text in made] == [
        'See figure |<w:instrText>REF x</w:instrText>|3| and page <w:fldSimple w:instr="PAGEREF x">12</w:fldSimple>.',
        "According to the bridge |<w:instrText>ADDIN ZOTERO {}</w:instrText>|(Durand, 2019)|, it gives way.",
    ]


def test_a_field_whose_words_are_others_in_english_becomes_text(tmp_path: Path) -> None:
    made = word(tmp_path, words("Voir la ") + reference("section suivante") + words("."))
    assert made == ["See the next section."]


def test_a_field_without_a_result_and_one_in_another_stay(tmp_path: Path) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    nested = (
        f"{begin}<w:r><w:instrText>IF </w:instrText></w:r>{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{end}{end}"
    )
    (made,) = word(tmp_path, words("Le conseil a voté.") + nested)
    assert made.startswith("The council voted.<w:fldChar")
    assert made.count("begin") == made.count("end") == 2


def test_breaks_and_tabs_stay(tmp_path: Path) -> None:
    assert word(
        tmp_path,
        "<w:r><w:t>Budget</w:t><w:tab/><w:t>2 400 000 €</w:t></w:r>",
        "<w:r><w:t>Jean Durand</w:t><w:br/><w:t>75001 Paris</w:t></w:r>",
        words("Le conseil a voté.") + '<w:r><w:br w:type="page"/></w:r>' + words("La séance est levée."),
        "<w:r><w:t>Le conseil</w:t><w:br/><w:t>a voté.</w:t></w:r>",
    ) == [
        "Budget (EN)<w:tab/>€2,400,000",
        "Jean Durand<w:br/>75001 Paris",
        'The council voted.<w:br w:type="page"/>The meeting is over.',
        "The council <w:br/>voted.",
    ]


def test_bookmarks_and_comments_stay_around_their_words(tmp_path: Path) -> None:
    start, end = '<w:bookmarkStart w:id="3" w:name="b"/>', '<w:bookmarkEnd w:id="3"/>'
    around = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    assert word(
        tmp_path,
        words("Le maire, ") + start + words("Jean Durand") + end + words(", a parlé."),
        words("Le ") + around[0] + words("conseil") + around[1] + words(" a voté."),
    ) == [
        f"The mayor, {start}Jean Durand{end}, spoke.",
        f"{around[0]}The council voted.{around[1]}",
    ]


def test_formulas_stand_in_the_place_of_their_words(tmp_path: Path) -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>12,5 m³/s</m:t></m:r></m:oMath>"
    (made,) = word(tmp_path, words("Il passe ") + formula + words(" ici."))
    assert made == "<m:oMath><m:r><m:t>12,5 m³/s</m:t></m:r></m:oMath> flow here."


def test_raised_figures_of_units_stay_raised(tmp_path: Path) -> None:
    file = docx.Document()
    add(file, words("Une surface de 12 m") + words("2", RAISED) + words("."))
    path = tmp_path / "a.docx"
    file.save(str(path))
    runs = docx.Document(io.BytesIO(translated(path))).paragraphs[0].runs
    assert [(run.text, run.font.superscript) for run in runs] == [("An area of 12 m", None), ("2", True), (".", None)]


def test_powers_and_exponents_are_raised_once(tmp_path: Path) -> None:
    file = docx.Document()
    add(file, words("Il en faut 10") + words("3", RAISED) + words(" à 10") + words("4", RAISED) + words("."))
    add(file, words("Une surface de 12 m") + words("21", RAISED) + words("."))
    add(file, words("Une aire de 12 m") + words("2", RAISED) + words("."))
    path = tmp_path / "a.docx"
    file.save(str(path))
    made = docx.Document(io.BytesIO(translated(path))).paragraphs
    assert [
        "".join(f"^{run.text}" if run.font.superscript else run.text for run in paragraph.runs) for paragraph in made
    ] == ["It takes 10³ to 10⁴.", "An area of 12 m^2^1.", "An area of 12 m²."]


def test_a_large_first_letter_is_that_of_the_translation(tmp_path: Path) -> None:
    frame = '<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>'
    assert word(tmp_path, frame + words("L"), words("e conseil a voté.")) == ["T", "he council voted."]


def test_a_paragraph_whose_end_was_struck_out_is_joined(tmp_path: Path) -> None:
    struck = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    assert word(tmp_path, struck + words("Le conseil"), words(" a voté.")) == ["The council voted."]


def test_a_sentence_without_translation_stays_in_french(tmp_path: Path) -> None:
    assert word(tmp_path, words("Le conseil a voté. Une phrase inconnue. La séance est levée.")) == [
        "The council voted. Une phrase inconnue. The meeting is over."
    ]


def test_what_stays_in_french_is_highlighted_and_counted(tmp_path: Path) -> None:
    file = docx.Document()
    add(file, words("Le conseil a voté. Une phrase inconnue."))
    add(file, words("Rien de traduit."))
    path = tmp_path / "a.docx"
    file.save(str(path))
    made = docx.Document(io.BytesIO(translated(path, provenance=True))).paragraphs
    marked = [run.text for paragraph in made for run in paragraph.runs if run.font.highlight_color]
    assert marked == ["Une phrase inconnue.", "Rien de traduit."]
    assert made[-1].text == "2 sentences have no English, and are left in French"


def test_what_the_engine_could_not_translate_counts_as_french(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    file = docx.Document()
    add(file, words("Le conseil a voté."))
    file.save(str(path))
    article = segment_article(open_path(path), FrenchSegmenter())
    failed = {s.id: Passage(s, s.text, 0.0, flags=(Flag("untranslated", Message("")),)) for s in article.sentences()}
    made = docx.Document(io.BytesIO(FORMATS["docx"].write(Document(article, TINY, failed), Options(Layout.IN_PLACE))))
    assert made.paragraphs[0].runs[0].font.highlight_color
    assert made.paragraphs[-1].text == "1 sentence has no English, and is left in French"


def test_flags_are_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    file = docx.Document()
    add(file, words("Le conseil a voté."))
    add(file, words("La séance est levée."))
    file.save(str(path))
    article = segment_article(open_path(path), FrenchSegmenter())
    passages = {s.id: Passage(s, ENGLISH[s.text], 0.0, package=TINY) for s in article.sentences()}
    passages[1] = replace(passages[1], flags=(Flag("name", Message("look at this")),))
    for flags in (False, True):
        options = Options(Layout.IN_PLACE, flags=flags)
        made = docx.Document(io.BytesIO(FORMATS["docx"].write(Document(article, TINY, passages), options)))
        told = [comment.text for comment in made.comments]
        assert told == (["The meeting is over. — look at this"] if flags else [])
    assert made.paragraphs[1]._p.find(qn("w:commentRangeStart")) is not None


def test_headers_footers_comments_and_titles_of_charts_are_translated(tmp_path: Path) -> None:
    file = docx.Document()
    add(file, words("Le conseil a voté."))
    file.sections[0].header.paragraphs[0].text = "Document de travail"
    file.sections[0].different_first_page_header_footer = True
    file.sections[0].first_page_header.paragraphs[0].text = "Premier point."
    footer = file.sections[0].footer.paragraphs[0]._p
    footer.extend(parse_xml(f"<w:p {nsdecls('w')}>{words('Page ')}{reference('3', 'PAGE')}{words(' sur 12')}</w:p>"))
    file.add_comment(file.paragraphs[0].runs, "La séance est levée.")
    add_chart(file, "<a:r><a:t>Le conseil </a:t></a:r><a:r><a:t>a voté.</a:t></a:r>")
    path = tmp_path / "a.docx"
    file.save(str(path))
    data = translated(path)
    made = docx.Document(io.BytesIO(data))
    section = made.sections[0]
    assert section.header.paragraphs[0].text == "Working document"
    assert section.first_page_header.paragraphs[0].text == "First point."
    assert section.footer.paragraphs[0].text == "Page 3 of 12"
    assert "PAGE" in "".join(part.text or "" for part in section.footer.paragraphs[0]._p.iter(qn("w:instrText")))
    assert [comment.text for comment in made.comments] == ["The meeting is over."]
    chart = zipfile.ZipFile(io.BytesIO(data)).read("word/charts/chart1.xml").decode()
    assert "".join(re.findall("<a:t>(.*?)</a:t>", chart)) == "The council voted."


def add_chart(file: Any, line: str) -> None:
    """Add a chart that has a title only."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    markup = (
        f'<c:chartSpace xmlns:c="{drawing}/chart" xmlns:a="{drawing}/main"><c:chart><c:title><c:tx><c:rich>'
        f"<a:p>{line}</a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>"
    )
    name, kind = PackURI("/word/charts/chart1.xml"), CONTENT_TYPE.DML_CHART
    part = Part(name, kind, markup.encode(), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def test_items_of_diagrams_are_translated_with_their_pictures(tmp_path: Path) -> None:
    file = docx.Document()
    add(file, words("Le conseil a voté."))
    main, space = "http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml"
    line = "<a:p><a:r><a:t>La séance est levée.</a:t></a:r></a:p>"
    for name, root, kind, relation in (
        ("data1", "dgm:dataModel", CONTENT_TYPE.DML_DIAGRAM_DATA, RELATIONSHIP_TYPE.DIAGRAM_DATA),
        (
            "drawing1",
            "dgm:drawing",
            "application/vnd.ms-office.drawingml.diagramDrawing+xml",
            "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
        ),
    ):
        inside = f'<dgm:ptLst><dgm:pt modelId="1"><dgm:t>{line}</dgm:t></dgm:pt></dgm:ptLst>'
        markup = f'<{root} xmlns:dgm="{space}/2006/diagram" xmlns:a="{main}">{inside}</{root}>'
        part = Part(PackURI(f"/word/diagrams/{name}.xml"), kind, markup.encode(), file.part.package)
        file.part.relate_to(part, relation)
    path = tmp_path / "a.docx"
    file.save(str(path))
    assert [p.place for p in open_path(path).paragraphs] == ["", "diagram 1"]
    made = zipfile.ZipFile(io.BytesIO(translated(path)))
    for name in ("data1", "drawing1"):
        assert "<a:t>The meeting is over.</a:t>" in made.read(f"word/diagrams/{name}.xml").decode()


def test_what_has_not_been_read_is_said_to_be_in_french(tmp_path: Path) -> None:
    file = docx.Document()
    add(file, words("Le conseil a voté.") + words("Rien de visible.", "<w:vanish/>"))
    path = tmp_path / "a.docx"
    file.save(str(path))
    made = docx.Document(io.BytesIO(translated(path, provenance=True)))
    assert made.paragraphs[-1].text == "What was not read is left in French: 1 hidden passage was left out"


def test_a_control_stays_around_its_words(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{words('Jean Durand')}</w:sdtContent></w:sdt>"
    (made,) = word(tmp_path, words("Le maire, ") + control + words(", a parlé."))
    assert re.sub("</?w:sdt(?:Content)?[^>]*>", "|", made) == "The mayor, ||Jean Durand||, spoke."

"""Line breaks in word processors' files, paragraphs that go on, and what is left out, inserted or bloated."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from test_docx import add, words
from test_office_details import docx_reading, odt_reading, rtf_reading, texts
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.model.article import Role
from visavis.model.errors import InputError
from visavis.readers.block import Piece, Reading, make_block
from visavis.readers.docx.reader import read as read_docx
from visavis.readers.office import line_breaks
from visavis.readers.open import from_bytes

#: Lines with their breaks (/ a line's, > a tab, = a page's), and the sentences of the paragraphs they make.
BREAKS = [
    (
        "Le conseil a voté/Le maire a promis/La réunion est fixée.",
        ["Le conseil a voté|Le maire a promis|La réunion est fixée."],
    ),
    ("Jean Durand/12 rue de la Gare/75001 Paris", ["Jean Durand|12 rue de la Gare|75001 Paris"]),
    ("Il est fermé. Fin./Oui.//Le département répond.", ["Il est fermé.|Fin.|Oui.", "Le département répond."]),
    ("Le conseil municipal/a voté.", ["Le conseil municipal a voté."]),
    ("Budget>2 400 000 €", ["Budget|2 400 000 €"]),
    (">Le maire>a voté.", ["Le maire a voté."]),
    ("Il a voté.=Il est parti.", ["Il a voté.", "Il est parti."]),
    ("Les points :/– rénovation/– élargissement", ["Les points :|– rénovation|– élargissement"]),
]


@pytest.mark.parametrize(("marked", "wanted"), BREAKS)
def test_line_breaks_and_tabs(marked: str, wanted: list[str]) -> None:
    def cut(reading: Reading) -> list[str]:
        spans = FrenchSegmenter().spans
        return ["|".join(text[start:end] for start, end in spans(text)) for text in texts(reading)]

    signs = {"/": "<w:br/>", ">": "<w:tab/>", "=": '<w:br w:type="page"/>'}
    assert (
        cut(
            docx_reading(
                f"<w:r><w:t>{''.join(f'</w:t>{signs[c]}<w:t>' if c in signs else c for c in marked)}</w:t></w:r>"
            )
        )
        == wanted
    )
    if "=" not in marked:
        signs = {"/": "<text:line-break/>", ">": "<text:tab/>"}
        assert cut(odt_reading(f"<text:p>{''.join(signs.get(c, c) for c in marked)}</text:p>")) == wanted
    signs = {"/": r"\line ", ">": r"\tab ", "=": r"\page "}
    assert cut(rtf_reading("".join(signs.get(c, c) for c in marked))) == wanted


def test_lines_of_an_address_are_no_heading_and_no_title() -> None:
    file = docx.Document()
    lines = "<w:r><w:t>Jean Durand</w:t><w:br/><w:t>75001 Paris</w:t></w:r>"
    full = words("Le conseil municipal a voté la rénovation du pont, fermé depuis le printemps.")
    for inside in (lines, full, lines, full):
        add(file, inside)
    out = io.BytesIO()
    file.save(out)
    assert [p.role for p in from_bytes("a.docx", out.getvalue()).paragraphs] == [Role.BODY] * 4


def test_a_heading_over_two_lines_is_one_sentence() -> None:
    inside = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Le pont</w:t><w:br/><w:t>Une histoire</w:t></w:r>'
    assert texts(docx_reading(inside)) == ["Le pont Une histoire"]


def test_lines_that_were_wrapped_are_one() -> None:
    lines = [
        "Le conseil municipal de la commune a voté mardi la",
        "Rénovation du pont, qui était fermé depuis que le",
        "Printemps est venu, et la préfète en a été avisée",
        "Mardi soir par le maire, qui était en déplacement.",
    ]
    (found,) = line_breaks.split_paragraphs([Piece("\n".join(lines))])
    assert make_block(Role.BODY, found).text == " ".join(lines)


def test_struck_out_ends_and_large_first_letters() -> None:
    struck = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    frame = '<w:pPr><w:framePr w:dropCap="{}" w:lines="3"/></w:pPr>'
    assert texts(docx_reading(struck + words("Un"), struck + words(" deux"), words(" trois."), words("Quatre."))) == [
        "Un deux trois.",
        "Quatre.",
    ]
    assert texts(docx_reading(struck + words("La fin."))) == ["La fin."]
    for kind in ("drop", "margin"):
        found = docx_reading(frame.format(kind) + words("L"), words("e conseil vote."), words("Fin."))
        assert texts(found) == ["Le conseil vote.", "Fin."]
    body = r"\pard\dropcapli3\dropcapt1 L\par\pard e conseil vote.\par Un{\deleted\par}  deux.\par"
    assert texts(rtf_reading(body)) == ["Le conseil vote.", "Un deux."]


def test_what_is_hidden_is_left_out_and_told() -> None:
    file = docx.Document()
    file.styles.add_style("Caché", 2).font.hidden = True
    hidden = file.styles.add_style("Note", 1)
    hidden.font.hidden = True
    file.add_paragraph("Une note interne.", style=hidden)
    add(file, words("Il parle.") + words(" Non.", '<w:rStyle w:val="Caché"/>') + words(" Oui."))
    add(file, words("Vu", '<w:rStyle w:val="Caché"/><w:vanish w:val="0"/>'))
    out = io.BytesIO()
    file.save(out)
    reading = read_docx(out.getvalue(), "a")
    assert (texts(reading), reading.notes) == (["Il parle. Oui.", "Vu"], ("2 hidden passages were left out",))
    styles = """<style:style style:name="N" style:family="paragraph"><style:text-properties text:display="none"/>
</style:style></office:automatic-styles><office:styles/><office:automatic-styles>"""
    body = """<text:p text:style-name="N">Non.</text:p><text:p>Oui.<text:hidden-text text:is-hidden="true">Non
</text:hidden-text></text:p><text:section text:is-hidden="true"><text:p>Non.</text:p></text:section>
<text:p><text:hidden-paragraph text:is-hidden="true"/>Non.</text:p>"""
    reading = odt_reading(body, styles)
    assert (texts(reading), reading.notes) == (["Oui."], ("4 hidden passages were left out",))
    reading = rtf_reading(r"Oui.{\v Non.} Oui.\par{\v Non.}")
    assert (texts(reading), reading.notes) == (["Oui. Oui."], ("2 hidden passages were left out",))


def test_prompts_are_left_out_and_told() -> None:
    control = f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    file = docx.Document()
    add(file, words("Nom : ") + control.format(words("Cliquez ici.")) + words(" Fin."))
    file.element.body.insert(0, parse_xml(control.format(f"<w:p>{words('Entrez un texte.')}</w:p>")))
    out = io.BytesIO()
    file.save(out)
    reading = read_docx(out.getvalue(), "a")
    assert (texts(reading), reading.notes) == (["Nom : Fin."], ("2 prompts to fill in were left out",))
    body = """<text:p>Nom : <text:placeholder text:placeholder-type="text">&lt;Cliquez&gt;</text:placeholder>
<loext:content-control loext:showing-place-holder="true">Cliquez</loext:content-control> fin.</text:p>"""
    reading = odt_reading(body)
    assert (texts(reading), reading.notes) == (["Nom : fin."], ("2 prompts to fill in were left out",))


def test_a_hidden_row_is_left_out_and_told() -> None:
    file = docx.Document()
    table = file.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"mot {number}"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    out = io.BytesIO()
    file.save(out)
    reading = read_docx(out.getvalue(), "a")
    assert (texts(reading), reading.notes) == (["mot 0", "mot 1"], ("1 hidden passage was left out",))


def inserted(name: str, kind: str, data: bytes) -> Reading:
    file = docx.Document()
    file.add_paragraph("Avant.")
    part = Part(PackURI(name), kind, data, file.part.package)
    relation = file.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK)
    chunk = f'<w:altChunk {nsdecls("w", "r")} r:id="{relation}"/>'
    file.element.body.insert(1, parse_xml(chunk))
    out = io.BytesIO()
    file.save(out)
    return read_docx(out.getvalue(), "a.docx")


def test_inserted_documents_are_read_where_they_stand() -> None:
    inner = docx.Document()
    inner.add_paragraph("Dedans.")
    out = io.BytesIO()
    inner.save(out)
    page = b"<html><body><p>Dedans.</p></body></html>"
    mail = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        + page
        + b"\n--x--"
    )
    for name, kind, data in (
        ("/word/a.html", "text/html", page),
        ("/word/a.mht", "message/rfc822", mail),
        ("/word/a.rtf", "application/rtf", rb"{\rtf1 Dedans.}"),
        ("/word/a.txt", "text/plain", b"Dedans."),
        ("/word/a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", out.getvalue()),
    ):
        reading = inserted(name, kind, data)
        assert (texts(reading), reading.notes) == (["Avant.", "Dedans."], ()), name
    reading = inserted("/word/a.docx", "application/zip", b"PK\x03\x04damaged")
    assert reading.notes == ("1 inserted document cannot be read, and was left out",)


def test_headers_footers_and_comments_are_read_or_told() -> None:
    file = docx.Document()
    file.add_paragraph("Le texte.")
    file.sections[0].header.paragraphs[0].text = "Document de travail"
    file.sections[0].footer.paragraphs[0].text = "12"
    file.add_comment(file.paragraphs[0].runs, "À vérifier")
    out = io.BytesIO()
    file.save(out)
    assert [(block.text, block.place) for block in read_docx(out.getvalue(), "a").blocks[1:]] == [
        ("Document de travail", "header 1"),
        ("À vérifier", "comment 1"),
    ]
    notes = ("1 page header or footer was left out", "1 comment was left out")
    assert rtf_reading(r"{\header Document de travail}{\footer 12}Le {\*\annotation À vérifier}texte.").notes == notes


def test_stars_in_the_midst_of_an_rtf_group_hide_nothing() -> None:
    head = r"\ansi{\fonttbl{\f0 Times;}}{\stylesheet{\s0 Normal;}{\*\cs8\ul Internet Link;}{\*\cs9\b Strong;}}"
    body = r"Il {\loch\f0\*\cs8\ul le rapport} {\*\cs9 complet}{\i\*\inconnu  vu}{\*\inconnu non}{ et\*\inconnu  lu}."
    assert texts(rtf_reading(body, head)) == ["Il le rapport complet vu et lu."]


def bloated(run: str, times: int) -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    made_of = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(made_of, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                body = "".join(f"<w:p>{run.format(n)}</w:p>" for n in range(times))
                data = data.replace(b"<w:body>", b"<w:body>" + body.encode())
            new.writestr(name, data)
    return made_of.getvalue()


def test_a_bloated_file_is_read_and_a_bomb_is_not() -> None:
    properties = (
        "<w:rPr>" + "".join(f'<w:{kind} w:val="{kind * 9}"/>' for kind in ("kern", "w", "spacing")) * 30 + "</w:rPr>"
    )
    data = bloated(f"<w:r>{properties}<w:t>mot {{}}</w:t></w:r>", 4500)
    assert len(read_docx(data, "a").blocks) == 4500
    with pytest.raises(InputError, match="far larger than an article"):
        read_docx(bloated("<w:r>" + "<w:tab/>" * 5000 + "</w:r>", 400), "a")

"""Signs of symbol fonts and formulas in word processors' files, each read as what it shows."""

from __future__ import annotations

import io

import docx
import pytest

from test_docx import add, words
from test_office_details import docx_reading, odt_reading, rtf_reading, texts
from visavis.model.article import Role
from visavis.readers.docx.reader import read as read_docx
from visavis.readers.office.symbol_fonts import decode_font

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


def sym(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def test_signs_of_symbol_fonts_in_word_files() -> None:
    line = words("5 ") + sym("Symbol", "F06D") + words("g ") + sym("Symbol", "A3") + words(" 3 ")
    line += words("m", FONT.format("Symbol")) + words("\uf06d", FONT.format("Symbol")) + words(" ")
    line += sym("Wingdings", "F0E0") + sym("Wingdings", "F0FC") + sym("Wingdings 2", "F050") + sym("Symbol", "F0A0")
    reading = docx_reading(line)
    assert texts(reading) == ["5 µg ≤ 3 µµ →✓✓€"]
    assert reading.notes == ()


def test_a_sign_in_no_table_is_a_box_and_is_told() -> None:
    reading = docx_reading(words("Un ") + sym("Webdings", "F061") + sym("Fences", "zz") + words(" signe."))
    assert (texts(reading), reading.notes) == (["Un □□ signe."], ("2 signs cannot be read, and are shown as □",))
    reading = rtf_reading(r"Un {\f1 a}.", r"\ansi{\fonttbl{\f1\fcharset2 Fences;}}")
    assert (texts(reading), reading.notes) == (["Un □."], ("1 sign cannot be read, and is shown as □",))


def test_a_font_of_a_style() -> None:
    file = docx.Document()
    file.styles.add_style("Grec", 2).font.name = "Symbol"
    add(file, words("5 ") + words("m", '<w:rStyle w:val="Grec"/>') + words("g"))
    out = io.BytesIO()
    file.save(out)
    assert texts(read_docx(out.getvalue(), "a")) == ["5 µg"]


def test_signs_of_symbol_fonts_in_opendocument_texts() -> None:
    styles = """<style:style style:name="A" style:family="text"><style:text-properties style:font-name="Symbol1"/>
</style:style><style:style style:name="B" style:family="text"><style:text-properties fo:font-family="Wingdings"/>
</style:style></office:automatic-styles><office:font-face-decls><style:font-face style:name="Symbol1"
svg:font-family="Symbol"/></office:font-face-decls><office:automatic-styles>"""
    body = '<text:p>5 <text:span text:style-name="A">\uf06d</text:span>g <text:span text:style-name="A">£</text:span> 3'
    reading = odt_reading(f'{body} <text:span text:style-name="B">\uf0e0</text:span></text:p>', styles)
    assert texts(reading) == ["5 µg ≤ 3 →"]


def test_signs_of_symbol_fonts_in_rtf() -> None:
    head = r"\ansi\deff0{\fonttbl{\f0 Times;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}{\f3 Symbol;}}"
    body = r"5 {\f1 m}g {\f1\'a3} 3 {\f1\'6d}{\f1\u-3987 ?}g {\f2\'e0} {\f3 m}"
    assert texts(rtf_reading(body, head)) == ["5 µg ≤ 3 µµg → µ"]
    field = r'5 {\field{\*\fldinst SYMBOL 109 \\f "Symbol" \\s 12}{\fldrslt\f1\fs24 %s}}g'
    assert texts(rtf_reading(field % "", head)) == texts(rtf_reading(field % "m", head)) == ["5 µg"]
    item = r"{\listtext\f1\'b7\tab}\ls1 pain\par\pard {\f2\'fc}\tab vin\par"
    assert [(b.role, b.text) for b in rtf_reading(item, head).blocks] == [(Role.LIST, "pain"), (Role.LIST, "vin")]


def test_the_tables_of_signs() -> None:
    assert decode_font("abgDW m³£ ", "Symbol") == "αβγ∆Ω µ≥≤ ".replace("∆", "Δ")
    assert decode_font("\xdf\xe0\xe1\xe2\xfb\xfc\xfdJL", "Wingdings") == "←→↑↓✗✓☒☺☹"
    assert decode_font("mg £", "Times New Roman") == "mg £"
    assert decode_font("\uf0b7\uf0e0\uf012\uf0ff", "") == "•→\uf012□"


#: A formula in OMML and in MathML, and as text.
FORMULAS = [
    (
        "<m:r><m:t>12,5 </m:t></m:r><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e>"
        "<m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>"
        "<m:r><m:t>/s</m:t></m:r>",
        "<mn>12,5</mn><mspace/><msup><mi>m</mi><mn>3</mn></msup><mo>/</mo><mi>s</mi>",
        "12,5 m³/s",
    ),
    (
        "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>",
        "<mfrac><mrow><mi>a</mi><mtext>+</mtext><mi>b</mi></mrow><mn>2</mn></mfrac>",
        "(a+b)/2",
    ),
    (
        "<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>",
        "<msqrt><mi>x</mi></msqrt>",
        "√x",
    ),
    (
        "<m:sSub><m:e><m:r><m:t>CO</m:t></m:r></m:e><m:sub><m:r><m:t>2</m:t></m:r></m:sub></m:sSub>",
        "<msub><mi>CO</mi><mn>2</mn></msub>",
        "CO₂",
    ),
    (
        "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d>",
        "<mrow><mo>[</mo><mi>x</mi><mo>]</mo></mrow>",
        "[x]",
    ),
]


@pytest.mark.parametrize(("office", "math", "wanted"), FORMULAS)
def test_formulas_in_a_line(office: str, math: str, wanted: str) -> None:
    inside = f"{words('Il passe ')}<m:oMath {MATH}>{office}</m:oMath>{words(' ici.')}"
    assert texts(docx_reading(inside)) == [f"Il passe {wanted} ici."]
    root = f'<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>{math}<annotation>12</annotation></semantics></math>'
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    body = f"<text:p>Il passe {frame} ici.</text:p>"
    assert texts(odt_reading(body, **{"Object 1/content.xml": root})) == [f"Il passe {wanted} ici."]


def test_a_number_and_its_unit_are_two_words() -> None:
    math = "<math xmlns='http://www.w3.org/1998/Math/MathML'><mrow><mn>12,5</mn><mrow><mi>m3</mi><mo>/</mo><mi>s</mi>"
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    reading = odt_reading(
        f"<text:p>Il passe {frame} ici.</text:p>", **{"Object 1/content.xml": math + "</mrow></mrow></math>"}
    )
    assert texts(reading) == ["Il passe 12,5 m3/s ici."]
    formula = r"{\mmath{\*\moMath{\mr 12,5}{\mr m3}{\mr /}{\mr s}}{\mmathPict{\pict 00}}}"
    assert texts(rtf_reading(rf"Il passe {formula} ici.\par")) == ["Il passe 12,5 m3/s ici."]


def test_formulas_in_rtf() -> None:
    formula = r"""{\mmath{\*\moMath{\mr\mscr0\msty1 12,5 }{\msSup{\msSupPr{\mctrlPr\f1}}{\me{\mr m}}{\msup{\mr 3}}}
{\mr /s}{\md{\mdPr{\mbegChr [}{\mendChr ]}}{\me{\mf{\mfPr{\mtype bar}}{\mnum{\mr a}}{\mden{\mr b}}}}}}
{\mmathPict{\pict 00}}}"""
    assert texts(rtf_reading(rf"Il passe {formula} ici.\par")) == ["Il passe 12,5 m³/s[a/b] ici."]


def test_an_object_that_is_no_formula_is_told() -> None:
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    chart = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>"
    reading = odt_reading(f"<text:p>Un{frame} mot.</text:p>", **{"Object 1/content.xml": chart})
    assert (texts(reading), reading.notes) == (["Un mot."], ("1 embedded object, such as a chart, was left out",))
    reading = rtf_reading(r"Un{\object\objemb{\*\objdata 00}} mot.")
    assert (texts(reading), reading.notes) == (["Un mot."], ("1 embedded object, such as a chart, was left out",))

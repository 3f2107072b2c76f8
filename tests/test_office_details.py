"""Calls of notes in word processors' files: a raised figure that calls a note is no part of the figure before it."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import test_odt
import test_rtf
from test_docx import add, words
from visavis.model.article import Role
from visavis.readers.block import Reading
from visavis.readers.docx.reader import read as read_docx
from visavis.readers.odt.reader import read as read_odt
from visavis.readers.office.note_calls import without_calls
from visavis.readers.rtf.reader import read as read_rtf

RAISED = '<w:vertAlign w:val="superscript"/>'
#: A text with raised figures between bars, and what is to be read.
CALLS = [
    ("La charge atteignait 2 400|1| tonnes.", "La charge atteignait 2 400 tonnes."),
    ("Le taux d’usure est de 40 %|2|.", "Le taux d’usure est de 40 %."),
    ("Selon la mairie|3|, le pont|(4)| cède.", "Selon la mairie, le pont cède."),
    ("Le pont |5|.", "Le pont."),
    ("Les syndicats CGT|1,2| et FO|12|", "Les syndicats CGT et FO"),
    ("Le prix|*| monte", "Le prix monte"),
    ("Une salle de 100 m|1|.", "Une salle de 100 m."),
    ("La surface est de 12 m|2|, 3 km|2| et 4 cm|3|.", "La surface est de 12 m2, 3 km2 et 4 cm3."),
    ("Le débit : 3 m|3|/s, E = mc|2|, x|2|, CO|2|.", "Le débit : 3 m3/s, E = mc2, x2, CO2."),
    ("Le 1|er| mai, la 2|e| fois, n|o| 5, M|me| Petit", "Le 1er mai, la 2e fois, no 5, Mme Petit"),
    ("Il y en a 10|3|, soit 10|-3| de tout.", "Il y en a 10³, soit 10⁻³ de tout."),
    ("Le |14|C date l’os.", "Le 14C date l’os."),
    ("Il coûte 9 €|99| l’un.", "Il coûte 9 €99 l’un."),
]


def docx_reading(*paragraphs: str) -> Reading:
    file = docx.Document()
    for inside in paragraphs:
        add(file, inside)
    out = io.BytesIO()
    file.save(out)
    return read_docx(out.getvalue(), "a.docx")


def odt_reading(body: str, styles: str = "", **parts: str) -> Reading:
    out = io.BytesIO(test_odt.packed(body, styles))
    with zipfile.ZipFile(out, "a") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return read_odt(out.getvalue(), "a.odt")


def rtf_reading(body: str, head: str = r"\ansi") -> Reading:
    return read_rtf(("{\\rtf1" + head + " " + test_rtf.digits(body, "cp1252") + "}").encode("ascii"), "a.rtf")


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


@pytest.mark.parametrize(("marked", "wanted"), CALLS)
def test_calls_of_notes_are_no_text_and_powers_stay(marked: str, wanted: str) -> None:
    parts = marked.split("|")
    file = "".join(words(part, RAISED if i % 2 else "") for i, part in enumerate(parts))
    assert texts(docx_reading(file)) == [wanted]
    span = '<text:span text:style-name="S">{}</text:span>'
    style = '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="{}"/>'
    style += "</style:style>"
    spans = "".join(span.format(part) if i % 2 else part for i, part in enumerate(parts))
    for position in ("super 58%", "33% 58%"):
        assert texts(odt_reading(f"<text:p>{spans}</text:p>", style.format(position))) == [wanted]
    for up in (r"\super", r"\up6"):
        body = "".join(f"{{{up} {part}}}" if i % 2 else part for i, part in enumerate(parts))
        assert texts(rtf_reading(body)) == [wanted]


def test_calls_that_were_typed_as_signs() -> None:
    text = "Il pèse 2 400¹ tonnes², 12 m² et 10³ kg³ : 40 %¹²."
    assert texts(docx_reading(words(text))) == ["Il pèse 2 400 tonnes, 12 m² et 10³ kg³ : 40 %."]


def test_raised_by_a_style_and_lowered() -> None:
    file = docx.Document()
    style = file.styles.add_style("Appel", 2)
    style.font.superscript = True
    add(file, words("Le pont") + words("1", '<w:rStyle w:val="Appel"/>') + words(" cède, CO"))
    out = io.BytesIO()
    file.save(out)
    assert texts(read_docx(out.getvalue(), "a")) == ["Le pont cède, CO"]
    low = '<w:vertAlign w:val="subscript"/>'
    assert texts(docx_reading(words("H") + words("2", low) + words("O, 400") + words("1", low))) == ["H2O, 4001"]
    assert texts(rtf_reading(r"H{\sub 2}O et 400{\super 1}{\nosupersub 2}")) == ["H2O et 4002"]


def test_a_note_at_the_foot_is_an_aside() -> None:
    note = words("1", RAISED) + words(" Selon le rapport de 2019.")
    for reading in (
        docx_reading(words("Le pont cède.") + words("1", RAISED), note),
        rtf_reading(r"Le pont cède.{\super 1}\par {\super 1} Selon le rapport de 2019.\par"),
    ):
        assert [(b.role, b.text) for b in reading.blocks] == [
            (Role.BODY, "Le pont cède."),
            (Role.ASIDE, "Selon le rapport de 2019."),
        ]


@pytest.mark.parametrize("label", ["1. ", "(1) ", "[1] ", "1 "])
def test_a_note_at_the_end_is_an_aside_where_it_is_called(label: str) -> None:
    texts_of = "Le pont cède.", "Fin.", f"{label}Selon le rapport de 2019."
    called = words(texts_of[0]) + words("1", RAISED)
    for reading, role in (
        (docx_reading(called, words(texts_of[1]), words(texts_of[2])), Role.ASIDE),
        (rtf_reading(rf"{texts_of[0]}{{\super 1}}\par {texts_of[1]}\par {texts_of[2]}\par"), Role.ASIDE),
        (docx_reading(words(texts_of[0]), words(texts_of[1]), words(texts_of[2])), Role.BODY),
    ):
        assert [(block.role, block.text) for block in reading.blocks] == [
            (Role.BODY, texts_of[0]),
            (Role.BODY, texts_of[1]),
            (role, texts_of[2]),
        ]


@given(st.lists(st.tuples(st.text(alphabet="ab 12m°¹²³*()€", max_size=5), st.booleans()), max_size=6))
def test_only_raised_figures_are_taken_away(stretches: list[tuple[str, bool]]) -> None:
    kept = without_calls([text for text, _ in stretches], [raised for _, raised in stretches]).texts
    letters = "".join(c for stretch, _ in stretches for c in stretch if c in "abm°€")
    assert "".join(c for text in kept for c in text if c in "abm°€") == letters
    assert len(kept) == len(stretches)

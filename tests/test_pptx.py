"""PowerPoint files: slides in order, titles, bullets, tables, notes, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from slides import SPACES, deck, frame, paragraph, part, relations, run, shape, table
from visavis.model.article import Cell, Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Block, Reading
from visavis.readers.detect import detect_kind
from visavis.readers.open import from_bytes
from visavis.readers.pptx.slides import read

FILES = Path(__file__).parent / "files"
BODY = '<a:buChar char="•"/>'


def reading(*slides: str, **parts: str) -> Reading:
    return read(deck(*slides, more={name.replace("__", "/"): text for name, text in parts.items()}), "a.pptx")


def blocks(*slides: str) -> list[Block]:
    return reading(*slides).blocks


def either(choice: str, fallback: str = "") -> str:
    other = f"<mc:Fallback>{fallback}</mc:Fallback>"
    return f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice>{other}</mc:AlternateContent>"


def shown(found: list[Block]) -> list[tuple[Role, int, str, str]]:
    return [(block.role, block.level, block.place, block.text) for block in found]


@pytest.mark.parametrize("name", ["pptx/bilan.pptx", "odp/bilan.odp"])
def test_a_presentation_as_programs_write_it(name: str) -> None:
    article = from_bytes(name, (FILES / name).read_bytes())
    assert article.kind == name[:4].rstrip("/")
    told = [(p.role, p.level, p.place, article.text[p.start : p.end]) for p in article.paragraphs]
    assert told == [
        (Role.TITLE, 0, "slide 1", "Bilan de la rénovation du pont"),
        (Role.BODY, 0, "slide 1", "Conseil municipal, 4 juin 2024"),
        (Role.HEADING, 1, "slide 2", "Les travaux"),
        (Role.LIST, 0, "slide 2", "Le pont est fermé depuis mars."),
        (Role.LIST, 1, "slide 2", "Les piles seront reprises."),
        (Role.BODY, 0, "slide 2", "Texte d'un groupe"),
        (Role.BODY, 0, "slide 2, table 1, row 1, column 1", "Année"),
        (Role.BODY, 0, "slide 2, table 1, row 1, column 2", "Coût"),
        (Role.BODY, 0, "slide 2, table 1, row 2, column 1", "2024"),
        (Role.BODY, 0, "slide 2, table 1, row 2, column 2", "3 millions"),
        *([(Role.CAPTION, 0, "slide 2", "x")] if article.kind == "pptx" else []),  # the title of a chart
        (Role.ASIDE, 0, "slide 2, notes", "Rappeler que la maire viendra jeudi."),
    ]
    assert article.paragraphs[9].cell == Cell(1, 2, 2)
    assert list(map(str, article.notes)) == [
        "1 hidden slide was left out",
        "1 embedded object, such as a chart, was left out",
    ]
    assert article.author == "Anne Vignot"


def test_slides_are_in_the_order_in_which_they_are_shown_with_their_titles_first() -> None:
    first = shape("Un texte.") + shape("Le pont", place='type="ctrTitle"')
    assert shown(blocks(first, shape("Les piles", place='type="title"'))) == [
        (Role.TITLE, 0, "slide 1", "Le pont"),
        (Role.BODY, 0, "slide 1", "Un texte."),
        (Role.HEADING, 1, "slide 2", "Les piles"),
    ]


def test_a_bullet_is_the_paragraph_s_own_or_that_of_its_layout_or_master() -> None:
    bulleted = f"<p:bodyStyle><a:lvl1pPr>{BODY}</a:lvl1pPr><a:lvl2pPr>{BODY}</a:lvl2pPr></p:bodyStyle>"
    texts = f"<p:txStyles>{bulleted}</p:txStyles>"
    layout = shape(place='type="body" idx="7"').replace(
        "<a:lstStyle/>", "<a:lstStyle><a:lvl2pPr><a:buNone/></a:lvl2pPr></a:lstStyle>"
    )
    found = reading(
        shape(
            "Puce héritée", paragraph("Sans puce", '<a:pPr lvl="1"/>'),
            paragraph("Sans rien", "<a:pPr><a:buNone/></a:pPr>"),
            place='idx="7"',
        ) + shape("Texte libre", paragraph("À puce", f'<a:pPr lvl="2">{BODY}</a:pPr>')),
        **{
            "ppt__slides___rels__slide1.xml.rels": relations(("l", "slideLayout", "../slideLayouts/l.xml")),
            "ppt__slideLayouts__l.xml": part("sldLayout", layout),
            "ppt__slideLayouts___rels__l.xml.rels": relations(("m", "slideMaster", "/ppt/slideMasters/m.xml")),
            "ppt__slideMasters__m.xml": part("sldMaster", shape(place='type="body"'), texts),
        },
    ).blocks  # fmt: skip
    assert [(block.role, block.level, block.text) for block in found] == [
        (Role.LIST, 0, "Puce héritée"),
        (Role.BODY, 0, "Sans puce"),
        (Role.BODY, 0, "Sans rien"),
        (Role.BODY, 0, "Texte libre"),
        (Role.LIST, 2, "À puce"),
    ]


def test_numbered_items_bear_their_numbers() -> None:
    def item(text: str, kind: str, level: int = 0, start: str = "") -> str:
        return paragraph(text, f'<a:pPr lvl="{level}"><a:buAutoNum type="{kind}" {start}/></a:pPr>')

    found = blocks(
        shape(
            item("un", "arabicPeriod"), item("a", "alphaLcParenR", 1), item("b", "alphaLcParenR", 1),
            paragraph("<a:r><a:t/></a:r>"), item("deux", "arabicPeriod"), item("a", "alphaLcParenR", 1),
            "Texte", item("un", "romanUcParenBoth", 0, 'startAt="4"'),
        )
    )  # fmt: skip
    numbered = ["1. un", "a) a", "b) b", "2. deux", "a) a", "Texte", "(IV) un"]
    assert [block.text for block in found] == numbered


def test_words_signs_and_notes() -> None:
    wingdings = '<a:sym typeface="Wingdings"/>'
    equation = either("<a14:m><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></a14:m>")
    text = (
        run("Un ") + run("mot", 'b="1"') + run("3", 'baseline="30000"') + run(" va ") + run("à", inside=wingdings)
        + run(" 5 m") + run("2", 'baseline="30000"') + run(", ") + equation
        + '<a:fld type="slidenum"><a:t>7</a:t></a:fld><a:fld type="x"><a:t> fin</a:t></a:fld><a:br/>'
    )  # fmt: skip
    *_, note = found = blocks(shape(paragraph(text)) + shape("3. Selon le rapport."))
    assert found[0].text == "Un mot va → 5 m2, x=1 fin"
    assert found[0].runs == ((3, 6, True, False),)
    assert note.role is Role.ASIDE
    unreadable = read(deck(shape(paragraph(run("ab", inside='<a:latin typeface="Webdings"/>')))), "a.pptx")
    assert unreadable.blocks[0].text == "□□"
    assert list(map(str, unreadable.notes)) == ["2 signs cannot be read, and are shown as □"]


def test_what_is_left_out_is_said() -> None:
    grouped = shape("Groupé") + shape("Caché", hidden='hidden="1"')
    group = f"<p:grpSp><p:nvGrpSpPr><p:cNvPr/></p:nvGrpSpPr>{grouped}</p:grpSp>"
    choice = either(shape("Neuf"), shape("Vieux"))
    margins = "".join(
        shape(text, place=f'type="{kind}"') for kind, text in (("ftr", "Pied"), ("dt", "3/4/24"), ("sldNum", "7"))
    )
    comments = f"<p:cmLst {SPACES}><p:cm/><p:cm/></p:cmLst>"
    data = deck(
        group + choice + margins + frame("", "…/chart") + frame("", "…/diagram"),
        margins + shape("Fin."),
        shape("Non", place='type="title"'),
        show={3: 'show="0"'},
        more={
            "ppt/slides/_rels/slide2.xml.rels": relations(
                ("c", "comments", "../comments/c.xml"), ("n", "notesSlide", "../n.xml")
            ),
            "ppt/comments/c.xml": comments,
            "ppt/n.xml": part("notes", shape("7", place='type="sldNum"') + shape("Dire ceci.", place='type="body"')),
        },
    )  # fmt: skip
    found = read(data, "a.pptx")
    assert [block.text for block in found.blocks] == ["Groupé", "Neuf", "Fin.", "Dire ceci."]
    assert shown(found.blocks)[-1][::2] == (Role.ASIDE, "slide 2, notes")
    assert list(map(str, found.notes)) == [
        "1 hidden passage was left out",
        "1 hidden slide was left out",
        "2 embedded objects, such as charts, were left out",
        "1 page header or footer was left out",
        "2 comments were left out",
    ]


def test_a_table_is_a_table_and_its_merged_cells_are_empty() -> None:
    merged = (
        table(["Année", "Coût"], ["2024", "3"])
        .replace("<a:tc>", '<a:tc hMerge="1">', 3)
        .replace('<a:tc hMerge="1">', "<a:tc>", 2)
    )
    found = blocks(shape("Le pont", place='type="title"') + merged)
    assert [(block.cell, block.text) for block in found[1:]] == [
        (Cell(1, 1, 1), "Année"),
        (Cell(1, 1, 2), "Coût"),
        (Cell(1, 2, 2), "3"),
    ]


def test_bad_files_end_in_a_sentence() -> None:
    with pytest.raises(
        EmptyInput, match="it is a PowerPoint file without text; 1 embedded object, such as a chart, was"
    ):
        reading(frame("", "…/chart"))
    with pytest.raises(EmptyInput, match=r"it is a PowerPoint file without text$"):
        reading("")
    for broken in ({"ppt__presentation.xml": "<a/>"}, {"ppt__slides__slide1.xml": "<p:sld"}):
        with pytest.raises(InputError, match="it is damaged, and cannot be read as a PowerPoint file"):
            reading(shape("a"), **broken)
    with pytest.raises(InputError, match="strict form"):
        reading(shape("a"), **{"_rels__.rels": "<a>http://purl.oclc.org/ooxml</a>"})
    with pytest.raises(InputError, match="defines entities"):
        reading(shape("a"), **{"ppt__slides__slide1.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'})


def test_a_slide_that_is_missing_or_outside_is_passed_over() -> None:
    outside = relations(("s1", "slide", "slides/slide1.xml"), ("s2", "slide", "file:///etc/passwd"))
    outside = outside.replace('Target="file', 'TargetMode="External" Target="file')
    found = reading(shape("Un."), shape("Deux."), **{"ppt___rels__presentation.xml.rels": outside})
    assert [block.text for block in found.blocks] == ["Deux."]


def test_it_is_known_by_what_is_in_it() -> None:
    data = deck(shape("Un texte."))
    assert {detect_kind(name, data) for name in ("a", "a.docx", "a.ppsx", "a.txt")} == {"pptx"}
    assert from_bytes("a.zip", data).kind == "pptx"

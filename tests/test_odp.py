"""OpenDocument presentations by hand: what is on their slides, and what is left out."""

from __future__ import annotations

import pytest

from test_odt import packed
from visavis.model.article import Cell, Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Reading
from visavis.readers.detect import detect_kind
from visavis.readers.odt.slides import read

HIDDEN = """<style:style style:name="cachée" style:family="drawing-page">
<style:drawing-page-properties presentation:visibility="hidden"/></style:style>"""


def made(slides: str, styles: str = "") -> bytes:
    return packed(slides, styles, kind="presentation")


def reading(slides: str, styles: str = "") -> Reading:
    return read(made(slides, styles), "a.odp")


def frame(text: str, kind: str = "") -> str:
    said = f'presentation:class="{kind}"' if kind else ""
    return f"<draw:frame {said}><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"


def test_titles_come_first_and_notes_last() -> None:
    items = "<text:list><text:list-item><text:p>Une puce</text:p></text:list-item></text:list>"
    notes = f"<presentation:notes>{frame('Dire ceci.', 'notes')}{frame('7', 'page-number')}</presentation:notes>"
    table = "<table:table><table:table-row>{0}{0}</table:table-row></table:table>"
    cells = table.format("<table:table-cell><text:p>Case</text:p></table:table-cell>")
    group = f"<draw:g><draw:custom-shape><text:p>Groupé</text:p></draw:custom-shape>{frame(items)}</draw:g>"
    page = f"<draw:page>{frame('Texte')}{frame('Le pont', 'title')}{group}{cells}{notes}</draw:page>"
    found = reading(page + f"<draw:page>{frame('Les piles', 'title')}</draw:page>").blocks
    assert [(block.role, block.place, block.text) for block in found] == [
        (Role.TITLE, "slide 1", "Le pont"),
        (Role.BODY, "slide 1", "Texte"),
        (Role.BODY, "slide 1", "Groupé"),
        (Role.LIST, "slide 1", "Une puce"),
        (Role.BODY, "slide 1, table 1, row 1, column 1", "Case"),
        (Role.BODY, "slide 1, table 1, row 1, column 2", "Case"),
        (Role.ASIDE, "slide 1, notes", "Dire ceci."),
        (Role.HEADING, "slide 2", "Les piles"),
    ]
    assert found[5].cell == Cell(1, 1, 2) and [block.key for block in found[5:7]] == ["slide 1 6", "slide 1 notes 0"]


def test_what_is_left_out_is_said() -> None:
    footer = '<presentation:footer-decl presentation:name="f">Pied de page</presentation:footer-decl>'
    hidden = f'<draw:page draw:style-name="cachée">{frame("Non")}</draw:page>'
    chart = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>'
    said = reading(f"{footer}{hidden}<draw:page>{frame('Non', 'footer')}{frame('Oui')}{chart}</draw:page>", HIDDEN)
    assert [(block.place, block.text) for block in said.blocks] == [("slide 2", "Oui")]
    assert list(map(str, said.notes)) == [
        "1 hidden slide was left out",
        "1 embedded object, such as a chart, was left out",
        "1 page header or footer was left out",
    ]


def test_bad_files_end_in_a_sentence() -> None:
    with pytest.raises(EmptyInput, match=r"without text; 1 hidden slide was left out$"):
        reading(f'<draw:page draw:style-name="cachée">{frame("Non")}</draw:page>', HIDDEN)
    with pytest.raises(EmptyInput, match=r"it is an OpenDocument presentation without text$"):
        reading("")
    with pytest.raises(InputError, match="it is an OpenDocument file, but no presentation"):
        read(packed("<text:p>a</text:p>"), "a.odp")


def test_it_is_known_by_what_is_in_it() -> None:
    assert {detect_kind(name, made("")) for name in ("a", "a.odt", "a.docx")} == {"odp"}
